package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// otherDraft reports whether a Russian word for a draft or a project stands apart
// from an instrument, so that it is no draft of it: «Проект соответствует
// программе партнёрства».
func (f *agreementFinder) otherDraft(ph *phrase, d *deed) bool {
	if !f.russian() || d.end != d.start+1 || !strings.HasPrefix(f.l.Fold(d.start), "проект") {
		return false
	}
	for k := d.end; k < ph.from; k++ { // «проекты договора о транзите и соглашения о визах»
		if !f.skip(k) && !f.joins(k) && f.l.Rune(k) != ',' && !f.adjectival(k) {
			return true
		}
	}
	return d.start >= ph.to
}

// seatReach is how many words a title may have between its noun and the name.
const seatReach = 7

// seatByTitle gives the body for which a person acts whose title before the name
// tells it by a common noun or implies it: «председатель суда Эрна Айриян», where
// the text has named a court, «ректор Андрей Корольков»; -1 where nothing is told.
func (f *agreementFinder) seatByTitle(e int) int {
	r := &f.p.know.roles
	for _, k := range f.p.mentionsOf(lang.PersonChunk) {
		m := &f.p.mens[k]
		if m.entity != e {
			continue
		}
		if n := f.colleagueFrom(m); n >= 0 {
			return n
		}
		for i := m.start - 1; i >= 0 && i >= m.start-seatReach; i-- {
			t := &f.l.Toks[i]
			if t.Is(lang.Punct) || f.joins(i) || f.at(i) != nil && !f.is(i, lang.GroupChunk) || t.Is(lang.Cap) {
				break
			}
			if f.l.Plays(i, r.headOffice) && i == m.start-1 && (i == 0 || !f.l.Is(i-1, lang.Cap) || f.l.Is(i-1, lang.Punct)) {
				if n := f.leadBody(); n >= 0 {
					return n
				}
			}
			if f.l.Plays(i, r.academic) && i == m.start-1 {
				if n := f.bodyNamedBy(i, r.academy); n >= 0 {
					return n
				}
				break
			}
			if f.l.Has(i, f.p.know.lists.orgHead) && !f.l.Has(i, f.officenoun) && i < m.start && f.titleBefore(i) {
				if n := f.p.bodyOfNoun(i); n >= 0 {
					return n
				}
				break
			}
		}
	}
	return -1
}

// colleagueFrom gives the state of somebody who is only told to be a colleague from there:
// «министр труда Чили и его коллега из Перу Анна Линд»; -1 where nobody is.
func (f *agreementFinder) colleagueFrom(m *mention) int {
	from := f.at(m.start - 1)
	if from == nil || from.class != lang.PlaceChunk || from.end != m.start || from.start < 2 || !f.isCountry(from.entity) {
		return -1
	}
	if f.l.Fold(from.start-1) == "из" && strings.HasPrefix(f.l.Fold(from.start-2), "коллег") {
		return from.entity
	}
	return -1
}

// titleBefore reports whether the noun of an office stands up to two words before
// token i, so that the noun at i says of what: «вице-председатель африканского суда».
func (f *agreementFinder) titleBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if f.l.Has(k, f.officenoun) {
			return true
		}
		if !f.l.Is(k, lang.Lower) {
			return false
		}
	}
	return false
}

// bodyNamedBy gives the body named last before token i whose name holds a word of a
// role; -1 where none does.
func (f *agreementFinder) bodyNamedBy(i int, role lang.Role) int {
	near := f.p.mentionsIn(lang.OrgChunk, 0, i)
	for _, k := range slices.Backward(near) {
		m := &f.p.mens[k]
		for t := m.start; t < m.end && m.entity >= 0; t++ {
			if f.l.Plays(t, role) {
				return m.entity
			}
		}
	}
	return -1
}

// signersSides gives the two sides for which persons sign of whom the text does not
// say for whom they act, where the text names just two before: the two bodies that
// the sentence before or the first paragraph names, or whose heads have met in it.
func (f *agreementFinder) signersSides(ph *phrase, s lang.Sentence) []int {
	if f.english() || ph.has("act") || s.First == 0 {
		return nil
	}
	for _, run := range [...][2]int{{f.p.sentenceOf(s.First - 1).First, s.First}, {f.p.paragraphOf(s.First), s.First}, {0, min(s.First, f.p.paragraphEnd(0))}} {
		var found []int
		for _, k := range f.p.mentionsIn(lang.OrgChunk, run[0], run[1]) {
			m := &f.p.mens[k]
			if m.entity >= 0 && f.at(m.start) == m && !f.aside(m) && !f.ofBody(m) && !slices.Contains(found, m.entity) && f.p.doc.entities[m.entity].kind == read.Organization {
				found = append(found, m.entity)
			}
		}
		if len(found) == 2 {
			return found
		}
	}
	return nil
}

