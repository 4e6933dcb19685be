package site

import (
	"html/template"
	"slices"

	"shanyraq/internal/web"
)

// The sample values of every page, for the storybook and for the test that
// renders each page. The persons are invented and say so; the words are few,
// because a sample shows a form and not a story.

// sample is one page with sample values.
type sample struct {
	page string // the page's folder
	name string // what this sample shows
	show func(a *web.Answer, q *request) error
}

// words of the samples, by language: title, lead, sentence, section, place,
// person, instrument.
type sampleWords struct{ title, lead, sentence, rest, section, country, neighbour, person, instrument, name string }

var sampleText = map[string]sampleWords{
	"en": {"A protocol on border crossings was signed in Astana", "Two neighbours agreed on how people and goods cross their border.",
		"Kazakhstan and Uzbekistan signed a protocol on border crossings in 2017.", "It names three crossing points and the hours at which they are open.", "News",
		"Kazakhstan", "Uzbekistan", "Aigul Sample (invented)", "protocol on border crossings", "Sample Assembly"},
	"ru": {"В Астане подписан протокол о пунктах пропуска", "Два соседа договорились о том, как люди и грузы пересекают границу.",
		"В 2017 году Казахстан и Узбекистан подписали протокол о пунктах пропуска.", "В нём названы три пункта пропуска и часы их работы.", "Новости",
		"Казахстан", "Узбекистан", "Айгуль Образцова (вымышлена)", "протокол о пунктах пропуска", "Ассамблея-образец"},
	"kk": {"Астанада өткізу бекеттері туралы хаттамаға қол қойылды", "Екі көрші адамдар мен жүктердің шекарадан қалай өтетінін келісті.",
		"2017 жылы Қазақстан мен Өзбекстан өткізу бекеттері туралы хаттамаға қол қойды.", "Онда үш өткізу бекеті мен олардың жұмыс уақыты аталған.", "Жаңалықтар",
		"Қазақстан", "Өзбекстан", "Айгүл Үлгіұлы (ойдан шығарылған)", "өткізу бекеттері туралы хаттама", "Үлгі Ассамблеясы"},
}

// wordsFor gives the sample words in the page's script.
func (q *request) wordsFor() sampleWords {
	w, ok := sampleText[q.tag.Language]
	if !ok {
		w = sampleText["en"]
		return w
	}
	for _, s := range []*string{&w.title, &w.lead, &w.sentence, &w.rest, &w.section, &w.country, &w.neighbour, &w.person, &w.instrument, &w.name} {
		*s = q.script.text(q.tag.Language, *s)
	}
	return w
}

func (q *request) sampleCards(n int) []Card {
	w := q.wordsFor()
	out := make([]Card, n)
	for i := range out {
		out[i] = Card{Href: "#", Title: w.title, Lead: w.lead, Section: web.Link{Href: "#", Label: w.section}, Day: q.m.Date("2017-11-10"), ISODay: "2017-11-10"}
	}
	return out
}

