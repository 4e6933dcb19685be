package main

import (
	"fmt"
	"slices"

	"shanyraq/internal/read"
)

// object is a name of the corpus or of a reading as the published measure of
// the first track sees it: the words it covers, and those of them that weigh.
type object struct {
	class         string
	words, weighs map[int]bool // indices of the document's words
	embedded      bool         // lies within a name of a class that may hold it
}

// weighs tells which spans of a class count in the published measure; the
// words of the others, descriptions and jobs, may be left or taken.
func weighs(class, kind string) bool {
	switch kind {
	case "name", "surname", "patronymic", "nickname":
		return class == "person"
	case "org_name", "loc_name":
		return class != "person"
	}
	return false
}

// quality of an object found, from 0 to 1: the weight of the words shared over
// that, the weight of those missed and the words too much.
func (o object) quality(found object) float64 {
	shared, missed, extra := 0, 0, 0
	for w := range o.weighs {
		if found.words[w] {
			shared++
		} else {
			missed++
		}
	}
	for w := range found.words {
		if !o.words[w] {
			extra++
		}
	}
	if shared == 0 {
		return 0
	}
	return float64(shared) / float64(shared+missed+extra)
}

// overlap of all words of two objects, from 0 to 1, which decides the pairs.
func (o object) overlap(found object) float64 {
	n := 0
	for w := range o.words {
		if found.words[w] {
			n++
		}
	}
	return float64(n) / float64(len(o.words)+len(found.words)-n)
}

// within reports whether all words of o and more are words of p.
func (o object) within(p object) bool {
	if len(o.words) >= len(p.words) {
		return false
	}
	for w := range o.words {
		if !p.words[w] {
			return false
		}
	}
	return true
}

// embed marks the objects that lie within others: a person within a place or
// a body, a place within either, a body within a body.
func embed(objects []object) {
	for i := range objects {
		o := &objects[i]
		o.embedded = slices.ContainsFunc(objects, func(p object) bool {
			return o.within(p) && (p.class == "organization" || p.class == "place" && o.class != "organization")
		})
	}
}

// covered gives the indices of the words that share letters with a stretch.
func (d document) covered(s [2]int, into map[int]bool) {
	i, _ := slices.BinarySearchFunc(d.tokens, s[0], func(w [2]int, start int) int { return w[1] - start - 1 })
	for ; i < len(d.tokens) && d.tokens[i][0] < s[1]; i++ {
		into[i] = true
	}
}

func (d document) objectsOf(r read.Reading) (out []object) {
	for _, n := range namesOf(r) {
		o := object{class: n.class, words: map[int]bool{}}
		d.covered(n.all[0], o.words)
		if len(o.words) > 0 {
			out = append(out, o)
		}
	}
	return out
}

// score is a sum of qualities beside how many were wanted and found.
type score struct {
	right         float64
	wanted, found int
}

func (s score) line(class string) string {
	p, r := s.right/float64(max(1, s.found)), s.right/float64(max(1, s.wanted))
	return fmt.Sprintf("%-14s P %.3f  R %.3f  F1 %.3f  (%d)", class, p, r, 2*p*r/max(p+r, 1e-9), s.wanted)
}

// published adds the scores of one document: objects without a word that
// weighs and those within others are neither right nor missed.
func (d document) published(found []object, into map[string]*score) {
	for _, class := range [...]string{"person", "place", "organization"} {
		var want, got []object
		for _, o := range d.objects {
			if o.class == class {
				want = append(want, o)
			}
		}
		for _, o := range found {
			if o.class == class {
				got = append(got, o)
			}
		}
		s := score{wanted: len(want), found: len(got)}
		paired := make([]bool, len(want))
		for _, m := range pair(want, got, object.overlap, 1e-9) {
			w := want[m.want]
			paired[m.want] = true
			if w.embedded || len(w.weighs) == 0 {
				s.wanted--
				s.found--
			} else {
				s.right += w.quality(got[m.got])
			}
		}
		for i, w := range want {
			if !paired[i] && (w.embedded || len(w.weighs) == 0) {
				s.wanted--
			}
		}
		for _, c := range [...]string{class, "all"} {
			into[c].right, into[c].wanted, into[c].found = into[c].right+s.right, into[c].wanted+s.wanted, into[c].found+s.found
		}
	}
}
