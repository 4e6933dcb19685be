package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// ownOfAnother reports whether a mention is the side of another instrument of a
// list, where each has its own before it: «Катармен әуе қатынасы туралы
// келісімді, Вьетнаммен … шартты мақұлдады», «шартқа және А мен Ә арасындағы
// келісімге қол қойылды». Only where heads stand last.
func (f *agreementFinder) ownOfAnother(m *mention, ph *phrase, s lang.Sentence) bool {
	if !f.headLast || len(f.insts) < 2 {
		return false
	}
	begin := s.First // of the words that belong to each instrument in turn
	own := f.sideBefore(f.stretch(ph, s), ph.head, -1)
	for k := range f.insts {
		o := &f.insts[k]
		if m.start >= begin && m.end <= o.head {
			if o.from == ph.from {
				return false
			}
			told := f.sideBefore(m.start, o.head, m.end)
			return told && (o.from > ph.from || own)
		}
		begin = o.headEnd
	}
	return false
}

// stretch gives the first token of the words that stand between an instrument
// and the one before it in the sentence.
func (f *agreementFinder) stretch(ph *phrase, s lang.Sentence) int {
	begin := s.First
	for k := range f.insts {
		if o := &f.insts[k]; o.headEnd <= ph.from {
			begin = o.headEnd
		}
	}
	return begin
}

// sideBefore reports whether the tokens [i, end) name a side of the instrument
// that follows them, by «арасындағы» or by «with»; from end on, or with the
// mention that ends at own alone.
func (f *agreementFinder) sideBefore(i, end, own int) bool {
	between := f.p.know.lists.partyBetween
	for k := i; k < end; k++ {
		if f.l.Has(k, between) {
			return true
		}
		m := f.at(k)
		if m == nil || k != m.end-1 || own >= 0 && m.end != own {
			continue
		}
		if (m.class == lang.OrgChunk || m.class == lang.PlaceChunk) && m.entity >= 0 && f.slot(k, "ins") {
			return true
		}
	}
	return false
}

// cutsBetween reports whether a word between two names shows that the first is
// not of those whom «арасындағы» joins: it has a case that none of them can
// have («конференцияның ұсынымдарына және А мен Ә арасындағы»).
func (f *agreementFinder) cutsBetween(k int) bool {
	return f.l.Is(k, lang.Lower) && !f.joins(k) && f.slot(k, "dat", "acc", "abl", "loc")
}

// reportedPassive reports whether a verb is a passive told as an object of
// saying («қол қойылғанын айтты»): who says it is no side.
func (f *agreementFinder) reportedPassive(d *deed) bool {
	if !f.headLast {
		return false
	}
	w := f.l.Fold(d.end - 1)
	for _, e := range [...]string{"ғанын", "генін", "қанын", "кенін", "ғандығын", "гендігін", "атынын", "етінін"} {
		if stem, ok := strings.CutSuffix(w, e); ok {
			return strings.HasSuffix(stem, "л") || strings.HasSuffix(stem, "н")
		}
	}
	return false
}

// ofNext reports whether a date behind an instrument stands right before another
// one, whose date it is («Нахчыван келісімі, 2021 жылғы Шуша декларациясы»), or before
// the participle of another: «достық шарты мен 2021 жылы жасалған сауда шарты».
func (f *agreementFinder) ofNext(m *mention, ph *phrase) bool {
	if !f.headLast {
		return false
	}
	if f.ofBound(m, ph) {
		return true
	}
	for k := range f.insts {
		if o := &f.insts[k]; o.from != ph.from && o.from >= m.end && o.from <= m.end+1 {
			return true
		}
	}
	return false
}

