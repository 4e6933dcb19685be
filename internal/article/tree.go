package article

import "shanyraq/internal/value"

// Doc is the canonical tree of a text. It is made by Parse or FromText and
// not changed afterwards.
type Doc struct {
	blocks []block
}

// Report lists what Parse had to leave out.
type Report struct {
	Dropped []Dropped
}

// Dropped is one thing that Parse left out of the tree.
type Dropped struct {
	What string // "script", "iframe", "attribute style", "link javascript:"
	Text string // the words or address lost with it; empty when no word was lost
	N    int    // how many times
}

// Plain is the text of a Doc that is read. Every paragraph, heading, list
// item, caption and table row is a paragraph of its own, parted by a blank
// line; cells of a row are parted by a tab; a line break is a newline.
type Plain struct {
	Text string
}

// Mark is a span of the plain text to be wrapped in <mark>. Marks may overlap.
type Mark struct {
	ID    string     // id of the first <mark> element; further pieces carry it in data-of
	Span  value.Span // code points of Doc.Plain().Text
	Class string     // class attribute; empty for none
	Ref   string     // when set, a link to this address ("#f12") follows the last piece
	Label string     // accessible name of that link
}

type block struct{}

// Parse reads HTML into the canonical tree.
func Parse(html string) (Doc, Report, error) { panic("being written") }

// FromText makes a Doc of plain paragraphs parted by blank lines.
func FromText(text string) Doc { panic("being written") }

// WithLead gives the Doc with the lead as its first block, <p class="lead">;
// an empty lead changes nothing.
func (d Doc) WithLead(lead string) Doc { panic("being written") }

// HTML writes the canonical HTML. Parsing it gives the same tree.
func (d Doc) HTML() string { panic("being written") }

// Plain gives the text that is read.
func (d Doc) Plain() Plain { panic("being written") }

// Marked writes the HTML with spans of the plain text wrapped in <mark>. A
// mark outside the text, or over no letter of it, is an error.
func (d Doc) Marked(marks []Mark) (string, error) { panic("being written") }

// Moved is what became of one span.
type Moved struct {
	Span value.Span
	OK   bool   // false: orphaned, Span is the zero span
	Why  string // why it was orphaned
}

// MoveSpans carries spans (code points) of the old text to the new one, each
// exactly or not at all.
func MoveSpans(oldText, newText string, spans []value.Span) []Moved { panic("being written") }
