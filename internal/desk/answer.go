package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/web"
)

// answer is a whole answer, built before its first byte is sent.
type answer struct {
	status  int
	header  http.Header
	body    bytes.Buffer
	cookies []*http.Cookie
}

// handler answers one kind of address.
type handler func(a *answer, q *request) error

// The bounds of one request: the time it may take, and the bytes of a form.
// A handler that takes larger uploads reads the body itself.
const (
	requestTimeout = 20 * time.Second
	maxForm        = 24 << 20
)

// answer makes a route serve: who asks, whether he may, the handler, then the
// whole answer.
func (d *Desk) answer(rt route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), requestTimeout)
		defer cancel()
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		a := &answer{header: w.Header()}
		q := &request{Request: r.WithContext(ctx), desk: d}
		err := d.who(a, q)
		q.speak()
		switch {
		case err != nil:
		case rt.may != open && !q.signedIn():
			if r.Method == http.MethodGet && !wantsJSON(r) {
				a.to(Prefix + "sign-in?to=" + r.URL.EscapedPath())
			} else {
				err = fault.New(fault.Forbidden, "nobody is signed in").Hint("sign in again in another tab, then try once more: nothing is lost")
			}
		case rt.may != open && !q.user.May(rt.may, people.Scope{}):
			err = q.must(rt.may, "", "")
		default:
			err = rt.handle(a, q)
		}
		if err != nil {
			a = d.failed(w, q, err)
		}
		for _, c := range a.cookies {
			http.SetCookie(w, c)
		}
		if a.status == 0 {
			a.status = http.StatusOK
		}
		if a.header.Get("Content-Type") == "" {
			a.header.Set("Content-Type", "text/html; charset=utf-8")
		}
		a.header.Set("Content-Length", strconv.Itoa(a.body.Len()))
		w.WriteHeader(a.status)
		w.Write(a.body.Bytes())
	}
}

// wantsJSON reports a request of a script.
func wantsJSON(r *http.Request) bool {
	return strings.HasPrefix(r.Header.Get("Accept"), "application/json")
}

// to sends the asker to another address, as after every form that was taken.
func (a *answer) to(path string) {
	a.status = http.StatusSeeOther
	a.header.Set("Location", path)
}

// json answers a script.
func (a *answer) json(status int, v any) error {
	a.status = status
	a.header.Set("Content-Type", "application/json; charset=utf-8")
	return json.NewEncoder(&a.body).Encode(v)
}

// show renders a page into the answer.
func show[T any](a *answer, v *web.View[T], page T) error { return v.Render(&a.body, page) }

// statusOf gives the HTTP status of a kind of error.
func statusOf(err error) int {
	if errors.Is(err, context.DeadlineExceeded) {
		return http.StatusServiceUnavailable
	}
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return http.StatusRequestEntityTooLarge
	}
	switch fault.KindOf(err) {
	case fault.NotFound:
		return http.StatusNotFound
	case fault.Invalid, fault.Unsupported:
		return http.StatusBadRequest
	case fault.Exists, fault.Conflict:
		return http.StatusConflict
	case fault.Forbidden:
		return http.StatusForbidden
	case fault.TooLarge:
		return http.StatusRequestEntityTooLarge
	case fault.Unavailable:
		return http.StatusServiceUnavailable
	case fault.TooMany:
		return http.StatusTooManyRequests
	}
	return http.StatusInternalServerError
}

// failed turns an error into an answer: the one place where that happens. A
// script gets {"error", "try"}; a person a page. The cause goes to the log.
func (d *Desk) failed(w http.ResponseWriter, q *request, err error) *answer {
	a := &answer{header: w.Header(), status: statusOf(err)}
	a.header.Del("Content-Type")
	a.header.Del("Location")
	if a.status >= 500 && !errors.Is(err, context.Canceled) {
		d.log.Error("desk: a request failed", "method", q.Method, "path", q.URL.Path, "error", err, "cause", errors.Unwrap(err))
	}
	what, try := q.words(err)
	if wantsJSON(q.Request) {
		a.json(a.status, map[string]string{"error": what, "try": try, "kind": fault.KindOf(err).String()})
		return a
	}
	if q.m == nil { // not even the database said who asks
		q.user = people.User{}
		q.speak()
	}
	if q.Method == http.MethodPost && strings.HasPrefix(q.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
		q.ParseForm() // nobody may have looked at it yet; what of it cannot be read is not shown
	}
	if d.again(a, q, err) {
		return a
	}
	page := FailedPage{Base: q.base(q.m.T("desk.failed."+strconv.Itoa(a.status)), ""), What: what, Try: try, Typed: q.typedLines()}
	if e := show(a, d.views.failed, page); e != nil {
		a.body.Reset()
		a.body.WriteString(what)
		d.log.Error("desk: a page failed", "path", q.URL.Path, "error", e)
	}
	return a
}

// words gives an error's message and next move in the asker's language, in
// English where the catalogue lacks them.
func (q *request) words(err error) (what, try string) {
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return q.T("desk.too-large"), q.T("desk.too-large.try")
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind == fault.Internal {
		return q.T("desk.internal"), q.T("desk.internal.try")
	}
	said := q.desk.faults[q.tag.Name]
	what, try = f.Message(), f.Try
	if format, ok := said[f.Key]; ok {
		what = fmt.Sprintf(format, f.Args...)
	}
	if format, ok := said[f.TryKey]; ok {
		try = fmt.Sprintf(format, f.TryArgs...)
	}
	return what, try
}

// T gives wording in the asker's language.
func (q *request) T(key string, args ...any) string {
	if q.m == nil {
		q.speak()
	}
	return q.m.T(key, args...)
}

// nowhere answers for an address that is not there.
func (d *Desk) nowhere(w http.ResponseWriter, r *http.Request) {
	d.answer(route{may: open, handle: func(*answer, *request) error {
		return fault.New(fault.NotFound, "there is no such page").Hint("go back to the desk's front page")
	}})(w, r)
}
