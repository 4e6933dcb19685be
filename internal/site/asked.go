package site

import (
	"slices"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// AskedPage is the private page of somebody who asked: where his request
// stands, what was said, and what he can do.
type AskedPage struct {
	web.Base
	Action string
	Text   web.Link
	State  string // rights.State, for the style
	Words  string // the state in words
	About  string
	Fields []AskedField
	Talk   []TalkLine
	Grant  web.Link // no address for none

	CanConfirm, CanAnswer, CanWithdraw bool
}

// AskedField is a line of what was asked.
type AskedField struct{ Label, Value string }

// TalkLine is one word of the talk.
type TalkLine struct {
	Who, Day, Text string
	Desk           bool
}

// opened finds the request that the address's key opens.
func (q *request) opened() (r rights.Request, card store.Card, err error) {
	s := q.site
	secret, err := s.store.RightsSecret(q.Context())
	if err != nil {
		return r, card, err
	}
	id, ok := secret.RequestOf(q.PathValue("key"))
	if !ok {
		return r, card, q.nothing()
	}
	r, err = s.store.Request(q.Context(), id)
	if fault.Is(err, fault.NotFound) {
		return r, card, q.nothing()
	}
	if err == nil {
		card, err = s.store.ArticleByID(q.Context(), r.Article)
	}
	return r, card, err
}

// asked shows a request to its asker.
func (s *Site) asked(a *web.Answer, q *request) error {
	a.Private = true
	r, card, err := q.opened()
	if err != nil {
		return err
	}
	page := AskedPage{Base: q.base(q.m.T("asked.title"), "", here{}), Action: rights.RequestPath(q.tag.Name, q.PathValue("key")), State: string(r.State),
		Words: q.m.T("asked.state." + string(r.State)), About: q.m.T("asked.about." + string(r.State)), CanConfirm: r.State == rights.Unverified, CanAnswer: r.State == rights.Waiting,
		CanWithdraw: r.State == rights.Unverified || r.State == rights.Waiting}
	page.NoIndex = true
	page.Text = web.Link{Label: card.Title}
	if t, ok := web.TagOf(card.Language); ok && card.State.Public() {
		page.Text.Href = articleAddress(t, card.Slug)
	}
	for _, f := range []AskedField{{"name", r.Name}, {"email", r.Email}, {"organisation", r.Organisation}, {"purpose", r.Purpose}, {"where", r.Where}, {"until", r.Until}} {
		if f.Value == "" {
			continue
		}
		if f.Label == "until" {
			f.Value = q.m.Date(f.Value)
		}
		page.Fields = append(page.Fields, AskedField{q.m.T("reuse." + f.Label), f.Value})
	}
	notes, err := s.store.Notes(q.Context(), r.ID)
	if err != nil {
		return err
	}
	for _, n := range notes {
		line := TalkLine{Who: q.m.T("asked.you"), Day: q.day(n.At), Text: n.Text}
		if n.Officer != "" {
			line.Who, line.Desk = q.site.name(q.tag), true
		}
		page.Talk = append(page.Talk, line)
	}
	if r.State == rights.Refused {
		page.Talk = append(page.Talk, TalkLine{Who: q.site.name(q.tag), Day: q.day(r.Closed), Text: r.Reason, Desk: true})
	}
	if r.State == rights.Granted {
		grants, err := s.store.Grants(q.Context(), store.GrantFilter{Request: r.ID, Limit: 1})
		if err != nil {
			return err
		}
		for _, g := range grants {
			page.Grant = web.Link{Href: rights.GrantPath(q.tag.Name, g.Number), Label: q.m.T("grant.title", g.Number)}
		}
	}
	return show(a, q, s.views.asked, page)
}

// most of what an asker may add to the talk, in characters and in words.
const (
	maxWord  = 4000
	mostTalk = 40
)

// askedSent does what the asker chose: confirm, answer or withdraw.
func (s *Site) askedSent(a *web.Answer, q *request) error {
	r, card, err := q.opened()
	if err != nil {
		return err
	}
	secret, err := s.store.RightsSecret(q.Context())
	if err != nil {
		return err
	}
	terms, err := s.store.ResolveTerms(q.Context(), card.Section, card.ID)
	if err != nil {
		return err
	}
	err = s.store.Update(q.Context(), func(tx *store.Tx) error {
		// As it is now: the desk may have answered meanwhile.
		r, err := tx.Request(q.Context(), r.ID)
		if err != nil {
			return err
		}
		switch q.PostForm.Get("act") {
		case "confirm":
			if r.State != rights.Unverified {
				return nil // a second press of the button
			}
			if err := r.Confirm(s.now()); err != nil {
				return err
			}
			if err := tx.SaveRequest(&r); err != nil {
				return err
			}
			if err := q.letter(tx, secret, "received", r, card, terms.Contact, mail.Address{Name: r.Name, Email: r.Email}); err != nil || terms.Contact.Email == "" {
				return err
			}
			return q.letter(tx, secret, "waiting", r, card, terms.Contact, mail.Address{Email: terms.Contact.Email})
		case "withdraw":
			if err := r.Withdraw(s.now()); err != nil {
				return err
			}
			return tx.SaveRequest(&r)
		case "answer":
			text := strings.TrimSpace(q.PostForm.Get("text"))
			notes, err := tx.Notes(q.Context(), r.ID)
			if err != nil {
				return err
			}
			mine := len(slices.DeleteFunc(notes, func(n rights.Note) bool { return n.Officer != "" }))
			if text == "" || len([]rune(text)) > maxWord || r.State != rights.Waiting || mine >= mostTalk {
				return fault.New(fault.Invalid, "this cannot be added to the request")
			}
			return tx.AddNote(&rights.Note{Request: r.ID, Text: text})
		}
		return fault.New(fault.Invalid, "a request can be confirmed, answered or withdrawn")
	})
	if fault.Is(err, fault.Conflict) { // too late: the page says where it stands
		err = nil
	}
	if err != nil {
		return err
	}
	return seeOther(a, rights.RequestPath(q.tag.Name, q.PathValue("key")))
}
