package desk

// writeSamples are the pages for writing with made-up values; the texts say
// so themselves.
var writeSamples = []sample{
	{"desk-articles", "articles", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.articles, ArticlesPage{Base: q.base(q.T("articles.title"), "articles"), Filtered: true, MayWrite: true, Rows: sampleRows(q), Next: "#next",
			Languages: q.languageOptions("kk", nil), States: []Option{{Value: "draft", Label: q.stateName("draft"), Chosen: true}}, Sections: []Option{{Value: "news", Label: "News"}}})
	}},
	{"desk-new", "newarticle", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.newarticle, NewArticlePage{Base: q.base(q.T("new.title"), "articles"), Languages: q.languageOptions("kk", nil), Sections: []Option{{Value: "news", Label: "News"}}})
	}},
	{"desk-edit", "edit", func(d *Desk, a *answer, q *request) error { return show(a, d.views.edit, sampleEdit(q)) }},
	{"desk-edit-rtl", "edit", func(d *Desk, a *answer, q *request) error {
		p := sampleEdit(q)
		p.Lang, p.Dir, p.Autonym, p.Text, p.Lead = "kk-Arab", "rtl", "قازاقشا", "ٷلگى ماقالا", "بۇل – ويدان شىعارىلعان ماتىن."
		p.Body, p.BodyText, p.Source = "<p>بۇل – ويدان شىعارىلعان ماتىن.</p>", "<p>بۇل – ويدان شىعارىلعان ماتىن.</p>", nil
		return show(a, d.views.edit, p)
	}},
	{"desk-merge", "merge", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.merge, MergePage{Base: q.base(q.T("merge.title"), "articles"), Article: "A sample article", Path: "#", Lang: "en", Dir: "ltr", Number: 4, BaseNumber: 3, Clashes: 2,
			Name: "Alia Sample", Kind: q.T("draft.kept"), Pen: "samplepen", By: 1, When: sampleMoment, NewestName: "Boris Sample", NewestWhen: sampleMoment, Mine: samplePassages, Theirs: samplePassages, Same: true, MayDrop: true})
	}},
	{"desk-revisions", "revisions", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.revisions, RevisionsPage{Base: q.base(q.T("revisions.title"), "articles"), Article: "A sample article", Path: "#", Lang: "en", Rows: []RevisionRow{
			{Number: 2, Name: "Alia Sample", When: sampleMoment, Added: 12, Removed: 3, Newest: true}, {Number: 1, Name: "Boris Sample", When: sampleMoment, Added: 120}}})
	}},
	{"desk-compare", "compare", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.compare, ComparePage{Base: q.base(q.T("compare.title", 1, 2), "articles"), Article: "A sample article", Path: "#", Lang: "en", Dir: "ltr", From: 1, To: 2,
			FromWhen: sampleMoment, ToWhen: sampleMoment, FromName: "Boris Sample", ToName: "Alia Sample", Passages: samplePassages, MarkupOnly: true})
	}},
	{"desk-translations", "translations", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.translations, TranslationsPage{Base: q.base(q.T("translations.title"), "translations"), Language: "kk", Autonym: "Қазақша", Languages: q.languageOptions("kk", nil), Outdated: sampleRows(q)[:1], Missing: sampleRows(q)[1:], Next: "#next", MayWrite: true})
	}},
	{"desk-group", "group", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.group, GroupPage{Base: q.base(q.T("group.title"), "articles"), Article: "A sample article", Path: "#", Languages: q.languageOptions("uz", nil), Rows: []GroupRow{
			{ID: 1, Href: "#", Title: "A sample article", Lang: "en", Dir: "ltr", Autonym: "English", State: "published", StateName: q.stateName("published"), Address: "/en/a-sample-article", Number: 3, MayWrite: true, Body: "<p>An invented text.</p>"},
			{ID: 2, Href: "#", Title: "Үлгі мақала", Lang: "kk", Dir: "ltr", Autonym: "Қазақша", State: "draft", StateName: q.stateName("draft"), Address: "/kk/үлгі-мақала", Of: "English", Base: 2, Number: 1, Outdated: true, Body: "<p>Ойдан шығарылған мәтін.</p>"}}})
	}},
	{"desk-preview", "preview", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.preview, PreviewPage{Base: q.base(q.T("preview.title", "A sample article"), "articles"), Article: "A sample article", Path: "#", Lang: "en", Frame: d.assets.Address("mark.svg"), // a frame must show something of ours

			Tags: []Option{{Value: "#kk", Label: "Қазақша", Chosen: true}, {Value: "#kk-Latn", Label: "Qazaqşa"}}, Widths: []Option{{Value: "#phone", Label: q.T("preview.phone"), Chosen: true}, {Value: "#desk", Label: q.T("preview.desktop")}}, Others: []Option{{Value: "#en", Label: "English"}}})
	}},
	{"desk-variant", "variant", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.variant, VariantPage{Base: q.base(q.T("variant.title", "قازاقشا"), "articles"), Article: "Үлгі мақала", Path: "#", Here: "#", Lang: "kk", Dir: "ltr", ToLang: "kk-Arab", ToDir: "rtl", MayAll: true,
			Others: []Option{{Value: "#latn", Label: "Qazaqşa"}, {Value: "#arab", Label: "قازاقشا", Chosen: true}}, Forms: []FormRow{{Word: "ҮЛГІ", Form: "ٷلگى", Name: "Alia Sample", Site: true}}, Pairs: []Pair{{Text: "Үлгі мақала", Made: "ٷلگى ماقالا"}}})
	}},
}

