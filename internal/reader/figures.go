package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// findFigures states what the text counts and measures: every number that is
// no date, ordinal, label, age or time of day, with its qualifier, its unit,
// what is counted, and the place and day its clause names; before them, by the
// rules of rules-figures.txt, what is counted without a plain number: fractions
// ("a third", "каждый пятый"), multiples ("doubled", "1,5 есе өсті") and
// ranks ("the second largest").
var findFigures = passes(newFigureReader, (*figureReader).withoutNumbers, (*figureReader).numbers)

// withoutNumbers states what the rules find.
func (f *figureReader) withoutNumbers() {
	p := f.p
	if len(p.numbers) == 1 && p.numbers[0].sole {
		return
	}
	for k, s := range p.sents {
		f.has = &p.has[k].classes
		f.byRules(s)
	}
}

// numbers states what the numbers count and measure.
func (f *figureReader) numbers() {
	p, next := f.p, 0 // the next number
	for k, s := range p.sents {
		f.has = &p.has[k].classes
		for i := s.First; next < len(p.numbers) && p.numbers[next].start < s.Last; next++ {
			if x := &p.numbers[next]; x.start >= i {
				i = max(f.read(x, s), x.end)
			}
		}
	}
}

// figureReader reads the figures of a part, sentence by sentence.
type figureReader struct {
	p    *part
	l    *lang.Lattice
	used []bool // tokens that a date or another figure has taken

	rules  *pattern.Set
	tables []table

	qual, qualAfter, unit, currency, label, notFigure, person, side, stop, plural, caseEnd, rangeTo, and, age, ageBefore, clock, clockBefore, definite, of, from, closing lang.Class
	echo, particle, level, unitAdj, grew                                                                                                                                  lang.Class
	letter, than, collective, small                                                                                                                                       lang.Class

	has    *lang.Set // the classes of the sentence
	before []told    // the figures of the sentence that were read

	behindOf  int // the token that behind was asked of last, and its answer
	behindHas lang.Set
	dealtIn   lang.Sentence // the sentence that dealsOut was asked of last, and its answer
	deals     bool
	spotsFor  lang.Sentence // the sentence that spots was asked of last, and its answer
	spotsOf   []int32
	brackets  bool // the sentence of spotsFor has one
	dateline  int  // where the dateline of that sentence ends; 0 where it has none

	// The last figure with a unit and its sentence: "$9 million in 2019 and 12
	// million in 2020" leaves the unit of the second out.
	lastSentence lang.Sentence
	lastUnit     string
	lastNumber   number
	last         lastCount     // what the last figure counts, see figurethose_kk.go
	measure      measure       // and measures, see figuremeasured.go
	wholeIn      lang.Sentence // the sentence of the last Kazakh share that named its whole, and that
	wholeLabel   string
	endedBefore  int       // where the figure of the sentence before this one ended; 0 where there is none
	measuredHits []measure // what the fractions and multiples of rules are of
}

// alike reports whether a number without a unit is written as the last one
// with money or per cent was, so that it goes on with its unit: both scaled,
// or both with decimals.
func (f *figureReader) alike(x *number) bool {
	o := &f.lastNumber
	switch {
	case f.echo != lang.NoClass && f.amountUnit() && x.digits && o.digits && !x.scaled && !o.scaled && x.value < 2*o.value: // 39.6 km³, including 15.6 for one and 16.0 for the other
		return strings.Contains(f.l.Slice(x.start, x.end), ".") && strings.Contains(f.l.Slice(o.start, o.end), ".")
	case isCode(f.lastUnit), f.amountUnit():
		return x.scaled && o.scaled && x.value >= 1000 && o.value >= 1000
	case f.lastUnit == "year": // 80.5 years for men and 84.2 for women
		return x.digits && o.digits && x.value != float64(int64(x.value)) && o.value != float64(int64(o.value)) && x.value < 2*o.value && o.value < 2*x.value
	case f.lastUnit == "percent":
		return x.digits && o.digits && x.value != float64(int64(x.value)) && o.value != float64(int64(o.value))
	}
	return false
}

// letterOf reports whether a sum of money has but a letter of its currency
// before it: P3.5 billion.
func (f *figureReader) letterOf(x *number) bool {
	i := x.start
	return f.letter != lang.NoClass && i > 0 && x.digits && x.scaled && x.value >= 1000 && f.l.Is(i, lang.Glued) && f.l.Has(i-1, f.letter) && !f.l.Is(i-1, lang.Glued)
}

