package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// pairedPlace proposes a word of no list as a place where a Russian sentence joins it to a
// known one as the other of two: «соглашение между Бишкеком и | Самсуном», «города Алматы и |
// Тусон». It is the word behind «и» at token i.
func (n *nameFinder) pairedPlace(i int, s lang.Sentence) {
	if i < s.First+3 || !n.l.Is(i-1, lang.Lower) || !n.pairable(i) {
		return
	}
	for from := i - 2; from > s.First && from >= i-4; from-- {
		if !n.placeAt(element{start: from, end: i - 1}) {
			continue
		}
		name := ""
		switch k := from - 1; {
		case n.l.Has(k, n.p.know.lists.partyBetween):
			name = calledWith(n.l.Slice(i, i+1))
		case n.l.Plays(k, n.r.placesNamed):
			name = n.l.Slice(i, i+1)
		}
		if name != "" {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreLegal + 10, name: name, rule: "pair"})
		}
		return
	}
}

// pairable reports whether a word of no list stands alone at token i and is nobody's name nor
// an adjective of what follows: «Усурийском», but not «Уральским | заводом».
func (n *nameFinder) pairable(i int) bool {
	w := n.l.Fold(i)
	if !n.unlisted(i) || n.l.Is(i+1, lang.Cap) || n.glued(i+1, '-') || n.l.Bits[i].Intersects(&n.anyCommon) || n.isGiven(element{start: i, end: i + 1}) || surnameShape(w) {
		return false
	}
	if strings.HasSuffix(w, "ским") || strings.HasSuffix(w, "цким") || strings.HasSuffix(w, "ым") || strings.HasSuffix(w, "им") {
		return false
	}
	if !n.adjective(i) || !n.l.Is(i+1, lang.Lower) || n.l.Has(i+1, n.funcWord) {
		return true
	}
	for _, end := range [...]string{"ом", "ем", "ём", "ой", "ей", "ью", "ами", "ями", "ым", "им"} {
		if strings.HasSuffix(n.l.Fold(i+1), end) {
			return false
		}
	}
	return true
}

// calledWith gives a Russian name of a place by its instrumental: Самсуном is Самсун, Пуэблой
// Пуэбла; one that ends otherwise is called as it stands.
func calledWith(w string) string {
	for _, x := range [...][2]string{{"ью", "ь"}, {"ией", "ия"}, {"ей", "я"}, {"ой", "а"}, {"ём", "ь"}, {"ем", "й"}, {"ом", ""}} {
		if stem, ok := strings.CutSuffix(w, x[0]); ok && len(stem) > 4 {
			if x[0] == "ем" && !strings.ContainsRune("аеиоуыэюя", lastRune(stem)) {
				return stem + "ь"
			}
			return stem + x[1]
		}
	}
	return w
}
