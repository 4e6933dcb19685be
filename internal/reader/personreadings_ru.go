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
	d := declined{rest: rest, cases: out}
	hush := strings.ContainsRune("гкхжшчщ", lastRune(stem))
	switch {
	case strings.ContainsRune("оуэиюые", last):
		d.never(f == w)
	case strings.HasSuffix(f, "ий") && hush || last == 'й' && strings.HasSuffix(stem, "ы"):
		d.asAdjective(w, strings.TrimSuffix(strings.TrimSuffix(stem, "и"), "ы"))
	case last == 'а':
		d.inA(f)
	case last == 'я':
		d.inYa(strings.HasSuffix(stem, "и"))
	case last == 'ь' && gender == 'f':
		d.is(genitiveCase|dativeCase|prepositionalCase, "и")
		d.is(accusativeCase, "ь")
		d.is(instrumentalCase, "ью")
		d.never(f == w) // Айгуль
	case last == 'ь' || last == 'й':
		d.is(genitiveCase|accusativeCase, "я")
		d.is(dativeCase, "ю")
		d.is(instrumentalCase, "ем", "ём")
		d.is(prepositionalCase, "е", "и")
	case gender == 'f':
		d.never(f == w)
	case f != w:
		d.inConsonant(w, f)
	}
	return d.cases
}

// declined gathers the cases that what stands behind the stem of a name may be in.
type declined struct {
	rest  string // what the form has behind the stem
	cases caseSet
}

// is adds the cases c where one of the endings stands behind the stem.
func (d *declined) is(c caseSet, endings ...string) {
	if slices.Contains(endings, d.rest) {
		d.cases |= c
	}
}

// never adds all cases where the form is the nominative of a name that does not decline.
func (d *declined) never(nominative bool) {
	if nominative {
		d.cases = anyCase
	}
}

// asAdjective adds the cases of a name declined like an adjective, whose stem is given:
// Невский – Невского.
func (d *declined) asAdjective(w, stem string) {
	d.rest, _ = strings.CutPrefix(w, stem)
	d.is(genitiveCase|accusativeCase, "ого", "его")
	d.is(dativeCase, "ому", "ему")
	d.is(instrumentalCase, "им", "ым")
	d.is(prepositionalCase, "ом", "ем")
}

// inA adds the cases of the name f in -а; surnames in -ова and the like have one ending
// for four of them: Асановой.
func (d *declined) inA(f string) {
	d.is(genitiveCase, "ы", "и")
	d.is(accusativeCase, "у")
	d.is(dativeCase|prepositionalCase, "е")
	d.is(instrumentalCase, "ой", "ою", "ей", "ею")
	for _, end := range [...]string{"ова", "ева", "ёва", "ина", "ына"} {
		if strings.HasSuffix(f, end) && d.rest == "ой" {
			d.cases |= obliqueCase &^ accusativeCase
		}
	}
}

// inYa adds the cases of a name in -я, which after и has the same ending in more of them:
// Марии.
func (d *declined) inYa(afterI bool) {
	d.is(genitiveCase, "и")
	d.is(accusativeCase, "ю")
	d.is(dativeCase|prepositionalCase, "е")
	if afterI {
		d.is(dativeCase|prepositionalCase, "и")
	}
	d.is(instrumentalCase, "ей", "ею", "ёй")
}

// inConsonant adds the cases of the form w of the name f, which ends in a consonant.
func (d *declined) inConsonant(w, f string) {
	if d.rest, _ = strings.CutPrefix(w, f); d.rest == w {
		return
	}
	d.is(genitiveCase|accusativeCase, "а")
	d.is(dativeCase, "у")
	d.is(instrumentalCase, "ом", "ем", "ым")
	d.is(prepositionalCase, "е")
}

// wordReadings gathers the readings of a word by its ending.
type wordReadings struct {
	w, stem      string // the word, and what stands before its last letter
	last, before rune   // its last letters
	short        bool   // a syllable of an eastern name, of which the last word alone is declined
	out          []nameReading
}

