package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// anaphorReach is how many sentences back "the document" looks for the
// instrument it means.
const anaphorReach = 3

// colonParts reports whether a colon parts an English noun from the verb before it, whose
// object stands before the colon: "adopted a rule: in the language of | the text".
func (f *agreementFinder) colonParts(ph *phrase, d *deed) bool {
	if !f.english() {
		return false
	}
	for k := d.end; k < ph.from; k++ {
		if f.l.Rune(k) == ':' {
			return true
		}
	}
	return false
}

// anaphor gives what is done with "the document" to the instrument named last
// before it; where none is near, nothing is said.
func (f *agreementFinder) anaphor(k int, s lang.Sentence, ph *phrase, d *deed, plural bool) {
	if d == nil || plural || !ph.definite && !(f.russian() && (ph.mods == 0 || ph.mods == 1 && f.l.Plays(ph.from, f.p.know.roles.sameOne))) || ph.topic || len(f.made) == 0 {
		return
	}
	o := &f.made[len(f.made)-1]
	if o.last < k-anaphorReach || f.colonParts(ph, d) {
		return
	}
	m := *o
	m.st.Status, m.st.Action = f.statusOf(d)
	if f.russian() && o.st.Status == "adopted" && m.st.Status == "signed" && strings.Contains(o.st.Instrument, "ратификации") {
		return // what the law ratifies was signed
	}
	if f.russian() && o.st.Action == "ratified" && m.st.Status == "adopted" {
		return // the vote is on ratifying it
	}
	rank := statusRank(m.st.Status)
	if rank <= o.rank && o.rank > 1 {
		if p := f.withoutSigners(ph, f.parties(ph, d, s)); len(o.parties) == 0 || f.russian() && len(p) > len(o.parties) {
			o.parties = p
		}
		if f.english() && rank == o.rank && o.st.Date == "" { // "The two put their names to the text on 1 August"
			f.anchored = false
			if date := f.when(ph, d, s, m.st.Status); !f.anchored {
				o.st.Date = date.String()
			}
		}
		if f.russian() && rank == o.rank && (o.st.Date == "" || o.anchored) {
			f.anchored = false
			if date := f.when(ph, d, s, m.st.Status); !date.IsZero() && !f.anchored && f.ownDay(date, d, s) { // «Документ подписан 3 мая»
				o.st.Date, o.anchored = date.String(), false
			}
		}
		return
	}
	if o.st.Status == "planned" && o.rank == 2 && o.last < k { // planned above, done here
		m.st.Date = ""
	}
	m.rank, m.last, m.st.Rule = rank, k, d.rule.Name
	f.anchored = false
	if date := f.when(ph, d, s, m.st.Status); m.st.Date == "" || f.russian() && !date.IsZero() && !f.anchored && f.ownDay(date, d, s) {
		m.st.Date = date.String()
	}
	if len(m.parties) < 2 {
		if p := f.parties(ph, d, s); len(p) > len(m.parties) {
			m.parties = p
		}
	}
	*o = m
}

// itStands reports whether a sentence begins with a pronoun for the thing the
// sentence before is about: "It was signed on 2 June". Only English.
func (f *agreementFinder) itStands(s lang.Sentence) bool {
	return f.english() && f.subject != nil && s.Last-s.First > 3 && f.l.Plays(s.First, f.p.know.roles.it) && !f.l.Toks[s.First].Para
}

// itIs states what is done with "it": the instrument that the sentence before
// begins with.
func (f *agreementFinder) itIs(k int, s lang.Sentence) {
	for i := range f.deeds {
		if d := &f.deeds[i]; d.start <= s.First+2 && d.side != "right" {
			f.instrument(k, s, f.subject, d)
			return
		}
	}
}

// subjectOf gives the instrument that a sentence begins with, nil where it
// begins with something else. The instrument stays the subject over a sentence
// that begins with its pronoun.
func (f *agreementFinder) subjectOf(s lang.Sentence) *phrase {
	if len(f.insts) == 0 {
		return nil
	}
	ph := &f.insts[0]
	if ph.from > s.First+1 || ph.has("loose") || f.plural(ph) {
		return nil
	}
	f.subjectRoom = *ph
	return &f.subjectRoom
}

// remember keeps the last instrument of an English sentence that one alone may
// mean by "it" in the next: no plural, no act.
func (f *agreementFinder) remember(k int, s lang.Sentence) {
	if !f.english() || len(f.insts) == 0 {
		return
	}
	for i := len(f.insts) - 1; i >= 0; i-- {
		if ph := &f.insts[i]; !f.plural(ph) && !ph.has("anaphor") && !ph.has("letters") && !ph.has("act") && !f.alsoKnown(ph, s) && !f.replaced(ph) {
			f.last, f.lastAt = *ph, k
			return
		}
	}
}

