package lang

import "slices"

// Chunk is a run of tokens that a word list or the reader knows as one thing.
type Chunk struct {
	Class Class
	End   int32 // token after the last
	Ref   int32 // entry of the pack for lists, a number of the reader's own for mentions
	next  int32
}

// Lattice is one text as tokens with chunks laid over them. Reset it for the
// next text to use its memory again. It is not safe for concurrent use.
type Lattice struct {
	Pack *Pack
	Text string
	Toks []Token
	Bits []Set // per token: its shapes and the classes of chunks that begin there

	resets int
	shared bool     // the cache is
	roles  []uint16 // per token: which of roleSets its word plays; rules ask for some ten roles of each
	// What the words of texts play, as the cache has it.
	roleSets []RoleSet
	// Per token: its place in the cache, which has the entries of the word alone,
	// and the last laid of all other chunks that begin there.
	words, head []int32
	goOn        []int32 // tokens from which entries of several words may go on
	chunks      []Chunk
	asides      []Aside
	guessed     []Entry // see Guess
	cache       *Words
}

// NewLattice makes a lattice that shares the words it remembers with others; whoever
// shares them lets them rest, when none of the lattices is in use.
func NewLattice(words *Words) *Lattice {
	return &Lattice{Pack: words.pack, cache: words, shared: true}
}

// Reset cuts text into tokens and lays the pack's lists over them.
func (l *Lattice) Reset(p *Pack, text string) {
	if l.cache == nil || l.cache.pack != p {
		l.cache, l.shared = NewWords(p), false
	}
	l.Pack, l.Text = p, text
	l.resets++
	l.asides, l.guessed = l.asides[:0], l.guessed[:0]
	if room := tokensIn(text, l.Toks[:0]); room > cap(l.Toks) {
		l.Toks = make([]Token, 0, room)
		l.chunks = make([]Chunk, 0, room)
	}
	l.Toks = tokenize(text, l.Toks[:0])
	n := len(l.Toks)
	l.Bits = resize(l.Bits, n)
	l.head = resize(l.head, n)
	l.words = resize(l.words, n)
	l.roles = resize(l.roles, n)
	clear(l.head)
	l.chunks = append(l.chunks[:0], Chunk{}) // 0 ends a list
	if !l.shared {
		l.cache.Rest()
	}
	c, bits, words, roles := l.cache, l.Bits[:n], l.words[:n], l.roles[:n]
	l.goOn = l.goOn[:0]
	follow := uint64(0) // how entries may go on from the token before
	for i := range l.Toks {
		t := &l.Toks[i]
		w := c.look(p, text, t)
		words[i] = w
		e := &c.entries[w]
		t.Form, t.Stem = e.form, e.stem
		bits[i] = c.classes.sets[e.classes]
		bits[i][0] |= t.shape
		roles[i] = e.roles
		if follow&(followBit(e.form)|followBit(e.stem)) != 0 || e.extra != 0 && follow != 0 {
			l.goOn = append(l.goOn, int32(i-1))
		}
		if follow = e.follow; e.extra != 0 {
			l.goOn, follow = append(l.goOn, int32(i)), 0
		}
	}
	l.roleSets = c.roles.sets
	for _, k := range l.goOn {
		i := int(k)
		e := &c.entries[words[i]]
		if node, ok := p.byForm.root(e.form); ok {
			l.walkForms(i, node)
		}
		if node, ok := p.byStem.root(e.stem); ok {
			l.walkOn(&p.byStem, i, i+1, node)
		}
		if e.extra != 0 {
			l.walkStems(i, c.extras[e.extra].stems)
		}
	}
}

// sampled is how much of a long text is cut to guess how many tokens it has,
// so that no list is grown step by step, each time into new memory.
const sampled = 1 << 14

// tokensIn guesses the number of tokens of a long text from its beginning; 0
// for a short one.
func tokensIn(text string, room []Token) int {
	if len(text) < 16*sampled {
		return 0
	}
	return int(1.1 * float64(len(tokenize(text[:sampled], room))) * float64(len(text)) / sampled)
}

// walkForms lays every entry of exact forms of several words that begins at
// token i, which leads to a node of the trie; 0 where nothing goes on.
func (l *Lattice) walkForms(i int, node int32) {
	t := &l.Pack.byForm
	for j := i + 1; node != 0 && j < len(l.Toks) && !l.Toks[j].Para; j++ {
		next, ok := t.goesOn(node, l.Toks[j].Form)
		if !ok {
			return
		}
		node = next
		l.lay(t, node, i, j+1)
	}
}

