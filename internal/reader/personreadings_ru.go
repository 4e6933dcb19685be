package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// caseSet is a set of the six Russian cases.
type caseSet uint8

const (
	nominativeCase caseSet = 1 << iota
	genitiveCase
	accusativeCase
	dativeCase
	instrumentalCase
	prepositionalCase

	anyCase     = nominativeCase | genitiveCase | accusativeCase | dativeCase | instrumentalCase | prepositionalCase
	obliqueCase = anyCase &^ nominativeCase
)

// nameReading is one way to read a word of a Russian name: its nominative, the
// cases and the gender (0 for either) it may then have, and how likely that is.
type nameReading struct {
	lemma  string
	cases  caseSet
	gender byte
	weight int
}

// Weights of the readings of a word: a list has the name, an ending that only
// surnames have, a regular ending, an ending that several declensions share.
const (
	weightListed   = 30
	weightStem     = 20
	weightSurname  = 14
	weightRegular  = 10
	weightPossible = 6
	weightAgainst  = -30 // a word that fits neither case nor gender
)

// casesOf gives the cases in which a name with the folded nominative f has the
// folded form w; gender 'f' tells that a name in a consonant does not decline.
// The endings are those of Грамматический словарь (Зализняк).
func casesOf(f, w string, gender byte) (out caseSet) {
	if f == w {
		out = nominativeCase
	}
	last, size := utf8.DecodeLastRuneInString(f)
	stem := f[:len(f)-size]
	rest, ok := strings.CutPrefix(w, stem)
	if !ok {
		return out
	}
	hush := strings.ContainsRune("гкхжшчщ", lastRune(stem))
	is := func(c caseSet, forms ...string) {
		if slices.Contains(forms, rest) {
			out |= c
		}
	}
	switch {
	case strings.ContainsRune("оуэиюые", last):
		if f == w {
			out = anyCase
		}
	case strings.HasSuffix(f, "ий") && hush || last == 'й' && strings.HasSuffix(stem, "ы"):
		adj := strings.TrimSuffix(strings.TrimSuffix(stem, "и"), "ы")
		rest, _ = strings.CutPrefix(w, adj)
		is(genitiveCase|accusativeCase, "ого", "его")
		is(dativeCase, "ому", "ему")
		is(instrumentalCase, "им", "ым")
		is(prepositionalCase, "ом", "ем")
	case last == 'а':
		is(genitiveCase, "ы", "и")
		is(accusativeCase, "у")
		is(dativeCase|prepositionalCase, "е")
		is(instrumentalCase, "ой", "ою", "ей", "ею")
		for _, end := range [...]string{"ова", "ева", "ёва", "ина", "ына"} {
			if strings.HasSuffix(f, end) && rest == "ой" {
				out |= obliqueCase &^ accusativeCase
			}
		}
	case last == 'я':
		is(genitiveCase, "и")
		is(accusativeCase, "ю")
		is(dativeCase|prepositionalCase, "е")
		if strings.HasSuffix(stem, "и") {
			is(dativeCase|prepositionalCase, "и")
		}
		is(instrumentalCase, "ей", "ею", "ёй")
	case last == 'ь' && gender == 'f':
		is(genitiveCase|dativeCase|prepositionalCase, "и")
		is(accusativeCase, "ь")
		is(instrumentalCase, "ью")
		if f == w {
			out = anyCase // Айгуль
		}
	case last == 'ь' || last == 'й':
		is(genitiveCase|accusativeCase, "я")
		is(dativeCase, "ю")
		is(instrumentalCase, "ем", "ём")
		is(prepositionalCase, "е", "и")
	case gender == 'f':
		if f == w {
			out = anyCase
		}
	default:
		rest, _ = strings.CutPrefix(w, f)
		if f == w || rest == w {
			break
		}
		is(genitiveCase|accusativeCase, "а")
		is(dativeCase, "у")
		is(instrumentalCase, "ом", "ем", "ым")
		is(prepositionalCase, "е")
	}
	return out
}

