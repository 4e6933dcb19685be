package store

import (
	"context"
	"strconv"

	"shanyraq/internal/mail"
)

// MailJob is the kind of job that sends a letter of the outbox; its key is
// the letter's id.
const MailJob = "mail"

// MailManyJob is the same for letters that go to many: whoever waits for an
// answer of his own does not stand behind ten thousand of them.
const MailManyJob = "mail-many"

// QueueLetter puts a letter into the outbox, in the transaction of what
// causes it, with the job that sends it. It gives the letter its ID.
func (tx *Tx) QueueLetter(l *mail.Letter) (err error) {
	if l.ID, err = tx.newID(); err != nil {
		return translate(err, "letter")
	}
	if _, err := tx.exec(tx.ctx, `/* store.QueueLetter */ INSERT INTO outbox (id, name, email, reply_to, language, subject, body, html, headers, state, error, created, sent, subscriber) VALUES (?,?,?,?,?,?,?,?,?,'waiting','',?,0,?)`,
		l.ID, l.To.Name, l.To.Email, l.ReplyTo, l.Language, l.Subject, l.Text, l.HTML, toJSON(l.Headers), tx.now, l.Subscriber); err != nil {
		return translate(err, "letter")
	}
	kind := MailJob
	if l.Many {
		kind = MailManyJob
	}
	return tx.Enqueue(kind, strconv.FormatInt(l.ID, 10), "", 0)
}

// Letter gives a letter that waits to be sent; fault.NotFound where it has
// been.
func (q Queries) Letter(ctx context.Context, id int64) (l mail.Letter, err error) {
	var headers string
	err = q.one(ctx, `/* store.Letter */ SELECT id, name, email, reply_to, language, subject, body, html, headers, subscriber FROM outbox WHERE id = ? AND state <> 'sent'`, []any{id},
		&l.ID, &l.To.Name, &l.To.Email, &l.ReplyTo, &l.Language, &l.Subject, &l.Text, &l.HTML, &headers, &l.Subscriber)
	if err == nil {
		err = fromJSON(headers, &l.Headers)
	}
	return l, translate(err, "letter")
}

// LetterSent notes that a letter was sent, and drops its words: they may hold
// private addresses. Of a letter to a subscriber the mail address goes too.
func (tx *Tx) LetterSent(id int64) error {
	_, err := tx.exec(tx.ctx, `/* store.LetterSent */ UPDATE outbox SET state = 'sent', error = '', sent = ?, body = '', html = '', headers = '',
		name = CASE WHEN subscriber <> 0 THEN '' ELSE name END, email = CASE WHEN subscriber <> 0 THEN '' ELSE email END WHERE id = ?`, tx.now, id)
	return translate(err, "letter")
}

// LetterFailed notes why a letter was not sent; for good, where it will not
// be tried again.
func (tx *Tx) LetterFailed(id int64, why string, forGood bool) error {
	state := "waiting"
	if forGood {
		state = "failed"
	}
	_, err := tx.exec(tx.ctx, `/* store.LetterFailed */ UPDATE outbox SET state = ?, error = ? WHERE id = ? AND state <> 'sent'`, state, why, id)
	return translate(err, "letter")
}

// LetterCounts counts letters by state: "waiting", "sent", "failed".
func (q Queries) LetterCounts(ctx context.Context) (map[string]int, error) {
	type count struct {
		state string
		n     int
	}
	list, err := collect(q, ctx, `/* store.LetterCounts */ SELECT state, COUNT(*) FROM outbox GROUP BY state`, nil, func(scan func(...any) error) (c count, err error) {
		err = scan(&c.state, &c.n)
		return c, err
	})
	out := map[string]int{}
	for _, c := range list {
		out[c.state] = c.n
	}
	return out, translate(err, "letter")
}