// kindKK gives the noun of an instrument as its list has it: келісім of
// келісімге, so that a memorandum is not the agreement on the same matter.
func (f *agreementFinder) kindKK(ph *phrase) string {
	w := lang.Fold(f.l.Slice(ph.head, ph.headEnd))
	best := ""
	for _, form := range ph.entry.Folded() {
		if len(form) <= len(best) {
			continue
		}
		stem := form
		for strings.HasSuffix(stem, "ы") || strings.HasSuffix(stem, "і") {
			stem = stem[:len(stem)-len("і")]
		}
		if strings.HasPrefix(w, stem) {
			best = form
		}
	}
	return best
}

// sharedName is the share of words that the names of two instruments have in
// common; where heads stand last and both say what they are about, that of the
// words before «туралы».
func (f *agreementFinder) sharedName(o, m *made) float64 {
	a, b := o.st.Instrument, m.st.Instrument
	if f.headLast && o.phrase.topic && m.phrase.topic {
		x, _, ok := strings.Cut(a, " туралы ")
		y, _, both := strings.Cut(b, " туралы ")
		if ok && both {
			a, b = x, y
		}
	}
	if f.otherTopic(o, m) {
		return 0
	}
	return sharedWords(a, b)
}

// anniversaryOf reports whether the number word at k counts the years of an
// anniversary, which an instrument may be about: «декларацияның төрт жылдығына
// арналған мәлімдеме».
func (g *ground) anniversaryOf(k int) bool {
	return g.isNumeral(k) && strings.HasPrefix(g.l.Fold(k+1), "жылдығы")
}

// ofLaterLast reports whether a date stands before a later instrument of a list
// where the phrase has its own before it: «1998 жылы … шартқа, 2002 жылы … шартқа
// қол қойды», or where it is that of the instrument its name holds. Only where heads
// stand last.
func (f *agreementFinder) ofLaterLast(m *mention, ph *phrase, s lang.Sentence) bool {
	if f.headLast && m.end == ph.from && f.ofInner(ph) {
		return true
	}
	if !f.headLast || m.start < ph.headEnd || !slices.ContainsFunc(f.insts, func(o phrase) bool { return o.from >= m.end && o.from > ph.from }) {
		return false
	}
	for _, k := range f.p.mentionsIn(lang.DateChunk, f.stretch(ph, s), ph.from) {
		if o := &f.p.mens[k]; o.end <= ph.from && !o.date.IsZero() {
			return true
		}
	}
	return false
}

// ofInner reports whether the name of an instrument begins with that of another,
// to which a year before it belongs: «1975 жылғы | Лагос шартына түзету енгізу
// туралы хаттама».
func (f *agreementFinder) ofInner(ph *phrase) bool {
	if !f.headLast || !ph.topic {
		return false
	}
	for k := ph.from; k < ph.head && k < ph.from+4; k++ {
		if f.l.Has(k, f.noun) {
			return true
		}
	}
	return false
}

// addsTo widens an instrument that is added to the one right before it over that
// one's name: «… туралы келісімге қосымша хаттама» is one protocol, «заңға түзетулер»
// are no law.
func (f *agreementFinder) addsTo(ph, last *phrase) bool {
	amends := last.headEnd == ph.head && f.l.Plays(ph.head, f.p.know.roles.amends)
	if !f.headLast || last.headEnd >= ph.headEnd || !amends && f.l.Fold(last.headEnd) != "қосымша" || !f.dativeKK(last.headEnd-1) {
		return false
	}
	ph.from, ph.topic, ph.mods = last.from, true, ph.mods+1
	ph.quoted = last.quoted
	return true
}

