package tagger

import (
	"math"
	"strings"
)

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
	lanes  int       // numbers that hold the scores of all labels, see lanes.go
	from   [][]uint8 // by label, the labels that may stand before it
	most   []int32   // by label, the best step to it; unbounded where some label may not stand before it
	inside []twoWays // by label, how it is come to inside a name

	words    memo
	frames   triples
	classes  []string // by label, "" for O
	numbered []int32  // by the caller's number of a word, its number in words from 1
	turn     uint64   // of the caller's numbers

	feats        []feature
	sum          []uint64
	ids          []int32 // of the words of the sentence, two borders on either side
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

// twoWays are the two labels that alone may stand before one, as B-X and I-X do
// before I-X, with the steps from them. Of other labels only is false.
type twoWays struct {
	only   bool
	labels [2]uint8
	steps  [2]int32
}

// New gives a Tagger with empty tables.
func (m *Model) New() *Tagger {
	n := len(m.Labels)
	w := lanesFor(n)
	t := &Tagger{m: m, labels: n, lanes: w, sum: make([]uint64, w), words: newMemo(w * roles), frames: newTriples(w), classes: make([]string, n), from: make([][]uint8, n), most: make([]int32, n), inside: make([]twoWays, n)}
	for to, name := range m.Labels {
		t.most[to] = Forbidden
		_, t.classes[to], _ = strings.Cut(name, "-")
		for from := range n {
			if m.transitions[from*n+to] > Forbidden {
				t.from[to] = append(t.from[to], uint8(from))
			}
			t.most[to] = max(t.most[to], m.transitions[from*n+to])
		}
		if len(t.from[to]) < n {
			t.most[to] = unbounded
		}
		if f := t.from[to]; len(f) == 2 {
			t.inside[to] = twoWays{true, [2]uint8(f), [2]int32{m.transitions[int(f[0])*n+to], m.transitions[int(f[1])*n+to]}}
		}
	}
	return t
}

// unbounded stands for a best step that is not to be relied on.
const unbounded = 1 << 29

// word gives the number of a word, whose score vectors, one for each role, are
// in words.
func (t *Tagger) word(w string) int32 {
	n, found := t.words.find(hashWord(w))
	if found {
		return n
	}
	e := t.m.analyse(w, t.feats)
	t.feats = e.features
	v := t.words.vector(n)
	for _, f := range e.features {
		h := f.hash
		for role := range f.roles {
			if key := uint32(mix(h) >> 32); t.m.words.mayHave(key) {
				t.m.add(key, v[role*t.lanes:][:t.lanes])
			}
			h += roleStep
		}
	}
	t.words.known[n].seen = e.seen()
	t.words.heads[n] = e.classes&t.m.Lexicon.Heads != 0
	return n
}

// frame gives the scores of three neighbouring frame classes.
func (t *Tagger) frame(p, s, n uint16) []uint64 {
	number, found := t.frames.find(uint32(p)<<20 | uint32(s)<<10 | uint32(n))
	v := t.frames.values[int(number)*t.lanes:][:t.lanes]
	if !found {
		for _, key := range frames(p, s, n) {
			t.m.add(key, v)
		}
	}
	return v
}

// Words is one sentence. A caller that numbers its words gives the number of
// each, which stands for one spelling as long as Turn is the same; no two
// numberings of a program share a turn.
type Words struct {
	Text    []string
	Numbers []int32
	Turn    uint64 // not 0
}

// borders is how far the words around one count for it.
const borders = 2

// begin looks up the words of a sentence, which then can be scored.
func (t *Tagger) begin(s Words) {
	n := len(s.Text)
	if t.words.reserve(n+1) || t.turn != s.Turn {
		clear(t.numbered)
		t.turn = s.Turn
	}
	t.ids = grow(t.ids, n+2*borders)
	border := t.word("")
	for k := range borders {
		t.ids[k], t.ids[borders+n+k] = border, border
	}
	ids := t.ids[borders:][:n]
	for i := range ids {
		if i >= len(s.Numbers) {
			ids[i] = t.word(s.Text[i])
			continue
		}
		k := s.Numbers[i]
		if int(k) >= len(t.numbered) {
			t.numbered = append(t.numbered, make([]int32, int(k)+1-len(t.numbered)+1<<10)...)
		}
		if t.numbered[k] == 0 {
			t.numbered[k] = t.word(s.Text[i]) + 1
		}
		ids[i] = t.numbered[k] - 1
	}
	t.scores = grow(t.scores, n*t.lanes*perLane)
	t.around = surroundings(s.Text, func(i int) bool { return t.words.heads[ids[i]] }, t.around)
}

