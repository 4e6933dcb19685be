package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/subscribe"
)

const subscriberColumns = `id, email, tag, often, state, note, created, changed, seen_to, due, letters, lettered`

func scanSubscriber(scan func(...any) error) (s subscribe.Subscriber, err error) {
	var created, changed, seen, due, lettered int64
	err = scan(&s.ID, &s.Email, &s.Tag, &s.Often, &s.State, &s.Note, &created, &changed, &seen, &due, &s.Letters, &lettered)
	s.Created, s.Changed, s.SeenTo, s.Due, s.Lettered = fromMillis(created), fromMillis(changed), fromMillis(seen), fromMillis(due), fromMillis(lettered)
	return s, err
}

// SaveAsk keeps what somebody asked for whose address is not confirmed. It
// gives it its ID and moment.
func (tx *Tx) SaveAsk(a *subscribe.Ask) (err error) {
	if a.ID, err = tx.newID(); err != nil {
		return translate(err, "subscription")
	}
	a.Created = tx.Time()
	_, err = tx.exec(tx.ctx, `/* store.SaveAsk */ INSERT INTO subscription_asks (token, id, email, mailbox, tag, often, topic, created) VALUES (?,?,?,?,?,?,?,?)`,
		a.Token, a.ID, a.Email, mailbox(a.Email), a.Tag, string(a.Often), a.Topic, tx.now)
	return translate(err, "subscription")
}

// AskOf gives what a token confirms, by its hash.
func (q Queries) AskOf(ctx context.Context, hash string) (a subscribe.Ask, err error) {
	var created int64
	err = q.one(ctx, `/* store.AskOf */ SELECT token, id, email, tag, often, topic, created FROM subscription_asks WHERE token = ?`, []any{hash},
		&a.Token, &a.ID, &a.Email, &a.Tag, &a.Often, &a.Topic, &created)
	a.Created = fromMillis(created)
	return a, translate(err, "subscription")
}

// AskCount counts what was asked for with an address since a moment and not
// confirmed.
func (q Queries) AskCount(ctx context.Context, email string, since time.Time) (n int, err error) {
	err = q.one(ctx, `/* store.AskCount */ SELECT COUNT(*) FROM subscription_asks WHERE mailbox = ? AND created >= ?`, []any{mailbox(email), millis(since)}, &n)
	return n, translate(err, "subscription")
}

// DropAsks forgets what was asked for before a moment and never confirmed,
// with the letters about it, and says how many.
func (tx *Tx) DropAsks(before time.Time) (int, error) {
	if _, err := tx.exec(tx.ctx, `/* store.DropAsks */ DELETE FROM outbox WHERE subscriber IN (SELECT id FROM subscription_asks WHERE created < ?) AND subscriber <> 0`, millis(before)); err != nil {
		return 0, translate(err, "letter")
	}
	n, err := tx.exec(tx.ctx, `/* store.DropAsks */ DELETE FROM subscription_asks WHERE created < ?`, millis(before))
	return int(n), translate(err, "subscription")
}

// Confirm makes a subscriber of what was asked for: a new one, or the topic
// is added to those that the address follows already, and language and
// frequency are as asked now. What was public before is not sent.
func (tx *Tx) Confirm(a subscribe.Ask) (s subscribe.Subscriber, err error) {
	var id int64
	err = tx.one(tx.ctx, `/* store.Confirm */ SELECT id FROM subscribers WHERE mailbox = ?`, []any{mailbox(a.Email)}, &id)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		s = subscribe.Subscriber{Email: a.Email, Created: tx.Time(), SeenTo: tx.Time()}
		if s.ID, err = tx.newID(); err != nil {
			return s, translate(err, "subscriber")
		}
		_, err = tx.exec(tx.ctx, `/* store.Confirm */ INSERT INTO subscribers (id, email, mailbox, tag, language, often, state, note, created, changed, seen_to, due, letters, lettered)
			VALUES (?,?,?,'','','','','',?,0,?,0,0,0)`, s.ID, s.Email, mailbox(s.Email), tx.now, tx.now)
	case err == nil:
		s, err = tx.Subscriber(tx.ctx, id)
	}
	if err != nil {
		return s, translate(err, "subscriber")
	}
	had := false
	for _, t := range s.Topics {
		had = had || t.Name == a.Topic
	}
	if !had {
		s.Topics = append(s.Topics, subscribe.Topic{Name: a.Topic, Since: tx.Time()})
	}
	if s.State != subscribe.Active { // what appeared while he was away is not sent
		s.SeenTo = tx.Time()
	}
	s.Tag, s.Often, s.State, s.Note = a.Tag, a.Often, subscribe.Active, ""
	if err := tx.SaveSubscriber(&s); err != nil {
		return s, err
	}
	if _, err = tx.exec(tx.ctx, `/* store.Confirm */ DELETE FROM outbox WHERE subscriber = ? AND subscriber <> 0`, a.ID); err != nil {
		return s, translate(err, "letter")
	}
	_, err = tx.exec(tx.ctx, `/* store.Confirm */ DELETE FROM subscription_asks WHERE token = ?`, a.Token)
	return s, translate(err, "subscription")
}

