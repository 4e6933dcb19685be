package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// eventNamed reports whether the Russian words [start, end) name an event
// rather than a body: their noun is one of events only («кинофестиваль
// «Звёзды»), or one of both that is numbered or that the words behind it tell
// to take place: «III Всемирный конгресс открывается».
func (n *nameFinder) eventNamed(start, end int, s lang.Sentence) bool {
	if n.tag != "ru" || n.event == 0 {
		return false
	}
	k := start
	for k < end && (n.l.Is(k, lang.Roman) || n.l.Is(k, lang.Number) || n.l.Rune(k) == '-' || k+1 < end && n.glued(k+1, '-') || n.adjective(k)) && !n.l.Has(k, n.event) {
		k++
	}
	if k >= end || !n.l.Has(k, n.event) || n.l.Has(k, n.orgKnown) && n.orgKnown != 0 {
		return false
	}
	if c, ok := n.l.Chunk(k, n.event); ok && int(c.End) > k+1 { // Летняя школа языка
		return true
	}
	if n.orgHead == 0 || !n.l.Has(k, n.orgHead) {
		return n.l.Is(k, lang.Lower) || k > start
	}
	return n.numberedBefore(k, s) || n.takesPlace(end, s)
}

// onlyQualities reports whether Russian words hold no noun yet: numbers and
// adjectives, whose noun follows in small letters: «VI Азиатских | молодёжных игр».
func (n *nameFinder) onlyQualities(start, end int, s lang.Sentence) bool {
	if n.tag != "ru" || end >= s.Last || end < start+2 || !n.l.Is(end, lang.Lower) || n.verbal(end) {
		return false
	}
	for k := start; k < end; k++ {
		if !n.l.Is(k, lang.Roman) && !n.l.Is(k, lang.Number) && !n.adjective(k) {
			return false
		}
	}
	return n.adjective(end) || n.event != 0 && n.l.Has(end, n.event)
}

// takesPlace reports whether a verb by which an event happens follows at token
// i, behind genitives in small letters that belong to the name.
func (n *nameFinder) takesPlace(i int, s lang.Sentence) bool {
	for k := i; k < s.Last && k < i+5; k++ {
		for _, c := range [...]lang.Class{n.happened, n.happens} {
			if ch, ok := n.l.Chunk(k, c); ok && c != 0 {
				return n.l.Entry(ch).Value == "happen"
			}
		}
		if !n.l.Is(k, lang.Lower) || !n.genitive(k) && !n.adjective(k) {
			return false
		}
	}
	return false
}

// yearName names a Russian Year of X in the nominative, with the noun behind
// an adjective that its rule ends with: «в рамках Года детской | книги».
func (f *eventFinder) yearName(h *happening, d *deed, s lang.Sentence) {
	a, b := d.name[0], d.name[1]
	if !f.russian() || b <= a {
		return
	}
	for b < s.Last && b < a+5 && f.adjectival(b-1) && f.l.Is(b, lang.Lower) && !f.l.Has(b, f.npstop) && !f.deedAt(b) {
		b++
	}
	d.name[1] = b
	h.st.Name = f.l.Slice(a, b)
	w := f.l.Slice(a, a+1)
	for _, e := range [...]string{"ом", "а", "у", "е"} {
		if year, ok := strings.CutSuffix(w, e); ok && lang.Fold(year) == "год" {
			h.st.Name = year + h.st.Name[len(w):]
			break
		}
	}
}

// discussed reports whether a Russian or English place is that of what is talked about, not
// of the talks: «заседание по ситуации в Судане».
func (f *eventFinder) discussed(m *mention) bool {
	if f.english() {
		return f.matterIn(m)
	}
	if !f.russian() || m.start < 2 {
		return false
	}
	return f.l.Plays(m.start-2, f.p.know.roles.discussed)
}

// adverb reports whether a Russian word in small letters is an adverb in -но or -имо,
// with which no name goes on: «форум пчеловодов традиционно проходит».
func (g *ground) adverb(j int) bool {
	if !g.russian() || !g.l.Is(j, lang.Lower) || g.at(j) != nil {
		return false
	}
	w := g.l.Fold(j)
	return (strings.HasSuffix(w, "но") || strings.HasSuffix(w, "имо")) && atLeast(w, 7) && g.l.Rune(j+1) != '-'
}

// gerundBefore reports whether the Russian word at token k in front of the noun of a
// phrase is a gerund that governs it: no adjective in -ая agrees with a noun that ends
// in a consonant («открывая | форум», «Завершая | второй раунд»).
func (g *ground) gerundBefore(k int, ph *phrase) bool {
	w := g.l.Fold(k)
	if ph.headEnd != ph.head+1 || !strings.HasSuffix(w, "ая") && !strings.HasSuffix(w, "яя") {
		return false
	}
	if !g.l.Is(k, lang.Lower) && g.p.sentenceOf(k).First != k {
		return false
	}
	return !strings.ContainsRune("аеёиоуыэюяь", lastRune(g.l.Fold(ph.head)))
}

// nounBefore reports whether the Russian word at token k before the head of a phrase is
// a noun in the instrumental and no adjective, which in -ом and -ем would agree with a
// head in the prepositional case: «городом-хозяином | V фестиваля», «в летнем лагере»;
// or a verb in -им, which as an adjective would agree with a head in -ом or -ам:
// «добавим | договор Перу и Чили», but «новым договором».
func (g *ground) nounBefore(k int, ph *phrase) bool {
	w := g.l.Fold(k)
	if strings.HasSuffix(w, "им") || strings.HasSuffix(w, "ым") {
		return g.l.Is(ph.headEnd-1, lang.Lower) && !strings.ContainsRune("меиоу", lastRune(g.l.Fold(ph.headEnd-1)))
	}
	if !strings.HasSuffix(w, "ом") && !strings.HasSuffix(w, "ем") || g.l.Has(k, g.mod) {
		return false
	}
	switch lastRune(g.l.Fold(ph.headEnd - 1)) {
	case 'е', 'и', 'у', 'о':
		return false
	}
	return true
}

