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

var surnameEndings sync.Map // *lang.Pack → []surnameEnding

// surnameEndings gives the pack's list surnameend, longest first.
func (k *knowledge) surnameEndings() []surnameEnding {
	if v, ok := surnameEndings.Load(k.pack); ok {
		return v.([]surnameEnding)
	}
	var out []surnameEnding
	class, ok := k.pack.FindClass("surnameend")
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
	surnameEndings.Store(k.pack, out)
	return out
}
