package reader

import (
	"strings"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/lang"
)

// fullBefore reads a title with all that belongs to it before a comma and the
// name: "the Ambassador of the Republic of Korea, Mr Lee Sang-hoon;". comma is
// the token of the comma. The name must be closed by a mark, since else the
// comma may part two clauses.
func (f *officeFinder) fullBefore(m *mention, comma int, s lang.Sentence) (title, bool) {
	t := title{org: -1, place: -1, head: -1}
	if f.plural == lang.NoClass {
		return t, false
	}
	open := m.end < s.Last && comma+1 == m.start && !strings.ContainsRune(",.;:)(", f.l.Rune(m.end)) // a form of address before the name says as much as a comma behind it
	if open && f.l.Is(m.end, lang.Cap) {
		return t, false
	}
	open = open && !f.officeJoined(m.end, s)
	limit := max(s.First, comma-18)
	in := f.p.know.lists.eventIn // the permanent secretary in the ministry
	for i := comma; i > limit; {
		k := i - 1
		if start, ok := f.headEnding(k, limit); ok && !f.insideBody(start, k) {
			if f.speaksFor(start, limit) { // Special Assistant to | the President on Health, X
				i = start
				continue
			}
			if k+1 < comma && isApostropheRune(f.l.Rune(k+1)) { // the head of the prime minister|'s office, X
				i = start
				continue
			}
			if !f.l.Has(k+1, f.link) && !f.l.Has(k+1, in) && (k+1 != comma || comma+1 == m.start || !f.determined(start, s)) || !f.beginsTitle(start, s) && (comma+1 == m.start || k+1 == comma) {
				return t, false
			}
			t.head, t.from, t.to = start, start, comma
			f.complement(&t, start, comma)
			f.left(&t, limit)
			f.doubleOf(&t, m, limit)
			if open && !f.firstOf(t.from, s) {
				return t, false
			}
			return t, comma+1 == m.start || !f.ofPersonAhead(t.from, s)
		}
		if f.l.Rune(k) == ')' { // the abbreviation of the body
			for i > limit && f.l.Rune(i-1) != '(' {
				i--
			}
			i--
			continue
		}
		if f.mentionOver(k, limit, &i) {
			continue
		}
		if isQuote(f.l.Rune(k)) && (f.l.Has(k+1, lang.OrgChunk) || f.endsMention(k-1, limit)) { // the director of the company “Y”, X,
			i--
			continue
		}
		if f.listComma(k, comma) || f.l.Rune(k) == ',' && f.l.Has(k+1, lang.PlaceChunk) && f.placesJoined(k, comma) {
			i--
			continue
		}
		if f.outsideFull(k, in) {
			return t, false
		}
		i--
	}
	return t, false
}

// outsideFull reports whether the word at token k belongs to no title read in full: a name
// of a person, a day, a mark, a small word that ties nothing to it. in is the class of "in".
func (f *officeFinder) outsideFull(k int, in lang.Class) bool {
	w := &f.l.Toks[k]
	return f.l.Has(k, lang.PersonChunk) || f.l.Has(k, lang.DateChunk) || !w.Is(lang.Word) && !isApostropheRune(f.l.Rune(k)) && f.l.Rune(k) != '-' ||
		f.l.Has(k, f.stop) && !f.l.Has(k, f.link) && !f.l.Has(k, in) && !f.l.Has(k, f.article) && !(w.Is(lang.Cap) && f.l.Plays(k, f.p.know.roles.field))
}

// placesJoined reports whether the comma at token k stands between two places of a
// list that "and" closes before token end: "the Ambassador to Japan, Palau and Fiji".
func (f *officeFinder) placesJoined(k, end int) bool {
	if !f.endsMention(k-1, max(0, k-6)) {
		return false
	}
	for i := k + 1; i < end; i++ {
		if f.l.Has(i, f.p.know.lists.numJoin) {
			return f.l.Has(i+1, lang.PlaceChunk) || f.l.Has(i+1, f.article) && f.l.Has(i+2, lang.PlaceChunk)
		}
		if f.l.Has(i, f.head) || f.l.Has(i, lang.PersonChunk) || f.l.Has(i, lang.OrgChunk) {
			return false
		}
	}
	return false
}

