package desk

import (
	"net"
	"net/http"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// The cookie of a session. Over TLS its name binds it to this host and path
// (RFC 6265bis, section 4.1.3.2).
const (
	cookieName       = "shanyraq"
	cookieNameSecure = "__Host-shanyraq"
)

// overTLS reports whether the asker's browser speaks TLS with us, or with a
// proxy before us.
func (q *request) overTLS() bool { return strings.HasPrefix(q.origin(), "https:") }

func (q *request) cookieName() string {
	if q.overTLS() {
		return cookieNameSecure
	}
	return cookieName
}

// who finds out who asks. Nobody is no error.
func (d *Desk) who(a *answer, q *request) error {
	c, err := q.Cookie(q.cookieName())
	if err != nil {
		return d.demoUser(a, q)
	}
	s, u, stale, err := d.store.SignedIn(q.Context(), c.Value, d.cfg.Now())
	if fault.Is(err, fault.Forbidden) {
		return d.demoUser(a, q)
	}
	if err != nil {
		return err
	}
	q.session, q.user = s, u
	if stale {
		return d.store.Update(q.Context(), func(tx *store.Tx) error { return tx.KeepSession(s.ID) })
	}
	return nil
}

// begin signs a user in and sets the cookie.
func (q *request) begin(a *answer, u people.User, how string) error {
	var token string
	err := q.desk.store.Update(q.Context(), func(tx *store.Tx) (err error) {
		if token, err = tx.BeginSession(u.ID, q.UserAgent(), q.address()); err != nil {
			return err
		}
		q.user = u
		return q.audit(tx, "sign-in", about("user", u.ID), how)
	})
	if err != nil {
		return err
	}
	a.cookies = append(a.cookies, &http.Cookie{Name: q.cookieName(), Value: token, Path: "/", MaxAge: int(store.SessionLife.Seconds()),
		HttpOnly: true, Secure: q.overTLS(), SameSite: http.SameSiteLaxMode})
	return nil
}

// demoUser signs the demo's editor in where the demo runs and the asker sits
// at the machine itself: the connection comes from it, and the address in the
// browser names it.
func (d *Desk) demoUser(a *answer, q *request) error {
	if !d.cfg.Demo || q.Method != http.MethodGet || !loopback(q.RemoteAddr) || !loopback(q.Host) || q.Header.Get("X-Forwarded-For") != "" || q.Header.Get("Forwarded") != "" {
		return nil
	}
	if q.URL.Path == Prefix+"sign-in" { // somebody wants to be another user
		return nil
	}
	all, err := d.store.Users(q.Context())
	if err != nil {
		return err
	}
	for _, u := range all {
		if u.Demo && !u.Disabled {
			return q.begin(a, u, "demo")
		}
	}
	return nil
}

// loopback reports whether host[:port] names this machine.
func loopback(hostport string) bool {
	host := hostport
	if h, _, err := net.SplitHostPort(hostport); err == nil {
		host = h
	}
	host = strings.Trim(host, "[]")
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
