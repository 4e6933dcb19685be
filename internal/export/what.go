package export

import (
	"strings"

	"shanyraq/internal/read"
)

// what says in the article's own words what a statement is about: the name
// of the instrument or event, the title of an office, the words said.
func what(s read.Statement) string {
	switch s.Kind {
	case read.Office:
		return s.Title
	case read.Figure:
		return s.Counted
	case read.Quote:
		return s.Text
	case read.Agreement:
		return s.Instrument
	case read.Event:
		return s.Name
	}
	return ""
}

// title heads a statement in English with the names of who takes part:
// "signed: protocol — Kazakhstan, Uzbekistan".
func title(s read.Statement, names []string) string {
	head := s.Kind
	switch {
	case s.Kind == read.Event && s.Event != "":
		head = s.Event
	case s.Kind == read.Agreement && s.Action != "":
		head = s.Action
	case s.Kind == read.Agreement && s.Status != "" && s.Status != "other":
		head = s.Status
	case s.Kind == read.Office && s.Tenure != "":
		head = s.Tenure
	}
	if w := what(s); w != "" {
		head += ": " + w
	}
	if len(names) > 0 {
		head += " — " + strings.Join(names, ", ")
	}
	return head
}
