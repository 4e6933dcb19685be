package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// What a number counts where a label before its colon or a share before its bracket says
// so: "Births: 11,340", "Kyrgyz made up 88 per cent (482,960)".

// longestLabel is how many words a label has at most.
const longestLabel = 6

// labelled takes what a number counts, or what there is so much of, from the label that
// opens its line or its part of the line: "- Marriages: 3,902; divorces: 911".
func (f *figureReader) labelled(g *figure) {
	st := &g.st
	if st.Counted != "" || st.Unit != "" && st.Unit != "person" && !amountUnit(st.Unit) {
		return
	}
	mark := f.bareStart(g.start, g.s) - 1
	if mark <= g.s.First || !f.labelBefore(g, mark) {
		f.dashLabelled(g, mark)
		f.bracketLabelled(g, mark)
	}
}

// bracketLabelled takes what a number alone in its bracket counts from the plural in small
// letters before it: "nurses (340), day trippers (1.3 million)", «медсёстры (340)». Small
// numbers may point to a note.
func (f *figureReader) bracketLabelled(g *figure, open int) {
	st := &g.st
	if st.Unit != "" || st.Group != "" || st.Counted != "" || g.x == nil || g.x.value < fewestInRow || f.l.Rune(open) != '(' || g.end >= g.s.Last || f.l.Rune(g.end) != ')' {
		return
	}
	from := f.pluralBefore(open, g.s)
	if _, told := f.p.numberAt(from); from < open && !told && !f.used[from] { // the three groups (12)
		f.set(st, from, open)
	}
}

// pluralBefore gives the first token of the noun in small letters before token k that can
// only be a plural, with a word that describes it; k where none stands there.
func (f *figureReader) pluralBefore(k int, s lang.Sentence) int {
	i := k - 1
	if i < s.First || !f.l.Is(i, lang.Lower) || f.used[i] || f.l.Has(i, f.stop) || f.l.Has(i, lang.PlaceChunk) || f.l.Has(i, lang.OrgChunk) || f.l.Has(i, lang.PersonChunk) || f.l.Has(i, lang.GroupChunk) {
		return k
	}
	w := f.l.Fold(i)
	switch {
	case f.p.know.headLast && (pluralKK(w) || pluralKK(f.p.withoutCase(w))):
		return i
	case f.p.know.russian && !f.endsLikeVerb(i) && (strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "и") || strings.HasSuffix(w, "ов") || strings.HasSuffix(w, "ев") || strings.HasSuffix(w, "ей")):
		return i
	case f.echo != lang.NoClass && !f.labelVerb(i):
		return f.manyBefore(k, s)
	}
	return k
}

// labelBefore takes what a number counts from the label before the colon, or the dash of an
// item of a list, at token mark; false where no label stands there.
func (f *figureReader) labelBefore(g *figure, mark int) bool {
	colon := f.l.Rune(mark) == ':'
	if !colon && !f.dashOfItem(mark, g) {
		return false
	}
	from := mark
	for from > g.s.First && mark-from <= longestLabel && f.labelWord(from-1) {
		from--
	}
	if mark-from > longestLabel || from == mark || f.inDate(from) || !f.opensLabel(from, g.s) || !colon && (from == g.s.First || f.l.Rune(from-1) == ';') {
		return false
	}
	to := from + 1
	for to < mark && (f.pairKK(to) || f.pairKK(to-1) || !f.l.Has(to, f.stop) || f.l.Has(to, f.and) && to+1 < mark) && !f.labelVerb(to) { // visitors | from abroad
		to++
	}
	if f.echo != lang.NoClass && f.l.Plays(to, f.p.know.roles.rateFor) { // pupils | per teacher
		return false
	}
	if !f.labelNoun(from, to, g.st.Unit) {
		return false
	}
	f.set(&g.st, from, to)
	return true
}

// fewestInRow is the least number that a label before a dash counts: below it are scores.
const fewestInRow = 10

// dashLabelled takes what a bare Russian number counts from a plural in small letters
// before its dash in a row that colons, commas and semicolons part: «школы — 142; ученики
// — 61 200».
func (f *figureReader) dashLabelled(g *figure, dash int) {
	st := &g.st
	if !f.p.know.russian || st.Unit != "" || st.Group != "" || g.x == nil || g.x.value < fewestInRow || !isDash(f.l.Rune(dash)) || f.l.Is(dash, lang.Glued) {
		return
	}
	from := dash
	for from > g.s.First && dash-from < 3 && f.labelWord(from-1) && f.l.Is(from-1, lang.Lower) && !f.l.Has(from-1, f.stop) {
		from--
	}
	if from == dash || from <= g.s.First {
		return
	}
	if r := f.l.Rune(from - 1); r != ':' && r != ';' && r != ',' {
		return
	}
	if w := f.l.Fold(dash - 1); (strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "и")) && f.labelNoun(from, dash, "") {
		f.set(st, from, dash)
	}
}

