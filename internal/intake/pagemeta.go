package intake

import (
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageMeta is what a page says about itself.
type pageMeta struct {
	base      string              // address to resolve references from; may be empty
	fetched   string              // address it came from
	values    map[string][]string // <meta> by property, name or itemprop, <link> by rel
	ld        ldObject            // schema.org object of the article, as JSON-LD
	crumbs    []string            // breadcrumb names, top first
	alternate map[string]string   // hreflang to address
	htmlLang  string
	titleTag  string
	headings  []string  // <h1>, in order
	times     []timeTag // <time> and elements that are classed as a date, in order
}

type timeTag struct {
	text    string
	article bool // inside <article> or <main>, or marked as the day of publication
}

// ldObject is a JSON-LD object; its text members are read leniently.
type ldObject map[string]any

func (o ldObject) text(name string) string { return strings.TrimSpace(textOf(o[name])) }

var savedFrom = regexp.MustCompile(`saved from url=\(\d+\)(\S+)`)

// readMeta collects a page's metadata in one walk.
func readMeta(doc *html.Node, fetched string) *pageMeta {
	m := &pageMeta{fetched: fetched, base: fetched, values: map[string][]string{}, alternate: map[string]string{}}
	var walk func(n *html.Node, inArticle, inAside bool)
	walk = func(n *html.Node, inArticle, inAside bool) {
		switch n.Type {
		case html.CommentNode:
			if s := savedFrom.FindStringSubmatch(n.Data); s != nil && m.fetched == "" {
				m.fetched, m.base = s[1], s[1]
			}
		case html.ElementNode:
			switch n.DataAtom {
			case atom.Article, atom.Main:
				inArticle = true
			case atom.Aside, atom.Nav, atom.Footer:
				inAside = true
			}
			m.element(n, inArticle && !inAside)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inArticle, inAside)
		}
	}
	walk(doc, false, false)
	if m.base == "" || cleanURL(m.base) == "" {
		if own := cleanURL(m.first("canonical", "og:url")); own != "" {
			m.base = own
		}
	}
	return m
}

func (m *pageMeta) put(name, value string) {
	name = strings.ToLower(strings.TrimSpace(name))
	if value = strings.TrimSpace(value); name != "" && value != "" {
		m.values[name] = append(m.values[name], value)
	}
}

func (m *pageMeta) element(n *html.Node, inArticle bool) {
	switch n.DataAtom {
	case atom.Html:
		if m.htmlLang = attr(n, "lang"); m.htmlLang == "" {
			m.htmlLang = attr(n, "xml:lang")
		}
	case atom.Base:
		if href := attr(n, "href"); href != "" && m.base == "" {
			m.base = href
		}
	case atom.Meta:
		content := attr(n, "content")
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			m.put(attr(n, key), content)
		}
	case atom.Link:
		rel := strings.ToLower(attr(n, "rel"))
		if tag := attr(n, "hreflang"); tag != "" && strings.Contains(rel, "alternate") {
			m.alternate[tag] = attr(n, "href")
		} else {
			m.put(rel, attr(n, "href"))
		}
	case atom.Title:
		if m.titleTag == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head {
			m.titleTag = nodeText(n)
		}
	case atom.H1:
		if s := headingText(n); s != "" {
			m.headings = append(m.headings, s)
		}
	case atom.Script:
		if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
			m.readLD(n.FirstChild.Data)
		}
	case atom.A:
		for _, rel := range strings.Fields(strings.ToLower(attr(n, "rel"))) {
			switch { // microformats: rel="category tag", rel="author"
			case rel == "category" || rel == "author":
				m.put("rel:"+rel, nodeText(n))
			case rel == "tag" && !strings.Contains(attr(n, "rel"), "category"):
				m.put("rel:tag", nodeText(n))
			}
		}
	default:
		m.timeElement(n, inArticle)
	}
	if prop := attr(n, "itemprop"); prop == "articleSection" || prop == "author" || prop == "headline" {
		m.put(prop, nodeText(n))
	}
}

