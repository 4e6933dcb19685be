package desk

import (
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/translit"
)

// variant shows an article's text beside itself in another script, with the
// forms that editors have set for it.
func (d *Desk) variant(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	t := languageTag(q.PathValue("tag"))
	if !t.Variant() || t.Language != c.Language {
		return fault.New(fault.NotFound, "the site does not show %s texts in %q", c.Language, t.Name)
	}
	rev, _, err := q.previewed(c)
	if err != nil {
		return err
	}
	own := languageTag(c.Language)
	page := VariantPage{Base: q.base(q.T("variant.title", t.Autonym), "articles"), Article: c.Title, Path: articlePath(c.ID, ""), Here: articlePath(c.ID, "script/"+t.Name),
		Lang: own.Name, Dir: own.Dir, ToLang: t.Name, ToDir: t.Dir, MayAll: q.may(people.Publish, "", c.Language)}
	all, err := d.store.Exceptions(q.Context())
	if err != nil {
		return err
	}
	forms := map[string]string{}
	for _, e := range all { // those of the site first: the article's own win
		if e.Tag == t.Name && (e.Article == 0 || e.Article == c.ID) {
			forms[e.Word] = e.Form
			page.Forms = append(page.Forms, FormRow{Word: e.Word, Form: e.Form, Name: e.Who, Site: e.Article == 0})
		}
	}
	for _, text := range append([]string{rev.Title}, strings.Split(rev.Plain, "\n\n")...) {
		out, err := translit.Convert(t.From, t.To, text, translit.WithExceptions(forms))
		if err != nil {
			return err
		}
		if text != "" {
			page.Pairs = append(page.Pairs, Pair{Text: text, Made: out})
		}
	}
	for _, v := range variants(c.Language) {
		page.Others = append(page.Others, Option{Value: articlePath(c.ID, "script/"+v.Name), Label: v.Autonym, Chosen: v.Name == t.Name})
	}
	return show(a, d.views.variant, page)
}

// variantSent sets the form of a word in a script, or takes it back.
func (d *Desk) variantSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	t := languageTag(q.PathValue("tag"))
	if !t.Variant() || t.Language != c.Language {
		return fault.New(fault.NotFound, "the site does not show %s texts in %q", c.Language, t.Name)
	}
	e := store.Exception{Article: c.ID, Tag: t.Name, Word: q.field("word"), Form: q.field("form"), Who: q.user.Name}
	what := people.Write
	if c.State.Public() || c.State == article.Withdrawn {
		what = people.Publish
	}
	if q.field("everywhere") == "1" {
		e.Article, what = 0, people.Publish
	}
	section := c.Section
	if e.Article == 0 {
		section = ""
	}
	if err := q.must(what, section, c.Language); err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if q.field("do") == "drop" {
			if err := tx.DropException(e.Article, e.Tag, e.Word); err != nil {
				return err
			}
			return q.audit(tx, "form-dropped", about("article", e.Article), e.Tag+" "+e.Word)
		}
		if _, err := translit.Convert(t.From, t.To, e.Word, translit.WithExceptions(map[string]string{e.Word: e.Form})); err != nil {
			return fault.Wrap(err, fault.Invalid, "%q cannot have a form of its own", e.Word).In("word").Hint("write a word or phrase as it stands in the text; a star at its end stands for any ending")
		}
		if err := tx.SetException(e); err != nil {
			return err
		}
		return q.audit(tx, "form-set", about("article", e.Article), e.Tag+" "+e.Word+" → "+e.Form)
	})
	a.to(saying(articlePath(c.ID, "script/"+t.Name), "form"))
	return err
}
