package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// mostElements bounds the elements of a name, see nameFinder.elements, and
// mostReadings what is thought of as theirs before memory is asked for.
const (
	mostElements = 14
	mostReadings = 24
)

// lemmasOf gives the words of a name as they are read. They are good until the
// next call.
func (n *nameFinder) lemmasOf(words []string, read []*nameReading) []string {
	out := append(n.lemmas[:0], words...)
	for i := range out {
		if read[i] != nil {
			out[i] = read[i].lemma
		}
	}
	n.lemmas = out
	return out
}

// notInstrumental reports whether a word lacks the endings of the masculine
// instrumental.
func notInstrumental(w string) bool {
	return !strings.HasSuffix(w, "ом") && !strings.HasSuffix(w, "ем") && !strings.HasSuffix(w, "ым") && !strings.HasSuffix(w, "им")
}

// doubtGiven lowers the weight of what the last word of a name is by the lists
// of given names in an oblique case: a surname may look like one.
func doubtGiven(rs []nameReading) {
	for k := range rs {
		if rs[k].weight >= weightStem && rs[k].cases&nominativeCase == 0 {
			rs[k].weight = weightRegular + 2
		}
	}
}

// arabicPart reports whether a word of a name stays as it is in all cases: Аль
// Тани, Абд эль Керим.
func arabicPart(w string) bool {
	switch w {
	case "Аль", "Эль", "Ас", "Аш", "Ан", "Ат", "Ар", "Ад", "Бен", "Бин", "Ибн", "Абд", "Абу", "Ван", "Фон", "Де", "Да", "Ди", "Ла", "Ле":
		return true
	}
	return false
}

// metAs reports whether the text has named a person by these words before.
func (n *nameFinder) metAs(els []element, lemmas []string) bool {
	if len(n.people.list) == 0 {
		return false
	}
	n.keys = n.appendKeys(n.keys[:0], els, lemmas)
	_, ok := n.people.find(n.keys)
	return ok
}

// pastGender gives the gender of the past tense at token i, beside a name:
// «сказала».
func (n *nameFinder) pastGender(i int) byte {
	if i < 0 || i >= len(n.l.Toks) || !n.l.Is(i, lang.Lower) {
		return 0
	}
	switch w := n.l.Fold(i); {
	case strings.HasSuffix(w, "ла"), strings.HasSuffix(w, "лась"):
		return 'f'
	case strings.HasSuffix(w, "л"), strings.HasSuffix(w, "лся"):
		return 'm'
	}
	return 0
}

// casesAround weighs the six cases by what stands before a name: its title, a
// preposition, a noun, a verb.
func (n *nameFinder) casesAround(els []element) (out [6]int) {
	start := els[0].start
	out[0] = 4
	s := n.p.sentenceOf(start)
	add := func(c caseSet, weight int) {
		for k := range out {
			if c&(1<<k) != 0 {
				out[k] += weight
			}
		}
	}
	i := start - 1
	if i >= s.First && (n.subjectBehind(i) || n.l.Plays(i, n.r.leads)) {
		add(nominativeCase, weightListed)
		return out
	}
	if end := els[len(els)-1].end; end < s.Last && n.l.Is(end, lang.Cap) && i >= s.First && n.l.Has(i, n.p.know.lists.kinWord) { // вдова Ельцина | Наина
		add(genitiveCase, weightListed)
		return out
	}
	if c := n.titleCase(start); c != 0 {
		add(c, weightListed)
		return out
	}
	if i < s.First || n.l.Rune(i) == ',' {
		if i >= s.First && n.namedEnd == i {
			add(n.namedCase, 12)
			return out
		}
		add(nominativeCase, 4)
		return out
	}
	c, weight := n.caseBehind(i, els[len(els)-1].end)
	add(c, weight)
	return out
}

// caseBehind tells which case the word at i, before a name that ends at end, wants of
// it, and how much that weighs.
func (n *nameFinder) caseBehind(i, end int) (caseSet, int) {
	w := n.l.Fold(i)
	switch {
	case n.l.Plays(i, n.r.beforeIns):
		return instrumentalCase, 20
	case n.l.Plays(i, n.r.beforeDat):
		return dativeCase, 20
	case n.l.Plays(i, n.r.beforeAcc):
		return accusativeCase, 12
	case n.l.Plays(i, n.r.ownedBy) && n.womanSays(end): // В книге Попова рассказала
		return nominativeCase, 20
	case n.l.Plays(i, n.r.beforeGen) || n.l.Plays(i, n.r.ownedBy):
		return genitiveCase, 20
	case n.l.Plays(i, n.r.beforePre):
		return prepositionalCase, 20
	case n.l.Plays(i, n.r.beforeInsAcc):
		return instrumentalCase | accusativeCase, 12
	case n.l.Plays(i, n.r.beforeAccPre):
		return accusativeCase | prepositionalCase, 12
	case w == "и" || w == "или":
		if n.namedEnd == i { // of Лу Синь and Пак Чжи Хун
			return n.namedCase, 12
		}
	case !n.l.Is(i, lang.Lower):
	case strings.HasSuffix(w, "но") || strings.HasSuffix(w, "на") || strings.HasSuffix(w, "ны") || strings.HasSuffix(w, "тся"):
		return instrumentalCase, 6
	case n.verbal(i) || strings.HasSuffix(w, "л") || strings.HasSuffix(w, "ла") || strings.HasSuffix(w, "ли"):
		return accusativeCase | dativeCase, 3
	case n.genitive(i) || nounEnds(w):
		return genitiveCase, 8
	}
	return 0, 0
}