const russianVowels = "аеёиоуыэюя"

// regularReadings gives the readings of a word no list has, by its ending.
func regularReadings(w string) []nameReading {
	last, size := utf8.DecodeLastRuneInString(w)
	r := wordReadings{w: w, stem: w[:len(w)-size], last: last, out: make([]nameReading, 0, 6)} // few have more
	if r.surname() {
		return r.out
	}
	r.before = lastRune(r.stem)
	r.short = !atLeast(w, 4)
	switch {
	case last == 'ь' || last == 'й':
		r.inSoftSign()
	case !strings.ContainsRune(russianVowels, last):
		r.inConsonant()
	case r.short:
		r.add(w, anyCase, 0, weightPossible)
	case last == 'а':
		r.inA()
	case last == 'я':
		r.inYa()
	case last == 'и' || last == 'ы':
		r.inI()
	case last == 'у' || last == 'ю':
		r.inU()
	case last == 'е':
		r.inE()
	default:
		r.add(w, anyCase, 0, weightRegular)
	}
	return r.out
}

// add adds a reading: the word is lemma in one of the cases.
func (r *wordReadings) add(lemma string, cases caseSet, gender byte, weight int) {
	r.out = append(r.out, nameReading{lemma, cases, gender, weight})
}

// afterVowel reports whether a vowel stands before the last letter.
func (r *wordReadings) afterVowel() bool { return strings.ContainsRune(russianVowels, r.before) }

// cut gives the word without an ending, where two letters at least are left.
func (r *wordReadings) cut(end string) (stem string, ok bool) {
	stem, ok = strings.CutSuffix(r.w, end)
	return stem, ok && atLeast(stem, 2)
}

// surname adds the readings of an ending that only surnames have, and reports
// whether the word can be nothing else.
func (r *wordReadings) surname() bool {
	for _, x := range surnameCases[r.last] {
		stem, ok := r.cut(x.end)
		if !ok {
			continue
		}
		if x.masculine != "" {
			r.add(stem+x.masculine, x.casesM, 'm', weightSurname)
		}
		if x.feminine != "" {
			r.add(stem+x.feminine, x.casesF, 'f', weightSurname)
		}
		if strings.HasSuffix(x.end, "ной") || strings.HasSuffix(x.end, "вой") { // Хавьером Урбиной
			r.add(stem+x.feminine, instrumentalCase, 'm', weightPossible-3)
		}
		return x.casesM == obliqueCase || x.only
	}
	return false
}

// inConsonant: Мюллер, Шнайдер, with its instrumental.
func (r *wordReadings) inConsonant() {
	r.add(r.w, nominativeCase, 'm', weightRegular)
	r.add(r.w, anyCase, 'f', weightPossible)
	if r.short {
		r.add(r.w, anyCase, 0, weightPossible)
		return
	}
	if s, ok := r.cut("ом"); ok {
		r.add(s, instrumentalCase, 'm', weightRegular)
	}
	if s, ok := r.cut("ем"); ok {
		switch end := lastRune(s); {
		case strings.ContainsRune(russianVowels, end):
			r.add(s+"й", instrumentalCase, 'm', weightRegular)
		case strings.ContainsRune("жшчщц", end):
			r.add(s, instrumentalCase, 'm', weightRegular)
		default:
			r.add(s+"ь", instrumentalCase, 'm', weightRegular-1)
		}
	}
}

// inSoftSign reads a word in -ь: Игорь, Айгуль, which no woman's name changes in; -ью of
// others.
func (r *wordReadings) inSoftSign() {
	r.add(r.w, nominativeCase, 'm', weightRegular)
	r.add(r.w, anyCase, 'f', weightPossible)
	if s, ok := r.cut("ой"); ok {
		r.add(s+"а", instrumentalCase, 0, weightRegular)
	}
	if s, ok := r.cut("ей"); ok {
		r.add(s+"я", instrumentalCase, 0, weightPossible)
	}
}

