package desk

// siteSamples show the pages of the site itself with values made up for them.
var siteSamples = []sample{
	{"desk-site", "site", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.site, SitePage{Base: q.base(q.T("site.title"), "site"), Names: nameFields(sampleNames), Fixed: true, Zone: "Asia/Almaty", Zones: zones,
			Now: Moment{ISO: sampleDay.Format("2006-01-02T15:04:05Z07:00"), Words: q.moment(sampleDay)}, FlagContact: "mailto:security@example.org", Sections: []SectionRow{
				{Path: "news", Href: "#", Name: q.T("audience.sections"), Articles: q.T("site.section.articles", 1204), First: true},
				{Path: "news/саммиттер-мен-кездесулердің-ұзақ-мекенжайы", Href: "#", Name: "Саммиттер мен кездесулер", Level: 1, First: true, Last: true},
				{Path: "culture", Href: "#", Name: "Мәдениет", Last: true}},
			Alphabets: []AlphabetChoice{{Field: "alphabet-kk-Latn", Name: "Qazaqşa", Lang: "kk-Latn", Options: []Option{{"2021", "2021 · Qazaqşa", true}, {"2018", "2018 · Qazaqsha", false}}}}})
	}},
	{"desk-site-new", "site", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.site, SitePage{Base: q.base(q.T("site.title"), "site"), Names: nameFields(nil), Zones: zones, Now: Moment{ISO: sampleDay.Format("2006-01-02T15:04:05Z07:00"), Words: q.moment(sampleDay)}})
	}},
	{"desk-section", "section", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.section, SectionPage{Base: q.base("Мәдениет", "site"), Path: "culture", Step: "culture", Names: nameFields(sampleNames), Articles: q.T("site.section.articles", 3),
			Parents: []Option{{"news", "News", false}}, Others: []Option{{"news", "News", false}}})
	}},
	{"desk-section-new", "section", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.section, SectionPage{Base: q.base(q.T("site.section.new"), "site"), Names: nameFields(nil)})
	}},
}

var sampleNames = map[string]string{"en": "Sample Assembly", "ru": "Ассамблея-образец", "kk": "Үлгі Ассамблеясы"}
