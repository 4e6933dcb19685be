package hooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)

// The vector that the reference libraries of Standard Webhooks test with.
func TestSignatureIsThatOfStandardWebhooks(t *testing.T) {
	got, err := Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", time.Unix(1614265330, 0), []byte(`{"test": 2432232314}`))
	if want := "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; got != want || err != nil {
		t.Errorf("signed %q, %v, want %q", got, err, want)
	}
}

// verified checks a message as a receiver would who has read only the
// specification.
func verified(h map[string]string, body, secret string) bool {
	k, err := base64.StdEncoding.DecodeString(strings.Split(secret, "_")[1])
	if err != nil {
		return false
	}
	for part := range strings.FieldsSeq(h["Webhook-Signature"]) {
		version, b64, _ := strings.Cut(part, ",")
		m := hmac.New(sha256.New, k)
		fmt.Fprintf(m, "%s.%s.%s", h["Webhook-Id"], h["Webhook-Timestamp"], body)
		sum, err := base64.StdEncoding.DecodeString(b64)
		if version == "v1" && err == nil && hmac.Equal(sum, m.Sum(nil)) {
			return true
		}
	}
	return false
}

func TestTwoSecretsSignWhileOneIsReplaced(t *testing.T) {
	p := Endpoint{Secret: NewSecret(), Old: NewSecret(), OldEnd: now.Add(OldSecretLife)}
	body := `{"a":"қ"}`
	h, err := Headers("evt_1", now, []byte(body), p.Secrets(now)...)
	if err != nil {
		t.Fatal(err)
	}
	if !verified(h, body, p.Secret) || !verified(h, body, p.Old) {
		t.Errorf("not both secrets verify: %v", h)
	}
	if verified(h, body+" ", p.Secret) || verified(h, body, NewSecret()) {
		t.Error("another body or another secret verifies")
	}
	if h["Webhook-Timestamp"] != "1803891600" {
		t.Errorf("the time is %s", h["Webhook-Timestamp"])
	}
	h, _ = Headers("evt_1", now, []byte(body), p.Secrets(p.OldEnd)...)
	if verified(h, body, p.Old) || !verified(h, body, p.Secret) {
		t.Error("the secret before signs when its time is over")
	}
	for _, bad := range []string{"", "whsec_", "whsec_!", "whsec_" + base64.StdEncoding.EncodeToString(make([]byte, 23))} {
		if s, err := Sign(bad, "evt_1", now, nil); err == nil {
			t.Errorf("%q signs: %s", bad, s)
		}
	}
}

func TestBodyIsThinAndWhole(t *testing.T) {
	e := Event{ID: 7, Kind: Moved, At: now, Article: 12, Group: 9, Language: "kk", Section: "news", Path: "/kk/b", Was: "/kk/a", State: "published", Revision: 3, Title: `“Қ” <b> & \u2028`}
	body := string(Body(e, "https://news.example"))
	want := `{"type":"article.moved","timestamp":"2027-03-01T09:00:00Z","data":{"id":12,"group":9,"language":"kk","section":"news","state":"published","revision":3,"address":"https://news.example/kk/b","was":"https://news.example/kk/a","title":"“Қ” <b> & \\u2028"}}`
	if body != want {
		t.Errorf("%s\nwant %s", body, want)
	}
	if !json.Valid([]byte(body)) || strings.Contains(e.Name(), ".") || e.Name() != "evt_7" {
		t.Error("the name has a dot, or the body is no JSON")
	}
}

func TestEndpointsChoose(t *testing.T) {
	e := Event{Kind: Published, Language: "kk", Section: "news/culture"}
	for _, c := range []struct {
		p    Endpoint
		want bool
	}{
		{Endpoint{}, true},
		{Endpoint{Kinds: []Kind{Withdrawn, Published}}, true},
		{Endpoint{Kinds: []Kind{Withdrawn}}, false},
		{Endpoint{Languages: []string{"ru"}}, false},
		{Endpoint{Languages: []string{"ru", "kk"}, Sections: []string{"news"}}, true},
		{Endpoint{Sections: []string{"news/culture"}}, true},
		{Endpoint{Sections: []string{"new", "news/cult"}}, false},
	} {
		if got := c.p.Wants(e); got != c.want {
			t.Errorf("%+v wants it: %v", c.p, got)
		}
	}
	if !(Endpoint{Kinds: []Kind{Withdrawn}}).Wants(Event{Kind: Test}) {
		t.Error("a test is not wanted")
	}
}

