package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// telling is the noun of an instrument while it is decided whether the text
// tells that it was made, and of what kind the telling is.
type telling struct {
	ph      *phrase
	k       int // sentence
	s       lang.Sentence
	d       *deed      // the verb that tells of it, nil for none
	date    value.Date // said beside it
	dated   bool
	proper  bool // it has a name of its own
	bare    bool // a kind alone, nothing tells which
	plural  bool
	several bool // more than one, and with whom
	draft   bool
	ofDay   bool // told by its day: "law of 5 May"
	st      read.Statement
	rank    int // how much the status outweighs those told elsewhere
	parties []int
}

// instrument decides whether a noun tells of an agreement and states it.
func (f *agreementFinder) instrument(k int, s lang.Sentence, ph *phrase, d *deed) {
	if f.alsoKnown(ph, s) || f.apposed(ph) || f.kindOfNext(ph) || f.complained(ph, s) {
		return
	}
	t := telling{ph: ph, k: k, s: s, d: f.deedFor(ph, d, s)}
	f.topicBehindVerb(ph, t.d, s)
	if !f.madeHere(&t) {
		return
	}
	f.describe(&t)
	if f.anaphoric(&t) || f.sumOf(ph) || f.mereLetters(&t) || f.manyKinds(ph, t.d, t.plural) {
		return
	}
	f.weighSigns(&t)
	if f.untold(&t) || f.unnamed(&t) || f.saidToBe(&t) {
		return
	}
	t.st = read.Statement{Kind: read.Agreement, Instrument: f.instrumentName(&t), Status: "other"}
	if !f.setStatus(&t) {
		return
	}
	f.setDetails(&t)
	f.enter(made{st: t.st, phrase: *ph, first: k, last: k, shown: k, rank: t.rank, named: !t.bare, parties: t.parties, key: f.key(ph), anchored: f.anchored,
		item: f.atItem, sided: f.english() && f.sided(ph, s), watched: f.watched(t.d, s), refused: f.english() && t.d != nil && t.d.mood == "refused"})
}

// deedFor gives the verb d that stands by an instrument where it tells of it,
// nil where it tells of something beside it.
func (f *agreementFinder) deedFor(ph *phrase, d *deed, s lang.Sentence) *deed {
	switch {
	case d == nil, f.ofObject(ph, d), f.ofTheOne(d), f.handedText(ph, d), !f.fits(ph, d):
		return nil
	case d.start >= ph.to && d.rule.Name == "agreement.active" && f.partiesTo(ph, s):
		return nil
	}
	return d
}

// madeHere reports whether the noun may be an instrument by itself: no changes
// to one that is not named, nothing denied, and not what another is made under.
func (f *agreementFinder) madeHere(t *telling) bool {
	ph, d := t.ph, t.d
	if f.onlyRuledKK(d) || f.inActTitleKK(ph, d) || f.headLast && f.l.Fold(ph.from) == "қандай" { // қандай келісімге келді
		return false
	}
	if f.sinceDoneKK(d) { // the day of something else
		if t.d, d = nil, nil; !ph.topic {
			return false
		}
	}
	if ph.has("nested") && !ph.nested { // changes are an instrument only where the text says to which
		return false
	}
	if f.denied(ph, t.s) || f.ofEvery(ph, t.s) || f.meets(ph, d) || d != nil && (f.onlyIf(ph, d, t.s) || f.anyIf(ph, d, t.s)) || d == nil && f.agreedOnly(ph, t.s) {
		return false
	}
	if f.signingMeant(t) {
		return false
	}
	return !(ph.has("loose") && d != nil && f.isBasis(ph) && slices.ContainsFunc(f.insts, func(o phrase) bool { return o.from >= d.end && o.to <= ph.from })) // signed an agreement under the programme "Small Towns"
}

// describe notes what the words of the instrument say of it.
func (f *agreementFinder) describe(t *telling) {
	ph := t.ph
	t.date, t.dated = f.dated(ph, t.s)
	t.proper = f.proper(ph, t.s)
	t.bare = !ph.topic && ph.mods == 0 && ph.quoted[1] == 0 && !(ph.has("act") && (ph.to > ph.headEnd || f.english() && ph.headEnd-ph.head > 2 && f.l.Has(ph.head+1, f.p.know.lists.of))) // law 45, a code of conduct
	t.plural = (f.plural(ph) || f.pluralByVerb(ph, t.d)) && !ph.has("letters")
}

