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

// measured is what a confidence was measured of.
type measured struct{ language, kind, rule string }

// confidences are the shares of right statements; the rule * stands for all of
// a kind.
var confidences = sync.OnceValue(func() map[measured]float64 {
	m := map[measured]float64{}
	for line := range strings.Lines(confidenceTable) {
		f := strings.Fields(line)
		if len(f) != 5 || strings.HasPrefix(line, "#") {
			continue
		}
		if v, err := strconv.ParseFloat(f[3], 64); err == nil {
			m[measured{f[0], f[1], f[2]}] = v
		}
	}
	return m
})

// confidenceOf gives the confidence of a rule's statements: that of the rule,
// else that of its kind in the language, 0 where neither was measured.
func confidenceOf(language, kind, rule string) float64 {
	m := confidences()
	if v, ok := m[measured{language, kind, rule}]; ok {
		return v
	}
	return m[measured{language, kind, "*"}]
}
