package site

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"shanyraq/internal/audience"
	"shanyraq/internal/store"
)

// reader is a request for an article by the n-th visitor.
func reader(path string, n int) *http.Request {
	r := httptest.NewRequest("GET", path, nil)
	r.RemoteAddr = "192.0.2.1:" + strconv.Itoa(1+n%60000)
	r.Header.Set("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 n"+strconv.Itoa(n%1000))
	r.Header.Set("Accept-Language", "en")
	r.Header.Set("Referer", "https://other.example/links")
	return r
}

// An article counts when it is made and when it comes from the cache; other
// pages, other methods and what is not there do not. Its page shows what was
// counted until the end of yesterday.
func TestViewsAreCounted(t *testing.T) {
	c := audience.NewCounter()
	f := newFixture(t, 1<<20)
	f.cfg.Views = c
	s, err := New(f.cfg)
	must(t, err)
	path := "/en/border-protocol"
	for n := range 3 { // the first is made, the others are cached
		s.ServeHTTP(httptest.NewRecorder(), reader(path, n))
	}
	s.ServeHTTP(httptest.NewRecorder(), reader(path, 2)) // the same again
	s.ServeHTTP(httptest.NewRecorder(), reader("/en/", 3))
	s.ServeHTTP(httptest.NewRecorder(), reader("/en/no-such-text", 4))
	head := reader(path, 5)
	head.Method = http.MethodHead
	s.ServeHTTP(httptest.NewRecorder(), head)
	batch := c.Take()
	key := audience.Key{Day: store.DayOf(f.clock), View: audience.View{Article: f.cards["en"].ID, Tag: "en", From: "other.example"}}
	if len(batch) != 1 || batch[key] != 3 {
		t.Fatalf("counted %v", batch)
	}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.AddViews(batch) }))
	show := func() string {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, reader(path, 9))
		return w.Body.String()
	}
	if strings.Contains(show(), "Read 3 times") {
		t.Error("the views of a day that is not over are shown")
	}
	f.clock = f.clock.AddDate(0, 0, 1)
	key.Day++
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.AddViews(audience.Batch{key: 1}) }))
	if body := show(); !strings.Contains(body, "Read 3 times until 1 January 2027") {
		t.Error("the views of yesterday are not shown")
	}
}

// BenchmarkCachedArticle serves an article from the cache to a thousand
// visitors, without and with counting: the difference is what a view costs.
func BenchmarkCachedArticle(b *testing.B) {
	f := newFixture(b, 1<<20)
	var readers []*http.Request
	for n := range 1000 {
		readers = append(readers, reader("/en/border-protocol", n))
	}
	for name, c := range map[string]*audience.Counter{"plain": nil, "counted": audience.NewCounter()} {
		b.Run(name, func(b *testing.B) {
			cfg := f.cfg
			cfg.Views = c
			s, err := New(cfg)
			must(b, err)
			for i := 0; b.Loop(); i++ {
				s.ServeHTTP(httptest.NewRecorder(), readers[i%len(readers)])
			}
		})
	}
}
