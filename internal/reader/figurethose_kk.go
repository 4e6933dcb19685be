package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// lastCount is what a figure counts and the token after its sentence.
type lastCount struct {
	people     bool // it is the share of a people
	group      string
	unit, noun string
	value      float64
	end        int
	first, tok int // the tokens of the figure
	change     string
	sentence   lang.Sentence
}

// ofThose reads a Kazakh number with the possessive that means so many of those
// just counted: «14 адам қаза тауып, 120-сы жараланды», «олардың алтауы». It
// counts the same as the last figure of the sentence or, for "of them", of the
// sentence before.
func (f *figureReader) ofThose(x *number, st *read.Statement, s lang.Sentence) bool {
	if f.p.know.russian {
		return f.last.end != 0 && f.thoseRu(x, st, s)
	}
	if f.p.know.pack.Tag == "kk" && f.last.end == s.Last && f.last.noun != "" && st.Unit == "" && st.Counted == "" && (f.last.unit == "" || f.last.unit == "person") && f.moreBy(f.skipCase(x.end, s)) { // 61 мыңға аз
		st.Unit, st.Counted = f.last.unit, f.last.noun
		return true
	}
	if f.p.know.pack.Tag != "kk" || st.Unit != "" || st.Counted != "" || x.value < 2 || !f.possessedNumber(x) {
		return false
	}
	if whole := f.ownerNounKK(x.start-1, s); strings.HasSuffix(whole, "р") && !(f.last.end == s.Last && strings.HasPrefix(strings.ToLower(whole), f.last.noun)) { // ауылдардың | он екісі
		if st.Counted = whole; f.l.Has(x.start-1, f.person) || f.l.Has(x.start-1, f.p.know.lists.officeNoun) {
			st.Unit = "person"
		}
		return true
	}
	if f.last.end == 0 {
		return false
	}
	of := x.start > s.First && strings.HasSuffix(f.l.Fold(x.start-1), "ардың") || x.start > s.First && f.l.Fold(x.start-1) == "оның"
	if f.last.end == s.Last && f.last.unit == "percent" && x.digits && x.value <= 100 { // 14 пайызы …, 6-ы
		st.Unit = "percent"
		return true
	}
	if f.last.end != s.Last && !(of && f.last.end == s.First) || f.last.unit != "" && f.last.unit != "person" {
		return false
	}
	st.Unit, st.Counted = f.last.unit, f.last.noun
	return st.Unit != "" || st.Counted != ""
}

// possessedNumber reports whether a number carries the possessive of the third
// person: бесеуі, бесеуін; 120-сы, 14-і.
func (f *figureReader) possessedNumber(x *number) bool {
	k := x.end
	if f.l.Rune(k) == '-' && f.l.Is(k, lang.Glued) {
		k += 2
	}
	if k < len(f.l.Toks) {
		switch f.l.Fold(k) { // 90-нан астамы
		case "астамы", "астамын", "астамының", "жуығы", "жуығын", "тартасы":
			return true
		}
	}
	if !x.digits || x.scaled && x.end > x.start+1 {
		w := f.l.Fold(x.end - 1)
		if possessedScale(w) {
			return true // 480 мың босқын, 350 мыңы
		}
		return ownedTenKK(w) || x.end > x.start+1 && f.l.Has(x.end-1, f.p.know.lists.numOwned) || strings.Contains(w, "еуі") || strings.Contains(w, "ауы")
	}
	if f.l.Rune(x.end) != '-' || !f.l.Is(x.end, lang.Glued) || x.end+1 >= len(f.l.Toks) {
		return false
	}
	switch f.l.Fold(x.end + 1) {
	case "еуі", "ауы", "еуінің", "ауының", "еуін", "ауын", "сы", "сі", "ы", "і", "сын", "сін", "ын", "ін", "сының", "сінің", "ының", "інің":
		return true
	}
	return false
}

