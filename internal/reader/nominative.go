package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// surfaceOf gives the name of a gazetteer entry as the text has it, in the
// nominative: in English the words themselves, those of a dateline in the letters
// of the entry (NAIROBI), elsewhere the form of the entry that the text inflects.
func (n *nameFinder) surfaceOf(e *lang.Entry, from, to int) string {
	text := n.l.Slice(from, to)
	if n.tag == "en" && len(text) > 3 && n.l.Is(from, lang.Upper) && text == strings.ToUpper(text) {
		if i := slices.Index(e.Folded(), lang.Fold(text)); i >= 0 {
			return strings.TrimPrefix(e.Forms[i], "=")
		}
	}
	if n.tag == "en" || len(e.Forms) == 0 {
		return text
	}
	if to == from+1 {
		return n.p.formOf(e, n.l.Fold(from))
	}
	return n.p.formOf(e, lang.Fold(text))
}

// bestForm gives the form of an entry nearest to the words of a text: the one
// that shares the longest beginning, the shortest of those.
func bestForm(e *lang.Entry, text string) string {
	return bestFormOf(e, lang.Fold(text))
}

// bestFormOf is bestForm of a folded text.
func bestFormOf(e *lang.Entry, folded string) string {
	forms := e.Folded()
	if i := slices.Index(forms, folded); i >= 0 {
		return strings.TrimPrefix(e.Forms[i], "=")
	}
	best, score := strings.TrimPrefix(e.Forms[0], "="), -1<<20
	for i, g := range forms {
		if s := likeness(g, folded); s > score {
			best, score = strings.TrimPrefix(e.Forms[i], "="), s
		}
	}
	return best
}

// likeness compares two folded names word by word: shared beginnings count
// for, the letters beyond them and a different number of words against.
func likeness(form, text string) (score int) {
	if form == text {
		return 1 << 20
	}
	for form != "" || text != "" {
		f, fs, _ := strings.Cut(form, " ")
		t, ts, _ := strings.Cut(text, " ")
		k := 0
		for k < len(f) && k < len(t) && f[k] == t[k] {
			k++
		}
		for k > 0 && (k < len(f) && !utf8.RuneStart(f[k]) || k < len(t) && !utf8.RuneStart(t[k])) { // half a letter is none
			k--
		}
		score += 4*k - len(f)
		if s, ok := strings.CutSuffix(f, "а"); ok && (joined(t, s, "ы") || joined(t, s, "ой") || joined(t, s, "и") && strings.ContainsRune("гкхжшщч", lastRune(s))) { // Гульнары is of Гульнара, not of Гульнар
			score += 10
		}
		if s, ok := strings.CutSuffix(f, "я"); ok && (joined(t, s, "и") || joined(t, s, "ю") || joined(t, s, "ей")) { // Марии is of Мария, neither of Мари nor of Марин
			score += 10
		}
		if k < 4 {
			score -= 40
		}
		form, text = fs, ts
	}
	return score
}

// joined reports whether a word is stem and ending, without joining them.
func joined(word, stem, ending string) bool {
	return len(word) == len(stem)+len(ending) && word[len(stem):] == ending && word[:len(stem)] == stem
}

// nominativePerson gives the name of a person as words in the nominative.
func (n *nameFinder) nominativePerson(els []element, gender byte) []string {
	words := make([]string, 0, len(els))
	for _, e := range els {
		words = append(words, n.l.Slice(e.start, e.end))
	}
	switch n.tag {
	case "ru":
		n.russianPerson(els, words, gender)
	case "kk":
		if k := len(words) - 1; !els[k].initial {
			words[k] = n.kazakhName(els[k], words[k])
		}
	}
	return words
}

// indeclinable reports whether a given name has one form for all cases.
func indeclinable(name string) bool {
	r, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("оуэиюы", r)
}

