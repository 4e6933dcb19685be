package reader

import "strings"

// has reports whether the entry of a phrase's noun has a kind.
func (ph *phrase) has(kind string) bool {
	if ph.kindsOf != ph.entry {
		ph.kindsOf, ph.kinds = ph.entry, 0
		for f := range strings.FieldsSeq(ph.kindsText()) {
			ph.kinds |= kindBit(f)
		}
	}
	if ph.kinds&kindBit(kind) == 0 { // most phrases
		return false
	}
	for f := range strings.FieldsSeq(ph.kindsText()) {
		if f == kind {
			return true
		}
	}
	return false
}

// kindsText gives the kinds in the value of a phrase's entry.
func (ph *phrase) kindsText() string {
	head, _, _ := strings.Cut(ph.entry.Value, ":")
	return head
}

// kindBit is a bit of a kind that few others share.
func kindBit(kind string) uint64 { return 1 << ((uint(len(kind))*8 + uint(kind[0])) & 63) }
