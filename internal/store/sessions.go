package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
)

// How long a session lasts: without a request, and in all.
const (
	SessionIdle = 12 * time.Hour
	SessionLife = 7 * 24 * time.Hour
	// sessionStep is how exactly the last request of a session is known:
	// fewer writes for more.
	sessionStep = 5 * time.Minute
)

// Session is one browser in which somebody is signed in.
type Session struct {
	ID      string // hash of its token: names it, and opens nothing
	Person  int64
	Created time.Time
	Seen    time.Time
	Agent   string
	Address string
}

// NewToken makes a secret of 256 random bits as it stands in a cookie or a link.
func NewToken() string {
	b := make([]byte, 32)
	rand.Read(b) // never fails
	return base64.RawURLEncoding.EncodeToString(b)
}

func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// BeginSession signs a user in and gives the token for his cookie. Sessions
// that have ended are swept out with it.
func (tx *Tx) BeginSession(user int64, agent, address string) (token string, err error) {
	token = NewToken()
	if _, err := tx.exec(tx.ctx, `/* store.BeginSession */ DELETE FROM sessions WHERE seen < ? OR created < ?`,
		tx.now-SessionIdle.Milliseconds(), tx.now-SessionLife.Milliseconds()); err != nil {
		return "", translate(err, "session")
	}
	_, err = tx.exec(tx.ctx, `/* store.BeginSession */ INSERT INTO sessions (token, person, created, seen, agent, address) VALUES (?,?,?,?,?,?)`,
		hashToken(token), user, tx.now, tx.now, clip(agent, 300), clip(address, 60))
	if err == nil {
		_, err = tx.exec(tx.ctx, `/* store.BeginSession */ UPDATE users SET seen = ? WHERE id = ?`, tx.now, user)
	}
	return token, translate(err, "session")
}

func clip(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}

// SignedIn gives the session of a token and its user; fault.Forbidden where
// the session has ended or its user may not act any more. stale reports that
// KeepSession should be called.
func (q Queries) SignedIn(ctx context.Context, token string, now time.Time) (s Session, u people.User, stale bool, err error) {
	list, err := q.sessions(ctx, `/* store.SignedIn */ SELECT token, person, created, seen, agent, address FROM sessions WHERE token = ?`, hashToken(token))
	if err != nil {
		return s, u, false, err
	}
	if len(list) == 0 || now.Sub(list[0].Seen) > SessionIdle || now.Sub(list[0].Created) > SessionLife {
		return s, u, false, userGone()
	}
	s = list[0]
	u, err = q.User(ctx, s.Person)
	if fault.Is(err, fault.NotFound) || err == nil && u.Disabled {
		return s, u, false, userGone()
	}
	return s, u, now.Sub(s.Seen) > sessionStep, err
}

func (q Queries) sessions(ctx context.Context, query string, args ...any) ([]Session, error) {
	list, err := collect(q, ctx, query, args, func(scan func(...any) error) (s Session, err error) {
		var created, seen int64
		err = scan(&s.ID, &s.Person, &created, &seen, &s.Agent, &s.Address)
		s.Created, s.Seen = fromMillis(created), fromMillis(seen)
		return s, err
	})
	return list, translate(err, "session")
}

// Sessions lists where a user is signed in, newest first.
func (q Queries) Sessions(ctx context.Context, user int64) ([]Session, error) {
	return q.sessions(ctx, `/* store.Sessions */ SELECT token, person, created, seen, agent, address FROM sessions WHERE person = ? ORDER BY seen DESC, token`, user)
}

// KeepSession notes that a session was used now.
func (tx *Tx) KeepSession(id string) error {
	_, err := tx.exec(tx.ctx, `/* store.KeepSession */ UPDATE sessions SET seen = ? WHERE token = ?`, tx.now, id)
	return translate(err, "session")
}

// EndSession signs one session of a user out.
func (tx *Tx) EndSession(user int64, id string) error {
	_, err := tx.exec(tx.ctx, `/* store.EndSession */ DELETE FROM sessions WHERE person = ? AND token = ?`, user, id)
	return translate(err, "session")
}

// EndSessions signs a user out everywhere but in the session to keep, which
// may be empty.
func (tx *Tx) EndSessions(user int64, keep string) error {
	_, err := tx.exec(tx.ctx, `/* store.EndSession */ DELETE FROM sessions WHERE person = ? AND token <> ?`, user, keep)
	return translate(err, "session")
}

// MakeLink makes a link that lets a user in once, for a purpose ("invite",
// "recover"), and gives its token. Older links of the user end.
func (tx *Tx) MakeLink(user int64, purpose string, life time.Duration) (token string, err error) {
	token = NewToken()
	if _, err := tx.exec(tx.ctx, `/* store.MakeLink */ DELETE FROM entry_links WHERE person = ? OR expires < ?`, user, tx.now); err != nil {
		return "", translate(err, "link")
	}
	_, err = tx.exec(tx.ctx, `/* store.MakeLink */ INSERT INTO entry_links (token, person, purpose, expires) VALUES (?,?,?,?)`,
		hashToken(token), user, purpose, tx.now+life.Milliseconds())
	return token, translate(err, "link")
}

// LinkUser gives the user and purpose of a link that still holds.
func (q Queries) LinkUser(ctx context.Context, token string, now time.Time) (u people.User, purpose string, err error) {
	var person int64
	err = q.one(ctx, `/* store.LinkUser */ SELECT person, purpose FROM entry_links WHERE token = ? AND expires >= ?`, []any{hashToken(token), millis(now)}, &person, &purpose)
	if err != nil {
		return u, "", translate(err, "link")
	}
	u, err = q.User(ctx, person)
	return u, purpose, err
}

// UseLink ends a link; fault.NotFound where it does not hold any more.
func (tx *Tx) UseLink(token string) error {
	n, err := tx.exec(tx.ctx, `/* store.UseLink */ DELETE FROM entry_links WHERE token = ? AND expires >= ?`, hashToken(token), tx.now)
	if err == nil && n == 0 {
		return notFound("link")
	}
	return translate(err, "link")
}
