package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// actors gives those who act by the verb of a Russian visit: the persons who
// stand in the nominative before it in its clause («по приглашению министра Ивана
// Орлова министр Олег Ветров посетил Минск»), the one of «который», those behind
// it («область посетили А, Б и В»), else who holds the office that is named before
// it («премьер-министр Армении прибыл в Арцах»).
func (f *eventFinder) actors(d *deed, s lang.Sentence) []int {
	if !f.russian() {
		return nil
	}
	v := -1
	for k := d.start; k < d.end && v < 0; k++ {
		if f.l.Is(k, lang.Lower) && (f.finite(k) || f.pastVerb(k)) && f.at(k) == nil {
			v = k
		}
	}
	if v < 0 {
		return nil
	}
	from := s.First
	for k := v - 1; k > s.First; k-- {
		if w := f.l.Fold(k); f.l.Rune(k-1) == ',' && (w == "который" || w == "которая" || w == "которые") {
			for _, id := range slices.Backward(f.p.mentionsIn(lang.PersonChunk, max(s.First, k-4), k)) {
				if m := &f.p.mens[id]; m.end == k-1 && m.entity >= 0 {
					return []int{m.entity}
				}
			}
			return nil
		}
		if f.l.Rune(k) == ';' || f.l.Is(k, lang.Lower) && f.at(k) == nil && f.pastVerb(k) {
			from = k + 1
			break
		}
	}
	if out := f.nominatives(from, v); len(out) > 0 {
		return out
	}
	to := v + 1
	for to < s.Last && f.l.Rune(to) != ';' && !(f.l.Is(to, lang.Lower) && f.at(to) == nil && f.pastVerb(to)) {
		to++
	}
	if out := f.nominatives(v+1, to); len(out) > 0 {
		return out
	}
	for i := from; i < v; i++ {
		if e, ok := f.holderAt(i); ok {
			return []int{e}
		}
	}
	return nil
}

// pastVerb reports whether a Russian word ends as the past tense does.
func (f *eventFinder) pastVerb(k int) bool {
	w := f.l.Fold(k)
	return f.p.know.endings.finitePast.end(w, 3) && !f.p.know.endings.bodyNoun.whole(w)
}

// nominatives gives the persons who are named among the tokens in the nominative,
// as their names are written.
func (f *eventFinder) nominatives(from, to int) (out []int) {
	for _, id := range f.p.mentionsIn(lang.PersonChunk, from, to) {
		m := &f.p.mens[id]
		if m.entity < 0 || slices.Contains(out, m.entity) {
			continue
		}
		if f.asNamed(m) {
			out = append(out, m.entity)
		}
	}
	return out
}

// asNamed reports whether a Russian person is named in the nominative, as the name is
// written.
func (f *eventFinder) asNamed(m *mention) bool {
	e, w := &f.p.doc.entities[m.entity], f.l.Slice(m.start, m.end)
	if strings.Contains(e.name, "ё") && !strings.Contains(w, "ё") && strings.HasSuffix(lang.Fold(e.name), lang.Fold(w)) {
		return true // Петр Громов is Пётр Громов
	}
	return strings.HasSuffix(e.name, w) || e.name == w || slices.Contains(e.aliases, w) && strings.HasSuffix(w, lastWord(e.name))
}

// toldPart reports whether a Russian sentence tells by its verb who took part, so that
// those in another case did not: «Во встрече, прошедшей в доме Петра Громова, приняли
// участие А и Б».
func (g *ground) toldPart(s lang.Sentence) bool {
	if !g.p.know.russian {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if !g.l.Is(i, lang.Lower) {
			continue
		}
		if g.l.Plays(i, g.p.know.roles.tookPart) {
			return true
		}
		if g.l.Fold(i) == "участие" {
			if v := g.l.Fold(i - 1); strings.HasPrefix(v, "принял") || strings.HasPrefix(v, "принимал") {
				return true
			}
		}
	}
	return false
}

// lastWord gives the last word of a name.
func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// holderAt gives the one person to whom the text gives the Russian office at token
// i of the state or body behind it, where no name stands there: «премьер-министр
// Армении встретился с …».
func (f *eventFinder) holderAt(i int) (int, bool) {
	c, ok := f.l.Chunk(i, f.officenoun)
	if !ok || !f.russian() {
		return 0, false
	}
	m := f.at(int(c.End))
	if m == nil || m.entity < 0 || m.class != lang.PlaceChunk && m.class != lang.OrgChunk {
		return 0, false
	}
	if next := f.at(m.end); next != nil && next.class == lang.PersonChunk {
		return 0, false
	}
	head := lang.Fold(firstForm(f.l.Entry(c)))
	if lang.Fold(f.l.Slice(i, int(c.End))) != head { // in the nominative only: who is met stands behind
		return 0, false
	}
	return f.p.doc.soleHolder(func(st *statement) bool {
		at, okAt := entityOf(st.Place)
		org, okOrg := entityOf(st.Organization)
		if !(okAt && at == m.entity) && !(okOrg && org == m.entity) {
			return false
		}
		title := lang.Fold(st.Title)
		return strings.HasPrefix(title, head) || head == "глава" && strings.HasPrefix(title, "президент")
	})
}