// ownedTenKK reports whether a folded word is one of the Kazakh numbers that take the
// possessive themselves, which says that so many of those counted are meant: сегізі,
// тоғызын, жиырмасы.
func ownedTenKK(w string) bool {
	for _, n := range [...]string{"сегізі", "тоғызы", "жиырмасы", "отызы", "елуі", "алпысы", "жетпісі", "сексені"} {
		if rest, ok := strings.CutPrefix(w, n); ok {
			return !strings.HasPrefix(rest, "нш") // тоғызыншы, жиырмасыншы
		}
	}
	return false
}

// participleKK reports whether token i is a Kazakh participle that tells what
// becomes of what is counted, so that it is no noun: өскен at the end of a
// clause, жететінін, табылғанын, құрайтын.
func (f *figureReader) participleKK(i int) bool {
	w := f.l.Fold(i)
	for _, verb := range [...]string{"жетуі", "өсуі", "артуы", "азаюы", "төмендеуі", "көбеюі", "құрауы"} {
		if strings.HasPrefix(w, verb) {
			return true // 500-ге | жетуі мүмкін
		}
	}
	if k := ownedParticipleEnds.next(w, 0); k >= 0 && len(w) >= len(ownedParticipleEnds.list[k].ending)+4 {
		return true
	}
	if i+1 < len(f.l.Toks) && !f.l.Is(i+1, lang.Punct) {
		return false
	}
	return participleEndsKK.end(w) && len(w) >= len("ған")+4
}

// ownedParticipleEnds are what participles that somebody tells end with, none of them the
// end of another: өскенін.
var ownedParticipleEnds = fewEndsOf("ғанын", "генін", "қанын", "кенін", "тынын", "тінін", "атын", "етін", "йтын", "йтін", "ғандығын", "гендігін")

// dwelling reports whether the word at k is a person only by its sound: «тұрғын
// үй» are dwellings.
func (f *figureReader) dwelling(k int) bool {
	return f.p.know.pack.Tag == "kk" && f.l.Fold(k) == "тұрғын" && k+1 < len(f.l.Toks) && strings.HasPrefix(f.l.Fold(k+1), "үй")
}

// wholeCount reports whether the Kazakh word for persons or settlements at i is all
// that a number counts, and the noun behind it the verb's: «300 студент | шетелге
// кетті». A noun that belongs to it carries the possessive: «40 үй шаруашылығы».
func (f *figureReader) wholeCount(i int) bool {
	if !f.l.Has(i, f.person) && !f.l.Has(i, f.p.know.lists.settlement) || f.relational(i) || f.dwelling(i) || i+1 >= len(f.l.Toks) || !f.l.Is(i+1, lang.Lower) || f.l.Has(i+1, f.person) {
		return false
	}
	for _, a := range f.l.Analyses(i) {
		if a.Harmony && a.Slots != "" && !f.listed(i) {
			return false
		}
	}
	for _, a := range f.l.Analyses(i + 1) {
		if a.Harmony && strings.Contains(a.Slots, "poss3") {
			return false
		}
	}
	return true
}

// possessedScale reports whether a folded word is a multiplier with the possessive:
// мыңы, миллионы, under any case.
func possessedScale(w string) bool {
	for _, m := range [...]string{"мың", "миллион", "миллиард"} {
		switch rest, ok := strings.CutPrefix(w, m); {
		case !ok:
		case rest == "ы", rest == "ын", rest == "ының", rest == "ына", rest == "ынан":
			return true
		}
	}
	return false
}

// someOfThem reports whether a number in words with the possessive stands before
// token i, and no noun for persons or verb's end at it says otherwise what they are.
func (f *figureReader) someOfThem(i int, s lang.Sentence) bool {
	w := f.l.Fold(i - 1)
	if i < s.Last && f.relational(i) && !f.l.Has(i, f.person) && (i+1 >= s.Last || f.l.Is(i+1, lang.Punct)) && (w == "і" || w == "ы" || w == "сы" || w == "сі" || strings.HasSuffix(w, "еуі") || strings.HasSuffix(w, "ауы")) {
		return true // үшеуі | облыстық, 12-і | аудандық
	}
	owned := ownedTenKK(w) || f.l.Has(i-1, f.p.know.lists.numOwned)
	if owned && i+1 < s.Last && f.l.Is(i, lang.Lower) && f.l.Is(i+1, lang.Lower) && !f.l.Has(i, f.person) {
		return true // он сегізі | іске қосылды
	}
	collected := strings.Contains(w, "еуі") || strings.Contains(w, "ауы")
	if collected && f.l.Has(i-1, lang.NumberChunk) && (endsAny(w, "не", "на", "н") || i >= s.Last || !f.l.Has(i, f.person)) { // бесеуіне | көмек көрсетілді, екеуін | қолдады, алтауы | қол қойды
		return true
	}
	if f.last.end != s.Last || !owned && !collected {
		return false
	}
	return (owned || f.l.Has(i-1, lang.NumberChunk)) && i < s.Last && !f.l.Has(i, f.person)
}

