package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"
)

// State is where an article stands on its way to the public.
type State string

// The states. Published and Corrected are shown; Withdrawn shows a stub that
// says so.
const (
	Draft     State = "draft"
	Review    State = "review"
	Scheduled State = "scheduled"
	Published State = "published"
	Corrected State = "corrected"
	Withdrawn State = "withdrawn"
)

// Public reports whether the text of an article in this state is shown.
func (s State) Public() bool { return s == Published || s == Corrected }

// Valid reports whether s is one of the states.
func (s State) Valid() bool {
	switch s {
	case Draft, Review, Scheduled, Published, Corrected, Withdrawn:
		return true
	}
	return false
}

// Article is one text in one language with its own state and address. Its
// words are in its revisions; translations are articles of one group.
type Article struct {
	ID       int64
	Group    int64  // translations share it; the id of the first article of the group
	Language string // BCP 47 without script: "en", "kk"
	Script   string // ISO 15924 script of the text as written: "Latn", "Cyrl", "Arab"
	Section  string // path in the tree of sections: "news/culture"; empty for none
	Slug     string // last part of its address
	State    State
	// Published is the moment of publication, planned or past, in UTC; zero
	// for a draft without one.
	Published time.Time
	Source    string   // address it was taken from; empty when written here
	Old       []string // addresses it had before, kept as redirects: "/en/news/123"
}

// Revision is one immutable state of an article's text. Make it with
// NewRevision; only ID, Article and Number are given by the store.
type Revision struct {
	ID      int64
	Article int64
	Number  int    // 1, 2, 3… within the article
	Title   string // plain text
	Lead    string // plain text; empty for none
	Body    string // canonical HTML: Doc.HTML
	Plain   string // the text that is read: lead and body, not the title
	Hash    string // hex SHA-256 over title, lead, body and plain text
	Author  string // who made it: a user's name, or the importer
	Created time.Time
}

// NewRevision makes a revision of a title, a lead and a body. Same words,
// same hash, whoever the author is.
func NewRevision(title, lead string, body Doc, author string, created time.Time) Revision {
	r := Revision{Title: title, Lead: lead, Body: body.HTML(), Plain: body.WithLead(lead).Plain().Text, Author: author, Created: created.UTC()}
	r.Hash = r.Sum()
	return r
}

// Sum computes the hash anew. The fields are framed by their lengths, so that
// no word can move from one to the next without changing it.
func (r Revision) Sum() string {
	h := sha256.New()
	for _, field := range []string{r.Title, r.Lead, r.Body, r.Plain} {
		h.Write([]byte(strconv.Itoa(len(field)) + ":" + field + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Doc gives the tree of the whole text, lead first, whose plain text is
// r.Plain: the tree to mark evidence in.
func (r Revision) Doc() (Doc, error) {
	doc, _, err := Parse(r.Body)
	return doc.WithLead(r.Lead), err
}

// Section is a part of the site. Sections form a tree by their paths.
type Section struct {
	Path  string            // "news/culture"
	Names map[string]string // by language tag
	Order int               // among its siblings
}
