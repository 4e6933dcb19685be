package site

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// ReusePage says what may be done with a text: the terms in words, the credit
// ready to copy, and where a permission is needed, the form that asks for it.
type ReusePage struct {
	web.Base
	Text      web.Link
	Lang, Dir string // of the text's title, where it is not the page's
	Terms     TermsBlock
	Plain     string // the credit, for print
	HTML      string // the credit, for a page
	Credit    string // how it reads
	Form      *AskForm
	Closed    string // why there is no form though a permission is needed
}

// AskForm asks for a permission.
type AskForm struct {
	About  string
	Token  string
	Value  rights.Request
	Flaws  map[string]string // by field; "" for the whole form
	Today  string
	Fields []AskField
}

// AskField is a line of the form.
type AskField struct {
	Name, Label, Hint, Value, Flaw string
	Type, Complete                 string
	Must, Long                     bool
}

// TermsBlock is the terms in words, with the contact that is always shown.
type TermsBlock struct {
	Lines  []string
	Notes  []string
	Holder string
	Email  string
	Phone  string
}

// cited gives what a credit names of an article, for a page of this tag.
func (q *request) cited(c store.Card) rights.Cited {
	var authors []string
	for _, a := range c.Authors {
		authors = append(authors, q.script.text(c.Language, a))
	}
	out := rights.Cited{Title: q.script.text(c.Language, c.Title), Site: q.site.name(q.tag), Author: strings.Join(authors, ", "),
		Address: q.origin() + articleAddress(q.tag, c.Slug), Lang: q.tag.Name, Dir: q.tag.Dir}
	if !c.Published.IsZero() {
		out.Day = q.day(c.Published)
	}
	return out
}

// holder is who holds the rights: as the terms say, else the site.
func (q *request) holder(t rights.Resolved) string {
	if h, lang := rights.In(t.Holder, q.tag.Language); h != "" {
		return q.script.text(lang, h)
	}
	return q.site.name(q.tag)
}

// inWords says terms in the reader's language.
func (q *request) inWords(t rights.Resolved) TermsBlock {
	b := TermsBlock{Holder: q.holder(t), Email: t.Contact.Email, Phone: t.Contact.Phone}
	b.Lines = append(b.Lines, q.m.T("reuse.reuse."+string(t.Reuse)))
	if t.Reuse != rights.No && t.Commercial != "" && t.Commercial != t.Reuse {
		b.Lines = append(b.Lines, q.m.T("reuse.commercial."+string(t.Commercial)))
	}
	if t.Link != "" {
		b.Lines = append(b.Lines, q.m.T("reuse.link."+string(t.Link)))
	}
	if by, lang := rights.In(t.By, q.tag.Language); by != "" && t.CanAsk() {
		b.Lines = append(b.Lines, q.m.T("reuse.by", q.script.text(lang, by)))
	}
	if t.Mining != "" {
		b.Lines = append(b.Lines, q.m.T("reuse.mining."+string(t.Mining)))
	}
	b.Lines = append(b.Lines, q.m.T("reuse.quote"))
	if n, lang := rights.In(t.Notes, q.tag.Language); n != "" {
		b.Notes = strings.FieldsFunc(q.script.text(lang, n), func(r rune) bool { return r == '\n' || r == '\r' })
	}
	return b
}

// reusable finds the article that a page is about, public and in the page's
// language, with its terms.
func (q *request) reusable() (store.Card, rights.Resolved, error) {
	s := q.site
	card, err := s.store.Article(q.Context(), q.tag.Language, q.PathValue("slug"))
	if fault.Is(err, fault.NotFound) || err == nil && !card.State.Public() {
		return card, rights.Resolved{}, q.nothing()
	}
	if err != nil {
		return card, rights.Resolved{}, err
	}
	q.script = q.forms.in(q.tag, card.ID)
	terms, err := s.store.ResolveTerms(q.Context(), card.Section, card.ID)
	return card, terms, err
}

// reuse shows the page of a text's reuse.
func (s *Site) reuse(a *web.Answer, q *request) error {
	card, terms, err := q.reusable()
	if err != nil {
		return err
	}
	var form *AskForm
	if terms.CanAsk() && q.mayMail() {
		a.Private = true // its form has a token of this moment
		r := rights.Request{Commercial: terms.Reuse == rights.Yes}
		if form, err = q.askForm(card, terms, r, nil); err != nil {
			return err
		}
	}
	return q.showReuse(a, card, terms, form)
}

