package read

import (
	"encoding/json"
	"testing"
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
