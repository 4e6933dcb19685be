package tagger

import (
	"slices"
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
	from   [][]uint8 // by label, the labels that may stand before it
	most   []int32   // by label, the best step to it; unbounded where some label may not stand before it

	words, frames memo
	classes       []string // by label, "" for O

	feats        []feature
	seen         []seen
	around       []surround
	scores, best []int32
	back, out    []uint8
	spans        []Span
}

// seen is what the window pass leaves of a word for the passes after it: an
// entry without its features.
type seen struct {
	stem, tail uint64
	classes    uint32
	frame      uint16
}

// memo is a table from a hash to score vectors. Vectors lie in the order in
// which they were learnt, so that those of common words lie together. It is
// emptied when it is full. Two words with one 64-bit hash would share an
// answer; over all the words of a language that does not happen.
type memo struct {
	slots  []slot // more than twice as many as vectors
	known  []known
	values []int16
	width  int
	most   int
}

// slot holds a part of a hash and the number of its vector from 1, 0 for none.
type slot struct{ hash, number uint32 }

type known struct {
	hash uint64
	seen seen
}

// memoBytes bounds each of a Tagger's two tables.
const memoBytes = 4 << 20

func newMemo(width int) memo {
	most := memoBytes / (width*2 + 32 + 4*8)
	return memo{slots: make([]slot, 1<<10), width: width, most: most}
}

// find gives the vector of a hash, or a new one of zeros.
func (m *memo) find(h uint64) (v []int16, k *known, found bool) {
	mask := uint64(len(m.slots) - 1)
	i := h & mask
	for ; m.slots[i].number != 0; i = (i + 1) & mask {
		if n := int(m.slots[i].number - 1); m.slots[i].hash == uint32(h>>32) && m.known[n].hash == h {
			return m.values[n*m.width : (n+1)*m.width], &m.known[n], true
		}
	}
	switch n := len(m.known); {
	case n == m.most:
		clear(m.slots)
		m.known, m.values = m.known[:0], m.values[:0]
		i = h & mask
	case 2*(n+1) > len(m.slots):
		m.slots = make([]slot, 2*len(m.slots))
		mask = uint64(len(m.slots) - 1)
		for j := range m.known {
			m.put(m.known[j].hash, uint32(j+1))
		}
		for i = h & mask; m.slots[i].number != 0; i = (i + 1) & mask {
		}
	}
	n := len(m.known)
	m.known = append(m.known, known{hash: h})
	m.values = slices.Grow(m.values, m.width)[:(n+1)*m.width]
	m.slots[i] = slot{uint32(h >> 32), uint32(n + 1)}
	v = m.values[n*m.width : (n+1)*m.width]
	clear(v)
	return v, &m.known[n], false
}

func (m *memo) put(h uint64, number uint32) {
	mask := uint64(len(m.slots) - 1)
	i := h & mask
	for m.slots[i].number != 0 {
		i = (i + 1) & mask
	}
	m.slots[i] = slot{uint32(h >> 32), number}
}

// New gives a Tagger with empty tables.
func (m *Model) New() *Tagger {
	n := len(m.Labels)
	t := &Tagger{m: m, labels: n, words: newMemo(n * roles), frames: newMemo(n), classes: make([]string, n), from: make([][]uint8, n), most: make([]int32, n)}
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
	}
	return t
}

// unbounded stands for a best step that is not to be relied on.
const unbounded = 1 << 29

// word gives the score vectors of a word, one for each role. They are good
// until the next call.
func (t *Tagger) word(w string) ([]int16, seen) {
	v, k, found := t.words.find(hashWord(w))
	if found {
		return v, k.seen
	}
	e := t.m.analyse(w, t.feats)
	t.feats = e.features
	for _, f := range e.features {
		for role := range roles {
			if f.roles&(1<<role) != 0 {
				t.m.add(f.key(role), v[role*t.labels:(role+1)*t.labels])
			}
		}
	}
	k.seen = e.seen()
	return v, k.seen
}

// frame gives the score vector of three neighbouring frame classes.
func (t *Tagger) frame(p, s, n uint16) []int16 {
	v, _, found := t.frames.find(mix(uint64(p)<<32 | uint64(s)<<16 | uint64(n)))
	if !found {
		for _, key := range frames(p, s, n) {
			t.m.add(key, v)
		}
	}
	return v
}

// add adds the weights of one feature to a vector by label.
func (m *Model) add(key uint32, v []int16) {
	for e := m.words.get(key); len(e) >= 2; e = e[2:] {
		if int(e[0]) < len(v) {
			v[e[0]] += int16(int8(e[1]))
		}
	}
}

// addScore is add for the sums of a sentence.
func (m *Model) addScore(key uint32, v []int32) {
	for e := m.words.get(key); len(e) >= 2; e = e[2:] {
		if int(e[0]) < len(v) {
			v[e[0]] += int32(int8(e[1]))
		}
	}
}

