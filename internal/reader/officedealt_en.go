package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// dealt is one step of an English list that gives each of those it names an office: "X
// (Chile) as president", "Y and Z (Peru) vice-presidents".
type dealt struct {
	who  []int
	t    title
	name string // of the office, in the singular
	as   bool   // told with "as"
	end  int    // behind the title
}

// persons gives where the persons of a sentence end, its beginning where it has none,
// and the tokens among them whose offices are dealt out already.
func (f *officeFinder) persons(s lang.Sentence) (from, to, last int) {
	if !f.p.anyIn(s, lang.PersonChunk, &f.next) {
		return 0, 0, s.First
	}
	from, to = f.dealtOut(s)
	return from, to, s.Last
}

// dealtOut states the offices of an English list of names with the office of each behind
// them, and gives the tokens that the list takes: "elected X (Chile) president, Y (Peru)
// vice-president and Z treasurer"; "the new bureau: X as president and Y as secretary".
// Without "as" a verb of choosing must stand before the list or behind its first name.
func (f *officeFinder) dealtOut(s lang.Sentence) (from, to int) {
	if f.plural == lang.NoClass {
		return 0, 0
	}
	persons := f.p.mentionsIn(lang.PersonChunk, s.First, s.Last)
	for n := 0; n+1 < len(persons); n++ {
		first := &f.p.mens[persons[n]]
		if first.entity < 0 {
			continue
		}
		list, all := f.dealtFrom(first, s)
		if len(list) < 2 || !all && !f.choosesBefore(first.start, s) && !f.chosenBehind(first.end, s) {
			continue
		}
		tenure := ""
		if f.choosesBefore(first.start, s) || f.chosenBehind(first.end, s) {
			tenure = "appointed"
		}
		for _, x := range list {
			for _, e := range x.who {
				own := x.t
				own.tenure = tenure
				f.p.mention(lang.TitleChunk, own.from, own.to, -1)
				f.add(x.name, own, e, s, "office.dealt")
			}
		}
		return first.start, list[len(list)-1].end
	}
	return 0, 0
}

// dealtFrom reads the list that begins with a mention; all tells that each step has "as".
func (f *officeFinder) dealtFrom(m *mention, s lang.Sentence) (list []dealt, all bool) {
	all = true
	for range longestList {
		x, ok := f.dealtStep(m, s, len(list) == 0)
		if !ok {
			return list, all
		}
		list, all = append(list, x), all && x.as
		i := x.end
		for i < s.Last && (f.l.Rune(i) == ',' || f.l.Rune(i) == ';' || f.l.Has(i, f.p.know.lists.numJoin)) {
			i++
		}
		for i < s.Last && i > x.end && (f.l.Has(i, f.honor) || f.l.Rune(i) == '.' && f.l.Has(i-1, f.honor)) {
			i++
		}
		next, ok := f.p.mentionAt(i, lang.PersonChunk)
		if !ok || i == x.end || next.entity < 0 {
			return list, all
		}
		m = next
	}
	return list, all
}

// dealtStep reads the names of one step and the office behind them; behind the first a
// verb of choosing may stand.
func (f *officeFinder) dealtStep(m *mention, s lang.Sentence, first bool) (x dealt, ok bool) {
	x.who, _ = f.peopleWithPlaces(m, s)
	named := f.p.mentionsIn(lang.PersonChunk, m.start, s.Last)
	if len(named) < len(x.who) {
		return x, false
	}
	i := f.behindBracket(f.p.mens[named[len(x.who)-1]].end, s)
	if first {
		i = f.chosenEnd(i, s)
	}
	if i < s.Last && f.l.Plays(i, f.p.know.roles.as) {
		x.as = true
		i++
	}
	for i < s.Last && (f.l.Has(i, f.article) || f.l.Has(i, f.poss)) {
		i++
	}
	for k := i; k < min(s.Last, i+4); k++ {
		c, single := f.l.Chunk(k, f.head)
		p, many := f.l.Chunk(k, f.plural)
		switch {
		case many && len(x.who) > 1:
			x.t, x.end = title{from: i, to: int(p.End), head: k, org: -1, place: -1}, int(p.End)
			if x.name = f.l.Entry(p).Value; i < k {
				x.name = f.l.Slice(i, k) + " " + x.name
			}
		case single && len(x.who) == 1:
			x.t, x.end = title{from: i, to: int(c.End), head: k, org: -1, place: -1}, int(c.End)
			x.name = f.nominative(x.t)
		case !single && (f.l.Has(k, f.mod) || f.l.Rune(k) == '-'):
			continue
		default:
			return x, false
		}
		return x, x.end >= s.Last || f.endsStep(x.end)
	}
	return x, false
}

// endsStep reports whether a mark or "and" at token i ends a step of a list.
func (f *officeFinder) endsStep(i int) bool {
	return strings.ContainsRune(",;.", f.l.Rune(i)) || f.l.Has(i, f.p.know.lists.numJoin)
}

// behindBracket gives the token behind the short bracket that opens at token i, or i.
func (f *officeFinder) behindBracket(i int, s lang.Sentence) int {
	if i >= s.Last || f.l.Rune(i) != '(' {
		return i
	}
	for k := i + 1; k < min(s.Last, i+bracketReach); k++ {
		if f.l.Rune(k) == ')' {
			return k + 1
		}
	}
	return i
}

// choosesBefore reports whether a verb of choosing stands right before the names of a list,
// forms of address between.
func (f *officeFinder) choosesBefore(i int, s lang.Sentence) bool {
	for k := i - 1; k >= s.First && k > i-5; k-- {
		if f.l.Plays(k, f.p.know.roles.chooses) {
			return true
		}
		if !f.l.Has(k, f.honor) && !f.l.Has(k, f.head) && f.l.Rune(k) != '.' {
			return false
		}
	}
	return false
}

// chosenBehind reports whether a verb of choosing tells of a name that ends at token i: "X
// | was elected".
func (f *officeFinder) chosenBehind(i int, s lang.Sentence) bool {
	return f.chosenEnd(i, s) > i
}

// chosenEnd gives the token behind such a verb, or i.
func (f *officeFinder) chosenEnd(i int, s lang.Sentence) int {
	k := i
	for k < min(s.Last, i+3) && f.l.Has(k, f.aux) {
		k++
	}
	if k > i && k < s.Last && f.l.Plays(k, f.p.know.roles.chooses) {
		return k + 1
	}
	return i
}

// endsPlural reports whether a further word makes an English title that of several: "Deputy |
// Governors X and Y", who are told together.
func (f *officeFinder) endsPlural(t *title) bool {
	if f.plural == lang.NoClass || t.to != t.head+2 {
		return false
	}
	return f.l.Has(t.to-1, f.plural) && !f.l.Has(t.to-1, f.head)
}