// womanSays reports whether token i is a verb of saying that agrees with a
// woman: «рассказала».
func (n *nameFinder) womanSays(i int) bool {
	return n.say != 0 && n.pastGender(i) == 'f' && n.l.Has(i, n.say)
}

// nounEnds reports whether a small word ends as nouns do that a person may own:
// назначение, ученикам.
func nounEnds(w string) bool {
	for _, end := range [...]string{"ие", "ия", "ию", "ием", "ами", "ями", "ам", "ям", "ах", "ях", "ов", "ость", "ости", "ство", "ства", "ству"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// titleCase gives the cases of the title that ends before token i, or that
// governs what stands between: «председателя казахской автономии Сагита …»; 0
// where there is none.
func (n *nameFinder) titleCase(i int) caseSet {
	if i == 0 {
		return 0
	}
	k, ok := i-1, false
	for _, c := range [...]lang.Class{n.office, n.title} {
		if ch, found := n.l.Chunk(k, c); c != 0 && found && int(ch.End) == i {
			ok = true
		}
	}
	if !ok {
		if k, ok = n.governor(i, n.p.sentenceOf(i)); !ok {
			k, ok = n.titleBefore(i)
		}
		if !ok {
			if i > 2 && n.l.Is(i-1, lang.Cap) && n.l.Is(i-2, lang.Cap) && n.placePre != 0 && n.l.Has(i-2, n.placePre) { // с премьером Республики Беларусь | Тохтаром Нзуло
				return n.titleCase(i - 2)
			}
			if start, found := n.titledBody(i); found { // Юрист Ассоциации юристов Грузии | Нона Курдованидзе
				return n.titleCase(start)
			}
			return 0
		}
	}
	for k > 0 && n.l.Has(k-1, n.office) && n.l.Is(k-1, lang.Lower) { // заместителем министра
		k--
	}
	if w := n.l.Fold(k); k > 0 && n.l.Is(k-1, lang.Lower) && (strings.HasSuffix(w, "ов") || strings.HasSuffix(w, "ев") || strings.HasSuffix(w, "ей")) { // председателем совета директоров
		if at, ok := n.governor(k, n.p.sentenceOf(i)); ok {
			k = at
		}
	}
	return n.casesOfTitle(k)
}

// titleBefore finds the word of a title that other words keep apart from the person at i:
// «председатель жюри | Нодира Рахматова», «посол Японии в Чили | Ясумаса Иидзима».
func (n *nameFinder) titleBefore(i int) (int, bool) {
	k, reach := i-2, 3
	for ; k > i-2-reach && k >= 0; k-- {
		if n.placeAt(element{start: k + 1, end: k + 2}) {
			reach = 6
		} else if !n.l.Is(k+1, lang.Lower) || n.verbal(k+1) || n.pastGender(k+1) != 0 || shortParticiple(n.l.Fold(k+1)) {
			break
		}
		if n.l.Has(k, n.office) && !n.united(k) {
			return k, true
		}
	}
	return k, false
}

// casesOfTitle gives the cases that the form of the title at token k may be of.
func (n *nameFinder) casesOfTitle(k int) caseSet {
	w := n.l.Fold(k)
	for _, c := range [...]lang.Class{n.office, n.title} {
		ch, found := n.l.Chunk(k, c)
		if c == 0 || !found {
			continue
		}
		var cases caseSet
		x := n.l.Entry(ch)
		for m, f := range x.Folded() {
			f, _, _ = strings.Cut(f, " ")
			if m > 0 && f == w && strings.HasPrefix(x.Forms[m], "=") { // a form listed for its fleeting vowel: послом
				cases |= casesByEnding(w)
				continue
			}
			cases |= casesOf(f, w, 0)
		}
		if cases == 0 {
			return casesByEnding(w)
		}
		return cases
	}
	return 0
}

// casesByEnding gives the cases of a noun that is no regular form of its
// nominative singular by its ending: министров, послами, послом.
func casesByEnding(w string) caseSet {
	for _, x := range [...]struct {
		end   string
		cases caseSet
	}{{"ами", instrumentalCase}, {"ями", instrumentalCase}, {"ам", dativeCase}, {"ям", dativeCase}, {"ах", prepositionalCase}, {"ях", prepositionalCase},
		{"ов", genitiveCase | accusativeCase}, {"ев", genitiveCase | accusativeCase}, {"ей", genitiveCase | accusativeCase}, {"ы", nominativeCase}, {"и", nominativeCase},
		{"ом", instrumentalCase}, {"ем", instrumentalCase}, {"а", genitiveCase | accusativeCase}, {"у", dativeCase}, {"е", prepositionalCase}} { // послом, посла
		if strings.HasSuffix(w, x.end) {
			return x.cases
		}
	}
	return 0
}

// readingsOf gives the readings of one word of a name, of hyphenated words
// those in which all parts share a case.
func (n *nameFinder) readingsOf(e element, word string) []nameReading {
	if strings.ContainsRune(word, ' ') {
		return []nameReading{{word, anyCase, 0, weightRegular}}
	}
	out := n.listedReadings(e, word)
	if first, second, ok := strings.Cut(word, "-"); ok && len(out) == 0 {
		return n.pairedReadings(e, word, first, second)
	}
	if len(out) == 0 {
		return regularReadings(word)
	}
	for _, r := range regularReadings(word) {
		if r.lemma == word && r.cases == anyCase && strings.HasSuffix(word, "у") { // it declines: Драгану is of Драган or Драгана
			continue
		}
		// what the lists have may be another name's case: Драгана, Тани
		r.weight = min(r.weight, weightPossible-2)
		out = append(out, r)
	}
	return out
}

// listedReadings gives the readings of a word as a name of the lists.
func (n *nameFinder) listedReadings(e element, word string) (out []nameReading) {
	folded := n.foldOf(e, word)
	if name, cases := fleetingGiven(folded); name != "" {
		return []nameReading{{name, cases, 'm', weightListed}}
	}
	for _, c := range [...]lang.Class{n.given, n.givenWord, n.surname} {
		if c == 0 {
			continue
		}
		n.l.Chunks(e.start, func(ch lang.Chunk) bool {
			if ch.Class == c && int(ch.End) == e.end {
				out = n.readAsEntry(out, n.l.Entry(ch), folded, c == n.surname)
			}
			return true
		})
	}
	return out
}

// readAsEntry adds the readings of a folded word as a name of an entry.
func (n *nameFinder) readAsEntry(out []nameReading, x *lang.Entry, folded string, surname bool) []nameReading {
	var g byte
	if v := x.Value[0]; !surname && (v == 'm' || v == 'f') {
		g = v
	}
	met := false
	for k, f := range x.Folded() {
		if cases := casesOf(f, folded, g); cases != 0 {
			out = append(out, nameReading{strings.TrimPrefix(x.Forms[k], "="), cases, g, weightListed})
			met = true
		}
	}
	if met || surname {
		return out
	}
	if f := bestFormOf(x, folded); !indeclinable(f) && strings.HasPrefix(folded, firstRunes(lang.Fold(f), 2)) && fleeting(lang.Fold(f), folded) {
		out = append(out, nameReading{f, obliqueCase, g, weightStem}) // Павла, Льва, Петра
	}
	return out
}

// pairedReadings gives the readings of a name of two parts in which both are in one
// case and of one gender.
func (n *nameFinder) pairedReadings(e element, word, first, second string) (out []nameReading) {
	for _, a := range n.partReadings(e.start, first) {
		for _, b := range n.partReadings(e.end-1, second) {
			g := a.gender
			if b.gender != 0 {
				g = b.gender
			}
			if cases := a.cases & b.cases; cases != 0 && (a.gender == 0 || b.gender == 0 || a.gender == b.gender) {
				out = append(out, nameReading{a.lemma + "-" + b.lemma, cases, g, (a.weight + b.weight) / 2})
			}
		}
	}
	return append(out, nameReading{word, nominativeCase, 0, 1})
}

// partReadings gives the readings of one part of a hyphenated word; the first
// part of a double name or surname may stand as it is in all cases.
func (n *nameFinder) partReadings(i int, part string) []nameReading {
	if strings.Contains(part, "-") {
		return []nameReading{{part, anyCase, 0, 1}}
	}
	out := n.readingsOf(element{start: i, end: i + 1}, part)
	if !atLeast(part, 5) || strings.HasSuffix(part, "ой") && !n.p.know.endings.surnameEnd.end(lang.Fold(part), 4) { // Мохой-Надем
		out = append(out, nameReading{part, anyCase, 0, weightRegular})
	}
	return out
}

// firstRunes gives the first k letters of a string.
func firstRunes(s string, k int) string {
	for i := range s {
		if k == 0 {
			return s[:i]
		}
		k--
	}
	return s
}

// fleeting reports whether w may be a case of a name whose last vowel falls
// out or changes: Павел, Павла; Лев, Льва; Пётр, Петра.
func fleeting(f, w string) bool {
	consonants := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("аеёиоуыэюяьй", r) {
				return -1
			}
			return r
		}, s)
	}
	falls := false
	for _, end := range [...]string{"ел", "лев", "ец", "ок"} {
		falls = falls || strings.HasSuffix(f, end)
	}
	a, b := consonants(f), consonants(w)
	return falls && (a == b || a+"м" == b)
}
