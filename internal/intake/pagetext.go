package intake

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"shanyraq/internal/fault"
)

// mainText gives the body of a page's article as HTML, "" where there is
// none. A part that the page itself marks as the article's body is taken;
// otherwise readability (Mozilla's algorithm) finds the place. It only finds:
// the elements come from the page unchanged, so that a paragraph readability
// would have dropped from the midst of a text is not lost.
func mainText(doc *html.Node, m *pageMeta) (string, error) {
	var body *html.Node
	for _, mark := range []func(*html.Node) bool{
		func(n *html.Node) bool { return strings.Contains(attr(n, "itemprop"), "articleBody") },
	} {
		if n := findNode(doc, mark); n != nil && textLength(n) >= 80 {
			body = n
			break
		}
	}
	var kept map[*html.Node]bool
	if body == nil {
		body, kept = findByReadability(doc, m.base)
	}
	if body == nil { // short or broken: what is left when the page's frame is taken away
		body = findNode(doc, func(n *html.Node) bool { return n.DataAtom == atom.Main || n.DataAtom == atom.Article })
		if body == nil {
			body = findNode(doc, func(n *html.Node) bool { return n.DataAtom == atom.Body })
		}
		if body == nil {
			return "", noArticle()
		}
	}
	if n := articlesIn(body, kept); n >= 3 {
		return "", fault.New(fault.Unsupported, "it is a list of %d articles, not an article", n).Hint("name the pages of the articles themselves, or the site's feed")
	}
	var out bytes.Buffer
	words := 0 // characters outside links
	for _, n := range contentOf(body, kept, m) {
		html.Render(&out, n)
		out.WriteByte('\n')
		words += int(float64(textLength(n)) * (1 - linkShare(n)))
	}
	if words < 20 {
		return "", noArticle()
	}
	return out.String(), nil
}

func noArticle() error {
	return fault.New(fault.Invalid, "no article was found on the page").
		Hint("a front page, a list or a page drawn by script has none; name the pages of the articles themselves")
}

// articlesIn counts the <article> elements of which readability kept text,
// one inside another counting once.
func articlesIn(body *html.Node, kept map[*html.Node]bool) int {
	n := 0
	var walk func(*html.Node)
	walk = func(x *html.Node) {
		if x.DataAtom == atom.Article && x != body && anyKept(x, kept) && textLength(x) > 0 {
			n++
			return
		}
		for c := x.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(body)
	return n
}

const markAttr = "data-shanyraq-n"

// findByReadability runs readability on a copy of the page whose elements are
// numbered, and gives the element of the page that holds what it kept.
func findByReadability(doc *html.Node, base string) (*html.Node, map[*html.Node]bool) {
	var nodes []*html.Node
	copied := cloneNumbered(doc, &nodes)
	address, err := url.Parse(base)
	if err != nil || base == "" {
		address = &url.URL{Scheme: "https", Host: "page.invalid", Path: "/"}
	}
	parser := readability.NewParser()
	parser.CharThresholds = 200 // news in brief are short
	found, err := parser.ParseAndMutate(copied, address)
	if err != nil || found.Node == nil {
		return nil, nil
	}
	kept := map[*html.Node]bool{}
	var tops []*html.Node
	eachNode(found.Node, func(n *html.Node) {
		if v := attr(n, markAttr); v != "" {
			if i, err := strconv.Atoi(v); err == nil && i >= 0 && i < len(nodes) {
				kept[nodes[i]] = true
				if isTextBlock(nodes[i]) && textLength(nodes[i]) > 0 {
					tops = append(tops, nodes[i])
				}
			}
		}
	})
	if len(tops) == 0 {
		for n := range kept {
			if textLength(n) > 0 {
				tops = append(tops, n)
			}
		}
	}
	return commonAncestor(tops), kept
}

// contentOf gives the parts of body that belong to the article. kept, if it
// is given, says what readability kept: a part in which it kept nothing at
// all stays only if it is a text block that is mostly no links.
func contentOf(body *html.Node, kept map[*html.Node]bool, m *pageMeta) []*html.Node {
	prune(body, kept, m)
	eachNode(body, func(n *html.Node) { absolute(n, m.base) })
	if body.DataAtom == atom.P || body.DataAtom == atom.Table || body.DataAtom == atom.Blockquote {
		detach(body)
		return []*html.Node{body}
	}
	var out []*html.Node
	for c := body.FirstChild; c != nil; {
		next := c.NextSibling
		body.RemoveChild(c)
		out = append(out, c)
		c = next
	}
	return out
}

// isDateLine reports whether an element only shows the day of publication:
// a line of its own, classed as a date.
func isDateLine(n *html.Node) bool {
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	if n.DataAtom != atom.Time && !strings.Contains(name, "date") && !strings.Contains(name, "time") {
		return false
	}
	if p := n.Parent; p != nil && (p.DataAtom == atom.P || p.DataAtom == atom.Li || p.DataAtom == atom.Blockquote) && textLength(p) > textLength(n) {
		return false // part of a sentence
	}
	text := nodeText(n)
	_, err := ParseWhen(text)
	return err == nil && utf8.RuneCountInString(text) < 50
}

// clutter are classes and ids of what stands around a text on a page.
var clutter = []string{"share", "social", "related", "comment", "breadcrumb", "sidebar", "advert", "banner", "subscribe", "newsletter", "pagination", "pager",
	"nav-links", "post-navigation", "print-link", "entry-meta", "post-meta", "entry-footer", "author-box", "read-more", "readmore", "toolbar", "cookie", "popup",
	"modal", "widget", "rating", "views-count", "view-count", "tags-links", "cat-links", "screen-reader-text", "visually-hidden", "sr-only"}

func prune(n *html.Node, kept map[*html.Node]bool, m *pageMeta) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode && !belongs(c, kept, m) {
			n.RemoveChild(c)
		} else {
			prune(c, kept, m)
		}
		c = next
	}
}

func belongs(n *html.Node, kept map[*html.Node]bool, m *pageMeta) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Nav, atom.Form, atom.Button, atom.Input, atom.Select, atom.Textarea, atom.Footer, atom.Aside, atom.Svg, atom.Template, atom.Link, atom.Meta:
		return false
	case atom.H1: // the title stands by itself
		return !isTitle(nodeText(n), m) // an unclosed one holds the text as well
	}
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" && textLength(n) > 0 || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none") {
		return false
	}
	if isDateLine(n) {
		return false
	}
	if isInline(n) {
		return true
	}
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	for _, c := range clutter {
		if strings.Contains(name, c) && !(textLength(n) > 400 && linkShare(n) < 0.2) {
			return false
		}
	}
	if kept == nil || anyKept(n, kept) {
		return true
	}
	switch { // readability kept nothing of it
	case n.DataAtom == atom.Figure || n.DataAtom == atom.Img || n.DataAtom == atom.Br || n.DataAtom == atom.Hr:
		return true
	case isTextBlock(n):
		return linkShare(n) < 0.5 && !isTitle(nodeText(n), m)
	}
	return false
}

func isTitle(text string, m *pageMeta) bool {
	return text != "" && strings.EqualFold(text, m.title())
}

func anyKept(n *html.Node, kept map[*html.Node]bool) bool {
	found := false
	eachNode(n, func(x *html.Node) { found = found || kept[x] })
	return found
}

// isImpossible reports whether a date was refused because the calendar lacks it.
func isImpossible(err error) bool { return fault.Is(err, fault.Invalid) }
