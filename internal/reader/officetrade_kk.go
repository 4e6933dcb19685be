package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// houseOfTrade gives a Kazakh title that is the word for a rector or a judge alone, as it
// stands before his name, the only body of the kind that such officers work at which the text
// has named so far: «Гавана университетінде көрме ашылды. Оны ректор | Мириам Гарсиа ашты».
func (f *officeFinder) houseOfTrade(t *title) {
	if !f.headLast() || t.org >= 0 || t.place >= 0 || t.from != t.head || t.to != t.head+1 || t.tenure == "former" {
		return
	}
	house := f.p.know.roles.rectorHouse
	if f.l.Plays(t.head, f.p.know.roles.judgeWord) {
		house = f.p.know.roles.judgeHouse
	} else if !f.l.Plays(t.head, f.p.know.roles.rectorWord) {
		return
	}
	only := -1
	for _, i := range f.p.mentionsIn(lang.OrgChunk, 0, t.head) {
		m := &f.p.mens[i]
		if m.entity < 0 || m.entity == only || !f.l.Plays(m.end-1, house) {
			continue
		}
		if only >= 0 || f.hasOwnRector(m) {
			return
		}
		only = m.entity
	}
	t.org = only
}

// bodyOfKin gives the firm or the union named last before a Kazakh noun at token k that any
// firm or union may be called by, where its sentence names no other: «серіктестік» of «„ТалТас“ ЖШС», «бірлестік» of «Ақындар
// одағы»; -1 where none is.
func (f *officeFinder) bodyOfKin(k int) int {
	roles := &f.p.know.roles
	kin := roles.firmEnd
	if f.l.Plays(k, roles.unionNoun) {
		kin = roles.unionEnd
	} else if !f.l.Plays(k, roles.firmNoun) {
		return -1
	}
	near, found, from := f.p.mentionsIn(lang.OrgChunk, 0, k), -1, 0
	for i := len(near) - 1; i >= 0 && f.p.mens[near[i]].start >= from; i-- {
		m := &f.p.mens[near[i]]
		switch {
		case m.entity < 0 || m.entity == found || !f.l.Plays(m.end-1, kin):
		case found >= 0: // «Нұр» ЖШС «Дән» ЖШС-мен дауласты
			return -1
		default:
			found, from = m.entity, f.p.sentenceOf(m.start).First
		}
	}
	return found
}

// hasOwnRector reports whether a Kazakh house of learning is named as that of a rector who
// is named behind it: «Тарту университетінің | ректоры Ада Линд».
func (f *officeFinder) hasOwnRector(m *mention) bool {
	return strings.HasPrefix(f.l.Fold(m.end), "ректоры") && f.l.Has(m.end+1, lang.PersonChunk)
}
