package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// governed reports whether a small word in a case that says where, whence or
// with what belongs to the noun or verbal noun of a topic right behind it:
// «шегірткемен күрес», «қос салық салудан босату», but not «Астанада … туралы».
func (g *ground) governed(k, tie int) bool {
	if g.at(k) != nil || k+1 >= tie || !g.l.Is(k, lang.Lower) && k != g.p.sentenceOf(k).First {
		return false
	}
	if g.slot(k, "ins") && g.l.Has(k+1, g.p.know.lists.withGovern) {
		switch g.l.Fold(k + 1) {
		case "қамсыздандыру", "қамту", "жабдықтау": // зейнетақымен: nobody signs with it
			return true
		}
		together := k+2 < tie && g.verbalNoun(k+2) // орман өрттерімен бірлесіп күресу
		if g.l.Plays(k+1, g.p.know.roles.exchangeOf) && g.slot(k, "plural ins") {
			return true // студенттермен алмасу
		}
		return !g.l.Has(k, g.officenoun) && !g.l.Has(k, g.p.know.lists.personNoun) && (together || !g.ownedWord(k)) // әріптесімен: who signs too
	}
	if g.slot(k, "ins") && g.ownedWord(k) { // Қытай компаниясымен | автобус жеткізу туралы
		return false
	}
	return g.verbalNoun(k+1) || g.verbalObject(k+1) || k+2 < tie && g.verbalNoun(k+2) && g.bare(k+1) && !g.slot(k+1, "ins")
}

// verbalObject reports whether a word is a verbal noun in a case that another
// governs: «көмірмен жылытудан бас тарту».
func (g *ground) verbalObject(k int) bool {
	w := g.l.Fold(k)
	for _, e := range [...]string{"удан", "уден", "уға", "уге", "уды", "уді", "юдан", "юден", "юға", "юге", "юды", "юді"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+6 {
			return true
		}
	}
	return false
}

// subjectFirst reports whether the word at k, which opens its sentence, is a
// common noun for a body that acts on the object right behind it: «Министрлік |
// қалдықтарды өңдеу туралы меморандумға».
func (g *ground) subjectFirst(k int, s lang.Sentence) bool {
	if k != s.First || !g.l.Has(k, g.p.know.lists.orgHead) || !g.bare(k) || !g.slot(k+1, "acc", "dat", "abl", "ins") {
		return false
	}
	return !(g.p.ownedForm(k+1) && g.signedByNobodyKK(s)) // Мұрағат қорларын зерттеу туралы … қол қойылды
}

// actingNounKK reports whether the word at k is a common noun for a body that acts
// and stands before an adjective or the noun of a phrase nobody possesses: «Федерация |
// келесі чемпионатты», «музей | көрме өткізеді», but «федерация кубогы».
func (g *ground) actingNounKK(k int, ph *phrase) bool {
	if !g.l.Has(k, g.p.know.lists.orgHead) || !g.bare(k) || g.ownedNoun(k) || g.possessive(ph) {
		return false
	}
	if k+1 == ph.head {
		opens := k == g.p.sentenceOf(k).First && g.slot(ph.headEnd-1, "acc") // Комитет | жәрмеңкені көшірмек
		return (opens || g.l.Is(k, lang.Lower)) && g.l.Has(ph.head, g.p.know.lists.eventNoun)
	}
	return k+1 < ph.head && g.l.Has(k+1, g.mod)
}

// sayerKK reports whether the noun of an office at k stands behind a verb of saying, so that
// who holds it speaks and the phrase behind it is not the office's: «– деді қала мэрі |
// салтанатта», but «– деді ол мэр сайлауында».
func (g *ground) sayerKK(k int) bool {
	if !g.l.Has(k, g.officenoun) || !g.bare(k) && !g.ownedNoun(k) {
		return false
	}
	say := g.p.know.lists.sayVerb
	for i := k - 1; i >= 0 && i >= k-4 && g.l.Is(i, lang.Word) && !g.l.Has(i, g.p.know.lists.pronoun); i-- {
		if c, ok := g.l.Chunk(i, say); ok {
			return int(c.End) <= k
		}
	}
	return false
}

