package static

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

// small is a site of a few pages with what makes an export hard.
func small(broken bool) http.Handler {
	m := http.NewServeMux()
	page := func(path, body string) {
		m.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			if after := r.URL.Query().Get("after"); after != "" {
				fmt.Fprintf(w, "<p>after %s <a href='%s'>first</a>", after, r.URL.Path)
				return
			}
			io.WriteString(w, body)
		})
	}
	page("/en/{$}", `<!doctype html><link rel="alternate" href="https://x.org/en/feed.xml"><link rel="hub" href="https://x.org/hub"><h1>A &amp; B</h1>
<a href="/en/list?after=1.2&amp;b=%D1%8F">older</a> <a href="/қаз/мақала#s1">kk</a> <a href="old">old</a> <a href="https://elsewhere.org/?q=1">away</a> <a href="mailto:a@x.org">m</a>
<form action="/en/search"><a href="/en/search?q=a">search</a><input name="q"></form><img srcset="/p.png 1x, /p.png?w=2 2x" src="/p.png">`)
	page("/en/list", `<a href="/en/list.html">h</a>`)
	page("/en/list.html", `<p>named`)
	page("/қаз/мақала", `<p>мәтін`)
	file := func(path, kind, body string) {
		m.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			io.WriteString(w, body)
		})
	}
	file("/en/feed.xml", "application/rss+xml", "<rss/>")
	file("/p.png", "image/png", "png")
	file("/sitemap.xml", "application/xml", "<urlset><url><loc>https://x.org/en/notes/7</loc></url></urlset>")
	file("/en/notes/7", "application/ld+json", "{}")
	m.Handle("GET /en/old", http.RedirectHandler("/en/list", http.StatusMovedPermanently))
	m.Handle("GET /{$}", http.RedirectHandler("/en/", http.StatusFound))
	if broken {
		m.HandleFunc("GET /en/notes/8", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) })
	}
	return m
}

func redirects(yield func(Redirect, error) bool) {
	for _, r := range []Redirect{{"/?p=1", "/en/list"}, {"/news/было", "/қаз/мақала"}, {"/p.png/x", "/en/"}, {"/en/list", "/nowhere"}} {
		if !yield(r, nil) {
			return
		}
	}
}

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	report, err := Write(t.Context(), small(false), dir, Options{Origin: "https://x.org/", Start: []string{"/", "/sitemap.xml", "/not-there"}, Redirects: redirects})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Broken) != 0 || report.Pages != 5 || report.Files != 5 {
		t.Errorf("the report is %+v", report)
	}
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
		}
		return string(b)
	}
	front := read("en/index.html")
	for _, want := range []string{"/en/list~after~1.2~b~%D1%8F", `<h1>A &amp; B</h1>`, `href="/қаз/мақала#s1"`, "https://elsewhere.org/?q=1", "/p.png~w~2 2x"} {
		if !strings.Contains(front, want) {
			t.Errorf("the front page lacks %s:\n%s", want, front)
		}
	}
	if strings.Contains(front, "form") || strings.Contains(front, "search") {
		t.Errorf("a form is left:\n%s", front)
	}
	if got := read("en/list~after~1.2~b~я/index.html"); !strings.Contains(got, "after 1.2") {
		t.Errorf("the second page of the list is %s", got)
	}
	for name, want := range map[string]string{
		"қаз/мақала/index.html": "мәтін", "en/list.html": "named", "en/notes/7": "{}", "en/old/index.html": `content="0; url=/en/list"`, "index.html": "url=/en/",
		"news/было/index.html": "/%D2%9B%D0%B0%D0%B7/", "_server/redirects.map": `"/news/%D0%B1%D1%8B%D0%BB%D0%BE" "/%D2%9B`, "en/list/index.html": "list.html",
		"_server/nginx.conf": `"^/en/notes/[0-9]+$" { types { } default_type application/ld+json; }`, "p.png": "png",
	} {
		if got := read(name); !strings.Contains(got, want) {
			t.Errorf("%s lacks %s:\n%s", name, want, got)
		}
	}
	if !strings.Contains(read("_server/redirects.map"), `"/?p=1" "/en/list";`) {
		t.Error("an old address with a question is not in the map")
	}
}

// An export replaces an older one, and nothing else; one that fails leaves
// what was there.
func TestWriteWhole(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "out")
	o := Options{Origin: "https://x.org", Start: []string{"/"}}
	for range 2 {
		if _, err := Write(t.Context(), small(false), dir, o); err != nil {
			t.Fatal(err)
		}
	}
	bad := o
	bad.Start = []string{"/", "/en/notes/8"}
	if _, err := Write(t.Context(), small(true), dir, bad); !fault.Is(err, fault.Unavailable) || !strings.Contains(err.Error(), "/en/notes/8") {
		t.Errorf("an answer of 500: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "en", "index.html")); err != nil {
		t.Error("the older export is gone:", err)
	}
	own := filepath.Join(top, "own")
	os.Mkdir(own, 0o755)
	os.WriteFile(filepath.Join(own, "diary.txt"), nil, 0o644)
	if _, err := Write(t.Context(), small(false), own, o); !fault.Is(err, fault.Exists) {
		t.Errorf("a folder with other files: %v", err)
	}
	if _, err := Write(t.Context(), small(false), filepath.Join(top, "no", "where"), o); err == nil {
		t.Error("a place that is not there was taken")
	}
	if list, _ := os.ReadDir(top); len(list) != 2 {
		t.Errorf("something is left behind: %v", list)
	}
}

func TestBroken(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, `<a href="/gone">x</a>`)
	})
	report, err := Write(t.Context(), h, filepath.Join(t.TempDir(), "out"), Options{Origin: "https://x.org", Start: []string{"/"}})
	if err != nil || len(report.Broken) != 1 || report.Broken[0] != (Broken{"/gone", "/", 404}) {
		t.Errorf("%+v, %v", report, err)
	}
}
