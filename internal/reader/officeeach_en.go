package reader

import "shanyraq/internal/lang"

// eachOf states the English offices that one plural gives to those named behind it, one
// each: "the Ministers of Health and Education, X and Y", "the foreign ministers of Chad
// and Niger, X and Y", "the vice-presidents of the bank, X and Y". As many fields or
// states as people are dealt out in order; anything else belongs to all of them.
func (f *officeFinder) eachOf(s lang.Sentence) {
	if !f.p.hasAll.classes.Has(f.plural) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if !f.l.Has(i, f.plural) { // most tokens
			continue
		}
		c, _ := f.l.Chunk(i, f.plural)
		if f.eachOwner(i, int(c.End), s) {
			continue
		}
		f.behindColon(i, int(c.End), s)
		if !f.l.Has(int(c.End), f.link) || f.l.Has(int(c.End), f.p.know.lists.numJoin) {
			continue
		}
		who, mark := f.listBehind(int(c.End)+1, s)
		if len(who) < 2 {
			continue
		}
		t := title{from: i, to: int(c.End), head: i, org: -1, place: -1}
		f.left(&t, max(s.First, i-8))
		name := f.l.Entry(c).Value
		if t.from < i {
			name = f.l.Slice(t.from, i) + " " + name
		} else if f.l.Is(i, lang.Cap) {
			name = capital(name)
		}
		f.dealOut(t, name, who, mark, s)
		i = mark
	}
}

// listBehind gives the people of a list that "and" closes behind the complement of a
// title which begins at token i, and the mark before the first of them.
func (f *officeFinder) listBehind(i int, s lang.Sentence) (who []int, mark int) {
	for mark = i; mark < min(s.Last, i+complementReach); mark++ {
		if m, ok := f.p.mentionAt(mark, lang.PersonChunk); ok {
			at := f.behindHonour(m.start, i)
			if r := f.l.Rune(at - 1); r != ',' && r != ':' && (!isDash(r) || f.l.Is(at-1, lang.Glued)) {
				return nil, 0
			}
			mark = at - 1
			return f.peopleFrom(m, s), mark
		}
		if f.l.Is(mark, lang.Lower) && (f.l.Has(mark, f.aux) || f.l.Has(mark, f.p.know.lists.sayVerb) || f.l.Has(mark, f.p.know.lists.pastWord)) || f.l.Has(mark, f.head) || f.l.Has(mark, f.plural) {
			return nil, 0
		}
	}
	return nil, 0
}

// complementReach is the most tokens between a title in the plural and those who hold it.
const complementReach = 24

// peopleFrom gives the people of a list that begins with a mention, none where no "and"
// closes it.
func (f *officeFinder) peopleFrom(m *mention, s lang.Sentence) (who []int) {
	for range longestList {
		who = append(who, m.entity)
		i, and := m.end, false
		for i < s.Last && (f.l.Rune(i) == ',' || f.l.Has(i, f.p.know.lists.numJoin)) {
			and = and || f.l.Rune(i) != ','
			i++
		}
		if i == m.end {
			return nil
		}
		for i < s.Last && (f.l.Has(i, f.honor) || f.l.Rune(i) == '.') {
			i++
		}
		next, ok := f.p.mentionAt(i, lang.PersonChunk)
		if !ok || next.entity < 0 {
			return nil
		}
		if m = next; and {
			return append(who, m.entity)
		}
	}
	return nil
}

// complementPart is one member of what a title in the plural is of.
type complementPart struct {
	from, to int
	place    int // entity, -1 where it is no place
}

