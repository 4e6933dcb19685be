package record

import (
	"slices"
	"testing"

	"shanyraq/internal/read"
)

// by is a text that names one person with an office of a body.
func by(language, day, name, title, body string) read.Reading {
	r := read.Reading{Language: language, Published: day, Entities: []read.Entity{{ID: "e1", Kind: read.Person, Name: name}}}
	if body != "" {
		r.Entities = append(r.Entities, read.Entity{ID: "e2", Kind: read.Organization, Name: body})
		r.Statements = []read.Statement{{Kind: read.Office, Person: "e1", Title: title, Organization: "e2", Evidence: readSpan(0, 5)}}
	}
	return r
}

// A text gives its person an office that the record does not know him by; the
// translation, read after it, gives one that it does. Both speak of him.
func TestTranslationSettlesQuestion(t *testing.T) {
	known := by("en", "2020-01-10", "Marat Tulegenov", "director", "Institute of Archives")
	first := by("en", "2021-05-02", "Marat Tulegenov", "keeper of rolls", "House of Rolls")
	second := by("ru", "2021-05-02", "Marat Tulegenov", "head", "Institute of Archives")
	take := func(groups []string, texts ...read.Reading) (*memory, [][]Decision) {
		s := newMemory()
		var out [][]Decision
		for i, r := range texts {
			s.groups = append(s.groups, groups[i])
			out = append(out, s.take(t, r, Text{Article: int64(i + 1), Language: r.Language, Plain: "words of it"}))
		}
		return s, out
	}
	s, out := take([]string{"a", "b", "b"}, known, first, second)
	if out[1][0].Verdict != Question || out[2][0].Verdict != Same || !slices.Equal(out[2][0].Settles, []int64{3}) {
		t.Fatalf("%+v", out[1:])
	}
	if s.entities[2].Into != 1 || len(s.asked) != 0 || s.mentioned[2][0] != 1 {
		t.Errorf("not settled: %+v", s.entities)
	}

	// The other way round nothing is to be settled, with the same end.
	if s, out := take([]string{"a", "b", "b"}, known, second, first); len(s.asked) != 0 || s.mentioned[3][0] != 1 || out[2][0].Settles != nil {
		t.Errorf("read the other way round: %+v %+v", s.mentioned, s.asked)
	}

	// What does not settle it.
	both := by("en", "2021-05-02", "Marat Tulegenov", "keeper of rolls", "House of Rolls")
	both.Entities = append(both.Entities, read.Entity{ID: "e3", Kind: read.Person, Name: "M. Tulegenov"})
	twice := second
	twice.Entities = append(slices.Clone(second.Entities), read.Entity{ID: "e3", Kind: read.Person, Name: "M. Tulegenov"})
	for name, c := range map[string]struct {
		groups []string
		texts  []read.Reading
	}{
		"no translation":                  {[]string{"a", "b", "c"}, []read.Reading{known, first, second}},
		"another text waits with it":      {[]string{"a", "b", "c", "b"}, []read.Reading{known, first, first, second}},
		"the text has two of the surname": {[]string{"a", "b", "b"}, []read.Reading{known, first, twice}},
		"the translation has two":         {[]string{"a", "b", "b"}, []read.Reading{known, both, second}},
	} {
		s, out := take(c.groups, c.texts...)
		for _, list := range out {
			for _, d := range list {
				if len(d.Settles) > 0 {
					t.Errorf("%s: %+v", name, d)
				}
			}
		}
		if len(s.asked) == 0 {
			t.Errorf("%s: nobody is asked", name)
		}
	}
}
