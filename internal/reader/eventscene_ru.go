package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// notSceneRU reports whether a Russian place is none where an event is: it stands in marks
// that the noun of the event does not stand in, or belongs to the noun of an event behind
// its preposition: «форум «Связи в | Африке»», «на форуме регионов | Кении».
func (f *eventFinder) notSceneRU(m *mention, ph *phrase, s lang.Sentence) bool {
	if !f.russian() {
		return false
	}
	if from, to := f.marksAround(m.start, s); to > 0 && (ph.head < from || ph.head >= to) {
		return true
	}
	if k := m.start - 1; k > 0 && f.l.Fold(k) == "на" && f.l.Is(k-1, lang.Lower) && strings.HasPrefix(f.l.Fold(k-1), "город") { // в городе на | Неве
		return true
	}
	return f.ofNounAhead(m)
}

// marksAround gives the tokens between the quotation marks that open before token i in its
// sentence and close behind it; (0, 0) where none are open there.
func (f *eventFinder) marksAround(i int, s lang.Sentence) (from, to int) {
	open := -1
	for k := s.First; k < i; k++ {
		switch r := f.l.Rune(k); {
		case !isQuote(r):
		case open < 0 && r != '»' && r != '”':
			open = k
		case r != '«' && r != '„':
			open = -1
		}
	}
	if open < 0 {
		return 0, 0
	}
	for k := i; k < s.Last; k++ {
		if r := f.l.Rune(k); isQuote(r) && r != '«' && r != '„' {
			return open + 1, k
		}
	}
	return open + 1, s.Last
}

// ofNounAhead reports whether the noun of an event stands between a place and the
// preposition before it, so that the place says whose it is and not where: «на форуме
// регионов | Кении». A contest of a country is held there: «на чемпионате | Кении».
func (f *eventFinder) ofNounAhead(m *mention) bool {
	noun := false
	for k := m.start - 1; k >= 0 && k >= m.start-4; k-- {
		if f.l.Has(k, f.in) {
			return noun
		}
		if v, _, ok := f.l.Value(k, f.noun); ok {
			noun = noun || !strings.HasPrefix(v, "competition")
		}
	}
	return false
}

// ofTitleRU reports whether a Russian body or place only says of what the one is the head
// who is named behind it: «переговоры между президентом | Чили Петром Лойко и главой | МИД
// Кении Анной Линд».
func (f *eventFinder) ofTitleRU(m *mention) bool {
	if !f.russian() || m.class != lang.PlaceChunk && m.class != lang.OrgChunk {
		return false
	}
	return f.is(m.end, lang.PersonChunk) || f.l.Has(m.start-1, f.officenoun)
}

// notHostCase reports whether a Russian body stands in another case than the one who holds
// an event by an active verb: «провёл встречи с представителями Музея моря и | Института
// рек», or in the brackets behind such a one.
func (f *eventFinder) notHostCase(m *mention, d *deed) bool {
	if !f.russian() || f.passive(d) || m.entity < 0 {
		return false
	}
	if f.l.Rune(m.start-1) == '(' {
		if o := f.at(m.start - 2); o != nil && o.class == lang.OrgChunk {
			return f.notHost(o) || f.notHostCase(o, d)
		}
	}
	e, w := &f.p.doc.entities[m.entity], f.l.Slice(m.start, m.end)
	return e.name != w && !slices.Contains(e.aliases, w)
}

// metOnVisit reports whether a Russian person is whom those met who paid a visit: «в рамках
// визита делегация во главе с Анной Линд провела встречу с ректором | Петром Громовым».
func (f *eventFinder) metOnVisit(m *mention, ph *phrase) bool {
	if !f.russian() || ph.kind() != "visit" || m.start < ph.to {
		return false
	}
	const reach = 40
	for k := m.start - 1; k > ph.to && k > m.start-reach; k-- {
		w := f.l.Fold(k)
		if f.l.Rune(k) == ';' || f.l.Is(k, lang.Lower) && f.at(k) == nil && f.finite(k) {
			return false
		}
		if w != "с" && w != "со" {
			continue
		}
		before := f.l.Fold(k - 1)
		return strings.HasPrefix(before, "встреч") || strings.HasPrefix(before, "переговор") || strings.HasPrefix(before, "бесед") || strings.HasPrefix(before, "встрети")
	}
	return false
}

// onlyHeaded reports whether a Russian body is named before a verb of travel only for who is
// at its head: «глава | МИД Чили посетит Осло».
func (f *eventFinder) onlyHeaded(e int, s lang.Sentence, d *deed) bool {
	if !f.russian() {
		return false
	}
	for _, k := range f.p.mentionsIn(lang.OrgChunk, s.First, d.end) {
		if m := &f.p.mens[k]; m.entity == e {
			return m.start > s.First && f.l.Has(m.start-1, f.officenoun)
		}
	}
	return false
}

// onlyCalledNew reports whether a Russian sentence tells of no choice or appointment, so
// that who is called new in it came into office on another day: «в среду ректор принял
// нового посла Чили».
func (f *eventFinder) onlyCalledNew(s lang.Sentence) bool {
	if !f.russian() {
		return false
	}
	for k := s.First; k < s.Last; k++ {
		w := f.l.Fold(k)
		if f.l.Plays(k, f.p.know.roles.chooses) || strings.HasPrefix(w, "назнач") || strings.HasPrefix(w, "избра") || strings.HasPrefix(w, "стал") {
			return false
		}
	}
	return true
}

// inWhichClause reports whether a Russian date or place stands in a clause with «который»
// that ends before an event: «выставка, которая пройдёт в | Лиме, обсуждалась на заседании».
func (f *eventFinder) inWhichClause(m *mention, ph *phrase, s lang.Sentence) bool {
	return f.russian() && f.whichClauseAt(m.start, m.end, ph, s)
}

// whichClauseAt reports whether the tokens of a Russian date, place or verb stand in a clause
// with «который» that ends before an event.
func (f *eventFinder) whichClauseAt(start, end int, ph *phrase, s lang.Sentence) bool {
	if end > ph.from || !f.commaBetween(end, ph.from) {
		return false
	}
	for k := start - 1; k > s.First; k-- {
		if f.l.Rune(k) == ',' {
			return (strings.HasPrefix(f.l.Fold(k+1), "котор") || strings.HasPrefix(f.l.Fold(k+2), "котор")) && !f.inCourseOf(k, s)
		}
	}
	return false
}

// inCourseOf reports whether the Russian words before token k say in the course of what
// something is, which then is at its time and place: «во время Дней моря |, которые пройдут
// в мае, состоится форум».
func (f *eventFinder) inCourseOf(k int, s lang.Sentence) bool {
	const reach = 8
	for i := k - 1; i >= s.First && i > k-reach; i-- {
		switch f.l.Fold(i) {
		case "время", "рамках", "ходе", "полях":
			return true
		}
	}
	return false
}
