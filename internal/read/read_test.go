package read

import (
	"bytes"
	"encoding/json"
	"testing"

	"shanyraq/internal/value"
)

// TestJSONIsTheContract holds the names of the published fields, and that a
// field which says nothing is left out while false and 0 that say something
// stand.
func TestJSONIsTheContract(t *testing.T) {
	zero, no := 0.0, false
	for _, c := range []struct {
		value any
		want  string
	}{
		{Mention{Kind: DateKind, Text: "last year", Start: 3, End: 12, Value: "2015"},
			`{"kind":"date","text":"last year","start":3,"end":12,"value":"2015"}`},
		{Entity{ID: "e1", Kind: Person, Name: "Dana Akhmet", Aliases: []string{"Akhmet"}},
			`{"id":"e1","kind":"person","name":"Dana Akhmet","aliases":["Akhmet"]}`},
		{Statement{Kind: Figure, Rule: "r", Value: &zero, Unit: "percent"},
			`{"kind":"figure","evidence":{"start":0,"end":0},"rule":"r","value":0,"unit":"percent"}`},
		{Statement{Kind: Quote, Rule: "r", Speaker: "e1", Text: "so", Direct: &no},
			`{"kind":"quote","evidence":{"start":0,"end":0},"rule":"r","speaker":"e1","text":"so","direct":false}`},
	} {
		got, err := json.Marshal(c.value)
		if err != nil || string(got) != c.want {
			t.Errorf("got  %s\nwant %s (%v)", got, c.want, err)
		}
	}
}

// TestWriteIsTheEncoders holds the streamed bytes to those of the standard
// encoder.
func TestWriteIsTheEncoders(t *testing.T) {
	n, yes := 1.5, true
	for _, r := range []Reading{
		{},
		{Language: "en", Sentences: []value.Span{}, Mentions: []Mention{}, Entities: []Entity{}, Statements: []Statement{}},
		{Language: "kk", Published: "2024-05-16", Sentences: []value.Span{{Start: 0, End: 9}, {Start: 10, End: 20}},
			Mentions:   []Mention{{Kind: Person, Text: "A <b> & \"c\" \u2028", Entity: "e1"}},
			Entities:   []Entity{{ID: "e1", Kind: Person, Name: "Дана", Aliases: []string{"Д.", "Ә"}}, {ID: "e2"}},
			Statements: []Statement{{Kind: Figure, Value: &n, Confidence: 0.9}, {Kind: Event, Recurring: &yes, Participants: []string{"e1", "e2"}}}},
	} {
		var want, got bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
		if err := r.Write(&got); err != nil || got.String() != want.String() {
			t.Errorf("got  %s\nwant %s (%v)", got.String(), want.String(), err)
		}
	}
}
