package article

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// token is a word, a run of white space or one other character of a text,
// in bytes. Equal tokens of the two texts compared have equal ids.
type token struct {
	start, end int
	id         int32
	word       bool
}

// tokenizer gives the same id to the same string, over several texts.
type tokenizer map[string]int32

func (tk tokenizer) tokens(s string) (out []token) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		class := classOf(r)
		end := i + n
		for class != other && end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if classOf(r) != class {
				break
			}
			end += n
		}
		text := s[i:end]
		id, ok := tk[text]
		if !ok {
			id = int32(len(tk))
			tk[text] = id
		}
		out = append(out, token{i, end, id, class == letter})
		i = end
	}
	return out
}

const (
	other = iota
	letter
	space
)

func classOf(r rune) int {
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return letter
	case unicode.IsSpace(r):
		return space
	}
	return other
}

// align pairs equal tokens of two texts in order: to[i] is the index in b of
// the partner of a[i], or -1. Words that occur once in both are paired first
// (patience diff), because they mean the same place; the rest is paired
// between them, and a stretch with no such word by its longest common
// subsequence where it is short enough for that.
func align(a, b []token) []int {
	to := make([]int, len(a))
	for i := range to {
		to[i] = -1
	}
	d := differ{a, b, to}
	d.part(0, len(a), 0, len(b))
	return to
}

type differ struct {
	a, b []token
	to   []int
}

func (d differ) part(a0, a1, b0, b1 int) {
	for a0 < a1 && b0 < b1 && d.a[a0].id == d.b[b0].id {
		d.to[a0] = b0
		a0, b0 = a0+1, b0+1
	}
	for a0 < a1 && b0 < b1 && d.a[a1-1].id == d.b[b1-1].id {
		a1, b1 = a1-1, b1-1
		d.to[a1] = b1
	}
	if a0 == a1 || b0 == b1 {
		return
	}
	pairs := d.anchors(a0, a1, b0, b1)
	if len(pairs) == 0 {
		d.lcs(a0, a1, b0, b1)
		return
	}
	for _, p := range pairs {
		d.part(a0, p[0], b0, p[1])
		d.to[p[0]] = p[1]
		a0, b0 = p[0]+1, p[1]+1
	}
	d.part(a0, a1, b0, b1)
}

// anchors gives the longest ascending row of words that occur once in each
// stretch.
func (d differ) anchors(a0, a1, b0, b1 int) [][2]int {
	type seen struct{ inA, inB, at int }
	once := make(map[int32]seen, a1-a0)
	for i := a0; i < a1; i++ {
		if d.a[i].word {
			s := once[d.a[i].id]
			once[d.a[i].id] = seen{s.inA + 1, 0, i}
		}
	}
	for j := b0; j < b1; j++ {
		if s, ok := once[d.b[j].id]; ok {
			s.inB++
			once[d.b[j].id] = s
		}
	}
	var pairs [][2]int // in the order of b
	for j := b0; j < b1; j++ {
		if s, ok := once[d.b[j].id]; ok && s.inA == 1 && s.inB == 1 {
			pairs = append(pairs, [2]int{s.at, j})
		}
	}
	return ascending(pairs)
}

// ascending gives a longest subsequence whose first members ascend.
func ascending(pairs [][2]int) [][2]int {
	var tails []int // tails[k]: index of the smallest end of a row of k+1
	before := make([]int, len(pairs))
	for i, p := range pairs {
		k, _ := slices.BinarySearchFunc(tails, p[0], func(t, at int) int { return pairs[t][0] - at })
		before[i] = -1
		if k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([][2]int, len(tails))
	for k, i := len(tails)-1, tails[len(tails)-1]; k >= 0; k, i = k-1, before[i] {
		out[k] = pairs[i]
	}
	return out
}

// maxCells bounds the table of the longest common subsequence.
const maxCells = 1 << 18

func (d differ) lcs(a0, a1, b0, b1 int) {
	n, m := a1-a0, b1-b0
	if n*m > maxCells {
		return
	}
	best := make([]int32, (n+1)*(m+1))
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if d.a[a0+i].id == d.b[b0+j].id {
				best[i*(m+1)+j] = best[(i+1)*(m+1)+j+1] + 1
			} else {
				best[i*(m+1)+j] = max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case d.a[a0+i].id == d.b[b0+j].id:
			d.to[a0+i] = b0 + j
			i, j = i+1, j+1
		case best[(i+1)*(m+1)+j] >= best[i*(m+1)+j+1]:
			i++
		default:
			j++
		}
	}
}
