package lang

import (
	"bytes"
	"hash/maphash"
)

// wordTable numbers words from 1 on, in the order they come; the empty word is 0. A
// pack has tens of thousands of them: their letters lie in one piece, so that
// neither the collector of garbage nor a look-up goes from word to word.
type wordTable struct {
	slots   []wordSlot // a power of two, at most three quarters full
	ends    []uint32   // where the letters of each end, those of the empty word first
	letters []byte
}

// wordSlot is a word with a part of its hash, so that few are compared in vain.
type wordSlot struct {
	hash uint32
	id   int32 // 0: none
}

var wordSeed = maphash.MakeSeed()

// len counts the words with the empty one.
func (w *wordTable) len() int { return max(len(w.ends), 1) }

// word gives the letters of a number.
func (w *wordTable) word(id int32) []byte { return w.letters[w.ends[id-1]:w.ends[id]] }

// of gives the number of a word, 0 where it has none.
func (w *wordTable) of(s string) int32 {
	if s == "" || len(w.slots) == 0 {
		return 0
	}
	h := uint32(maphash.String(wordSeed, s))
	mask := len(w.slots) - 1
	for i := int(h) & mask; ; i = (i + 1) & mask {
		x := w.slots[i]
		if x.id == 0 || x.hash == h && string(w.word(x.id)) == s {
			return x.id
		}
	}
}

// intern gives the number of a word, a new one where it has none.
func (w *wordTable) intern(s string) int32 {
	from := len(w.letters)
	w.letters = append(w.letters, s...)
	return w.settle(from)
}

// internFolded is intern of the folded form of a word.
func (w *wordTable) internFolded(s string) int32 {
	from := len(w.letters)
	w.letters = AppendFold(w.letters, s)
	return w.settle(from)
}

// settle numbers the word whose letters are the last, and gives these up where it
// has a number already.
func (w *wordTable) settle(from int) int32 {
	s := w.letters[from:]
	if len(s) == 0 {
		return 0
	}
	if 4*w.len() >= 3*len(w.slots) {
		w.room(2 * w.len())
	}
	h := uint32(maphash.Bytes(wordSeed, s))
	mask := len(w.slots) - 1
	i := int(h) & mask
	for ; w.slots[i].id != 0; i = (i + 1) & mask {
		if x := w.slots[i]; x.hash == h && bytes.Equal(w.word(x.id), s) {
			w.letters = w.letters[:from]
			return x.id
		}
	}
	id := int32(len(w.ends))
	w.ends = append(w.ends, uint32(len(w.letters)))
	w.slots[i] = wordSlot{h, id}
	return id
}

// room makes the table large enough for n words.
func (w *wordTable) room(n int) {
	size := 16
	for 3*size <= 4*n {
		size *= 2
	}
	if size <= len(w.slots) {
		return
	}
	// Lists that grow are cleared as far as they have room; what is made anew is so
	// where it is used.
	ends, letters := make([]uint32, max(len(w.ends), 1), n+1), make([]byte, len(w.letters), len(w.letters)+8*(n-len(w.ends)))
	copy(ends, w.ends)
	copy(letters, w.letters)
	w.ends, w.letters = ends, letters
	old := w.slots
	w.slots = make([]wordSlot, size)
	for _, x := range old {
		if x.id != 0 {
			i := int(x.hash) & (size - 1)
			for w.slots[i].id != 0 {
				i = (i + 1) & (size - 1)
			}
			w.slots[i] = x
		}
	}
}
