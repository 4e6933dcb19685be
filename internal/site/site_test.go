package site

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

func TestAddresses(t *testing.T) {
	f := newFixture(t, 1<<20)
	for _, c := range []struct {
		path string
		want int
	}{
		{"/", 302}, {"/en/", 200}, {"/ru/", 200}, {"/kk/", 200}, {"/kk-Latn/", 200}, {"/kk-Arab/", 200}, {"/tk/", 404}, {"/xx/", 404},
		{"/en", 307}, {"/en/section/news", 200}, {"/en/section/news/", 200}, {"/en/section/nothing", 404}, {"/en/about", 200}, {"/en/terms", 200},
		{"/en/search", 200}, {"/en/search?q=Kazakhstan", 200}, {"/en/search?q=" + strings.Repeat("%22", 3000), 200}, {"/en/search?q=%ff%00%e2%80%ae", 200}, {"/en/search?q=a&page=zebra", 400},
		{"/en/record/", 200}, {"/kk-Arab/record/coverage", 200}, {"/en/record/agreements", 200}, {"/en/record/agreements.json", 200}, {"/en/record/agreements.csv", 200}, {"/en/record/agreements.exe", 404},
		{"/en/record/people", 200}, {"/en/record/people.json", 200}, {"/en/record/nothing", 404}, {"/en/record/agreements?from=2011&to=2020", 200}, {"/en/record/agreements?from=zebra", 400},
		{"/en/record/agreements?with=x", 400}, {"/en/record/agreements?after=zebra", 400}, {"/en/record/places/" + id(f.ids[0]), 200}, {"/en/record/people/" + id(f.ids[0]), 404},
		{"/en/record/places/999999", 404}, {"/en/record/places/x", 404}, {"/en/record/places/" + id(f.ids[0]) + ".json", 200},
		{"/en/border-protocol", 200}, {"/kk-Latn/shekara-hattamasy", 200}, {"/ru/border-protocol", 404}, {"/en/nothing", 404}, {"/nothing/at/all", 404},
		{"/sitemap.xml", 200}, {"/robots.txt", 200}, {"/.well-known/security.txt", 200}, {"/healthz", 200}, {"/en/feed.xml", 200}, {"/en/feed.atom", 200}, {"/en/feed.json", 200},
	} {
		w := f.get(t, c.path)
		if w.Code != c.want {
			t.Errorf("%.60s: %d, want %d", c.path, w.Code, c.want)
		}
		if strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") && w.Code != 307 {
			policy := web.Policy
			if strings.Contains(w.Body.String(), "data-picture=") {
				policy = web.PicturePolicy
			}
			if w.Header().Get("Content-Security-Policy") != policy {
				t.Errorf("%.60s has no policy", c.path)
			}
			if w.Code == 200 || w.Code == 404 {
				sound(t, w.Body.String())
			}
		}
		if strings.Contains(w.Body.String(), "store.") {
			t.Errorf("%.60s shows something of the database", c.path)
		}
	}
}

func id(n int64) string { return strconv.FormatInt(n, 10) }

