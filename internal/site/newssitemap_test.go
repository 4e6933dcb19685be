package site

import (
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// A news sitemap holds what was published in the last two days, under the
// address of its own language, and nothing a day later.
func TestNewsSitemap(t *testing.T) {
	f := newFixture(t, 1<<20)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		for slug, age := range map[string]time.Duration{"fresh": time.Hour, "yesterday": 47 * time.Hour, "old": 49 * time.Hour} {
			it := testkit.Item("kk", slug, "Жаңа <хабар>", "Мәтін.", f.clock.Add(-age))
			if _, err := tx.Save(it); err != nil {
				return err
			}
		}
		return nil
	}))
	type urlset struct {
		URL []struct {
			Loc  string `xml:"loc"`
			News struct {
				Date        string `xml:"publication_date"`
				Title       string `xml:"title"`
				Publication struct {
					Name     string `xml:"name"`
					Language string `xml:"language"`
				} `xml:"publication"`
			} `xml:"http://www.google.com/schemas/sitemap-news/0.9 news"`
		} `xml:"url"`
	}
	read := func() (u urlset) {
		w := f.get(t, "/sitemap-news.xml")
		if err := xml.Unmarshal(w.Body.Bytes(), &u); err != nil || w.Code != 200 {
			t.Fatalf("%d, %v: %s", w.Code, err, w.Body)
		}
		return u
	}
	got := read()
	if len(got.URL) != 2 || got.URL[0].Loc != "http://example.org/kk/fresh" || got.URL[1].Loc != "http://example.org/kk/yesterday" {
		t.Fatalf("the sitemap lists %+v", got.URL)
	}
	n := got.URL[0].News
	if n.Title != "Жаңа <хабар>" || n.Publication.Language != "kk" || n.Publication.Name != "Үлгі Ассамблеясы" || n.Date != f.clock.Add(-time.Hour).Format(time.RFC3339) {
		t.Errorf("the article is told as %+v", n)
	}
	f.clock = f.clock.Add(24 * time.Hour) // nothing was saved, and yet the list is another
	if got := read(); len(got.URL) != 1 {
		t.Errorf("a day later it lists %+v", got.URL)
	}
	if robots := f.get(t, "/robots.txt").Body.String(); !strings.Contains(robots, "Sitemap: http://example.org/sitemap-news.xml\n") {
		t.Errorf("robots.txt does not name it:\n%s", robots)
	}
}

// A section has feeds of its own, which its page names.
func TestSectionFeeds(t *testing.T) {
	f := newFixture(t, 0)
	page := f.get(t, "/ru/section/news").Body.String()
	for _, form := range feedForms {
		at := "/ru/section/news/feed." + form.name
		if !strings.Contains(page, `href="`+at+`"`) {
			t.Errorf("the page does not name %s", at)
		}
		w := f.get(t, at)
		if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), form.mime) {
			t.Errorf("%s: %d %s", at, w.Code, w.Header().Get("Content-Type"))
		}
		for _, want := range []string{"Протокол о пунктах пропуска", "Новости" + dot + "Ассамблея-образец", "http://example.org" + at, "http://example.org/ru/section/news"} {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s lacks %q:\n%s", at, want, w.Body)
			}
		}
		if w := f.get(t, "/ru/section/none/feed."+form.name); w.Code != 404 {
			t.Errorf("the feed of no section: %d", w.Code)
		}
	}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { // of another section
		_, err := tx.Save(testkit.Item("ru", "apart", "В стороне", "Ничего.", f.clock))
		return err
	}))
	if strings.Contains(f.get(t, "/ru/section/news/feed.xml").Body.String(), "В стороне") {
		t.Error("the feed tells of what is not in the section")
	}
	if !strings.Contains(f.get(t, "/ru/feed.xml").Body.String(), "В стороне") {
		t.Error("the site's feed does not")
	}
}