// afterTalks gives the two whose talks the sentence before tells of, where a Russian
// sentence opens with what came of them: «По итогам переговоров подписаны …», «По их
// итогам …», «Встреча завершилась подписанием …».
func (f *agreementFinder) afterTalks(s lang.Sentence) []int {
	if !f.russian() || s.First == 0 {
		return nil
	}
	told := false
	for i := s.First; i < s.Last && i < s.First+3 && !told; i++ {
		told = f.l.Plays(i, f.p.know.roles.outcome)
	}
	if !told && !f.talksOpen(s) {
		return nil
	}
	if two := f.twoHeads(s); len(two) == 2 {
		return two
	}
	before := f.p.sentenceOf(s.First - 1)
	if two := f.bodiesTalked(before); two != nil {
		return two
	}
	if st := f.statesIn(before.First, before.Last); len(st) == 2 {
		return st
	}
	if w := f.bodiesJoined(before); w != nil { // «Музей и архив договорились. Церемония подписания прошла»
		return w
	}
	for i := s.First; i < s.Last; i++ { // «встречи двух ректоров», «двусторонний договор»
		if w := f.l.Fold(i); strings.HasPrefix(w, "двусторонн") || f.l.Plays(i, f.p.know.roles.bothOf) {
			return f.twoNamed(s)
		}
	}
	return nil
}

// meansPair reports whether a Russian sentence speaks of those whom the text is about without a
// name: «Первый договор они подписали», «партнёры заключили», «между организациями», «с ними».
func (f *agreementFinder) meansPair(s lang.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		switch w := f.l.Fold(i); w {
		case "они", "ними", "партнеры", "партнерами":
			return true
		case "организациями", "учреждениями", "ведомствами", "компаниями", "вузами", "университетами", "институтами", "банками", "городами":
			if f.l.Has(i-1, f.p.know.lists.partyBetween) {
				return true
			}
		}
	}
	return false
}

// bodiesTalked gives the two bodies that a Russian sentence names, none of them a part of a
// state's government, so that they and not their states have talked: «директор Музея Чили
// провёл встречу с делегацией Института Перу»; nil elsewhere.
func (f *agreementFinder) bodiesTalked(s lang.Sentence) []int {
	var two []int
	for _, k := range f.p.mentionsIn(lang.OrgChunk, s.First, s.Last) {
		m := &f.p.mens[k]
		if m.entity < 0 || slices.Contains(two, m.entity) || f.at(m.start) != m {
			continue
		}
		if len(two) == 2 || f.officeOfState(m.entity) {
			return nil
		}
		two = append(two, m.entity)
	}
	if len(two) != 2 {
		return nil
	}
	return two
}

// talksOpen reports whether a Russian sentence opens with talks just told of and is one clause:
// «В ходе встречи подписан договор», «Главным итогом переговоров стало подписание договора».
func (f *agreementFinder) talksOpen(s lang.Sentence) bool {
	talks := false
	for i := s.First; i < s.Last; i++ {
		w := f.p.foldAt(i)
		if w == "что" || f.l.Rune(i) == ';' {
			return false
		}
		talks = talks || i < s.First+4 && f.at(i) == nil && (strings.HasPrefix(w, "переговор") || strings.HasPrefix(w, "встреч") || strings.HasPrefix(w, "бесед"))
	}
	return talks
}

