package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// What the Metadata Vocabulary for Tabular Data (W3C Recommendation of 17
// December 2015) demands of a description of one table, and the Model for
// Tabular Data (the same day, section 6 and 8) of the table that it describes:
// the context (5.2), the address of the table (5.4), columns with their names
// and titles (5.6), data types (5.11), keys (5.5), common properties (5.8). Each
// fault is one that the tests of w3c/csvw hold against a validator too.

var (
	csvwName  = regexp.MustCompile(`^[A-Za-z0-9%.][A-Za-z0-9_%.]*$`) // no leading underscore: these are reserved
	csvwTypes = []string{"string", "decimal", "integer", "date", "gYear", "anyURI", "boolean", "double", "normalizedString", "token"}
	csvwTable = []string{"@context", "@id", "@type", "url", "dialect", "notes", "tableDirection", "tableSchema", "transformations", "suppressOutput"}
	csvwParts = []string{"@id", "@type", "name", "titles", "suppressOutput", "virtual", "aboutUrl", "datatype", "default", "lang", "null", "ordered", "propertyUrl", "required", "separator", "textDirection", "valueUrl"}
)

func csvwFaults(t *testing.T, about, table []byte) (faults []string) {
	t.Helper()
	want := func(ok bool, format string, args ...any) {
		if !ok {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	address := func(s string) bool {
		u, err := url.Parse(s)
		return err == nil && s != "" && !strings.ContainsAny(s, " <>") && u != nil
	}
	var m map[string]any
	if err := json.Unmarshal(about, &m); err != nil {
		t.Fatal(err)
	}
	want(m["@context"] == "http://www.w3.org/ns/csvw", "the context %v", m["@context"])
	u, _ := m["url"].(string)
	want(address(u), "the table is at %v", m["url"])
	for p, v := range m {
		want(slices.Contains(csvwTable, p) || strings.HasPrefix(p, "dc:"), "a table has no %s", p)
		if o, ok := v.(map[string]any); ok && strings.HasPrefix(p, "dc:") {
			id, _ := o["@id"].(string)
			want(len(o) == 1 && address(id), "%s is %v", p, o)
		}
	}
	s, _ := m["tableSchema"].(map[string]any)
	columns, _ := s["columns"].([]any)
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil || len(rows) == 0 {
		return append(faults, fmt.Sprintf("the table: %v", err))
	}
	want(len(columns) == len(rows[0]), "%d columns described, %d there", len(columns), len(rows[0]))
	at := map[string]int{}
	for i, c := range columns {
		c, _ := c.(map[string]any)
		for p := range c {
			want(slices.Contains(csvwParts, p) || strings.HasPrefix(p, "dc:"), "a column has no %s", p)
		}
		name, _ := c["name"].(string)
		_, twice := at[name]
		want(csvwName.MatchString(name) && !twice, "the name %q", name)
		at[name] = i
		if i < len(rows[0]) {
			want(c["titles"] == rows[0][i], "the column %q is called %q", c["titles"], rows[0][i])
		}
		base, lowest := c["datatype"], 0.0
		if o, ok := base.(map[string]any); ok {
			base = o["base"]
			lowest, _ = o["minimum"].(float64)
		}
		kind, _ := base.(string)
		want(slices.Contains(csvwTypes, kind), "the type %v", base)
		if p, there := c["propertyUrl"]; there {
			p, _ := p.(string)
			want(address(p) && strings.HasPrefix(p, "http"), "propertyUrl %v", p)
		}
		for n, row := range rows[1:] {
			cell := row[i]
			want(cell != "" || c["required"] != true, "row %d: %s is empty", n+1, name)
			if kind == "decimal" && cell != "" {
				v, err := strconv.ParseFloat(cell, 64)
				want(err == nil && v >= lowest && !strings.ContainsAny(cell, "eE"), "row %d: %s %q", n+1, name, cell)
			}
		}
	}
	keys, _ := s["primaryKey"].([]any)
	seen := map[string]bool{}
	for n, row := range rows[1:] {
		var key []string
		for _, k := range keys {
			name, _ := k.(string)
			i, ok := at[name]
			want(ok, "the key has no column %q", name)
			if ok {
				key = append(key, row[i])
			}
		}
		all := strings.Join(key, "\x00")
		want(len(keys) == 0 || !seen[all], "row %d has the key of another: %q", n+1, key)
		seen[all] = true
	}
	return faults
}

func TestSeriesAreCSVW(t *testing.T) {
	st := sample(t)
	in := []stats.Observation{
		{Key: stats.Key{Area: "KZ", Group: "uzbek", Unit: "percent"}, Date: value.MustDate("2021-09-01"), Kind: "census", Value: 0.0000032, Source: "office", Note: "of all, \"rounded\""},
		{Key: stats.Key{Area: "KZ", Group: "uzbek", Unit: "person"}, Date: value.MustDate("2009"), Kind: "census", Value: 456997, Source: "office; table 2"},
		{Key: stats.Key{Area: "KZ", Group: "uzbek", Unit: "person"}, Date: value.MustDate("2009"), Kind: "census", Value: 457000000, Source: "another office"},
	}
	if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveObservations(in) }); err != nil {
		t.Fatal(err)
	}
	table, _ := write(t, st, "series")
	about, err := json.Marshal(stats.Metadata("series.csv", "Sample", "What it is", "https://example.org/en/terms"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range csvwFaults(t, about, table) {
		t.Error(f)
	}
	for _, broken := range [][2]string{{"http://www.w3.org/ns/csvw", "http://www.w3.org/csvw"}, {`"name":"area"`, `"name":"_area"`}, {`"titles":"group"`, `"titles":"people"`}, {`"base":"decimal"`, `"base":"number"`},
		{`"primaryKey":["area"`, `"primaryKey":["place"`}, {`,"kind","source"]`, `]`}, {`"url":"series.csv"`, `"href":"series.csv"`}, {`"minimum":0`, `"minimum":5`}} {
		if bad := bytes.Replace(about, []byte(broken[0]), []byte(broken[1]), 1); bytes.Equal(bad, about) || len(csvwFaults(t, bad, table)) == 0 {
			t.Errorf("%s in place of %s is taken", broken[1], broken[0])
		}
	}
}
