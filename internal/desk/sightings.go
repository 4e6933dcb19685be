package desk

import (
	"net/url"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// SightingsPage lists copies found elsewhere, and takes note of one.
type SightingsPage struct {
	Base
	Tabs []web.Link
	Rows []SightingRow
}

// SightingRow is a copy.
type SightingRow struct {
	ID                            int64
	Address, Host, Text, TextHref string
	Found, Words, Note, Seen      string
	Checked                       string // day; empty while it waits to be looked at
	Settled                       bool
}

// key is the key of a job about something with an id.
func key(id int64) string { return strconv.FormatInt(id, 10) }

// sightings lists them, those with something to do first.
func (d *Desk) sightings(a *answer, q *request) error {
	page := SightingsPage{Base: q.base(q.T("rights.sightings"), "rights"), Tabs: q.rightsTabs("sightings")}
	list, err := d.store.Sightings(q.Context(), 200)
	if err != nil {
		return err
	}
	var ids []int64
	for _, s := range list {
		ids = append(ids, s.Article)
	}
	cards, err := d.store.ArticlesByID(q.Context(), ids)
	if err != nil {
		return err
	}
	for _, s := range list {
		row := SightingRow{ID: s.ID, Address: s.Address, Text: cards[s.Article].Title, TextHref: articleHref(cards[s.Article]), Found: string(s.Found), Words: q.T("rights.found." + string(s.Found)), Note: s.Note,
			Seen: q.m.Day(s.Seen), Settled: !s.Settled.IsZero()}
		if u, err := url.Parse(s.Address); err == nil {
			row.Host = u.Host
		}
		if !s.Checked.IsZero() {
			row.Checked = q.m.Day(s.Checked)
		} else {
			row.Words = q.T("rights.found.later")
		}
		page.Rows = append(page.Rows, row)
	}
	return show(a, d.views.sightings, page)
}

// sightingNote takes note of a copy; a job looks whether it links to us.
func (d *Desk) sightingNote(a *answer, q *request) error {
	card, err := q.textAt(q.field("text"))
	if err != nil {
		return err
	}
	u, err := url.Parse(q.field("address"))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || len(u.String()) > 2000 {
		return fault.New(fault.Invalid, "%q is no address of a page", q.field("address")).In("address").Hint("paste the address of the copy as the browser shows it")
	}
	u.Fragment = ""
	s := rights.Sighting{Article: card.ID, Address: u.String(), Found: rights.Unread, Note: strings.TrimSpace(q.field("note")), Officer: q.user.Name}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SaveSighting(&s); err != nil {
			return err
		}
		if err := tx.Enqueue(jobs.SightingJob, key(s.ID), q.origin(), 0); err != nil {
			return err
		}
		return q.audit(tx, "rights sighting", about("sighting", s.ID), s.Address)
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"rights/sightings", "rights.sighting"))
	return nil
}

// sightingAct looks at a copy again, or puts it aside.
func (d *Desk) sightingAct(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	s, err := d.store.Sighting(q.Context(), id)
	if err != nil {
		return err
	}
	act := q.field("act")
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		switch act {
		case "check":
			return tx.Enqueue(jobs.SightingJob, key(s.ID), q.origin(), 0)
		case "settle":
			s.Settled = d.cfg.Now()
			if err := tx.SaveSighting(&s); err != nil {
				return err
			}
			return q.audit(tx, "rights settled", about("sighting", s.ID), s.Address)
		}
		return fault.New(fault.Invalid, "a copy can be looked at again or put aside")
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"rights/sightings", "rights."+act))
	return nil
}