// samePair gives the two sides of all instruments that the text has told of before,
// where they are the same two and a Russian sentence names no other: of a text on
// what two have signed, the next is theirs too.
func (f *agreementFinder) samePair(ph *phrase, s lang.Sentence) []int {
	if !f.russian() || !ph.has("firm") && !f.signedToo(s) && !f.programmeSigned(ph, s) || ph.has("act") || ph.has("many") && !f.declarationSigned(ph) || f.withUnknown(ph) {
		return nil
	}
	var pair []int
	at := f.p.sentenceIndex(s.First)
	for k := range f.made {
		m := &f.made[k]
		if m.phrase.has("act") || len(m.parties) == 0 || m.first == at {
			continue
		}
		if pair == nil && len(m.parties) == 2 {
			pair = m.parties
		} else if len(m.parties) != 2 || !slices.Contains(pair, m.parties[0]) || !slices.Contains(pair, m.parties[1]) {
			return nil
		}
	}
	if pair == nil || at-f.made[len(f.made)-1].last > 2 && f.yearsAgo(s) && !f.meansPair(s) {
		return nil
	}
	for i := s.First; i < s.Last && !f.onlyStates(pair); i++ { // «правительства заключат»
		if strings.HasPrefix(f.l.Fold(i), "правительств") {
			return nil
		}
	}
	for _, c := range [...]lang.Class{lang.OrgChunk, lang.PlaceChunk} {
		for _, k := range f.p.mentionsIn(c, s.First, s.Last) {
			m := &f.p.mens[k]
			if m.entity >= 0 && !slices.Contains(pair, m.entity) && (c == lang.OrgChunk || f.isCountry(m.entity)) && f.at(m.start) == m && !f.betweenOf(m, ph) {
				return nil
			}
		}
	}
	return pair
}

// programmeSigned reports whether a Russian programme or plan was or will be signed, as only
// two sides do: «Предыдущая программа подписана в 2022 году».
func (f *agreementFinder) programmeSigned(ph *phrase, s lang.Sentence) bool {
	d := f.nearestFit(s, ph)
	return d != nil && ph.has("loose") && strings.HasPrefix(d.value, "signed") && ph.quoted[1] == 0
}

// declarationSigned reports whether a Russian declaration of no name of its own is signed
// in a sentence that signs nothing else: «Действующая декларация о дружбе подписана в 2014 году».
func (f *agreementFinder) declarationSigned(ph *phrase) bool {
	if len(f.deeds) != 1 || !strings.HasPrefix(f.deeds[0].value, "signed") || ph.quoted[1] > 0 {
		return false
	}
	for k := ph.from; k < ph.to; k++ {
		if f.l.Is(k, lang.Cap) && k > f.p.sentenceOf(k).First {
			return false
		}
	}
	return true
}

// signedToo reports whether a Russian sentence adds a paper to those that have been signed:
// «Также подписана программа обменов».
func (f *agreementFinder) signedToo(s lang.Sentence) bool {
	for i := s.First; i < s.Last && i < s.First+4; i++ {
		switch f.l.Fold(i) {
		case "также":
			return len(f.deeds) > 0 && strings.HasPrefix(f.deeds[0].value, "signed")
		}
	}
	return false
}

// betweenOf reports whether a body is a side of another Russian instrument of the sentence,
// told behind its «между».
func (f *agreementFinder) betweenOf(m *mention, ph *phrase) bool {
	for k := range f.insts {
		o := &f.insts[k]
		if o.from != ph.from && f.l.Has(o.to, f.p.know.lists.partyBetween) && o.to < m.start && (m.end <= ph.from || ph.from < o.from) {
			return true
		}
	}
	return false
}

// withUnknown reports whether a Russian instrument is with somebody whose name no list
// and no word beside it tells: «соглашение с Тренчином».
func (f *agreementFinder) withUnknown(ph *phrase) bool {
	k := ph.headEnd
	if !f.l.Has(k, f.p.know.lists.partyWith) || k+1 >= len(f.l.Toks) || !f.l.Is(k+1, lang.Cap) {
		return false
	}
	m := f.at(k + 1)
	return m == nil || m.class == lang.PersonChunk
}

// calledAgain reports whether a Russian instrument called by its noun alone is the
// one signed or adopted that the sentence or two before named, told of once more:
// «Банки подписали соглашение о кредите. Соглашение заключено 17 июля».
func (f *agreementFinder) calledAgain(o, m *made) bool {
	if !f.russian() || m.named || !o.named || m.phrase.mods > 0 || m.first <= o.last || m.first-o.last > 2 || m.phrase.has("act") {
		return false
	}
	if f.recalls(o, m) {
		return m.phrase.from == f.p.sents[m.first].First
	}
	if f.sameSigned(o, m) {
		return true
	}
	if o.rank == 1 && m.rank > 1 && o.st.Action == "" { // «по договору аренды …. Договор подписан в мае»
		return m.first-o.last == 1
	}
	if len(o.parties) == 0 && m.rank == o.rank && m.first == o.last+1 && m.phrase.from == f.p.sents[m.first].First && m.st.Action == o.st.Action && o.phrase.has("firm") { // Подписан договор о рыбе. | Договор подписали
		return m.st.Date == "" || m.anchored || o.st.Date == "" || overlaps(o.st.Date, m.st.Date)
	}
	return m.rank == o.rank && (m.st.Date == "" || m.anchored || o.st.Date == "" || o.anchored || overlaps(o.st.Date, m.st.Date)) &&
		!slices.ContainsFunc(m.parties, func(e int) bool { return !slices.Contains(o.parties, e) })
}

