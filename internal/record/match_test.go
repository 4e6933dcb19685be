package record

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/fault"
	"shanyraq/internal/names"
	"shanyraq/internal/read"
)

// memory is a Source that keeps what a test gives it.
type memory struct {
	m          Matcher
	entities   []Entity
	statements []Statement
	groups     []string          // group of article n+1
	mentioned  map[int64][]int64 // article: entities, beside the reading's
	asked      map[int64][]int64
}

func (s *memory) Asked(entity int64) ([]int64, error) { return s.asked[entity], nil }

func (s *memory) Undecided(entity, beside, article int64) (bool, error) {
	for other, list := range s.mentioned {
		if slices.Contains(list, entity) && (article < 1 || int(other) > len(s.groups) || s.groups[other-1] != s.groups[article-1] || slices.Contains(list, beside)) {
			return false, nil
		}
	}
	return true, nil
}

func (s *memory) Translations(article int64) (entities []Entity, statements []Statement, err error) {
	for i, g := range s.groups {
		other := int64(i + 1)
		if article < 1 || other == article || g != s.groups[article-1] {
			continue
		}
		for _, id := range s.mentioned[other] {
			entities = append(entities, s.entities[id-1])
		}
		for _, st := range s.statements {
			if st.Article == other {
				statements = append(statements, st)
			}
		}
	}
	return entities, statements, nil
}

func (s *memory) Companions(entity int64) (out []int64, err error) {
	for _, list := range s.mentioned {
		if slices.Contains(list, entity) {
			out = append(out, list...)
		}
	}
	return out, nil
}

func (s *memory) Mentioned(article int64) (out []Entity, err error) {
	for _, id := range s.mentioned[article] {
		out = append(out, s.entities[id-1])
	}
	return out, nil
}

func newMemory() *memory {
	s := &memory{mentioned: map[int64][]int64{}, asked: map[int64][]int64{}}
	s.m = Matcher{Source: s, Names: plainNames{}}
	return s
}

func (s *memory) Entities(kind string, keys []string) (out []Entity, err error) {
	for _, e := range s.entities {
		if e.Kind == kind && slices.ContainsFunc(s.m.Keys(e), func(k string) bool { return slices.Contains(keys, k) }) {
			out = append(out, e)
		}
	}
	return out, nil
}

func (s *memory) Entity(id int64) (Entity, error) {
	if id < 1 || int(id) > len(s.entities) {
		return Entity{}, fault.New(fault.NotFound, "no entity %d", id)
	}
	return s.entities[id-1], nil
}

func (s *memory) Statements(entity int64, n int) (out []Statement, err error) {
	for _, st := range s.statements {
		if slices.ContainsFunc(st.Refs, func(r Ref) bool { return r.Entity == entity }) && len(out) < n {
			out = append(out, st)
		}
	}
	return out, nil
}

// take matches a reading and keeps what it decides, as a job would.
func (s *memory) take(t testing.TB, r read.Reading, text Text) []Decision {
	t.Helper()
	list, err := s.m.Match(r, text)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]int64{}
	var now []int64
	for _, d := range list {
		if d.Entity.ID == 0 {
			d.Entity.ID = int64(len(s.entities) + 1)
			s.entities = append(s.entities, d.Entity)
		} else if d.Changed {
			s.entities[d.Entity.ID-1] = d.Entity
		}
		if d.Verdict == Question {
			s.asked[d.Entity.ID] = d.Candidates
		}
		for _, id := range d.Settles {
			s.merge(id, d.Entity.ID)
		}
		ids[d.Read] = d.Entity.ID
		now = append(now, d.Entity.ID)
	}
	s.mentioned[text.Article] = now
	for _, st := range Statements(r, text, ids) {
		st.ID = int64(len(s.statements) + 1)
		s.statements = append(s.statements, st)
	}
	return list
}

// merge makes one entity of two, as the store does.
func (s *memory) merge(from, into int64) {
	s.entities[from-1].Into = into
	delete(s.asked, from)
	for _, list := range s.mentioned {
		for i := range list {
			if list[i] == from {
				list[i] = into
			}
		}
	}
	for i := range s.statements {
		for j := range s.statements[i].Refs {
			if s.statements[i].Refs[j].Entity == from {
				s.statements[i].Refs[j].Entity = into
			}
		}
	}
}

// plainNames compares Latin names word by word; the real comparison across
// scripts has its own tests in package names.
type plainNames struct{}

func (plainNames) Latin(s string) string { return fold(s) }

func (plainNames) Key(s string) []string {
	w := strings.Fields(fold(strings.TrimSuffix(s, " Jr.")))
	return w[len(w)-1:]
}

