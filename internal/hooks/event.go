package hooks

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Kind is what happened, as it stands in the type of a webhook.
type Kind string

// The kinds. Updated is a change of what the public sees that no note tells of.
const (
	Published Kind = "article.published" // it was not public, or withdrawn, and is public now
	Updated   Kind = "article.updated"   // its text, or what stands around it, changed
	Corrected Kind = "article.corrected" // a correction was noted for the public
	Moved     Kind = "article.moved"     // it has another address; the old one leads on
	Withdrawn Kind = "article.withdrawn" // it is public no more
	Test      Kind = "webhook.test"      // nothing happened: somebody tries an endpoint
)

// Kinds lists what an endpoint may choose.
func Kinds() []Kind { return []Kind{Published, Updated, Corrected, Moved, Withdrawn} }

// Event is one change of what the public sees of an article.
type Event struct {
	ID       int64     `json:"-"`
	Kind     Kind      `json:"-"`
	At       time.Time `json:"-"` // of the change
	Article  int64     `json:"article"`
	Group    int64     `json:"group"` // its translations have the same
	Language string    `json:"language"`
	Section  string    `json:"section"` // path; empty for none
	Path     string    `json:"path"`    // of its address: "/en/a-protocol"
	Was      string    `json:"was,omitempty"`
	State    string    `json:"state"`
	Revision int       `json:"revision"` // number
	Title    string    `json:"title,omitempty"`
}

// Name is the event's webhook-id, the same however often it is sent.
func (e Event) Name() string { return "evt_" + strconv.FormatInt(e.ID, 10) }

// Body is the JSON of a webhook. Addresses in it begin with origin. The same
// event gives the same bytes.
func Body(e Event, origin string) []byte {
	type data struct {
		ID       int64  `json:"id"`
		Group    int64  `json:"group"`
		Language string `json:"language"`
		Section  string `json:"section"`
		State    string `json:"state"`
		Revision int    `json:"revision"`
		Address  string `json:"address"`
		Was      string `json:"was,omitempty"`
		Title    string `json:"title,omitempty"`
	}
	d := data{ID: e.Article, Group: e.Group, Language: e.Language, Section: e.Section, State: e.State, Revision: e.Revision, Address: origin + e.Path, Title: e.Title}
	if e.Was != "" {
		d.Was = origin + e.Was
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	// Strings and numbers only: this cannot fail.
	_ = enc.Encode(struct {
		Type Kind   `json:"type"`
		Time string `json:"timestamp"`
		Data data   `json:"data"`
	}{e.Kind, e.At.UTC().Format(time.RFC3339Nano), d})
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// Wants reports whether an endpoint has asked to be told of an event. A test
// goes to whoever it is made for.
func (p Endpoint) Wants(e Event) bool {
	if e.Kind == Test {
		return true
	}
	return (len(p.Kinds) == 0 || slices.Contains(p.Kinds, e.Kind)) &&
		(len(p.Languages) == 0 || slices.Contains(p.Languages, e.Language)) &&
		(len(p.Sections) == 0 || slices.ContainsFunc(p.Sections, func(path string) bool {
			return e.Section == path || strings.HasPrefix(e.Section, path+"/")
		}))
}
