package desk

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// BenchmarkFiftyTyping has fifty editors save drafts of a 600-word text as a
// browser does, through HTTP, one after the other without a pause between
// keys, and gives the time from request to answer.
func BenchmarkFiftyTyping(b *testing.B) {
	f := newFixture(b)
	body := "<p>" + strings.Repeat("Қазақстан халқы ассамблеясы жиналды. ", 150) + "</p>"
	const editors = 50
	var clients []*client
	var cards []store.Card
	for i := range editors {
		u := testkit.User(b, f.store, fmt.Sprint("writer", i), people.Writer)
		clients = append(clients, f.client(b, u))
		cards = append(cards, f.made(b, "kk", "Үлгі", body, article.Draft))
	}
	var mu sync.Mutex
	var all []time.Duration
	each := max(1, b.N/editors)
	b.ResetTimer()
	var wg sync.WaitGroup
	for i := range editors {
		wg.Go(func() {
			pen, seq := newPen(), int64(0)
			time.Sleep(time.Duration(i) * 20 * time.Millisecond)
			for range each {
				start := time.Now()
				status, out := clients[i].send(articlePath(cards[i].ID, "draft"), typed{Pen: pen, Seq: seq, Base: 1, Title: "Үлгі", Body: body})
				took := time.Since(start)
				if status != 200 {
					b.Errorf("draft: %d %v", status, out)
					return
				}
				seq = int64(out["seq"].(float64))
				mu.Lock()
				all = append(all, took)
				mu.Unlock()
				time.Sleep(time.Second - took) // the editor waits for a pause of the keys
			}
		})
	}
	wg.Wait()
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkArticlesOf100000 shows the desk's list of a large site.
func BenchmarkArticlesOf100000(b *testing.B) {
	f := newFixture(b)
	u := testkit.User(b, f.store, "editor", people.Editor)
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for from := 0; from < 100_000; from += 5000 {
		must(b, f.store.Update(b.Context(), func(tx *store.Tx) error {
			for i := from; i < from+5000; i++ {
				it := testkit.Item([]string{"kk", "ru", "en"}[i%3], fmt.Sprint("a", i), fmt.Sprint("Article ", i), "Text.", day.Add(time.Duration(i)*time.Hour))
				it.GroupKey = fmt.Sprint("g", i/3)
				if i%50 == 0 {
					it.Article.State = article.Draft
				}
				it.Article.Section = []string{"news", "events"}[i%2]
				if _, err := tx.Save(it); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	c := f.client(b, u)
	for _, query := range []string{"", "?language=kk", "?state=draft", "?state=published&language=ru", "?section=news", "?q=Article+500", "?after=1"} {
		b.Run("list"+query, func(b *testing.B) {
			for b.Loop() {
				c.want(200, "GET", Prefix+"articles"+query, nil)
			}
		})
	}
	b.Run("missing", func(b *testing.B) {
		for b.Loop() {
			c.want(200, "GET", Prefix+"translations?language=kk", nil)
		}
	})
}
