package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// caseSearch looks for the case and gender in which most words of a Russian name
// can be read together.
type caseSearch struct {
	els   []element
	words []string
	all   [mostElements][]nameReading // of each word, none of initials and particles

	context                             [6]int // what the words around the name say for each case
	gender, adjective, said, saidBefore byte   // the gender told by the name, the adjective and the verbs beside it
}

// russianPerson gives the words of a name in the nominative: of all cases and
// genders the one in which most words can be read together, with what stands
// around the name. «Розы Мвакиусы» is of Роза Мвакиуса, since both are a
// genitive.
func (n *nameFinder) russianPerson(els []element, words []string, gender byte) {
	q := caseSearch{els: els, words: words, gender: gender}
	q.said, q.saidBefore = n.pastGender(els[len(els)-1].end), n.pastGender(els[0].start-1)
	n.weighContext(&q)
	var room [mostReadings]nameReading
	n.readWords(&q, room[:0])
	best := n.bestCase(&q)
	copy(words, n.lemmasOf(words, best[:]))
	n.namedEnd = els[len(els)-1].end
}

// weighContext weighs the cases by what stands around the name.
func (n *nameFinder) weighContext(q *caseSearch) {
	var cases caseSet
	q.context = n.casesAround(q.els)
	n.weighBehind(q)
	cases, q.adjective = n.adjectiveBefore(q.els[0].start - 1)
	for k := range q.context {
		if cases&(1<<k) != 0 {
			q.context[k] += 12
		}
	}
	if len(q.words) > 1 && !slices.ContainsFunc(q.words, notInstrumental) {
		q.context[4] += weightRegular // few names of several words end so in the nominative
	}
}

// weighBehind weighs the cases by what stands behind the name: the verb of several is no
// verb of one («Ивана Марина избрали»), an apposition has the case of the name («Яна
// Вапаавуори, бывшего мэра»).
func (n *nameFinder) weighBehind(q *caseSearch) {
	first, end := q.els[0].start, q.els[len(q.els)-1].end
	s := n.p.sentenceOf(first)
	if end+1 >= s.Last {
		return
	}
	var cases caseSet
	switch t := &n.l.Toks[end]; {
	case t.Is(lang.Lower):
		if w := n.l.Fold(end); strings.HasSuffix(w, "ли") && len(w) > 8 && w != "если" && (first == s.First || n.l.Fold(first-1) != "и") {
			cases = accusativeCase
		}
	case n.l.Rune(end) == ',':
		k := end + 1
		for k < end+4 && k < s.Last && n.l.Is(k, lang.Lower) && !n.l.Has(k, n.office) {
			k++
		}
		if k < s.Last && n.l.Is(k, lang.Lower) && n.l.Has(k, n.office) && n.agreeing(end+1, k) {
			cases = n.casesOfTitle(k)
		}
	}
	for k := range q.context {
		if cases&(1<<k) != 0 {
			q.context[k] += 12
		}
	}
}

// agreeing reports whether the tokens from i to end are adjectives in small letters.
func (n *nameFinder) agreeing(i, end int) bool {
	for ; i < end; i++ {
		if w := n.l.Fold(i); !n.adjective(i) && !strings.HasSuffix(w, "ого") && !strings.HasSuffix(w, "его") && !strings.HasSuffix(w, "ому") && !strings.HasSuffix(w, "ему") {
			return false
		}
	}
	return true
}

