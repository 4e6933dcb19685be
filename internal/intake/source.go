package intake

import (
	"context"
	"errors"

	"shanyraq/internal/fault"
)

// unit is a piece of a source that can be parsed by itself: a file, a line,
// an element of an export. Cutting is sequential and cheap; parse does the
// work and runs on any goroutine.
type unit struct {
	place string // where it stands, for reports
	path  string // the input it belongs to, as its user would name it
	size  int64  // bytes of the source that it stands for
	parse func(context.Context) ([]*Item, error)
}

// source is an input that has been recognised and can be cut into units.
type source interface {
	// size is the number of bytes that all units will add up to; 0 where
	// nobody knows beforehand.
	size() int64
	// cut calls yield with one unit after the other until yield answers
	// false, the source ends or ctx is done. Its error ends the source; the
	// units before it stand.
	cut(ctx context.Context, yield func(unit) bool) error
}

// Options steer reading.
type Options struct {
	Repair   bool   // apply the proposed repairs of damage
	Language string // BCP 47 of items whose source does not say
	Section  string // path of the section of items whose source does not say: "news/culture"
	Workers  int    // parsers at work at once; 0 for the number of processors
	Fetch    Fetch  // how addresses are fetched
}

// Limits. An import that meets them says so and goes on with the next input.
const (
	maxArticle = 10 << 20  // bytes of one article's source text
	maxFeed    = 64 << 20  // bytes of one feed, which is read as a whole
	maxHeader  = 64 << 20  // bytes of a WordPress export before its first item
	inFlight   = 128 << 20 // bytes of source text being parsed at once
)

func tooLarge(place string, size int64) error {
	return fault.New(fault.TooLarge, "the text is %d MB long; one article may have at most %d MB", (size+1<<20-1)>>20, maxArticle>>20).
		At("%s", place).Hint("divide it into articles, for example one a line in a .jsonl file")
}

// at gives err with the place it speaks of, unless it names one already.
func at(err error, place string) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return fault.Wrap(err, fault.Invalid, "%v", err).At("%s", place)
	}
	if f.Where == "" {
		return f.At("%s", place)
	}
	return err
}