// officeJoined reports whether "and" at token i leads to another office: "the minister
// of trade, X | and Kenya's minister of health, Y".
func (f *officeFinder) officeJoined(i int, s lang.Sentence) bool {
	if !f.l.Has(i, f.p.know.lists.numJoin) {
		return false
	}
	for k := i + 1; k < min(s.Last, i+8); k++ {
		if f.l.Has(k, f.head) {
			return true
		}
		if f.l.Has(k, lang.PersonChunk) || f.l.Is(k, lang.Punct) && !isApostropheRune(f.l.Rune(k)) && f.l.Rune(k) != '-' {
			return false
		}
	}
	return false
}

// firstOf reports whether a title that begins at token i begins its sentence, an
// article and "acting" aside, so that what a comma parts from it is no clause:
// "The Minister of Health, John Vandrel said".
func (f *officeFinder) firstOf(i int, s lang.Sentence) bool {
	for i > s.First && (f.l.Has(i-1, f.article) || f.l.Has(i-1, f.tenure)) {
		i--
	}
	i = f.behindHonour(i, s.First) // His Excellency | the President
	return i == s.First || f.l.Is(i-1, lang.Punct) && i-1 == s.First
}

// beginsTitle reports whether a title may begin with the head at token i: an
// article, a modifier, a mark or the beginning of the sentence stands before.
func (f *officeFinder) beginsTitle(i int, s lang.Sentence) bool {
	own := i
	for i > s.First && !f.l.Has(i-1, f.article) && (f.l.Has(i-1, f.mod) || f.l.Is(i-1, lang.Cap) && !f.endsMention(i-1, s.First)) {
		i-- // "KINGSTON – The | Deputy"
	}
	for k := i; k > s.First && own-k < 3; k-- { // the fisheries minister
		if f.l.Has(k-1, f.article) || f.possessive(k-1) {
			return true
		}
		if !f.l.Is(k-1, lang.Lower) || f.l.Has(k-1, f.stop) || f.endsMention(k-1, s.First) {
			break
		}
	}
	if b := i; b > s.First && f.mentionOver(b-1, s.First, &b) { // the UN envoy for Yemen
		if m, ok := f.p.mentionAt(b, lang.OrgChunk); ok && m.end == i {
			i = b
		}
	}
	if i == s.First || f.l.Has(i-1, f.article) || f.possessive(i-1) || f.anArticle != lang.NoClass && f.l.Has(i-1, f.anArticle) || f.l.Has(i-1, f.tenure) {
		return true
	}
	if f.bodyBefore(i, s) {
		return true
	}
	if f.plural != lang.NoClass && f.l.Is(i, lang.Cap) && f.l.Has(i-1, f.aux) { // in attendance are | President of Togo, X
		return true
	}
	r := f.l.Rune(i - 1)
	return r == ';' || r == ',' || r == ':' || isDash(r) && !f.l.Is(i-1, lang.Glued) || f.l.Has(i-1, f.p.know.lists.numJoin) || f.l.Has(i-1, f.p.know.lists.partyBy)
}