// actingOfficerKK reports whether the word at k, which opens its sentence, is the noun of
// an office that acts and stands before a name or an adjective of the phrase: «Президент |
// Ұлттық құрылтайдың отырысын өткізді», but «Президент сайлауы».
func (g *ground) actingOfficerKK(k int, ph *phrase) bool {
	if k+1 >= ph.head || k != g.p.sentenceOf(k).First || !g.l.Has(k, g.officenoun) || !g.bare(k) || g.ownedNoun(k) {
		return false
	}
	if g.l.Is(k+1, lang.Cap) || g.l.Has(k+1, g.mod) || isQuote(g.l.Rune(k+1)) {
		return true
	}
	return g.l.Has(ph.head, g.p.know.lists.instrumentNoun) && g.slotsOf(ph.headEnd-1, "poss3 acc") && !g.p.ownedForm(k+1) // Президент | су кодексін бекітті
}

// opensAsActor reports whether the word at k, which opens its sentence, is a common noun
// for a body that acts on the instrument whose phrase lies behind it and stands in a case:
// «Үкімет | тұрғын үй бағдарламасын қабылдады», «Сессия | стиль ережесін қабылдады».
func (g *ground) opensAsActor(k int, ph *phrase) bool {
	return k+1 < ph.head && k == g.p.sentenceOf(k).First && (g.l.Has(k, g.p.know.lists.orgHead) || g.l.Has(k, g.p.know.lists.eventNoun) || g.l.Fold(k) == "үкімет") && g.bare(k) && !g.ownedNoun(k) && g.slot(ph.headEnd-1, "acc", "dat", "poss3 acc", "poss3 dat")
}

// ownedWord reports whether a word carries the possessive of the third person
// before its case: әріптесімен.
func (g *ground) ownedWord(k int) bool {
	return endsAsKK(g.l, k, "poss3 ")
}

// countedSubject gives the token where a topic begins behind its subject, which
// a number counts: «екі университет | қос диплом туралы».
func (g *ground) countedSubject(from, tie, first int) int {
	if w := g.l.Fold(from); from > first && from+1 < tie && strings.HasSuffix(w, "еуі") && g.is(from-1, lang.PersonChunk) { // A мен Ә екеуі | …
		return from + 1
	}
	if from == first && from+3 < tie && g.isNumeral(from) && !g.isNumeral(from+1) && (g.l.Has(from+1, g.p.know.lists.orgHead) || g.l.Has(from+1, g.p.know.lists.sideNoun) || g.l.Plays(from+1, g.p.know.roles.ofBody)) && g.bare(from+1) && !g.ownedNoun(from+1) && !g.p.ownedForm(from+2) {
		return from + 2 // Сегіз университет | студенттердің … туралы
	}
	if from <= first || from+1 >= tie || !g.isNumeral(from-1) {
		return from
	}
	if ch, ok := g.l.Chunk(from, g.p.know.lists.sideNoun); ok && int(ch.End) == from+2 && from+2 < tie { // екі оқу орны | …
		return from + 2
	}
	if (g.l.Has(from, g.p.know.lists.orgHead) || g.l.Plays(from, g.p.know.roles.ofBody) || g.l.Has(from, g.p.know.lists.sideNoun) || g.l.Has(from, g.officenoun) || g.l.Has(from, g.p.know.lists.personNoun)) && g.bare(from) && !g.ownedNoun(from) {
		return from + 1
	}
	return from
}

// ownedNoun reports whether a word ends with the possessive of the third person.
func (g *ground) ownedNoun(k int) bool {
	for _, a := range g.l.Analyses(k) {
		if a.Harmony && a.Slots == "poss3" {
			return true
		}
	}
	return false
}

// opensVerbalNoun reports whether a place that says where something is done
// stands before the verbal noun of a topic with its object between them:
// «Өзбекстанда оқу орнын ашу туралы».
func (g *ground) opensVerbalNoun(k, tie int) bool {
	m := g.at(k)
	if m == nil || m.class != lang.PlaceChunk || m.end != k+1 || !g.verbalNoun(tie-1) || tie-k < 3 {
		return false
	}
	return g.slot(tie-2, "acc") || g.slot(k+1, "acc") || g.verbalNoun(k+1)
}

// verbalNoun reports whether a small word ends as verbs made nouns do.
func (g *ground) verbalNoun(k int) bool {
	return g.l.Is(k, lang.Lower) && g.p.know.endings.verbNounEnd.end(g.l.Fold(k), 4)
}

