package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// noPlaceKK reports whether what the model takes for a place is none in Kazakh:
// «Астанадағыдай», as in Astana; «Минамата конвенциясы», which is known by that
// name.
func (n *nameFinder) noPlaceKK(e element, s lang.Sentence) bool {
	w := n.l.Fold(e.end - 1)
	for _, end := range [...]string{"дағыдай", "дегідей", "тағыдай", "тегідей"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	if n.latinName(e.start) && !n.placeAt(e) {
		return true // Masdar арасындағы: firms are written so, not places
	}
	return e.end < s.Last && n.instrument != 0 && n.l.Has(e.end, n.instrument) && n.l.Is(e.end, lang.Lower) && !n.placeAt(element{start: e.end - 1, end: e.end})
}
