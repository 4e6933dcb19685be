package site

import (
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"shanyraq/internal/testkit"

	"shanyraq/internal/article"
	"shanyraq/internal/store"
)

// What a browser makes of an article in each of its scripts. The titles were
// written by hand from the tables in internal/translit/schemes.
var inScripts = []struct {
	tag, slug, dir, title, word, query string
}{
	{"kk", "shekara-hattamasy", "ltr", "Өткізу бекеттері туралы хаттама", "Қазақстан", "хаттамаға"},
	{"kk-Latn", "shekara-hattamasy", "ltr", "Ötkızu beketterı turaly hattama", "Qazaqstan", "hattama"},
	{"kk-Arab", "shekara-hattamasy", "rtl", "وتكىزۋ بەكەتتەرى تۋرالى حاتتاما", "قازاقستان", "حاتتاما"},
	{"uz", "chegara-bayonnomasi", "ltr", "Chegara toʻgʻrisida bayonnoma", "Oʻzbekiston", "bayonnoma"},
	{"uz-Cyrl", "chegara-bayonnomasi", "ltr", "Чегара тўғрисида баённома", "Ўзбекистон", "баённома"},
}

// TestFiveScripts reads one article in three scripts of Kazakh and one in two
// of Uzbek, and finds each by a word in its script.
func TestFiveScripts(t *testing.T) {
	ctx := testkit.Browser(t)
	f := newFixture(t, 1<<20)
	doc, _, err := article.Parse("<p>Oʻzbekiston va Qozogʻiston 2017-yilda chegara toʻgʻrisida bayonnoma imzoladi (18 iyun). Sheʼr oʻqildi; toʻrtta <b>choyxona</b> ochildi.</p>")
	must(t, err)
	day := time.Date(2017, 11, 10, 9, 0, 0, 0, time.UTC)
	it := &store.Item{Article: article.Article{Language: "uz", Script: "Latn", Section: "news", Slug: "chegara-bayonnomasi", State: article.Published, Published: day},
		Revision: article.NewRevision("Chegara toʻgʻrisida bayonnoma", "Ikki qoʻshni kelishdi.", doc, "test", day)}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		return indexText(tx, it, "uz")
	}))
	server := httptest.NewServer(f)
	defer server.Close()
	testkit.Scheme(t, ctx, "light")
	for _, c := range inScripts {
		t.Run(c.tag, func(t *testing.T) {
			var got struct {
				Lang, Dir, Title, H1, Canonical, Body, H1Dir, Facts string
				Alternates                                          []string
			}
			evaluate := func(js string, to any) {
				t.Helper()
				s, err := chromedp.Run(ctx, chromedp.Evaluate[string](js))
				must(t, err)
				must(t, json.Unmarshal([]byte(s), to))
			}
			must(t, chromedp.Do(ctx, chromedp.Navigate(server.URL+"/"+c.tag+"/"+c.slug), chromedp.WaitVisible(`.story`)))
			evaluate(`JSON.stringify({Lang: document.documentElement.lang, Dir: document.documentElement.dir, Title: document.title,
				H1: document.querySelector(".story h1").textContent, H1Dir: getComputedStyle(document.querySelector(".story h1")).direction,
				Canonical: (document.querySelector("link[rel=canonical]")||{}).href||"", Body: document.querySelector(".story .body").textContent,
				Facts: (document.querySelector(".groups .words")||{}).textContent||"",
				Alternates: [...document.querySelectorAll("link[hreflang]")].map(l => l.hreflang)})`, &got)
			if got.Lang != c.tag || got.Dir != c.dir || got.H1Dir != c.dir {
				t.Errorf("lang %q, dir %q, the title runs %q", got.Lang, got.Dir, got.H1Dir)
			}
			if got.H1 != c.title || !strings.HasPrefix(got.Title, c.title) {
				t.Errorf("title %q in %q, want %q", got.H1, got.Title, c.title)
			}
			if !strings.HasSuffix(got.Canonical, "/"+c.tag+"/"+c.slug) {
				t.Errorf("canonical %q", got.Canonical)
			}
			if facts := got.Facts; strings.Contains(facts, c.word) && strings.Contains(facts, "،") != (c.dir == "rtl") {
				t.Errorf("the comma between names is of another script: %q", facts)
			}
			for _, d := range inScripts {
				if d.slug == c.slug && !slices.Contains(got.Alternates, d.tag) {
					t.Errorf("no hreflang %s in %q", d.tag, got.Alternates)
				}
			}
			if !strings.Contains(got.Body, c.word) || !strings.Contains(got.Body, "2017") {
				t.Errorf("the text is %q", got.Body)
			}
			if dir := os.Getenv("SCREENSHOTS"); dir != "" {
				picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(90))
				must(t, err)
				must(t, os.WriteFile(filepath.Join(dir, c.tag+".png"), picture, 0o644))
			}
			must(t, chromedp.Do(ctx, chromedp.Navigate(server.URL+"/"+c.tag+"/search?q="+url.QueryEscape(c.query)), chromedp.WaitVisible(`#q`)))
			var page string
			evaluate(`JSON.stringify(document.querySelector("main").textContent)`, &page)
			if !strings.Contains(page, c.title) {
				t.Errorf("%q finds %q", c.query, page)
			}
		})
	}
}