// sampleEntries shows a fact of every kind; the last is in another language
// than the page.
func (q *request) sampleEntries() []Entry {
	w := q.wordsFor()
	link := func(s string) template.HTML {
		return template.HTML(`<a href="#"><bdi>` + template.HTMLEscapeString(s) + `</bdi></a>`)
	}
	text := func(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) }
	facts := []Fact{
		{Kind: "agreement", Label: q.m.T("fact.agreement.signed"), Words: text(w.instrument) + dot + link(w.country) + ", " + link(w.neighbour), Day: q.m.Date("2017")},
		{Kind: "event", Label: q.m.T("fact.event.meeting"), Words: link(w.country) + ", " + link(w.neighbour), Day: q.m.Date("2017-11-10"), Machine: true},
		{Kind: "figure", Label: q.m.T("fact.figure"), Words: "<b>" + text(q.m.T("figure.about", q.m.Number(290000))) + "</b>" + dot + link(w.country), Day: q.m.Date("2021"),
			Verdict: &Verdict{Class: "good", Words: q.m.T("verdict.rounding"), Observed: "290,000 (census, 2021)", Arithmetic: "290000 rounds to 290000"}},
		{Kind: "figure", Label: q.m.T("fact.figure"), Words: "<b>" + text(q.m.T("unit.percent", q.m.Number(12.5))) + "</b>" + dot + text(q.m.T("figure.rise")), Day: q.m.Date("2019/2021"),
			Verdict: &Verdict{Class: "warn", Words: q.m.T("verdict.inconsistent"), Observed: "9.8 % (census, 2021)", Arithmetic: "12.5 − 9.8 = 2.7"}},
		{Kind: "office", Label: q.m.T("fact.office"), Words: link(w.person) + dot + link(w.name), Day: q.m.Date("2019-23")},
		{Kind: "quote", Label: q.m.T("fact.quote"), Words: link(w.person) + dot + `<q>` + text(w.rest) + `</q>`, Day: q.m.Date("2017-11")},
	}
	var out []Entry
	for i, f := range facts {
		f.ID, f.Anchor = int64(i+1), "#"
		e := Entry{Fact: f, Quote: w.sentence, Article: web.Link{Href: "#", Label: w.title}, Published: q.m.Date("2017-11-10")}
		if f.Machine {
			e.Note = q.m.T("fact.machine")
		}
		if i == len(facts)-1 {
			other, name := sampleText["ru"], "ru"
			if q.tag.Language == "ru" {
				other, name = sampleText["kk"], "kk"
			}
			e.Quote, e.Lang, e.Dir, e.Article.Label = other.sentence, name, "ltr", other.title
		}
		out = append(out, e)
	}
	return out
}

// samples are all there are; every page folder has one at least.
var samples = slices.Concat(pageSamples, rightsSamples, letterSamples)