// short states the office of a title cut short ("Sen. Tamsin Orrell") and of
// one title for several persons ("Senators Tamsin Orrell and Ulrik Sandven").
func (f *officeFinder) short(m *mention, s lang.Sentence) {
	i := f.behindHonour(m.start, s.First) // PS Dr. X
	for k := max(s.First, i-3); k < i; k++ {
		c, ok := f.l.Chunk(k, f.cut)
		if !ok || int(c.End) != i || k > s.First && f.l.Is(k-1, lang.Number) { // at 5 PM
			continue
		}
		f.p.mention(lang.TitleChunk, k, i, -1)
		f.add(f.l.Entry(c).Value, title{from: k, to: i, org: -1, place: -1}, m.entity, s, "office.short")
		return
	}
	i = m.start
	for i > s.First {
		k := i - 1
		if c, ok := f.headOfMany(k, s); ok {
			if i == m.start-1 && f.l.Rune(i) == ',' && m.end < s.Last && f.l.Rune(m.end) != ',' && !f.l.Has(m.end, f.p.know.lists.numJoin) && f.l.Rune(m.end) != '(' && f.l.Rune(m.end) != ';' {
				return // On the permanent secretaries, X said
			}
			t := title{from: c, to: k + 1, head: c, org: -1, place: -1}
			f.left(&t, max(s.First, c-8))
			if n, ok := f.p.numberAt(t.from); ok && n.end <= c { // "the two ministers, X and Y": a count, no title
				t.from = n.end
			}
			ch, _ := f.l.Chunk(c, f.plural)
			name := f.l.Entry(ch).Value
			if before := f.l.Slice(t.from, c); before != "" {
				name = before + " " + name
			} else if f.l.Is(c, lang.Cap) {
				name = capital(name)
			}
			f.p.mention(lang.TitleChunk, t.from, k+1, -1)
			f.ofCountry(&t, m)
			f.add(name, t, m.entity, s, "office.many")
			return
		}
		if at := f.ofStateEnding(k, s); at > s.First { // Jan Lisek of Czechia and
			i = at
			continue
		}
		if open := f.bracketBefore(k, s); open > s.First { // Ministers X (Health) and Y
			i = open
			continue
		}
		step := f.personEnding(k, s)
		switch {
		case step >= 0:
			i = step
		case f.l.Rune(k) == ',' || f.l.Has(k, f.p.know.lists.numJoin) || f.l.Has(k, f.honor) || f.l.Rune(k) == '.' && f.l.Has(k-1, f.honor):
			i--
		default:
			return
		}
	}
}

// headOfMany gives the first token of a title in the plural that ends with
// token k.
func (f *officeFinder) headOfMany(k int, s lang.Sentence) (int, bool) {
	for i := max(s.First, k-2); i <= k; i++ {
		if c, ok := f.l.Chunk(i, f.plural); ok && int(c.End) == k+1 {
			return i, true
		}
	}
	return 0, false
}

// personEnding gives the first token of the person whose name ends with token
// k, -1 where none does.
func (f *officeFinder) personEnding(k int, s lang.Sentence) int {
	for i := k; i >= s.First && i > k-8; i-- {
		if m, ok := f.p.mentionAt(i, lang.PersonChunk); ok && m.end == k+1 {
			return i
		}
	}
	return -1
}

// headIsSurname reports whether the head of an English title at token i is the surname of
// somebody named before: "Anna | Singer and Eric Holm".
func (f *officeFinder) headIsSurname(i int, s lang.Sentence) bool {
	return f.plural != lang.NoClass && i > s.First && f.l.Is(i, lang.Cap) && f.l.Is(i-1, lang.Cap) && f.personEnding(i, s) >= 0
}

