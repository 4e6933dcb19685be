package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// ahead gives the verb as one of what is still to come, where it is the Russian
// noun of a signing or an adoption that the sentence sets in the time to come:
// «подписание соглашения запланировано на ноябрь», «встреча завершится
// принятием декларации». The verb of the noun is the next one behind it, else
// the last one before it.
func (f *agreementFinder) ahead(d *deed, s lang.Sentence) *deed {
	if d == nil || !f.russian() || d.mood != "done" || d.rule.Name != "agreement.signing" && d.rule.Name != "agreement.adopting" {
		return d
	}
	told, planned := false, false
	for i := d.end; i < s.Last && !told; i++ {
		if f.clauseAt(i) || f.l.Rune(i) == ';' {
			break
		}
		planned, told = f.tenseOf(i)
	}
	for i := d.start - 1; i >= s.First && !told; i-- {
		if f.clauseAt(i) || f.l.Rune(i) == ';' {
			break
		}
		planned, told = f.tenseOf(i)
	}
	if !planned && !f.onlyMeant(d) && !f.onlyAimedAt(d, s) {
		return d
	}
	later := *d
	later.mood = "planned"
	return &later
}

// tenseOf tells whether a Russian verb begins at token i, and whether it sets
// the sentence in the time to come or what it is said of did not take place.
func (f *agreementFinder) tenseOf(i int) (planned, told bool) {
	if f.l.Has(i, f.p.know.lists.future) || f.l.Plays(i, f.p.know.roles.putOff) { // подписание отложено
		return true, true
	}
	if !f.l.Is(i, lang.Lower) {
		return false, false
	}
	w := f.l.Fold(i)
	return false, f.p.know.endings.finitePast.end(w, 3) && !f.p.know.endings.bodyNoun.whole(w)
}

// complained reports whether a Russian instrument is only what something else is
// directed at: «отклонил жалобу на решение суда».
func (f *agreementFinder) complained(ph *phrase, s lang.Sentence) bool {
	k := ph.from - 1
	if !f.russian() || k <= s.First || f.l.Fold(k) != "на" {
		return false
	}
	for n := 0; n < 8 && k > s.First && f.l.Rune(k) != ','; n++ { // жалобу ООО «Заря» на решение
		k--
		if f.l.Plays(k, f.p.know.roles.directedAt) {
			return true
		}
		if f.deedAt(k) {
			return false
		}
	}
	return false
}

// withoutTopic reports whether a noun names an instrument only with its topic or
// as a proper name, and has neither: «обсудили положение храмов», but «утвердили
// Положение о фонде».
func (f *agreementFinder) withoutTopic(ph *phrase, s lang.Sentence) bool {
	if !ph.has("topical") || ph.quoted[1] > 0 || f.l.Is(ph.head, lang.Cap) && ph.head > s.First {
		return false
	}
	if f.headLast { // достық туралы құжат
		return !ph.topic
	}
	return ph.headEnd >= s.Last || !strings.HasPrefix(f.l.Fold(ph.headEnd), "о") && f.l.Fold(ph.headEnd) != "по" || !f.l.Has(ph.headEnd, f.topic)
}

// interstate reports whether a Russian or Kazakh instrument is about what only states
// agree on among themselves: travel without visas, taxes paid twice, extradition.
func (f *agreementFinder) interstate(ph *phrase) bool {
	if f.english() {
		return false
	}
	for i := ph.from; i < ph.to; i++ {
		if f.l.Plays(i, f.p.know.roles.interstate) {
			return true
		}
	}
	return false
}

// amongStates gives the states of an instrument that only states make, where the
// sentence names none of them itself: those that the sides are, else those the
// text is about; nil where they cannot be told.
func (f *agreementFinder) amongStates(ph *phrase, s lang.Sentence, sides bool, want int, out []int) []int {
	if !f.interstate(ph) && !f.countrySides(s) || slices.ContainsFunc(out, f.isCountry) || len(out) > 1 {
		return nil
	}
	f.findStates()
	at := f.p.sentenceIndex(s.First)
	for k := at - 1; sides && k >= max(0, at-sidesReach) && want < 3; k-- {
		if st := f.statesIn(f.p.sents[k].First, f.p.sents[k].Last); len(st) == 2 {
			return st
		}
	}
	for _, states := range [...][]int{f.leadStates, f.allStates} {
		if len(states) == max(2, want) {
			return states
		}
	}
	return nil
}

// bodyInRun gives the body that a Russian common noun alone means among the
// parties behind «между» and «с»: «между академией, Агентством инноваций и
// компанией «Huawei»»; -1 elsewhere.
func (f *agreementFinder) bodyInRun(i int) int {
	if !f.russian() || !f.l.Is(i, lang.Lower) || i+1 >= len(f.l.Toks) {
		return -1
	}
	ch, ok := f.l.Chunk(i, f.p.know.lists.orgHead)
	if !ok || int(ch.End) != i+1 || !f.joins(i+1) && !f.l.Is(i+1, lang.Punct) || isQuote(f.l.Rune(i+1)) {
		return -1
	}
	return f.p.bodyOfNoun(i)
}

