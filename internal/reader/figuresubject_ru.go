package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// The subject or object of the Russian verb that a measure belongs to. A subject is told
// by the ending that agrees with its verb and by standing behind no preposition.

// verbForm is the gender or number that a Russian verb tells of its subject.
type verbForm byte

const (
	anyForm verbForm = iota
	masculine
	feminine
	neuter
	manyForm
)

// verbFormRU tells gender or number of a verb by its ending: «вырос», «составила», «снижены».
func verbFormRU(w string) verbForm {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "ся"), "сь")
	switch {
	case endsAny(w, "ть", "чь", "сти", "йти", "ает", "яет", "ует", "ит", "ёт", "ет", "вши", "ши", "ив", "ав", "ув"):
		return anyForm
	case endsAny(w, "ли", "ны", "ты", "ут", "ют", "ят", "ат", "шие", "щие", "шли", "жны"):
		return manyForm
	case endsAny(w, "ла", "на", "та", "шая", "щая"):
		return feminine
	case endsAny(w, "ло", "но", "то", "шее", "щее"):
		return neuter
	}
	return masculine
}

// agreesRU reports whether a noun may be the subject of a verb of such a form.
func agreesRU(w string, form verbForm) bool {
	oblique := endsAny(w, "у", "ю", "ов", "ев", "ам", "ям", "ах", "ях", "ом", "ем", "ами", "ями") && !strings.HasSuffix(w, "ъем") && !strings.HasSuffix(w, "оем") && w != "прием" && w != "заем"
	switch form {
	case masculine:
		return !oblique && !endsAny(w, "а", "я", "о", "е", "ы", "и", "ей")
	case feminine:
		return endsAny(w, "а", "я", "ь") && !endsAny(w, "ения", "ания", "ства", "тия")
	case neuter:
		return endsAny(w, "о", "е") && !endsAny(w, "ое", "ее")
	case manyForm:
		return endsAny(w, "ы", "и")
	}
	return !oblique
}

// behindVerbRU gives the subject behind a verb of change right behind the measure: «Втрое
// увеличились | поставки», «на 5 % вырос | экспорт зерна».
func (f *figureReader) behindVerbRU(end int, s lang.Sentence) string {
	if f.l.Rune(end) == ',' { // больше всего, в полтора раза, | выросли тарифы
		end++
	}
	if end+1 >= s.Last || !f.leadsRU(end) {
		return ""
	}
	form := verbFormRU(f.l.Fold(end))
	for i := end + 1; i < s.Last && i < end+6; i++ {
		switch {
		case f.inDate(i):
		case f.l.Plays(i, f.p.know.roles.governs):
			i++
		case f.nounRU(i):
			if h := f.headRU(i, s); agreesRU(f.l.Fold(h), form) {
				return f.phraseRU(i, h, s)
			}
			return ""
		case !f.l.Is(i, lang.Word):
			return ""
		}
	}
	return ""
}

// objectRU gives the noun phrase right behind the verb at token v and before the measure:
// «снизил | базовую ставку до», «вырос | экспорт на».
func (f *figureReader) objectRU(v, back int, change bool, s lang.Sentence) string {
	for i := v + 1; i < back && i < v+5; i++ {
		switch {
		case f.inDate(i), f.l.Plays(i, f.p.know.roles.notSubject):
		case f.nounRU(i):
			if change {
				return nominativeOfRU(f.phraseRU(i, i, s), true)
			}
			return f.phraseRU(i, i, s)
		default:
			return ""
		}
	}
	return ""
}

// nominativeOfRU puts the feminine words that open a label in the accusative into the nominative:
// «базовую ставку». A noun alone may stand in the dative, «к штрафу», where it is no object.
func nominativeOfRU(label string, object bool) string {
	words := strings.Split(label, " ")
	for i, w := range words {
		end := ""
		switch {
		case strings.HasSuffix(w, "ую"), strings.HasSuffix(w, "юю"):
			words[i] = w[:len(w)-len("ую")] + map[string]string{"ую": "ая", "юю": "яя"}[w[len(w)-len("ую"):]]
			object = true
			continue
		case !object:
		case len(w) > 6 && strings.HasSuffix(w, "у"):
			end = "а"
		case len(w) > 6 && strings.HasSuffix(w, "ю"):
			end = "я"
		}
		if end != "" {
			words[i] = w[:len(w)-len(end)] + end
		}
		break
	}
	return strings.Join(words, " ")
}