// anaphoric reports whether the noun takes up an instrument told before, "the
// document", and hands what is said here on to it.
func (f *agreementFinder) anaphoric(t *telling) bool {
	ph := t.ph
	if !ph.has("anaphor") || f.russian() && t.d != nil && !t.plural && (ph.topic || ph.quoted[1] > 0) {
		return false
	}
	f.anaphor(t.k, t.s, ph, t.d, t.plural)
	return true
}

// mereLetters reports whether letters and notes are told of without their
// exchange, which alone makes them an instrument.
func (f *agreementFinder) mereLetters(t *telling) bool {
	return t.ph.has("letters") && (t.d == nil || t.d.value != "signed signed" || !f.l.Plays(t.d.end-1, f.p.know.roles.exchanged))
}

// weighSigns notes the other signs that the instrument was made: a draft, its
// day, those it was made with.
func (f *agreementFinder) weighSigns(t *telling) {
	t.draft = t.d == nil && (f.draftOf(t.ph, t.s) || f.isDraft(t.ph))
	t.several = t.plural && (f.severalWith(t.ph, t.d) || f.severalBy(t.ph, t.d, t.s) || f.severalAgain(t))
	t.ofDay = f.ofDay(t.ph)
}

// untold reports whether too little tells that the instrument was made: no verb
// and neither name nor date, or a plural that says nothing of each.
func (f *agreementFinder) untold(t *telling) bool {
	ph, d, s := t.ph, t.d, t.s
	if d == nil && !t.draft && !t.ofDay && !f.passedOver(ph, t.dated, s) {
		about := f.withOnBasis(ph, s) || ph.topic && ph.has("firm") && !f.l.Has(ph.headEnd, f.p.know.lists.of) || ph.mods > 0 && f.betweenNamed(ph, s)
		if ph.has("loose") && !f.citedName(ph, s) || ph.has("told") || !t.dated && !t.proper && !about || t.bare && !t.dated {
			return true
		}
	}
	return t.plural && !t.proper && !t.several && !f.inItem(ph, s) && !f.passedOver(ph, t.dated, s) && (d == nil || !ph.topic && !f.aimBehind(ph) && !f.pluralSided(ph, s) && !f.ownActs(ph, d))
}

// unnamed reports whether the noun is a kind alone and nothing in the sentence
// tells which instrument is meant.
func (f *agreementFinder) unnamed(t *telling) bool {
	ph, d, s := t.ph, t.d, t.s
	if f.workOfOffice(ph) || f.ofComputers(ph) {
		return true
	}
	if d == nil {
		return f.titled(ph, s) || f.netProtocol(ph)
	}
	if f.onlyPlans(t) || t.bare && f.wordOfQuote(t) {
		return true
	}
	if !t.bare || t.several || f.inItem(ph, s) || f.lettersBy(ph, d, s) || (d.rule.Name == "agreement.reduced" || d.rule.Name == "agreement.active") && !t.plural && f.adverbial(ph, d, s) {
		return false
	}
	return t.plural && !f.ownActs(ph, d) && !(f.russian() && f.pluralSided(ph, s)) || f.severalBefore(ph) || ph.has("loose") && !f.ownActs(ph, d) && (ph.has("act") || ph.definite && !(f.english() && !f.plural(ph) && f.betweenTwo(ph, s)) || !f.sided(ph, s)) && !f.grantedTo(ph, d, s) && !f.signedByPair(ph, d, s)
}

// instrumentName gives the words of the instrument; those of a fuller telling
// of it where the sentence names its kind alone.
func (f *agreementFinder) instrumentName(t *telling) string {
	text := f.text(t.ph)
	if t.bare {
		if name := f.fuller(t.k, t.ph); name != "" {
			text, t.bare = name, false
		}
	}
	if t.bare && f.russian() {
		text += f.sidesInName(t.ph, t.s)
	}
	return text
}

