package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// pairsOf states an event of a Kazakh sentence at each further day and place
// where the sentence lists pairs of them: «2 қыркүйекте Каунаста, 4 қыркүйекте
// Клайпедада концерт береді». The event itself has one of the pairs.
func (f *eventFinder) pairsOf(h happening, s lang.Sentence) {
	if !f.headLast || h.place < 0 || !h.ownDate || h.phrase.entry == nil {
		return
	}
	type pair struct {
		date  value.Date
		place int
	}
	var pairs []pair
	own, end := false, -1
	dates := f.p.mentionsIn(lang.DateChunk, s.First, s.Last)
	if len(dates) < 2 {
		return
	}
	for _, k := range dates {
		d := &f.p.mens[k]
		p := f.at(d.end)
		if d.date.IsZero() || p == nil || p.class != lang.PlaceChunk || p.entity < 0 || !f.located(p) {
			return
		}
		if end >= 0 && (d.start != end+1 || f.l.Rune(end) != ',' && !f.joins(end)) {
			return
		}
		end = p.end
		for end < s.Last && f.l.Has(end, f.p.know.lists.eventIn) {
			end++
		}
		own = own || p.entity == h.place && d.date == h.date
		pairs = append(pairs, pair{d.date, p.entity})
	}
	if !own {
		return
	}
	for _, x := range pairs {
		if x.place != h.place || x.date != h.date {
			more := h
			more.place, more.date = x.place, x.date
			f.happenings = append(f.happenings, more)
		}
	}
}

// madeAdjective reports whether the noun of a phrase carries the ending that
// makes an adjective of it: «мерейтойлық ассамблея» is no anniversary.
func (f *eventFinder) madeAdjective(ph *phrase) bool {
	w := f.l.Fold(ph.headEnd - 1)
	if w == "апталық" && f.l.Is(ph.headEnd, lang.Lower) && f.l.Has(ph.headEnd, f.noun) {
		return true // апталық кеңес
	}
	if !relationalKK(w) {
		return false
	}
	for _, form := range ph.entry.Forms {
		if stem := lang.Fold(form); strings.HasPrefix(w, stem) && relationalKK(stem) {
			return false // жылдық
		}
	}
	return true
}

// metPartners reports whether a plural of meetings is told with those who were
// met by name: «X, Y және Z-пен екіжақты кездесулер өткізді».
func (f *eventFinder) metPartners(ph *phrase, d *deed, s lang.Sentence) bool {
	if d == nil || d.value != "host" || ph.kind() != "meeting" {
		return false
	}
	for _, k := range f.p.mentionsIn(lang.PersonChunk, s.First, ph.from) {
		m := &f.p.mens[k]
		if m.end > ph.from || ph.from-m.end > 3 {
			continue
		}
		for _, end := range [...]string{"мен", "бен", "пен"} {
			if w := f.l.Fold(m.end - 1); strings.HasSuffix(w, end) && m.entity >= 0 && !strings.HasSuffix(lang.Fold(f.p.doc.entities[m.entity].name), w) {
				return true
			}
		}
	}
	return false
}

// otherPartners reports whether two meetings told by name have each somebody
// whom the other has not: the minister met one and, elsewhere, another.
func otherPartners(a, b []int) bool {
	lacks := func(x, y []int) bool {
		return slices.ContainsFunc(x, func(e int) bool { return !slices.Contains(y, e) })
	}
	return len(a) > 0 && len(b) > 0 && lacks(a, b) && lacks(b, a)
}

// comparedTimeKK reports whether a Kazakh date is only what something is set beside
// («былтырғыдан 900 адамға көп»), or the year of something else that an event without a
// noun of its own names: «2008 жылғы Олимпиаданың жүлдегерін сайлады».
func (f *eventFinder) comparedTimeKK(m *mention, ph *phrase) bool {
	w := f.l.Fold(m.end - 1)
	if strings.HasSuffix(w, "ғыдан") || strings.HasSuffix(w, "гіден") {
		return true
	}
	return ph.entry == nil && len(m.date.String()) == 4 && f.attributiveDate(m)
}

// rememberedYear reports whether a person stands in the Kazakh genitive before the number of
// years since his birth or its feast, and so is spoken of and not there: «Шоқан Уәлихановтың
// 190 жылдығы», «Абайдың мерейтойы».
func (f *eventFinder) rememberedYear(m *mention) bool {
	if !genitiveKK(f.l.Fold(m.end - 1)) {
		return false
	}
	k := m.end
	if n, ok := f.p.numberAt(k); ok {
		k = n.end
	}
	w := f.l.Fold(k)
	return strings.HasPrefix(w, "жылдығ") || strings.HasPrefix(w, "мерейтойы") || strings.HasPrefix(w, "туғанына")
}

