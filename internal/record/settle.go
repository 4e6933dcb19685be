package record

import (
	"slices"

	"shanyraq/internal/read"
)

// settle finds the questions that a text answers of its translations. The one
// read first may name somebody of whom it cannot tell whether the record
// knows him; had this text come before it, the translation would have been
// the answer. So it is now: where a person of this text is one of the record,
// and a translation has under the same name a person of whom it was asked
// whether he is that one, the two are one. It holds only while nobody has
// decided anything about who was asked, and no other text waits with him.
func (m *matching) settle() error {
	for i, e := range m.read.Entities {
		d := &m.out[i]
		if e.Kind != read.Person || d.Verdict != Same || len(d.Candidates) > 0 {
			continue
		}
		t, err := m.translations()
		if err != nil {
			return err
		}
		other, ok := m.namesake(i, t.entities)
		if !ok {
			continue
		}
		candidates, err := m.Source.Asked(other.ID)
		if err != nil {
			return err
		}
		if !slices.Contains(candidates, d.Entity.ID) {
			continue
		}
		if asked, err := m.Source.Asked(d.Entity.ID); err != nil || len(asked) > 0 { // he waits himself
			if err != nil {
				return err
			}
			continue
		}
		if free, err := m.Source.Undecided(other.ID, d.Entity.ID, m.text.Article); err != nil || !free {
			if err != nil {
				return err
			}
			continue
		}
		d.Settles = append(d.Settles, other.ID)
		if d.Entity.add(other.Names) {
			d.Changed, d.Keys = true, m.Keys(d.Entity)
		}
	}
	return nil
}

// namesake gives the one person that translations name like the entity i of
// the reading, beside whom that is; nobody where several have the name here or
// there.
func (m *matching) namesake(i int, told []Entity) (found Entity, ok bool) {
	e, self := m.read.Entities[i], m.out[i].Entity.ID
	for _, o := range told {
		if o.ID == self || o.Kind != read.Person || o.Known != "" || o.Into != 0 || o.Rank != Suggested || ok && o.ID == found.ID {
			continue
		}
		f := candidate{o, o.Names}
		if _, like := m.likest(f, e.Name); !like {
			continue
		}
		shared := slices.ContainsFunc(m.read.Entities, func(x read.Entity) bool {
			if x.ID == e.ID || x.Kind != read.Person {
				return false
			}
			_, like := m.likest(f, x.Name)
			return like
		})
		if ok || shared {
			return Entity{}, false
		}
		found, ok = o, true
	}
	return found, ok
}
