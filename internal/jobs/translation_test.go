package jobs_test

import (
	"testing"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
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
