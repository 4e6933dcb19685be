package reader

import (
	"slices"
	"sort"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// mentionIndex keeps the mentions of each class in order of the text, so that
// what stands nearest before a token is found without going through them all.
type mentionIndex struct {
	lists    [lang.NumberChunk][]int32 // by class: indices into part.mens
	unsorted [lang.NumberChunk]bool
}

// enter adds the mention p.mens[id].
func (x *mentionIndex) enter(p *part, id int) {
	m := &p.mens[id]
	if m.class >= lang.NumberChunk {
		return
	}
	list := x.lists[m.class]
	if n := len(list); n > 0 && p.mens[list[n-1]].start > m.start {
		x.unsorted[m.class] = true
	}
	x.lists[m.class] = append(list, int32(id))
}

// mentionsOf gives the mentions of a class by where they begin, those laid
// first before others that begin there too.
func (p *part) mentionsOf(c lang.Class) []int32 {
	list := p.index.lists[c]
	if p.index.unsorted[c] {
		slices.SortStableFunc(list, func(a, b int32) int { return p.mens[a].start - p.mens[b].start })
		p.index.unsorted[c] = false
	}
	return list
}

// mentionsIn gives those of them that begin in the tokens [from, to).
func (p *part) mentionsIn(c lang.Class, from, to int) []int32 {
	list := p.mentionsOf(c)
	a := sort.Search(len(list), func(k int) bool { return p.mens[list[k]].start >= from })
	b := a + sort.Search(len(list)-a, func(k int) bool { return p.mens[list[a+k]].start >= to })
	return list[a:b]
}

// anyIn reports whether a mention of a class begins in a sentence. Sentences are
// asked in their order; next, 0 at first, is the first mention not passed yet.
func (p *part) anyIn(s lang.Sentence, c lang.Class, next *int) bool {
	list := p.mentionsOf(c)
	for *next < len(list) && p.mens[list[*next]].start < s.First {
		*next++
	}
	return *next < len(list) && p.mens[list[*next]].start < s.Last
}

// classOf gives the class of the mentions of an entity that is a place or a body.
func classOf(kind string) lang.Class {
	if kind == read.Place {
		return lang.PlaceChunk
	}
	return lang.OrgChunk
}

// lastPerson gives the person mentioned last before token i.
func (p *part) lastPerson(i int) (int, bool) { return p.lastMention(i, lang.PersonChunk) }

// lastMention gives the entity of a class named last before a token; false where none was.
func (p *part) lastMention(before int, c lang.Class) (int, bool) {
	best, at := -1, -1
	for _, k := range slices.Backward(p.mentionsIn(c, 0, before)) {
		m := &p.mens[k]
		if best >= 0 && m.start != at {
			break
		}
		if m.entity >= 0 {
			best, at = m.entity, m.start
		}
	}
	return best, best >= 0
}

// lastSpeaker gives the person or body mentioned in the tokens.
func (p *part) lastSpeaker(from, to int) (int, bool) {
	for _, c := range [...]lang.Class{lang.PersonChunk, lang.OrgChunk} {
		for i := from; i < to; i++ {
			if m, ok := p.mentionAt(i, c); ok && m.entity >= 0 {
				return m.entity, true
			}
		}
	}
	return 0, false
}
