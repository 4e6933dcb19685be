package site

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// ninjsSuffix ends the address of an article as IPTC ninjs.
const ninjsSuffix = ".ninjs.json"

// ninjsSchema names the standard that the documents keep to.
const ninjsSchema = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"

// ninjs gives an article as IPTC ninjs 3.0, News in JSON, for other newsrooms'
// systems: the whole text as words and as HTML, whom and what it tells of, its
// pictures and translations, and what may be done with it. Who has taken a
// text that was withdrawn since is told so (410, "canceled").
func (s *Site) ninjs(a *web.Answer, q *request, slug string) error {
	ctx := q.Context()
	card, err := s.store.Article(ctx, q.tag.Language, slug)
	if fault.Is(err, fault.NotFound) || err == nil && !card.State.Public() && card.State != article.Withdrawn {
		return s.absent(a, q)
	}
	if err != nil {
		return err
	}
	o := object{
		"standard": object{"name": "ninjs", "version": "3.0", "schema": ninjsSchema},
		"uri":      q.uri(articleAddress(q.tag, card.Slug)), "type": "text", "language": q.tag.Name,
		"versionCreated": card.Updated.Format(time.RFC3339), "pubStatus": "usable",
	}
	a.Modified = card.Updated
	if card.State == article.Withdrawn {
		a.Status, o["pubStatus"] = 410, "canceled"
		return sendJSON(a, o)
	}
	q.script = q.forms.in(q.tag, card.ID)
	rev, err := s.store.Revision(ctx, card.Revision)
	if err != nil {
		return err
	}
	terms, err := s.store.ResolveTerms(ctx, card.Section, card.ID)
	if err != nil {
		return err
	}
	q.declare(a, &web.Base{}, terms, "")
	q.ninjsHead(o, card)
	q.ninjsRights(o, card, terms)
	pictures, err := q.ninjsText(o, card, rev)
	if err != nil {
		return err
	}
	if err := q.ninjsEntities(o, card, rev); err != nil {
		return err
	}
	notes, err := s.store.Told(ctx, card.ID)
	if err != nil {
		return err
	}
	var about []object
	if card.Lead != "" {
		about = append(about, object{"role": "summary", "contentType": "text/plain", "value": q.script.text(card.Language, card.Lead)})
	}
	for _, n := range notes {
		if n.Kind == store.Correction {
			about = append(about, object{"role": "correction", "contentType": "text/plain", "value": q.day(n.At) + ": " + q.script.text(card.Language, n.Words)})
		}
	}
	group, err := s.store.Translations(ctx, card.Group)
	if err != nil {
		return err
	}
	set(o, "descriptions", about)
	set(o, "associations", append(q.ninjsPictures(card, pictures), q.ninjsTranslations(card, group)...))
	return sendJSON(a, o)
}

// set puts a list into an object, where there is anything in it.
func set(o object, name string, list []object) {
	if len(list) > 0 {
		o[name] = list
	}
}

// ninjsHead says what stands at the head of a text. Its first day is the one
// it bears: many were brought in long after.
func (q *request) ninjsHead(o object, c store.Card) {
	first := c.Published
	if first.IsZero() {
		first = c.Created
	}
	title := q.script.text(c.Language, c.Title)
	o["firstCreated"], o["title"], o["slugline"] = first.Format(time.RFC3339), title, c.Slug
	o["headlines"] = []object{{"role": "main", "contentType": "text/plain", "value": title}}
	if by := q.cited(c).Author; by != "" {
		o["by"] = by
	}
	if l := q.sectionLink(c.Section); l.Label != "" {
		o["subjects"] = []object{{"name": l.Label, "rel": "section", "uri": q.uri(l.Href)}}
	}
	if source := webAddress(c.Source); source != "" && q.uri(source) != "" {
		o["infoSources"] = []object{{"role": "source", "uri": q.uri(source)}}
	}
}

// ninjsRights says whose the text is and what may be done with it. The page of
// its reuse says all of it; what holds for mining is in the headers too.
func (q *request) ninjsRights(o object, c store.Card, t rights.Resolved) {
	o["copyrightHolder"], o["copyrightNotice"] = q.holder(t), q.notice(c, t)
	o["usageTerms"] = q.m.T("reuse.reuse."+string(t.Reuse)) + " " + rights.Credit(t.CreditIn(q.tag.Language), q.cited(c))
	o["rightsInfo"] = object{"linkedRights": q.uri(rights.ReusePath(q.tag.Name, c.Slug))}
}

