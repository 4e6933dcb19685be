package pattern

import "shanyraq/internal/lang"

// firsts finds the programs that may begin with a word, by its number.
type firsts struct {
	places []uint16 // by number of the word: 1 + place in lists, 0 none
	lists  [][]*program
}

func (f *firsts) add(id int32, p *program) {
	for int(id) >= len(f.places) {
		f.places = append(f.places, 0)
	}
	if f.places[id] == 0 {
		f.lists = append(f.lists, nil)
		f.places[id] = uint16(len(f.lists))
	}
	list := &f.lists[f.places[id]-1]
	*list = addOnce(*list, p)
}

func (f *firsts) of(id int32) []*program {
	if int(id) >= len(f.places) || f.places[id] == 0 {
		return nil
	}
	return f.lists[f.places[id]-1]
}

// need is what a sentence must have for a program to match in it, or what a
// sentence has: classes exactly, words by a few bits of their numbers, so
// that a word may seem to be there but never seem to be missing.
type need struct {
	classes      lang.Set
	forms, stems wordBits
}

type wordBits [4]uint64

func (w *wordBits) add(id int32) {
	h := uint32(id) * 0x9E3779B1 >> 24
	w[h>>6] |= 1 << (h & 63)
}

func (w *wordBits) within(v *wordBits) bool {
	return w[0]&^v[0]|w[1]&^v[1]|w[2]&^v[2]|w[3]&^v[3] == 0
}

func (n *need) within(has *need) bool {
	c, h := &n.classes, &has.classes
	return c[0]&^h[0]|c[1]&^h[1]|c[2]&^h[2] == 0 && n.forms.within(&has.forms) && n.stems.within(&has.stems)
}

// ofTokens gathers what the tokens [from, to) have.
func (n *need) ofTokens(l *lang.Lattice, from, to int) {
	n.forms, n.stems = wordBits{}, wordBits{}
	for i := from; i < to; i++ {
		t := &l.Toks[i]
		if t.Form != 0 {
			n.forms.add(t.Form)
		}
		if t.Stem != 0 {
			n.stems.add(t.Stem)
			for _, id := range l.MoreStems(i) {
				n.stems.add(id)
			}
		}
	}
	n.classesOf(l, from, to)
}

func (n *need) classesOf(l *lang.Lattice, from, to int) {
	var s lang.Set
	for i := range l.Bits[from:to] {
		b := &l.Bits[from+i]
		s[0] |= b[0]
		s[1] |= b[1]
		s[2] |= b[2]
	}
	n.classes = s
}

// needOf gives what every match of a pattern takes.
func needOf(nd node) (n need) {
	switch nd.op {
	case 't':
		switch t := &nd.test; {
		case t.kind == 'c':
			n.classes.Add(t.cls)
		case t.kind == 'w' && t.id != 0:
			n.forms.add(t.id)
		case t.kind == 's' && t.id != 0:
			n.stems.add(t.id)
		}
	case 'c', '=':
		for _, k := range nd.kids {
			n.join(needOf(k))
		}
	case 'r':
		if nd.min > 0 {
			return needOf(nd.kids[0])
		}
	case '|':
		n = needOf(nd.kids[0])
		for _, k := range nd.kids[1:] {
			n.meet(needOf(k))
		}
	}
	return n
}

func (n *need) join(m need) {
	for i := range n.classes {
		n.classes[i] |= m.classes[i]
	}
	for i := range n.forms {
		n.forms[i] |= m.forms[i]
		n.stems[i] |= m.stems[i]
	}
}

func (n *need) meet(m need) {
	for i := range n.classes {
		n.classes[i] &= m.classes[i]
	}
	for i := range n.forms {
		n.forms[i] &= m.forms[i]
		n.stems[i] &= m.stems[i]
	}
}
