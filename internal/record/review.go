package record

import (
	"math"

	"shanyraq/internal/read"
)

// ReviewHalfLife is how many days newer an article has to be to come before
// one with twice as much to decide.
const ReviewHalfLife = 30

// kindWeight is how much a statement of a kind matters to who quotes the
// record: an agreement binds states, a number is one of many.
var kindWeight = map[string]float64{read.Agreement: 4, read.Office: 3, read.Event: 2, read.Quote: 1.5, read.Figure: 1}

// ReviewWeight is what one waiting statement adds to its article: the weight
// of its kind, up to doubled where the reader is least sure. A decision there
// teaches most: the variance of right or wrong, 4c(1-c), is greatest at one
// half. An unmeasured rule counts as one half.
func ReviewWeight(s read.Statement) float64 {
	c := s.Confidence
	if c <= 0 || c > 1 {
		c = 0.5
	}
	return kindWeight[s.Kind] * (1 + 4*c*(1-c))
}

// ReviewValue places an article in the queue of review. weight is the sum of
// ReviewWeight over what waits; day is the day of publication, of the last
// change for what is not public, which counts a quarter: nobody reads it yet.
//
// The value is in thousandths of a day: the day, and ReviewHalfLife days for
// each doubling of the weight. So what is old sinks as new articles come,
// and no value ever has to be computed anew because time has passed.
func ReviewValue(weight float64, public bool, day int) int64 {
	if !public {
		weight /= 4
	}
	return int64(math.Round(1000 * (float64(day) + ReviewHalfLife*math.Log2(1+weight))))
}

// ReadValue is what the value of a public article grows by as it is read: the
// doubling of its readers, beyond the first hundred views, counts as much as
// that of what is to be decided. A mistake is put right where it is seen.
func ReadValue(views int) int64 {
	return int64(math.Round(1000 * ReviewHalfLife * math.Log2(1+float64(max(views, 0))/100)))
}

// DoubtValue places a question in the queue of questions: reach is how many
// public articles the answer touches. A contradiction of two accepted words
// weighs as much as four times the reach, lost evidence as eight times: what
// a person has decided stands in the public's sight no more.
func DoubtValue(kind string, reach int) int64 {
	weight := 1 + float64(max(reach, 0))
	switch kind {
	case DoubtConflict:
		weight *= 4
	case DoubtOrphan:
		weight *= 8
	}
	return int64(math.Round(1000 * math.Log2(weight)))
}

// Kinds of what an editor is asked.
const (
	DoubtSame     = "same"     // is it the one the record knows?
	DoubtConflict = "conflict" // which of two tellings is right?
	DoubtOrphan   = "orphan"   // where do the words of a decision stand now?
)
