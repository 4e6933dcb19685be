package reader

import "shanyraq/internal/lang"

// subjectReach is how many words of its subject may stand before an English verb.
const subjectReach = 16

// eventBefore reports whether the subject before an English verb is an event that says by
// "of" or "between" whose it is, so that it is told itself and nobody acts: "the session of
// the council | convened", "a summit of heads of state | will be in Osh".
func (g *ground) eventBefore(d *deed, s lang.Sentence) bool {
	noun := g.p.class("eventnoun")
	for k := d.start - 1; k >= s.First && k > d.start-subjectReach; k-- {
		if m := g.at(k); m != nil {
			k = m.start
			continue
		}
		if r := g.l.Rune(k); r == ';' || r == ':' || r == ',' || g.l.Has(k, g.clause) || g.l.Has(k, g.p.class("auxverb")) || g.verbBehind(k) {
			return false
		}
		c, ok := g.l.Chunk(k, noun)
		if !ok || !g.l.Has(int(c.End), g.p.class("of")) && !g.l.Has(int(c.End), g.p.class("partybetween")) {
			continue
		}
		i := k - 1
		for i >= s.First && g.l.Toks[i].Is(lang.Word) && !g.l.Has(i, g.npstop) && !g.is(i, lang.DateChunk) {
			i--
		}
		for i >= s.First && (g.l.Has(i, g.article) || g.l.Has(i, g.p.class("phraseone")) || g.l.Has(i, g.poss)) {
			i--
		}
		if i < s.First || !g.l.Has(i, g.npstop) || g.l.Plays(i, g.p.know.roles.goesOn) {
			return true // nothing ties the noun to another, so that it heads the subject
		}
		return false
	}
	return false
}

// severalHeld reports whether an English plural is told as one happening by the verb right
// behind it and a place: "the hearings continue in Osh", "concerts took place in Osh".
func (f *eventFinder) severalHeld(w *weighing) bool {
	if !f.english() || w.place < 0 || w.d == nil || w.d.start != w.ph.to || w.mood == "denied" {
		return false
	}
	return w.ph.definite || w.mood == "past"
}