func (plainNames) Same(a, b string) names.Result {
	x, y := strings.Fields(fold(strings.TrimSuffix(a, " Jr."))), strings.Fields(fold(strings.TrimSuffix(b, " Jr.")))
	if x[len(x)-1] != y[len(y)-1] {
		return names.Result{}
	}
	same := func(i int) bool {
		return i >= len(x)-1 || i >= len(y)-1 || strings.HasPrefix(x[i], y[i]) || strings.HasPrefix(y[i], x[i])
	}
	ok := same(0) && same(1)
	return names.Result{Same: ok, Score: 0.9}
}

// readingOf makes the reading of a text that says one line of a case.
func readingOf(line string) read.Reading {
	part := strings.Split(line, "|")
	for len(part) < 6 {
		part = append(part, "")
	}
	for i := range part {
		part[i] = strings.TrimSpace(part[i])
	}
	r := read.Reading{Language: "en", Published: part[5]}
	entity := func(kind, name string) string {
		if name == "" {
			return ""
		}
		id := fmt.Sprint("e", len(r.Entities)+1)
		r.Entities = append(r.Entities, read.Entity{ID: id, Kind: kind, Name: name})
		return id
	}
	who, body, place, other := entity(read.Person, part[0]), entity(read.Organization, part[2]), entity(read.Place, part[3]), entity(read.Person, part[4])
	evidence := read.Statement{Rule: "test"}
	evidence.Evidence.End = 5
	if part[1] != "" {
		s := evidence
		s.Kind, s.Person, s.Title, s.Organization, s.Date = read.Office, who, part[1], body, part[5]
		r.Statements = append(r.Statements, s)
	}
	if place != "" || other != "" {
		s := evidence
		s.Kind, s.Event, s.Place, s.Date = read.Event, "meeting", place, part[5]
		s.Participants = []string{who}
		if other != "" {
			s.Participants = append(s.Participants, other)
		}
		r.Statements = append(r.Statements, s)
	}
	return r
}

func TestPeople(t *testing.T) {
	data, err := os.ReadFile("cases/people.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for chunk := range strings.SplitSeq(string(data), "\n\n") {
		lines := strings.Split(strings.TrimSpace(chunk), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		cases++
		t.Run(lines[0], func(t *testing.T) {
			s := newMemory()
			var people []int64
			for _, line := range lines[1:] {
				switch line[:2] {
				case "+ ":
					// Each is taken as somebody new, whatever matching would say.
					r := readingOf(line[2:])
					e := Entity{ID: int64(len(s.entities) + 1), Kind: read.Person, Names: []Name{{Text: r.Entities[0].Name, Language: "en"}}}
					s.entities = append(s.entities, e)
					people = append(people, e.ID)
					ids := map[string]int64{"e1": e.ID}
					rest := r
					rest.Entities = r.Entities[1:]
					list, err := s.m.Match(rest, Text{Language: "en"})
					if err != nil {
						t.Fatal(err)
					}
					for _, d := range list {
						if d.Entity.ID == 0 {
							d.Entity.ID = int64(len(s.entities) + 1)
							s.entities = append(s.entities, d.Entity)
						}
						ids[d.Read] = d.Entity.ID
					}
					s.statements = append(s.statements, Statements(r, Text{Plain: "words of it"}, ids)...)
				case "? ":
					list, err := s.m.Match(readingOf(line[2:]), Text{Language: "en"})
					if err != nil {
						t.Fatal(err)
					}
					want := strings.Fields(lines[len(lines)-1])[1:]
					got := []string{string(list[0].Verdict)}
					found := list[0].Candidates
					if list[0].Verdict == Same {
						found = []int64{list[0].Entity.ID}
					}
					for _, id := range found {
						got = append(got, fmt.Sprint(slices.Index(people, id)+1))
					}
					if !slices.Equal(got, want) {
						t.Errorf("%v because %q, want %v", got, list[0].Reasons, want)
					}
					if len(list[0].Reasons) == 0 {
						t.Error("no reason is given")
					}
				}
			}
		})
	}
	if cases < 15 {
		t.Fatalf("%d cases read", cases)
	}
}

func body(id, name, known string, aliases ...string) read.Entity {
	return read.Entity{ID: id, Kind: read.Organization, Name: name, Known: known, Aliases: aliases}
}

func place(id, name, known string) read.Entity {
	return read.Entity{ID: id, Kind: read.Place, Name: name, Known: known}
}

func TestBodiesAndPlaces(t *testing.T) {
	at := func(entities ...read.Entity) read.Reading {
		s := read.Statement{Kind: read.Event, Event: "meeting", Evidence: readSpan(0, 5)}
		for _, e := range entities {
			if e.Kind == read.Place {
				s.Place = e.ID
			} else {
				s.Participants = append(s.Participants, e.ID)
			}
		}
		return read.Reading{Entities: entities, Statements: []read.Statement{s}}
	}
	s := newMemory()
	text := Text{Language: "en", Script: "Latn", Plain: "words of it"}
	s.take(t, at(place("e1", "Nur-Sultan", "astana"), body("e2", "Institute of Coastal Studies", "", "ICS"), body("e3", "Astana", "")), text)

	for _, c := range []struct {
		name  string
		in    read.Entity
		where read.Entity
		want  Verdict
		of    string // name of the entity it is
	}{
		{"a place by its known id, under another name of it", place("e1", "Astana", "astana"), place("e2", "Astana", "astana"), Same, "Astana"},
		{"the club of the city's name is no place", body("e1", "Astana", ""), place("e2", "Astana", "astana"), Same, "Astana"},
		{"a body known by the lists is not a namesake that is not", body("e1", "Institute of Coastal Studies", "un"), place("e2", "Astana", "astana"), New, ""},
		{"the full name", body("e1", "Institute of Coastal Studies", ""), place("e2", "Astana", "astana"), Same, "Institute of Coastal Studies"},
		{"the full name in another country", body("e1", "Institute of Coastal Studies", ""), place("e2", "Portugal", "PT"), Question, ""},
		{"another body of the same abbreviation", body("e1", "Interstate Council of Surveyors", "", "ICS"), place("e2", "Astana", "astana"), New, ""},
		{"the abbreviation alone", body("e1", "ICS", ""), place("e2", "Astana", "astana"), Question, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			// The place first, so that the record has it.
			s.take(t, at(c.where), text)
			list, err := s.m.Match(at(c.in, c.where), text)
			if err != nil {
				t.Fatal(err)
			}
			d := list[0]
			if d.Verdict != c.want || c.of != "" && d.Entity.Name("en") != c.of {
				t.Errorf("%s %q because %q, want %s %q", d.Verdict, d.Entity.Name("en"), d.Reasons, c.want, c.of)
			}
			if d.Verdict == Same && d.Entity.Kind != c.in.Kind {
				t.Errorf("a %s became a %s", c.in.Kind, d.Entity.Kind)
			}
		})
	}
}

