// Package names answers whether two names in any script and spelling are the
// name of one person: Auezov, Ауэзов, Әуезов and Äuezov; Токаев, Tokayev and
// توقايەۆ; "Ш. Мирзиёев" and "Shavkat Mirziyoyev".
//
//	r := names.Same("Касым-Жомарт Токаев", "Qasym-Jomart Toqaev")   // r.Same, r.Reasons
//	for _, k := range names.Key("Садыр Жапаров") { … }              // look-up in an index
//
// How: every word is folded to one crude romanisation (letters.txt, then
// digraphs and glides). Folds with the same consonants are compared letter by
// letter at costs that know which spellings alternate. Roles follow endings,
// order and a list of given names: surnames must agree, given names may be
// initials or missing, patronymics and genders must not contradict. Words that
// differ between languages (Владимир, Volodymyr) are sets in forms.txt.
//
// Same compares names only. Whether two bearers of one name are one person is
// for package record, which also knows offices, organizations and dates.
package names

import (
	"slices"
	"strings"
	"sync"
)

// scratch keeps the memory of comparisons: millions are made in a row.
var scratch = sync.Pool{New: func() any { return &comparer{kept: map[string][]part{}} }}

// comparer is the memory of one comparison, and the names it has cut lately:
// a name is compared with all that are somewhat like it, one after the other,
// and to cut it costs more than to compare it.
type comparer struct {
	pair [2]parsed
	kept map[string][]part
}

// mostKept bounds the names that a comparer keeps, of some 400 bytes each.
const mostKept = 4096

// Result is the answer for one pair.
type Result struct {
	Same    bool     `json:"same"`
	Score   float64  `json:"score"`   // 0..1; Same is Score >= 0.5
	Reasons []string `json:"reasons"` // for people: "surname: Жапаров = Zhaparov"
}

// Same says whether a and b are spellings of one person's name.
func Same(a, b string) Result {
	c := scratch.Get().(*comparer)
	defer scratch.Put(c)
	return c.same(a, b)
}

func (c *comparer) same(a, b string) Result {
	pa, pb := &c.pair[0], &c.pair[1]
	c.parse(pa, a)
	c.parse(pb, b)
	if pa.n == 0 || pb.n == 0 {
		return Result{Reasons: []string{"no name to compare"}}
	}
	if pa.n > pb.n {
		return compare(pb, pa)
	}
	return compare(pa, pb)
}

// parse is parsed.parse, from memory where the name was cut before. What
// compare does to parts stays in p.
func (c *comparer) parse(p *parsed, name string) {
	if parts, ok := c.kept[name]; ok {
		p.n = copy(p.parts[:], parts)
		return
	}
	name = strings.Clone(name) // parts hold on to it, and it may be part of a long text
	p.parse(name)
	if len(c.kept) >= mostKept {
		clear(c.kept)
	}
	c.kept[name] = p.keep()
}

// keep gives the parts with folds of their own.
func (p *parsed) keep() []part {
	size := 0
	for i := range p.n {
		size += len(p.parts[i].fold) + len(p.parts[i].alt)
	}
	buf := make([]byte, 0, size)
	own := func(b []byte) []byte {
		if b == nil {
			return nil
		}
		buf = append(buf, b...)
		return buf[len(buf)-len(b) : len(buf) : len(buf)]
	}
	parts := slices.Clone(p.parts[:p.n])
	for i := range parts {
		parts[i].fold, parts[i].alt = own(parts[i].fold), own(parts[i].alt)
	}
	return parts
}
