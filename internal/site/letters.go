package site

import (
	"net/url"
	"slices"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
	"shanyraq/internal/web"
)

// LettersPage is a page that only a letter leads to: the button that confirms
// an address, the page where a subscriber changes what he gets, the button
// that stops the letters. Opening a page changes nothing, because programs
// that look through mail open every address in it.
type LettersPage struct {
	web.Base
	Words  []string
	Said   string       // what was done just now
	Fields []AskedField // what a button is about
	Action string       // where forms are sent
	Button string       // the one thing to do here; empty for none
	Own    *OwnForm
	Begin  web.Link // to the form that subscribes
}

// OwnForm is what a subscriber may change.
type OwnForm struct {
	State                string // subscribe.State
	Tags, Topics, Oftens []Choice
	CanStop, CanResume   bool
}

// askOf finds what a letter's token confirms; nothing for one that was used
// or is too old.
func (q *request) askOf() (a subscribe.Ask, ok bool, err error) {
	a, err = q.site.store.AskOf(q.Context(), subscribe.Hash(q.PathValue("token")))
	if fault.Is(err, fault.NotFound) || err == nil && a.Expired(q.site.now()) {
		return a, false, nil
	}
	return a, err == nil, err
}

// confirmPage shows the button that confirms an address.
func (s *Site) confirmPage(a *web.Answer, q *request) error {
	a.Private = true
	ask, ok, err := q.askOf()
	if err != nil {
		return err
	}
	if !ok {
		return q.showLetters(a, LettersPage{Base: q.base(q.m.T("letters.expired.title"), "", here{}), Words: []string{q.m.T("letters.expired")}, Begin: q.followLink(subscribe.All)})
	}
	page := LettersPage{Base: q.base(q.m.T("letters.confirm.title"), "", here{}), Words: []string{q.m.T("letters.confirm.about")}, Action: subscribe.AskPath(q.tag.Name, q.PathValue("token")), Button: q.m.T("letters.confirm"),
		Fields: []AskedField{{q.m.T("reuse.email"), subscribe.Masked(ask.Email)}}}
	if t, err := q.follow(ask.Topic); err == nil {
		page.Fields = append(page.Fields, AskedField{q.m.T("subscribe.what"), t.label})
	} else if !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Invalid) {
		return err
	}
	page.Fields = append(page.Fields, AskedField{q.m.T("subscribe.often"), q.m.T("subscribe.often." + string(ask.Often))})
	return q.showLetters(a, page)
}

func (q *request) showLetters(a *web.Answer, page LettersPage) error {
	page.NoIndex = true
	return show(a, q, q.site.views.letters, page)
}

// confirmSent makes a subscriber of whoever pressed the button.
func (s *Site) confirmSent(a *web.Answer, q *request) error {
	ask, ok, err := q.askOf()
	if err != nil {
		return err
	}
	if !ok { // pressed a second time, or too late: the page says so
		return seeOther(a, subscribe.AskPath(q.tag.Name, q.PathValue("token")))
	}
	secret, err := s.store.RightsSecret(q.Context())
	if err != nil {
		return err
	}
	var sub subscribe.Subscriber
	err = s.store.Update(q.Context(), func(tx *store.Tx) (err error) {
		if _, err := tx.AskOf(q.Context(), ask.Token); err != nil {
			return err
		}
		sub, err = tx.Confirm(ask)
		return err
	})
	if fault.Is(err, fault.NotFound) { // two presses at once
		return seeOther(a, subscribe.AskPath(q.tag.Name, q.PathValue("token")))
	}
	if err != nil {
		return err
	}
	return seeOther(a, subscribe.OwnPath(q.tag.Name, subscribe.Key(secret, sub.ID))+"?said=confirmed")
}

// subscriber finds whose page a key opens; there is false for one whose
// address is deleted.
func (q *request) subscriber() (sub subscribe.Subscriber, there bool, err error) {
	secret, err := q.site.store.RightsSecret(q.Context())
	if err != nil {
		return sub, false, err
	}
	id, ok := subscribe.Of(secret, q.PathValue("key"))
	if !ok {
		return sub, false, q.nothing()
	}
	sub, err = q.site.store.Subscriber(q.Context(), id)
	if fault.Is(err, fault.NotFound) {
		return sub, false, nil
	}
	return sub, err == nil, err
}

