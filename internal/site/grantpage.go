package site

import (
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
	"shanyraq/internal/web"
)

// GrantPage verifies a permission by its number, or asks for the number. It
// never shows an e-mail address.
type GrantPage struct {
	web.Base
	Action  string
	Asked   string // the number that was typed
	None    bool   // and is nobody's
	Number  string // empty where only the form is shown
	State   string // rights.Standing, for the style
	Words   string
	Text    web.Link
	Fields  []AskedField
	Why     string
	Wording string
	Terms   string
	Lang    string // of the wording
	Dir     string
}

// grantZone is by whose clock the last day of a grant ends.
var grantZone = time.UTC

// findGrant asks for a number, and leads to its page.
func (s *Site) findGrant(a *web.Answer, q *request) error {
	page := q.grantForm()
	if n := q.URL.Query().Get("number"); n != "" {
		page.Asked = strings.TrimSpace(n)
		_, err := s.store.Grant(q.Context(), rights.Canonical(n))
		if err == nil {
			return seeOther(a, rights.GrantPath(q.tag.Name, rights.Canonical(n)))
		}
		if !fault.Is(err, fault.NotFound) {
			return err
		}
		page.None, page.NoIndex, a.Status = true, true, 404
	}
	page.Data = pageData(page.Base, "WebPage")
	return show(a, q, s.views.grant, page)
}

func (q *request) grantForm() GrantPage {
	return GrantPage{Base: q.base(q.m.T("grant.find"), q.m.T("grant.find.about"), here{}), Action: "/" + q.tag.Name + "/grant"}
}

// grant shows what was granted, to whom, until when, and whether it holds.
func (s *Site) grant(a *web.Answer, q *request) error {
	number := rights.Canonical(q.PathValue("number"))
	g, err := s.store.Grant(q.Context(), number)
	if fault.Is(err, fault.NotFound) {
		page := q.grantForm()
		page.None, page.Asked, page.NoIndex, a.Status = true, q.PathValue("number"), true, 404
		return show(a, q, s.views.grant, page)
	}
	if err != nil {
		return err
	}
	if number != q.PathValue("number") {
		return seeOther(a, rights.GrantPath(q.tag.Name, number))
	}
	card, err := s.store.ArticleByID(q.Context(), g.Article)
	if err != nil {
		return err
	}
	now := s.now()
	a.Private = true // a day goes by without a change of the content
	standing := g.On(now, grantZone)
	page := GrantPage{Base: q.base(q.m.T("grant.title", g.Number), "", here{}), Action: "/" + q.tag.Name + "/grant", Number: g.Number, State: string(standing), Words: q.m.T("grant.standing." + string(standing)), Wording: g.Wording, Terms: g.Terms}
	page.NoIndex = true // to be looked up, not to be found
	page.Text = web.Link{Label: card.Title}
	if t, ok := web.TagOf(card.Language); ok && card.State.Public() {
		page.Text.Href = articleAddress(t, card.Slug)
	}
	if t, ok := web.TagOf(g.Language); ok && t.Name != q.tag.Name {
		page.Lang, page.Dir = t.Name, t.Dir
	}
	until := q.m.T("grant.until.none")
	if g.Until != "" {
		until = q.m.Date(g.Until)
	}
	form := q.m.T("grant.form.written")
	if g.Oral {
		form = q.m.T("grant.form.oral", q.m.Date(g.Said))
	}
	page.Fields = []AskedField{{q.m.T("grant.to"), g.To}, {q.m.T("grant.until"), until}, {q.m.T("grant.by"), g.Giver}, {q.m.T("grant.given"), q.day(g.Granted)}, {q.m.T("grant.form"), form}}
	if standing == rights.TakenBack {
		page.Fields = append(page.Fields, AskedField{q.m.T("grant.revoked"), q.day(g.Revoked)})
		page.Why = g.Why
	}
	return show(a, q, s.views.grant, page)
}
