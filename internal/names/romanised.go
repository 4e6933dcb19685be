package names

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Names of the region reach readers of other languages in those languages'
// own spelling: Dschambul, Djamboul, Baheti. A word that shows such a spelling
// has it as its other reading, and so have the words beside it in the name.

// manner is the language whose spelling a name shows.
type manner uint8

const (
	plain manner = iota
	german
	french
	pinyin
)

// mannerOf looks for spellings that only one of the languages has.
func mannerOf(name string) manner {
	if strings.IndexFunc(name, func(r rune) bool { return r >= 0x370 && r < 0x700 }) >= 0 {
		return plain
	}
	low := strings.ToLower(name)
	has := func(list ...string) bool {
		for _, s := range list {
			if strings.Contains(low, s) {
				return true
			}
		}
		return false
	}
	switch {
	case has("sch") && !has("shch"), has("jew") && !has("ý"), has("ij") && has("ew", "ow"):
		return german
	case has("ou", "tch", "guiz", "guen", "aï", "oï"):
		return french
	case has("uer", "aer", "eer", "ieke", "iang", "eti", "aiti", "lati", "nati", "uti", "dawu"):
		return pinyin
	}
	return plain
}

// Digraphs of the languages in the letters that smooth takes, longer first.
var (
	germanLetters = strings.NewReplacer("tsch", "ch", "dsch", "dzh", "sch", "sh", "ch", "kh", "j", "y", "w", "v")
	frenchLetters = strings.NewReplacer("tch", "ch", "dj", "zh", "ch", "sh", "ou", "u", "gue", "ge", "gui", "gi", "qu", "k")
	// Chinese characters stand for syllables: r is er behind a vowel, and a
	// consonant that ends a syllable gets a vowel.
	pinyinLetters = strings.NewReplacer("ieke", "ek", "jiang", "jan", "biek", "bek", "aer", "ar", "uer", "ur", "eer", "er", "ier", "er", "oer", "or", "iang", "an", "xu", "su", "xi", "si", "ie", "e", "wu", "u")
)

// rewritten gives the letters of a word as the manner of its name reads them;
// nil where that changes nothing.
func (m manner) rewritten(raw []byte) []byte {
	w, out := string(raw), ""
	switch m {
	case german:
		out = germanLetters.Replace(w)
	case french:
		out = frenchLetters.Replace(w)
	case pinyin:
		out = pinyinLetters.Replace(w)
		if n := len(out); n > 4 && isVowel(out[n-1]) && out[n-1] != 'a' && !isVowel(out[n-2]) && strings.IndexByte("tklsfmp", out[n-2]) >= 0 {
			out = out[:n-1] // Mahemuti, Sailike
		}
	}
	if out == "" || out == w {
		return nil
	}
	return []byte(out)
}

// turkmenG says whether a word has the gt that Turkmen writes where its
// neighbours have ht: Magtymguly, Bagtyýar.
func turkmenG(raw []byte) bool { return bytes.Contains(raw, []byte("gt")) }

// Readings gives other forms of one word: as the language whose spelling it
// shows reads it, and the names that forms.txt holds for one with it. It is for those who look for a word, not for a
// person: none where the word says nothing of the kind.
func Readings(word string) (out []string) {
	if utf8.RuneCountInString(word) < 4 {
		return nil
	}
	if m := mannerOf(word); m == german || m == french && len(word) > 5 {
		raw, marks := rough(nil, word)
		if other := m.rewritten(raw); other != nil && marks&isLatin != 0 {
			out = append(out, Latin(string(other)))
		}
	}
	for _, set := range forms[foldOf(word)] {
		out = append(out, setForms[set-1]...)
	}
	return out
}
