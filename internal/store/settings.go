package store

import (
	"context"
	"database/sql"
	"errors"
)

// Setting gives the value of a site setting, empty where it is not set.
func (q Queries) Setting(ctx context.Context, name string) (string, error) {
	var v string
	err := q.one(ctx, `/* store.Setting */ SELECT value FROM settings WHERE name = ?`, []any{name}, &v)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return v, translate(err, "setting")
}

// SetSetting writes a site setting.
func (tx *Tx) SetSetting(name, value string) error {
	_, err := tx.exec(tx.ctx, `/* store.SetSetting */ INSERT INTO settings (name, value) VALUES (?, ?)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	return translate(err, "setting")
}
