package store

import (
	"context"
	"crypto/rand"

	"shanyraq/internal/rights"
)

const grantColumns = `id, number, request, article, grantee, email, language, wording, terms, last_day, oral, said, giver, officer, granted, revoked, why`

func scanGrant(scan func(...any) error) (g rights.Grant, err error) {
	var oral int
	var granted, revoked int64
	err = scan(&g.ID, &g.Number, &g.Request, &g.Article, &g.To, &g.Email, &g.Language, &g.Wording, &g.Terms, &g.Until, &oral, &g.Said, &g.Giver, &g.Officer, &granted, &revoked, &g.Why)
	g.Oral, g.Granted, g.Revoked = oral == 1, fromMillis(granted), fromMillis(revoked)
	return g, err
}

// SaveGrant writes a new grant and gives it its number: the next of the year
// in which it is granted.
func (tx *Tx) SaveGrant(g *rights.Grant) (err error) {
	if g.ID, err = tx.newID(); err != nil {
		return translate(err, "grant")
	}
	if g.Granted.IsZero() {
		g.Granted = fromMillis(tx.now)
	}
	year, n := g.Granted.UTC().Year(), 0
	if err := tx.one(tx.ctx, `/* store.SaveGrant */ SELECT COALESCE(MAX(place), 0) + 1 FROM grants WHERE year = ?`, []any{year}, &n); err != nil {
		return translate(err, "grant")
	}
	var random [4]byte
	rand.Read(random[:])
	g.Number = rights.Number(year, n, random)
	_, err = tx.exec(tx.ctx, `/* store.SaveGrant */ INSERT INTO grants (`+grantColumns+`, year, place) VALUES (`+placeholders(19)+`)`,
		g.ID, g.Number, g.Request, g.Article, g.To, g.Email, g.Language, g.Wording, g.Terms, g.Until, flag(g.Oral), g.Said, g.Giver, g.Officer,
		millis(g.Granted), millis(g.Revoked), g.Why, year, n)
	return translate(err, "grant")
}

// RevokeGrant writes that a grant was taken back.
func (tx *Tx) RevokeGrant(g rights.Grant) error {
	n, err := tx.exec(tx.ctx, `/* store.RevokeGrant */ UPDATE grants SET revoked = ?, why = ? WHERE id = ? AND revoked = 0`, millis(g.Revoked), g.Why, g.ID)
	if err == nil && n == 0 {
		return notFound("grant")
	}
	return translate(err, "grant")
}

// Grant gives the grant of a number.
func (q Queries) Grant(ctx context.Context, number string) (rights.Grant, error) {
	return q.grant(ctx, `/* store.Grant */ SELECT `+grantColumns+` FROM grants WHERE number = ?`, number)
}

// GrantByID gives a grant by its id.
func (q Queries) GrantByID(ctx context.Context, id int64) (rights.Grant, error) {
	return q.grant(ctx, `/* store.GrantByID */ SELECT `+grantColumns+` FROM grants WHERE id = ?`, id)
}

func (q Queries) grant(ctx context.Context, query string, arg any) (rights.Grant, error) {
	list, err := collect(q, ctx, query, []any{arg}, scanGrant)
	if err == nil && len(list) == 0 {
		return rights.Grant{}, notFound("grant")
	}
	if err != nil {
		return rights.Grant{}, translate(err, "grant")
	}
	return list[0], nil
}

// GrantFilter chooses grants; what is empty chooses all.
type GrantFilter struct {
	Request, Article int64
	From, To         string // last day within these, both included; grants that end
	Before           int64  // older than this one: for the next page
	Limit            int    // 0 for all
}

// Grants lists grants, the newest first; with From or To set, those that end
// first come first.
func (q Queries) Grants(ctx context.Context, f GrantFilter) ([]rights.Grant, error) {
	var w where
	if f.Request != 0 {
		w.and(`request = ?`, f.Request)
	}
	if f.Article != 0 {
		w.and(`article = ?`, f.Article)
	}
	order := ` ORDER BY id DESC`
	if f.From != "" || f.To != "" {
		w.and(`last_day <> '' AND last_day >= ? AND revoked = 0`, f.From)
		if f.To != "" {
			w.and(`last_day <= ?`, f.To)
		}
		order = ` ORDER BY last_day, id`
	} else if f.Before != 0 {
		w.and(`id < ?`, f.Before)
	}
	if f.Limit > 0 {
		order += ` LIMIT ?`
		w.args = append(w.args, f.Limit)
	}
	list, err := collect(q, ctx, `/* store.Grants */ SELECT `+grantColumns+` FROM grants`+w.String()+order, w.args, scanGrant)
	return list, translate(err, "grant")
}
