package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// placeForm reports whether the word at i can be a case of the name of a place
// the lists have. The lists are found by stem, which also meets forms that no
// name of a place takes: plurals («газ», «делам»), possessives («астанасы»),
// adjectives («қазақстандық»), and abbreviations inside longer words («ақша»).
func (n *nameFinder) placeForm(e *lang.Entry, i int) bool {
	w := n.l.Fold(i)
	for k, f := range e.Folded() {
		if f == w {
			return true
		}
		if strings.ContainsRune(f, ' ') {
			continue
		}
		switch n.tag {
		case "ru":
			if russianPlaceForm(f, w) {
				return true
			}
		case "kk":
			if rest, ok := strings.CutPrefix(w, f); ok && kazakhPlaceEnding(f, rest) && !(allCapitals(e.Forms[k]) && !n.l.Is(i, lang.Upper)) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// russianPlaceForm reports whether w is a singular case of the name f, or any
// case where f is a plural or declined as an adjective.
func russianPlaceForm(f, w string) bool {
	last, _ := utf8.DecodeLastRuneInString(f)
	stem := f[:len(f)-utf8.RuneLen(last)]
	switch last {
	case 'а', 'я', 'ь':
		rest, ok := strings.CutPrefix(w, stem)
		if !ok {
			return false
		}
		switch rest {
		case "", "й", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев":
			return false
		}
		return true
	case 'и', 'у', 'ю', 'э':
		rest, ok := strings.CutPrefix(w, stem) // Сочи and Баку have one form, Ессентуки has a plural's
		switch rest {
		case "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев", "":
			return ok && last == 'и' && atLeast(f, 5)
		}
		return false
	case 'ы', 'й', 'е':
		return true
	case 'о':
		for _, end := range [...]string{"ово", "ево", "ино", "ыно"} {
			if strings.HasSuffix(f, end) {
				return w != stem // Иванов is no case of Иваново
			}
		}
		return false
	}
	rest, ok := strings.CutPrefix(w, f)
	if !ok {
		return true // a fleeting vowel: Орёл, Орла
	}
	switch rest {
	case "ам", "ами", "ах", "ов", "ы", "и":
		return false
	}
	return true
}

// kazakhPlaceEnding reports whether what follows the name of a place in a word
// is a case, or one of the endings made of the locative.
func kazakhPlaceEnding(f, rest string) bool {
	if r, ok := strings.CutPrefix(rest, "н"); ok && (strings.HasSuffix(f, "ы") || strings.HasSuffix(f, "і")) {
		rest = r
	} else if r, ok := strings.CutPrefix(rest, "і"); ok && (strings.HasSuffix(f, "ск") || strings.HasSuffix(f, "рг") || strings.HasSuffix(f, "нг")) && r != "" { // Томскіден
		rest = r
	}
	switch rest {
	case "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "ны", "ні", "ды", "ді", "ты", "ті", "",
		"да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен",
		"дағы", "дегі", "тағы", "тегі":
		return true
	}
	return false
}

// allCapitals reports whether an entry is an abbreviation: АҚШ.
func allCapitals(form string) bool {
	form = strings.TrimPrefix(form, "=")
	for k, r := range form { // the second letter tells it of most
		if k > 0 && unicode.IsLower(r) {
			return false
		}
	}
	return atLeast(form, 2) && strings.ToUpper(form) == form
}

// wordFirst reports whether the word at i opens its sentence and is a common
// word too, so that its capital does not tell a place; a noun for places,
// bodies or offices or a comma with another place behind it does.
func (n *nameFinder) wordFirst(i int, s lang.Sentence) bool {
	if n.placeWord == 0 || !n.l.Has(i, n.placeWord) || !n.opens(i, s) {
		return false
	}
	if n.placeLow != 0 && n.l.Has(i+1, n.placeLow) || n.placeHead != 0 && n.l.Has(i+1, n.placeHead) {
		return false
	}
	if i+1 < s.Last && (n.l.Is(i+1, lang.Cap) || n.l.Has(i+1, n.orgHead) || n.l.Has(i+1, n.office)) {
		return false // Судан үкіметі
	}
	return !(i+2 < s.Last && n.l.Rune(i+1) == ',' && n.placeAt(element{start: i + 2, end: i + 3}))
}

// listedUpper reports whether an entry has a word in capitals as an exact form.
func listedUpper(e *lang.Entry, word string) bool {
	for _, f := range e.Forms {
		if exact, ok := strings.CutPrefix(f, "="); ok && strings.ToUpper(word) == exact {
			return true
		}
	}
	return false
}

// worthy refuses a known name of one capitalised word where a longer word
// form hides a common one: an abbreviation found in small letters.
func (n *nameFinder) worthy(from, to int) bool {
	return !(to == from+1 && n.l.Has(from, n.funcWord) && !n.lettersAlone(from) && !n.headsLine(from)) && !n.money(from, to)
}

// country reports whether the word at i is the name of a state, or of a town that
// is called as its state: Люксембург, Сингапур.
func (n *nameFinder) country(i int) bool {
	ch, ok := n.l.Chunk(i, n.gazPlace)
	if !ok {
		return false
	}
	id := n.l.Entry(ch).Known
	return len(id) == 2 || id != "" && namesakes(n.tag)[id] != ""
}

// sideOf reports whether token i is a capitalised adjective of a side of the
// world: Северная, Центральной.
func (n *nameFinder) sideOf(i int) bool {
	return n.placeSides != 0 && n.l.Is(i, lang.Cap) && n.l.Has(i, n.placeSides)
}
