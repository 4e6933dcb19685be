package reader

import "unicode/utf8"

// caseless reports whether of a text's words not one in fifty has a capital,
// or not one in fifty a small letter.
func caseless(text string) (low, loud bool) {
	words, caps, smalls := 0, 0, 0
	inside, first := false, false
	for i := 0; i < len(text); {
		if inside && smalls > 0 { // further letters of a word tell nothing
			i = plainLetters(text, i)
			if i == len(text) {
				break
			}
		}
		at := i
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = runeAt(text, i)
		}
		i += n
		kind := letterKind(r)
		if kind == noLetter {
			inside = inside && (r == '\'' || r == '’')
			continue
		}
		if !inside {
			inside, first = true, true
			words++
			if words > 200 && caps > 20 && smalls > 20 {
				return false, false
			}
			if most := words + (len(text)-at)/2; caps*50 > most && smalls*50 > most { // however the text goes on
				return false, false
			}
		}
		if kind == smallLetter {
			if first || smalls == 0 {
				smalls++
			}
		} else if first && kind == capitalLetter {
			caps++
		}
		first = false
	}
	if words < fewestWords {
		return false, false
	}
	return caps*50 <= words && smalls*2 > words, smalls*50 <= words && caps*2 > words
}

// plainLetters passes the letters of ASCII and of U+0400 to U+047F from i on.
func plainLetters(text string, i int) int {
	for i+8 <= len(text) && (le64(text[i:])^0x80D080D080D080D0)&0xC0FEC0FEC0FEC0FE == 0 { // four of two bytes
		i += 8
	}
	for i < len(text) {
		switch c := text[i]; {
		case c|0x20-'a' <= 'z'-'a':
			i++
		case c>>1 == 0xD0>>1 && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
			i += 2
		default:
			return i
		}
	}
	return i
}
