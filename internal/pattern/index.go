package pattern

import (
	"math/bits"

	"shanyraq/internal/lang"
)

// Most tokens begin something that many programs begin with, and most of
// those programs want something else next. So programs are filed under what
// they begin with, each list knows what every one of its programs wants behind
// that, and at a token only those are run that can have it.

// list is the programs that may begin with one thing.
type list struct{ blocks []block }

// firsts finds the programs that may begin with a word, by its number.
type firsts struct {
	places []uint16 // by number of the word: 1 + place in lists, 0 none
	lists  []list
}

func (f *firsts) of(id int32) *list {
	if int(id) >= len(f.places) || f.places[id] == 0 {
		return nil
	}
	return &f.lists[f.places[id]-1]
}

// block is up to 64 programs of a list; a bit of a mask stands for each.
type block struct {
	open         uint64 // those that anything may follow
	classes      lang.Set
	programs     []int32
	byClass      []uint64 // for each class of classes, in order, who may have it next
	forms, stems wordMasks
}

// wordMasks finds who may have a word next, in a table that is at most half
// full, by the last bits of the word's number; each number is written one higher.
type wordMasks []wordMask

type wordMask struct {
	mask uint64
	id   int32
}

func (w wordMasks) at(id int32) *wordMask {
	k := int(id) & (len(w) - 1)
	for w[k].id != 0 && w[k].id != id+1 {
		k = (k + 1) & (len(w) - 1)
	}
	return &w[k]
}

// wanting gives the programs of a block that can have what stands at token
// next, one bit each.
func (mt *Matcher) wanting(b *block, next int) uint64 {
	mask := b.open
	if next >= mt.to {
		return mask
	}
	l := mt.l
	if has := &l.Bits[next]; has.Intersects(&b.classes) {
		rank := 0
		for w, in := range b.classes {
			for both := in & has[w]; both != 0; both &= both - 1 {
				below := in & (both&-both - 1)
				mask |= b.byClass[rank+bits.OnesCount64(below)]
			}
			rank += bits.OnesCount64(in)
		}
	}
	t := &l.Toks[next]
	if len(b.forms) > 0 {
		mask |= b.forms.at(t.Form).mask
	}
	if len(b.stems) > 0 && t.Stem != 0 {
		mask |= b.stems.at(t.Stem).mask
		for _, id := range l.MoreStems(next) {
			mask |= b.stems.at(id).mask
		}
	}
	return mask
}