// Law 6: text in language A is never at language B's address; what is missing
// is a 404 that offers what there is.
func TestAPageNeverLiesAboutItsLanguage(t *testing.T) {
	f := newFixture(t, 1<<20)
	for _, from := range []string{"en", "ru", "kk"} {
		for _, tag := range []string{"en", "ru", "kk", "kk-Latn", "kk-Arab"} {
			w := f.get(t, "/"+tag+"/"+stories[from].slug)
			body := w.Body.String()
			own := strings.HasPrefix(tag, from)
			if own != (w.Code == 200) {
				t.Errorf("/%s/ with the %s text: %d", tag, from, w.Code)
			}
			if !strings.Contains(body, `<html lang="`+tag+`"`) {
				t.Errorf("/%s/%s does not say that it is in %s", tag, stories[from].slug, tag)
			}
			if !own && !strings.Contains(body, `href="/`+from+"/"+stories[from].slug+`" lang="`+from+`"`) {
				t.Errorf("/%s/%s does not offer the text in %s", tag, stories[from].slug, from)
			}
			if !own && strings.Contains(body, stories[from].first) {
				t.Errorf("/%s/%s shows text in %s", tag, stories[from].slug, from)
			}
		}
	}
	if body := f.get(t, "/ru/second").Body.String(); !strings.Contains(body, `href="/en/second"`) {
		t.Error("an article without a translation is not offered where it exists")
	}
	alternate := regexp.MustCompile(`hreflang="([a-zA-Z-]+)" href="http://example.org(/[^"]+)"`)
	found := alternate.FindAllStringSubmatch(f.get(t, "/en/border-protocol").Body.String(), -1)
	if len(found) != 5 {
		t.Fatalf("hreflang links: %q", found)
	}
	for _, m := range found {
		if w := f.get(t, m[2]); w.Code != 200 || !strings.Contains(w.Body.String(), `<html lang="`+m[1]+`"`) {
			t.Errorf("hreflang %s leads to %s: %d in %s", m[1], m[2], w.Code, w.Body.String()[:100])
		}
	}
}

// The facts stand beside the text; links lead both ways.
func TestFactsAndSentences(t *testing.T) {
	f := newFixture(t, 0)
	for _, language := range []string{"en", "ru", "kk"} {
		w := stories[language]
		body := f.get(t, "/"+language+"/"+w.slug).Body.String()
		sound(t, body)
		mark := regexp.MustCompile(`<mark id="(s[0-9]+)" class="g1">` + regexp.QuoteMeta(w.first) + `</mark><a class="ref" href="#g1"`).FindStringSubmatch(body)
		if mark == nil {
			t.Fatalf("%s: the sentence of the first fact is not marked, or does not lead to it", language)
		}
		if !strings.Contains(body, `href="#`+mark[1]+`"`) {
			t.Errorf("%s: the fact does not lead to its sentence", language)
		}
		if !strings.Contains(body, f.m(t, language).T("fact.agreement.signed")) || !strings.Contains(body, w.instrument) {
			t.Errorf("%s: the agreement is not said in words", language)
		}
		if !strings.Contains(body, f.m(t, language).T("verdict.rounding")) {
			t.Errorf("%s: the figure has no verdict", language)
		}
		entity := f.get(t, "/"+language+"/record/places/"+id(f.ids[0])).Body.String()
		sound(t, entity)
		if !strings.Contains(entity, "/"+language+"/"+w.slug+"#"+mark[1]) || !strings.Contains(entity, w.first) {
			t.Errorf("%s: the place's page does not show the sentence in the page's language with its link", language)
		}
	}
	if body := f.get(t, "/kk-Arab/shekara-hattamasy").Body.String(); !strings.Contains(body, `dir="rtl"`) || strings.Contains(body, "қол қойды") {
		t.Error("the Arabic script shows Cyrillic words")
	}
}

func (f *fixture) m(t *testing.T, tag string) *web.Messages {
	m, ok := web.MessagesOf(tag)
	if !ok {
		t.Fatal(tag)
	}
	return m
}

// Somebody's host name is not shown to others.
func TestCacheKeepsHostsApart(t *testing.T) {
	f := newFixture(t, 1<<20)
	r := httptest.NewRequest("GET", "/en/", nil)
	r.Host = "evil.example"
	f.ServeHTTP(httptest.NewRecorder(), r)
	if body := f.get(t, "/en/").Body.String(); strings.Contains(body, "evil.example") {
		t.Error("the page carries the host of another question")
	}
}

