package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// inPlans reports whether a Russian plan is only what somebody means to do: «в планах |
// музея – подписание договора».
func (f *agreementFinder) inPlans(ph *phrase) bool {
	return f.russian() && ph.from == ph.head && ph.head > 0 && f.l.Fold(ph.head) == "планах" && f.l.Fold(ph.head-1) == "в"
}

// oneOfTopic reports whether a Russian body or state belongs to what an instrument right
// before it is about, as those do against whom it speaks or from whom something comes:
// «принял заявление о санкциях | со стороны ОПЕК | в отношении Чада».
func (f *agreementFinder) oneOfTopic(m *mention, ph *phrase, d *deed) bool {
	if !f.russian() || m.start < ph.to+2 || m.class == lang.PersonChunk {
		return false
	}
	switch w := f.l.Fold(m.start - 1); {
	case w == "отношении" && f.l.Fold(m.start-2) == "в":
		return true
	case w == "стороны" && f.l.Fold(m.start-2) == "со":
		return ph.topic && d.end <= ph.from && m.start == ph.to+2
	}
	return false
}

// ofTopicPlace reports whether a Russian place right behind what an instrument is about
// says where that is made: «соглашение о строительстве завода | в Бергене».
func (f *agreementFinder) ofTopicPlace(m *mention, ph *phrase) bool {
	if !f.russian() || !ph.topic || m.start != ph.to+1 {
		return false
	}
	for k := ph.headEnd; k < ph.to; k++ {
		if f.l.Plays(k, f.p.know.roles.builtThere) {
			return true
		}
	}
	return false
}

// ofBodyInState reports whether a Russian state only says where the body right before it
// sits: «с офисом «Нур» | в Чаде», «с Институтом моря | в Чили».
func (f *agreementFinder) ofBodyInState(m *mention) bool {
	o := f.at(m.start - 2)
	return f.russian() && f.isCountry(m.entity) && o != nil && o.class == lang.OrgChunk && o.end == m.start-1
}

// setOutBy reports whether a Russian instrument only says by what something before it is
// set out or foreseen: «направления, определённые | совместной декларацией».
func (f *agreementFinder) setOutBy(ph *phrase, d *deed) bool {
	k := ph.from - 1
	if !f.russian() || d.end > k || !f.l.Is(k, lang.Lower) || f.deedAt(k) {
		return false
	}
	w, v := f.l.Fold(ph.headEnd-1), f.l.Fold(k)
	if !strings.HasSuffix(w, "ом") && !strings.HasSuffix(w, "ем") && !strings.HasSuffix(w, "ией") {
		return false
	}
	return (strings.Contains(v, "нн") || strings.HasSuffix(v, "мые") || strings.HasSuffix(v, "мых")) && f.p.know.endings.participleEnd.end(v, 4)
}

// withoutStates leaves out of the sides of a Russian instrument a state whose government is
// among them: «в годовщину независимости Чада правительство Чада подписало».
func (f *agreementFinder) withoutStates(found []int) []int {
	government := func(e int) bool {
		return strings.HasPrefix(f.p.doc.entities[e].folded(), "правительство ")
	}
	if !f.russian() || len(found) < 2 || !slices.ContainsFunc(found, government) {
		return found
	}
	return slices.DeleteFunc(found, func(e int) bool {
		x := &f.p.doc.entities[e]
		if x.kind != read.Place {
			return false
		}
		state := lastWord(x.name)
		stem := firstRunes(lang.Fold(state), len([]rune(state))-1)
		return slices.ContainsFunc(found, func(o int) bool {
			return o != e && government(o) && strings.HasPrefix(lastWord(f.p.doc.entities[o].folded()), stem)
		})
	})
}

// sameSigned reports whether a Russian instrument called by its noun alone at the head of
// the next sentence is the one just told with both its sides, whoever is said to have
// signed it for them: «А и Б подписали меморандум о рыбе. Меморандум подписали министр X и
// директор Y», «Подписи под меморандумом поставили».
func (f *agreementFinder) sameSigned(o, m *made) bool {
	if m.first != o.last+1 || m.rank != o.rank || m.st.Action != o.st.Action || len(o.parties) < 2 || m.phrase.topic || f.plural(&m.phrase) || !o.phrase.has("firm") {
		return false
	}
	const opens = 2
	if m.phrase.from > f.p.sents[m.first].First+opens || f.l.Has(m.phrase.headEnd, f.p.know.lists.partyWith) || f.l.Has(m.phrase.headEnd, f.p.know.lists.partyBetween) {
		return false
	}
	return m.st.Date == "" || m.anchored || o.st.Date == "" || o.anchored || overlaps(o.st.Date, m.st.Date)
}

// notItsStatesRU reports whether the states a Russian text speaks of are no sides of an
// instrument that tells of none: there are more than two of them, one is named only behind
// its sentence, or as what the instrument is about: «Подписан протокол. 5 мая посол Чада …».
func (q *partySearch) notItsStatesRU(states []int) bool {
	if !q.russian() || q.sidesTold || len(states) == 0 || q.d != nil && q.d == q.list {
		return false
	}
	if len(states) > 2 {
		return true
	}
	if slices.ContainsFunc(states, q.firstBehind) {
		return true
	}
	for _, c := range [...]lang.Class{lang.PlaceChunk, lang.OrgChunk} {
		for _, k := range q.p.mentionsIn(c, q.ph.to, q.s.Last) {
			if m := &q.p.mens[k]; q.d != nil && m.start > 1 && slices.Contains(states, m.entity) && q.oneOfTopic(m, q.ph, q.d) {
				return true
			}
		}
	}
	return false
}

