package subscribe

import (
	"strings"
	"testing"
	"time"

	"shanyraq/internal/rights"
)

func TestNext(t *testing.T) {
	for _, c := range []struct {
		often     Often
		now, want string
	}{
		{Daily, "2026-11-28T02:59:59Z", "2026-11-28T03:00:00Z"}, {Daily, "2026-11-28T03:00:00Z", "2026-11-29T03:00:00Z"},
		{Daily, "2026-12-31T20:00:00+05:00", "2027-01-01T03:00:00Z"},
		{Weekly, "2026-11-28T02:00:00Z", "2026-11-30T03:00:00Z"}, {Weekly, "2026-11-30T02:00:00Z", "2026-11-30T03:00:00Z"}, {Weekly, "2026-11-30T03:00:00Z", "2026-12-07T03:00:00Z"},
	} {
		now, _ := time.Parse(time.RFC3339, c.now)
		if got := Next(c.often, now).Format(time.RFC3339); got != c.want {
			t.Errorf("%s after %s: %s, want %s", c.often, c.now, got, c.want)
		}
	}
	if !Next(Once, time.Now()).IsZero() {
		t.Error("a letter for each article has no hour")
	}
}

func TestKeys(t *testing.T) {
	secret := rights.Secret("0123456789abcdef0123456789abcdef")
	key := Key(secret, 1234)
	if id, ok := Of(secret, key); !ok || id != 1234 {
		t.Errorf("%q opens %d %v", key, id, ok)
	}
	n, mac, _ := strings.Cut(key, "-")
	for _, bad := range []string{"", "-", n, n + "-", "yb-" + mac, key[:len(key)-1], secret.RequestKey(1234)} {
		if id, ok := Of(secret, bad); ok {
			t.Errorf("%q opens %d", bad, id)
		}
	}
	if _, ok := Of(nil, Key(nil, 1)); ok {
		t.Error("a site without a secret opens nothing")
	}
	a, hash := NewToken()
	b, _ := NewToken()
	if a == b || Hash(a) != hash || strings.Contains(hash, a) {
		t.Errorf("%q %q %q", a, b, hash)
	}
}

func TestMasked(t *testing.T) {
	for email, want := range map[string]string{"aliya@example.org": "a…@example.org", "ә@example.org": "ә…@example.org", "nothing": "…", "@example.org": "…"} {
		if got := Masked(email); got != want {
			t.Errorf("%q shows %q", email, got)
		}
	}
}
