package stats

import (
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"

	"shanyraq/internal/fault"
)

// CSV on the Web (https://www.w3.org/TR/tabular-data-primer/): a file beside a
// CSV file that says what its columns are. Metadata writes one for our own
// tables, ParseMetadata reads one that came with somebody else's.

// Columns are the headings of our own tables, in their order.
var Columns = []string{"area", "group", "unit", "date", "value", "kind", "source", "note"}

// meanings are the properties of the SDMX vocabulary of the RDF Data Cube
// that say what a column holds.
var meanings = map[string]string{
	"http://purl.org/linked-data/sdmx/2009/dimension#refArea":     "area",
	"http://purl.org/linked-data/sdmx/2009/dimension#refPeriod":   "date",
	"http://purl.org/linked-data/sdmx/2009/dimension#timePeriod":  "date",
	"http://purl.org/linked-data/sdmx/2009/measure#obsValue":      "value",
	"http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure": "unit",
	"http://purl.org/linked-data/sdmx/2009/concept#dataComp":      "kind",
	"http://purl.org/dc/terms/source":                             "source",
	"http://www.w3.org/2000/01/rdf-schema#comment":                "note",
}

// TableMetadata is a CSVW description of one table, as far as it is used here.
type TableMetadata struct {
	Context     any      `json:"@context"` // "http://www.w3.org/ns/csvw", or a list that begins with it
	URL         string   `json:"url"`
	Title       string   `json:"dc:title,omitempty"`
	Description string   `json:"dc:description,omitempty"`
	License     *link    `json:"dc:license,omitempty"`
	Source      string   `json:"dc:source,omitempty"`
	Dialect     *dialect `json:"dialect,omitempty"`
	Schema      schema   `json:"tableSchema"`
}

type link struct {
	ID string `json:"@id"`
}

type dialect struct {
	Delimiter string `json:"delimiter,omitempty"`
	Encoding  string `json:"encoding,omitempty"`
	Header    *bool  `json:"header,omitempty"`
}

type schema struct {
	Columns    []column `json:"columns"`
	PrimaryKey any      `json:"primaryKey,omitempty"`
}

type column struct {
	Name        string `json:"name,omitempty"`
	Titles      any    `json:"titles,omitempty"` // a string, a list, or either by language
	Description string `json:"dc:description,omitempty"`
	PropertyURL string `json:"propertyUrl,omitempty"`
	Datatype    any    `json:"datatype,omitempty"`
	Required    bool   `json:"required,omitempty"`
	Default     string `json:"default,omitempty"` // what an empty cell means
	Virtual     bool   `json:"virtual,omitempty"` // not in the file: Default stands in every row
}

// Metadata describes a table of ours that is found at url.
func Metadata(url, title, description, license string) TableMetadata {
	m := TableMetadata{Context: "http://www.w3.org/ns/csvw", URL: url, Title: title, Description: description, License: &link{license}}
	m.Schema.PrimaryKey = []string{"area", "group", "unit", "date", "kind", "source"}
	about := map[string]string{"area": "ISO 3166 code, or id of a region", "group": "id of a people; total, other or not_stated", "unit": "person or percent",
		"date": "day, month or year (EDTF)", "kind": "census or estimate", "source": "who published the number"}
	for _, name := range Columns {
		c := column{Name: name, Titles: name, Description: about[name], Datatype: "string", Required: name != "note"}
		if name == "value" {
			c.Datatype = map[string]any{"base": "decimal", "minimum": 0}
		}
		for url, field := range meanings {
			if field == name && url != "http://purl.org/linked-data/sdmx/2009/dimension#timePeriod" {
				c.PropertyURL = url
			}
		}
		m.Schema.Columns = append(m.Schema.Columns, c)
	}
	return m
}

// ParseMetadata reads the description that stands beside a CSV file and gives
// the mapping of its columns: by what their property means, else by their
// name, where that is one of ours. Fields it says nothing of stay empty.
func ParseMetadata(r io.Reader) (m Mapping, source string, err error) {
	data, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return m, "", fault.Wrap(err, fault.Unavailable, "the description of the table cannot be read").Hint("try again")
	}
	var group struct {
		TableMetadata
		Tables []TableMetadata `json:"tables"`
	}
	if err := json.Unmarshal(data, &group); err != nil {
		return m, "", fault.Wrap(err, fault.Invalid, "the description of the table is no CSVW: %v", err).Hint("correct it or name the columns on the command line")
	}
	t := group.TableMetadata
	if len(t.Schema.Columns) == 0 && len(group.Tables) == 1 {
		t = group.Tables[0]
	}
	if !strings.Contains(string(data), "http://www.w3.org/ns/csvw") || len(t.Schema.Columns) == 0 {
		return m, "", fault.New(fault.Invalid, "the description of the table names no columns").Hint("it needs the context http://www.w3.org/ns/csvw and a tableSchema with columns")
	}
	for _, c := range t.Schema.Columns {
		field := meanings[c.PropertyURL]
		if field == "" {
			if _, ok := usual[strings.ToLower(c.Name)]; !ok {
				continue
			}
			field = strings.ToLower(c.Name)
		}
		to := m.field(field)
		switch {
		case *to != "":
			return m, "", fault.New(fault.Invalid, "two columns are described as the %s", field).Hint("keep one of them")
		case c.Virtual || c.Default != "" && heading(c) == "":
			*to = "=" + c.Default
		default:
			*to = heading(c)
		}
	}
	if keys, ok := t.Schema.PrimaryKey.([]any); ok {
		for _, c := range t.Schema.Columns {
			m.ByUnit = m.ByUnit || heading(c) == m.Unit && m.Unit != "" && slices.Contains(keys, any(c.Name))
		}
	}
	return m, t.Source, nil
}

// heading gives what a column is called in the first row.
func heading(c column) string {
	var first func(any) string
	first = func(v any) string {
		switch v := v.(type) {
		case string:
			return v
		case []any:
			if len(v) > 0 {
				return first(v[0])
			}
		case map[string]any:
			for _, l := range []string{"en", "und", "ru", "kk"} {
				if s := first(v[l]); s != "" {
					return s
				}
			}
			for _, l := range slices.Sorted(maps.Keys(v)) {
				return first(v[l])
			}
		}
		return ""
	}
	if s := first(c.Titles); s != "" {
		return s
	}
	return c.Name
}

// field gives a field of a mapping by its name.
func (m *Mapping) field(name string) *string {
	return map[string]*string{"area": &m.Area, "group": &m.Group, "date": &m.Date, "value": &m.Value, "kind": &m.Kind, "unit": &m.Unit, "source": &m.Source, "note": &m.Note}[name]
}

// Fill takes from other what m leaves open.
func (m *Mapping) Fill(other Mapping) {
	for name := range usual {
		if to := m.field(name); *to == "" {
			*to = *other.field(name)
		}
	}
	m.ByUnit = m.ByUnit || other.ByUnit
}
