package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
)

// The jobs of our own WebSub hub. VerifyJob asks a subscriber whether a
// request was his; its payload is the request. FeedJob sends a subscriber the
// feed; its key is the subscription's id.
const (
	VerifyJob = "websub-verify"
	FeedJob   = "websub-feed"
)

// How many subscriptions there may be, in all and with callbacks at one host:
// each is an address that we send to.
const (
	MostSubscriptions = 20_000
	MostOfHost        = 500
)

const subscriptionColumns = `id, topic, callback, secret, ends, sent`

func scanSubscription(scan func(...any) error) (s hooks.Subscription, err error) {
	var ends int64
	err = scan(&s.ID, &s.Topic, &s.Callback, &s.Secret, &ends, &s.Sent)
	s.Ends = fromMillis(ends)
	return s, err
}

// SaveSubscription writes a subscription that its subscriber has confirmed, or
// renews it with the secret and the end it has now. host is the callback's.
func (tx *Tx) SaveSubscription(s *hooks.Subscription, host string) error {
	err := tx.one(tx.ctx, `/* store.SaveSubscription */ SELECT id FROM subscriptions WHERE topic = ? AND callback = ?`, []any{s.Topic, s.Callback}, &s.ID)
	if err == nil {
		_, err = tx.exec(tx.ctx, `/* store.SaveSubscription */ UPDATE subscriptions SET secret = ?, ends = ? WHERE id = ?`, s.Secret, millis(s.Ends), s.ID)
		return translate(err, "subscription")
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return translate(err, "subscription")
	}
	var all, there int
	if err := tx.one(tx.ctx, `/* store.SaveSubscription */ SELECT (SELECT COUNT(*) FROM subscriptions), (SELECT COUNT(*) FROM subscriptions WHERE host = ?)`, []any{host}, &all, &there); err != nil {
		return translate(err, "subscription")
	}
	if all >= MostSubscriptions || there >= MostOfHost {
		return fault.New(fault.TooMany, "the hub has as many subscriptions as it takes").Hint("wait until some have ended")
	}
	if s.ID, err = tx.newID(); err != nil {
		return translate(err, "subscription")
	}
	_, err = tx.exec(tx.ctx, `/* store.SaveSubscription */ INSERT INTO subscriptions (id, topic, callback, host, secret, ends, sent) VALUES (?,?,?,?,?,?,'')`,
		s.ID, s.Topic, s.Callback, host, s.Secret, millis(s.Ends))
	return translate(err, "subscription")
}

// Subscription gives a subscription; fault.NotFound where there is none, or
// its time is over.
func (q Queries) Subscription(ctx context.Context, id int64) (hooks.Subscription, error) {
	list, err := collect(q, ctx, `/* store.Subscription */ SELECT `+subscriptionColumns+` FROM subscriptions WHERE id = ? AND ends > ?`, []any{id, q.at()}, scanSubscription)
	if err == nil && len(list) == 0 {
		return hooks.Subscription{}, notFound("subscription")
	}
	if err != nil {
		return hooks.Subscription{}, translate(err, "subscription")
	}
	return list[0], nil
}

// SubscriptionsTo lists the subscriptions to a topic that hold.
func (q Queries) SubscriptionsTo(ctx context.Context, topic string) ([]hooks.Subscription, error) {
	list, err := collect(q, ctx, `/* store.SubscriptionsTo */ SELECT `+subscriptionColumns+` FROM subscriptions WHERE topic = ? AND ends > ? ORDER BY callback`, []any{topic, q.at()}, scanSubscription)
	return list, translate(err, "subscription")
}

// SubscriptionCount counts the subscriptions that hold.
func (q Queries) SubscriptionCount(ctx context.Context) (n int, err error) {
	err = q.one(ctx, `/* store.SubscriptionCount */ SELECT COUNT(*) FROM subscriptions WHERE ends > ?`, []any{q.at()}, &n)
	return n, translate(err, "subscription")
}

// SubscriptionSent notes what a subscriber was sent last.
func (tx *Tx) SubscriptionSent(id int64, hash string) error {
	_, err := tx.exec(tx.ctx, `/* store.SubscriptionSent */ UPDATE subscriptions SET sent = ? WHERE id = ?`, hash, id)
	return translate(err, "subscription")
}

// DropSubscription ends the subscription of a callback to a topic, where there
// is one.
func (tx *Tx) DropSubscription(topic, callback string) error {
	_, err := tx.exec(tx.ctx, `/* store.DropSubscription */ DELETE FROM subscriptions WHERE topic = ? AND callback = ?`, topic, callback)
	return translate(err, "subscription")
}

// DropEnded deletes the subscriptions whose time is over by a moment.
func (tx *Tx) DropEnded(by time.Time) (int64, error) {
	n, err := tx.exec(tx.ctx, `/* store.DropEnded */ DELETE FROM subscriptions WHERE ends <= ?`, millis(by))
	return n, translate(err, "subscription")
}