// subjectRU gives the subject of the verb at token v: the first noun of its clause that agrees
// with it and stands behind no preposition; behind a participle or «который» the noun before its
// comma. A verb that has none takes that of the verb before it, «вырос и | достиг», or goes on
// with the figure before. What several do without being named may have its object before it:
// «мощность | доведут до».
func (f *figureReader) subjectRU(v int, s lang.Sentence) string {
	form, to := verbFormRU(f.l.Fold(v)), v
	for tries := 0; tries < 4 && to > s.First; tries++ {
		c := f.clauseRU(to, s)
		head := f.subjectIn(c, to, form)
		if head < 0 && f.l.Plays(v, f.p.know.roles.liftsTo) || head < 0 && form == manyForm && !endsAny(f.l.Fold(v), "ся", "сь") {
			head = f.subjectIn(c, to, anyForm)
		}
		if head >= 0 {
			return f.subjectPhraseRU(c, head, s)
		}
		if c <= s.First || c < to && f.conjRU(c) && !f.joinsRU(c) { // что | их будет
			break
		}
		switch mark := f.l.Rune(c - 1); {
		case f.verbRU(c - 1):
			if form == anyForm {
				form = verbFormRU(f.l.Fold(c - 1))
			}
			to = c - 1
		case mark == ',' && c == v && f.p.know.endings.participleEnd.end(f.l.Fold(v), 3), mark == ',' && c < to && strings.HasPrefix(f.l.Fold(c), "котор"):
			return f.phraseEndingRU(c-1, s)
		case mark == ',' || f.l.InAside(c-1), f.conjRU(c-1) && f.joinsRU(c-1):
			to = c - 1
		default:
			tries = 4
		}
	}
	if f.measure.sentence == s && f.measure.tok <= v && !endsAny(f.labelHeadRU(), "ами", "ями", "ах", "ях", "ам", "ям") || f.pronounRU(f.clauseRU(v, s), v) && f.measure.label != "" && agreesRU(f.labelHeadRU(), form) { // С начала года оно выросло
		return f.measure.label
	}
	return ""
}

// joinsRU reports whether the conjunction at token i joins clauses of one rank.
func (f *figureReader) joinsRU(i int) bool {
	switch f.l.Fold(i) {
	case "и", "а", "но", "однако", "зато":
		return true
	}
	return false
}

// pronounRU reports whether a pronoun in the nominative stands among the tokens [c, v).
func (f *figureReader) pronounRU(c, v int) bool {
	for i := c; i < v; i++ {
		switch f.l.Fold(i) {
		case "он", "она", "оно", "они":
			return true
		}
	}
	return false
}

// labelHeadRU gives the noun of the label told last.
func (f *figureReader) labelHeadRU() string {
	label := lang.Fold(f.measure.label)
	for {
		w, rest, more := strings.Cut(label, " ")
		if !more || !f.endsLikeAdjective(w) {
			return w
		}
		label = rest
	}
}

// subjectPhraseRU gives the noun at token head of a clause from token c on with what belongs to it.
func (f *figureReader) subjectPhraseRU(c, head int, s lang.Sentence) string {
	from := head
	for from > c && f.l.Is(from-1, lang.Word) && f.adjRU(from-1) && f.nounRU(from-1) {
		from--
	}
	return nominativeOfRU(f.phraseRU(from, head, s), false)
}

// clauseRU gives the token at which the clause opens that ends before token v: behind a mark
// that is of no aside, a conjunction right before v, or another verb.
func (f *figureReader) clauseRU(v int, s lang.Sentence) int {
	for i := v - 1; i >= s.First; i-- {
		switch r := f.l.Rune(i); {
		case f.l.InAside(i), f.inDate(i):
		case r == ',' || r == ';' || r == ':' || r == '(' || isQuote(r) || isDash(r) && !f.l.Is(i, lang.Glued):
			return i + 1
		case f.conjRU(i) && i+1 == v, f.verbRU(i):
			return i + 1
		}
	}
	return s.First
}

// subjectIn gives the head of the subject among the tokens [c, v); -1 where none is.
func (f *figureReader) subjectIn(c, v int, form verbForm) int {
	governed, behind, found := false, false, -1
	for i := c; i < v; i++ {
		w := f.l.Fold(i)
		switch {
		case f.l.InAside(i):
		case f.inDate(i), f.l.Has(i, f.p.know.lists.timeUnit):
			governed = false
		case f.l.Plays(i, f.p.know.roles.governs):
			governed, behind = true, false
		case f.l.Has(i, lang.PlaceChunk), f.l.Has(i, lang.OrgChunk), f.l.Has(i, lang.PersonChunk):
			governed, behind = false, true
		case !f.nounRU(i) || f.adjRU(i) && f.adjectiveRU(i, v, form):
		case governed:
			governed, behind = false, true
		case found >= 0:
			if form == neuter && neuterNoun.end(w) && !neuterNoun.end(f.l.Fold(found)) { // постепенно | число
				found = i
			}
		case behind && (form == feminine || form == anyForm) && endsAny(w, "а", "я", "и", "ы") && !endsAny(w, "ция", "ка"): // по итогам | квартала
		case agreesRU(w, form):
			found = i
		default:
			behind = true
		}
	}
	return found
}

