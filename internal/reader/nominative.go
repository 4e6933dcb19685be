package reader

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// surfaceOf gives the name of a gazetteer entry as the text has it, in the
// nominative: in English the words themselves, elsewhere the form of the entry
// that the text inflects.
func (n *nameFinder) surfaceOf(e *lang.Entry, from, to int) string {
	text := n.l.Slice(from, to)
	if n.tag == "en" || len(e.Forms) == 0 {
		return text
	}
	if to == from+1 {
		return bestFormOf(e, n.l.Fold(from))
	}
	return bestForm(e, text)
}

// bestForm gives the form of an entry nearest to the words of a text: the one
// that shares the longest beginning, the shortest of those.
func bestForm(e *lang.Entry, text string) string {
	return bestFormOf(e, lang.Fold(text))
}

// bestFormOf is bestForm of a folded text.
func bestFormOf(e *lang.Entry, folded string) string {
	forms := foldedForms(e)
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
		if s, ok := strings.CutSuffix(f, "а"); ok && (t == s+"ы" || t == s+"ой" || t == s+"и" && strings.ContainsRune("гкхжшщч", lastRune(s))) { // Гульнары is of Гульнара, not of Гульнар
			score += 10
		}
		if s, ok := strings.CutSuffix(f, "я"); ok && (t == s+"и" || t == s+"ю" || t == s+"ей") { // Марии is of Мария, neither of Мари nor of Марин
			score += 10
		}
		if k < 4 {
			score -= 40
		}
		form, text = fs, ts
	}
	return score
}

// formsFolded remembers the folded forms of the entries of the packs, which
// live as long as the program.
var formsFolded sync.Map // *lang.Entry → []string