func TestKnownEntityHasItsNames(t *testing.T) {
	s := newMemory()
	list := s.take(t, read.Reading{Entities: []read.Entity{place("e1", "Нур-Султан", "astana"), {ID: "e2", Kind: read.Group, Name: "uzbeks", Known: "uzbek"}}}, Text{Language: "ru", Script: "Cyrl"})
	e := list[0].Entity
	if e.Name("kk") != "Астана" || e.Name("en") != "Astana" || !slices.ContainsFunc(e.Names, func(n Name) bool { return n.Text == "Nur-Sultan" && n.Alias }) {
		t.Errorf("names %v", e.Names)
	}
	if u := list[1].Entity; u.Name("en") != "Uzbeks" && u.Name("en") != "uzbeks" || u.Name("ru") != "узбеки" {
		t.Errorf("names %v", u.Names)
	}
}

func TestMergedEntityIsFollowed(t *testing.T) {
	s := newMemory()
	text := Text{Language: "en", Plain: "words of it"}
	s.take(t, read.Reading{Entities: []read.Entity{body("e1", "Bureau of Maps", ""), body("e2", "Map Bureau", "")}}, text)
	s.entities[1].Into = 1
	list := s.take(t, read.Reading{Entities: []read.Entity{body("e1", "Map Bureau", "")}}, text)
	if list[0].Verdict != Same || list[0].Entity.ID != 1 {
		t.Errorf("%+v", list[0])
	}
}

// TestSameReadingTwice: matching what the record was made from changes
// nothing, also where next to nothing is known: a surname, an abbreviation, a
// bare name.
func TestSameReadingTwice(t *testing.T) {
	s := newMemory()
	r := readingOf("Marat Tulegenov | minister of culture | Ministry of Culture | Astana | Asel Omarova | 2015")
	for _, e := range []read.Entity{{Kind: read.Person, Name: "Bekova"}, {Kind: read.Person, Name: "Marat Tulegenov Jr."}, {Kind: read.Organization, Name: "ISA"}, {Kind: read.Person, Name: "Dana Serikova"}} {
		e.ID = fmt.Sprint("e", len(r.Entities)+1)
		r.Entities = append(r.Entities, e)
	}
	other := read.Reading{Entities: []read.Entity{{ID: "e1", Kind: read.Person, Name: "Dana Serikova"}, {ID: "e2", Kind: read.Organization, Name: "ISA"}}}
	s.take(t, other, Text{Article: 1, Language: "en"})
	text := Text{Article: 2, Language: "en", Script: "Latn", Plain: "words of it"}
	s.take(t, r, text)
	n := len(s.entities)
	for range 2 {
		for _, d := range s.take(t, r, text) {
			if d.Verdict != Same || d.Changed {
				t.Errorf("%q: %s, changed %v, because %q", d.Entity.Name("en"), d.Verdict, d.Changed, d.Reasons)
			}
		}
	}
	if len(s.entities) != n || n < len(r.Entities) {
		t.Errorf("%d entities became %d", n, len(s.entities))
	}
}

