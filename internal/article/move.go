package article

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/value"
)

// Moved is what became of one span.
type Moved struct {
	Span value.Span
	OK   bool   // false: orphaned, Span is the zero span
	Why  string // why it was orphaned
}

const (
	// sentence is how many words make a span a statement and not a name. A
	// statement must keep what stands on both its sides, because a word put
	// before it can turn its meaning; it may move as a whole.
	sentence = 5
	// context is how many equal words on one side are enough for a name
	// whose other side changed.
	context = 5
)

// MoveSpans carries spans (code points) of the old text to the new one by a
// diff of their words: exactly, or not at all. The words at the new place are
// equal to the old ones, and what stands around them says that it is the same
// place: words that stand in several places are carried only where the words
// around them leave one pair of places.
//
// The answers are in the order of the spans.
func MoveSpans(oldText, newText string, spans []value.Span) []Moved {
	out := make([]Moved, len(spans))
	if len(spans) == 0 {
		return out
	}
	tk := tokenizer{}
	m := mover{old: oldText, new: newText, a: tk.tokens(oldText), b: tk.tokens(newText)}
	m.to = align(m.a, m.b)
	bytes := runeOffsets(oldText)
	for i, s := range spans {
		if s.Start < 0 || s.Empty() || s.End >= len(bytes) {
			out[i].Why = "the span is not a part of the old text"
			continue
		}
		if oldText == newText {
			out[i] = Moved{Span: s, OK: true}
			continue
		}
		from, to := bytes[s.Start], bytes[s.End]
		at, why := m.move(from, to)
		if why != "" {
			out[i].Why = why
			continue
		}
		start := utf8.RuneCountInString(newText[:at])
		out[i] = Moved{Span: value.Span{Start: start, End: start + s.Len()}, OK: true}
	}
	return out
}

type mover struct {
	old, new string
	a, b     []token
	to       []int
}

// move gives the place in the new text of old[from:to], in bytes, or why it
// has none.
func (m mover) move(from, to int) (at int, why string) {
	slice := m.old[from:to]
	once := count(m.old, slice) == 1 && count(m.new, slice) == 1
	words := 0
	for _, t := range m.a[m.tokenAt(from):] {
		if t.start >= to {
			break
		}
		if t.word {
			words++
		}
	}
	at = m.aligned(from, to)
	if at < 0 || m.new[at:at+len(slice)] != slice {
		if !once || words < sentence {
			return 0, "the words changed or are gone"
		}
		at = strings.Index(m.new, slice) // a statement moved as a whole
	}
	left, right := m.around(from, to, at)
	switch {
	case left.ok && right.ok && (words >= sentence || left.words+right.words > 0):
	case words < sentence && max(left.words, right.words) >= context:
	default:
		return 0, "what stands around the words changed"
	}
	if once {
		return at, ""
	}
	// Where the words stand several times, the end of a sentence says nothing
	// about their place; the end of the text does.
	held := (left.words > 0 || from == 0 && at == 0) && (right.words > 0 || to == len(m.old) && at+to-from == len(m.new))
	if !held || !m.best(from, to, at) {
		return 0, "the words stand in several places"
	}
	return at, ""
}

// aligned gives the place that the diff says, -1 where the tokens of the span
// have no partners in a row.
func (m mover) aligned(from, to int) int {
	i := m.tokenAt(from)
	first := m.to[i]
	for k := i; k < len(m.a) && m.a[k].start < to; k++ {
		if m.to[k] < 0 || m.to[k] != first+k-i {
			return -1
		}
	}
	return m.b[first].start + from - m.a[i].start
}

// tokenAt gives the old token that holds the byte.
func (m mover) tokenAt(at int) int {
	i, found := slices.BinarySearchFunc(m.a, at, func(t token, at int) int { return t.start - at })
	if !found {
		i--
	}
	return i
}

// side is what stands equal on one side of a place in both texts.
type side struct {
	words int  // whole words equal from the place outwards
	ok    bool // the next word is equal, or a sentence ends there in both
}

