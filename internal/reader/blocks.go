package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/detect"
	"shanyraq/internal/value"
)

// block is a run of paragraphs in one language.
type block struct {
	span     value.Span // bytes
	language string
}

// sample is how much of a text is looked at to tell its language.
const sample = 4000

// blocks parts a text by language and gives the language of the whole. Where
// none is given, it is detected. A paragraph that is plainly in another
// language with a pack is read by that pack; short ones go with the text.
func blocks(text, language string) (out []block, whole string) {
	if strings.TrimSpace(text) == "" {
		if language == "" {
			language = "und"
		}
		return nil, language
	}
	whole = language
	if whole == "" {
		whole = detect.Detect(head(text, sample)).Language
	}
	base, _, _ := strings.Cut(whole, "-")
	for from := 0; from < len(text); {
		to := paragraphEnd(text, from)
		tag := base
		if para := text[from:to]; !plausible(base, para) {
			if r := detect.Detect(head(para, sample)); r.Language != base && hasPack[r.Language] && r.Confidence >= 0.9 {
				tag = r.Language
			}
		}
		if n := len(out); n > 0 && out[n-1].language == tag {
			out[n-1].span.End = to
		} else {
			out = append(out, block{span: value.Span{Start: from, End: to}, language: tag})
		}
		from = to
	}
	return out, whole
}

// hasPack lists the languages that a paragraph of another text may be read in.
var hasPack = map[string]bool{"en": true, "ru": true, "kk": true}

// head cuts a text on a character's border.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// paragraphEnd gives the end of the paragraph begun at from, with the blank
// lines behind it.
func paragraphEnd(text string, from int) int {
	i := strings.Index(text[from:], "\n\n")
	if i < 0 {
		return len(text)
	}
	to := from + i
	for to < len(text) && (text[to] == '\n' || text[to] == ' ' || text[to] == '\r' || text[to] == '\t') {
		to++
	}
	return to
}

// plausible reports at little cost whether a paragraph may be in a language:
// its letters are of the script, and Kazakh has some of its own. Paragraphs
// too short to tell are plausible too.
func plausible(tag, para string) bool {
	latin, cyrillic, kazakh, other := 0, 0, 0, 0
	para = head(para, 600)
	for i := 0; i < len(para); {
		count, counted := lettersOf(para[i:])
		latin, cyrillic, kazakh = latin+count.latin, cyrillic+count.cyrillic, kazakh+count.notRussian
		for i += counted; i < len(para); {
			if c := para[i]; c < 0x80 {
				if i++; c|0x20-'a' <= 'z'-'a' {
					latin++
				}
				continue
			}
			n, notRussian := cyrillicRun(para[i:])
			if n == 0 {
				break
			}
			cyrillic += n
			kazakh += notRussian
			i += 2 * n
		}
		if i == len(para) {
			break
		}
		r, n := utf8.DecodeRuneInString(para[i:])
		i += n
		switch {
		case r < 0x250:
			latin++
		case 0x500 <= r && r <= 0x52F:
			cyrillic++
			kazakh++
		case r >= 0x370 && r < 0x2000 || r > 0x2E80:
			other++
		}
	}
	if latin+cyrillic+other < 40 {
		return true
	}
	switch tag {
	case "en":
		return latin > 3*(cyrillic+other)
	case "ru":
		return cyrillic > latin+other && kazakh*40 < cyrillic
	case "kk":
		return cyrillic > latin+other && kazakh*40 >= cyrillic
	}
	return false
}

// cyrillicRun counts the letters of U+0400 to U+04FF that a text begins with, and
// those of them that Russian lacks.
func cyrillicRun(s string) (n, notRussian int) {
	for i := 0; i+1 < len(s) && s[i]>>2 == 0xD0>>2 && int8(s[i+1]) < -64; i += 2 {
		n++
		notRussian += int(kazakhLetters[s[i]&3] >> (s[i+1] & 0x3F) & 1)
	}
	return n, notRussian
}

// kazakhLetters has a bit for each letter from U+0400 to U+04FF that Russian
// lacks, by its first byte and its second: І, і, and all from U+0460 on.
var kazakhLetters = func() (out [4]uint64) {
	for r := rune(0x400); r < 0x500; r++ {
		if r == 'І' || r == 'і' || r >= 0x460 {
			out[r>>6&3] |= 1 << (r & 0x3F)
		}
	}
	return out
}()
