package desk

import (
	"net/url"
	"strconv"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/store"
)

// deliveriesShown is how many deliveries a page lists.
const deliveriesShown = 50

// HookPage is an endpoint with what it was told.
type HookPage struct {
	Base
	Row         HookRow
	Plain       bool   // its address is not encrypted
	Secret      string // shown once: when it was made
	Why         string // it is told no more, or not now; empty for nothing to say
	OldEnds     string // until when the secret before signs too; empty for none
	On          bool
	Form        HookForm
	Deliveries  []DeliveryRow
	First, Next string // addresses of pages of the list; empty for none
}

// DeliveryRow is an event on its way to the endpoint.
type DeliveryRow struct {
	ID                          int64
	Name, Kind, Path, Title     string
	Result, ResultWords, Answer string
	When, Attempts, Again       string
}

// hookPage shows an endpoint.
func (d *Desk) hookPage(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	p, err := d.store.Hook(q.Context(), id)
	if err != nil {
		return err
	}
	return d.showHook(a, q, p, "")
}

func (d *Desk) showHook(a *answer, q *request, p hooks.Endpoint, secret string) (err error) {
	now := d.cfg.Now()
	page := HookPage{Row: q.hookRow(p), Secret: secret, On: p.State == hooks.On}
	page.Base = q.base(page.Row.Name, "hooks")
	if u, err := url.Parse(p.Address); err == nil {
		page.Plain = u.Scheme == "http"
	}
	switch {
	case p.State == hooks.Failing:
		page.Why = q.T("hooks.why.failing", q.moment(p.Failed))
	case p.State == hooks.Gone:
		page.Why = q.T("hooks.why.gone")
	case p.State == hooks.On && p.Silent > 0 && p.Rests.After(now):
		page.Why = q.T("hooks.why.rests", q.moment(p.Rests))
	}
	if p.Old != "" && now.Before(p.OldEnd) {
		page.OldEnds = q.moment(p.OldEnd)
	}
	if page.Form, err = q.hookForm(p); err != nil {
		return err
	}
	before, _ := strconv.ParseInt(q.URL.Query().Get("before"), 10, 64)
	list, err := d.store.Deliveries(q.Context(), p.ID, before, deliveriesShown+1)
	if err != nil {
		return err
	}
	if before != 0 {
		page.First = hookPath(p.ID)
	}
	if len(list) > deliveriesShown {
		list = list[:deliveriesShown]
		page.Next = hookPath(p.ID) + "?before=" + number(list[deliveriesShown-1].ID)
	}
	for _, one := range list {
		page.Deliveries = append(page.Deliveries, q.deliveryRow(one))
	}
	return show(a, d.views.hook, page)
}

func (q *request) deliveryRow(d hooks.Delivery) DeliveryRow {
	r := DeliveryRow{ID: d.ID, Name: d.Event.Name(), Kind: q.T("hooks.kind." + string(d.Event.Kind)), Path: d.Event.Path, Title: d.Event.Title,
		Result: string(d.Result), ResultWords: q.T("hooks.result." + string(d.Result)), When: q.moment(d.Event.At)}
	switch {
	case d.Attempts == 0:
	case d.Status != 0 && d.Why == "":
		r.Answer = q.T("hooks.answer", d.Status, d.Took.Milliseconds())
	case d.Status != 0 && d.Why == hooks.Refused:
		r.Answer = q.T("hooks.answer.refused", d.Status)
	case d.Why != "":
		r.Answer = q.T("hooks.answer." + string(d.Why))
	}
	if d.Attempts > 0 {
		r.Attempts = q.T("hooks.attempts", d.Attempts)
	}
	if d.Result == hooks.Waiting && d.Attempts > 0 {
		r.Again = q.T("hooks.again.at", q.moment(d.Due))
	}
	return r
}

// hookSaved changes what an endpoint is told of and where.
func (d *Desk) hookSaved(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		p, err := tx.HoldHook(id)
		if err != nil {
			return err
		}
		was := p.Address
		if err := q.hookTyped(&p); err != nil {
			return err
		}
		if p.Address != was { // another machine: the failures were not its own
			p.Failed, p.Silent, p.Rests = time.Time{}, 0, time.Time{}
		}
		if err := tx.SaveHook(&p); err != nil {
			return err
		}
		return q.audit(tx, "hook-changed", about("hook", id), p.Address)
	})
	if err != nil {
		return err
	}
	a.to(saying(hookPath(id), "saved"))
	return nil
}

// hookAct does one thing to an endpoint: try it, send something again, make a
// new secret, switch it off and on, remove it.
func (d *Desk) hookAct(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	act, to := q.field("act"), hookPath(id)
	var renewed hooks.Endpoint
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		p, err := tx.HoldHook(id)
		if err != nil {
			return err
		}
		what, detail := "", p.Address
		switch act {
		case "test":
			what = "hook-tested"
			err = q.mustBeOn(p)
			if err == nil {
				p.Rests = time.Time{} // whoever tries it wants to see now
				err = tx.SaveHook(&p)
			}
			if err == nil {
				err = tx.TryHook(p, hooks.Event{Language: q.tag.Language, Path: "/", State: "test", Title: q.siteName()})
			}
		case "again":
			delivery, bad := strconv.ParseInt(q.field("delivery"), 10, 64)
			if bad != nil {
				return fault.New(fault.Invalid, "the form does not say what to send again").Hint("load the page again")
			}
			what, detail = "hook-sent-again", "delivery "+number(delivery)
			if err = q.mustBeOn(p); err == nil {
				err = tx.SendAgain(id, delivery)
			}
		case "secret":
			what = "hook-secret"
			p.Old, p.OldEnd, p.Secret = p.Secret, tx.Time().Add(hooks.OldSecretLife), hooks.NewSecret()
			err, renewed = tx.SaveHook(&p), p
		case "off":
			what, p.State = "hook-off", hooks.Off
			err = tx.SaveHook(&p)
		case "on":
			what, p.State = "hook-on", hooks.On
			p.Failed, p.Silent, p.Rests = time.Time{}, 0, time.Time{}
			err = tx.SaveHook(&p)
		case "remove":
			what, to = "hook-removed", Prefix+"hooks"
			err = tx.DropHook(id)
		default:
			return fault.New(fault.Invalid, "the desk cannot do %q here", act).Hint("load the page again")
		}
		if err != nil {
			return err
		}
		return q.audit(tx, what, about("hook", id), detail)
	})
	if err != nil {
		return err
	}
	if renewed.ID != 0 {
		return d.showHook(a, q, renewed, renewed.Secret)
	}
	a.to(saying(to, "hook-"+act))
	return nil
}

// mustBeOn refuses to send to an endpoint that is told nothing.
func (q *request) mustBeOn(p hooks.Endpoint) error {
	if p.State != hooks.On {
		return fault.New(fault.Conflict, "this endpoint is told nothing now").Hint("switch it on first")
	}
	return nil
}
