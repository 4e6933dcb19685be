package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// signingAhead gives the English noun of a signing as one still to come, where the
// predicate it is the subject of puts it ahead or takes it back: "The signing of the
// accord has been postponed", "The signature of the treaty is due in May".
func (f *agreementFinder) signingAhead(ph *phrase, d *deed) *deed {
	if d != nil && (d.rule.Name == "agreement.in-force" && d.end <= ph.from || d.rule.Name == "agreement.pending") {
		return f.signedBehind(ph, d)
	}
	if d == nil || d.rule.Name != "agreement.signing" || d.end > ph.from || !f.english() {
		return d
	}
	s := f.p.sentenceOf(ph.from)
	if !f.opensClause(d.start, s) {
		return d
	}
	future, off := f.p.know.lists.future, f.p.know.lists.calledOff
	for k := ph.to; k < s.Last; k++ {
		if f.l.Rune(k) == ';' || f.inOther(k, ph) || f.l.Plays(k, f.p.know.roles.thatThing) || f.l.Plays(k, f.p.know.roles.whoWhose) || f.l.Plays(k, f.p.know.roles.otherClause) {
			return d
		}
		if f.l.Has(k, future) || f.l.Has(k, off) {
			ahead := *d
			ahead.mood = "planned"
			return &ahead
		}
	}
	return d
}

// opensClause reports whether an English noun at token i, an article and two words more
// before it passed over, stands where the subject of a clause does.
func (f *agreementFinder) opensClause(i int, s lang.Sentence) bool {
	k := i - 1
	for n := 0; n < 2 && k >= s.First && f.l.Is(k, lang.Word) && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.article) && !f.l.Has(k, f.npstop); n++ {
		k--
	}
	if k >= s.First && f.l.Has(k, f.article) {
		k--
	}
	return k < s.First || f.l.Rune(k) == ',' || isQuote(f.l.Rune(k)) || f.l.Plays(k, f.p.know.roles.thatThing)
}

// agreedOnly reports whether the English noun "agreement", told by no verb, only says
// that some are of one mind: "full agreement on the need for peace", "voiced their
// agreement on the aims". One that was made has an article or an owner.
func (f *agreementFinder) agreedOnly(ph *phrase, s lang.Sentence) bool {
	if !f.english() || ph.from <= s.First || ph.headEnd != ph.head+1 || ph.quoted[1] > 0 || f.l.Is(ph.head, lang.Cap) || !f.l.Plays(ph.head, f.p.know.roles.oneMind) || ph.head-ph.from > 1 {
		return false
	}
	k := ph.from - 1
	if ph.head > ph.from && !f.l.Plays(ph.from, f.p.know.roles.ofMind) {
		return false
	}
	if f.l.Plays(k, f.p.know.roles.ofMind) { // their
		return true
	}
	return !f.l.Has(k, f.article) && !f.l.Has(k, f.p.know.lists.phraseOne) && !f.l.Has(k, f.poss) && !f.l.Is(k, lang.Glued)
}

// meets reports whether the English noun of an instrument is that of a meeting, which
// does something of its own: "The convention adopted a new platform".
func (f *agreementFinder) meets(ph *phrase, d *deed) bool {
	if !f.english() || d == nil || d.rule.Name != "agreement.active" || d.start < ph.to || d.start > ph.to+1 || !ph.has("many") || d.end >= len(f.l.Toks) {
		return false
	}
	k := d.end
	return (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) || f.l.Has(k, f.p.know.lists.possessive)) && !f.l.Has(k+1, f.p.know.lists.timeUnit) && !f.l.Has(k+2, f.p.know.lists.timeUnit)
}

// signedByPair reports whether two that are named right before the verb made an English
// instrument told by its kind alone: "Peru and Chile struck a deal".
func (f *agreementFinder) signedByPair(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d.value != "signed signed" || d.rule.Name != "agreement.active" || ph.from < d.end || ph.from > d.end+1 || ph.definite || ph.has("act") || ph.has("letters") {
		return false
	}
	k := d.start
	for n := 0; n < 3 && k > s.First+2; n++ {
		m := f.at(k - 1)
		if m == nil || m.class == lang.DateChunk {
			k--
			continue
		}
		if m.class != lang.OrgChunk && !(m.class == lang.PlaceChunk && f.isCountry(m.entity)) {
			return false
		}
		if k = m.start - 1; k > s.First && f.l.Has(k, f.article) {
			k--
		}
		o := f.at(k - 1)
		return k > s.First && f.joins(k) && o != nil && o.class == m.class && o.entity != m.entity
	}
	return false
}

// signedBehind gives the participle in commas behind an English instrument that tells
// when it was signed, in the place of d, which only tells what it awaits: "the entry into
// force of their accord, signed in May", "the accord with Peru, signed in May, awaits
// ratification".
func (f *agreementFinder) signedBehind(ph *phrase, d *deed) *deed {
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start <= ph.to || o.start > ph.to+8 || o.value != "signed signed" || f.l.Rune(o.start-1) != ',' {
			continue
		}
		if !f.commaBetween(ph.to, o.start-1) && !f.deedAt(ph.to) {
			return o
		}
	}
	return d
}

// newOneAgain reports whether "the new contract" is the English instrument that was just
// told of by the same noun as one that nobody knew yet.
func (f *agreementFinder) newOneAgain(o, m *made) bool {
	ph := &m.phrase
	return f.english() && o.key == m.key && m.first > o.last && m.first-o.last <= 2 && !o.phrase.definite && !o.phrase.possessed && ph.definite && !ph.topic && ph.head == ph.from+1 && o.rank >= 2 &&
		f.l.Plays(ph.from, f.p.know.roles.newOne) && f.made[len(f.made)-1].phrase.from == o.phrase.from
}

