package store

import (
	"context"
	"strings"
	"time"

	"shanyraq/internal/rights"
)

const requestColumns = `id, article, language, name, email, organisation, purpose, medium, last_day, commercial, state, reason, who, created, verified, closed`

func scanRequest(scan func(...any) error) (r rights.Request, err error) {
	var commercial int
	var created, verified, closed int64
	err = scan(&r.ID, &r.Article, &r.Language, &r.Name, &r.Email, &r.Organisation, &r.Purpose, &r.Where, &r.Until, &commercial, &r.State, &r.Reason, &r.By, &created, &verified, &closed)
	r.Commercial, r.Created, r.Verified, r.Closed = commercial == 1, fromMillis(created), fromMillis(verified), fromMillis(closed)
	return r, err
}

// SaveRequest writes a request: a new one where its ID is 0, which it then
// gets.
func (tx *Tx) SaveRequest(r *rights.Request) (err error) {
	if r.ID != 0 {
		n, err := tx.exec(tx.ctx, `/* store.SaveRequest */ UPDATE requests SET state = ?, reason = ?, who = ?, verified = ?, closed = ? WHERE id = ?`,
			string(r.State), r.Reason, r.By, millis(r.Verified), millis(r.Closed), r.ID)
		if err == nil && n == 0 {
			return notFound("request")
		}
		return translate(err, "request")
	}
	if r.ID, err = tx.newID(); err != nil {
		return translate(err, "request")
	}
	if r.Created.IsZero() {
		r.Created = fromMillis(tx.now)
	}
	_, err = tx.exec(tx.ctx, `/* store.SaveRequest */ INSERT INTO requests (`+requestColumns+`, mailbox) VALUES (`+placeholders(17)+`)`,
		r.ID, r.Article, r.Language, r.Name, r.Email, r.Organisation, r.Purpose, r.Where, r.Until, flag(r.Commercial), string(r.State), r.Reason, r.By,
		millis(r.Created), millis(r.Verified), millis(r.Closed), mailbox(r.Email))
	return translate(err, "request")
}

// mailbox is an address as it is compared: few servers tell capitals apart.
func mailbox(email string) string { return strings.ToLower(email) }

// Request gives one request.
func (q Queries) Request(ctx context.Context, id int64) (rights.Request, error) {
	list, err := collect(q, ctx, `/* store.Request */ SELECT `+requestColumns+` FROM requests WHERE id = ?`, []any{id}, scanRequest)
	if err == nil && len(list) == 0 {
		return rights.Request{}, notFound("request")
	}
	if err != nil {
		return rights.Request{}, translate(err, "request")
	}
	return list[0], nil
}

// RequestFilter chooses requests; what is empty chooses all.
type RequestFilter struct {
	State   rights.State
	Email   string
	Article int64
	Before  int64 // older than this request: for the next page
	Oldest  bool  // first: of those who wait, who has waited longest
	Since   time.Time
	Limit   int // 0 for all
}

// Requests lists requests, the newest first unless Oldest is set.
func (q Queries) Requests(ctx context.Context, f RequestFilter) ([]rights.Request, error) {
	var w where
	if f.State != "" {
		w.and(`state = ?`, string(f.State))
	}
	if f.Email != "" {
		w.and(`mailbox = ?`, mailbox(f.Email))
	}
	if f.Article != 0 {
		w.and(`article = ?`, f.Article)
	}
	if !f.Since.IsZero() {
		w.and(`created >= ?`, millis(f.Since))
	}
	order := ` ORDER BY id DESC`
	switch {
	case f.Oldest && f.Before != 0:
		w.and(`id > ?`, f.Before)
		order = ` ORDER BY id`
	case f.Oldest:
		order = ` ORDER BY id`
	case f.Before != 0:
		w.and(`id < ?`, f.Before)
	}
	if f.Limit > 0 {
		order += ` LIMIT ?`
		w.args = append(w.args, f.Limit)
	}
	list, err := collect(q, ctx, `/* store.Requests */ SELECT `+requestColumns+` FROM requests`+w.String()+order, w.args, scanRequest)
	return list, translate(err, "request")
}

// RequestCounts counts requests by state.
func (q Queries) RequestCounts(ctx context.Context) (map[rights.State]int, error) {
	type count struct {
		state rights.State
		n     int
	}
	list, err := collect(q, ctx, `/* store.RequestCounts */ SELECT state, COUNT(*) FROM requests GROUP BY state`, nil, func(scan func(...any) error) (c count, err error) {
		err = scan(&c.state, &c.n)
		return c, err
	})
	out := map[rights.State]int{}
	for _, c := range list {
		out[c.state] = c.n
	}
	return out, translate(err, "request")
}

// DropUnverified deletes requests that were made before a moment and never
// confirmed, and says how many: nobody is known to have made them.
func (tx *Tx) DropUnverified(before time.Time) (int, error) {
	n, err := tx.exec(tx.ctx, `/* store.DropUnverified */ DELETE FROM requests WHERE state = 'unverified' AND created < ?`, millis(before))
	return int(n), translate(err, "request")
}

// AddNote adds a word to the talk about a request.
func (tx *Tx) AddNote(n *rights.Note) (err error) {
	if n.ID, err = tx.newID(); err != nil {
		return translate(err, "note")
	}
	if n.At.IsZero() {
		n.At = fromMillis(tx.now)
	}
	_, err = tx.exec(tx.ctx, `/* store.AddNote */ INSERT INTO request_notes (id, request, officer, body, created) VALUES (?,?,?,?,?)`, n.ID, n.Request, n.Officer, n.Text, millis(n.At))
	return translate(err, "note")
}

// Notes gives the talk about a request, in its order.
func (q Queries) Notes(ctx context.Context, request int64) ([]rights.Note, error) {
	list, err := collect(q, ctx, `/* store.Notes */ SELECT id, request, officer, body, created FROM request_notes WHERE request = ? ORDER BY id`, []any{request},
		func(scan func(...any) error) (n rights.Note, err error) {
			var at int64
			err = scan(&n.ID, &n.Request, &n.Officer, &n.Text, &at)
			n.At = fromMillis(at)
			return n, err
		})
	return list, translate(err, "note")
}
