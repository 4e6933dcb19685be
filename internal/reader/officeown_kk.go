package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// eachOwnKK is eachOwn for a Kazakh title in the plural, which stands between those
// it is of and its holders: «Қазақстан мен Өзбекстан президенттері А пен Б».
func (f *officeFinder) eachOwnKK(t *title, m *mention, s lang.Sentence) bool {
	if t.head <= s.First || m.start <= t.head || f.singular(t.head, m.start-1) == "" {
		return false
	}
	var owners []*mention
	k := t.head
	for k > s.First && k > t.head-4 && f.l.Toks[k-1].Is(lang.Lower) && f.endingWith(k) == nil {
		k-- // сыртқы істер министрлері
	}
	for k > s.First {
		o := f.endingWith(k)
		if o == nil || len(owners) > 0 && o.class != owners[0].class {
			return false
		}
		owners = append(owners, o)
		if k = o.start - 1; k < s.First || !f.joins(k) {
			break
		}
	}
	holders := []*mention{m}
	for k := m.end; k+1 < s.Last && f.joins(k); {
		next, ok := f.p.mentionAt(k+1, lang.PersonChunk)
		if !ok || next.entity < 0 {
			break
		}
		holders = append(holders, next)
		k = next.end
	}
	if len(owners) < 2 || len(holders) != len(owners) {
		return false
	}
	slices.Reverse(owners)
	for i, h := range holders {
		own := *t
		own.org, own.place = -1, -1
		if e := owners[i].entity; owners[i].class == lang.OrgChunk {
			own.org = e
		} else {
			own.place = e
		}
		f.state(own, h.entity, s, "office.before")
	}
	f.eachTo = holders[len(holders)-1].end
	return true
}

// joins reports whether the token joins the members of a list.
func (f *officeFinder) joins(k int) bool {
	return f.l.Rune(k) == ',' || f.l.Has(k, f.p.class("phraseand"))
}
