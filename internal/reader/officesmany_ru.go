package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// heldTogether states a Russian title in the plural of those who are named
// behind its first holder too: «заместители министра Бакыт Осмонов и Жылдыз
// Токтогулова».
func (f *officeFinder) heldTogether(t title, m *mention, s lang.Sentence) {
	if !f.p.know.russian || t.head < 0 || !f.ofMany(t.head) && !f.eachOfOwn(&t, m) {
		return
	}
	for k := m.end; k+1 < s.Last && (f.l.Rune(k) == ',' || f.l.Fold(k) == "и"); {
		next, ok := f.p.mentionAt(k+1, lang.PersonChunk)
		if !ok {
			if next, ok = f.ofOwn(&t, k+1); !ok {
				return
			}
		}
		if next.entity < 0 {
			return
		}
		f.state(t, next.entity, s, "office.before")
		k = f.homeBehind(next).end
	}
}

// eachOfOwn reports whether the Russian title before a person, which may be a singular in the
// genitive as well, is that of several because another state and its holder follow: «главы
// Чили А, Перу – Б и Кении – В».
func (f *officeFinder) eachOfOwn(t *title, m *mention) bool {
	if t.place < 0 || f.l.Rune(m.end) != ',' {
		return false
	}
	next, ok := f.p.mentionAt(m.end+1, lang.PlaceChunk)
	if !ok || f.behindDash(next.end) == next.end {
		return false
	}
	if w := f.l.Slice(next.start, next.end); next.entity >= 0 && w == f.p.doc.entities[next.entity].name && !indeclinable(w) { // Берген – второй
		return false
	}
	_, ok = f.p.mentionAt(next.end+1, lang.PersonChunk)
	return ok
}

// ofOwn gives the person behind the state or body at token i for which they hold
// the title of several, and gives the title that one: «послы России Иван Петров и
// Украины Олег Бондарь».
func (f *officeFinder) ofOwn(t *title, i int) (*mention, bool) {
	if at, ok := f.p.mentionAt(i, lang.PlaceChunk); ok && t.place >= 0 && at.entity >= 0 {
		t.place = at.entity
		return f.p.mentionAt(f.behindDash(at.end), lang.PersonChunk)
	}
	if at, ok := f.p.mentionAt(i, lang.OrgChunk); ok && t.org >= 0 && at.entity >= 0 {
		t.org = at.entity
		return f.p.mentionAt(f.behindDash(at.end), lang.PersonChunk)
	}
	return nil, false
}

// behindDash gives the token behind a dash that stands for the title at token i,
// i where none does: «президенты Киргизии А, Азербайджана — Б».
func (f *officeFinder) behindDash(i int) int {
	if i < len(f.l.Toks) && isDash(f.l.Rune(i)) {
		return i + 1
	}
	return i
}

// madeMany reports whether a Russian verb at token i makes several into what the
// title before it says: «вице-президентами стали», «избраны».
func (f *officeFinder) madeMany(i int) bool {
	w := f.l.Fold(i)
	return w == "стали" || w == "станут" || strings.HasSuffix(w, "браны") || strings.HasSuffix(w, "значены") || strings.HasSuffix(w, "верждены")
}

// homeBehind widens a person's mention over the place that the text says they
// come from: «Азания Омо-Агеге из Нигерии», «Жан Мбеки (Габон)».
func (f *officeFinder) homeBehind(m *mention) *mention {
	k := m.end
	if w := f.l.Fold(k); w != "из" && w != "(" {
		return m
	}
	at, ok := f.p.mentionAt(k+1, lang.PlaceChunk)
	if !ok {
		return m
	}
	wide := *m
	wide.end = at.end
	if f.l.Rune(k) == '(' && f.l.Rune(at.end) == ')' {
		wide.end++
	}
	return &wide
}

// heldByMany reads a title in the plural that a dash parts from those who hold
// it («заместители министра – А и Б –»), and reports whether the title of a
// match is one of several or part of such a one.
func (f *officeFinder) heldByMany(t *title, m *pattern.Match, s lang.Sentence) bool {
	head := t.head
	for i := max(s.First, head-3); i < head; i++ {
		if c, ok := f.l.Chunk(i, f.head); ok && int(c.End) > head {
			head = i
			break
		}
	}
	if !f.ofMany(head) {
		return false
	}
	a, _, ok := m.Capture("who")
	for k := a - 1; ok && k > head; k-- { // the rule may have passed the first of several
		if f.madeMany(k) {
			a = k + 1
			break
		}
	}
	if !ok || a == 0 || a <= head || !isDash(f.l.Rune(a-1)) && !f.madeMany(a-1) {
		return head != t.head
	}
	who, ok := f.p.mentionAt(a, lang.PersonChunk)
	if !ok {
		return true
	}
	who = f.homeBehind(who)
	if !f.another(who) {
		return true
	}
	c, _ := f.l.Chunk(head, f.head)
	all := title{from: head, to: max(int(c.End), a-1), head: head, org: -1, place: -1, tenure: t.tenure}
	f.complement(&all, head, a-1)
	f.left(&all, s.First)
	if !slices.ContainsFunc(f.titles, func(o titleSpan) bool { return o.from == all.from && o.person == who.entity }) {
		f.state(all, who.entity, s, m.Rule.Name)
		f.heldTogether(all, who, s)
	}
	return true
}

// countryman reports whether the word right before token end tells only of what
// people a person is, behind a comma that closes a title: «глава миссии,
// бразилец Жозе Рамалью».
func (f *officeFinder) countryman(end int, s lang.Sentence) bool {
	return f.p.know.russian && end-2 > s.First && f.l.Rune(end-2) == ',' && f.l.Is(end-1, lang.Lower) && f.l.Has(end-1, lang.GroupChunk)
}

// onceWords gives how many words at token i, behind the comma of an apposition,
// say only when the office was held: «в прошлом», «ныне».
func (f *officeFinder) onceWords(i int, t *title) int {
	if !f.p.know.russian {
		return 0
	}
	switch f.l.Fold(i) {
	case "ныне", "теперь":
		return 1
	case "ранее", "прежде", "некогда":
		t.tenure = "former"
		return 1
	case "в":
		if f.l.Fold(i+1) == "прошлом" {
			t.tenure = "former"
			return 2
		}
	}
	return 0
}

// trimTailRU leaves out the words behind a Russian title that belong to the verb:
// «президентом академии вновь избран», «директором фонда с 1 мая назначен».
func (f *officeFinder) trimTailRU(t *title) {
	if _, ok := f.p.mentionAt(t.to, lang.OrgChunk); ok && t.to-1 > t.head && f.adjectival(t.to-1) && !strings.HasSuffix(f.l.Fold(t.to-1), "ий") { // but отделом отношений Совета
		t.to-- // начальник | венгерской Службы спасения
	}
	for k := t.to - 1; k > t.head && f.l.Is(k, lang.Lower); k-- {
		w := f.l.Fold(k)
		if !f.l.Has(k, f.stop) && !f.l.Plays(k, f.p.know.roles.father) && !f.l.Plays(k, f.p.know.roles.passing) && !(strings.HasSuffix(w, "но") && len(w) > 10) {
			return
		}
		t.to = k
	}
}
