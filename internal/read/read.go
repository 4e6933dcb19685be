// Package read is what a reading says: the values that the reader makes and
// that the record, the store, the doors and other programs rely on. It
// marshals to exactly the JSON of the published contract; it knows nothing of
// how a text is read (see package reader).
//
// All spans here count Unicode code points of the text as it was given.
package read

import "shanyraq/internal/value"

// Kinds of mention and entity.
const (
	Person       = "person"
	Organization = "organization"
	Place        = "place"
	Group        = "group" // a people or ethnic group
	DateKind     = "date"
	Title        = "title" // an office or rank
	EventKind    = "event"
	Instrument   = "instrument"
)

// Kinds of statement.
const (
	Office    = "office"
	Figure    = "figure"
	Quote     = "quote"
	Agreement = "agreement"
	Event     = "event"
)

// Reading is all that the reader says of one text.
type Reading struct {
	Language   string       `json:"language"` // BCP 47; "und" where unknown
	Published  string       `json:"published,omitempty"`
	Sentences  []value.Span `json:"sentences"`
	Mentions   []Mention    `json:"mentions"`
	Entities   []Entity     `json:"entities"`
	Statements []Statement  `json:"statements"`
}

// Mention is a span that names something.
type Mention struct {
	Kind   string `json:"kind"`
	Text   string `json:"text"` // always text[start:end]
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Entity string `json:"entity,omitempty"` // id of an Entity of this reading
	Value  string `json:"value,omitempty"`  // EDTF, for dates
}

// Entity is the person, organization, place or group meant by mentions.
type Entity struct {
	ID      string   `json:"id"` // "e1", "e2"… in order of first mention
	Kind    string   `json:"kind"`
	Name    string   `json:"name"` // fullest name in the text, nominative
	Aliases []string `json:"aliases,omitempty"`
	// Known is the id of a known place, body or group ("astana", "un",
	// "uzbek") where the packs know the entity. See package facts.
	Known string `json:"known,omitempty"`
}

// Statement is one fact of a kind with its evidence. Only the fields of its
// kind are set.
type Statement struct {
	Kind     string     `json:"kind"`
	Evidence value.Span `json:"evidence"` // the sentence or clause that says it
	Rule     string     `json:"rule"`     // the pattern or model that found it
	// Confidence is how likely the statement is to be right, in (0, 1); see
	// package confidence.
	Confidence float64 `json:"confidence,omitempty"`

	// office
	Person       string `json:"person,omitempty"`
	Title        string `json:"title,omitempty"`
	Organization string `json:"organization,omitempty"`
	Tenure       string `json:"tenure,omitempty"` // "former", "acting", "first", "appointed", "relieved"; empty for current

	// figure
	Value     *float64 `json:"value,omitempty"`     // the number that was meant
	High      *float64 `json:"high,omitempty"`      // upper end, where Value is the lower end of a range
	Qualifier string   `json:"qualifier,omitempty"` // exact, about, under, over
	Unit      string   `json:"unit,omitempty"`      // person, percent, USD, km2, year…
	Counted   string   `json:"counted,omitempty"`
	Group     string   `json:"group,omitempty"`
	Rank      int      `json:"rank,omitempty"`
	Times     float64  `json:"times,omitempty"`
	Change    string   `json:"change,omitempty"` // "rise" or "fall" where the figure is a change
	Only      bool     `json:"only,omitempty"`   // "the only people whose number fell": the one of all with this Change
	Since     bool     `json:"since,omitempty"`  // a change that began on Date and goes on

	// quote
	Speaker string `json:"speaker,omitempty"`
	Text    string `json:"text,omitempty"`
	// Direct is set for quotes only: true in quotation marks.
	Direct      *bool  `json:"direct,omitempty"`
	Language    string `json:"language,omitempty"`
	Translation string `json:"translation,omitempty"`

	// agreement
	Instrument string   `json:"instrument,omitempty"`
	Parties    []string `json:"parties,omitempty"`
	Status     string   `json:"status,omitempty"` // signed, adopted, planned, other
	Action     string   `json:"action,omitempty"` // ratified, in force, extended, denounced, proposed…

	// event
	Event        string   `json:"event,omitempty"`
	Name         string   `json:"name,omitempty"`
	Participants []string `json:"participants,omitempty"`
	Organizer    string   `json:"organizer,omitempty"`
	Edition      int      `json:"edition,omitempty"`
	Time         string   `json:"time,omitempty"` // past, planned, hypothetical, denied
	// Recurring is set for events only.
	Recurring *bool `json:"recurring,omitempty"`

	// shared by several kinds
	Date  string `json:"date,omitempty"`  // EDTF
	Place string `json:"place,omitempty"` // entity id
}