// ownPage shows a subscriber what he gets.
func (s *Site) ownPage(a *web.Answer, q *request) error {
	a.Private = true
	sub, there, err := q.subscriber()
	if err != nil {
		return err
	}
	if !there {
		return q.showLetters(a, LettersPage{Base: q.base(q.m.T("letters.gone.title"), "", here{}), Words: []string{q.m.T("letters.gone")}, Begin: q.followLink(subscribe.All)})
	}
	page := LettersPage{Base: q.base(q.m.T("letters.title"), "", here{}), Words: []string{q.m.T("letters.state."+string(sub.State), subscribe.Masked(sub.Email))}, Begin: q.followLink(subscribe.All),
		Action: subscribe.OwnPath(q.tag.Name, q.PathValue("key")), Own: &OwnForm{State: string(sub.State), Tags: q.tagChoices(sub.Tag), Oftens: q.oftenChoices(sub.Often),
			CanStop: sub.State == subscribe.Active, CanResume: sub.State != subscribe.Active}}
	page.Begin.Label = q.m.T("letters.add")
	switch q.URL.Query().Get("said") {
	case "confirmed":
		page.Said = q.m.T("letters.confirmed")
	case "saved":
		page.Said = q.m.T("letters.saved")
	}
	for _, t := range sub.Topics {
		c := Choice{Value: t.Name, Label: t.Name, Chosen: true}
		f, err := q.follow(t.Name)
		if err == nil {
			c.Label = f.label
		} else if !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Invalid) {
			return err
		}
		page.Own.Topics = append(page.Own.Topics, c)
	}
	return q.showLetters(a, page)
}

// ownSent does what a subscriber chose.
func (s *Site) ownSent(a *web.Answer, q *request) error {
	sub, there, err := q.subscriber()
	if err != nil {
		return err
	}
	own := subscribe.OwnPath(q.tag.Name, q.PathValue("key"))
	if !there {
		return seeOther(a, own)
	}
	act, form := q.PostForm.Get("act"), q.PostForm
	if act == "save" && (!q.spoken(form.Get("tag")) || !subscribe.Often(form.Get("often")).Valid()) {
		return fault.New(fault.Invalid, "the form asks for letters that there are not")
	}
	err = s.store.Update(q.Context(), func(tx *store.Tx) error {
		sub, err := tx.Subscriber(q.Context(), sub.ID)
		if err != nil {
			return err
		}
		switch act {
		case "save":
			return tx.SaveSubscriber(changed(sub, form, tx))
		case "stop":
			sub.State = subscribe.Ended
			return tx.SaveSubscriber(&sub)
		case "resume":
			if sub.State != subscribe.Active { // what appeared meanwhile is not sent
				sub.State, sub.Note, sub.SeenTo = subscribe.Active, "", tx.Time()
			}
			return tx.SaveSubscriber(&sub)
		case "delete":
			return tx.DropSubscriber(sub.ID)
		}
		return fault.New(fault.Invalid, "letters can be changed, stopped, begun again or deleted")
	})
	if err != nil && !fault.Is(err, fault.NotFound) { // deleted meanwhile: the page says so
		return err
	}
	return seeOther(a, own+"?said=saved")
}

// changed gives a subscriber as the form has him: fewer topics, another
// language or frequency. Without a topic left there is nothing to send.
func changed(sub subscribe.Subscriber, form url.Values, tx *store.Tx) *subscribe.Subscriber {
	keep := form["topic"]
	sub.Topics = slices.DeleteFunc(slices.Clone(sub.Topics), func(t subscribe.Topic) bool { return !slices.Contains(keep, t.Name) })
	if subscribe.Language(form.Get("tag")) != sub.Language() { // what the other language told before is not sent again
		sub.SeenTo = tx.Time()
	}
	sub.Tag, sub.Often = form.Get("tag"), subscribe.Often(form.Get("often"))
	if len(sub.Topics) == 0 {
		sub.State = subscribe.Ended
	}
	return &sub
}

// stopPage shows the button that stops the letters.
func (s *Site) stopPage(a *web.Answer, q *request) error {
	a.Private = true
	sub, there, err := q.subscriber()
	if err != nil {
		return err
	}
	if !there || sub.State == subscribe.Ended {
		return q.stopped(a, there)
	}
	return q.showLetters(a, LettersPage{Base: q.base(q.m.T("letters.stop.title"), "", here{}), Words: []string{q.m.T("letters.stop.about")}, Action: subscribe.StopPath(q.tag.Name, q.PathValue("key")), Button: q.m.T("letters.stop.title"),
		Fields: []AskedField{{q.m.T("reuse.email"), subscribe.Masked(sub.Email)}}})
}

// stopped says that no more letters come.
func (q *request) stopped(a *web.Answer, there bool) error {
	page := LettersPage{Base: q.base(q.m.T("letters.stopped.title"), "", here{}), Words: []string{q.m.T("letters.stopped")}}
	if there {
		page.Begin = web.Link{Label: q.m.T("letters.title"), Href: subscribe.OwnPath(q.tag.Name, q.PathValue("key"))}
	}
	return q.showLetters(a, page)
}

// stopSent stops the letters: the button's press, or the POST of a mail
// program (RFC 8058), which has no cookie, no page of ours behind it, and
// follows no redirect. A second one finds it done.
func (s *Site) stopSent(a *web.Answer, q *request) error {
	sub, there, err := q.subscriber()
	if err != nil {
		return err
	}
	if there && sub.State != subscribe.Ended {
		err := s.store.Update(q.Context(), func(tx *store.Tx) error {
			sub, err := tx.Subscriber(q.Context(), sub.ID)
			if err != nil {
				return err
			}
			sub.State = subscribe.Ended
			return tx.SaveSubscriber(&sub)
		})
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
	}
	return q.stopped(a, there)
}
