package desk

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/mail"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// RequestPage is one request with all that helps to answer it.
type RequestPage struct {
	Base
	Tabs       []web.Link
	State      string
	StateWords string
	Text       web.Link
	TermsHref  string
	Fields     []Line
	Email      string
	Talk       []Said
	Earlier    []RequestRow // other requests of the same asker
	Grants     []web.Link   // what was granted for this request
	Reasons    []string     // ready reasons, in the asker's language
	Lang, Dir  string       // of the asker
	Wording    string       // ready words of a grant, in the asker's language
	Giver      string
	Until      string
	Today      string
	CanAnswer  bool
	CanGrant   bool
}

// Line is a label with its value.
type Line struct{ Label, Value string }

// Said is one word of the talk.
type Said struct {
	Who, Day, Text string
	Desk           bool
}

// LetterPage shows the letter that an answer will send, to be changed before
// it goes.
type LetterPage struct {
	Base
	Tabs      []web.Link
	Back      string
	Action    string
	Hidden    []Line // the answer itself
	What      string
	Facts     []Line
	To        string
	Subject   string
	Letter    string
	Lang, Dir string
	Send      string
}

// theirRequest gives the request of the address with its text.
func (q *request) theirRequest() (r rights.Request, card store.Card, terms rights.Resolved, err error) {
	id, err := q.id("id")
	if err != nil {
		return r, card, terms, err
	}
	if r, err = q.desk.store.Request(q.Context(), id); err != nil {
		return r, card, terms, err
	}
	if card, err = q.desk.store.ArticleByID(q.Context(), r.Article); err != nil {
		return r, card, terms, err
	}
	terms, err = q.desk.store.ResolveTerms(q.Context(), card.Section, card.ID)
	return r, card, terms, err
}

// inLanguage gives wording in the language of somebody else.
func (q *request) inLanguage(tag, key string, args ...any) string {
	m := q.desk.messages[rights.LetterLanguage(tag)]
	if m == nil {
		m = q.desk.messages["en"]
	}
	return m.T(key, args...)
}

// reasons are ready for refusals.
var reasons = []string{"rights.reason.others", "rights.reason.correction", "rights.reason.purpose", "rights.reason.unclear"}

// rightsRequest shows one request.
func (d *Desk) rightsRequest(a *answer, q *request) error {
	r, card, terms, err := q.theirRequest()
	if err != nil {
		return err
	}
	page := RequestPage{Base: q.base(r.Asker(), "rights"), Tabs: q.rightsTabs(""), State: string(r.State), StateWords: q.T("rights.state." + string(r.State)), Email: r.Email,
		Text: web.Link{Href: articleHref(card), Label: card.Title}, TermsHref: Prefix + "rights/terms/edit?place=" + rights.Article + strconv.FormatInt(card.ID, 10),
		Wording: q.inLanguage(r.Language, "rights.wording", r.Where), Until: r.Until, Today: d.cfg.Now().UTC().Format(time.DateOnly),
		CanAnswer: r.State == rights.Waiting, CanGrant: r.State == rights.Waiting || r.State == rights.Refused}
	page.Giver, _ = rights.In(terms.By, rights.LetterLanguage(r.Language))
	if page.Giver == "" {
		page.Giver = q.user.Name
	}
	if t, ok := web.TagOf(rights.LetterLanguage(r.Language)); ok {
		page.Lang, page.Dir = t.Name, t.Dir
	}
	money := q.T("rights.no")
	if r.Commercial {
		money = q.T("rights.yes")
	}
	for _, l := range []Line{{"name", r.Name}, {"organisation", r.Organisation}, {"purpose", r.Purpose}, {"where", r.Where}, {"until", rights.Day(r.Until)}, {"money", money}, {"language", r.Language}, {"asked", q.m.Day(r.Created)}} {
		if l.Value != "" {
			page.Fields = append(page.Fields, Line{q.T("rights.field." + l.Label), l.Value})
		}
	}
	notes, err := d.store.Notes(q.Context(), r.ID)
	if err != nil {
		return err
	}
	for _, n := range notes {
		s := Said{Who: n.Officer, Day: q.m.Day(n.At), Text: n.Text, Desk: n.Officer != ""}
		if !s.Desk {
			s.Who = r.Name
		}
		page.Talk = append(page.Talk, s)
	}
	if r.State == rights.Refused {
		page.Talk = append(page.Talk, Said{Who: r.By, Day: q.m.Day(r.Closed), Text: r.Reason, Desk: true})
	}
	for _, key := range reasons {
		page.Reasons = append(page.Reasons, q.inLanguage(r.Language, key))
	}
	earlier, err := d.store.Requests(q.Context(), store.RequestFilter{Email: r.Email, Limit: 20})
	if err != nil {
		return err
	}
	earlier = slices.DeleteFunc(earlier, func(o rights.Request) bool { return o.ID == r.ID })
	if page.Earlier, err = q.requestRows(earlier); err != nil {
		return err
	}
	grants, err := d.store.Grants(q.Context(), store.GrantFilter{Request: r.ID})
	if err != nil {
		return err
	}
	for _, g := range grants {
		page.Grants = append(page.Grants, web.Link{Href: rights.GrantPath(q.tag.Name, g.Number), Label: g.Number})
	}
	return show(a, d.views.request, page)
}

