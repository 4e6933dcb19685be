package reader

import "shanyraq/internal/lang"

// behindEvent is how many sentences behind an English event one may stand that only tells
// who was there.
const behindEvent = 3

// guestsToldBehind gives the event told last those whom an English sentence behind it only
// lists: "It was attended by X", "Remarks were delivered by X and Y", "Among the speakers
// were X and Y", "The following ministers took part:" with a line for each.
func (f *eventFinder) guestsToldBehind(s lang.Sentence) {
	n := len(f.happenings)
	if !f.english() || n == 0 || s.First == 0 || !f.p.has[f.sentence].classes.Has(f.p.know.lists.actWord) {
		return
	}
	h := f.eventWithGuests(n)
	if o := f.eventTakenUp(s); o != nil {
		h = o
	}
	if h == nil {
		return
	}
	from, lines := f.guestList(s)
	found := []int(nil)
	switch {
	case from > 0:
		found = f.company(from, s.Last)
	default:
		found = f.thereToo(s)
	}
	for k := f.sentence + 1; lines && k < len(f.p.sents) && len(found) <= mostListed; k++ {
		m := f.guestOfLine(f.p.sents[k])
		if m == nil {
			break
		}
		found = append(found, m.entity)
	}
	f.join(h, found)
}

// eventTakenUp gives the English event of an earlier sentence whose noun opens this one with
// an article: "The ceremony was attended by"; nil elsewhere.
func (f *eventFinder) eventTakenUp(s lang.Sentence) *happening {
	i := s.First
	if !f.l.Has(i, f.article) {
		return nil
	}
	const mods = 3
	for k := i + 1; k < s.Last && k <= i+mods; k++ {
		if f.l.Has(k, f.noun) {
			if h := f.eventOfNoun(k); h != nil && h.s < f.sentence {
				return h
			}
			return nil
		}
		if f.at(k) != nil || f.verbBehind(k) {
			return nil
		}
	}
	return nil
}

// thereToo gives those of whom an English sentence tells no more than that they were there
// as well: "X and Y were also in attendance".
func (f *eventFinder) thereToo(s lang.Sentence) []int {
	k := s.Last - 1
	for k > s.First && f.l.Is(k, lang.Punct) {
		k--
	}
	at := 0
	for i := s.First + 2; i <= k; i++ {
		if f.actWord(i, "attendance") && f.l.Has(i-1, f.in) {
			at = i - 1
		} else if f.l.Fold(i) == "present" && (i == k || f.l.Plays(i+1, f.p.know.roles.at) || f.l.Plays(i+1, f.p.know.roles.on)) {
			at = i
		}
	}
	if at == 0 {
		return nil
	}
	for i := at - 1; i > s.First && i > at-4; i-- {
		if f.actWord(i, "were") || f.l.Has(i, f.p.know.lists.auxVerb) {
			return f.company(s.First, i)
		}
		if !f.actWord(i, "aside") {
			return nil
		}
	}
	return nil
}

// mostListed is how many guests the lines of a list name at most.
const mostListed = 40

// eventWithGuests gives the last English event of the sentences right before, of a kind that
// people come to; nil where none is told or it is still to come.
func (f *eventFinder) eventWithGuests(n int) *happening {
	h := &f.happenings[n-1]
	if h.s >= f.sentence || f.sentence-h.s > behindEvent || h.st.Time == "planned" {
		return nil
	}
	for i := n - 2; i >= 0 && f.happenings[i].s == h.s; i-- { // the first of its sentence
		h = &f.happenings[i]
	}
	switch h.st.Event {
	case "meeting", "session", "ceremony", "conference":
		return h
	}
	return nil
}

// guestList gives the token from which an English sentence only lists those who came to
// something or spoke there, 0 where it tells another thing; lines tells that the lines behind
// it go on with the list.
func (f *eventFinder) guestList(s lang.Sentence) (from int, lines bool) {
	i := s.First
	if b := f.behindSubject(s); b > 0 {
		for k := b + 1; k < s.Last && k < b+6; k++ {
			if f.l.Has(k, f.p.know.lists.partyBy) && (f.actWord(k-1, "opens") || f.actWord(k-1, "addressed") || f.actWord(k-2, "addressed")) { // presided over | by
				return k + 1, f.l.Rune(s.Last-1) == ':'
			}
		}
		return 0, false
	}
	const opening = 9
	for k := i; k < s.Last-1 && k < i+opening; k++ {
		kind, _, _ := f.l.Value(k, f.p.know.lists.actWord)
		switch {
		case kind == "attendance" && k <= i+2 && f.l.Has(k-1, f.in):
			return f.listBehindWere(k+1, min(s.Last, k+10)), f.l.Rune(s.Last-1) == ':'
		case kind == "speech":
			return f.madeBy(k, s), false
		case f.l.Has(k, f.p.know.lists.sayVerb) || f.is(k, lang.PersonChunk) || f.l.Rune(k) == ';':
			return 0, false
		case kind == "those" && (k <= i+2 || f.l.Has(k-1, f.article)):
			if b := f.toldOfThose(k, s); b > 0 {
				return b, f.l.Rune(s.Last-1) == ':'
			}
		case kind == "below" && f.l.Rune(s.Last-1) == ':':
			for b := k + 1; b < s.Last; b++ {
				if f.actWord(b, "opens") || f.l.Plays(b, f.p.know.roles.cameAsGuest) || f.actWord(b, "partook") {
					return b, true
				}
			}
		case (kind == "present" || f.l.Fold(k) == "attending") && (k == i || k == i+1 && f.l.Fold(i) == "also"):
			if b := f.listBehindWere(k+1, min(s.Last, k+20)); b > 0 && (f.l.Has(k+1, f.p.know.lists.auxVerb) || f.l.Has(k+1, f.in) || f.l.Has(k+1, f.p.know.lists.topicPrep)) {
				return b, f.l.Rune(s.Last-1) == ':'
			}
		}
	}
	return 0, false
}

