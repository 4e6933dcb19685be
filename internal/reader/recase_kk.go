package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// Kazakh texts without capitals, those converted from Arabic letters first of all.

// nameStopsKK reports whether a Kazakh name is over before token end of the run
// from token i: a genitive closes it, and what bears a possessive belongs to it.
func (c *recaser) nameStopsKK(i, end int) bool {
	return end > i+1 && genitiveKK(c.plain.Fold(end-1)) || c.possessedKK(end)
}

// possessedKK reports whether a word ends as something owned or told of, as no
// name in the nominative does: әндері, рөлін, қоқысы.
func (c *recaser) possessedKK(i int) bool {
	w := c.plain.Fold(i)
	for _, e := range [...]string{"лары", "лері", "дары", "дері", "тары", "тері", "ларын", "лерін", "дарын", "дерін", "тарын", "терін", "сы", "сі", "сын", "сін", "інде", "ында", "інше", "ынша", "тын", "тін", "лық", "лік", "дық", "дік", "тық", "тік"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// verbLikeKK reports whether what could be a case of a short place's name is a
// verb: «аралады» is told of who went round, not of the Aral.
func verbLikeKK(w string) bool {
	for _, e := range [...]string{"ы", "і", "ын", "ін", "ны", "ні"} { // оралғанын
		if s, ok := strings.CutSuffix(w, e); ok && participleKK(s) {
			return true
		}
	}
	for _, e := range [...]string{"ады", "еді", "йды", "йді"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return participleKK(w)
}

// participleKK reports whether a folded Kazakh word ends as a participle: келген, баратын.
func participleKK(w string) bool {
	return participleEndsKK.end(w)
}

// capitalKK reports whether token i is the name of the capital, which is the word
// for one: «астанада» in a text that says of no country that it has one.
func (c *recaser) capitalKK(i int) bool {
	if !c.plain.Has(i, c.side) {
		return false
	}
	only := true
	c.plain.Bits[i].Each(func(class lang.Class) {
		only = only && (class <= lang.NumberChunk || class == c.side || c.names.Has(class))
	})
	return only
}

// bodyKazakh writes the word that opens a body's name with a capital: the first
// of those that open names in the run before the noun at token i.
func (c *recaser) bodyKazakh(i int) {
	first := -1
	for k := i - 1; k >= 0 && i-k < widestBody && !c.plain.Toks[k+1].Para; k-- {
		w := c.plain.Fold(k)
		if w == "-" && c.plain.Is(k, lang.Glued) {
			continue
		}
		if w == "»" || w == "”" || w == "\"" {
			return // «…» қоғамдық бірлестігі: its name stands in the marks
		}
		if !c.plain.Is(k, lang.Word) || genitiveKK(w) || c.up[k] != asSmall || c.plain.Has(k, c.office) || c.plain.Has(k, c.say) || c.k.endings.finitePast.end(w, 3) {
			break
		}
		if c.plain.Has(k, c.bodyAdj) {
			first = k
		}
	}
	if first >= 0 {
		c.up[first] = asCapital
	}
}