// around compares what stands beside old[from:to] and beside its image.
func (m mover) around(from, to, at int) (left, right side) {
	end := at + to - from
	l, r := m.reach(from, at, to-from)
	a, b := m.old[:from], m.new[:at]
	l, r = min(l, len(a)), min(r, len(m.old)-to)
	for l > 0 && !utf8.RuneStart(a[len(a)-l]) {
		l--
	}
	left.words = wholeWords(a[len(a)-l:], letterBefore(a[:len(a)-l]) || letterBefore(b[:len(b)-l]), false)
	left.ok = left.words > 0 || opens(a) && opens(b)

	a, b = m.old[to:], m.new[end:]
	for r > 0 && r < len(a) && !utf8.RuneStart(a[r]) {
		r--
	}
	right.words = wholeWords(a[:r], letterAfter(a[r:]) || letterAfter(b[r:]), true)
	right.ok = right.words > 0 || closes(m.old[from:to], a) && closes(m.new[at:end], b)
	return left, right
}

// wholeWords counts the words of s, leaving out the one at its outer end when
// that is cut.
func wholeWords(s string, cut, outerIsEnd bool) int {
	const enough = 160 // bytes that hold more words than context asks for
	for n := enough; len(s) > n; n++ {
		if outerIsEnd && utf8.RuneStart(s[n]) {
			s, cut = s[:n], true
		} else if from := len(s) - n; !outerIsEnd && utf8.RuneStart(s[from]) {
			s, cut = s[from:], true
		}
	}
	ts := tokenizer{}.tokens(s)
	n := 0
	for i, t := range ts {
		outer := i == 0
		if outerIsEnd {
			outer = i == len(ts)-1
		}
		if t.word && !(outer && cut) {
			n++
		}
	}
	return n
}

func letterBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return classOf(r) == letter
}

func letterAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return classOf(r) == letter
}

// opens reports whether a sentence or paragraph may begin after s.
func opens(s string) bool {
	t := strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"'«“„‘(`, r) })
	if t == "" || strings.Contains(s[len(t):], "\n") {
		return true
	}
	return len(t) < len(s) && endsSentence(t)
}

// closes reports whether the sentence or paragraph ends with s, before rest.
func closes(s, rest string) bool {
	t := strings.TrimLeftFunc(rest, func(r rune) bool {
		return unicode.IsSpace(r) && r != '\n' || strings.ContainsRune(`.!?…"'»”’)`, r)
	})
	if t == "" || t[0] == '\n' {
		return true
	}
	return len(t) < len(rest) && endsSentence(strings.TrimRightFunc(s+rest[:len(rest)-len(t)], unicode.IsSpace))
}

func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return strings.ContainsRune(`"'»”’)`, r) })
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…։۔؟", r)
}

// best reports whether, of all places where the words stand in either text,
// these two belong together: every other pair is alike less far on both sides.
// A copy put beside the words makes two places of which each has its side, and
// neither is best.
func (m mover) best(from, to, at int) bool {
	slice := m.old[from:to]
	left, right := m.reach(from, at, len(slice))
	beats := func(l, r int) bool { return left > l && right > r }
	for o := range places(m.old, slice) {
		if o != from && !beats(m.reach(o, at, len(slice))) {
			return false
		}
	}
	for p := range places(m.new, slice) {
		if p != at && !beats(m.reach(from, p, len(slice))) {
			return false
		}
	}
	return true
}

// reach gives how many bytes are equal before and after n bytes at o of the
// old text and p of the new one, as far as it looks; that both texts begin or
// end there counts as one more.
func (m mover) reach(o, p, n int) (left, right int) {
	const far = 4096
	a, b := m.old[max(0, o-far):o], m.new[max(0, p-far):p]
	for left < len(a) && left < len(b) && a[len(a)-1-left] == b[len(b)-1-left] {
		left++
	}
	if left == o && left == p {
		left++
	}
	a, b = m.old[o+n:], m.new[p+n:]
	for right < far && right < len(a) && right < len(b) && a[right] == b[right] {
		right++
	}
	if right == len(a) && right == len(b) {
		right++
	}
	return left, right
}

// places gives every place of part in s, overlapping ones included.
func places(s, part string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; ; i++ {
			n := strings.Index(s[i:], part)
			if n < 0 {
				return
			}
			if i += n; !yield(i) {
				return
			}
		}
	}
}

// count gives 0, 1 or 2, for two or more places.
func count(s, part string) (n int) {
	for range places(s, part) {
		if n++; n == 2 {
			break
		}
	}
	return n
}

// runeOffsets gives the byte offset of each code point, and the length.
func runeOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}
