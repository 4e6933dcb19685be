package value

// Span is a half-open range [Start, End) of one text. Its unit is stated
// where it is used: code points in readings and in the record, bytes inside
// the reader and the article's offset map.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of units in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the two spans share at least one unit.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }
