package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// namesakeWords is the most words that stand between «атындағы» and the noun of what
// bears the name.
const namesakeWords = 4

// namesakeKK proposes the body that bears the name before the Kazakh «атындағы» at i, where
// the noun behind it carries no possessive: «Абай атындағы облыстық мұражайда», «Абай
// атындағы № 5 орта мектеп». Streets, prizes and grants are no bodies, and a noun that only
// says whose body follows is none: «Абай атындағы мектеп музейі».
func (n *nameFinder) namesakeKK(i int, s lang.Sentence) {
	from := n.namedFrom(i, s)
	if from >= i {
		return
	}
	for k := i + 1; k < s.Last && k <= i+namesakeWords+1; k++ {
		t := &n.l.Toks[k]
		if t.Is(lang.Number) || n.l.Rune(k) == '№' || n.glued(k, '-') {
			continue
		}
		if !t.Is(lang.Lower) || n.taken[k] || n.funcWord != 0 && n.l.Has(k, n.funcWord) {
			return
		}
		if n.l.Plays(k, n.r.namedBody) {
			if n.possessed(k) && !n.accusative(k) || n.pluralSlot(k) || k+1 < s.Last && n.l.Has(k+1, n.orgHead) && bodyPossessive(n.l.Fold(k+1)) {
				return
			}
			if k+1 < s.Last && n.event != 0 && n.l.Is(k+1, lang.Lower) && n.l.Has(k+1, n.event) && !n.caseEnding(k) { // театр фестивалі
				return
			}
			if k+1 < s.Last && n.glued(k+1, '-') {
				continue // мектеп-лицей
			}
			n.propose(candidate{class: lang.OrgChunk, start: from, end: k + 1, score: scoreDefined + 6, rule: "namesake"})
			return
		}
		if n.caseEnding(k) {
			return
		}
	}
}

// kindOfSchool reports whether the word at k, right behind the number of a body, says of what
// kind the body is; the number of a noun is that noun's: «№ 5 қалалық емхана», but «№ 7
// автобус | мектеп жанында тоқтады».
func (n *nameFinder) kindOfSchool(k int) bool {
	return n.l.Plays(k, n.r.schoolKind) || n.relational(k) || n.l.Has(k, n.p.know.lists.phraseMod)
}

// numberedKK proposes the body that a Kazakh number sign at i tells from others of its kind,
// where a noun that nobody possesses follows the number: «№ 7 орта мектептің директоры».
// What the noun itself owns is told by the body's own step: «№ 7 мектеп музейі».
func (n *nameFinder) numberedKK(i int, s lang.Sentence) {
	if n.l.Rune(i) != '№' || i+2 >= s.Last || !n.l.Is(i+1, lang.Number) {
		return
	}
	for k := i + 2; k < s.Last && k < i+6; k++ {
		if n.glued(k, '-') { // №7-мектеп-лицей
			continue
		}
		if !n.l.Is(k, lang.Lower) || n.taken[k] || n.funcWord != 0 && n.l.Has(k, n.funcWord) {
			return
		}
		if !n.l.Plays(k, n.r.namedBody) {
			if n.caseEnding(k) || k == i+2 && !n.kindOfSchool(k) {
				return
			}
			continue
		}
		if k+1 < s.Last && n.glued(k+1, '-') && n.l.Is(k+2, lang.Lower) {
			continue
		}
		if n.pluralSlot(k) || k+1 < s.Last && n.l.Has(k+1, n.orgHead) && bodyPossessive(n.l.Fold(k+1)) {
			return
		}
		n.propose(candidate{class: lang.OrgChunk, start: i, end: k + 1, score: scoreDefined, rule: "namesake"})
		return
	}
}

// withoutCaseKK gives a Kazakh noun that nobody possesses without the ending of its case:
// мұражай of мұражайда.
func (n *nameFinder) withoutCaseKK(i int, w string) string {
	cut := 0
	if strings.HasSuffix(w, "емхана") || strings.HasSuffix(w, "кітапхана") || strings.HasSuffix(w, "аурухана") || strings.HasSuffix(w, "асхана") {
		return w // хана is no dative of a хан's
	}
	for _, a := range n.l.Analyses(i) {
		switch a.Slots {
		case "gen", "dat", "acc", "loc", "abl", "ins":
			if a.Harmony && len(a.Suffix) >= 4 && len(a.Suffix) > cut && strings.HasSuffix(w, a.Suffix) {
				cut = len(a.Suffix)
			}
		}
	}
	return w[:len(w)-cut]
}
