package hooks

import (
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/fault"
)

func form(pairs ...string) url.Values {
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return v
}

func TestParseRequest(t *testing.T) {
	good := []string{"hub.mode", "subscribe", "hub.topic", "https://news.example/kk/feed.atom", "hub.callback", "https://reader.example/cb?x=%20y"}
	r, err := (Guard{}).ParseRequest(form(append(good, "hub.secret", "s", "hub.lease_seconds", "86400", "unknown", "1")...))
	if err != nil || r.Lease != 24*time.Hour || r.Secret != "s" || r.Mode != Subscribe {
		t.Errorf("%+v, %v", r, err)
	}
	if want := "https://reader.example/cb?x=%20y&hub.mode=subscribe&hub.topic=https%3A%2F%2Fnews.example%2Fkk%2Ffeed.atom&hub.challenge=a%2Bb&hub.lease_seconds=86400"; r.Verify("a+b") != want {
		t.Errorf("verified at %s", r.Verify("a+b"))
	}
	for lease, want := range map[string]time.Duration{"": usualLease, "1": shortestLease, "99999999999": longestLease, "18446744073709551": longestLease} {
		if r, err := (Guard{}).ParseRequest(form(append(good, "hub.lease_seconds", lease)...)); err != nil || r.Lease != want {
			t.Errorf("lease %q: %v, %v", lease, r.Lease, err)
		}
	}
	u, err := (Guard{}).ParseRequest(form("hub.mode", "unsubscribe", "hub.topic", "t", "hub.callback", "https://reader.example", "hub.lease_seconds", "nonsense"))
	if err != nil || u.Verify("c") != "https://reader.example?hub.mode=unsubscribe&hub.topic=t&hub.challenge=c" {
		t.Errorf("%+v %q %v", u, u.Verify("c"), err)
	}
	for name, bad := range map[string]url.Values{
		"no mode":          form("hub.topic", "t", "hub.callback", "https://reader.example/"),
		"another mode":     form("hub.mode", "publish", "hub.topic", "t", "hub.callback", "https://reader.example/"),
		"two callbacks":    form(append(good, "hub.callback", "https://other.example/")...),
		"no topic":         form("hub.mode", "subscribe", "hub.callback", "https://reader.example/"),
		"long topic":       form("hub.mode", "subscribe", "hub.topic", strings.Repeat("t", maxAddress+1), "hub.callback", "https://reader.example/"),
		"private callback": form("hub.mode", "subscribe", "hub.topic", "t", "hub.callback", "http://192.168.0.1/"),
		"mail":             form("hub.mode", "subscribe", "hub.topic", "t", "hub.callback", "http://mail.example:25/"),
		"long secret":      form(append(good, "hub.secret", strings.Repeat("s", 200))...),
		"lease of zero":    form(append(good, "hub.lease_seconds", "0")...),
		"negative lease":   form(append(good, "hub.lease_seconds", "-1")...),
		"lease in words":   form(append(good, "hub.lease_seconds", "a day")...),
	} {
		if r, err := (Guard{}).ParseRequest(bad); err == nil {
			t.Errorf("%s: %+v", name, r)
		}
	}
	if got := HubSignature("key", []byte("The quick brown fox jumps over the lazy dog")); got != "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8" {
		t.Errorf("signature %s", got)
	}
}

// What is taken is an address whose host is no closed one, and verifying keeps
// the callback as it was and adds our fields behind.
func FuzzParseRequest(f *testing.F) {
	f.Add("hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2F&hub.callback=https%3A%2F%2Fb.example%2F%3Fc%3Dd&hub.secret=s&hub.lease_seconds=100")
	f.Add("hub.mode=unsubscribe&hub.topic=t&hub.callback=http%3A%2F%2F8.8.8.8%3A8080%3F")
	f.Add("hub.mode=subscribe&hub.topic=t&hub.callback=http%3A%2F%2F%5B%3A%3A1%5D")
	f.Add("hub.callback=a&hub.callback=b;;&%zz")
	f.Fuzz(func(t *testing.T, body string) {
		v, _ := url.ParseQuery(body)
		r, err := (Guard{}).ParseRequest(v)
		if err != nil {
			if fault.KindOf(err) == fault.Internal {
				t.Errorf("%q: %v", body, err)
			}
			return
		}
		if r.Lease < shortestLease || r.Lease > longestLease || len(r.Secret) >= 200 {
			t.Errorf("out of bounds: %+v", r)
		}
		u, err := url.Parse(r.Verify("chal&lenge"))
		if err != nil || !strings.HasPrefix(u.String(), strings.TrimSuffix(r.Callback, "?")) && u.Host == "" {
			t.Fatalf("%q is verified at %q: %v", r.Callback, r.Verify("c"), err)
		}
		last := u.RawQuery[strings.LastIndex(u.RawQuery, "hub.mode="):]
		q, err := url.ParseQuery(last)
		if err != nil || q.Get("hub.challenge") != "chal&lenge" || q.Get("hub.topic") != r.Topic || q.Get("hub.mode") != r.Mode {
			t.Errorf("%q asks %q", r.Callback, last)
		}
	})
}

// What is taken as an address goes to the host that it names.
func FuzzAddress(f *testing.F) {
	for _, s := range badAddresses {
		f.Add(s)
	}
	f.Add("https://example.org:8443/a?b=c")
	f.Fuzz(func(t *testing.T, s string) {
		u, err := (Guard{}).Address(s)
		if err != nil {
			return
		}
		again, err := url.Parse(u.String())
		if err != nil || again.Host != u.Host || again.User != nil || again.Fragment != "" || again.Scheme != "http" && again.Scheme != "https" {
			t.Errorf("%q becomes %q", s, u)
		}
		if a, err := netip.ParseAddr(u.Hostname()); err == nil && !(Guard{}).Lets(a) {
			t.Errorf("%q goes to %s", s, a)
		}
	})
}
