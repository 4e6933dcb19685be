package desk

import (
	"strconv"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// translations lists what is missing and what is outdated in a language.
func (d *Desk) translations(a *answer, q *request) error {
	ctx := q.Context()
	language := q.URL.Query().Get("language")
	if language == "" {
		language = q.tag.Language
		for _, t := range writable() { // the first that the asker writes in
			if !q.may(people.Write, "", q.tag.Language) && q.may(people.Write, "", t.Language) {
				language = t.Language
				break
			}
		}
	}
	t := languageTag(language)
	page := TranslationsPage{Base: q.base(q.T("translations.title"), "translations"), Language: language, Autonym: t.Autonym, Languages: q.languageOptions(language, nil), MayWrite: q.may(people.Write, "", language)}
	var after store.Cursor
	if ms, id, ok := strings.Cut(q.URL.Query().Get("after"), "."); ok {
		after.Time, _ = strconv.ParseInt(ms, 10, 64)
		after.ID, _ = strconv.ParseInt(id, 10, 64)
	}
	sections, err := d.store.Sections(ctx)
	if err != nil {
		return err
	}
	if after == (store.Cursor{}) {
		list, err := d.store.OutdatedTranslations(ctx, language, 100)
		if err != nil {
			return err
		}
		if page.Outdated, err = q.articleRows(list, sections); err != nil {
			return err
		}
	}
	list, err := d.store.MissingTranslations(ctx, language, after, rowsPerPage+1)
	if err != nil {
		return err
	}
	if len(list) > rowsPerPage {
		list = list[:rowsPerPage]
		at := store.CursorOf(list[rowsPerPage-1])
		page.Next = Prefix + "translations?language=" + language + "&after=" + strconv.FormatInt(at.Time, 10) + "." + number(at.ID)
	}
	if page.Missing, err = q.articleRows(list, sections); err != nil {
		return err
	}
	for i, c := range list {
		page.Missing[i].Href = articlePath(c.ID, "translations?to="+language)
	}
	return show(a, d.views.translations, page)
}

// groupPage shows all languages of an article side by side, and lets a new
// one be begun.
func (d *Desk) groupPage(a *answer, q *request) error {
	c, err := q.source()
	if err != nil {
		return err
	}
	standings, err := d.store.Standings(q.Context(), []int64{c.Group})
	if err != nil {
		return err
	}
	group := standings[c.Group]
	page := GroupPage{Base: q.base(q.T("group.title"), "articles"), Article: c.Title, Path: articlePath(c.ID, ""), To: q.URL.Query().Get("to")}
	have := map[string]bool{}
	for _, s := range group {
		have[s.Language] = true
		t := languageTag(s.Language)
		rev, err := d.revision(q.Context(), s.Article, s.Number)
		if err != nil {
			return err
		}
		row := GroupRow{ID: s.Article, Href: articlePath(s.Article, ""), Title: s.Title, Lead: rev.Lead, Lang: t.Name, Dir: t.Dir, Autonym: t.Autonym, StateName: q.stateName(s.State), State: string(s.State),
			Number: s.Number, When: q.clock(s.Revised), Outdated: s.Outdated(group), Address: store.Address(s.Language, s.Slug), MayWrite: q.may(people.Write, c.Section, s.Language)}
		if row.Body, _, err = canonical(rev.Body); err != nil {
			return err
		}
		for _, o := range group {
			if o.Article == s.Source {
				row.Of, row.Base = languageTag(o.Language).Autonym, s.Base
			}
		}
		page.Rows = append(page.Rows, row)
	}
	page.Languages = q.languageOptions(page.To, func(l string) bool { return !have[l] && q.may(people.Write, c.Section, l) })
	return show(a, d.views.group, page)
}

// translateSent begins a translation: an article of its own in the group,
// with its own state and address.
func (d *Desk) translateSent(a *answer, q *request) error {
	c, err := q.source()
	if err != nil {
		return err
	}
	language := q.field("language")
	standings, err := d.store.Standings(q.Context(), []int64{c.Group})
	if err != nil {
		return err
	}
	for _, s := range standings[c.Group] {
		if s.Language == language {
			return fault.New(fault.Exists, "the article is there in %s already", languageTag(language).Autonym).In("language").Hint("open it in the list of its languages")
		}
	}
	rev, err := d.store.Revision(q.Context(), c.Revision)
	if err != nil {
		return err
	}
	title := q.PostFormValue("title")
	if strings.TrimSpace(title) == "" {
		title = rev.Title
	}
	var doc article.Doc
	lead := ""
	if q.field("copy") == "1" {
		if doc, _, err = article.Parse(rev.Body); err != nil {
			return err
		}
		lead = rev.Lead
	}
	it := store.Item{Article: article.Article{Language: language, Section: c.Section, Group: c.ID}}
	id, err := q.make(it, article.NewRevision(title, lead, doc, q.user.Name, d.cfg.Now()), rev.Number)
	a.to(articlePath(id, ""))
	return err
}

// matchedSent says that a translation agrees with its source as that is now.
func (d *Desk) matchedSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	seen, err := strconv.Atoi(q.field("number"))
	if err != nil || seen < 1 {
		return fault.New(fault.Invalid, "the form does not say which revision of the source you looked at").Hint("load the page again")
	}
	standings, err := d.store.Standings(q.Context(), []int64{c.Group})
	if err != nil {
		return err
	}
	for _, s := range standings[c.Group] {
		if s.Article != c.ID || s.Source == 0 {
			continue
		}
		err := d.store.Update(q.Context(), func(tx *store.Tx) error {
			newest, _, err := tx.Newest(q.Context(), s.Source)
			if err != nil {
				return err
			}
			// What was looked at, not what came since.
			if err := tx.Match(c.ID, s.Source, min(seen, newest)); err != nil {
				return err
			}
			return q.audit(tx, "translation-matched", about("article", c.ID), "revision "+strconv.Itoa(seen)+" of "+about("article", s.Source))
		})
		a.to(saying(articlePath(c.ID, ""), "matched"))
		return err
	}
	return fault.New(fault.NotFound, "this article is a translation of none").Hint("open it in the list of its languages")
}

// source gives the article of the address to whoever writes in its section in
// any language: a translator reads what he does not write.
func (q *request) source() (store.Card, error) {
	id, err := q.id("id")
	if err != nil {
		return store.Card{}, err
	}
	c, err := q.desk.store.ArticleByID(q.Context(), id)
	if err != nil {
		return c, err
	}
	return c, q.must(people.Write, c.Section, "")
}