// onlyIf reports whether an English sentence tells what would be, had the instrument been
// made: "If the bill had passed", "Had the treaty been signed".
func (f *agreementFinder) onlyIf(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d.mood != "done" || d.start < ph.to || d.start > ph.to+3 {
		return false
	}
	for k := ph.from - 1; k >= s.First && k >= ph.from-3; k-- {
		if f.l.Has(k, f.article) || f.l.Is(k, lang.Cap) && k > s.First {
			continue
		}
		if k == s.First && f.l.Plays(k, f.p.know.roles.haveVerb) {
			return true
		}
		return f.l.Plays(k, f.p.know.roles.onCondition) && (f.l.Plays(d.start, f.p.know.roles.haveVerb) || f.l.Plays(d.start-1, f.p.know.roles.haveVerb)) && f.l.Fold(k) == "if"
	}
	return false
}

// byMeans reports whether an English instrument is only that by which something else is
// done ("was suspended by ministerial order", "ratified the treaty by an exchange of notes"),
// or something of it: "a treaty, whose annex was signed in May".
func (f *agreementFinder) byMeans(ph *phrase, d *deed) bool {
	if f.english() && f.ofWhose(ph, d) { // a treaty, whose annex was signed
		return true
	}
	if !f.english() || d.end > ph.from || d.rule.Name != "agreement.active" && d.rule.Name != "agreement.passive" {
		return false
	}
	k := ph.from - 1
	if f.l.Has(k, f.p.know.lists.phraseOne) || f.l.Has(k, f.article) {
		k--
	}
	if k >= d.end && f.l.Has(k, f.in) && ph.has("act") && f.l.Is(ph.head, lang.Cap) { // sanctions adopted in Resolution 2397
		return true
	}
	return k >= d.end && f.l.Has(k, f.p.know.lists.partyBy)
}

// toldApart reports whether an English instrument told by a clause of its own, which says
// which one is meant, is another than one that was only mentioned by its name: "broke the
// Lima Pact … The pact that the party signed with the union".
func (f *agreementFinder) toldApart(o, m *made) bool {
	if f.english() && m.first > o.first && m.phrase.definite && !m.named && f.replaced(&o.phrase) && !f.replaced(&m.phrase) { // replaces a pact of 2014 … The agreement
		return true
	}
	return f.english() && m.first > o.last && o.st.Rule == "agreement.mention" && f.l.Is(o.phrase.head, lang.Cap) && f.l.Is(m.phrase.head, lang.Lower) && len(m.parties) > 0 && m.phrase.to < len(f.l.Toks) && f.l.Plays(m.phrase.to, f.p.know.roles.thatThing)
}

// nameOfThing reports whether the English noun of an instrument names another thing: with
// the noun of a body at the end of its name ("the Treaty of Ancón Museum"), or a
// resolution of what is resolved ("the resolution of the conflict").
func (f *agreementFinder) nameOfThing(ph *phrase, s lang.Sentence) bool {
	if f.l.Is(ph.head, lang.Cap) {
		return ph.topic && ph.to > ph.headEnd+2 && f.l.Has(ph.headEnd, f.p.know.lists.of) && f.l.Is(ph.to-1, lang.Cap) && f.l.Is(ph.to-2, lang.Cap) && f.l.Has(ph.to-1, f.p.know.lists.orgHead)
	}
	k := ph.headEnd
	if !ph.has("by-adopted") || k+2 >= s.Last || !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	if k++; f.l.Has(k, f.article) {
		k++
	}
	for ; k < ph.headEnd+6 && k < s.Last && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.stop); k++ {
		if f.at(k) != nil || f.l.Has(k, f.p.know.lists.bodyNoun) || f.l.Has(k, f.p.know.lists.orgHead) || f.p.know.endings.parliamentWord.whole(f.l.Fold(k)) {
			return false
		}
	}
	return k > ph.headEnd+1 && f.at(k) == nil
}

// onlyPlans reports whether English plans in the plural are only announced or made,
// which names no instrument: "announced its plans for a new ground".
func (f *agreementFinder) onlyPlans(t *telling) bool {
	return f.english() && t.plural && !t.proper && t.ph.has("loose") && !t.ph.has("act") && t.d.mood != "refused" && f.l.Fold(t.ph.head) == "plans" && !strings.HasPrefix(t.d.value, "adopted")
}

// ofWhose reports whether a verb stands in the English clause that "whose" opens behind an
// instrument, so that it tells of something of that one.
func (f *agreementFinder) ofWhose(ph *phrase, d *deed) bool {
	if d.start <= ph.to || d.start > ph.to+20 {
		return false
	}
	open := false
	for k := ph.to; k < d.start; k++ {
		if f.l.Rune(k) == ',' {
			open = f.l.Plays(k+1, f.p.know.roles.whoWhose) && f.l.Fold(k+1) == "whose"
		}
	}
	return open
}

// numberOfNext reports whether an English bill told by its number is called by its name
// right behind: "Bill 18, the Grazing Lease Act,".
func (f *agreementFinder) numberOfNext(ph *phrase) bool {
	if ph.to != ph.headEnd+1 || !ph.has("act") || !f.l.Is(ph.to-1, lang.Number) || f.l.Rune(ph.to) != ',' || !f.l.Has(ph.to+1, f.article) {
		return false
	}
	for i := range f.insts {
		if o := &f.insts[i]; o.from == ph.to+2 {
			return f.l.Is(o.head, lang.Cap) && o.has("act")
		}
	}
	return false
}
