package pattern

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// clause is a choice of things of which every match of a pattern takes at
// least one: said | says | told, назначен* | избран*.
type clause struct {
	classes      lang.Set
	forms, stems []int32
	prefixes     []string

	fewForms, fewStems wordBits // of forms and stems, to ask first
	number             int      // among the different clauses of its set
}

// shareClauses makes one of equal clauses, which programs made of the same
// let pattern have, so that each is looked up once for a sentence.
func (s *Set) shareClauses() {
	known := map[string]*clause{}
	var key []byte
	for _, r := range s.Rules {
		for _, p := range r.alts {
			for i, c := range p.choices {
				key = c.appendKey(key[:0])
				if known[string(key)] == nil {
					c.number = len(known)
					known[string(key)] = c
				}
				p.choices[i] = known[string(key)]
			}
		}
	}
}

func (c *clause) appendKey(b []byte) []byte {
	for _, w := range c.classes {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	for _, ids := range [...][]int32{c.forms, c.stems} {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(ids)))
		for _, id := range ids {
			b = binary.LittleEndian.AppendUint32(b, uint32(id))
		}
	}
	for _, p := range c.prefixes {
		b = append(append(b, p...), 0)
	}
	return b
}

func (c *clause) size() int {
	n := len(c.forms) + len(c.stems) + 2*len(c.prefixes)
	c.classes.Each(func(class lang.Class) {
		if n++; class < lang.PersonChunk { // a shape: nearly every sentence has it
			n += 1000
		}
	})
	return n
}

func (c *clause) join(d *clause) {
	for i := range c.classes {
		c.classes[i] |= d.classes[i]
	}
	c.forms = append(c.forms, d.forms...)
	c.stems = append(c.stems, d.stems...)
	c.prefixes = append(c.prefixes, d.prefixes...)
}

// maxChoices bounds the clauses that are looked up for a program, and what
// each may offer.
const maxChoices, maxOffers = 4, 200

// choicesOf gives the clauses of a pattern that need does not cover, the
// narrowest first.
func choicesOf(nd node) []clause {
	list := slices.DeleteFunc(clausesOf(nd), func(c clause) bool {
		n := c.size()
		return n > maxOffers || n == 1
	})
	slices.SortStableFunc(list, func(a, b clause) int { return cmp.Compare(a.size(), b.size()) })
	list = list[:min(len(list), maxChoices)]
	for i := range list {
		for _, id := range list[i].forms {
			list[i].fewForms.add(id)
		}
		for _, id := range list[i].stems {
			list[i].fewStems.add(id)
		}
	}
	return list
}

func clausesOf(nd node) (out []clause) {
	switch nd.op {
	case 't':
		var c clause
		switch t := &nd.test; {
		case t.kind == 'c':
			c.classes.Add(t.cls)
		case t.kind == 'w' && t.id != 0:
			c.forms = []int32{t.id}
		case t.kind == 's' && t.id != 0:
			c.stems = []int32{t.id}
		case t.kind == 'p':
			c.prefixes = []string{t.word}
		default:
			return nil
		}
		return []clause{c}
	case 'c', '=':
		for _, k := range nd.kids {
			out = append(out, clausesOf(k)...)
		}
	case 'r':
		if nd.min > 0 {
			return clausesOf(nd.kids[0])
		}
	case '|':
		var all clause
		for _, k := range nd.kids {
			list := clausesOf(k)
			if len(list) == 0 {
				return nil
			}
			best := slices.MinFunc(list, func(a, b clause) int { return cmp.Compare(a.size(), b.size()) })
			all.join(&best)
		}
		return []clause{all}
	}
	return out
}

// metBy reports whether the sentence seems to have something of the clause.
func (c *clause) metBy(mt *Matcher) bool {
	if c.classes.Intersects(&mt.has.classes) || c.fewForms.shares(&mt.has.forms) && mt.words.forms.hasAny(c.forms) ||
		c.fewStems.shares(&mt.has.stems) && mt.words.stems.hasAny(c.stems) {
		return true
	}
	if len(c.prefixes) == 0 {
		return false
	}
	for i := mt.from; i < mt.to; i++ {
		fold := mt.l.Fold(i)
		for _, p := range c.prefixes {
			if strings.HasPrefix(fold, p) {
				return true
			}
		}
	}
	return false
}
