package jobs

import (
	"context"
	"log/slog"
	"time"

	"shanyraq/internal/mail"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
)

// DigestJob is the kind of the job that makes the letters to subscribers.
// There is one, which begins again by itself.
const DigestJob = "digest"

const (
	digestEvery = time.Minute     // between looks
	digestBatch = 100             // subscribers whose letters are queued in one transaction
	digestWork  = 3 * time.Minute // after which the rest is left to the next job
)

// Composer writes letters to subscribers: of the news of his language in
// (SeenTo, upTo] what each follows. A letter without an address stands for
// nothing new. All of the list read one language.
type Composer interface {
	Digests(ctx context.Context, list []subscribe.Subscriber, upTo time.Time) ([]mail.Letter, error)
}

// Digests makes the letters to subscribers. Writing them takes no
// transaction; queuing those of a batch and moving their readers on is one, so
// that the site is never kept waiting for long.
func Digests(c Composer) Task {
	return Task{
		Kind: DigestJob, Attempts: 1 << 30, Wait: func(n int) time.Duration { return min(time.Minute<<min(n, 6), time.Hour) },
		Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
			made, all, err := digests(ctx, st, c)
			if made > 0 {
				slog.Info("jobs: letters to subscribers are made", "number", made)
			}
			if err != nil {
				return nil, err
			}
			wait := digestEvery
			if !all {
				wait = 0
			}
			return func(tx *store.Tx) error { return tx.Enqueue(DigestJob, j.Key, "", wait) }, nil
		},
	}
}

// digests makes all letters that are due, and says how many, and whether
// those were all.
func digests(ctx context.Context, st *store.Store, c Composer) (made int, all bool, err error) {
	begun := time.Now()
	late := func() bool { return time.Since(begun) > digestWork }
	languages, err := st.SubscribedLanguages(ctx)
	if err != nil {
		return 0, false, err
	}
	for _, language := range languages {
		upTo, newest, err := st.NewsTo(ctx, language)
		if err != nil {
			return made, false, err
		}
		for !newest.IsZero() && !late() {
			list, err := st.OnceSubscribers(ctx, language, newest, digestBatch)
			if err != nil {
				return made, false, err
			}
			n, err := digest(ctx, st, c, list, upTo)
			made += n
			if err != nil {
				return made, false, err
			}
			if len(list) < digestBatch {
				break
			}
		}
	}
	for !late() {
		list, err := st.DueSubscribers(ctx, digestBatch)
		if err != nil {
			return made, false, err
		}
		byLanguage := map[string][]subscribe.Subscriber{}
		var order []string
		for _, s := range list {
			if byLanguage[s.Language()] == nil {
				order = append(order, s.Language())
			}
			byLanguage[s.Language()] = append(byLanguage[s.Language()], s)
		}
		for _, language := range order {
			upTo, _, err := st.NewsTo(ctx, language)
			if err != nil {
				return made, false, err
			}
			n, err := digest(ctx, st, c, byLanguage[language], upTo)
			made += n
			if err != nil {
				return made, false, err
			}
		}
		if len(list) < digestBatch {
			return made, true, nil
		}
	}
	return made, false, nil
}

// digest writes the letters of a batch, then queues them.
func digest(ctx context.Context, st *store.Store, c Composer, list []subscribe.Subscriber, upTo time.Time) (made int, err error) {
	if len(list) == 0 {
		return 0, nil
	}
	letters, err := c.Digests(ctx, list, upTo)
	if err != nil {
		return 0, err
	}
	err = st.Update(ctx, func(tx *store.Tx) error {
		made = 0
		for i, s := range list {
			var l *mail.Letter
			if letters[i].To.Email != "" {
				l = &letters[i]
			}
			ok, err := tx.Digest(s, upTo, l)
			if err != nil {
				return err
			}
			if ok && l != nil {
				made++
			}
		}
		return nil
	})
	return made, err
}
