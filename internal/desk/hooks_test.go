package desk

import (
	"html"
	"net/url"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/hooks"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// An administrator adds an endpoint, sees its secret once, changes it, tries
// it, renews the secret, switches it off and removes it; each stands in the
// audit log, and no secret does.
func TestHooksAtTheDesk(t *testing.T) {
	f := newFixture(t)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		return tx.SaveSection(article.Section{Path: "news", Names: map[string]string{"en": "News"}})
	}))
	c := f.client(t, testkit.User(t, f.store, "admin", people.Administrator))
	page := Prefix + "hooks"
	for _, b := range []struct {
		form url.Values
		says string
	}{
		{url.Values{}, "no address"},
		{url.Values{"address": {"http://169.254.169.254/latest/meta-data"}}, "public internet"},
		{url.Values{"address": {"https://a:b@example.org/"}}, "no address"},
		{url.Values{"address": {"https://example.org/"}, "kind": {"article.read"}}, "no event"},
		{url.Values{"address": {"https://example.org/"}, "sections": {"nowhere"}}, "no section"},
		{url.Values{"address": {"https://example.org/"}, "languages": {"kk-Latn"}}, "no language"},
	} {
		if body := c.want(400+3*flag(b.says == "public internet"), "POST", page, b.form); !strings.Contains(body, b.says) {
			t.Errorf("%v does not say %q", b.form, b.says)
		}
	}
	body := c.want(200, "POST", page, url.Values{"address": {"https://example.org/hook"}, "name": {"Chat"}, "kind": {"article.published", "article.withdrawn"}, "sections": {"news"}, "languages": {"kk ru"}})
	list, err := f.store.Hooks(t.Context())
	must(t, err)
	if len(list) != 1 || list[0].State != hooks.On || len(list[0].Kinds) != 2 || len(list[0].Languages) != 2 {
		t.Fatalf("%+v", list)
	}
	p, at := list[0], hookPath(list[0].ID)
	if !strings.Contains(html.UnescapeString(body), p.Secret) {
		t.Error("the secret of a new endpoint is not shown")
	}
	for _, path := range []string{page, at} {
		if strings.Contains(c.want(200, "GET", path, nil), "whsec_") {
			t.Errorf("%s shows the secret again", path)
		}
	}
	c.want(303, "POST", at, url.Values{"address": {"https://example.org/other"}, "name": {"Chat"}})
	c.want(303, "POST", at+"/act", url.Values{"act": {"test"}})
	told, err := f.store.Deliveries(t.Context(), p.ID, 0, 10)
	must(t, err)
	if len(told) != 1 || told[0].Event.Kind != hooks.Test || told[0].Result != hooks.Waiting {
		t.Fatalf("%+v", told)
	}
	renewed := html.UnescapeString(c.want(200, "POST", at+"/act", url.Values{"act": {"secret"}}))
	now, err := f.store.Hook(t.Context(), p.ID)
	must(t, err)
	if now.Secret == p.Secret || now.Old != p.Secret || !strings.Contains(renewed, now.Secret) || strings.Contains(renewed, p.Secret) || now.Address != "https://example.org/other" || len(now.Kinds) != 0 {
		t.Errorf("a new secret: %+v", now)
	}
	if left := now.OldEnd.Sub(f.store.Now()); left < hooks.OldSecretLife-time.Minute || left > hooks.OldSecretLife {
		t.Errorf("the secret before ends in %v", left)
	}
	c.want(303, "POST", at+"/act", url.Values{"act": {"again"}, "delivery": {number(told[0].ID)}})
	c.want(404, "POST", at+"/act", url.Values{"act": {"again"}, "delivery": {"1"}})
	c.want(303, "POST", at+"/act", url.Values{"act": {"off"}})
	c.want(409, "POST", at+"/act", url.Values{"act": {"test"}})
	c.want(409, "POST", at+"/act", url.Values{"act": {"again"}, "delivery": {number(told[0].ID)}})
	c.want(303, "POST", at+"/act", url.Values{"act": {"on"}})
	c.want(400, "POST", at+"/act", url.Values{"act": {"paint"}})
	c.want(303, "POST", at+"/act", url.Values{"act": {"remove"}})
	c.want(404, "GET", at, nil)
	lines, err := f.store.AuditLog(t.Context(), store.AuditFilter{Limit: 50})
	must(t, err)
	said := map[string]int{}
	for _, l := range lines {
		said[l.What]++
		if strings.Contains(l.Detail, "whsec_") {
			t.Errorf("a secret in the log: %+v", l)
		}
	}
	for _, what := range []string{"hook-added", "hook-changed", "hook-tested", "hook-secret", "hook-sent-again", "hook-off", "hook-on", "hook-removed"} {
		if said[what] != 1 {
			t.Errorf("%s is in the log %d times", what, said[what])
		}
	}
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// The page of an endpoint has each of its deliveries on exactly one page.
func TestDeliveriesArePaged(t *testing.T) {
	f := newFixture(t)
	p := testkit.Endpoint(t, f.store, "https://example.org/", nil)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		for range deliveriesShown + 7 {
			if err := tx.TryHook(p, hooks.Event{Path: "/"}); err != nil {
				return err
			}
		}
		return nil
	}))
	c := f.client(t, testkit.User(t, f.store, "admin", people.Administrator))
	first := c.want(200, "GET", hookPath(p.ID), nil)
	_, rest, found := strings.Cut(first, `href="`+hookPath(p.ID)+"?before=")
	before, _, _ := strings.Cut(rest, `"`)
	second := c.want(200, "GET", hookPath(p.ID)+"?before="+before, nil)
	if a, b := strings.Count(first, `name="delivery"`), strings.Count(second, `name="delivery"`); !found || a != deliveriesShown || b != 7 || strings.Contains(second, "?before=") {
		t.Errorf("%d and %d deliveries", a, b)
	}
}
