package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// signingMeant reports whether the noun of an English signing only says what it would bring,
// not that it was: "The signing of the treaty will help both fleets", "the signing of a
// framework contract does not oblige anybody". That it will take place is another thing.
func (f *agreementFinder) signingMeant(t *telling) bool {
	ph, d := t.ph, t.d
	if !f.english() || d == nil || d.rule.Name != "agreement.signing" || d.end > ph.from || !f.opensClause(d.start, t.s) {
		return false
	}
	future, off := f.p.know.lists.future, f.p.know.lists.calledOff
	for k := ph.to; k+1 < t.s.Last; k++ {
		if f.l.Rune(k) == ';' || f.inOther(k, ph) || f.l.Plays(k, f.p.know.roles.thatThing) || f.l.Plays(k, f.p.know.roles.whoWhose) || f.l.Plays(k, f.p.know.roles.otherClause) || f.l.Has(k, off) {
			return false
		}
		if f.is(k, lang.DateChunk) { // 3 | May
			continue
		}
		if c, ok := f.l.Chunk(k, future); ok && int(c.End) == k+1 || f.l.Plays(k, f.p.know.roles.maybe) {
			return !f.comesAbout(k + 1)
		} else if ok {
			return false
		}
		if w := f.l.Fold(k); w == "does" || w == "do" {
			return true
		}
	}
	return false
}

// comesAbout reports whether the English verb at token k, a small word before it passed
// over, says that something is to be: "will now take place", "will be held".
func (f *agreementFinder) comesAbout(k int) bool {
	for n := 0; n < 2; n, k = n+1, k+1 {
		switch f.l.Fold(k) {
		case "take", "be", "happen", "occur", "follow", "come", "go":
			return true
		}
	}
	return false
}

// asWellAs reports whether the English "as well as" ends at token k.
func (f *agreementFinder) asWellAs(k int) bool {
	return k > 1 && f.l.Fold(k) == "as" && f.l.Fold(k-1) == "well" && f.l.Fold(k-2) == "as"
}

// looseAside reports whether an English noun that is no instrument by itself stands behind
// the verb as something else than what is signed: in a clause that says more of that ("a
// treaty that will set up a framework"), behind a small word ("signed loans under the
// investment plan", "as a step to the vision") or as what the instrument signed is for.
func (f *agreementFinder) looseAside(ph *phrase, d *deed) bool {
	if !f.english() || !ph.has("loose") || ph.quoted[1] > 0 || d.end >= ph.from || d.side == "left" {
		return false
	}
	for k := d.end; k < ph.from; k++ {
		if f.l.Plays(k, f.p.know.roles.thatThing) && f.l.Rune(k-1) != ',' && k > d.end && f.l.Is(k, lang.Lower) {
			return true
		}
	}
	k := ph.from - 1
	for k > d.end && f.l.Is(ph.head, lang.Cap) && (f.l.Is(k, lang.Cap) || f.joins(k) && f.l.Is(k-1, lang.Cap)) { // under the Harbour and | Investment Plan
		k--
	}
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) || f.l.Has(k, f.p.know.lists.possessive) {
		k--
	}
	if k >= d.end && f.l.Plays(k, f.p.know.roles.onlyUnder) {
		return !f.asWellAs(k)
	}
	for i := range f.insts {
		o := &f.insts[i]
		if o.from < d.end || o.from-d.end > 3 || o.to >= ph.from || !o.has("firm") {
			continue
		}
		return k >= o.to && !f.asWellAs(k) && !f.joins(k) && !f.l.Is(k, lang.Punct) && f.l.Is(k, lang.Word) && f.at(k) == nil && !f.deedAt(k)
	}
	return false
}

// accordingAhead reports whether an English instrument is only what the sentence goes by, its
// verb standing behind a comma: "According to the motion, the treaty was signed", "In line
// with the recommendation of 2017, all drafts are reviewed".
func (f *agreementFinder) accordingAhead(ph *phrase, d *deed) bool {
	k := ph.from - 1
	if k > 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne)) {
		k--
	}
	if k < 1 || !f.l.Plays(k-1, f.p.know.roles.goesBy) {
		return false
	}
	return f.commaBetween(ph.to, d.start)
}

// citedAhead reports whether an English date stands in words that a sentence only goes by,
// before a comma and the verb: "In accordance with the talks of March 2019, | the firm signed".
func (f *agreementFinder) citedAhead(m *mention, d *deed) bool {
	if !f.english() || m.end > d.start || !f.commaBetween(m.end, d.start) {
		return false
	}
	for k := m.start - 1; k > 0 && k > m.start-10 && f.l.Rune(k) != ','; k-- {
		if f.l.Plays(k-1, f.p.know.roles.goesBy) && f.l.Is(k, lang.Word) {
			return true
		}
	}
	return false
}

