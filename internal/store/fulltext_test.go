package store

import (
	"path/filepath"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/search"
)

// A transaction that takes in a whole archive keeps few of its texts in
// memory, and indexes each once, also one that comes again much later.
func TestFewTextsWaitForTheIndex(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "index.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const all = 2*mostTexts + 50
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	put := func(tx *Tx, id int64) error {
		c := Card{Article: article.Article{ID: id, Language: "en", State: article.Published, Published: day.AddDate(0, 0, int(id))}}
		return tx.Index(c, search.Index(search.Text{Language: "en", Title: "A sample", Plain: "It is one of many."}))
	}
	if err := s.Update(t.Context(), func(tx *Tx) error {
		for id := int64(1); id <= all; id++ {
			if err := put(tx, id); err != nil {
				return err
			}
			if len(tx.texts) >= mostTexts {
				t.Fatalf("%d texts wait", len(tx.texts))
			}
		}
		return put(tx, 1)
	}); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"search_docs", "search_index"} {
		var n int
		if err := s.one(t.Context(), `/* test */ SELECT COUNT(*) FROM `+table, nil, &n); err != nil || n != all {
			t.Errorf("%d of %d in %s: %v", n, all, table, err)
		}
	}
}
