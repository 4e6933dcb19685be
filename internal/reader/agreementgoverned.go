package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// governed reports whether a verb near an English instrument has another object
// or subject: the instrument is only what a word between praises or recalls, or
// another instrument stands at the verb.
func (f *agreementFinder) governed(ph *phrase, d *deed) bool {
	if !f.english() {
		return false
	}
	if d.end <= ph.from {
		if k := ph.to; k+1 < len(f.l.Toks) && isApostropheRune(f.l.Rune(k)) && f.l.Is(k, lang.Glued) && f.l.Is(k+1, lang.Lower) || f.l.Has(k, f.poss) && f.l.Is(k, lang.Glued) { // approved the treaty's referral
			return true
		}
		return f.recalledBetween(d.end, ph.from) || f.joinsElse(ph, d) || f.participleOf(ph, d) || f.looseAside(ph, d) || f.citedBehind(ph, d)
	}
	return d.start >= ph.to && (f.inSubjectClause(ph, d) || f.underWhichDone(ph, d) || f.relativeOf(ph, d) || f.ofAny(ph, d) || f.framedOnly(ph, d) || f.accordingAhead(ph, d) || f.besideActive(ph, d))
}

// recalledBetween reports whether a verb that does nothing with an instrument but
// name it stands between two tokens: "adopted a budget and | welcomed the treaty".
func (f *agreementFinder) recalledBetween(from, to int) bool {
	r := f.p.know.roles.recalls
	for i := from; i < to; i++ {
		if f.l.Plays(i, r) && f.l.Is(i, lang.Lower) && !f.l.Has(i-1, f.article) {
			return true
		}
	}
	return false
}

// joinsElse reports whether what somebody accedes to or joins is another thing
// than the instrument behind it: "to join the union and its peace agreement".
func (f *agreementFinder) joinsElse(ph *phrase, d *deed) bool {
	if d.value != "other acceded" {
		return false
	}
	k := ph.from - 1
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) {
		k--
	}
	if f.l.Plays(k, f.p.know.roles.inPassing) { // to join the line through a memorandum
		return false
	}
	for i := d.end; i < ph.from; i++ {
		if f.inOther(i, ph) || f.l.Is(i, lang.Punct) || f.joins(i) || f.l.Has(i, f.article) || f.l.Has(i, f.topic) || f.is(i, lang.DateChunk) || f.is(i, lang.PlaceChunk) || f.is(i, lang.OrgChunk) || f.l.Has(i, f.in) {
			continue
		}
		return true
	}
	return false
}

// participleOf reports whether a verb before an instrument is the participle of
// another one right before it, which tells when, where or by whom that was done:
// "hailed the accord signed in Bangui and called on all to respect the ceasefire".
func (f *agreementFinder) participleOf(ph *phrase, d *deed) bool {
	if d.rule.Name != "agreement.active" || d.end >= ph.from || !f.atInstrument(d.start, ph) {
		return false
	}
	return f.l.Has(d.end, f.in) || f.is(d.end, lang.DateChunk) || f.l.Has(d.end, f.p.know.lists.partyBy) || f.l.Has(d.end, f.p.know.lists.partyBetween) || f.l.Has(d.end, f.p.know.lists.partyWith) || f.l.Plays(d.end, f.p.know.roles.on)
}

// relativeOf reports whether a verb behind an instrument tells of another one that
// stands nearer, in a clause or a participle of its own: "the accord replaces a
// pact | which expired in May", "it builds on the Convention | adopted in 1982".
func (f *agreementFinder) relativeOf(ph *phrase, d *deed) bool {
	if f.objectOf(ph, d) {
		return true
	}
	k := d.start - 1
	for n := 0; n < 3 && k > ph.to && (f.l.Has(k, f.clause) || f.l.Rune(k) == ','); n++ {
		k--
	}
	clause := k+1 < d.start && f.l.Has(d.start-1, f.clause)
	if !clause && (d.end != d.start+1 || d.rule.Name != "agreement.active" && d.rule.Name != "agreement.reduced" || d.value == "other expired") {
		return false
	}
	for i := range f.insts {
		o := &f.insts[i]
		if o.from <= ph.from || o.to != k+1 && !(o.to == k && f.is(k, lang.DateChunk)) && !(o.to == k-1 && f.is(k, lang.DateChunk) && f.l.Has(k-1, f.p.know.lists.of)) {
			continue
		}
		for j := ph.to; j < o.from; j++ {
			if f.l.Is(j, lang.Lower) && !f.l.Has(j, f.npstop) && f.at(j) == nil && (strings.HasSuffix(f.l.Fold(j), "s") || f.verbBehind(j)) {
				return true
			}
		}
		return false
	}
	return false
}

