package reader

import (
	"math"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// What an English figure counts where its noun stands elsewhere in the
// sentence: "the number of pupils fell to 48,300, down from 60,800". Packs
// without an echoword list are read otherwise.

// told is a figure already read, with what it counts.
type told struct {
	sentence      lang.Sentence
	value         float64
	counted, unit string
	group         string
}

// told completes a figure that names nothing: by the figure of the sentence
// that it is set beside, or by "the number of" before it.
func (f *figureReader) told(st *read.Statement, v float64, s lang.Sentence, at int) {
	if st.Unit != "" {
		return
	}
	if f.echo == lang.NoClass {
		f.manyOf(st, s, at)
		return
	}
	if x, ok := f.p.numberAt(at); ok && (f.verbOfWhole(x, st, s) || f.anotherDone(x, st, s)) {
		st.Counted = ""
	}
	if st.Counted != "" {
		return
	}
	if o := f.beside(v, s); o != nil {
		if _, _, ok := f.endingAt(f.bareStart(at, s), s.First, f.echo); ok {
			st.Counted, st.Unit, st.Group = o.counted, o.unit, o.group
			return
		}
	}
	if f.goesOn(st, v, s, at) {
		return
	}
	if !f.numberOf(st, s, at) && !f.whoNumber(st, s, at) {
		f.levelOf(st, s, at)
	}
}

// levelOf takes the subject of a verb that leads to a level: "Membership of the
// unions fell to 12.8 million", "Subscriptions stood at 4,000".
func (f *figureReader) levelOf(st *read.Statement, s lang.Sentence, at int) {
	k := f.bareStart(at, s) - 1
	from := f.l.Plays(k, f.p.know.roles.fromWhere) && f.grewFrom(k+1, s)
	if k < s.First+2 || !f.l.Plays(k, f.p.know.roles.toLevel) && !from {
		return
	}
	if f.l.Plays(k, f.p.know.roles.to) && f.last.sentence == s && f.last.noun != "" && f.last.tok == k && f.grewFrom(f.last.first, s) { // climbed from 30 to 45
		st.Counted, st.Unit = f.last.noun, f.last.unit
		return
	}
	verb := k - 1
	if !f.l.Has(verb, f.level) {
		return
	}
	end := verb
	for end > s.First && (f.l.Has(end-1, f.p.know.lists.auxVerb) || strings.HasSuffix(f.l.Fold(end-1), "ly")) {
		end--
	}
	f.subjectOfLevel(st, s, end)
}

// subjectOfLevel takes the noun phrase of up to three words that ends before token end as
// what a level is of.
func (f *figureReader) subjectOfLevel(st *read.Statement, s lang.Sentence, end int) {
	from := end
	for i := end - 1; i >= s.First && i > end-9; i-- {
		if f.l.Has(i, f.of) {
			from, end = i, i
			continue
		}
		if f.l.Has(i, f.definite) && f.l.Has(i-1, f.of) {
			continue
		}
		if !f.l.Is(i, lang.Word) || f.used[i] || f.l.Has(i, f.definite) || f.l.Has(i, f.stop) {
			break
		}
		from = i
	}
	if kind, _, ok := f.l.Value(end-1, f.p.know.lists.numberNoun); ok && kind == "number" { // that number had grown to 20 million
		return
	}
	if from < end && end-from <= 3 && !f.l.Has(from, f.p.know.lists.pronoun) && !f.l.Has(end-1, lang.PlaceChunk) && !f.l.Has(end-1, lang.OrgChunk) {
		f.set(st, from, end)
	}
}

// remember keeps a figure of plain things or people for those set beside it.
func (f *figureReader) remember(st *read.Statement, s lang.Sentence) {
	if f.echo == lang.NoClass || st.Value == nil || st.Counted == "" || st.Unit != "" && st.Unit != "person" {
		return
	}
	if len(f.before) > 0 && f.before[0].sentence != s {
		f.before = f.before[:0]
	}
	f.before = append(f.before, told{sentence: s, value: *st.Value, counted: st.Counted, unit: st.Unit, group: st.Group})
}

// beside gives the figure of a sentence read before that a value is likely to
// be set beside: the one nearest to it in size, the later of equally near ones.
func (f *figureReader) beside(v float64, s lang.Sentence) (best *told) {
	far := 0.0
	for i := range f.before {
		o := &f.before[i]
		if o.sentence != s || o.value <= 0 || v <= 0 {
			continue
		}
		if d := math.Abs(math.Log(v / o.value)); best == nil || d <= far {
			best, far = o, d
		}
	}
	return best
}

// bareStart gives the token before which the qualifier of a figure stands.
func (f *figureReader) bareStart(at int, s lang.Sentence) int {
	if _, k, ok := f.endingAt(at, s.First, f.qual); ok {
		return k
	}
	return at
}

// numberOf takes what "the number of" before a figure is of, where no other
// number stands between.
func (f *figureReader) numberOf(st *read.Statement, s lang.Sentence, at int) bool {
	noun := f.p.know.lists.numberNoun
	for i := at - 1; i >= s.First; i-- {
		if n, ok := f.p.numberAt(i); ok && !f.used[i] && !n.ordinal {
			return false
		}
		kind, end, ok := f.l.Value(i, noun)
		if !ok || kind != "number" || !f.l.Has(end, f.of) {
			continue
		}
		from := end + 1
		for f.l.Has(from, f.definite) {
			from++
		}
		for k := from; k < at && k < from+5; k++ {
			if !f.l.Is(k, lang.Word) || f.used[k] || f.l.Has(k, f.stop) {
				return false
			}
			if k == from && f.echo != lang.NoClass && f.l.Is(k, lang.Lower) && (f.l.Has(k+1, f.stop) || f.endsLikeVerb(k+1)) || // the number of jobless registered with offices
				f.headNoun(k, from) || f.l.Has(k, f.person) && !f.l.Has(k+1, lang.Lower) || f.l.Has(k, f.person) && f.endsLikeVerb(k+1) {
				f.set(st, from, k+1)
				return true
			}
		}
		return false
	}
	return false
}

// whoNumber takes the people of "the Sámi, who number about 10,000".
func (f *figureReader) whoNumber(st *read.Statement, s lang.Sentence, at int) bool {
	k := f.bareStart(at, s) - 1
	if k <= s.First || !f.l.Plays(k, f.p.know.roles.numbers) {
		return false
	}
	for i := k - 1; i >= s.First && i > k-10; i-- {
		if m, ok := f.p.mentionAt(i, lang.GroupChunk); ok && m.entity >= 0 {
			if f.l.Has(m.start-1, f.and) && f.l.Has(m.start-2, lang.GroupChunk) {
				return false // Tatars and Germans together
			}
			st.Group, st.Counted, st.Unit = ref(m.entity), f.l.Slice(m.start, m.end), "person"
			return true
		}
	}
	if from := f.manyBefore(k, s); from < k {
		f.set(st, from, k)
		return true
	}
	return false
}

// manyBefore gives the first token of the plural noun, with a word before it,
// that stands right before the verb at token k, "hospital beds number 4,100";
// k where none does.
func (f *figureReader) manyBefore(k int, s lang.Sentence) int {
	i := k - 1
	if i < s.First || !f.l.Is(i, lang.Word) || !f.headNoun(i, i) || f.used[i] {
		return k
	}
	if j := i - 1; j >= s.First && f.l.Is(j, lang.Word) && !f.l.Has(j, f.stop) && !f.l.Has(j, f.definite) && !f.used[j] && !f.headNoun(j, j) && !f.endsLikeVerb(j) {
		i = j
	}
	return i
}

// hasNumber reports whether a number begins in the tokens [from, to).
func (f *figureReader) hasNumber(from, to int) bool {
	for k := from; k < to; k++ {
		if _, ok := f.p.numberAt(k); ok && !f.l.Has(k, lang.DateChunk) {
			return true
		}
	}
	return false
}

// score reports whether a number is one side of the score of a game: two
// numbers joined by a hyphen of which the second is not the greater, with no
// unit behind them.
func (f *figureReader) score(x *number, s lang.Sentence) bool {
	side := func(a, b *number) bool {
		if !a.digits || !b.digits || a.scaled || b.scaled || a.value >= 200 || b.value > a.value || a.value != float64(int64(a.value)) {
			return false
		}
		_, _, unit := f.l.Value(b.end, f.unit)
		return !unit && !(b.end < s.Last && f.l.Is(b.end, lang.Glued) && isDash(f.l.Rune(b.end)))
	}
	glued := func(k int) bool {
		return k > s.First && k+1 < s.Last && (f.l.Rune(k) == '-' || f.l.Rune(k) == '–') && f.l.Is(k, lang.Glued) && f.l.Is(k+1, lang.Glued)
	}
	if f.echo == lang.NoClass {
		return x.digits && (glued(x.end) && f.scoreNoun(x.start-1, s) || glued(x.start-1) && f.scoreNoun(x.start-3, s))
	}
	if glued(x.end) {
		if y, ok := f.p.numberAt(x.end + 1); ok && side(x, y) {
			return true
		}
	}
	if k := x.start - 1; glued(k) {
		if y, ok := f.p.numberAt(k - 1); ok && y.end == k && side(y, x) {
			return true
		}
	}
	return false
}

// beyondAnother reports whether a word that sets numbers beside each other and another
// number stand between the number at token at and a date or place: "14 kg a hive,
// against 22 kg in Guyana".
func (f *figureReader) beyondAnother(m *mention, at int) bool {
	beside := false
	for k := at + 1; k < m.start; k++ {
		beside = beside || f.echo != lang.NoClass && f.l.Has(k, f.echo) || f.p.know.russian && f.l.Plays(k, f.p.know.roles.setAgainst)
		if !beside {
			continue
		}
		if _, ok := f.p.numberAt(k); ok {
			return true
		}
	}
	return false
}

// ofOther reports whether a date is another number's than that at token at: it
// stands right behind the other, or with it behind a semicolon, a "which is" or a
// word that sets numbers beside each other ("41 per cent, against 29 in 2022").
func (f *figureReader) ofOther(m *mention, at int) bool {
	if f.opensNext(m, at) || f.p.know.headLast && f.ofParticipleKK(m, at) {
		return true
	}
	for k := at; k < m.start; k++ {
		if r := f.l.Rune(k); r == ';' || r == ',' && f.l.Has(k+1, f.p.know.lists.numberAside) {
			return f.hasNumber(k, f.p.sentenceOf(k).Last)
		}
	}
	if f.beyondAnother(m, at) {
		return true
	}
	if f.echo == lang.NoClass || m.start < 2 {
		return false
	}
	if !f.l.Plays(m.start-1, f.p.know.roles.ofYear) { // the 1.5 million of 2021, 31 per cent in 2011
		return false
	}
	for k := m.start - 2; k >= 0 && k >= m.start-6; k-- {
		if y, ok := f.p.numberAt(k); ok && !y.ordinal { // by a tenth in 2024
			end := y.end
			if _, e, ok := f.unitAt(end); ok {
				end = e
			}
			return end == m.start-1 && (y.start > at || at >= y.end)
		}
	}
	return false
}
