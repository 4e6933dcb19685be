package site

import (
	"net/http"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
	"shanyraq/internal/web"
)

// SubscribePage is the form that asks for news by letter.
type SubscribePage struct {
	web.Base
	Closed string // why there is no form
	Form   *SubscribeForm
}

// SubscribeForm is the form with what was written into it.
type SubscribeForm struct {
	Token, Email         string
	Tags, Topics, Oftens []Choice
	Flaws                map[string]string // by field; "" for the whole form
}

// subscribeAbout names the form in its token.
const subscribeAbout = "subscribe"

func subscribeAddress(tag web.Tag) string { return "/" + tag.Name + "/subscribe" }

// subscribe shows the form; ?topic= is what the page before was about.
func (s *Site) subscribe(a *web.Answer, q *request) error {
	ask := subscribe.Ask{Tag: q.tag.Name, Often: subscribe.Daily, Topic: q.URL.Query().Get("topic")}
	return q.showSubscribe(a, ask, nil)
}

func (q *request) showSubscribe(a *web.Answer, ask subscribe.Ask, flaws map[string]string) error {
	page := SubscribePage{Base: q.base(q.m.T("subscribe.title"), q.m.T("subscribe.about"), here{})}
	page.NoIndex = q.URL.RawQuery != "" || flaws != nil
	page.Data = pageData(page.Base, "WebPage")
	if !q.mayMail() {
		page.Closed = q.m.T("subscribe.closed")
		return show(a, q, q.site.views.subscribe, page)
	}
	a.Private = true // its form has a token of this moment
	secret, err := q.site.store.RightsSecret(q.Context())
	if err != nil {
		return err
	}
	f := &SubscribeForm{Token: secret.FormToken(q.site.now(), subscribeAbout), Email: ask.Email, Flaws: flaws, Tags: q.tagChoices(ask.Tag), Oftens: q.oftenChoices(ask.Often)}
	all := q.followAll()
	f.Topics = []Choice{{Value: all.name, Label: all.label, Chosen: ask.Topic == all.name}}
	for _, sec := range q.sections {
		t := q.followSection(sec.Path, q.sectionName(sec))
		f.Topics = append(f.Topics, Choice{Value: t.name, Label: strings.Repeat("– ", strings.Count(sec.Path, "/")) + t.label, Chosen: t.name == ask.Topic})
	}
	if kind, _, _ := strings.Cut(ask.Topic, ":"); kind != "" && kind != subscribe.All && kind != "section" {
		t, err := q.follow(ask.Topic)
		if err == nil {
			f.Topics = append([]Choice{{Value: t.name, Label: t.label, Chosen: true}}, f.Topics...)
		} else if !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Invalid) {
			return err
		}
	}
	page.Form = f
	return show(a, q, q.site.views.subscribe, page)
}

// tagChoices offers the languages of the site in each of their alphabets.
func (q *request) tagChoices(chosen string) (out []Choice) {
	for _, t := range q.tags {
		out = append(out, Choice{Value: t.Name, Label: t.Autonym, Chosen: t.Name == chosen})
	}
	return out
}

func (q *request) oftenChoices(chosen subscribe.Often) (out []Choice) {
	for _, o := range subscribe.Oftens {
		out = append(out, Choice{Value: string(o), Label: q.m.T("subscribe.often." + string(o)), Chosen: o == chosen})
	}
	return out
}

// spoken reports whether the site has letters in a tag.
func (q *request) spoken(tag string) bool {
	for _, t := range q.tags {
		if t.Name == tag {
			return true
		}
	}
	return false
}