// emit fills t.scores with the score of each label at each word.
func (t *Tagger) emit(words []string) {
	n, L := len(words), t.labels
	t.scores = grow(t.scores, n*L)
	clear(t.scores)
	t.seen = grow(t.seen, n)
	at := func(i int, v []int16) {
		if i < 0 || i >= n {
			return
		}
		s := t.scores[i*L : (i+1)*L]
		for k, x := range v[:len(s)] {
			s[k] += int32(x)
		}
	}
	for i := -2; i < n+2; i++ {
		w := ""
		if i >= 0 && i < n {
			w = words[i]
		}
		v, s := t.word(w)
		if w != "" {
			t.seen[i] = s
			at(i, v)
		}
		at(i+1, v[rolePrev*L:])
		at(i-1, v[roleNext*L:])
		at(i+2, v[rolePrev2*L:])
		at(i-2, v[roleNext2*L:])
	}
	frame := func(i int) uint16 {
		if i < 0 || i >= n {
			return 0
		}
		return t.seen[i].frame
	}
	for i := range n {
		at(i, t.frame(frame(i-1), frame(i), frame(i+1)))
		if i > 0 {
			for _, k := range pairs(t.seen[i-1], t.seen[i], 0) {
				if t.m.words.mayHave(k) {
					t.m.addScore(k, t.scores[i*L:(i+1)*L])
				}
			}
			for _, k := range pairs(t.seen[i-1], t.seen[i], 1) {
				if t.m.words.mayHave(k) {
					t.m.addScore(k, t.scores[(i-1)*L:i*L])
				}
			}
		}
	}
	t.around = surroundings(words, func(i int) bool { return t.seen[i].classes&t.m.Lexicon.Heads != 0 }, t.around)
	for i, a := range t.around {
		for role, j := range [...]int{roleAfterQuote: a.afterQuote, roleBeforeQuote: a.beforeQuote, roleHeadAhead: a.headAhead, roleHeadBehind: a.headBehind} {
			if role < roleAfterQuote || j == none {
				continue
			}
			w := ""
			if j >= 0 && j < n {
				w = words[j]
			}
			v, _ := t.word(w)
			at(i, v[role*L:])
		}
	}
}

// Tag gives the label of each word of one sentence, as an index into Labels.
// The slice is valid until the next call.
func (t *Tagger) Tag(words []string) []uint8 {
	n, L := len(words), t.labels
	t.out = grow(t.out, n)
	if n == 0 {
		return t.out
	}
	t.emit(words)
	t.best = grow(t.best, n*L)
	t.back = grow(t.back, n*L)
	trans := t.m.transitions
	for k := range L {
		t.best[k] = t.scores[k]
		if k > 0 && k%2 == 0 { // a sentence does not open inside a name
			t.best[k] = Forbidden
		}
	}
	for i := 1; i < n; i++ {
		prev, cur := t.best[(i-1)*L:i*L], t.best[i*L:(i+1)*L]
		// Mostly one label leads by so much that no step makes up for it.
		lead, second := 0, int32(-1<<30)
		for k := 1; k < len(prev); k++ {
			switch {
			case prev[k] > prev[lead]:
				lead, second = k, prev[lead]
			case prev[k] > second:
				second = prev[k]
			}
		}
		for to, allowed := range t.from {
			if s := prev[lead] + trans[lead*L+to]; s > second+t.most[to] {
				cur[to], t.back[i*L+to] = s+t.scores[i*L+to], uint8(lead)
				continue
			}
			best, arg := int32(-1<<31), uint8(0)
			for _, from := range allowed {
				if s := prev[from] + trans[int(from)*L+to]; s > best {
					best, arg = s, from
				}
			}
			cur[to], t.back[i*L+to] = best+t.scores[i*L+to], arg
		}
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
		t.quotedPositions(words)
	}
	return t.out
}

// Spans gives the names of one sentence in order. The slice is valid until
// the next call.
func (t *Tagger) Spans(words []string) []Span {
	labels := t.Tag(words)
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
		sum += t.scores[i*t.labels+int(t.out[i])] - t.scores[i*t.labels]
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
				if f.roles&(1<<role) != 0 {
					b.Keys = append(b.Keys, f.key(role))
				}
			}
			bundles[i] = append(bundles[i], b)
		}
		for _, k := range frames(frame(i-1), frame(i), frame(i+1)) {
			loose[i] = append(loose[i], k)
		}
		if i > 0 {
			for _, k := range pairs(entries[i-1].seen(), entries[i].seen(), 0) {
				loose[i] = append(loose[i], k)
			}
		}
		if i+1 < len(words) {
			for _, k := range pairs(entries[i].seen(), entries[i+1].seen(), 1) {
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
