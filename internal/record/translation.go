package record

import (
	"slices"
	"unicode"

	"shanyraq/internal/read"
)

// translations is what the record has of the other articles of a group: they
// say the same in other words, which is the strongest company there is.
type translations struct {
	entities   []Entity
	statements []Statement
}

func (m *matching) translations() (*translations, error) {
	if m.told == nil {
		entities, statements, err := m.Source.Translations(m.text.Article)
		if err != nil {
			return nil, err
		}
		m.told = &translations{entities, statements}
	}
	return m.told, nil
}

func (m *matching) inTranslation(id int64) (bool, error) {
	t, err := m.translations()
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(t.entities, func(e Entity) bool { return e.ID == id }), nil
}

// aloneInTranslation reports whether, of all candidates for a name, the
// translations name f and no other.
func (m *matching) aloneInTranslation(f candidate, found []candidate, name string) (bool, error) {
	for _, o := range found {
		if _, like := m.likest(o, name); !like {
			continue
		}
		named, err := m.inTranslation(o.ID)
		if err != nil || named != (o.ID == f.ID) {
			return false, err
		}
	}
	return true, nil
}

// bodiesByTranslation finds bodies whose names no rule compares, because they
// are in another language: where a person who is matched holds one office of a
// body here and one in the translation, the two are one body. Where each is an
// entity of the record already, in its own language, a person is asked.
func (m *matching) bodiesByTranslation() error {
	for i, e := range m.read.Entities {
		if e.Kind != read.Organization || e.Known != "" || m.out[i].Entity.Known != "" || short(e.Name) || !capital(e.Name) {
			continue
		}
		holder, ok := onlyHolder(m.read, e.ID, m.ids)
		if !ok {
			continue
		}
		t, err := m.translations()
		if err != nil {
			return err
		}
		f, ok := t.bodyOf(holder)
		taken := slices.ContainsFunc(m.out, func(d Decision) bool { return d.Verdict == Same && d.Entity.ID == f.ID })
		speaks := slices.ContainsFunc(f.Names, func(n Name) bool { return n.Language == m.text.Language && !short(n.Text) })
		if !ok || f.Kind != read.Organization || f.Known != "" || taken || speaks {
			continue
		}
		const why = "in the translation the same person holds an office of it"
		if own := &m.out[i]; own.Verdict == Same {
			if own.Entity.ID != f.ID && !shareLanguage(own.Entity, f) {
				asked, err := m.Source.Asked(f.ID)
				if err != nil {
					return err
				}
				if slices.Contains(asked, own.Entity.ID) { // the other way round
					continue
				}
				own.Candidates, own.Reasons = []int64{f.ID}, []string{why}
			}
			continue
		}
		d := Decision{Verdict: Same, Entity: f, Reasons: []string{why}}
		m.set(i, m.finish(d, m.asked(e, m.text)))
	}
	return nil
}

// shareLanguage reports whether both have a name in one language, so that
// matching has compared them.
func shareLanguage(a, b Entity) bool {
	return slices.ContainsFunc(a.Names, func(n Name) bool {
		return slices.ContainsFunc(b.Names, func(o Name) bool { return o.Language == n.Language })
	})
}

// capital reports whether a name begins as names do: a body told by common
// nouns («фестивалей Ассамблеи») is no name of the one it belongs to.
func capital(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
	}
	return false
}

// onlyHolder gives the record's id of the person who has an office of the body
// in a reading, and of no other body there.
func onlyHolder(r read.Reading, body string, ids map[string]int64) (holder int64, ok bool) {
	person := ""
	for _, s := range r.Statements {
		if s.Kind == read.Office && s.Organization == body && ids[s.Person] != 0 {
			person = s.Person
		}
	}
	if person == "" {
		return 0, false
	}
	for _, s := range r.Statements {
		if s.Kind == read.Office && s.Person == person && s.Organization != "" && s.Organization != body {
			return 0, false
		}
	}
	return ids[person], true
}

// bodyOf gives the one body of whose offices the person holds one.
func (t *translations) bodyOf(person int64) (body Entity, ok bool) {
	found := map[int64]bool{}
	for _, s := range t.statements {
		if s.Said.Kind == read.Office && slices.Contains(s.Refs, Ref{RolePerson, person}) {
			for _, id := range s.Entities(RoleOrganization) {
				found[id] = true
			}
		}
	}
	if len(found) != 1 {
		return body, false
	}
	i := slices.IndexFunc(t.entities, func(e Entity) bool { return found[e.ID] })
	if i < 0 {
		return body, false
	}
	return t.entities[i], true
}
