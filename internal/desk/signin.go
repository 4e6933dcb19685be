package desk

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// about names a thing in the audit log.
func about(kind string, id int64) string { return kind + " " + strconv.FormatInt(id, 10) }

// next is where somebody goes after signing in: an address of the desk, or
// its front page.
func next(to string) string {
	if strings.HasPrefix(to, Prefix) && !strings.Contains(to, "//") && !strings.Contains(to, `\`) {
		return to
	}
	return Prefix
}

func (d *Desk) signIn(a *answer, q *request) error {
	if q.signedIn() {
		a.to(next(q.URL.Query().Get("to")))
		return nil
	}
	return d.showSignIn(a, q, SignInPage{To: q.URL.Query().Get("to")})
}

func (d *Desk) showSignIn(a *answer, q *request, page SignInPage) error {
	page.Base = q.base(q.T("signin.title"), "")
	page.Script = "passkey.js"
	if d.oidc != nil {
		page.Provider = d.oidc.cfg.Name
	}
	return show(a, d.views.signin, page)
}

// signInSent checks address and password. What is wrong is not said: a
// stranger must not learn whose address is known.
func (d *Desk) signInSent(a *answer, q *request) error {
	email := q.field("email")
	if err := d.throttle(q, email); err != nil {
		return err
	}
	u, err := d.store.UserByEmail(q.Context(), email)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	if right := people.PasswordIs(u.Password, q.PostFormValue("password")); !right || u.Disabled {
		a.status = http.StatusForbidden
		if err := d.refuse(q, u.ID, email, "password"); err != nil {
			return err
		}
		return d.showSignIn(a, q, SignInPage{To: q.field("to"), Email: email, Wrong: true})
	}
	return d.secondFactor(a, q, u)
}

func (d *Desk) signOut(a *answer, q *request) error {
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := q.audit(tx, "sign-out", about("user", q.user.ID), ""); err != nil {
			return err
		}
		return tx.EndSession(q.user.ID, q.session.ID)
	})
	a.cookies = append(a.cookies, &http.Cookie{Name: q.cookieName(), Path: "/", MaxAge: -1, HttpOnly: true, Secure: q.overTLS(), SameSite: http.SameSiteLaxMode})
	a.to(Prefix + "sign-in")
	return err
}

// LinkLife is how long an invitation or recovery link lets somebody in.
const LinkLife = 48 * time.Hour

// enter shows the page of a one-time link, where a password is set.
func (d *Desk) enter(a *answer, q *request) error {
	u, _, err := d.store.LinkUser(q.Context(), q.PathValue("token"), d.cfg.Now())
	if err != nil {
		return deadLink(err)
	}
	return show(a, d.views.signin, SignInPage{Base: q.base(q.T("signin.enter"), ""), Email: u.Email, Entering: true})
}

func (d *Desk) enterSent(a *answer, q *request) error {
	token, password := q.PathValue("token"), q.PostFormValue("password")
	u, purpose, err := d.store.LinkUser(q.Context(), token, d.cfg.Now())
	if err != nil {
		return deadLink(err)
	}
	if err := people.CheckPassword(password); err != nil {
		return err
	}
	u.Password = people.HashPassword(password)
	if purpose == "recover" {
		u.Secret, u.Counter = "", 0
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.UseLink(token); err != nil {
			return deadLink(err)
		}
		if err := tx.EndSessions(u.ID, ""); err != nil {
			return err
		}
		if purpose == "recover" { // whoever lost his telephone lost its keys
			keys, err := tx.Passkeys(q.Context(), u.ID)
			if err != nil {
				return err
			}
			for _, k := range keys {
				if err := tx.DropPasskey(u.ID, k.ID); err != nil {
					return err
				}
			}
		}
		q.user = u
		if err := q.audit(tx, "password-set", about("user", u.ID), purpose); err != nil {
			return err
		}
		return tx.SaveUser(&u)
	})
	if err != nil {
		return err
	}
	return d.secondFactor(a, q, u)
}

func deadLink(err error) error {
	if !fault.Is(err, fault.NotFound) {
		return err
	}
	return fault.New(fault.NotFound, "this link was used or has ended").Hint("ask an administrator for a new one")
}