// setStatus says what was done with the instrument, by which rule, and how much
// that outweighs what is told elsewhere; false where it was only said.
func (f *agreementFinder) setStatus(t *telling) bool {
	ph, d, s := t.ph, t.d, t.s
	t.st.Rule, t.rank = "agreement.mention", 1
	if d != nil {
		if _, given := f.verbOf(d); given && ph.has("said") { // said to the press, not agreed
			return false
		}
		t.st.Rule = d.rule.Name
		t.st.Status, t.st.Action = f.statusOf(d)
		if t.st.Status == "adopted" && ph.has("told") && f.l.Plays(d.start, f.p.know.roles.agreeing) { // agreed to a truce
			t.st.Status, t.st.Action = "signed", "signed"
		}
		if t.st.Status == "adopted" && f.isDraft(ph) {
			t.st.Status = "planned"
		}
		if t.st.Status == "adopted" && f.firstReadingKK(d) {
			t.st.Status, t.st.Action = "planned", ""
		}
		if t.st.Status == "planned" && d.mood == "done" && t.dated && f.english() && f.wellBefore(t.date) { // the agreement of 2006 was drawn up in French
			t.st.Status, t.st.Action = "other", ""
		}
		if f.english() && t.st.Action == "in force" && f.isDraft(ph) { // the draft agreement provides for a term
			t.st.Status, t.st.Action = "planned", ""
		}
		t.rank = statusRank(t.st.Status)
	}
	if d == nil && f.headLast && ph.headEnd < s.Last && strings.HasPrefix(f.l.Fold(ph.headEnd), "жоба") || t.draft { // келісім жобасы дайын
		t.st.Status, t.rank = "planned", 2
	}
	if d == nil && t.ofDay {
		t.st.Instrument = f.l.Slice(ph.from, f.at(ph.headEnd+1).end)
		t.st.Status, t.st.Action, t.rank = "adopted", "adopted", 4
	}
	if d != nil && t.rank > 3 && f.actWord(d.end-1, "signature") { // opened for it, which outweighs nothing done with it
		t.rank = 3
	}
	if d == nil {
		f.statusByItself(t)
	}
	if d != nil && t.rank == 4 && f.onceMade(ph, d, s) {
		t.st.Status, t.st.Action, t.rank = "planned", "", 2
	}
	if t.st.Status != "planned" && f.underway(ph, s) {
		t.st.Status, t.st.Action, t.st.Rule, t.rank = "planned", "", "agreement.planned", 2
	}
	return true
}

// statusByItself reads the status off an instrument that no verb tells of: one
// that acts take effect by, one with place and day in brackets.
func (f *agreementFinder) statusByItself(t *telling) {
	for _, by := range [...]string{"signed", "adopted"} { // "by decree of 18 June"
		if t.ph.has("by-"+by) && t.dated && !f.future(t.date) {
			t.st.Status, t.st.Action, t.rank = by, by, 2
		}
	}
	if day := f.annalOf(t.ph, t.s); day != nil {
		t.st.Status, t.st.Action, t.rank = "signed", "signed", 2
		if t.ph.has("act") {
			t.st.Status, t.st.Action = "adopted", "adopted"
		}
		if t.dated, t.date = true, day.date; f.future(t.date) {
			t.st.Status, t.st.Action = "planned", ""
		}
	}
	if pl, ok := f.bracketed(t.ph, t.s); ok { // "(Astana, 16 November 2001)"
		t.st.Status, t.st.Action, t.st.Place, t.rank = "signed", "signed", pl, 2
	}
}

// setDetails finds who made the instrument, when and where.
func (f *agreementFinder) setDetails(t *telling) {
	ph, d, s := t.ph, t.d, t.s
	t.parties = f.withoutSigners(ph, f.stateOfHouse(ph, f.withoutAgency(f.parties(ph, d, s))))
	f.anchored = false
	if f.english() && t.dated && t.st.Status == "planned" && f.wellBefore(t.date) { // agreed to renew the memorandum of 2015
		t.dated, t.date = false, value.Date{}
	}
	if !t.dated {
		t.date = f.when(ph, d, s, t.st.Status)
	}
	if t.date = f.dayWithinKK(t.date, s); t.date.IsZero() && t.st.Status == "planned" {
		t.date = f.dayOfMeetingKK(s)
	}
	if longTime(t.date) && t.st.Status != "planned" { // a treaty on the development of Central Asia in the 21st century
		t.date = value.Date{}
	}
	if f.english() && (t.st.Status == "signed" || t.st.Status == "adopted") && !t.dated && f.future(t.date) { // an item of the days to come
		t.st.Status, t.st.Action = "planned", ""
	}
	t.st.Date = t.date.String()
	if on, ok := f.actedOn(ph, d, s, t.st.Status); ok {
		t.st.Date = on
	}
	if t.st.Place == "" {
		t.st.Place = f.where(ph, d, s)
	}
}

// workOfOffice reports whether an English noun with a capital is what an office is over,
// whose holder is named right behind it: "the Director of Rescue Programmes | Ada Berg".
func (f *agreementFinder) workOfOffice(ph *phrase) bool {
	return f.english() && ph.from > 1 && f.l.Is(ph.head, lang.Cap) && f.l.Has(ph.from-1, f.p.know.lists.of) && f.l.Has(ph.from-2, f.officenoun) && f.l.Is(ph.headEnd, lang.Cap)
}
