package site

import (
	"shanyraq/internal/rights"
	"shanyraq/internal/web"
)

// Samples of the pages about reuse.

func (q *request) sampleTerms() TermsBlock {
	w := q.wordsFor()
	t := rights.Resolve(rights.Placed{Place: rights.Site, Terms: rights.Terms{Reuse: rights.Ask, Commercial: rights.No, Mining: rights.Ask, Link: rights.Yes,
		By: map[string]string{q.tag.Language: w.name}, Contact: rights.Contact{Email: "rights@example.org", Phone: "+7 7172 00-00-00"}}})
	b := q.inWords(t)
	b.Notes = []string{w.lead}
	return b
}

func sampleReuse(a *web.Answer, q *request, form bool) error {
	w := q.wordsFor()
	c := rights.Cited{Title: w.title, Site: q.site.name(q.tag), Day: q.m.Date("2017-11-10"), Address: "https://example.org/" + q.tag.Name + "/sample", Lang: q.tag.Name, Dir: q.tag.Dir}
	wording := rights.Resolve().CreditIn(q.tag.Language)
	page := ReusePage{Base: q.base(q.m.T("reuse.title"), "", here{}), Text: web.Link{Href: "#", Label: w.title}, Terms: q.sampleTerms(),
		Plain: rights.CreditPlain(wording, c), HTML: rights.CreditHTML(wording, c), Credit: rights.Credit(wording, c)}
	if form {
		page.Form = &AskForm{About: q.m.T("reuse.ask.about"), Token: "sample", Today: "2026-01-01", Flaws: map[string]string{"": q.m.T("reuse.flaws")}}
		for _, f := range []AskField{{Name: "name", Value: w.person, Type: "text", Complete: "name", Must: true}, {Name: "email", Value: "nobody", Flaw: q.m.T("reuse.flaw.email"), Type: "email", Complete: "email", Must: true},
			{Name: "purpose", Hint: q.m.T("reuse.purpose.hint"), Must: true, Long: true}, {Name: "until", Hint: q.m.T("reuse.until.hint"), Type: "date"}} {
			f.Label = q.m.T("reuse." + f.Name)
			page.Form.Fields = append(page.Form.Fields, f)
		}
	}
	return show(a, q, q.site.views.reuse, page)
}

func sampleAsked(a *web.Answer, q *request, state rights.State) error {
	w := q.wordsFor()
	page := AskedPage{Base: q.base(q.m.T("asked.title"), "", here{}), Text: web.Link{Href: "#", Label: w.title}, State: string(state), Words: q.m.T("asked.state." + string(state)), About: q.m.T("asked.about." + string(state)),
		Fields: []AskedField{{q.m.T("reuse.name"), w.person}, {q.m.T("reuse.purpose"), w.lead}, {q.m.T("reuse.until"), q.m.Date("2027-01-01")}}}
	switch state {
	case rights.Unverified:
		page.CanConfirm, page.CanWithdraw = true, true
	case rights.Waiting:
		page.CanAnswer, page.CanWithdraw = true, true
		page.Talk = []TalkLine{{w.name, q.m.Date("2026-01-02"), w.rest, true}, {q.m.T("asked.you"), q.m.Date("2026-01-03"), w.lead, false}}
	case rights.Granted:
		page.Grant = web.Link{Href: "#", Label: q.m.T("grant.title", "2026-17-7F3K")}
	}
	return show(a, q, q.site.views.asked, page)
}

func sampleGrant(a *web.Answer, q *request, standing rights.Standing) error {
	w := q.wordsFor()
	page := q.grantForm()
	page.Title = q.m.T("grant.title", "2026-17-7F3K")
	page.Number, page.State, page.Words, page.Text, page.Wording = "2026-17-7F3K", string(standing), q.m.T("grant.standing."+string(standing)), web.Link{Href: "#", Label: w.title}, w.lead
	page.Fields = []AskedField{{q.m.T("grant.to"), w.person}, {q.m.T("grant.until"), q.m.Date("2027-01-01")}, {q.m.T("grant.by"), w.name}, {q.m.T("grant.given"), q.m.Date("2026-01-03")}, {q.m.T("grant.form"), q.m.T("grant.form.oral", q.m.Date("2026-01-02"))}}
	if standing == rights.TakenBack {
		page.Why = w.rest
	}
	return show(a, q, q.site.views.grant, page)
}

var rightsSamples = []sample{
	{"reuse", "reuse", func(a *web.Answer, q *request) error { return sampleReuse(a, q, false) }},
	{"reuse", "reuse-ask", func(a *web.Answer, q *request) error { return sampleReuse(a, q, true) }},
	{"asked", "asked-unverified", func(a *web.Answer, q *request) error { return sampleAsked(a, q, rights.Unverified) }},
	{"asked", "asked-waiting", func(a *web.Answer, q *request) error { return sampleAsked(a, q, rights.Waiting) }},
	{"asked", "asked-granted", func(a *web.Answer, q *request) error { return sampleAsked(a, q, rights.Granted) }},
	{"grant", "grant", func(a *web.Answer, q *request) error { return sampleGrant(a, q, rights.InForce) }},
	{"grant", "grant-revoked", func(a *web.Answer, q *request) error { return sampleGrant(a, q, rights.TakenBack) }},
	{"grant", "grant-none", func(a *web.Answer, q *request) error {
		page := q.grantForm()
		page.None, page.Asked = true, "2026-1-AAAA"
		return show(a, q, q.site.views.grant, page)
	}},
	{"terms", "terms", func(a *web.Answer, q *request) error {
		return show(a, q, q.site.views.terms, TermsPage{Base: q.base(q.m.T("terms.title"), "", here{}), General: []string{q.m.T("terms.1"), q.m.T("terms.2")}, Terms: q.sampleTerms(), Find: "#",
			Sections: []SectionTerms{{web.Link{Href: "#", Label: q.wordsFor().section}, q.sampleTerms()}}, Machines: []web.Link{{Href: "#", Label: "RSL 1.0", Type: rights.RSLType}, {Href: "#", Label: "ODRL", Type: policyType}}})
	}},
}
