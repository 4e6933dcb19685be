package desk

import (
	"fmt"
	"net/url"
	"os"
	"strconv"
	"syscall"
	"testing"
	"time"

	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

// waitingArchive fills a store with articles of 40 waiting statements each:
// 2,500 of them, 100,000 statements; SHANYRAQ_REVIEW_ARTICLES and _STATEMENTS
// set others.
func waitingArchive(b *testing.B, f *fixture) (ids []int64) {
	b.Helper()
	size := func(name string, n int) int {
		if v, err := strconv.Atoi(os.Getenv(name)); err == nil {
			return v
		}
		return n
	}
	articles, each := size("SHANYRAQ_REVIEW_ARTICLES", 2500), size("SHANYRAQ_REVIEW_STATEMENTS", 40)
	text := ""
	for i := range each {
		text += fmt.Sprintf("In that year %d people and more lived in the town of the sample, which was counted. ", 1000+i)
	}
	for from := 0; from < articles; from += 500 {
		must(b, f.store.Update(b.Context(), func(tx *store.Tx) error {
			for i := from; i < min(from+500, articles); i++ {
				it := testkit.Item([]string{"en", "ru", "kk"}[i%3], "a"+strconv.Itoa(i), "Article "+strconv.Itoa(i), text, time.Date(2010, 1, 1+i%4000, 0, 0, 0, 0, time.UTC))
				it.Article.Section = "news/" + strconv.Itoa(i%7)
				if _, err := tx.Save(it); err != nil {
					return err
				}
				ids = append(ids, it.Article.ID)
				r := &store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "bench", Language: it.Article.Language, Joined: map[string]bool{}}
				for j := range each {
					n := float64(1000 + j)
					at := value.Span{Start: j * 82, End: j*82 + 81}
					r.Statements = append(r.Statements, record.Statement{Fact: fmt.Sprint(i, " ", j), Evidence: at, Quote: text[at.Start:at.End], Keys: []string{fmt.Sprint(i, " ", j)},
						Said: read.Statement{Kind: read.Figure, Value: &n, Unit: "person", Counted: "people", Rule: "bench", Confidence: 0.9, Evidence: at}})
				}
				if err := tx.SaveReading(r); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	return ids
}

// busy gives the processor time of this process, which the load of the
// machine does not lengthen.
func busy() time.Duration {
	var r syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// measure reports also the processor time, of server and client together.
func measure(b *testing.B, what string, do func(b *testing.B, i int)) {
	b.Run(what, func(b *testing.B) {
		before, n := busy(), 0
		for ; b.Loop(); n++ {
			do(b, n)
		}
		b.ReportMetric(float64(busy()-before)/float64(n)/1e6, "cpu-ms/op")
	})
}

// BenchmarkReview measures what the server takes for the queue, for the page
// of one article and for one decision with the page that follows.
func BenchmarkReview(b *testing.B) {
	f := newFixture(b)
	ids := waitingArchive(b, f)
	c := f.client(b, testkit.User(b, f.store, "editor", people.Editor))
	measure(b, "queue", func(b *testing.B, i int) { c.want(200, "GET", Prefix+"review", nil) })
	measure(b, "queue, filtered", func(b *testing.B, i int) {
		c.want(200, "GET", Prefix+"review?language=kk&section=news/3&kind=figure", nil)
	})
	measure(b, "article", func(b *testing.B, i int) { c.want(200, "GET", reviewHref(ids[i*7%len(ids)]), nil) })
	first := make([]store.Statement, min(len(ids), 200))
	for i := range first {
		list, err := f.store.ArticleStatements(b.Context(), ids[i], false)
		must(b, err)
		first[i] = list[0]
	}
	measure(b, "decision", func(b *testing.B, i int) {
		s := first[i%len(first)]
		c.want(303, "POST", reviewHref(s.Article), url.Values{"statement": {strconv.FormatInt(s.ID, 10)}, "do": {[]string{"accept", "prefer"}[i/len(first)%2]}})
	})
	measure(b, "accept all of an article", func(b *testing.B, i int) {
		c.want(303, "POST", reviewHref(ids[len(ids)-1-i%len(ids)])+"/all", url.Values{"threshold": {"0"}})
	})
}
