package desk

import (
	"strconv"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// GrantsPage lists what was granted, and records an oral permission.
type GrantsPage struct {
	Base
	Tabs    []web.Link
	Soon    []GrantRow // that end within two months
	Rows    []GrantRow
	More    string
	Today   string
	Giver   string
	Wording string
}

// GrantRow is a grant in a list.
type GrantRow struct {
	ID                                int64
	Number, Page, To, Text            string
	Until, Form, Standing, StateWords string
	Reminder                          string
	CanRevoke                         bool
}

const (
	grantsShown = 100
	soonEnds    = 60 * 24 * time.Hour
)

// grants lists all grants, the newest first, after those that end soon.
func (d *Desk) grants(a *answer, q *request) error {
	now := d.cfg.Now()
	page := GrantsPage{Base: q.base(q.T("rights.grants"), "rights"), Tabs: q.rightsTabs("grants"), Today: now.UTC().Format(time.DateOnly), Giver: q.user.Name}
	soon, err := d.store.Grants(q.Context(), store.GrantFilter{From: page.Today, To: now.Add(soonEnds).UTC().Format(time.DateOnly), Limit: grantsShown})
	if err != nil {
		return err
	}
	before, _ := strconv.ParseInt(q.URL.Query().Get("before"), 10, 64)
	list, err := d.store.Grants(q.Context(), store.GrantFilter{Before: before, Limit: grantsShown + 1})
	if err != nil {
		return err
	}
	if len(list) > grantsShown {
		list = list[:grantsShown]
		page.More = Prefix + "rights/grants?before=" + strconv.FormatInt(list[len(list)-1].ID, 10)
	}
	if page.Soon, err = q.grantRows(soon, now); err != nil {
		return err
	}
	if page.Rows, err = q.grantRows(list, now); err != nil {
		return err
	}
	return show(a, d.views.grants, page)
}

func (q *request) grantRows(list []rights.Grant, now time.Time) (out []GrantRow, err error) {
	var ids []int64
	for _, g := range list {
		ids = append(ids, g.Article)
	}
	cards, err := q.desk.store.ArticlesByID(q.Context(), ids)
	if err != nil {
		return nil, err
	}
	for _, g := range list {
		standing := g.On(now, time.UTC)
		row := GrantRow{ID: g.ID, Number: g.Number, Page: rights.GrantPath(q.tag.Name, g.Number), To: g.To, Text: cards[g.Article].Title, Until: rights.Day(g.Until), Form: q.T("rights.written"),
			Standing: string(standing), StateWords: q.T("rights.standing." + string(standing)), CanRevoke: standing == rights.InForce}
		if g.Oral {
			row.Form = q.T("rights.oral.by", g.Giver, rights.Day(g.Said))
		}
		if at, ok := g.Reminder(g.Granted, time.UTC); ok && g.Email != "" && standing == rights.InForce {
			row.Reminder = q.m.Day(at)
		}
		out = append(out, row)
	}
	return out, nil
}

// grantRecord writes down an oral permission that nobody asked for by the
// form.
func (d *Desk) grantRecord(a *answer, q *request) error {
	card, err := q.textAt(q.field("text"))
	if err != nil {
		return err
	}
	now := d.cfg.Now()
	g := rights.Grant{Article: card.ID, To: q.field("to"), Language: card.Language, Wording: q.field("wording"), Terms: q.field("terms"), Until: q.field("until"), Oral: true, Said: q.field("said"),
		Giver: q.field("giver"), Officer: q.user.Name, Granted: now}
	if e := q.field("email"); e != "" {
		if g.Email, err = rights.Email(e); err != nil {
			return err
		}
	}
	if err := g.Check(now, time.UTC); err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := q.giveGrant(tx, &g); err != nil {
			return err
		}
		return q.audit(tx, "rights recorded", about("grant", g.ID), g.Number)
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"rights/grants", "rights.recorded"))
	return nil
}

// grantRevoke takes a grant back.
func (d *Desk) grantRevoke(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	g, err := d.store.GrantByID(q.Context(), id)
	if err != nil {
		return err
	}
	if q.field("act") != "revoke" {
		return fault.New(fault.Invalid, "a grant can be taken back, and nothing else")
	}
	if err := g.Revoke(q.field("why"), d.cfg.Now()); err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.RevokeGrant(g); err != nil {
			return err
		}
		if err := tx.Dequeue(jobs.ReminderJob, key(g.ID)); err != nil {
			return err
		}
		return q.audit(tx, "rights revoked", about("grant", g.ID), g.Number)
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"rights/grants", "rights.revoked"))
	return nil
}
