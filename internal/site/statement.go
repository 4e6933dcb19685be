package site

import (
	"strconv"
	"strings"

	"shanyraq/internal/export"
	"shanyraq/internal/fault"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// StatementPage is one statement at its permanent address: the words it
// rests on, how it came to be, who decided, and how to cite it.
type StatementPage struct {
	web.Base
	RecordHref string
	Entry      Entry
	Origins    [][]string // a name and a value a row
	Decisions  [][]string
	Conflicts  []Conflict
	Tellings   []Entry
	Citations  []Citation
	Downloads  []web.Link
}

// Citation is one way to cite an entry.
type Citation struct{ ID, Name, Text, Href string }

// statement shows a statement of a public article, also one that was
// deprecated, with the reason: a link to it was given to somebody.
func (s *Site) statement(a *web.Answer, q *request) error {
	ctx := q.Context()
	number, ext, _ := strings.Cut(q.PathValue("id"), ".")
	id, err := entityID(number)
	if err != nil || id == 0 || ext != "" && ext != "prov" {
		return q.nothing()
	}
	st, err := s.store.StatementByID(ctx, id)
	if err != nil {
		return q.gone(err)
	}
	card, err := s.store.ArticleByID(ctx, st.Article)
	if err != nil {
		return q.gone(err)
	}
	if !card.State.Public() || q.reviewed && !decided(st.Rank) && st.Rank != record.Deprecated {
		return q.nothing()
	}
	if ext == "prov" {
		a.Type = "application/ld+json"
		return export.Provenance(ctx, s.store, a.Body, q.exporting(), card, st)
	}
	told, err := s.store.FactStatements(ctx, st.Fact)
	if err != nil {
		return err
	}
	list := []store.Statement{st}
	for _, o := range told {
		if o.ID != id && (!q.reviewed || decided(o.Rank)) {
			list = append(list, o)
		}
	}
	t, err := q.tell(ctx, list)
	if err != nil {
		return err
	}
	entries := q.entries(t)
	if len(entries) == 0 {
		return q.nothing()
	}
	c := q.citing(st, card, entries[0])
	switch how := q.URL.Query().Get("cite"); how {
	case "":
	case "text", "bibtex", "csl":
		return c.send(a, how)
	default:
		return fault.New(fault.Invalid, "there is no citation form %q", how).Hint("choose text, bibtex or csl")
	}
	words := plainText(string(entries[0].Words))
	page := StatementPage{
		Base: q.base(entries[0].Label+": "+shorten(words, 90), shorten(q.script.text(card.Language, st.Quote), 220), here{place: "record"}), RecordHref: recordAddress(q.tag),
		Entry: entries[0], Tellings: entries[1:],
		Origins: [][]string{
			{q.m.T("statement.rank"), q.m.T("rank." + string(st.Rank))},
			{q.m.T("coverage.column.version"), st.ReaderVersion + dot + st.Said.Rule},
			{q.m.T("statement.revision"), st.Hash},
			{q.m.T("statement.span"), strconv.Itoa(st.Evidence.Start) + "–" + strconv.Itoa(st.Evidence.End)},
		},
	}
	if st.Reason != "" {
		page.Origins = append(page.Origins, []string{q.m.T("statement.reason"), st.Reason})
	}
	decisions, err := s.store.Decisions(ctx, "statement", id)
	if err != nil {
		return err
	}
	for _, d := range decisions {
		change := d.What
		if d.What == "rank" {
			change = q.m.T("rank."+d.From) + arrow(q.tag) + q.m.T("rank."+d.To)
		}
		page.Decisions = append(page.Decisions, []string{q.day(d.When), d.Who, change, d.Reason})
	}
	for _, form := range []struct{ how, name string }{{"text", q.m.T("cite.text")}, {"bibtex", "BibTeX"}, {"csl", "CSL-JSON"}} {
		cited := Citation{ID: "cite-" + form.how, Name: form.name, Text: c.write(form.how)}
		if !s.cfg.Static { // three files for each entry that the page says anyway
			cited.Href = q.URL.Path + "?cite=" + form.how
		}
		page.Citations = append(page.Citations, cited)
	}
	page.Conflicts = q.sayConflicts(t)
	page.Downloads = []web.Link{{Href: q.URL.Path + ".prov", Type: "application/ld+json", Label: "PROV-O"},
		{Href: annotationsAddress(q.tag, card.ID), Type: annotationsType, Label: "Web Annotation"}}
	page.NoIndex = true // the article is what is looked for
	page.Data = q.claimData(page, st)
	return show(a, q, s.views.statement, page)
}

// claimData describes a statement as a claim made in an article.
func (q *request) claimData(p StatementPage, st store.Statement) *web.StructuredData {
	return &web.StructuredData{Value: object{
		"@context": schema, "@type": "Claim", "url": p.Origin + p.Path, "name": p.Title, "text": st.Quote, "inLanguage": st.Language,
		"appearance":    object{"@type": "NewsArticle", "url": p.Origin + strings.TrimSuffix(p.Entry.Anchor, sentenceAnchor(st.ID)), "headline": p.Entry.Article.Label},
		"datePublished": st.Published.Format("2006-01-02"), "usageInfo": p.Origin + "/" + p.Tag.Name + "/terms",
	}}
}
