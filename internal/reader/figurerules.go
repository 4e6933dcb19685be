package reader

import (
	"strconv"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// figureHit is a figure that a rule tells of.
type figureHit struct {
	st         read.Statement
	rule       string
	start, end int
	told       int // where the words for how much end
}

// byRules states fractions, multiples and ranks by the pack's patterns.
func (f *figureReader) byRules(s lang.Sentence) {
	var hits []figureHit
	f.p.scan(f.rules, s, func(m *pattern.Match) bool {
		if h, ok := f.ruleHit(m, s); ok {
			hits = append(hits, h)
		}
		return true
	})
	ended := 0
	for i, h := range hits {
		covered := false
		for j, o := range hits {
			longer := o.end-o.start > h.end-h.start || o.end-o.start == h.end-h.start && j < i
			covered = covered || j != i && o.start < h.end && h.start < o.end && longer
		}
		if covered {
			continue
		}
		f.subject(&h.st, s, h.start)
		f.endedBefore = ended
		f.where(&h.st, s, h.start, h.told)
		ended = h.told
		f.measuredKK(&h.st, s, h.start, h.end)
		f.p.state(h.st, h.rule, s.First, s.Last)
		f.take(h.start, h.end)
	}
	f.endedBefore = 0
}

// ruleHit reads the figure of a match with its qualifier, what is counted and the people
// it is of; false where a number has its tokens already or it tells none.
func (f *figureReader) ruleHit(m *pattern.Match, s lang.Sentence) (h figureHit, ok bool) {
	if f.used[m.Start] || f.used[m.End-1] || f.l.Is(m.Start, lang.Cap) && m.Start > s.First && f.l.Is(m.Start-1, lang.Cap) {
		return h, false
	}
	st := read.Statement{Kind: read.Figure, Qualifier: "exact"}
	if !f.capture(&st, m) {
		return h, false
	}
	start, end := m.Start, m.End
	if a, _, ok := m.Capture("core"); ok {
		start = a
	}
	if q, k, ok := f.endingAt(start, s.First, f.qual); ok {
		st.Qualifier, start = q, k
	} else if a, _, ok := m.Capture("share"); ok && a > m.Start { // не превышает | трети
		if q, k, ok := f.endingAt(a, s.First, f.qual); ok {
			st.Qualifier, start = q, min(start, k)
		}
	} else if f.p.know.headLast && st.Rank == 0 && !f.timesMoreKK(end) && f.qualifyAt(&st, end) { // екі есеге | жуық
		end++
	}
	if a, b, ok := m.Capture("counted"); ok && !f.l.Has(a, f.stop) && f.l.Is(a, lang.Lower) && !f.endsLikeVerb(a) && !f.pastRU(a) {
		if f.p.know.russian && b == a+2 && (f.endsLikeVerb(a+1) || f.pastRU(a+1) || strings.HasSuffix(f.l.Fold(a+1), "тся")) { // крупнейшей диаспорой | остаются
			b--
		}
		f.set(&st, a, f.nounEndEN(a, f.headEndKK(a, f.withoutOfThe(a, b))))
	} else if st.Rank == 0 && !st.Only {
		f.shareOfMatch(&st, m, &end, s)
	}
	if g, ok := f.p.nearestGroup(m.Start, end); ok {
		st.Group = ref(g)
	}
	told := max(m.End, start+1)
	if _, b, ok := m.Capture("share"); ok && f.echo != lang.NoClass {
		told = b
	}
	return figureHit{st, m.Rule.Name, start, max(m.End, start+1), told}, true
}

// withoutOfThe gives where the English words [a, b) of what is counted end before an "of" or
// "the" whose noun they do not have: "the third largest people | of the country".
func (f *figureReader) withoutOfThe(a, b int) int {
	for b > a+1 && f.echo != lang.NoClass && (f.l.Has(b-1, f.p.know.lists.definite) || f.l.Has(b-1, f.p.know.lists.of)) {
		b--
	}
	return b
}

// capture reads the numbers of a rule's match: n/den as a fraction, share
// from a list, times, rank.
func (f *figureReader) capture(st *read.Statement, m *pattern.Match) bool {
	if v, ok := f.captured(m, "share", f.p.know.lists.fraction); ok {
		return f.shareTold(st, m, v)
	}
	if den, ok := f.captured(m, "den", f.p.know.lists.ordinal); ok {
		return f.fraction(st, m, den)
	}
	if v, ok := f.captured(m, "times", f.p.know.lists.times); ok {
		st.Times = v
		at, _, _ := m.Capture("times")
		if v > 1 { // halved is 0.5 of what was
			st.Change = f.timesChange(m)
		}
		return v > 0 && v < 10000 && !f.twofoldThing(at) && !f.timesWon(at) && !f.doneTwice(at)
	}
	if v, ok := f.captured(m, "rank", f.p.know.lists.ordinal); ok {
		st.Rank = int(v)
		return v >= 1 && v < 1000
	}
	if r := m.Rule.Get("rank"); r != "" {
		if f.p.know.russian && f.oneOfMany(m) || f.manyRankedKK(m) {
			return false
		}
		st.Rank, _ = strconv.Atoi(r)
		st.Change = m.Rule.Get("change")
		return true
	}
	if m.Rule.Get("only") != "" {
		st.Only, st.Change = true, m.Rule.Get("change")
		return true
	}
	return false
}

// captured gives the number that a match captures under a name, in digits, as a number
// word or from a list; false where none is, or one of the other kind: «во второй раз».
func (f *figureReader) captured(m *pattern.Match, name string, list lang.Class) (float64, bool) {
	a, _, ok := m.Capture(name)
	if !ok {
		return 0, false
	}
	if x, ok := f.p.numberAt(a); ok && list != f.p.know.lists.fraction {
		if x.ordinal && list == f.p.know.lists.times { // во второй раз: how often, not how much more
			return 0, false
		}
		return x.value, x.ordinal || m.Rule.Get("ordinal") != "yes"
	}
	v, _, ok := f.l.Value(a, list)
	n, err := strconv.ParseFloat(v, 64)
	return n, ok && err == nil
}

// shareTold states a share v from a list, with the change to it; false where it is part of a
// number or of a time of day: «четверть миллиона», «в половине шестого».
func (f *figureReader) shareTold(st *read.Statement, m *pattern.Match, v float64) bool {
	st.Value = &v
	at, end, _ := m.Capture("share")
	if x, ok := f.p.numberAt(end); f.insideNumber(at, end) || f.p.know.russian && ok && x.ordinal { // четверть миллиона, два с половиной; в половине шестого
		return false
	}
	st.Change = f.changeBefore(at, lang.Sentence{First: max(0, at-6)})
	if c := f.p.know.lists.changeAfter; c != lang.NoClass && f.p.know.headLast && (dativeKK(f.l.Fold(end-1)) || strings.HasSuffix(f.l.Fold(end-1), "не") || strings.HasSuffix(f.l.Fold(end-1), "на")) { // төрттен біріне азайды
		st.Change, _, _ = f.l.Value(end, c)
	}
	return v > 0
}

// fraction states so many of den parts, one where the match captures no number; false
// where that is no fraction: "children under five in 30 districts".
func (f *figureReader) fraction(st *read.Statement, m *pattern.Match, den float64) bool {
	n, has := f.captured(m, "num", f.p.know.lists.num)
	if has && n > 1 && f.echo != lang.NoClass && (f.l.Plays(m.Start-1, f.p.know.roles.ageLimit) || den > 10 && f.l.Has(m.Start+1, f.p.know.lists.inPrep)) {
		return false // children under five in 30 districts
	}
	if has && den > 10 && den != 12 && int(den)%10 != 0 && den != 25 { // in 4 of 17 regions: counted, no rate
		return false
	}
	if !has {
		n = 1
	}
	if den < 2 || den > 50 || n <= 0 || n >= den {
		return false
	}
	v := float64(int64(n/den*1e6+0.5)) / 1e6
	st.Value = &v
	return true
}

// timesReach is how many words may stand between a verb of change and how many times it
// is told of: «снизился в Чили более чем вдвое».
const timesReach = 5

// timesChange gives which way something changed so many times: "fell threefold",
// «снизился вдвое», «екі есе азайды»; "" where nothing near says so.
func (f *figureReader) timesChange(m *pattern.Match) string {
	r := &f.p.know.roles
	if f.p.know.headLast {
		k := m.End
		if f.l.Has(k, f.qualAfter) && !f.timesMoreKK(k) {
			k++ // екі еседен | астам | артты
		}
		if change, _, ok := f.l.Value(k, f.p.know.lists.changeAfter); ok {
			return change
		}
	}
	switch {
	case f.l.Plays(m.End, r.fallNoun):
		return "fall"
	case f.l.Plays(m.End, r.riseNoun):
		return "rise"
	}
	for i := m.Start; i >= 0 && i >= m.Start-timesReach; i-- {
		switch {
		case f.l.Plays(i, r.fellVerb):
			return "fall"
		case f.l.Plays(i, r.roseVerb):
			return "rise"
		case i < m.Start && (f.l.Is(i, lang.Punct) || f.l.Is(i, lang.Number) || f.l.Has(i, f.and)):
			return ""
		}
	}
	return ""
}

// timesWon reports whether the Russian word at token i says how many times somebody won
// what he is called after: «трёхкратный олимпийский чемпион».
func (f *figureReader) timesWon(i int) bool {
	if !f.p.know.russian || !strings.Contains(f.l.Fold(i), "кратн") {
		return false
	}
	for k := i + 1; k < len(f.l.Toks) && k < i+4 && f.l.Is(k, lang.Word); k++ {
		if f.l.Plays(k, f.p.know.roles.feat) {
			return true
		}
	}
	return false
}

// doneTwice reports whether an English "twice" at token i tells how often something is
// done: "met twice in May", but "twice the level", "twice as many".
func (f *figureReader) doneTwice(i int) bool {
	if f.echo == lang.NoClass || f.l.Fold(i) != "twice" || f.l.Plays(i+1, f.p.know.roles.timesOf) {
		return false
	}
	return i+1 == len(f.l.Toks) || !f.l.Is(i+1, lang.Number)
}

// oneOfMany reports whether the Russian superlative that opens a match stands in
// the plural, which ranks nobody: «один из старейших музеев», «крупнейшие вузы».
func (f *figureReader) oneOfMany(m *pattern.Match) bool {
	from := m.Start
	c, ok := f.l.Chunk(from, f.p.know.lists.superAdj)
	if !ok {
		return false
	}
	w := f.l.Fold(int(c.End) - 1)
	for _, e := range [...]string{"их", "ых", "ие", "ые", "ими", "ыми", "им", "ым"} {
		if strings.HasSuffix(w, e) {
			return e != "им" && e != "ым" || f.l.Has(int(c.End), lang.Word) && strings.HasSuffix(f.l.Fold(int(c.End)), "м") && !strings.HasSuffix(f.l.Fold(int(c.End)), "ом") && !strings.HasSuffix(f.l.Fold(int(c.End)), "ем")
		}
	}
	return false
}