// actingPlural reports whether the word at k is a plural without a case that
// acts, and so is no part of the instrument or event whose phrase begins right
// behind it: before a name or adjective of the phrase («қатысушылар | Душанбе
// мәлімдемесі»), or before a head that nobody possesses («министрлер | шарт»).
func (g *ground) actingPlural(k int, ph *phrase) bool {
	plural := false
	for _, a := range g.l.Analyses(k) {
		plural = plural || a.Harmony && len(a.Stem) >= 6 && (a.Slots == "plural" || a.Slots == "plural poss3")
	}
	if !plural || g.at(k) != nil && g.at(k).class == lang.OrgChunk {
		return false
	}
	if !g.possessive(ph) {
		return true
	}
	return k+1 < ph.head && (g.l.Is(k+1, lang.Cap) || g.l.Has(k+1, g.mod) || isQuote(g.l.Rune(k+1)))
}

// dayWord reports whether a word only says that a date before it is a day: «4
// наурыз күні | кеңейтілген отырыс».
func (g *ground) dayWord(k int) bool { return g.is(k-1, lang.DateChunk) && g.l.Fold(k) == "күні" }

// saidSo reports whether a verb group is a part of a verb of saying with the
// words it reports before it, so that nothing takes place: «… деп атап өтті»,
// «… екенін атап өтті», but «мерекені атап өтті».
func (g *ground) saidSo(d *deed, s lang.Sentence) bool {
	if !g.headLast {
		return false
	}
	say := g.p.know.lists.sayVerb
	for k := d.start; k > s.First && k >= d.start-2; k-- {
		c, ok := g.l.Chunk(k, say)
		if !ok || int(c.End) < d.end || int(c.End)-k < 2 {
			continue
		}
		w := g.l.Fold(k - 1)
		return g.l.Fold(k) == "деп" || w == "деп" || g.p.know.closesClause(w)
	}
	return false
}

// servesAt reports whether a title begins at token i behind a place: «Астанадағы
// елшісі», «Қазақстандағы тұрақты өкілі» say where somebody serves.
func (g *ground) servesAt(i int) bool {
	for k := i; k < len(g.l.Toks) && k < i+4 && g.l.Is(k, lang.Word); k++ {
		if g.l.Has(k, g.officenoun) {
			return true
		}
	}
	return false
}

// forAnother reports whether the mention m stands right behind «атынан», which
// says for whom it acts: the one named before it is the party.
func (g *ground) forAnother(m *mention) bool {
	for k := m.start - 1; k >= 0 && k >= m.start-6; k-- {
		if w := g.l.Fold(k); w == "атынан" || w == "тарапынан" {
			return true
		}
		if !g.l.Is(k, lang.Word) || g.l.Toks[k].Para || strings.HasSuffix(g.l.Fold(k), "ды") {
			return false
		}
	}
	return false
}

// elsewhereLast reports whether a date or place belongs to something else of a
// Kazakh sentence than the phrase before it: to a participle that tells of the
// event behind («кездесуде | Дакарда өтетін олимпиада»), to that event's own
// name, or to what something is meant for («2026 жылға арналған»).
func (f *eventFinder) elsewhereLast(m *mention, ph *phrase) bool {
	if m.class == lang.DateChunk && f.comparedTimeKK(m, ph) {
		return true
	}
	if m.class == lang.DateChunk && m.start >= ph.to && f.attributiveDate(m) {
		return true // рәсімінде … 1908 жылғы цилиндрлер
	}
	if m.class == lang.DateChunk && m.end < len(f.l.Toks) && f.l.Fold(m.end) == "арналған" {
		return m.end > ph.head || m.start < ph.from
	}
	if m.start < ph.to || ph.entry == nil {
		return false
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.side != "right" || d.start < ph.to || d.own() {
			continue
		}
		if m.start >= d.start && m.end <= d.end || m.end <= d.start && d.start-m.end <= 2 {
			return true
		}
		for i := range f.evs {
			if o := &f.evs[i]; o.from >= d.end && m.start >= d.end && m.end <= o.from && o.from-m.end <= 1 {
				return true
			}
		}
	}
	return false
}

// asNamed reports whether a place stands in the form it is called by, so that
// it may own a name behind it: «Орталық Азия муфтилерінің жиыны».
func (g *ground) asNamed(m *mention) bool {
	return m.class == lang.PlaceChunk && m.entity >= 0 && calledSo(g.p.doc.entities[m.entity].name, g.l.Slice(m.start, m.end))
}

// calledSo reports whether a text is a name as it is called, in full or by its first words:
// «Қазақстан» of «Қазақстан | Республикасы».
func calledSo(name, text string) bool {
	return strings.HasPrefix(name, text) && (len(text) == len(name) || name[len(text)] == ' ')
}

