package desk

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// formError keeps a form that came only in part from being taken for a whole
// one.
func formError(err error) error {
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return fault.Wrap(err, fault.TooLarge, "the text is larger than %d megabytes", maxForm>>20).Hint("it is kept in your browser: split it into several articles")
	}
	return fault.Wrap(err, fault.Invalid, "the form came only in part").Hint("go back and send it again")
}

// slugFor makes an address of a title that is free of the site's own.
func slugFor(title string) string {
	s := article.Slug(title)
	if s == "" {
		s = "article"
	}
	if checkSlug(s) != nil {
		s += "-1"
	}
	return s
}

func checkNew(language, title string) error {
	if t := languageTag(language); t.Variant() || language == "" {
		return fault.New(fault.Invalid, "%q is no language an article is written in", language).In("language").Hint("choose one of the list; other scripts are made from the text")
	}
	return checkTitle(title)
}

// checkTitle refuses a title that no list could show.
func checkTitle(title string) error {
	if strings.TrimSpace(title) == "" {
		return fault.New(fault.Invalid, "an article needs a title").In("title").Hint("write one; it can be changed until and after publication")
	}
	if strings.ContainsAny(title, "\r\n") {
		return fault.New(fault.Invalid, "a title is one line").In("title").Hint("take the line break out")
	}
	if len(title) > 1000 {
		return fault.New(fault.TooLarge, "a title of %d bytes is no title", len(title)).In("title").Hint("move what is too much into the text")
	}
	return nil
}

// readLater queues the reading of an article.
func (q *request) readLater(tx *store.Tx, id int64) error { return jobs.Enqueue(tx, id) }

// typed is a text as its writer sends it.
type typed struct {
	Pen        string `json:"pen"`
	Seq        int64  `json:"seq"`
	Base       int    `json:"base"` // number of the revision it was begun on
	Title      string `json:"title"`
	Lead       string `json:"lead"`
	Body       string `json:"body"`
	Correction string `json:"correction"` // what the public is told of the change; empty for nothing
	Sure       bool   `json:"sure"`       // leave out what no article can hold
}

// outcome is what came of saving a text.
type outcome struct {
	Number   int               // of the newest revision
	New      bool              // a revision was made
	Proposed bool              // it waits for somebody who may publish
	Lost     bool              // another revision was faster; the text is kept under Pen
	Pen      string            // of the kept text
	Dropped  []article.Dropped // not saved: this would be lost
}

// saveText makes a revision of a text, or keeps the text where it cannot.
func (q *request) saveText(id int64, in typed) (out outcome, err error) {
	if err := checkTitle(in.Title); err != nil {
		return out, err
	}
	doc, report, err := article.Parse(in.Body)
	if err != nil {
		return out, err
	}
	if len(report.Dropped) > 0 && !in.Sure {
		return outcome{Dropped: report.Dropped}, nil
	}
	now := article.NewRevision(in.Title, in.Lead, doc, q.user.Name, q.desk.cfg.Now())
	err = q.desk.store.Update(q.Context(), func(tx *store.Tx) error {
		it, err := tx.ItemOf(id)
		if err != nil {
			return err
		}
		if err := q.must(people.Write, it.Article.Section, it.Article.Language); err != nil {
			return err
		}
		out = outcome{Number: it.Revision.Number}
		mayPublish := q.may(people.Publish, it.Article.Section, it.Article.Language)
		keep := func(kind string) error {
			out.Pen = newPen()
			d := store.Draft{Article: id, Person: q.user.ID, Pen: out.Pen, Base: in.Base, Kind: kind, Title: in.Title, Lead: in.Lead, Body: in.Body}
			if err := tx.SaveDraft(&d); err != nil {
				return err
			}
			return tx.DropDraft(id, q.user.ID, in.Pen)
		}
		switch {
		case now.Hash == it.Revision.Hash && in.Correction == "":
			return tx.DropDraft(id, q.user.ID, in.Pen) // saved already, by whomever
		case in.Base != it.Revision.Number:
			out.Lost = true
			return keep(store.Kept)
		case (it.Article.State.Public() || it.Article.State == article.Withdrawn) && !mayPublish:
			out.Proposed = true
			if err := keep(store.Proposed); err != nil {
				return err
			}
			return q.audit(tx, "change-proposed", about("article", id), "revision "+strconv.Itoa(in.Base))
		}
		return q.revise(tx, it, now, doc, in, &out)
	})
	return out, err
}

