package lang

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"
)

// Words remembers what look-up found for each spelling of a word. It is
// emptied between texts when it is full, so its memory is bounded, and what
// it answers never depends on what it remembers.
type Words struct {
	pack    *Pack
	seed    maphash.Seed
	salt    [2]uint64
	entries []word
	raws    []string             // the spellings, as the entries
	traits  []uint32             // of the entries, see Lattice.Trait
	extras  []extra              // of words that have more to tell, the first of all others
	classes distinct[Set]        // those of words alone
	roles   distinct[RoleSet]    // what words play
	ones    []ending             // of all words, each word's in one run
	letters strings.Builder      // where spellings learnt one after another lie together
	table   []uint32             // places: see placeOf; 0 where none is
	marks   [utf8.RuneSelf]int32 // the numbers of words of one byte
	bytes   int                  // of the spellings
	turn    uint64
}

// turns numbers the times that a cache was empty, over all caches.
var turns atomic.Uint64

// placeOf is what a slot of the table holds: the word's number in the low
// bits, a part of its hash in the others, so that few words are compared in
// vain. The table is small to lie close to the processor.
func placeOf(h uint64, word int32) uint32 { return uint32(h>>52)<<wordBits | uint32(word) }

// wordBits bounds the words of a cache: far more than a window of text has.
const wordBits, wordMask = 20, 1<<20 - 1

// key is the first bytes of a spelling: most words are no longer, and are
// compared without going to where their letters lie. (An array of two would not
// be held in registers.)
type key struct{ first, more uint64 }

const keyBytes = 16

// word is what is asked of every token; it fits a line of the processor's
// memory. The list entries it is alone lie in the cache's ones: those of the
// form, those of the first stem, then as many uncapped: those it would be with a
// capital.
type word struct {
	fold            string
	key             key
	form, stem      int32
	follow          uint64 // the words with which entries of several may go on, by followBit of form or stem
	ones            uint32
	alone, uncapped uint8
	roles           uint16 // number of its set
	classes         int32  // number of its set
	extra           int32  // place in the cache's extras, 0 for most
}

type extra struct {
	stems    []int32    // further stems the word may have
	analyses []Analysis // made on demand
	analysed bool
}

// cacheLimit and cacheBytes bound the spellings that are kept.
const cacheLimit, cacheBytes = 1 << 15, 1 << 22

func NewWords(p *Pack) *Words {
	c := &Words{pack: p, seed: maphash.MakeSeed(), entries: make([]word, 1, 1024), raws: make([]string, 1, 1024), traits: make([]uint32, 1, 1024), extras: make([]extra, 1), classes: distinctSets[Set](), roles: distinctSets[RoleSet](), table: make([]uint32, 1<<12), turn: turns.Add(1)}
	c.salt = [2]uint64{maphash.String(c.seed, "a"), maphash.String(c.seed, "b")}
	return c
}

// Rest empties a cache that is full.
func (c *Words) Rest() {
	if len(c.entries) > cacheLimit || c.bytes > cacheBytes {
		clear(c.entries)
		clear(c.raws)
		clear(c.extras)
		clear(c.table)
		c.entries, c.raws, c.traits, c.extras, c.ones, c.bytes = c.entries[:1], c.raws[:1], c.traits[:1], c.extras[:1], c.ones[:0], 0
		c.marks, c.turn = [utf8.RuneSelf]int32{}, turns.Add(1)
	}
}

// keyOf gives the first bytes of text[from:to].
func keyOf(text string, from, to int) (k key) {
	if rest := text[from:]; len(rest) >= keyBytes {
		m := &keyMasks[min(to-from, keyBytes)]
		return key{le64(rest) & m.first, le64(rest[8:]) & m.more}
	}
	for i := to - 1; i >= from; i-- {
		k.more = k.more<<8 | k.first>>56
		k.first = k.first<<8 | uint64(text[i])
	}
	return k
}

// keyMasks has the bits of a key that a word of so many bytes has.
var keyMasks = func() (m [keyBytes + 1]key) {
	for n := range m {
		m[n] = key{1<<(8*min(n, 8)) - 1, 1<<(8*max(n-8, 0)) - 1}
	}
	return m
}()

func le64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// hash gives the hash of a spelling with its key; its highest bit tells words
// longer than a key.
func (c *Words) hash(k key, raw string) uint64 {
	if len(raw) > keyBytes {
		return c.hashLong(raw)
	}
	hi, lo := bits.Mul64(k.first^c.salt[0], k.more^c.salt[1])
	return (hi ^ lo) &^ (1 << 63)
}

func (c *Words) hashLong(raw string) uint64 { return maphash.String(c.seed, raw) | 1<<63 }

