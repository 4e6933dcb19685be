package tagger

import (
	"encoding/binary"
	"maps"
	"slices"
)

// table maps a 32-bit key to a short run of bytes and is searched where it
// lies, in the program's own read-only memory, with nothing to load.
//
// Layout: one byte with the number of bits B of a key that choose a bucket,
// 2^B+1 little-endian uint32 bucket borders, then the buckets. An entry is the
// rest of the key (uint32, for few collisions in little code), a length byte,
// the bytes.
type table struct {
	shift   uint
	borders string
	entries string
	// filter has two bits set for each key that is there, in one number, by the
	// low end of the key: most pairs of words have no weight, and learn it here.
	filter []uint64
	n      int // of keys
}

func (t *table) open(s string) bool {
	if len(s) == 0 || s[0] > 24 {
		return false
	}
	n := (1<<s[0] + 1) * 4
	if len(s) < 1+n {
		return false
	}
	t.shift, t.borders, t.entries = 32-uint(s[0]), s[1:1+n], s[1+n:]
	last := uint32(0)
	for i := 0; i < n; i += 4 {
		b := le32(t.borders[i:])
		if b < last || int(b) > len(t.entries) {
			return false
		}
		last = b
	}
	t.makeFilter()
	return true
}

// filterBits is about how many bits of the filter there are for each key.
const filterBits = 16

func (t *table) makeFilter() {
	const entry = 9 // bytes, about
	n := 64
	for n < len(t.entries)/entry*filterBits {
		n *= 2
	}
	t.filter = make([]uint64, n/64)
	for i := 0; i+8 <= len(t.borders); i += 4 {
		for p, end := int(le32(t.borders[i:])), int(le32(t.borders[i+4:])); p+5 <= end; p += 5 + int(t.entries[p+4]) {
			at, bits := filtered(le32(t.entries[p:]))
			t.filter[at&(len(t.filter)-1)] |= bits
			t.n++
		}
	}
}

// mayHave is false where the table surely has no bytes for a key.
func (t *table) mayHave(key uint32) bool {
	at, bits := filtered(key)
	return t.filter[at&(len(t.filter)-1)]&bits == bits
}

// filtered gives the place of a key in a filter and its bits there.
func filtered(key uint32) (at int, bits uint64) {
	return int(key >> 12), 1<<(key&63) | 1<<(key>>6&63)
}

// get gives the bytes of a key, or "" where the table has none.
func (t *table) get(key uint32) string {
	if !t.mayHave(key) {
		return ""
	}
	i := int(uint64(key)>>t.shift) * 4
	for p, end := int(le32(t.borders[i:])), int(le32(t.borders[i+4:])); p+5 <= end; {
		n := int(t.entries[p+4])
		if le32(t.entries[p:]) == key {
			if p+5+n > end {
				return ""
			}
			return t.entries[p+5 : p+5+n]
		}
		p += 5 + n
	}
	return ""
}

func le64(s string) uint64 {
	_ = s[7]
	return uint64(le32(s)) | uint64(le32(s[4:]))<<32
}

func le32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func encodeTable[V any](m map[uint32]V, value func([]byte, V) []byte) []byte {
	bits := 0
	for 1<<bits < len(m)/4 && bits < 20 {
		bits++
	}
	keys := slices.Sorted(maps.Keys(m))
	borders, entries := []byte{}, []byte{}
	next := 0
	for bucket := range 1 << bits {
		borders = binary.LittleEndian.AppendUint32(borders, uint32(len(entries)))
		for next < len(keys) && int(uint64(keys[next])>>(32-uint(bits))) == bucket {
			v := value(nil, m[keys[next]])
			if len(v) > 255 {
				v = v[:254]
			}
			entries = binary.LittleEndian.AppendUint32(entries, keys[next])
			entries = append(append(entries, byte(len(v))), v...)
			next++
		}
	}
	borders = binary.LittleEndian.AppendUint32(borders, uint32(len(entries)))
	return append(append([]byte{byte(bits)}, borders...), entries...)
}