// SaveSubscriber writes what a subscriber may change: state, tag, frequency,
// topics, and SeenTo. It sets Changed and Due.
func (tx *Tx) SaveSubscriber(s *subscribe.Subscriber) error {
	if len(s.Topics) > subscribe.MostTopics {
		return fault.New(fault.TooLarge, "more than %d topics are too many for one address", subscribe.MostTopics).Hint("follow all articles, or a section")
	}
	s.Changed, s.Due = tx.Time(), subscribe.Next(s.Often, tx.Time())
	n, err := tx.exec(tx.ctx, `/* store.SaveSubscriber */ UPDATE subscribers SET tag = ?, language = ?, often = ?, state = ?, note = ?, changed = ?, seen_to = ?, due = ? WHERE id = ?`,
		s.Tag, s.Language(), string(s.Often), string(s.State), s.Note, tx.now, millis(s.SeenTo), millis(s.Due), s.ID)
	if err == nil && n == 0 {
		return notFound("subscriber")
	}
	if err != nil {
		return translate(err, "subscriber")
	}
	if _, err := tx.exec(tx.ctx, `/* store.SaveSubscriber */ DELETE FROM subscriber_topics WHERE subscriber = ?`, s.ID); err != nil {
		return translate(err, "subscriber")
	}
	for _, t := range s.Topics {
		if _, err := tx.exec(tx.ctx, `/* store.SaveSubscriber */ INSERT INTO subscriber_topics (subscriber, topic, since) VALUES (?,?,?)`, s.ID, t.Name, millis(t.Since)); err != nil {
			return translate(err, "subscriber")
		}
	}
	return nil
}

// Suspend stops the letters to a subscriber whose mailbox is gone. An id of
// nobody changes nothing: the letter was to an address not yet confirmed.
func (tx *Tx) Suspend(id int64, why string) error {
	_, err := tx.exec(tx.ctx, `/* store.Suspend */ UPDATE subscribers SET state = 'suspended', note = ?, changed = ? WHERE id = ? AND state = 'active'`, why, tx.now, id)
	return translate(err, "subscriber")
}

// DropSubscriber deletes an address with everything that is kept under it:
// topics, letters sent and waiting, and what was asked for and not confirmed.
func (tx *Tx) DropSubscriber(id int64) error {
	for _, query := range []string{
		`/* store.DropSubscriber */ DELETE FROM outbox WHERE subscriber IN (SELECT id FROM subscription_asks WHERE mailbox = (SELECT mailbox FROM subscribers WHERE id = ?)) AND subscriber <> 0`,
		`/* store.DropSubscriber */ DELETE FROM subscription_asks WHERE mailbox = (SELECT mailbox FROM subscribers WHERE id = ?)`,
		`/* store.DropSubscriber */ DELETE FROM subscriber_topics WHERE subscriber = ?`,
		`/* store.DropSubscriber */ DELETE FROM outbox WHERE subscriber = ? AND subscriber <> 0`,
	} {
		if _, err := tx.exec(tx.ctx, query, id); err != nil {
			return translate(err, "subscriber")
		}
	}
	n, err := tx.exec(tx.ctx, `/* store.DropSubscriber */ DELETE FROM subscribers WHERE id = ?`, id)
	if err == nil && n == 0 {
		return notFound("subscriber")
	}
	return translate(err, "subscriber")
}

