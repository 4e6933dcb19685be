package desk

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/web"
)

// again shows the page of a form that was not taken once more: filled in as it
// was sent, what is wrong beside the field (fault's In), the focus there. The
// page is the one that the browser came from, asked for anew by the same
// person; a handler may give its own (q.page). False where that cannot be: a
// script asked, nothing was typed, or the page no longer has the form.
func (d *Desk) again(a *answer, q *request, err error) bool {
	switch fault.KindOf(err) {
	case fault.Invalid, fault.Exists, fault.Conflict, fault.NotFound, fault.TooLarge, fault.Unsupported, fault.TooMany:
	default:
		return false
	}
	if q.Method != http.MethodPost || wantsJSON(q.Request) || len(q.PostForm) == 0 {
		return false
	}
	from, show := q.cameFrom()
	if show == nil {
		return false
	}
	page := &answer{header: http.Header{}}
	if e := show(page); e != nil || page.status >= 300 {
		return false
	}
	what, try := q.words(err)
	r := web.Refused{Page: from, Action: q.URL.Path, Values: q.PostForm, Field: fieldOf(err), Message: sentence(what, try)}
	filled, ok := web.Refill(page.body.Bytes(), r)
	if !ok {
		return false
	}
	a.body = *bytes.NewBuffer(filled)
	return true
}

// sentence joins what is wrong and what to try.
func sentence(what, try string) string {
	if try == "" {
		return what
	}
	return what + ". " + strings.ToUpper(string([]rune(try)[:1])) + string([]rune(try)[1:]) + "."
}

// cameFrom gives the path of the page that holds the form, and what shows it.
func (q *request) cameFrom() (string, func(*answer) error) {
	if q.page != nil {
		return q.URL.Path, q.page
	}
	at, err := url.Parse(q.Referer())
	if err != nil || at.Host != "" && at.Host != q.Host || !strings.HasPrefix(at.Path, Prefix) {
		at = &url.URL{Path: q.URL.Path} // many forms go to the page they stand on
	}
	d := q.desk
	r := q.Request.Clone(q.Context())
	values := at.Query()
	values.Del("said")
	r.Method, r.Body, r.ContentLength, r.Form, r.PostForm = http.MethodGet, http.NoBody, 0, nil, nil
	r.URL = &url.URL{Path: at.Path, RawQuery: values.Encode()}
	r.RequestURI = r.URL.RequestURI()
	for _, rt := range d.routes() {
		if rt.method != http.MethodGet || rt.may != open && (!q.signedIn() || !q.user.May(rt.may, people.Scope{})) {
			continue
		}
		if named, ok := matches(strings.TrimSuffix(Prefix, "/")+rt.path, at.Path); ok {
			for name, value := range named {
				r.SetPathValue(name, value)
			}
			again := *q
			again.Request = r
			return at.Path, func(a *answer) error { return rt.handle(a, &again) }
		}
	}
	return "", nil
}

// matches reads a path by the pattern of a route: "/desk/users/{id}".
func matches(pattern, path string) (map[string]string, bool) {
	want, have := strings.Split(strings.TrimSuffix(pattern, "{$}"), "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	named := map[string]string{}
	for i, w := range want {
		if strings.HasPrefix(w, "{") {
			named[strings.Trim(w, "{}.")] = have[i]
		} else if w != have[i] {
			return nil, false
		}
	}
	return named, true
}

// fieldOf names the field of the form that an error blames.
func fieldOf(err error) string {
	for err != nil {
		f, ok := err.(*fault.Error)
		if ok && f.Field != "" {
			return f.Field
		}
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			return ""
		}
		err = u.Unwrap()
	}
	return ""
}

// blame names the field of the form that an error is about, where it names
// none itself.
func blame(err error, field string) error {
	if f, ok := err.(*fault.Error); ok && f.Field == "" {
		return f.In(field)
	}
	return err
}

// typedLines is what somebody sent in a form that no page can show again.
func (q *request) typedLines() (out []Typed) {
	if q.Method != http.MethodPost || wantsJSON(q.Request) {
		return nil
	}
	for name, values := range q.PostForm {
		for _, v := range values {
			if strings.ContainsFunc(v, func(r rune) bool { return r > ' ' }) && !machineField[name] {
				out = append(out, Typed{Name: name, Value: lines(v)})
			}
		}
	}
	return out
}

// machineField are the fields that no person fills in.
var machineField = map[string]bool{"pen": true, "base": true, "number": true, "by": true, "seen": true, "zone": true, "do": true, "act": true, "to": true, "step": true, "statement": true, "password": true, "again": true, "old": true, "code": true, "kind": true, "place": true}
