package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// namedPeoples proposes the peoples no list has that a Russian noun for peoples
// names behind it: «народ огиек», «племени самбуру», «народности бакавели». The
// word is no common one: it has no case, or it is a plural of peoples (-цы).
func (n *nameFinder) namedPeoples(s lang.Sentence) {
	if n.ethnos == 0 {
		return
	}
	n.sharingPeoples(s)
	for i := s.First; i+1 < s.Last; i++ {
		if !n.l.Has(i, n.ethnos) {
			continue
		}
		k := i + 1
		if t := &n.l.Toks[k]; !t.Is(lang.Lower) || !t.Is(lang.Cyrillic) || n.taken[k] || n.l.Has(k, n.gazGroup) || n.l.Has(k, n.moreGroup) || n.npStop != 0 && n.l.Has(k, n.npStop) || n.verbal(k) {
			continue
		}
		if name := peopleByShape(n.l.Fold(k)); name != "" {
			n.propose(candidate{class: lang.GroupChunk, start: k, end: k + 1, score: scoreKnown - 10, name: name, rule: "people.named"})
		}
	}
}

// sharingPeoples proposes the peoples no list has that a Russian sentence gives a
// share of the population: «бонгони и баджуни составляют большинство жителей»,
// «самбуру составляют 40 % населения». Only words that have no case are taken, for
// women, children and teachers make up a share too.
func (n *nameFinder) sharingPeoples(s lang.Sentence) {
	if n.tag != "ru" || n.share == 0 {
		return
	}
	for i := s.First + 1; i+1 < s.Last; i++ {
		if !n.l.Has(i, n.share) {
			continue
		}
		if n.ofPopulation(max(s.First, i-4), i) { // большинство жителей составляют баджуни
			n.caselessPeople(i+1, s)
			if k := i + 2; k+1 < s.Last && n.l.Fold(k) == "и" {
				n.caselessPeople(k+1, s)
			}
			continue
		}
		if !n.ofPopulation(i+1, min(s.Last, i+8)) {
			continue
		}
		n.caselessPeople(i-1, s)
		if k := i - 2; k > s.First && n.l.Fold(k) == "и" {
			n.caselessPeople(k-1, s)
		}
	}
}

// ofPopulation reports whether the population or those who live there stand in the
// genitive in the tokens [i, to), before any comma.
func (n *nameFinder) ofPopulation(i, to int) bool {
	for k := i; k < to && n.l.Rune(k) != ','; k++ {
		if n.l.Plays(k, n.r.populace) {
			return true
		}
	}
	return false
}

// caselessPeople proposes the word at token i as a people where no list has it and
// its ending has no case.
func (n *nameFinder) caselessPeople(i int, s lang.Sentence) {
	t := &n.l.Toks[i]
	if !t.Is(lang.Word) || !t.Is(lang.Cyrillic) || n.taken[i] || t.Is(lang.Cap) && i > s.First || t.Is(lang.Upper) || n.l.Has(i, n.gazGroup) || n.l.Has(i, n.moreGroup) || n.npStop != 0 && n.l.Has(i, n.npStop) {
		return
	}
	w := n.l.Fold(i)
	if !atLeast(w, 5) {
		return
	}
	caseless := false
	for _, end := range [...]string{"ани", "они", "уни"} { // no plural of persons ends so
		caseless = caseless || strings.HasSuffix(w, end)
	}
	if !caseless && (strings.HasSuffix(w, "цы") || peopleByShape(w) != w) {
		return
	}
	n.propose(candidate{class: lang.GroupChunk, start: i, end: i + 1, score: scoreKnown - 10, name: w, rule: "people.share"})
}

// peopleByShape gives the name of a people in the nominative plural for a word
// that has no case or is a plural of peoples; "" for other words.
func peopleByShape(w string) string {
	if !atLeast(w, 3) {
		return ""
	}
	for _, x := range [...][2]string{{"цев", "цы"}, {"цам", "цы"}, {"цами", "цы"}, {"цах", "цы"}, {"цы", "цы"}} {
		if s, ok := strings.CutSuffix(w, x[0]); ok && atLeast(s, 3) {
			return s + x[1]
		}
	}
	for _, end := range [...]string{"ому", "ему", "ому", "ую", "ою", "ею", "ого", "его", "но", "ло", "ко", "во", "то", "ии", "ей", "ой", "ку", "ству", "тву", "нию"} {
		if strings.HasSuffix(w, end) {
			return ""
		}
	}
	switch w {
	case "как", "так", "лишь", "либо", "пока", "что", "это", "его", "еще", "уже", "тоже", "всему", "никак", "снаружи", "внутри", "почти":
		return ""
	}
	before, last := []rune(w)[utf8.RuneCountInString(w)-2], lastRune(w)
	switch {
	case strings.ContainsRune("уоэ", last), last == 'и' && strings.ContainsRune("аеоу", before), last == 'я' && before == 'й': // самбуру, мяо, масаи, майя
		return w
	case strings.ContainsRune("кг", last) && strings.ContainsRune("аеёиоуэн", before): // огиек, гаринаг
		return w
	}
	return ""
}

// languageBefore reports whether a word that names a people and its language
// alike stands where it is the language: «на кечуа», «язык зулу».
func (n *nameFinder) languageBefore(i int, s lang.Sentence) bool {
	if i == s.First {
		return false
	}
	w := n.l.Fold(i - 1)
	return w == "на" || strings.HasPrefix(w, "язык") || strings.HasPrefix(w, "диалект")
}

// namesPeopleRU decides whether a Russian form names the people itself: an
// adjective does only before a noun for peoples, counted, or at the end of a clause.
func (n *nameFinder) namesPeopleRU(e *lang.Entry, from, to int, s lang.Sentence, noun, ends bool) bool {
	word := n.l.Fold(to - 1)
	for k, f := range e.Forms {
		if k < 3 && lang.Fold(f) == word && strings.HasSuffix(word, "ий") {
			return noun || ends
		}
	}
	if neverPeopleRU(word) {
		return noun
	}
	for _, end := range [...]string{"ский", "ская", "ские", "ских", "скими", "ским", "ского", "ской"} {
		if strings.HasSuffix(word, end) {
			return noun || ends || n.numberBefore(from, s) || from > s.First && n.l.Plays(from-1, n.r.shareOf) && to < s.Last && !n.l.Has(to, lang.Cap)
		}
	}
	return !n.l.Is(from, lang.Cap) || from == s.First
}
