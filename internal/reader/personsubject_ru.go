package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// subjectBehind reports whether what token i says is said of who stands behind
// it: a short participle («председателем избран Мвилола Имасику») or a verb of
// saying after reported speech («…», — заявил Имасику).
func (n *nameFinder) subjectBehind(i int) bool {
	if !n.l.Toks[i].Is(lang.Lower) {
		return false
	}
	w := n.l.Fold(i)
	if shortParticiple(w) {
		return true
	}
	if i == 0 || n.say == 0 || !n.l.Has(i, n.say) {
		return false
	}
	switch r := n.l.Rune(i - 1); {
	case isDash(r), r == ',':
		return true
	}
	return n.l.Toks[i-1].Is(lang.CloseQuote)
}

// shortParticiple reports whether a folded word is a short passive participle
// in the masculine, the feminine or the plural, of verbs that persons are the
// object of: избран, назначена, признаны. Those in -о have no subject
// («избрано», «вручено»).
func shortParticiple(w string) bool {
	if s, ok := strings.CutSuffix(w, "а"); ok {
		w = s
	} else if s, ok := strings.CutSuffix(w, "ы"); ok {
		w = s
	}
	for _, end := range [...]string{"бран", "знан", "зван", "ован", "ержан", "слан", "значен", "лучен", "вержден", "вобожден", "ажден", "вращен", "явлен", "авлен", "достоен", "нят", "аказан", "инут", "уволен", "ранен", "лишен", "ведчен", "крепощен", "глашен", "ьщен"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
