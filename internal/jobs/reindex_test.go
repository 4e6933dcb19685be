package jobs_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

func finds(t *testing.T, st *store.Store, query string) (slugs []string) {
	t.Helper()
	q, err := search.Parse(query, search.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := st.Search(t.Context(), store.Search{Query: q})
	if err != nil {
		t.Fatal(err)
	}
	if f.Meant != "" || f.Any {
		return nil // something else was found
	}
	for _, h := range f.Hits {
		slugs = append(slugs, h.Slug)
	}
	return slugs
}

func TestReindex(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		r := jobs.New()
		var items []*store.Item
		for i := range 5 {
			items = append(items, testkit.Item("en", fmt.Sprint("text-", i), "Rivers", fmt.Sprintf("Number%d: Kazakhstan and Uzbekistan signed a protocol on rivers.", i), time.Date(2019, 1, 1+i, 0, 0, 0, 0, time.UTC)))
		}
		enqueue(t, st, items...)
		drain(t, r, st, 5)
		if begun, err := jobs.EnqueueReindex(t.Context(), st); err != nil || begun {
			t.Errorf("nothing is to be indexed anew: %v %v", begun, err)
		}
		all := []string{"text-4", "text-3", "text-2", "text-1", "text-0"}
		if got := finds(t, st, "protocols kind:agreement"); !slices.Equal(got, all) {
			t.Fatalf("before: %v", got)
		}

		// Another version had other stems, and knew of no kinds.
		older(t, st, items)
		if got := finds(t, st, "protocols"); got != nil {
			t.Fatalf("the old stems are found: %v", got)
		}
		// It is interrupted, and goes on; what was read is not read again.
		r.Read = func(string, reader.Options) read.Reading { t.Error("a text is read"); return read.Reading{} }
		if begun, err := jobs.EnqueueReindex(t.Context(), st); err != nil || !begun {
			t.Fatal(begun, err)
		}
		if begun, err := jobs.EnqueueReindex(t.Context(), st); err != nil || begun {
			t.Errorf("begun twice: %v %v", begun, err)
		}
		interrupt, stop := context.WithCancel(t.Context())
		stop()
		jobs.NewWorker(jobs.Reindex(1)).Drain(interrupt, st)
		if p, ok, err := st.ReindexProgress(t.Context()); err != nil || !ok || p.Total != 5 || p.Version != search.Version {
			t.Errorf("after an interruption: %+v %v %v", p, ok, err)
		}
		if got := finds(t, st, "oldprotocol"); len(got) != 5 {
			t.Errorf("meanwhile the search does not work: %v", got)
		}
		if _, err := jobs.NewWorker(jobs.Reindex(1)).Drain(t.Context(), st); err != nil {
			t.Fatal(err)
		}
		for _, query := range []string{"protocols", "protocol kind:agreement", "Өзбекстан"} { // a name of the record in another language
			if got := finds(t, st, query); !slices.Equal(got, all) {
				t.Errorf("after: %s finds %v", query, got)
			}
		}
		if got := finds(t, st, "oldprotocol"); got != nil {
			t.Errorf("the old terms are left: %v", got)
		}
		if _, ok, err := st.ReindexProgress(t.Context()); err != nil || ok {
			t.Errorf("the work has not ended: %v", err)
		}
		if n, err := st.IndexPieces(t.Context()); err != nil || n != 1 {
			t.Errorf("the index lies in %d pieces: %v", n, err)
		}
	})
}

// older indexes articles as an older version did, each in a transaction and so
// in a piece of the index of its own.
func older(t *testing.T, st *store.Store, items []*store.Item) {
	t.Helper()
	for _, it := range items {
		if err := st.Update(t.Context(), func(tx *store.Tx) error {
			doc := search.Index(search.Text{Language: "en", Title: it.Revision.Title, Plain: it.Revision.Plain})
			for i, term := range doc.Terms {
				if term == "protocol" {
					doc.Terms[i] = "oldprotocol"
				}
			}
			doc.Version = search.Version - 1
			return tx.Index(it.Card(), doc)
		}); err != nil {
			t.Fatal(err)
		}
	}
}

// An entity whose keys an older version made is found by the keys of now.
func TestReindexRenewsNameKeys(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		e := record.Entity{Kind: read.Person, Names: []record.Name{{Text: "Quanysh Temirov", Language: "en", Script: "Latn"}}}
		it := testkit.Item("en", "text", "Rivers", "Quanysh Temirov spoke of rivers.", time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC))
		found := func() (n int) {
			t.Helper()
			err := st.Update(t.Context(), func(tx *store.Tx) error {
				list, err := tx.EntitiesByKeys(read.Person, record.Matcher{}.Keys(e))
				n = len(list)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		err := st.Update(t.Context(), func(tx *store.Tx) error {
			if _, err := tx.Save(it); err != nil {
				return err
			}
			if err := tx.SaveEntity(&e, []string{"a key of old"}); err != nil {
				return err
			}
			return tx.SaveReading(&store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "test", Language: "en",
				Mentions: []store.Mention{{Entity: e.ID, Spans: []value.Span{{Start: 0, End: 15}}}}})
		})
		if err != nil {
			t.Fatal(err)
		}
		older(t, st, []*store.Item{it})
		if n := found(); n != 0 {
			t.Fatalf("found by the keys of now already: %d", n)
		}
		if _, err := jobs.EnqueueReindex(t.Context(), st); err != nil {
			t.Fatal(err)
		}
		if _, err := jobs.NewWorker(jobs.Reindex(1)).Drain(t.Context(), st); err != nil {
			t.Fatal(err)
		}
		if n := found(); n != 1 {
			t.Errorf("after: %d are found", n)
		}
	})
}