func (q *request) showReuse(a *web.Answer, card store.Card, terms rights.Resolved, form *AskForm) error {
	s := q.site
	group, err := s.store.Translations(q.Context(), card.Group)
	if err != nil {
		return err
	}
	at := here{place: card.Section, elsewhere: func(t web.Tag) string {
		for _, c := range group {
			if c.Language == t.Language && c.State.Public() {
				return rights.ReusePath(t.Name, c.Slug)
			}
		}
		return ""
	}}
	cited := q.cited(card)
	wording := terms.CreditIn(q.tag.Language)
	page := ReusePage{Base: q.base(q.m.T("reuse.title"), q.m.T("reuse.reuse."+string(terms.Reuse)), at), Text: web.Link{Href: articleAddress(q.tag, card.Slug), Label: cited.Title},
		Terms: q.inWords(terms), Plain: rights.CreditPlain(wording, cited), HTML: rights.CreditHTML(wording, cited), Credit: rights.Credit(wording, cited), Form: form}
	if form == nil && terms.CanAsk() {
		page.Closed = q.m.T("reuse.closed")
	}
	q.declare(a, &page.Base, terms, rslOf(terms, q.terms, card.ID))
	page.Data = pageData(page.Base, "WebPage")
	return show(a, q, s.views.reuse, page)
}

// mayMail reports whether letters may lead back to this site: only to an
// address that its owner has named, because the host of a request is the
// asker's word; or to this machine itself.
func (q *request) mayMail() bool { return q.site.cfg.Origin != "" || loopback(q.Host) }

// formAbout names what the form of an article asks for, in its token.
func formAbout(id int64) string { return rights.Article + strconv.FormatInt(id, 10) }

func (q *request) askForm(card store.Card, terms rights.Resolved, r rights.Request, flaws map[string]string) (*AskForm, error) {
	secret, err := q.site.store.RightsSecret(q.Context())
	if err != nil {
		return nil, err
	}
	now := q.site.now()
	f := &AskForm{Token: secret.FormToken(now, formAbout(card.ID)), Value: r, Flaws: flaws, Today: now.UTC().Format(time.DateOnly), About: q.m.T("reuse.ask.about")}
	if terms.Reuse == rights.Yes {
		f.About = q.m.T("reuse.ask.money") + " " + f.About
	}
	for _, x := range []AskField{
		{Name: "name", Value: r.Name, Type: "text", Complete: "name", Must: true},
		{Name: "email", Value: r.Email, Type: "email", Complete: "email", Must: true},
		{Name: "organisation", Value: r.Organisation, Type: "text", Complete: "organization"},
		{Name: "purpose", Value: r.Purpose, Must: true, Long: true},
		{Name: "where", Value: r.Where, Type: "text", Complete: "off", Must: true},
		{Name: "until", Value: r.Until, Type: "date", Complete: "off"},
	} {
		x.Label, x.Flaw = q.m.T("reuse."+x.Name), flaws[x.Name]
		if hint := "reuse." + x.Name + ".hint"; q.m.Has(hint) {
			x.Hint = q.m.T(hint)
		}
		f.Fields = append(f.Fields, x)
	}
	return f, nil
}

// mostLetters is how many requests in a day one mailbox is written to for:
// nobody shall be pestered through our form.
const mostLetters = 3

// reuseSent takes the form.
func (s *Site) reuseSent(a *web.Answer, q *request) error {
	card, terms, err := q.reusable()
	if err != nil {
		return err
	}
	if !terms.CanAsk() || !q.mayMail() {
		return fault.New(fault.Invalid, "this text is not asked for here")
	}
	secret, err := s.store.RightsSecret(q.Context())
	if err != nil {
		return err
	}
	if q.PostForm.Get("website") != "" { // a field that people do not see
		s.log.Info("a form was filled by a machine", "article", card.ID)
		return seeOther(a, rights.RequestPath(q.tag.Name, "sent"))
	}
	now := s.now()
	field := func(name string) string { return strings.TrimSpace(q.PostForm.Get(name)) }
	r := rights.Request{Article: card.ID, Language: q.tag.Name, Name: field("name"), Email: field("email"), Organisation: field("organisation"), Purpose: field("purpose"),
		Where: field("where"), Until: field("until"), Commercial: field("commercial") != "", State: rights.Unverified, Created: now}
	flaws := map[string]string{}
	for _, f := range r.Flaws(now) {
		flaws[f] = q.m.T("reuse.flaw." + f)
		flaws[""] = q.m.T("reuse.flaws")
	}
	status := http.StatusBadRequest
	switch filled := secret.FormFilled(q.PostForm.Get("token"), formAbout(card.ID), now); {
	case filled == rights.TooFast:
		flaws[""] = q.m.T("reuse.flaw.fast")
	case filled != rights.InTime:
		flaws[""] = q.m.T("reuse.flaw.late")
	case len(flaws) > 0:
	case !s.asks.take(asker(q.Request), now):
		flaws[""], status = q.m.T("reuse.flaw.often"), http.StatusTooManyRequests
	default:
		before, err := s.store.Requests(q.Context(), store.RequestFilter{Email: r.Email, Since: now.Add(-24 * time.Hour), Limit: mostLetters})
		if err != nil {
			return err
		}
		if len(before) >= mostLetters {
			flaws[""], status = q.m.T("reuse.flaw.often"), http.StatusTooManyRequests
		}
	}
	if len(flaws) > 0 {
		form, err := q.askForm(card, terms, r, flaws)
		if err != nil {
			return err
		}
		a.Status = status
		return q.showReuse(a, card, terms, form)
	}
	err = s.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SaveRequest(&r); err != nil {
			return err
		}
		return q.letter(tx, secret, "confirm", r, card, terms.Contact, mail.Address{Name: r.Name, Email: r.Email})
	})
	if err != nil {
		return err
	}
	return seeOther(a, rights.RequestPath(q.tag.Name, "sent"))
}

