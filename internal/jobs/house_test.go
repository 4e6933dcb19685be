package jobs_test

import (
	"strings"
	"testing"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

// appointed reads "person|title|body" as an office.
func appointed(text string, o reader.Options) read.Reading {
	part := strings.Split(text, "|")
	r := read.Reading{Language: o.Language, Published: o.Published.String(), Sentences: []value.Span{{Start: 0, End: len([]rune(text))}}}
	at := 0
	for i, kind := range []string{read.Person, "", read.Organization} {
		n := len([]rune(part[i]))
		if id := "e" + string(rune('1'+i)); kind != "" {
			r.Entities = append(r.Entities, read.Entity{ID: id, Kind: kind, Name: part[i]})
			r.Mentions = append(r.Mentions, read.Mention{Kind: kind, Text: part[i], Start: at, End: at + n, Entity: id})
		}
		at += n + 1
	}
	r.Statements = []read.Statement{{Kind: read.Office, Evidence: r.Sentences[0], Rule: "fake", Person: "e1", Title: part[1], Organization: "e3", Date: o.Published.String()}}
	return r
}

// The names of the site let an institution's three names be one body, and what
// three translations tell of it one fact. Where the bodies were there before
// the name, an editor is asked, and can undo what the answer did.
func TestTheHouseInThreeLanguages(t *testing.T) {
	day := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	names := map[string]string{"en": "Assembly of the Lakes", "ru": "Ассамблея озёр", "kk": "Көлдер ассамблеясы"}
	texts := func() (out []*store.Item) {
		for _, c := range [][2]string{{"en", "Kamshat Omarova|secretary-general|Assembly of the Lakes"}, {"ru", "Камшат Омарова|генеральный секретарь|Ассамблея озёр"}, {"kk", "Қамшат Омарова|бас хатшы|Көлдер ассамблеясы"}} {
			it := testkit.Item(c[0], "a", "Appointed", c[1], day)
			it.GroupKey = "g"
			out = append(out, it)
		}
		return out
	}
	bodies := func(t *testing.T, st *store.Store) (out []record.Entity) {
		t.Helper()
		list, err := st.Entities(t.Context(), store.EntityFilter{Kind: read.Organization, Limit: 20})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			out = append(out, e.Entity)
		}
		return out
	}
	update := func(t *testing.T, st *store.Store, fn func(*store.Tx) error) {
		t.Helper()
		if err := st.Update(t.Context(), fn); err != nil {
			t.Fatal(err)
		}
	}
	both(t, func(t *testing.T, st *store.Store) {
		r := newReader()
		r.Read = appointed
		update(t, st, func(tx *store.Tx) error { return tx.SetNames(names) })
		enqueue(t, st, texts()...)
		drain(t, r, st, 3)
		list := bodies(t, st)
		if len(list) != 1 || list[0].Name("ru") != names["ru"] || list[0].Name("kk") != names["kk"] || list[0].Name("en") != names["en"] {
			t.Fatalf("the bodies are %+v", list)
		}
		facts, err := st.Statements(t.Context(), store.StatementFilter{Entity: list[0].ID, Role: record.RoleOrganization, Facts: true})
		if err != nil || len(facts) != 1 || facts[0].Told != 3 {
			t.Errorf("%d facts: %+v, %v", len(facts), facts, err)
		}
	})
	both(t, func(t *testing.T, st *store.Store) {
		r := newReader()
		// Only what the site's names say is to join: no office is told twice.
		r.Read = func(text string, o reader.Options) read.Reading {
			out := appointed(text, o)
			out.Statements = nil
			return out
		}
		items := texts()
		enqueue(t, st, items...)
		drain(t, r, st, 3)
		if list := bodies(t, st); len(list) != 3 {
			t.Fatalf("before the site has names: %d bodies", len(list))
		}
		asked := func() []store.Question {
			t.Helper()
			all, err := st.Questions(t.Context(), 0, 20)
			if err != nil {
				t.Fatal(err)
			}
			var out []store.Question
			for _, q := range all {
				if strings.Contains(strings.Join(q.Reasons, " "), "the site has this name") {
					out = append(out, q)
				}
			}
			return out
		}
		update(t, st, func(tx *store.Tx) error {
			if err := tx.SetNames(names); err != nil {
				return err
			}
			return jobs.MeetHouse(tx)
		})
		qs := asked()
		if len(qs) != 2 || qs[0].Candidates[0] != qs[1].Candidates[0] || len(qs[0].Candidates) != 1 {
			t.Fatalf("asked %+v", qs)
		}
		enqueue(t, st, items...)
		drain(t, r, st, 3)
		if list := bodies(t, st); len(list) != 3 || len(asked()) != 2 {
			t.Fatalf("read again: %d bodies, asked %+v", len(list), asked())
		}
		for _, q := range qs {
			update(t, st, func(tx *store.Tx) error {
				return tx.MergeEntities(q.Entity, q.Candidates[0], record.Change{Who: "editor", When: day})
			})
		}
		enqueue(t, st, items...)
		drain(t, r, st, 3)
		list := bodies(t, st)
		if len(list) != 1 || len(asked()) != 0 {
			t.Fatalf("merged: %d bodies, asked %+v", len(list), asked())
		}
	})
}
