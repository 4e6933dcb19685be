package desk

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// An editor adds redirects, is told what is wrong with others, and removes one;
// the audit log has each.
func TestRedirectsAtTheDesk(t *testing.T) {
	f := newFixture(t)
	it := testkit.Item("kk", "saparlar", "Сапарлар", "Мәтін.", testkit.Now)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		_, err := tx.Save(it)
		return err
	}))
	c := f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	page := Prefix + "redirects"
	at := func(path string) string {
		to, err := f.store.Redirect(t.Context(), path)
		if err != nil && !fault.Is(err, fault.NotFound) {
			t.Fatal(err)
		}
		return to
	}
	for _, g := range []struct{ path, target, kept, to string }{
		{"/news/12", "/en/about", "/news/12", "/en/about"},
		{"/%D0%B0/?p=1%20", "https://archive.example/а?b=1#c", "/а/?p=1%20", "https://archive.example/%D0%B0?b=1#c"},
		{f.server.URL + "/second", f.server.URL + "/news/12", "/second", "/news/12"},
		{"/kk-Latn/eski", "/kk/saparlar", "/kk/eski", "/kk/saparlar"},
		{"/?p=12", "/", "/?p=12", "/"},
		{"/port", f.server.URL + "0/", "/port", f.server.URL + "0/"}, // another host, though it begins like ours
	} {
		c.want(303, "POST", page, url.Values{"path": {g.path}, "target": {g.target}})
		if got := at(g.kept); got != g.to {
			t.Errorf("%s leads to %q, want %q", g.kept, got, g.to)
		}
	}
	for _, b := range []struct {
		path, target string
		status       int
		says         string
	}{
		{"", "/en/", 400, "no path of this site"},
		{"news", "/en/", 400, "no path of this site"},
		{"//other.example/a", "/en/", 400, "no path of this site"},
		{"https://other.example/a", "/en/", 400, "no path of this site"},
		{"/a%0Ab", "/en/", 400, "no path of this site"},
		{"/a/../desk/", "/en/", 400, "no path of this site"},
		{"/a#b", "/en/", 400, "no path of this site"},
		{"/", "/en/", 400, "front page"},
		{"/desk/users", "/en/", 400, "belongs to the desk"},
		{"/free", "/%64esk/users", 400, "belongs to the desk"},
		{"/free", "javascript:alert(1)", 400, "nowhere to lead to"},
		{"/free", "//other.example/", 400, "nowhere to lead to"},
		{"/free", `/\other.example/`, 400, "nowhere to lead to"},
		{"/free", "https://name@other.example/", 400, "nowhere to lead to"},
		{"/free", "https://", 400, "nowhere to lead to"},
		{"/free", "/en/\u0085a", 400, "nowhere to lead to"},
		{"/free", "/" + strings.Repeat("a", maxAddress), 400, "nowhere to lead to"},
		{"/free", "/free#there", 400, "round and round"},
		{"/kk/a", "/kk-Latn/a", 400, "round and round"},
		{"/en/about-us", "/en/%61bout-us", 400, "round and round"},
		{"/news/12", "/en/", 409, "already"},
		{"/kk/saparlar", "/kk/", 409, "an article stands at"},
	} {
		if body := c.want(b.status, "POST", page, url.Values{"path": {b.path}, "target": {b.target}}); !strings.Contains(body, b.says) {
			t.Errorf("%q to %q does not say %q", b.path, b.target, b.says)
		}
	}
	if at("/free") != "" || at("/news/12") != "/en/about" {
		t.Error("what was refused was written")
	}
	// A loop over several steps is closed by removing its first.
	c.want(303, "POST", page+"/remove", url.Values{"path": {"/news/12"}})
	if body := c.want(400, "POST", page, url.Values{"path": {"/news/12"}, "target": {"/second"}}); !strings.Contains(body, "round and round") {
		t.Error("a loop of two is not told")
	}
	c.want(404, "POST", page+"/remove", url.Values{"path": {"/news/12"}})
	if at("/news/12") != "" || strings.Contains(c.want(200, "GET", page, nil), `value="/news/12"`) {
		t.Error("what was removed is there")
	}
	lines, err := f.store.AuditLog(t.Context(), store.AuditFilter{Limit: 20})
	must(t, err)
	said := map[string]int{}
	for _, l := range lines {
		said[l.What]++
	}
	if said["redirect-added"] != 6 || said["redirect-ended"] != 1 {
		t.Errorf("the audit log has %v", said)
	}
}

// Every redirect is on exactly one page of the list.
func TestRedirectsArePaged(t *testing.T) {
	f := newFixture(t)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		for i := range 2*redirectLines + 1 {
			if err := tx.SaveRedirect(store.Redirect{Path: fmt.Sprintf("/?p=%03d&a", i), Target: "/en/"}); err != nil {
				return err
			}
		}
		return nil
	}))
	c := f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	next, pages, rows := Prefix+"redirects", 0, 0
	for next != "" && pages < 5 {
		body := c.want(200, "GET", next, nil)
		pages, rows, next = pages+1, rows+strings.Count(body, `name="path" value="`), ""
		for part := range strings.SplitSeq(body, `href="`) {
			if href, _, _ := strings.Cut(part, `"`); strings.HasPrefix(href, Prefix+"redirects?after=") {
				next = strings.ReplaceAll(href, "&amp;", "&")
			}
		}
	}
	if pages != 3 || rows != 2*redirectLines+1 {
		t.Errorf("%d redirects on %d pages", rows, pages)
	}
}
