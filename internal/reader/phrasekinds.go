package reader

import "strings"

// has reports whether the entry of a phrase's noun has a kind.
func (ph *phrase) has(kind string) bool {
	if ph.kindsOf != ph.entry {
		ph.kindsOf, ph.kinds = ph.entry, 0
		list := ph.kindsText()
		ph.kindsLen = int32(len(list))
		for word, from := nextWord(list, 0); word != ""; word, from = nextWord(list, from) {
			ph.kinds |= kindBit(word)
		}
	}
	if ph.kinds&kindBit(kind) == 0 { // most phrases
		return false
	}
	list := ph.entry.Value[:ph.kindsLen]
	for word, from := nextWord(list, 0); word != ""; word, from = nextWord(list, from) {
		if word == kind {
			return true
		}
	}
	return false
}

// nextWord gives the first word at or behind a place in a list of words with
// spaces between, and the place behind it; "" where none is left.
func nextWord(list string, from int) (word string, end int) {
	for from < len(list) && list[from] == ' ' {
		from++
	}
	for end = from; end < len(list) && list[end] != ' '; {
		end++
	}
	return list[from:end], end
}

// kindsText gives the kinds in the value of a phrase's entry.
func (ph *phrase) kindsText() string {
	head, _, _ := strings.Cut(ph.entry.Value, ":")
	return head
}

// kindBit is a bit of a kind that few others share.
func kindBit(kind string) uint64 { return 1 << ((uint(len(kind))*8 + uint(kind[0])) & 63) }
