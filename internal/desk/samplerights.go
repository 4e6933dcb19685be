package desk

import (
	"shanyraq/internal/rights"
	"shanyraq/internal/web"
)

// Samples of the rights desk. Sara Asker is invented.
var rightsSamples = []sample{
	{"desk-rights", "rights", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.rights, RightsPage{Base: q.base(q.T("rights.requests"), "rights"), Tabs: q.rightsTabs(""), More: "#",
			Filter: []web.Link{{Href: "#", Label: q.T("rights.state.waiting") + " · 2", Current: "true"}, {Href: "#", Label: q.T("rights.state.granted") + " · 17"}},
			Rows:   []RequestRow{{Href: "#", Asker: "Sara Asker (invented)", Text: "A protocol on border crossings", Where: "The Sample Reader, no. 7", State: "waiting", StateWords: q.T("rights.state.waiting"), Day: q.m.Date("2026-01-02")}}})
	}},
	{"desk-rights-empty", "rights", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.rights, RightsPage{Base: q.base(q.T("rights.requests"), "rights"), Tabs: q.rightsTabs("")})
	}},
	{"desk-request", "request", func(d *Desk, a *answer, q *request) error {
		page := RequestPage{Base: q.base("Sara Asker (invented)", "rights"), Tabs: q.rightsTabs(""), State: "waiting", StateWords: q.T("rights.state.waiting"), Text: web.Link{Href: "#", Label: "A protocol on border crossings"}, TermsHref: "#", Email: "sara@example.org",
			Fields: []Line{{q.T("rights.field.purpose"), "To print it once.\nAll of it."}, {q.T("rights.field.where"), "The Sample Reader, no. 7"}, {q.T("rights.field.money"), q.T("rights.no")}},
			Talk:   []Said{{"Alia Sample", q.m.Date("2026-01-02"), "How many copies?", true}, {"Sara Asker", q.m.Date("2026-01-03"), "Three hundred.", false}}, Lang: "kk", Dir: "ltr", Wording: q.inLanguage("kk", "rights.wording", "The Sample Reader"), Giver: "Alia Sample",
			Earlier: []RequestRow{{Href: "#", Text: "Another text", StateWords: q.T("rights.state.granted"), Day: q.m.Date("2025-06-01")}}, Today: "2026-01-04", CanAnswer: true, CanGrant: true}
		for _, key := range reasons {
			page.Reasons = append(page.Reasons, q.inLanguage("kk", key))
		}
		return show(a, d.views.request, page)
	}},
	{"desk-letter", "letter", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.letter, LetterPage{Base: q.base(q.T("rights.letter.granted"), "rights"), Tabs: q.rightsTabs(""), Back: "#", Action: "#", Hidden: []Line{{"act", "grant"}}, Facts: []Line{{q.T("rights.field.name"), "Sara Asker (invented)"}}, To: "sara@example.org",
			Subject: "Рұқсат {number}", Letter: "Сәлеметсіз бе!\n\n{page}\n", Lang: "kk", Dir: "ltr", Send: q.T("rights.send.granted")})
	}},
	{"desk-grants", "grants", func(d *Desk, a *answer, q *request) error {
		rows := []GrantRow{{ID: 1, Number: "2026-17-7F3K", Page: "#", To: "Sara Asker (invented)", Text: "A protocol on border crossings", Until: "31.12.2026", Form: q.T("rights.written"), Standing: string(rights.InForce), StateWords: q.T("rights.standing.in-force"), Reminder: q.m.Date("2026-12-17"), CanRevoke: true},
			{ID: 2, Number: "2025-3-0M4T", Page: "#", To: "The Sample Reader", Text: "Another text", Form: q.T("rights.oral.by", "Alia Sample", "01.06.2025"), Standing: string(rights.TakenBack), StateWords: q.T("rights.standing.revoked")}}
		return show(a, d.views.grants, GrantsPage{Base: q.base(q.T("rights.grants"), "rights"), Tabs: q.rightsTabs("grants"), Soon: rows[:1], Rows: rows, Today: "2026-01-04", Giver: "Alia Sample"})
	}},
	{"desk-terms", "terms", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.terms, TermsPage{Base: q.base(q.T("rights.terms"), "rights"), Tabs: q.rightsTabs("terms"), Places: []TermsPlace{{"#", q.T("rights.place.site"), q.T("rights.reuse") + ": " + q.T("rights.rule.yes"), "Alia Sample"}, {"#", q.T("rights.place.section", "News"), q.T("rights.inherits"), ""}}})
	}},
	{"desk-terms-edit", "terms", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.terms, TermsPage{Base: q.base(q.T("rights.place.section", "News"), "rights"), Tabs: q.rightsTabs("terms"), Place: "section/news", Above: rights.Contact{Email: "rights@example.org"},
			Rules:   []RuleChoice{{"reuse", q.T("rights.reuse"), q.T("rights.rule.inherited", q.T("rights.rule.yes")), []Option{{"yes", q.T("rights.rule.yes"), false}, {"ask", q.T("rights.rule.ask"), true}}}},
			Words:   []WordsChoice{{"credit", q.T("rights.credit"), q.T("rights.credit.hint"), false, []WordsLine{{"credit.en", "en", "ltr", "English", "", "“{title}”. {site}"}}}, {"notes", q.T("rights.notes"), q.T("rights.notes.hint"), true, []WordsLine{{"notes.kk", "kk", "ltr", "Қазақша", "Үлгі", ""}}}},
			Changes: []Line{{q.m.Date("2026-01-02"), "Alia Sample"}}})
	}},
	{"desk-sightings", "sightings", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.sightings, SightingsPage{Base: q.base(q.T("rights.sightings"), "rights"), Tabs: q.rightsTabs("sightings"), Rows: []SightingRow{
			{ID: 1, Address: "https://copy.example/a", Host: "copy.example", Text: "A protocol on border crossings", TextHref: "#", Found: string(rights.NotLinked), Words: q.T("rights.found.none"), Note: "The whole text", Seen: q.m.Date("2026-01-02"), Checked: q.m.Date("2026-01-02")},
			{ID: 2, Address: "https://other.example/a", Host: "other.example", Text: "Another text", Found: string(rights.Linked), Words: q.T("rights.found.linked"), Seen: q.m.Date("2025-06-01"), Checked: q.m.Date("2025-06-01"), Settled: true}}})
	}},
}
