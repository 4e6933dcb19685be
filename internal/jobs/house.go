package jobs

import (
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// MeetHouse is to be called when the site has been named: the body of the
// record that bears one of the names gets all of them, and where there are
// several, each but the oldest is asked about.
func MeetHouse(tx *store.Tx) error {
	called, err := tx.Names(tx.Context())
	if err != nil {
		return err
	}
	m := record.Matcher{Source: &known{tx: tx}, House: record.HouseNames(called)}
	list, err := tx.EntitiesByKeys(read.Organization, m.Keys(m.HouseEntity()))
	if err != nil {
		return err
	}
	all, err := m.HouseOf(list)
	if err != nil {
		return err
	}
	for i := range all {
		e := &all[i]
		if e.Take(m.House) {
			if err := tx.SaveEntity(e, m.Keys(*e)); err != nil {
				return err
			}
		}
		if candidates, why := record.HouseQuestion(*e, all); candidates != nil {
			if err := tx.Ask(store.Question{Entity: e.ID, Candidates: candidates, Reasons: why}); err != nil {
				return err
			}
		}
	}
	return nil
}