// replaced reports whether an English instrument is only what a newer one takes the
// place of: "The text replaces an accord of 2014".
func (f *agreementFinder) replaced(ph *phrase) bool {
	k := ph.from - 1
	if k > 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne)) {
		k--
	}
	return k >= 0 && f.actWord(k, "replaces")
}

// fuller gives the text of an instrument that an English sentence calls by its
// noun alone ("the agreement was signed in Luanda") where the one or two
// sentences before name it with more words and nothing is stated of it yet.
func (f *agreementFinder) fuller(k int, ph *phrase) string {
	if !f.english() || f.last.to == 0 || !ph.definite || f.last.to > ph.from || k-f.lastAt > 2 || !f.kindHolds(f.key(&f.last), f.key(ph)) || f.last.mods == 0 && !f.last.topic && f.key(&f.last) == f.key(ph) {
		return ""
	}
	for i := range f.made {
		if f.kindHolds(f.made[i].key, f.key(ph)) {
			return ""
		}
	}
	return f.text(&f.last)
}

// saysIt reports whether an English sentence without an instrument may do
// something with that of the sentence before by a pronoun: "The two firms signed
// it on Saturday".
func (f *agreementFinder) saysIt(k int, s lang.Sentence) bool {
	if !f.english() || k == 0 || f.last.to == 0 || f.lastAt != k-1 {
		return false
	}
	for i := s.First + 1; i < s.Last; i++ {
		if t := &f.l.Toks[i]; t.End-t.Start == 2 && t.Is(lang.Lower) && f.l.Plays(i, f.p.know.roles.it) {
			return true
		}
	}
	return false
}

// itObject states what is done with "it" behind a verb: the instrument the
// sentence before named last.
func (f *agreementFinder) itObject(k int, s lang.Sentence) {
	if !f.saysIt(k, s) {
		return
	}
	for i := range f.deeds {
		d := &f.deeds[i]
		if d.side == "left" || d.end >= s.Last || !f.l.Plays(d.end, f.p.know.roles.it) || d.rule.Name != "agreement.active" && d.rule.Name != "agreement.plans" {
			continue
		}
		ph := f.last
		if day, ok := f.dated(&ph, f.p.sents[k-1]); ok && f.wellBefore(day) && d.mood != "done" { // an old one is not still to be made
			continue
		}
		f.instrument(k, s, &ph, d)
		return
	}
}

// ofObject reports whether an English instrument only stands inside the object
// of a verb, which is done with something else: "approved the report on the
// treaty", "discussed the implementation of the agreement". The text, the
// signing or a package of instruments is what is done with them.
func (f *agreementFinder) ofObject(ph *phrase, d *deed) bool {
	if !f.english() || d.end >= ph.from || d.rule.Name != "agreement.active" && d.rule.Name != "agreement.plans" && d.rule.Name != "agreement.not-done" && d.rule.Name != "agreement.refused" {
		return false
	}
	k := ph.from - 1
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) || f.l.Has(k, f.poss) {
		k--
	}
	if k <= d.end || !f.l.Has(k, f.topic) && !f.l.Has(k, f.p.know.lists.of) && f.l.Fold(k) != "under" && !f.l.Plays(k, f.p.know.roles.to) {
		return false
	}
	if !f.l.Is(k-1, lang.Lower) || !f.l.Is(k-1, lang.Word) || f.l.Has(k-1, f.npstop) {
		return false
	}
	words := 0
	for i := d.end; i < k; i++ {
		if f.l.Has(i, f.article) || f.l.Has(i, f.p.know.lists.phraseOne) || i > d.end && f.l.Has(i, f.p.know.lists.of) {
			continue
		}
		if !f.l.Is(i, lang.Word) || !f.l.Is(i, lang.Lower) || f.at(i) != nil || f.l.Has(i, f.npstop) || f.l.Has(i, f.topic) || f.l.Has(i, f.noun) || f.inOther(i, ph) || f.deedAt(i) {
			return false
		}
		if words++; words > 4 {
			return false
		}
	}
	return words > 0 && !f.l.Has(k-1, f.p.know.lists.instrumentPart)
}

// ownDay reports whether a date of a Russian sentence stands in the clause of a verb,
// no comma between them.
func (f *agreementFinder) ownDay(date value.Date, d *deed, s lang.Sentence) bool {
	for _, k := range f.p.mentionsIn(lang.DateChunk, s.First, s.Last) {
		m := &f.p.mens[k]
		if m.date == date && !f.commaBetween(min(m.end, d.end), max(m.start, d.start)) {
			return true
		}
	}
	return false
}
