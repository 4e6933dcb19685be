package site

import (
	"encoding/json"
	"encoding/xml"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"shanyraq/internal/article"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/web"
)

// told4 is one short text in each of the languages that the fixture lacks.
var told4 = []struct{ language, script, site, section, slug, title, text string }{
	{"uz", "Latn", "Namuna assambleyasi", "Yangiliklar", "chegara", "Chegara toʻgʻrisida bayonnoma", "Oʻzbekiston va Qozogʻiston chegara toʻgʻrisida kelishdi."},
	{"ky", "Cyrl", "Үлгү ассамблеясы", "Жаңылыктар", "chek-ara", "Чек ара жөнүндө протокол", "Кыргызстан менен Казакстан чек ара боюнча келишти."},
	{"tg", "Cyrl", "Ассамблеяи намунавӣ", "Хабарҳо", "sarhad", "Протокол дар бораи сарҳад", "Тоҷикистон ва Ӯзбекистон дар бораи сарҳад созиш карданд."},
	{"tk", "Latn", "Nusga Assambleýasy", "Habarlar", "serhet", "Serhet hakynda teswirnama", "Türkmenistan bilen Özbegistan serhet barada ylalaşdy."},
}

// everyLanguage is the fixture with a text in each language of the interface.
func everyLanguage(t *testing.T) *fixture {
	f := newFixture(t, 1<<20)
	f.countUzbeks(t)
	names := map[string]string{"en": "News", "ru": "Новости", "kk": "Жаңалықтар"}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		for _, c := range told4 {
			names[c.language], f.cfg.Name[c.language] = c.section, c.site
			it := testkit.Item(c.language, c.slug, c.title, c.text, f.clock)
			it.Article.Script, it.Article.Section = c.script, "news"
			if _, err := tx.Save(it); err != nil {
				return err
			}
		}
		return tx.SaveSection(article.Section{Path: "news", Names: names})
	}))
	return f
}

// strange gives the letters of a text that are of none of the scripts.
func strange(text string, scripts ...*unicode.RangeTable) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && !unicode.IsOneOf(append(scripts, unicode.Common, unicode.Inherited), r) {
			return r
		}
		return -1
	}, text)
}

var scriptTables = map[string]*unicode.RangeTable{"Cyrl": unicode.Cyrillic, "Latn": unicode.Latin, "Arab": unicode.Arabic}

// pageHead is what the tests read of a page.
type pageHead struct {
	code                                int
	lang, title, description, canonical string
	locale, attributes                  string
	alternates                          map[string]string
}

func one(pattern, body string) string {
	if m := regexp.MustCompile(pattern).FindStringSubmatch(body); m != nil {
		return html.UnescapeString(m[1])
	}
	return ""
}

func (f *fixture) head(t *testing.T, path string) pageHead {
	t.Helper()
	w := f.get(t, path)
	body := w.Body.String()
	h := pageHead{code: w.Code, lang: one(`<html (lang="[^"]*" dir="[^"]*")>`, body), title: one(`<title>([^<]*)</title>`, body),
		description: one(`<meta name="description" content="([^"]*)"`, body), canonical: one(`<link rel="canonical" href="([^"]*)"`, body),
		locale: one(`og:locale" content="([^"]*)"`, body), alternates: map[string]string{}}
	for _, m := range regexp.MustCompile(`<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		h.alternates[m[1]] = strings.TrimPrefix(html.UnescapeString(m[2]), "http://example.org")
	}
	for _, m := range regexp.MustCompile(`(?:placeholder|aria-label|data-suggestions)="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		h.attributes += html.UnescapeString(m[1]) + " "
	}
	return h
}

