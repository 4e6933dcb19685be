package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// A paragraph in capitals, as those that head decrees and telegrams, stands in
// a text whose other paragraphs tell which of its words are names.

// recaseParagraphs gives the paragraphs of a text that are all in capitals
// small letters and the capitals of names; nil where there are none.
func recaseParagraphs(text string, o Options) *repaired {
	var c *recaser
	var b strings.Builder
	done := 0
	for from := 0; from < len(text); {
		to := paragraphEnd(text, from)
		if para := text[from:to]; loudParagraph(para) {
			if c == nil {
				if len(text) > mostRepaired || !utf8.ValidString(text) {
					return nil
				}
				if c = newRecaser(text, o); c == nil {
					return nil
				}
				c.hear(text)
			}
			b.WriteString(text[done:from])
			c.write(&b, strings.ToLower(para))
			done = to
		}
		from = to
	}
	if c == nil {
		return nil
	}
	b.WriteString(text[done:])
	return &repaired{text: b.String(), original: text, runs: []run{{}}, recased: true}
}

// loudParagraph reports whether a paragraph of a dozen words or more has no
// small letter.
func loudParagraph(para string) bool {
	words, inside := 0, false
	for i := 0; i < len(para); {
		r, n := runeAt(para, i)
		kind := letterKind(r)
		if kind == smallLetter || kind == otherLetter {
			return false
		}
		if kind == capitalLetter && !inside {
			words++
		}
		inside = kind == capitalLetter
		i += n
	}
	return words >= fewestWords
}

// hear keeps the words that the rest of a text writes with a capital inside
// its sentences, and those that it writes in capitals.
func (c *recaser) hear(text string) {
	for from := 0; from < len(text); {
		to := paragraphEnd(text, from)
		para := text[from:to]
		from = to
		if loudParagraph(para) {
			continue
		}
		before := rune('.') // what stands before the word, blanks aside
		for i := 0; i < len(para); {
			r, n := utf8.DecodeRuneInString(para[i:])
			if !unicode.IsLetter(r) {
				if !unicode.IsSpace(r) {
					before = r
				}
				i += n
				continue
			}
			end := i
			for end < len(para) {
				r, n := utf8.DecodeRuneInString(para[end:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) {
					break
				}
				end += n
			}
			w := para[i:end]
			i = end
			last, _ := utf8.DecodeLastRuneInString(w)
			if unicode.IsUpper(r) && len(w) > n {
				if strings.ToUpper(w) == w {
					c.heard[lang.Fold(w)] = asCapitals
				} else if (unicode.IsLower(before) || before == ',') && strings.ToLower(w[n:]) == w[n:] {
					if s := c.stem(lang.Fold(w)); c.heard[s] == asSmall {
						c.heard[s] = asCapital
					}
				}
			}
			before = last
		}
	}
}

// behindInitials gives the token behind the initials that begin at i, i for none.
func (c *recaser) behindInitials(i int) int {
	for i+1 < len(c.up) && c.small(i) && c.plain.Is(i, lang.Word) && c.plain.Fold(i+1) == "." {
		if i+2 >= len(c.up) || !c.plain.Is(i+2, lang.Word) {
			break
		}
		i += 2
	}
	return i
}

// initialsFirst raises initials from i on with the surname at k and gives the token
// behind it, 0 where no surname stands there.
func (c *recaser) initialsFirst(i, k int) int {
	if (k == i+2 && !c.surnamed(k)) || c.common(k) || c.small(k) {
		return 0
	}
	for j := i; j <= k; j++ {
		c.up[j] = asCapital
	}
	c.learn(k)
	return k + 1
}
