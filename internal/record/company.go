package record

import (
	"fmt"
	"slices"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// company is what a person is met with: the offices held, the people and
// bodies of the same statements.
type company struct {
	offices []office
	people  map[int64]bool
	bodies  map[int64]bool // organizations met
	met     map[int64]bool // organizations and places met
	years   span
}

// office is one title with its body, which is an organization or, where the
// text gives none, the place of the office: a country has a president.
type office struct {
	title string
	body  int64 // 0 where the record has none
	named bool  // the text names an organization
}

func newCompany() company {
	return company{people: map[int64]bool{}, bodies: map[int64]bool{}, met: map[int64]bool{}}
}

func (c company) inOffice() bool { return len(c.offices) > 0 }

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
	for _, a := range here.offices {
		for _, b := range there.offices {
			if why := m.sameOffice(a, b); why != "" {
				return keptOffice, why
			}
		}
		if a.named && there.bodies[a.body] {
			return keptOffice, "the record meets the person with the body of the office"
		}
	}
	for _, b := range there.offices {
		if b.named && here.bodies[b.body] {
			return keptOffice, "the text names a body of which the person holds an office"
		}
	}
	switch {
	case meet(here.people, there.people):
		return keptOffice, "both are met with the same person"
	case meet(here.met, there.met):
		return keptPlace, "both are met in the same place or with the same body"
	}
	return keptNothing, "nothing else is kept"
}

// sameOffice says why two offices are one, or two of one body. Half the world
// are directors: a title alone counts only where one text names no body.
func (m Matcher) sameOffice(a, b office) string {
	alike := scriptOf(a.title) == scriptOf(b.title) && (m.names().Latin(a.title) == m.names().Latin(b.title) || overlap(a.title, b.title) > 0.5)
	foreign := a.title != "" && b.title != "" && scriptOf(a.title) != scriptOf(b.title)
	switch {
	case a.named && b.named && a.body == b.body && a.body != 0:
		return "the body of the office is the same"
	case a.named && b.named:
		return ""
	case alike && (a.body == b.body || a.body == 0 || b.body == 0 || a.named != b.named):
		return fmt.Sprintf("the office %q is kept", a.title)
	case foreign && a.body == b.body && a.body != 0:
		return "both hold an office of the same country"
	}
	return ""
}

func meet(a, b map[int64]bool) bool {
	for id := range a {
		if b[id] {
			return true
		}
	}
	return false
}

// companyOf gathers what one reading says of a person.
func (m *matching) companyOf(id string) company {
	c := newCompany()
	for _, e := range m.read.Entities {
		known := m.ids[e.ID]
		switch {
		case known == 0 || e.ID == id:
		case e.Kind == read.Person:
			c.people[known] = true
		case e.Kind == read.Organization:
			c.bodies[known], c.met[known] = true, true
		case e.Kind == read.Place:
			c.met[known] = true
		}
	}
	c.years.take(m.read.Published)
	for _, s := range m.read.Statements {
		if s.Kind != read.Office || s.Person != id {
			continue
		}
		o := office{title: s.Title, body: m.ids[s.Organization], named: s.Organization != ""}
		if !o.named {
			o.body = m.ids[s.Place]
		}
		c.offices = append(c.offices, o)
	}
	return c
}

// keptIn gives the company that the n newest statements about a person say,
// and how much of that of a text it has. The newest few are enough where they
// have an office of it: more statements take nothing back, and can only bring
// the years nearer.
func (m Matcher) keptIn(f candidate, here company, n int) (there company, kept int, how string, err error) {
	for _, n := range []int{min(few, n), n} {
		if there, err = m.companyIn(f, n); err != nil {
			return there, 0, "", err
		}
		if kept, how = m.kept(here, there); kept == keptOffice && !here.years.apart(there.years) {
			break
		}
	}
	return there, kept, how, nil
}

// companyIn gathers what the n newest statements about a person say.
func (m Matcher) companyIn(f candidate, n int) (company, error) {
	c := newCompany()
	list, err := m.Source.Statements(f.ID, n)
	if err != nil {
		return c, err
	}
	for _, s := range list {
		c.years.take(s.Said.Date)
		for _, ref := range s.Refs {
			switch {
			case ref.Entity == f.ID:
			case ref.Role == RolePerson, ref.Role == RoleSpeaker:
				c.people[ref.Entity] = true
			case ref.Role == RoleParticipant: // a person or a body
				c.people[ref.Entity], c.bodies[ref.Entity], c.met[ref.Entity] = true, true, true
			case ref.Role == RoleOrganization, ref.Role == RoleOrganizer:
				c.bodies[ref.Entity], c.met[ref.Entity] = true, true
			case ref.Role != RoleGroup:
				c.met[ref.Entity] = true
			}
		}
		if s.Said.Kind == read.Office && slices.Contains(s.Refs, Ref{RolePerson, f.ID}) {
			o := office{title: s.Said.Title, named: s.Said.Organization != ""}
			for _, id := range append(s.Entities(RoleOrganization), s.Entities(RolePlace)...) {
				o.body = id
				break
			}
			c.offices = append(c.offices, o)
		}
	}
	return c, nil
}
