package store

import (
	"context"
	"strings"
	"time"

	"shanyraq/internal/fault"
)

// Exception is the form that editors want a word or phrase to have in a
// script variant, against the rules. Package translit says how words and
// forms are written, and whether they can be used.
type Exception struct {
	Article int64  // 0 for every text of the site; an article's own win over those
	Tag     string // of the variant, as in addresses: "kk-Latn"
	Word    string // "ЮНЕСКО", "ресейлік*"
	Form    string // empty: the word stays as it is written
	Who     string
	When    time.Time // of its last change
}

// SetException writes an exception, in the place of an older one of the same
// word. When is the time of the transaction.
func (tx *Tx) SetException(e Exception) error {
	e.Word = strings.TrimSpace(e.Word)
	if e.Word == "" || e.Tag == "" || e.Who == "" {
		return fault.New(fault.Invalid, "an exception needs a word, the tag of a script and who sets it").At("exception %q", e.Word)
	}
	_, err := tx.exec(tx.ctx, `/* store.SetException */ INSERT INTO script_exceptions (article, tag, word, form, who, at) VALUES (?,?,?,?,?,?)
		ON CONFLICT (article, tag, word) DO UPDATE SET form = excluded.form, who = excluded.who, at = excluded.at`,
		e.Article, e.Tag, e.Word, e.Form, e.Who, tx.now)
	return translate(err, "exception")
}

// DropException takes an exception out; fault.NotFound where there is none.
func (tx *Tx) DropException(article int64, tag, word string) error {
	n, err := tx.exec(tx.ctx, `/* store.DropException */ DELETE FROM script_exceptions WHERE article = ? AND tag = ? AND word = ?`, article, tag, strings.TrimSpace(word))
	if err == nil && n == 0 {
		return notFound("exception")
	}
	return translate(err, "exception")
}

// Exceptions gives all exceptions, those of the site first, then by article,
// tag and word. A site has some hundreds at most.
func (q Queries) Exceptions(ctx context.Context) ([]Exception, error) {
	list, err := collect(q, ctx, `/* store.Exceptions */ SELECT article, tag, word, form, who, at FROM script_exceptions ORDER BY article, tag, word`, nil,
		func(scan func(...any) error) (e Exception, err error) {
			var at int64
			err = scan(&e.Article, &e.Tag, &e.Word, &e.Form, &e.Who, &at)
			e.When = fromMillis(at)
			return e, err
		})
	return list, translate(err, "exception")
}