// newFigureReader prepares the figures of a part: its classes, its tables and the tokens
// that dates have already.
func newFigureReader(p *part) *figureReader {
	f := &figureReader{p: p, l: p.lat, rules: p.know.rules("figures"), tables: findTables(p), used: p.rooms.flags(len(p.lat.Toks) + 1)}
	l := &p.know.lists
	f.qual, f.qualAfter, f.unit, f.currency = l.qual, l.qualAfter, l.unit, l.currency
	f.label, f.notFigure, f.person, f.side = l.label, l.notFigure, l.personNoun, l.sideNoun
	f.stop, f.plural, f.caseEnd, f.rangeTo = l.npStop, l.pluralNoun, l.caseEnd, l.rangeTo
	f.and, f.age, f.ageBefore, f.clock = l.numJoin, l.ageSuffix, l.ageWord, l.clock
	f.clockBefore, f.definite, f.of, f.closing = l.clockBefore, l.definite, l.of, l.rangeClose
	f.from, f.letter, f.than, f.collective = l.rangeFrom, l.currencyLetter, l.thanWord, l.collective
	f.echo, f.particle, f.level, f.unitAdj = l.echoWord, l.particleVerb, l.levelVerb, l.unitAdj
	f.grew, f.small = l.grewWord, l.smallMoney
	for _, m := range p.mens {
		if m.class == lang.DateChunk {
			for i := m.start; i < m.end; i++ {
				f.used[i] = true
			}
		}
	}
	return f
}

// skipCase passes a case ending set behind digits by a hyphen: 30-дан.
func (f *figureReader) skipCase(i int, s lang.Sentence) int {
	if i+1 < s.Last && f.l.Rune(i) == '-' && f.l.Is(i, lang.Glued) && f.l.Has(i+1, f.caseEnd) && f.l.Is(i+1, lang.Glued) {
		return i + 2
	}
	return i
}

// rangeEnd reads the second number of a range.
func (f *figureReader) rangeEnd(end int, x *number, s lang.Sentence) (*number, int, bool) {
	if end+1 >= s.Last {
		return nil, 0, false
	}
	k := end
	switch r := f.l.Rune(k); {
	case r == '-' || r == '–' || r == '—' || r == '~' || r == '−' && f.l.Is(k, lang.Glued) && f.l.Is(k+1, lang.Glued):
		k++
	case f.l.Has(k, f.rangeTo):
		c, _ := f.l.Chunk(k, f.rangeTo)
		k = int(c.End)
	case f.l.Has(k, f.and) && f.openRange(x, s):
		k++
	default:
		return nil, 0, false
	}
	if u, j, ok := f.endingAt(k+1, k, f.currency); ok && u != "" && j == k { // $5–$10
		k++
	}
	y, ok := f.p.numberAt(k)
	if !ok || y.ordinal || y.end > s.Last || f.used[y.start] {
		return nil, 0, false
	}
	return y, y.end, true
}

// openRange reports whether "between" stands before the number.
func (f *figureReader) openRange(x *number, s lang.Sentence) bool {
	start := x.start
	if _, first, money := f.currencyBefore(start, s); money {
		start = first
	}
	_, _, ok := f.endingAt(start, s.First, f.from)
	return ok
}

// qualify reads the qualifier that stands before the figure.
func (f *figureReader) qualify(st *read.Statement, start int, _ *int, s lang.Sentence) {
	if start > s.First && f.l.Has(start-1, f.p.know.lists.indefinite) { // fewer than a thousand
		if x, ok := f.p.numberAt(start); ok && x.end < s.Last && f.l.Rune(x.end) == '-' { // under a three-year agreement
			return
		}
		start--
	}
	if q, k, ok := f.endingAt(start, s.First, f.qual); ok {
		if q == "over" && k == start-1 && f.particle != lang.NoClass && f.l.Has(k-1, f.particle) && !ofTime(st.Unit) { // handed over 12 boats
			return
		}
		if q != "under" || !f.l.Has(k, f.rangeTo) || !f.risenTo(k, s) && !f.levelAfter(k, s) && !f.amountBefore(k, s) {
			st.Qualifier = q
		} else if q, _, ok := f.endingAt(k, s.First, f.qual); ok { // почти до 6,6 млрд
			st.Qualifier = q
		}
		f.take(k, start)
		return
	}
	if f.qualifyPrep(st, start, s) {
		return
	}
	i := f.afterNumber(start, s)
	if f.likeKK(i) {
		st.Qualifier = "about"
		return
	}
	if !f.moreBy(i) {
		f.qualifyAt(st, i)
	}
}