// letter queues a letter about a request.
func (q *request) letter(tx *store.Tx, secret rights.Secret, name string, r rights.Request, card store.Card, contact rights.Contact, to mail.Address) error {
	l := rights.Letters{Origin: q.origin(), Site: q.site.called(), Secret: secret}
	v := l.OfRequest(r, rights.Text{Title: card.Title, Language: card.Language, Slug: card.Slug}, contact)
	v["Desk"] = q.origin() + rights.DeskPath + strconv.FormatInt(r.ID, 10)
	letter, err := mail.Write(rights.LetterLanguage(r.Language), name, v)
	if err != nil {
		return err
	}
	letter.To = to
	if to.Email == r.Email {
		letter.ReplyTo = contact.Email
	}
	return tx.QueueLetter(&letter)
}

// requestSent says that a letter is under way.
func (s *Site) requestSent(a *web.Answer, q *request) error {
	page := TextPage{Base: q.base(q.m.T("reuse.sent.title"), "", here{}), Parts: []TextPart{{Paragraphs: []string{q.m.T("reuse.sent.about"), q.m.T("reuse.sent.missing")}}}}
	page.NoIndex = true
	return show(a, q, s.views.text, page)
}

// otherTerms lists the sections whose terms are not the site's.
func (q *request) otherTerms() (out []SectionTerms, err error) {
	said, err := q.site.store.Terms(q.Context())
	if err != nil {
		return nil, err
	}
	for _, sec := range q.sections {
		if slices.ContainsFunc(said, func(p store.PlacedTerms) bool { return p.Place == rights.Section+sec.Path && !p.Terms.Empty() }) {
			t, err := q.site.store.ResolveTerms(q.Context(), sec.Path, 0)
			if err != nil {
				return nil, err
			}
			out = append(out, SectionTerms{Section: q.sectionLink(sec.Path), Terms: q.inWords(t)})
		}
	}
	return out, nil
}

// SectionTerms are the terms of a section.
type SectionTerms struct {
	Section web.Link
	Terms   TermsBlock
}

// TermsPage says the terms of the whole site, and where others hold.
type TermsPage struct {
	web.Base
	General  []string
	Terms    TermsBlock
	Sections []SectionTerms
	Find     string // address of the page that verifies grants
	Machines []web.Link
}

// terms shows the terms of the site.
func (s *Site) terms(a *web.Answer, q *request) error {
	page := TermsPage{Base: q.base(q.m.T("terms.title"), q.m.T("terms.1"), here{}), General: []string{q.m.T("terms.1"), q.m.T("terms.2")}, Terms: q.inWords(q.around.terms),
		Find: "/" + q.tag.Name + "/grant"}
	var err error
	if page.Sections, err = q.otherTerms(); err != nil {
		return err
	}
	page.Machines = []web.Link{{Href: "/rsl.xml", Label: "RSL 1.0", Type: rights.RSLType}}
	if q.around.terms.TDM("").Said {
		page.Machines = append(page.Machines, web.Link{Href: "/.well-known/tdmrep.json", Label: "TDMRep", Type: "application/json"})
	}
	if _, offers := q.around.terms.PolicyOf("", rights.Issuer{}); offers {
		page.Machines = append(page.Machines, web.Link{Href: policyAddress(rights.Site), Label: "ODRL", Type: policyType})
	}
	q.declare(a, &page.Base, q.around.terms, "/rsl.xml")
	page.Data = pageData(page.Base, "AboutPage")
	return show(a, q, s.views.terms, page)
}
