package record

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"

	"shanyraq/internal/read"
)

// body matches an organization, place or group that no list knows. Its full
// name decides; an abbreviation alone never does, because several bodies
// share one, and equal names of bodies met in different countries are asked
// about.
func (m *matching) body(e read.Entity, found []candidate) (Decision, error) {
	var sure, unsure []candidate
	var why []string
	name := m.names().Latin(e.Name)
	for _, f := range found {
		if f.Known != "" {
			continue // the reader would have known it
		}
		full := slices.ContainsFunc(f.all, func(n Name) bool { return m.names().Latin(n.Text) == name && !short(n.Text) })
		if !full || short(e.Name) {
			if sameLanguageFullNames(f, e) || short(e.Name) {
				continue
			}
			unsure = append(unsure, f)
			why = append(why, fmt.Sprintf("only a short name of %q is the same", f.Name("")))
			continue
		}
		apart, err := m.otherCountry(e, f)
		if err != nil {
			return Decision{}, err
		}
		if apart {
			unsure = append(unsure, f)
			why = append(why, fmt.Sprintf("the name is the same as of %q, which is met in other countries only", f.Name("")))
			continue
		}
		sure = append(sure, f)
	}
	if len(sure) > 1 { // one body that a question left in two: no third is made
		slices.SortFunc(sure, func(a, b candidate) int { return cmp.Compare(a.ID, b.ID) })
		sure = sure[:1]
	}
	if short(e.Name) { // "NBK" alone in a text
		for _, f := range found {
			if f.Known != "" {
				continue
			}
			if !slices.ContainsFunc(f.all, func(n Name) bool { return !short(n.Text) }) {
				// An abbreviation that nobody has explained yet: all its bare
				// mentions wait together.
				return decide([]candidate{f}, nil, "the same abbreviation, of which nothing more is known", nil), nil
			}
			unsure = append(unsure, f)
		}
		why = []string{"an abbreviation alone says too little"}
	}
	return decide(sure, unsure, fmt.Sprintf("the full name %q is the same", e.Name), why), nil
}

// sameLanguageFullNames: both texts give a full name, so that sharing an
// abbreviation only says that they are two bodies.
func sameLanguageFullNames(f candidate, e read.Entity) bool {
	return !short(e.Name) && slices.ContainsFunc(f.all, func(n Name) bool {
		return !short(n.Text) && scriptOf(n.Text) == scriptOf(e.Name)
	})
}

// short reports an abbreviation: one word of capitals.
func short(name string) bool {
	letters, capitals := 0, 0
	for _, r := range name {
		switch {
		case unicode.IsSpace(r):
			return false
		case unicode.IsUpper(r):
			capitals++
			letters++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters <= 8 && capitals >= 2 && capitals*2 > letters
}

// scriptOf tells Latin, Cyrillic and Arabic letters apart by the first letter.
func scriptOf(s string) string {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Latin, r):
			return "Latn"
		case unicode.Is(unicode.Cyrillic, r):
			return "Cyrl"
		case unicode.Is(unicode.Arabic, r):
			return "Arab"
		}
	}
	return ""
}

// otherCountry reports that the statements of the reading put a body in one
// country and those of the record in another, and that it shares no holder of
// its offices either.
func (m *matching) otherCountry(e read.Entity, f candidate) (bool, error) {
	here := map[string]bool{}
	for _, p := range m.read.Entities {
		if c := CountryOf(p.Known); p.Kind == read.Place && c != "" && m.together(e.ID, p.ID) {
			here[c] = true
		}
	}
	if len(here) == 0 {
		return false, nil
	}
	// The newest most often say enough; all are looked through only where they
	// leave the body in one other country. What some say, more cannot take back.
	for _, n := range []int{first, few, enough} {
		list, err := m.Source.Statements(f.ID, n)
		if err != nil {
			return false, err
		}
		there := map[string]bool{}
		for _, s := range list {
			for _, ref := range s.Refs {
				if ref.Role != RolePlace && ref.Role != RolePerson {
					continue
				}
				o, err := m.Source.Entity(ref.Entity)
				if err != nil {
					return false, err
				}
				if ref.Role == RolePlace {
					there[CountryOf(o.Known)] = true
				} else if slices.Contains(s.Refs, Ref{RoleOrganization, f.ID}) && m.holds(o, e.ID) {
					return false, nil
				}
			}
		}
		delete(there, "")
		for c := range there {
			if here[c] {
				return false, nil
			}
		}
		if len(there) > 1 { // a body met in several countries travels
			return false, nil
		}
		if n == enough {
			return len(there) == 1, nil
		}
	}
	return false, nil
}

// together reports whether one statement of the reading has both.
func (m *matching) together(a, b string) bool {
	for _, s := range m.read.Statements {
		all := append([]string{s.Person, s.Organization, s.Group, s.Speaker, s.Organizer, s.Place}, s.Parties...)
		all = append(all, s.Participants...)
		if slices.Contains(all, a) && slices.Contains(all, b) {
			return true
		}
	}
	return false
}

// holds reports whether the reading gives somebody of the person's name an
// office of the body.
func (m *matching) holds(person Entity, body string) bool {
	for _, s := range m.read.Statements {
		if s.Kind != read.Office || s.Organization != body {
			continue
		}
		for _, e := range m.read.Entities {
			if e.ID != s.Person {
				continue
			}
			if _, like := m.likest(candidate{person, person.Names}, e.Name); like {
				return true
			}
		}
	}
	return false
}