// numberedOnly reports whether all that a Kazakh event is called by is its number: «кезекті
// 11-ші саммит».
func numberedOnly(h *happening) bool {
	if h.st.Edition == 0 || h.phrase.headEnd-h.phrase.from > 6 || h.phrase.quoted[1] > 0 {
		return false
	}
	for i, w := range strings.Fields(h.st.Name) {
		if r, _ := utf8.DecodeRuneInString(w); i > 0 && unicode.IsUpper(r) {
			return false
		}
	}
	return len(strings.Fields(h.st.Name)) <= 3
}

// besidesKK reports whether a Kazakh person is named beside an event without taking part:
// by whose words it is told («Асқаровтың айтуынша»), at whose bidding, whose other event
// stands between («Асқаровтың сапары туралы … кездесуде айтылды»), or who only tells of it
// («Асқаров сапарға дайындық туралы хабарлады»).
func (f *eventFinder) besidesKK(m *mention, ph *phrase, s lang.Sentence) bool {
	if f.reportsKK(m, ph, s) {
		return true
	}
	if m.end > ph.from {
		return f.slot(m.end-1, "acc") && ph.kind() == "visit"
	}
	if f.slot(m.end-1, "gen") {
		if f.ownsOtherKK(m, ph) {
			return true
		}
		for k := m.end; k <= m.end+1 && k < ph.from; k++ {
			if f.l.Plays(k, f.p.know.roles.accordingTo) || f.l.Plays(k, f.p.know.roles.atBidding) {
				return true
			}
		}
		for k := range f.evs {
			if o := &f.evs[k]; o.to <= ph.from && o.from <= m.end+3 && o.head >= m.end && f.l.Has(o.headEnd, f.topic) {
				return true
			}
		}
		return false
	}
	return f.toldAboutKK(ph, s) || f.atOtherKK(m, ph)
}

// toldAboutKK reports whether a Kazakh event is only what somebody tells about: «сапарына
// дайындық барысы | туралы хабарлаған».
func (f *eventFinder) toldAboutKK(ph *phrase, s lang.Sentence) bool {
	for k := ph.headEnd; k+1 < s.Last && k < ph.headEnd+4 && f.l.Is(k, lang.Word); k++ {
		if f.l.Has(k, f.topic) {
			return f.l.Has(k+1, f.p.know.lists.sayVerb)
		}
	}
	return false
}

// occasionKK reports whether a Kazakh event only says when or why something else is: «мектептің
// 50 жылдығы қарсаңында», «марафонға байланысты көшелер жабылды».
func (f *eventFinder) occasionKK(ph *phrase, d *deed) bool {
	if !f.headLast || d.start < ph.to {
		return false
	}
	if f.l.Has(ph.headEnd+1, f.prep) && f.l.Is(ph.headEnd, lang.Lower) && f.slot(ph.headEnd-1, "acc") { // 30 жылдығын мерекелеу аясында
		return true
	}
	if f.l.Plays(ph.headEnd, f.p.know.roles.listsThings) && f.l.Has(ph.headEnd+1, f.p.know.lists.basis) { // саммиті бағдарламасына сәйкес
		return true
	}
	return f.l.Plays(ph.headEnd, f.p.know.roles.occasion) || f.joinedOccasionKK(ph)
}

// joinedOccasionKK reports whether a Kazakh anniversary is joined to another one that only
// says to what something is devoted: «театрдың 30 жылдығы және музейдің 35 жылдығына |
// арналған фестиваль».
func (f *eventFinder) joinedOccasionKK(ph *phrase) bool {
	const reach = 12
	if ph.kind() != "anniversary" || !f.joins(ph.headEnd) {
		return false
	}
	for k := ph.headEnd + 1; k+1 < len(f.l.Toks) && k < ph.headEnd+reach; k++ {
		if f.l.Has(k, f.noun) && f.l.Plays(k+1, f.p.know.roles.occasion) {
			return true
		}
	}
	return false
}

// ownsOtherKK reports whether a Kazakh person in the genitive owns a thing that stands before
// the event, so that it is told of and not who was there: «Асқаровтың мақаласын талқылау
// мақсатында жиын өтті», but «Асқаровтың қатысуымен», «Асқаровтың Ригаға сапары».
func (f *eventFinder) ownsOtherKK(m *mention, ph *phrase) bool {
	if f.slotsOf(m.end, "poss3 ins") { // қатысуымен
		return false
	}
	for k := m.end; k < ph.from; k++ {
		if o := f.at(k); o != nil {
			if o.class == lang.PersonChunk {
				return false
			}
			k = o.end - 1
			continue
		}
		if f.l.Has(k, f.noun) || f.l.Has(k, f.officenoun) {
			return false
		}
		if f.slotsOf(k, "poss3 acc") {
			return true
		}
	}
	return false
}

