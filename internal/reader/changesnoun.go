package reader

import "shanyraq/internal/lang"

// Changes told by the noun that is the subject of their amount, "the decline was 7 per
// cent", «рост составил 5 %», and those that go on with the one told before them, "fell by
// 13 % in Chad and by 15 % in Niger".

// changeReached is how many tokens may stand between the noun of a change and its verb.
const changeReached = 8

// changeOfSubject takes the change whose noun is the subject of a percentage; more than a
// hundred is an index, «рост составил 104,5 %». In Kazakh the verb behind the percentage
// tells what became of the subject: «Өсім 9 пайызға баяулады» is no rise.
func (f *figureReader) changeOfSubject(g *figure) string {
	if u := g.st.Unit; u != "percent" && u != "pp" || g.value > 100 {
		return ""
	}
	k := f.bareStart(g.start, g.s) - 1
	dash := isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued)
	if f.p.know.headLast {
		if dash {
			k--
		}
		if f.l.Has(g.end, f.p.know.lists.changeAfter) {
			return ""
		}
		return f.changeNamed(k, g.s)
	}
	r := &f.p.know.roles
	switch {
	case f.p.know.russian && (dash || f.l.Plays(k, r.shareIs)):
		k--
	case f.echo != lang.NoClass && f.l.Has(k, f.p.know.lists.auxVerb):
		k--
	case f.echo != lang.NoClass && f.l.Plays(k, r.toLevel) && f.l.Is(k-1, lang.Lower): // came to, stood at
		k -= 2
	default:
		return ""
	}
	for i := k; i >= g.s.First && i > k-changeReached; i-- {
		if change := f.changeNamed(i, g.s); change != "" {
			if f.echo != lang.NoClass && i < k && !f.l.Has(i+1, f.stop) { // the growth rate was
				return ""
			}
			return change
		}
		if !f.inDate(i) && (!f.l.Is(i, lang.Word) || f.mayBeVerb(i)) {
			return ""
		}
	}
	return ""
}

// changeNamed gives the change that the noun at token i of a sentence names.
func (f *figureReader) changeNamed(i int, s lang.Sentence) string {
	switch r := &f.p.know.roles; {
	case i < s.First:
	case f.l.Plays(i, r.riseNoun):
		return "rise"
	case f.l.Plays(i, r.fallNoun):
		return "fall"
	}
	return ""
}

// mayBeVerb reports whether the word at token i may be a finite verb of its clause.
func (f *figureReader) mayBeVerb(i int) bool {
	if f.p.know.russian {
		return f.didRu(i) || f.l.Is(i, lang.Lower) && f.p.know.endings.futureEnd.end(f.l.Fold(i), 4)
	}
	return f.endsLikeVerb(i) || f.l.Has(i, f.p.know.lists.pastWord) || f.l.Has(i, f.p.know.lists.auxVerb)
}

// changeAgain reports whether a percentage goes on with the change of the one before it,
// with no verb between: its preposition of amounts is said again, what follows it is
// tied as what follows the other, "rose 4 percent in towns and 6 percent in villages", or
// its Kazakh dative closes a clause without a verb, «…, оның ішінде өңдеуде 3 %-ға».
func (f *figureReader) changeAgain(g *figure) bool {
	if f.last.change == "" || f.last.sentence != g.s || g.st.Unit != f.last.unit || g.st.Unit != "percent" && g.st.Unit != "pp" || f.last.tok >= g.start {
		return false
	}
	if f.p.know.headLast {
		return dativeKK(f.l.Fold(g.end-1)) && (f.l.Rune(g.end) == ',' || g.end+1 >= g.s.Last)
	}
	k := f.bareStart(g.start, g.s)
	switch {
	case f.l.Plays(k-1, f.p.know.roles.forAmount):
		k--
	case f.echo != lang.NoClass && f.anotherGrew(g, k):
		return true
	case f.l.Has(k-1, f.and) && f.l.Has(g.end, f.p.know.lists.inPrep) && f.l.Fold(g.end) == f.l.Fold(f.last.tok):
	default:
		return false
	}
	joined := false
	for i := f.last.tok; i < k; i++ {
		switch c := f.l.Rune(i); {
		case c == ',' || isDash(c) || f.l.Has(i, f.and):
			joined = true
		case f.inDate(i):
		case !f.l.Is(i, lang.Word) || f.mayBeVerb(i) || f.contrasts(i):
			return false
		}
	}
	return joined
}

// anotherGrew reports whether an English percentage from token k on ends a clause that
// leaves the verb of the one before it out: "wheat fell 3% and | hard maize 4%".
func (f *figureReader) anotherGrew(g *figure, k int) bool {
	if g.end < g.s.Last && !f.l.Is(g.end, lang.Punct) && !f.l.Has(g.end, f.and) || f.l.Rune(g.end) == '(' {
		return false
	}
	if _, _, verb := f.endingAt(f.bareStart(f.last.first, g.s), g.s.First, f.p.know.lists.changeVerb); !verb {
		return false
	}
	i := k - 1
	for i > f.last.tok && f.l.Is(i, lang.Word) && !f.l.Has(i, f.stop) && !f.l.Has(i, f.and) && !f.used[i] && !f.mayBeVerb(i) {
		i--
	}
	if i == k-1 || k-i > 4 {
		return false
	}
	if f.l.Has(i, f.and) && i-1 == f.last.tok && f.l.Rune(i-1) == ',' {
		i--
	}
	return i == f.last.tok && (f.l.Has(i, f.and) || f.l.Rune(i) == ',')
}

// indexLevel reports whether a bare number of more than a hundred behind "to" is the level
// that an index came to by the percentage before it: "rose by 2.2 per cent to | 129.6".
func (f *figureReader) indexLevel(g *figure) bool {
	if f.lastUnit != "percent" || g.value <= 100 {
		return false
	}
	k := f.bareStart(g.start, g.s) - 1
	return k > g.s.First && (f.l.Has(k, f.rangeTo) || f.l.Plays(k, f.p.know.roles.to) || f.l.Has(k+1, f.rangeTo))
}

// changeSigned reports whether a plus tells that a percentage, or a number alone with it in
// a bracket, is how much something rose: "accommodation (+5.57 per cent)".
func (f *figureReader) changeSigned(g *figure) bool {
	k := g.x.start - 1
	if k <= g.s.First || f.l.Rune(k) != '+' || !f.l.Is(g.x.start, lang.Glued) {
		return false
	}
	return g.st.Unit == "percent" || g.st.Unit == "pp" || f.l.Rune(k-1) == '(' && g.st.Unit != "°C"
}