// An old address leads on, in the script that was asked for.
func TestOldAddresses(t *testing.T) {
	f := newFixture(t, 1<<20)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		return tx.SaveRedirect(store.Redirect{Path: "/kk/old", Article: f.cards["kk"].ID})
	}))
	for path, want := range map[string]string{"/kk/old": "/kk/shekara-hattamasy", "/kk-Arab/old": "/kk-Arab/shekara-hattamasy"} {
		if w := f.get(t, path); w.Code != 301 || w.Header().Get("Location") != want {
			t.Errorf("%s: %d to %s", path, w.Code, w.Header().Get("Location"))
		}
	}
}

// The cache is right the moment an article changes.
func TestCacheIsRightAtOnce(t *testing.T) {
	f := newFixture(t, 1<<20)
	paths := []string{"/en/", "/en/border-protocol", "/en/section/news", "/en/feed.xml", "/sitemap.xml", "/en/search?q=%22border+crossings%22"}
	before := map[string]string{}
	for range 3 { // the second and third come from the cache
		for _, p := range paths {
			w := f.get(t, p)
			if old := before[p]; old != "" && old != w.Body.String() {
				t.Errorf("%s differs between two questions", p)
			}
			before[p] = w.Body.String()
		}
	}
	cached := httptest.NewRequest("GET", "/en/border-protocol", nil)
	cached.Host = "example.org"
	if !f.cache.Serve(httptest.NewRecorder(), cached) {
		t.Fatal("the article is not in the cache")
	}
	f.clock = f.clock.Add(time.Minute)
	stamp := f.get(t, "/en/border-protocol").Header().Get("Last-Modified")
	old := f.cards["en"]
	w := stories["en"]
	doc, _, _ := article.Parse("<p>" + w.first + "</p>")
	it := &store.Item{Article: old.Article, Revision: article.NewRevision("A corrected title", w.lead, doc, "test", time.Date(2017, 11, 11, 0, 0, 0, 0, time.UTC))}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }))
	for _, p := range paths[:4] {
		if body := f.get(t, p).Body.String(); !strings.Contains(body, "A corrected title") {
			t.Errorf("%s still shows the old text", p)
		}
	}
	if w := f.get(t, "/en/border-protocol", "If-Modified-Since", stamp); w.Code != 200 {
		t.Errorf("who asks by time gets %d after a change", w.Code)
	}
	if body := f.get(t, "/en/border-protocol").Body.String(); strings.Contains(body, "<mark") {
		t.Error("facts of the old revision are marked in the new text")
	}
}

func TestValidatorsAndEncodings(t *testing.T) {
	f := newFixture(t, 1<<20)
	for range 2 { // made, then from the cache
		w := f.get(t, "/en/border-protocol")
		tag := w.Header().Get("Etag")
		plain := w.Body.String()
		if tag == "" || w.Header().Get("Last-Modified") == "" || w.Header().Get("Content-Length") != strconv.Itoa(len(plain)) {
			t.Errorf("headers %v", w.Header())
		}
		if w := f.get(t, "/en/border-protocol", "If-None-Match", tag); w.Code != 304 || w.Body.Len() != 0 {
			t.Errorf("If-None-Match: %d, %d bytes", w.Code, w.Body.Len())
		}
		if w := f.get(t, "/en/border-protocol", "If-None-Match", `"other"`); w.Code != 200 {
			t.Errorf("another tag: %d", w.Code)
		}
		if w := f.get(t, "/en/border-protocol", "If-Modified-Since", w.Header().Get("Last-Modified")); w.Code != 304 {
			t.Errorf("If-Modified-Since: %d", w.Code)
		}
		z := f.get(t, "/en/border-protocol", "Accept-Encoding", "gzip")
		if z.Header().Get("Content-Encoding") != "gzip" {
			t.Fatal("no gzip")
		}
		r, err := gzip.NewReader(z.Body)
		must(t, err)
		b, err := io.ReadAll(r)
		must(t, err)
		if string(b) != plain {
			t.Error("gzip holds other bytes")
		}
		for header, want := range map[string]string{"zstd, gzip": "zstd", "br": "", "gzip;q=0": "", "gzip;q=0, zstd;q=0.5": "zstd", "": ""} {
			if got := f.get(t, "/en/border-protocol", "Accept-Encoding", header).Header().Get("Content-Encoding"); got != want {
				t.Errorf("Accept-Encoding %q gives %q, want %q", header, got, want)
			}
		}
	}
	css := regexp.MustCompile(`href="(/assets/site\.[0-9a-f]+\.css)"`).FindStringSubmatch(f.get(t, "/en/").Body.String())
	if css == nil {
		t.Fatal("the page links no style sheet")
	}
	sheet := f.get(t, css[1])
	if sheet.Code != 200 || !strings.Contains(sheet.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("style sheet: %d %v", sheet.Code, sheet.Header())
	}
	for _, m := range regexp.MustCompile(`url\("([^"]+)"\)`).FindAllStringSubmatch(sheet.Body.String(), -1) {
		if w := f.get(t, m[1]); w.Code != 200 {
			t.Errorf("the style sheet asks for %s: %d", m[1], w.Code)
		}
	}
}

