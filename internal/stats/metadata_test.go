package stats

import (
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

// A table of somebody else's is read by what its description says: by the
// meaning of a property, by a name, or by a value that stands in every row.
func TestParseMetadata(t *testing.T) {
	const about = `{"@context": ["http://www.w3.org/ns/csvw", {"@language": "de"}], "url": "t.csv", "dc:source": "Amt",
		"tableSchema": {"columns": [
			{"titles": {"de": "Land"}, "propertyUrl": "http://purl.org/linked-data/sdmx/2009/dimension#refArea"},
			{"titles": ["Jahr", "J."], "propertyUrl": "http://purl.org/linked-data/sdmx/2009/dimension#refPeriod"},
			{"titles": "Wert", "name": "value"},
			{"titles": "Anderes", "name": "other"},
			{"name": "kind", "virtual": true, "default": "census"}]}}`
	m, source, err := ParseMetadata(strings.NewReader(about))
	if err != nil || source != "Amt" {
		t.Fatalf("%q %v", source, err)
	}
	list, err := ParseCSV(strings.NewReader("Land;Jahr;Wert;Anderes\nKG;1999;4822900;x\n"), m, source)
	if err != nil || len(list) != 1 || list[0].Area != "KG" || list[0].Kind != "census" || list[0].Value != 4822900 || list[0].Source != "Amt" {
		t.Errorf("%+v %+v %v", m, list, err)
	}
	for name, bad := range map[string]string{
		"no JSON":          "area,date",
		"no CSVW":          `{"tableSchema": {"columns": [{"name": "area"}]}}`,
		"no columns":       `{"@context": "http://www.w3.org/ns/csvw", "url": "t.csv"}`,
		"two of one field": `{"@context": "http://www.w3.org/ns/csvw", "tableSchema": {"columns": [{"name": "area"}, {"titles": "x", "name": "Area"}]}}`,
	} {
		if _, _, err := ParseMetadata(strings.NewReader(bad)); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Counts and shares in one file are two series only where that is said.
func TestUnitChangesMidway(t *testing.T) {
	const in = "area,group,date,unit,value\nKZ,uzbek,2009,person,456997\nKZ,uzbek,2021,percent,3.2\n"
	if _, err := ParseCSV(strings.NewReader(in), Mapping{}, "office"); !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "row 3, column 4") {
		t.Errorf("a unit that changes: %v", err)
	}
	if list, err := ParseCSV(strings.NewReader(in), Mapping{ByUnit: true}, "office"); err != nil || len(list) != 2 {
		t.Errorf("%v %v", list, err)
	}
}

func TestHeadings(t *testing.T) {
	heads, open, err := Headings(strings.NewReader("Land;Jahr;Wert\nKG;1999;5\n"), Mapping{Date: "Jahr"})
	if err != nil || !slices.Equal(heads, []string{"Land", "Jahr", "Wert"}) || !slices.Equal(open, []string{"area", "value", "group"}) {
		t.Errorf("%q %q %v", heads, open, err)
	}
	if _, open, _ := Headings(strings.NewReader("area,date,value\n"), Mapping{}); !slices.Equal(open, []string{"group"}) {
		t.Errorf("%q", open)
	}
}
