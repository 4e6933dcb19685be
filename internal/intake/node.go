package intake

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// absolute makes the addresses of a link or picture absolute, and gives a
// picture that a script would have loaded the address it would have had.
func absolute(n *html.Node, base string) {
	if n.DataAtom == atom.Img {
		if src := attr(n, "src"); src == "" || strings.HasPrefix(src, "data:") {
			for _, lazy := range []string{"data-src", "data-original", "data-lazy-src", "data-lazy"} {
				if s := attr(n, lazy); s != "" {
					setAttr(n, "src", s)
					break
				}
			}
		}
	}
	for _, key := range []string{"href", "src"} {
		ref := attr(n, key)
		if ref == "" || strings.HasPrefix(ref, "#") || cleanURL(base) == "" {
			continue
		}
		b, err := url.Parse(base)
		if err != nil {
			return
		}
		if r, err := b.Parse(ref); err == nil && r.IsAbs() && !strings.Contains(ref, "://") {
			setAttr(n, key, r.String())
		}
	}
}

func setAttr(n *html.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

func isTextBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Blockquote, atom.Pre, atom.Table, atom.Figure, atom.Figcaption:
		return true
	}
	return false
}

func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.B, atom.Strong, atom.I, atom.Em, atom.Span, atom.Br, atom.Sub, atom.Sup, atom.Code, atom.Q, atom.Cite, atom.Abbr, atom.Mark, atom.U, atom.S, atom.Del,
		atom.Ins, atom.Small, atom.Time, atom.Bdo, atom.Bdi, atom.Font, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption, atom.Li, atom.Img, atom.Source, atom.Dt, atom.Dd:
		return true
	}
	return false
}

// linkShare is the share of an element's text that stands in links.
func linkShare(n *html.Node) float64 {
	all := textLength(n)
	if all == 0 {
		return 0
	}
	linked := 0
	eachNode(n, func(x *html.Node) {
		if x.DataAtom == atom.A {
			linked += textLength(x)
		}
	})
	return float64(linked) / float64(all)
}

func textLength(n *html.Node) int {
	total := 0
	eachNode(n, func(x *html.Node) {
		if x.Type == html.TextNode && (x.Parent == nil || x.Parent.DataAtom != atom.Script && x.Parent.DataAtom != atom.Style) {
			total += utf8.RuneCountInString(strings.TrimSpace(x.Data))
		}
	})
	return total
}

func eachNode(n *html.Node, f func(*html.Node)) {
	f(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		eachNode(c, f)
	}
}

func findNode(n *html.Node, ok func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && ok(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if x := findNode(c, ok); x != nil {
			return x
		}
	}
	return nil
}

// headingText gives a heading's words up to the first block in it: where its
// end tag is missing, the text of the page follows inside.
func headingText(n *html.Node) string {
	var words []string
	done := false
	var walk func(*html.Node)
	walk = func(x *html.Node) {
		if done = done || x != n && (isTextBlock(x) || x.DataAtom == atom.Div); done {
			return
		}
		if x.Type == html.TextNode {
			words = append(words, strings.Fields(x.Data)...)
		}
		for c := x.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(words, " ")
}

// nodeText gives an element's words parted by single spaces.
func nodeText(n *html.Node) string {
	var b strings.Builder
	eachNode(n, func(x *html.Node) {
		if x.Type == html.TextNode && (x.Parent == nil || x.Parent.DataAtom != atom.Script && x.Parent.DataAtom != atom.Style) {
			b.WriteString(x.Data)
			b.WriteByte(' ')
		}
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func detach(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// cloneNumbered copies a tree and gives every element of the copy the number
// under which its original stands in nodes.
func cloneNumbered(n *html.Node, nodes *[]*html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
	if n.Type == html.ElementNode {
		c.Attr = append(append(c.Attr, n.Attr...), html.Attribute{Key: markAttr, Val: strconv.Itoa(len(*nodes))})
		*nodes = append(*nodes, n)
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.AppendChild(cloneNumbered(k, nodes))
	}
	return c
}

// commonAncestor gives the nearest element that holds all nodes; a single
// block's parent, so that its neighbours can be looked at.
func commonAncestor(nodes []*html.Node) *html.Node {
	if len(nodes) == 0 {
		return nil
	}
	count := map[*html.Node]int{}
	for _, n := range nodes {
		for p := n.Parent; p != nil; p = p.Parent {
			count[p]++
		}
	}
	for p := nodes[0].Parent; p != nil; p = p.Parent {
		if count[p] == len(nodes) {
			return p
		}
	}
	return nil
}
