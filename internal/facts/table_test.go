package facts

import (
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
)

func TestTableReadsWhatCSVReads(t *testing.T) {
	sources := map[string]string{
		"quoted":  "a,b\n\"one, two\",\"a \"\"word\"\"\"\n\"two\nlines\",\n",
		"no end":  "a,b\n1,2",
		"empties": "a,b\n,\n\"\",x\n",
	}
	for name, src := range tables {
		sources[name] = src
	}
	for name, src := range sources {
		want, err := csv.NewReader(strings.NewReader(src)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, err := table(src); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: table reads otherwise than encoding/csv (%v)", name, err)
		}
	}
}

func TestTableTellsWhatIsBroken(t *testing.T) {
	for _, src := range []string{"a,b\n1\n", "a,b\n1,2,3\n", "a\n\"1\n", "a\n\"1\"2\n"} {
		if got, err := table(src); err == nil {
			t.Errorf("table(%q) = %q, want an error", src, got)
		}
	}
}
