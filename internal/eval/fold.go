package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold makes names comparable: lower case, one space between words, no
// quotation marks, one apostrophe, ё as е, one dash.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch r {
		case '"', '«', '»', '“', '”', '„', '‟', '‹', '›':
			continue
		case '’', '‘', 'ʼ', 'ʻ', '`', '´':
			r = '\''
		case '–', '—', '‑', '−':
			r = '-'
		case 'ё', 'Ё':
			r = 'е'
		case 'ə', 'Ə': // Latin schwa typed for the Cyrillic letter
			r = 'ә'
		}
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Trim(b.String(), ".,;: ")
}

// functionWords say nothing of what a name or title means.
var functionWords = map[string]bool{
	"the": true, "a": true, "an": true, "of": true, "and": true, "for": true, "in": true, "on": true, "to": true, "at": true, "by": true, "with": true, "that": true,
	"и": true, "в": true, "во": true, "на": true, "по": true, "о": true, "об": true, "с": true, "со": true, "для": true, "из": true, "что": true, "к": true, "у": true,
	"және": true, "мен": true, "бен": true, "пен": true, "туралы": true, "деп": true,
}

// words cuts a text into folded words, keeping function words.
func words(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// contentWords is words without function words, unless nothing else is there.
func contentWords(s string) []string {
	all := words(s)
	var out []string
	for _, w := range all {
		if !functionWords[w] {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// sameWord tells whether two folded words are one word, perhaps inflected.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	n := commonPrefix(a, b)
	return n >= 4 && 5*n >= 3*max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
}

// commonPrefix counts the letters with which both words begin.
func commonPrefix(a, b string) (n int) {
	x, y := []rune(a), []rune(b)
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n
}

// overlap is the Dice measure of two word lists, 0 to 1; each word is shared
// at most once.
func overlap(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	used := make([]bool, len(b))
	shared := 0
	// Equal words first, so that an inflected neighbour does not take their place.
	left := a[:0:0]
	for _, w := range a {
		if !take(w, b, used, func(x, y string) bool { return x == y }) {
			left = append(left, w)
			continue
		}
		shared++
	}
	for _, w := range left {
		if take(w, b, used, sameWord) {
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

func take(w string, list []string, used []bool, same func(a, b string) bool) bool {
	for i, v := range list {
		if !used[i] && same(w, v) {
			used[i] = true
			return true
		}
	}
	return false
}

// aliases gives, for a folded name, all folded names of the entities that
// bear it.
type aliases map[string][]string

func aliasesOf(f Facts) aliases {
	a := aliases{}
	for _, list := range [][]Name{f.People, f.Organizations, f.Places, f.Groups} {
		for _, n := range list {
			all := n.folded()
			for _, x := range all {
				a[x] = append(a[x], all...)
			}
		}
	}
	return a
}

// of gives the folded names of what is called name.
func (a aliases) of(name string) []string {
	f := fold(name)
	return append([]string{f}, a[f]...)
}

// folded gives the name and the aliases, folded.
func (n Name) folded() []string {
	all := []string{fold(n.Name)}
	for _, x := range n.Aliases {
		if f := fold(x); f != "" && f != all[0] {
			all = append(all, f)
		}
	}
	return all
}

func shareName(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y && x != "" {
				return true
			}
		}
	}
	return false
}
