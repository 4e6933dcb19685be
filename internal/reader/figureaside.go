package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// asideOpens reports whether a Russian clause that qualifies the noun before it
// opens at token i: a form of «который», alone or behind a preposition, or a
// participle: «конгресс, на котором изберут президента, пройдёт в Софии».
func (p *part) asideOpens(i int) bool {
	l := p.lat
	for k := i; k < len(l.Toks) && k <= i+2; k++ {
		w := l.Fold(k)
		if strings.HasPrefix(w, "котор") || k == i && (p.know.endings.participleEnd.end(w, 4) || strings.HasPrefix(w, "посвящ") || strings.HasPrefix(w, "приуроч")) {
			return true
		}
		if k > i && !l.Has(i, p.know.lists.eventIn) && !l.Has(i, p.know.lists.topicPrep) {
			return false
		}
	}
	return false
}

// qualifies reports whether a clause or participle opens at token i that
// qualifies what stands before it: "which opened", "in which", "originally
// built", «который», «построенный».
func (f *figureReader) qualifies(i int) bool {
	if f.p.know.russian {
		return f.p.asideOpens(i) || f.p.know.endings.presentEnd.end(f.l.Fold(i), 4)
	}
	clause, dated := f.p.know.lists.clauseWord, f.p.know.lists.datedVerb
	return f.l.Has(i, clause) || f.l.Has(i, dated) ||
		i+1 < len(f.l.Toks) && (f.l.Has(i, f.p.know.lists.inPrep) && f.l.Has(i+1, clause) || f.l.Is(i, lang.Lower) && strings.HasSuffix(f.l.Fold(i), "ly") && f.l.Has(i+1, dated))
}

// doneThen reports whether an English participle at token i has the date or the place
// right behind it: "The fleet, renewed in 2019, has 12 vessels".
func (f *figureReader) doneThen(i int, m *mention) bool {
	return f.echo != lang.NoClass && m.start == i+2 && f.l.Has(i+1, f.p.know.lists.inPrep) && f.l.Is(i, lang.Lower) &&
		(f.l.Has(i, f.p.know.lists.pastWord) || f.p.know.endings.pastEnd.end(f.l.Fold(i), 2))
}

// datedApposition reports whether an English date closes an apposition by its participle:
// "One of them, a lullaby recorded in 1958, had waited for 68 years".
func (f *figureReader) datedApposition(m *mention, s lang.Sentence) bool {
	if f.echo == lang.NoClass || f.l.Rune(m.end) != ',' || m.start-2 <= s.First || !f.l.Has(m.start-1, f.p.know.lists.inPrep) || !f.l.Has(m.start-2, f.p.know.lists.datedVerb) {
		return false
	}
	k := m.start - 3
	for k > s.First && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.p.know.lists.auxVerb) {
		k--
	}
	return f.l.Rune(k) == ',' && (f.l.Has(k+1, f.p.know.lists.indefinite) || f.l.Has(k+1, f.definite))
}

// aside reports whether a date or place belongs to a clause between commas that
// the number in the tokens [at, end) is no part of: "The bridge, built in 1987, carries
// 20,000 cars", "It holds 600 tonnes, more than the old one, which was closed
// in 2019". Not in languages whose clauses stand before their noun without commas.
func (f *figureReader) aside(m *mention, s lang.Sentence, at, end int) bool {
	if f.p.know.headLast {
		return false
	}
	if m.end < at && f.echo != lang.NoClass && m.start-2 > s.First && f.l.Has(m.start-2, f.p.know.lists.datedVerb) && f.l.Has(m.start-1, f.p.know.lists.inPrep) &&
		!f.l.Has(m.start-3, f.p.know.lists.auxVerb) && f.l.Is(m.end, lang.Lower) && (f.l.Has(m.end, f.p.know.lists.pastWord) || f.p.know.endings.pastEnd.end(f.l.Fold(m.end), 2)) {
		return true // the data released on 14 October showed a growth of 5 per cent
	}
	if m.end < at && f.datedApposition(m, s) {
		return true
	}
	closed := at < m.start // else a comma must end the clause before the number
	for k := m.end; k < at && !closed; k++ {
		if k > m.end && f.l.Has(k, f.p.know.lists.clauseWord) && f.l.Has(k-1, f.and) { // it joined in 1969 and that 64 doctors came
			return true
		}
		closed = f.l.Rune(k) == ','
	}
	if !closed {
		return false
	}
	for k := m.start - 1; k >= s.First; k-- {
		if k >= at && k < end {
			return false
		}
		if r := f.l.Rune(k); r == ',' || r == ';' || r == '(' {
			return r == ',' && (f.qualifies(k+1) || f.doneThen(k+1, m))
		}
	}
	return m.end <= at && m.start > s.First && f.qualifies(s.First) && f.l.Has(s.First, f.p.know.lists.datedVerb) // Built in 1987, the bridge carries 20,000 cars
}

