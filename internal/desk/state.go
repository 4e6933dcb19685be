package desk

import (
	"strconv"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// stateSent brings an article from one state to the next: to review, to its
// moment of publication, to the public, and back.
func (d *Desk) stateSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	to, note := article.State(q.field("to")), q.field("note")
	seen, err := strconv.Atoi(q.field("number"))
	if err != nil {
		return fault.New(fault.Invalid, "the form does not say which revision you looked at").Hint("load the page again")
	}
	said := "state-" + string(to)
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		it, err := tx.ItemOf(c.ID)
		if err != nil {
			return err
		}
		at := &it.Article
		if !article.Inner(at.State, to) {
			if err := q.must(people.Publish, at.Section, at.Language); err != nil {
				return err
			}
		} else if err := q.must(people.Write, at.Section, at.Language); err != nil {
			return err
		}
		if at.State == to && to != article.Scheduled && to != article.Corrected {
			said = "state-already" // two pressed the same button
			return nil
		}
		if !at.State.MayBecome(to) {
			return fault.New(fault.Conflict, "the article is %q now and cannot become %q", string(at.State), string(to)).Hint("load the page again: somebody has changed its state meanwhile")
		}
		if seen != it.Revision.Number && to != article.Draft {
			return fault.New(fault.Conflict, "%s has saved revision %d since you opened the page, and you saw revision %d", it.Revision.Author, it.Revision.Number, seen).Hint("look at the newest revision, then press the button again")
		}
		return q.move(tx, it, to, note)
	})
	if err != nil {
		return err
	}
	a.to(saying(articlePath(c.ID, ""), said))
	return nil
}

// move writes the new state with all that hangs on it.
func (q *request) move(tx *store.Tx, it *store.Item, to article.State, note string) error {
	at := &it.Article
	was := at.State
	detail := string(was) + " → " + string(to)
	key := number(at.ID)
	if !was.Public() && (to == article.Scheduled || to == article.Published) {
		doc, err := it.Revision.Doc()
		if err != nil {
			return err
		}
		if err := checkPictures(doc); err != nil {
			return err
		}
	}
	switch to {
	case article.Scheduled:
		due, err := localTime(q.field("at"), q.field("zone"))
		if err != nil {
			return err
		}
		if !due.After(tx.Time()) {
			return fault.New(fault.Invalid, "%s is over", due.Format("2006-01-02 15:04:05 MST")).In("at").Hint("choose a moment to come, or publish now")
		}
		at.Published = due
		detail += " at " + due.Format("2006-01-02 15:04:05 MST")
		if err := tx.EnqueueAt(jobs.PublishJob, key, "", due); err != nil {
			return err
		}
	case article.Published:
		if was != article.Withdrawn || at.Published.IsZero() {
			at.Published = tx.Time()
		}
	case article.Draft, article.Review:
		if was == article.Scheduled {
			at.Published = it.Article.Published.Truncate(0)
		}
	case article.Corrected, article.Withdrawn:
		if note == "" {
			return fault.New(fault.Invalid, "the public is to be told why").In("note").Hint("write a sentence into the field for the note")
		}
		kind := store.Correction
		if to == article.Withdrawn {
			kind = store.Withdrawal
		}
		if err := tx.Tell(&store.Note{Article: at.ID, Kind: kind, Name: q.user.Name, Words: note}); err != nil {
			return err
		}
		detail += ": " + note
	}
	if was == article.Scheduled && to != article.Scheduled {
		if err := tx.Dequeue(jobs.PublishJob, key); err != nil {
			return err
		}
	}
	at.State = to
	if _, err := tx.Save(it); err != nil {
		return err
	}
	if err := q.readLater(tx, at.ID); err != nil {
		return err
	}
	return q.audit(tx, "article-"+string(to), about("article", at.ID), detail+", revision "+strconv.Itoa(it.Revision.Number))
}
