package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// Every statement leads over its reading to its revision and its reader, and
// what a person decided to that person; no node stands twice or is missing.
func TestProv(t *testing.T) {
	b, n := write(t, lived(t), "prov")
	var g struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	nodes := map[string]map[string]any{}
	for _, v := range g.Graph {
		id := v["id"].(string)
		if nodes[id] != nil {
			t.Errorf("%s is there twice", id)
		}
		nodes[id] = v
	}
	count := map[any]int{}
	for id, v := range nodes {
		count[v["type"]]++
		for _, edge := range []string{"wasDerivedFrom", "wasGeneratedBy", "used", "wasAssociatedWith"} {
			if to, ok := v[edge].(string); ok && nodes[to] == nil {
				t.Errorf("%s: %s leads to %s, which is not there", id, edge, to)
			}
		}
		if v["value"] == nil {
			continue
		}
		at, hops := v, 0
		for ; at["sha256"] == nil && hops < 9; hops++ {
			next, _ := at["wasDerivedFrom"].(string)
			if at = nodes[next]; at == nil {
				t.Fatalf("%s is derived from nothing", id)
			}
		}
		if !strings.Contains(id, "/record/statement/") || nodes[v["wasGeneratedBy"].(string)]["wasAssociatedWith"] == nil {
			t.Errorf("%s: %v", id, v)
		}
	}
	if n.Statements != 4 || count["prov:Person"] != 1 || count["prov:SoftwareAgent"] != 1 {
		t.Errorf("%d statements, agents %v", n.Statements, count)
	}
	if !strings.Contains(string(b), `"rank":"deprecated","reason":"told twice"`) {
		t.Error("a decision has lost its reason")
	}
}

func TestPlover(t *testing.T) {
	b, n := write(t, sample(t), "plover")
	var all []ploverEvent
	for s := bufio.NewScanner(bytes.NewReader(b)); s.Scan(); {
		var e ploverEvent
		if err := json.Unmarshal(s.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	if len(all) != 1 || n.Statements != 1 {
		t.Fatalf("%d events of %d statements: %s", len(all), n.Statements, b)
	}
	if e := all[0]; e.Event[0] != "SUPPORT" || len(e.Sources) != 2 || e.Sources[0].Code != "KAZ" || e.Sources[1].Code != "UZB" || e.Recipients != nil || e.Date != "2017-11-09" || e.Text == "" || e.Cite.URL == "" || e.Cite.License == "" || !slices.Contains(e.Context, "diplomatic") {
		t.Errorf("%+v", e)
	}
	for _, c := range []struct {
		said  read.Statement
		sides int
		want  string
	}{
		{read.Statement{Kind: read.Agreement, Status: "planned"}, 2, "AGREE "},
		{read.Statement{Kind: read.Agreement, Status: "other", Action: "denounced"}, 2, "SANCTION discontinue"},
		{read.Statement{Kind: read.Agreement, Status: "other"}, 2, " "},
		{read.Statement{Kind: read.Event, Event: "visit"}, 2, "CONSULT visit"},
		{read.Statement{Kind: read.Event, Event: "meeting"}, 5, "CONSULT multilateral"},
		{read.Statement{Kind: read.Event, Event: "meeting", Time: "planned"}, 2, "AGREE "},
		{read.Statement{Kind: read.Event, Event: "meeting", Time: "denied"}, 2, " "},
		{read.Statement{Kind: read.Event, Event: "festival"}, 2, " "},
	} {
		kind, mode, ok := ploverType(c.said, c.sides)
		if kind+" "+mode != c.want || ok != (c.want != " ") {
			t.Errorf("%+v: %s %s, want %s", c.said, kind, mode, c.want)
		}
	}
}

// The series go out as CSV that describes itself, and come back the same.
func TestSeriesComeBack(t *testing.T) {
	st := sample(t)
	in := []stats.Observation{
		{Key: stats.Key{Area: "KZ", Group: "uzbek", Unit: "percent"}, Date: value.MustDate("2021-09-01"), Kind: "census", Value: 3.2, Source: "office", Note: "of all, rounded"},
		{Key: stats.Key{Area: "KZ", Group: "uzbek", Unit: "person"}, Date: value.MustDate("2009"), Kind: "census", Value: 456997, Source: "office; \"table 2\""},
	}
	if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveObservations(in) }); err != nil {
		t.Fatal(err)
	}
	b, n := write(t, st, "series")
	if n.Observations != 2 {
		t.Errorf("counts %+v", n)
	}
	about, err := json.Marshal(stats.Metadata("series.csv", "Sample", "", "https://example.org/en/terms"))
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := stats.ParseMetadata(bytes.NewReader(about))
	if err != nil {
		t.Fatal(err)
	}
	out, err := stats.ParseCSV(bytes.NewReader(b), m, "")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(in, out) {
		t.Errorf("%+v became %+v", in, out)
	}
}
