package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// officeOver reports whether a Russian place at token i belongs to an office
// some words before it, with its field between them: «министр иностранных дел
// Вьетнама».
func (n *nameFinder) officeOver(i int, s lang.Sentence) bool {
	if n.tag != "ru" || n.office == 0 {
		return false
	}
	reach := 7
	for k := i - 1; k >= s.First && k >= i-reach; k-- {
		if n.l.Has(k, n.office) {
			return true
		}
		if n.p.joinsFields(k) {
			reach = fieldsReach
			continue
		}
		if t := &n.l.Toks[k]; !t.Is(lang.Lower) && !t.Is(lang.Upper) && n.l.Rune(k) != '-' {
			return false
		}
		if n.npStop != 0 && n.l.Has(k, n.npStop) && n.l.Fold(k) != "по" && n.l.Fold(k) != "и" {
			return false
		}
	}
	return false
}

// ofBody reports whether the word behind a title is a body in the genitive
// before the name of who heads it: «директор Кыргызгидромета Жылдыз
// Абдракманова». The body is proposed.
func (n *nameFinder) ofBody(els []element) bool {
	e := els[0]
	w := n.l.Fold(e.start)
	if e.end > e.start+1 || n.isGiven(e) || !n.isGiven(els[1]) || !atLeast(w, 8) || !strings.HasSuffix(w, "а") {
		return false
	}
	if surname, _ := n.surnameEnding(e); surname || n.placeAt(e) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: e.start, end: e.end, score: scoreModel + 12, name: strings.TrimSuffix(n.l.Slice(e.start, e.end), "а"), rule: "titled"})
	return true
}

// longestField is how many tokens the field of an office may have: "Minister of
// Water Resources, Irrigation and Electricity".
const longestField = 14

// fieldOfOffice reports whether the words from token i on stand in the field of
// an office before them: "Secretary of", "Minister for Trade, Industry and".
func (n *nameFinder) fieldOfOffice(i int, s lang.Sentence) bool {
	if n.office == 0 {
		return false
	}
	for k := i - 1; k > s.First && k >= i-longestField; k-- {
		if n.l.Has(k, n.orgOf) {
			for j := k - 1; j >= s.First && j >= k-4; j-- {
				if ch, ok := n.l.Chunk(j, n.office); ok && int(ch.End) == k {
					return true
				}
			}
			return false
		}
		if w := n.l.Rune(k); !n.l.Is(k, lang.Cap) && w != ',' && w != '&' && !n.l.Plays(k, n.r.and) || n.isGiven(element{start: k, end: k + 1}) {
			return false
		}
	}
	return false
}

// portfolio reports whether an English candidate is the field of a minister, in
// words that name things only: "Minister for Tourism, Water and Energy".
func (n *nameFinder) portfolio(c candidate) bool {
	i := c.start - 1
	for i > 1 && n.l.Rune(i) == ',' && n.l.Is(i-1, lang.Cap) {
		i -= 2
	}
	if i < 1 || !n.l.Has(i, n.orgOf) || !n.p.know.endings.stateOffice.whole(n.l.Fold(i-1)) {
		return false
	}
	if n.l.Rune(c.end) == ',' && n.l.Has(c.end+1, lang.Cap) && n.l.Has(c.end+1, n.common) {
		return true // the first of several
	}
	for k := c.start; k < c.end; k++ {
		if n.l.Is(k, lang.Cap) && !n.l.Has(k, n.common) {
			return false
		}
	}
	return true
}
