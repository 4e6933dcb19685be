package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// What a figure measures where nothing that it counts stands behind it: whose amount,
// change or level it tells. "Silk exports came to $112 million", "a loan of $85 million",
// "tickets doubled in price", «взнос в 12 млн рублей», «салмағы 37 кг».

// longestMeasured is how many words name at most what is measured.
const longestMeasured = 6

// measure is what a figure measures, for those that go on with it in its sentence: "rose
// by 8 per cent to $401 million", "5.8 per cent, against 4.5".
type measure struct {
	sentence lang.Sentence
	tok      int // the token behind the figure
	label    string
	things   bool // it is counted, not measured: "12 floors"
}

// measured names what a figure measures where it counts nothing. Each language looks in
// its own file for the tokens of the noun phrase; a figure of which it finds none goes on
// with the one before where only small words part them.
func (f *figureReader) measured(g *figure) {
	st := &g.st
	if f.p.know.headLast {
		f.measuredKK(st, g.s, g.start, g.end)
		return
	}
	f.recallMeasure(g)
	if st.Counted == "" && st.Group == "" && st.Rank == 0 && !st.Only && g.rule != "figure.cell" {
		label := ""
		switch {
		case f.measuresOn(g):
			label = f.measure.label
		case f.echo != lang.NoClass:
			label = f.measuredEN(g)
		case f.p.know.russian:
			label = f.measuredRU(g)
		}
		st.Counted = label
		f.measure = measure{sentence: g.s, tok: g.end, label: label}
	} else if st.Counted != "" && st.Rank == 0 && f.measureKind(g.end-1) != "unit" {
		f.measure = measure{sentence: g.s, tok: g.end, label: st.Counted, things: true}
	}
}

// recallMeasure takes up what the last fraction or multiple before a figure is of: rules
// are gone over before the numbers are.
func (f *figureReader) recallMeasure(g *figure) {
	for _, m := range f.measuredHits {
		if m.sentence == g.s && m.tok <= g.start && (f.measure.sentence != g.s || m.tok > f.measure.tok) {
			f.measure = m
		}
	}
}

// measuresOn reports whether a figure goes on with what the one before measures: nothing
// but marks, days and words of the role measureson stand between ("to", "from", "against",
// «до», «против», «и»).
func (f *figureReader) measuresOn(g *figure) bool {
	m := &f.measure
	from := f.bareStart(g.start, g.s)
	if m.label == "" || m.sentence != g.s || m.tok >= from || ofTime(g.st.Unit) {
		return false
	}
	if st := &g.st; !measures(st) && !f.l.Plays(from-1, f.p.know.roles.toLevel) && !f.l.Plays(from-1, f.p.know.roles.fromWhere) || st.Unit == "percent" && f.of != lang.NoClass && f.l.Has(g.end, f.of) {
		return false
	}
	for i := m.tok; i < from; i++ {
		if !f.inDate(i) && !f.l.Plays(i, f.p.know.roles.measuresOn) && f.measureKind(i) != "on" && (f.l.Is(i, lang.Word) || f.l.Rune(i) == ';') {
			return false
		}
	}
	return true
}

// measuredOfHit names what the fraction or the multiple of a rule's match is of: "prices
// doubled", "output fell by a third".
func (f *figureReader) measuredOfHit(h *figureHit, s lang.Sentence) {
	g := figure{s: s, st: h.st, start: h.start, end: h.end, rule: h.rule}
	f.measured(&g)
	if h.st.Counted = g.st.Counted; h.st.Counted != "" {
		f.measuredHits = append(f.measuredHits, measure{sentence: s, tok: h.end, label: h.st.Counted})
	}
}

// measuredText gives the tokens [from, to) as what is measured; "" where they are none or
// too many. Each language sees to their case.
func (f *figureReader) measuredText(from, to int) string {
	words := 0
	for i := from; i < to; i++ {
		if f.l.Is(i, lang.Word) && (i == from || f.l.Rune(i-1) != '-') {
			words++
		}
	}
	if words == 0 || words > longestMeasured {
		return ""
	}
	return strings.TrimSpace(f.l.Slice(from, to))
}

// measures reports whether a statement tells an amount, a level or a change that something
// must have: it has a unit, or it is how much or how many times something changed.
func measures(st *read.Statement) bool {
	return st.Unit != "" && st.Unit != "person" || changes(st)
}
