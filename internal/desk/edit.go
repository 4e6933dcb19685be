package desk

import (
	"net/http"
	"strconv"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// edit shows an article to be written on: its newest revision, or the text
// that its writer left unsaved. ?pen= and ?by= choose another unsaved text,
// and ?onto= says which revision it is to follow.
func (d *Desk) edit(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	rev, err := d.store.Revision(q.Context(), c.Revision)
	if err != nil {
		return err
	}
	in := typed{Pen: newPen(), Base: rev.Number, Title: rev.Title, Lead: rev.Lead, Body: rev.Body}
	var from *store.Draft
	if q.URL.Query().Has("pen") {
		draft, err := q.draftOf(c.ID)
		if err != nil {
			return err
		}
		from = &draft
	} else if own, err := q.ownDraft(c.ID, rev.Number); err != nil {
		return err
	} else {
		from = own
	}
	if from != nil {
		in.Base, in.Title, in.Lead, in.Body = from.Base, from.Title, from.Lead, from.Body
		if onto, err := strconv.Atoi(q.URL.Query().Get("onto")); err == nil && onto > 0 && onto <= rev.Number {
			in.Base = onto
		}
		if from.Person == q.user.ID && from.Kind == store.Typing {
			in.Pen, in.Seq = from.Pen, from.Seq
		}
	}
	if err := d.store.Update(q.Context(), func(tx *store.Tx) error { return tx.Editing(c.ID, q.user.ID, q.user.Name) }); err != nil {
		return err
	}
	page, err := q.editPage(c, rev, in)
	if err != nil {
		return err
	}
	if from != nil {
		page.From = q.T("edit.from", from.Name, q.clock(from.Saved).Words)
	}
	return show(a, d.views.edit, page)
}

// ownDraft is the asker's newest text on this revision that no button saved.
func (q *request) ownDraft(id int64, number int) (*store.Draft, error) {
	list, err := q.desk.store.Drafts(q.Context(), id)
	for _, dr := range list {
		if dr.Person == q.user.ID && dr.Kind == store.Typing && dr.Base == number {
			return &dr, err
		}
	}
	return nil, err
}

// draftOf is the draft that pen and by name, in the address or the form.
func (q *request) draftOf(id int64) (store.Draft, error) {
	by, err := strconv.ParseInt(q.FormValue("by"), 10, 64)
	if err != nil {
		by = q.user.ID
	}
	return q.desk.store.Draft(q.Context(), id, by, q.FormValue("pen"))
}

// editAgain shows the form again with what was typed, because part of it
// would be lost.
func (d *Desk) editAgain(a *answer, q *request, in typed, dropped []article.Dropped) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	rev, err := d.store.Revision(q.Context(), c.Revision)
	if err != nil {
		return err
	}
	page, err := q.editPage(c, rev, in)
	if err != nil {
		return err
	}
	page.BodyText = in.Body
	if dropped != nil {
		page.Dropped = q.droppedWords(dropped)
		a.status = http.StatusUnprocessableEntity
	}
	return show(a, d.views.edit, page)
}

func (q *request) editPage(c store.Card, rev article.Revision, in typed) (EditPage, error) {
	ctx, d := q.Context(), q.desk
	t := languageTag(c.Language)
	page := EditPage{Base: q.base(c.Title, "articles"), ID: c.ID, Path: articlePath(c.ID, ""), Base0: in.Base, Pen: in.Pen, Seq: in.Seq, Newest: rev.Number,
		Lang: t.Name, Dir: t.Dir, Autonym: t.Autonym, Text: in.Title, Lead: in.Lead, State: string(c.State), StateName: q.stateName(c.State),
		Public: c.State.Public(), Slug: c.Slug, Address: c.Address(), Now: d.cfg.Now().In(q.zone()).Format("2006-01-02T15:04:05"), Zone: q.zone().String()}
	page.Script = "editor.js"
	body, report, err := canonical(in.Body)
	if err != nil {
		return page, err
	}
	page.Body, page.BodyText, page.Dropped = body, string(body), q.droppedWords(report.Dropped)
	mayPublish := q.may(people.Publish, c.Section, c.Language)
	page.Proposes = (c.State.Public() || c.State == article.Withdrawn) && !mayPublish
	page.MayPublish = mayPublish
	page.Behind = in.Base != rev.Number
	if page.Editors, err = d.store.Editors(ctx, c.ID, q.user.ID, d.cfg.Now()); err != nil {
		return page, err
	}
	drafts, err := d.store.Drafts(ctx, c.ID)
	if err != nil {
		return page, err
	}
	for _, dr := range drafts {
		if dr.Pen == in.Pen && dr.Person == q.user.ID || dr.Kind == store.Typing && dr.Person != q.user.ID && d.cfg.Now().Sub(dr.Saved) < 0 {
			continue
		}
		page.Drafts = append(page.Drafts, DraftRow{Name: dr.Name, When: q.clock(dr.Saved), Kind: q.T("draft." + dr.Kind), Number: dr.Base, Href: articlePath(c.ID, "merge?pen="+dr.Pen+"&by="+number(dr.Person))})
	}
	for _, to := range c.State.Moves() {
		if article.Inner(c.State, to) || mayPublish {
			page.Moves = append(page.Moves, Move{To: string(to), Label: q.T("move." + string(to)), Dated: to == article.Scheduled, Note: to == article.Withdrawn || to == article.Corrected, Chief: to == article.Published})
		}
	}
	if c.State == article.Scheduled {
		page.Due = q.clock(c.Published)
		page.Now = c.Published.In(q.zone()).Format("2006-01-02T15:04:05")
	}
	if page.Sections, err = q.sectionOptions(c.Section); err != nil {
		return page, err
	}
	notes, err := d.store.Told(ctx, c.ID)
	if err != nil {
		return page, err
	}
	for _, n := range notes {
		page.Notes = append(page.Notes, NoteRow{When: q.clock(n.At), Name: n.Name, Words: n.Words, Kind: q.T("note." + n.Kind)})
	}
	for _, v := range variants(c.Language) {
		page.Variants = append(page.Variants, Option{Value: articlePath(c.ID, "script/"+v.Name), Label: v.Autonym})
	}
	return page, q.editBeside(&page, c)
}