// readWords gives each word of a name its readings.
func (n *nameFinder) readWords(q *caseSearch, read []nameReading) {
	eastern := n.eastern(q.els[0])
	for i, e := range q.els {
		if e.initial || e.particle {
			continue
		}
		word, from := q.words[i], len(read)
		read = append(read, n.rememberedReadings(e, word)...)
		if i == len(q.els)-1 && len(q.els) > 1 {
			doubtGiven(read[from:])
			if eastern {
				read = append(read, syllableReadings(word, len(q.els))...)
			}
			if s, ok := strings.CutSuffix(word, "а"); ok && len(q.els) == 3 && utf8.RuneCountInString(s) == 2 && oneSyllable(s) && oneSyllable(q.words[1]) { // Хвана Чжан Епа
				read = append(read, nameReading{s, genitiveCase | accusativeCase, 'm', weightRegular})
			} else if s, ok := strings.CutSuffix(word, "у"); ok && eastern && len(q.els) == 3 && oneSyllable(s) && oneSyllable(q.words[1]) { // Ким Чен Ыну
				read = append(read, nameReading{s, dativeCase, 'm', weightRegular})
			}
		} else if eastern || arabicPart(word) || ofFather(word) {
			for k := from; k < len(read); k++ {
				if read[k].lemma == word {
					read[k].cases = anyCase
				}
			}
		}
		if i == 1 && len(q.els) == 3 && oneSyllable(word) { // Хвана Чжан Епа
			read = append(read, nameReading{word, anyCase, 0, weightPossible})
		}
		if len(q.els) == 1 && len(read) > from+1 {
			n.preferMet(q, read[from:])
		}
		q.all[i] = read[from:len(read):len(read)]
	}
}

// preferMet prefers of the readings of a lone word the one by which the text has
// named somebody.
func (n *nameFinder) preferMet(q *caseSearch, read []nameReading) {
	if len(n.people.list) == 0 {
		return
	}
	for k := range read {
		if read[k].lemma != q.words[0] && n.metAs(q.els, []string{read[k].lemma}) {
			read[k].weight += weightListed
		}
	}
}

// bestCase gives the readings of the case and gender that fit best, nil for a word
// that stays as it is.
func (n *nameFinder) bestCase(q *caseSearch) (best [mostElements]*nameReading) {
	score := -1 << 30
	for _, g := range [...]byte{'m', 'f'} {
		for k, c := 0, nominativeCase; c <= prepositionalCase; k, c = k+1, c<<1 {
			fits, sum := q.readAs(c, g)
			sum += 2*q.context[k] + q.agrees(c, g)
			if sum+2*weightListed > score && c != nominativeCase && n.metInCase(q, &fits, c, g) {
				sum += 2 * weightListed
			}
			if sum > score {
				best, score, n.namedCase = fits, sum, c
			}
		}
	}
	return best
}

// agrees weighs a case and gender by the words that agree with the name.
func (q *caseSearch) agrees(c caseSet, g byte) (sum int) {
	if q.gender == g {
		sum += 8
	}
	if q.adjective == g {
		sum += 2 * weightPossible
	}
	if q.said == g && c&(dativeCase|instrumentalCase|prepositionalCase) == 0 { // what agrees with the subject tells nothing of another
		sum += 2 * weightPossible
	}
	if c == nominativeCase && q.saidBefore != 0 && q.saidBefore != g {
		sum -= 2*weightPossible + 4 // «встретил Эрлана» is of no woman
	}
	return sum
}

// readAs gives of each word the reading that fits a case and gender best, and how
// well they fit.
func (q *caseSearch) readAs(c caseSet, g byte) (fits [mostElements]*nameReading, sum int) {
	for i, rs := range q.all[:len(q.els)] {
		if rs == nil {
			continue
		}
		fit := 2 * weightAgainst
		for x := range rs {
			r := &rs[x]
			if r.cases&c == 0 || r.gender != 0 && r.gender != g {
				continue
			}
			weight := 2 * r.weight
			if weight+1 > fit && c != nominativeCase && r.lemma != q.words[i] { // of two readings the one that declines
				weight++
			}
			if weight > fit {
				fit, fits[i] = weight, r
			}
		}
		sum += fit
	}
	return fits, sum
}

// metInCase reports whether the text has named somebody by the name so read, or by
// another reading of its last word, which it then puts there.
func (n *nameFinder) metInCase(q *caseSearch, fits *[mostElements]*nameReading, c caseSet, g byte) bool {
	if len(n.people.list) == 0 {
		return false
	}
	if n.metAs(q.els, n.lemmasOf(q.words, fits[:])) {
		return true
	}
	x := len(q.els) - 1
	if x == 0 || fits[x] == nil {
		return false
	}
	r := n.metOtherwise(q.els, q.words, fits[:], q.all[x], c, g)
	if r != nil {
		fits[x] = r
	}
	return r != nil
}
