package store

import (
	"context"
	"crypto/rand"
	"encoding/hex"

	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
)

const secretSetting = "rights.secret"

// RightsSecret gives the secret that private addresses and forms are sealed
// with; it makes one the first time.
func (s *Store) RightsSecret(ctx context.Context) (rights.Secret, error) {
	text, err := s.Setting(ctx, secretSetting)
	if err != nil {
		return nil, err
	}
	if text == "" {
		err = s.Update(ctx, func(tx *Tx) (err error) {
			if text, err = tx.Setting(ctx, secretSetting); err != nil || text != "" {
				return err
			}
			var b [32]byte
			rand.Read(b[:])
			text = hex.EncodeToString(b[:])
			return tx.SetSetting(secretSetting, text)
		})
		if err != nil {
			return nil, err
		}
	}
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != 32 {
		return nil, fault.Wrap(err, fault.Internal, "the secret of the site's private addresses is damaged").Hint("restore the database from a backup")
	}
	return b, nil
}