// timeElement keeps what may be the day: <time>, itemprop and short elements
// that are classed as a date. What stands in a list beside the article (an
// aside, a menu) counts only where nothing else does.
func (m *pageMeta) timeElement(n *html.Node, inArticle bool) {
	prop, class := attr(n, "itemprop"), strings.ToLower(attr(n, "class")+" "+attr(n, "id"))
	marked := prop == "datePublished" || n.DataAtom == atom.Time && (hasAttr(n, "pubdate") || strings.Contains(class, "publish"))
	if n.DataAtom != atom.Time && !marked && !strings.Contains(class, "date") && !strings.Contains(class, "time") && !strings.Contains(class, "publish") {
		return
	}
	text := attr(n, "datetime")
	if text == "" {
		text = attr(n, "content")
	}
	if text == "" {
		if text = nodeText(n); len(text) > 120 {
			return
		}
	}
	if text != "" {
		m.times = append(m.times, timeTag{text, inArticle || marked})
	}
}

// articleTypes are the schema.org types of an article.
var articleTypes = []string{"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Report", "TechArticle", "PressRelease"}

func (m *pageMeta) readLD(source string) {
	var v any
	dec := json.NewDecoder(strings.NewReader(source))
	dec.UseNumber()
	if dec.Decode(&v) != nil {
		return
	}
	var visit func(v any, depth int)
	visit = func(v any, depth int) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				visit(x, depth)
			}
		case map[string]any:
			var types []string
			switch t := v["@type"].(type) {
			case string:
				types = []string{t}
			case []any:
				for _, x := range t {
					types = append(types, textOf(x))
				}
			}
			for _, t := range types {
				if slices.Contains(articleTypes, t) && m.ld == nil {
					m.ld = v
				}
				if t == "BreadcrumbList" && len(m.crumbs) == 0 {
					m.readCrumbs(v["itemListElement"])
				}
			}
			if depth < 4 {
				visit(v["@graph"], depth+1)
				visit(v["mainEntity"], depth+1)
				visit(v["breadcrumb"], depth+1)
			}
		}
	}
	visit(v, 0)
}

func (m *pageMeta) readCrumbs(v any) {
	list, _ := v.([]any)
	for _, x := range list {
		o, _ := x.(map[string]any)
		name := textOf(o["name"])
		if item, ok := o["item"].(map[string]any); ok && name == "" {
			name = textOf(item["name"])
		}
		if name != "" {
			m.crumbs = append(m.crumbs, html.UnescapeString(name))
		}
	}
}

