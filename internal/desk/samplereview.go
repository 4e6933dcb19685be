package desk

import (
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// The samples of review. The people in them are invented.

const sampleText = "Aigerim Sample, chair of the Sample Assembly, met Uzbek delegates in Tashkent on 10 November 2017.\nThe sides signed a protocol on border crossings. About 290,000 Uyghurs live in Kazakhstan."

const sampleArabic = "بۇل ٴۇلگى ٴماتىن.\nەكىنشى سويلەم وسىندا."

func sampleReview(d *Desk, a *answer, q *request) error {
	page := ReviewPage{Base: q.base(q.T("review.title"), "review"), Articles: 2, Statements: 19, StartHref: Prefix + "review/next", More: Prefix + "review?after=1.2",
		Filters: []ReviewFilter{{"language", q.T("review.filter.language"), []Choice{{"", q.T("review.all") + " (2)", true}, {"en", "English (1)", false}}}},
		Rows: []ReviewRow{
			{Href: reviewHref(1), Title: "Protocol on border crossings signed", Lang: "en", Dir: "ltr", About: "English · News · " + q.m.Date("2017-11-11"), Kinds: []string{q.T("review.kind.agreement") + " 3", q.T("review.kind.figure") + " 9"}, Waiting: 12, Busy: "Жанар Үлгі"},
			{Href: reviewHref(2), Title: "بۇل ٴۇلگى ٴماتىن", Lang: "kk-Arab", Dir: "rtl", About: "قازاقشا · " + q.T("review.unpublished"), Kinds: []string{q.T("review.kind.quote") + " 7"}, Waiting: 7}}}
	return show(a, d.views.review, page)
}

// sampleStatements are what is read of sampleText, in each rank.
func (q *request) sampleStatements() ([]store.Statement, told) {
	n := 290000.0
	span := func(from, to int) value.Span { return value.Span{Start: from, End: to} }
	all := []store.Statement{
		{Statement: record.Statement{ID: 1, Article: 1, Evidence: span(0, 98), Rank: record.Suggested, Refs: []record.Ref{{Role: record.RolePerson, Entity: 1}, {Role: record.RoleOrganization, Entity: 2}},
			Said: read.Statement{Kind: read.Office, Title: "chair", Rule: "office.apposition", Confidence: 0.78}}},
		{Statement: record.Statement{ID: 2, Article: 1, Evidence: span(0, 98), Rank: record.Preferred, Refs: []record.Ref{{Role: record.RolePlace, Entity: 3}},
			Said: read.Statement{Kind: read.Event, Event: "meeting", Date: "2017-11-10", Rule: "event.met", Confidence: 0.99}}},
		{Statement: record.Statement{ID: 3, Article: 1, Evidence: span(99, 147), Rank: record.Deprecated, Reason: q.T("review.reason.planned"),
			Said: read.Statement{Kind: read.Agreement, Instrument: "protocol on border crossings", Status: "signed", Rule: "agreement.active", Confidence: 0.86}}},
		{Statement: record.Statement{ID: 4, Article: 1, Evidence: span(148, 190), Rank: record.Suggested,
			Said: read.Statement{Kind: read.Figure, Value: &n, Qualifier: "about", Unit: "person", Counted: "Uyghurs", Rule: "figure.number", Confidence: 0.82}}},
	}
	name := func(id int64, kind, text string) store.Entity {
		return store.Entity{Entity: record.Entity{ID: id, Kind: kind, Names: []record.Name{{Text: text, Language: "en", Script: "Latn"}}}}
	}
	return all, told{q, map[int64]store.Entity{1: name(1, read.Person, "Aigerim Sample"), 2: name(2, read.Organization, "Sample Assembly"), 3: name(3, read.Place, "Tashkent")}}
}

func sampleReviewArticle(d *Desk, a *answer, q *request) error {
	list, t := q.sampleStatements()
	var card store.Card
	card.ID, card.Language, card.Script = 1, "en", "Latn"
	page := ReviewArticlePage{Base: q.base("Protocol on border crossings signed", "review"), ID: 1, Revision: 5, Lang: "en", Dir: "ltr", PublicHref: "/en/protocol", Busy: "Жанар Үлгі", Waiting: 2, All: 4,
		Paragraphs: paragraphs(sampleText, list), NextHref: Prefix + "review/next?from=1", Thresholds: []Choice{{"0.80", q.T("review.threshold", "80", "1"), true}},
		Names: []ReviewName{{entityHref(1), "Aigerim Sample", q.T("review.entity.person"), q.T("rank.suggested"), 2, true}, {entityHref(3), "Tashkent", q.T("review.entity.place"), "", 1, false}}, History: q.sampleHistory()}
	for i, s := range list {
		if i == 0 || s.Evidence.Start >= list[i-1].Evidence.End {
			page.Groups = append(page.Groups, ReviewGroup{N: len(page.Groups) + 1})
		}
		g := &page.Groups[len(page.Groups)-1]
		g.Items = append(g.Items, t.item(s, card))
	}
	if q.tag.Name == "kk" { // an article in another script than the desk's
		page.Lang, page.Dir = "kk-Arab", "rtl"
		page.Title = "بۇل ٴۇلگى ٴماتىن"
		page.Paragraphs = paragraphs(sampleArabic, []store.Statement{{Statement: record.Statement{ID: 1, Evidence: value.Span{Start: 0, End: 16}, Rank: record.Suggested}}})
	}
	lost := t.item(list[1], card)
	lost.ID, lost.Quote = 9, "They met again on 12 November."
	page.Lost = []ReviewItem{lost}
	page.Script = "review.js"
	return show(a, d.views.reviewarticle, page)
}

func (q *request) sampleHistory() []Decided {
	return []Decided{{ID: 2, When: q.moment(sampleDay), ISO: "2027-03-01T09:30:00Z", Who: "Alia Sample", What: q.T("review.what.edit"), CanUndo: true},
		{ID: 1, When: q.moment(sampleDay), ISO: "2027-03-01T09:30:00Z", Who: "Жанар Үлгі", What: q.T("rank.suggested") + " → " + q.T("rank.deprecated"), Reason: q.T("review.reason.planned"), Undone: true}}
}

func sampleStatement(d *Desk, a *answer, q *request) error {
	list, t := q.sampleStatements()
	var card store.Card
	card.ID, card.Language, card.Script = 1, "en", "Latn"
	page := StatementPage{Base: q.base(q.T("review.statement"), "review"), Article: 1, BackHref: reviewHref(1), ID: 1, Kind: read.Office, Quote: sampleText[:98], Lang: "en", Dir: "ltr",
		After: " The sides signed", Item: t.item(list[0], card), Fields: q.fields(list[0].Statement, t), Names: []string{"Aigerim Sample #1", "Sample Assembly #2"}, History: q.sampleHistory()}
	for _, k := range deprecations {
		page.Reasons = append(page.Reasons, Choice{Value: k, Label: q.T("review.reason." + k)})
	}
	return show(a, d.views.statement, page)
}

func sampleEntity(d *Desk, a *answer, q *request) error {
	return show(a, d.views.entity, EntityPage{Base: q.base("Aigerim Sample", "review"), ID: 1, Kind: q.T("review.entity.person"), Rank: q.T("rank.suggested"), Rename: "en Latn Aigerim Sample\n~ ru Cyrl А. Сэмпл\n",
		Merge: "Aygerim Sample #7", Doubts: []string{"the office \"chair\" has different dates: 2003 and 2017"},
		Articles: []EntityArticle{{1, reviewHref(1), "Protocol on border crossings signed", "en", "ltr", q.m.Date("2017-11-11")}}, More: true, History: q.sampleHistory()})
}

func sampleQuestions(d *Desk, a *answer, q *request) error {
	list, t := q.sampleStatements()
	sentence := Sentence{sampleText[:98], reviewHref(1), "Protocol on border crossings signed", "en", "ltr"}
	w := t.words(list[1].Statement, "en", "Latn")
	page := QuestionsPage{Base: q.base(q.T("questions.title"), "questions"), Kinds: []Choice{{"", q.T("review.all") + " (3)", true}},
		List: []Asked{
			{ID: 4, Kind: record.DoubtSame, Label: q.T("questions.kind.same"), What: q.T("questions.same", "Aigerim Sample"), Reasons: q.allBecause([]string{`the name is the same as of "Айгерим Сэмпл", and nothing else is known of both`}), Busy: "Жанар Үлгі",
				Sides: []Side{{ID: 4, Name: "Aigerim Sample", Href: entityHref(4), Rank: q.T("review.entity.person"), Sentences: []Sentence{sentence}}, {ID: 7, Key: "1", Name: "Айгерим Сэмпл", Href: entityHref(7), Rank: q.T("review.entity.person"), Choose: true}}},
			{ID: 5, Kind: record.DoubtConflict, Label: q.T("questions.kind.conflict"), What: q.T("questions.conflict.date"), Reasons: q.allBecause([]string{"one says 2017-11-10, the other 2017-11-12"}),
				Sides: []Side{{ID: 1, Key: "1", Words: &w, Rank: q.T("rank.suggested"), Sentences: []Sentence{sentence}, Choose: true}, {ID: 2, Key: "2", Words: &w, Rank: q.T("rank.accepted"), Choose: true}}},
			{ID: 6, Kind: record.DoubtOrphan, Label: q.T("questions.kind.orphan"), What: q.T("questions.orphan"), Sides: []Side{{ID: 9, Href: statementHref(1, 9), Words: &w, Rank: q.T("rank.accepted"), Sentences: []Sentence{sentence}}}},
		}}
	return show(a, d.views.questions, page)
}