// answerOf reads what the officer decided from the form, checked.
func (q *request) answerOf(r *rights.Request, terms rights.Resolved, card store.Card) (letter string, v map[string]any, g rights.Grant, err error) {
	secret, err := q.desk.store.RightsSecret(q.Context())
	if err != nil {
		return "", nil, g, err
	}
	l := rights.Letters{Origin: q.origin(), Site: q.siteNames(), Secret: secret}
	text := rights.Text{Title: card.Title, Language: card.Language, Slug: card.Slug}
	now := q.desk.cfg.Now()
	switch q.field("act") {
	case "grant":
		g = rights.Grant{Request: r.ID, Article: r.Article, To: r.Asker(), Email: r.Email, Language: r.Language, Wording: q.field("wording"), Terms: q.field("terms"), Until: q.field("until"),
			Oral: q.field("oral") != "", Said: q.field("said"), Giver: q.field("giver"), Officer: q.user.Name, Granted: now}
		if !g.Oral {
			g.Said = ""
		}
		if err := g.Check(now, time.UTC); err != nil {
			return "", nil, g, err
		}
		if err := r.Grant(q.user.Name, now); err != nil {
			return "", nil, g, err
		}
		g.Number = numberHere
		v = l.OfGrant(g, text, terms.Contact)
		v["Page"] = pageHere
		v["Name"] = r.Name
		return "granted", v, g, nil
	case "refuse":
		reason := strings.TrimSpace(q.field("ready") + "\n" + q.field("reason"))
		if err := r.Refuse(q.user.Name, reason, now); err != nil {
			return "", nil, g, err
		}
		return "refused", l.OfRequest(*r, text, terms.Contact), g, nil
	case "ask":
		question := q.field("question")
		if question == "" || len([]rune(question)) > 4000 {
			return "", nil, g, fault.New(fault.Invalid, "a question back needs words, 4,000 characters at most")
		}
		if r.State != rights.Waiting {
			return "", nil, g, fault.New(fault.Conflict, "this request has been answered already").Hint("look at the answer")
		}
		v = l.OfRequest(*r, text, terms.Contact)
		v["Question"] = question
		return "question", v, g, nil
	}
	return "", nil, g, fault.New(fault.Invalid, "a request is granted, refused or asked back about")
}

// What stands in a letter for what only its sending makes: the number of a
// grant and the address of its page.
const (
	numberHere = "{number}"
	pageHere   = "{page}"
)

// rightsAnswer takes the officer's decision: at first it shows the letter,
// then, with the letter as the officer left it, it decides and sends.
func (d *Desk) rightsAnswer(a *answer, q *request) error {
	r, card, terms, err := q.theirRequest()
	if err != nil {
		return err
	}
	name, v, g, err := q.answerOf(&r, terms, card)
	if err != nil {
		return err
	}
	letter, err := mail.Write(rights.LetterLanguage(r.Language), name, v)
	if err != nil {
		return err
	}
	here := rights.DeskPath + strconv.FormatInt(r.ID, 10)
	q.page = func(a *answer) error {
		page := LetterPage{Base: q.base(q.T("rights.letter."+name), "rights"), Tabs: q.rightsTabs(""), Back: here, Action: here, To: r.Email, Subject: letter.Subject, Letter: letter.Text, Send: q.T("rights.send." + name)}
		for _, f := range []string{"act", "wording", "terms", "until", "oral", "said", "giver", "ready", "reason", "question"} {
			if value := q.field(f); value != "" {
				page.Hidden = append(page.Hidden, Line{f, value})
			}
		}
		page.Facts = []Line{{q.T("rights.field.name"), r.Asker()}, {q.T("rights.field.text"), card.Title}}
		if t, ok := web.TagOf(letter.Language); ok {
			page.Lang, page.Dir = t.Name, t.Dir
		}
		return show(a, d.views.letter, page)
	}
	if q.field("step") != "send" {
		return q.page(a)
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		now, err := tx.Request(q.Context(), r.ID) // somebody else may have answered meanwhile
		if err != nil {
			return err
		}
		if _, _, _, err := q.answerOf(&now, terms, card); err != nil {
			return err
		}
		switch name {
		case "question":
			err = tx.AddNote(&rights.Note{Request: r.ID, Officer: q.user.Name, Text: q.field("question")})
		default:
			err = tx.SaveRequest(&now)
		}
		if err != nil {
			return err
		}
		number, page := "", ""
		if name == "granted" {
			if err := q.giveGrant(tx, &g); err != nil {
				return err
			}
			number, page = g.Number, q.origin()+rights.GrantPath(r.Language, g.Number)
		}
		fill := strings.NewReplacer(numberHere, number, pageHere, page)
		letter.To = mail.Address{Name: r.Name, Email: r.Email}
		letter.ReplyTo = terms.Contact.Email
		letter.Subject = mail.OneLine(fill.Replace(q.field("subject")))
		letter.Text = fill.Replace(strings.ReplaceAll(q.field("letter"), "\r\n", "\n")) + "\n"
		if letter.Subject == "" || strings.TrimSpace(letter.Text) == "" {
			return fault.New(fault.Invalid, "a letter needs a subject and words").In("letter")
		}
		if err := tx.QueueLetter(&letter); err != nil {
			return err
		}
		return q.audit(tx, "rights "+name, about("request", r.ID), g.Number)
	})
	if err != nil {
		return err
	}
	a.to(saying(here, "rights."+name))
	return nil
}

// giveGrant writes a grant with the reminder of its end.
func (q *request) giveGrant(tx *store.Tx, g *rights.Grant) error {
	g.Number = ""
	if err := tx.SaveGrant(g); err != nil {
		return err
	}
	if at, ok := g.Reminder(q.desk.cfg.Now(), time.UTC); ok {
		return tx.EnqueueAt(jobs.ReminderJob, key(g.ID), "", at)
	}
	return nil
}
