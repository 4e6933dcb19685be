package rights

import (
	"fmt"
	"strings"
	"time"

	"shanyraq/internal/fault"
)

// Grant is a permission given. Everything in it but Email and Officer is on
// its public page.
type Grant struct {
	ID       int64     `json:"id"`
	Number   string    `json:"number,omitempty"` // "2026-17-7F3K"
	Request  int64     `json:"request"`          // that it answers; 0 for one given without
	Article  int64     `json:"article"`
	To       string    `json:"to,omitempty"` // who may: an organisation, or a person
	Email    string    `json:"email,omitempty"`
	Language string    `json:"language,omitempty"` // of the wording, and of letters
	Wording  string    `json:"wording,omitempty"`  // what is granted
	Terms    string    `json:"terms,omitempty"`    // the conditions; empty for none
	Until    string    `json:"until,omitempty"`    // last day, "2026-12-31"; empty for no end
	Oral     bool      `json:"oral,omitempty"`     // said, and recorded here; else this is the writing
	Said     string    `json:"said,omitempty"`     // oral: the day it was said
	Giver    string    `json:"giver,omitempty"`    // who gave it
	Officer  string    `json:"officer,omitempty"`  // who wrote it down
	Granted  time.Time `json:"granted,omitzero"`
	Revoked  time.Time `json:"revoked,omitzero"` // zero while it stands
	Why      string    `json:"why,omitempty"`    // of the revocation
}

// Standing says whether a grant holds.
type Standing string

// InForce: it holds. Ended: its last day is over. TakenBack: it was revoked.
const (
	InForce   Standing = "in-force"
	Ended     Standing = "ended"
	TakenBack Standing = "revoked"
)

// On gives the grant's standing at a moment. The last day is included, by the
// clock of the zone.
func (g Grant) On(now time.Time, zone *time.Location) Standing {
	switch {
	case !g.Revoked.IsZero() && !now.Before(g.Revoked):
		return TakenBack
	case g.Until != "" && now.In(zone).Format(time.DateOnly) > g.Until:
		return Ended
	}
	return InForce
}

// RemindBefore is how long before the last day a reminder is due.
const RemindBefore = 14 * 24 * time.Hour

// Reminder gives when to remind of the end, and false where there is no end
// or it is too near to be worth a letter (within three days of now).
func (g Grant) Reminder(now time.Time, zone *time.Location) (time.Time, bool) {
	last, err := time.ParseInLocation(time.DateOnly, g.Until, zone)
	if err != nil || last.Before(now.Add(3*24*time.Hour)) {
		return time.Time{}, false
	}
	at := last.Add(-RemindBefore + 9*time.Hour) // in the morning
	if at.Before(now) {
		at = now
	}
	return at, true
}

// Check reports what is wrong with a grant that is to be given.
func (g Grant) Check(now time.Time, zone *time.Location) error {
	today := now.In(zone).Format(time.DateOnly)
	day := func(s string) bool { _, err := time.Parse(time.DateOnly, s); return err == nil }
	switch {
	case strings.TrimSpace(g.To) == "" || !OneLine(g.To):
		return fault.New(fault.Invalid, "a grant needs the name of whom it is given to, on one line").In("to")
	case strings.TrimSpace(g.Wording) == "":
		return fault.New(fault.Invalid, "a grant needs words that say what is granted").In("wording")
	case len([]rune(g.Wording)) > maxNote || len([]rune(g.Terms)) > maxNote:
		return fault.New(fault.TooLarge, "the words of a grant may have %d characters", maxNote).In("wording").Hint("say it shorter")
	case strings.TrimSpace(g.Giver) == "" || !OneLine(g.Giver):
		return fault.New(fault.Invalid, "a grant needs the name of who gives it, on one line").In("giver")
	case g.Until != "" && !day(g.Until):
		return fault.New(fault.Invalid, "%q is no day", g.Until).In("until").Hint("write it as 2026-12-31")
	case g.Until != "" && g.Until < today:
		return fault.New(fault.Invalid, "the last day, %s, is over", g.Until).In("until").Hint("give a later day, or none")
	case g.Oral && !day(g.Said):
		return fault.New(fault.Invalid, "an oral permission needs the day on which it was said").In("said").Hint("write it as 2026-12-31")
	case g.Oral && g.Said > today:
		return fault.New(fault.Invalid, "the permission cannot have been said on %s, which is yet to come", g.Said).In("said")
	}
	return nil
}

// Revoke takes a grant back.
func (g *Grant) Revoke(why string, now time.Time) error {
	if !g.Revoked.IsZero() {
		return fault.New(fault.Conflict, "this grant has been taken back already")
	}
	if strings.TrimSpace(why) == "" {
		return fault.New(fault.Invalid, "taking a grant back needs its reason").In("why")
	}
	g.Revoked, g.Why = now, strings.TrimSpace(why)
	return nil
}

// letters of a grant's number: no I, L, O, U, which are misread.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// Number makes the number of a year's n-th grant. Its last group is from
// random, 4 bytes: who knows one number cannot guess the others.
func Number(year, n int, random [4]byte) string {
	var tail [4]byte
	for i, b := range random {
		tail[i] = letters[b%32]
	}
	return fmt.Sprintf("%d-%d-%s", year, n, tail[:])
}

// Canonical gives a number as it is stored from how somebody typed it: small
// letters, spaces, and the letters that look like digits.
func Canonical(s string) string {
	s = strings.ToUpper(strings.TrimSpace(s))
	s = strings.NewReplacer("O", "0", "I", "1", "L", "1", " ", "", "–", "-", "—", "-", "‑", "-").Replace(s)
	if len(s) > 40 {
		return ""
	}
	return s
}