// look gives the number of the word that is token t of a text.
func (c *Words) look(p *Pack, text string, t *Token) int32 {
	from, to := int(t.Start), int(t.End)
	if to == from+1 && text[from] < utf8.RuneSelf {
		w := c.marks[text[from]]
		if w == 0 {
			w = c.learn(p, text[from:to], key{first: uint64(text[from])}, t)
			c.marks[text[from]] = w
		}
		return w
	}
	raw, k := text[from:to], keyOf(text, from, to)
	h := c.hash(k, raw)
	table := c.table
	mask := uint64(len(table) - 1)
	i := h & mask
	for tag := uint32(h >> 52); table[i] != 0; i = (i + 1) & mask {
		if x := table[i]; x>>wordBits == tag {
			if w := x & wordMask; c.entries[w].key == k && (len(raw) <= keyBytes || c.raws[w] == raw) {
				return int32(w)
			}
		}
	}
	id := c.learn(p, raw, k, t)
	if id > wordMask { // remembered by none
		return id
	}
	c.table[i] = placeOf(h, id)
	if 2*len(c.entries) > len(c.table) {
		c.table = make([]uint32, 2*len(c.table))
		mask = uint64(len(c.table) - 1)
		for w := 1; w < len(c.entries); w++ {
			if raw := c.raws[w]; len(raw) > 1 || raw[0] >= utf8.RuneSelf {
				h := c.hash(c.entries[w].key, raw)
				j := h & mask
				for c.table[j] != 0 {
					j = (j + 1) & mask
				}
				c.table[j] = placeOf(h, int32(w))
			}
		}
	}
	return id
}

// learn makes the entry of a new word.
func (c *Words) learn(p *Pack, raw string, k key, t *Token) int32 {
	raw = c.keep(raw)
	w := word{fold: raw, key: k, ones: uint32(len(c.ones))}
	if !folded(raw) {
		var room [64]byte
		if f := appendFold(room[:0], raw); string(f) != raw {
			w.fold = c.keep(string(f))
		}
	}
	w.form = p.forms.of(w.fold)
	if t.Is(Word) {
		var room [3]int32
		if ids := p.stemIDs(w.fold, room[:0]); len(ids) > 0 {
			w.stem = ids[0]
			if len(ids) > 1 {
				c.extraOf(&w).stems = slices.Clone(ids[1:])
			}
		}
	} else {
		w.stem = p.stems.of(w.fold)
	}
	var has Set
	var form, stem []ending
	if node, ok := p.byForm.root(w.form); ok {
		form, w.follow = p.byForm.at(node)
	}
	if node, ok := p.byStem.root(w.stem); ok {
		var follow uint64
		stem, follow = p.byStem.at(node)
		w.follow |= follow
	}
	w.alone = c.takeOnes(form, stem, func(e *ending) bool { return (!e.cap || t.Is(Cap)) && (!e.low || !t.Is(Cap)) })
	for _, e := range c.ones[w.ones:] {
		has.Add(e.class)
	}
	if !t.Is(Cap) {
		w.uncapped = c.takeOnes(form, stem, func(e *ending) bool { return e.cap })
	}
	w.classes, w.roles = c.classes.number(has), uint16(c.roles.number(p.roles.played(w.form, w.stem)))
	c.entries, c.raws, c.traits = append(c.entries, w), append(c.raws, raw), append(c.traits, 0)
	c.bytes += len(raw)
	return int32(len(c.entries) - 1)
}

// extraOf gives what more there is to tell of a word, made where it has nothing yet; it
// is good until the next is made.
func (c *Words) extraOf(w *word) *extra {
	if w.extra == 0 {
		w.extra = int32(len(c.extras))
		c.extras = append(c.extras, extra{})
	}
	return &c.extras[w.extra]
}

// lettersBytes is how many bytes of spellings are put into one piece of memory,
// few, because one word that is kept elsewhere keeps them all.
const lettersBytes = 1 << 10

// keep gives a copy of a spelling.
func (c *Words) keep(s string) string {
	from := c.letters.Len()
	if c.letters.Cap()-from < len(s) {
		c.letters, from = strings.Builder{}, 0
		c.letters.Grow(max(len(s), lettersBytes))
	}
	c.letters.WriteString(s)
	return c.letters.String()[from:]
}

// takeOnes adds those of the entries of a form and of a stem that which wants,
// and counts them.
func (c *Words) takeOnes(form, stem []ending, which func(*ending) bool) uint8 {
	n := len(c.ones)
	for _, list := range [...][]ending{form, stem} {
		for i := range list {
			if which(&list[i]) {
				c.ones = append(c.ones, list[i])
			}
		}
	}
	return uint8(len(c.ones) - n)
}

// onesOf gives the entries that a word is alone, and those it would be with a
// capital.
func (c *Words) onesOf(word int32) (alone, uncapped []ending) {
	w := &c.entries[word]
	from := w.ones + uint32(w.alone)
	return c.ones[w.ones:from], c.ones[from : from+uint32(w.uncapped)]
}