// first gives the first value of the first name that has one.
func (m *pageMeta) first(names ...string) string {
	for _, n := range names {
		if v := m.values[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// address is the page's own: canonical where it lies on the same site as the
// page was fetched from, else the one it was fetched or saved from.
func (m *pageMeta) address() string {
	for _, s := range []string{m.first("canonical"), m.first("og:url"), m.ld.text("url"), m.fetched} {
		if s == "" {
			continue
		}
		s = resolve(m.base, s)
		if u, err := url.Parse(s); err == nil && s != "" && (u.Path != "/" || u.RawQuery != "" || s == cleanURL(m.fetched)) {
			return s
		}
	}
	return ""
}

// title prefers the headline itself over the tab's text with the site's name.
func (m *pageMeta) title() string {
	site := m.first("og:site_name", "application-name")
	candidates := []string{m.ld.text("headline"), m.first("headline"), m.first("og:title"), m.first("twitter:title", "dc.title", "title"), m.titleTag}
	best := ""
	for _, c := range candidates {
		if c = strings.Join(strings.Fields(html.UnescapeString(c)), " "); c != "" {
			best = c
			break
		}
	}
	// A heading that the longer title begins or ends with is the title.
	for _, h := range m.headings {
		if best == "" || len(h) >= 8 && (strings.HasPrefix(best, h) || strings.HasSuffix(best, h)) {
			return h
		}
	}
	for _, sep := range []string{" | ", " — ", " – ", " - ", " :: ", " » ", " · "} {
		if site != "" && strings.HasSuffix(best, sep+site) {
			return strings.TrimSuffix(best, sep+site)
		}
	}
	return best
}

func (m *pageMeta) lead() string {
	s := m.ld.text("description")
	if s == "" {
		s = m.first("og:description", "description", "dc.description", "twitter:description")
	}
	s = strings.Join(strings.Fields(html.UnescapeString(s)), " ")
	if strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...") || strings.HasSuffix(s, "[…]") {
		return "" // cut by a machine, not written by an author
	}
	return s
}

func (m *pageMeta) language() string {
	for _, s := range []string{m.ld.text("inLanguage"), m.htmlLang, m.first("content-language", "dc.language", "language", "inlanguage"), m.first("og:locale")} {
		if tag := canonicalLanguage(s); tag != "" {
			return tag
		}
	}
	return ""
}

// group names the set of translations by the least of their addresses. Links
// to another language's front page make no group.
func (m *pageMeta) group(own string) string {
	least, n := "", 0
	seen := map[string]bool{}
	for tag, href := range m.alternate {
		u := resolve(m.base, href)
		p, err := url.Parse(u)
		if u == "" || err != nil || tag == "x-default" || strings.Count(strings.Trim(p.Path, "/"), "/") == 0 && len(strings.Trim(p.Path, "/")) <= 3 && p.RawQuery == "" {
			continue
		}
		if !seen[u] {
			seen[u] = true
			n++
		}
		if least == "" || u < least {
			least = u
		}
	}
	if n < 2 || own != "" && !seen[own] {
		return ""
	}
	return "url:" + least
}

func (m *pageMeta) section(title string) []Part {
	if s := m.first("article:section", "articlesection", "section"); s != "" {
		return section(html.UnescapeString(s))
	}
	if list, ok := m.ld["articleSection"].([]any); ok && len(list) > 0 {
		return section(textOf(list[0]))
	}
	if s := m.ld.text("articleSection"); s != "" {
		return section(s)
	}
	if s := m.first("rel:category"); s != "" {
		return section(s)
	}
	if n := len(m.crumbs); n > 2 || n == 2 && m.crumbs[1] != title { // home … section … this page
		crumbs := m.crumbs[1:]
		if len(crumbs) > 1 {
			crumbs = crumbs[:len(crumbs)-1]
		}
		return section(crumbs...)
	}
	return nil
}

func (m *pageMeta) authors() []string {
	var out []string
	add := func(s string) {
		s = strings.Join(strings.Fields(html.UnescapeString(s)), " ")
		if s != "" && len(s) < 120 && cleanURL(s) == "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if list, ok := m.ld["author"].([]any); ok {
		for _, a := range list {
			add(textOf(a))
		}
	} else {
		add(m.ld.text("author"))
	}
	for _, name := range []string{"author", "article:author", "dc.creator", "rel:author"} {
		if len(out) == 0 {
			for _, v := range m.values[name] {
				add(v)
			}
		}
	}
	return out
}

func (m *pageMeta) keywords() []string {
	var out []string
	for _, list := range [][]string{m.values["article:tag"], m.values["news_keywords"], m.values["keywords"], m.values["rel:tag"]} {
		for _, v := range list {
			for _, k := range strings.Split(html.UnescapeString(v), ",") {
				if k = strings.TrimSpace(k); k != "" && !slices.Contains(out, k) {
					out = append(out, k)
				}
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}

// day sets the day of publication from the surest source that gives one. A
// day that the calendar lacks is an error only where no other source helps.
func (m *pageMeta) day(it *Item) error {
	sources := []string{m.ld.text("datePublished"), m.first("article:published_time", "datepublished", "og:article:published_time", "article:published", "publish_date",
		"publishdate", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "parsely-pub-date", "sailthru.date", "uploaddate"),
		m.ld.text("dateCreated")}
	for _, inArticle := range []bool{true, false} {
		for _, t := range m.times {
			if t.article == inArticle {
				sources = append(sources, t.text)
			}
		}
	}
	var impossible error
	for _, s := range sources {
		if s == "" {
			continue
		}
		w, err := ParseWhen(s)
		if err == nil {
			it.Published, it.Day = w.Time, w.Day
			break
		}
		if impossible == nil && isImpossible(err) {
			impossible = at(err, it.Place)
		}
	}
	for _, s := range []string{m.ld.text("dateModified"), m.first("article:modified_time", "datemodified", "last-modified", "dcterms.modified")} {
		if w, err := ParseWhen(s); err == nil {
			it.Modified = w.Time
			break
		}
	}
	if it.Day.IsZero() && impossible != nil {
		return impossible
	}
	return nil
}
