package rights

import (
	"testing"
	"time"

	"shanyraq/internal/fault"
)

var almaty = time.FixedZone("UTC+5", 5*3600)

func TestStanding(t *testing.T) {
	g := Grant{Until: "2026-03-05"}
	for at, want := range map[string]Standing{
		"2026-03-05T18:59:59Z": InForce, // 23:59:59 there: the last day is included
		"2026-03-05T19:00:00Z": Ended,
		"2020-01-01T00:00:00Z": InForce,
	} {
		when, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := g.On(when, almaty); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
	if got := (Grant{}).On(now.AddDate(500, 0, 0), almaty); got != InForce {
		t.Errorf("without an end: %s", got)
	}
	if err := g.Revoke("", now); err == nil {
		t.Error("taken back without a reason")
	}
	if err := g.Revoke("the text was not ours", now); err != nil || g.On(now, almaty) != TakenBack || g.On(now.Add(-time.Second), almaty) != InForce {
		t.Errorf("%v %s", err, g.On(now, almaty))
	}
	if err := g.Revoke("again", now); !fault.Is(err, fault.Conflict) {
		t.Errorf("twice: %v", err)
	}
}

func TestReminder(t *testing.T) {
	for until, want := range map[string]string{
		"":           "",
		"2026-03-07": "",                     // too near
		"2026-03-15": "2026-03-05T10:00:00Z", // now
		"2026-12-31": "2026-12-17T04:00:00Z", // 9 in the morning there
	} {
		at, ok := Grant{Until: until}.Reminder(now, almaty)
		if ok != (want != "") || ok && at.UTC().Format(time.RFC3339) != want {
			t.Errorf("until %q: %v %v, want %s", until, at.UTC(), ok, want)
		}
	}
}

func TestCheckGrant(t *testing.T) {
	good := Grant{To: "A reader", Wording: "To print the text once.", Giver: "B. Officer", Until: "2026-03-05", Oral: true, Said: "2026-03-05"}
	if err := good.Check(now, almaty); err != nil {
		t.Error(err)
	}
	for name, change := range map[string]func(*Grant){
		"no name":             func(g *Grant) { g.To = "" },
		"a name of two lines": func(g *Grant) { g.To = "a\nb" },
		"no words":            func(g *Grant) { g.Wording = " " },
		"nobody gives it":     func(g *Grant) { g.Giver = "" },
		"over":                func(g *Grant) { g.Until = "2026-03-04" },
		"no day":              func(g *Grant) { g.Until = "soon" },
		"said never":          func(g *Grant) { g.Said = "" },
		"said tomorrow":       func(g *Grant) { g.Said = "2026-03-06" },
	} {
		g := good
		change(&g)
		if err := g.Check(now, almaty); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNumber(t *testing.T) {
	n := Number(2026, 17, [4]byte{7, 15, 255, 32})
	if n != "2026-17-7FZ0" {
		t.Errorf("%s", n)
	}
	for _, typed := range []string{"2026-17-7fz0", " 2026–17–7FZO ", "2026 - 17 - 7fzo", "2O26-l7-7fz0"} {
		if got := Canonical(typed); got != n {
			t.Errorf("%q is read as %q", typed, got)
		}
	}
}