// TestEveryVariantIsAWholePage asks every kind of page in every language and
// script of the site: what stands in its head is in that script, its address
// is its own, and each page it names as its translation is there and names it
// back.
func TestEveryVariantIsAWholePage(t *testing.T) {
	f := everyLanguage(t)
	entity := func(i int) string {
		return "/record/" + registerOf[entityNames[i].Kind] + "/" + strconv.FormatInt(f.ids[i], 10)
	}
	quote := strings.TrimPrefix(one(`href="/kk(/record/statement/\d+)"`, f.get(t, "/kk/record/quotations").Body.String()), "/kk")
	if quote == "" {
		t.Fatal("no statement is linked")
	}
	type kind struct {
		path    string
		named   bool // its title is a name or words of an article, which the fixture has in three languages
		noindex bool
	}
	kinds := []kind{{path: "/"}, {path: "/section/news"}, {path: "/search"}, {path: "/search?q=2017", noindex: true}, {path: "/subscribe"}, {path: "/about"}, {path: "/terms"}, {path: "/record/"}, {path: "/record/coverage"},
		{path: "/record/map"}, {path: "/record/network"}, {path: "/grant"}, {path: "/subscribe/sent", noindex: true},
		{path: entity(0), named: true}, {path: entity(2), named: true}, {path: entity(3), named: true},
		{path: "/record/pair/" + strconv.FormatInt(f.ids[0], 10) + "/" + strconv.FormatInt(f.ids[1], 10), named: true}, {path: quote, named: true, noindex: true}}
	for _, r := range registers {
		kinds = append(kinds, kind{path: "/record/" + r.name})
	}
	told := map[string]bool{"en": true, "ru": true, "kk": true}
	check := func(t *testing.T, tag web.Tag, path string, own, indexed bool) {
		h := f.head(t, path)
		if want := `lang="` + tag.Name + `" dir="` + tag.Dir + `"`; h.code != 200 || h.lang != want || h.locale != strings.ReplaceAll(tag.Name, "-", "_") {
			t.Errorf("%s: %d, %s, %s", path, h.code, h.lang, h.locale)
		}
		if own {
			if s := strange(h.title, scriptTables[tag.Script]); s != "" {
				t.Errorf("%s: the title %q has %q", path, h.title, s)
			}
			if s := strange(h.description, scriptTables[tag.Script]); s != "" || indexed && h.description == "" {
				t.Errorf("%s: the description %q has %q", path, h.description, s)
			}
		}
		if s := strange(h.attributes, scriptTables[tag.Script]); s != "" {
			t.Errorf("%s: labels have %q: %s", path, s, h.attributes)
		}
		if !indexed {
			if h.canonical != "" || len(h.alternates) > 0 {
				t.Errorf("%s is not for search engines and names canonical %q, alternates %v", path, h.canonical, h.alternates)
			}
			return
		}
		if h.canonical != "http://example.org"+path || h.alternates[tag.Name] != path {
			t.Errorf("%s: canonical %s, among its alternates %s", path, h.canonical, h.alternates[tag.Name])
		}
		for name, to := range h.alternates {
			there := f.head(t, to)
			if there.code != 200 || !strings.HasPrefix(there.lang, `lang="`+name+`"`) || there.alternates[tag.Name] != path {
				t.Errorf("%s names %s, which answers %d in %s and names back %q", path, to, there.code, there.lang, there.alternates[tag.Name])
			}
		}
		if tag.Variant() && (h.alternates[tag.Language] == "" || len(h.alternates) < 2) {
			t.Errorf("%s does not lead to the text as written: %v", path, h.alternates)
		}
	}
	sitemap := f.get(t, "/sitemap.xml").Body.String()
	for _, tag := range web.Tags() {
		t.Run(tag.Name, func(t *testing.T) {
			for _, k := range kinds {
				check(t, tag, "/"+tag.Name+k.path, !k.named || told[tag.Language] && (k.path != quote || tag.Language == "kk"), !k.noindex)
			}
			slug := stories[tag.Language].slug
			for _, c := range told4 {
				if c.language == tag.Language {
					slug = c.slug
				}
			}
			for _, path := range []string{articleAddress(tag, slug), "/" + tag.Name + "/reuse/" + slug} {
				check(t, tag, path, true, true)
			}
			for _, path := range []string{frontAddress(tag), articleAddress(tag, slug), sectionAddress(tag, "news"), entityAddress(tag, entityNames[0].Kind, f.ids[0])} {
				if !strings.Contains(sitemap, "<loc>http://example.org"+path+"</loc>") {
					t.Errorf("the sitemap lacks %s", path)
				}
			}
			f.feedsIn(t, tag)
		})
	}
}

