package article

import (
	"strings"
	"unicode"
)

// Slug makes the last part of an address from a title: letters and digits of
// any script in lower case, hyphens between words, at most 80 characters cut
// at a word.
func Slug(title string) string {
	var b strings.Builder
	n, hyphen := 0, false
	for _, r := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && b.Len() > 0:
			if hyphen && b.Len() > 0 {
				if n > 60 {
					return b.String()
				}
				b.WriteByte('-')
				n++
			}
			hyphen = false
			b.WriteRune(r)
			if n++; n >= 80 {
				return b.String()
			}
		case strings.ContainsRune("'’‘ʻʼ`´", r): // an apostrophe belongs to its word
		default:
			hyphen = true
		}
	}
	return b.String()
}
