package main

import (
	"slices"
	"strings"
	"unicode"

	"shanyraq/internal/read"
)

// letters is a set of half-open stretches of code points.
type letters [][2]int

func (l letters) size() (n int) {
	for _, s := range l {
		n += s[1] - s[0]
	}
	return n
}

func (l letters) shared(o letters) (n int) {
	for _, a := range l {
		for _, b := range o {
			n += max(0, min(a[1], b[1])-max(a[0], b[0]))
		}
	}
	return n
}

// likeness is the Dice measure of two sets: 1 when equal, 0 when apart.
func (l letters) likeness(o letters) float64 {
	if l.size()+o.size() == 0 {
		return 0
	}
	return 2 * float64(l.shared(o)) / float64(l.size()+o.size())
}

// name is an object of the corpus or a mention of a reading.
type name struct {
	class       string
	all, proper letters
}

func (n name) same(o name) bool {
	return n.class == o.class && slices.Equal(n.all, o.all)
}

// closeness of a name wanted to one found, from 0 to 1.
func (n name) closeness(found name) float64 {
	return max(n.all.likeness(found.all), n.proper.likeness(found.all))
}

func ofClass(names []name, class string) (out []name) {
	for _, n := range names {
		if n.class == class {
			out = append(out, n)
		}
	}
	return out
}

func namesOf(r read.Reading) (out []name) {
	for _, m := range r.Mentions {
		if m.Kind == "person" || m.Kind == "place" || m.Kind == "organization" {
			out = append(out, name{class: m.Kind, all: letters{{m.Start, m.End}}})
		}
	}
	return out
}

// job says that a person has a position; titles are its spellings.
type job struct {
	person []string
	titles [][]string
}

func (j job) String() string {
	s := strings.Join(j.person, " ") + ":"
	for _, t := range j.titles {
		s += " " + strings.Join(t, " ") + ";"
	}
	return s
}

func (j job) closeness(found job) float64 {
	if !slices.ContainsFunc(j.person, func(w string) bool {
		return len([]rune(w)) > 2 && slices.ContainsFunc(found.person, func(v string) bool { return alike(w, v) })
	}) {
		return 0
	}
	best := 0.0
	for _, want := range j.titles {
		for _, got := range found.titles {
			n := 0
			for _, w := range want {
				if slices.ContainsFunc(got, func(v string) bool { return alike(w, v) }) {
					n++
				}
			}
			s := 2 * float64(n) / float64(len(want)+len(got))
			if n > 0 && n >= min(len(want), len(got)) {
				s = max(s, 0.5)
			}
			best = max(best, s)
		}
	}
	return best
}

func jobsOf(r read.Reading) (out []job) {
	names := map[string][]string{}
	for _, e := range r.Entities {
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			names[e.ID] = append(names[e.ID], fold(n)...)
		}
	}
	for _, s := range r.Statements {
		if s.Kind == "office" {
			out = append(out, job{names[s.Person], [][]string{fold(s.Title)}})
		}
	}
	return out
}

func fold(s string) []string {
	s = strings.ReplaceAll(strings.ToLower(s), "ё", "е")
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// alike tells whether two words are forms of one: equal, or with a common
// beginning of three letters and three fifths of the longer word.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= 3 && 5*n >= 3*max(len(x), len(y))
}
