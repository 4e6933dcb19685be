package site

import (
	"fmt"
	"syscall"
	"testing"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
	"shanyraq/internal/testkit"
)

// BenchmarkDigests makes the letters of 1,000 subscribers, ten articles each,
// in batches of 100 as the job does: written, queued, their readers moved on.
// It reports user time a thousand letters, and how long the longest
// transaction held the writer.
func BenchmarkDigests(b *testing.B) {
	st := testkit.SQLite(b)
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	s, err := New(Config{Store: st, Origin: "https://news.example.org", Name: map[string]string{"en": "Sample Assembly"}})
	must(b, err)
	must(b, st.Update(b.Context(), func(tx *store.Tx) error {
		for i := range 1000 {
			a := subscribe.Ask{Token: fmt.Sprint(i), Email: fmt.Sprintf("r%d@example.org", i), Tag: []string{"kk", "kk-Latn", "kk-Arab"}[i%3], Often: subscribe.Once, Topic: subscribe.All}
			if err := tx.SaveAsk(&a); err != nil {
				return err
			}
			if _, err := tx.Confirm(a); err != nil {
				return err
			}
		}
		return nil
	}))
	user := func() time.Duration {
		var u syscall.Rusage
		syscall.Getrusage(syscall.RUSAGE_SELF, &u)
		return time.Duration(u.Utime.Nano())
	}
	var spent, longest time.Duration
	made := 0
	for n := 0; b.Loop(); n++ {
		now = now.Add(time.Hour)
		must(b, st.Update(b.Context(), func(tx *store.Tx) error {
			for i := range 10 {
				it := testkit.Item("kk", fmt.Sprintf("a%d-%d", n, i), stories["kk"].title, stories["kk"].first+" "+stories["kk"].quote, now)
				if _, err := tx.Save(it); err != nil {
					return err
				}
			}
			return nil
		}))
		now = now.Add(2 * time.Hour) // nobody reads the texts here
		begin := user()
		for {
			upTo, newest, err := st.NewsTo(b.Context(), "kk")
			must(b, err)
			list, err := st.OnceSubscribers(b.Context(), "kk", newest, 100)
			must(b, err)
			if len(list) == 0 {
				break
			}
			letters, err := s.Digests(b.Context(), list, upTo)
			must(b, err)
			held := time.Now()
			must(b, st.Update(b.Context(), func(tx *store.Tx) error {
				for i, sub := range list {
					if _, err := tx.Digest(sub, upTo, &letters[i]); err != nil {
						return err
					}
				}
				return nil
			}))
			longest = max(longest, time.Since(held))
			made += len(list)
		}
		spent += user() - begin
	}
	if made != 1000*b.N {
		b.Fatalf("%d letters in %d rounds", made, b.N)
	}
	b.ReportMetric(float64(spent.Milliseconds())/float64(made)*1000, "user-ms/1000")
	b.ReportMetric(float64(longest.Milliseconds()), "ms-held")
}
