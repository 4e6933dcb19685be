package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// enter adds an instrument, or joins it with one named before.
func (f *agreementFinder) enter(m made) {
	for i := len(f.made) - 1; i >= 0; i-- {
		if f.join(&f.made[i], &m, i == len(f.made)-1) {
			return
		}
	}
	f.made = append(f.made, m)
}

// join joins an instrument with one named before, where both are the same; it
// reports whether nothing is left to add. last tells that o is the last one made.
func (f *agreementFinder) join(o, m *made, last bool) bool {
	if f.oneBefore(o, m) {
		return false
	}
	if f.toldInHeadline(o, m) || f.joinShortKK(o, m, last) {
		return true
	}
	if f.toldTwice(o, m) {
		f.joinTwice(o, m)
		return true
	}
	if f.opensAgain(o, m) {
		o.toldAgain(m)
		return true
	}
	otherKey := o.key != m.key
	kind := otherKey && f.byKind(o, m, last)
	general := f.sameSides(o, m)
	kind = kind || otherKey && f.calledOtherwise(o, m)
	if otherKey && !kind && general == 0 && !f.shorterKey(o, m) || f.otherSide(o, m) || f.withOther(o, m) || f.setApart(o, m) || f.toldApart(o, m) || apartItems(o, m) {
		return false
	}
	f.dayOfAgain(o, m)
	if f.signedBefore(o, m) {
		o.st.Status, o.st.Action, o.st.Rule, o.st.Date, o.anchored = m.st.Status, m.st.Action, m.st.Rule, m.st.Date, false
		o.last, o.shown = m.first, m.first
		return true
	}
	same := f.sameInstrument(o, m)
	if same && f.signedThen(o, m) {
		return false
	}
	if same && (f.ownAct(o, m) || f.russian() && f.recalls(o, m)) {
		if len(o.parties) < len(m.parties) && f.russian() {
			o.parties = m.parties
		}
		return true
	}
	if same && f.olderOne(o, m) {
		return false
	}
	if general == 1 { // the one before is called by the general name
		o.st.Instrument, o.phrase, o.key = m.st.Instrument, m.phrase, m.key
	} else if general != 0 {
		m.st.Instrument, m.phrase, m.key = o.st.Instrument, o.phrase, o.key
	}
	if kind && m.rank > o.rank {
		m.key = o.key
	}
	if !same && general == 0 || f.otherDay(o, m) {
		return false
	}
	at := m.first
	f.merge(o, m)
	if f.russian() {
		o.last = max(o.last, at)
	}
	return true
}

// dayOfAgain gives an English instrument whose day was only counted from another the one that
// is told with it later: "… signed an accord. The accord, signed on 9 April, …".
func (f *agreementFinder) dayOfAgain(o, m *made) {
	if f.english() && o.anchored && !m.anchored && !m.named && m.st.Date != "" && m.phrase.definite && m.rank > 2 && o.rank > 2 && m.first > o.first && (m.rank == 4 || m.st.Action == o.st.Action) && !vaguer(m.st.Date, o.st.Date) {
		o.st.Date, o.anchored = m.st.Date, false
	}
}

// shorterKey reports whether one of two instruments is called by a part of the
// other's name.
func (f *agreementFinder) shorterKey(o, m *made) bool {
	return m.phrase.definite && !m.named && strings.HasSuffix(o.key, " "+m.key) ||
		f.headLast && (strings.HasPrefix(o.key, m.key) || strings.HasPrefix(m.key, o.key))
}

// sameInstrument reports whether an instrument is the one named before, by what
// both are called: two names must share words, and what has none may mean one that
// has.
func (f *agreementFinder) sameInstrument(o, m *made) bool {
	var same bool
	switch {
	case m.named && o.named:
		same = f.sharedName(o, m) >= 0.6 || !m.phrase.topic && within(m.st.Instrument, o.st.Instrument)
	case !m.named:
		same = m.phrase.definite || m.st.Status != "signed" && m.st.Status != "adopted" || !o.named
		if f.headLast && !same { // «… туралы келісімге қол қойды. Келісім бес жылға жасалды»
			same = m.first > o.first && m.phrase.mods == 0 && (m.st.Date == "" || m.anchored || f.datedLaterKK(o, m))
		}
	}
	return same || f.calledAgain(o, m) || f.signingAgain(o, m)
}

