package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"shanyraq/internal/people"
)

// Step is what stands between two steps of signing in.
type Step struct {
	Person int64 // 0 where not known yet
	Kind   string
	Data   string
}

// MakeStep keeps a step and gives the token for its cookie.
func (tx *Tx) MakeStep(s Step, life time.Duration) (token string, err error) {
	token = NewToken()
	if _, err := tx.exec(tx.ctx, `/* store.MakeStep */ DELETE FROM signin_steps WHERE expires < ?`, tx.now); err != nil {
		return "", translate(err, "step")
	}
	_, err = tx.exec(tx.ctx, `/* store.MakeStep */ INSERT INTO signin_steps (token, person, kind, data, expires) VALUES (?,?,?,?,?)`,
		hashToken(token), s.Person, s.Kind, s.Data, tx.now+life.Milliseconds())
	return token, translate(err, "step")
}

// Step gives a step that still holds; fault.NotFound where there is none.
func (q Queries) Step(ctx context.Context, token string, now time.Time) (s Step, err error) {
	err = q.one(ctx, `/* store.Step */ SELECT person, kind, data FROM signin_steps WHERE token = ? AND expires >= ?`, []any{hashToken(token), millis(now)}, &s.Person, &s.Kind, &s.Data)
	return s, translate(err, "step")
}

// EndStep ends a step; fault.NotFound where it was ended before, so that a
// challenge serves once.
func (tx *Tx) EndStep(token string) error {
	n, err := tx.exec(tx.ctx, `/* store.EndStep */ DELETE FROM signin_steps WHERE token = ?`, hashToken(token))
	if err == nil && n == 0 {
		return notFound("step")
	}
	return translate(err, "step")
}

// Refuse notes a refused attempt under its keys. Attempts older than the
// window are swept out.
func (tx *Tx) Refuse(window time.Duration, keys ...string) error {
	if _, err := tx.exec(tx.ctx, `/* store.Refuse */ DELETE FROM refusals WHERE at < ?`, tx.now-window.Milliseconds()); err != nil {
		return translate(err, "attempt")
	}
	for _, key := range keys {
		id, err := tx.newID()
		if err == nil {
			_, err = tx.exec(tx.ctx, `/* store.Refuse */ INSERT INTO refusals (key, at, id) VALUES (?,?,?)`, key, tx.now, id)
		}
		if err != nil {
			return translate(err, "attempt")
		}
	}
	return nil
}

// Refusals counts the attempts refused under a key since a time, and tells
// when the first of them was.
func (q Queries) Refusals(ctx context.Context, key string, since time.Time) (n int, first time.Time, err error) {
	var at int64
	err = q.one(ctx, `/* store.Refusals */ SELECT COUNT(*), COALESCE(MIN(at), 0) FROM refusals WHERE key = ? AND at >= ?`, []any{key, millis(since)}, &n, &at)
	return n, fromMillis(at), translate(err, "attempt")
}

// Forgive forgets the refused attempts under a key, after one that was right.
func (tx *Tx) Forgive(key string) error {
	_, err := tx.exec(tx.ctx, `/* store.Refuse */ DELETE FROM refusals WHERE key = ?`, key)
	return translate(err, "attempt")
}

// UserBySubject gives the user whom an identity provider's subject is bound
// to; fault.NotFound where it is bound to nobody.
func (q Queries) UserBySubject(ctx context.Context, subject string) (people.User, error) {
	var id int64
	err := q.one(ctx, `/* store.UserBySubject */ SELECT person FROM subjects WHERE subject = ?`, []any{subject}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		return people.User{}, notFound("user")
	}
	if err != nil {
		return people.User{}, translate(err, "user")
	}
	return q.User(ctx, id)
}

// BindSubject binds an identity provider's subject to a user, once.
func (tx *Tx) BindSubject(subject string, user int64) error {
	_, err := tx.exec(tx.ctx, `/* store.BindSubject */ INSERT INTO subjects (subject, person) VALUES (?, ?)`, subject, user)
	return translate(err, "user")
}