// second reads a further title of the same apposition: "X, president of A and
// a former mayor of B,".
func (f *officeFinder) second(first title, person int, s lang.Sentence) {
	i := first.to
	if i-1 > first.head && f.l.Has(i-1, f.p.know.lists.numJoin) { // Coordinator and | Under-Secretary-General
		i--
	}
	for ; i < s.Last && i < first.to+12; i++ {
		if r := f.l.Rune(i); r == ',' || r == ';' || r == '.' || r == ':' || f.l.Has(i, lang.PersonChunk) {
			return
		}
		if !f.l.Has(i, f.p.know.lists.numJoin) || i+1 >= s.Last {
			continue
		}
		k := i + 1
		if !f.l.Has(k, f.article) && !f.l.Has(k, f.anArticle) && !f.l.Has(k, f.tenure) && !f.l.Has(k, f.head) && !(f.l.Has(k, f.mod) && f.l.Is(k, lang.Cap)) {
			continue
		}
		t := title{org: -1, place: -1, head: -1}
		for j := k; j < s.Last && j < k+6; j++ {
			if c, ok := f.l.Chunk(j, f.head); ok {
				t.head, t.from, t.to = j, j, int(c.End)
				break
			}
			if !f.apposed(j) {
				return
			}
		}
		if t.head < 0 {
			return
		}
		end := t.to
		for end < s.Last && end < t.head+12 && !strings.ContainsRune(",.;):", f.l.Rune(end)) && !f.l.Has(end, lang.PersonChunk) && !f.l.Has(end, f.p.know.lists.sayVerb) {
			end++
		}
		t.to = f.appositionEnd(t, end)
		f.complement(&t, t.head, end)
		f.left(&t, k)
		f.state(t, person, s, "office.apposition")
		return
	}
}

// determined reports whether an article or an owner stands before the title
// that begins at token i: "the Chief Secretary", "KSA's Acting Director".
func (f *officeFinder) determined(i int, s lang.Sentence) bool {
	for k := i - 1; k >= s.First && k >= i-4; k-- {
		if f.l.Has(k, f.article) || f.possessive(k) {
			return true
		}
		if b := k; f.plural != lang.NoClass && f.mentionOver(k, s.First, &b) && f.l.Has(b, lang.OrgChunk) { // the SADC | Executive Secretary
			k = b
			continue
		}
		if !f.l.Has(k, f.mod) && !f.l.Has(k, f.tenure) {
			return false
		}
	}
	return false
}

// headsOfState are the ids of the "bodies" that are one person's office.
var headsOfState = sync.OnceValue(func() map[string]bool {
	ids := map[string]bool{}
	for _, b := range facts.Bodies() {
		if b.Kind == "head-of-state" {
			ids[b.ID] = true
		}
	}
	return ids
})

// adjoining reads the title that stands right before another one of the same
// person, with no mark or a dash between them: «начальник управления полковник
// Иванов», «заместитель председателя – заведующая секретариатом Даутова». What
// belongs to the first title is taken from the second.
func (f *officeFinder) adjoining(t *title, m *mention, s lang.Sentence) (title, bool) {
	first := title{org: -1, place: -1, head: -1}
	if f.p.know.russian && t.head >= 0 {
		if first, ok := f.chosenOne(t); ok {
			return first, true
		}
	}
	if t.head < 0 || t.from <= s.First || f.headLast() || f.p.know.russian && !f.inNominative(t.head) {
		return first, false
	}
	end := t.from
	if !f.p.know.russian { // the Deputy Chairman of the Cabinet – the Minister of Trade X
		if f.l.Has(end-1, f.article) && end-1 > s.First {
			end--
		}
		if !isDash(f.l.Rune(end-1)) || f.l.Is(end-1, lang.Glued) {
			return first, false
		}
	}
	if isDash(f.l.Rune(end-1)) && !f.l.Is(end-1, lang.Glued) {
		end--
	}
	limit := max(s.First, end-14)
	for i := end; i > limit; {
		k := i - 1
		if start, ok := f.headEnding(k, limit); ok {
			if f.p.know.russian && !f.inNominative(start) {
				i = start
				continue
			}
			first.head, first.from, first.to = start, start, end
			break
		}
		if f.mentionOver(k, limit, &i) {
			continue
		}
		if !f.inTitle(k) || f.finite(k) || f.l.Is(k, lang.Punct) && !isQuote(f.l.Rune(k)) && f.l.Rune(k) != '-' || i == end && f.l.Has(k, f.link) {
			break
		}
		i--
	}
	if first.head < 0 {
		return first, false
	}
	t.org, t.place = -1, -1
	f.complement(t, t.head, m.start)
	f.complement(&first, first.head, end)
	f.left(&first, limit)
	return first, true
}
