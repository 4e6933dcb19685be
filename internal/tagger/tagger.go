package tagger

import "strings"

// Span is a name: words[Start:End] of the sentence.
type Span struct {
	Start, End int
	Class      string
	// Margin is by how much the scores of its words, the steps between labels
	// left aside, prefer the name to no name: log odds a word, larger is surer.
	Margin float64
}

// Tagger is the working memory of a Model: tables of scores already computed.
// They are bounded and change no answer. A Tagger serves one goroutine.
type Tagger struct {
	m      *Model
	labels int
	lanes  int // numbers that hold the scores of all labels, see lanes.go
	steps  steps

	words    memo
	frames   triples
	couples  couples
	classes  []string // by label, "" for O
	numbered []int32  // by the caller's number of a word, its number in words from 1
	turn     uint64   // of the caller's numbers

	feats        []feature
	ids          []int32  // of the words of the sentence, two borders on either side
	sums         []uint64 // of the places of the sentence, four on either side that nobody asks for
	around       []surround
	scores, best []int32
	back, out    []uint8
	spans        []Span
}

// seen is what scoring a word leaves for features of several words: an entry
// without its own.
type seen struct {
	stem, tail uint64
	first      [2][pairKinds]uint64 // see pairs
	classes    uint32
	frame      uint16
}

// New gives a Tagger with empty tables.
func (m *Model) New() *Tagger {
	n := len(m.Labels)
	w := lanesFor(n)
	t := &Tagger{m: m, labels: n, lanes: w, steps: newSteps(m.transitions, n), words: newMemo(w * roles), frames: newTriples(w), couples: newCouples(w), classes: make([]string, n)}
	for to, name := range m.Labels {
		_, t.classes[to], _ = strings.Cut(name, "-")
	}
	return t
}

// Words is one sentence. A caller that numbers its words gives the number of
// each, which stands for one spelling as long as Turn is the same; no two
// numberings of a program share a turn.
type Words struct {
	Text    []string
	Numbers []int32
	Turn    uint64 // not 0
}

// Tag gives the label of each word of one sentence, as an index into Labels.
// The slice is valid until the next call.
func (t *Tagger) Tag(words []string) []uint8 { return t.tag(Words{Text: words}) }

func (t *Tagger) tag(words Words) []uint8 {
	n := len(words.Text)
	t.out = grow(t.out, n)
	if n == 0 {
		return t.out
	}
	t.begin(words)
	t.bestPath(n)
	if t.m.position > 0 {
		t.quotedPositions(words.Text)
		t.ownedBodies(words.Text)
		t.ownedPositions(words.Text)
		t.oneHolder(words.Text)
	}
	if t.m.language > 0 {
		t.languageLabels(words.Text)
	}
	return t.out
}

// Spans gives the names of one sentence in order. The slice is valid until
// the next call.
func (t *Tagger) Spans(words []string) []Span { return t.SpansOf(Words{Text: words}) }

// SpansOf is Spans of words that may be numbered.
func (t *Tagger) SpansOf(words Words) []Span {
	labels := t.tag(words)
	t.spans = t.spans[:0]
	for i := 0; i < len(labels); i++ {
		if labels[i] == 0 {
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] != 0 && labels[end]%2 == 0 && t.classes[labels[end]] == t.classes[labels[i]] {
			end++
		}
		t.spans = append(t.spans, Span{i, end, t.classes[labels[i]], t.margin(i, end)})
		i = end - 1
	}
	return t.spans
}

// margin is the lead of a name's labels over O in the scores of its words, per
// word, in log odds: a cheap stand-in for the probability.
func (t *Tagger) margin(start, end int) float64 {
	sum := int32(0)
	for i := start; i < end; i++ {
		s := t.scores[i*t.lanes*perLane:]
		sum += s[t.out[i]] - s[0]
	}
	return float64(sum) * t.m.Scale / float64(end-start)
}

// Bundle is the features that one word gives to a place in one role: they are
// the same wherever the word plays that role.
type Bundle struct {
	Word string
	Role int
	Keys []uint32
}

// Bundles gives the features of each word of one sentence, for training: those
// of single words by bundle, and the loose ones of several words.
func (m *Model) Bundles(words []string) (bundles [][]Bundle, loose [][]uint32) {
	entries := make([]entry, len(words))
	for i, w := range words {
		entries[i] = m.analyse(w, nil)
	}
	border := m.analyse("", nil)
	get := func(i int) (entry, string) {
		if i < 0 || i >= len(words) {
			return border, ""
		}
		return entries[i], words[i]
	}
	frame := func(i int) uint16 {
		e, _ := get(i)
		return e.frame
	}
	around := surroundings(words, func(i int) bool { return entries[i].classes&m.Lexicon.Heads != 0 }, nil)
	bundles, loose = make([][]Bundle, len(words)), make([][]uint32, len(words))
	for i, a := range around {
		for role, j := range [...]int{roleSelf: i, rolePrev: i - 1, roleNext: i + 1, rolePrev2: i - 2, roleNext2: i + 2,
			roleAfterQuote: a.afterQuote, roleBeforeQuote: a.beforeQuote, roleHeadAhead: a.headAhead, roleHeadBehind: a.headBehind} {
			if j == none && role >= roleAfterQuote {
				continue
			}
			e, w := get(j)
			b := Bundle{Word: w, Role: role}
			for _, f := range e.features {
				if role < f.roles {
					b.Keys = append(b.Keys, f.key(role))
				}
			}
			bundles[i] = append(bundles[i], b)
		}
		for _, k := range frames(frame(i-1), frame(i), frame(i+1)) {
			loose[i] = append(loose[i], k)
		}
		if i > 0 {
			for _, k := range pairs(entries[i-1].seenAt(), entries[i].seenAt(), 0) {
				loose[i] = append(loose[i], k)
			}
		}
		if i+1 < len(words) {
			for _, k := range pairs(entries[i].seenAt(), entries[i+1].seenAt(), 1) {
				loose[i] = append(loose[i], k)
			}
		}
	}
	return bundles, loose
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
