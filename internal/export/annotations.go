package export

import (
	"context"
	"encoding/json"
	"io"
	"iter"
	"strconv"

	"shanyraq/internal/read"
	"shanyraq/internal/store"
)

// around is how many letters before and after the words a quote selector
// gives, so that it finds the right one of several.
const around = 32

type annotation struct {
	ID         string  `json:"id"`
	Type       string  `json:"type"`
	Motivation string  `json:"motivation"`
	Generator  agent   `json:"generator"`
	Rights     string  `json:"rights"`
	Body       []any   `json:"body"`
	Target     aTarget `json:"target"`
}

type agent struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"schema:softwareVersion"`
}

type textBody struct {
	Type     string `json:"type"`
	Purpose  string `json:"purpose"`
	Format   string `json:"format"`
	Language string `json:"language,omitempty"`
	Value    string `json:"value"`
}

type entityBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Source  string `json:"source"`
	Role    string `json:"schema:roleName"`
	Name    string `json:"schema:name"`
}

type aTarget struct {
	Type     string `json:"type"`
	Source   string `json:"source"`
	Language string `json:"schema:inLanguage"`
	Revision string `json:"schema:version"` // hash of the revision that the position counts in
	Selector []any  `json:"selector"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// registerOf names the site's register of a kind of entity.
var registerOf = map[string]string{read.Person: "people", read.Organization: "bodies", read.Place: "places", read.Group: "peoples"}

func (d *dump) entityAddress(e store.Entity) string {
	return d.Origin + "/en/record/" + registerOf[e.Kind] + "/" + strconv.FormatInt(e.ID, 10)
}

// annotations writes a W3C Web Annotation collection with one page: an
// annotation for each statement, found by position and by quote.
func (d *dump) annotations() error {
	return d.collection(d.Origin+"/export/annotations", d.Name, d.tellings())
}

// Annotations writes the collection of one article: what it states, each
// statement on its words. id is the collection's own address.
func Annotations(ctx context.Context, st *store.Store, out io.Writer, o Options, id string, card store.Card, statements []store.Statement) error {
	d := newDump(ctx, st, out, o)
	one := func(yield func(telling, error) bool) {
		t := telling{card: card, statements: statements}
		var err error
		t.entities, err = d.entities(statements)
		yield(t, err)
	}
	if err := d.collection(id, card.Title, one); err != nil {
		return err
	}
	return d.w.Flush()
}

func (d *dump) collection(id, label string, tellings iter.Seq2[telling, error]) error {
	head := func(v string) string {
		b, _ := json.Marshal(v) // a text always marshals
		return string(b)
	}
	d.w.WriteString(`{"@context":["http://www.w3.org/ns/anno.jsonld",{"schema":"https://schema.org/"}],"id":` + head(id) + `,"type":"AnnotationCollection","label":` + head(label) +
		`,"rights":` + head(d.license()) + `,"first":{"id":` + head(id+"#1") + `,"type":"AnnotationPage","startIndex":0,"items":[` + "\n")
	n := 0
	for t, err := range tellings {
		if err != nil {
			return err
		}
		texts := map[int64][]rune{} // a text edited since may leave statements on its older revision
		for _, s := range t.statements {
			if _, ok := texts[s.Revision]; !ok {
				rev, err := d.st.Revision(d.ctx, s.Revision)
				if err != nil {
					return err
				}
				texts[s.Revision] = []rune(rev.Plain)
			}
			a := d.annotation(t, s, texts[s.Revision])
			if n > 0 {
				d.w.WriteByte(',')
			}
			n++
			if err := d.line(a); err != nil {
				return err
			}
		}
	}
	_, err := d.w.WriteString(`]},"total":` + strconv.Itoa(n) + "}\n")
	return err
}

func (d *dump) annotation(t telling, s store.Statement, text []rune) annotation {
	start, end := min(s.Evidence.Start, len(text)), min(s.Evidence.End, len(text))
	a := annotation{ID: d.statement(s), Type: "Annotation", Motivation: "describing", Rights: d.license(),
		Generator: agent{"Software", "Shanyraq", s.ReaderVersion},
		Body: []any{
			textBody{Type: "TextualBody", Purpose: "classifying", Format: "text/plain", Value: s.Said.Kind},
			textBody{Type: "TextualBody", Purpose: "describing", Format: "text/plain", Language: s.Language, Value: title(s.Said, nil)},
		},
		Target: aTarget{"SpecificResource", d.article(t.card), s.Language, s.Hash, []any{
			positionSelector{"TextPositionSelector", s.Evidence.Start, s.Evidence.End},
			quoteSelector{"TextQuoteSelector", s.Quote, string(text[max(0, start-around):start]), string(text[end:min(len(text), end+around)])},
		}},
	}
	for _, r := range s.Refs {
		if e, ok := t.entities[r.Entity]; ok {
			a.Body = append(a.Body, entityBody{"SpecificResource", "linking", d.entityAddress(e), r.Role, e.Name(s.Language)})
		}
	}
	return a
}