// feedsIn reads the feeds of a tag, which are in its letters.
func (f *fixture) feedsIn(t *testing.T, tag web.Tag) {
	t.Helper()
	var rss struct {
		Language string `xml:"channel>language"`
		Items    []struct {
			Title string `xml:"title"`
			Link  string `xml:"link"`
			Words string `xml:"description"`
		} `xml:"channel>item"`
	}
	must(t, xml.Unmarshal(f.get(t, feedAddress(tag, "xml")).Body.Bytes(), &rss))
	var js struct {
		Language string
		Items    []struct{ Title, Language string }
	}
	must(t, json.Unmarshal(f.get(t, feedAddress(tag, "json")).Body.Bytes(), &js))
	if rss.Language != tag.Name || js.Language != tag.Name || len(rss.Items) == 0 || len(js.Items) != len(rss.Items) {
		t.Fatalf("feeds of %s: %+v, %+v", tag.Name, rss, js)
	}
	for i, it := range rss.Items {
		if s := strange(it.Title+js.Items[i].Title, scriptTables[tag.Script]); s != "" || !strings.HasPrefix(it.Link, "http://example.org/"+tag.Name+"/") || js.Items[i].Language != tag.Name {
			t.Errorf("the feed of %s has %q in %q at %s", tag.Name, s, it.Title, it.Link)
		}
		if rtl := strings.Contains(it.Words, `dir="rtl"`); it.Words != "" && rtl != (tag.Dir == "rtl") {
			t.Errorf("the feed of %s says %q", tag.Name, it.Words)
		}
	}
}

// TestVariantKeepsForms looks for what keeps its form in every script, and
// for what an article's own exceptions make of a word.
func TestVariantKeepsForms(t *testing.T) {
	f := newFixture(t, 1<<20)
	const kept = "https://example.org/жол?a=1 info@example.org ISO-9001 XXI Google “We open three crossings this year”"
	it := testkit.Item("kk", "keeps", "XXI ғасыр: Google және ISO-9001", "Бұл сөздер сол қалпында тұрады: "+kept+" деді ол.", f.clock)
	it.Article.Script = "Cyrl"
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		return tx.SetException(store.Exception{Article: it.Article.ID, Tag: "kk-Latn", Word: "ғасыр", Form: "g'asyr", Who: "editor"})
	}))
	for tag, title := range map[string]string{"kk": "XXI ғасыр: Google және ISO-9001", "kk-Latn": "XXI g'asyr: Google jäne ISO-9001", "kk-Arab": "XXI عاسىر: Google جانە ISO-9001"} {
		h := f.head(t, "/"+tag+"/keeps")
		if !strings.HasPrefix(h.title, title+" ") {
			t.Errorf("%s: the title is %q, want %q", tag, h.title, title)
		}
		body := html.UnescapeString(f.get(t, "/"+tag+"/keeps").Body.String())
		for _, w := range strings.Fields(kept) {
			if !strings.Contains(body, w) {
				t.Errorf("%s: %q has changed", tag, w)
			}
		}
	}
}

// TestChoicesSayTheirLanguage looks at the names in forms that the page's
// language lacks: they are English, and say so.
func TestChoicesSayTheirLanguage(t *testing.T) {
	f := everyLanguage(t)
	pair := "/record/pair/" + strconv.FormatInt(f.ids[0], 10) + "/" + strconv.FormatInt(f.ids[1], 10)
	for _, path := range []string{"/record/", "/record/agreements", pair} {
		body := f.get(t, "/uz-Cyrl"+path).Body.String()
		for _, m := range regexp.MustCompile(`<option([^>]*)>(Kazakhstan|Sample Office)<`).FindAllStringSubmatch(body, -1) {
			if !strings.Contains(m[1], `lang="en"`) {
				t.Errorf("%s: the choice %s does not say that it is English", path, m[2])
			}
		}
		if path != pair && !strings.Contains(body, ">Kazakhstan<") {
			t.Errorf("%s has no choice", path)
		}
	}
}
