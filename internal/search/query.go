package search

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// Query is what somebody looks for.
type Query struct {
	Text string // as it was typed, without what cannot be seen

	Clauses  []Clause // words and phrases; all must be there
	Language string   // lang:kk
	Section  string   // section:news/culture
	From, To value.Date
	Kind     string // kind:agreement
	Person   string // person:"Roza Otunbayeva"
	Body     string // body:UNESCO
	Place    string // place:Astana

	// Any asks for texts with some of the words instead of all.
	Any bool
	// Notes says in English what was read otherwise than typed.
	Notes []string
	// Open is set when a quotation mark has no partner.
	Open bool
}

// Clause is a word or a phrase in all its alternatives; each alternative is a
// run of terms, more than one for a phrase.
type Clause struct {
	Words        []string // as typed
	Alternatives [][]string
	Not          bool
}

// Options say what is known besides the words.
type Options struct {
	Language string // of the page the question was typed on; a hint, no filter
	// Filters are those of a form; one that is typed wins over them.
	Filters Filters
}

// Filters are written as after a key in a query; empty ones choose all.
type Filters struct{ Language, Section, From, To, Kind, Person, Body, Place string }

// What can be wrong with a query, for those who say it in other languages:
// each is in the chain of the error of Parse.
var (
	ErrTooLong     = errors.New("the query is too long")
	ErrNoWord      = errors.New("there is no word to look for")
	ErrOnlyExcepts = errors.New("the query only says what to leave out")
	ErrDay         = errors.New("what bounds the time is no day")
	ErrKind        = errors.New("there is no such kind of statement")
)

// The bounds of a question that a person may ask.
const (
	MaxQuery = 1000 // characters
	maxWords = 40
)

var kinds = []string{read.Agreement, read.Event, read.Figure, read.Office, read.Quote}

// Parse reads a query:
//
//	word "a phrase" -word -"a phrase"
//	lang:kk section:news from:2018 to:2019-05-31 kind:agreement
//	person:"Roza Otunbayeva" body:UNESCO place:Astana
//
// A query without anything to look for, or too long, is an error that says
// what to try. A quotation mark without its partner reaches to the end.
func Parse(text string, o Options) (Query, error) {
	if n := utf8.RuneCountInString(text); n > MaxQuery {
		return Query{}, fault.Wrap(ErrTooLong, fault.TooLarge, "the query has %d characters; at most %d can be looked for", n, MaxQuery).Hint("use the few words that matter most")
	}
	q := Query{Text: visible(text)}
	for _, f := range []part{{key: "lang", text: o.Filters.Language}, {key: "section", text: o.Filters.Section}, {key: "from", text: o.Filters.From},
		{key: "to", text: o.Filters.To}, {key: "kind", text: o.Filters.Kind}, {key: "person", text: o.Filters.Person},
		{key: "body", text: o.Filters.Body}, {key: "place", text: o.Filters.Place}} {
		if f.text = strings.TrimSpace(visible(f.text)); utf8.RuneCountInString(f.text) > MaxQuery {
			return Query{}, fault.Wrap(ErrTooLong, fault.TooLarge, "what the search is narrowed to has more than %d characters", MaxQuery).Hint("use the few words that matter most")
		}
		if _, err := q.filter(f); err != nil {
			return Query{}, err
		}
	}
	parts, open := split(q.Text)
	q.Open = open
	if open {
		q.Notes = append(q.Notes, "a quotation mark has no partner: the phrase was read to the end")
	}
	words := 0
	for _, p := range parts {
		if used, err := q.filter(p); err != nil {
			return Query{}, err
		} else if used {
			continue
		}
		ws := wordsOf(p.text)
		if len(ws) == 0 {
			continue
		}
		if words += len(ws); words > maxWords {
			return Query{}, fault.Wrap(ErrTooLong, fault.TooLarge, "the query has more than %d words", maxWords).Hint("use the few words that matter most")
		}
		if !p.quoted && !p.not && len(ws) > 1 && strings.ContainsAny(p.text, "-\u2010\u2011–") && !strings.ContainsFunc(p.text, joinsNothing) {
			// The parts of "Шолпан-Ата" are looked for each by itself: a name
			// that only the list of names of a text has lies in no order, and
			// a stemmer changes the parts of a name in text. Ranking puts the
			// texts first that have them side by side.
			for i := range ws {
				q.Clauses = append(q.Clauses, Clause{Words: ws[i : i+1]})
			}
			continue
		}
		// Other words without a space between them, as an address, are a phrase.
		q.Clauses = append(q.Clauses, Clause{Words: ws, Not: p.not})
	}
	for i := range q.Clauses {
		q.Clauses[i].Alternatives = expand(q.Clauses[i].Words, q.Language)
	}
	positive := slices.ContainsFunc(q.Clauses, func(c Clause) bool { return !c.Not })
	if !positive && (len(q.Clauses) > 0 || !q.Filtered()) {
		if len(q.Clauses) > 0 {
			return Query{}, fault.Wrap(ErrOnlyExcepts, fault.Invalid, "the query only says what to leave out").Hint("add a word to look for")
		}
		return Query{}, fault.Wrap(ErrNoWord, fault.Invalid, "there is no word to look for").Hint("type a name, a place or a word of the text")
	}
	return q, nil
}