// namedSubject reports whether a place that ends at token k acts and is no part
// of a topic: it stands as it is called before the capital with which the name
// of the instrument begins, «Грузия | Зорлықты жою туралы конвенция».
func (g *ground) namedSubject(m *mention, k, tie int) bool {
	if k+2 >= tie || !g.l.Is(k+1, lang.Cap) || g.at(k+1) != nil {
		return false
	}
	return g.asNamed(m) || m.class == lang.OrgChunk && m.entity >= 0 && g.l.Slice(m.start, m.end) == g.p.doc.entities[m.entity].name // Сенат | Халықаралық тасымал туралы
}

// aside reports whether a word before a comma says by whose words something is:
// айтуынша, мәліметінше.
func (g *ground) aside(k int) bool {
	w := g.l.Fold(k)
	return strings.HasSuffix(w, "ынша") || strings.HasSuffix(w, "інше") || strings.HasSuffix(w, "сәйкес") || strings.HasSuffix(w, "қарай")
}

// twoOwners takes both of two places that a dash joins before a name into it:
// «Қазақстан – Финляндия іскерлік форумы».
func (g *ground) twoOwners(ph *phrase, s lang.Sentence) {
	b := g.at(ph.from)
	if ph.from-2 < s.First || b == nil || b.start != ph.from || !isDash(g.l.Rune(ph.from-1)) && !g.bothOwn(ph) || !g.asNamed(b) && !genitiveKK(g.l.Fold(b.end-1)) {
		return
	}
	if a := g.at(ph.from - 2); a != nil && a.end == ph.from-1 && g.asNamed(a) {
		ph.from = max(s.First, a.start)
	}
}

// joinedTowns reports whether a town stands as it is called beside another that
// a conjunction joins to it, so that both act: «Алматы мен Страсбург».
func (f *agreementFinder) joinedTowns(m *mention) bool {
	if !f.headLast || !f.asNamed(m) {
		return false
	}
	town := func(o *mention) bool { return o != nil && o != m && f.asNamed(o) && !f.isCountry(o.entity) }
	return f.joins(m.end) && town(f.at(m.end+1)) || m.start >= 2 && f.joins(m.start-1) && town(f.at(m.start-2))
}

// severalBefore reports whether a number above one stands right before a phrase:
// «11 келісімге» are no one instrument.
func (f *agreementFinder) severalBefore(ph *phrase) bool {
	if !f.headLast || ph.from == 0 {
		return false
	}
	k := ph.from - 1
	for qual := f.p.know.lists.qualAfter; k >= 2 && k > ph.from-4 && (f.l.Has(k, qual) || f.l.Is(k, lang.Glued)); {
		k-- // 140-тан астам | шарт
	}
	n, ok := f.numeralAt(k)
	return ok && !n.ordinal && n.value > 1 && !f.is(k, lang.DateChunk)
}

// byLaw gives the verb that says what comes of an instrument whose ratification or
// approval an act is about: «шартты ратификациялау туралы заңды қабылдады» ratifies it,
// «тұжырымдаманы бекіту туралы жарлыққа қол қойды» adopts it.
func (f *agreementFinder) byLaw(d *deed) *deed {
	if !f.headLast || d == nil || d.mood != "planned" || d.end+1 >= len(f.l.Toks) || !f.l.Has(d.end, f.topic) {
		return d
	}
	ratified := strings.Contains(d.value, "ratified") && strings.HasPrefix(f.l.Fold(d.end+1), "заң")
	if !ratified && !(strings.HasPrefix(d.value, "adopted") && f.l.Has(d.end+1, f.p.know.lists.instrumentNoun)) {
		return d
	}
	for k := range f.deeds {
		if o := &f.deeds[k]; o.start > d.end && o.start < d.end+8 && o.mood == "done" {
			law := *d
			law.mood = "done"
			return &law
		}
	}
	return d
}

// quotedParty reports whether a body in quotation marks from a to b is the
// second of two that act, one small word between: «„Алтын“ пен болгариялық
// „Бета“ | шығарындыларды азайту туралы …».
func (g *ground) quotedParty(a, b int, s lang.Sentence) bool {
	body := func(i int) bool { return g.at(i) != nil && g.at(i).class == lang.OrgChunk }
	if !body(b - 1) {
		return false
	}
	k := a - 1
	if k > s.First && g.l.Is(k, lang.Lower) && !g.joins(k) {
		k--
	}
	if k <= s.First || !g.joins(k) {
		return false
	}
	return body(k-1) || isQuote(g.l.Rune(k-1))
}

