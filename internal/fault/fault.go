// Package fault gives every error two readers: a person, who learns what is
// wrong, where, and what to try; and a log, which keeps the wrapped cause.
//
//	return fault.New(fault.NotFound, "there is no file %q", path).Hint("check the path, or run it from another folder")
//
// The message is an English format string with its arguments kept apart, so
// that a door can translate it by looking the format up in its catalogue.
// fault imports nothing of ours, and every room may import it.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of failure an error is. A door maps it to an HTTP
// status or an exit status; no code looks at message text.
type Kind uint8

const (
	Internal    Kind = iota // a bug or a broken machine
	Invalid                 // the input is wrong and can be corrected
	NotFound                // what was asked for is not there
	Exists                  // it is there already
	Conflict                // somebody else changed it meanwhile
	Forbidden               // the caller may not do that
	TooLarge                // the input passes a limit
	Unsupported             // well formed, but of a kind we do not handle
	Unavailable             // try again later: busy, full, read-only, offline
	TooMany                 // asked too often: wait
)

var kindNames = [...]string{"internal", "invalid", "not-found", "exists", "conflict", "forbidden", "too-large", "unsupported", "unavailable", "too-many"}

// String gives the kind's name as it stands in JSON answers.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "internal"
}

// Error is a failure with a message for people and a cause for the log.
type Error struct {
	Kind  Kind
	Key   string // English format string; also the key of its translations
	Args  []any
	Where string // file, line, column, address; empty where it says nothing more
	Field string // name of the field of a form that is wrong; empty where none is to blame
	Try   string // the next move, an English sentence without its full stop
	// TryKey and TryArgs are the format string and the arguments of Try, for
	// its translations.
	TryKey  string
	TryArgs []any
	Err     error // cause, for the log and for errors.Is
}

// New makes an Error of a kind from a format string and its arguments.
func New(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Key: format, Args: args}
}

// Wrap is New with a cause.
func Wrap(err error, kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Key: format, Args: args, Err: err}
}

// At returns the error with the place it speaks of.
func (e *Error) At(format string, args ...any) *Error {
	c := *e
	c.Where = fmt.Sprintf(format, args...)
	return &c
}

// In returns the error with the field of a form that is to be put right: an
// address, a day, as whoever fills it in knows them apart.
func (e *Error) In(field string) *Error {
	c := *e
	c.Field = field
	return &c
}

// Hint returns the error with the next move to try.
func (e *Error) Hint(format string, args ...any) *Error {
	c := *e
	c.Try, c.TryKey, c.TryArgs = fmt.Sprintf(format, args...), format, args
	return &c
}

// Message is what is wrong, in English, without place and hint.
func (e *Error) Message() string { return fmt.Sprintf(e.Key, e.Args...) }

// Error gives place, message and hint in one sentence; the cause is not in
// it (see Unwrap), because causes are written for developers.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Where != "" {
		b.WriteString(e.Where)
		b.WriteString(": ")
	}
	b.WriteString(e.Message())
	if e.Try != "" {
		b.WriteString("; ")
		b.WriteString(e.Try)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf gives the kind of the first Error in err's chain, Internal where
// there is none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Is reports whether err's chain holds an Error of that kind.
func Is(err error, kind Kind) bool {
	var e *Error
	return errors.As(err, &e) && e.Kind == kind
}