// qualifyPrep reads a qualifier with a preposition behind it: «почти на | 5 %», «более
// чем в | 20 странах», but «стало больше на 5 %».
func (f *figureReader) qualifyPrep(st *read.Statement, start int, s lang.Sentence) bool {
	r := &f.p.know.roles
	if start < s.First+2 || !f.l.Plays(start-1, r.qualPrep) || !f.l.Plays(start-2, r.qualEnd) {
		return false
	}
	q, _, ok := f.endingAt(start-1, s.First, f.qual)
	if ok {
		st.Qualifier = q
	}
	return ok
}

// levelAfter reports whether the word for "to" at token k leads to a level that
// something came to from another: «с 1,2 млн до 2,4 млн».
func (f *figureReader) levelAfter(k int, s lang.Sentence) bool {
	if f.p.know.russian && k-3 > s.First && f.levelDash(k, s) {
		return true // прирост составил 23,4 % — до 13 млрд
	}
	for i := k - 1; i > s.First && i > k-14; i-- {
		if (f.l.Plays(i, f.p.know.roles.timesNoun) || f.l.Has(i, f.p.know.lists.times) || f.l.Has(i, f.p.know.lists.fraction)) && (i == k-1 || i == k-2 && f.l.Is(k-1, lang.Punct)) {
			return true // вырос в 1,7 раза, до 68 млн; вырос на четверть, до 80 млн
		}
		if _, ok := f.p.numberAt(i); ok && (f.l.Has(i-1, f.p.know.lists.levelFrom) || f.changeBefore(i, s) != "" || f.p.know.russian && f.changeApart(i, s) != "") {
			return true // с 1,2 млн до 2,4 млн; вырос на 3 %, до 40 %
		}
	}
	return false
}

// risenTo reports whether a word of rise or fall stands before the word for "to" at token
// k, with what rose or fell between at most, so that a level follows: «понизился до 887
// метров», «сокращён до 40», «снизил ставку до 14 %».
func (f *figureReader) risenTo(k int, s lang.Sentence) bool {
	if !f.p.know.russian || !f.behind(k).Has(f.grew) {
		return false
	}
	for i := k - 1; i >= s.First && i >= k-5 && f.l.Is(i, lang.Word); i-- {
		if f.l.Has(i, f.grew) {
			return true
		}
	}
	return false
}

// levelDash reports whether a dash or a comma behind a percentage stands before the
// word for "to" at token k, with a qualifier between at most.
func (f *figureReader) levelDash(k int, s lang.Sentence) bool {
	if _, first, ok := f.endingAt(k, s.First, f.qual); ok {
		k = first
	}
	return f.l.Is(k-1, lang.Punct) && (f.l.Rune(k-2) == '%' || f.l.Plays(k-2, f.p.know.roles.percentWord))
}

// afterNumber gives the first token behind the digits and their case ending.
func (f *figureReader) afterNumber(start int, s lang.Sentence) int {
	if x, ok := f.p.numberAt(start); ok {
		return f.skipCase(x.end, s)
	}
	return start
}

// qualifyAt notes the qualifier that begins at token i, behind a number: "or more", «және
// одан көп»; false where none does.
func (f *figureReader) qualifyAt(st *read.Statement, i int) bool {
	q, _, ok := f.l.Value(i, f.qualAfter)
	if ok && q == "over" && f.p.know.headLast && strings.HasPrefix(f.l.Fold(i), "көбі") && !ablativeKK(f.l.Fold(i-1)) { // 20 елдің көбі
		return false
	}
	if ok && !(f.closing != lang.NoClass && f.l.Has(i, f.closing) && (f.fromBefore(i) || f.levelKK(i))) {
		st.Qualifier = q
	}
	return ok
}

// fromBefore reports whether a number with a case ending stands before token i
// and the number there: "36 277 адамнан 49 827 адамға дейін" is from one level
// to another, not "up to".
func (f *figureReader) fromBefore(i int) bool {
	numbers := 0
	for k := i - 1; k >= 0 && k > i-12; k-- {
		if _, ok := f.p.numberAt(k); ok {
			numbers++
		}
		if f.l.Toks[k].Para {
			break
		}
	}
	return numbers > 1
}

// qualifyAfter reads the qualifier behind what is counted: 9 мың адамға жуық.
func (f *figureReader) qualifyAfter(st *read.Statement, end *int, s lang.Sentence) {
	if *end < s.Last && !f.moreBy(*end) && f.qualifyAt(st, *end) {
		*end++
	}
}

// nearestGroup gives the group mentioned in the tokens [from, to].
func (p *part) nearestGroup(from, to int) (int, bool) {
	for i := from; i < to && i < len(p.lat.Toks); i++ {
		if m, ok := p.mentionAt(i, lang.GroupChunk); ok && m.entity >= 0 {
			return m.entity, true
		}
	}
	return 0, false
}
