package rights

import (
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/fault"
)

var now = time.Date(2026, 3, 5, 10, 0, 0, 0, time.UTC)

// Every step from every state: what may follow, and that nothing else does.
func TestWalkOfARequest(t *testing.T) {
	steps := map[string]func(*Request) error{
		"confirm":  func(r *Request) error { return r.Confirm(now) },
		"withdraw": func(r *Request) error { return r.Withdraw(now) },
		"grant":    func(r *Request) error { return r.Grant("officer", now) },
		"refuse":   func(r *Request) error { return r.Refuse("officer", "a reason", now) },
	}
	want := map[State]map[string]State{ // empty: refused
		Unverified: {"confirm": Waiting, "withdraw": Withdrawn},
		Waiting:    {"confirm": Waiting, "withdraw": Withdrawn, "grant": Granted, "refuse": Refused},
		Granted:    {"confirm": Granted},
		Refused:    {"confirm": Refused, "grant": Granted},
		Withdrawn:  {"withdraw": Withdrawn},
	}
	for _, from := range States {
		for name, step := range steps {
			r := Request{State: from, Reason: "old"}
			err := step(&r)
			to, ok := want[from][name]
			switch {
			case ok && (err != nil || r.State != to):
				t.Errorf("%s, %s: %s %v", from, name, r.State, err)
			case !ok && (!fault.Is(err, fault.Conflict) || r != Request{State: from, Reason: "old"}):
				t.Errorf("%s, %s: must change nothing, and say so: %+v %v", from, name, r, err)
			}
		}
	}
	r := Request{State: Waiting}
	if err := r.Refuse("officer", " \n", now); !fault.Is(err, fault.Invalid) || r.State != Waiting {
		t.Errorf("a refusal without a reason: %v", err)
	}
	if err := r.Refuse("officer", " not ours ", now); err != nil || r.Reason != "not ours" || r.By != "officer" || !r.Closed.Equal(now) {
		t.Errorf("%+v %v", r, err)
	}
	if err := r.Grant("other", now); err != nil || r.Reason != "" || r.By != "other" {
		t.Errorf("thought over: %+v %v", r, err)
	}
}

func TestFlaws(t *testing.T) {
	good := Request{Name: "A. Asker", Email: "a@example.org", Purpose: "A\nreader", Where: "https://example.org", Until: "2026-03-05"}
	if f := good.Flaws(now); f != nil {
		t.Errorf("%v", f)
	}
	for _, c := range []struct {
		change func(*Request)
		want   string
	}{
		{func(r *Request) { r.Name = " " }, "name"},
		{func(r *Request) { r.Name = "A\r\nBcc: x@y.z" }, "name"},
		{func(r *Request) { r.Organisation = "A\u2028B" }, "organisation"},
		{func(r *Request) { r.Email = "nobody" }, "email"},
		{func(r *Request) { r.Purpose = "" }, "purpose"},
		{func(r *Request) { r.Purpose = strings.Repeat("ә", 4001) }, "purpose"},
		{func(r *Request) { r.Where = "" }, "where"},
		{func(r *Request) { r.Until = "2026-03-04" }, "until"},
		{func(r *Request) { r.Until = "2026-02-30" }, "until"},
		{func(r *Request) { r.Until = "9999-01-01" }, "until"},
	} {
		r := good
		c.change(&r)
		if f := r.Flaws(now); !slices.Equal(f, []string{c.want}) {
			t.Errorf("%+v: %v, want %s", r, f, c.want)
		}
	}
}

func TestSecret(t *testing.T) {
	s := Secret("0123456789abcdef0123456789abcdef")
	for _, id := range []int64{1, 1000, 1 << 60} {
		key := s.RequestKey(id)
		if got, ok := s.RequestOf(key); !ok || got != id {
			t.Errorf("%s opens %d", key, got)
		}
		other := s.RequestKey(id + 1)
		forged := key[:strings.IndexByte(key, '-')] + other[strings.IndexByte(other, '-'):]
		for _, bad := range []string{"", "-", "1-", forged, key + "x", strings.ToUpper(key), key[:len(key)-1]} {
			if _, ok := s.RequestOf(bad); ok {
				t.Errorf("%q opens a request", bad)
			}
		}
	}
	if _, ok := Secret(nil).RequestOf(Secret(nil).RequestKey(1)); ok {
		t.Error("a site without a secret must open nothing")
	}
	token := s.FormToken(now, "article/1")
	for _, c := range []struct {
		token, about string
		after        time.Duration
		want         Filled
	}{
		{token, "article/1", 4 * time.Second, InTime}, {token, "article/1", time.Second, TooFast}, {token, "article/1", 25 * time.Hour, TooLate},
		{token, "article/2", 4 * time.Second, Forged}, {"", "article/1", 4 * time.Second, Forged}, {"0-" + token, "article/1", 4 * time.Second, Forged},
		{s.FormToken(now.Add(-time.Hour), "article/1")[:9] + token[9:], "article/1", 4 * time.Second, Forged},
	} {
		if got := s.FormFilled(c.token, c.about, now.Add(c.after)); got != c.want {
			t.Errorf("%q for %s after %v: %d, want %d", c.token, c.about, c.after, got, c.want)
		}
	}
}
