package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// headOfState gives the person whom an English "head of state" or "head of government" at
// token i means: the one to whom the text gave an office by which one is that. told is
// true where the tokens say so and somebody, or several, hold such an office; of several
// who it is stays open: "President Aka met Minister Berg. The head of state | noted".
func (q *quoteFinder) headOfState(i int) (who int, told bool) { return q.p.headOfState(i) }

// headOfState is that of a text, see above.
func (p *part) headOfState(i int) (who int, told bool) {
	if p.know.pack.Tag != "en" {
		return -1, false
	}
	c, ok := p.lat.Chunk(i, p.know.lists.officeNoun)
	if !ok || int(c.End) != i+3 || !p.lat.Plays(i+1, p.know.roles.of) {
		return -1, false
	}
	heads := p.know.pack.Settings["head-of-"+p.lat.Fold(i+2)]
	if heads == "" {
		return -1, false
	}
	who = -1
	for k := range p.doc.statements {
		st := &p.doc.statements[k]
		if st.Kind != read.Office || st.first > i || st.Tenure == "former" || st.Organization != "" {
			continue
		}
		title := lang.Fold(st.Title)
		if !endsWithOneOf(title, heads) || strings.HasPrefix(title, "vice") || strings.HasPrefix(title, "deputy") {
			continue
		}
		if e, held := entityOf(st.Person); held && e != who {
			if who >= 0 {
				return -1, true
			}
			who = e
		}
	}
	return who, who >= 0
}

// endsWithOneOf reports whether a folded title is, or ends with, one of the offices that a
// setting of the pack lists between commas: "federal chancellor" with "premier, chancellor".
func endsWithOneOf(title, offices string) bool {
	for o := range strings.SplitSeq(offices, ", ") {
		if rest, ok := strings.CutSuffix(title, o); ok && (rest == "" || strings.HasSuffix(rest, " ")) {
			return true
		}
	}
	return false
}

// officeSays gives whom the text gave the English office among the tokens [a, b) that stands
// behind a body or is that of the head of a state; -1 where the text leaves open whom.
func (q *quoteFinder) officeSays(a, b int) (who int, told bool) {
	if e := q.holderBehindBody(a); e >= 0 {
		return e, true
	}
	if b-3 < a {
		return -1, false
	}
	return q.headOfState(b - 3)
}

// holderBehindBody gives the person to whom the text gave the office that stands right
// behind the English body at token a: "the UNHCR | Secretary-
// General noted"; -1 where nobody holds it.
func (q *quoteFinder) holderBehindBody(a int) int {
	if q.p.know.pack.Tag != "en" {
		return -1
	}
	m, ok := q.p.mentionAt(a, lang.OrgChunk)
	if !ok || m.entity < 0 {
		return -1
	}
	c, ok := q.l.Chunk(m.end, q.office)
	if !ok || q.l.Has(int(c.End), lang.PersonChunk) || q.l.Is(int(c.End), lang.Cap) {
		return -1
	}
	stem := lang.Fold(firstForm(q.l.Entry(c)))
	e, ok := q.p.doc.soleHolder(func(st *statement) bool {
		org, ok := entityOf(st.Organization)
		return ok && org == m.entity && q.heads(st.Title, stem)
	})
	if !ok {
		return -1
	}
	return e
}

// titleIn gives the person whom the first English title among the tokens [a, b) means, see
// titleMeant.
func (q *quoteFinder) titleIn(a, b int) (who int) {
	for i := a; i < b && q.p.know.pack.Tag == "en"; i++ {
		if q.l.Has(i, q.office) {
			who, _ = q.p.titleMeant(i)
			return who
		}
	}
	return -1
}
