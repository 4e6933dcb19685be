package store

import "sync"

// sequence is the block of ids that a store on PostgreSQL has reserved. A
// number once reserved is never given again, whether its transaction commits
// or not.
type sequence struct {
	sync.Mutex
	next, end int64
}

// idBlock is the increment of PostgreSQL's sequence "ids".
const idBlock = 1000

// newID gives the next id. All tables share one row of numbers, so an id
// names one thing only. SQLite has one writer: it counts inside the
// transaction and writes the counter at its end. PostgreSQL has many: blocks
// come from a sequence.
func (tx *Tx) newID() (int64, error) {
	if tx.d == sqlite {
		if tx.next == 0 {
			if err := tx.one(tx.ctx, `/* store.newID */ SELECT next FROM ids`, nil, &tx.next); err != nil {
				return 0, err
			}
		}
		tx.next++
		return tx.next - 1, nil
	}
	ids := &tx.store.ids
	ids.Lock()
	defer ids.Unlock()
	if ids.next == ids.end {
		if err := tx.one(tx.ctx, `/* store.newID */ SELECT nextval('ids')`, nil, &ids.next); err != nil {
			ids.next = ids.end
			return 0, err
		}
		ids.end = ids.next + idBlock
	}
	ids.next++
	return ids.next - 1, nil
}

// keepIDs writes the counter of a SQLite transaction.
func (tx *Tx) keepIDs() error {
	if tx.next == 0 {
		return nil
	}
	_, err := tx.exec(tx.ctx, `/* store.keepIDs */ UPDATE ids SET next = ?`, tx.next)
	return err
}
