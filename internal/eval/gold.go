package eval

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// Document is one text with the facts a person found in it.
type Document struct {
	ID        string `json:"id"`
	Language  string `json:"language"`
	Published string `json:"published"`
	Title     string `json:"title"`
	// Invented says that the people of the text, and what they say and do,
	// are made up for the test.
	Invented bool   `json:"invented,omitempty"`
	Text     string `json:"text"`
	Gold     Facts  `json:"gold"`

	Part string `json:"-"` // "dev" or "held", after the folder it lies in; empty elsewhere
	Path string `json:"-"`
}

// Facts are the items of one document by kind, with names in place of
// entity ids.
type Facts struct {
	Dates         []Date      `json:"dates"`
	People        []Name      `json:"people"`
	Organizations []Name      `json:"organizations"`
	Places        []Name      `json:"places"`
	Groups        []Name      `json:"groups"`
	Offices       []Office    `json:"offices"`
	Figures       []Figure    `json:"figures"`
	Quotes        []Quote     `json:"quotes"`
	Agreements    []Agreement `json:"agreements"`
	Events        []Event     `json:"events"`
}

// Date is a date mention and its EDTF value; gold may accept several, split
// by bars.
type Date struct {
	Text     string `json:"text"`
	Value    string `json:"value"`
	Optional bool   `json:"optional,omitempty"`
}

// Name is an entity: its fullest name in the text, nominative, and the other
// names the text gives it.
type Name struct {
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases,omitempty"`
	Optional bool     `json:"optional,omitempty"`
}

// Office is a person's title in a body.
type Office struct {
	Person       string `json:"person"`
	Title        string `json:"title"`
	Organization string `json:"organization,omitempty"`
	Optional     bool   `json:"optional,omitempty"`
	Rule         string `json:"-"`
	At           int    `json:"-"` // of the statement in its reading
}

// Figure is a number that counts or measures something.
type Figure struct {
	Value     *float64 `json:"value,omitempty"`
	High      *float64 `json:"high,omitempty"`
	Qualifier string   `json:"qualifier,omitempty"`
	Unit      string   `json:"unit,omitempty"`
	Counted   string   `json:"counted,omitempty"`
	Group     string   `json:"group,omitempty"`
	Place     string   `json:"place,omitempty"`
	Date      string   `json:"date,omitempty"`
	Rank      int      `json:"rank,omitempty"`
	Times     float64  `json:"times,omitempty"`
	Optional  bool     `json:"optional,omitempty"`
	Rule      string   `json:"-"`
	At        int      `json:"-"` // of the statement in its reading
}

// Quote is words given as somebody's own.
type Quote struct {
	Speaker  string `json:"speaker"`
	Text     string `json:"text"`
	Direct   bool   `json:"direct"`
	Optional bool   `json:"optional,omitempty"`
	Rule     string `json:"-"`
	At       int    `json:"-"` // of the statement in its reading
}

// Agreement is an instrument with its parties and status.
type Agreement struct {
	Instrument string   `json:"instrument"`
	Parties    []string `json:"parties,omitempty"`
	Date       string   `json:"date,omitempty"`
	Status     string   `json:"status,omitempty"`
	Optional   bool     `json:"optional,omitempty"`
	Rule       string   `json:"-"`
	At         int      `json:"-"` // of the statement in its reading
}

// Event is something that takes place.
type Event struct {
	Event        string   `json:"event"`
	Name         string   `json:"name,omitempty"`
	Date         string   `json:"date,omitempty"`
	Place        string   `json:"place,omitempty"`
	Participants []string `json:"participants,omitempty"`
	Optional     bool     `json:"optional,omitempty"`
	Rule         string   `json:"-"`
	At           int      `json:"-"` // of the statement in its reading
}

// Load reads every *.json below dir, in order of path. A file that is no
// gold document is left out and reported in bad; the rest is still given.
func Load(dir string) (docs []Document, bad []error) {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			bad = append(bad, fault.Wrap(err, fault.NotFound, "cannot be read").At("%s", path).Hint("check that the folder exists and may be read"))
			return nil
		}
		if d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".json") {
			return nil
		}
		doc, err := LoadFile(path)
		if err != nil {
			bad = append(bad, err)
			return nil
		}
		docs = append(docs, doc)
		return nil
	})
	if err != nil {
		bad = append(bad, err)
	}
	if len(docs) == 0 && len(bad) == 0 {
		bad = append(bad, fault.New(fault.NotFound, "there is no gold document (*.json) below %q", dir).Hint("name a folder of gold documents, such as internal/eval/gold"))
	}
	return docs, bad
}

// LoadFile reads one gold document, in the shape of Document or as a reading
// of the contract that carries its "text".
func LoadFile(path string) (Document, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Document{}, fault.Wrap(err, fault.NotFound, "cannot be read").At("%s", path).Hint("check that the file exists and may be read")
	}
	doc, err := Parse(raw)
	if err != nil {
		return doc, fault.Wrap(err, fault.Invalid, "is not a gold document: %v", err).At("%s", path).Hint("gold/README.md shows the shape")
	}
	doc.Path = path
	for _, dir := range strings.Split(filepath.ToSlash(filepath.Dir(path)), "/") {
		if dir == "dev" || dir == "held" {
			doc.Part = dir
		}
	}
	if doc.ID == "" {
		doc.ID = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	return doc, nil
}

// Parse reads the JSON of one gold document in either shape. An unknown
// field inside "gold" and an impossible date are errors, since they are slips
// of the pen that would otherwise change a score in silence.
func Parse(raw []byte) (Document, error) {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(raw, &keys); err != nil {
		return Document{}, err
	}
	var doc Document
	gold, ours := keys["gold"]
	if !ours {
		if keys["statements"] == nil && keys["entities"] == nil && keys["mentions"] == nil {
			return doc, fmt.Errorf(`it has neither "gold" nor "entities" and "statements"`)
		}
		if err := json.Unmarshal(raw, &doc); err != nil {
			return doc, err
		}
		var r read.Reading
		if err := json.Unmarshal(raw, &r); err != nil {
			return doc, err
		}
		doc.Gold = FactsOf(r)
	} else {
		if err := json.Unmarshal(raw, &doc); err != nil {
			return doc, err
		}
		doc.Gold = Facts{}
		dec := json.NewDecoder(strings.NewReader(string(gold)))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&doc.Gold); err != nil {
			return doc, err
		}
	}
	if strings.TrimSpace(doc.Text) == "" {
		return doc, fmt.Errorf(`"text" is empty`)
	}
	return doc, doc.Gold.checkDates(doc.Published)
}

// checkDates refuses dates the calendar lacks.
func (f *Facts) checkDates(published string) error {
	all := []string{published}
	for _, x := range f.Dates {
		all = append(all, strings.Split(x.Value, "|")...)
	}
	for _, x := range f.Figures {
		all = append(all, x.Date)
	}
	for _, x := range f.Agreements {
		all = append(all, x.Date)
	}
	for _, x := range f.Events {
		all = append(all, x.Date)
	}
	slices.Sort(all)
	for _, s := range slices.Compact(all) {
		if _, err := value.ParseDate(s); err != nil {
			return err
		}
	}
	return nil
}
