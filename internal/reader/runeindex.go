package reader

import (
	"math/bits"
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
	// The byte that was asked for last and the code points before it: what is
	// asked for stands mostly a few words behind it.
	last      int
	lastRunes int32
}

func newRuneIndex(text string) *runeIndex {
	ri := &runeIndex{text: text}
	ri.marks = make([]int32, 0, len(text)/stride+1)
	if ri.marks, ri.valid = countRunes(text, ri.marks); ri.valid {
		return ri
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
		return ri
	}
	for i := 0; i < len(text); i += stride {
		ri.marks = append(ri.marks, n)
		n += beginnings(text[i:min(i+stride, len(text))])
	}
	return ri
}

// at gives the code points before byte b, which begins a character or ends
// the text.
func (ri *runeIndex) at(b int) int {
	if b == 0 {
		return 0
	}
	k := (b - 1) / stride
	if ri.valid {
		from, n := k*stride, int32(0)
		if from <= ri.last && ri.last <= b {
			from, n = ri.last, ri.lastRunes
		} else {
			n = ri.marks[k]
		}
		ri.last, ri.lastRunes = b, n+beginnings(ri.text[from:b])
		return int(ri.lastRunes)
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
const stride = 64

// beginnings counts the bytes of valid text that begin a character.
func beginnings(s string) (n int32) {
	for ; len(s) >= 8; s = s[8:] {
		x := le64(s)
		goesOn := x & ^(x << 1) & 0x8080808080808080 // bytes 10xxxxxx
		n += int32(8 - bits.OnesCount64(goesOn))
	}
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func le64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// countRunes makes the marks of a runeIndex and tells that a text is valid
// UTF-8, eight bytes at a time. It answers no for some valid texts: those with
// characters of four bytes or beginning with E0 or ED, whose second bytes are not free.
func countRunes(text string, marks []int32) ([]int32, bool) {
	const high, ones = 0x8080808080808080, 0x0101010101010101
	var rest [stride]byte
	n, more := int32(0), uint64(0) // more: the bytes of the next word that go on with a character
	for at := 0; at < len(text); at += stride {
		marks = append(marks, n)
		piece := text[at:]
		if len(piece) < stride {
			copy(rest[:], piece)
			piece = string(rest[:])
		}
		for k := 0; k < stride; k += 8 {
			x := le64(piece[k:])
			h := x & high
			if h|more == 0 {
				n += 8
				continue
			}
			b6, b5, b4 := x<<1&high, x<<2&high, x<<3
			goesOn, two, three := h&^b6, h&b6&^b5, h&b6&b5
			if two&^((x&(0x1E*ones))+0x7F*ones) != 0 { // C0 C1
				return marks, false
			}
			if three == 0 { // as in most of a Cyrillic text
				if goesOn != two<<8|more {
					return marks, false
				}
				more = two >> 56
				n += int32(8 - bits.OnesCount64(goesOn))
				continue
			}
			low := x & (0x0F * ones)
			if three&(b4|^(low+0x7F*ones)|^((low^0x0D*ones)+0x7F*ones)) != 0 { // four bytes, E0, ED
				return marks, false
			}
			if goesOn != (two|three)<<8|three<<16|more {
				return marks, false
			}
			more = (two|three)>>56 | three>>48
			n += int32(8 - bits.OnesCount64(goesOn))
		}
	}
	return marks, more == 0
}