// TestWaiting: texts that know only a name wait together, and one question is
// asked; a text that gives the person an office is asked about for itself.
func TestWaiting(t *testing.T) {
	s := newMemory()
	s.take(t, readingOf("Marat Tulegenov | minister of culture | Ministry of Culture | Astana"), Text{Article: 1, Language: "en", Plain: "words of it"})
	var first int64
	for i := range 4 {
		bare := read.Reading{Entities: []read.Entity{{ID: "e1", Kind: read.Person, Name: "Marat Tulegenov"}}}
		d := s.take(t, bare, Text{Article: int64(2 + i), Language: "en", Plain: "words of it"})[0]
		switch {
		case i == 0 && d.Verdict != Question:
			t.Fatalf("the first is %s because %q", d.Verdict, d.Reasons)
		case i == 0:
			first = s.mentioned[2][0]
		case d.Verdict != Same || d.Entity.ID != first:
			t.Errorf("text %d: %s, entity %d, because %q; want the waiting entity %d", i+2, d.Verdict, d.Entity.ID, d.Reasons, first)
		}
	}
	if len(s.asked) != 1 {
		t.Errorf("%d questions are asked about one name", len(s.asked))
	}
	coach := s.take(t, readingOf("Marat Tulegenov | coach | Chess Club Knight | Bishkek"), Text{Article: 9, Language: "en", Plain: "words of it"})[0]
	if coach.Verdict != Question {
		t.Errorf("a bearer with an office of his own: %s because %q", coach.Verdict, coach.Reasons)
	}
}

func TestNameAlone(t *testing.T) {
	r := read.Reading{Entities: []read.Entity{{ID: "e1", Kind: read.Person, Name: "Tulegenov"}, {ID: "e2", Kind: read.Person, Name: "Omarova"}, {ID: "e3", Kind: read.Person, Name: "Dana Serikova"},
		{ID: "e4", Kind: read.Organization, Name: "Knight"}, {ID: "e5", Kind: read.Person, Name: "A. Bekova"}},
		Statements: []read.Statement{{Kind: read.Quote, Speaker: "e2"}}}
	for i, want := range []bool{true, false, false, false, true} {
		if got := NameAlone(r, r.Entities[i]); got != want {
			t.Errorf("%s: %v", r.Entities[i].Name, got)
		}
	}
}

// Two bodies that grew up apart, each in its own language, are asked about
// once a translation gives one person an office of either.
func TestTranslationAsksOfTwoBodies(t *testing.T) {
	s := newMemory()
	s.m.Names = nil
	article := func(n int64, group, language, body, person string) Decision {
		r := read.Reading{Language: language, Published: "2024-05-01", Entities: []read.Entity{{ID: "e1", Kind: read.Organization, Name: body}}}
		if person != "" {
			r.Entities = append(r.Entities, read.Entity{ID: "e2", Kind: read.Person, Name: person})
			r.Statements = []read.Statement{{Kind: read.Office, Person: "e2", Title: "chair", Organization: "e1", Evidence: readSpan(0, 5)}}
		}
		s.groups = append(s.groups, group)
		return s.take(t, r, Text{Article: n, Language: language, Plain: "words of it"})[0]
	}
	english := article(1, "a", "en", "Assembly of Two Rivers", "")
	russian := article(2, "b", "ru", "Ассамблея двух рек", "")
	article(3, "c", "en", "Assembly of Two Rivers", "Marat Tulegenov")
	d := article(4, "c", "ru", "Ассамблея двух рек", "Марат Тулегенов")
	if english.Verdict != New || russian.Verdict != New {
		t.Fatalf("%s %s: they are known from the beginning, so this test says nothing", english.Verdict, russian.Verdict)
	}
	if d.Verdict != Same || !slices.Equal(d.Candidates, []int64{1}) || len(d.Reasons) == 0 {
		t.Errorf("%+v: want the same body, and a question about entity 1", d)
	}
	if d := article(5, "d", "ru", "Ассамблея двух рек", "Марат Тулегенов"); len(d.Candidates) != 0 {
		t.Errorf("asked without a translation: %+v", d)
	}
}