// behindSubject gives the auxiliary verb behind the "it" or "the forum" that opens an English
// sentence, 0 where it opens otherwise.
func (f *eventFinder) behindSubject(s lang.Sentence) int {
	i := s.First
	if f.l.Plays(i, f.p.know.roles.it) {
		if i++; f.l.Has(i, f.p.know.lists.auxVerb) {
			return i
		}
		return 0
	}
	for f.l.Is(i, lang.Number) && f.l.Rune(i+1) == '.' { // a paragraph with its number
		i += 2
	}
	if !f.l.Has(i, f.article) {
		if !f.l.Is(i, lang.Cap) || !f.l.Has(i, f.noun) {
			return 0
		}
		i-- // "Summit was attended by"
	}
	const mods = 4
	for k := i + 1; k < s.Last && k <= i+mods; k++ {
		if c, ok := f.l.Chunk(k, f.noun); ok {
			if b := int(c.End); f.l.Has(b, f.p.know.lists.auxVerb) {
				return b
			}
			return 0
		}
		if f.at(k) != nil || f.verbBehind(k) {
			return 0
		}
	}
	return 0
}

// toldOfThose gives the token behind the English verb that says who "the guests" or "those
// present" of token k were, where only who they were at an event stands between; 0 elsewhere:
// "those honoured were", "guests of the hotel were", "past speakers include".
func (f *eventFinder) toldOfThose(k int, s lang.Sentence) int {
	b := f.listBehindWere(k+1, min(s.Last, k+8))
	if b == 0 || f.actWord(k-1, "bygone") {
		return 0
	}
	there, of := f.l.Fold(k) != "those", false
	for i := k + 1; i < b-1; i++ {
		switch {
		case f.actWord(i, "absent"):
			return 0
		case f.actWord(i, "present"), f.actWord(i, "opens"), f.actWord(i, "partook"), f.actWord(i, "addressed"), f.l.Plays(i, f.p.know.roles.cameAsGuest), f.l.Has(i, f.p.know.lists.eventNoun):
			there, of = true, false
		case f.l.Has(i, f.p.know.lists.of):
			of = true
		}
	}
	if !there || of {
		return 0
	}
	return b
}

// listBehindWere gives the token behind the first "were" or "included" of [from, to), where a
// list of names may open; 0 elsewhere: "were | welcomed by".
func (f *eventFinder) listBehindWere(from, to int) int {
	for b := from; b < to; b++ {
		if !f.actWord(b, "were") {
			continue
		}
		if k := b + 1; f.l.Is(k, lang.Lower) && !f.l.Has(k, f.article) && !f.l.Has(k, f.officenoun) && !f.l.Has(k, f.p.know.lists.titleMod) {
			return 0
		}
		return b + 1
	}
	return 0
}

// madeBy gives the token behind the English "by" of a speech at token k that was given by
// those listed behind it, what it was called and to whom passed over; 0 elsewhere: "reports
// were | written by".
func (f *eventFinder) madeBy(k int, s lang.Sentence) int {
	const reach = 12
	verb, given := false, false
	for b := k + 1; b < s.Last && b < k+reach; b++ {
		switch {
		case f.l.Has(b, f.p.know.lists.auxVerb):
			verb = true
		case verb && (f.actWord(b, "given") || f.l.Fold(b) == "given"):
			given = true
		case given && f.l.Has(b, f.p.know.lists.partyBy):
			return b + 1
		case f.is(b, lang.PersonChunk):
			return 0
		}
	}
	return 0
}

// guestOfLine gives the person whom a line of an English list opens with, a mark, a number
// and words of honour passed over; nil where it opens otherwise.
func (f *eventFinder) guestOfLine(s lang.Sentence) *mention {
	const before = 10
	if !f.l.Toks[s.First].Break && !f.l.Toks[s.First].Para && f.l.Rune(s.First-1) != ';' {
		return nil
	}
	for k := s.First; k < s.Last && k < s.First+before; k++ {
		m := f.at(k)
		switch {
		case m != nil && m.class == lang.PersonChunk && m.entity >= 0:
			return m
		case m != nil && m.class == lang.PlaceChunk && k == s.First && f.l.Rune(m.end) == ':': // Peru: President X
			k = m.end
		case m != nil, f.l.Is(k, lang.Lower) && !f.l.Is(k, lang.Glued):
			return nil
		}
	}
	return nil
}

// inTitleOf reports whether a place says where the body is that somebody holds an office of:
// "met the head of the Lake Office in | Osh in Lima".
func (f *eventFinder) inTitleOf(m *mention) bool {
	if m.start < 4 || !f.l.Has(m.start-1, f.in) {
		return false
	}
	o := f.at(m.start - 2)
	if o == nil || o.class != lang.OrgChunk {
		return false
	}
	k := o.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	return k > 0 && f.l.Has(k, f.p.know.lists.of) && (f.l.Has(k-1, f.officenoun) || len(f.p.covering(lang.TitleChunk, k-1)) > 0)
}
