package article

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"shanyraq/internal/fault"
)

// MaxBytes is the longest HTML that Parse takes: about forty novels.
const MaxBytes = 16 << 20

// maxDepth is how deep lists, quotations and tables may stand in each other;
// below it they lose their frame and keep their words.
const maxDepth = 32

// Parse reads HTML, a fragment or a whole page, into the canonical tree.
// Elements outside the allow-list lose their tags and keep their words, but
// for scripts, styles, embedded players and form controls, which are left out
// whole and named in the report. Text keeps every character; runs of ASCII
// white space become one space, two line breaks end a paragraph, and
// paragraphs of white space alone are left out.
//
// An error is a fault: TooLarge beyond MaxBytes, Invalid for text that is not
// UTF-8 or for nesting no browser would follow.
func Parse(src string) (Doc, Report, error) {
	if len(src) > MaxBytes {
		return Doc{}, Report{}, fault.New(fault.TooLarge, "the text has %d bytes, more than %d", len(src), MaxBytes).Hint("split it into several articles")
	}
	if !utf8.ValidString(src) {
		return Doc{}, Report{}, fault.New(fault.Invalid, "byte %d is not valid UTF-8", badByte(src)).Hint("convert the text to UTF-8 first")
	}
	// With scripting off, <noscript> is parsed as elements and not as text.
	nodes, err := html.ParseFragmentWithOptions(strings.NewReader(src),
		&html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}, html.ParseOptionEnableScripting(false))
	if err != nil {
		return Doc{}, Report{}, fault.Wrap(err, fault.Invalid, "the HTML cannot be parsed").Hint("look for elements nested hundreds deep")
	}
	p := parser{}
	f := flow{p: &p}
	for _, n := range nodes {
		f.node(n)
	}
	f.flush()
	return Doc{f.blocks}, p.report, nil
}

// FromText makes a Doc of plain paragraphs parted by blank lines. A single
// newline is a line break.
func FromText(text string) Doc {
	var d Doc
	var cur []run
	flush := func() {
		if runs := tidy(cur); !blank(runs) {
			d.blocks = append(d.blocks, block{runs: runs})
		}
		cur = nil
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		if cur != nil {
			cur = append(cur, run{brk: true})
		}
		cur = append(cur, run{text: line})
	}
	flush()
	return d
}

// WithLead gives the Doc with the lead as its first block, <p class="lead">;
// an empty lead changes nothing.
func (d Doc) WithLead(text string) Doc {
	runs := tidy([]run{{text: text}})
	if blank(runs) {
		return d
	}
	return Doc{append([]block{{kind: lead, runs: runs}}, d.blocks...)}
}

// badByte gives the offset of the first byte that is not UTF-8.
func badByte(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return len(s)
}

type parser struct {
	report Report
	depth  int
}

// flow gathers the content of one container. Text and inline elements go to
// the open paragraph; a block element closes it.
type flow struct {
	p      *parser
	blocks []block
	cur    []run   // the open paragraph
	wraps  []wrap  // inline elements open now; they reach into blocks inside them
	pend   []block // pictures met inside the open paragraph, to follow it
	kind   kind    // what the open paragraph is
	level  int
	attrs  attrs
	images *[]image // where pictures go inside <figure>
}

func (f *flow) flush() {
	for _, runs := range paragraphs(tidy(f.cur), f.kind == para) {
		if !blank(runs) {
			f.blocks = append(f.blocks, block{kind: f.kind, level: f.level, attrs: f.attrs, runs: runs})
		}
	}
	f.blocks = append(f.blocks, f.pend...)
	f.cur, f.pend = nil, nil
}

// sub gathers the children of a container that is a node of its own.
func (f *flow) sub(n *html.Node) flow {
	s := flow{p: f.p, wraps: f.wraps}
	f.p.depth++
	s.children(n)
	f.p.depth--
	s.flush()
	return s
}

func (f *flow) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.node(c)
	}
}

// boxed reads a block element that is no node of the tree: its words make
// paragraphs of the given kind.
func (f *flow) boxed(n *html.Node, k kind, level int) {
	f.flush()
	kind0, level0, attrs0 := f.kind, f.level, f.attrs
	f.kind, f.level, f.attrs = k, level, marks(n).or(f.attrs)
	f.children(n)
	f.flush()
	f.kind, f.level, f.attrs = kind0, level0, attrs0
}

// inline reads the children under one more inline element.
func (f *flow) inline(n *html.Node, w wrap) {
	w.attrs = marks(n)
	outer := f.wraps
	f.wraps = push(outer, w)
	f.children(n)
	f.wraps = outer
}

