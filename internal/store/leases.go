package store

import (
	"context"
	"time"

	"shanyraq/internal/people"
)

// LeaseLife is how long somebody is taken to be at work on what was opened,
// unless the lease is renewed.
const LeaseLife = 5 * time.Minute

// Lease says who works on what, until when.
type Lease struct {
	Target string // "review" of an article, "question"
	About  int64
	Person int64
	Name   string
	Until  time.Time
}

// Lease takes or renews a lease for somebody, unless somebody else has it; it
// gives who has it now.
func (tx *Tx) Lease(target string, about int64, who people.User) (Lease, error) {
	until := tx.now + LeaseLife.Milliseconds()
	_, err := tx.exec(tx.ctx, `/* store.Lease */ INSERT INTO leases (target, about, person, name, until) VALUES (?,?,?,?,?)
		ON CONFLICT (target, about) DO UPDATE SET person = excluded.person, name = excluded.name, until = excluded.until
		WHERE leases.person = excluded.person OR leases.until <= ?`, target, about, who.ID, who.Name, until, tx.now)
	if err != nil {
		return Lease{}, translate(err, "lease")
	}
	list, err := tx.Leases(tx.ctx, target, []int64{about})
	return list[about], err
}

// Release gives up what somebody has leased of a kind; about 0 for all of it.
func (tx *Tx) Release(target string, about int64, who people.User) error {
	_, err := tx.exec(tx.ctx, `/* store.Release */ DELETE FROM leases WHERE target = ? AND person = ? AND (about = ? OR CAST(? AS BIGINT) = 0)`, target, who.ID, about, about)
	return translate(err, "lease")
}

// Leases gives the leases that hold on some things.
func (q Queries) Leases(ctx context.Context, target string, about []int64) (map[int64]Lease, error) {
	if len(about) == 0 {
		return nil, nil
	}
	args := []any{target, q.at()}
	for _, id := range about {
		args = append(args, id)
	}
	list, err := collect(q, ctx, `/* store.Leases */ SELECT target, about, person, name, until FROM leases WHERE target = ? AND until > ? AND about IN (`+placeholders(len(about))+`)`, args,
		func(scan func(...any) error) (l Lease, err error) {
			var until int64
			err = scan(&l.Target, &l.About, &l.Person, &l.Name, &until)
			l.Until = fromMillis(until)
			return l, err
		})
	out := make(map[int64]Lease, len(list))
	for _, l := range list {
		out[l.About] = l
	}
	return out, translate(err, "lease")
}