// otherDay reports whether two instruments have days that part them.
func (f *agreementFinder) otherDay(o, m *made) bool {
	if o.st.Date == "" || m.st.Date == "" || overlaps(o.st.Date, m.st.Date) || f.russian() && o.st.Action == "ratified" && m.st.Action == "ratified" {
		return false
	}
	return (m.named || !m.phrase.definite) && m.rank == o.rank || f.stillToCome(o, m)
}

// merge puts two tellings of one instrument together: the one that tells of more
// stands, with what the other alone tells.
func (f *agreementFinder) merge(o, m *made) {
	if m.rank > o.rank || f.toldInFull(o, m) {
		touched := f.onlyTouched(o, m)
		if !m.named {
			m.st.Instrument, m.named = o.st.Instrument, o.named
		}
		if m.st.Date == "" || touched {
			m.st.Date = o.st.Date
		}
		if (len(m.parties) == 0 || f.fewerSides(o, m)) && !f.undone(o) {
			m.parties = o.parties
		}
		*o = *m
		return
	}
	if (o.st.Date == "" || f.russian() && o.anchored && !m.anchored && m.st.Date != "") && o.rank == m.rank {
		o.st.Date, o.anchored = m.st.Date, m.anchored
	}
	if len(o.parties) == 0 && !m.refused && !f.backedBy(o, m) && !f.onOtherDay(o, m) || f.moreSides(o, m) || f.bothSidesRU(o, m) {
		o.parties = m.parties
	}
	if f.headLast && o.st.Place == "" && o.rank == m.rank {
		o.st.Place = m.st.Place
	}
}

// onOtherDay reports whether two tellings of one English instrument are of two days, so that
// who acted on the one did not on the other: "was concluded in 2019 … Peru signed it in May".
func (f *agreementFinder) onOtherDay(o, m *made) bool {
	return f.english() && !o.anchored && !m.anchored && o.st.Date != "" && m.st.Date != "" && !overlaps(o.st.Date, m.st.Date)
}

// byKind reports whether an English instrument called by a noun for its kind
// alone is the one named right before by another noun: "a ceasefire was signed.
// The accord was brokered by …". last tells that o is the last one made.
func (f *agreementFinder) byKind(o, m *made, last bool) bool {
	if !f.english() || !last || m.named || !m.phrase.definite || m.phrase.mods > 0 || m.phrase.has("act") || o.phrase.has("act") || o.phrase.has("loose") && o.key != "deal" || o.phrase.has("many") || m.first <= o.last || m.first-o.last > 2 && (len(f.made) > 1 || m.first-o.last > 8) { // the only one the text tells of
		return false
	}
	if m.key != "agreement" && m.key != "deal" || f.l.Is(m.phrase.head, lang.Cap) {
		return false
	}
	return !slices.ContainsFunc(f.made, func(x made) bool { return x.key == m.key || strings.HasSuffix(x.key, " "+m.key) })
}

// otherSide reports whether an English instrument has a party named behind it
// which is none of the two or more that the one before has: "the accord with
// Senegal" is another one than that with Mauritania and Spain.
func (f *agreementFinder) otherSide(o, m *made) bool {
	if f.english() && m.sided && o.sided && !m.phrase.definite && len(o.parties) == 1 && len(m.parties) > 0 && !slices.Contains(m.parties, o.parties[0]) {
		return true
	}
	if f.english() && m.sided && m.phrase.from > 0 && f.l.Plays(m.phrase.from-1, f.p.know.roles.itsTheir) && !o.sided && len(o.parties) == 0 && o.key != m.key { // the partnership agreement … Its agreement with Lund
		return true
	}
	return m.sided && len(o.parties) > 1 && len(m.parties) > 0 && !slices.ContainsFunc(m.parties, func(e int) bool {
		return slices.Contains(o.parties, e) && (len(m.parties) == 1 || e == m.parties[0])
	})
}

// setApart reports whether an English instrument is told from the one before by
// what was done with it on another day, right behind its noun: "the treaty signed
// in Oslo on Monday … the treaty concluded in Bergen on 13 March".
func (f *agreementFinder) setApart(o, m *made) bool {
	return f.english() && m.phrase.definite && (m.st.Status == "signed" || m.st.Status == "adopted") && !m.anchored && m.st.Date != "" && o.st.Date != "" && !overlaps(o.st.Date, m.st.Date) && m.first > o.last &&
		m.phrase.to < len(f.l.Toks) && f.l.Is(m.phrase.to, lang.Lower) && f.l.Has(m.phrase.to, f.p.know.lists.dealDone)
}

