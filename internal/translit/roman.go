package translit

import "strings"

// asRoman gives a Roman numeral of two or more signs in Latin letters:
// Cyrillic ХХІ is the number 21, never a word, and Latin XXI stays.
func (c *converter) asRoman(word []uint8, caps int) (string, bool) {
	if len(c.roman) == 0 || caps != len(word) || len(word) < 2 || len(word) > 12 {
		return "", false
	}
	var buf [12]byte
	for i, l := range word {
		b, ok := c.roman[l&^capBit]
		if !ok {
			return "", false
		}
		buf[i] = b
	}
	s := string(buf[:len(word)])
	return s, isRoman(s)
}

// isRoman says whether s is a number from 1 to 3999 in its usual form.
func isRoman(s string) bool {
	for _, group := range [...]string{"MMM", "CM|CD|D?CCC", "XC|XL|L?XXX", "IX|IV|V?III"} {
		s = trimRoman(s, group)
	}
	return s == ""
}

func trimRoman(s, group string) string {
	rest := group
	for {
		alt, more, found := strings.Cut(rest, "|")
		if !found {
			break
		}
		if strings.HasPrefix(s, alt) {
			return s[2:]
		}
		rest = more
	}
	five, ones, ok := strings.Cut(rest, "?")
	if !ok {
		five, ones = "", rest
	}
	if five != "" {
		s = strings.TrimPrefix(s, five)
	}
	for range ones {
		s = strings.TrimPrefix(s, ones[:1])
	}
	return s
}