// inA reads a word in -а: Анна, or Асана of Асан.
func (r *wordReadings) inA() {
	if iberianEnd(r.w) {
		r.add(r.w, nominativeCase, 0, weightSurname)
	}
	r.add(r.w, nominativeCase, 'f', weightPossible+2)
	r.add(r.w, nominativeCase, 'm', weightPossible-1)
	if r.afterVowel() {
		r.add(r.w, anyCase, 0, weightPossible+2) // Дюбуа
	} else {
		r.add(r.stem, genitiveCase|accusativeCase, 'm', weightPossible+2)
	}
}

// inYa reads a word in -я: Мария, or Игоря of Игорь, Сергея of Сергей.
func (r *wordReadings) inYa() {
	r.add(r.w, nominativeCase, 0, weightPossible+1)
	if r.before == 'и' { // Аслану Бжания
		r.add(r.w, anyCase, 0, weightPossible+3)
	} else if iberianEnd(r.w) {
		r.add(r.w, nominativeCase, 0, weightSurname)
	}
	if r.afterVowel() {
		r.add(r.stem+"й", genitiveCase|accusativeCase, 'm', weightPossible+2)
	} else {
		r.add(r.stem+"ь", genitiveCase|accusativeCase, 'm', weightPossible+1)
	}
}

// inI reads a word in -и or -ы: Анны of Анна, Марии of Мария.
func (r *wordReadings) inI() {
	if r.last == 'ы' {
		r.add(r.stem+"а", genitiveCase, 0, weightRegular)
		r.add(r.w, anyCase, 0, 2)
		return
	}
	r.add(r.w, anyCase, 0, weightPossible+1)
	switch {
	case r.before == 'и':
		r.add(r.stem+"я", genitiveCase|dativeCase|prepositionalCase, 0, weightRegular)
	case r.before == 'ь': // Мансильи
		r.add(r.stem+"я", genitiveCase, 0, weightRegular)
	case strings.ContainsRune("гкхжшчщ", r.before):
		r.add(r.stem+"а", genitiveCase, 0, weightPossible)
	case !r.afterVowel():
		r.add(r.stem+"я", genitiveCase, 0, weightPossible-1)
	}
}

// inU reads a word in -у or -ю: Асану of Асан, Анну of Анна.
func (r *wordReadings) inU() {
	if r.last == 'у' {
		r.add(r.w, anyCase, 0, weightPossible-3)
		if !r.afterVowel() {
			r.add(r.stem, dativeCase, 'm', weightPossible+2)
			r.add(r.stem+"а", accusativeCase, 0, weightPossible)
		}
		return
	}
	r.add(r.w, anyCase, 0, weightPossible-2)
	if r.afterVowel() {
		r.add(r.stem+"й", dativeCase, 'm', weightPossible+2)
	} else {
		r.add(r.stem+"ь", dativeCase, 'm', weightPossible+1)
	}
	r.add(r.stem+"я", accusativeCase, 0, weightPossible)
}

// inE reads a word in -е: Анне of Анна, Асане of Асан; -дзе and a vowel before are the name
// itself.
func (r *wordReadings) inE() {
	if strings.HasSuffix(r.w, "дзе") || r.afterVowel() {
		r.add(r.w, anyCase, 0, weightSurname)
		return
	}
	r.add(r.stem+"а", dativeCase|prepositionalCase, 0, weightPossible)
	r.add(r.w, anyCase, 0, weightPossible)
	r.add(r.stem, prepositionalCase, 'm', weightPossible-1)
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
	if atLeast(w, 6) || strings.ContainsRune("аеёиоуыэюяьй", lastRune(w)) {
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

// surnameCase is an ending of surnames in a case, with what it is in the nominative of a
// man's and a woman's.
type surnameCase struct {
	end                 string
	masculine, feminine string
	casesM, casesF      caseSet
	only                bool
}
