package jobs_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/jobs"
	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

func TestMain(m *testing.M) {
	code := m.Run()
	testkit.StopPostgres()
	os.Exit(code)
}

// fakeRead says of every text that the two states named by its first two
// words signed a protocol; "boom" panics.
func fakeRead(text string, o reader.Options) read.Reading {
	if strings.Contains(text, "boom") {
		panic("boom")
	}
	f := strings.Fields(text)
	r := read.Reading{Language: o.Language, Published: o.Published.String(), Sentences: []value.Span{{Start: 0, End: len([]rune(strings.Split(text, "\n\n")[0]))}}}
	at := 0
	for i, name := range f[:2] {
		id, n := fmt.Sprintf("e%d", i+1), len([]rune(name))
		r.Entities = append(r.Entities, read.Entity{ID: id, Kind: read.Place, Name: name, Known: strings.ToLower(name)})
		r.Mentions = append(r.Mentions, read.Mention{Kind: read.Place, Text: name, Start: at, End: at + n, Entity: id})
		at += n + 1
	}
	var n int // each country signs on a day of its own
	fmt.Sscanf(f[1], "Страна%d", &n)
	date := time.Date(2019, 1, 1+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	r.Statements = []read.Statement{{Kind: read.Agreement, Evidence: r.Sentences[0], Rule: "fake", Instrument: "protocol", Parties: []string{"e1", "e2"}, Date: date, Status: "signed"}}
	return r
}

func newReader() *jobs.Reader {
	r := jobs.New()
	r.Read, r.Version = fakeRead, "fake-1"
	return r
}

func enqueue(t *testing.T, st *store.Store, items ...*store.Item) {
	t.Helper()
	err := st.Update(t.Context(), func(tx *store.Tx) error {
		for _, it := range items {
			if _, err := tx.Save(it); err != nil {
				return err
			}
			if err := jobs.Enqueue(tx, it.Article.ID); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func drain(t *testing.T, r *jobs.Reader, st *store.Store, want int) {
	t.Helper()
	n, err := r.Drain(t.Context(), st, nil)
	if err != nil || n != want {
		t.Fatalf("did %d jobs, want %d: %v", n, want, err)
	}
}

func facts(t *testing.T, st *store.Store) []store.Statement {
	t.Helper()
	list, err := st.Statements(t.Context(), store.StatementFilter{Kind: read.Agreement, Facts: true, Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func both(t *testing.T, test func(t *testing.T, st *store.Store)) {
	t.Run("sqlite", func(t *testing.T) { test(t, testkit.SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, testkit.Postgres(t)) })
}

func TestWalk(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		r := newReader()
		day := time.Date(2019, 5, 1, 0, 0, 0, 0, time.UTC)
		var items []*store.Item
		for i := range 300 {
			it := testkit.Item("ru", fmt.Sprint("s", i), "Протокол", fmt.Sprintf("Қазақстан Страна%d подписали протокол.", i%100), day.AddDate(0, 0, i))
			items = append(items, it)
		}
		enqueue(t, st, items...)
		drain(t, r, st, 300)
		list := facts(t, st)
		if len(list) != 100 || list[0].Told != 3 || list[0].Quote != items[0].Revision.Plain && !strings.HasPrefix(list[0].Quote, "Қазақстан Страна") {
			t.Fatalf("%d facts, the first %+v", len(list), list[0])
		}
		ents, err := st.Entities(t.Context(), store.EntityFilter{Kind: read.Place, Limit: 1})
		if err != nil || ents[0].Articles != 300 {
			t.Fatalf("%+v %v", ents, err)
		}
		q, err := search.Parse("протоколы страна7 kind:agreement", search.Options{})
		if err != nil {
			t.Fatal(err)
		}
		f, err := st.Search(t.Context(), store.Search{Query: q})
		if err != nil || f.Total != 3 || f.Any {
			t.Fatalf("found %+v %v", f, err)
		}

		// The same again changes nothing.
		enqueue(t, st, items[:10]...)
		drain(t, r, st, 10)
		if again := facts(t, st); fmt.Sprint(again) != fmt.Sprint(list) {
			t.Error("reading the same revisions again changed the record")
		}

		// A withdrawn article is in no register and not found.
		items[7].Article.State = article.Withdrawn
		enqueue(t, st, items[7])
		drain(t, r, st, 1)
		if f, err := st.Search(t.Context(), store.Search{Query: q}); err != nil || f.Total != 2 {
			t.Errorf("found %d %v", f.Total, err)
		}
		// And comes back when it is published again.
		items[7].Article.State = article.Published
		enqueue(t, st, items[7])
		drain(t, r, st, 1)
		if back := facts(t, st); fmt.Sprint(back) != fmt.Sprint(list) {
			t.Error("publishing again does not give the same record")
		}
	})
}

// One text that the reader cannot bear holds up no other, and is tried again
// later, then kept for a person.
func TestPoison(t *testing.T) {
	st := testkit.SQLite(t)
	now := testkit.Now
	st.Now = func() time.Time { return now }
	items := testkit.Items(9)
	items[4] = testkit.Item("en", "bad", "Bad", "boom boom boom", now)
	enqueue(t, st, items...)
	r := newReader()
	drain(t, r, st, 8)
	for range 10 {
		now = now.Add(time.Hour)
		drain(t, r, st, 0)
	}
	n, err := st.JobCounts(t.Context())
	if err != nil || n["failed"] != 1 || n["waiting"]+n["running"] != 0 {
		t.Errorf("%v %v", n, err)
	}
}

// A worker that dies leaves nothing undone.
func TestLostWorker(t *testing.T) {
	st := testkit.SQLite(t)
	now := testkit.Now
	st.Now = func() time.Time { return now }
	enqueue(t, st, testkit.Items(5)...)
	err := st.Update(t.Context(), func(tx *store.Tx) error {
		_, err := tx.Claim(jobs.ReadJob, 100, time.Minute)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	r := newReader()
	drain(t, r, st, 0)
	now = now.Add(2 * time.Minute)
	drain(t, r, st, 5)
}

// What a person decided stays with its words when the text is edited: moved
// exactly, or orphaned when the words are gone.
func TestDecidedAnchorsMove(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		r := newReader()
		day := time.Date(2019, 5, 1, 0, 0, 0, 0, time.UTC)
		edit := func(text string) *store.Item {
			it := testkit.Item("ru", "s", "Протокол", text, day)
			it.Key = "s"
			return it
		}
		it := edit("Қазақстан Страна1 подписали протокол.\n\nВсе были рады этому дню.\n\nКонец.")
		enqueue(t, st, it)
		drain(t, r, st, 1)
		said, err := st.ArticleStatements(t.Context(), it.Article.ID, true)
		if err != nil || len(said) != 1 {
			t.Fatal(said, err)
		}
		id := said[0].ID
		if err := st.Update(t.Context(), func(tx *store.Tx) error {
			return tx.DecideStatement(id, record.Accepted, record.Change{Who: "editor"})
		}); err != nil {
			t.Fatal(err)
		}
		enqueue(t, st, edit("Қазақстан Страна1 подписали протокол.\n\nВсе были рады этому дню.\n\nДругой конец здесь."))
		drain(t, r, st, 1)
		s, err := st.StatementByID(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		rev, err := st.Revision(t.Context(), s.Revision)
		if err != nil || rev.Number != 2 || s.Hash != rev.Hash || string([]rune(rev.Plain)[s.Evidence.Start:s.Evidence.End]) != s.Quote {
			t.Errorf("the evidence stands at %v of revision %d: %v", s.Evidence, rev.Number, err)
		}
		enqueue(t, st, edit("Третье четвёртое и больше ничего."))
		drain(t, r, st, 1)
		if s, err = st.StatementByID(t.Context(), id); err != nil || !s.Orphaned || s.Rank != record.Accepted {
			t.Errorf("words that are gone: %+v %v", s, err)
		}
		for _, f := range facts(t, st) {
			if f.ID == id {
				t.Error("an orphaned statement is shown")
			}
		}
	})
}
