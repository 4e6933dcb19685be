package reader

import "shanyraq/internal/lang"

// tenseReach is how far from a date its verb is looked for, in tokens.
const tenseReach = 40

// aheadHere reports whether the verb of a date's own clause tells of the time
// to come: the verb nearest before it, else the first one behind it. "X will
// be held in May, the council decided on Tuesday" speaks of a Tuesday past.
// Present is the pack's list of verbs that tell of a fixed plan.
func (r *dateReader) aheadHere(present lang.Class) bool {
	s := r.sentence
	if r.sinceThen() {
		return false
	}
	for i := r.m.Start - 1; i >= s.First && i >= r.m.Start-tenseReach; i-- {
		if ahead, told := r.tenseAt(i, present); told {
			if !ahead && i-1 > s.First && r.p.lat.Has(i-1, r.p.class("phraseand")) {
				continue // "is to be drafted and signed in May": the first verb tells
			}
			return ahead
		}
	}
	for i := r.m.End; i < s.Last && i < r.m.End+tenseReach; i++ {
		if ahead, told := r.tenseAt(i, present); told {
			return ahead
		}
	}
	return false
}

// tenseAt tells what token i says of the time, if it is or begins a verb.
func (r *dateReader) tenseAt(i int, present lang.Class) (ahead, told bool) {
	l, future := r.p.lat, r.p.class("future")
	if l.Has(i, future) {
		return true, true
	}
	if l.Has(i, r.p.class("pastword")) || l.Toks[i].Is(lang.Lower) && r.p.know.hasEnding("pastend", l.Fold(i), 2) {
		for k := i - 1; k >= r.sentence.First && k >= i-4; k-- { // will be held
			if l.Has(k, future) {
				return true, true
			}
			if !l.Toks[k].Is(lang.Word) || l.Has(k, r.p.class("pastword")) {
				break
			}
		}
		return false, true
	}
	if l.Has(i, present) && i > r.sentence.First && l.Has(i-1, r.p.class("pastword")) { // was open
		return false, true
	}
	if l.Has(i, present) && l.Toks[i].Is(lang.Lower) && !l.Has(i-1, r.p.class("indefinite")) && !l.Has(i-1, r.p.class("definite")) {
		return true, true
	}
	return false, false
}

// sinceThen reports whether a word before the date says that it lies behind.
func (r *dateReader) sinceThen() bool {
	c, first := r.p.class("sinceword"), r.m.Start
	return r.p.lat.Has(first, c) || first > r.sentence.First && r.p.lat.Has(first-1, c)
}
