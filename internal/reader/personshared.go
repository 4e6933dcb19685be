package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// ofShared gives the one of several persons with one Russian surname whom the
// surname alone means at the tokens [start, end), where list[first] is the one
// told of last. A surname in a consonant that is declined is a man's, and the
// past tense behind a nominative tells the gender; of those that fit the one
// named last before the tokens is meant. What may be the genitive of a man's
// surname is the nominative of a woman's where a verb tells of her: «Смирнова
// сказала».
func (n *nameFinder) ofShared(first int, fold string, start, end int) int {
	list := n.people.list
	found := list[first].entity
	if n.tag != "ru" {
		return n.sharedEN(first, fold, start)
	}
	if own := n.foldedSlice(start, end); own != fold && n.womanActs(start, end) {
		for i := len(list) - 1; i >= max(0, len(list)-window); i-- {
			if k := &list[i]; k.hasSurname(own) && n.p.doc.entities[k.entity].gender != 'm' {
				return k.entity
			}
		}
	}
	var room [8]int
	same := room[:0]
	for i := first; i >= max(0, len(list)-window) && len(same) < len(room); i-- {
		if k := &list[i]; k.entity != found || len(same) == 0 {
			if k.hasSurname(fold) && !slices.Contains(same, k.entity) {
				same = append(same, k.entity)
			}
		}
	}
	if len(same) < 2 {
		return found
	}
	var gender byte
	if n.foldedSlice(start, end) != fold {
		gender = 'm'
	} else if gender = n.pastGender(end); gender == 0 && start > 0 && n.say != 0 && n.l.Has(start-1, n.say) {
		gender = n.pastGender(start - 1)
	}
	if gender != 0 {
		fits := slices.DeleteFunc(slices.Clone(same), func(e int) bool {
			g := n.p.doc.entities[e].gender
			return g != 0 && g != gender
		})
		if len(fits) > 0 {
			same = fits
		}
	}
	if len(same) == 1 {
		return same[0]
	}
	for _, k := range slices.Backward(n.p.mentionsIn(lang.PersonChunk, 0, start)) {
		if m := &n.p.mens[k]; m.start < start && slices.Contains(same, m.entity) && n.p.doc.entities[m.entity].kind == read.Person {
			return m.entity
		}
	}
	return same[0]
}

// womanActs reports whether a Russian surname at the tokens [start, end) that a noun
// before it cannot govern has a verb in the past tense of a woman right behind it; not
// «книга Смирнова вышла».
func (n *nameFinder) womanActs(start, end int) bool {
	return n.pastGender(end) == 'f' && (start == 0 || !n.l.Is(start-1, lang.Word) || n.funcWord != 0 && n.l.Has(start-1, n.funcWord))
}

// hasSurname reports whether a folded word is a whole word of a name of several,
// not the first of them but where surnames stand first.
func (k *knownPerson) hasSurname(fold string) bool {
	for i, w := range k.words {
		if (i > 0 || k.eastern) && !w.initial && w.fold == fold {
			return true
		}
	}
	return false
}

// calledByFather gives the one person of the text whom a Russian given name and
// patronymic mean, where given name and surname were told before: «Жылдыз
// Асановна» of Жылдыз Мамасыдыкова.
func (n *nameFinder) calledByFather(els []element, keys []nameWord, gender byte) (int, bool) {
	if n.tag != "ru" || len(els) != 2 || len(keys) != 2 || keys[0].initial || !n.isPatronymic(els[1]) {
		return 0, false
	}
	found := -1
	list := n.people.list
	for i := max(0, len(list)-window); i < len(list); i++ {
		k := &list[i]
		if len(k.words) != 2 || k.words[0].initial || k.words[0].fold != keys[0].fold || patronymic(k.words[1].fold) {
			continue
		}
		if g := n.p.doc.entities[k.entity].gender; g != 0 && gender != 0 && g != gender || found >= 0 && found != k.entity {
			return 0, false
		}
		found = k.entity
	}
	return found, found >= 0
}

// patronymic reports whether a folded word is a Russian patronymic in the nominative.
func patronymic(w string) bool {
	for _, end := range [...]string{"ович", "евич", "овна", "евна", "ична"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