// Filtered reports whether the query has a filter.
func (q Query) Filtered() bool {
	return q.Language != "" || q.Section != "" || !q.From.IsZero() || !q.To.IsZero() || q.Kind != "" || q.Person != "" || q.Body != "" || q.Place != ""
}

// Facets gives the filters that the index itself answers.
func (q Query) Facets() (out []string) {
	if q.Language != "" {
		out = append(out, languageFacet(q.Language))
	}
	if q.Section != "" {
		out = append(out, sectionFacet(q.Section))
	}
	if q.Kind != "" {
		out = append(out, kindFacet(q.Kind))
	}
	return out
}

// filter reads "key:value" into the query; used is false where the part is no
// filter but words.
func (q *Query) filter(p part) (used bool, err error) {
	if p.key == "" || p.not || p.text == "" {
		return false, nil
	}
	switch p.key {
	case "lang", "language":
		q.Language = strings.ToLower(strings.TrimSpace(p.text))
	case "section":
		q.Section = strings.Trim(p.text, "/ ")
	case "kind":
		k := strings.TrimSuffix(strings.ToLower(p.text), "s")
		if !slices.Contains(kinds, k) {
			return false, fault.Wrap(ErrKind, fault.Invalid, "there is no kind of statement %q", p.text).Hint("use one of %s", strings.Join(kinds, ", "))
		}
		q.Kind = k
	case "person":
		q.Person = p.text
	case "body", "organization":
		q.Body = p.text
	case "place":
		q.Place = p.text
	case "from", "to":
		d, err := day(p.text)
		if err != nil {
			return false, fault.Wrap(fmt.Errorf("%w: %w", ErrDay, err), fault.Invalid, "%q is no day, month or year", p.text).Hint("write it as 2019, 2019-05, 2019-05-31 or 31.05.2019")
		}
		if p.key == "from" {
			q.From = d
		} else {
			q.To = d
		}
	default:
		return false, nil
	}
	return true, nil
}

// day reads EDTF and the region's 31.05.2019.
func day(s string) (value.Date, error) {
	if p := strings.Split(s, "."); len(p) == 3 && len(p[2]) == 4 {
		for i := range 2 {
			if len(p[i]) == 1 {
				p[i] = "0" + p[i]
			}
		}
		s = p[2] + "-" + p[1] + "-" + p[0]
	}
	return value.ParseDate(s)
}

// expand gives the runs of terms that words may stand for. All words of a
// phrase are stemmed by one language: what is one phrase is in one language.
func expand(words []string, language string) (out [][]string) {
	runs := map[string][]string{}
	complete := map[string]bool{}
	for i, w := range words {
		alts := alternatives(w, language)
		here := map[string]bool{}
		for _, a := range alts {
			if here[a.language] {
				continue
			}
			here[a.language] = true
			if i == 0 {
				complete[a.language] = true
			}
			runs[a.language] = append(runs[a.language], a.term)
		}
		for l := range complete {
			if !here[l] {
				delete(complete, l)
			}
		}
	}
	seen := map[string]bool{}
	for _, l := range slices.Sorted(maps.Keys(complete)) {
		if k := strings.Join(runs[l], " "); !seen[k] {
			seen[k] = true
			out = append(out, runs[l])
		}
	}
	return out
}

// joinsNothing reports what stands neither in a word nor between the parts of
// a compound.
func joinsNothing(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '–':
		return false
	}
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !isApostrophe(r)
}

func wordsOf(text string) (out []string) {
	eachWord(text, func(w word) bool {
		if key(bare(text[w.start:w.end])) != "" {
			out = append(out, text[w.start:w.end])
		}
		return true
	})
	return out
}

func sortedKeys(m map[string]bool) []string { return slices.Sorted(maps.Keys(m)) }
