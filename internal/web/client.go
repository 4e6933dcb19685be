package web

import (
	"net"
	"net/http"
	"net/netip"
	"strings"

	"shanyraq/internal/fault"
)

// Proxies are the machines before the program that are believed when they say
// for whom they ask. All that is counted or limited by network address (views,
// forms, attempts to sign in, lines of the audit log) reads RemoteAddr, and
// Behind puts the asker's there.
type Proxies struct {
	trusted []netip.Prefix
	// Forwarded says that they write the header of RFC 7239, and not
	// X-Forwarded-For. Only one of the two is read: a proxy that writes one
	// hands on whatever its asker put into the other.
	Forwarded bool
}

// TrustProxies reads networks in CIDR notation, or single addresses.
func TrustProxies(networks []string, forwarded bool) (Proxies, error) {
	p := Proxies{Forwarded: forwarded}
	for _, s := range networks {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		prefix, err := netip.ParsePrefix(s)
		if err != nil {
			a, e := netip.ParseAddr(s)
			if e != nil {
				return p, fault.Wrap(err, fault.Invalid, "%q is no network of proxies", s).Hint("write it as 10.0.0.0/8, or as one address")
			}
			prefix = netip.PrefixFrom(a, a.BitLen())
		}
		p.trusted = append(p.trusted, prefix.Masked())
	}
	return p, nil
}

func (p Proxies) trusts(a netip.Addr) bool {
	for _, t := range p.trusted {
		if t.Contains(a) {
			return true
		}
	}
	return false
}

// Behind gives handlers the address of whoever asks instead of that of a
// trusted proxy: going from the connection backwards through what each
// proxy says it was asked by, the first that is no proxy of ours. What stands
// further back was written by the asker and counts for nothing.
func (p Proxies) Behind(h http.Handler) http.Handler {
	if len(p.trusted) == 0 {
		return h
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if at, ok := addressOf(r.RemoteAddr); ok && p.trusts(at) {
			if client := p.client(at, r.Header); client != at {
				again := *r // only the address differs
				again.RemoteAddr = netip.AddrPortFrom(client, 0).String()
				r = &again
			}
		}
		h.ServeHTTP(w, r)
	})
}

func (p Proxies) client(at netip.Addr, h http.Header) netip.Addr {
	hops := strings.Split(strings.Join(h["X-Forwarded-For"], ","), ",")
	if p.Forwarded {
		hops = forwardedFor(strings.Join(h["Forwarded"], ","))
	}
	for i := len(hops) - 1; i >= 0; i-- {
		a, ok := addressOf(strings.TrimSpace(hops[i]))
		if !ok { // "unknown", a made-up name, nothing: the last proxy is as near as we get
			return at
		}
		if at = a; !p.trusts(a) {
			return a
		}
	}
	return at
}

// forwardedFor gives the "for" of each element of a Forwarded header: empty
// for one without.
func forwardedFor(s string) (out []string) {
	for _, element := range splitQuoted(s, ',') {
		hop := ""
		for _, pair := range splitQuoted(element, ';') {
			name, value, _ := strings.Cut(strings.TrimSpace(pair), "=")
			if strings.EqualFold(name, "for") {
				hop = strings.Trim(value, `"`)
			}
		}
		out = append(out, hop)
	}
	return out
}

func splitQuoted(s string, at byte) (out []string) {
	quoted, from := false, 0
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == at && !quoted:
			out = append(out, s[from:i])
			from = i + 1
		}
	}
	return append(out, s[from:])
}

// addressOf reads an address with or without a port, an IPv6 one in brackets
// or not; IPv4 within IPv6 is IPv4.
func addressOf(s string) (netip.Addr, bool) {
	if host, _, err := net.SplitHostPort(s); err == nil {
		s = host
	}
	a, err := netip.ParseAddr(strings.Trim(s, "[]"))
	return a.Unmap().WithZone(""), err == nil
}
