package search

import (
	"unicode"

	"shanyraq/internal/translit"
)

type variant struct{ language, text string }

// conversions lead a word from another script of a language to the script
// that its stemmer knows.
var conversions = map[*unicode.RangeTable][]struct{ language, from, to string }{
	unicode.Latin:    {{"kk", "kk-Latn", "kk-Cyrl"}, {"kk", "kk-Latn-x-2018", "kk-Cyrl"}, {"kk", "kk-Latn-x-aqparat", "kk-Cyrl"}},
	unicode.Cyrillic: {{"uz", "uz-Cyrl", "uz-Latn"}},
	unicode.Arabic:   {{"kk", "kk-Arab", "kk-Cyrl"}},
}

// variants gives what a word of a query would be in the script in which texts
// of its language are stored, so that it can be stemmed.
func variants(w string) (out []variant) {
	for _, c := range conversions[script(w)] {
		if s, err := translit.Convert(c.from, c.to, w); err == nil && s != w {
			out = append(out, variant{c.language, s})
		}
	}
	return out
}
