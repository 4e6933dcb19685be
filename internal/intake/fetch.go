package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"shanyraq/internal/fault"
)

// Fetch says how addresses are fetched. The zero value is polite: one
// request a second to a host, 30 seconds for each, five redirects.
type Fetch struct {
	Agent   string        // User-Agent; names the program
	Timeout time.Duration // for one request with its redirects and its body
	Pause   time.Duration // between requests to one host; negative for none
}

const maxRedirects = 5

func isAddress(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") ||
		strings.Contains(s, "://") // any other scheme is refused in words
}

// address is a page or feed on the web.
type address struct {
	url string
	opt Options
}

func (a address) size() int64 { return 0 }

func (a address) cut(ctx context.Context, yield func(unit) bool) error {
	yield(unit{place: a.url, path: a.url, parse: func(ctx context.Context) ([]*Item, error) {
		in, kind, err := a.get(ctx)
		if err != nil {
			return nil, err
		}
		switch kind {
		case page:
			return parsePage(in)
		case feed:
			return parseFeed(in)
		case jsonDocument:
			return parseObject(in)
		}
		return nil, fault.New(fault.Unsupported, "the address holds no web page and no feed").At("%s", a.url).
			Hint("download the file and import it from the disk")
	}})
	return nil
}

// get fetches the address and tells what came.
func (a address) get(ctx context.Context) (input, format, error) {
	u, err := url.Parse(a.url)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return input{}, unknown, fault.New(fault.Invalid, "only http and https addresses can be fetched").At("%s", a.url).Hint("write it as https://example.org/article")
	}
	pace(ctx, u.Host, a.opt.Fetch.Pause)
	timeout := a.opt.Fetch.Timeout
	if timeout <= 0 {
		timeout = 30 * time.Second
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a.url, nil)
	if err != nil {
		return input{}, unknown, fault.Wrap(err, fault.Invalid, "the address cannot be asked for").At("%s", a.url)
	}
	agent := a.opt.Fetch.Agent
	if agent == "" {
		agent = "shanyraq-import"
	}
	req.Header.Set("User-Agent", agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9")
	client := http.Client{CheckRedirect: func(next *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects {
			return errRedirects
		}
		if !sameSite(next.URL, via[0].URL) {
			return fmt.Errorf("%w to %s", errElsewhere, next.URL.Host)
		}
		return nil
	}}
	resp, err := client.Do(req)
	if err != nil {
		return input{}, unknown, cannotFetch(err, a.url, timeout)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		f := fault.New(fault.Unavailable, "the server answered %s", resp.Status).At("%s", a.url)
		switch resp.StatusCode {
		case http.StatusNotFound, http.StatusGone:
			f = fault.New(fault.NotFound, "the server answered %s", resp.Status).At("%s", a.url).Hint("check the address")
		case http.StatusTooManyRequests:
			f = f.Hint("wait, then run the import again")
		}
		return input{}, unknown, f
	}
	mediaType, params, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	limit := int64(maxArticle)
	if strings.Contains(mediaType, "xml") && mediaType != "application/xhtml+xml" || strings.Contains(mediaType, "json") {
		limit = maxFeed
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return input{}, unknown, cannotFetch(err, a.url, timeout)
	}
	if int64(len(data)) > limit {
		return input{}, unknown, fault.New(fault.TooLarge, "the answer is longer than %d MB", limit>>20).At("%s", a.url).Hint("download it and import it from the disk")
	}
	final := resp.Request.URL.String()
	in := input{place: a.url, url: final, key: cleanURL(final), charset: params["charset"], data: data, opt: a.opt}
	kind := sniff(data[:min(len(data), 8<<10)], extensionOf(mediaType))
	return in, kind, nil
}

var (
	errRedirects = errors.New("too many redirects")
	errElsewhere = errors.New("redirected")
)

// extensionOf gives the file ending that says what a media type says.
func extensionOf(mediaType string) string {
	switch {
	case mediaType == "text/html" || mediaType == "application/xhtml+xml":
		return ".html"
	case strings.HasSuffix(mediaType, "xml"):
		return ".xml"
	case strings.HasSuffix(mediaType, "json"):
		return ".json"
	}
	return ""
}

// sameSite reports whether two addresses are of one host, with or without
// "www.", and on the same port unless the scheme changes from http to https.
func sameSite(a, b *url.URL) bool {
	bare := func(u *url.URL) string { return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") }
	return bare(a) == bare(b) && (a.Port() == b.Port() || a.Scheme != b.Scheme && a.Scheme == "https")
}

func cannotFetch(err error, address string, timeout time.Duration) error {
	var dns *net.DNSError
	switch {
	case errors.Is(err, errRedirects):
		return fault.Wrap(err, fault.Unsupported, "it redirects more than %d times", maxRedirects).At("%s", address).Hint("name the address it should lead to")
	case errors.Is(err, errElsewhere):
		return fault.Wrap(err, fault.Unsupported, "it redirects to another site").At("%s", address).Hint("name that site's address if it is meant")
	case errors.Is(err, context.DeadlineExceeded):
		return fault.Wrap(err, fault.Unavailable, "the server did not answer within %v", timeout).At("%s", address).Hint("try again later")
	case errors.As(err, &dns):
		return fault.Wrap(err, fault.NotFound, "there is no host %q", dns.Name).At("%s", address).Hint("check the address and the network")
	}
	return fault.Wrap(err, fault.Unavailable, "it cannot be fetched: %v", errors.Unwrap(err)).At("%s", address).Hint("check the address and the network")
}

var (
	paceMu   sync.Mutex
	paceNext = map[string]time.Time{}
)

// pace waits until the host may be asked again.
func pace(ctx context.Context, host string, pause time.Duration) {
	if pause < 0 {
		return
	}
	if pause == 0 {
		pause = time.Second
	}
	paceMu.Lock()
	now := time.Now()
	at := paceNext[host]
	if at.Before(now) {
		at = now
	}
	paceNext[host] = at.Add(pause)
	paceMu.Unlock()
	select {
	case <-time.After(at.Sub(now)):
	case <-ctx.Done():
	}
}
