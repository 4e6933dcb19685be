package intake

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"

	"shanyraq/internal/fault"
)

// largestLook is how much of a page Look reads, in bytes.
const largestLook = 4 << 20

// Look fetches one page that somebody at the desk has named, to look at it:
// nothing is imported. It goes to the public web only, so that nobody reaches
// the machines behind us through it, by name, by number or by a redirect.
func Look(ctx context.Context, address string) ([]byte, error) {
	return look(ctx, address, public)
}

// public reports whether an address of the network is one of the public web.
func public(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsGlobalUnicast() && !a.IsPrivate() && !shared.Contains(a) && !translated.Contains(a)
}

// Addresses that are global in form only: those shared by a carrier (RFC
// 6598), and IPv4 behind a translator (RFC 6052).
var (
	shared     = netip.MustParsePrefix("100.64.0.0/10")
	translated = netip.MustParsePrefix("64:ff9b::/96")
)

func look(ctx context.Context, address string, may func(netip.Addr) bool) ([]byte, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fault.New(fault.Invalid, "only http and https addresses can be fetched").At("%s", address).Hint("write it as https://example.org/article")
	}
	const timeout = 25 * time.Second
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	// The check is of the address that is connected to, after all names are
	// resolved: a name that changes its mind changes nothing.
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: func(_, at string, _ syscall.RawConn) error {
		ap, err := netip.ParseAddrPort(at)
		if err != nil || !may(ap.Addr()) {
			return fault.New(fault.Forbidden, "the address is not one of the public web")
		}
		return nil
	}}
	client := &http.Client{
		Transport: &http.Transport{DialContext: dialer.DialContext, Proxy: nil, DisableKeepAlives: true, ResponseHeaderTimeout: 15 * time.Second, TLSHandshakeTimeout: 10 * time.Second},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fault.New(fault.Unavailable, "the address leads on and on")
			}
			return nil
		},
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "the address cannot be asked for").At("%s", address)
	}
	r.Header.Set("User-Agent", "Shanyraq (looks for a link to its own text)")
	r.Header.Set("Accept", "text/html")
	resp, err := client.Do(r)
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "the page cannot be fetched").At("%s", address).Hint("open it in a browser, and try again later")
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fault.New(fault.Unavailable, "the server answered %d", resp.StatusCode).At("%s", address).Hint("open it in a browser, and try again later")
	}
	page, err := io.ReadAll(io.LimitReader(resp.Body, largestLook))
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "the page broke off").At("%s", address)
	}
	return page, nil
}
