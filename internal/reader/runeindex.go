package reader

import (
	"math/bits"
	"slices"
	"sort"
	"unicode/utf8"
)

// runeIndex turns byte offsets into code point offsets. A byte that belongs
// to no character counts as one, as it does in a Go string.
type runeIndex struct {
	text  string
	valid bool
	marks []int32 // code points before byte stride*i
	// In invalid text, the byte at or behind stride*i that marks counts up to:
	// the first that begins a character.
	from []int32
}

// newRuneIndex makes the index of a text.
func newRuneIndex(text string) *runeIndex {
	ri := &runeIndex{}
	ri.reset(text)
	return ri
}

// reset makes it the index of a text, in the memory it has.
func (ri *runeIndex) reset(text string) {
	*ri = runeIndex{text: text, marks: slices.Grow(ri.marks[:0], len(text)/stride+1), from: ri.from[:0]}
	if ri.marks, ri.valid = countRunes(text, ri.marks); ri.valid {
		return
	}
	ri.marks, ri.valid = ri.marks[:0], utf8.ValidString(text)
	n := int32(0)
	if !ri.valid {
		for i := 0; i < len(text); n++ {
			if i >= len(ri.marks)*stride {
				ri.marks, ri.from = append(ri.marks, n), append(ri.from, int32(i))
			}
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
		return
	}
	for i := 0; i < len(text); i += stride {
		ri.marks = append(ri.marks, n)
		n += beginnings(text[i:min(i+stride, len(text))])
	}
}

// at gives the code points before byte b, which begins a character or ends
// the text.
func (ri *runeIndex) at(b int) int {
	if b == 0 {
		return 0
	}
	k := (b - 1) / stride
	if ri.valid {
		if k+1 < len(ri.marks) && ri.marks[k+1]-ri.marks[k] == stride { // a byte a character
			return int(ri.marks[k]) + b - k*stride
		}
		from, n := k*stride, int(ri.marks[k])+b-k*stride
		for ; from < b && from+8 <= len(ri.text); from += 8 {
			goesOn := goingOn(le64(ri.text[from:]))
			if left := b - from; left < 8 {
				goesOn &= 1<<(8*left) - 1
			}
			n -= bits.OnesCount64(goesOn)
		}
		for ; from < b; from++ {
			if !utf8.RuneStart(ri.text[from]) {
				n--
			}
		}
		return n
	}
	k = min(k, len(ri.marks)-1)
	if int(ri.from[k]) > b { // the character before it reaches beyond stride*k
		k--
	}
	return int(ri.marks[k]) + utf8.RuneCountInString(ri.text[ri.from[k]:b])
}

// byteAt gives the byte that code point n begins at.
func (ri *runeIndex) byteAt(n int) int {
	k := sort.Search(len(ri.marks), func(k int) bool { return int(ri.marks[k]) > n }) - 1
	if k < 0 {
		return 0
	}
	i := k * stride
	if !ri.valid {
		i = int(ri.from[k])
	}
	left := n - int(ri.marks[k])
	for i < len(ri.text) && !utf8.RuneStart(ri.text[i]) && ri.valid {
		i++
	}
	for ; left > 0 && i < len(ri.text); left-- {
		_, size := utf8.DecodeRuneInString(ri.text[i:])
		i += size
	}
	return i
}

// stride is how far apart the marks of a runeIndex are.
const stride = 32

// beginnings counts the bytes of valid text that begin a character.
func beginnings(s string) (n int32) {
	n = int32(len(s))
	for ; len(s) >= 8; s = s[8:] {
		n -= int32(bits.OnesCount64(goingOn(le64(s))))
	}
	for i := 0; i < len(s); i++ {
		if !utf8.RuneStart(s[i]) {
			n--
		}
	}
	return n
}

// goingOn gives the highest bit of each of eight bytes that goes on with a
// character: 10xxxxxx.
func goingOn(x uint64) uint64 { return x &^ (x << 1) & highBits }

// le64 reads eight bytes as a number, the first being the lowest.
func le64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// countRunes makes the marks of a runeIndex and tells that a text is valid
// UTF-8, eight bytes at a time. It answers no for some valid texts: those with
// characters of four bytes or beginning with E0 or ED, whose second bytes are not free.
func countRunes(text string, marks []int32) ([]int32, bool) {
	const high, ones = highBits, lowBits
	var rest [stride]byte
	n, more := int32(0), uint64(0) // more: the bytes of the next word that go on with a character
	for at := 0; at < len(text); at += stride {
		marks = append(marks, n)
		piece := text[at:]
		if len(piece) < stride {
			copy(rest[:], piece)
			piece = string(rest[:])
		}
		inside := uint64(0) // by the place in eight bytes, those that go on with a character
		for k := 0; k < stride; k += 8 {
			x := le64(piece[k:])
			h := x & high
			if h|more == 0 {
				continue
			}
			lead, b5 := h&(x<<1), x<<2
			goesOn := h &^ lead
			two := lead &^ b5
			if two&^((x&(0x1E*ones))+0x7F*ones) != 0 { // C0 C1
				return marks, false
			}
			inside += goesOn >> 7
			if lead == two { // as in most of a Cyrillic text
				if goesOn != two<<8|more {
					return marks, false
				}
				more = two >> 56
				continue
			}
			three, b4, low := lead&b5, x<<3, x&(0x0F*ones)
			if three&(b4|^(low+0x7F*ones)|^((low^0x0D*ones)+0x7F*ones)) != 0 { // four bytes, E0, ED
				return marks, false
			}
			if goesOn != lead<<8|three<<16|more {
				return marks, false
			}
			more = lead>>56 | three>>48
		}
		n += int32(stride - sumOfBytes(inside))
	}
	return marks, more == 0
}
