package site

import (
	"net/url"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// readCursor reads "1700000000000.42", the place where a page of a list
// begins; empty for the start.
func readCursor(s string) (c store.Cursor, err error) {
	if s == "" {
		return c, nil
	}
	t, id, _ := strings.Cut(s, ".")
	if c.Time, err = strconv.ParseInt(t, 10, 64); err == nil {
		c.ID, err = strconv.ParseInt(id, 10, 64)
	}
	if err != nil {
		return c, fault.Wrap(err, fault.Invalid, "%q is no place in a list", s).Hint("follow the links of the page")
	}
	return c, nil
}

func writeCursor(c store.Cursor) string {
	return strconv.FormatInt(c.Time, 10) + "." + strconv.FormatInt(c.ID, 10)
}

// pager begins the links to neighbouring pages; a list that does not begin
// at its start leads back there.
func (q *request) pager(inside bool) Pager {
	p := Pager{PreviousWords: q.m.T("pager.first"), NextWords: q.m.T("pager.older")}
	if inside {
		p.Previous = q.with("after", "")
	}
	return p
}

// with gives this page's address with one question changed; an empty value
// takes it out.
func (q *request) with(name, value string) string {
	v := q.URL.Query()
	if v.Has("q") { // as it is looked for: a long one would be in every link
		v.Set("q", searched(q))
	}
	v.Del(name)
	if value != "" {
		v.Set(name, value)
	}
	return address(q.URL.Path, v)
}

// address writes a path with its questions, empty ones left out.
func address(path string, v url.Values) string {
	for k, list := range v {
		if len(list) == 0 || list[0] == "" {
			v.Del(k)
		}
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}
