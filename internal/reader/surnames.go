package reader

import (
	"cmp"
	"slices"
	"sync"

	"shanyraq/internal/lang"
)

// surnameEnding is an ending of surnames and the gender it tells.
type surnameEnding struct {
	ending string
	gender byte
}

type endingList struct {
	pack *lang.Pack
	list string
}

var endingLists sync.Map // endingList → []surnameEnding

// wordEndings gives a list of word endings of the pack, longest first.
func (k *knowledge) wordEndings(list string) []surnameEnding {
	key := endingList{k.pack, list}
	if v, ok := endingLists.Load(key); ok {
		return v.([]surnameEnding)
	}
	var out []surnameEnding
	class, ok := k.pack.FindClass(list)
	for i := range k.pack.Entries {
		if e := &k.pack.Entries[i]; ok && e.Class == class {
			for _, f := range e.Forms {
				g := e.Value[0]
				if g == 'x' {
					g = 0
				}
				out = append(out, surnameEnding{lang.Fold(f), g})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b surnameEnding) int { return cmp.Compare(len(b.ending), len(a.ending)) })
	endingLists.Store(key, out)
	return out
}
