package record

import (
	"slices"
	"testing"

	"shanyraq/internal/read"
)

var sampleHouse = HouseNames(map[string]string{"en": "Assembly of the Lakes", "ru": "Ассамблея озёр", "kk": "Көлдер ассамблеясы"})

// naming is the reading of a text that names organizations.
func naming(names ...string) (r read.Reading) {
	for i, n := range names {
		r.Entities = append(r.Entities, read.Entity{ID: "e" + string(rune('1'+i)), Kind: read.Organization, Name: n})
	}
	return r
}

// What the texts of three languages call as the site is called is one body
// with all the names; other bodies stay apart.
func TestTheHouseIsOneBody(t *testing.T) {
	s := newMemory()
	s.m.Names, s.m.House = nil, sampleHouse
	var ids []int64
	for i, c := range []struct{ language, name string }{
		{"kk", "Көлдер ассамблеясы"}, {"ru", "АССАМБЛЕЯ ОЗЁР"}, {"en", "Assembly of the Lakes"}, {"kk", "Kölder assambleiasy"},
		{"ru", "Ассамблея рек"}, {"en", "Assembly of the Lakes and Rivers"},
	} {
		d := s.take(t, naming(c.name), Text{Article: int64(i + 1), Language: c.language})[0]
		if d.House != (i < 4) || len(d.Candidates) > 0 {
			t.Errorf("%s: house %v, asked %v", c.name, d.House, d.Candidates)
		}
		ids = append(ids, s.mentioned[int64(i+1)][0])
	}
	if !slices.Equal(ids, []int64{1, 1, 1, 1, 2, 3}) {
		t.Errorf("the bodies are %v", ids)
	}
	for language, want := range map[string]string{"en": "Assembly of the Lakes", "ru": "Ассамблея озёр", "kk": "Көлдер ассамблеясы"} {
		if got := s.entities[0].Name(language); got != want {
			t.Errorf("in %s it is called %q", language, got)
		}
	}
	// A text of two languages names one body, also as the first of all.
	s = newMemory()
	s.m.Names, s.m.House = nil, sampleHouse
	for _, d := range s.take(t, naming("Ассамблея озёр", "Assembly of the Lakes"), Text{Article: 1, Language: "ru"}) {
		if !d.House {
			t.Errorf("%s is not the institution", d.Entity.Name("ru"))
		}
	}
	// Neither a person nor a body of the lists, though they are called so.
	d := s.take(t, read.Reading{Entities: []read.Entity{{ID: "e1", Kind: read.Person, Name: "Ассамблея озёр"}, {ID: "e2", Kind: read.Organization, Name: "Ассамблея озёр", Known: "lakes"}}}, Text{Article: 2, Language: "ru"})
	if d[0].House || d[1].House {
		t.Error("a name alone made the institution of somebody else")
	}
}

// Where the record has three bodies from before the site was named, a text
// that is read again keeps its own and asks; new ones go to the oldest; when an
// editor has merged them, nothing is asked.
func TestTheHouseOfOldReadings(t *testing.T) {
	s := newMemory()
	s.m.Names = nil
	texts := []struct{ language, name string }{{"ru", "Ассамблея озёр"}, {"kk", "Көлдер ассамблеясы"}, {"en", "Assembly of the Lakes"}}
	for i, c := range texts {
		s.take(t, naming(c.name), Text{Article: int64(i + 1), Language: c.language})
	}
	if len(s.entities) != 3 {
		t.Fatalf("%d bodies without a name of the site", len(s.entities))
	}
	s.m.House = sampleHouse
	for i, c := range texts {
		d := s.take(t, naming(c.name), Text{Article: int64(i + 1), Language: c.language})[0]
		want := []int64{1}
		if i == 0 {
			want = nil
		}
		if d.Verdict != Same || d.Entity.ID != int64(i+1) || !slices.Equal(d.Candidates, want) {
			t.Errorf("%s: %s %d, asked to be %v", c.name, d.Verdict, d.Entity.ID, d.Candidates)
		}
	}
	if d := s.take(t, naming("Көлдер ассамблеясы"), Text{Article: 9, Language: "kk"})[0]; d.Entity.ID != 1 || d.Candidates != nil {
		t.Errorf("a new text goes to %d, asked %v", d.Entity.ID, d.Candidates)
	}
	s.entities[1].Into, s.entities[2].Into = 1, 1
	if d := s.take(t, naming("Assembly of the Lakes"), Text{Article: 3, Language: "en"})[0]; d.Entity.ID != 1 || d.Candidates != nil {
		t.Errorf("once they are merged: %d, asked %v", d.Entity.ID, d.Candidates)
	}
}
