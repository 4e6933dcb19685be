package lang

import "sort"

// Aside is a run of tokens told in passing, which stands between words that belong
// together: "The forum | (pictured) | opened", «Форум | , однако, | открылся».
// What is void says only who tells of it or ties the sentence to the last one.
type Aside struct {
	Start, End int32
	Void       bool
}

// LayAside notes that the tokens [start, end) are told in passing. Asides are laid in
// the order of the text, none inside another.
func (l *Lattice) LayAside(start, end int, void bool) {
	l.asides = append(l.asides, Aside{int32(start), int32(end), void})
}

// Asides gives what is told in passing among the tokens [from, to).
func (l *Lattice) Asides(from, to int) []Aside {
	if len(l.asides) == 0 {
		return nil
	}
	a := sort.Search(len(l.asides), func(k int) bool { return int(l.asides[k].Start) >= from })
	b := a
	for b < len(l.asides) && int(l.asides[b].End) <= to {
		b++
	}
	return l.asides[a:b]
}

// BehindAside gives the token behind what is told in passing from token i on, 0 where
// nothing begins there that is.
func (l *Lattice) BehindAside(i int) int {
	if k := l.asideFrom(i); k < len(l.asides) && int(l.asides[k].Start) == i {
		return int(l.asides[k].End)
	}
	return 0
}

// InAside reports whether token i is told in passing.
func (l *Lattice) InAside(i int) bool {
	k := l.asideFrom(i)
	return k < len(l.asides) && int(l.asides[k].Start) <= i
}

// InVoidAside reports whether token i is in an aside that is void.
func (l *Lattice) InVoidAside(i int) bool {
	k := l.asideFrom(i)
	return k < len(l.asides) && int(l.asides[k].Start) <= i && l.asides[k].Void
}

// asideFrom gives the first aside that ends behind token i.
func (l *Lattice) asideFrom(i int) int {
	if len(l.asides) == 0 {
		return 0
	}
	return sort.Search(len(l.asides), func(k int) bool { return int(l.asides[k].End) > i })
}