// nearlyOfThem reports whether the Kazakh qualifier at token i carries the possessive, so
// that it tells how many of those before and what the verb's noun behind it is not counted:
// «тоқсанға жуығы | қайтыс болды».
func (f *figureReader) nearlyOfThem(i int, s lang.Sentence) bool {
	if !f.p.know.headLast || i+2 >= s.Last || !f.l.Is(i+1, lang.Lower) || !f.l.Is(i+2, lang.Word) || f.l.Has(i+1, f.person) && !f.l.Is(i+2, lang.Punct) {
		return false
	}
	w := f.l.Fold(i)
	return w == "жуығы" || w == "астамы"
}

// partsOf gives the token that the noun at i begins with for headNoun: the second half
// of a Kazakh word with a hyphen that stands first is first as well («жол-көлік |
// оқиғасы»), else start.
func (f *figureReader) partsOf(i, start int) int {
	if i == start+2 && f.p.know.pack.Tag == "kk" && f.l.Rune(i-1) == '-' && f.l.Is(i, lang.Glued) && f.l.Is(i-1, lang.Glued) {
		return i
	}
	return start
}

// oneOpensList reports whether a Kazakh "one" is the first of counted things that go on
// with other numbers: «бір алтын және екі қола медаль».
func (f *figureReader) oneOpensList(x *number, st *read.Statement) bool {
	if st.Counted == "" || f.p.know.pack.Tag != "kk" {
		return false
	}
	for k := x.end + 1; k < len(f.l.Toks) && k <= x.end+3; k++ {
		if f.l.Rune(k) == ',' || f.l.Has(k, f.and) {
			y, ok := f.p.numberAt(k + 1)
			return ok && !y.ordinal && !y.roman && y.value < 1000
		}
		if !f.l.Is(k, lang.Lower) {
			return false
		}
	}
	return false
}

// agentKK reports whether a folded noun ends as Kazakh nouns for who does something do:
// көкпаршы, велосипедші; ordinals end so as well.
func agentKK(w string) bool {
	stem, ok := strings.CutSuffix(w, "шы")
	if !ok {
		stem, ok = strings.CutSuffix(w, "ші")
	}
	return ok && len(stem) >= 8 && !strings.HasSuffix(stem, "н") && !strings.HasSuffix(stem, "ала")
}

// scoreKK reports whether a number is half of a game's score, told by the word behind
// it: «6-0 есебімен жеңді».
func (f *figureReader) scoreKK(x *number, s lang.Sentence) bool {
	if f.p.know.pack.Tag != "kk" || !x.digits {
		return false
	}
	k := x.end
	if k+1 < s.Last && isDash(f.l.Rune(k)) && f.l.Is(k+1, lang.Number) {
		k += 2
	} else if !(x.start > s.First+1 && isDash(f.l.Rune(x.start-1)) && f.l.Is(x.start-2, lang.Number)) {
		return false
	}
	return k < s.Last && strings.HasPrefix(f.l.Fold(k), "есеб")
}

// shareOfKK names what a Kazakh fraction is a share of, in the genitive before it:
// «ауырғандардың үштен екісі», «алқаптың төрттен бірі».
func (f *figureReader) shareOfKK(st *read.Statement, m *pattern.Match, s lang.Sentence) bool {
	a, _, ok := m.Capture("share")
	if !ok || !f.p.know.headLast {
		return false
	}
	st.Counted = f.ownerNounKK(a-1, s)
	return st.Counted != ""
}