// ninjsText puts the whole text, lead first, as HTML and as words, and gives
// the pictures in it. Words are taken from the HTML, which knows what stands
// in another language and keeps its script.
func (q *request) ninjsText(o object, c store.Card, rev article.Revision) ([]article.Picture, error) {
	doc, err := rev.Doc()
	if err != nil {
		return nil, err
	}
	body := q.absolute(q.script.body(c.Language, doc.HTML()))
	if doc, _, err = article.Parse(body); err != nil {
		return nil, err
	}
	plain := doc.Plain()
	runes := []rune(plain.Text)
	chars, words := 0, 0
	for _, p := range plain.Parts {
		if p.Role != "caption" { // as the standard counts
			part := string(runes[p.Span.Start:p.Span.End])
			chars += utf8.RuneCountInString(part)
			words += len(strings.Fields(part))
		}
	}
	o["bodies"] = []object{
		{"role": "main", "contentType": "text/plain", "value": plain.Text, "charCount": chars, "wordCount": words},
		{"role": "main", "contentType": "text/html", "value": body},
	}
	return doc.Pictures(), nil
}

// ninjsEntities names whom and what the shown statements of a text speak of.
func (q *request) ninjsEntities(o object, c store.Card, rev article.Revision) error {
	statements, err := q.shown(c, rev)
	if err != nil {
		return err
	}
	t, err := q.tell(q.Context(), statements)
	if err != nil {
		return err
	}
	field := map[string]string{read.Person: "people", read.Organization: "organisations", read.Place: "places", read.Group: "subjects"}
	seen := map[int64]bool{}
	for _, st := range t.list {
		for _, r := range st.Refs {
			e, ok := t.wording.entities[r.Entity]
			if !ok || seen[e.ID] || field[e.Kind] == "" {
				continue
			}
			seen[e.ID] = true
			name, _ := t.wording.name(e)
			list, _ := o[field[e.Kind]].([]object)
			o[field[e.Kind]] = append(list, object{"name": name, "uri": q.uri(entityAddress(q.tag, e.Kind, e.ID))})
		}
	}
	return nil
}

// ninjsPictures lists the picture of an article's card and those of its text.
func (q *request) ninjsPictures(c store.Card, in []article.Picture) (out []object) {
	seen := map[string]bool{}
	add := func(address, alt, caption, credit string) {
		uri := q.uri(address)
		if address == "" || uri == "" || seen[uri] {
			return
		}
		seen[uri] = true
		p := object{"uri": uri, "type": "picture", "rel": "picture", "renditions": []object{{"name": "web", "href": uri}}}
		for _, name := range []string{alt, caption, uri[strings.LastIndexByte(uri, '/')+1:], uri} {
			if p["name"] = name; name != "" {
				break
			}
		}
		if credit != "" {
			p["by"] = credit
		}
		if caption != "" {
			p["descriptions"] = []object{{"role": "caption", "contentType": "text/plain", "value": caption}}
		}
		out = append(out, p)
	}
	for _, p := range in { // in the script of the page already
		add(p.Src, p.Alt, p.Caption, p.Credit)
	}
	text := func(s string) string { return q.script.text(c.Language, s) }
	add(c.Image.Address, text(c.Image.Alt), text(c.Image.Caption), text(c.Image.Credit))
	return out
}

// ninjsTranslations lists the same article in the site's other languages.
func (q *request) ninjsTranslations(card store.Card, group []store.Card) (out []object) {
	for _, c := range group {
		if tag, ok := web.TagOf(c.Language); ok && c.ID != card.ID && c.State.Public() && c.Title != "" {
			out = append(out, object{"uri": q.uri(articleAddress(tag, c.Slug)), "type": "text", "rel": "translation", "language": tag.Name, "name": c.Title})
		}
	}
	return out
}

// uri makes an address of this site or another the URI it is, whole and in
// ASCII; empty for what is no web address.
func (q *request) uri(address string) string {
	u, err := url.Parse(q.origin() + "/")
	if err == nil {
		u, err = u.Parse(address)
	}
	if err != nil || u.Host == "" || webAddress(u.String()) == "" {
		return ""
	}
	var out strings.Builder
	for _, c := range []byte(u.String()) {
		if c >= utf8.RuneSelf {
			out.WriteString(url.PathEscape(string([]byte{c})))
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}

// absolute makes the addresses within a text whole ones: it will stand on
// other sites.
func (q *request) absolute(body string) string {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(body))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out.String()
		}
		raw := string(z.Raw())
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
			t, changed := z.Token(), false
			for i, at := range t.Attr {
				if (at.Key == "href" || at.Key == "src") && strings.HasPrefix(at.Val, "/") {
					t.Attr[i].Val, changed = q.uri(at.Val), true
				}
			}
			if changed {
				raw = t.String()
			}
		}
		out.WriteString(raw)
	}
}
