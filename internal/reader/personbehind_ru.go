package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// headsBody reports whether a Russian body whose name ends right before token i
// stands behind an office, so that who holds it is named at i: «секретарь Совета
// безопасности Индии Панкадж Сингх».
func (n *nameFinder) headsBody(i int) bool {
	if n.tag != "ru" {
		return false
	}
	for k := range n.cands {
		if c := &n.cands[k]; c.class == lang.OrgChunk && c.end == i && c.score >= scoreHead && n.titledAt(c.start) {
			return true
		}
	}
	return false
}

// namedNext reports whether what stands right before a run of unknown Russian
// words is said of a person: a short participle with an office in the
// instrumental («секретарём назначен Сесе Траоре»), a verb of those who stand at
// the head of something («группу возглавила Дания Еспаева»). The words must be
// able to be nominatives.
func (n *nameFinder) namedNext(els []element, s lang.Sentence) bool {
	i := els[0].start - 1
	if i < s.First || !n.l.Is(i, lang.Lower) || len(els) > 4 {
		return false
	}
	for _, e := range els {
		if !e.initial && !e.particle && (n.l.Is(e.start, lang.Upper) || !n.l.Is(e.start, lang.Cyrillic) || n.l.Has(e.start, n.orgHead) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown)) {
			return false
		}
	}
	if n.l.Plays(i, n.r.leads) {
		end := els[len(els)-1].end
		return end >= s.Last || !n.l.Is(end, lang.Lower) || !n.finiteRu(end)
	}
	if !shortParticiple(n.l.Fold(i)) {
		return false
	}
	for k := i - 1; k >= s.First && k >= i-10; k-- {
		if n.l.Has(k, n.office) {
			return true
		}
		if n.l.Is(k, lang.Punct) && n.l.Rune(k) != '-' {
			return false
		}
	}
	return false
}

// finiteRu reports whether a small word ends as Russian verbs in the past do.
func (n *nameFinder) finiteRu(i int) bool { return n.p.know.endings.finitePast.end(n.l.Fold(i), 3) }

// openBracket reports whether a bracket that opens in the tokens [start, end) does
// not close there.
func (n *nameFinder) openBracket(start, end int) bool {
	open := 0
	for i := start; i < end; i++ {
		switch n.l.Rune(i) {
		case '(':
			open++
		case ')':
			open--
		}
	}
	return open != 0
}

// spanEnd gives the end of the run of small words at token i, as far as a person
// could be named behind it: at most four.
func (n *nameFinder) spanEnd(i int) int {
	k := i
	for k < len(n.l.Toks) && k < i+4 && n.l.Is(k, lang.Lower) {
		k++
	}
	return k
}

// syllable reports whether two words of a name are short syllables with one vowel,
// as the parts of Chinese, Korean and Vietnamese names are: Тан Мей | Лин.
func (n *nameFinder) syllable(a, b element) bool {
	if n.tag != "ru" || n.placeAt(b) {
		return false
	}
	for _, e := range [...]element{a, b} {
		w := n.l.Fold(e.start)
		if e.initial || e.end > e.start+1 || atLeast(w, 6) || n.l.Is(e.start, lang.Upper) {
			return false
		}
		vowels := 0
		for _, r := range w {
			if strings.ContainsRune("аеиоуыэюяё", r) {
				vowels++
			}
		}
		if vowels > 2 || atLeast(w, 5) && vowels > 1 {
			return false
		}
	}
	return true
}

// bodyGoesOn reports whether a Russian run ends with an adjective in an
// oblique case whose noun follows in small letters: «Коллегии Евразийской
// экономической комиссии» names no one.
func (n *nameFinder) bodyGoesOn(last element, s lang.Sentence) bool {
	if last.end >= s.Last || !n.l.Is(last.end, lang.Lower) || !n.adjective(last.start) {
		return false
	}
	w := n.l.Fold(last.start)
	for _, e := range [...]string{"ого", "его", "ому", "ему", "ой", "ей", "ых", "их", "ым", "им"} {
		if strings.HasSuffix(w, e) {
			for k := last.end; k < min(s.Last, last.end+3); k++ {
				if n.l.Has(k, n.orgHead) && n.orgHead != 0 || n.placeLow != 0 && n.l.Has(k, n.placeLow) {
					return true
				}
				if !n.adjective(k) {
					return false
				}
			}
		}
	}
	return false
}

// thingOrBody reports whether a Russian run without initials names a body or a
// thing: сообщает Agence France-Presse, представитель Philips.
func (n *nameFinder) thingOrBody(r *personRun) bool {
	if r.initials > 0 {
		return false
	}
	return n.latinAlone(r.els, r.titled) || !r.given && (n.ofIcon(r) || n.bodyGoesOn(r.last, r.s) || n.calledByPlace(r) || n.nameOfThing(r.els, r.s, r.shouting))
}

// ofIcon reports whether a Russian run without a surname names what is called after a
// feast or a saint, or the noun of such a thing before it: «Дня Победы», «иконы Божией
// Матери».
func (n *nameFinder) ofIcon(r *personRun) bool {
	i := r.els[0].start
	return !r.titled && (n.l.Plays(i, n.r.patronized) || i > r.s.First && len(r.els) > 1 && n.l.Plays(i-1, n.r.patronized) && !n.surnamed(r.last) && !n.isGiven(r.els[0]))
}

// calledByPlace reports whether a Russian run ends with the adjective of
// a place that agrees with an instrument or an event behind it: «авторы Нукусской
// декларации», «подписана Маракешская конвенция».
func (n *nameFinder) calledByPlace(r *personRun) bool {
	i, k := r.last.start, r.last.end
	if r.words > 2 || k != i+1 || k >= r.s.Last || !n.l.Is(k, lang.Lower) || !n.instrumentOrEvent(k) {
		return false
	}
	w := n.l.Fold(i)
	return strings.Contains(w, "ск") && (r.words == 1 || !strings.HasSuffix(w, "ий")) && agreesWith(w, n.l.Fold(k))
}

// agreeing are the endings of a Russian adjective in the singular and those of the nouns
// that it agrees with.
var agreeing = [...][2]string{{"ую", "юуь"}, {"ой", "иеый"}, {"ая", "яаь"}, {"ого", "ая"}, {"ому", "ую"}, {"ым", "м"}, {"им", "м"}, {"ом", "еи"}}

// agreesWith reports whether a folded Russian adjective in the singular can agree with
// the folded noun behind it.
func agreesWith(w, noun string) bool {
	for _, e := range agreeing {
		if strings.HasSuffix(w, e[0]) && strings.ContainsRune(e[1], lastRune(noun)) {
			return true
		}
	}
	return (strings.HasSuffix(w, "ий") || strings.HasSuffix(w, "ый")) && !strings.ContainsRune("аеёиоуыэюя", lastRune(noun))
}

// instrumentOrEvent reports whether the noun of an instrument or an event stands at
// token k.
func (n *nameFinder) instrumentOrEvent(k int) bool {
	return n.instrument != 0 && n.l.Has(k, n.instrument) || n.event != 0 && n.l.Has(k, n.event)
}
