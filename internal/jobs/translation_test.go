package jobs_test

import (
	"strings"
	"testing"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

// A memorandum without a day and with one party says too little to be known
// again elsewhere; in a translation of the same article it is the same fact.
func TestTranslationsTellOneFact(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		r := newReader()
		r.Read = func(text string, o reader.Options) read.Reading {
			out := fakeRead(text, o)
			s := &out.Statements[0]
			s.Instrument, s.Date, s.Parties = map[string]string{"en": "memorandum of sorts", "ru": "меморандум"}[o.Language], "", s.Parties[:1]
			return out
		}
		day := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
		english := testkit.Item("en", "s1", "Memorandum", "Kazakhstan Land1 signed a memorandum of sorts.", day)
		russian := testkit.Item("ru", "s2", "Меморандум", "Kazakhstan Страна1 подписали меморандум.", day)
		stranger := testkit.Item("ru", "s3", "Другой меморандум", "Kazakhstan Страна1 подписали меморандум.", day)
		russian.GroupKey, english.GroupKey = "g", "g"
		enqueue(t, st, english, russian, stranger)
		drain(t, r, st, 3)
		list := facts(t, st)
		told := map[int]int{}
		for _, s := range list {
			told[s.Told]++
		}
		if len(list) != 2 || told[2] != 1 || told[1] != 1 {
			t.Fatalf("%d facts, by tellings %v: want one of two translations and one alone", len(list), told)
		}

		// Reading one of them again leaves it so.
		enqueue(t, st, russian)
		drain(t, r, st, 1)
		if again := facts(t, st); len(again) != 2 {
			t.Fatalf("read again: %d facts", len(again))
		}
	})
}

// readOffice reads texts of the form "name, title, body.": one person in one
// office.
func readOffice(text string, o reader.Options) read.Reading {
	part := strings.Split(strings.TrimSuffix(text, "."), ", ")
	r := read.Reading{Language: o.Language, Published: o.Published.String(), Sentences: []value.Span{{Start: 0, End: len([]rune(text))}}}
	at := 0
	for i, p := range []struct{ id, kind, name string }{{"e1", read.Person, part[0]}, {"", "", part[1]}, {"e2", read.Organization, part[2]}} {
		n := len([]rune(p.name))
		if i != 1 {
			r.Entities = append(r.Entities, read.Entity{ID: p.id, Kind: p.kind, Name: p.name})
			r.Mentions = append(r.Mentions, read.Mention{Kind: p.kind, Text: p.name, Start: at, End: at + n, Entity: p.id})
		}
		at += n + 2
	}
	r.Statements = []read.Statement{{Kind: read.Office, Evidence: r.Sentences[0], Rule: "fake", Person: "e1", Title: part[1], Organization: "e2"}}
	return r
}

// Of a person whom a text leaves in question the translation, read after it,
// can say who it is: the question goes, the person's name in that language
// stays, and what the reader did can be taken back and is not done again.
func TestTranslationAnswersQuestion(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		r := newReader()
		r.Read = readOffice
		day := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
		known := testkit.Item("ru", "s1", "Один", "Марат Тулегенов, директор, Институт архивов.", day)
		english := testkit.Item("en", "s2", "Two", "Marat Tulegenov, keeper of rolls, House of Rolls.", day.AddDate(0, 0, 9))
		russian := testkit.Item("ru", "s3", "Два", "Марат Тулегенов, глава, Институт архивов.", day.AddDate(0, 0, 9))
		english.GroupKey, russian.GroupKey = "g", "g"
		people := func() (list []store.Entity, asked []store.Question) {
			t.Helper()
			list, err := st.Entities(t.Context(), store.EntityFilter{Kind: read.Person, Limit: 10})
			if err != nil {
				t.Fatal(err)
			}
			all, err := st.Questions(t.Context(), 0, 10)
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range all { // the two bodies are a question of their own
				if e, err := st.EntityByID(t.Context(), q.Entity); err == nil && e.Kind == read.Person {
					asked = append(asked, q)
				}
			}
			return list, asked
		}
		enqueue(t, st, known, english)
		drain(t, r, st, 2)
		list, asked := people()
		if len(list) != 2 || len(asked) != 1 {
			t.Fatalf("%d people, %d questions", len(list), len(asked))
		}
		enqueue(t, st, russian)
		drain(t, r, st, 2) // the translation is read again too, by the same run
		if list, asked := people(); len(list) != 1 || len(asked) != 0 || list[0].Articles != 3 || list[0].Name("en") != "Marat Tulegenov" || list[0].Name("ru") != "Марат Тулегенов" {
			t.Fatalf("people %+v, questions %+v", list, asked)
		}

		log, err := st.History(t.Context(), "entity", asked[0].Entity)
		if err != nil || len(log) != 1 || log[0].What != "merge" || !strings.Contains(log[0].Who, r.Version) {
			t.Fatalf("history %+v %v", log, err)
		}
		if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.Undo(log[0].ID, record.Change{Who: "editor"}) }); err != nil {
			t.Fatal(err)
		}
		enqueue(t, st, russian)
		drain(t, r, st, 1)
		if list, asked := people(); len(list) != 2 || len(asked) != 1 {
			t.Errorf("taken back by a person, and done again: %+v %+v", list, asked)
		}
	})
}
