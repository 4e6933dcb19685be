package site

import (
	"strings"
	"sync"
	"testing"

	"shanyraq/internal/article"
	"shanyraq/internal/store"
)

// Many readers while an editor writes: after each change the new title is
// what everybody is shown. Run with -race it also looks at the memory shared
// between pages.
func TestReadersAndAWriter(t *testing.T) {
	f := newFixture(t, 1<<20)
	paths := []string{"/en/", "/en/border-protocol", "/en/record/agreements", "/en/search?q=protocol", "/kk-Arab/record/", "/en/record/people"}
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-stop:
					return
				default:
					if w := f.get(t, paths[i%len(paths)], "Accept-Encoding", []string{"", "gzip", "zstd"}[i%3]); w.Code != 200 {
						t.Errorf("%s: %d", paths[i%len(paths)], w.Code)
						return
					}
				}
			}
		})
	}
	old, w := f.cards["en"], stories["en"]
	for n := range 20 {
		title := "Title " + strings.Repeat("I", n+1)
		doc, _, err := article.Parse("<p>" + w.first + "</p>")
		must(t, err)
		it := &store.Item{Article: old.Article, Revision: article.NewRevision(title, w.lead, doc, "test", old.Published)}
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }))
		for _, p := range paths[:2] {
			if !strings.Contains(f.get(t, p).Body.String(), ">"+title+"<") {
				t.Errorf("%s does not show %q after it was saved", p, title)
			}
		}
	}
	close(stop)
	readers.Wait()
}