// yearsAgo reports whether all dates of a Russian sentence, one at least, lie well
// before the text: what it tells is not of the news.
func (f *agreementFinder) yearsAgo(s lang.Sentence) bool {
	dates := f.p.mentionsIn(lang.DateChunk, s.First, s.Last)
	if len(dates) == 0 || f.p.doc.opt.Published.IsZero() {
		return false
	}
	for _, k := range dates {
		if m := &f.p.mens[k]; m.date.IsZero() || !f.wellBefore(m.date) {
			return false
		}
	}
	return true
}

// recalls reports whether a Russian instrument that has been ratified or otherwise acted
// on is told once more, when it was signed: «ратифицировал соглашение о визах.
// Соглашение было подписано в мае».
func (f *agreementFinder) recalls(o, m *made) bool {
	switch o.st.Action {
	case "ratified", "in force", "extended", "acceded", "amended":
		return m.st.Action == "signed" || m.st.Action == "adopted"
	}
	return false
}

// isHouse reports whether a body's Russian name is that of a parliament or its house.
func (f *agreementFinder) isHouse(e int) bool {
	if f.chamberOf(f.p.doc.entities[e].folded()) {
		return false
	}
	for w := range strings.FieldsSeq(f.p.doc.entities[e].folded()) {
		for _, stem := range [...]string{"парламент", "сенат", "мажилис", "сейм", "конгресс", "хурал", "кенеш", "меджлис", "маджлис", "маслихат", "альтинг", "стортинг", "риксдаг", "палат", "рийгикогу", "кнессет", "бундестаг", "скупщин"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// chamberOf reports whether a folded Russian name in «палата» or «ассамблея» is that of
// tradesmen, lawyers, books or a people rather than of a parliament: «Торгово-промышленная
// палата Перу», «Ассамблея народа Казахстана».
func (f *agreementFinder) chamberOf(name string) bool {
	if !strings.Contains(name, "палат") && !strings.Contains(name, "ассамбле") {
		return false
	}
	for _, stem := range [...]string{"торгов", "промышлен", "счетн", "адвокат", "нотари", "книжн", "судеб", "ремесл", "аудитор", "расчетн", "предприним", "коммерч", "медицин", "врач", "ассамблея народа", "ассамблеи народа", "народов", "женщин", "молодеж"} {
		if strings.Contains(name, stem) {
			return true
		}
	}
	return false
}

// officeOfState reports whether a body's Russian name is that of a part of one state's
// government.
func (f *agreementFinder) officeOfState(e int) bool {
	first, _, _ := strings.Cut(f.p.doc.entities[e].folded(), " ")
	for _, stem := range [...]string{"министерств", "кабинет", "госкомитет", "правительств", "мид", "минист", "парламент"} {
		if strings.HasPrefix(first, stem) {
			return true
		}
	}
	return f.isHouse(e)
}

// evened puts the state in the place of a part of its government, where the other
// side of a Russian instrument is a state: «Кабинет министров Кыргызской Республики
// одобрил соглашение с Катаром».
func (f *agreementFinder) evened(ph *phrase, out []int) []int {
	if !f.russian() || len(out) != 2 {
		return out
	}
	for k, e := range out {
		o := out[1-k]
		if !ph.has("firm") && !strings.HasPrefix(f.p.doc.entities[e].folded(), "правительство ") { // правительства Замбии и Того приняли программу
			continue
		}
		if !f.isCountry(o) || f.p.doc.entities[e].kind != read.Organization || !f.officeOfState(e) {
			continue
		}
		if st := f.stateOfBody(e); st >= 0 && st != o {
			out[k] = st
		}
	}
	return out
}
