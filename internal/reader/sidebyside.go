package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/read"
)

// Text is a text with what is known of it beside its words.
type Text struct {
	Text string
	Options
}

// mostBeside is how many texts are read side by side, longestBeside how many bytes
// the longest of them has: more of either would not stay near the processor.
const mostBeside, longestBeside = 24, 1 << 14

// ReadAll reads texts; it gives what Read gives, in their order. Short texts are
// read side by side: each pass of a finder goes over several before the next one
// begins. The code and tables of all finders overflow the processor's memories, and
// are fetched anew for each text where it is read alone; those of one pass do not,
// and the processor has not yet forgotten which way their branches mostly go.
func (r *Reader) ReadAll(texts []Text) []read.Reading {
	out := make([]read.Reading, len(texts))
	for from := 0; from < len(texts); {
		to := from
		for to < len(texts) && to-from < mostBeside && len(texts[to].Text) <= longestBeside {
			to++
		}
		if to == from {
			out[from] = r.Read(texts[from].Text, texts[from].Options)
			to++
		} else {
			r.readBeside(texts[from:to], out[from:to])
		}
		from = to
	}
	return out
}

// readBeside reads at most mostBeside texts, each in a slot of its own.
func (r *Reader) readBeside(texts []Text, out []read.Reading) {
	var ready [mostBeside]prepared
	var room [mostBeside]*part
	r.rest()
	for i, t := range texts {
		ready[i] = prepare(t.Text, t.Options)
	}
	parts := room[:0]
	for i, t := range texts {
		if p := r.onlyPart(r.slot(i), ready[i].text, t.Options); p != nil {
			parts = append(parts, p)
		}
	}
	findBeside(parts)
	for _, p := range parts {
		p.doc.settle(p)
	}
	for i := range texts {
		out[i] = ready[i].given(r.slot(i).doc.reading())
	}
}

// findBeside runs the finders over parts of different texts, over those of one
// language together, and puts the parts in that order.
func findBeside(parts []*part) {
	slices.SortStableFunc(parts, func(a, b *part) int { return strings.Compare(a.know.pack.Tag, b.know.pack.Tag) })
	for len(parts) > 0 {
		n := 1
		for n < len(parts) && parts[n].know == parts[0].know {
			n++
		}
		for _, pass := range parts[0].finders() {
			for _, p := range parts[:n] {
				pass(p)
			}
		}
		parts = parts[n:]
	}
}

// onlyPart opens a text and gives its part where it has one. A text of several
// parts it reads at once, since each of them knows those before, and gives nil.
func (r *Reader) onlyPart(k *slot, text string, o Options) *part {
	list := k.open(text, o)
	if len(list) == 1 {
		return r.part(k, list[0].language, list[0].span)
	}
	for _, b := range list {
		r.find(k, b.language, b.span)
	}
	return nil
}
