package site

import (
	"html/template"

	"shanyraq/internal/web"
)

// Card is an article in a list.
type Card struct {
	Href, Title, Lead string
	Section           web.Link // empty label for none
	Day, ISODay       string   // in words, and for <time>
	Lang, Dir         string   // set where the text is not in the page's language
	Shot              *Shot    // its picture; nil for none
}

// Fact is a statement in words.
type Fact struct {
	ID      int64
	Kind    string        // read.Office…: also the class of its mark
	Label   string        // "Signed", "Said", "Figure"
	Words   template.HTML // with links to entities
	Day     string        // in words; empty where unknown
	Verdict *Verdict      // of figures that were checked
	Machine bool          // read by machine, no person has looked
	Anchor  string        // address of its sentence
}

// Verdict is a figure set beside statistics.
type Verdict struct {
	Class      string // "good", "warn", "quiet"
	Words      string
	Observed   string
	Arithmetic string
	Source     string
	Series     web.Link // where the whole series is shown; no address for none
}

// Entry is a statement in a register or on an entity's page: the fact, the
// words that state it, and the article they stand in.
type Entry struct {
	Fact
	Quote     string
	Lang, Dir string // of the quote, where it is not the page's
	Article   web.Link
	Published string
	Note      string   // "by machine"
	Cite      web.Link // its permanent address
	Differ    web.Link // where other articles contradict it; no address where none does
}

// Named is an entity in a list.
type Named struct {
	Href, Name string
	Lang       string // where the name is not in the page's language
	Also       string // another name, or an office
	Count      int
	Pair       string // address of what is between it and the page's own entity
}

// Pager leads to the neighbouring pages of a long list.
type Pager struct {
	Previous, Next           string // addresses; empty at the ends
	PreviousWords, NextWords string
	Words                    string // "31–60 of 214"
}

// Choice is one value of a filter.
type Choice struct {
	Value, Label string
	Lang         string // where the label is not in the page's language
	Chosen       bool
	place        bool
}

// Filter is one question of a register's form. Without choices it is a
// field to write in.
type Filter struct {
	Name, Label, Value string
	Choices            []Choice
	Narrow             bool
	Numeric            bool // a year
	Day                bool // a day
}