// manyFirst reports whether the word at k, which opens its sentence or is one for
// those who sign behind a word that says where or when, is a plural that acts: «Делегаттар | азаптауға қарсы конвенцияны». What owns the word
// behind it or is joined to another belongs to the topic: «Балалар құқықтары
// туралы», «Өсімдіктер мен жануарлар туралы».
func (g *ground) manyFirst(k, tie int, s lang.Sentence) bool {
	owned := k == s.First+1 && g.ownedMany(k)
	if k != s.First && !owned && !(g.slot(k-1, "loc", "abl") && (g.l.Has(k, g.p.know.lists.sideNoun) || g.l.Has(k, g.p.know.lists.actorNoun))) || k+1 >= tie || g.joins(k+1) || g.l.Has(k+1, g.stop) || g.l.Has(k+1, g.topic) || g.l.Is(k+1, lang.Punct) || strings.HasPrefix(g.l.Fold(k+1), "алмасу") && k+2 == tie { // Дәрігерлер алмасу туралы
		return false
	}
	if !owned && k+2 == tie && g.verbalNoun(k+1) && !g.l.Has(k, g.p.know.lists.personNoun) && !g.l.Has(k, g.p.know.lists.actorNoun) && !g.l.Has(k, g.officenoun) && !agentKK(g.l.Fold(k)) { // Консулдықтар ашу туралы
		return false
	}
	object := owned && (g.slotsOf(k+1, "acc") || g.slotsOf(k+1, "plural acc")) && !g.slotsOf(k+1, "poss3 acc") || !owned && k+2 < tie && g.verbalNoun(k+2) && manyObjectKK(g.l.Fold(k+1)) // депутаттары | балаларды қорғау туралы
	for _, a := range g.l.Analyses(k + 1) {
		if a.Harmony && !object && strings.Contains(a.Slots, "poss3") && !(a.Slots == "poss3 acc" && len(a.Stem) < 10) { // босқын
			return false
		}
	}
	for _, a := range g.l.Analyses(k) {
		if a.Harmony && a.Slots == "plural" && len(a.Stem) >= 8 {
			return true
		}
	}
	return owned
}

// ownedMany reports whether the word at k is the plural of a noun for persons that belong
// to what is told before it: «Құрылтай қатысушылары», «Сенаттың депутаттары».
func (g *ground) ownedMany(k int) bool {
	return (g.l.Has(k, g.p.know.lists.personNoun) || g.l.Has(k, g.officenoun) || agentKK(g.l.Fold(k))) && g.slotsOf(k, "plural poss3")
}

// actingBody reports whether a body whose name ends with token k acts and is no
// part of a topic: it stands as it is called and does not own the word behind it,
// «Африка даму банкі | зауытқа қарыз беру туралы».
func (g *ground) actingBody(m *mention, k, tie int) bool {
	if k+2 >= tie || m.entity < 0 || lang.Fold(g.l.Slice(m.start, m.end)) != g.p.doc.entities[m.entity].folded() || g.joins(k+1) {
		return false
	}
	for _, a := range g.l.Analyses(k + 1) {
		if strings.Contains(a.Slots, "poss3") {
			return false
		}
	}
	return g.l.Is(k+1, lang.Lower)
}

// attributiveDate reports whether a Kazakh date says of which day the noun behind it
// is: «1908 жылғы цилиндрлер», «мамырдағы жиын».
func (g *ground) attributiveDate(m *mention) bool {
	w := g.l.Fold(m.end - 1)
	return (strings.HasSuffix(w, "ғы") || strings.HasSuffix(w, "гі")) && m.end < len(g.l.Toks) && g.l.Is(m.end, lang.Word)
}

// manyObjectKK reports whether a folded Kazakh word is a plural in the accusative that belongs
// to nobody: инвестицияларды.
func manyObjectKK(w string) bool {
	for _, e := range [...]string{"ларды", "лерді", "дарды", "дерді", "тарды", "терді"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// signedByNobodyKK reports whether a Kazakh sentence ends with a passive verb of signing, so that
// nobody acts in it: «қол қойылды», «жасалды».
func (g *ground) signedByNobodyKK(s lang.Sentence) bool {
	for k := max(s.First, s.Last-3); k < s.Last; k++ {
		if w := g.l.Fold(k); strings.HasPrefix(w, "қойыл") || strings.HasPrefix(w, "жасалд") || strings.HasPrefix(w, "қабылданд") {
			return true
		}
	}
	return false
}
