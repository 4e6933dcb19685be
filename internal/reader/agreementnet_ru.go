package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// netProtocol reports whether a Russian protocol is one that machines speak, told by Latin
// letters right behind its noun, and no instrument that somebody made: «протокол TCP»,
// «протокол Bluetooth».
func (f *agreementFinder) netProtocol(ph *phrase) bool {
	return f.russian() && strings.HasPrefix(f.l.Fold(ph.headEnd-1), "протокол") && f.l.Is(ph.headEnd, lang.Latin) && !f.l.Is(ph.headEnd, lang.Roman)
}
