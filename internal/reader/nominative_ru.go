package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// nominativeActs reports whether the Russian word at token i, right behind a noun,
// stands in a nominative that no genitive looks like, so that it acts and is no part of
// the noun's name: «свой визит делегация начала», «договор ректоры подписали», «с
// визитом Саратовский университет посетила».
func (g *ground) nominativeActs(i int) bool {
	if !g.russian() || i >= len(g.l.Toks) {
		return false
	}
	w := g.l.Fold(i)
	if g.l.Is(i, lang.Cap) {
		if g.accusedActs(i) {
			return true
		}
		return g.l.Is(i, lang.Cyrillic) && len(w) > 10 && !g.l.Is(i, lang.Upper) && g.is(i, lang.OrgChunk) && nominativeBody.end(w)
	}
	return g.actsAlone(i) || g.l.Is(i, lang.Lower) && g.at(i) == nil && g.manyPersons(i)
}

// nominativeBody is what the first word of a Russian body ends with in the nominative and in
// no genitive: «Международный суд», «Министерство труда», «Народное собрание», «Счётная палата».
var nominativeBody = fewEndsOf("ый", "ий", "ство", "ая", "яя", "ое", "ее", "ение", "ание")

// accusedActs reports whether a Russian body called by one noun in -а or -я stands at
// token i between an object in -у or -ю and the verb, whose subject it is: «Следующую
// сессию | Ассамблея | проведёт в Лиме», but «сессию Ассамблеи проведут».
func (g *ground) accusedActs(i int) bool {
	if i == 0 || !g.finite(i+1) {
		return false
	}
	before, w := lastRune(g.l.Fold(i-1)), lastRune(g.l.Fold(i))
	return (before == 'у' || before == 'ю') && (w == 'а' || w == 'я') && g.l.Is(i-1, lang.Lower) && g.l.Has(i, g.p.know.lists.orgHead)
}

// firmActs reports whether a Russian firm whose letters have no cases begins at token i, in
// marks and right before a finite verb in an active form: «по договору | АО «Заря» построит».
func (g *ground) firmActs(i int) bool {
	m := g.at(i)
	if m == nil || m.start != i || m.class != lang.OrgChunk || !g.l.Is(i, lang.Upper) || !isQuote(g.l.Rune(m.end-1)) || !g.l.Is(m.end, lang.Lower) {
		return false
	}
	w := g.l.Fold(m.end)
	return g.verbAt(m.end) && !strings.HasSuffix(w, "ся") && !strings.HasSuffix(w, "сь") && passiveEnds.next(strings.TrimRight(w, "аоы"), 0) < 0
}

// officerBehind reports whether a Russian title in the nominative that opens with an
// adjective begins at token i: «на церемонии Чрезвычайный и Полномочный Посол», «на
// встрече генеральный директор».
func (g *ground) officerBehind(i int) bool {
	if !g.russian() {
		return false
	}
	w := g.l.Fold(i)
	return (strings.HasSuffix(w, "ый") || strings.HasSuffix(w, "ий")) && (g.l.Has(i, g.officenoun) || g.l.Has(i+1, g.officenoun))
}

// actsAlone reports whether a Russian noun for those who act, in small letters, stands
// in the nominative, by its form alone.
func (g *ground) actsAlone(i int) bool {
	if !g.russian() || !g.l.Is(i, lang.Lower) || g.at(i) != nil {
		return false
	}
	return g.l.Plays(i, g.p.know.roles.actsAlone)
}

// asMeans reports whether a Russian act or instrument is only that by which something
// else was approved: «положение утверждено приказом», «условия утверждены протоколом».
func (f *agreementFinder) asMeans(ph *phrase, d *deed) bool {
	if !f.russian() || d.mood != "done" || d.end > ph.from || ph.from-d.end > 1 || !strings.HasPrefix(d.value, "adopted") {
		return false
	}
	w, verb := f.l.Fold(ph.headEnd-1), f.l.Fold(d.end-1)
	switch lastRune(verb) {
	case 'н', 'т', 'а', 'о', 'ы':
	default:
		return false
	}
	if strings.HasSuffix(verb, "ил") || strings.HasSuffix(verb, "ала") || strings.HasSuffix(verb, "ила") || strings.HasSuffix(verb, "яла") || strings.HasSuffix(verb, "ило") || strings.HasSuffix(verb, "яло") {
		return false
	}
	return strings.HasSuffix(w, "ом") || strings.HasSuffix(w, "ем") || strings.HasSuffix(w, "ией")
}

// ofMembers reports whether a Russian instrument only says whose members act:
// «протокол между государствами – участниками Договора о торговле».
func (f *agreementFinder) ofMembers(ph *phrase) bool {
	return f.russian() && ph.from > 0 && strings.HasPrefix(f.l.Fold(ph.from-1), "участни")
}

// asideInRussian reports whether a date stands in a participle clause of a Russian
// sentence: «закона, вступившего в силу 5 ноября».
func (p *part) asideInRussian(m *mention) bool {
	if !p.know.russian {
		return false
	}
	for k := m.start - 1; k > 0 && k > m.start-5; k-- {
		if p.lat.Rune(k) == ',' {
			return p.know.endings.participleEnd.end(p.lat.Fold(k+1), 4)
		}
	}
	return false
}

// neverPeopleRU reports whether a Russian adjective has an ending that no word for a
// people itself has in news: «на английском, русском языках», «русскую школу».
func neverPeopleRU(word string) bool {
	return strings.HasSuffix(word, "ском") || strings.HasSuffix(word, "скому") || strings.HasSuffix(word, "скую")
}

// hasBecome reports whether a Russian word is the verb «стать» in the past, with which no
// name goes on: «итогом переговоров | стало соглашение».
func (g *ground) hasBecome(j int) bool {
	switch g.l.Fold(j) {
	case "стал", "стала", "стало":
		return g.l.Is(j, lang.Lower)
	}
	return false
}