// tellsOf reports whether a person of a Russian sentence only tells of the event in
// the clause behind: «Лебедев сообщил, что заседание пройдёт в Минске», «Как сообщил
// Лебедев, заседание …».
func (f *eventFinder) tellsOf(m *mention, ph *phrase) bool {
	if !f.russian() {
		return f.onlySays(m, ph)
	}
	if m.end >= ph.from {
		return m.start > ph.to && f.toldAtEnd(m, ph)
	}
	say := f.p.know.lists.sayVerb
	for k := m.start - 1; k > 0 && k > m.start-16 && f.l.Rune(k) != ',' && f.l.Rune(m.end) == ','; k-- {
		if f.l.Fold(k-1) == "как" && f.l.Has(k, say) { // Как сообщила сотрудница X, встреча прошла …
			return true
		}
	}
	for k := m.end; k < m.end+4 && k+2 < ph.from; k++ {
		if !f.l.Has(k, say) {
			continue
		}
		for j := k + 1; j < k+10 && j+1 < ph.from; j++ {
			if f.l.Rune(j) == ',' {
				return f.l.Fold(j+1) == "что"
			}
		}
		return false
	}
	return false
}

// toldAtEnd reports whether a Russian person behind an event only closes the sentence as
// who tells of it: «Встреча пройдёт в Осло, сообщила сотрудница мэрии Анна Линд».
func (f *eventFinder) toldAtEnd(m *mention, ph *phrase) bool {
	for k := m.start - 1; k > ph.to && k > m.start-14; k-- {
		if f.l.Rune(k) == ',' {
			return f.l.Has(k+1, f.p.know.lists.sayVerb)
		}
		if f.l.Is(k, lang.Punct) && f.l.Rune(k) != '-' && !isQuote(f.l.Rune(k)) {
			return false
		}
	}
	return false
}

// bids reports whether a Russian person is named only for what he asked or ordered: «по
// поручению муфтия Петра Громова», «по приглашению Анны Серовой», «Анна Серова
// пригласила гостя посетить Чили». One who invites somebody in the course of an event or
// at it was there: «в ходе встречи Анна Серова пригласила гостя посетить Чили».
func (f *eventFinder) bids(m *mention, ph *phrase) bool {
	if !f.russian() {
		return false
	}
	for k := m.end; k < m.end+4 && f.l.Is(k, lang.Lower) && m.end <= ph.from; k++ {
		if f.l.Plays(k, f.p.know.roles.bade) {
			return true
		}
	}
	for k := m.start - 1; k > 0 && k > m.start-9; k-- {
		if f.l.Is(k, lang.Punct) || f.is(k, lang.PersonChunk) || f.finite(k) {
			return false
		}
		if f.l.Fold(k-1) != "по" {
			continue
		}
		return f.l.Plays(k, f.p.know.roles.biddingOf)
	}
	return false
}

// notHost reports whether a Russian body is named only for whom it has at its head
// or for what it tells, and holds no event: «встречу с главой МИД России»,
// «сообщает ТАСС»; or an English one behind a comma for what it tells: "a fair was held,
// | the ministry said".
func (f *eventFinder) notHost(m *mention) bool {
	if m.start < 2 {
		return false
	}
	for k := m.start - 1; k > 0 && k > m.start-6 && f.l.Is(k, lang.Lower) && f.at(k) == nil; k-- { // встречи с сотрудниками местных миссий | ОБСЕ
		if w := f.l.Fold(k); (w == "с" || w == "со") && f.l.Has(k-1, f.noun) {
			return true
		}
	}
	say := f.p.know.lists.sayVerb
	if f.english() && f.l.Has(m.end, say) {
		return f.l.Rune(m.start-1) == ',' || f.l.Rune(m.start-2) == ',' && f.l.Has(m.start-1, f.article)
	}
	if f.headLast { // деп хабарлайды | агенттіктің тілшісі; министрліктің мәліметінше
		return f.l.Has(m.start-1, say) || f.l.Has(m.end, say) || f.l.Plays(m.end, f.p.know.roles.accordingTo)
	}
	if !f.russian() {
		return false
	}
	return f.l.Has(m.start-1, f.officenoun) || f.l.Has(m.start-1, say) || m.start > 1 && f.l.Has(m.start-2, say)
}

// broughtTo reports whether a Russian noun of an event only says where what is told
// of was brought: «вынесенных на заседание документов».
func (f *eventFinder) broughtTo(i int) bool {
	return i > 1 && f.l.Fold(i-1) == "на" && f.l.Is(i-2, lang.Lower) && f.p.know.endings.participleEnd.end(f.l.Fold(i-2), 4) && f.l.Has(i+1, lang.Lower) && !f.l.Has(i+1, f.npstop)
}

// ownWord reports whether a folded Russian word tells whose something is: наших.
func ownWord(w string) bool {
	switch w {
	case "наших", "наши", "нашим", "своих", "свои", "этих", "эти", "таких":
		return true
	}
	return false
}

// daysName gives the name of Russian days or of a week of culture with its noun in
// the nominative.
func daysName(name string) string {
	first, rest, ok := strings.Cut(name, " ")
	if !ok {
		return name
	}
	switch first {
	case "Дней", "Дням", "Днями", "Днях":
		return "Дни " + rest
	case "Неделе", "Неделю", "Неделей", "Недели":
		return "Неделя " + rest
	case "дней", "дням", "днями", "днях":
		return "дни " + rest
	}
	return name
}
