package reader

import "shanyraq/internal/lang"

// madeToDo gives the token from which those who act on an English instrument are named,
// where the subject has somebody else do it: "the senate asked | the bank to draw up a
// plan", but "the bank was asked to draw it up".
func (f *agreementFinder) madeToDo(from int, d *deed) int {
	if d.mood != "planned" || d.start <= from+2 || !f.l.Plays(d.start, f.p.know.roles.to) {
		return from
	}
	for k := d.start - 2; k > from; k-- {
		if f.deedAt(k) || f.l.Rune(k) == ';' {
			return from
		}
		if w := f.l.Fold(k); !f.p.know.endings.causeVerb.whole(w) || f.l.Plays(k-1, f.p.know.roles.beVerb) || f.l.Has(k-1, f.article) {
			continue
		}
		if f.is(k+1, lang.DateChunk) || f.l.Rune(k+1) == ',' {
			return from
		}
		return k + 1
	}
	return from
}

// ofMatters reports whether an English name is one of the matters that are talked about:
// "issues including | Ukraine", "regions such as | Darfur and the Sahel".
func (f *agreementFinder) ofMatters(m *mention) bool {
	if !f.english() || m.start < 3 {
		return false
	}
	k := f.runStart(m)
	if f.l.Has(k, f.article) {
		k--
	}
	switch f.p.foldAt(k) {
	case "including":
		k--
	case "as":
		if k -= 2; k < 0 || f.l.Fold(k+1) != "such" {
			return false
		}
	default:
		return false
	}
	if k > 0 && f.l.Rune(k) == ',' {
		k--
	}
	return k > 0 && f.p.know.endings.matterNoun.whole(f.l.Fold(k))
}

// ofCapital reports whether an English state only says whose capital or town the place
// before it is: "in Seoul, the capital of | South Korea".
func (f *agreementFinder) ofCapital(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < 5 {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	for k--; k > 2 && k > m.start-8 && f.l.Is(k, lang.Lower) && f.at(k) == nil; k-- {
	}
	o := f.at(k - 1)
	return f.l.Rune(k) == ',' && o != nil && o.class == lang.PlaceChunk && f.p.know.endings.seatKind.whole(f.l.Fold(f.lastLower(k+1)))
}

// lastLower gives the last of the words in small letters from token i on.
func (f *agreementFinder) lastLower(i int) int {
	for i+1 < len(f.l.Toks) && f.l.Is(i+1, lang.Lower) && f.at(i+1) == nil && !f.l.Has(i+1, f.p.know.lists.of) {
		i++
	}
	return i
}