// walkStems lays every entry that begins at token i with one of the further
// stems of its word.
func (l *Lattice) walkStems(i int, stems []int32) {
	t := &l.Pack.byStem
	for _, id := range stems {
		if next, ok := t.root(id); ok {
			l.lay(t, next, i, i+1)
			l.walkOn(t, i, i+1, next)
		}
	}
}

// walkOn lays the entries begun at token i that go on at token j from a node
// of the trie.
func (l *Lattice) walkOn(t *trie, i, j int, node int32) {
	if t.nodes[node].follow == 0 || j >= len(l.Toks) || l.Toks[j].Para {
		return
	}
	if next, ok := t.goesOn(node, l.Toks[j].Stem); ok {
		l.lay(t, next, i, j+1)
		l.walkOn(t, i, j+1, next)
	}
	for _, id := range l.MoreStems(j) {
		if next, ok := t.goesOn(node, id); ok {
			l.lay(t, next, i, j+1)
			l.walkOn(t, i, j+1, next)
		}
	}
}

// Uncapped gives the entry of one word that token i would be in a list which asks
// for a capital, if it had one; nil where there is none.
func (l *Lattice) Uncapped(i int, c Class) *Entry {
	if uint(i) >= uint(len(l.Toks)) || l.Is(i, Cap) {
		return nil
	}
	_, uncapped := l.cache.onesOf(l.words[i])
	for _, e := range uncapped {
		if e.class == c {
			return &l.Pack.Entries[e.entry]
		}
	}
	return nil
}

// lay adds the entries that end at a node of a trie.
func (l *Lattice) lay(t *trie, node int32, i, end int) {
	n := &t.nodes[node]
	for _, e := range t.sealed[n.from:n.to] {
		if (!e.cap || l.Is(i, Cap)) && (!e.low || !l.Is(i, Cap)) {
			l.Add(e.class, i, end, int(e.entry))
		}
	}
}

// MoreStems gives the further stems token i may have beside its Stem.
func (l *Lattice) MoreStems(i int) []int32 {
	return l.cache.extras[l.cache.entries[l.words[i]].extra].stems
}

// HasStem reports whether token i may have the stem with that id.
func (l *Lattice) HasStem(i int, id int32) bool {
	if uint(i) >= uint(len(l.Toks)) {
		return false
	}
	if l.Toks[i].Stem == id {
		return id != 0
	}
	for _, m := range l.MoreStems(i) {
		if m == id {
			return true
		}
	}
	return false
}

// Add lays a chunk of a class over the tokens [start, end).
func (l *Lattice) Add(c Class, start, end, ref int) {
	l.chunks = append(l.chunks, Chunk{Class: c, End: int32(end), Ref: int32(ref), next: l.head[start]})
	l.head[start] = int32(len(l.chunks) - 1)
	l.Bits[start].Add(c)
}

// Resets counts the texts so far, so that what was found out about one is
// not taken for the next.
func (l *Lattice) Resets() int { return l.resets }

// Laid counts the chunks laid over the text so far, but for entries of one word.
func (l *Lattice) Laid() int { return len(l.chunks) }

// LaidFrom gives the classes of those of the tokens [from, to) at which chunks of the
// text begin. It goes to these alone: they are few.
func (l *Lattice) LaidFrom(from, to int) (all Set) {
	for i, k := range l.head[from:to] {
		if k != 0 {
			for w, more := range l.Bits[from+i] {
				all[w] |= more
			}
		}
	}
	return all
}

// Chunk gives the longest chunk of a class that begins at token i; among
// equally long ones the one laid first.
func (l *Lattice) Chunk(i int, c Class) (best Chunk, ok bool) {
	if uint(i) >= uint(len(l.Bits)) || !l.Bits[i].Has(c) {
		return best, false
	}
	return l.chunkOf(i, c), true
}

// chunkOf is Chunk of a token that has the class. What a word is alone was laid
// before all else of one token.
func (l *Lattice) chunkOf(i int, c Class) (best Chunk) {
	alone := Chunk{Class: c, End: int32(i + 1)}
	if c < PersonChunk {
		return alone
	}
	for k := l.head[i]; k != 0; {
		ch := &l.chunks[k]
		if ch.Class == c && ch.End >= best.End {
			best = *ch
		}
		k = ch.next
	}
	if best.End <= alone.End {
		ones, _ := l.cache.onesOf(l.words[i])
		for k := range ones {
			if ones[k].class == c {
				alone.Ref = ones[k].entry
				return alone
			}
		}
	}
	return best
}