// inReference reports whether an English number is a part of a telephone number, of the
// number of a paper or of the name of a group of states: 301-555-0142, "Release No.
// 26-118", "tel. +34 91 555 12 34", "the 5+1".
func (f *figureReader) inReference(x *number, s lang.Sentence) bool {
	if x.digits && x.value < 22 && x.end+1 < s.Last && f.l.Rune(x.end) == '+' && f.l.Rune(x.end+1) == ')' && f.l.Rune(x.start-1) == '(' { // (18+)
		return true
	}
	if f.echo == lang.NoClass || !x.digits {
		return false
	}
	l, a, marks := f.l, x.start, 0
	for a-2 >= s.First && refMark(l.Rune(a-1)) && l.Is(a, lang.Glued) && l.Is(a-1, lang.Glued) && l.Is(a-2, lang.Number) {
		a, marks = a-2, marks+1
	}
	for b := x.end; b+1 < s.Last && refMark(l.Rune(b)) && l.Is(b, lang.Glued) && l.Is(b+1, lang.Glued) && l.Is(b+1, lang.Number); b += 2 {
		marks++
		if l.Rune(b) == '+' {
			return true
		}
	}
	if marks > 1 {
		return true
	}
	k := a - 1
	if k < s.First {
		return false
	}
	if marks == 1 {
		if l.Rune(k) == ':' && k > s.First {
			k--
		}
		_, _, labelled := f.endingAt(k+1, s.First, f.label)
		return labelled || l.Rune(a+1) == '+' && a < x.start
	}
	return f.dialledRow(x, s)
}

// refMark reports whether a mark parts the numbers of a line or of a paper.
func refMark(r rune) bool { return r == '-' || r == '/' || r == '+' }

// dialledRow reports whether a number stands in a row of numbers behind a plus or the
// word for a telephone.
func (f *figureReader) dialledRow(x *number, s lang.Sentence) bool {
	k := x.start - 1
	for k > s.First && (f.l.Is(k, lang.Number) || f.l.Rune(k) == '(' || f.l.Rune(k) == ')') {
		k--
	}
	row := k < x.start-1 || x.end < s.Last && f.l.Is(x.end, lang.Number)
	if !row {
		return false
	}
	_, _, labelled := f.endingAt(k+1, s.First, f.label)
	return labelled || f.l.Rune(k) == '+' && f.l.Is(k+1, lang.Glued)
}

// itemNumber reports whether a number in digits is that of a paragraph at its beginning or
// one that only a line or a code has: "33.1 The minutes were approved", "12 The Committee
// met", "call 0900".
func (f *figureReader) itemNumber(x *number, s lang.Sentence) bool {
	if !x.digits || x.end != x.start+1 {
		return false
	}
	w := f.l.Slice(x.start, x.end)
	if len(w) > 2 && w[0] == '0' && w[1] >= '0' && w[1] <= '9' {
		return true
	}
	if f.echo == lang.NoClass || x.start != s.First || x.end+2 >= s.Last || !f.l.Is(x.end, lang.Cap) || f.l.Is(x.end, lang.Glued) {
		return false
	}
	return strings.Contains(w, ".") && !f.l.Has(x.end, f.unit) && !f.l.Has(x.end, f.p.know.lists.mult) || f.l.Has(x.end, f.definite)
}