// regularReadings gives the readings of a word no list has, by its ending.
func regularReadings(w string) []nameReading {
	out := make([]nameReading, 0, 6) // few have more
	add := func(lemma string, cases caseSet, gender byte, weight int) {
		out = append(out, nameReading{lemma, cases, gender, weight})
	}
	for _, x := range surnameCases[lastRune(w)] {
		stem, ok := strings.CutSuffix(w, x.end)
		if !ok || utf8.RuneCountInString(stem) < 2 {
			continue
		}
		if x.masculine != "" {
			add(stem+x.masculine, x.casesM, 'm', weightSurname)
		}
		if x.feminine != "" {
			add(stem+x.feminine, x.casesF, 'f', weightSurname)
		}
		if strings.HasSuffix(x.end, "ной") || strings.HasSuffix(x.end, "вой") { // Хавьером Урбиной
			add(stem+x.feminine, instrumentalCase, 'm', weightPossible-3)
		}
		if x.casesM == obliqueCase || x.only {
			return out
		}
		break
	}
	last, size := utf8.DecodeLastRuneInString(w)
	stem := w[:len(w)-size]
	before := lastRune(stem)
	short := utf8.RuneCountInString(w) < 4 // syllables of eastern names, which their last word alone declines
	vowel := strings.ContainsRune("аеёиоуыэюя", before)
	switch {
	case !strings.ContainsRune("аеёиоуыэюяйь", last): // Мюллер, Шнайдер
		add(w, nominativeCase, 'm', weightRegular)
		add(w, anyCase, 'f', weightPossible)
		if short {
			add(w, anyCase, 0, weightPossible)
		}
		if s, ok := strings.CutSuffix(w, "ом"); ok && !short && utf8.RuneCountInString(s) > 1 {
			add(s, instrumentalCase, 'm', weightRegular)
		}
		if s, ok := strings.CutSuffix(w, "ем"); ok && !short && utf8.RuneCountInString(s) > 1 {
			if strings.ContainsRune("аеёиоуыэюя", lastRune(s)) {
				add(s+"й", instrumentalCase, 'm', weightRegular)
			} else if strings.ContainsRune("жшчщц", lastRune(s)) {
				add(s, instrumentalCase, 'm', weightRegular)
			} else {
				add(s+"ь", instrumentalCase, 'm', weightRegular-1)
			}
		}
	case last == 'ь' || last == 'й':
		add(w, nominativeCase, 'm', weightRegular)
		add(w, anyCase, 'f', weightPossible)
		if s, ok := strings.CutSuffix(w, "ой"); ok && utf8.RuneCountInString(s) > 1 {
			add(s+"а", instrumentalCase, 0, weightRegular)
		}
		if s, ok := strings.CutSuffix(w, "ей"); ok && utf8.RuneCountInString(s) > 1 {
			add(s+"я", instrumentalCase, 0, weightPossible)
		}
	case short:
		add(w, anyCase, 0, weightPossible)
	case last == 'а':
		if iberianEnd(w) {
			add(w, nominativeCase, 0, weightSurname)
		}
		add(w, nominativeCase, 'f', weightPossible+2)
		add(w, nominativeCase, 'm', weightPossible-1)
		if vowel {
			add(w, anyCase, 0, weightPossible+2) // Дюбуа
		} else {
			add(stem, genitiveCase|accusativeCase, 'm', weightPossible+2)
		}
	case last == 'я':
		add(w, nominativeCase, 0, weightPossible+1)
		if before == 'и' { // Аслану Бжания
			add(w, anyCase, 0, weightPossible+3)
		} else if iberianEnd(w) {
			add(w, nominativeCase, 0, weightSurname)
		}
		if vowel {
			add(stem+"й", genitiveCase|accusativeCase, 'm', weightPossible+2)
		} else {
			add(stem+"ь", genitiveCase|accusativeCase, 'm', weightPossible+1)
		}
	case last == 'ы':
		add(stem+"а", genitiveCase, 0, weightRegular)
		add(w, anyCase, 0, 2)
	case last == 'и':
		add(w, anyCase, 0, weightPossible+1)
		if before == 'и' {
			add(stem+"я", genitiveCase|dativeCase|prepositionalCase, 0, weightRegular)
		} else if before == 'ь' { // Мансильи
			add(stem+"я", genitiveCase, 0, weightRegular)
		} else if strings.ContainsRune("гкхжшчщ", before) {
			add(stem+"а", genitiveCase, 0, weightPossible)
		} else if !vowel {
			add(stem+"я", genitiveCase, 0, weightPossible-1)
		}
	case last == 'у':
		add(w, anyCase, 0, weightPossible-3)
		if !vowel {
			add(stem, dativeCase, 'm', weightPossible+2)
			add(stem+"а", accusativeCase, 0, weightPossible)
		}
	case last == 'ю':
		add(w, anyCase, 0, weightPossible-2)
		if vowel {
			add(stem+"й", dativeCase, 'm', weightPossible+2)
		} else {
			add(stem+"ь", dativeCase, 'm', weightPossible+1)
		}
		add(stem+"я", accusativeCase, 0, weightPossible)
	case last == 'е' && (strings.HasSuffix(w, "дзе") || vowel):
		add(w, anyCase, 0, weightSurname)
	case last == 'е':
		add(stem+"а", dativeCase|prepositionalCase, 0, weightPossible)
		add(w, anyCase, 0, weightPossible)
		add(stem, prepositionalCase, 'm', weightPossible-1)
	default:
		add(w, anyCase, 0, weightRegular)
	}
	return out
}

