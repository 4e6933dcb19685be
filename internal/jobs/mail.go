package jobs

import (
	"context"
	"errors"
	"strconv"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/store"
)

// Mail sends the letters of the outbox. One that cannot be sent now is tried
// for two days, later each time; one that the server refuses for good is not
// tried again. Both stay in the outbox with the reason. A subscriber whose
// mailbox the server does not know is suspended.
//
// A program that ends between the server's yes and its note of it sends the
// letter again: once for each such end and each of the letters then under way,
// with the same Message-ID, by which mail programs know them for one.
func Mail(sender mail.Sender) Task { return sends(sender, store.MailJob) }

// MailMany is Mail for the letters that go to many subscribers.
func MailMany(sender mail.Sender) Task { return sends(sender, store.MailManyJob) }

func sends(sender mail.Sender, kind string) Task {
	const attempts = 14
	wait := func(n int) time.Duration { return min(15*time.Second<<min(n, 12), 6*time.Hour) }
	return Task{
		Kind: kind, Parallel: 4, Lease: 2 * time.Minute, Attempts: attempts, Wait: wait,
		Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
			id, err := strconv.ParseInt(j.Key, 10, 64)
			if err != nil {
				return nil, errors.Join(fault.Wrap(err, fault.Invalid, "a job to send names no letter: %q", j.Key), ErrGiveUp)
			}
			l, err := st.Letter(ctx, id)
			if fault.Is(err, fault.NotFound) { // sent already
				return nil, nil
			}
			if err != nil {
				return nil, err
			}
			err = sender.Send(ctx, l)
			if err == nil {
				return func(tx *store.Tx) error { return tx.LetterSent(id) }, nil
			}
			forGood := fault.Is(err, fault.Invalid)
			if ctx.Err() == nil {
				note := st.Update(ctx, func(tx *store.Tx) error {
					if l.Subscriber != 0 && errors.Is(err, mail.ErrNoMailbox) {
						if err := tx.Suspend(l.Subscriber, err.Error()); err != nil {
							return err
						}
					}
					return tx.LetterFailed(id, err.Error(), forGood || j.Attempt >= attempts)
				})
				err = errors.Join(err, note)
			}
			if forGood {
				err = errors.Join(err, ErrGiveUp)
			}
			return nil, err
		},
	}
}
