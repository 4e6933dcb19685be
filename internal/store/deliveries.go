package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"shanyraq/internal/hooks"
)

// HookJob is the kind of job that tells an endpoint what waits for it; its key
// is the endpoint's id.
const HookJob = "hook"

// happen writes an event and its way to each of the endpoints.
func (tx *Tx) happen(e *hooks.Event, to []hooks.Endpoint) (err error) {
	if e.ID, err = tx.newID(); err != nil {
		return err
	}
	e.At = tx.Time()
	if _, err := tx.exec(tx.ctx, `/* store.happen */ INSERT INTO events (id, kind, at, what) VALUES (?,?,?,?)`, e.ID, e.Kind, tx.now, toJSON(e)); err != nil {
		return err
	}
	for _, p := range to {
		id, err := tx.newID()
		if err != nil {
			return err
		}
		if _, err := tx.exec(tx.ctx, `/* store.happen */ INSERT INTO deliveries (id, hook, event, result, attempts, status, why, took, tried, due) VALUES (?,?,?,'waiting',0,0,'',0,0,?)`,
			id, p.ID, e.ID, tx.now); err != nil {
			return err
		}
		if err := tx.wakeHook(p.ID); err != nil {
			return err
		}
	}
	return nil
}

// wakeHook has an endpoint told soon.
func (tx *Tx) wakeHook(id int64) error {
	return tx.EnqueueBy(HookJob, strconv.FormatInt(id, 10), "", tx.Time())
}

// TryHook sends an endpoint an event that did not happen.
func (tx *Tx) TryHook(p hooks.Endpoint, e hooks.Event) error {
	e.Kind = hooks.Test
	return translate(tx.happen(&e, []hooks.Endpoint{p}), "event")
}

// SendAgain puts a delivery of an endpoint back to be sent, however it stands,
// under the same name.
func (tx *Tx) SendAgain(hook, delivery int64) error {
	n, err := tx.exec(tx.ctx, `/* store.SendAgain */ UPDATE deliveries SET result = 'waiting', attempts = 0, due = ? WHERE id = ? AND hook = ?`, tx.now, delivery, hook)
	if err == nil && n == 0 {
		return notFound("delivery")
	}
	if err != nil {
		return translate(err, "delivery")
	}
	return tx.wakeHook(hook)
}

const deliveryColumns = `d.id, d.hook, d.result, d.attempts, d.status, d.why, d.took, d.tried, d.due, e.id, e.kind, e.at, e.what`

func scanDelivery(scan func(...any) error) (d hooks.Delivery, err error) {
	var took, tried, due, at int64
	var what string
	if err = scan(&d.ID, &d.Endpoint, &d.Result, &d.Attempts, &d.Status, &d.Why, &took, &tried, &due, &d.Event.ID, &d.Event.Kind, &at, &what); err != nil {
		return d, err
	}
	d.Took, d.Tried, d.Due, d.Event.At = time.Duration(took)*time.Millisecond, fromMillis(tried), fromMillis(due), fromMillis(at)
	return d, fromJSON(what, &d.Event)
}

// Deliveries lists up to n deliveries to an endpoint, the newest first; those
// older than before where it is not 0.
func (q Queries) Deliveries(ctx context.Context, hook, before int64, n int) ([]hooks.Delivery, error) {
	var w where
	w.and("d.hook = ?", hook)
	if before != 0 {
		w.and("d.id < ?", before)
	}
	list, err := collect(q, ctx, `/* store.Deliveries */ SELECT `+deliveryColumns+` FROM deliveries d JOIN events e ON e.id = d.event`+w.String()+` ORDER BY d.id DESC LIMIT ?`, append(w.args, limit(n)), scanDelivery)
	return list, translate(err, "delivery")
}