func (f *flow) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		f.cur = append(f.cur, run{text: n.Data, wraps: f.wraps})
		return
	case html.ElementNode:
	default: // comments, doctypes
		return
	}
	f.p.handlers(n)
	if n.Namespace != "" {
		f.p.drop(n)
		return
	}
	deep := f.p.depth >= maxDepth
	switch n.DataAtom {
	case atom.H1, atom.H2:
		f.boxed(n, heading, 2)
	case atom.H3:
		f.boxed(n, heading, 3)
	case atom.H4, atom.H5, atom.H6:
		f.boxed(n, heading, 4)
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir, atom.Blockquote, atom.Figure, atom.Table:
		if deep {
			f.p.report.drop("<"+n.Data+"> nested too deep", "")
			f.boxed(n, f.kind, f.level)
			return
		}
		f.flush()
		switch n.DataAtom {
		case atom.Blockquote:
			f.quote(n)
		case atom.Figure:
			f.figure(n)
		case atom.Table:
			f.table(n)
		default:
			f.list(n)
		}
	case atom.Footer:
		if n.Parent != nil && n.Parent.DataAtom == atom.Blockquote {
			f.boxed(n, speaker, 0)
		} else {
			f.boxed(n, f.kind, f.level)
		}
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Aside, atom.Nav, atom.Address,
		atom.Center, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Details, atom.Summary, atom.Form, atom.Fieldset, atom.Legend,
		atom.Figcaption, atom.Hgroup, atom.Search, atom.Caption, atom.Tr, atom.Body, atom.Html:
		f.boxed(n, f.kind, f.level)
	case atom.Td, atom.Th: // of a table nested too deep
		f.boxed(n, f.kind, f.level)
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		f.pre(n)
	case atom.Hr:
		f.flush()
	case atom.Br:
		f.cur = append(f.cur, run{brk: true})
	case atom.Img:
		f.picture(n)
	case atom.A:
		href := f.p.address(attr(n, "href"), linkSchemes)
		if href == "" {
			f.children(n)
			return
		}
		f.inline(n, wrap{tag: "a", href: href})
	case atom.Em, atom.I:
		f.inline(n, wrap{tag: "em"})
	case atom.Strong, atom.B:
		f.inline(n, wrap{tag: "strong"})
	case atom.Sub, atom.Sup, atom.Cite, atom.Bdi:
		f.inline(n, wrap{tag: n.Data})
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		f.inline(n, wrap{tag: "code"})
	case atom.S, atom.Strike, atom.Del:
		f.inline(n, wrap{tag: "s"})
	case atom.Q:
		f.inline(n, wrap{tag: "q", href: f.p.address(attr(n, "cite"), linkSchemes)})
	case atom.Noscript:
		// Lazy-loading scripts repeat here the picture that stands beside it.
		if strings.TrimSpace(text(n)) != "" {
			f.children(n)
		}
	case atom.Script, atom.Style, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Video, atom.Audio, atom.Canvas,
		atom.Map, atom.Input, atom.Select, atom.Textarea, atom.Button, atom.Head, atom.Title, atom.Meta, atom.Link, atom.Base,
		atom.Noframes, atom.Noembed, atom.Frameset, atom.Frame, atom.Applet, atom.Progress, atom.Meter, atom.Datalist:
		f.p.drop(n)
	default: // span, font, custom elements: only language and direction count
		f.inline(n, wrap{tag: "span"})
	}
}

// pre reads preformatted text: its lines are kept as lines.
func (f *flow) pre(n *html.Node) {
	f.flush()
	outer := f.attrs
	f.attrs = marks(n).or(outer)
	inner := flow{p: f.p, wraps: f.wraps}
	inner.children(n)
	for _, r := range inner.cur {
		if r.brk {
			f.cur = append(f.cur, r)
			continue
		}
		for i, line := range strings.Split(strings.ReplaceAll(r.text, "\r\n", "\n"), "\n") {
			if i > 0 {
				f.cur = append(f.cur, run{brk: true})
			}
			f.cur = append(f.cur, run{text: line, wraps: r.wraps})
		}
	}
	f.flush()
	f.attrs = outer
	f.blocks = append(append(f.blocks, inner.blocks...), inner.pend...) // blocks in pre: no writer means that, but no word is lost
}

// drop leaves an element out with everything in it.
func (p *parser) drop(n *html.Node) {
	lost := ""
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Meta, atom.Link, atom.Base, atom.Input:
	default:
		lost = strings.Join(strings.Fields(text(n)), " ")
	}
	for _, name := range []string{"src", "data", "href", "value"} {
		if v := attr(n, name); v != "" && lost == "" {
			lost = v
		}
	}
	p.report.drop("<"+n.Data+">", clip(lost, 200))
}

// handlers reports attributes that carry script.
func (p *parser) handlers(n *html.Node) {
	for _, a := range n.Attr {
		if len(a.Key) > 2 && strings.HasPrefix(a.Key, "on") {
			p.report.drop(a.Key, "")
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

// marks reads the language and direction of an element.
func marks(n *html.Node) (a attrs) {
	if len(n.Attr) == 0 {
		return a
	}
	if v := attr(n, "lang"); validTag(v) {
		a.lang = v
	}
	switch v := strings.ToLower(attr(n, "dir")); v {
	case "ltr", "rtl", "auto":
		a.dir = v
	}
	return a
}

// validTag reports whether s has the shape of a BCP 47 tag.
func validTag(s string) bool {
	if len(s) < 2 || len(s) > 35 {
		return false
	}
	for part := range strings.SplitSeq(s, "-") {
		if len(part) == 0 || len(part) > 8 {
			return false
		}
		for i := range len(part) {
			c := part[i] | 0x20
			if (c < 'a' || c > 'z') && (part[i] < '0' || part[i] > '9') {
				return false
			}
		}
	}
	return s[1] != '-' || len(s) > 3
}

// text gives the words inside a node.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// number reads an attribute that counts something, 0 when it is none.
func number(n *html.Node, key string, most int) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 0 || v > most {
		return 0
	}
	return v
}

// clip shortens s to at most n bytes at a rune border.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
