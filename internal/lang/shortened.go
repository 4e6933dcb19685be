package lang

import (
	"strings"
	"unicode/utf8"
)

// English writes "not" and some verbs short, glued to the word before them. They are
// tokens of their own, with the folded form of the whole word, so that whatever asks for
// "will" or "not" finds them: "he'll sign" is "he", "will", "sign", and "hasn't been
// signed" is "has", "not", "been", "signed".

// verbShape are the shapes of a verb that is cut short.
const verbShape = 1<<Word | 1<<Latin | 1<<Lower

// cutVerb gives the length of what is cut short from the apostrophe of n bytes at i on,
// behind a letter: "'ll", "'re", "'ve", and "'t" of "can't"; 0 where none is.
func cutVerb(text string, i, n int) int {
	if i == 0 || i+n >= len(text) {
		return 0
	}
	if r, _ := utf8.DecodeLastRuneInString(text[:i]); !isLetter(r) {
		return 0
	}
	k := 2
	switch rest := text[i+n:]; {
	case rest[0] == 't' && text[i-1] == 'n':
		k = 1
	case strings.HasPrefix(rest, "ll"), strings.HasPrefix(rest, "re"), strings.HasPrefix(rest, "ve"):
	default:
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(text[i+n+k:]); isLetter(r) {
		return 0
	}
	return n + k
}

// cutShort gives the end of the word begun at start where a verb cut short or "not" is
// glued to it with the apostrophe of n bytes at i: "did|n't", "can|'t", "they|'ll"; 0
// where the whole is one word: "o'clock", "D'Arve".
func cutShort(text string, start, i, n int) int {
	if cutVerb(text, i, n) == 0 {
		return 0
	}
	if text[i+n] != 't' {
		if wholeBefore[lowerWord(text[start:i])] {
			return i
		}
		return 0
	}
	switch before := lowerWord(text[start : i-1]); {
	case before == "ca":
		return i
	case negated[before]:
		return i - 1
	}
	return 0
}

// lowerWord gives a short word in small letters, "" for a longer one.
func lowerWord(w string) string {
	if len(w) > 6 {
		return ""
	}
	return strings.ToLower(w)
}

// wholeBefore are the words that a verb cut short is glued to.
var wholeBefore = wordSet("i you he she it we they that there this these those who which what")

// negated are the verbs that "n't" is glued to; "wo" is will.
var negated = wordSet("do does did is are was were has have had would could should might must need wo")

// wordSet makes a set of the words of a line.
func wordSet(line string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(line) {
		out[w] = true
	}
	return out
}

// wholeWord gives the folded form of a verb cut short or of "not": "'ll" is will; ""
// for any other word.
func wholeWord(word string) string {
	for _, mark := range [...]string{"'", "’"} {
		if tail, ok := strings.CutPrefix(strings.TrimPrefix(word, "n"), mark); ok {
			switch {
			case tail == "t":
				return "not"
			case word[0] == 'n':
			case tail == "ll":
				return "will"
			case tail == "re":
				return "are"
			case tail == "ve":
				return "have"
			}
		}
	}
	return ""
}
