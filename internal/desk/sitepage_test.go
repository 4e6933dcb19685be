package desk

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// said counts the lines of the audit log by kind.
func (f *fixture) said(t *testing.T) map[string]int {
	t.Helper()
	lines, err := f.store.AuditLog(t.Context(), store.AuditFilter{Limit: 100})
	must(t, err)
	out := map[string]int{}
	for _, l := range lines {
		out[l.What]++
	}
	return out
}

// An administrator names the site, sets its clock, its address and its
// alphabets; what cannot be comes back as it was typed, blamed at its field;
// each change is in the audit log, and saving the same again is none.
func TestTheSiteAtTheDesk(t *testing.T) {
	f := newFixture(t, func(c *Config) { c.Name = nil })
	c := f.client(t, testkit.User(t, f.store, "admin", people.Administrator))
	if body := c.want(200, "GET", Prefix, nil); !strings.Contains(body, Prefix+"site#names") || !strings.Contains(body, Prefix+"site#sections") {
		t.Error("the home page of a new site leads nowhere")
	}
	if editor := f.client(t, testkit.User(t, f.store, "editor", people.Editor)); strings.Contains(editor.want(200, "GET", Prefix, nil), Prefix+"site#names") {
		t.Error("an editor is led to what is not his")
	}
	names := url.Values{"name-kk": {"Үлгі Ассамблеясы"}, "name-ru": {" Ассамблея\u00a0 образца "}, "name-en": {"Sample <Assembly>"}}
	for range 2 {
		c.want(303, "POST", Prefix+"site/names", names)
	}
	got, err := f.store.Names(t.Context())
	must(t, err)
	if len(got) != 3 || got["kk"] != "Үлгі Ассамблеясы" || got["ru"] != "Ассамблея образца" || got["en"] != "Sample <Assembly>" {
		t.Errorf("named %q", got)
	}
	if body := c.want(200, "GET", Prefix+"site", nil); !strings.Contains(body, `value="Үлгі Ассамблеясы"`) || !strings.Contains(body, "Sample &lt;Assembly&gt; <span>") {
		t.Error("the page does not show the names")
	}
	for range 2 {
		c.want(303, "POST", Prefix+"site", url.Values{"zone": {"Asia/Almaty"}, "contact": {"security@example.org"}})
		c.want(303, "POST", Prefix+"site/alphabets", url.Values{"alphabet-kk-Latn": {"2018"}})
	}
	for name, want := range map[string]string{store.ZoneSetting: "Asia/Almaty", store.ContactSetting: "mailto:security@example.org", store.AlphabetSetting("kk-Latn"): "2018"} {
		if v, err := f.store.Setting(t.Context(), name); err != nil || v != want {
			t.Errorf("%s is %q, %v", name, v, err)
		}
	}
	for _, b := range []struct {
		path, field, value string
		status             int
		says               string
	}{
		{"site/names", "name-kk", strings.Repeat("ә", 201), 413, "more than 200"},
		{"site/names", "name-kk", " ", 400, "no name in any language"},
		{"site/names", "name-en", "a\u0085b\x00", 400, "is no name"},
		{"site", "zone", "Asia/Nowhere", 400, "no time zone"},
		{"site", "zone", "Local", 400, "no time zone"},
		{"site", "zone", "../etc/passwd", 400, "no time zone"},
		{"site", "contact", "javascript:alert(1)", 400, "no address to write to"},
		{"site", "contact", "a@b@c", 400, "no address to write to"},
		{"site", "contact", "mailto:a b@example.org", 400, "no address to write to"},
		{"site", "contact", "https://", 400, "no address to write to"},
		{"site/alphabets", "alphabet-kk-Latn", "1929", 400, "no alphabet"},
	} {
		status, _, body := c.do("POST", Prefix+b.path, url.Values{b.field: {b.value}}, "Referer", f.server.URL+Prefix+"site")
		if status != b.status || !strings.Contains(body, b.says) || !strings.Contains(body, `class="field-wrong"`) {
			t.Errorf("%s=%q: %d, says it: %v, at its field: %v", b.field, b.value, status, strings.Contains(body, b.says), strings.Contains(body, `class="field-wrong"`))
		}
	}
	if n := f.said(t); n["site-name"] != 1 || n["site-zone"] != 1 || n["site-contact"] != 1 || n["site-alphabet"] != 1 {
		t.Errorf("the audit log has %v", n)
	}
	for zone := range slices.Values(zones) {
		c.want(303, "POST", Prefix+"site", url.Values{"zone": {zone}})
	}
}

