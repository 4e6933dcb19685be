package search

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Version numbers the rules by which terms are made. Raise it when the same
// text would have other terms than before: sites then index their texts anew.
const Version = 3

// Text is what is indexed of one article.
type Text struct {
	Language string
	Title    string
	Lead     string // the first paragraph where it is empty
	Plain    string
	Section  string // path
}

// Document is the terms of a text, as the database keeps them.
type Document struct {
	// Terms stand in order: title, text, names. An empty string is a place
	// where a word stands that cannot be found, or a border between parts.
	Terms []string
	// Marks have no place. Facets are what filters ask for: language, section
	// and its branches, kinds of statement. The terms of the title and of the
	// lead stand here again, so that ranking asks for them without reading
	// all places of a common word. Marks begin with "_", which no word does.
	Marks []string

	Version int // of the rules that made the terms

	language  string
	unstemmed map[string]bool // words with a capital letter, until Add
}

// border parts title, text and names, so that no phrase reaches over.
var border = []string{"", ""}

// TitleMark is the mark of a term that stands in the title.
func TitleMark(term string) string { return "_t" + term }

// LeadMark is the mark of a term that stands in the lead.
func LeadMark(term string) string { return "_f" + term }

// The limits of PostgreSQL's tsvector (16,383 positions, 256 of one word) are
// kept on both databases, so that both answer alike.
const (
	maxTitle  = 200
	maxNames  = 1000
	maxLead   = 100
	maxText   = 12000
	maxRepeat = 250
)

// Index makes the terms of a text; Add completes them.
func Index(x Text) Document {
	t := termers.get(x.Language)
	defer termers.put(t)
	d := Document{Version: Version}
	seen := map[string]int{}
	lead := x.Lead
	if lead == "" {
		lead, _, _ = strings.Cut(x.Plain, "\n\n")
	}
	marked := map[string]bool{}
	unstemmed := map[string]bool{}
	terms := func(text string, limit int, mark func(string) string, markLimit int) {
		n := 0
		eachWord(text, func(w word) bool {
			raw := text[w.start:w.end]
			s := t.term(raw)
			// A capital letter makes a word a name, in part: it is found
			// unstemmed too, since a stemmer takes the end off many surnames.
			if r, _ := utf8.DecodeRuneInString(raw); unicode.IsUpper(r) && len(unstemmed) < maxNames/2 {
				if p := t.plain(raw); p != s && p != "" {
					unstemmed[p] = true
					if n < markLimit {
						marked[mark(p)] = true
					}
				}
			}
			if n++; n <= markLimit && s != "" {
				marked[mark(s)] = true
			}
			if seen[s]++; seen[s] > maxRepeat {
				s = ""
			}
			d.Terms = append(d.Terms, s)
			return n < limit
		})
		d.Terms = append(d.Terms, border...)
	}
	terms(x.Title, maxTitle, TitleMark, maxTitle)
	leadWords := 0
	eachWord(lead, func(word) bool { leadWords++; return leadWords < maxLead })
	text := x.Plain
	if x.Lead != "" && !strings.HasPrefix(text, x.Lead) {
		text = x.Lead + "\n\n" + text
	}
	terms(text, maxText, LeadMark, leadWords)
	d.unstemmed, d.language = unstemmed, x.Language
	for s := range seen {
		delete(unstemmed, s)
	}
	d.Marks = append(facets(x), sortedKeys(marked)...)
	return d
}

// Add completes a document with what is known only once its text was read:
// the names of the entities it mentions, in every language known, and the
// kinds of its statements. It is called once.
func (d *Document) Add(names, kinds []string) {
	t := termers.get(d.language)
	defer termers.put(t)
	if d.unstemmed == nil {
		d.unstemmed = map[string]bool{}
	}
	for _, name := range names {
		eachWord(name, func(w word) bool {
			d.unstemmed[t.plain(name[w.start:w.end])] = true
			d.unstemmed[t.term(name[w.start:w.end])] = true
			return len(d.unstemmed) < maxNames
		})
	}
	for _, s := range sortedKeys(d.unstemmed) {
		if s != "" {
			d.Terms = append(d.Terms, s, "") // names lie in no order: no phrase either
		}
	}
	d.unstemmed = nil
	for _, k := range kinds {
		d.Marks = append(d.Marks, kindFacet(k))
	}
}

func facets(x Text) (out []string) {
	out = append(out, languageFacet(x.Language))
	for i := range len(x.Section) {
		if x.Section[i] == '/' {
			out = append(out, sectionFacet(x.Section[:i]))
		}
	}
	if x.Section != "" {
		out = append(out, sectionFacet(x.Section))
	}
	return out
}

func languageFacet(tag string) string { return "_l" + safe(tag) }
func sectionFacet(path string) string { return "_s" + safe(path) }
func kindFacet(kind string) string    { return "_k" + safe(kind) }

// safe writes a value with letters, digits and "_" only.
func safe(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if r < utf8.RuneSelf && isASCIIWord(byte(r)) {
			b.WriteRune(r)
		} else {
			b.WriteString("_" + strconv.FormatInt(int64(r), 16) + "_")
		}
	}
	return b.String()
}
