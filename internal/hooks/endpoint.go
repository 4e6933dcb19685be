package hooks

import (
	"slices"
	"strings"
	"time"

	"shanyraq/internal/fault"
)

// State is whether an endpoint is told.
type State string

// The states. On is told. Off was switched off by a person, Failing ended
// after days without a success, Gone by the answer 410: the endpoint wants no
// more.
const (
	On      State = "on"
	Off     State = "off"
	Failing State = "failing"
	Gone    State = "gone"
)

// Endpoint is an address that is told of events.
type Endpoint struct {
	ID      int64
	Name    string // what people call it
	Address string
	State   State

	// What it is told of; an empty list is everything. Sections include what
	// is below them.
	Kinds     []Kind
	Sections  []string
	Languages []string

	Secret string    // what it is signed with: "whsec_…"
	Old    string    // the one before, which signs too until OldEnds; empty for none
	OldEnd time.Time // zero for none

	Failed  time.Time // since when no attempt has gone well; zero where the last did
	Silent  int       // attempts in a row that got no answer at all
	Rests   time.Time // not before which it is asked again, because it gave no answer
	Created time.Time
}

// MostEndpoints bounds how many a site has: every change is written for each.
const MostEndpoints = 50

// OldSecretLife is how long the secret before signs beside the new one.
const OldSecretLife = 24 * time.Hour

// GiveUpAfter is how long an endpoint may fail without one success before it
// is told no more: as long as the schedule of one event.
const GiveUpAfter = 72 * time.Hour

// Secrets gives what a message to the endpoint is signed with at a moment,
// the newest first.
func (p Endpoint) Secrets(now time.Time) []string {
	if p.Old != "" && now.Before(p.OldEnd) {
		return []string{p.Secret, p.Old}
	}
	return []string{p.Secret}
}

// Check refuses an endpoint that cannot be, with what to put right.
func (p Endpoint) Check(g Guard) error {
	if n := len(p.Name); n > 200 || strings.ContainsFunc(p.Name, control) {
		return fault.New(fault.Invalid, "the name of an endpoint is one line of up to 200 bytes").Hint("say it shorter")
	}
	for _, k := range p.Kinds {
		if !slices.Contains(Kinds(), k) {
			return fault.New(fault.Invalid, "there is no event %q", string(k)).Hint("choose of those that the page lists")
		}
	}
	_, err := g.Address(p.Address)
	return err
}

// Result is how a delivery stands.
type Result string

// The results. Waiting is yet to be sent, or sent again; Done was answered
// 2xx; Failed is tried no more by itself.
const (
	Waiting   Result = "waiting"
	Delivered Result = "delivered"
	Failure   Result = "failed"
)

// Delivery is one event on its way to one endpoint.
type Delivery struct {
	ID       int64
	Endpoint int64
	Event    Event
	Result   Result
	Attempts int
	Status   int           // of the last answer; 0 where none came
	Why      Why           // of the last failure
	Took     time.Duration // the last attempt
	Tried    time.Time     // zero where never
	Due      time.Time     // of the next attempt while it waits
}

// Why says in one word why an attempt failed; a door has the sentence.
type Why string

// The reasons.
const (
	NoAnswer  Why = "no-answer" // nothing came in time
	NoHost    Why = "no-host"   // there is no such name
	NoConnect Why = "no-connection"
	BadTLS    Why = "tls"     // its certificate is not to be trusted
	Private   Why = "private" // it leads to an address that may not be asked
	Redirects Why = "redirect"
	Refused   Why = "status" // any other answer but 2xx
)

// Silence reports that no answer came at all: what waits for the same
// endpoint would only wait as long again.
func (w Why) Silence() bool { return w == NoAnswer || w == NoConnect || w == NoHost }