// ChunkEnd gives the token behind Chunk of token i, which has the class.
func (l *Lattice) ChunkEnd(i int, c Class) int {
	end, chunks := int32(i+1), l.chunks
	for k := l.head[i]; k != 0; {
		ch := &chunks[k]
		if ch.Class == c && ch.End > end {
			end = ch.End
		}
		k = ch.next
	}
	return int(end)
}

// Chunks calls yield for every chunk that begins at token i, the entries of its
// word alone behind all others.
func (l *Lattice) Chunks(i int, yield func(Chunk) bool) {
	if uint(i) >= uint(len(l.head)) {
		return
	}
	for k := l.head[i]; k != 0; k = l.chunks[k].next {
		if !yield(l.chunks[k]) {
			return
		}
	}
	ones, _ := l.cache.onesOf(l.words[i])
	for _, e := range slices.Backward(ones) {
		if !yield(Chunk{Class: e.class, End: int32(i + 1), Ref: e.entry}) {
			return
		}
	}
}

// Entry gives the list entry a chunk stands for.
func (l *Lattice) Entry(c Chunk) *Entry {
	if k := int(c.Ref) - len(l.Pack.Entries); k >= 0 {
		return &l.guessed[k]
	}
	return &l.Pack.Entries[c.Ref]
}

// Value gives the value of the longest entry of class c at token i, and the
// token after it; ok is false where none begins there.
func (l *Lattice) Value(i int, c Class) (val string, end int, ok bool) {
	if !l.Has(i, c) {
		return "", i, false
	}
	ch := l.chunkOf(i, c)
	return l.Entry(ch).Value, int(ch.End), true
}

// Fold gives the folded form of token i; as in every question about a token,
// one before the first or behind the last is like none: "".
func (l *Lattice) Fold(i int) string {
	if uint(i) >= uint(len(l.words)) {
		return ""
	}
	return l.cache.entries[l.words[i]].fold
}

// Words gives a number for each of the tokens [from, to): that of its spelling,
// the same in every text as long as turn is. No two lattices share a turn. The
// slice is good until the next Reset.
func (l *Lattice) Words(from, to int) (numbers []int32, turn uint64) {
	return l.words[from:to], l.cache.turn
}

// Trait gives what a caller has found out about the word of token i, whichever
// text it stands in; known is false where nothing was said yet. Traits are
// numbered from 0 to 15.
func (l *Lattice) Trait(i int, trait uint) (is, known bool) {
	t := l.cache.traits[l.words[i]] >> (2 * trait)
	return t&2 != 0, t&1 != 0
}

// SetTrait remembers a trait of the word of token i.
func (l *Lattice) SetTrait(i int, trait uint, is bool) {
	bits := uint32(1)
	if is {
		bits = 3
	}
	l.cache.traits[l.words[i]] |= bits << (2 * trait)
}

// Analyses is Pack.Analyses of token i. The caller must not change them.
func (l *Lattice) Analyses(i int) []Analysis {
	if uint(i) >= uint(len(l.words)) {
		return nil
	}
	w := &l.cache.entries[l.words[i]]
	x := l.cache.extraOf(w)
	if !x.analysed {
		x.analyses, x.analysed = l.Pack.Analyses(w.fold), true
	}
	return x.analyses
}

// Is reports whether token i exists and has a shape (Word, Number, Cap…). It looks where
// Has does: what asks one of a token mostly asks the other.
func (l *Lattice) Is(i int, shape Class) bool {
	return uint(i) < uint(len(l.Bits)) && l.Bits[i][0]&(1<<shape) != 0
}

// Has reports whether token i exists and has a class.
func (l *Lattice) Has(i int, c Class) bool { return uint(i) < uint(len(l.Bits)) && l.Bits[i].Has(c) }

// Slice gives the text of the tokens [i, j) as it stands.
func (l *Lattice) Slice(i, j int) string {
	if i, j = max(i, 0), min(j, len(l.Toks)); j <= i {
		return ""
	}
	return l.Text[l.Toks[i].Start:l.Toks[j-1].End]
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