// firstBehind reports whether a text names a state only behind the sentence of an instrument.
func (q *partySearch) firstBehind(e int) bool {
	for _, k := range q.p.mentionsOf(lang.PlaceChunk) {
		if m := &q.p.mens[k]; m.entity == e {
			return m.start >= q.s.Last
		}
	}
	return false
}

// onBasis reports whether a Russian instrument is only that on whose ground something else is
// done: «на основании | постановления договор подписал министр», «в соответствии с | законом».
func (f *agreementFinder) onBasis(ph *phrase) bool {
	if !f.russian() || ph.from < 2 {
		return false
	}
	k := ph.from - 1
	if w := f.l.Fold(k); w == "с" || w == "со" {
		k--
	}
	switch f.l.Fold(k) {
	case "основании", "согласно", "исполнение":
		return true
	case "соответствии":
		return k < ph.from-1
	}
	return false
}

// cutAtEvent leaves out of the name of a Russian instrument the event at which something is
// done with it: «обсудили закон | на пленарном заседании».
func (f *agreementFinder) cutAtEvent(ph *phrase) {
	if !f.russian() || ph.quoted[1] > 0 {
		return
	}
	for k := ph.headEnd; k+1 < ph.to; k++ {
		if f.l.Fold(k) != "на" {
			continue
		}
		i := k + 1
		for i+1 < ph.to && (f.adjectival(i) || f.isNumeral(i)) {
			i++
		}
		w := f.l.Fold(i)
		if f.l.Has(i, f.p.know.lists.eventNoun) && (strings.HasSuffix(w, "е") || strings.HasSuffix(w, "ии") || strings.HasSuffix(w, "ах") || strings.HasSuffix(w, "ях")) {
			ph.to, ph.topic = k, ph.topic && k > ph.headEnd
			return
		}
	}
}

// betweenInTitle takes the sides of a Russian instrument called by its noun alone from the
// sentence before, where an act names it with them: «подписал закон «О ратификации Договора
// между Чадом и Перу о рыболовстве». Договор был подписан в Лиме».
func (q *partySearch) betweenInTitle() {
	ph := q.ph
	if !q.russian() || ph.mods > 0 || ph.topic || ph.quoted[1] > 0 || ph.from != q.s.First || q.s.First == 0 || ph.entry == nil || ph.has("act") {
		return
	}
	before, between := q.p.sentenceOf(q.s.First-1), q.p.know.lists.partyBetween
	for i := before.First; i < before.Last; i++ {
		c, ok := q.l.Chunk(i, q.noun)
		if !ok || q.l.Entry(c) != ph.entry {
			continue
		}
		if k := int(c.End); k < before.Last && q.l.Has(k, between) {
			q.run(k+1, before.Last, 8, q.add)
			return
		}
	}
}

// ofManyHeads reports whether a Russian body in letters stands for several of its kind, as
// their heads act: «главами | МИД было подписано соглашение».
func (f *agreementFinder) ofManyHeads(m *mention) bool {
	if !f.russian() || m.class != lang.OrgChunk || m.end != m.start+1 || !f.l.Is(m.start, lang.Upper) || m.start == 0 {
		return false
	}
	switch f.l.Fold(m.start - 1) {
	case "главами", "руководителями", "министрами", "главы", "руководители":
		return !f.is(m.end, lang.PlaceChunk)
	}
	return false
}

// ofWhatDecided reports whether a Russian day or place stands behind an act that goes on in an
// infinitive, of which it tells: «принято решение провести форум | 21 ноября в Осло».
func (f *agreementFinder) ofWhatDecided(m *mention, ph *phrase) bool {
	if !f.russian() || !ph.has("act") || m.start < ph.headEnd+1 || !f.l.Is(ph.headEnd, lang.Lower) || f.at(ph.headEnd) != nil {
		return false
	}
	switch w := f.l.Fold(ph.headEnd); {
	case w == "провести", w == "принести", w == "перенести", w == "ввести", w == "найти", w == "пройти":
	case !strings.HasSuffix(w, "ть") && !strings.HasSuffix(w, "ться"), strings.HasSuffix(w, "ость"):
		return false
	}
	for k := ph.headEnd; k < m.start; k++ {
		if f.l.Rune(k) == ',' || f.l.Rune(k) == ';' {
			return false
		}
	}
	return true
}

// ofPress reports whether a Russian body is named only for its press service, which tells the
// news: «сообщает пресс-служба | правительства Перу».
func (f *agreementFinder) ofPress(m *mention) bool {
	k := m.start - 1
	if !f.russian() || k < 3 {
		return false
	}
	w := f.l.Fold(k)
	return strings.HasPrefix(w, "пресс-служб") || strings.HasPrefix(w, "служб") && f.l.Rune(k-1) == '-' && f.l.Fold(k-2) == "пресс"
}

// joinedAdjectives takes into the name of a Russian instrument the adjective that «и» joins to
// the one it was cut at, with their noun: «законопроект о ратификации кредитных | и грантовых
// соглашений».
func (f *agreementFinder) joinedAdjectives(ph *phrase, s lang.Sentence) {
	k := ph.to
	if !f.russian() || !ph.topic || ph.quoted[1] > 0 || ph.has("act") && f.l.Has(k+3, f.p.know.lists.partyBetween) || k+2 >= s.Last || !f.joins(k) || !f.adjectival(k-1) || !f.adjectival(k+1) || !f.l.Is(k-1, lang.Lower) || !f.l.Is(k+1, lang.Lower) {
		return
	}
	if f.l.Is(k+2, lang.Lower) && f.at(k+2) == nil && !f.l.Has(k+2, f.npstop) && !f.deedAt(k+2) && !f.adjectival(k+2) {
		ph.to = k + 3
	}
}
