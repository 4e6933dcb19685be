package desk

import (
	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// PolicyPage says what of the record the public sees, and lets it be chosen.
type PolicyPage struct {
	Base
	Accepted bool // only what a person has accepted
	Waiting  int  // statements that would go out of sight
}

// The setting "publish" and its values.
const (
	publishSetting  = "publish"
	publishAll      = "all"
	publishAccepted = "accepted"
)

// policy shows the choice.
func (d *Desk) policy(a *answer, q *request) error {
	now, err := d.store.Setting(q.Context(), publishSetting)
	if err != nil {
		return err
	}
	waiting, err := d.store.Waiting(q.Context())
	if err != nil {
		return err
	}
	return show(a, d.views.policy, PolicyPage{Base: q.base(q.T("policy.title"), "review"), Accepted: now == publishAccepted, Waiting: waiting})
}

// policySent chooses.
func (d *Desk) policySent(a *answer, q *request) error {
	v := q.field("publish")
	if v != publishAll && v != publishAccepted {
		return fault.New(fault.Invalid, "%q is no policy", v).In("publish").Hint("choose one of the two")
	}
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SetSetting(publishSetting, v); err != nil {
			return err
		}
		return q.audit(tx, "policy", "setting publish", v)
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"policy", "policy-saved"))
	return nil
}