// score makes and gives the score of each label at word i of the sentence.
func (t *Tagger) score(i int) []int32 {
	L := t.lanes
	ids := t.ids[i : i+2*borders+1]
	role := func(id int32, role int) []uint64 { return t.words.values[int(id)*t.words.width+role*L:][:L] }
	self, prev, after, prev2, after2 := role(ids[2], roleSelf), role(ids[1], rolePrev), role(ids[3], roleNext), role(ids[0], rolePrev2), role(ids[4], roleNext2)
	me := &t.words.known[ids[2]].seen
	var before, behind *seen
	framed := [3]uint16{0, me.frame, 0}
	if i > 0 {
		before = &t.words.known[ids[1]].seen
		framed[0] = before.frame
	}
	if i+1 < len(t.around) {
		behind = &t.words.known[ids[3]].seen
		framed[2] = behind.frame
	}
	frame := t.frame(framed[0], framed[1], framed[2])
	sum := t.sum[:L]
	self, prev, after, prev2, after2, frame = self[:len(sum)], prev[:len(sum)], after[:len(sum)], prev2[:len(sum)], after2[:len(sum)], frame[:len(sum)]
	for k := range sum {
		sum[k] = laneZero + self[k] + prev[k] + after[k] + prev2[k] + after2[k] + frame[k]
	}
	if before != nil {
		for _, k := range pairs(before, me, 0) {
			if t.m.words.mayHave(k) {
				t.m.add(k, sum)
			}
		}
	}
	if behind != nil {
		for _, k := range pairs(me, behind, 1) {
			if t.m.words.mayHave(k) {
				t.m.add(k, sum)
			}
		}
	}
	a := &t.around[i]
	if *a != (surround{none, none, none, none}) {
		for r, j := range [...]int{a.afterQuote, a.beforeQuote, a.headAhead, a.headBehind} {
			if j != none {
				addLanes(sum, role(t.ids[borders+j], roleAfterQuote+r))
			}
		}
	}
	scores := t.scores[i*L*perLane:][:L*perLane]
	for k, x := range sum {
		s := scores[k*perLane:][:perLane]
		s[0], s[1], s[2] = int32(x&laneMask)-laneBias, int32(x>>laneBits&laneMask)-laneBias, int32(x>>(2*laneBits)&laneMask)-laneBias
	}
	return scores[:t.labels]
}

// Tag gives the label of each word of one sentence, as an index into Labels.
// The slice is valid until the next call.
func (t *Tagger) Tag(words []string) []uint8 { return t.tag(Words{Text: words}) }

func (t *Tagger) tag(words Words) []uint8 {
	n, L := len(words.Text), t.labels
	t.out = grow(t.out, n)
	if n == 0 {
		return t.out
	}
	t.begin(words)
	t.best = grow(t.best, n*L)
	t.back = grow(t.back, n*L)
	trans := t.m.transitions
	copy(t.best, t.score(0))
	for k := 2; k < L; k += 2 { // a sentence does not open inside a name
		t.best[k] = Forbidden
	}
	lead, first, second := leadOf(t.best[:L])
	for i := 1; i < n; i++ {
		scores := t.score(i)
		prev, cur, back := t.best[(i-1)*L:i*L], t.best[i*L:][:len(scores)], t.back[i*L:][:len(scores)]
		// Mostly one label leads by so much that no step makes up for it.
		steps, most, inside := trans[lead*L:][:len(scores)], t.most[:len(scores)], t.inside[:len(scores)]
		was := uint8(lead)
		best, next, behind := int32(lowest), 0, int32(lowest)
		for k, score := range scores {
			s, from := first+steps[k], was
			if w := &inside[k]; w.only {
				s, from = prev[w.labels[0]]+w.steps[0], w.labels[0]
				if x := prev[w.labels[1]] + w.steps[1]; x > s {
					s, from = x, w.labels[1]
				}
			} else if s <= second+most[k] {
				s = math.MinInt32
				for _, a := range t.from[k] {
					if x := prev[a] + trans[int(a)*L+k]; x > s {
						s, from = x, a
					}
				}
			}
			s += score
			cur[k], back[k] = s, from
			if s > best {
				best, next, behind = s, k, best
			} else if s > behind {
				behind = s
			}
		}
		lead, first, second = next, best, behind
	}
	last := 0
	for k := range L {
		if t.best[(n-1)*L+k] > t.best[(n-1)*L+last] {
			last = k
		}
	}
	for i := n - 1; i >= 0; i-- {
		t.out[i] = uint8(last)
		last = int(t.back[i*L+last])
	}
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

// lowest is less than any score of a label.
const lowest = -1 << 30

// leadOf gives the label with the best score, the first of equal ones, that
// score, and the next best.
func leadOf(scores []int32) (lead int, first, second int32) {
	first, second = scores[0], lowest
	for k := 1; k < len(scores); k++ {
		if s := scores[k]; s > first {
			lead, first, second = k, s, first
		} else if s > second {
			second = s
		}
	}
	return lead, first, second
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