func TestHomeFollowsTheVisitor(t *testing.T) {
	f := newFixture(t, 1<<20)
	for header, want := range map[string]string{"ru-RU,ru;q=0.9,en;q=0.5": "/ru/", "kk-Latn": "/kk-Latn/", "de": "/kk/", "": "/kk/", "tk, en;q=0.1": "/en/"} {
		w := f.get(t, "/", "Accept-Language", header)
		if w.Code != 302 || w.Header().Get("Location") != want || !strings.Contains(w.Header().Get("Vary"), "Accept-Language") {
			t.Errorf("%q: %d to %s, Vary %q", header, w.Code, w.Header().Get("Location"), w.Header().Get("Vary"))
		}
	}
}

func TestFeedsAndSitemap(t *testing.T) {
	f := newFixture(t, 1<<20)
	var r struct {
		Channel struct {
			Language string `xml:"language"`
			Items    []struct {
				Title string `xml:"title"`
				Link  string `xml:"link"`
			} `xml:"item"`
		} `xml:"channel"`
	}
	must(t, xml.Unmarshal(f.get(t, "/kk-Arab/feed.xml").Body.Bytes(), &r))
	if r.Channel.Language != "kk-Arab" || len(r.Channel.Items) != 1 || r.Channel.Items[0].Link != "http://example.org/kk-Arab/shekara-hattamasy" || strings.ContainsAny(r.Channel.Items[0].Title, "аеоқ") {
		t.Errorf("RSS: %+v", r)
	}
	var a struct {
		Entries []struct {
			ID string `xml:"id"`
		} `xml:"entry"`
	}
	must(t, xml.Unmarshal(f.get(t, "/en/feed.atom").Body.Bytes(), &a))
	if len(a.Entries) != 2 || a.Entries[0].ID != "http://example.org/en/second" {
		t.Errorf("Atom: %+v", a)
	}
	var j struct{ Items []struct{ URL string } }
	must(t, json.Unmarshal(f.get(t, "/ru/feed.json").Body.Bytes(), &j))
	if len(j.Items) != 1 || j.Items[0].URL != "http://example.org/ru/protokol-o-granitse" {
		t.Errorf("JSON Feed: %+v", j)
	}
	var s struct {
		URLs []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	must(t, xml.Unmarshal(f.get(t, "/sitemap.xml").Body.Bytes(), &s))
	listed := map[string]bool{}
	for _, u := range s.URLs {
		path := strings.TrimPrefix(u.Loc, "http://example.org")
		if listed[path] {
			t.Errorf("the sitemap lists %s twice", path)
		}
		listed[path] = true
		if w := f.get(t, path); w.Code != 200 {
			t.Errorf("the sitemap lists %s: %d", path, w.Code)
		}
	}
	for _, want := range []string{"/en/border-protocol", "/kk-Latn/shekara-hattamasy", "/kk-Arab/", "/ru/record/agreements", "/en/record/people/" + id(f.ids[2]), "/en/section/news"} {
		if !listed[want] {
			t.Errorf("the sitemap does not list %s", want)
		}
	}
}

// Every list can be taken away: the rows are those of the page.
func TestRegistersAsData(t *testing.T) {
	f := newFixture(t, 1<<20)
	var rows struct{ Rows []Row }
	must(t, json.Unmarshal(f.get(t, "/en/record/agreements.json?from=2017&with="+id(f.ids[1])).Body.Bytes(), &rows))
	if len(rows.Rows) != 1 {
		t.Fatalf("%+v", rows)
	}
	r := rows.Rows[0]
	if r.Quote != stories["en"].first || r.Date != "2017" || len(r.Entities) != 2 || r.License == "" || !strings.HasPrefix(r.Source, "http://example.org/en/border-protocol#s") {
		t.Errorf("row %+v", r)
	}
	must(t, json.Unmarshal(f.get(t, "/en/record/agreements.json?to=2011").Body.Bytes(), &rows))
	if len(rows.Rows) != 0 {
		t.Errorf("the filter lets through %+v", rows)
	}
	table, err := csv.NewReader(f.get(t, "/ru/record/figures.csv").Body).ReadAll()
	must(t, err)
	if len(table) != 2 || table[0][0] != "id" || table[1][5] != stories["ru"].figure {
		t.Errorf("CSV: %q", table)
	}
	all := f.get(t, "/en/record/agreements?language=all").Body.String()
	own := f.get(t, "/en/record/agreements").Body.String()
	if !strings.Contains(own, stories["en"].first) || strings.Count(all, `class="entry`) != 1 {
		t.Error("one fact told in three languages must be one line")
	}
}

func TestSearchFindsAcrossScripts(t *testing.T) {
	f := newFixture(t, 1<<20)
	for _, c := range []struct{ path, want string }{
		{"/en/search?q=protocol", "/en/border-protocol"},
		{"/ru/search?q=%D0%BF%D1%80%D0%BE%D1%82%D0%BE%D0%BA%D0%BE%D0%BB", "/ru/protokol-o-granitse"},
		{"/kk-Latn/search?q=Qazaqstan", "/kk-Latn/shekara-hattamasy"},
		{"/en/search?q=%D0%BF%D1%80%D0%BE%D1%82%D0%BE%D0%BA%D0%BE%D0%BB&all=1", "/ru/protokol-o-granitse"},
	} {
		body := f.get(t, c.path).Body.String()
		if !strings.Contains(body, `href="`+c.want+`"`) || !strings.Contains(body, "<mark>") {
			t.Errorf("%s does not find %s, or marks no word", c.path, c.want)
		}
	}
	if body := f.get(t, "/en/search?q=zebra").Body.String(); !strings.Contains(body, "Nothing found for “zebra”") {
		t.Error("nothing found must be said")
	}
}

// Pictures on other servers are links: no page asks a third party.
func TestPicturesOfOthersAreLinks(t *testing.T) {
	for in, want := range map[string]string{
		`<img src="/media/a.jpg" alt="x">`:                                     `<img src="/media/a.jpg" alt="x">`,
		`<figure><img src="https://o.example/a.jpg" alt="A &amp; b"></figure>`: `<figure><a class="picture" rel="external noreferrer" href="https://o.example/a.jpg">A &amp; b</a></figure>`,
		`<a href="/x"><img src="//o.example/a.jpg" alt=""></a>`:                `<a href="/x"><span class="picture">a.jpg</span></a>`,
		`<p>no picture</p>`: `<p>no picture</p>`,
	} {
		if got := pictures(in, func(string) (store.Medium, bool) { return store.Medium{}, false }); got != want {
			t.Errorf("%s\n gives %s\n want  %s", in, got, want)
		}
	}
}
