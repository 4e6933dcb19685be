package site

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"shanyraq/internal/static"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// The site as a folder of files: served by a server that knows nothing of it,
// every link of every page leads to something.
func TestStatic(t *testing.T) {
	f := newFixture(t, 0)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.SaveRedirect(store.Redirect{Path: "/news/12", Article: f.cards["en"].ID}); err != nil {
			return err
		}
		for i := range 30 { // so that lists have a second page
			it := testkit.Item("ru", "s"+string(rune('a'+i)), "Рассказ", "Ничего.", time.Date(2018, 1, 1+i, 0, 0, 0, 0, time.UTC))
			it.Article.Section = "news"
			if _, err := tx.Save(it); err != nil {
				return err
			}
		}
		return nil
	}))
	const origin = "https://news.example.org"
	f.cfg.Origin, f.cfg.Static = origin, true
	dir := filepath.Join(t.TempDir(), "out")
	report, err := static.Write(t.Context(), f, dir, static.Options{Origin: origin, Start: Starts(),
		Redirects: func(yield func(static.Redirect, error) bool) {
			for r, err := range f.store.EachRedirect(t.Context()) {
				if !yield(static.Redirect{From: r.Path, To: r.Target}, err) {
					return
				}
			}
		}})
	must(t, err)
	for _, b := range report.Broken {
		t.Errorf("%s links to %s: %d", b.On, b.Address, b.Status)
	}
	// Citations stand on the page of their entry, and not in files beside it.
	entries := 0
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if strings.Contains(path, "cite") {
			t.Errorf("a citation in a file: %s", path)
		}
		if data, e := os.ReadFile(path); e == nil && strings.Contains(string(data), `id="cite-bibtex">BibTeX</h3>`) && strings.Contains(string(data), "@misc{") {
			entries++
		}
		return err
	}))
	if entries == 0 {
		t.Error("no page of an entry shows its citation")
	}
	files := http.FileServer(http.Dir(dir))
	get := func(path string) *httptest.ResponseRecorder {
		for range 3 { // a folder's address gets its slash
			w := httptest.NewRecorder()
			files.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
			to := w.Header().Get("Location")
			if w.Code != 301 {
				return w
			}
			next, err := url.Parse(path)
			must(t, err)
			if next, err = next.Parse(to); err != nil {
				t.Fatal(err)
			}
			path = next.EscapedPath()
		}
		t.Fatal(path, "leads round and round")
		return nil
	}
	seen, waiting := map[string]bool{}, []string{"/", "/news/12", "/404.html"}
	for len(waiting) > 0 {
		path := waiting[0]
		waiting = waiting[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		w := get(path)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", path, w.Code)
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		at, err := url.Parse(path)
		must(t, err)
		for _, link := range linksOf(w.Body.String()) {
			u, err := at.Parse(link)
			must(t, err)
			if u.RawQuery != "" {
				if u.Host == "" || strings.HasPrefix(link, origin) {
					t.Errorf("%s asks a question of files: %s", path, link)
				}
			} else if u.Host == "" || u.Scheme+"://"+u.Host == origin {
				waiting = append(waiting, u.EscapedPath())
			}
		}
	}
	if seen["/en/search"] || !seen["/ru/section/news"] || !seen["/kk-Arab/shekara-hattamasy"] || !seen["/en/record/events.csv"] || !seen["/en/feed.json"] {
		t.Errorf("the wrong %d pages were found", len(seen))
	}
	second := regexp.MustCompile(`^/ru/section/news~after~`)
	found := false
	for path := range seen {
		found = found || second.MatchString(path)
	}
	if !found {
		t.Error("the section's second page is not there")
	}
	if w := get("/news/12"); !strings.Contains(w.Body.String(), "url=/en/border-protocol") {
		t.Errorf("the old address says %s", w.Body.String())
	}
	// What is there is what the site answers, but for forms and questions.
	page := get("/en/border-protocol").Body.String()
	if live := f.get(t, "/en/border-protocol").Body.String(); page != live {
		t.Error("the article differs from the live one")
	}
}

// linksOf gives the addresses that a page links to or is made of.
func linksOf(page string) (out []string) {
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range z.Token().Attr {
				if a.Key == "href" || a.Key == "src" {
					out = append(out, a.Val)
				}
			}
		}
	}
}
