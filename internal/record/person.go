package record

import (
	"fmt"
	"slices"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// person matches a person. Two bearers of one name are often two people, so
// a name is never enough by itself:
//
//   - a surname alone is never the same person, only a question;
//   - initials and surname need an office, a body or another person kept;
//   - given name and surname need the same, or, unless both have offices, a
//     person or body that both are named together with; or, where the text
//     gives the person no office, a place kept; and no other bearer of the name;
//   - given name, patronymic and surname need only that nothing speaks
//     against it.
//
// A translation of the text that names the person counts as an office kept.
// Speaking against it: offices of which none is kept, and statements a
// lifetime apart.
func (m *matching) person(e read.Entity, found []candidate) (Decision, error) {
	parts, initials := words(e.Name)
	var sure, unsure []candidate
	var reason string
	var why []string
	doubt := func(f candidate, format string, args ...any) {
		unsure = append(unsure, f)
		why = append(why, fmt.Sprintf(format, args...))
	}
	here := m.companyOf(e.ID)
	if err := m.colleagues(e, here); err != nil {
		return Decision{}, err
	}
	for _, f := range found {
		best, like := m.likest(f, e.Name)
		if !like {
			continue // another given name, another patronymic: another person
		}
		there, err := m.companyIn(f)
		if err != nil {
			return Decision{}, err
		}
		kept, how := m.kept(here, there)
		if kept < keptOffice {
			if named, err := m.inTranslation(f.ID); err != nil {
				return Decision{}, err
			} else if named {
				kept, how = keptOffice, "a translation of this text names the same person"
			}
		}
		if kept < keptOffice && len(parts) > 1 && !(here.inOffice && there.inOffice) {
			if together, err := m.namedTogether(e.ID, f.ID); err != nil {
				return Decision{}, err
			} else if together {
				kept, how = keptCompany, "both are named together with the same person or body"
			}
		}
		otherParts, otherInitials := words(best)
		known := min(len(parts)+initials, len(otherParts)+otherInitials)
		full := min(len(parts), len(otherParts))
		switch {
		case here.years.apart(there.years):
			doubt(f, "%q was met in %d, a lifetime from %d", f.Name(""), there.years.last, here.years.first)
		case known < 2:
			if kept >= keptOffice {
				doubt(f, "a surname alone, but %s", how)
			}
		case kept >= keptOffice:
			sure, reason = append(sure, f), how
		case full >= 3 && initials == 0 && (!here.inOffice || !there.inOffice):
			sure, reason = append(sure, f), "given name, patronymic and surname are the same"
		case full < 2:
			doubt(f, "only initials and surname are the same as of %q", f.Name(""))
		case here.inOffice && there.inOffice:
			doubt(f, "the name is the same as of %q, and no office, body or companion is", f.Name(""))
		case kept == keptPlace && !here.inOffice, kept == keptCompany:
			sure, reason = append(sure, f), "given name and surname are the same, and "+how
		default:
			doubt(f, "the name is the same as of %q, and nothing else is known of both", f.Name(""))
		}
	}
	return decide(sure, unsure, reason, why), nil
}

// likest gives the name of f that is most like the name asked, and whether it
// can be the same name at all. One name that cannot be, where both give as
// much, rules the person out: a son has his father's surname.
func (m Matcher) likest(f candidate, name string) (best string, like bool) {
	var score float64
	for _, n := range f.all {
		r := m.names().Same(name, n.Text)
		if r.Same && (!like || r.Score > score || r.Score == score && len(n.Text) > len(best)) {
			best, score, like = n.Text, r.Score, true
		}
	}
	if junior(name) != junior(strings.Join(texts(f.all), " ")) {
		return best, false
	}
	return best, like
}

func texts(list []Name) (out []string) {
	for _, n := range list {
		out = append(out, n.Text)
	}
	return out
}

// junior reports a name that says whose son its bearer is not to be taken
// for.
func junior(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		switch strings.Trim(w, ".,()") {
		case "jr", "junior", "младший", "мл", "кіші", "ii", "iii":
			return true
		}
	}
	return false
}

// company is what a person is met with.
type company struct {
	titles   []string       // folded
	bodies   map[int64]bool // bodies of the offices, also countries
	people   map[int64]bool
	met      map[int64]bool // any body or place of the same text
	inOffice bool
	years    span
}

func newCompany() company {
	return company{bodies: map[int64]bool{}, people: map[int64]bool{}, met: map[int64]bool{}}
}

type span struct{ first, last int } // years; 0 where unknown

// apart reports whether two spans are more than a working life apart.
func (s span) apart(t span) bool {
	const life = 60
	return s.first != 0 && t.first != 0 && (s.first-t.last > life || t.first-s.last > life)
}

