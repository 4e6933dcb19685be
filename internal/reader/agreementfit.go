package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// fits reports whether a rule may tell of an instrument by what its attribute "of"
// asks of the noun: an act of one body, one that the noun alone names, one named
// with more words.
func (f *agreementFinder) fits(ph *phrase, d *deed) bool {
	if d.mood == "refused" && ph.has("granted") || f.russian() && f.l.Fold(d.end-1) == "обменялись" && !f.exchanged(ph) {
		return false
	}
	if f.agreedElsewhere(ph, d) || f.exchangedElse(ph, d) || f.speaksThere(ph, d) || f.attributive(ph, d) || d.rule.Name == "agreement.has" && f.english() && f.l.Plays(d.start-1, f.p.know.roles.to) || // to have a protocol ready
		f.headLast && strings.HasSuffix(d.value, "acceded") && f.slot(ph.headEnd-1, "acc", "gen") { // конвенцияны мақұлдамаған елдерді оған қосылуға шақырды
		return false
	}
	switch d.rule.Get("of") {
	case "act":
		return ph.has("act")
	case "firm":
		return ph.has("firm") && (d.rule.Get("weak") == "" || !f.verbBetween(d.end, ph.from)) // has also received | a declaration
	case "exchange":
		return ph.has("exchange")
	case "settled":
		return !ph.has("loose")
	case "named":
		return ph.has("firm") && (ph.mods > 0 || ph.topic || ph.headEnd > ph.head+1)
	}
	return true
}

// speaksThere reports whether an English active verb of those who only speak of things
// stands right behind an instrument that ends its subject, and has something else for its
// object: "the members of the fisheries programme | discussed ways to".
func (f *agreementFinder) speaksThere(ph *phrase, d *deed) bool {
	if !f.english() || d.start != ph.to || d.rule.Name != "agreement.active" || !strings.HasPrefix(d.value, "planned") {
		return false
	}
	k := d.end
	return f.l.Has(k, f.article) || f.l.Is(k, lang.Lower) && !f.l.Has(k, f.npstop) && !f.l.Has(k, f.topic) && !f.l.Has(k, f.in) && !strings.HasSuffix(f.l.Fold(k), "ly") && !f.is(k, lang.DateChunk)
}

// verbBetween reports whether an English verb of the past stands between two tokens, so
// that "has" before it only helps it.
func (f *agreementFinder) verbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if f.verbBehind(i) {
			return true
		}
	}
	return false
}

// nearestFit gives the verb an instrument belongs to; in English one that fits its
// noun, where a nearer one does not: "presented a contract, to be signed in May".
func (f *agreementFinder) nearestFit(s lang.Sentence, ph *phrase) *deed {
	const elsewhere = 1 << 30 // bound to no phrase of the text
	d := f.nearest(s, ph.from, ph.to, f.skip, 22)
	for n := 0; n < 2 && d != nil && f.english() && d.bound == 0 && !f.fits(ph, d); n++ {
		d.bound = elsewhere
		o := f.nearest(s, ph.from, ph.to, f.skip, 22)
		d.bound = 0
		if o == nil {
			break
		}
		d = o
	}
	return f.signingAhead(ph, f.signedLater(f.mainBehind(ph, f.behindDrafted(ph, f.beforeDrafted(ph, d)))))
}

// attributive reports whether an English participle behind an instrument only says of what
// kind another thing is: "said the statement on the | revised agreement".
func (f *agreementFinder) attributive(ph *phrase, d *deed) bool {
	return f.english() && d.start >= ph.to && d.end == d.start+1 && d.rule.Name == "agreement.active" && f.l.Has(d.start-1, f.article) && f.l.Is(d.end, lang.Lower)
}