// TakeDelivery takes the next delivery of an endpoint that is due, and the
// endpoint with it, for as long as the lease lasts: nobody else takes one of
// it meanwhile. ok is false where there is none to take now; due then says
// when to look again, zero for never.
func (tx *Tx) TakeDelivery(hook int64, lease time.Duration) (p hooks.Endpoint, d hooks.Delivery, due time.Time, ok bool, err error) {
	if p, err = tx.HoldHook(hook); err != nil || p.State != hooks.On {
		return p, d, due, false, err
	}
	if due, err = tx.nextDelivery(p); err != nil || due.IsZero() || due.After(tx.Time()) {
		return p, d, due, false, err
	}
	list, err := collect(tx.Queries, tx.ctx, `/* store.TakeDelivery */ SELECT `+deliveryColumns+` FROM deliveries d JOIN events e ON e.id = d.event
		WHERE d.hook = ? AND d.result = 'waiting' AND d.due <= ? ORDER BY d.due, d.id LIMIT 1`, []any{hook, tx.now}, scanDelivery)
	if err != nil || len(list) == 0 {
		return p, d, due, false, translate(err, "delivery")
	}
	d = list[0]
	d.Attempts++
	d.Tried = tx.Time()
	until := tx.now + lease.Milliseconds()
	p.Rests = fromMillis(until)
	if _, err = tx.exec(tx.ctx, `/* store.TakeDelivery */ UPDATE deliveries SET attempts = ?, tried = ?, due = ? WHERE id = ?`, d.Attempts, tx.now, until, d.ID); err == nil {
		_, err = tx.exec(tx.ctx, `/* store.TakeDelivery */ UPDATE hooks SET rests = ? WHERE id = ?`, until, hook)
	}
	return p, d, due, err == nil, translate(err, "delivery")
}

// nextDelivery gives when the next delivery of an endpoint may be taken; the
// zero time where none waits.
func (tx *Tx) nextDelivery(p hooks.Endpoint) (time.Time, error) {
	var due int64
	err := tx.one(tx.ctx, `/* store.nextDelivery */ SELECT due FROM deliveries WHERE hook = ? AND result = 'waiting' ORDER BY due, id LIMIT 1`, []any{p.ID}, &due)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	if rests := millis(p.Rests); err == nil && rests > due {
		due = rests
	}
	return fromMillis(due), translate(err, "delivery")
}

// SaveDelivery writes how a delivery and its endpoint stand after an attempt.
// Whatever a person changed of the endpoint meanwhile stays. ended says that
// the attempt ended it, as hooks.Settle reports.
func (tx *Tx) SaveDelivery(d hooks.Delivery, p hooks.Endpoint, ended bool) error {
	now, err := tx.HoldHook(p.ID)
	if err != nil {
		return err
	}
	// Sent again by a person while it was under way: it waits once more.
	if _, err = tx.exec(tx.ctx, `/* store.SaveDelivery */ UPDATE deliveries SET result = ?, status = ?, why = ?, took = ?, due = ? WHERE id = ? AND attempts = ?`,
		d.Result, d.Status, d.Why, d.Took.Milliseconds(), millis(d.Due), d.ID, d.Attempts); err != nil {
		return translate(err, "delivery")
	}
	now.Failed, now.Silent, now.Rests = p.Failed, p.Silent, p.Rests
	if ended && now.State == hooks.On {
		now.State = p.State
	}
	return tx.SaveHook(&now)
}

// WakeHook has the job of an endpoint done when the next of its deliveries is
// due; not at all where none waits.
func (tx *Tx) WakeHook(hook int64) error {
	p, err := tx.Hook(tx.ctx, hook)
	if err != nil || p.State != hooks.On {
		return err
	}
	due, err := tx.nextDelivery(p)
	if err != nil || due.IsZero() {
		return err
	}
	return tx.EnqueueBy(HookJob, strconv.FormatInt(hook, 10), "", due)
}

// DropTold deletes what was delivered, or failed, before a moment, and gives
// how many deliveries that were.
func (tx *Tx) DropTold(before time.Time) (int64, error) {
	n, err := tx.exec(tx.ctx, `/* store.DropTold */ DELETE FROM deliveries WHERE result <> 'waiting' AND tried < ?`, millis(before))
	if err == nil {
		_, err = tx.exec(tx.ctx, `/* store.DropTold */ DELETE FROM events WHERE at < ? AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event = events.id)`, millis(before))
	}
	return n, translate(err, "delivery")
}