// dealOut states the title of each of the people, whose names stand behind a mark.
func (f *officeFinder) dealOut(t title, name string, who []int, mark int, s lang.Sentence) {
	parts := f.complementParts(t.to+1, mark)
	field := ""
	if len(parts) != len(who) || !samePlaces(parts) { // the Ministers of Finance | of Chad and Niger
		for k := mark - 1; k > t.to+1; k-- {
			if own := f.complementParts(k+1, mark); f.l.Has(k, f.p.know.lists.of) && len(own) == len(who) && own[0].place >= 0 {
				parts, field = own, " "+f.l.Slice(t.to, k)
				break
			}
		}
	}
	each := len(parts) == len(who) && samePlaces(parts)
	if !each {
		f.complement(&t, t.head, mark)
		if t.org < 0 && t.place < 0 && len(parts) > 1 {
			return
		}
	}
	f.p.mention(lang.TitleChunk, t.from, t.to, -1)
	for k, person := range who {
		own, title := t, name+field
		switch {
		case each && parts[k].place >= 0:
			own.place = parts[k].place
		case each:
			title += " " + f.l.Slice(t.to, t.to+1) + " " + f.l.Slice(parts[k].from, parts[k].to)
		case t.org < 0 && t.place < 0:
			title += " " + f.l.Slice(t.to, mark)
		}
		f.add(title, own, person, s, "office.many")
	}
}

// samePlaces reports whether all parts are places or none is.
func samePlaces(parts []complementPart) bool {
	for _, x := range parts {
		if (x.place >= 0) != (parts[0].place >= 0) {
			return false
		}
	}
	return true
}

// complementParts parts the tokens [from, to) at commas and "and"; an article at the
// beginning of a part is left out.
func (f *officeFinder) complementParts(from, to int) (parts []complementPart) {
	begin := from
	for i := from; i <= to; i++ {
		if i < to && f.l.Rune(i) != ',' && !f.l.Has(i, f.p.know.lists.numJoin) {
			continue
		}
		if begin < i && f.l.Has(begin, f.article) {
			begin++
		}
		if begin < i {
			x := complementPart{begin, i, -1}
			if m, ok := f.p.mentionAt(begin, lang.PlaceChunk); ok && (m.end == i || m.end == i-1 && f.l.Has(i-1, f.p.know.lists.townPlural)) { // Osh and Batken | provinces
				x.place = m.entity
			}
			parts = append(parts, x)
		}
		begin = i + 1
	}
	return parts
}

// postBefore states the English post that a word of time and "and" tell apart from the
// one next to the name: "the former mayor of Lyon | and current senator X".
func (f *officeFinder) postBefore(t title, person int, s lang.Sentence) {
	if f.plural == lang.NoClass || t.from < s.First+3 {
		return
	}
	_, at, ok := f.tenureEnding(t.from-1, s.First)
	if !ok || at < s.First+2 || !f.l.Has(at-1, f.p.know.lists.numJoin) {
		return
	}
	end := at - 1
	i := end
	if f.mentionOver(end-1, s.First, &i) {
		for i > s.First && (f.l.Has(i-1, f.article) || f.l.Has(i-1, f.link)) {
			i--
		}
	}
	head, ok := f.headEnding(i-1, s.First)
	if !ok {
		return
	}
	own := title{from: head, to: end, head: head, org: -1, place: -1}
	f.complement(&own, head, end)
	f.left(&own, s.First)
	if own.tenure != "" {
		f.state(own, person, s, "office.before")
	}
}

// ofOthers reports whether the words [a, b) that a verb gives somebody as an English title
// name other people or stand before one's name, so that it is theirs: "appointed |
// hydrologist X and jurist Y on Friday".
func (f *officeFinder) ofOthers(a, b int) bool {
	if f.l.Has(a, f.p.know.lists.numJoin) || b < len(f.l.Toks) && f.l.Has(b, lang.PersonChunk) {
		return true
	}
	for i := a; i < b; i++ {
		if f.l.Has(i, lang.PersonChunk) {
			return true
		}
	}
	return false
}

// bracketBefore gives the token that opens a short bracket which closes at token k behind a
// name, -1 where none does.
func (f *officeFinder) bracketBefore(k int, s lang.Sentence) int {
	if f.l.Rune(k) != ')' {
		return -1
	}
	for i := k - 1; i > s.First && i > k-bracketReach; i-- {
		if f.l.Rune(i) == '(' {
			if f.personEnding(i-1, s) >= 0 {
				return i
			}
			return -1
		}
	}
	return -1
}

// bracketReach is the most tokens of a bracket behind a name in a list.
const bracketReach = 8
