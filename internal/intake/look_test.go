package intake

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

func TestPublic(t *testing.T) {
	for a, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1:248:1893:25c8:1946": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "0.0.0.0": false, "100.64.1.1": false, "224.0.0.1": false,
		"::1": false, "fe80::1": false, "fd00::1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "64:ff9b::7f00:1": false, "::": false,
	} {
		if got := public(netip.MustParseAddr(a)); got != want {
			t.Errorf("%s: %v", a, got)
		}
	}
}

func TestLook(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/large":
			w.Write([]byte(strings.Repeat("a", largestLook+10)))
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		default:
			w.Write([]byte("page"))
		}
	}))
	defer inside.Close()
	if _, err := Look(t.Context(), inside.URL); !fault.Is(err, fault.Unavailable) {
		t.Errorf("a machine behind us was reached: %v", err)
	}
	if _, err := Look(t.Context(), strings.Replace(inside.URL, "127.0.0.1", "localhost", 1)); err == nil {
		t.Error("a machine behind us was reached by its name")
	}
	all := func(netip.Addr) bool { return true }
	if page, err := look(t.Context(), inside.URL, all); err != nil || string(page) != "page" {
		t.Errorf("%q %v", page, err)
	}
	if page, err := look(t.Context(), inside.URL+"/large", all); err != nil || len(page) != largestLook {
		t.Errorf("%d bytes %v", len(page), err)
	}
	for _, path := range []string{"/gone", "/round"} {
		if _, err := look(t.Context(), inside.URL+path, all); !fault.Is(err, fault.Unavailable) {
			t.Errorf("%s: %v", path, err)
		}
	}
	for _, bad := range []string{"file:///etc/passwd", "ftp://example.org", "//example.org", ""} {
		if _, err := Look(t.Context(), bad); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
