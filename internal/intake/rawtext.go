package intake

import (
	"strings"

	"golang.org/x/net/html"
)

// eachText calls f with every piece of text of an HTML source, as raw bytes
// of the source, and with its offset; script, style and comments are passed
// over. Nothing is decoded, so that a piece can be replaced in place and every
// other byte stays what it was.
func eachText(source string, f func(raw string, at int)) {
	if !strings.ContainsAny(source, "<") {
		if source != "" {
			f(source, 0)
		}
		return
	}
	z := html.NewTokenizer(strings.NewReader(source))
	at, skip := 0, ""
	for {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case html.ErrorToken:
			if at < len(source) { // an unfinished tag at the end
				return
			}
			return
		case html.TextToken:
			if skip == "" && len(raw) > 0 {
				f(source[at:at+len(raw)], at)
			}
		case html.StartTagToken:
			if name, _ := z.TagName(); skip == "" && (string(name) == "script" || string(name) == "style") {
				skip = string(name)
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == skip {
				skip = ""
			}
		}
		at += len(raw)
	}
}

// plainWords gives the words of an HTML source parted by single spaces, good
// enough to compare or to detect a language; the plain text that is read is
// made by package article.
func plainWords(source string, limit int) string {
	var b strings.Builder
	eachText(source, func(raw string, _ int) {
		if b.Len() > limit {
			return
		}
		for _, w := range strings.Fields(html.UnescapeString(raw)) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
		}
	})
	return b.String()
}

// textFromHTML gives a one-line field (a title, a lead) that its source keeps
// as HTML as plain text: tags go, entities become their characters.
func textFromHTML(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return strings.Join(strings.Fields(s), " ")
	}
	var b strings.Builder
	eachText(s, func(raw string, _ int) { b.WriteString(html.UnescapeString(raw)) })
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' // not the no-break space
	}), " ")
}

// htmlFromText makes paragraphs of plain text: blank lines part them, single
// line ends become breaks; where no blank line is, every line is a paragraph.
func htmlFromText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(s, "\n")
	blank := false
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t")
		blank = blank || (strings.TrimSpace(l) == "" && i > 0 && i < len(lines)-1)
	}
	var b strings.Builder
	open := false
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			if open {
				b.WriteString("</p>\n")
				open = false
			}
			continue
		}
		switch {
		case !open:
			b.WriteString("<p>")
		case blank:
			b.WriteString("<br>\n")
		default:
			b.WriteString("</p>\n<p>")
		}
		b.WriteString(html.EscapeString(l))
		open = true
	}
	if open {
		b.WriteString("</p>\n")
	}
	return b.String()
}
