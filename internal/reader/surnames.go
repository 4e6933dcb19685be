package reader

import (
	"cmp"
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// wordEnding is an ending of words of some kind; of surnames also the gender
// it tells.
type wordEnding struct {
	ending string
	gender byte
	// The last bytes of the ending as lastBytes gives those of a word, and the
	// bits it has of them.
	last, bits uint64
}

// newWordEnding makes an ending ready to be asked by its last bytes.
func newWordEnding(ending string, gender byte) wordEnding {
	return wordEnding{ending, gender, lastBytes(ending), ^uint64(0) << (64 - 8*min(len(ending), 8))}
}

// ends reports whether a word with these last bytes has the ending. Lists are
// long, and to compare letters takes a call for each ending: nearly all of them
// are out by the eight bytes already.
func (x *wordEnding) ends(w string, last uint64) bool {
	return (last^x.last)&x.bits == 0 && (len(x.ending) <= 8 || strings.HasSuffix(w, x.ending))
}

// lastBytes gives the last eight bytes of a word as a number, the last of all
// highest; a shorter word has zeros before it, which no ending has.
func lastBytes(w string) (last uint64) {
	if len(w) >= 8 {
		return le64(w[len(w)-8:])
	}
	for i := range len(w) {
		last = last>>8 | uint64(w[i])<<56
	}
	return last
}

// endingList is a list of word endings of a pack by their last byte, of each longest first.
type endingList struct {
	from [257]uint16 // by last byte, where those begin
	all  []wordEnding
}

// listsOf finds the lists of a pack.
func listsOf(pack *lang.Pack) (l wordLists) {
	for name, class := range l.fields() {
		*class, _ = pack.FindClass(name)
	}
	return l
}

// endingsOf gathers the lists of endings of a pack.
func endingsOf(pack *lang.Pack) (ends endingLists) {
	var of [256]*endingList // by class
	for name, list := range ends.fields() {
		if c, ok := pack.FindClass(name); ok {
			of[c] = &endingList{}
			*list = of[c]
		}
	}
	for i := range pack.Entries {
		e := &pack.Entries[i]
		list := of[e.Class]
		if list == nil {
			continue
		}
		for _, f := range e.Forms {
			if f = lang.Fold(strings.TrimPrefix(f, "=")); f == "" {
				continue
			}
			g := e.Value[0]
			if g == 'x' {
				g = 0
			}
			list.all = append(list.all, newWordEnding(f, g))
		}
	}
	for _, list := range of {
		if list != nil {
			list.sort()
		}
	}
	return ends
}

// sort brings the endings into their order.
func (l *endingList) sort() {
	last := func(x wordEnding) byte { return x.ending[len(x.ending)-1] }
	slices.SortStableFunc(l.all, func(a, b wordEnding) int {
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(len(b.ending), len(a.ending)))
	})
	for _, x := range l.all {
		l.from[int(last(x))+1]++
	}
	for b := 1; b < len(l.from); b++ {
		l.from[b] += l.from[b-1]
	}
}

// of gives the endings of the list that a word may have, longest first: those with
// its last byte.
func (l *endingList) of(w string) []wordEnding {
	if l == nil || w == "" {
		return nil
	}
	last := w[len(w)-1]
	return l.all[l.from[last]:l.from[int(last)+1]]
}

// end reports whether a word ends with an ending of the list and has more than keep
// bytes before it.
func (l *endingList) end(w string, keep int) bool {
	endings := l.of(w)
	if len(endings) == 0 {
		return false
	}
	last := lastBytes(w)
	for i := range endings {
		if x := &endings[i]; x.ends(w, last) && len(w) > len(x.ending)+keep {
			return true
		}
	}
	return false
}

// whole reports whether the list has a whole word.
func (l *endingList) whole(w string) bool {
	return slices.ContainsFunc(l.of(w), func(x wordEnding) bool { return x.ending == w })
}

// closesClause reports whether a folded Kazakh word closes a clause that somebody says: by
// its ending, or as a whole word: «бітетінін», «бітуі | керектігін», «жолдың | жоғын».
func (k *knowledge) closesClause(w string) bool {
	return k.endings.clauseEnd.end(w, 0) || k.endings.clauseEnd.whole(w)
}