// revise makes the revision.
func (q *request) revise(tx *store.Tx, it *store.Item, now article.Revision, doc article.Doc, in typed, out *outcome) error {
	a := &it.Article
	if now.Hash != it.Revision.Hash {
		if err := tx.Outdate(it); err != nil {
			return err
		}
		it.Images = pictures(it, doc)
		it.Revision, out.New = now, true
	}
	if in.Correction != "" && a.State.Public() {
		if a.State == article.Published {
			a.State = article.Corrected
		}
		if err := tx.Tell(&store.Note{Article: a.ID, Kind: store.Correction, Name: q.user.Name, Words: in.Correction}); err != nil {
			return err
		}
	}
	if _, err := tx.Save(it); err != nil {
		return err
	}
	out.Number = it.Revision.Number
	if err := tx.Wrote(q.user.ID, a.ID); err != nil {
		return err
	}
	if err := q.readLater(tx, a.ID); err != nil {
		return err
	}
	if err := tx.DropDraft(a.ID, q.user.ID, in.Pen); err != nil {
		return err
	}
	detail := "revision " + strconv.Itoa(out.Number)
	if in.Correction != "" {
		detail += ", corrected: " + in.Correction
	}
	return q.audit(tx, "article-saved", about("article", a.ID), detail)
}

// pictures gives the pictures of a new text. Those that stood beside the old
// text and not in it, as imports bring them, stay.
func pictures(it *store.Item, doc article.Doc) (out []store.Image) {
	var inside []string
	if old, err := it.Revision.Doc(); err == nil {
		for _, p := range old.Pictures() {
			inside = append(inside, p.Src)
		}
	}
	for _, im := range it.Images {
		if !slices.Contains(inside, im.Address) {
			out = append(out, im)
		}
	}
	for _, p := range doc.Pictures() {
		if !slices.ContainsFunc(out, func(im store.Image) bool { return im.Address == p.Src }) {
			out = append(out, store.Image{Address: p.Src, Alt: p.Alt, Caption: p.Caption, Credit: p.Credit})
		}
	}
	return out
}

// editSent saves what the form of the edit page, or its script, sends.
func (d *Desk) editSent(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	var in typed
	if wantsJSON(q.Request) {
		if err := q.decode(&in); err != nil {
			return err
		}
	} else {
		if err := q.ParseForm(); err != nil {
			return formError(err)
		}
		in = typed{Pen: q.field("pen"), Title: q.PostFormValue("title"), Lead: lines(q.PostFormValue("lead")), Body: lines(q.PostFormValue("body")), Correction: q.field("correction"), Sure: q.field("sure") == "1"}
		in.Base, _ = strconv.Atoi(q.field("base"))
	}
	q.page = func(a *answer) error { return d.editAgain(a, q, in, nil) }
	out, err := q.saveText(id, in)
	if err != nil {
		return err
	}
	merge := articlePath(id, "merge?pen="+url.QueryEscape(out.Pen)+"&by="+number(q.user.ID))
	if wantsJSON(q.Request) {
		return q.tellScript(a, out, merge)
	}
	switch {
	case out.Dropped != nil:
		return d.editAgain(a, q, in, out.Dropped)
	case out.Lost:
		a.to(merge)
	case out.Proposed:
		a.to(saying(articlePath(id, ""), "proposed"))
	default:
		a.to(saying(articlePath(id, ""), "revised"))
	}
	return nil
}

// tellScript answers the editor's script.
func (q *request) tellScript(a *answer, out outcome, merge string) error {
	v := map[string]any{"number": out.Number, "new": out.New}
	switch {
	case out.Dropped != nil:
		v["dropped"] = q.droppedWords(out.Dropped)
		return a.json(http.StatusUnprocessableEntity, v)
	case out.Lost:
		v["merge"], v["said"] = merge, q.T("edit.lost")
		return a.json(http.StatusConflict, v)
	case out.Proposed:
		v["said"] = q.T("said.proposed")
	default:
		v["said"] = q.T("edit.saved", out.Number)
	}
	return a.json(http.StatusOK, v)
}

// droppedWords tells what no article can hold, a line each.
func (q *request) droppedWords(list []article.Dropped) (out []string) {
	for _, d := range list {
		s := d.What
		if d.N > 1 {
			s += " × " + strconv.Itoa(d.N)
		}
		if d.Text != "" {
			s += ": " + d.Text
		}
		out = append(out, s)
	}
	return out
}