// ownerNounKK gives the Kazakh noun in the genitive at token k, of which a part is told, in the
// nominative; "" where there is none.
func (f *figureReader) ownerNounKK(k int, s lang.Sentence) string {
	if k < s.First {
		return ""
	}
	switch f.l.Fold(k) {
	case "соның", "мұның", "солардың", "бұлардың":
		return ""
	}
	if !f.l.Is(k, lang.Word) || f.used[k] || !genitiveKK(f.l.Fold(k)) || f.l.Has(k, lang.PlaceChunk) || f.l.Has(k, f.stop) || f.l.Has(k, f.p.know.lists.pronoun) {
		return ""
	}
	if f.l.Is(k, lang.Glued) && k-2 >= s.First && f.l.Rune(k-1) == '-' && f.l.Has(k, f.p.know.lists.caseEnd) { // ЖІӨ-нің
		return f.l.Slice(k-2, k-1)
	}
	w := f.l.Slice(k, k+1)
	return f.withoutGenitiveKK(f.p.withoutCase(w), w)
}

// objectKK reports whether the Kazakh word at token i, right behind a number, is the
// object of a verb right behind it though it ends as verbs do: 48 300 жағдайды тіркеді.
func (f *figureReader) objectKK(i int) bool {
	w := f.l.Fold(i)
	if f.raisingKK(i, w) || f.l.Has(i, f.p.know.lists.phraseMod) { // 12 маңызды | заңды
		return false
	}
	if strings.HasSuffix(w, "ъекті") {
		return false // субъекті, объекті: loans as they are called
	}
	return (strings.HasSuffix(w, "ды") || strings.HasSuffix(w, "ді") || strings.HasSuffix(w, "ты") || strings.HasSuffix(w, "ті")) && i+1 < len(f.l.Toks) &&
		f.l.Is(i+1, lang.Lower) && f.endsLikeVerb(i+1) && !f.l.Has(i+1, f.stop)
}

// newObjectKK reports whether the Kazakh word at token i ends as verbs do and is the object
// of one that comes later, since only an adjective stands between it and its number, or is
// that adjective: «үш жаңа нысанды тізімге енгізді», «үш маңызды сұрақты талқылады».
func (f *figureReader) newObjectKK(i, start int) bool {
	if f.p.know.pack.Tag != "kk" || i > start+1 || !f.l.Has(start, f.p.know.lists.phraseMod) {
		return false
	}
	if i == start {
		return i+1 < len(f.l.Toks) && f.l.Is(i+1, lang.Lower) && !f.l.Has(i+1, f.stop) // үш маңызды | сұрақты
	}
	w := f.l.Fold(i)
	return i+1 < len(f.l.Toks) && f.l.Is(i+1, lang.Lower) && (strings.HasSuffix(w, "ды") || strings.HasSuffix(w, "ді") || strings.HasSuffix(w, "ты") || strings.HasSuffix(w, "ті"))
}

// raisingKK reports whether the Kazakh word at token i is a verbal noun in the accusative
// behind a number in the dative, up to which something is brought and which counts nothing:
// «4 миллионға | жеткізуді», «500-ге дейін | көтеруді».
func (f *figureReader) raisingKK(i int, w string) bool {
	if !strings.HasSuffix(w, "уды") && !strings.HasSuffix(w, "уді") && !strings.HasSuffix(w, "юды") && !strings.HasSuffix(w, "юді") {
		return false
	}
	return f.closing != lang.NoClass && f.l.Has(i-1, f.closing) || dativeKK(f.l.Fold(i-1))
}

// withoutGenitiveKK gives a Kazakh word without its genitive where cut, the word without
// the case that its vowels allow, has kept it: loans have endings of the other row
// (банктің).
func (f *figureReader) withoutGenitiveKK(cut, w string) string {
	if !f.p.know.headLast || cut != w || !genitiveKK(strings.ToLower(w)) || !atLeast(w, 6) {
		return cut
	}
	r := []rune(w)
	return string(r[:len(r)-3])
}
