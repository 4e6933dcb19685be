package desk

import (
	"net/http"
	"strings"
	"time"

	"github.com/boombuler/barcode/qr"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// The kinds of steps between the first and the last page of signing in.
const (
	codeStep   = "code"  // the password was right, the code is missing
	enrolStep  = "enrol" // the password was right, no second factor is set; Data is the secret offered
	keyAsked   = "key"   // a passkey's challenge to sign in
	keyOffered = "offer" // a passkey's challenge to register
	oidcAsked  = "oidc"  // sent to the identity provider
	stepLife   = 10 * time.Minute
)

// Cookies of steps: one for the pages, one for a passkey's challenge, which
// may happen on such a page.
func (q *request) stepCookie(kind string) string {
	if kind == keyAsked || kind == keyOffered {
		return q.cookieName() + "-key"
	}
	return q.cookieName() + "-step"
}

// beginStep keeps a step and sets its cookie.
func (q *request) beginStep(a *answer, s store.Step) error {
	var token string
	err := q.desk.store.Update(q.Context(), func(tx *store.Tx) (err error) { token, err = tx.MakeStep(s, stepLife); return err })
	if err == nil {
		a.cookies = append(a.cookies, &http.Cookie{Name: q.stepCookie(s.Kind), Value: token, Path: "/", MaxAge: int(stepLife.Seconds()), HttpOnly: true, Secure: q.overTLS(), SameSite: http.SameSiteLaxMode})
	}
	return err
}

// step gives the step of one of the kinds that the asker stands on.
func (q *request) step(kinds ...string) (token string, s store.Step, err error) {
	gone := fault.New(fault.Forbidden, "this step of signing in has ended").Hint("sign in again from the beginning")
	c, err := q.Cookie(q.stepCookie(kinds[0]))
	if err != nil {
		return "", s, gone
	}
	s, err = q.desk.store.Step(q.Context(), c.Value, q.desk.cfg.Now())
	if fault.Is(err, fault.NotFound) {
		return "", s, gone
	}
	for _, k := range kinds {
		if err == nil && s.Kind == k {
			return c.Value, s, nil
		}
	}
	if err == nil {
		err = gone
	}
	return "", s, err
}

// secondFactor leads on from a password that was right.
func (d *Desk) secondFactor(a *answer, q *request, u people.User) error {
	if u.Secret != "" {
		a.to(Prefix + "step?to=" + q.field("to"))
		return q.beginStep(a, store.Step{Person: u.ID, Kind: codeStep})
	}
	keys, err := d.store.Passkeys(q.Context(), u.ID)
	if err != nil {
		return err
	}
	if len(keys) > 0 { // a password alone must not add a weaker way in
		return fault.New(fault.Forbidden, "this account signs in with a passkey").Hint("choose the passkey on the sign-in page, or ask an administrator for a recovery link")
	}
	a.to(Prefix + "step?to=" + q.field("to"))
	return q.beginStep(a, store.Step{Person: u.ID, Kind: enrolStep, Data: people.NewSecret()})
}

// stepPage asks for the code, or shows how to set codes up.
func (d *Desk) stepPage(a *answer, q *request) error {
	_, s, err := q.step(codeStep, enrolStep)
	if err != nil {
		return err
	}
	return d.showStep(a, q, s, false)
}

func (d *Desk) showStep(a *answer, q *request, s store.Step, wrong bool) error {
	page := StepPage{Base: q.base(q.T("step.title"), ""), To: next(q.FormValue("to")), Wrong: wrong}
	if s.Kind == enrolStep {
		u, err := d.store.User(q.Context(), s.Person)
		if err != nil {
			return err
		}
		page.Title = q.T("step.enrol")
		page.Secret = grouped(s.Data)
		if page.QR, page.QRSize, err = qrPath(people.CodeURI(s.Data, q.siteName(), u.Email)); err != nil {
			return err
		}
	}
	page.Script = "passkey.js"
	return show(a, d.views.step, page)
}

// stepSent checks a code: that of a user, or the first after setting up.
func (d *Desk) stepSent(a *answer, q *request) error {
	token, s, err := q.step(codeStep, enrolStep)
	if err != nil {
		return err
	}
	u, err := d.store.User(q.Context(), s.Person)
	if err != nil {
		return err
	}
	if err := d.throttle(q, u.Email); err != nil {
		return err
	}
	secret := u.Secret
	if s.Kind == enrolStep {
		secret = s.Data
	}
	counter, right := people.CodeCounter(secret, q.field("code"), d.cfg.Now())
	if !right || u.Disabled {
		a.status = http.StatusForbidden
		if err := d.refuse(q, u.ID, u.Email, "code"); err != nil {
			return err
		}
		return d.showStep(a, q, s, true)
	}
	fresh := false
	err = d.store.Update(q.Context(), func(tx *store.Tx) (err error) {
		if s.Kind == enrolStep {
			u.Secret, u.Counter = secret, 0
			if err := tx.SaveUser(&u); err != nil {
				return err
			}
		}
		if fresh, err = tx.UseCode(u.ID, counter); err != nil || !fresh {
			return err
		}
		if err := tx.Forgive(attemptKey(u.Email)); err != nil {
			return err
		}
		return tx.EndStep(token)
	})
	if err != nil {
		return err
	}
	if !fresh {
		return fault.New(fault.Forbidden, "this code was used before").In("code").Hint("wait for the next one, half a minute at most")
	}
	u.Counter = counter
	if err := q.begin(a, u, "password and code"); err != nil {
		return err
	}
	a.to(next(q.field("to")))
	return nil
}

// grouped parts a secret into fours, to be read aloud.
func grouped(s string) string {
	var b strings.Builder
	for i, c := range s {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// qrPath draws a QR code as the path of an SVG of size × size squares.
func qrPath(text string) (path string, size int, err error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return "", 0, err
	}
	var b strings.Builder
	size = code.Bounds().Dx()
	for y := range size {
		for x := range size {
			if r, _, _, _ := code.At(x, y).RGBA(); r == 0 {
				b.WriteString("M" + itoa(x+4) + " " + itoa(y+4) + "h1v1h-1z")
			}
		}
	}
	return b.String(), size + 8, nil // with the quiet zone of ISO 18004
}
