package pattern

import (
	"math/bits"
	"sync"
	"sync/atomic"

	"shanyraq/internal/lang"
)

// Most tokens begin something that many programs begin with, and most of
// those programs want something else next. So programs are filed under what
// they begin with, each list knows what every one of its programs wants behind
// that, and at a token only those are run that can have it.

// list is the programs that may begin with one thing.
type list struct{ blocks []block }

// firsts finds the programs that may begin with a word, by its number. Few of the
// words that rules begin with stand in one text, so the list of a word is made when
// a text first has it.
type firsts struct {
	places []uint16 // by number of the word: 1 + place in lists, 0 none
	lists  []atomic.Pointer[list]
	from   []int32 // where what is filed under the word of a list begins; the last ends it
	filed  []filed
	lazy   *lazy
}

// lazy is what lists are made with, by one reader at a time.
type lazy struct {
	sync.Mutex
	x *indexer
}

// place gives the place of a word's list, from 1; 0 where nothing begins with it.
func (f *firsts) place(id int32) int {
	if int(id) >= len(f.places) {
		return 0
	}
	return int(f.places[id])
}

// at gives the list of a place. Of two readers that ask for one that is not made yet
// both get that of the first.
func (f *firsts) at(place int) *list {
	if l := f.lists[place-1].Load(); l != nil {
		return l
	}
	f.lazy.Lock()
	defer f.lazy.Unlock()
	if l := f.lists[place-1].Load(); l != nil {
		return l
	}
	l := f.lazy.x.listOf(f.filed[f.from[place-1]:f.from[place]])
	f.lists[place-1].Store(&l)
	return &l
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
