package reader

import "shanyraq/internal/lang"

// ofEvery reports whether an English instrument is any one of its kind, so that none
// is told of: "any treaty ratified by the president", also behind "or": "any treaty
// or agreement".
func (f *agreementFinder) ofEvery(ph *phrase, s lang.Sentence) bool {
	if !f.english() {
		return false
	}
	k := ph.from
	if !f.l.Plays(k, f.p.know.roles.anyOne) {
		k--
	}
	if k < s.First {
		return false
	}
	if f.l.Plays(k, f.p.know.roles.anyOne) {
		return true
	}
	if f.l.Toks[k].End-f.l.Toks[k].Start != 2 || f.l.Fold(k) != "or" {
		return false
	}
	for i := range f.insts {
		if o := &f.insts[i]; o.to == k && o.from < ph.from {
			return f.ofEvery(o, s)
		}
	}
	return false
}

// deeper reports whether an English instrument told by its kind alone stands inside
// what the one behind the verb is about: "passed a resolution asking whether | …
// ending a treaty".
func (f *agreementFinder) deeper(ph *phrase, d *deed, at int) bool {
	if !f.english() || at == 0 || ph.mods > 0 || ph.topic || ph.quoted[1] > 0 || ph.definite || f.l.Is(ph.head, lang.Cap) {
		return false
	}
	last := &f.insts[at-1]
	if d.end > last.from || last.to >= ph.from || f.isBasis(last) {
		return false
	}
	k := ph.from - 1
	if f.l.Has(k, f.p.know.lists.phraseOne) {
		k--
	}
	if k < last.to || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.npstop) {
		return false
	}
	inner := false
	for i := last.to - 1; i <= k; i++ {
		if f.joins(i) || f.l.Is(i, lang.Punct) && f.l.Rune(i) != '-' {
			return false
		}
		inner = inner || f.l.Has(i, f.clause) || f.aimAt(i)
	}
	return inner
}