// atOtherKK reports whether a Kazakh person stands behind another event as who is there, and
// only speaks of the one that follows: «Жиында | министр Асқаров алдағы форумда не
// қаралатынын айтты».
func (f *eventFinder) atOtherKK(m *mention, ph *phrase) bool {
	for k := range f.evs {
		o := &f.evs[k]
		if o.to > m.start || !f.leading(o) {
			continue
		}
		s := f.p.sentenceOf(ph.from)
		if d := f.nearest(s, ph.from, ph.to, f.skip, f.reach(ph)); d != nil {
			return d.value != "attend" && f.p.know.closesClause(f.l.Fold(d.end-1))
		}
		for k := s.Last - 1; k > ph.to && k >= s.Last-4; k-- {
			if f.l.Has(k, f.p.know.lists.sayVerb) {
				return f.p.know.closesClause(f.l.Fold(k - 1))
			}
		}
		return false
	}
	return false
}

// nextKK leaves to a Kazakh event that is only called the coming one neither a day that is
// gone nor those of the sitting where it is spoken of: «кеше алдағы отырыстың күн тәртібі
// нақтыланды».
func (f *eventFinder) nextKK(w *weighing) {
	if !f.headLast || w.d == nil || w.d.rule.Name != "event.next" {
		return
	}
	w.who = nil
	if pub, ok := f.p.doc.opt.Published.First(); ok {
		if last, ok := w.date.Last(); ok && last.Before(pub) {
			w.date, w.ownDate = value.Date{}, false
		}
	}
}

// appointedBelowKK gives the day that the Kazakh sentence right below a heading tells for the
// appointment of person e which the heading tells without one, a zero date where it tells
// none: «X – банктің жаңа төрағасы» above «X 5 маусымда … болып тағайындалды».
func (f *eventFinder) appointedBelowKK(e int, s lang.Sentence) (day value.Date) {
	if !f.p.inHeadline(s) || s.Last >= len(f.l.Toks) {
		return day
	}
	below := f.p.sentenceOf(s.Last)
	named, told := false, false
	for m := f.nextNamed(below.First, below.Last); m != nil; m = f.nextNamed(m.end, below.Last) {
		named = named || m.class == lang.PersonChunk && m.entity == e
		if m.class == lang.DateChunk && day.IsZero() && !f.tellsLife(m) {
			day = m.date
		}
	}
	for k := below.First; k < below.Last && named; k++ {
		w := f.l.Fold(k)
		told = told || strings.HasPrefix(w, "тағайында") || strings.HasPrefix(w, "сайлан") || strings.HasPrefix(w, "кіріс") || strings.HasPrefix(w, "ауысты")
	}
	if !told {
		return value.Date{}
	}
	return day
}

// onlyNewKK reports whether a Kazakh office before a name is only called new, and the
// sentence does not say that somebody was appointed or elected: «жаңа елші келді», but
// «жаңадан тағайындалған ректор».
func (f *eventFinder) onlyNewKK(rule string, at int) bool {
	if !f.headLast || rule != "office.before" {
		return false
	}
	s := f.p.sentenceOf(at)
	for k := s.First; k < s.Last; k++ {
		if w := f.l.Fold(k); strings.HasPrefix(w, "тағайындал") || strings.HasPrefix(w, "сайлан") {
			return false
		}
	}
	return true
}

// toldAtHead reports whether a Kazakh heading and what stands right below it tell of one event
// by its noun, day and place, with other words before the noun: «Кезекті келіссөздер ертең
// Вадузда өтеді», «Сауда келіссөздері ертең Вадузда өтеді».
func (f *eventFinder) toldAtHead(o, h *happening) bool {
	same := o.s == 0 && h.s > 0 && h.s < 3 && f.l.Toks[f.p.sents[1].First].Para && o.phrase.entry == h.phrase.entry && o.phrase.quoted[1] == 0 && h.phrase.quoted[1] == 0
	if same && (o.place < 0 || h.place < 0 || o.place == h.place) && o.st.Time == h.st.Time && o.st.Edition == 0 && (h.st.Edition > 0 || o.place >= 0 && o.place == h.place) && strings.HasSuffix(lang.Fold(h.st.Name), lastWords(o.st.Name, 2)) {
		return true // халықаралық турнир, … атындағы 37-ші халықаралық турнир
	}
	return same && o.ownDate && h.ownDate && o.date == h.date && o.place == h.place && o.place >= 0
}

// onlySettingKK reports whether a Kazakh place says where something else is, in the course of
// which the event is held: «форум | Сахелдегі шиеленістің күшеюі аясында өтеді».
func (f *eventFinder) onlySettingKK(m *mention) bool {
	if !attributiveKK(f.l.Fold(m.end - 1)) {
		return false
	}
	owned := false
	for k := m.end; k < m.end+6 && k < len(f.l.Toks) && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.noun); k++ {
		if f.l.Has(k, f.prep) {
			return owned
		}
		owned = owned || genitiveKK(f.l.Fold(k))
	}
	return false
}
