package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// keptByParticiple reports whether a date belongs to the participle before it
// rather than to the verb of the clause: "the port, built in 1931, was leased".
func (g *ground) keptByParticiple(m *mention) bool {
	c := g.p.know.lists.datedVerb
	if c == lang.NoClass {
		return false
	}
	for k := m.start - 1; k >= 0 && k >= m.start-6; k-- {
		if g.deedAt(k) || g.l.Is(k, lang.Punct) || g.at(k) != nil {
			return false
		}
		if g.l.Has(k, c) {
			return !g.tellsWhichOne(k)
		}
	}
	return false
}

// tellsWhichOne reports whether an English participle or "earlier" at token k stands between
// an article and the noun of an instrument or event, which it only tells from others of its
// kind: "signed an | earlier agreement on fish in 2009".
func (g *ground) tellsWhichOne(k int) bool {
	if !g.english() || !g.l.Has(k-1, g.article) && !g.l.Has(k-1, g.p.know.lists.phraseOne) && !g.l.Has(k-1, g.p.know.lists.possessive) {
		return false
	}
	const reach = 4
	for i := k + 1; i < k+reach && g.l.Is(i, lang.Lower); i++ {
		if g.l.Has(i, g.p.know.lists.instrumentNoun) || g.l.Has(i, g.p.know.lists.eventNoun) {
			return true
		}
		if g.l.Has(i, g.npstop) {
			return false
		}
	}
	return false
}

// otherVerb reports whether another verb begins in the tokens [from, to):
// "struck a deal and lifted the ban of 2017".
func (g *ground) otherVerb(from, to int) bool {
	if !g.english() {
		return false
	}
	for k := from; k+1 < to; k++ {
		if (g.joins(k) || g.l.Fold(k) == "but") && g.l.Is(k+1, lang.Lower) && strings.HasSuffix(g.l.Fold(k+1), "ed") && !g.l.Has(k+1, g.mod) {
			return true
		}
	}
	return false
}

// inRelative reports whether a date stands right behind another verb than d
// that a relative clause holds: "agreed to extend the treaty, which was signed
// in 1998".
func (f *agreementFinder) inRelative(m *mention, d *deed) bool {
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start == d.start || o.start < d.end || m.start < o.end || m.start-o.end > 3 {
			continue
		}
		for i := o.start - 1; i >= d.end && i >= o.start-3; i-- {
			if f.l.Has(i, f.clause) {
				return true
			}
		}
	}
	return false
}

// forYears reports whether a date says for which years something holds: "a programme
// (CEP) for 2022–2025", «„дорожная карта“ на 2026–2028 годы».
func (g *ground) forYears(m *mention) bool {
	v, k := m.date.String(), m.start-1
	return len(v) == 9 && v[4] == '/' && (g.english() && g.l.Has(k, g.topic) || g.russian() && g.l.Plays(k, g.p.know.roles.forAmount) || g.headLast && g.l.Plays(m.end, g.p.know.roles.occasion))
}
