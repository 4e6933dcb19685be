package hooks

import (
	"net/netip"

	"shanyraq/internal/fault"
)

// ParseAllow reads what the operator lets through: a network such as
// 10.1.0.0/16, or one address.
func ParseAllow(list []string) (g Guard, err error) {
	for _, s := range list {
		p, err := netip.ParsePrefix(s)
		if err != nil {
			a, e := netip.ParseAddr(s)
			if e != nil {
				return Guard{}, fault.Wrap(err, fault.Invalid, "%q is no network", s).Hint("write it as 10.1.0.0/16, or one address as 10.1.2.3")
			}
			p = netip.PrefixFrom(a, a.BitLen())
		}
		g.Allow = append(g.Allow, p.Masked())
	}
	return g, nil
}
