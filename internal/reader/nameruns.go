package reader

import "shanyraq/internal/lang"

// Persons are found in three goes over the sentences, see namesteps.go: their
// runs of capitalised words are gathered, then parted where one name ends and
// the next begins, then each segment is weighed.

// nameRuns are the runs of capitalised words of a part.
type nameRuns struct {
	els  []element
	runs []stretch // of els
	segs []nameSegment
}

// nameSegment is what may be one name.
type nameSegment struct {
	els    stretch // of those of all runs
	titled bool    // a title or an office stands before it
}

// stretch is a half-open stretch of a list.
type stretch struct{ from, to int32 }

// empty makes the runs ready for the next sentence.
func (r *nameRuns) empty() {
	r.els, r.runs, r.segs = r.els[:0], r.runs[:0], r.segs[:0]
}

// gatherRuns notes the runs of capitalised words of a sentence that may hold
// names of persons.
func (n *nameFinder) gatherRuns(s lang.Sentence) {
	r := &n.p.runs
	n.runs.from = int32(len(r.runs))
	end, free := s.First, s.First // the end of the run before, the next taken token
	for _, i := range n.caps {
		i := int(i)
		if i < end || n.taken[i] || n.l.Is(i, lang.Glued) && n.glued(i-1, '-') || n.tag == "en" && n.speakerI(i) {
			continue
		}
		for free = max(free, i); free < s.Last && !n.taken[free]; {
			free++
		}
		els := n.elements(i, free)
		if len(els) == 0 {
			continue
		}
		end = els[len(els)-1].end
		if n.tag == "en" && i > s.First && n.l.Is(i, lang.Glued) && n.l.Is(i-1, lang.Number) {
			continue // the F-15E Strike Eagle
		}
		first := int32(len(r.els))
		r.els = append(r.els, els...)
		r.runs = append(r.runs, stretch{first, int32(len(r.els))})
	}
	n.runs.to = int32(len(r.runs))
}

// partRuns parts the runs of a sentence into segments.
func (n *nameFinder) partRuns(s lang.Sentence) {
	r := &n.p.runs
	n.segs.from = int32(len(r.segs))
	for _, run := range r.runs[n.runs.from:n.runs.to] {
		n.segments(r.els[run.from:run.to], run.from, s, n.loud)
	}
	n.segs.to = int32(len(r.segs))
}

// persons proposes the segments of a sentence as names of persons by what
// their words are (given names, initials, surname endings) and what stands
// before them (titles).
func (n *nameFinder) persons(s lang.Sentence) {
	r := &n.p.runs
	for _, seg := range r.segs[n.segs.from:n.segs.to] {
		n.person(r.els[seg.els.from:seg.els.to], s, seg.titled, n.loud)
	}
}