func (s *span) take(date string) {
	d, err := value.ParseDate(date)
	if err != nil || d.IsZero() {
		return
	}
	lo, okLo := d.First()
	hi, okHi := d.Last()
	if okLo && (s.first == 0 || lo.Year() < s.first) {
		s.first = lo.Year()
	}
	if okHi && hi.Year() > s.last {
		s.last = hi.Year()
	}
	if s.first == 0 {
		s.first = s.last
	}
	if s.last == 0 {
		s.last = s.first
	}
}

// How much of the company is kept.
const (
	keptNothing = iota
	keptPlace   // a place or a body of the same text
	keptCompany // a person or body that both are named together with
	keptOffice  // an office, its body or another person
)

func (m Matcher) kept(here, there company) (int, string) {
	for _, t := range here.titles {
		if slices.Contains(there.titles, t) {
			return keptOffice, fmt.Sprintf("the office %q is kept", t)
		}
	}
	switch {
	case meet(here.bodies, there.bodies):
		return keptOffice, "the body of the office is the same"
	case meet(here.bodies, there.met), meet(here.met, there.bodies):
		return keptOffice, "one holds an office of a body that the other is met with"
	case meet(here.people, there.people), meet(here.people, there.met):
		return keptOffice, "both are met with the same person"
	case meet(here.met, there.met):
		return keptPlace, "both are met in the same place or with the same body"
	}
	return keptNothing, "nothing else is kept"
}

func meet(a, b map[int64]bool) bool {
	for id := range a {
		if b[id] {
			return true
		}
	}
	return false
}

// companyOf gathers what one reading says of a person. An office counts its
// body, also when that is a country.
func (m *matching) companyOf(id string) company {
	r, ids := m.read, m.ids
	c := newCompany()
	for _, e := range r.Entities {
		known := ids[e.ID]
		switch {
		case known == 0 || e.ID == id:
		case e.Kind == read.Person:
			c.people[known] = true
		case e.Kind != read.Group:
			c.met[known] = true
		}
	}
	c.years.take(r.Published)
	for _, s := range r.Statements {
		if s.Kind == read.Office && s.Person == id {
			c.inOffice = true
			if s.Title != "" {
				c.titles = append(c.titles, m.names().Latin(s.Title))
			}
			if ids[s.Organization] != 0 {
				c.bodies[ids[s.Organization]] = true
			}
		}
	}
	return c
}

// namedTogether reports whether the newest articles that name a person of the
// record name a person or body of this text too. A country says nothing: all
// of a site may be of one.
func (m *matching) namedTogether(asked string, id int64) (bool, error) {
	list, err := m.Source.Companions(id)
	if err != nil {
		return false, err
	}
	for _, e := range m.read.Entities {
		known := m.ids[e.ID]
		if known == 0 || known == id || e.ID == asked || e.Kind != read.Person && e.Kind != read.Organization {
			continue
		}
		if slices.Contains(list, known) {
			return true, nil
		}
	}
	return false, nil
}

// colleagues adds to the people of a company those of the text who are not
// matched yet and whose full name has one bearer in the record: two names that
// were met together before support each other.
func (m *matching) colleagues(about read.Entity, c company) error {
	for _, e := range m.read.Entities {
		full, _ := words(e.Name)
		if e.Kind != read.Person || e.ID == about.ID || m.ids[e.ID] != 0 || len(full) < 2 {
			continue
		}
		list, err := m.Source.Entities(e.Kind, m.names().Key(e.Name))
		if err != nil {
			return err
		}
		found, err := m.standing(list)
		if err != nil {
			return err
		}
		found = slices.DeleteFunc(found, func(f candidate) bool {
			_, like := m.likest(f, e.Name)
			return !like
		})
		if len(found) == 1 {
			c.people[found[0].ID] = true
		}
	}
	return nil
}

// companyIn gathers what the record knows of a person.
func (m Matcher) companyIn(f candidate) (company, error) {
	c := newCompany()
	list, err := m.Source.Statements(f.ID, enough)
	if err != nil {
		return c, err
	}
	for _, s := range list {
		c.years.take(s.Said.Date)
		holder := slices.Contains(s.Refs, Ref{RolePerson, f.ID})
		for _, ref := range s.Refs {
			switch {
			case ref.Entity == f.ID:
			case ref.Role == RoleOrganization && holder:
				c.bodies[ref.Entity] = true
			case ref.Role == RolePerson, ref.Role == RoleSpeaker:
				c.people[ref.Entity] = true
			case ref.Role != RoleGroup:
				c.met[ref.Entity] = true
			}
		}
		if s.Said.Kind == read.Office && holder {
			c.inOffice = true
			if s.Said.Title != "" {
				c.titles = append(c.titles, m.names().Latin(s.Said.Title))
			}
		}
	}
	return c, nil
}