func init() { samples = append(samples, writeSamples...) }

var sampleMoment = Moment{ISO: "2027-03-01T09:00:00Z", Words: "1 March 2027, 09:00"}

var samplePassages = []Passage{{Cut: true}, {Same: "The invented assembly met "}, {Changed: true, Old: "on Monday", New: "on Tuesday"}, {Same: " in Almaty."}, {Changed: true, New: " Nobody spoke."}}

func sampleRows(q *request) []ArticleRow {
	return []ArticleRow{
		{Href: "#1", Title: "A sample article", Lang: "en", Dir: "ltr", Short: "Eng", State: "published", StateName: q.stateName("published"), Section: "News", ISO: sampleMoment.ISO, When: "2027-03-01 09:00",
			Others: []Translation{{Href: "#kk", Short: "Қаз", State: "published", Said: q.T("translation.outdated", "Қазақша"), Outdated: true}, {Href: "#ru", Short: "Рус", Said: q.T("translation.missing", "Русский"), Missing: true}}},
		{Href: "#2", Title: "Үлгі мақала", Lang: "kk", Dir: "ltr", Short: "Қаз", State: "scheduled", StateName: q.stateName("scheduled"), ISO: sampleMoment.ISO, When: "2027-03-01 09:00", Due: sampleMoment,
			Others: []Translation{{Href: "#en", Short: "Eng", State: "draft", Said: q.T("translation.is", "English", q.stateName("draft"))}}},
	}
}

func sampleEdit(q *request) EditPage {
	p := EditPage{Base: q.base("A sample article", "articles"), ID: 1, Path: "#", Base0: 2, Newest: 3, Pen: "samplepen", Lang: "en", Dir: "ltr", Autonym: "English", Text: "A sample article", Lead: "An invented lead.",
		Body: "<p>An invented text with <strong>bold</strong> words.</p>", BodyText: "<p>An invented text with <strong>bold</strong> words.</p>", State: "published", StateName: q.stateName("published"), Public: true, MayPublish: true, Behind: true,
		Slug: "a-sample-article", Address: "/en/a-sample-article", Sections: []Option{{Value: "news", Label: "News", Chosen: true}}, From: q.T("edit.from", "Alia Sample", sampleMoment.Words), Editors: []string{"Boris Sample"}, Dropped: []string{"<script>"},
		Drafts: []DraftRow{{Name: "Boris Sample", Kind: q.T("draft.proposed"), Href: "#", When: sampleMoment}}, Now: "2027-03-01T09:00:00", Zone: "UTC",
		Moves:    []Move{{To: "scheduled", Label: q.T("move.scheduled"), Dated: true}, {To: "published", Label: q.T("move.published"), Chief: true}, {To: "withdrawn", Label: q.T("move.withdrawn"), Note: true}},
		Notes:    []NoteRow{{When: sampleMoment, Name: "Alia Sample", Words: "An invented correction.", Kind: q.T("note.correction")}},
		Variants: []Option{{Value: "#", Label: "Qazaqşa"}}, Others: sampleRows(q)[0].Others,
		Source: &Beside{Href: "#", Title: "Үлгі мақала", Lang: "kk", Dir: "ltr", Autonym: "Қазақша", Body: "<p>Ойдан шығарылған мәтін.</p>", Number: 2, Outdated: true, Changes: samplePassages}}
	return p
}