var pageSamples = []sample{
	{"front", "front", func(a *web.Answer, q *request) error {
		cards, w := q.sampleCards(6), q.wordsFor()
		cards[3].Lead, cards[4].Lead = "", ""
		return show(a, q, q.site.views.front, FrontPage{Base: q.base("", q.m.T("front.description"), here{place: "front"}), Lead: &cards[0], Second: cards[1:3], Latest: cards[1:5], Facts: q.sampleEntries()[:5],
			RecordHref: "#", Sections: []SectionBlock{{ID: "s1", Name: w.section, Href: "#", Cards: cards[:4]}}})
	}},
	{"front", "front-empty", func(a *web.Answer, q *request) error {
		return show(a, q, q.site.views.front, FrontPage{Base: q.base("", "", here{place: "front"})})
	}},
	{"section", "section", func(a *web.Answer, q *request) error {
		w := q.wordsFor()
		return show(a, q, q.site.views.section, SectionPage{Base: q.base(w.section, "", here{place: "news"}), Below: []web.Link{{Href: "#", Label: w.section}}, Cards: q.sampleCards(7),
			Pager: Pager{Previous: "#", Next: "#", PreviousWords: q.m.T("pager.first"), NextWords: q.m.T("pager.older")}})
	}},
	{"article", "article", sampleArticle},
	{"search", "search", func(a *web.Answer, q *request) error {
		w := q.wordsFor()
		page := SearchPage{Base: q.base(q.m.T("search.title"), "", here{place: "search"}), Action: "#", Query: w.country, Asked: true, Narrow: narrow{}.form(q), Found: q.m.T("search.found", 2), Note: q.m.T("search.any"),
			Entities: []Named{{Href: "#", Name: w.country, Also: q.m.T("entity.place")}}, Pager: Pager{Next: "#", NextWords: q.m.T("pager.more"), Words: q.m.T("pager.page", 1)}}
		for _, c := range q.sampleCards(2) {
			page.Hits = append(page.Hits, Hit{Card: c, Snippet: template.HTML("… <mark>" + template.HTMLEscapeString(w.country) + "</mark> " + template.HTMLEscapeString(w.rest))})
		}
		return show(a, q, q.site.views.search, page)
	}},
	{"search", "search-nothing", func(a *web.Answer, q *request) error {
		return show(a, q, q.site.views.search, SearchPage{Base: q.base(q.m.T("search.title"), "", here{place: "search"}), Action: "#", Query: "<b>", Asked: true, Narrow: narrow{}.form(q), Narrowed: true, Found: q.m.T("search.none", "<b>"),
			Try: []web.Link{{Label: q.m.T("search.try.fewer")}, {Label: q.m.T("search.try.all"), Href: "#"}}})
	}},
	{"record", "record", func(a *web.Answer, q *request) error {
		page := RecordPage{Base: q.base(q.m.T("record.title"), "", here{place: "record"}), CoverageHref: "#", Latest: q.sampleEntries(), Pictures: []web.Link{{Href: "#", Label: q.m.T("map.title")}, {Href: "#", Label: q.m.T("network.title")}}}
		for _, r := range registers {
			page.Registers = append(page.Registers, RegisterLink{Href: "#", Name: q.m.T("register." + r.name), About: q.m.T("register." + r.name + ".about"), Count: q.m.Int(1204)})
		}
		return show(a, q, q.site.views.record, page)
	}},
	{"register", "register-figures", func(a *web.Answer, q *request) error {
		reg, _ := findRegister("figures")
		page := q.registerPage(reg, true)
		any := Choice{Label: q.m.T("register.any")}
		page.Filters = []Filter{{Name: "verdict", Label: q.m.T("register.verdict"), Choices: []Choice{any, {Value: "consistent", Label: q.m.T("verdict.consistent"), Chosen: true}}},
			{Name: "from", Label: q.m.T("register.from"), Value: "2011", Narrow: true, Numeric: true}, {Name: "to", Label: q.m.T("register.to"), Narrow: true, Numeric: true}}
		page.Entries, page.Found, page.Clear = q.sampleEntries(), q.m.T("register.found", 6), "#"
		page.Pager.Next = "#"
		return show(a, q, q.site.views.register, page)
	}},
	{"register", "register-people", func(a *web.Answer, q *request) error {
		reg, _ := findRegister("people")
		page := q.registerPage(reg, false)
		page.Filters = []Filter{{Name: "name", Label: q.m.T("register.name"), Value: q.wordsFor().person}}
		page.Entities = []Named{{Href: "#", Name: q.wordsFor().person, Count: 12}, {Href: "#", Name: "Example Person (invented)", Lang: "en", Also: q.wordsFor().name, Count: 3}}
		page.Found = q.m.T("register.found", 2)
		return show(a, q, q.site.views.register, page)
	}},
	{"register", "register-empty", func(a *web.Answer, q *request) error {
		reg, _ := findRegister("agreements")
		page := q.registerPage(reg, false)
		page.Found = q.m.T("register.found", 0)
		return show(a, q, q.site.views.register, page)
	}},
	{"entity", "entity", func(a *web.Answer, q *request) error {
		w, es := q.wordsFor(), q.sampleEntries()
		return show(a, q, q.site.views.entity, EntityPage{Base: q.base(w.country, "", here{place: "record"}), Kind: q.m.T("entity.place"), RegisterHref: "#", Found: q.m.T("entity.found", 6),
			Names: []Named{{Name: "Kazakhstan", Lang: "en"}, {Name: "Қазақстан", Lang: "kk"}}, Years: []YearBlock{{"y2017", "2017", es[:3]}, {"y2019", "2019", es[3:]}}, Drawings: q.sampleDrawings(),
			Side: []SideBlock{{ID: "names", Name: q.m.T("entity.formernames"), Head: []string{q.m.T("entity.column.name"), q.m.T("entity.column.years")}, Rows: [][]string{{w.country, q.m.Date("1991/..")}}},
				{ID: "with", Name: q.m.T("entity.with"), Entities: []Named{{Href: "#", Name: w.neighbour, Count: 4}, {Href: "#", Name: "Example Body", Lang: "en", Count: 1}}}},
			Pager: Pager{Next: "#", NextWords: q.m.T("pager.newer")}, Downloads: []web.Link{{Href: "#", Label: "JSON", Type: "application/json"}, {Href: "#", Label: "CSV", Type: "text/csv"}}})
	}},
	{"coverage", "coverage", func(a *web.Answer, q *request) error {
		return show(a, q, q.site.views.coverage, CoveragePage{Base: q.base(q.m.T("coverage.title"), "", here{place: "record"}), RecordHref: "#",
			Tables: []SideBlock{{ID: "languages", Name: q.m.T("coverage.languages"), Head: []string{q.m.T("coverage.column.language"), q.m.T("coverage.column.articles")}, Rows: [][]string{{q.tag.Autonym, "1204"}}}}})
	}},
	{"pair", "pair", samplePair},
	{"statement", "statement", sampleStatement},
	{"series", "series", sampleSeries},
	{"picture", "map", sampleMap},
	{"picture", "network", sampleNetwork},
	{"text", "about", func(a *web.Answer, q *request) error { return q.site.about(a, q) }},
	{"missing", "missing", func(a *web.Answer, q *request) error {
		w := q.wordsFor()
		return show(a, q, q.site.views.missing, MissingPage{Base: q.base(q.m.T("missing.title"), "", here{elsewhere: frontAddress}), What: q.m.T("missing.language", q.tag.Autonym), OfferWords: q.m.T("missing.offer"),
			SearchHref: "#", Offers: []Offer{{Href: "#", Title: sampleText["en"].title, Lang: "en", Dir: "ltr", In: "English"}, {Href: "#", Title: w.title}}})
	}},
	{"missing", "failed", func(a *web.Answer, q *request) error {
		return show(a, q, q.site.views.missing, MissingPage{Base: q.base(q.m.T("missing.internal"), "", here{elsewhere: frontAddress}), What: q.m.T("missing.internal.what"), SearchHref: "#"})
	}},
}

