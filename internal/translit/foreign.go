package translit

import (
	"bytes"
	"unicode/utf8"

	"shanyraq/internal/detect"
)

// part is a stretch of a paragraph.
type part struct{ start, end int }

// A stretch is judged only from this many words up: shorter ones do not show
// their language.
const wordsToJudge = 4

// A stretch counts as another language from this confidence on; a longer one,
// whose lack of the language's own letters speaks for itself, from the second.
const (
	certain = 0.8
	likely  = 0.55
)

var quotes = []struct{ open, close string }{{"«", "»"}, {"“", "”"}, {"„", "“"}, {"\"", "\""}}

// foreignParts finds what stands in another language and keeps its form: the
// whole paragraph, a sentence of it, or a quotation.
func (c *converter) foreignParts(p []byte) []part {
	if len(p) < 12 || !c.suspect(p) {
		// Where the paragraph as a whole shows the language's own letters, only
		// quotations are looked at.
		return c.foreignQuotes(p)
	}
	if c.isOtherParagraph(p) {
		return []part{{0, len(p)}}
	}
	return c.foreignQuotes(p)
}

// isOtherParagraph judges a paragraph by its own words: neither an address
// nor what it quotes says which language it is in. Where too few words are
// left around a quotation, they must be of its language.
func (c *converter) isOtherParagraph(p []byte) bool {
	around, quoted := withoutQuotes(withoutAddresses(p))
	if countWords(around) >= wordsToJudge {
		return c.isOther(around)
	}
	return quoted && c.isOther(withoutAddresses(p)) && detect.Detect(string(around)).Language == detect.Detect(string(p)).Language
}

// withoutAddresses leaves out the tokens that are addresses of the web or of
// mail.
func withoutAddresses(p []byte) []byte {
	if bytes.IndexByte(p, '@') < 0 && !bytes.Contains(p, []byte("://")) && !bytes.Contains(p, []byte("www.")) {
		return p
	}
	var out []byte
	for _, token := range bytes.Fields(p) {
		if bytes.IndexByte(token, '@') < 0 && !bytes.Contains(token, []byte("://")) && !bytes.Contains(token, []byte("www.")) {
			out = append(append(out, token...), ' ')
		}
	}
	return out
}

// withoutQuotes leaves out what stands in quotation marks; quoted is false
// where nothing does.
func withoutQuotes(p []byte) (around []byte, quoted bool) {
	around = p
	for _, q := range quotes {
		for {
			i := bytes.Index(around, []byte(q.open))
			if i < 0 {
				break
			}
			n := bytes.Index(around[i+len(q.open):], []byte(q.close))
			if n < 0 {
				break
			}
			end := i + len(q.open) + n + len(q.close)
			around, quoted = append(append(append([]byte{}, around[:i]...), ' '), around[end:]...), true
		}
	}
	return around, quoted
}

func (c *converter) foreignQuotes(p []byte) []part {
	var parts []part
	for _, q := range quotes {
		for from := 0; ; {
			i := bytes.Index(p[from:], []byte(q.open))
			if i < 0 {
				break
			}
			i += from + len(q.open)
			n := bytes.Index(p[i:], []byte(q.close))
			if n < 0 {
				break
			}
			if span := p[i : i+n]; len(span) > 15 && c.suspect(span) && c.isOther(span) {
				parts = insert(parts, part{i, i + n})
			}
			from = i + n + len(q.close)
		}
	}
	return parts
}

// insert keeps parts in order and apart.
func insert(parts []part, p part) []part {
	for i, o := range parts {
		if p.start < o.end && o.start < p.end {
			return parts
		}
		if p.end <= o.start {
			return append(parts[:i], append([]part{p}, parts[i:]...)...)
		}
	}
	return append(parts, p)
}

// suspect is a quick look: text with a letter that only the source language
// has needs no closer one.
func (c *converter) suspect(p []byte) bool {
	switch {
	case c.unicase: // ە ۇ ۋ ى mark Kazakh among the Arabic-script languages
		return bytes.IndexByte(p, 0xdb) < 0
	case c.latin:
		if bytes.IndexByte(p, 'q') >= 0 && c.lang != "tk" {
			return false
		}
		for _, lead := range []byte{0xc3, 0xc4, 0xc5, 0xc7, 0xca} {
			if bytes.IndexByte(p, lead) >= 0 {
				return false
			}
		}
		for _, w := range c.own {
			if bytes.Contains(p, w) {
				return false
			}
		}
		return true
	default:
		return bytes.IndexByte(p, 0xd2) < 0 && bytes.IndexByte(p, 0xd3) < 0 &&
			!bytes.Contains(p, []byte("і")) && !bytes.Contains(p, []byte("ў"))
	}
}

func (c *converter) isOther(p []byte) bool {
	words := countWords(p)
	if words < wordsToJudge {
		return false
	}
	r := detect.Detect(string(p))
	return r.Language != "und" && r.Language != c.lang && (r.Confidence >= certain || words > wordsToJudge && r.Confidence >= likely)
}

func countWords(p []byte) (words int) {
	in := false
	for _, b := range p {
		letter := b >= utf8.RuneSelf || b|0x20 >= 'a' && b|0x20 <= 'z'
		if letter && !in {
			words++
		}
		in = letter
	}
	return words
}
