package desk

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// rowsPerPage is how many articles a page of the list has.
const rowsPerPage = 40

var allStates = []article.State{article.Draft, article.Review, article.Scheduled, article.Published, article.Corrected, article.Withdrawn}

// articles lists articles in all states, the last changed first.
func (d *Desk) articles(a *answer, q *request) error {
	ctx, in := q.Context(), q.URL.Query()
	f := store.DeskFilter{Language: in.Get("language"), State: article.State(in.Get("state")), Limit: rowsPerPage + 1}
	page := ArticlesPage{Base: q.base(q.T("articles.title"), "articles"), Words: strings.TrimSpace(in.Get("q")), Mine: in.Get("mine") == "1", MayWrite: q.may(people.Write, "", "")}
	if page.Mine {
		f.Writer = q.user.ID
	}
	section := in.Get("section")
	sections, err := d.store.Sections(ctx)
	if err != nil {
		return err
	}
	page.Filtered = len(in) > 0
	if section != "" {
		f.Sections = []string{section}
		for _, s := range sections {
			if strings.HasPrefix(s.Path, section+"/") {
				f.Sections = append(f.Sections, s.Path)
			}
		}
	}
	if t, id, ok := strings.Cut(in.Get("after"), "."); ok {
		f.After.Time, _ = strconv.ParseInt(t, 10, 64)
		f.After.ID, _ = strconv.ParseInt(id, 10, 64)
	}
	switch in.Get("show") {
	case "unsaved":
		page.Show = "unsaved"
		f.IDs, err = d.store.Unsaved(ctx, q.user.ID, 200)
	case "proposed":
		page.Show = "proposed"
		f.IDs, err = d.store.Unsaved(ctx, 0, 200)
	}
	if err == nil && page.Words != "" {
		f.IDs, err = d.store.FindAtDesk(ctx, page.Words)
	}
	if err != nil {
		return err
	}
	if f.IDs == nil && page.Show != "" {
		f.IDs = []int64{}
	}
	list, err := d.store.DeskArticles(ctx, f)
	if err != nil {
		return err
	}
	if len(list) > rowsPerPage {
		list = list[:rowsPerPage]
		at := store.DeskCursor(list[rowsPerPage-1])
		in.Set("after", strconv.FormatInt(at.Time, 10)+"."+number(at.ID))
		page.Next = Prefix + "articles?" + in.Encode()
	}
	if page.Rows, err = q.articleRows(list, sections); err != nil {
		return err
	}
	page.Languages = q.languageOptions(f.Language, nil)
	for _, s := range allStates {
		page.States = append(page.States, Option{Value: string(s), Label: q.stateName(s), Chosen: s == f.State})
	}
	if page.Sections, err = q.sectionOptions(section); err != nil {
		return err
	}
	return show(a, d.views.articles, page)
}

// articleRows gives articles as rows of a list, each with how its
// translations stand.
func (q *request) articleRows(list []store.Card, sections []article.Section) ([]ArticleRow, error) {
	groups := make([]int64, 0, len(list))
	for _, c := range list {
		if !slices.Contains(groups, c.Group) {
			groups = append(groups, c.Group)
		}
	}
	standings, err := q.desk.store.Standings(q.Context(), groups)
	if err != nil {
		return nil, err
	}
	spoken, err := q.desk.languagesOfSite(q.Context())
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, s := range sections {
		names[s.Path] = q.nameOf(s)
	}
	zone := q.zone()
	rows := make([]ArticleRow, 0, len(list))
	for _, c := range list {
		t := languageTag(c.Language)
		r := ArticleRow{Href: articlePath(c.ID, ""), Title: c.Title, Lang: t.Name, Dir: t.Dir, Short: t.Short, State: string(c.State), StateName: q.stateName(c.State),
			Section: names[c.Section], ISO: c.Updated.In(zone).Format("2006-01-02T15:04:05Z07:00"), When: c.Updated.In(zone).Format("2006-01-02 15:04")}
		if c.State == article.Scheduled {
			r.Due = q.clock(c.Published)
		}
		r.Others = q.others(c, standings[c.Group], spoken)
		rows = append(rows, r)
	}
	return rows, nil
}