// dashOfItem reports whether a dash that stands apart at token k parts a label from the
// number that ends the item of a list: "• Marriages – 3,902;".
func (f *figureReader) dashOfItem(k int, g *figure) bool {
	if !isDash(f.l.Rune(k)) || f.l.Is(k, lang.Glued) {
		return false
	}
	if g.end >= g.s.Last || f.l.Toks[g.end].Para || f.l.Toks[g.end].Break {
		return true
	}
	r := f.l.Rune(g.end)
	return r == ';' || r == '.' && g.end+1 >= g.s.Last
}

// labelWord reports whether the word at token i may belong to a label.
func (f *figureReader) labelWord(i int) bool {
	if f.l.Rune(i) == '-' && f.l.Is(i, lang.Glued) || f.inDate(i) { // хлопок-волокно; births in 2025
		return true
	}
	return f.l.Is(i, lang.Word) && !f.used[i] && (f.p.know.headLast || !f.endsLikeVerb(i) || f.labelVerb(i)) && !f.l.Has(i, f.definite)
}

// labelVerb reports whether the word at token i of a label only tells, behind what is
// counted in English, what was done with it: "vacancies | registered", "coal | burnt".
func (f *figureReader) labelVerb(i int) bool {
	return f.echo != lang.NoClass && i > 0 && f.l.Is(i, lang.Lower) && f.l.Is(i-1, lang.Word) && !f.l.Has(i-1, f.stop) && (f.p.know.endings.pastEnd.end(f.l.Fold(i), 2) || f.l.Has(i, f.p.know.lists.pastWord))
}

// opensLabel reports whether a label may begin at token i: in a new line, behind the dash
// or dot of an item of a list, or behind the semicolon of a label before.
func (f *figureReader) opensLabel(i int, s lang.Sentence) bool {
	if i == s.First {
		return f.l.Toks[i].Para || f.l.Toks[i].Break
	}
	switch r := f.l.Rune(i - 1); {
	case r == ';':
		return f.last.sentence == s
	case r == ')': // 1) arrests: 312
		return i-2 == s.First && f.l.Is(i-2, lang.Number) && (f.l.Toks[i-2].Para || f.l.Toks[i-2].Break)
	case isDash(r), r == '-', r == '•', r == '·', r == '*':
		return i-1 == s.First && (f.l.Toks[i-1].Para || f.l.Toks[i-1].Break)
	}
	return false
}

// labelNoun reports whether the words [from, to) of a label name things that are counted
// or, with a unit of amounts, a stuff.
func (f *figureReader) labelNoun(from, to int, unit string) bool {
	last := to - 1
	if _, _, ok := f.l.Value(last, f.p.know.lists.numberNoun); ok || f.l.Has(last, lang.PlaceChunk) || f.l.Has(last, lang.OrgChunk) || f.l.Has(last, lang.PersonChunk) {
		return false
	}
	switch {
	case unit != "" || f.p.know.headLast:
		return true
	case f.p.know.russian: // браки, дети, письма, but not телефон
		w := f.l.Fold(last)
		return strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "и") || strings.HasSuffix(w, "а") || strings.HasSuffix(w, "я")
	}
	return f.headNoun(last, from)
}

// inBracket gives a number in the bracket behind the share of a people, or a share behind
// its number, that people: "Russians 6.9 per cent (37,800)", "37,800 Russians (6.9 %)".
func (f *figureReader) inBracket(g *figure) {
	st := &g.st
	if open := f.bareStart(g.start, g.s) - 1; f.last.sentence != g.s || f.last.group == "" || open != f.last.tok || f.l.Rune(open) != '(' || g.end >= g.s.Last || f.l.Rune(g.end) != ')' && f.l.Rune(g.end) != ',' && f.l.Rune(g.end) != ';' {
		return
	}
	switch {
	case st.Group != "" || st.Change != "":
		return
	case f.last.people && (st.Unit == "" && st.Counted == "" || st.Unit == "person"):
		st.Unit, st.Group, st.Counted = "person", f.last.group, f.last.noun
	case !f.last.people && st.Unit == "percent":
		st.Group = f.last.group
		if st.Counted == "" {
			st.Counted = f.last.noun
		}
	}
}
