package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
)

// Audited is one line of the audit log.
type Audited struct {
	ID      int64
	At      time.Time
	Person  int64  // 0 where nobody was signed in
	Name    string // of the person, as it was then
	What    string // "sign-in", "publish"
	About   string // "article 12", "user 3"
	Detail  string
	Address string // of the network
	Chain   string // hash over this line and the chain of the line before
}

const auditColumns = `id, at, person, name, what, about, detail, address, chain`

// Audit adds a line to the log. There is no way to change or take out one.
func (tx *Tx) Audit(who people.User, what, about, detail, address string) (err error) {
	a := Audited{At: tx.Time(), Person: who.ID, Name: who.Name, What: what, About: about, Detail: clip(detail, 2000), Address: clip(address, 60)}
	// The counter is written first: on a database with many writers its row
	// is the lock that puts the lines in one order.
	if _, err := tx.exec(tx.ctx, `/* store.Audit */ INSERT INTO settings (name, value) VALUES ('audit', '1')
		ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(settings.value AS BIGINT) + 1 AS TEXT)`); err != nil {
		return translate(err, "audit log")
	}
	var before string
	err = tx.one(tx.ctx, `/* store.Audit */ SELECT id, chain FROM audit ORDER BY id DESC LIMIT 1`, nil, &a.ID, &before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return translate(err, "audit log")
	}
	a.ID++
	a.Chain = a.link(before)
	_, err = tx.exec(tx.ctx, `/* store.Audit */ INSERT INTO audit (`+auditColumns+`) VALUES (?,?,?,?,?,?,?,?,?)`,
		a.ID, millis(a.At), a.Person, a.Name, a.What, a.About, a.Detail, a.Address, a.Chain)
	return translate(err, "audit log")
}

// link is the chain of a line that follows one with the chain before.
func (a Audited) link(before string) string {
	b, _ := json.Marshal([]any{before, a.ID, millis(a.At), a.Person, a.Name, a.What, a.About, a.Detail, a.Address})
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// AuditFilter chooses lines of the log. Zero fields choose all.
type AuditFilter struct {
	Person int64
	What   string
	About  string
	Before int64 // id: older ones only
	Limit  int
}

// AuditLog lists lines of the log, newest first.
func (q Queries) AuditLog(ctx context.Context, f AuditFilter) ([]Audited, error) {
	var w where
	if f.Person != 0 {
		w.and("person = ?", f.Person)
	}
	if f.What != "" {
		w.and("what = ?", f.What)
	}
	if f.About != "" {
		w.and("about = ?", f.About)
	}
	if f.Before != 0 {
		w.and("id < ?", f.Before)
	}
	list, err := collect(q, ctx, `/* store.AuditLog */ SELECT `+auditColumns+` FROM audit`+w.String()+` ORDER BY id DESC LIMIT ?`, append(w.args, limit(f.Limit)), scanAudited)
	return list, translate(err, "audit log")
}

func scanAudited(scan func(...any) error) (a Audited, err error) {
	var at int64
	err = scan(&a.ID, &at, &a.Person, &a.Name, &a.What, &a.About, &a.Detail, &a.Address, &a.Chain)
	a.At = fromMillis(at)
	return a, err
}

// CheckAudit follows the chain of the log from its first line and gives how
// many lines hold; fault.Invalid names the line where it breaks.
func (q Queries) CheckAudit(ctx context.Context) (n int, err error) {
	before, last := "", int64(0)
	for {
		list, err := collect(q, ctx, `/* store.CheckAudit */ SELECT `+auditColumns+` FROM audit WHERE id > ? ORDER BY id LIMIT 1000`, []any{last}, scanAudited)
		if err != nil {
			return n, translate(err, "audit log")
		}
		for _, a := range list {
			if a.Chain != a.link(before) {
				return n, fault.New(fault.Invalid, "the audit log was altered: line %d does not follow the one before", a.ID).
					Hint("compare the database with a backup made before %s", a.At.Format(time.DateTime))
			}
			before, last = a.Chain, a.ID
			n++
		}
		if len(list) < 1000 {
			return n, nil
		}
	}
}
