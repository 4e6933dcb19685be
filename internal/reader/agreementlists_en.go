package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// behindColon gives the verb that an English colon closes for an instrument of the
// list behind it in the same sentence: "The following papers were signed: an accord
// on rail; a memorandum between X and Y"; nil where something else stands between.
func (f *agreementFinder) behindColon(ph *phrase, s lang.Sentence) *deed {
	if !f.english() || len(f.deeds) == 0 {
		return nil
	}
	colon := -1
	for i := ph.from - 1; i > s.First; i-- {
		if f.l.Rune(i) == ':' {
			colon = i
			break
		}
	}
	if colon < 0 {
		return nil
	}
	var last *deed
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.end > colon && d.start < ph.from { // a verb of the items themselves
			return nil
		}
		if d.end <= colon && (last == nil || d.end > last.end) {
			last = d
		}
	}
	if last == nil || last.own() || last.mood != "done" && last.mood != "planned" {
		return nil
	}
	for i := last.end; i < colon; i++ {
		if f.at(i) == nil && (f.clauseAt(i) || f.verbBehind(i)) {
			return nil
		}
	}
	return last
}

// withAhead adds the parties that an English "with" names between a verb and its
// instrument: "The academy signed with the University of Lund an agreement on …".
func (q *partySearch) withAhead() {
	if !q.english() || q.d == nil || q.d == q.list || q.d.end >= q.ph.from {
		return
	}
	i := q.d.end
	if m := q.at(i + 1); m != nil && m.class == lang.DateChunk { // on Friday
		i = m.end
	} else if m := q.at(i); m != nil && m.class == lang.DateChunk {
		i = m.end
	}
	if q.l.Has(i, q.p.class("partywith")) {
		q.run(i+1, q.ph.from, 4, q.add)
	}
}

// behindAdjectives gives the token behind further English adjectives of states that
// are joined to the one before token i: "the Chadian | and Norwegian | ministers".
func (f *agreementFinder) behindAdjectives(i, last int) int {
	for f.english() && i+1 < last && (f.joins(i) || f.l.Rune(i) == ',') {
		k := i + 1
		if f.l.Rune(i) == ',' && f.joins(k) {
			k++
		}
		if f.l.Has(k, f.article) {
			k++
		}
		_, end, ok := f.l.Value(k, f.stateAdj)
		if !ok {
			break
		}
		i = end
	}
	return i
}

// toldLater reports whether an English sentence that speaks of no sides comes before
// one of the states that its instrument might be between: the text was not about
// them yet.
func (q *partySearch) toldLater(states []int) bool {
	if !q.english() || q.sidesTold || len(states) == 0 {
		return false
	}
	before := q.statesIn(0, q.s.Last)
	return slices.ContainsFunc(states, func(e int) bool { return !slices.Contains(before, e) })
}

// otherSubject reports whether an English verb has a body for its subject that is
// told by its noun and is none the text speaks for: "the government signed", "the
// road department concluded".
func (f *agreementFinder) otherSubject(d *deed, s lang.Sentence) bool {
	if !f.english() || d.rule.Name != "agreement.active" || d.start < s.First+2 {
		return false
	}
	k := d.start - 1
	for k > s.First && (f.l.Has(k, f.p.class("auxverb")) || f.l.Plays(k, f.p.know.roles.haveVerb) || strings.HasSuffix(f.l.Fold(k), "ly")) {
		k--
	}
	if !f.l.Toks[k].Is(lang.Lower) || f.at(k) != nil {
		return false
	}
	if f.l.Has(k, f.p.class("rulers")) {
		return f.l.Has(k-1, f.article)
	}
	if !f.l.Has(k, f.p.class("bodynoun")) || f.l.Has(k-1, f.article) {
		return false
	}
	return f.l.Has(k-2, f.article) || k-3 >= s.First && f.l.Has(k-3, f.article)
}

// whereSubjectIs reports whether an English place stands behind a noun before the
// verb and only says where its subject is: "the parties in Sudan signed …".
func (f *agreementFinder) whereSubjectIs(m *mention, d *deed, s lang.Sentence) bool {
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.english() || m.end > d.start || k-1 <= s.First || f.passive(d) {
		return false
	}
	return f.l.Toks[k-1].Is(lang.Lower) && !f.l.Has(k-1, f.npstop) && !f.clauseAt(k-1)
}

// topicBehindVerb takes what a bare English instrument is about from behind its
// passive verb: "Agreement was also reached on a study".
func (f *agreementFinder) topicBehindVerb(ph *phrase, d *deed, s lang.Sentence) {
	if !f.english() || d == nil || ph.topic || ph.mods > 0 || ph.quoted[1] > 0 || ph.definite || ph.gap[1] > 0 || d.start != ph.to || d.rule.Name != "agreement.was-reached" && d.rule.Name != "agreement.was-agreed" {
		return
	}
	if d.end >= s.Last || !f.l.Has(d.end, f.topic) || f.l.Has(d.end, f.p.class("of")) {
		return
	}
	ph.gap = [2]int{ph.headEnd, d.end}
	if f.topicBehind(d.end, false, ph, s); !ph.topic {
		ph.gap = [2]int{}
	}
}

// monthAhead reports whether an English date that is told later names a month alone,
// which tells when that was and not when the news is of.
func (p *part) monthAhead(m *mention) bool {
	lo, hi := m.date.Bounds()
	return p.know.pack.Tag == "en" && hi > lo
}
