package static

import (
	"bytes"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"
)

// linkAttributes are the attributes of HTML whose value is one address.
var linkAttributes = []string{"href", "src", "poster", "data", "data-src"}

// page finds a page's links, and gives the page with those that were
// questions leading to files, and without its forms. Everything else stays
// byte by byte as it was.
func (c *crawl) page(at *url.URL, body []byte) []byte {
	var out bytes.Buffer
	on, forms := at.RequestURI(), 0
	for z := xhtml.NewTokenizer(bytes.NewReader(body)); ; {
		kind := z.Next()
		if kind == xhtml.ErrorToken {
			return out.Bytes()
		}
		raw := slices.Clone(z.Raw())
		switch kind {
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "form" {
				forms++
			}
			if forms > 0 {
				continue
			}
			changed := false
			for i, a := range t.Attr {
				was := a.Val
				switch {
				case t.Data == "link" && a.Key == "href" && searchesElsewhere(t):
				case slices.Contains(linkAttributes, a.Key):
					t.Attr[i].Val = c.target(at, a.Val, on)
				case a.Key == "srcset":
					t.Attr[i].Val = c.set(at, a.Val, on)
				}
				changed = changed || t.Attr[i].Val != was
			}
			if changed {
				out.WriteString(t.String())
				continue
			}
		case xhtml.EndTagToken:
			name, _ := z.TagName()
			if string(name) == "form" {
				forms = max(0, forms-1)
				continue
			}
		}
		if forms == 0 {
			out.Write(raw)
		}
	}
}

// searchesElsewhere reports a link that only a live site can answer to.
func searchesElsewhere(t xhtml.Token) bool {
	for _, a := range t.Attr {
		if a.Key == "rel" && (a.Val == "search" || a.Val == "hub") {
			return true
		}
	}
	return false
}

// set reads the addresses of "a.webp 1x, b.webp 2x".
func (c *crawl) set(at *url.URL, list, on string) string {
	parts := strings.Split(list, ",")
	for i, p := range parts {
		link, size, _ := strings.Cut(strings.TrimSpace(p), " ")
		parts[i] = strings.TrimSpace(c.target(at, link, on) + " " + size)
	}
	return strings.Join(parts, ", ")
}

var sheetLink = regexp.MustCompile(`url\(\s*["']?([^"')]+)`)

// sheet notes what a style sheet asks for: fonts.
func (c *crawl) sheet(at *url.URL, body []byte) {
	for _, m := range sheetLink.FindAllSubmatch(body, -1) {
		if !bytes.HasPrefix(m[1], []byte("data:")) {
			c.target(at, string(m[1]), at.Path)
		}
	}
}

var location = regexp.MustCompile(`<loc>([^<]+)</loc>`)

// locations notes the addresses of a sitemap.
func (c *crawl) locations(at *url.URL, body []byte) {
	for _, m := range location.FindAllSubmatch(body, -1) {
		c.target(at, html.UnescapeString(string(m[1])), at.Path)
	}
}
