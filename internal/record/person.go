package record

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"shanyraq/internal/read"
)

// person matches a person. Two bearers of one name are often two people, so
// a name is never enough by itself:
//
//   - a surname alone is a question at most, unless a translation of the
//     text names one person whose surname it is;
//   - initials and surname need an office, a body or another person kept;
//   - given name and surname need the same, or, unless both have offices, a
//     person or body that both are named together with; or, where the text
//     gives the person no office, a place kept; and no other bearer of the name;
//   - given name, patronymic and surname need only that nothing speaks
//     against it.
//
// A text that cannot tell, and gives the person no office, waits with the
// others of that name: one entity and one question for all of them.
//
// A translation of the text that names the person counts as an office kept.
// Speaking against it: offices of which none is kept, and statements a
// lifetime apart.
func (m *matching) person(e read.Entity, found []candidate) (Decision, error) {
	parts, initials := words(e.Name)
	var sure, unsure []candidate
	level := 0 // of sure: of several the best company is meant
	var reason string
	var why []string
	accept := func(f candidate, kept int, how string) {
		switch {
		case kept > level:
			unsure = append(unsure, sure...)
			sure, level, reason = []candidate{f}, kept, how
		case kept == level:
			sure = append(sure, f)
		default:
			unsure = append(unsure, f)
		}
	}
	doubt := func(f candidate, format string, args ...any) {
		unsure = append(unsure, f)
		why = append(why, fmt.Sprintf(format, args...))
	}
	// Another given name, another patronymic: another person.
	var like []candidate
	for _, f := range found {
		if _, ok := m.likest(f, e.Name); ok {
			like = append(like, f)
		}
	}
	if len(like) == 0 { // the company that a new name keeps need not be looked up
		return decide(nil, nil, "", nil), nil
	}
	here := m.companyOf(e.ID)
	if err := m.colleagues(e, here); err != nil {
		return Decision{}, err
	}
	n := min(enough, max(few, many/len(like))) // a name that scores of people bear costs no more than four
	for _, f := range like {
		best, _ := m.likest(f, e.Name)
		there, kept, how, err := m.keptIn(f, here, n)
		if err != nil {
			return Decision{}, err
		}
		if kept < keptOffice {
			if named, err := m.inTranslation(f.ID); err != nil {
				return Decision{}, err
			} else if named {
				kept, how = keptOffice, "a translation of this text names the same person"
			}
		}
		if kept < keptOffice && len(parts) > 1 && !(here.inOffice() && there.inOffice()) {
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
			alone, err := m.aloneInTranslation(f, found, e.Name)
			switch {
			case err != nil:
				return Decision{}, err
			case alone:
				accept(f, keptOffice, "a translation of this text names one person of this surname")
			case kept >= keptOffice:
				doubt(f, "a surname alone, but %s", how)
			}
		case kept >= keptOffice:
			accept(f, kept, how)
		case full >= 3 && initials == 0 && (!here.inOffice() || !there.inOffice()):
			accept(f, keptCompany, "given name, patronymic and surname are the same")
		case full < 2:
			doubt(f, "only initials and surname are the same as of %q", f.Name(""))
		case here.inOffice() && there.inOffice():
			doubt(f, "the name is the same as of %q, and no office, body or companion is", f.Name(""))
		case kept == keptPlace && !here.inOffice(), kept == keptCompany:
			accept(f, kept, "given name and surname are the same, and "+how)
		default:
			doubt(f, "the name is the same as of %q, and nothing else is known of both", f.Name(""))
		}
	}
	if len(sure) > 1 && level == keptOffice {
		// Several entities of one name and one company are most often one
		// person whom an earlier question left in two: the oldest is taken, and
		// no further one made.
		slices.SortFunc(sure, func(a, b candidate) int { return cmp.Compare(a.ID, b.ID) })
		reason = fmt.Sprintf("%s; %d entities of this name fit, the oldest is taken", reason, len(sure))
		sure = sure[:1]
	}
	if d := decide(sure, unsure, reason, why); d.Verdict != Question || here.inOffice() {
		return d, nil
	} else if f, ok, err := m.waiting(e, like); err != nil || ok {
		return Decision{Verdict: Same, Entity: f.Entity, Reasons: []string{"it waits with others of this name, about whom a person is asked"}}, err
	} else {
		return d, nil
	}
}