// Sections are made, named, ordered, moved below one another and removed; an
// old address leads on, however often a section moves.
func TestSectionsAtTheDesk(t *testing.T) {
	f := newFixture(t)
	c := f.client(t, testkit.User(t, f.store, "admin", people.Administrator))
	page := Prefix + "site/section"
	paths := func() (out []string) {
		list, err := f.store.Sections(t.Context())
		must(t, err)
		for _, s := range list {
			out = append(out, s.Path)
		}
		return out
	}
	is := func(what string, want ...string) {
		t.Helper()
		if got := paths(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	c.want(303, "POST", page, url.Values{"name-en": {"News & notes"}, "name-kk": {"Жаңалықтар"}})
	c.want(303, "POST", page, url.Values{"name-en": {"Culture"}, "step": {"culture"}})
	c.want(303, "POST", page, url.Values{"name-kk": {"Саммиттер"}, "parent": {"news-notes"}})
	is("made", "news-notes", "news-notes/саммиттер", "culture")
	c.want(303, "POST", page+"/order", url.Values{"path": {"culture"}, "to": {"up"}})
	c.want(303, "POST", page+"/order", url.Values{"path": {"culture"}, "to": {"up"}}) // it is there
	is("ordered", "culture", "news-notes", "news-notes/саммиттер")

	it := testkit.Item("kk", "a", "Мақала", "Мәтін.", testkit.Now)
	it.Article.Section = "news-notes/саммиттер"
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }))
	c.want(303, "POST", page, url.Values{"path": {"news-notes"}, "name-en": {"News"}, "step": {"news"}, "parent": {"culture"}})
	is("moved", "culture", "culture/news", "culture/news/саммиттер")
	c.want(303, "POST", page, url.Values{"path": {"culture/news"}, "name-en": {"News"}, "step": {"news"}})
	is("moved again", "culture", "news", "news/саммиттер")
	leads := func(from, want string) {
		t.Helper()
		to, err := f.store.Redirect(t.Context(), from)
		if err != nil && !fault.Is(err, fault.NotFound) || to != want {
			t.Errorf("%s leads to %q (%v), want %q", from, to, err, want)
		}
	}
	leads("/kk-Latn/section/news-notes/саммиттер", "/kk-Latn/section/news/саммиттер")
	leads("/en/section/culture/news", "/en/section/news")
	c.want(303, "POST", page, url.Values{"path": {"news"}, "name-en": {"News"}, "step": {"news-notes"}}) // where it was at first
	leads("/en/section/news-notes", "")
	leads("/en/section/culture/news", "/en/section/news-notes")
	if card, err := f.store.ArticleByID(t.Context(), it.Article.ID); err != nil || card.Section != "news-notes/саммиттер" {
		t.Errorf("the article stands in %q, %v", card.Section, err)
	}

	form := func(v ...string) url.Values {
		out := url.Values{"name-en": {"Other"}}
		for i := 0; i+1 < len(v); i += 2 {
			out.Set(v[i], v[i+1])
		}
		return out
	}
	for _, b := range []struct {
		path   string
		form   url.Values
		status int
		says   string
	}{
		{page, form("name-en", ""), 400, "no name in any language"},
		{page, form("step", "News"), 400, "cannot be an address"},
		{page, form("step", "feed.xml"), 400, "cannot be an address"},
		{page, form("step", "a/b"), 400, "cannot be an address"},
		{page, form("step", ".."), 400, "cannot be an address"},
		{page, form("step", "culture"), 409, "already"},
		{page, form("parent", "nowhere"), 404, "section"},
		{page, form("path", "culture", "step", "culture", "parent", "culture"), 400, "below itself"},
		{page, form("path", "culture", "step", "news-notes"), 409, "already"},
		{page, form("path", "nowhere", "step", "nowhere2"), 404, "no section"},
		{page + "/order", url.Values{"path": {"nowhere"}, "to": {"up"}}, 404, "no section"},
		{page + "/remove", url.Values{"path": {"news-notes"}}, 409, "below"},
		{page + "/remove", url.Values{"path": {"news-notes/саммиттер"}}, 409, "articles stand in"},
		{page + "/remove", url.Values{"path": {"news-notes/саммиттер"}, "to": {"news-notes/саммиттер"}}, 400, "no other section"},
	} {
		if _, _, body := c.do("GET", page+"?path="+url.QueryEscape(b.form.Get("path")), nil); b.form.Get("path") != "" && body == "" {
			t.Fatal("no page")
		}
		status, _, body := c.do("POST", b.path, b.form, "Referer", f.server.URL+page+"?path="+url.QueryEscape(b.form.Get("path")))
		if status != b.status || !strings.Contains(body, b.says) {
			t.Errorf("%s %v: %d, does it say %q: %v", b.path, b.form, status, b.says, strings.Contains(body, b.says))
		}
	}
	if _, _, body := c.do("POST", page, form("step", "A B", "name-kk", "Түр <b>"), "Referer", f.server.URL+page); !strings.Contains(body, `value="A B"`) || !strings.Contains(body, `value="Түр &lt;b&gt;"`) || !strings.Contains(body, `class="field-wrong"`) {
		t.Errorf("what was typed is gone:\n%s", body)
	}
	deep := "d"
	c.want(303, "POST", page, form("step", deep))
	for range maxSteps - 1 {
		c.want(303, "POST", page, form("step", "d", "parent", deep))
		deep += "/d"
	}
	c.want(413, "POST", page, form("step", "d", "parent", deep))
	c.want(413, "POST", page, form("path", "d", "step", "d", "parent", "culture"))

	c.want(303, "POST", page+"/remove", url.Values{"path": {"news-notes/саммиттер"}, "to": {"culture"}})
	c.want(303, "POST", page+"/remove", url.Values{"path": {"news-notes"}})
	leads("/kk/section/news/саммиттер", "/kk/section/culture")
	if card, err := f.store.ArticleByID(t.Context(), it.Article.ID); err != nil || card.Section != "culture" {
		t.Errorf("the article stands in %q, %v", card.Section, err)
	}
	if n := f.said(t); n["section-added"] != 3+maxSteps || n["section-moved"] != 3 || n["section-removed"] != 2 || n["section-order"] != 1 {
		t.Errorf("the audit log has %v", n)
	}
	var last article.Section
	last, err := f.store.Section(t.Context(), "culture")
	must(t, err)
	if last.Names["en"] != "Culture" {
		t.Errorf("named %v", last.Names)
	}
}
