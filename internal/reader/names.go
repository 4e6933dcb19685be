package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// findNames lays mentions of persons, organizations, places and peoples over
// the part and makes their entities: first what the gazetteers know, then
// runs of capitalised words. Mentions of one name are one entity.
func findNames(p *part) {
	n := nameFinder{p: p, l: p.lat, taken: make([]bool, len(p.lat.Toks)+1)}
	for _, m := range p.mens {
		for i := m.start; i < m.end; i++ {
			n.taken[i] = true
		}
	}
	n.gazetteer("gazbody", lang.OrgChunk, read.Organization)
	n.gazetteer("gazplace", lang.PlaceChunk, read.Place)
	n.gazetteer("gazgroup", lang.GroupChunk, read.Group)
	n.persons()
}

type nameFinder struct {
	p     *part
	l     *lang.Lattice
	taken []bool
}

// gazetteer lays the longest entries of a list, left to right.
func (n *nameFinder) gazetteer(list string, class lang.Class, kind string) {
	c := n.p.class(list)
	for i := 0; i < len(n.l.Toks); i++ {
		ch, ok := n.l.Chunk(i, c)
		if !ok || !n.free(i, int(ch.End)) {
			continue
		}
		e := n.l.Entry(ch)
		n.lay(class, i, int(ch.End), n.p.doc.known(kind, e.Known, e.Value))
		i = int(ch.End) - 1
	}
}

func (n *nameFinder) free(from, to int) bool {
	for i := from; i < to; i++ {
		if n.taken[i] {
			return false
		}
	}
	return true
}

func (n *nameFinder) lay(class lang.Class, from, to, entity int) {
	n.p.mention(class, from, to, entity)
	for i := from; i < to; i++ {
		n.taken[i] = true
	}
}

// known gives the entity of a known id, made on its first mention.
func (d *doc) known(kind, id, name string) int {
	for i := range d.entities {
		if d.entities[i].kind == kind && d.entities[i].known == id {
			return i
		}
	}
	return d.entity(kind, name, id)
}

// named gives the entity of a name, made on its first mention.
func (d *doc) named(kind, name string) int {
	for i := range d.entities {
		e := &d.entities[i]
		if e.kind == kind && (e.name == name || strings.HasSuffix(e.name, " "+name)) {
			return i
		}
	}
	return d.entity(kind, name, "")
}

// persons lays runs of two to four capitalised words.
func (n *nameFinder) persons() {
	for _, s := range n.p.sents {
		for i := s.First; i < s.Last; i++ {
			j := i
			for j < s.Last && j < i+4 && n.l.Toks[j].Is(lang.Cap) && !n.l.Toks[j].Is(lang.Upper) && !n.taken[j] {
				j++
			}
			if j-i >= 2 {
				n.lay(lang.PersonChunk, i, j, n.p.doc.named(read.Person, n.l.Slice(i, j)))
			}
			i = max(i, j-1)
		}
	}
}