func foldedForms(e *lang.Entry) []string {
	if v, ok := formsFolded.Load(e); ok {
		return v.([]string)
	}
	out := make([]string, len(e.Forms))
	for i, f := range e.Forms {
		out[i] = lang.Fold(strings.TrimPrefix(f, "="))
	}
	formsFolded.Store(e, out)
	return out
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

// givenForm gives the form of a list of given names nearest to a word, of all
// entries that its stem may belong to: Мария and Мари share one.
func (n *nameFinder) givenForm(e element, c lang.Class, word string) string {
	best, score, folded := "", -1<<30, lang.Fold(word)
	n.l.Chunks(e.start, func(ch lang.Chunk) bool {
		if ch.Class == c && int(ch.End) == e.end {
			f := bestFormOf(n.l.Entry(ch), folded)
			if s := likeness(lang.Fold(f), folded); s > score {
				best, score = f, s
			}
		}
		return true
	})
	return best
}

// russianPerson puts the words of a name into the nominative. A given name of
// the lists tells whether the name is inflected at all.
func (n *nameFinder) russianPerson(els []element, words []string, gender byte) {
	inflected, known := false, false
	for i, e := range els {
		if e.initial || e.particle {
			continue
		}
		for _, c := range [...]lang.Class{n.given, n.givenWord} {
			ch, ok := n.l.Chunk(e.start, c)
			if c == 0 || !ok || int(ch.End) != e.end || !n.isGiven(e) {
				continue
			}
			f := n.givenForm(e, c, words[i])
			if indeclinable(f) && lang.Fold(f) != lang.Fold(words[i]) {
				continue // Эрнеста is no case of Эрнесто
			}
			if lang.Fold(f) == lang.Fold(words[i])+"а" { // Эльнур is no case of Эльнура
				known = true
				break
			}
			known = true
			if lang.Fold(f) != lang.Fold(words[i]) {
				inflected, words[i] = true, f
			}
			break
		}
	}
	if !known && instrumental(words) {
		for i, e := range els {
			if !e.initial && !e.particle {
				words[i] = fromInstrumental(words[i])
			}
		}
		return
	}
	if !known && n.obliqueBefore(els[0].start) {
		inflected = true
		known = strings.HasSuffix(words[0], "а") && strings.HasSuffix(words[len(words)-1], "а") && len(words) > 1 // Самата Ибраева
		if gender == 0 {
			gender = 'm'
		}
	}
	if last := &words[len(words)-1]; len(words) == 2 && utf8.RuneCountInString(words[0]) < 5 && utf8.RuneCountInString(*last) > 5 && !n.isGiven(els[1]) {
		for _, end := range [...]string{"ном", "на", "ну", "не"} { // no Chinese name of several syllables ends so: Си Цзиньпина
			if stem, ok := strings.CutSuffix(*last, end); ok {
				*last = stem + "н"
				return
			}
		}
	}
	if s := obliqueSurname(words[len(words)-1]); s != 0 && !known && len(words) > 1 {
		inflected, known, gender = true, true, 'm' // Сагиту Изтлеуову
	}
	for i, e := range els {
		if e.initial || e.particle || n.isGiven(e) && !n.foreignTo(e) {
			continue
		}
		parts := strings.Split(words[i], "-") // Магомедову-Кюринскую
		if len(parts) > 1 && strings.HasSuffix(words[i], "ую") {
			gender = 'f'
		}
		for k := range parts {
			if len(parts) == 1 || utf8.RuneCountInString(parts[k]) > 5 {
				parts[k] = russianSurname(parts[k], gender, inflected, known)
			}
		}
		words[i] = strings.Join(parts, "-")
	}
}

// indeclinable reports whether a given name has one form for all cases.
func indeclinable(name string) bool {
	r, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("оуэиюы", r)
}

// foreignTo reports whether the given name found for a word is an
// indeclinable one that the word is not.
func (n *nameFinder) foreignTo(e element) bool {
	for _, c := range [...]lang.Class{n.given, n.givenWord} {
		if ch, ok := n.l.Chunk(e.start, c); c != 0 && ok && int(ch.End) == e.end {
			f := bestForm(n.l.Entry(ch), n.l.Slice(e.start, e.end))
			return indeclinable(f) && lang.Fold(f) != lang.Fold(n.l.Slice(e.start, e.end))
		}
	}
	return false
}

// obliqueSurname gives 'm' where a surname stands in a case and ending that
// only the names of men have, 0 where it may be anything.
func obliqueSurname(w string) byte {
	for _, end := range [...]string{"ову", "еву", "ёву", "овым", "евым", "ёвым", "иным", "ского", "скому", "ским", "цкого", "цкому", "цким", "яна", "яну", "яном", "чука", "чуку", "чуком", "сона", "сону", "соном", "берга", "бергу", "бергом", "мана", "ману", "маном", "швилем"} {
		if stem, ok := strings.CutSuffix(w, end); ok && utf8.RuneCountInString(stem) > 2 {
			return 'm'
		}
	}
	return 0
}

// instrumental reports whether every word of a name of several ends as the
// instrumental of masculine names does, which no nominative does.
func instrumental(words []string) bool {
	for _, w := range words {
		if !strings.HasSuffix(w, "ом") && !strings.HasSuffix(w, "ем") && !strings.HasSuffix(w, "ым") && !strings.HasSuffix(w, "им") {
			return false
		}
	}
	return len(words) > 1
}

func fromInstrumental(w string) string {
	if s := russianSurname(w, 'm', true, true); s != w {
		return s
	}
	return w
}

// obliqueBefore reports whether an inflected title stands before token i,
// with nothing or only what it governs between them: «председателя казахской
// автономии Сагита Изтлеуова».
func (n *nameFinder) obliqueBefore(i int) bool {
	if i == 0 {
		return false
	}
	for _, c := range [...]lang.Class{n.office, n.title} {
		if ch, ok := n.l.Chunk(i-1, c); c != 0 && ok && int(ch.End) == i {
			return !n.asListed(i-1, ch)
		}
	}
	if n.tag != "ru" {
		return false
	}
	k, ok := n.governor(i, n.p.sentenceOf(i))
	if !ok {
		return false
	}
	for _, c := range [...]lang.Class{n.office, n.title} {
		if ch, ok := n.l.Chunk(k, c); c != 0 && ok && int(ch.End) == k+1 {
			return !n.asListed(k, ch)
		}
	}
	return false
}

// asListed reports whether the word at i is, as it stands, one of a list.
func (n *nameFinder) asListed(i int, ch lang.Chunk) bool {
	return slices.Contains(foldedForms(n.l.Entry(ch)), n.l.Fold(i))
}

// russianSurname gives the nominative of a surname or patronymic. inflected
// tells that the words beside it are in an oblique case, known that they tell
// the gender and the case at all.
func russianSurname(w string, gender byte, inflected, known bool) string {
	for _, x := range [...]struct{ end, masculine, feminine string }{
		{"овичем", "ович", ""}, {"евичем", "евич", ""}, {"овича", "ович", ""}, {"евича", "евич", ""}, {"овичу", "ович", ""}, {"евичу", "евич", ""}, {"овиче", "ович", ""}, {"евиче", "евич", ""},
		{"овной", "", "овна"}, {"евной", "", "евна"}, {"овну", "", "овна"}, {"евну", "", "евна"}, {"овне", "", "овна"}, {"евне", "", "евна"}, {"овны", "", "овна"}, {"евны", "", "евна"},
		{"овым", "ов", ""}, {"евым", "ев", ""}, {"ёвым", "ёв", ""}, {"иным", "ин", ""}, {"ыным", "ын", ""},
		{"овой", "", "ова"}, {"евой", "", "ева"}, {"ёвой", "", "ёва"}, {"иной", "", "ина"}, {"ыной", "", "ына"},
		{"ову", "ов", "ова"}, {"еву", "ев", "ева"}, {"ёву", "ёв", "ёва"}, {"ину", "ин", "ина"}, {"ыну", "ын", "ына"},
		{"ове", "ов", ""}, {"еве", "ев", ""}, {"ине", "ин", ""},
		{"ова", "ов", "ова"}, {"ева", "ев", "ева"}, {"ёва", "ёв", "ёва"}, {"ина", "ин", "ина"},
		{"ского", "ский", ""}, {"скому", "ский", ""}, {"ским", "ский", ""}, {"ском", "ский", ""}, {"ской", "", "ская"}, {"скую", "", "ская"}, {"цкого", "цкий", ""}, {"цкому", "цкий", ""}, {"цким", "цкий", ""},
	} {
		stem, ok := strings.CutSuffix(w, x.end)
		if !ok || utf8.RuneCountInString(stem) < 2 {
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
		if stem, ok := strings.CutSuffix(w, x[0]); ok && utf8.RuneCountInString(stem) > 2 {
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
		f := bestForm(n.l.Entry(ch), w)
		for _, end := range [...]string{"ова", "ева", "ина", "ов", "ев"} { // Ысқақова is no case of Ысқақов
			if strings.HasSuffix(w, end) && !strings.HasSuffix(f, end) {
				return w
			}
		}
		return f
	}
	return kazakhNominative(w, e.start > 0 && n.l.Toks[e.start-1].Is(lang.Cap))
}

// kazakhCases are case endings, longest first; those of two letters and less
// are taken off only where what is left looks like a surname.
var kazakhCases = []string{"ның", "нің", "дың", "дің", "тың", "тің", "нан", "нен", "дан", "ден", "тан", "тен", "мен", "бен", "пен", "ға", "ге", "қа", "ке", "ны", "ні", "ды", "ді", "ты", "ті", "да", "де", "та", "те"}

// kazakhNominative gives the nominative of a name of a person or of a word
// without a possessive; more tells that it is the last of several words.
func kazakhNominative(w string, more bool) string {
	for _, end := range kazakhCases {
		stem, ok := strings.CutSuffix(w, end)
		if !ok || utf8.RuneCountInString(stem) < 3 {
			continue
		}
		if closesGivenName(w) {
			continue
		}
		if r, _ := utf8.DecodeLastRuneInString(stem); (end == "нан" || end == "нен") && !strings.ContainsRune("мнңыі", r) {
			continue // Лехтонен
		}
		if r, _ := utf8.DecodeLastRuneInString(stem); more && (end == "қа" || end == "ке") && strings.ContainsRune("кқпстфхцчшщ", r) && utf8.RuneCountInString(stem) > 3 {
			return stem // Халисқа
		}
		long := utf8.RuneCountInString(end) == 3 || more && utf8.RuneCountInString(stem) > 3 && (end == "ді" || end == "ды" || end == "ні" || end == "ны" || end == "ға" || end == "ге")
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

// bareHead gives the nominative of a noun for bodies that has no possessive
// ("мұрағаттың"), and any other word as it stands.
func (n *nameFinder) bareHead(i int, w string) string {
	ch, ok := n.l.Chunk(i, n.orgHead)
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
	for _, end := range [...]string{"гелді", "келді", "балды", "берді", "ғалды", "қалды", "генді", "тұрды", "болды"} {
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
	for _, end := range [...]string{"ның", "нің", "дың", "дің", "тың", "тің", "дағы", "дегі", "тағы", "тегі", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен", "да", "де", "та", "те", "ға", "ге", "қа", "ке"} {
		if stem, ok := strings.CutSuffix(w, end); ok && utf8.RuneCountInString(stem) > 3 && !strings.HasSuffix(stem, "с") {
			return stem
		}
	}
	return w
}

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
	for _, end := range [...]string{"ндегі", "ндағы", "нікі", "нің", "ның", "нде", "нда", "нен", "нан", "мен", "не", "на", "н"} {
		stem, ok := strings.CutSuffix(w, end)
		if !ok {
			continue
		}
		if r, _ := utf8.DecodeLastRuneInString(stem); (r == 'і' || r == 'ы') && utf8.RuneCountInString(stem) > 3 {
			return stem
		}
	}
	return w
}
