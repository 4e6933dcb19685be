package article

import "shanyraq/internal/value"

// Moved is what became of one span.
type Moved struct {
	Span value.Span
	OK   bool   // false: orphaned, Span is the zero span
	Why  string // why it was orphaned
}

// MoveSpans carries spans (code points) of the old text to the new one, each
// exactly or not at all.
func MoveSpans(oldText, newText string, spans []value.Span) []Moved { panic("being written") }