// iberianEnd reports whether a word ends as surnames from Spain and Portugal do in the
// nominative and nothing else in the genitive: Перейра, Мансилья.
func iberianEnd(w string) bool {
	for _, end := range [...]string{"ейра", "ойра", "арра", "илья", "унья", "инья", "анья", "аведра", "агуа"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	return false
}

// syllableReadings gives the readings of the last word of a name whose surname
// stands first, where it is a syllable in -й in the dative or, of three words, in
// the genitive: «Нгуен Ван Тою», «Нгуен Ван Тоя».
func syllableReadings(w string, words int) []nameReading {
	if utf8.RuneCountInString(w) != 3 {
		return nil
	}
	last, size := utf8.DecodeLastRuneInString(w)
	stem := w[:len(w)-size]
	if !strings.ContainsRune("аоуэ", lastRune(stem)) {
		return nil
	}
	switch {
	case last == 'ю':
		return []nameReading{{stem + "й", dativeCase, 'm', weightRegular}}
	case last == 'я' && (words > 2 || lastRune(stem) == 'э'): // Ван Лэя
		return []nameReading{{stem + "й", genitiveCase | accusativeCase, 'm', weightRegular}}
	}
	return nil
}

// oneSyllable reports whether a short word has one vowel and ends in a consonant,
// as the parts of Korean and Chinese names do.
func oneSyllable(w string) bool {
	if utf8.RuneCountInString(w) > 5 || strings.ContainsRune("аеёиоуыэюяьй", lastRune(w)) {
		return false
	}
	vowels := 0
	for _, r := range lang.Fold(w) {
		if strings.ContainsRune("аеёиоуыэюя", r) {
			vowels++
		}
	}
	return vowels == 1
}

// surnameCases are the endings of surnames and patronymics that tell case and
// gender, by their last letter; only those whose word can be nothing else are final.
var surnameCases = func() map[rune][]surnameCase {
	out := map[rune][]surnameCase{}
	add := func(end, m string, cm caseSet, f string, cf caseSet, only bool) {
		last := lastRune(end)
		out[last] = append(out[last], surnameCase{end, m, f, cm, cf, only})
	}
	const gen, oblF = genitiveCase | accusativeCase, obliqueCase &^ accusativeCase
	for _, p := range [...]string{"ов", "ев", "ёв"} {
		add(p+"ичем", p+"ич", instrumentalCase, "", 0, true)
		add(p+"ича", p+"ич", gen, "", 0, true)
		add(p+"ичу", p+"ич", dativeCase, "", 0, true)
		add(p+"иче", p+"ич", prepositionalCase, "", 0, true)
		add(p+"ич", p+"ич", nominativeCase, p+"ич", anyCase, true)
		add(p+"ной", "", 0, p+"на", instrumentalCase, true)
		add(p+"ны", "", 0, p+"на", genitiveCase, true)
		add(p+"не", "", 0, p+"на", dativeCase|prepositionalCase, true)
		add(p+"ну", "", 0, p+"на", accusativeCase, true)
		add(p+"на", "", 0, p+"на", nominativeCase, true)
	}
	for _, p := range [...]string{"ов", "ев", "ёв", "ин", "ын"} {
		add(p+"ым", p, instrumentalCase, "", 0, true)
		add(p+"ой", "", 0, p+"а", oblF, true)
		add(p+"ою", "", 0, p+"а", instrumentalCase, true)
		add(p+"у", p, dativeCase, p+"а", accusativeCase, true)
		add(p+"е", p, prepositionalCase, "", 0, p != "ин" && p != "ын")
		add(p+"а", p, gen, p+"а", nominativeCase, true)
		add(p, p, nominativeCase, p, anyCase, p != "ин" && p != "ын")
	}
	add("зода", "зода", anyCase, "зода", anyCase, true) // Tajik surnames of either sex
	add("зоды", "зода", genitiveCase, "зода", genitiveCase, true)
	add("зоде", "зода", dativeCase|prepositionalCase, "зода", dativeCase|prepositionalCase, true)
	add("зоду", "зода", accusativeCase, "зода", accusativeCase, true)
	add("зодой", "зода", instrumentalCase, "зода", instrumentalCase, true)
	for _, p := range [...]string{"еску", "дзе", "швили", "заде", "оглы", "оглу", "улы", "кызы", "гызы", "уулу", "ых", "их"} {
		add(p, p, anyCase, p, anyCase, true)
	}
	for _, p := range [...]string{"ск", "цк"} {
		add(p+"ого", p+"ий", gen, "", 0, true)
		add(p+"ому", p+"ий", dativeCase, "", 0, true)
		add(p+"им", p+"ий", instrumentalCase, "", 0, true)
		add(p+"ом", p+"ий", prepositionalCase, "", 0, true)
		add(p+"ий", p+"ий", nominativeCase, "", 0, true)
		add(p+"ая", "", 0, p+"ая", nominativeCase, true)
		add(p+"ой", "", 0, p+"ая", oblF, true)
		add(p+"ую", "", 0, p+"ая", accusativeCase, true)
	}
	return out
}()

type surnameCase struct {
	end                 string
	masculine, feminine string
	casesM, casesF      caseSet
	only                bool
}
