package desk

import (
	"net/http"
	"strconv"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// Previewer gives the public page of a text that is not public yet, in a
// language or script. The site's door gives it; doors do not know each other.
type Previewer func(r *http.Request, tag string, c store.Card, rev article.Revision) ([]byte, error)

// previewed is what a preview shows: the newest revision, another one
// (?number=) or an unsaved text (?pen=, ?by=).
func (q *request) previewed(c store.Card) (rev article.Revision, query string, err error) {
	in := q.URL.Query()
	switch {
	case in.Has("pen"):
		draft, err := q.draftOf(c.ID)
		if err != nil {
			return rev, "", err
		}
		doc, _, err := article.Parse(draft.Body)
		if err != nil {
			return rev, "", err
		}
		return article.NewRevision(draft.Title, draft.Lead, doc, draft.Name, draft.Saved), "&pen=" + draft.Pen + "&by=" + number(draft.Person), nil
	case in.Has("number"):
		n, err := strconv.Atoi(in.Get("number"))
		if err != nil {
			return rev, "", fault.New(fault.NotFound, "there is no such revision")
		}
		rev, err = q.desk.revision(q.Context(), c.ID, n)
		return rev, "&number=" + strconv.Itoa(n), err
	}
	rev, err = q.desk.store.Revision(q.Context(), c.Revision)
	return rev, "", err
}

// preview shows the public page in a frame, as wide as a phone or a desk, in
// each script of its language.
func (d *Desk) preview(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	if _, _, err := q.previewed(c); err != nil {
		return err
	}
	_, query, _ := q.previewed(c)
	tag := q.URL.Query().Get("tag")
	if t := languageTag(tag); t.Language != c.Language {
		tag = c.Language
	}
	wide := q.URL.Query().Get("wide")
	page := PreviewPage{Base: q.base(q.T("preview.title", c.Title), "articles"), Article: c.Title, Path: articlePath(c.ID, ""), Lang: languageTag(c.Language).Name, Wide: wide == "1",
		Frame: articlePath(c.ID, "page?tag="+tag+query)}
	at := func(tag, wide string) string { return articlePath(c.ID, "preview?tag="+tag+query+"&wide="+wide) }
	for _, t := range append([]web.Tag{languageTag(c.Language)}, variants(c.Language)...) {
		page.Tags = append(page.Tags, Option{Value: at(t.Name, wide), Label: t.Autonym, Chosen: t.Name == tag})
	}
	page.Widths = []Option{{Value: at(tag, "0"), Label: q.T("preview.phone"), Chosen: wide != "1"}, {Value: at(tag, "1"), Label: q.T("preview.desktop"), Chosen: wide == "1"}}
	standings, err := d.store.Standings(q.Context(), []int64{c.Group})
	if err != nil {
		return err
	}
	for _, s := range standings[c.Group] {
		if s.Article != c.ID {
			page.Others = append(page.Others, Option{Value: articlePath(s.Article, "preview"), Label: languageTag(s.Language).Autonym})
		}
	}
	return show(a, d.views.preview, page)
}

// framePolicy lets the desk, and nobody else, show the public page in a frame.
const framePolicy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

// page is what stands in the frame. Only who may write on the article gets it.
func (d *Desk) page(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	rev, _, err := q.previewed(c)
	if err != nil {
		return err
	}
	if d.cfg.Preview == nil {
		return fault.New(fault.Unavailable, "this desk stands without its site").Hint("start it with `shanyraq serve`")
	}
	tag := q.URL.Query().Get("tag")
	if t := languageTag(tag); t.Language != c.Language {
		tag = c.Language
	}
	c.Title, c.Lead = rev.Title, rev.Lead
	body, err := d.cfg.Preview(q.Request, tag, c, rev)
	if err != nil {
		return err
	}
	a.header.Set("Content-Security-Policy", framePolicy)
	a.body.Write(body)
	return nil
}
