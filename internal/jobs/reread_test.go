package jobs_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// versions gives which version of the reader read the articles last.
func versions(t *testing.T, st *store.Store) (out []string) {
	t.Helper()
	for c, err := range st.EachPublic(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		r, err := st.ReadOf(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r.Version)
	}
	return out
}

func TestReread(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		var items []*store.Item
		for i := range 5 {
			items = append(items, testkit.Item("en", fmt.Sprint("text-", i), "T", fmt.Sprintf("Text %d: Kazakhstan and Uzbekistan signed a protocol on rivers.", i), time.Date(2019, 1, 1+i, 0, 0, 0, 0, time.UTC)))
		}
		old := jobs.New()
		old.Version = "old"
		if err := st.Update(t.Context(), func(tx *store.Tx) error {
			for _, it := range items {
				if _, err := tx.Save(it); err != nil {
					return err
				}
				if err := jobs.Enqueue(tx, it.Article.ID); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if _, err := old.Drain(t.Context(), st, nil); err != nil {
			t.Fatal(err)
		}
		if begun, err := old.EnqueueReread(t.Context(), st); err != nil || begun {
			t.Errorf("nothing is to be read again: %v %v", begun, err)
		}
		said, err := st.Statements(t.Context(), store.StatementFilter{Kind: read.Agreement})
		if err != nil || len(said) == 0 {
			t.Fatalf("%d statements: %v", len(said), err)
		}
		if err := st.Update(t.Context(), func(tx *store.Tx) error {
			return tx.DecideStatement(said[0].ID, record.Accepted, record.Change{Who: "editor"})
		}); err != nil {
			t.Fatal(err)
		}

		// The new reader panics at one text and is interrupted at another.
		again := jobs.New()
		again.Version = "new"
		interrupt, stop := context.WithCancel(t.Context())
		plain := again.Read
		again.Read = func(text string, o reader.Options) read.Reading {
			if strings.Contains(text, "Text 1") {
				panic("no")
			}
			if strings.Contains(text, "Text 3") {
				stop()
			}
			return plain(text, o)
		}
		if begun, err := again.EnqueueReread(t.Context(), st); err != nil || !begun {
			t.Fatalf("%v %v", begun, err)
		}
		if begun, err := again.EnqueueReread(t.Context(), st); err != nil || begun {
			t.Errorf("begun twice: %v %v", begun, err)
		}
		jobs.NewWorker(again.Reread(1)).Drain(interrupt, st)
		if p, ok, err := st.RereadProgress(t.Context()); err != nil || !ok || p.Version != "new" || p.Total != 5 || p.Done != 0 {
			t.Errorf("after an interruption: %+v %v %v", p, ok, err)
		}
		if _, err := jobs.NewWorker(again.Reread(1)).Drain(t.Context(), st); err != nil {
			t.Fatal(err)
		}
		if got := versions(t, st); !slices.Equal(got, []string{"new", "old", "new", "new", "new"}) {
			t.Errorf("read by %v", got)
		}
		if _, ok, err := st.RereadProgress(t.Context()); err != nil || ok {
			t.Errorf("the work has not ended: %v", err)
		}
		if s, err := st.StatementByID(t.Context(), said[0].ID); err != nil || s.Rank != record.Accepted {
			t.Errorf("what an editor decided became %s: %v", s.Rank, err)
		}
	})
}

// Reading again takes no more than its share of one processor.
func TestRereadPauses(t *testing.T) {
	st := testkit.SQLite(t)
	items := testkit.Items(12)
	if err := st.Update(t.Context(), func(tx *store.Tx) error {
		for _, it := range items {
			if _, err := tx.Save(it); err != nil {
				return err
			}
			if err := jobs.Enqueue(tx, it.Article.ID); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	old := jobs.New()
	old.Version = "old"
	if _, err := old.Drain(t.Context(), st, nil); err != nil {
		t.Fatal(err)
	}
	const work = 4 * time.Millisecond
	r := jobs.New()
	r.Read = func(string, reader.Options) read.Reading { time.Sleep(work); return read.Reading{} }
	if _, err := r.EnqueueReread(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if _, err := jobs.NewWorker(r.Reread(0.25)).Drain(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	if took, least := time.Since(begun), 12*4*work; took < least {
		t.Errorf("took %s; at a quarter of a processor it takes at least %s", took, least)
	}
	if n, err := st.CountReadBefore(t.Context(), r.Version); err != nil || n != 0 {
		t.Errorf("%d are left: %v", n, err)
	}
}
