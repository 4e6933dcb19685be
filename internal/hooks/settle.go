package hooks

import "time"

// The answers that say more than that an attempt failed (RFC 9110, section 15).
const (
	gone        = 410 // want no more
	tooMany     = 429
	badGateway  = 502
	lateGateway = 504
)

// Outcome is what came of one attempt to tell somebody.
type Outcome struct {
	Status int           // of the answer; 0 where none came
	Why    Why           // it failed; empty for any answer 2xx
	Took   time.Duration // until the answer or the failure
	Later  time.Duration // the answer asks to be left alone for so long
}

// longestRest bounds how long an endpoint that gives no answer is not asked
// for what else waits for it: when it is back, it should not have to wait for
// the next step of a long schedule.
const longestRest = 30 * time.Minute

// Settle writes into a delivery and its endpoint how they stand after an
// attempt, which Attempts counts already. It reports whether the endpoint is
// told no more because of it.
func Settle(p *Endpoint, d *Delivery, o Outcome, now time.Time) (ended bool) {
	d.Status, d.Why, d.Took = o.Status, o.Why, o.Took
	p.Rests = time.Time{}
	switch {
	case o.Why == "":
		d.Result, p.Failed, p.Silent = Delivered, time.Time{}, 0
		return false
	case o.Status == gone:
		d.Result, p.State = Failure, Gone
		return true
	case d.Event.Kind == Test: // somebody looks on, and tries again himself
		d.Result = Failure
		return false
	}
	if p.Failed.IsZero() {
		p.Failed = now
	}
	rest := o.Later
	switch {
	case o.Why.Silence():
		p.Silent++
		rest = max(rest, min(Wait(p.Silent, p.ID), longestRest))
	case o.Status == tooMany || o.Status == badGateway || o.Status == lateGateway:
		p.Silent, rest = 0, max(rest, schedule[0]) // it is under load
	default:
		p.Silent = 0
	}
	if rest > 0 {
		p.Rests = now.Add(rest)
	}
	d.Due = now.Add(max(Wait(d.Attempts, d.ID), o.Later))
	if d.Attempts >= Attempts {
		d.Result = Failure
	}
	if now.Sub(p.Failed) >= GiveUpAfter {
		p.State, d.Result = Failing, Failure
		return true
	}
	return false
}