// underway reports whether a Russian instrument is only at work: its making
// stands right before it («ускорить подготовку соглашения»), or work and talks on
// it do («завершить работу над соглашением», «переговоры о заключении договора»).
func (f *agreementFinder) underway(ph *phrase, s lang.Sentence) bool {
	k := ph.from - 1
	if !f.russian() || k <= s.First {
		return false
	}
	r := &f.p.know.roles
	if f.l.Plays(k, r.making) {
		if k == s.First || f.l.Fold(k-1) != "о" && f.l.Fold(k-1) != "по" { // меморандум о подготовке договора
			return true
		}
		k--
	} else if f.l.Plays(k, r.concluding) {
		k--
	}
	switch f.l.Fold(k) {
	case "над", "по", "о", "об":
		return k > s.First && f.l.Plays(f.beforePartner(k-1, s), r.talksOn)
	}
	return false
}

// beforePartner gives the token before «с» and whom it names up to token i, i where
// no partner ends there: «начать переговоры | с Индонезией | о заключении …».
func (f *agreementFinder) beforePartner(i int, s lang.Sentence) int {
	m := f.at(i)
	if m == nil || m.class != lang.PlaceChunk && m.class != lang.OrgChunk {
		return i
	}
	if k := m.start - 1; k > s.First && (f.l.Fold(k) == "с" || f.l.Fold(k) == "со") {
		return k - 1
	}
	return i
}

// onlyMeant reports whether the Russian noun of a signing only says what is meant or
// asked for: «одобрила идею подписания меморандума».
func (f *agreementFinder) onlyMeant(d *deed) bool {
	return d.start > 0 && d.rule.Name == "agreement.signing" && f.l.Plays(d.start-1, f.p.know.roles.meantOnly)
}

// toldEarlier reports whether a Russian or Kazakh sentence begins with a word by which what
// it tells lies before the news: «Ранее был подписан меморандум», «Бұған дейін …».
func (f *agreementFinder) toldEarlier(s lang.Sentence) bool {
	return !f.english() && f.l.Has(s.First, f.p.know.lists.earlierOpen) && f.at(s.First) == nil || f.headLast && f.hadDoneKK(s)
}

// homeOfOfficer adds the other of the two states a Russian or Kazakh text is about, for
// its officer who signs with one of them and whose state the sentence does not
// say: «министр Фратти и министр Казахстана Сапаров заключили соглашение».
func (f *agreementFinder) homeOfOfficer(ph *phrase, d *deed, s lang.Sentence, out, named []int, add func(int)) {
	if f.english() || d == nil || !ph.has("firm") || len(out) != 1 || len(named) != 2 || !slices.ContainsFunc(named, f.stateOfficer) {
		return
	}
	if !f.isCountry(out[0]) {
		if f.findStates(); f.p.doc.entities[out[0]].kind == read.Organization && len(f.leadStates) == 1 { // «президент банка и министр финансов подписали»
			add(f.leadStates[0])
		}
		return
	}
	if e := f.besideBefore(s, out[0]); e >= 0 {
		add(e)
		return
	}
	f.findStates()
	for _, states := range [...][]int{f.leadStates, f.allStates} {
		if len(states) == 2 && slices.Contains(states, out[0]) {
			add(states[0] + states[1] - out[0])
			return
		}
	}
}

// ofVisit reports whether a person in a Russian sentence is only the one whose
// event gives the occasion: «во время визита президента X».
func (f *agreementFinder) ofVisit(m *mention) bool {
	event := f.p.know.lists.eventNoun
	for k := m.start - 1; k > 0 && k > m.start-5; k-- {
		if f.ground.subject(k) { // в день открытия | директор X
			return false
		}
		if f.l.Has(k, event) {
			return f.l.Has(k-1, lang.Lower)
		}
		if !f.l.Is(k, lang.Lower) || f.l.Has(k, f.p.know.lists.npStop) {
			return false
		}
	}
	return false
}

// countrySides reports whether a Russian sentence calls the sides countries or their
// heads: «между двумя странами», «президенты подписали».
func (f *agreementFinder) countrySides(s lang.Sentence) bool {
	if !f.russian() {
		return false
	}
	c := f.p.know.lists.partySides
	for i := s.First; i < s.Last; i++ {
		ch, ok := f.l.Chunk(i, c)
		if !ok {
			continue
		}
		for k := i; k < int(ch.End); k++ {
			if w := f.l.Fold(k); strings.HasPrefix(w, "стран") || strings.HasPrefix(w, "государ") || strings.HasPrefix(w, "презид") {
				return true
			}
		}
	}
	return false
}

// listedNoun gives the body that a Russian common noun in the nominative means at
// token i, where it is the first of several who act: «сообщество, Фонд «Свет» и
// Академия подписали»; -1 elsewhere.
func (f *agreementFinder) listedNoun(i int) int {
	if !f.russian() || !f.l.Is(i, lang.Lower) && f.p.sentenceOf(i).First != i || i+2 >= len(f.l.Toks) {
		return -1
	}
	behind := i > 1 && f.joins(i-1) && f.is(i-2, lang.OrgChunk) && f.deedAt(i+1) // «Атомфлот» и порт подпишут
	if !behind && f.l.Rune(i+1) != ',' && !f.joins(i+1) {
		return -1
	}
	ch, ok := f.l.Chunk(i, f.p.know.lists.orgHead)
	if !ok || int(ch.End) != i+1 || f.l.Fold(i) != lang.Fold(f.p.formOf(f.l.Entry(ch), f.l.Fold(i))) || f.l.Has(i-1, f.p.know.lists.partyWith) {
		return -1
	}
	if behind {
		return f.p.bodyOfNoun(i)
	}
	for k := i + 2; k < i+5; k++ {
		if f.is(k, lang.OrgChunk) {
			return f.p.bodyOfNoun(i)
		}
		if k < len(f.l.Toks) && !f.l.Is(k, lang.Lower) {
			break
		}
	}
	return -1
}
