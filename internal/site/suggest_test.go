package site

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

func suggested(t *testing.T, f *fixture, tag, text string) (names []string) {
	t.Helper()
	w := f.get(t, "/"+tag+"/suggest?q="+url.QueryEscape(text))
	if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
		t.Fatalf("%q: status %d, %s", text, w.Code, w.Header().Get("Content-Type"))
	}
	var a suggestAnswer
	must(t, json.Unmarshal(w.Body.Bytes(), &a))
	for _, s := range a.Suggestions {
		if page := f.get(t, s.Href); page.Code != 200 {
			t.Errorf("%s leads to %d", s.Href, page.Code)
		}
		names = append(names, s.Name)
	}
	return names
}

// Names are suggested in the page's language and script, however they are
// typed; and without script the search page offers the same.
func TestSuggest(t *testing.T) {
	f := newFixture(t, 0)
	for _, c := range []struct{ tag, typed, want string }{
		{"en", "kaz", "Kazakhstan"}, {"en", "Қаз", "Kazakhstan"}, {"ru", "каз", "Казахстан"}, {"kk", "qaz", "Қазақстан"},
		{"kk-Latn", "қаз", "Qazaqstan"}, {"kk-Arab", "قاز", "قازاقستان"}, {"en", "sam", "Alia Sample"}, {"ru", "образц", "Алия Образцова"},
	} {
		if got := strings.Join(suggested(t, f, c.tag, c.typed), ", "); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q suggests %q, want %s", c.tag, c.typed, got, c.want)
		}
		page := f.get(t, "/"+c.tag+"/search?q="+url.QueryEscape(c.typed)).Body.String()
		if _, known, _ := strings.Cut(page, `<ul class="plain known"`); !strings.Contains(known, c.want) {
			t.Errorf("%s: the search page does not offer %s for %q", c.tag, c.want, c.typed)
		}
	}
	for _, typed := range append(testkit.Hostile(), "", "k", "zebra", "!!!", strings.Repeat("ab ", 4000), "\u202ekaz\x00") {
		if got := suggested(t, f, "en", typed); len(got) > suggestions {
			t.Errorf("%.20q suggests %d names", typed, len(got))
		}
	}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SetSetting("publish", "accepted") }))
	if got := suggested(t, f, "en", "kaz"); len(got) != 0 {
		t.Errorf("the site shows only what was accepted, and suggests %q", got)
	}
}

// TestSuggestKeyboard types into the search page and goes to a name without a
// mouse.
func TestSuggestKeyboard(t *testing.T) {
	ctx, cancel := context.WithTimeout(testkit.Browser(t), 2*time.Minute)
	defer cancel()
	f := newFixture(t, 1<<20)
	server := httptest.NewServer(f)
	defer server.Close()
	said := testkit.Complaints(t, ctx)
	state := func() (s struct {
		Role, Expanded, Active, Text string
		Hidden                       bool
	}) {
		t.Helper()
		out, err := chromedp.Run(ctx, chromedp.Evaluate[string](`(() => { const q = document.querySelector("#q"), a = document.getElementById(q.getAttribute("aria-activedescendant"));
			return JSON.stringify({Role: q.getAttribute("role"), Expanded: q.getAttribute("aria-expanded"), Active: a ? a.querySelector("bdi").textContent + "|" + a.getAttribute("aria-selected") : "",
				Text: document.getElementById(q.getAttribute("aria-controls")).textContent, Hidden: document.getElementById(q.getAttribute("aria-controls")).hidden}) })()`))
		must(t, err)
		must(t, json.Unmarshal([]byte(out), &s))
		return s
	}
	for _, c := range []struct{ tag, typed, more, name string }{{"en", "kaz", "a", "Kazakhstan"}, {"kk-Arab", "قاز", "ا", "قازاقستان"}} {
		must(t, chromedp.Do(ctx, chromedp.Navigate(server.URL+"/"+c.tag+"/search"), chromedp.WaitVisible(`#q`)))
		if s := state(); s.Role != "combobox" || s.Expanded != "false" || !s.Hidden {
			t.Errorf("%s: before typing %+v", c.tag, s)
		}
		must(t, chromedp.Do(ctx, chromedp.SendKeys(`#q`, c.typed), chromedp.WaitVisible(`#suggestions [role=option]`)))
		if s := state(); s.Expanded != "true" || s.Active != "" || !strings.Contains(s.Text, c.name) {
			t.Errorf("%s: typed %+v", c.tag, s)
		}
		if dir := os.Getenv("SCREENSHOTS"); dir != "" {
			picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(90))
			must(t, err)
			must(t, os.WriteFile(filepath.Join(dir, "suggest-"+c.tag+".png"), picture, 0o644))
		}
		must(t, chromedp.Do(ctx, chromedp.KeyEvent(kb.ArrowDown)))
		if s := state(); s.Active != c.name+"|true" {
			t.Errorf("%s: after an arrow %+v", c.tag, s)
		}
		must(t, chromedp.Do(ctx, chromedp.KeyEvent(kb.Escape)))
		if s := state(); s.Expanded != "false" || !s.Hidden || s.Active != "" {
			t.Errorf("%s: after Escape %+v", c.tag, s)
		}
		must(t, chromedp.Do(ctx, chromedp.SendKeys(`#q`, c.more), chromedp.WaitVisible(`#suggestions [role=option]`),
			chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(`.life`)))
		if h1, err := chromedp.Run(ctx, chromedp.TextContent(`h1`)); err != nil || h1 != c.name {
			t.Errorf("%s: Enter leads to %q, %v", c.tag, h1, err)
		}
	}
	if list := said(); len(list) > 0 {
		t.Errorf("the browser complains: %q", list)
	}
}
