package desk

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// revision gives a revision of an article by its number.
func (d *Desk) revision(ctx context.Context, id int64, number int) (article.Revision, error) {
	rid, err := d.store.RevisionByNumber(ctx, id, number)
	if err != nil {
		return article.Revision{}, err
	}
	return d.store.Revision(ctx, rid)
}

// revisions lists all revisions of an article: who and when.
func (d *Desk) revisions(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	list, err := d.store.Revisions(q.Context(), c.ID)
	if err != nil {
		return err
	}
	page := RevisionsPage{Base: q.base(q.T("revisions.title"), "articles"), Article: c.Title, Path: articlePath(c.ID, ""), Lang: languageTag(c.Language).Name}
	for i, r := range list {
		row := RevisionRow{Number: r.Number, Name: r.Author, When: q.clock(r.Created), Title: r.Title, Newest: i == 0, Words: words(r.Plain)}
		if i+1 < len(list) {
			for _, ch := range article.Changes(list[i+1].Plain, r.Plain) {
				if !ch.Equal() {
					row.Added += words(ch.New)
					row.Removed += words(ch.Old)
				}
			}
		}
		page.Rows = append(page.Rows, row)
	}
	return show(a, d.views.revisions, page)
}

func words(s string) int { return len(strings.Fields(s)) }

// compare shows what became of one revision in another, word by word.
func (d *Desk) compare(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	from, err1 := strconv.Atoi(q.URL.Query().Get("from"))
	to, err2 := strconv.Atoi(q.URL.Query().Get("to"))
	if err1 != nil || err2 != nil {
		return fault.New(fault.Invalid, "a comparison needs two revisions").Hint("choose them in the list of revisions")
	}
	old, err := d.revision(q.Context(), c.ID, from)
	if err != nil {
		return err
	}
	now, err := d.revision(q.Context(), c.ID, to)
	if err != nil {
		return err
	}
	t := languageTag(c.Language)
	page := ComparePage{Base: q.base(q.T("compare.title", from, to), "articles"), Article: c.Title, Path: articlePath(c.ID, ""), Lang: t.Name, Dir: t.Dir,
		From: from, To: to, FromWhen: q.clock(old.Created), ToWhen: q.clock(now.Created), FromName: old.Author, ToName: now.Author,
		Passages: passages(old, now), Newest: now.ID == c.Revision, MarkupOnly: old.Plain == now.Plain && old.Title == now.Title && old.Body != now.Body}
	return show(a, d.views.compare, page)
}

// restoreSent makes an old revision the newest again, as a new one.
func (d *Desk) restoreSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	number, err := strconv.Atoi(q.field("number"))
	if err != nil {
		return fault.New(fault.Invalid, "no revision is named").Hint("choose one in the list of revisions")
	}
	old, err := d.revision(q.Context(), c.ID, number)
	if err != nil {
		return err
	}
	newest, _, err := d.store.Newest(q.Context(), c.ID)
	if err != nil {
		return err
	}
	out, err := q.saveText(c.ID, typed{Base: newest, Title: old.Title, Lead: old.Lead, Body: old.Body, Correction: q.field("correction"), Sure: true})
	switch {
	case err != nil:
		return err
	case out.Lost:
		a.to(articlePath(c.ID, "merge?pen="+url.QueryEscape(out.Pen)))
	case out.Proposed:
		a.to(saying(articlePath(c.ID, ""), "proposed"))
	default:
		a.to(saying(articlePath(c.ID, "revisions"), "restored"))
	}
	return nil
}

// passages tells by words how a revision became another, title and lead
// first, long equal stretches shortened.
func passages(old, now article.Revision) (out []Passage) {
	text := func(r article.Revision) string { return r.Title + "\n\n" + r.Plain }
	return diff(text(old), text(now))
}

// around is how many characters of an equal stretch stay beside a change.
const around = 160

func diff(old, now string) (out []Passage) {
	list := article.Changes(old, now)
	for i, c := range list {
		if !c.Equal() {
			out = append(out, Passage{Old: c.Old, New: c.New, Changed: true})
			continue
		}
		r := []rune(c.Old)
		first, last := i == 0, i == len(list)-1
		switch {
		case len(list) == 1 || len(r) <= 2*around+40:
			out = append(out, Passage{Same: c.Old})
		case first:
			out = append(out, Passage{Cut: true}, Passage{Same: string(r[len(r)-around:])})
		case last:
			out = append(out, Passage{Same: string(r[:around])}, Passage{Cut: true})
		default:
			out = append(out, Passage{Same: string(r[:around])}, Passage{Cut: true}, Passage{Same: string(r[len(r)-around:])})
		}
	}
	return out
}

// merge shows a text that is no revision beside the newest one: what it would
// change, and what others changed since it was begun.
func (d *Desk) merge(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	draft, err := q.draftOf(c.ID)
	if err != nil {
		return err
	}
	newest, err := d.store.Revision(q.Context(), c.Revision)
	if err != nil {
		return err
	}
	doc, _, err := article.Parse(draft.Body)
	if err != nil {
		return err
	}
	mine := article.NewRevision(draft.Title, draft.Lead, doc, draft.Name, draft.Saved)
	t := languageTag(c.Language)
	page := MergePage{Base: q.base(q.T("merge.title"), "articles"), Article: c.Title, Path: articlePath(c.ID, ""), Lang: t.Name, Dir: t.Dir, Number: newest.Number, BaseNumber: draft.Base,
		Name: draft.Name, By: draft.Person, Pen: draft.Pen, When: q.clock(draft.Saved), Kind: q.T("draft." + draft.Kind), NewestName: newest.Author, NewestWhen: q.clock(newest.Created),
		Mine: passages(newest, mine), MayDrop: draft.Person == q.user.ID || draft.Kind == store.Proposed && q.may(people.Publish, c.Section, c.Language)}
	page.Same = mine.Hash == newest.Hash
	if draft.Base != newest.Number {
		base, err := d.revision(q.Context(), c.ID, draft.Base)
		if err == nil {
			page.Theirs = passages(base, newest)
			_, page.Clashes = article.Merge(base.Body, mine.Body, newest.Body)
		} else if !fault.Is(err, fault.NotFound) {
			return err
		}
	}
	return show(a, d.views.merge, page)
}

// mergeSent joins a text with the newest revision and opens the result in the
// editor, as a draft of the asker. Nothing is saved as a revision yet.
func (d *Desk) mergeSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	draft, err := q.draftOf(c.ID)
	if err != nil {
		return err
	}
	newest, err := d.store.Revision(q.Context(), c.Revision)
	if err != nil {
		return err
	}
	doc, _, err := article.Parse(draft.Body)
	if err != nil {
		return err
	}
	out := store.Draft{Article: c.ID, Person: q.user.ID, Pen: newPen(), Base: newest.Number, Kind: store.Typing, Title: draft.Title, Lead: draft.Lead, Body: doc.HTML()}
	if base, err := d.revision(q.Context(), c.ID, draft.Base); err == nil && q.field("how") == "join" {
		out.Body, _ = article.Merge(base.Body, doc.HTML(), newest.Body)
		if draft.Title == base.Title {
			out.Title = newest.Title
		}
		if draft.Lead == base.Lead {
			out.Lead = newest.Lead
		}
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SaveDraft(&out); err != nil || draft.Person != q.user.ID || draft.Kind == store.Proposed {
			return err
		}
		return tx.DropDraft(c.ID, draft.Person, draft.Pen) // its words are in the new one
	})
	a.to(articlePath(c.ID, "") + "?pen=" + out.Pen + "&by=" + number(q.user.ID))
	return err
}
