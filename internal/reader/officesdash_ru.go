package reader

import "shanyraq/internal/lang"

// eachDashed states a Russian title of several whose states or bodies a dash parts from
// their holders, with or without a rank behind it: «министры обороны Чехии -
// генерал-майор Ян Новак, Польши - Адам Ковальский». m is the first holder.
func (f *officeFinder) eachDashed(m *mention, s lang.Sentence) {
	if !f.p.know.russian {
		return
	}
	dash := f.dashBefore(m.start, s.First)
	if dash <= s.First+1 {
		return
	}
	owner := f.endingWith(dash)
	if owner == nil {
		return
	}
	head := -1
	for k := owner.start - 1; k >= s.First && k > owner.start-8 && f.l.Is(k, lang.Lower); k-- {
		if f.l.Has(k, f.head) && f.ofMany(k) {
			for head = k; head > s.First && f.l.Has(head-1, f.head) && f.ofMany(head-1); { // заместители | министров
				head--
			}
			break
		}
	}
	if head < 0 {
		return
	}
	owners, holders := []*mention{owner}, []*mention{m}
	for k := m.end; k+1 < s.Last && (f.l.Rune(k) == ',' || f.l.Fold(k) == "и"); {
		owner, holder := f.dashedPair(k+1, s)
		if holder == nil {
			break
		}
		owners, holders = append(owners, owner), append(holders, holder)
		k = holder.end
	}
	if len(holders) < 2 {
		return
	}
	for i, h := range holders {
		t := title{from: head, to: owners[0].start, head: head, org: -1, place: -1}
		if e := owners[i].entity; owners[i].class == lang.OrgChunk {
			t.org = e
		} else {
			t.place = e
		}
		f.state(t, h.entity, s, "office.before")
	}
}

// dashBefore gives the token of the dash right before token i or before the rank that
// ends there, 0 where none is.
func (f *officeFinder) dashBefore(i, first int) int {
	for k := i - 1; k > first && k > i-6; k-- {
		if isDash(f.l.Rune(k)) && !f.l.Is(k+1, lang.Glued) {
			return k
		}
		if !f.l.Is(k, lang.Lower) && f.l.Rune(k) != '-' {
			break
		}
	}
	return 0
}

// dashedPair gives the state or body at token i and the one behind its dash.
func (f *officeFinder) dashedPair(i int, s lang.Sentence) (owner, holder *mention) {
	for _, c := range [...]lang.Class{lang.PlaceChunk, lang.OrgChunk} {
		at, ok := f.p.mentionAt(i, c)
		if !ok || at.entity < 0 || at.end >= s.Last || !isDash(f.l.Rune(at.end)) {
			continue
		}
		for k := at.end + 1; k < s.Last && k < at.end+6; k++ {
			if who, ok := f.p.mentionAt(k, lang.PersonChunk); ok && who.entity >= 0 {
				return at, who
			}
			if !f.l.Is(k, lang.Lower) && f.l.Rune(k) != '-' {
				break
			}
		}
	}
	return nil, nil
}
