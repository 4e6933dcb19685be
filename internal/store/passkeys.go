package store

import (
	"context"
	"time"
)

// Passkey is a key that a device keeps for a user.
type Passkey struct {
	ID         string // credential id, base64url
	Person     int64
	Name       string // as the user calls the device
	Credential string // JSON, as the WebAuthn library keeps it
	Created    time.Time
	Used       time.Time
}

func (q Queries) passkeys(ctx context.Context, query string, args ...any) ([]Passkey, error) {
	list, err := collect(q, ctx, query, args, func(scan func(...any) error) (p Passkey, err error) {
		var created, used int64
		err = scan(&p.ID, &p.Person, &p.Name, &p.Credential, &created, &used)
		p.Created, p.Used = fromMillis(created), fromMillis(used)
		return p, err
	})
	return list, translate(err, "passkey")
}

// Passkeys lists the keys of a user, newest first.
func (q Queries) Passkeys(ctx context.Context, user int64) ([]Passkey, error) {
	return q.passkeys(ctx, `/* store.Passkeys */ SELECT id, person, name, credential, created, used FROM passkeys WHERE person = ? ORDER BY created DESC, id`, user)
}

// SavePasskey writes a new key, or what using it changed.
func (tx *Tx) SavePasskey(p Passkey) error {
	_, err := tx.exec(tx.ctx, `/* store.SavePasskey */ INSERT INTO passkeys (id, person, name, credential, created, used) VALUES (?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET credential = excluded.credential, used = excluded.used`, p.ID, p.Person, p.Name, p.Credential, tx.now, tx.now)
	return translate(err, "passkey")
}

// DropPasskey takes a key from a user; fault.NotFound where he has none such.
func (tx *Tx) DropPasskey(user int64, id string) error {
	n, err := tx.exec(tx.ctx, `/* store.DropPasskey */ DELETE FROM passkeys WHERE person = ? AND id = ?`, user, id)
	if err == nil && n == 0 {
		return notFound("passkey")
	}
	return translate(err, "passkey")
}