// oneByCase reports whether a Russian noun in -ии that may be a plural is one
// event in an oblique case: by a preposition before it, its adjective, or
// «которая» behind it.
func (f *eventFinder) oneByCase(ph *phrase, w string) bool {
	if head := ph.headEnd - 1; !strings.HasSuffix(w, "ии") || head > 0 && f.l.Rune(head-1) == '-' { // where something is said: на пресс-конференции
		return false
	}
	if f.l.Rune(ph.to) == ',' && (f.l.Fold(ph.to+1) == "которая" || f.l.Fold(ph.to+1) == "которой" || f.l.Fold(ph.to+1) == "которую") {
		return true
	}
	if head := ph.headEnd - 1; head > ph.from {
		if a := f.l.Fold(head - 1); strings.HasSuffix(a, "ой") || strings.HasSuffix(a, "ей") {
			return true
		}
	}
	r := &f.p.know.roles
	for _, before := range [...]lang.Role{r.beforeGen, r.beforeDat, r.beforePre, r.beforeAccPre} {
		if ph.from > 0 && f.l.Plays(ph.from-1, before) {
			return true
		}
	}
	return false
}

// nameToldRU mends the name of an event that a Russian rule tells: a preposition at its
// end leads to what is no part of it («открыли новый сад | на 300 мест»), a day goes on
// with its genitives («отметили День защиты детей»).
func (f *eventFinder) nameToldRU(d *deed, s lang.Sentence) {
	a, b := d.name[0], d.name[1]
	if !f.russian() || b <= a+1 {
		return
	}
	if strings.HasSuffix(d.rule.Name, "holiday") && f.at(b-1) == nil {
		for b < s.Last && b < a+7 && f.l.Is(b, lang.Word) && !f.l.Has(b, f.npstop) && !f.notGenitive(b) && !f.deedAt(b) && !f.finite(b) && !f.is(b, lang.DateChunk) && !f.l.Has(b, f.noun) {
			b++
		}
	}
	for k := b - 1; k >= b-2 && k > a+1 && d.rule.Get("opens") != ""; k-- {
		if f.l.Is(k, lang.Lower) && (f.l.Has(k, f.prep) || f.l.Has(k, f.p.know.lists.inPrep) || f.l.Has(k, f.npstop)) {
			b = k
			break
		}
	}
	d.name[1] = b
}

// withGuests gives the token of the mark that opens the name of a Russian event behind those
// who take part in it: «конференция с международным участием | «Сады и реки»»; 0 elsewhere.
func (g *ground) withGuests(i int, ph *phrase, s lang.Sentence) int {
	if !g.russian() || ph.quoted[1] > 0 || ph.entry.Class != g.p.know.lists.eventNoun || g.p.foldAt(i) != "с" {
		return 0
	}
	k := i + 1
	if k < s.Last && g.adjectival(k) {
		k++
	}
	if g.p.foldAt(k) != "участием" {
		return 0
	}
	if b, ok := g.quoteOpening(k+1, s.Last); ok && b > k+2 {
		return k + 1
	}
	return 0
}

// suchOnes reports whether a plural speaks of events of a kind or beside others and tells of
// none: «такие встречи полезны», "the summit and related meetings".
func (f *eventFinder) suchOnes(ph *phrase) bool {
	return (f.russian() || f.english() && f.plural(ph)) && (f.l.Plays(ph.from, f.p.know.roles.suchOne) || ph.from > 0 && f.l.Plays(ph.from-1, f.p.know.roles.suchOne))
}

// lastingFirst reports whether a Russian phrase begins with how many days an event
// lasts, which is no part of its name: «двухдневный | форум».
func (f *eventFinder) lastingFirst(ph *phrase) bool {
	return f.russian() && ph.from < ph.head && !f.l.Is(ph.from+1, lang.Glued) && strings.Contains(f.l.Fold(ph.from), "дневн")
}

// announcesOther reports whether a Russian verb of announcing has another object, of which
// the event only says whose it is: «объявил итоги | конкурса».
func (f *eventFinder) announcesOther(ph *phrase, d *deed) bool {
	k := ph.from - 1
	if d.rule.Name != "event.announces" || k < d.end || !f.l.Is(k, lang.Lower) || f.at(k) != nil {
		return false
	}
	return !f.l.Has(k, f.npstop) && !f.l.Has(k, f.topic) && !f.adjectival(k) && !f.adverb(k)
}

// declaredSo reports whether a Russian verb of announcing declares an event to be of some
// kind by an adjective behind it: «объявил конкурс закрытым».
func (f *eventFinder) declaredSo(ph *phrase, d *deed) bool {
	if d.rule.Name != "event.announces" {
		return false
	}
	for k := ph.to - 1; k <= ph.to && k < len(f.l.Toks); k++ {
		if w := f.l.Fold(k); k >= ph.headEnd && f.l.Is(k, lang.Lower) && f.adjectival(k) && (strings.HasSuffix(w, "ым") || strings.HasSuffix(w, "ыми") || strings.HasSuffix(w, "им")) {
			return true
		}
	}
	return false
}
