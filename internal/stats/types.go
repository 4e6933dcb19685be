package stats

import "shanyraq/internal/value"

// Verdict is how a stated figure stands beside observations.
type Verdict string

// The verdicts; README.md has the table that decides between them.
const (
	Consistent    Verdict = "consistent"
	WithRounding  Verdict = "consistent within rounding"
	Inconsistent  Verdict = "inconsistent"
	NotComparable Verdict = "not comparable"
	NoSeries      Verdict = "no series"
)

// Key names a series: what is counted, where.
type Key struct {
	Area  string // ISO 3166 code or a region's id: "KZ", "central-asia"
	Group string // id of a group of facts; "total" for the whole population
	Unit  string // "person" or "percent"
}

// Observation is one number of a series.
type Observation struct {
	Key
	Date   value.Date
	Kind   string // "census" or "estimate"
	Value  float64
	Source string
	Note   string
}

// Check is a figure set beside observations.
type Check struct {
	Statement  int64 // id of the statement of the record
	Verdict    Verdict
	Stated     string // the figure as a number with qualifier and unit: "under 290000"
	Observed   string // the observation it was set beside, with day and kind
	Source     string
	Arithmetic string // the comparison in figures and English words
}
