package desk

import (
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// account is what a user can change of his own.
func (d *Desk) account(a *answer, q *request) error {
	page := AccountPage{Base: q.base(q.T("account.title"), ""), Name: q.user.Name, Email: q.user.Email, Language: q.tag.Name, Languages: d.spoken(), HasCode: q.user.Secret != ""}
	page.Script = "passkey.js"
	keys, err := d.store.Passkeys(q.Context(), q.user.ID)
	if err != nil {
		return err
	}
	for _, k := range keys {
		page.Passkeys = append(page.Passkeys, KeyRow{k.ID, k.Name, q.moment(k.Created), q.moment(k.Used)})
	}
	sessions, err := d.store.Sessions(q.Context(), q.user.ID)
	if err != nil {
		return err
	}
	for _, s := range sessions {
		page.Sessions = append(page.Sessions, SessionRow{s.ID, browserName(s.Agent), s.Address, q.moment(s.Seen), s.ID == q.session.ID})
	}
	return show(a, d.views.account, page)
}

// spoken are the languages of the desk.
func (d *Desk) spoken() (out []web.Tag) {
	for _, name := range d.languages {
		t, _ := web.TagOf(name)
		out = append(out, t)
	}
	return out
}

// moment writes a time to the minute, in UTC.
func (q *request) moment(t time.Time) string {
	if t.IsZero() {
		return q.T("account.never")
	}
	return q.m.Date(t.UTC().Format(time.DateOnly)) + " " + t.UTC().Format("15:04") + " UTC"
}

// browserName makes "Firefox, Linux" of a User-Agent header.
func browserName(agent string) string {
	pick := func(pairs ...string) string {
		for i := 0; i+1 < len(pairs); i += 2 {
			if strings.Contains(agent, pairs[i]) {
				return pairs[i+1]
			}
		}
		return ""
	}
	browser := pick("Edg/", "Edge", "OPR/", "Opera", "YaBrowser/", "Yandex Browser", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari")
	system := pick("Android", "Android", "iPhone", "iOS", "iPad", "iPadOS", "Windows", "Windows", "Mac OS X", "macOS", "CrOS", "ChromeOS", "Linux", "Linux")
	switch {
	case browser == "" && system == "":
		if r := []rune(agent); len(r) > 40 {
			return string(r[:40])
		}
		return agent
	case browser == "" || system == "":
		return browser + system
	}
	return browser + ", " + system
}

// accountSent changes name and language.
func (d *Desk) accountSent(a *answer, q *request) error {
	u := q.user
	u.Name = q.field("name")
	if language := q.field("language"); d.messages[language] != nil {
		u.Language = language
	}
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := q.audit(tx, "account-changed", about("user", u.ID), u.Name); err != nil {
			return err
		}
		return tx.SaveUser(&u)
	})
	a.to(saying(Prefix+"account", "saved"))
	return err
}

// passwordSent sets a new password; the old one is asked for, where there is
// one, and all other sessions end.
func (d *Desk) passwordSent(a *answer, q *request) error {
	if err := d.throttle(q, q.user.Email); err != nil {
		return err
	}
	u := q.user
	if u.Demo {
		return fault.New(fault.Forbidden, "the demo's editor has no password")
	}
	if u.Password != "" && !people.PasswordIs(u.Password, q.PostFormValue("old")) {
		if err := d.refuse(q, u.ID, u.Email, "password"); err != nil {
			return err
		}
		return fault.New(fault.Invalid, "the old password is not right").In("old").Hint("go back and type it again, or ask an administrator for a recovery link")
	}
	if err := people.CheckPassword(q.PostFormValue("password")); err != nil {
		return err
	}
	u.Password = people.HashPassword(q.PostFormValue("password"))
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := q.audit(tx, "password-set", about("user", u.ID), "account"); err != nil {
			return err
		}
		if err := tx.EndSessions(u.ID, q.session.ID); err != nil {
			return err
		}
		return tx.SaveUser(&u)
	})
	a.to(saying(Prefix+"account", "password"))
	return err
}

// codeAgain takes the one-time codes away; new ones are set up at the next
// signing in. The password is asked for.
func (d *Desk) codeAgain(a *answer, q *request) error {
	if err := d.throttle(q, q.user.Email); err != nil {
		return err
	}
	u := q.user
	if !people.PasswordIs(u.Password, q.PostFormValue("old")) {
		if err := d.refuse(q, u.ID, u.Email, "password"); err != nil {
			return err
		}
		return fault.New(fault.Invalid, "the password is not right").In("old").Hint("go back and type it again")
	}
	u.Secret, u.Counter = "", 0
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := q.audit(tx, "codes-ended", about("user", u.ID), ""); err != nil {
			return err
		}
		return tx.SaveUser(&u)
	})
	a.to(saying(Prefix+"account", "code"))
	return err
}

// keyDrop takes a passkey away.
func (d *Desk) keyDrop(a *answer, q *request) error {
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := q.audit(tx, "passkey-ended", about("user", q.user.ID), ""); err != nil {
			return err
		}
		return tx.DropPasskey(q.user.ID, q.field("id"))
	})
	a.to(saying(Prefix+"account", "saved"))
	return err
}

// sessionEnd signs out one of the user's sessions, or all others.
func (d *Desk) sessionEnd(a *answer, q *request) error {
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := q.audit(tx, "sessions-ended", about("user", q.user.ID), ""); err != nil {
			return err
		}
		if id := q.field("id"); id != "" {
			return tx.EndSession(q.user.ID, id)
		}
		return tx.EndSessions(q.user.ID, q.session.ID)
	})
	a.to(saying(Prefix+"account", "saved"))
	return err
}
