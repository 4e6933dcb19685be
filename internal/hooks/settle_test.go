package hooks

import (
	"testing"
	"time"
)

// An event that is refused again and again is tried ten times over three days;
// then the endpoint is told no more.
func TestAnEndpointThatOnlyFailsIsGivenUp(t *testing.T) {
	for _, o := range []Outcome{{Status: 500, Why: Refused}, {Why: NoAnswer}} {
		p := Endpoint{ID: 1, State: On}
		d := Delivery{ID: 2, Result: Waiting}
		at, attempts := now, 0
		for p.State == On && attempts < 100 {
			attempts++
			d.Attempts = attempts
			ended := Settle(&p, &d, o, at)
			if ended != (p.State != On) {
				t.Errorf("attempt %d: ended %v in state %s", attempts, ended, p.State)
			}
			if o.Why == NoAnswer != p.Rests.After(at) || p.Rests.Sub(at) > longestRest {
				t.Errorf("%s: attempt %d: it rests for %v", o.Why, attempts, p.Rests.Sub(at))
			}
			at = d.Due
		}
		if attempts != Attempts || p.State != Failing || d.Result != Failure || p.Failed != now {
			t.Errorf("%s: after %d attempts the endpoint is %+v, the delivery %+v", o.Why, attempts, p, d)
		}
	}
}

func TestSettle(t *testing.T) {
	started := now.Add(-time.Hour)
	fresh := func() (Endpoint, Delivery) {
		return Endpoint{ID: 1, State: On, Failed: started, Silent: 3, Rests: now}, Delivery{ID: 2, Result: Waiting, Attempts: 3}
	}
	p, d := fresh()
	if Settle(&p, &d, Outcome{Status: 204}, now); d.Result != Delivered || d.Status != 204 || !p.Failed.IsZero() || p.Silent != 0 || !p.Rests.IsZero() {
		t.Errorf("a success: %+v %+v", p, d)
	}
	p, d = fresh()
	if ended := Settle(&p, &d, Outcome{Status: 410, Why: Refused}, now); !ended || p.State != Gone || d.Result != Failure {
		t.Errorf("gone: %+v %+v", p, d)
	}
	p, d = fresh()
	if Settle(&p, &d, Outcome{Status: 429, Why: Refused, Later: 2 * time.Hour}, now); p.Rests != now.Add(2*time.Hour) || d.Due.Before(p.Rests) || p.Silent != 0 || d.Result != Waiting {
		t.Errorf("too many: %+v %+v", p, d)
	}
	p, d = fresh()
	if Settle(&p, &d, Outcome{Status: 502, Why: Refused}, now); !p.Rests.After(now) || d.Due != now.Add(Wait(3, 2)) {
		t.Errorf("under load: %+v %+v", p, d)
	}
	p, d = fresh()
	if Settle(&p, &d, Outcome{Status: 500, Why: Refused}, now); !p.Rests.IsZero() || p.Failed != started || p.State != On {
		t.Errorf("one bad event holds up the others: %+v", p)
	}
	p, d = fresh()
	d.Event.Kind, p.Failed = Test, now.Add(-100*24*time.Hour)
	if ended := Settle(&p, &d, Outcome{Why: NoHost}, now); ended || d.Result != Failure || p.State != On {
		t.Errorf("a test that fails: %+v %+v", p, d)
	}
}