func TestScheduleGrowsAndScatters(t *testing.T) {
	var sum time.Duration
	for n := 1; n < Attempts; n++ {
		different := map[time.Duration]bool{}
		for id := range int64(50) {
			w := Wait(n, id)
			if w < schedule[n-1] || w > schedule[n-1]*6/5 {
				t.Errorf("after failure %d: %v", n, w)
			}
			if Wait(n, id) != w {
				t.Error("the same failure waits differently")
			}
			different[w] = true
		}
		if len(different) < 40 {
			t.Errorf("after failure %d, 50 deliveries come at %d moments", n, len(different))
		}
		sum += schedule[n-1]
	}
	if sum < GiveUpAfter || Attempts != 10 {
		t.Errorf("%d attempts in %v", Attempts, sum)
	}
	for header, want := range map[string]time.Duration{
		"": 0, "soon": 0, "120": 2 * time.Minute, "-5": 0, "99999999999999": longestAsked, "999999": longestAsked,
		"Mon, 01 Mar 2027 09:10:00 GMT": 10 * time.Minute, "Mon, 01 Mar 2027 08:00:00 GMT": 0, "Fri, 01 Mar 2047 08:00:00 GMT": longestAsked,
	} {
		if got := Later(header, now); got != want {
			t.Errorf("Retry-After %q: %v", header, got)
		}
	}
}

func TestGuardLetsThePublicInternetOnly(t *testing.T) {
	for addr, want := range map[string]bool{
		"8.8.8.8": true, "93.184.215.14": true, "2606:2800:21f:cb07::1": true, "2a00:1450:4001:81b::200e": true, "172.32.0.1": true, "100.128.0.1": true,
		"127.0.0.1": false, "127.8.8.8": false, "10.0.0.1": false, "172.31.255.255": false, "192.168.1.1": false, "169.254.169.254": false,
		"100.64.0.1": false, "100.100.100.200": false, "0.0.0.0": false, "255.255.255.255": false, "224.0.0.1": false, "198.18.0.1": false, "192.0.2.1": false,
		"::1": false, "::": false, "::ffff:127.0.0.1": false, "::ffff:8.8.8.8": true, "::127.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false,
		"2001:0:4136:e378:8000:63bf:3fff:fdd2": false, "fd00:ec2::254": false, "fc00::1": false, "fe80::1": false, "fe80::1%eth0": false, "ff02::1": false, "2001:db8::1": false,
	} {
		if got := (Guard{}).Lets(netip.MustParseAddr(addr)); got != want {
			t.Errorf("%s is let through: %v", addr, got)
		}
	}
	g, err := ParseAllow([]string{"10.1.0.0/16", "127.0.0.1", "fd00::/8"})
	if err != nil {
		t.Fatal(err)
	}
	for addr, want := range map[string]bool{"10.1.2.3": true, "10.2.0.1": false, "127.0.0.1": true, "::ffff:127.0.0.1": true, "127.0.0.2": false, "fd00::1": true, "8.8.8.8": true} {
		if got := g.Lets(netip.MustParseAddr(addr)); got != want {
			t.Errorf("with exceptions, %s is let through: %v", addr, got)
		}
	}
	if _, err := ParseAllow([]string{"intranet"}); err == nil {
		t.Error("a name passes for a network")
	}
	if (Guard{}).Lets(netip.Addr{}) {
		t.Error("no address at all is let through")
	}
}

var badAddresses = []string{
	"", "hook", "/hook", "//example.org/", "ftp://example.org/", "javascript:alert(1)", "https://", "https:///a", "https://a@example.org/", "https://a:b@example.org/",
	"https://example.org/#a", "https://example.org/#", "https://example.org:0/", "https://example.org:/", "https://example.org:70000/", "https://127.0.0.1/", "http://[::1]/",
	"https://169.254.169.254/latest/meta-data", "https://[::ffff:10.0.0.1]/", "https://[fe80::1%25eth0]/", "https://example.org/a b", "https://example.org/\n", "https://example.org\\@b/",
	"https://exa\u0085mple.org/", "https:example.org", "https://example.org/" + strings.Repeat("a", maxAddress),
}

func TestAddresses(t *testing.T) {
	for _, s := range badAddresses {
		if u, err := (Guard{}).Address(s); err == nil {
			t.Errorf("%q is taken: %v", s, u)
		}
	}
	for _, s := range []string{"https://example.org/hook?a=b&c=%20", "http://example.org:8080", "https://xn--80aaf.kz/", "https://8.8.8.8/", "https://хабар.қаз/сілтеме"} {
		if _, err := (Guard{}).Address(s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
	if err := (Endpoint{Address: "https://example.org/", Name: "a\nb"}).Check(Guard{}); err == nil {
		t.Error("a name of two lines is taken")
	}
	if err := (Endpoint{Address: "https://example.org/", Kinds: []Kind{"article.read"}}).Check(Guard{}); err == nil {
		t.Error("an event that is none is taken")
	}
}