// others tells how an article's text stands in the other languages of the
// site.
func (q *request) others(c store.Card, group []store.Standing, spoken []string) (out []Translation) {
	for _, language := range spoken {
		if language == c.Language {
			continue
		}
		t := languageTag(language)
		o := Translation{Short: t.Short, Name: t.Autonym, Lang: t.Name, Missing: true, Href: articlePath(c.ID, "translations?to="+url.QueryEscape(language)), Said: q.T("translation.missing", t.Autonym)}
		for _, s := range group {
			if s.Language != language {
				continue
			}
			o.Missing, o.Outdated, o.State, o.Href = false, s.Outdated(group), string(s.State), articlePath(s.Article, "")
			o.Said = q.T("translation.is", t.Autonym, q.stateName(s.State))
			if o.Outdated {
				o.Said = q.T("translation.outdated", t.Autonym)
			}
			break
		}
		out = append(out, o)
	}
	return out
}

// newArticle shows the form for a new article.
func (d *Desk) newArticle(a *answer, q *request) error {
	page := NewArticlePage{Base: q.base(q.T("new.title"), "articles")}
	chosen := q.URL.Query().Get("language")
	if chosen == "" {
		chosen = q.tag.Language
	}
	page.Languages = q.languageOptions(chosen, func(l string) bool { return q.may(people.Write, "", l) })
	var err error
	if page.Sections, err = q.sectionOptions(""); err != nil {
		return err
	}
	return show(a, d.views.newarticle, page)
}

// newArticleSent makes an article without a text and opens it.
func (d *Desk) newArticleSent(a *answer, q *request) error {
	if err := q.ParseForm(); err != nil {
		return formError(err)
	}
	title, language, section := q.PostFormValue("title"), q.field("language"), q.field("section")
	id, err := q.make(store.Item{Article: article.Article{Language: language, Section: section}}, article.NewRevision(title, "", article.Doc{}, q.user.Name, d.cfg.Now()), 0)
	if err != nil {
		return err
	}
	a.to(articlePath(id, ""))
	return nil
}

// make saves a new article, a draft. source, where not 0, is the revision
// that it is to be a translation of.
func (q *request) make(it store.Item, r article.Revision, source int) (id int64, err error) {
	if err := q.must(people.Write, it.Article.Section, it.Article.Language); err != nil {
		return 0, err
	}
	if err := checkNew(it.Article.Language, r.Title); err != nil {
		return 0, err
	}
	it.Article.Script = languageTag(it.Article.Language).Script
	it.Article.State = article.Draft
	it.Article.Slug = slugFor(r.Title)
	it.AnySlug = true
	it.Revision = r
	from := it.Article.Group
	err = q.desk.store.Update(q.Context(), func(tx *store.Tx) error {
		if it.Article.Section != "" {
			if _, err := tx.Section(q.Context(), it.Article.Section); err != nil {
				return err
			}
		}
		if source > 0 {
			c, err := tx.ArticleByID(q.Context(), from)
			if err != nil {
				return err
			}
			it.Article.Group = c.Group
		}
		if _, err := tx.Save(&it); err != nil {
			return err
		}
		if source > 0 {
			if err := tx.Match(it.Article.ID, from, source); err != nil {
				return err
			}
		}
		if err := tx.Wrote(q.user.ID, it.Article.ID); err != nil {
			return err
		}
		if err := q.readLater(tx, it.Article.ID); err != nil {
			return err
		}
		return q.audit(tx, "article-made", about("article", it.Article.ID), it.Article.Language+" "+r.Title)
	})
	return it.Article.ID, err
}
