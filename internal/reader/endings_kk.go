package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// What Kazakh words end with, by the sounds of their stems. None of a list is the end of
// another in it.
var (
	pluralEndsKK     = fewEndsOf("лар", "лер", "дар", "дер", "тар", "тер")
	genitiveEndsKK   = fewEndsOf("ның", "нің", "дың", "дің", "тың", "тің")
	dativeEndsKK     = fewEndsOf("ға", "ге", "қа", "ке") // without those behind a possessive
	ablativeEndsKK   = fewEndsOf("дан", "ден", "тан", "тен", "нан", "нен")
	participleEndsKK = fewEndsOf("ған", "ген", "қан", "кен") // of what is past: өскен
)

// endsAsKK reports whether the Kazakh word at token i may be parted so that its endings
// begin with some slots and agree with the vowels of its stem: "plural" for компанияларын.
func endsAsKK(l *lang.Lattice, i int, slots string) bool {
	for _, a := range l.Analyses(i) {
		if a.Harmony && strings.HasPrefix(a.Slots, slots) {
			return true
		}
	}
	return false
}