// sameSides reports whether two English instruments of one kind between the
// same two are one, since one of them is called by words that tell only that it
// is theirs ("the bilateral treaty"): 1 where the one before is called so, 2
// where the other is, 0 where they are not one.
func (f *agreementFinder) sameSides(o, m *made) int {
	if f.newOneAgain(o, m) {
		return 2
	}
	if !f.english() || o.key != m.key && !strings.HasSuffix(o.key, " "+m.key) && !strings.HasSuffix(m.key, " "+o.key) || len(o.parties) != 2 || len(m.parties) != 2 || !slices.Contains(o.parties, m.parties[0]) || !slices.Contains(o.parties, m.parties[1]) {
		return 0
	}
	switch {
	case f.general(&o.phrase) && (m.named || strings.Contains(m.key, " ")):
		return 1
	case f.general(&m.phrase) && (o.named || strings.Contains(o.key, " ")):
		return 2
	}
	return 0
}

// general reports whether all words before the noun of an instrument say only
// that it is there and whose it is.
func (f *agreementFinder) general(ph *phrase) bool {
	if ph.topic || ph.mods == 0 || ph.quoted[1] > 0 || !ph.definite {
		return false
	}
	for i := ph.from; i < ph.head; i++ {
		if f.l.Is(i, lang.Number) && isDash(f.l.Rune(i+1)) && f.l.Is(i+1, lang.Glued) { // the 22-article treaty
			i += 2
			continue
		}
		if !f.l.Plays(i, f.p.know.roles.general) && !f.is(i, lang.DateChunk) {
			return false
		}
	}
	return true
}

// denied reports whether an English instrument is said not to be: "no agreement
// could be signed", "without a treaty".
func (f *agreementFinder) denied(ph *phrase, s lang.Sentence) bool {
	return f.english() && ph.from > s.First && f.l.Toks[ph.from-1].End-f.l.Toks[ph.from-1].Start == 2 && f.l.Fold(ph.from-1) == "no"
}

// isDraft reports whether an English instrument between several is called a
// draft, so that those who endorse it have not concluded it.
func (f *agreementFinder) isDraft(ph *phrase) bool {
	return f.english() && ph.from < ph.head && ph.has("firm") && !ph.has("many") && f.l.Plays(ph.from, f.p.know.roles.draft)
}

// pluralSided reports whether instruments told together are each told by
// the party behind them: "air services agreements with Jamaica and Mali".
func (f *agreementFinder) pluralSided(ph *phrase, s lang.Sentence) bool {
	if f.russian() { // меморандумы с тремя инвесторами
		return ph.has("firm") && f.l.Has(ph.to, f.p.know.lists.partyWith)
	}
	return f.english() && ph.has("firm") && ph.mods > 0 && f.sided(ph, s)
}

// watched reports whether those who are the subject of a signing only look on:
// "they witnessed the signing of an agreement between the two academies".
func (f *agreementFinder) watched(d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil || d.rule.Name != "agreement.signing" {
		return false
	}
	for i := max(s.First, d.start-3); i < d.start; i++ {
		if f.l.Plays(i, f.p.know.roles.lookedOn) {
			return true
		}
	}
	return false
}

// toldAside reports whether the participle behind an English instrument that is
// known already only recalls what was done with it, the sentence telling another
// thing in the perfect: "Kenya has not ratified the convention, signed by 23
// states", "the amendments, adopted in Bali, have been accepted".
func (f *agreementFinder) toldAside(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil || d.start != ph.to+1 || f.l.Rune(ph.to) != ',' || !ph.definite && !ph.possessed {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if i >= ph.from && i < d.end {
			continue
		}
		if f.l.Plays(i, f.p.know.roles.haveVerb) {
			return true
		}
	}
	return false
}

