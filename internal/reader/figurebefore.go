package reader

import "shanyraq/internal/lang"

// changeBefore tells by the words before a number ("rose by", "gained more
// than") that it is how much something rose or fell; "" where it is a level.
func (f *figureReader) changeBefore(start int, s lang.Sentence) string {
	c := f.p.know.lists.changeVerb
	if c == lang.NoClass {
		return ""
	}
	if _, k, ok := f.endingAt(start, s.First, f.qual); ok {
		start = k
	}
	if f.echo != lang.NoClass && start > s.First+1 && f.l.Plays(start-1, f.p.know.roles.merely) { // fell by only 4 per cent
		start--
	}
	change, _, _ := f.endingAt(start, s.First, c)
	return change
}

// endingAt gives the value of the longest chunk of a class that ends where
// token i begins, and its first token: C$, not $.
func (f *figureReader) endingAt(i, from int, c lang.Class) (val string, first int, ok bool) {
	first = i
	if !f.has.Has(c) || !f.behind(i).Has(c) { // most numbers
		return "", i, false
	}
	has := f.l.Bits[:i]
	for k := len(has) - 1; k >= from && k >= i-5; k-- {
		if !has[k].Has(c) {
			continue
		}
		if v, ends := f.valueEnding(k, i, c); ends {
			val, first, ok = v, k, true
		}
	}
	return val, first, ok
}

// behind gives the classes of what begins at the five tokens before token i.
func (f *figureReader) behind(i int) *lang.Set {
	if f.behindOf != i {
		f.behindOf, f.behindHas = i, lang.Set{}
		for _, has := range f.l.Bits[max(0, i-5):i] {
			for w := range has {
				f.behindHas[w] |= has[w]
			}
		}
	}
	return &f.behindHas
}

// valueEnding gives the value of the first chunk of a class at token k that ends
// where token i begins.
func (f *figureReader) valueEnding(k, i int, c lang.Class) (val string, ok bool) {
	f.l.Chunks(k, func(ch lang.Chunk) bool {
		if ch.Class == c && int(ch.End) == i {
			val, ok = f.l.Entry(ch).Value, true
		}
		return !ok
	})
	return val, ok
}
