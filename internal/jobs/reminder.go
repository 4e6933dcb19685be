package jobs

import (
	"context"
	"errors"
	"strconv"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
)

// ReminderJob is the kind of job that reminds of the end of a grant; its key
// is the grant's id. It is enqueued with the grant, for its moment.
const ReminderJob = "grant-reminder"

// Reminder writes to whom a grant was given, that it will end.
func Reminder(letters rights.Letters) Task {
	return Task{Kind: ReminderJob, Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
		id, err := strconv.ParseInt(j.Key, 10, 64)
		if err != nil {
			return nil, errors.Join(fault.Wrap(err, fault.Invalid, "a reminder names no grant: %q", j.Key), ErrGiveUp)
		}
		g, err := st.GrantByID(ctx, id)
		if fault.Is(err, fault.NotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if g.Email == "" || g.On(st.Now(), time.UTC) != rights.InForce { // nobody to tell, or nothing any more
			return nil, nil
		}
		card, err := st.ArticleByID(ctx, g.Article)
		if err != nil {
			return nil, err
		}
		terms, err := st.ResolveTerms(ctx, card.Section, card.ID)
		if err != nil {
			return nil, err
		}
		l, err := mail.Write(rights.LetterLanguage(g.Language), "reminder", letters.OfGrant(g, rights.Text{Title: card.Title, Language: card.Language, Slug: card.Slug}, terms.Contact))
		if err != nil {
			return nil, err
		}
		l.To, l.ReplyTo = mail.Address{Name: g.To, Email: g.Email}, terms.Contact.Email
		return func(tx *store.Tx) error { return tx.QueueLetter(&l) }, nil
	}}
}