// surnameForms are endings of surnames and patronymics with those of their
// nominatives, by their last letter.
var surnameForms = func() map[rune][]surnameForm {
	out := map[rune][]surnameForm{}
	for _, x := range [...]surnameForm{
		{"овичем", "ович", ""}, {"евичем", "евич", ""}, {"овича", "ович", ""}, {"евича", "евич", ""}, {"овичу", "ович", ""}, {"евичу", "евич", ""}, {"овиче", "ович", ""}, {"евиче", "евич", ""},
		{"овной", "", "овна"}, {"евной", "", "евна"}, {"овну", "", "овна"}, {"евну", "", "евна"}, {"овне", "", "овна"}, {"евне", "", "евна"}, {"овны", "", "овна"}, {"евны", "", "евна"},
		{"овым", "ов", ""}, {"евым", "ев", ""}, {"ёвым", "ёв", ""}, {"иным", "ин", ""}, {"ыным", "ын", ""},
		{"овой", "", "ова"}, {"евой", "", "ева"}, {"ёвой", "", "ёва"}, {"иной", "", "ина"}, {"ыной", "", "ына"},
		{"ову", "ов", "ова"}, {"еву", "ев", "ева"}, {"ёву", "ёв", "ёва"}, {"ину", "ин", "ина"}, {"ыну", "ын", "ына"},
		{"ове", "ов", ""}, {"еве", "ев", ""}, {"ине", "ин", ""},
		{"ова", "ов", "ова"}, {"ева", "ев", "ева"}, {"ёва", "ёв", "ёва"}, {"ина", "ин", "ина"},
		{"ского", "ский", ""}, {"скому", "ский", ""}, {"ским", "ский", ""}, {"ском", "ский", ""}, {"ской", "", "ская"}, {"скую", "", "ская"}, {"цкого", "цкий", ""}, {"цкому", "цкий", ""}, {"цким", "цкий", ""},
	} {
		last := lastRune(x.end)
		out[last] = append(out[last], x)
	}
	return out
}()

// surnameForm is an ending of surnames in a case, with what it is in the nominative of a
// man's and a woman's.
type surnameForm struct{ end, masculine, feminine string }

// russianSurname gives the nominative of a surname or patronymic. inflected
// tells that the words beside it are in an oblique case, known that they tell
// the gender and the case at all.
func russianSurname(w string, gender byte, inflected, known bool) string {
	for _, x := range surnameForms[lastRune(w)] {
		stem, ok := strings.CutSuffix(w, x.end)
		if !ok || !atLeast(stem, 2) {
			continue
		}
		switch {
		case x.masculine == "":
			return stem + x.feminine
		case x.feminine == "":
			if gender == 'f' {
				return w
			}
			return stem + x.masculine
		case gender == 'f':
			return stem + x.feminine
		case x.end == x.feminine && !inflected: // Сапарова of a man, or a woman's name
			return w
		case gender == 'm' || inflected || x.end != x.feminine:
			return stem + x.masculine
		}
		return w
	}
	if !inflected || gender == 'f' {
		return w
	}
	// Surnames in a consonant or й: Сагынбая, Беккером.
	for _, x := range [...][2]string{{"ом", ""}, {"ем", ""}, {"а", ""}, {"у", ""}, {"е", ""}} {
		if stem, ok := strings.CutSuffix(w, x[0]); ok && atLeast(stem, 3) {
			r, _ := utf8.DecodeLastRuneInString(stem)
			if strings.ContainsRune("аеёиоуыэюя", r) {
				if x[0] == "ем" {
					return stem + "й"
				}
				continue
			}
			if known {
				return stem
			}
		}
	}
	for _, end := range [...]string{"я", "ю"} {
		if stem, ok := strings.CutSuffix(w, end); ok {
			if r, _ := utf8.DecodeLastRuneInString(stem); strings.ContainsRune("аеёиоуыэ", r) {
				return stem + "й"
			}
		}
	}
	return w
}

// kazakhName takes the case ending off the last word of a name.
func (n *nameFinder) kazakhName(e element, w string) string {
	for _, c := range [...]lang.Class{n.given, n.givenWord, n.surname} {
		if c == 0 {
			continue
		}
		ch, ok := n.l.Chunk(e.start, c)
		if !ok || int(ch.End) != e.end {
			continue
		}
		folded := n.foldOf(e, w)
		f := bestFormOf(n.l.Entry(ch), folded)
		if strings.HasSuffix(w, "н") && f != w && joined(folded, lang.Fold(f), "н") { // Мариян is no case of Мария
			return w
		}
		for _, end := range [...]string{"ова", "ева", "ина", "ов", "ев"} { // Ысқақова is no case of Ысқақов
			if strings.HasSuffix(w, end) && !strings.HasSuffix(f, end) {
				return w
			}
		}
		return f
	}
	return n.p.kazakhNominative(w, e.start > 0 && n.l.Is(e.start-1, lang.Cap))
}

