package store

import (
	"context"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
)

const hookColumns = `id, name, address, state, kinds, sections, languages, secret, old, old_end, failed, silent, rests, created`

func scanHook(scan func(...any) error) (p hooks.Endpoint, err error) {
	var kinds, sections, languages string
	var oldEnd, failed, rests, created int64
	if err = scan(&p.ID, &p.Name, &p.Address, &p.State, &kinds, &sections, &languages, &p.Secret, &p.Old, &oldEnd, &failed, &p.Silent, &rests, &created); err != nil {
		return p, err
	}
	p.OldEnd, p.Failed, p.Rests, p.Created = fromMillis(oldEnd), fromMillis(failed), fromMillis(rests), fromMillis(created)
	for text, list := range map[string]any{kinds: &p.Kinds, sections: &p.Sections, languages: &p.Languages} {
		if err = fromJSON(text, list); err != nil {
			return p, err
		}
	}
	return p, nil
}

// SaveHook writes an endpoint, new where it has no ID. What waits for one that
// is not on is tried no more by itself.
func (tx *Tx) SaveHook(p *hooks.Endpoint) (err error) {
	if p.ID == 0 {
		list, err := tx.Hooks(tx.ctx)
		if err != nil {
			return err
		}
		if len(list) >= hooks.MostEndpoints {
			return fault.New(fault.TooLarge, "there are %d endpoints already", len(list)).Hint("remove one that nobody needs")
		}
		if p.ID, err = tx.newID(); err != nil {
			return translate(err, "endpoint")
		}
		p.Created = tx.Time()
		_, err = tx.exec(tx.ctx, `/* store.SaveHook */ INSERT INTO hooks (`+hookColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
			p.ID, p.Name, p.Address, p.State, toJSON(p.Kinds), toJSON(p.Sections), toJSON(p.Languages), p.Secret, p.Old, millis(p.OldEnd), millis(p.Failed), p.Silent, millis(p.Rests), tx.now)
		return translate(err, "endpoint")
	}
	n, err := tx.exec(tx.ctx, `/* store.SaveHook */ UPDATE hooks SET name = ?, address = ?, state = ?, kinds = ?, sections = ?, languages = ?, secret = ?, old = ?, old_end = ?, failed = ?, silent = ?, rests = ? WHERE id = ?`,
		p.Name, p.Address, p.State, toJSON(p.Kinds), toJSON(p.Sections), toJSON(p.Languages), p.Secret, p.Old, millis(p.OldEnd), millis(p.Failed), p.Silent, millis(p.Rests), p.ID)
	if err == nil && n == 0 {
		return notFound("endpoint")
	}
	if err == nil && p.State != hooks.On {
		_, err = tx.exec(tx.ctx, `/* store.SaveHook */ UPDATE deliveries SET result = 'failed' WHERE hook = ? AND result = 'waiting'`, p.ID)
	}
	return translate(err, "endpoint")
}

// HoldHook gives an endpoint to be changed and saved, and keeps others from
// changing it in this transaction.
func (tx *Tx) HoldHook(id int64) (hooks.Endpoint, error) {
	if _, err := tx.exec(tx.ctx, `/* store.HoldHook */ UPDATE hooks SET rests = rests WHERE id = ?`, id); err != nil {
		return hooks.Endpoint{}, translate(err, "endpoint")
	}
	return tx.Hook(tx.ctx, id)
}

// Hook gives an endpoint; fault.NotFound where there is none.
func (q Queries) Hook(ctx context.Context, id int64) (hooks.Endpoint, error) {
	list, err := collect(q, ctx, `/* store.Hook */ SELECT `+hookColumns+` FROM hooks WHERE id = ?`, []any{id}, scanHook)
	if err == nil && len(list) == 0 {
		return hooks.Endpoint{}, notFound("endpoint")
	}
	if err != nil {
		return hooks.Endpoint{}, translate(err, "endpoint")
	}
	return list[0], nil
}

// Hooks lists the endpoints, the oldest first.
func (q Queries) Hooks(ctx context.Context) ([]hooks.Endpoint, error) {
	list, err := collect(q, ctx, `/* store.Hooks */ SELECT `+hookColumns+` FROM hooks ORDER BY id`, nil, scanHook)
	return list, translate(err, "endpoint")
}

// DropHook takes an endpoint away with all that was sent to it.
func (tx *Tx) DropHook(id int64) error {
	if _, err := tx.exec(tx.ctx, `/* store.DropHook */ DELETE FROM deliveries WHERE hook = ?`, id); err != nil {
		return translate(err, "endpoint")
	}
	n, err := tx.exec(tx.ctx, `/* store.DropHook */ DELETE FROM hooks WHERE id = ?`, id)
	if err == nil && n == 0 {
		return notFound("endpoint")
	}
	return translate(err, "endpoint")
}
