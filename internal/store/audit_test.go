package store

import (
	"path/filepath"
	"testing"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
)

// A line altered or taken out behind the program's back breaks the chain.
func TestAlteredAuditShows(t *testing.T) {
	for what, sql := range map[string]string{
		"altered":   `UPDATE audit SET detail = 'nothing happened' WHERE id = 2`,
		"taken out": `DELETE FROM audit WHERE id = 2`,
	} {
		t.Run(what, func(t *testing.T) {
			s, err := Open(t.Context(), filepath.Join(t.TempDir(), "audit.db"))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			for range 4 {
				if err := s.Update(t.Context(), func(tx *Tx) error {
					return tx.Audit(people.User{ID: 1, Name: "A"}, "publish", "article 1", "d", "")
				}); err != nil {
					t.Fatal(err)
				}
			}
			if n, err := s.CheckAudit(t.Context()); n != 4 || err != nil {
				t.Fatal(n, err)
			}
			if _, err := s.conn.ExecContext(t.Context(), sql); err != nil {
				t.Fatal(err)
			}
			if n, err := s.CheckAudit(t.Context()); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %d lines, %v", what, n, err)
			}
		})
	}
}
