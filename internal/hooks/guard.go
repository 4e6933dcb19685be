package hooks

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"shanyraq/internal/fault"
)

// Guard says which network addresses may be asked. The zero value lets only
// public ones through: who may name an address that we ask must not reach
// through us into the network that we stand in.
type Guard struct {
	Allow []netip.Prefix // asked all the same
}

// closed are the networks that are not of the public internet (IANA's
// registries of special-purpose addresses, RFC 6890 and its updates), and
// those in which an address of another kind may hide: IPv4 in IPv6 by NAT64,
// 6to4 and Teredo.
var closed = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
	"192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
	"fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
)

func prefixes(list ...string) (out []netip.Prefix) {
	for _, s := range list {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}

// Lets reports whether an address may be asked.
func (g Guard) Lets(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsValid() {
		return false
	}
	for _, p := range g.Allow {
		if p.Contains(a) {
			return true
		}
	}
	for _, p := range closed {
		if p.Contains(a) {
			return false
		}
	}
	return a.IsGlobalUnicast()
}

// maxAddress bounds an address that we ask, in bytes.
const maxAddress = 2000

func control(c rune) bool { return unicode.IsControl(c) || c == unicode.ReplacementChar }

// Address reads an address that we may be told to ask: http or https, a host,
// no user, no fragment. One that names a closed network by its number is
// refused here; where a name leads is known only when it is asked.
func (g Guard) Address(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	wrong := err != nil || len(s) > maxAddress || strings.ContainsFunc(s, func(c rune) bool { return control(c) || unicode.IsSpace(c) || c == '\\' })
	if wrong || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || u.User != nil || u.Opaque != "" || strings.Contains(s, "#") {
		return nil, fault.New(fault.Invalid, "%q is no address that can be told anything", clip(s)).Hint("write it whole, as https://example.org/hook, without a name, a password or a part behind #")
	}
	if p := u.Port(); p != "" || strings.HasSuffix(u.Host, ":") {
		if n, err := strconv.ParseUint(p, 10, 16); err != nil || n == 0 {
			return nil, fault.New(fault.Invalid, "%q is no port", p).Hint("leave it out, or give a number up to 65535")
		}
	}
	if a, err := netip.ParseAddr(u.Hostname()); err == nil && !g.Lets(a) {
		return nil, Closed(a.String())
	}
	return u, nil
}

// Closed is the error about an address that may not be asked.
func Closed(address string) error {
	return fault.New(fault.Forbidden, "%s is not an address of the public internet", address).Hint("the operator may let it through with --reach")
}

func clip(s string) string {
	if len(s) > 200 {
		return strings.ToValidUTF8(s[:200], "") + "…"
	}
	return s
}
