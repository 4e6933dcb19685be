package static

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"shanyraq/internal/fault"
)

// Write writes the site that handler answers for into the folder dir, which
// appears when it is whole, or not at all.
func Write(ctx context.Context, handler http.Handler, dir string, o Options) (Report, error) {
	origin, err := url.Parse(o.Origin)
	if err != nil || origin.Host == "" || strings.Trim(origin.Path, "/") != "" {
		return Report{}, fault.New(fault.Invalid, "%q is no address of a site", o.Origin).Hint("give the scheme and host under which the folder is served: https://news.example.org")
	}
	out, err := begin(dir)
	if err != nil {
		return Report{}, err
	}
	defer out.drop() // does nothing after finish
	c := &crawl{handler: handler, host: origin.Host, origin: strings.TrimSuffix(o.Origin, "/"), out: out, seen: map[string]bool{}}
	for _, address := range o.Start {
		c.add(address, "")
	}
	if err := c.writeMissing(ctx); err != nil {
		return Report{}, err
	}
	if err := c.run(ctx); err != nil {
		return Report{}, err
	}
	if o.Redirects != nil {
		for r, err := range o.Redirects {
			if err != nil {
				return Report{}, err
			}
			c.moved = append(c.moved, r)
		}
	}
	if err := c.writeMoved(); err != nil {
		return Report{}, err
	}
	if err := c.writeServer(); err != nil {
		return Report{}, err
	}
	c.report.sort()
	return c.report, out.finish()
}

// writeMoved writes a page that leads on for every address that does, where
// nothing stands at it, and the map of them all.
func (c *crawl) writeMoved() error {
	slices.SortFunc(c.moved, func(a, b Redirect) int { return strings.Compare(a.From, b.From) })
	var list bytes.Buffer
	last := ""
	for _, r := range c.moved {
		from, query, asked := strings.Cut(r.From, "?")
		if r.From == last || !strings.HasPrefix(from, "/") {
			continue
		}
		last = r.From
		if path, err := url.PathUnescape(from); err == nil {
			from = path
		}
		to := r.To
		if u, err := url.Parse(to); err == nil {
			to = u.String()
		}
		old := (&url.URL{Path: from}).EscapedPath()
		if asked {
			old += "?" + query
		}
		if asked || from != "/" { // the bare front leads where the visitor's language is
			list.WriteString(quote(old) + " " + quote(to) + ";\n")
		}
		c.report.Redirects++
		if at := pageFile(from); !asked && c.out.free(at) {
			if err := c.out.write(at, stub(to)); err != nil {
				return err
			}
		}
	}
	return c.out.write(serverFolder+"/redirects.map", list.Bytes())
}

// quote writes a value as nginx reads it.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", "${dollar}", "\n", "", "\r", "").Replace(s) + `"`
}

// stub is a page that leads on, for servers that cannot be told where to.
func stub(to string) []byte {
	to = html.EscapeString(to)
	return []byte("<!doctype html>\n<meta charset=\"utf-8\">\n<title>→ " + to + "</title>\n<meta name=\"robots\" content=\"noindex\">\n" +
		"<link rel=\"canonical\" href=\"" + to + "\">\n<meta http-equiv=\"refresh\" content=\"0; url=" + to + "\">\n<p><a href=\"" + to + "\">→ " + to + "</a></p>\n")
}

// writeMissing writes the page for addresses that are not there.
func (c *crawl) writeMissing(ctx context.Context) error {
	u := &url.URL{Path: "/404.html"}
	r := (&http.Request{Method: http.MethodGet, URL: u, Header: http.Header{}, Body: http.NoBody, Host: c.host, RequestURI: u.Path, RemoteAddr: "127.0.0.1:0"}).WithContext(ctx)
	w := &recorder{header: http.Header{}}
	c.handler.ServeHTTP(w, r)
	if w.status != http.StatusNotFound {
		return nil
	}
	c.seen[u.Path] = true
	return c.out.write(u.Path, c.page(u, w.body.Bytes()))
}

// writeServer writes what a server may be told.
func (c *crawl) writeServer() error {
	if err := c.out.write(serverFolder+"/nginx.conf", c.out.kinds.nginx()); err != nil {
		return err
	}
	about, err := json.MarshalIndent(map[string]any{
		"origin": c.origin, "pages": c.report.Pages, "files": c.report.Files, "redirects": c.report.Redirects, "bytes": c.report.Bytes,
	}, "", "  ")
	if err != nil {
		return err
	}
	return c.out.write(serverFolder+"/export.json", append(about, '\n'))
}
