package desk

import (
	"net/url"
	"strings"
	"testing"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// A form that is not taken comes back as it was sent, with what is wrong
// beside its field and the focus there. Nothing typed is lost.
func TestRefusedFormsComeBack(t *testing.T) {
	f := newFixture(t)
	c := f.client(t, testkit.User(t, f.store, "boss", people.Administrator))
	card := f.made(t, "kk", "Үлгі мақала", "<p>Ойдан шығарылған мәтін.</p>", article.Published)
	f.made(t, "kk", "Басқа мақала", "<p>Тағы бір мәтін.</p>", article.Published)
	text := card.Address()
	for _, form := range []struct {
		page, to string
		values   url.Values
		field    string // empty for none to blame
		kept     []string
	}{
		{"users/new", "users/new", url.Values{"name": {`Жанар "Ж" <Үлгі>`}, "email": {"no address"}, "role": {"translator"}, "languages-translator": {"kk ru"}, "language": {"kk"}}, "email",
			[]string{`value="Жанар &#34;Ж&#34; &lt;Үлгі&gt;"`, `value="no address"`, `value="kk ru"`}},
		{"redirects", "redirects", url.Values{"path": {"/old/path"}, "target": {"nowhere"}}, "target", []string{`value="/old/path"`, `value="nowhere"`}},
		{"redirects?after=%2Fa", "redirects", url.Values{"path": {"/desk/x"}, "target": {"/en/"}}, "path", []string{`value="/desk/x"`, `value="/en/"`}},
		{"rights/grants", "rights/grants", url.Values{"text": {text}, "to": {"Sample Paper"}, "wording": {"The whole text, once."}, "until": {"2001-02-03"}, "said": {"2001-01-01"}, "giver": {"A. Sample"}}, "until",
			[]string{`value="Sample Paper"`, "The whole text, once.</textarea>", `value="2001-02-03"`}},
		{"rights/grants", "rights/grants", url.Values{"text": {"???"}, "to": {"Sample Paper"}, "wording": {"words"}}, "text", []string{`value="???"`, "words</textarea>"}},
		{"rights/terms/edit?place=site", "rights/terms/edit", url.Values{"place": {"site"}, "reuse": {"ask"}, "notes.kk": {"Екі\r\nжол"}, "email": {"nobody"}, "phone": {"+7 000"}}, "email",
			[]string{"Екі\nжол</textarea>", `value="nobody"`, `value="+7 000"`}},
		{"rights/sightings", "rights/sightings", url.Values{"address": {"ftp://x"}, "text": {text}, "note": {"seen by chance"}}, "address", []string{`value="ftp://x"`, "seen by chance"}},
		{"articles/new", "articles/new", url.Values{"title": {"  "}, "language": {"ru"}}, "title", []string{`<option value="ru" lang="ru" selected`}},
		{articlePath(card.ID, ""), articlePath(card.ID, "place"), url.Values{"slug": {"басқа-мақала"}}, "slug", []string{`value="басқа-мақала"`}},
		{articlePath(card.ID, ""), articlePath(card.ID, "state"), url.Values{"to": {"withdrawn"}, "number": {"1"}, "note": {" "}}, "note", nil},
		{articlePath(card.ID, ""), articlePath(card.ID, ""), url.Values{"title": {" "}, "lead": {"two\r\nlines"}, "body": {"<p>New &lt;words&gt;</p>"}, "base": {"1"}, "pen": {newPen()}}, "title",
			[]string{"two\nlines</textarea>", "&lt;p&gt;New &amp;lt;words&amp;gt;&lt;/p&gt;</textarea>", `<template id="loaded"><p>New &lt;words&gt;</p></template>`}},
		{"account", "account/password", url.Values{"old": {""}, "password": {"short"}}, "password", nil},
		{articlePath(card.ID, "script/kk-Latn"), articlePath(card.ID, "script/kk-Latn"), url.Values{"word": {"*"}, "form": {"Ülgi"}, "do": {"set"}}, "word", []string{`value="Ülgi"`}},
	} {
		path := func(p string) string { return Prefix + strings.TrimPrefix(p, Prefix) }
		status, _, body := c.do("POST", path(form.to), form.values, "Referer", f.server.URL+path(form.page))
		name := form.to + " " + form.field
		if status < 400 || status >= 500 || !strings.Contains(body, `id="refused"`) {
			t.Errorf("%s: %d, the form did not come back\n%.300s", name, status, body[strings.Index(body, "<main"):])
			continue
		}
		if n := strings.Count(body, "autofocus"); n != 1 {
			t.Errorf("%s: the focus is asked for %d times", name, n)
		}
		if wrong := strings.Count(body, `aria-invalid="true"`); form.field != "" && wrong != 1 {
			t.Errorf("%s: %d fields are marked as wrong", name, wrong)
		}
		if i := strings.Index(body, `aria-invalid="true" aria-describedby="refused`); i < 0 || !strings.Contains(body[strings.LastIndexByte(body[:i], '<'):i], `name="`+form.field+`"`) {
			t.Errorf("%s: another field is marked: %.200s", name, body[max(0, i-150):])
		}
		for _, k := range form.kept {
			if !strings.Contains(body, k) {
				t.Errorf("%s: lost %s", name, k)
			}
		}
	}
	if r := f.newest(t, card.ID); r.Number != 1 {
		t.Error("a refused text was saved")
	}
}

// Where the page no longer has the form, what was typed is shown all the same.
func TestRefusedWithoutItsPage(t *testing.T) {
	f := newFixture(t)
	c := f.client(t, testkit.User(t, f.store, "boss", people.Administrator))
	_, _, body := c.do("POST", Prefix+"rights/grants/12", url.Values{"act": {"revoke"}, "why": {"It was <never> given"}}, "Referer", f.server.URL+Prefix+"rights/grants")
	if !strings.Contains(body, "It was &lt;never&gt; given") || strings.Contains(body, `id="refused"`) {
		t.Errorf("what was typed is gone\n%s", body)
	}
	// Somebody who is signed out meanwhile loses nothing either.
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.EndSessions(1, "") }))
	_, _, body = c.do("POST", Prefix+"redirects", url.Values{"path": {"/a"}, "target": {"/long/to/type"}}, "Referer", f.server.URL+Prefix+"redirects")
	if !strings.Contains(body, "/long/to/type") {
		t.Errorf("what was typed is gone\n%s", body)
	}
}
