package reader

import "slices"

// metOnVisitReach is how many sentences behind a visit may tell whom the visitor met there.
const metOnVisitReach = 3

// onVisitKK gives a Kazakh meeting without a place that of the visit told right before it,
// where one of those who met is the visitor and no other day is told: «X ресми сапармен
// Лаосқа барды. Ол Y-пен кездесті».
func (f *eventFinder) onVisitKK() {
	for i := range f.happenings {
		h := &f.happenings[i]
		if h.st.Event != "meeting" || h.place >= 0 || len(h.who) == 0 {
			continue
		}
		for j := range f.happenings {
			v := &f.happenings[j]
			if v.st.Event != "visit" || v.place < 0 || v.s > h.s || v.s < h.s-metOnVisitReach || v.st.Time != h.st.Time {
				continue
			}
			if !h.date.IsZero() && h.date.String() != v.date.String() {
				continue
			}
			if slices.ContainsFunc(v.who, func(e int) bool { return slices.Contains(h.who, e) }) {
				h.place = v.place
				break
			}
		}
	}
}
