package rights

import (
	"io"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"shanyraq/internal/fault"
)

// Sighting is a copy of a text found elsewhere.
type Sighting struct {
	ID      int64     `json:"id"`
	Article int64     `json:"article"`
	Address string    `json:"address,omitempty"` // of the copy
	Found   Finding   `json:"found"`
	Note    string    `json:"note,omitempty"`
	Officer string    `json:"officer,omitempty"` // who noted it
	Seen    time.Time `json:"seen,omitzero"`
	Checked time.Time `json:"checked,omitzero"` // when Found was last looked at; zero for never
	Settled time.Time `json:"settled,omitzero"` // zero while something is to be done
}

// Finding says whether a page links to a text of ours.
type Finding string

// Linked: to the text. LinkedHome: to the site, not to the text. Hidden: a
// link stands in the page where no reader sees it. NotLinked: none. Unread:
// the page could not be fetched.
const (
	Linked     Finding = "linked"
	LinkedHome Finding = "home"
	Hidden     Finding = "hidden"
	NotLinked  Finding = "none"
	Unread     Finding = "unread"
)

// Links tells whether a page of HTML at an address links to one of ours: the
// addresses of a text in all its languages and scripts, whole. Scheme, "www.",
// a slash at the end, a fragment and tracking questions make no difference.
func Links(page io.Reader, at string, ours []string) (Finding, error) {
	base, err := url.Parse(at)
	if err != nil || base.Host == "" {
		return Unread, fault.New(fault.Invalid, "%q is no address of a page", shorten(at, 100)).Hint("write it as https://example.org/page")
	}
	texts, homes := map[string]bool{}, map[string]bool{}
	for _, a := range ours {
		if u, err := url.Parse(a); err == nil && u.Host != "" {
			texts[plainAddress(u)] = true
			homes[plainHost(u)] = true
		}
	}
	doc, err := html.Parse(page)
	if err != nil {
		return Unread, fault.Wrap(err, fault.Invalid, "the page cannot be read as HTML").At("%s", at)
	}
	best := NotLinked
	better := func(f Finding) {
		for _, x := range []Finding{Linked, LinkedHome, Hidden} {
			if best == x {
				return
			}
			if f == x {
				best = f
				return
			}
		}
	}
	var walk func(n *html.Node, unseen bool)
	walk = func(n *html.Node, unseen bool) {
		if n.Type == html.ElementNode {
			switch n.DataAtom {
			case atom.Script, atom.Style, atom.Template, atom.Head:
				if b := find(n, atom.Base); b != nil { // links are relative to it
					if u, err := base.Parse(attribute(b, "href")); err == nil {
						base = u
					}
				}
				return
			}
			unseen = unseen || hides(n)
			if n.DataAtom == atom.A {
				if u, err := base.Parse(strings.TrimSpace(attribute(n, "href"))); err == nil && u.Host != "" {
					switch {
					case texts[plainAddress(u)] && (unseen || !shows(n)):
						better(Hidden)
					case texts[plainAddress(u)]:
						better(Linked)
					case homes[plainHost(u)] && !unseen && shows(n):
						better(LinkedHome)
					}
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, unseen)
		}
	}
	walk(doc, false)
	return best, nil
}

// hides reports whether an element hides what is in it, as far as HTML alone
// tells: style sheets are not read.
func hides(n *html.Node) bool {
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden":
			return true
		case a.Key == "style":
			s := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") || strings.Contains(s, "font-size:0;") || strings.HasSuffix(s, "font-size:0") {
				return true
			}
		}
	}
	return false
}

// shows reports whether a link has anything to see or to hear: words, or a
// picture.
func shows(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
		if c.Type == html.ElementNode && (c.DataAtom == atom.Img || c.DataAtom == atom.Svg) {
			return true
		}
	}
	return false
}

func find(n *html.Node, a atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.DataAtom == a {
			return c
		}
	}
	return nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func plainHost(u *url.URL) string {
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		host += ":" + p
	}
	return host
}

// plainAddress is an address without what makes no difference.
func plainAddress(u *url.URL) string {
	q := u.Query()
	for key := range q {
		if k := strings.ToLower(key); strings.HasPrefix(k, "utm_") || k == "fbclid" || k == "gclid" || k == "yclid" || k == "ref" {
			q.Del(key)
		}
	}
	s := plainHost(u) + strings.TrimSuffix(u.Path, "/")
	if len(q) > 0 {
		s += "?" + q.Encode()
	}
	return s
}
