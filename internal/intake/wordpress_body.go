package intake

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// wpBody turns the stored text of a post into the HTML that WordPress would
// show, without its typographic changes: block comments go, shortcodes become
// what they stand for, and text of the classic editor gets its paragraphs.
type wpBody struct {
	site  *site
	notes []string
	depth int
}

func (b *wpBody) note(s string) {
	if !slices.Contains(b.notes, s) {
		b.notes = append(b.notes, s)
	}
}

func (b *wpBody) render(content string) string {
	content = strings.ReplaceAll(content, "\r\n", "\n")
	if !strings.Contains(content, "<!-- wp:") {
		return paragraphs(b.shortcodes(content))
	}
	// Between blocks stands text of the classic editor, if any. "out" holds
	// finished HTML, "free" the text of the classic editor before a block.
	var out, free strings.Builder
	level := 0
	flush := func() {
		if s := free.String(); strings.TrimSpace(s) != "" {
			out.WriteString(paragraphs(b.shortcodes(s)))
		}
		free.Reset()
	}
	for content != "" {
		i := strings.Index(content, "<!--")
		if i < 0 {
			i = len(content)
		}
		if level == 0 {
			free.WriteString(content[:i])
		} else {
			out.WriteString(b.shortcodes(content[:i]))
		}
		if i == len(content) {
			break
		}
		inside, rest, ok := strings.Cut(content[i+4:], "-->")
		if !ok {
			break
		}
		comment := strings.TrimSpace(inside)
		if !strings.HasPrefix(comment, "wp:") && !strings.HasPrefix(comment, "/wp:") {
			// kept for article to drop: taken away here, "<" and "p>" around it would join
			if level == 0 {
				free.WriteString("<!--" + inside + "-->")
			} else {
				out.WriteString("<!--" + inside + "-->")
			}
		}
		content = rest
		switch {
		case strings.HasPrefix(comment, "wp:"):
			flush()
			if strings.HasSuffix(comment, "/") {
				out.WriteString(b.dynamic(comment))
			} else {
				level++
			}
		case strings.HasPrefix(comment, "/wp:") && level > 0:
			level--
		}
	}
	flush()
	return out.String()
}

// dynamic gives what a block without a text of its own stands for: a block
// kept elsewhere and used here by its number.
func (b *wpBody) dynamic(comment string) string {
	name, rest, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(comment, "wp:"), "/"), " ")
	if name != "block" {
		if name != "spacer" && name != "separator" && name != "more" {
			b.note("the block " + name + " has no text of its own and was left out")
		}
		return ""
	}
	var ref struct {
		Ref json.Number `json:"ref"`
	}
	text, ok := "", false
	if json.Unmarshal([]byte(strings.TrimSpace(rest)), &ref) == nil && b.site != nil {
		text, ok = b.site.blocks[ref.Ref.String()]
	}
	if !ok || b.depth > 3 {
		b.note("the reusable block " + ref.Ref.String() + " is not in the export and was left out")
		return ""
	}
	inner := wpBody{site: b.site, depth: b.depth + 1}
	out := inner.render(text)
	for _, n := range inner.notes {
		b.note(n)
	}
	return out
}

// blockTags close a paragraph. Those that are true hold their own paragraphs
// or none, and their inside is left alone; the others are only borders.
var blockTags = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "dl": true,
	"table": true, "pre": true, "figure": true, "form": true, "address": true, "hr": true, "script": true, "style": true, "object": true, "video": true, "audio": true,
	"div": false, "blockquote": false, "section": false, "article": false, "aside": false, "center": false, "details": false, "main": false, "header": false, "footer": false, "nav": false}

// paragraphs makes paragraphs of the classic editor's text: a blank line
// parts them, a line end inside one is a break. No character of the text is
// added or lost but white space.
func paragraphs(source string) string {
	var out, para strings.Builder
	skip, depth, afterBreak := "", 0, false
	flush := func() {
		s := strings.TrimSpace(para.String())
		for strings.HasSuffix(s, "<br>") {
			s = strings.TrimSpace(strings.TrimSuffix(s, "<br>"))
		}
		if s != "" && strings.TrimSpace(commentOnly.ReplaceAllString(s, "")) != "" {
			out.WriteString("<p>" + s + "</p>\n")
		}
		para.Reset()
		afterBreak = false
	}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := string(z.Raw())
		nameBytes, _ := z.TagName()
		name := string(bytes.ToLower(nameBytes))
		closed, isBlock := blockTags[name]
		isTag := kind == html.StartTagToken || kind == html.SelfClosingTagToken || kind == html.EndTagToken
		if skip == "p" && kind == html.StartTagToken && isBlock { // an open paragraph ends at the next block
			skip, depth = "", 0
		}
		if skip != "" {
			out.WriteString(raw)
			switch {
			case kind == html.StartTagToken && name == skip:
				depth++
			case kind == html.EndTagToken && name == skip:
				if depth--; depth == 0 {
					skip = ""
				}
			}
			continue
		}
		switch {
		case isTag && isBlock && closed && kind == html.StartTagToken && name != "hr":
			flush()
			out.WriteString(raw)
			skip, depth = name, 1
		case isTag && isBlock:
			flush()
			out.WriteString(raw)
		case kind == html.TextToken:
			for i, piece := range blankLine.Split(raw, -1) {
				if i > 0 {
					flush()
				}
				if afterBreak || strings.TrimSpace(para.String()) == "" {
					piece = strings.TrimPrefix(piece, "\n")
				}
				para.WriteString(strings.ReplaceAll(piece, "\n", "<br>\n"))
				afterBreak = false
			}
		default:
			para.WriteString(raw)
			afterBreak = name == "br"
		}
	}
	flush()
	return out.String()
}

var commentOnly = regexp.MustCompile(`(?s)^(\s*<!--.*?-->)+\s*$`)

var blankLine = regexp.MustCompile(`\n[ \t]*\n\s*`)
