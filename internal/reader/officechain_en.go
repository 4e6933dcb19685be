package reader

import "shanyraq/internal/lang"

// longestChain is the most titles that stand before the last one of a list.
const longestChain = 3

// chain states the English titles that a list gives one person ahead of the title
// t, which stands next to the name: "the Prime Minister, Minister of Home Affairs
// and Minister of Finance, Mr X,", "Relief Coordinator and Head of the fund X". A
// title with an article of its own behind the first is another person's.
func (f *officeFinder) chain(t title, m *mention, s lang.Sentence) {
	if f.plural == lang.NoClass || t.head < 0 || t.from <= s.First+1 || !f.listed(t.from-1) {
		return
	}
	c, ok := f.l.Chunk(t.head, f.head)
	if !ok {
		return
	}
	plain := !f.l.Has(int(c.End), f.link) // Prime Minister and | Foreign Minister X
	if m.end < s.Last {
		if w := f.l.Fold(m.end); w == "are" || w == "were" || w == "have" {
			return
		}
	}
	comma := f.l.Rune(f.behindHonour(m.start, s.First)-1) == ','
	var before []title
	for at := t.from; len(before) < longestChain; {
		own, ok := f.listedTitle(at, s)
		if !ok {
			break
		}
		before = append(before, own)
		if at = own.from; at <= s.First+1 || !f.listed(at-1) {
			break
		}
	}
	if len(before) == 0 {
		return
	}
	first := before[len(before)-1]
	if plain && !f.deputyOf(first, s) {
		return
	}
	if first.place >= 0 && t.place >= 0 && first.place != t.place || !comma && (first.to == first.from+1 || t.place >= 0 && !f.deputyOf(first, s)) || f.ofPersonAhead(first.from, s) {
		return // the President and | the Minister X; the Secretary-General and President of Kenya X
	}
	if i := first.from - 1; i > s.First {
		if f.l.Has(i, f.article) {
			i--
		}
		if w := f.l.Fold(i); w == "between" || w == "both" || f.l.Rune(i) == ',' && i > s.First && f.personEnding(i-1, s) >= 0 {
			return
		}
	}
	for _, own := range before {
		f.state(own, m.entity, s, "office.before")
	}
}

// deputyOf reports whether a title that stands without an article is that of a deputy, who
// has an office of his own beside it: "Deputy Prime Minister and | Minister of Finance of
// Ghana X".
func (f *officeFinder) deputyOf(t title, s lang.Sentence) bool {
	if t.from > s.First && f.l.Has(t.from-1, f.article) {
		return false
	}
	return f.l.Plays(t.from, f.p.know.roles.deputy) || t.from+1 < t.to && f.l.Plays(t.from+1, f.p.know.roles.deputy)
}

// listed reports whether a comma or "and" at token i joins the members of a list.
func (f *officeFinder) listed(i int) bool {
	return f.l.Rune(i) == ',' || f.l.Has(i, f.p.know.lists.numJoin) && f.l.Is(i, lang.Lower)
}

// listedTitle reads the title of a list that ends before the title at token at.
func (f *officeFinder) listedTitle(at int, s lang.Sentence) (title, bool) {
	t := title{org: -1, place: -1, head: -1}
	end := at - 1
	if end > s.First && f.l.Rune(end-1) == ',' { // A, and | B
		end--
	}
	limit := max(s.First, end-18)
	for i := end; i > limit; {
		k := i - 1
		if start, ok := f.headEnding(k, limit); ok {
			if !f.l.Is(start, lang.Cap) || i < end && !f.l.Has(i, f.link) {
				return t, false
			}
			t.head, t.from, t.to = start, start, end
			f.complement(&t, start, end)
			f.left(&t, limit)
			return t, true
		}
		if f.mentionOver(k, limit, &i) {
			continue
		}
		if f.listComma(k, end) {
			i--
			continue
		}
		if !f.l.Is(k, lang.Word) || !f.inTitle(k) || f.l.Has(k, f.article) && !f.l.Has(k-1, f.link) {
			return t, false
		}
		i--
	}
	return t, false
}