// inSubjectClause reports whether an English instrument stands in the relative clause of
// another one, which is the subject of a verb behind both: "a protocol that goes with the
// convention | was adopted".
func (f *agreementFinder) inSubjectClause(ph *phrase, d *deed) bool {
	for i := range f.insts {
		o := &f.insts[i]
		if o.to >= ph.from {
			return false
		}
		if ph.from-o.to <= 8 && f.l.Plays(o.to, f.p.know.roles.thatThing) && !f.commaBetween(o.to, d.start) && f.passive(d) {
			return true
		}
	}
	return false
}

// underWhichDone reports whether an English verb only tells what is done under, by or with
// an instrument: "an agreement of 2009 under which the schools exchanged pupils".
func (f *agreementFinder) underWhichDone(ph *phrase, d *deed) bool {
	for k := ph.to; k+1 < d.start && k < ph.to+5; k++ {
		if f.l.Plays(k, f.p.know.roles.inPassing) && f.l.Plays(k+1, f.p.know.roles.thatThing) {
			return f.l.Fold(k+1) == "which"
		}
		if !f.is(k, lang.DateChunk) && !f.l.Has(k, f.p.know.lists.of) && f.l.Rune(k) != ',' {
			return false
		}
	}
	return false
}

// objectOf reports whether a verb behind an instrument stands in a relative clause
// whose object is another one: "the charter follows a memorandum | which the two
// cities concluded in 2014".
func (f *agreementFinder) objectOf(ph *phrase, d *deed) bool {
	if d.rule.Name != "agreement.active" {
		return false
	}
	for k := d.start - 2; k > ph.to && k > d.start-9; k-- {
		if !f.l.Plays(k, f.p.know.roles.thatThing) {
			if f.deedAt(k) || f.l.Is(k, lang.Punct) && f.l.Rune(k) != '-' {
				return false
			}
			continue
		}
		for i := range f.insts {
			if o := &f.insts[i]; o.from > ph.to && (o.to == k || o.to == k-1 && f.l.Rune(k-1) == ',') {
				return true
			}
		}
		return false
	}
	return false
}

// atInstrument reports whether another instrument of the sentence ends at token i
// or, with its day, right before it.
func (f *agreementFinder) atInstrument(i int, ph *phrase) bool {
	for k := range f.insts {
		if o := &f.insts[k]; o.from != ph.from && (o.to == i || o.to == i-1 && f.is(i-1, lang.DateChunk)) {
			return true
		}
	}
	return false
}

// runsUntil reports whether a year in the name of a plan says until when it runs, not when it
// was signed: "the 2050 Blue Economy Action Plan".
func (f *agreementFinder) runsUntil(m *mention) bool {
	return f.english() && m.end == m.start+1 && f.l.Is(m.start, lang.Year) && f.future(m.date)
}

// ofAny reports whether an English sentence says what may be done with any
// instrument of a kind: "a treaty can be amended".
func (f *agreementFinder) ofAny(ph *phrase, d *deed) bool {
	if ph.mods > 0 || ph.topic || d.mood != "planned" || d.start != ph.to || ph.from == 0 || !f.l.Has(ph.from-1, f.p.know.lists.phraseOne) {
		return false
	}
	return f.l.Plays(d.start, f.p.know.roles.maybe)
}

// asBasis gives in the place of an English verb before an instrument one that only
// tells of it, where what was done was done under it: "approved its part under the
// framework agreement".
func (f *agreementFinder) asBasis(ph *phrase, d *deed) *deed {
	if d == nil || !f.english() || d.end > ph.from || d.end+1 >= ph.from || d.rule.Name != "agreement.active" || !f.isBasis(ph) {
		return d
	}
	told := *d
	told.value = "other"
	return &told
}
