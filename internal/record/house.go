package record

import (
	"slices"
	"strings"

	"shanyraq/internal/read"
)

// HouseNames gives the names of the institution whose site it is, by language
// as the site is named, in the form that entities have them.
func HouseNames(names map[string]string) (out []Name) {
	for language, name := range names {
		if name != "" {
			out = append(out, Name{Text: name, Language: language, Script: scriptOf(name)})
		}
	}
	slices.SortFunc(out, func(a, b Name) int { return strings.Compare(a.Language, b.Language) })
	return out
}

// houseName reports whether a name is one of the institution's own, folded as
// all names of bodies are.
func (m Matcher) houseName(name string) bool {
	return slices.ContainsFunc(m.House, func(n Name) bool { return m.names().Latin(n.Text) == m.names().Latin(name) })
}

// ofHouse reports whether an organization of a reading is the institution: by
// its name in the text, and only where no list knows it as somebody else.
func (m Matcher) ofHouse(e read.Entity) bool {
	return e.Kind == read.Organization && e.Known == "" && m.houseName(e.Name)
}

// HouseOf gives those of some entities that bear a name of the institution,
// the oldest first. They are one body: what no rule of names can tell, because
// names of different languages do not compare, the site's own names say.
func (m Matcher) HouseOf(list []Entity) ([]Entity, error) {
	found, err := m.standing(list)
	if err != nil {
		return nil, err
	}
	var out []Entity
	for _, f := range found {
		if f.Kind == read.Organization && f.Known == "" && slices.ContainsFunc(f.all, func(n Name) bool { return m.houseName(n.Text) }) {
			out = append(out, f.Entity)
		}
	}
	slices.SortFunc(out, func(a, b Entity) int { return int(a.ID - b.ID) })
	return out, nil
}

// HouseEntity is the institution as an entity of the record, with the names
// that the site has now.
func (m Matcher) HouseEntity() Entity {
	e := Entity{Kind: read.Organization, Rank: Suggested}
	e.add(m.House)
	return e
}

// HouseQuestion tells whom to ask about: where the record has the institution
// several times, from before the site was named, each later one is asked to be
// the oldest. Merging them is an editor's act, which can be undone.
func HouseQuestion(of Entity, all []Entity) (candidates []int64, reasons []string) {
	if len(all) == 0 || all[0].ID == of.ID {
		return nil, nil
	}
	const why = "the site has this name in another language"
	return []int64{all[0].ID}, []string{why}
}

// house matches the institution itself: it is whoever the article named so
// before, else the oldest entity with any of its names, and it has all of them
// from then on.
func (m *matching) house(list []Entity) (Decision, error) {
	all, err := m.HouseOf(list)
	if err != nil {
		return Decision{}, err
	}
	if len(all) == 0 {
		return Decision{Verdict: New, House: true, Reasons: []string{"the first of the institution whose site it is"}}, nil
	}
	named, err := m.namedBefore()
	if err != nil {
		return Decision{}, err
	}
	d := Decision{Verdict: Same, House: true, Entity: all[0], Reasons: []string{"it is the institution whose site it is"}}
	for _, e := range all {
		if named[e.ID] {
			d.Entity = e
			break
		}
	}
	if candidates, why := HouseQuestion(d.Entity, all); candidates != nil {
		d.Candidates, d.Reasons = candidates, why
	}
	return d, nil
}

// Take gives an entity the names it lacks, and reports whether it lacked any.
func (e *Entity) Take(names []Name) bool { return e.add(names) }