// townsJustNamed gives the two towns that the sentence before names, where
// nobody but two persons signs for them, one of them a mayor; nil elsewhere.
func (f *agreementFinder) townsJustNamed(s lang.Sentence, named []int) (out []int) {
	if len(named) != 2 || s.First == 0 || f.l.Toks[s.First].Para {
		return nil
	}
	told := false
	for i := s.First; i < s.Last && !told; i++ {
		told = f.l.Plays(i, f.p.know.roles.townOffice)
	}
	if !told {
		return nil
	}
	before := f.p.sentenceOf(s.First - 1)
	for _, k := range f.p.mentionsIn(lang.PlaceChunk, f.behindDateline(before.First, before.Last), before.Last) {
		m := &f.p.mens[k]
		if m.entity < 0 || f.at(m.start) != m || f.isCountry(m.entity) || f.natural(m) || f.locative(m) || f.l.Has(m.end, f.poss) || f.ofThing(m) || slices.Contains(out, m.entity) {
			continue
		}
		out = append(out, m.entity)
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// ofThing reports whether an English place only says of what name a thing is: "the cathedral
// of Saint Barbara".
func (f *agreementFinder) ofThing(m *mention) bool {
	k := m.start - 2
	return f.english() && k > 0 && f.l.Has(k+1, f.p.know.lists.of) && f.l.Is(k, lang.Lower) && f.at(k) == nil && !f.l.Plays(k, f.p.know.roles.townOffice) && !f.l.Has(k, f.officenoun) && !f.p.know.endings.townPlural.whole(f.l.Fold(k)) && !f.l.Has(k, f.p.know.lists.placeLow) && !f.l.Has(k, f.p.know.lists.placeHead)
}

// notForState reports whether a person has an office by the text, none in which
// one acts for a state.
func (f *agreementFinder) notForState(e int) bool {
	if f.p.doc.entities[e].kind != read.Person || f.stateOfficer(e) {
		return false
	}
	return slices.ContainsFunc(f.p.doc.statements, func(st statement) bool { return st.Kind == read.Office && st.Person == ref(e) })
}

// capsInBrackets gives the first token of the capitalised word before brackets
// that hold capitalised words alone and close at token k; 0 elsewhere.
func (g *ground) capsInBrackets(k, first int) int {
	for i := k - 1; i > first && i > k-6; i-- {
		if g.l.Rune(i) == '(' {
			if i < k-1 && g.l.Is(i-1, lang.Cap) {
				return i - 1
			}
			return 0
		}
		if !g.l.Is(i, lang.Cap) {
			return 0
		}
	}
	return 0
}

// ofLater reports whether an English participle stands right behind a later
// instrument of the sentence and tells of it alone, the phrase having its own day:
// "an exchange agreement of 2018 and a letter of intent signed in May".
func (f *agreementFinder) ofLater(ph *phrase, d *deed, at int) bool {
	if !f.english() || d.rule.Name != "agreement.active" && d.rule.Name != "agreement.reduced" && d.rule.Name != "agreement.passive" || at+1 >= len(f.insts) {
		return false
	}
	if o := &f.insts[len(f.insts)-1]; o.from < ph.to || d.start < o.to || d.start > o.to+2 {
		return false
	}
	_, dated := f.dated(ph, f.p.sentenceOf(ph.from))
	return dated
}

// ofTheOne reports whether an English verb tells of another instrument called "the
// one": "the protocol, which replaces the one that expired in June".
func (f *agreementFinder) ofTheOne(d *deed) bool {
	if !f.english() || d.start < 2 {
		return false
	}
	k := d.start - 1
	if f.l.Plays(k, f.p.know.roles.thatThing) {
		k--
	}
	return f.l.Plays(k, f.p.know.roles.theOne) && !f.l.Has(k+1, f.p.know.lists.of)
}

// newsOf reports whether a verb tells what was done with an instrument on the day
// of the news, though it is neither signed nor adopted by it.
func (f *agreementFinder) newsOf(d *deed) bool {
	return d != nil && d.mood == "done" && d.rule.Name == "agreement.active" && d.value == "other initialled"
}

// ofPeople reports whether an English place that no list knows as a state only
// says where those before it live: "the councils of La Guajira".
func (f *agreementFinder) ofPeople(m *mention) bool {
	if !f.english() || m.start < 2 || f.isCountry(m.entity) {
		return false
	}
	if f.townsOfOfficers(m) {
		return false
	}
	if o := f.at(m.start - 2); m.start > 3 && f.joins(m.start-1) && o != nil && o.class == lang.PlaceChunk && o.start > 2 && f.l.Has(o.start-1, f.p.know.lists.of) && !f.townsOfOfficers(o) { // the airports of A and B
		return f.ownedPlaces(o.start - 2)
	}
	k := m.start - 1
	if f.l.Has(k, f.article) { // the farmers of the Tolm plain
		k--
	}
	if !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	return f.ownedPlaces(k - 1)
}

// ownedPlaces reports whether a plural in small letters at token k says what is of
// the places behind it.
func (f *agreementFinder) ownedPlaces(k int) bool {
	if f.p.know.endings.townPlural.whole(f.l.Fold(k)) { // the towns of A and B are themselves meant
		return false
	}
	return f.l.Is(k, lang.Lower) && !f.l.Has(k, f.p.know.lists.placeLow) && !f.l.Has(k, f.p.know.lists.rulers) && !f.l.Has(k, f.p.know.lists.placeHead) && strings.HasSuffix(f.l.Fold(k), "s")
}

// ownedByMany reports whether token k is the mark behind an English plural in
// small letters: the shareholders' agreement.
func (g *ground) ownedByMany(k int) bool {
	return g.english() && isApostropheRune(g.l.Rune(k)) && g.l.Is(k, lang.Glued) && g.l.Is(k-1, lang.Lower) && strings.HasSuffix(g.l.Fold(k-1), "s") && g.at(k-1) == nil &&
		!g.l.Plays(k-2, g.p.know.roles.bothOf) && !g.l.Plays(k-1, g.p.know.roles.stateSides) // the two governments' | memorandum
}

// handedText reports whether only the text of an English instrument is handed
// over, which is none that is granted: "handed the two sides a draft of a treaty".
func (f *agreementFinder) handedText(ph *phrase, d *deed) bool {
	if f.english() && d.rule.Name == "agreement.won" && f.l.Is(ph.head, lang.Cap) && f.l.Fold(ph.head) == "order" { // awarded the | Order of Friendship
		return true
	}
	if !f.english() || d.value != "signed awarded" || ph.has("granted") {
		return false
	}
	w := f.l.Fold(ph.headEnd - 1)
	return !strings.HasPrefix(w, "contract") && !strings.HasPrefix(w, "lease")
}

// longAgo reports whether an English instrument is recalled by a year well before
// the text, so that the states of the news need not be its sides.
func (f *agreementFinder) longAgo(ph *phrase, s lang.Sentence) bool {
	date, ok := f.dated(ph, s)
	if !f.english() || !ok || f.p.doc.opt.Published.IsZero() || f.proper(ph, s) {
		return false
	}
	return f.wellBefore(date)
}

// wellBefore reports whether a date lies two years and more before the text.
func (f *agreementFinder) wellBefore(date value.Date) bool {
	_, hi := date.Bounds()
	lo, _ := f.p.doc.opt.Published.Bounds()
	return lo-hi > 2*366
}

// draftOf reports whether only the draft of an English instrument is told of: "a
// first draft of a peace agreement".
func (f *agreementFinder) draftOf(ph *phrase, s lang.Sentence) bool {
	k := ph.from - 1
	if !f.english() || ph.has("act") || k-2 < s.First || !f.l.Has(k, f.article) && !f.l.Has(k, f.p.know.lists.phraseOne) || !f.l.Has(k-1, f.p.know.lists.of) {
		return false
	}
	return f.l.Plays(k-2, f.p.know.roles.draft)
}

// signedSeveral remembers the verb of a sentence that tells of several
// instruments by their number: "signed five documents".
func (f *agreementFinder) signedSeveral(k int, s lang.Sentence) {
	if !f.english() {
		f.signedSeveralElse(k, s)
		return
	}
	for i := range f.deeds {
		d := &f.deeds[i]
		if v, _ := f.verbOf(d); v[0] != "signed" && v[0] != "adopted" || d.mood != "done" {
			continue
		}
		for j := range f.insts {
			ph := &f.insts[j]
			if !f.plural(ph) && f.l.Fold(ph.headEnd-1) != "mous" || ph.topic || ph.from == s.First || gap(ph.from, ph.to, d.start, d.end) > 2 && !(d.end <= ph.from-3 && ph.from-d.end <= 5 && f.l.Has(ph.from-2, f.p.know.lists.of)) { // signed a total of eight | documents
				continue
			}
			if n, ok := f.numeralAt(ph.from - 1); ok && !n.ordinal || f.allSigned(ph, d) {
				f.several, f.severalAt = *d, k+1
				return
			}
		}
	}
}
