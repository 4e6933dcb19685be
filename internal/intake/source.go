package intake

import "context"

// Unit is a piece of a source that can be parsed by itself: a file, a line,
// an element of an export. Cutting is sequential and cheap; Parse does the
// work and runs on any goroutine.
type Unit struct {
	Place string // where it stands, for reports
	Size  int64  // bytes of the source that it stands for
	Parse func(context.Context) ([]Item, error)
}

// Source is an input that has been recognised and can be cut into units.
// An error ends that source; the units before it stand.
type Source interface {
	// Size is the number of bytes that all units will add up to, -1 where
	// nobody knows.
	Size() int64
	// Cut calls yield with one unit after the other until yield answers
	// false, the source ends or ctx is done.
	Cut(ctx context.Context, yield func(Unit) bool) error
}

// Options steer reading.
type Options struct {
	Repair   bool   // apply the proposed repairs of damage
	Language string // BCP 47 of items whose source does not say
	Section  string // section of items whose source does not say
	Workers  int    // parsers at work at once; 0 for the number of processors
}

// Result is an item, or the error of one input that could not be read.
type Result struct {
	Item *Item
	Err  error
	// Path names the input of an error, as its user named it.
	Path string
	// Done is the number of source bytes behind this result.
	Done int64
}
