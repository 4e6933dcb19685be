package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Whoever asks through proxies of ours has his own address, and nobody can
// take another's by writing it into a header.
func TestBehindProxies(t *testing.T) {
	const (
		proxy, inner, visitor, forged = "10.0.0.1:4711", "10.0.0.2", "203.0.113.7", "198.51.100.9"
	)
	for _, c := range []struct {
		name, from string
		headers    [][2]string
		forwarded  bool
		want       string
	}{
		{"nobody between", visitor + ":5000", nil, false, visitor + ":5000"},
		{"nobody between, and a forged header", visitor + ":5000", [][2]string{{"X-Forwarded-For", forged}}, false, visitor + ":5000"},
		{"a proxy", proxy, [][2]string{{"X-Forwarded-For", visitor}}, false, visitor + ":0"},
		{"a proxy that says nothing", proxy, nil, false, proxy},
		{"forged before the proxy's word", proxy, [][2]string{{"X-Forwarded-For", forged + ", " + visitor}}, false, visitor + ":0"},
		{"forged in a line of its own", proxy, [][2]string{{"X-Forwarded-For", forged}, {"X-Forwarded-For", visitor}}, false, visitor + ":0"},
		{"forged as one of our proxies", proxy, [][2]string{{"X-Forwarded-For", inner + ", " + visitor}}, false, visitor + ":0"},
		{"two proxies", proxy, [][2]string{{"X-Forwarded-For", forged + ", " + visitor + ", " + inner}}, false, visitor + ":0"},
		{"only proxies: the one furthest away", proxy, [][2]string{{"X-Forwarded-For", "10.9.9.9, " + inner}}, false, "10.9.9.9:0"},
		{"no address", proxy, [][2]string{{"X-Forwarded-For", forged + ", unknown"}}, false, proxy},
		{"with a port", proxy, [][2]string{{"X-Forwarded-For", visitor + ":9999"}}, false, visitor + ":0"},
		{"IPv6", "[fd00::1]:80", [][2]string{{"X-Forwarded-For", "2001:db8::7"}}, false, "[2001:db8::7]:0"},
		{"IPv4 within IPv6", "[::ffff:10.0.0.1]:80", [][2]string{{"X-Forwarded-For", "::ffff:" + visitor}}, false, visitor + ":0"},
		{"the other header", proxy, [][2]string{{"Forwarded", "for=" + forged}, {"X-Forwarded-For", visitor}}, false, visitor + ":0"},
		{"Forwarded", proxy, [][2]string{{"Forwarded", `for=` + forged + `, for="` + visitor + `:80";proto=https;by=10.0.0.1`}}, true, visitor + ":0"},
		{"Forwarded, IPv6", proxy, [][2]string{{"Forwarded", `proto=http;For="[2001:db8:cafe::17]:4711"`}}, true, "[2001:db8:cafe::17]:0"},
		{"Forwarded, hidden", proxy, [][2]string{{"Forwarded", `for=` + forged + `, for=_hidden`}}, true, proxy},
		{"Forwarded, a quoted comma", proxy, [][2]string{{"Forwarded", `for=` + visitor + `;ext="a,for=` + forged + `"`}}, true, visitor + ":0"},
		{"Forwarded where that is read alone", proxy, [][2]string{{"X-Forwarded-For", forged}}, true, proxy},
	} {
		p, err := TrustProxies([]string{"10.0.0.0/8", "fd00::1", " "}, c.forwarded)
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.from
		for _, h := range c.headers {
			r.Header.Add(h[0], h[1])
		}
		got := ""
		p.Behind(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = r.RemoteAddr })).ServeHTTP(httptest.NewRecorder(), r)
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if _, err := TrustProxies([]string{"10.0.0.0/33"}, false); err == nil {
		t.Error("a network that is none was taken")
	}
}
