package main

import (
	"bytes"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/desk"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// site makes a site of so many articles and signs in.
func site(t *testing.T, n int) (*store.Store, http.Handler, string) {
	t.Helper()
	testkit.Set(t, articles, n)
	log.SetOutput(io.Discard)
	dir := t.TempDir()
	st, err := store.Open(t.Context(), store.DSN(dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	d, token, err := signedIn(t.Context(), st, dir)
	if err != nil {
		t.Fatal(err)
	}
	return st, d, token
}

func TestTheSiteHasWhatADeskWaitsFor(t *testing.T) {
	const n = 110
	st, d, token := site(t, n)
	cards := func(f store.DeskFilter) int {
		f.Limit = 1000
		list, err := st.DeskArticles(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	counts := func() [5]int {
		questions, err := st.Questions(t.Context(), 0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		waiting, err := st.Waiting(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		today := store.DayOf(time.Now())
		read, err := st.CountViews(t.Context(), store.ByArticle, store.ViewFilter{From: today - 31, To: today}, 1000)
		if err != nil {
			t.Fatal(err)
		}
		return [5]int{cards(store.DeskFilter{}), cards(store.DeskFilter{State: article.Draft}), waiting, len(questions), len(read)}
	}
	// Drafts are 0, 50, 100; questions 0, 20 … 100; read 0, 3 … 108. What a
	// draft states waits with the rest.
	want := [5]int{n, 3, 2 * n, 6, 37}
	if got := counts(); got != want {
		t.Errorf("articles, drafts, statements that wait, questions, articles read: %v, want %v", got, want)
	}
	if ids, err := st.FindAtDesk(t.Context(), "tashkent"); err != nil || len(ids) != 16 { // one town of seven
		t.Errorf("Tashkent is in %d titles, %v", len(ids), err)
	}
	for _, l := range languages {
		if got := cards(store.DeskFilter{Language: l}); got < n/3 || got > n/3+1 {
			t.Errorf("%d articles are in %s", got, l)
		}
	}
	// A folder that is filled is left as it is.
	if _, err := fill(t.Context(), st, n); err != nil {
		t.Fatal(err)
	}
	if got := counts(); got != want {
		t.Errorf("filled again: %v, want %v", got, want)
	}
	for _, page := range pages {
		for _, c := range []struct {
			token string
			code  int
		}{{token, http.StatusOK}, {"", http.StatusSeeOther}} {
			r := httptest.NewRequest("GET", desk.Prefix+page, nil)
			r.AddCookie(&http.Cookie{Name: "shanyraq", Value: c.token})
			w := httptest.NewRecorder()
			d.ServeHTTP(w, r)
			if w.Code != c.code || c.token != "" && !strings.Contains(w.Body.String(), "</html>") {
				t.Errorf("%q answers %d, want %d", page, w.Code, c.code)
			}
		}
	}
}

func TestSummaryIsTheMedianAndTheWorst(t *testing.T) {
	all := []timing{{Server: 9, Loaded: 1}, {Server: 2, Loaded: 30}, {Server: 4, Loaded: 20}, {Server: 3, Loaded: 2}, {Server: 5, Loaded: 4}}
	if middle, worst := summary(all, func(t timing) float64 { return t.Server }); middle != 4 || worst != 9 {
		t.Errorf("median %v, worst %v", middle, worst)
	}
	if middle, worst := summary(all, func(t timing) float64 { return t.Loaded }); middle != 4 || worst != 30 {
		t.Errorf("median %v, worst %v", middle, worst)
	}
}

func TestABrowserMeasuresThePages(t *testing.T) {
	ctx := testkit.Browser(t)
	testkit.Set(t, rounds, 2)
	testkit.Set(t, articles, 20)
	testkit.Set(t, only, "questions")
	opened := map[string]int{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("shanyraq"); err != nil || c.Value != "a-token" {
			http.Error(w, "not signed in", http.StatusForbidden)
			return
		}
		if r.Header.Get("Sec-Fetch-Dest") == "document" {
			opened[r.URL.Path]++
			time.Sleep(30 * time.Millisecond)
		}
		io.WriteString(w, "<!doctype html><title>Questions</title><p>None.")
	}))
	defer s.Close()
	var b bytes.Buffer
	testkit.Set[io.Writer](t, &out, &b)
	if err := browse(ctx, s.URL, "a-token"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if len(opened) != 1 || opened[desk.Prefix+"questions"] != 3 { // the first is not counted
		t.Errorf("opened: %v", opened)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	row := regexp.MustCompile(`^\S+questions +([\d.]+) \( *[\d.]+\) +[\d.]+ \( *[\d.]+\) +[\d.]+ \( *[\d.]+\) +([\d.]+) \( *[\d.]+\)$`).FindStringSubmatch(lines[len(lines)-1])
	if len(lines) != 4 || !strings.Contains(lines[0], "20 articles, 2 openings") || row == nil {
		t.Fatalf("it prints\n%s", &b)
	}
	number := func(s string) time.Duration {
		ms, err := time.ParseDuration(s + "ms")
		if err != nil {
			t.Fatal(err)
		}
		return ms
	}
	if server, loaded := number(row[1]), number(row[2]); server < 30*time.Millisecond || loaded < server {
		t.Errorf("a page that takes 30 ms: the last byte after %v, all after %v", server, loaded)
	}
}