func sampleArticle(a *web.Answer, q *request) error {
	w, es := q.wordsFor(), q.sampleEntries()
	text := template.HTMLEscapeString
	body := `<p class="lead">` + text(w.lead) + `</p><p><mark id="s1" class="g1">` + text(w.sentence) + `</mark><a class="ref" href="#g1" aria-label="` + text(q.m.T("article.mark", 1)) + `"></a> ` + text(w.rest) + `</p>` +
		`<h2>` + text(w.section) + `</h2><p>` + text(w.rest) + ` <mark id="s2" class="g2">` + text(w.rest) + `</mark><a class="ref" href="#g2" aria-label="` + text(q.m.T("article.mark", 2)) + `"></a></p>` +
		`<blockquote><p>` + text(w.rest) + `</p></blockquote><ul><li>` + text(w.lead) + `</li><li>` + text(w.rest) + `</li></ul>` +
		`<figure><a class="picture" href="#">` + text(w.lead) + `</a><figcaption>` + text(w.lead) + `</figcaption></figure>`
	page := ArticlePage{
		Base: q.base(w.title, w.lead, here{place: "news"}), Section: web.Link{Href: "#", Label: w.section}, Day: q.m.Date("2017-11-10"), ISODay: "2017-11-10", Corrected: true,
		Body: template.HTML(body), FactCount: 6, MachineNote: q.m.T("article.machine"), Source: "https://example.org/news/1", ReuseHref: "#", Related: q.sampleCards(3),
		Groups: []FactGroup{{N: 1, Anchor: "#s1"}, {N: 2, Anchor: "#s2"}},
	}
	page.Made, _ = madeWith(q.tag, q.tag.Language)
	for i, e := range es {
		page.Groups[i/3].Facts = append(page.Groups[i/3].Facts, e.Fact)
	}
	return show(a, q, q.site.views.article, page)
}