// waiting finds the entity that waits for a person's answer under just this
// name, and of which no office is known: a text that knows no more either
// waits with it, and the question is asked once.
func (m *matching) waiting(e read.Entity, like []candidate) (f candidate, ok bool, err error) {
	name := m.names().Latin(e.Name)
	for _, f := range like {
		taken := slices.ContainsFunc(m.out, func(d Decision) bool { return d.Verdict == Same && d.Entity.ID == f.ID && d.Read != e.ID })
		if taken || !slices.ContainsFunc(f.all, func(n Name) bool { return m.names().Latin(n.Text) == name }) {
			continue
		}
		if asked, err := m.Source.Asked(f.ID); err != nil || len(asked) == 0 {
			if err != nil {
				return f, false, err
			}
			continue
		}
		if there, err := m.companyIn(f, few); err != nil || !there.inOffice() {
			return f, err == nil, err
		}
	}
	return f, false, nil
}

// likest gives the name of f that is most like the name asked, and whether it
// can be the same name at all. One name that cannot be, where both give as
// much, rules the person out: a son has his father's surname.
func (m *matching) likest(f candidate, name string) (best string, like bool) {
	// Everybody of a text is compared with the same few people again and again.
	asked := likeness{f.ID, len(f.all), name}
	if known, ok := m.likes[asked]; ok {
		return known.best, known.like
	}
	best, like = m.compare(f, name)
	if m.likes == nil {
		m.likes = map[likeness]likest{}
	}
	m.likes[asked] = likest{best, like}
	return best, like
}

// likeness is a question that likest has answered in this text: whether the
// entity, with so many names, is like a name.
type likeness struct {
	id    int64
	names int
	name  string
}

type likest struct {
	best string
	like bool
}

func (m *matching) compare(f candidate, name string) (best string, like bool) {
	var score float64
	for _, n := range f.all {
		r := m.names().Same(name, n.Text)
		if r.Same && (!like || r.Score > score || r.Score == score && len(n.Text) > len(best)) {
			best, score, like = n.Text, r.Score, true
		}
	}
	if like && junior(name) != slices.ContainsFunc(f.all, func(n Name) bool { return junior(n.Text) }) {
		return best, false
	}
	return best, like
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
		id, ok := m.alone[e.ID]
		if !ok {
			var err error
			if id, err = m.onlyLike(e); err != nil {
				return err
			}
			if m.alone == nil {
				m.alone = map[string]int64{}
			}
			m.alone[e.ID] = id
		}
		if id != 0 {
			c.people[id] = true
		}
	}
	return nil
}

// onlyLike gives the one person of the record with a name like that of e.
func (m *matching) onlyLike(e read.Entity) (int64, error) {
	list, err := m.Source.Entities(e.Kind, m.names().Key(e.Name))
	if err != nil {
		return 0, err
	}
	found, err := m.standing(list)
	if err != nil {
		return 0, err
	}
	found = slices.DeleteFunc(found, func(f candidate) bool {
		_, like := m.likest(f, e.Name)
		return !like
	})
	if len(found) != 1 {
		return 0, nil
	}
	return found[0].ID, nil
}

// NameAlone reports a person of whom a reading gives one word of a name and
// states nothing: too little to begin an entity with. Such a mention waits in
// the reading until a text says more.
func NameAlone(r read.Reading, e read.Entity) bool {
	if full, _ := words(e.Name); e.Kind != read.Person || e.Known != "" || len(full) > 1 {
		return false
	}
	return !slices.ContainsFunc(r.Statements, func(s read.Statement) bool {
		return slices.Contains([]string{s.Person, s.Speaker, s.Organizer}, e.ID) || slices.Contains(s.Parties, e.ID) || slices.Contains(s.Participants, e.ID)
	})
}
