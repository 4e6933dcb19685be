package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The blocks that hold other blocks: lists, quotations, figures, tables.

func (f *flow) list(n *html.Node) {
	b := block{kind: list, attrs: marks(n).or(f.attrs), ordered: n.DataAtom == atom.Ol}
	if b.ordered {
		if b.start = number(n, "start", 1e9); b.start == 1 {
			b.start = 0
		}
	}
	add := func(it block) {
		if len(it.kids) > 0 {
			b.kids = append(b.kids, it)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode && c.DataAtom == atom.Li:
			f.p.handlers(c)
			s := f.sub(c)
			add(block{kind: item, attrs: marks(c), kids: s.blocks})
		default: // a list or text straight in the list: it belongs to the item before
			s := flow{p: f.p, wraps: f.wraps}
			f.p.depth++
			s.node(c)
			f.p.depth--
			s.flush()
			if last := len(b.kids) - 1; last >= 0 {
				b.kids[last].kids = append(b.kids[last].kids, s.blocks...)
			} else {
				add(block{kind: item, kids: s.blocks})
			}
		}
	}
	if len(b.kids) > 0 {
		f.blocks = append(f.blocks, b)
	}
}

func (f *flow) quote(n *html.Node) {
	s := f.sub(n)
	b := block{kind: quote, attrs: marks(n).or(f.attrs), cite: f.p.address(attr(n, "cite"), linkSchemes), kids: s.blocks}
	if last := len(b.kids) - 1; last > 0 {
		// <cite> as the last line of a quotation names who is quoted.
		if k := &b.kids[last]; k.kind == para && all(k.runs, "cite") {
			k.kind = speaker
		}
	}
	if len(b.kids) > 0 {
		f.blocks = append(f.blocks, b)
	}
}

func (f *flow) figure(n *html.Node) {
	b := block{kind: figure, attrs: marks(n).or(f.attrs)}
	s := flow{p: f.p, wraps: f.wraps, images: &b.images}
	f.p.depth++
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.DataAtom == atom.Figcaption && len(b.runs) == 0 {
			f.p.handlers(c)
			b.runs = f.caption(c)
			continue
		}
		s.node(c)
	}
	f.p.depth--
	s.flush()
	switch {
	case len(b.images) > 0:
		f.blocks = append(append(f.blocks, b), s.blocks...)
	default: // some editors put tables and quotations into figures
		f.blocks = append(f.blocks, s.blocks...)
		if !blank(b.runs) {
			f.blocks = append(f.blocks, block{attrs: b.attrs, runs: without(b.runs, "small")})
		}
	}
}

// caption reads a caption as one line of text. In a figure's caption the
// credit is marked as <small>: it is shown and not read.
func (f *flow) caption(n *html.Node) []run {
	s := flow{p: f.p, wraps: f.wraps}
	credited := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		isCredit := c.Type == html.ElementNode && strings.Contains(strings.ToLower(attr(c, "class")), "credit")
		if isCredit || c.DataAtom == atom.Small {
			s.inline(c, wrap{tag: "small"})
			credited = credited || isCredit
			continue
		}
		s.node(c)
	}
	s.flush()
	var runs []run
	for _, b := range flatten(s.blocks) {
		if len(runs) > 0 {
			runs = append(runs, run{brk: true})
		}
		runs = append(runs, b.runs...)
	}
	for _, b := range s.blocks {
		if hasImage(b) {
			f.p.report.drop("<img> in a caption", "")
		}
	}
	if all(runs, "small") && !credited { // a small caption, not a credit
		return without(runs, "small")
	}
	return partCredit(tidy(runs))
}

// partCredit gives the white space between the words of a caption and its
// credit to the credit, so that what is read begins and ends with a word.
func partCredit(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		a, b := &runs[i-1], &runs[i]
		switch aCredit, bCredit := !read(*a), !read(*b); {
		case a.brk && bCredit:
			*a = run{text: " ", wraps: b.wraps}
		case b.brk && aCredit:
			*b = run{text: " ", wraps: a.wraps}
		case bCredit && !aCredit && strings.HasSuffix(a.text, " "):
			a.text = a.text[:len(a.text)-1]
			b.text = " " + b.text
		case aCredit && !bCredit && strings.HasPrefix(b.text, " "):
			a.text += " "
			b.text = b.text[1:]
		}
	}
	return tidy(runs)
}

// flatten gives the blocks that hold text, without their containers.
func flatten(blocks []block) (out []block) {
	for _, b := range blocks {
		if len(b.runs) > 0 {
			out = append(out, b)
		}
		out = append(out, flatten(b.kids)...)
		for _, r := range b.rows {
			for _, c := range r.cells {
				out = append(out, flatten(c.kids)...)
			}
		}
	}
	return out
}

func (f *flow) picture(n *html.Node) {
	img := image{alt: attr(n, "alt"), width: number(n, "width", 1e5), height: number(n, "height", 1e5)}
	// A lazy-loading script keeps the true address aside.
	for _, name := range []string{"data-src", "data-lazy-src", "data-original", "src"} {
		if v := attr(n, name); v != "" && img.src == "" {
			img.src = f.p.address(v, imageSchemes)
		}
	}
	if img.src == "" {
		f.p.report.drop("<img>", img.alt)
		return
	}
	for _, w := range f.wraps {
		if w.tag == "a" {
			img.href = w.href
		}
	}
	fig := block{kind: figure, attrs: marks(n), images: []image{img}}
	switch {
	case f.images != nil:
		*f.images = append(*f.images, img)
	case blank(f.cur):
		f.blocks = append(f.blocks, fig)
	default:
		f.pend = append(f.pend, fig)
	}
}

func (f *flow) table(n *html.Node) {
	b := block{kind: table, attrs: marks(n).or(f.attrs)}
	section := func(n *html.Node, kind byte) {
		for tr := n.FirstChild; tr != nil; tr = tr.NextSibling {
			if tr.DataAtom != atom.Tr {
				continue
			}
			r := row{section: kind}
			for c := tr.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
					r.cells = append(r.cells, f.cell(c))
				}
			}
			if len(r.cells) > 0 {
				b.rows = append(b.rows, r)
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Caption:
			b.runs = append(b.runs, without(f.caption(c), "small")...)
		case atom.Thead:
			section(c, 'h')
		case atom.Tfoot:
			section(c, 'f')
		case atom.Tbody:
			section(c, 'b')
		}
	}
	if words := flatten([]block{b}); len(words) > 0 || hasImage(b) {
		f.blocks = append(f.blocks, b)
	}
}

func (f *flow) cell(n *html.Node) cell {
	f.p.handlers(n)
	c := cell{attrs: marks(n), header: n.DataAtom == atom.Th, cols: max(1, number(n, "colspan", 1000)), rows: max(1, number(n, "rowspan", 65534)), kids: f.sub(n).blocks}
	switch v := strings.ToLower(attr(n, "scope")); v {
	case "col", "row", "colgroup", "rowgroup":
		c.scope = v
	}
	return c
}

func hasImage(b block) bool {
	if len(b.images) > 0 {
		return true
	}
	for _, k := range b.kids {
		if hasImage(k) {
			return true
		}
	}
	for _, r := range b.rows {
		for _, c := range r.cells {
			for _, k := range c.kids {
				if hasImage(k) {
					return true
				}
			}
		}
	}
	return false
}
