package site

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// limit lets each key do something a number of times in a span of time, and
// after that again as the span goes by. It holds no more than some ten
// thousand keys, and forgets those whose time has passed.
type limit struct {
	burst int
	per   time.Duration

	mu   sync.Mutex
	seen map[string]use
}

// use is how much of the burst a key has left, and when that was so.
type use struct {
	left float64
	at   time.Time
}

const mostKeys = 10_000

// take uses one turn of a key, or reports that none is left.
func (l *limit) take(key string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.seen) >= mostKeys {
		for k, u := range l.seen {
			if now.Sub(u.at) >= l.per {
				delete(l.seen, k)
			}
		}
		if len(l.seen) >= mostKeys { // a crowd: nobody new until some are forgotten
			if _, known := l.seen[key]; !known {
				return false
			}
		}
	}
	u, known := l.seen[key]
	if !known {
		u = use{float64(l.burst), now}
	}
	if gone := now.Sub(u.at); gone > 0 { // a clock that jumps back gives nothing
		u.left = min(float64(l.burst), u.left+float64(l.burst)*float64(gone)/float64(l.per))
		u.at = now
	}
	ok := u.left >= 1
	if ok {
		u.left--
	}
	if l.seen == nil {
		l.seen = map[string]use{}
	}
	l.seen[key] = u
	return ok
}

// asker is the key of whoever sends a request: the network address; of an
// IPv6 address the first half, which is one household's.
func asker(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	ip := net.ParseIP(host)
	if ip == nil || ip.To4() != nil {
		return host
	}
	return ip.Mask(net.CIDRMask(64, 128)).String()
}

// loopback reports whether a host, with or without a port, is this machine.
func loopback(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