// kazakhCases are case endings, longest first; those of two letters and less
// are taken off only where what is left looks like a surname.
var kazakhCases = []string{"ның", "нің", "дың", "дің", "тың", "тің", "нан", "нен", "дан", "ден", "тан", "тен", "мен", "бен", "пен", "ға", "ге", "қа", "ке", "ны", "ні", "ды", "ді", "ты", "ті", "да", "де", "та", "те"}

var kazakhCaseEnds = fewEndsOf(kazakhCases...)

// kazakhNominative gives the nominative of a name of a person or of a word
// without a possessive; more tells that it is the last of several words.
func kazakhNominative(w string, more bool) string {
	if stem, end, ok := strings.Cut(w, "-"); ok && stem != "" && slices.Contains(kazakhCases, end) { // Абдалла II-мен
		return stem
	}
	if endsAsNoCaseKK(w) {
		return w
	}
	for k := kazakhCaseEnds.next(w, 0); k >= 0; k = kazakhCaseEnds.next(w, k+1) {
		stem, end := kazakhCaseEnds.cut(w, k)
		if !atLeast(stem, 3) {
			continue
		}
		if (end == "ды" || end == "ді") && closesGivenName(w) || !looksSurname(stem) && clashesKK(stem, end) {
			continue
		}
		if r, _ := utf8.DecodeLastRuneInString(stem); (end == "нан" || end == "нен") && !strings.ContainsRune("мнңыі", r) {
			continue // Лехтонен
		}
		if r, _ := utf8.DecodeLastRuneInString(stem); more && (end == "қа" || end == "ке" || end == "ты" || end == "ті") && strings.ContainsRune("кқпстфхцчшщбвгд", r) && atLeast(stem, 4) {
			return stem // Халисқа, Вайткусты
		}
		long := utf8.RuneCountInString(end) == 3 || more && atLeast(stem, 4) && (end == "ді" || end == "ды" || end == "ні" || end == "ны" || end == "ға" || end == "ге")
		if looksSurname(stem) || long && !strings.HasSuffix(w, "хан") && !strings.HasSuffix(w, "жан") {
			return stem
		}
	}
	if s, ok := strings.CutSuffix(w, "на"); ok && (strings.HasSuffix(s, "ұлы") || strings.HasSuffix(s, "қызы")) {
		return s
	}
	if s, ok := strings.CutSuffix(w, "не"); ok && (strings.HasSuffix(s, "ұлы") || strings.HasSuffix(s, "қызы")) {
		return s
	}
	return w
}

// clashesKK reports whether an ablative that begins with т or д cannot stand behind a
// stem: т wants a voiceless letter before it and д none of м, н, ң; and whether the
// last vowel of the stem and that of the ending are of different kinds. So Мартен,
// Хуттен, Брэннан and Султан end as they are called.
func clashesKK(stem, end string) bool {
	switch end {
	case "тан", "тен":
		if !joinsKK(stem, end) {
			return true
		}
	case "дан", "ден":
		if r, _ := utf8.DecodeLastRuneInString(stem); strings.ContainsRune("мнң", r) || !joinsKK(stem, end) {
			return true
		}
	case "нан", "нен":
	default:
		return false
	}
	back := strings.LastIndexAny(stem, "аоұыу")
	front := strings.LastIndexAny(stem, "әеөүіэ")
	other := strings.LastIndexAny(stem, "июяё")
	if strings.HasSuffix(end, "ен") {
		return back > front && back > other
	}
	return front > back && front > other
}

// endsAsNoCaseKK reports whether the last letter of a word closes none of
// kazakhCases.
func endsAsNoCaseKK(w string) bool {
	if len(w) < 2 {
		return true
	}
	switch w[len(w)-2:] {
	case "ң", "н", "а", "е", "ы", "і":
		return false
	}
	return true
}

