package reader

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// confidences is the table of how often each rule was right on the development
// set; shanyraq eval --confidence prints it anew.
//
//go:embed confidence.txt
var confidenceTable string

// confidences maps "language kind rule" to the share of right statements;
// the rule * stands for all of a kind.
var confidences = sync.OnceValue(func() map[string]float64 {
	m := map[string]float64{}
	for line := range strings.Lines(confidenceTable) {
		f := strings.Fields(line)
		if len(f) != 5 || strings.HasPrefix(line, "#") {
			continue
		}
		if v, err := strconv.ParseFloat(f[3], 64); err == nil {
			m[f[0]+" "+f[1]+" "+f[2]] = v
		}
	}
	return m
})

// confidenceOf gives the confidence of a rule's statements: that of the rule,
// else that of its kind in the language, 0 where neither was measured.
func confidenceOf(language, kind, rule string) float64 {
	m := confidences()
	if v, ok := m[language+" "+kind+" "+rule]; ok {
		return v
	}
	return m[language+" "+kind+" *"]
}
