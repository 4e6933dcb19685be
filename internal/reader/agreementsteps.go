package reader

import "slices"

// dealSentence is what was read ahead in a sentence: where its instruments and its
// verbs end among those of all, and whether its verbs were looked for.
type dealSentence struct {
	insts, deeds int
	named, asked bool // it has instruments; its verbs were looked for
}

// dealsOfAll are the instruments and the verbs of all sentences.
type dealsOfAll struct {
	insts []phrase
	deeds []deed
}

// instruments finds which sentences have instruments and which ask for verbs. What
// can be read ahead is read in passes over all sentences, so that the code of each
// stays in the cache.
func (f *agreementFinder) instruments() {
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
}

// verbs finds those of the sentences that ask for them.
func (f *agreementFinder) verbs() {
	set := f.p.know.rules("agreements")
	for k, s := range f.p.sents {
		if f.steps[k].asked {
			f.findMore(set, s)
		}
		f.steps[k].deeds = len(f.deeds)
	}
	f.ofAll.deeds = f.deeds
}

// boundInstruments finds the instruments once more, now that the verbs bound them.
func (f *agreementFinder) boundInstruments() {
	f.insts = f.insts[:0]
	from := 0
	for k, s := range f.p.sents {
		x := &f.steps[k]
		if f.deeds = f.ofAll.deeds[from:x.deeds]; x.named {
			f.phrases(s)
		}
		from, x.insts = x.deeds, len(f.insts)
	}
	f.ofAll.insts = f.insts
}
