// Command desk measures how long a browser takes to open the desk of a large
// site.
//
//	go run ./bench/desk -n 100000 -rounds 15
//
// It makes a site of n articles in three languages with statements that wait,
// drafts and questions, in a temporary folder, serves site and desk on a free
// port of this machine, and opens each page in Chromium as often as asked,
// signed in as an editor and as an administrator. For each page it prints the
// server's time to the last byte, the browser's time until the page is read,
// until it is first painted and until all is loaded: median and worst, from
// the browser's own navigation timing, scripts and styles cached as they are
// after the first page of a day.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"shanyraq/internal/desk"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

var (
	articles = flag.Int("n", 100_000, "how many articles the site has")
	rounds   = flag.Int("rounds", 15, "how often each page is opened")
	only     = flag.String("only", "", "only pages that have this in their address")
	folder   = flag.String("data", "", "folder to make the site in, and to find it in again; temporary where empty")
)

// pages are the pages that a day at the desk begins with.
var pages = []string{"", "articles", "articles?state=draft", "articles?q=tashkent", "translations?language=kk", "review", "questions", "audience", "rights/", "redirects"}

// timing is one opening of a page, in milliseconds since the click.
type timing struct {
	Server, Read, Painted, Loaded float64
}

// measured is the script that reads them; the paint may come after the load.
const measured = `new Promise(done => { const read = () => {
	const n = performance.getEntriesByType("navigation")[0], p = performance.getEntriesByName("first-contentful-paint")[0];
	if (!n.loadEventEnd || !p) return setTimeout(read, 10);
	done({Server: n.responseEnd - n.startTime, Read: n.domContentLoadedEventEnd - n.startTime, Painted: p.startTime, Loaded: n.loadEventEnd - n.startTime});
}; read(); })`

// out takes the figures.
var out io.Writer = os.Stdout

func main() {
	flag.Parse()
	log.SetFlags(0)
	if err := run(context.Background()); err != nil {
		log.Fatal("desk: ", err)
	}
}

func run(ctx context.Context) error {
	dir := *folder
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "shanyraq-desk-"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	st, err := store.Open(ctx, store.DSN(dir, ""))
	if err != nil {
		return err
	}
	defer st.Close()
	d, token, err := signedIn(ctx, st, dir)
	if err != nil {
		return err
	}
	server := httptest.NewServer(d)
	defer server.Close()
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU)
	ctx, cancel := chromedp.NewExecAllocator(ctx, opts...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		return err
	}
	return browse(ctx, server.URL, token)
}

// signedIn gives the desk of the filled site, and the token of a session that
// may open all its pages.
func signedIn(ctx context.Context, st *store.Store, dir string) (d http.Handler, token string, err error) {
	editor, err := fill(ctx, st, *articles)
	if err != nil {
		return nil, "", err
	}
	if d, err = desk.New(desk.Config{Store: st, Name: map[string]string{"en": "Sample Assembly"}, Data: dir}); err != nil {
		return nil, "", err
	}
	err = st.Update(ctx, func(tx *store.Tx) (err error) {
		token, err = tx.BeginSession(editor.ID, "bench", "127.0.0.1")
		return err
	})
	return d, token, err
}

// browse opens the pages in the browser of the context and prints what they
// took.
func browse(ctx context.Context, origin, token string) error {
	if _, err := chromedp.Call(ctx, network.SetCookie, network.SetCookieParams{Name: "shanyraq", Value: token, URL: origin}); err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, load %s, %d articles, %d openings of each page, milliseconds: median (worst)\n\n", time.Now().Format(time.DateOnly), load(), *articles, *rounds)
	fmt.Fprintf(out, "%-34s %16s %16s %16s %16s\n", "page", "last byte", "read", "first paint", "loaded")
	for _, page := range pages {
		if !strings.Contains(page, *only) {
			continue
		}
		var all []timing
		for i := range *rounds + 1 {
			if err := chromedp.Do(ctx, chromedp.Navigate(origin+desk.Prefix+page)); err != nil {
				return err
			}
			t, err := chromedp.Run(ctx, chromedp.Evaluate[timing](measured, chromedp.EvalAwaitPromise))
			if err != nil {
				return err
			}
			if i > 0 { // the first fills the browser's cache
				all = append(all, t)
			}
		}
		fmt.Fprintf(out, "%-34s", desk.Prefix+page)
		for _, of := range []func(timing) float64{func(t timing) float64 { return t.Server }, func(t timing) float64 { return t.Read }, func(t timing) float64 { return t.Painted }, func(t timing) float64 { return t.Loaded }} {
			middle, worst := summary(all, of)
			fmt.Fprintf(out, " %7.1f (%6.1f)", middle, worst)
		}
		fmt.Fprintln(out)
	}
	return nil
}

// summary gives the median and the worst of one time of all openings.
func summary(all []timing, of func(timing) float64) (middle, worst float64) {
	var list []float64
	for _, t := range all {
		list = append(list, of(t))
	}
	slices.Sort(list)
	return list[len(list)/2], list[len(list)-1]
}

// load is the load of the machine, for who reads the figures.
func load() string {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Fields(string(b))[0]
}

// administrator is who opens the pages.
func administrator(ctx context.Context, st *store.Store) (people.User, error) {
	u := people.User{Name: "Bench", Email: "bench@example.org", Language: "en", Roles: []people.Assignment{{Role: people.Administrator}}}
	if known, err := st.UserByEmail(ctx, u.Email); err == nil {
		return known, nil
	}
	return u, st.Update(ctx, func(tx *store.Tx) error { return tx.SaveUser(&u) })
}
