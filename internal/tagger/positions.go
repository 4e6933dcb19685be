package tagger

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// positionReach is the most words from a closing quotation mark to the title
// of an office.
const positionReach = 8

//go:embed positions.txt
var positionsFile string

// office is a stem of positions.txt; quoted tells that it counts only behind a
// body in quotation marks.
type office struct {
	stem   string
	quoted bool
}

// officeStems are the stems of positions.txt by their first two letters.
var officeStems = func() map[string][]office {
	by := map[string][]office{}
	for line := range strings.Lines(positionsFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			w, quoted := strings.CutPrefix(w, "-")
			by[w[:4]] = append(by[w[:4]], office{w, quoted})
		}
	}
	return by
}()

// holdsOffice reports whether a word with a possessive ending is one person
// with an office: a stem of positions.txt and at most a possessive and a case.
// quoted lets those count that do so only behind a body in quotation marks.
func holdsOffice(word string, quoted bool) bool {
	w := strings.ToLower(word)
	if len(w) < 4 {
		return false
	}
	for _, o := range officeStems[w[:4]] {
		if !quoted {
			if rest, ok := strings.CutPrefix(w, o.stem); ok && !o.quoted && possessiveAlone(rest) {
				return true
			}
			continue
		}
		if rest, ok := strings.CutPrefix(w, o.stem); ok && utf8.RuneCountInString(rest) <= 5 && !strings.HasPrefix(rest, "лар") && !strings.HasPrefix(rest, "лер") &&
			!strings.HasPrefix(rest, "тер") && !strings.HasPrefix(rest, "тар") && !strings.HasPrefix(rest, "дар") && !strings.HasPrefix(rest, "дер") {
			return true
		}
	}
	return false
}

// possessiveAlone reports whether what follows a stem is the possessive of the
// third person and at most a case: сы, сының, і, імен, but not дігі.
func possessiveAlone(rest string) bool {
	rest = strings.TrimPrefix(rest, "с")
	r, n := utf8.DecodeRuneInString(rest)
	if r != 'ы' && r != 'і' {
		return false
	}
	switch rest[n:] {
	case "", "ның", "нің", "мен", "н", "на", "не", "нан", "нен", "нда", "нде", "нікі", "ндай", "ндей":
		return true
	}
	return false
}

// quotedPositions puts one rule above the model, for KazNERD, which counts the
// body to the position: a body in quotation marks, its head and the title of
// one of its people are one name, «« Хабар » телеарнасы бөлімінің тілшісі».
// Where the quotation opens no model of neighbouring words sees the title.
func (t *Tagger) quotedPositions(words []string) {
	open := -1
	for i, w := range words {
		switch w {
		case "«", "“", "„":
			open = i
			continue
		case "»", "”":
		default:
			continue
		}
		if open < 0 || i-open-1 > longestQuote || i == open+1 {
			open = -1
			continue
		}
		if i+1 < len(words) && directOffice(words[i+1]) { // «Роскосмос» басшысы
			t.label(open, i+2, t.m.position)
		} else if end := t.officeAfter(words, i+1); end > 0 {
			t.label(open, end, t.m.position)
		}
		open = -1
	}
}

// directOffice reports whether a word is the title of one who heads what is named
// right before it, whatever that is: басшысы, директорының.
func directOffice(word string) bool {
	for _, stem := range [...]string{"басшы", "төраға", "директор", "президент"} {
		if rest, ok := strings.CutPrefix(word, stem); ok && possessiveAlone(rest) {
			return true
		}
	}
	return false
}

// officeAfter gives the end of the words from i on, all in lower case, that
// go from the head of a body to a title with a possessive ending, 0 where they
// do not.
func (t *Tagger) officeAfter(words []string, i int) (end int) {
	body := false
	for k := i; k < len(words) && k < i+positionReach; k++ {
		r, _ := utf8.DecodeRuneInString(words[k])
		if !unicode.IsLower(r) && !unicode.IsDigit(r) {
			break
		}
		owned, genitive := possessed(words[k])
		switch {
		case body && owned && holdsOffice(words[k], true):
			end = k + 1
			if !genitive {
				return end
			}
		case owned && (strings.HasPrefix(words[k], "арна") || strings.HasPrefix(words[k], "телеарна") || strings.HasPrefix(words[k], "қожалығ")):
			body = true
		case owned && t.words.known[t.ids[borders+k]].seen.classes&t.m.bodies != 0:
			body = true
		}
	}
	return end
}

// possessed reports whether a Kazakh noun has the ending of a thing owned by a
// third, under any case, and whether that case is the genitive.
func possessed(word string) (owned, genitive bool) {
	w := strings.ToLower(word)
	for _, c := range [...]string{"ның", "нің", "мен", "нан", "нен", "нда", "нде", "на", "не", "н", ""} {
		if rest, ok := strings.CutSuffix(w, c); ok && (strings.HasSuffix(rest, "ы") || strings.HasSuffix(rest, "і")) {
			return utf8.RuneCountInString(rest) > 3, c == "ның" || c == "нің"
		}
	}
	return false, false
}

// label makes one name of the words from start to end, of the class that the
// label begin opens; a name of it that goes on behind keeps its rest, another
// that does loses it.
func (t *Tagger) label(start, end int, begin uint8) {
	inside := begin + 1
	for k := start; k < end; k++ {
		t.out[k] = inside
	}
	t.out[start] = begin
	for k := end; k < len(t.out) && t.out[k] != 0 && t.out[k]%2 == 0 && t.out[k] != inside; k++ {
		t.out[k] = 0
	}
}