// agreedElsewhere reports whether what some English verb "agreed on" takes is another thing
// than the instrument, which does not stand right behind it: "agreed on the upkeep of the
// canal in line with the treaty of 1982".
func (f *agreementFinder) agreedElsewhere(ph *phrase, d *deed) bool {
	if !f.english() || d.end > ph.from || d.rule.Name != "agreement.active" || !strings.HasPrefix(d.value, "adopted") || !f.l.Plays(d.start, f.p.know.roles.agreeing) {
		return false
	}
	return ph.from-d.end > 2
}

// lawAtLarge reports whether English "law" means the law of a kind as a whole: "in line with
// international law", not "a maritime law".
func (f *agreementFinder) lawAtLarge(ph *phrase) bool {
	if !f.english() || ph.definite || ph.possessed || ph.topic || ph.from == 0 || ph.head == ph.from || !f.l.Is(ph.head, lang.Lower) || f.l.Fold(ph.head) != "law" {
		return false
	}
	return f.l.Plays(ph.head-1, f.p.know.roles.lawKind) && !f.l.Has(ph.from-1, f.p.know.lists.phraseOne) && !f.l.Has(ph.from-1, f.p.know.lists.possessive)
}

// besideActive reports whether an English noun that is no instrument by itself stands before
// an active verb that has another instrument for its object: "In the field of harbour
// regulation, Oman signed six agreements".
func (f *agreementFinder) besideActive(ph *phrase, d *deed) bool {
	if !ph.has("loose") || d.start < ph.to || d.rule.Name != "agreement.active" || f.joins(d.end) {
		return false
	}
	for k := ph.to; k < d.start; k++ {
		if f.l.Plays(k, f.p.know.roles.thatThing) {
			return false
		}
	}
	for i := range f.insts {
		if o := &f.insts[i]; o.from >= d.end && o.from <= d.end+4 && o.has("firm") {
			return true
		}
	}
	return false
}

// nameBeforeVerb reports whether an English place stands between an instrument and the
// passive verb, where it is rather of what the instrument is about: "an agreement on an
// office in Athens | was signed in Geneva".
func (f *agreementFinder) nameBeforeVerb(m *mention, ph *phrase, d *deed) bool {
	return f.english() && m.start >= ph.to && m.start <= ph.to+2 && m.end <= d.start && d.side == "left"
}

// topicCut gives where the topic of an English instrument ends that runs from token i to to,
// what is only said of its last noun cut off: "an agreement on the depot | funded by the bank",
// "a loan agreement for the canal | expected to open soon".
func (g *ground) topicCut(i, to int, s lang.Sentence) int {
	if !g.english() {
		return to
	}
	if to == i+1 && g.l.Has(i, g.p.know.lists.timeUnit) { // an agreement for | years 2021-2023
		return i
	}
	if to < s.Last && to-1 > i+1 && g.l.Has(to, g.p.know.lists.partyBy) && g.participle(to-1) && !g.l.Has(to-2, g.npstop) && !g.l.Has(to-2, g.topic) {
		return to - 1
	}
	for k := i + 1; k < to; k++ {
		if g.l.Fold(k) == "worth" && g.l.Is(k-1, lang.Word) && !g.l.Is(k+1, lang.Word) { // a contract on pumps | worth 40 million tenge
			return k
		}
		if k > i+1 && g.l.Plays(k, g.p.know.roles.meantTo) && (k+1 == to || k+1 < s.Last && (g.l.Plays(k+1, g.p.know.roles.to) || g.l.Fold(k+1) == "at")) {
			return k
		}
	}
	return to
}

// participle reports whether the English word at token k has the ending of a participle.
func (g *ground) participle(k int) bool {
	return g.l.Is(k, lang.Lower) && g.at(k) == nil && g.p.know.endings.pastEnd.end(g.l.Fold(k), 2)
}

// exchangedElse reports whether what was exchanged by an English verb is another thing than the
// instrument, which does not stand right beside it: "under the current programme and exchanged
// views on the next one".
func (f *agreementFinder) exchangedElse(ph *phrase, d *deed) bool {
	if !f.english() || d.rule.Name != "agreement.active" || d.end != d.start+1 || !f.l.Plays(d.start, f.p.know.roles.exchanged) {
		return false
	}
	return d.end <= ph.from && ph.from-d.end > 3 || d.start > ph.to
}

// earlierOne reports whether the words of an English instrument say that it was there before
// the news, whose day is not its own: "builds on a prior agreement signed between both".
func (f *agreementFinder) earlierOne(ph *phrase) bool {
	if !f.english() {
		return false
	}
	for k := ph.from; k < ph.head; k++ {
		switch f.l.Fold(k) {
		case "prior", "previous", "earlier", "former", "existing", "current", "original":
			return true
		}
	}
	return false
}
