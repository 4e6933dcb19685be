package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// ofStateSaid gives the person whom a title with the adjective of a state, among tokens
// [a, b) or right before them, means: the one to whom the text gave an office of that
// state, else the only one of the paragraph who has none of another, where somebody has:
// "The Moldovan | minister said", «Российский | министр подтвердил».
func (q *quoteFinder) ofStateSaid(a, b int) (int, bool) {
	adj := q.p.know.lists.stateAdj
	if adj == lang.NoClass {
		return 0, false
	}
	for i := max(a-1, 0); i < b; i++ {
		if code, _, ok := q.l.Value(i, adj); ok {
			return q.ofState(code, a)
		}
	}
	return 0, false
}

// titleOfState gives the person whom an English title behind the adjective of a state
// means, before a verb of saying at token v: "the Tajik | leader said".
func (q *quoteFinder) titleOfState(from, v int) (int, bool) {
	if q.p.know.pack.Tag != "en" {
		return 0, false
	}
	adj := q.p.know.lists.stateAdj
	for i := from; i+1 < v; i++ {
		if code, end, ok := q.l.Value(i, adj); ok && end < v && q.l.Has(end, q.office) {
			if e, _ := q.p.titleMeant(end); e >= 0 {
				return e, true
			}
			return q.ofState(code, i)
		}
	}
	return 0, false
}

// ofState is ofStateSaid of the state with a code, for a title at token a.
func (q *quoteFinder) ofState(code string, a int) (int, bool) {
	who, others := -1, []int(nil)
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if st.Kind != read.Office || st.first > a || st.Tenure == "former" {
			continue
		}
		e, held := entityOf(st.Person)
		p, placed := entityOf(st.Place)
		if !held || !placed || e == who {
			continue
		}
		switch q.p.doc.entities[p].known {
		case code:
			if who >= 0 {
				return 0, false
			}
			who = e
		case "":
		default:
			others = append(others, e)
		}
	}
	if who >= 0 {
		return who, true
	}
	if len(others) == 0 {
		return 0, false
	}
	for _, k := range q.p.mentionsIn(lang.PersonChunk, q.p.paragraphOf(a), a) {
		e := q.p.mens[k].entity
		if e < 0 || e == who || slices.Contains(others, e) {
			continue
		}
		if who >= 0 {
			return 0, false
		}
		who = e
	}
	return who, who >= 0
}
