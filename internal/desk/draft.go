package desk

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"regexp"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// newPen names a window in which a text is written.
func newPen() string { return rand.Text()[:16] }

var penShape = regexp.MustCompile(`^[A-Za-z0-9-]{8,40}$`)

// decode reads the JSON that a script sends.
func (q *request) decode(v any) error {
	err := json.NewDecoder(q.Body).Decode(v)
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return formError(err)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return fault.Wrap(err, fault.Invalid, "what the editor sent is no JSON").Hint("load the page again; your text is kept in this browser")
	}
	return nil
}

// draftSent keeps what somebody is typing. It answers how the article stands,
// so that an open editor learns of others.
func (d *Desk) draftSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	var in typed
	if err := q.decode(&in); err != nil {
		return err
	}
	if !penShape.MatchString(in.Pen) {
		return fault.New(fault.Invalid, "a draft without a pen").Hint("load the page again")
	}
	if len(in.Body) > article.MaxBytes {
		return fault.New(fault.TooLarge, "the text has %d bytes, more than %d", len(in.Body), article.MaxBytes).Hint("split it into several articles; what you typed is kept in this browser")
	}
	draft := store.Draft{Article: c.ID, Person: q.user.ID, Pen: in.Pen, Seq: in.Seq, Base: in.Base, Kind: store.Typing, Title: in.Title, Lead: in.Lead, Body: in.Body}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SaveDraft(&draft); err != nil {
			return err
		}
		return tx.Editing(c.ID, q.user.ID, q.user.Name)
	})
	if err != nil {
		return err
	}
	return q.standing(a, c, draft.Seq)
}

// hereSent notes that an editor is open and tells how the article stands.
func (d *Desk) hereSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	var in struct {
		Gone bool `json:"gone"`
	}
	if err := q.decode(&in); err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if in.Gone {
			return tx.Leave(c.ID, q.user.ID)
		}
		return tx.Editing(c.ID, q.user.ID, q.user.Name)
	})
	if err != nil {
		return err
	}
	return q.standing(a, c, 0)
}

// standing answers an open editor: who else is at the text, and which
// revision is the newest.
func (q *request) standing(a *answer, c store.Card, seq int64) error {
	others, err := q.desk.store.Editors(q.Context(), c.ID, q.user.ID, q.desk.cfg.Now())
	if err != nil {
		return err
	}
	number, by, err := q.desk.store.Newest(q.Context(), c.ID)
	if err != nil {
		return err
	}
	return a.json(http.StatusOK, map[string]any{"seq": seq, "number": number, "by": by, "editors": others, "state": c.State})
}

// discardSent throws a draft of one's own away, or one that was proposed to
// whoever may publish.
func (d *Desk) discardSent(a *answer, q *request) error {
	c, err := q.card(people.Write)
	if err != nil {
		return err
	}
	draft, err := q.draftOf(c.ID)
	if err != nil {
		return err
	}
	if draft.Person != q.user.ID && (draft.Kind != store.Proposed || !q.may(people.Publish, c.Section, c.Language)) {
		return fault.New(fault.Forbidden, "this text is %s's", draft.Name).Hint("ask its writer")
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if draft.Kind != store.Typing {
			if err := q.audit(tx, "draft-discarded", about("article", c.ID), draft.Kind+" by "+draft.Name); err != nil {
				return err
			}
		}
		return tx.DropDraft(c.ID, draft.Person, draft.Pen)
	})
	a.to(saying(articlePath(c.ID, ""), "discarded"))
	return err
}