// bareHead gives the nominative of a noun for bodies that has no possessive
// ("мұрағаттың"), and any other word as it stands.
func (n *nameFinder) bareHead(i int, w string) string {
	ch, ok := n.l.Chunk(i, n.orgHead)
	if side := n.p.know.lists.sideNoun; !ok && side != lang.NoClass {
		ch, ok = n.l.Chunk(i, side) // Үкіметке
	}
	if !ok && (n.l.Plays(i, n.r.namedBody) || strings.HasPrefix(w, "ұйым") && !strings.HasPrefix(w, "ұйымы")) { // … жөніндегі халықаралық ұйымға
		return n.withoutCaseKK(i, w)
	}
	if !ok || int(ch.End) != i+1 {
		return w
	}
	forms := n.l.Entry(ch).Forms
	for _, a := range n.l.Analyses(i) {
		if a.Slots != "gen" && a.Slots != "dat" && a.Slots != "acc" && a.Slots != "loc" && a.Slots != "abl" && a.Slots != "ins" {
			continue
		}
		if slices.Contains(forms, a.Stem) && len(w) > len(a.Suffix) {
			return w[:len(w)-len(a.Suffix)]
		}
	}
	return w
}

// closesGivenName reports whether a name ends in one of the verbs that old
// given names are made of, and that look like an accusative: Есенгелді.
func closesGivenName(w string) bool {
	w = strings.ToLower(w)
	for _, end := range [...]string{"гелді", "келді", "балды", "берді", "ғалды", "қалды", "генді", "тұрды", "болды", "балды"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// kazakhPlace gives the nominative of the last word of a place's name.
func (n *nameFinder) kazakhPlace(i int, w string) string {
	for _, c := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if ch, ok := n.l.Chunk(i, c); c != 0 && ok && int(ch.End) == i+1 {
			return bestForm(n.l.Entry(ch), w)
		}
	}
	if n.kindBehindKK(i) {
		return w
	}
	for k := placeCasesKK.next(w, 0); k >= 0; k = placeCasesKK.next(w, k+1) {
		if stem, _ := placeCasesKK.cut(w, k); (atLeast(stem, 4) || n.l.Rune(i-1) == '-' && atLeast(stem, 3)) && (!strings.HasSuffix(stem, "с") || n.foreignTown(stem)) {
			if s, ok := strings.CutSuffix(stem, "і"); ok && (strings.HasSuffix(s, "ск") || strings.HasSuffix(s, "рг") || strings.HasSuffix(s, "нг")) { // Томскіден
				return s
			}
			return stem
		}
	}
	return w
}

// kindBehindKK reports whether the kind of a Kazakh place stands right behind its name,
// which is in the nominative then: «Ылғыта қаласында».
func (n *nameFinder) kindBehindKK(i int) bool {
	if !n.l.Is(i+1, lang.Lower) {
		return false
	}
	w := n.l.Fold(i + 1)
	for _, kind := range [...]string{"қаласы", "ауылы", "ауданы", "облысы", "кенті", "селосы", "уәлаяты", "өңірі"} {
		if strings.HasPrefix(w, kind) {
			return true
		}
	}
	return false
}

// placeCasesKK are what cases of places end with: Таразда, Тараздың.
var placeCasesKK = fewEndsOf("ның", "нің", "дың", "дің", "тың", "тің", "дағы", "дегі", "тағы", "тегі", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен", "да", "де", "та", "те", "ға", "ге", "қа", "ке")

// looksSurname reports whether a Kazakh stem ends as surnames do: Асанов, Серікұлы, Әлібек.
func looksSurname(stem string) bool {
	for _, end := range [...]string{"ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ина", "ский", "ская", "ұлы", "қызы", "бай", "бек", "хан", "жан", "тай", "ғали", "ко", "дзе", "швили", "ян"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}

// kazakhBody takes the case ending off the last word of a body's or place's
// name, which most often has a possessive before it: министрлігінің.
func kazakhBody(w string) string {
	for k := bodyCasesKK.next(w, 0); k >= 0; k = bodyCasesKK.next(w, k+1) {
		stem, _ := bodyCasesKK.cut(w, k)
		if r, _ := utf8.DecodeLastRuneInString(stem); (r == 'і' || r == 'ы') && atLeast(stem, 4) {
			return stem
		}
	}
	return w
}

// bodyCasesKK are what cases of bodies end with, whose names end as something owned.
var bodyCasesKK = fewEndsOf("ндегі", "ндағы", "нікі", "нің", "ның", "нде", "нда", "нен", "нан", "мен", "не", "на", "н")