// onlyTold reports whether a person only tells of what somebody else did with an
// instrument: «өкілі X конвенцияны Армения ратификациялағанын еске салды».
func (f *agreementFinder) onlyTold(m *mention, d *deed) bool {
	if !f.headLast || m.class != lang.PersonChunk || d.end >= len(f.l.Toks) || !f.l.Has(d.end, f.p.know.lists.sayVerb) {
		return false
	}
	w := f.l.Fold(d.end - 1)
	if !strings.HasSuffix(w, "ғанын") && !strings.HasSuffix(w, "генін") && !strings.HasSuffix(w, "қанын") && !strings.HasSuffix(w, "кенін") && !strings.HasSuffix(w, "тынын") && !strings.HasSuffix(w, "тінін") {
		return false
	}
	for i := m.end; i < d.start; i++ {
		if o := f.at(i); o != nil && o.start == i && (o.class == lang.OrgChunk || o.class == lang.PlaceChunk && o.entity >= 0 && f.isCountry(o.entity)) && !f.locative(o) && !f.slot(o.end-1, "gen", "ins", "acc") {
			return true
		}
	}
	return false
}

// dayOfName reports whether a date stands between what a Kazakh instrument is about
// and its noun, so that it is known by it: «теңіз қауіпсіздігі туралы 1974 жылғы
// конвенция».
func (g *ground) dayOfName(m *mention, ph *phrase, s lang.Sentence) bool {
	return m.start > s.First && g.l.Has(m.start-1, g.topic) && ph.entry.Class == g.p.know.lists.instrumentNoun && ph.quoted[1] == 0
}

// countOfName gives the token where a number or a word for several begins that ends at
// token k, between what a Kazakh instrument is about and its noun: «жылыжай салу туралы
// үш меморандум»; 0 where none stands there.
func (g *ground) countOfName(k int, ph *phrase, s lang.Sentence) int {
	if ph.entry.Class != g.p.know.lists.instrumentNoun || ph.quoted[1] > 0 || k+1 < ph.head && g.p.know.endings.amountAdj.whole(g.l.Fold(k+1)) { // үш жылдық
		return 0
	}
	b := 0
	if g.l.Plays(k, g.p.know.roles.severalOf) {
		b = k
	} else if g.sumAdjective(k) {
		b = k - 1
		if n, ok := g.numeralAt(b); ok {
			b = n.start
		}
	} else if n, ok := g.numeralAt(k); ok && !n.ordinal && n.value > 1 {
		b = n.start
	}
	if b <= s.First || !g.l.Has(b-1, g.topic) {
		return 0
	}
	return b
}

// sumAdjective reports whether token k makes an attribute of the sum of money before it,
// which is no part of an instrument's name: «18 миллион долларлық келісімшарт».
func (g *ground) sumAdjective(k int) bool {
	if k < 1 || !relationalKK(g.l.Fold(k)) && !dativeKK(g.l.Fold(k)) {
		return false
	}
	n, ok := g.numeralAt(k - 1)
	unit, _, _ := g.l.Value(k, g.p.know.lists.unit)
	return ok && !n.ordinal && n.value > 1 && isCode(unit)
}

// lastsKK reports whether the word at k says with the number before it how long something
// lasts, which is no part of its name: «екі күндік | отырыс».
func (g *ground) lastsKK(k int) bool {
	return g.l.Plays(k, g.p.know.roles.lastsLong) && g.isNumeral(k-1)
}

// onlyCongratulated reports whether a Kazakh event is only what somebody is
// congratulated on: «Тәуелсіздік мерейтойымен құттықтады».
func (f *eventFinder) onlyCongratulated(ph *phrase) bool {
	return f.headLast && f.l.Plays(ph.headEnd, f.p.know.roles.congratulates) && f.slot(ph.headEnd-1, "ins")
}

// dativeKK reports whether a Kazakh word, however short, ends with the dative.
func (f *agreementFinder) dativeKK(k int) bool {
	for _, a := range f.l.Analyses(k) {
		if a.Harmony && len(a.Suffix) > 2 && strings.HasSuffix(a.Slots, "dat") { // not мәлімдем-е
			return true
		}
	}
	return false
}

// termKK reports whether a Kazakh date is the time that something is made for: «2027
// жылға | арналған жоспар».
func (g *ground) termKK(m *mention) bool {
	return g.headLast && g.l.Has(m.end, g.topic) && dativeKK(g.l.Fold(m.end-1))
}