// editBeside sets the other languages of an article beside its text, and for
// a translation the text that it is of.
func (q *request) editBeside(page *EditPage, c store.Card) error {
	d := q.desk
	standings, err := d.store.Standings(q.Context(), []int64{c.Group})
	if err != nil {
		return err
	}
	spoken, err := d.languagesOfSite(q.Context())
	if err != nil {
		return err
	}
	group := standings[c.Group]
	page.Others = q.others(c, group, spoken)
	for _, s := range group {
		if s.Article == c.ID && s.Source != 0 {
			page.Source, err = q.beside(s, group)
		}
	}
	return err
}

// beside is the source of a translation, with what changed in it since the
// translation was last matched.
func (q *request) beside(s store.Standing, group []store.Standing) (*Beside, error) {
	ctx, d := q.Context(), q.desk
	c, err := d.store.ArticleByID(ctx, s.Source)
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	rev, err := d.store.Revision(ctx, c.Revision)
	if err != nil {
		return nil, err
	}
	t := languageTag(c.Language)
	b := &Beside{Href: articlePath(c.ID, ""), Title: rev.Title, Lead: rev.Lead, Lang: t.Name, Dir: t.Dir, Autonym: t.Autonym, Number: rev.Number, Outdated: s.Outdated(group)}
	if b.Body, _, err = canonical(rev.Body); err != nil {
		return nil, err
	}
	if b.Outdated {
		old, err := d.revision(ctx, c.ID, s.Base)
		if fault.Is(err, fault.NotFound) {
			return b, nil
		}
		if err != nil {
			return nil, err
		}
		b.Changes = passages(old, rev)
	}
	return b, nil
}

// placeSent changes where an article stands: section and address.
func (d *Desk) placeSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	slug, section := q.field("slug"), q.field("section")
	if slug != c.Slug {
		if err := checkSlug(slug); err != nil {
			return err
		}
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		it, err := tx.ItemOf(c.ID)
		if err != nil {
			return err
		}
		was := it.Article
		what := people.Write
		if was.State.Public() || was.State == article.Withdrawn {
			what = people.Publish
		}
		for _, s := range []string{was.Section, section} {
			if err := q.must(what, s, was.Language); err != nil {
				return err
			}
		}
		if section != "" {
			if _, err := tx.Section(q.Context(), section); err != nil {
				return err
			}
		}
		it.Article.Slug, it.Article.Section = slug, section
		if _, err := tx.Save(it); err != nil {
			if fault.Is(err, fault.Exists) {
				return fault.Wrap(err, fault.Exists, "another article has the address %s", store.Address(was.Language, slug)).In("slug").Hint("add a word to it")
			}
			return err
		}
		if err := q.readLater(tx, c.ID); err != nil {
			return err
		}
		return q.audit(tx, "article-moved", about("article", c.ID), was.Section+" "+was.Slug+" → "+section+" "+slug)
	})
	a.to(saying(articlePath(c.ID, ""), "moved"))
	return err
}

// localTime reads a moment of a form: "2027-03-01T09:00:05" in a time zone.
func localTime(s, zone string) (time.Time, error) {
	z, err := time.LoadLocation(zone)
	if err != nil || zone == "" || zone == "Local" {
		z = time.UTC
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, s, z); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, fault.New(fault.Invalid, "%q is no moment", s).In("at").Hint("write it as 2027-03-01 09:00:00")
}
