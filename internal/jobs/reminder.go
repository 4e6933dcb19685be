package jobs

import (
	"context"
	"errors"
	"maps"
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

// Reminder writes to whom a grant was given, that it will end. The site's
// names are those of letters, then those kept in the store.
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
		about, err := named(ctx, st, letters)
		if err != nil {
			return nil, err
		}
		l, err := mail.Write(rights.LetterLanguage(g.Language), "reminder", about.OfGrant(g, rights.Text{Title: card.Title, Language: card.Language, Slug: card.Slug}, terms.Contact))
		if err != nil {
			return nil, err
		}
		l.To, l.ReplyTo = mail.Address{Name: g.To, Email: g.Email}, terms.Contact.Email
		return func(tx *store.Tx) error { return tx.QueueLetter(&l) }, nil
	}}
}

// named gives the letters with the site's names as they are now.
func named(ctx context.Context, st *store.Store, l rights.Letters) (rights.Letters, error) {
	kept, err := st.Called(ctx)
	if err != nil {
		return l, err
	}
	names := map[string]string{}
	maps.Copy(names, kept)
	maps.Copy(names, l.Site)
	l.Site = names
	return l, nil
}
