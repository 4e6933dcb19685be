package static

import (
	"bytes"
	"cmp"
	"context"
	"iter"
	"mime"
	"net/http"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"

	"shanyraq/internal/fault"
)

// Options say what is written.
type Options struct {
	// Origin is the scheme and host that the site's whole addresses begin
	// with: "https://news.example.org".
	Origin string
	// Start lists the addresses to begin with; one that is not there is no
	// broken link.
	Start []string
	// Redirects gives old addresses (path and query) with where they lead.
	Redirects iter.Seq2[Redirect, error]
}

// Redirect is an old address, path and query as they were, and where it leads.
type Redirect struct{ From, To string }

// Report says what was written.
type Report struct {
	Pages, Files, Redirects int
	Bytes                   int64
	Broken                  []Broken // by address
}

// Broken is a link to an address that answered with Status, with one page
// that has it.
type Broken struct {
	Address, On string
	Status      int
}

// crawl is one export under way.
type crawl struct {
	handler http.Handler
	host    string
	origin  string
	out     *folder
	report  Report

	mu    sync.Mutex
	seen  map[string]bool
	next  []target
	moved []Redirect
	err   error
}

// target is an address that waits to be asked for, and the page that links to
// it; none for those it began with.
type target struct{ address, on string }

// add notes an address, path and query, unless it is known.
func (c *crawl) add(address, on string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.seen[address] {
		c.seen[address] = true
		c.next = append(c.next, target{address, on})
	}
}

// run asks for everything that waits until nothing does.
func (c *crawl) run(ctx context.Context) error {
	for len(c.next) > 0 {
		round := c.next
		c.next = nil
		work := make(chan target)
		var all sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			all.Go(func() {
				for t := range work {
					if err := c.take(ctx, t); err != nil {
						c.mu.Lock()
						c.err = cmp.Or(c.err, err)
						c.mu.Unlock()
					}
				}
			})
		}
		for _, t := range round {
			c.mu.Lock()
			failed := c.err != nil
			c.mu.Unlock()
			if failed || ctx.Err() != nil {
				break
			}
			work <- t
		}
		close(work)
		all.Wait()
		if err := cmp.Or(c.err, ctx.Err()); err != nil {
			return err
		}
	}
	return nil
}

// take asks for one address and writes what it answers.
func (c *crawl) take(ctx context.Context, t target) error {
	u, err := url.Parse(t.address)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "%q on %q is no address", t.address, t.on)
	}
	r := (&http.Request{
		Method: http.MethodGet, URL: u, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{}, Body: http.NoBody,
		Host: c.host, RequestURI: u.RequestURI(), RemoteAddr: "127.0.0.1:0",
	}).WithContext(ctx)
	w := &recorder{header: http.Header{}}
	c.handler.ServeHTTP(w, r)
	switch {
	case w.status >= 300 && w.status < 400:
		to := c.target(u, w.header.Get("Location"), t.address)
		c.mu.Lock()
		defer c.mu.Unlock()
		c.moved = append(c.moved, Redirect{u.RequestURI(), to})
		return nil
	case w.status >= 500:
		return fault.New(fault.Unavailable, "%s answered with status %d", t.address, w.status).Hint("look at the log, and begin again")
	case w.status != http.StatusOK:
		if t.on != "" {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.report.Broken = append(c.report.Broken, Broken{t.address, t.on, w.status})
		}
		return nil
	}
	kind, _, _ := mime.ParseMediaType(w.header.Get("Content-Type"))
	body := w.body.Bytes()
	switch {
	case kind == "text/html":
		body = c.page(u, body)
	case kind == "text/css":
		c.sheet(u, body)
	case strings.HasSuffix(kind, "xml"):
		c.locations(u, body)
	}
	return c.write(u, kind, body)
}

// write puts an answer into the folder.
func (c *crawl) write(u *url.URL, kind string, body []byte) error {
	at := place(u)
	page := kind == "text/html"
	if page {
		at = pageFile(at)
	}
	err := c.out.write(at, body)
	c.mu.Lock()
	defer c.mu.Unlock()
	if page {
		c.report.Pages++
	} else {
		c.report.Files++
		c.out.kinds.note(place(u), kind)
	}
	c.report.Bytes += int64(len(body))
	return err
}

// target gives the address that a link on the page leads to once all is
// files, and notes it. A link elsewhere stays as it is.
func (c *crawl) target(page *url.URL, link, on string) string {
	to, err := url.Parse(strings.TrimSpace(link))
	if err != nil || to.Opaque != "" {
		return link
	}
	u := page.ResolveReference(to)
	if u.Host != "" && (u.Host != c.host || u.Scheme != "http" && u.Scheme != "https") || to.Scheme != "" && to.Host == "" {
		return link
	}
	if u.Path == "" {
		u.Path = "/"
	}
	c.add((&url.URL{Path: u.Path, RawPath: u.RawPath, RawQuery: u.RawQuery}).RequestURI(), on)
	if u.RawQuery == "" {
		return link
	}
	as := url.URL{Path: place(u), Fragment: u.Fragment}
	if to.Host != "" {
		return c.origin + as.String()
	}
	return as.String()
}

// recorder keeps an answer in memory.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *recorder) Header() http.Header { return w.header }

func (w *recorder) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

func (w *recorder) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}

func (r *Report) sort() {
	slices.SortFunc(r.Broken, func(a, b Broken) int { return cmp.Compare(a.Address, b.Address) })
}
