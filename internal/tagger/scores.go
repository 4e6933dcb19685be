package tagger

// rows tells where the scores of each role lie in the vector of a word: those
// for the places from two before to two behind it side by side, as the places
// themselves do.
var rows = [roles]int{rolePrev2: 4, rolePrev: 3, roleSelf: 2, roleNext: 1, roleNext2: 0,
	roleAfterQuote: 5, roleBeforeQuote: 6, roleHeadAhead: 7, roleHeadBehind: 8}

// neighbours is how many places have a word as their own or a neighbour.
const neighbours = 2*borders + 1

// word gives the number of a word, whose score vectors, one for each role, are
// in words.
func (t *Tagger) word(w string) int32 {
	n, found := t.words.find(hashWord(w))
	if found {
		return n
	}
	e := t.m.analyse(w, t.feats)
	t.feats = e.features
	v, m, L := t.words.vector(n), t.m, t.lanes
	for i := range e.features {
		f := &e.features[i]
		h := f.hash
		for role := range f.roles {
			if key := uint32(mix(h) >> 32); m.words.mayHave(key) {
				m.add(key, v[rows[role]*L:][:L])
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

// couple gives what two words side by side, by their numbers, add to the scores of
// the first, and behind it to those of the second.
func (t *Tagger) couple(a, b int32) []uint64 {
	both, found := t.couples.find(a, b, t.lanes)
	if !found {
		first, second := &t.words.known[a].seen, &t.words.known[b].seen
		for ahead, sum := range [2][]uint64{both[t.lanes:], both[:t.lanes]} {
			for _, k := range pairs(first, second, ahead) {
				if t.m.words.mayHave(k) {
					t.m.add(k, sum)
				}
			}
		}
	}
	return both
}

// borders is how far the words around one count for it.
const borders = 2

// begin looks up the words of a sentence and makes the scores of its places.
func (t *Tagger) begin(s Words) {
	n := len(s.Text)
	full := t.words.reserve(n + 1)
	if full {
		clear(t.couples.slots) // they are of words by their numbers
	}
	if full || t.turn != s.Turn {
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
	t.around = surroundings(s.Text, func(i int) bool { return t.words.heads[ids[i]] }, t.around)
	t.add(n)
	t.scores = grow(t.scores, n*t.lanes*perLane)
	scores, k := t.scores, perLane-1
	for _, x := range t.sums[2*borders*t.lanes:][:n*t.lanes] {
		if k >= len(scores) {
			break
		}
		scores[k-2], scores[k-1], scores[k] = int32(x&laneMask)-laneBias, int32(x>>laneBits&laneMask)-laneBias, int32(x>>(2*laneBits)&laneMask)-laneBias
		k += perLane
	}
}

// add adds up all that counts for each of n places.
func (t *Tagger) add(n int) {
	L := t.lanes
	t.sums = grow(t.sums, (n+4*borders)*L)
	sums := t.sums
	for k := range sums {
		sums[k] = laneZero
	}
	for i, id := range t.ids { // a word or border counts for five places
		addRows(sums[i*L:][:neighbours*L], t.words.values[int(id)*t.words.width:])
	}
	sums = sums[2*borders*L:]
	frame := uint16(0)
	for i := range n {
		sum := sums[i*L:][:L]
		me, next := &t.words.known[t.ids[borders+i]].seen, uint16(0)
		if i+1 < n {
			next = t.words.known[t.ids[borders+i+1]].seen.frame
		}
		addLanes(sum, t.frame(frame, me.frame, next))
		if i > 0 {
			both := t.couple(t.ids[borders+i-1], t.ids[borders+i])
			addLanes(sums[(i-1)*L:][:L], both)
			addLanes(sum, both[L:])
		}
		frame = me.frame
		a := &t.around[i]
		if *a != (surround{none, none, none, none}) {
			for r, j := range [...]int{a.afterQuote, a.beforeQuote, a.headAhead, a.headBehind} {
				if j != none {
					addLanes(sum, t.words.values[int(t.ids[borders+j])*t.words.width+rows[roleAfterQuote+r]*L:])
				}
			}
		}
	}
}

// addRows is addLanes of the scores for as many places as a word is a neighbour of.
func addRows(sum, v []uint64) {
	v = v[:len(sum)]
	for k := neighbours - 1; k < len(sum); k += neighbours {
		sum[k-4] += v[k-4]
		sum[k-3] += v[k-3]
		sum[k-2] += v[k-2]
		sum[k-1] += v[k-1]
		sum[k] += v[k]
	}
}

// score gives the score of each label at word i of the sentence.
func (t *Tagger) score(i int) []int32 { return t.scores[i*t.lanes*perLane:][:t.labels] }
