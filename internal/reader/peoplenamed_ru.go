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

// peopleByShape gives the name of a people in the nominative plural for a word
// that has no case or is a plural of peoples; "" for other words.
func peopleByShape(w string) string {
	if utf8.RuneCountInString(w) < 3 {
		return ""
	}
	for _, x := range [...][2]string{{"цев", "цы"}, {"цам", "цы"}, {"цами", "цы"}, {"цах", "цы"}, {"цы", "цы"}} {
		if s, ok := strings.CutSuffix(w, x[0]); ok && utf8.RuneCountInString(s) > 2 {
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