// ForgetEnded forgets those who stopped their letters before a moment, and says
// how many.
func (tx *Tx) ForgetEnded(before time.Time) (int, error) {
	ids, err := collect(tx.Queries, tx.ctx, `/* store.ForgetEnded */ SELECT id FROM subscribers WHERE state = 'ended' AND changed < ? ORDER BY changed, id LIMIT 1000`, []any{millis(before)},
		func(scan func(...any) error) (id int64, err error) { return id, scan(&id) })
	if err != nil {
		return 0, translate(err, "subscriber")
	}
	for _, id := range ids {
		if err := tx.DropSubscriber(id); err != nil {
			return 0, err
		}
	}
	return len(ids), nil
}

// Subscriber gives one with his topics.
func (q Queries) Subscriber(ctx context.Context, id int64) (subscribe.Subscriber, error) {
	list, err := q.subscribers(ctx, `/* store.Subscriber */ SELECT `+subscriberColumns+` FROM subscribers WHERE id = ?`, id)
	if err == nil && len(list) == 0 {
		return subscribe.Subscriber{}, notFound("subscriber")
	}
	if err != nil {
		return subscribe.Subscriber{}, err
	}
	return list[0], nil
}

// SubscriberFilter chooses subscribers; what is empty chooses all.
type SubscriberFilter struct {
	Email string // the whole address, any case
	After int64  // those with a greater id, for the next page
	Limit int    // 20 where it is 0
}

// Subscribers lists them in order of their ids.
func (q Queries) Subscribers(ctx context.Context, f SubscriberFilter) ([]subscribe.Subscriber, error) {
	var w where
	w.and("id > ?", f.After)
	if f.Email != "" {
		w.and("mailbox = ?", mailbox(f.Email))
	}
	return q.subscribers(ctx, `/* store.Subscribers */ SELECT `+subscriberColumns+` FROM subscribers`+w.String()+` ORDER BY id LIMIT ?`, append(w.args, limit(f.Limit))...)
}

// DueSubscribers gives up to n whose letter of a day or week is to be made
// now, those first who have waited longest.
func (q Queries) DueSubscribers(ctx context.Context, n int) ([]subscribe.Subscriber, error) {
	return q.subscribers(ctx, `/* store.DueSubscribers */ SELECT `+subscriberColumns+` FROM subscribers WHERE state = 'active' AND often <> 'once' AND due <= ? ORDER BY due, id LIMIT ?`, q.clock(), n)
}

// OnceSubscribers gives up to n who read a language, are written to at once,
// and have not seen what became public at a moment.
func (q Queries) OnceSubscribers(ctx context.Context, language string, news time.Time, n int) ([]subscribe.Subscriber, error) {
	return q.subscribers(ctx, `/* store.OnceSubscribers */ SELECT `+subscriberColumns+` FROM subscribers WHERE state = 'active' AND often = 'once' AND language = ? AND seen_to < ? ORDER BY seen_to, id LIMIT ?`,
		language, millis(news), n)
}

// subscribers reads subscribers and their topics.
func (q Queries) subscribers(ctx context.Context, query string, args ...any) ([]subscribe.Subscriber, error) {
	list, err := collect(q, ctx, query, args, scanSubscriber)
	if err != nil {
		return nil, translate(err, "subscriber")
	}
	at := make(map[int64]int, len(list))
	for begin := 0; begin < len(list); begin += 200 {
		var ids []any
		for i := begin; i < min(begin+200, len(list)); i++ {
			at[list[i].ID] = i
			ids = append(ids, list[i].ID)
		}
		type topic struct {
			of int64
			subscribe.Topic
		}
		topics, err := collect(q, ctx, `/* store.subscribers */ SELECT subscriber, topic, since FROM subscriber_topics WHERE subscriber IN (`+placeholders(len(ids))+`) ORDER BY subscriber, since, topic`, ids,
			func(scan func(...any) error) (t topic, err error) {
				var since int64
				err = scan(&t.of, &t.Name, &since)
				t.Since = fromMillis(since)
				return t, err
			})
		if err != nil {
			return nil, translate(err, "subscriber")
		}
		for _, t := range topics {
			s := &list[at[t.of]]
			s.Topics = append(s.Topics, t.Topic)
		}
	}
	return list, nil
}