// neuterNoun is what neuter nouns end with and adverbs do not.
var neuterNoun = fewEndsOf("ство", "ение", "ание", "тие", "сло", "дие", "лье")

// adjectiveRU reports whether the word at token i before token v, which ends like an adjective, is
// one: a word for it follows. «Надой | молока» has its genitive behind it.
func (f *figureReader) adjectiveRU(i, v int, form verbForm) bool {
	if i+1 >= v || !f.nounRU(i+1) {
		return false
	}
	if w := f.l.Fold(i); form == masculine && endsAny(w, "ой") {
		return !endsAny(f.l.Fold(i+1), "а", "я", "ы", "и", "ов", "ев")
	}
	return true
}

// adjRU reports whether the word at token i ends like an adjective and is no noun that does.
func (f *figureReader) adjRU(i int) bool {
	w, not := f.l.Fold(i), f.p.know.endings.notAdjEnd
	return f.endsLikeAdjective(w) && !not.end(w, 0) && !not.whole(w) && !f.l.Has(i, f.person) && !endsAny(w, "ций", "ссий")
}

// headRU gives the noun that the adjectives from token i on belong to.
func (f *figureReader) headRU(i int, s lang.Sentence) int {
	for i+1 < s.Last && f.adjRU(i) && f.nounRU(i+1) {
		i++
	}
	return i
}

// phraseRU gives the words of the noun phrase that begins at token from and whose head stands
// at head or behind the adjectives there, with the genitives behind it.
func (f *figureReader) phraseRU(from, head int, s lang.Sentence) string {
	label, _ := f.spanRU(from, head, s)
	return label
}

// spanRU is phraseRU with the token at which the phrase ends.
func (f *figureReader) spanRU(from, head int, s lang.Sentence) (label string, to int) {
	if f.l.Is(from, lang.Cap) && !f.l.Is(from, lang.Upper) && from != s.First && f.l.Is(from-1, lang.Word) && !f.l.Toks[from].Para {
		return "", from
	}
	h := head
	if f.l.Is(from, lang.Lower) || f.adjRU(from) {
		h = f.headRU(head, s)
	}
	to = h + 1
	for to < s.Last && to-from < longestMeasured && f.l.Is(to, lang.Lower) && f.nounRU(to) && !f.inDate(to) && f.genitiveRU(to) {
		to++
	}
	if to < s.Last && to > h+1 && f.l.Is(to, lang.Word) && f.adjRU(to-1) && !f.l.Plays(to, f.p.know.roles.governs) && !f.verbRU(to) { // its noun is cut off
		to--
	}
	return f.measuredText(from, to), to
}

// genitiveRU reports whether a word may be a genitive behind a noun, or an adjective of one.
func (f *figureReader) genitiveRU(i int) bool {
	w := f.l.Fold(i)
	if f.adjRU(i) {
		return endsAny(w, "ого", "его", "ой", "ей", "ых", "их")
	}
	return !endsAny(w, "ое", "ые", "ым", "ом", "ем", "ами", "ями", "ах", "ях", "у", "ю", "о", "е")
}

// phraseEndingRU gives the noun phrase that ends right before token q: its last noun with the noun
// it may be a genitive of and their adjectives. A name between is passed: «аппарат «Тулпар-1» массой».
func (f *figureReader) phraseEndingRU(q int, s lang.Sentence) string {
	for q > s.First {
		c := q - 1
		if !isQuote(f.l.Rune(c)) && !isDash(f.l.Rune(c)) && f.l.Rune(c) != '-' && !(f.l.Is(c, lang.Cap) && c > s.First && !f.l.Is(c, lang.Upper)) && !(f.l.Is(c, lang.Number) && f.l.Is(c, lang.Glued)) {
			break
		}
		q--
	}
	from, nouns := q, 0
	for i := q - 1; i >= s.First && q-i <= longestMeasured && f.nounRU(i) && !f.inDate(i); i-- {
		if !f.adjRU(i) {
			if nouns > 2 || nouns > 0 && !f.genitiveRU(from) {
				break
			}
			nouns++
		} else if nouns == 0 || !concordRU(f.l.Fold(i), f.l.Fold(from)) {
			break
		}
		from = i
	}
	if nouns == 0 {
		return ""
	}
	return nominativeOfRU(f.measuredText(from, q), false)
}