// subscribeSent takes the form. Its answer is the same whether the address is
// known here, or was asked for too often today: nobody learns who subscribes.
func (s *Site) subscribeSent(a *web.Answer, q *request) error {
	if !q.mayMail() {
		return fault.New(fault.Invalid, "no letters can be sent from here")
	}
	secret, err := s.store.RightsSecret(q.Context())
	if err != nil {
		return err
	}
	done := subscribe.AskPath(q.tag.Name, "sent")
	if q.PostForm.Get("website") != "" { // a field that people do not see
		s.log.Info("a form was filled by a machine", "form", subscribeAbout)
		return seeOther(a, done)
	}
	now := s.now()
	ask := subscribe.Ask{Email: strings.TrimSpace(q.PostForm.Get("email")), Tag: q.PostForm.Get("tag"), Often: subscribe.Often(q.PostForm.Get("often")), Topic: q.PostForm.Get("topic")}
	flaws := map[string]string{}
	if _, err := rights.Email(ask.Email); err != nil {
		flaws["email"], flaws[""] = q.m.T("reuse.flaw.email"), q.m.T("reuse.flaws")
	}
	if !q.spoken(ask.Tag) || !ask.Often.Valid() {
		return fault.New(fault.Invalid, "the form asks for letters that there are not")
	}
	topic, err := q.follow(ask.Topic)
	switch {
	case fault.Is(err, fault.NotFound) || fault.Is(err, fault.Invalid):
		flaws["topic"], flaws[""] = q.m.T("subscribe.flaw.topic"), q.m.T("reuse.flaws")
	case err != nil:
		return err
	}
	ask.Topic = topic.name
	status := http.StatusBadRequest
	switch filled := secret.FormFilled(q.PostForm.Get("token"), subscribeAbout, now); {
	case filled == rights.TooFast:
		flaws[""] = q.m.T("reuse.flaw.fast")
	case filled != rights.InTime:
		flaws[""] = q.m.T("reuse.flaw.late")
	case len(flaws) > 0:
	case !s.asks.take(asker(q.Request), now):
		flaws[""], status = q.m.T("reuse.flaw.often"), http.StatusTooManyRequests
	}
	if len(flaws) > 0 {
		a.Status = status
		return q.showSubscribe(a, ask, flaws)
	}
	n, err := s.store.AskCount(q.Context(), ask.Email, now.Add(-24*time.Hour))
	if err != nil {
		return err
	}
	if n < mostLetters {
		if err := q.sendAsk(ask); err != nil {
			return err
		}
	}
	return seeOther(a, done)
}

// sendAsk keeps what was asked for, with the letter to its address.
func (q *request) sendAsk(ask subscribe.Ask) error {
	to, err := q.site.letterRequest(q.Context(), ask.Tag)
	if err != nil {
		return err
	}
	topic, err := to.follow(ask.Topic)
	if err != nil {
		return err
	}
	var token string
	token, ask.Token = subscribe.NewToken()
	w := to.sheet(q.origin())
	w.Subject = to.m.T("letter.confirm.subject", w.Site)
	w.Intro = []string{to.m.T("letter.confirm.text", w.Site)}
	w.Button = web.Link{Label: to.m.T("letters.confirm"), Href: q.origin() + subscribe.AskPath(ask.Tag, token)}
	w.Items = []SheetItem{{Title: topic.label, Lead: to.m.T("subscribe.often." + string(ask.Often))}}
	w.Outro = []string{to.m.T("letter.confirm.ignore")}
	l, err := w.letter(to.tag)
	if err != nil {
		return err
	}
	return q.site.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SaveAsk(&ask); err != nil {
			return err
		}
		l.To, l.Subscriber = mail.Address{Email: ask.Email}, ask.ID
		return tx.QueueLetter(&l)
	})
}

// subscribeDone says that a letter is under way, whatever happened.
func (s *Site) subscribeDone(a *web.Answer, q *request) error {
	page := TextPage{Base: q.base(q.m.T("reuse.sent.title"), "", here{}), Parts: []TextPart{{Paragraphs: []string{q.m.T("subscribe.sent"), q.m.T("reuse.sent.missing")}}}}
	page.NoIndex = true
	return show(a, q, s.views.text, page)
}
