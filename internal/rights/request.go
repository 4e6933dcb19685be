package rights

import (
	"strings"
	"time"

	"shanyraq/internal/fault"
)

// State says where a request stands.
type State string

// A request begins Unverified; a confirmed address makes it Waiting; an
// officer answers it, or its asker takes it back.
const (
	Unverified State = "unverified"
	Waiting    State = "waiting"
	Granted    State = "granted"
	Refused    State = "refused"
	Withdrawn  State = "withdrawn"
)

// States are all of them, in the order of a walk.
var States = []State{Unverified, Waiting, Granted, Refused, Withdrawn}

// Request is somebody's question whether a text may be reused.
type Request struct {
	ID           int64     `json:"id"`
	Article      int64     `json:"article"`
	Language     string    `json:"language,omitempty"` // of the asker: letters to him are written in it
	Name         string    `json:"name,omitempty"`
	Email        string    `json:"email,omitempty"`
	Organisation string    `json:"organisation,omitempty"`
	Purpose      string    `json:"purpose,omitempty"` // what for
	Where        string    `json:"where,omitempty"`   // medium or address where it will stand
	Until        string    `json:"until,omitempty"`   // day, "2026-12-31"; empty for no end
	Commercial   bool      `json:"commercial,omitempty"`
	State        State     `json:"state"`
	Reason       string    `json:"reason,omitempty"` // of a refusal
	By           string    `json:"by,omitempty"`     // who answered
	Created      time.Time `json:"created,omitzero"`
	Verified     time.Time `json:"verified,omitzero"` // zero while the address is not confirmed
	Closed       time.Time `json:"closed,omitzero"`   // answered or withdrawn
}

// Asker is who asks, as a public page may name him: the organisation where
// there is one.
func (r Request) Asker() string {
	if r.Organisation != "" {
		return r.Organisation
	}
	return r.Name
}

// Limits of a request, in characters.
const (
	maxName    = 200
	maxPurpose = 4000
)

// Flaws names the fields that are not right, for the form to show beside
// them: "name", "email", "organisation", "purpose", "where", "until".
func (r Request) Flaws(today time.Time) (out []string) {
	line := func(name, s string, must bool) {
		if must && strings.TrimSpace(s) == "" || len([]rune(s)) > maxName || !OneLine(s) {
			out = append(out, name)
		}
	}
	line("name", r.Name, true)
	if _, err := Email(r.Email); err != nil {
		out = append(out, "email")
	}
	line("organisation", r.Organisation, false)
	if p := strings.TrimSpace(r.Purpose); p == "" || len([]rune(p)) > maxPurpose {
		out = append(out, "purpose")
	}
	line("where", r.Where, true)
	if r.Until != "" {
		if d, err := time.Parse(time.DateOnly, r.Until); err != nil || d.Before(today.UTC().Truncate(24*time.Hour)) || d.Year() > today.Year()+100 {
			out = append(out, "until")
		}
	}
	return out
}

// Confirm says that the asker reads mail at his address. A second time does
// nothing.
func (r *Request) Confirm(now time.Time) error {
	switch r.State {
	case Unverified:
		r.State, r.Verified = Waiting, now
	case Withdrawn:
		return answered(*r)
	}
	return nil
}

// Withdraw takes the request back; after an answer it is too late.
func (r *Request) Withdraw(now time.Time) error {
	switch r.State {
	case Unverified, Waiting:
		r.State, r.Closed = Withdrawn, now
	case Withdrawn:
	default:
		return answered(*r)
	}
	return nil
}

// Grant answers yes. A refusal may be thought over.
func (r *Request) Grant(by string, now time.Time) error {
	if r.State != Waiting && r.State != Refused {
		return answered(*r)
	}
	r.State, r.By, r.Closed, r.Reason = Granted, by, now, ""
	return nil
}

// Refuse answers no, with the reason that the asker is told.
func (r *Request) Refuse(by, reason string, now time.Time) error {
	if r.State != Waiting {
		return answered(*r)
	}
	if strings.TrimSpace(reason) == "" {
		return fault.New(fault.Invalid, "a refusal needs its reason").In("reason").Hint("say why, in the asker's language")
	}
	r.State, r.By, r.Closed, r.Reason = Refused, by, now, strings.TrimSpace(reason)
	return nil
}

func answered(r Request) error {
	switch r.State {
	case Unverified:
		return fault.New(fault.Conflict, "the asker has not confirmed his address yet").Hint("wait for it, or record an oral permission")
	case Withdrawn:
		return fault.New(fault.Conflict, "the asker has withdrawn this request")
	}
	return fault.New(fault.Conflict, "this request has been answered already").Hint("look at the answer")
}

// Note is one word of the talk about a request: a question asked back, or
// what the asker answered.
type Note struct {
	ID      int64     `json:"id"`
	Request int64     `json:"request"`
	Officer string    `json:"officer,omitempty"` // who at the desk wrote it; empty for the asker
	Text    string    `json:"text,omitempty"`
	At      time.Time `json:"at,omitzero"`
}
