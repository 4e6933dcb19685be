package reader

import (
	"slices"

	"shanyraq/internal/pattern"
)

// dealSentence is what was read ahead in a sentence: where its instruments and its
// verbs end among those of all, and whether its verbs were looked for.
type dealSentence struct {
	insts, deeds int
	named, asked bool // it has instruments; its verbs were looked for
}

// readAhead finds the instruments of all sentences and the verbs of those that have
// any, one step after the other, so that the code of each stays in the cache. The
// instruments come last once more, now that the verbs bound them.
func (f *agreementFinder) readAhead(set *pattern.Set) {
	sents := f.p.sents
	f.steps = slices.Grow(f.steps[:0], len(sents))[:len(sents)]
	for k, s := range sents {
		f.insts = f.insts[:0]
		if f.p.has[k].classes.Has(f.noun) {
			f.phrases(s)
		}
		named := len(f.insts) > 0
		f.steps[k] = dealSentence{named: named, asked: named || f.opensList(s)}
	}
	for k, s := range sents {
		if f.steps[k].asked {
			f.findMore(set, s)
		}
		f.steps[k].deeds = len(f.deeds)
	}
	f.insts = f.insts[:0]
	deeds, from := f.deeds, 0
	for k, s := range sents {
		x := &f.steps[k]
		if f.deeds = deeds[from:x.deeds]; x.named {
			f.phrases(s)
		}
		from, x.insts = x.deeds, len(f.insts)
	}
	f.deeds = deeds
}
