package intake

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"shanyraq/internal/fault"
)

// web is a site on the loopback with all that can happen to a request.
func web(t *testing.T) *httptest.Server {
	t.Helper()
	elsewhere := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(elsewhere.Close)
	mux := http.NewServeMux()
	serve := func(path, mediaType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", mediaType)
			fmt.Fprint(w, body)
		})
	}
	article := "<html><head><title>T</title></head><body><h1>Открыта школа</h1><p>" + strings.Repeat("В районном центре открыта новая школа на 600 мест. ", 12) + "</p></body></html>"
	bytes1251, err := charmap.Windows1251.NewEncoder().String(article)
	if err != nil {
		t.Fatal(err)
	}
	feed, err := os.ReadFile("testdata/wordpress/feed.xml")
	if err != nil {
		t.Fatal(err)
	}
	serve("/page", "text/html; charset=utf-8", article)
	serve("/page1251", "text/html; charset=windows-1251", bytes1251)
	serve("/feed", "application/rss+xml", string(feed))
	serve("/picture", "image/jpeg", "\xff\xd8\xff\xe0")
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/page", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, strings.Replace(elsewhere.URL, "127.0.0.1", "localhost", 1), http.StatusFound)
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-time.After(5 * time.Second):
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		chunk := strings.Repeat("<p>more</p>", 1<<12)
		for r.Context().Err() == nil {
			if _, err := fmt.Fprint(w, chunk); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/busy", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "later", http.StatusTooManyRequests) })
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, "<html><body><main><p>The agent is %s and it is long enough to be a text.</p></main></body></html>", r.UserAgent())
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestFetch(t *testing.T) {
	s := web(t)
	opt := Options{Fetch: Fetch{Pause: -1, Timeout: 700 * time.Millisecond, Agent: "shanyraq-test"}}
	for path, want := range map[string]string{"/page": "В районном центре", "/page1251": "В районном центре", "/moved": "В районном центре", "/agent": "shanyraq-test"} {
		list, errs := items(t, opt, s.URL+path)
		if len(errs) > 0 || len(list) != 1 || !strings.Contains(list[0].HTML, want) {
			t.Errorf("%s: %d items, %v", path, len(list), errs)
			continue
		}
		if path == "/moved" && list[0].Key != s.URL+"/page" {
			t.Errorf("the identity of a moved page is %s", list[0].Key)
		}
	}
	if list, errs := items(t, opt, s.URL+"/feed"); len(list) != 7 || len(errs) > 0 {
		t.Errorf("feed: %d items, %v", len(list), errs)
	}
	for path, c := range map[string]struct {
		kind fault.Kind
		says string
	}{
		"/nothing": {fault.NotFound, "404"}, "/loop": {fault.Unsupported, "redirects more than"}, "/away": {fault.Unsupported, "another site"},
		"/slow": {fault.Unavailable, "did not answer within"}, "/endless": {fault.TooLarge, "longer than 10 MB"}, "/busy": {fault.Unavailable, "wait"},
		"/picture": {fault.Unsupported, "no web page and no feed"},
	} {
		o := opt
		if path == "/endless" {
			o.Fetch.Timeout = 20 * time.Second
		}
		list, errs := items(t, o, s.URL+path)
		if len(list) != 0 || len(errs) != 1 || !fault.Is(errs[0], c.kind) || !strings.Contains(errs[0].Error(), c.says) || !strings.Contains(errs[0].Error(), s.URL+path) {
			t.Errorf("%s: %d items, %v", path, len(list), errs)
		}
	}
	s.Close()
	if _, errs := items(t, opt, s.URL+"/page"); len(errs) != 1 || !fault.Is(errs[0], fault.Unavailable) {
		t.Errorf("a server that is down: %v", errs)
	}
}

// One host is asked once a pause, whatever the number of parsers at work.
func TestFetchIsPolite(t *testing.T) {
	s := web(t)
	start := time.Now()
	paths := []string{s.URL + "/page", s.URL + "/page?2", s.URL + "/page?3"}
	for range Read(t.Context(), paths, Options{Workers: 8, Fetch: Fetch{Pause: 150 * time.Millisecond}}) {
	}
	if d := time.Since(start); d < 300*time.Millisecond {
		t.Errorf("three requests took %v", d)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	start = time.Now()
	for range Read(ctx, paths, Options{Fetch: Fetch{Pause: 10 * time.Second}}) {
	}
	if d := time.Since(start); d > 3*time.Second {
		t.Errorf("waiting for a host outlived the import by %v", d)
	}
}
