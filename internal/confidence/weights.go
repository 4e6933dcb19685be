package confidence

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"

	"shanyraq/internal/read"
)

// table says what each sign of a statement weighs; shanyraq eval
// --confidence makes it anew from gold documents.
//
//go:embed weights.txt
var table string

// weights are those of a kind of statement, in log odds: the confidence of a statement is
// the logistic function of their sum.
type weights struct {
	base      float64
	signs     [len(signNames)]float64
	languages map[string]map[string]float64 // the rules of each; "" is the language itself
	units     map[string]float64
}

// Beginnings of the signs that are words: a language, a rule as language:rule, a unit.
const languageSign, ruleSign, unitSign = "language=", "rule=", "unit="

// parse reads the table: lines of kind, sign, weight and how many statements of
// the gold documents have the sign.
func parse(table string) (map[string]*weights, error) {
	out := map[string]*weights{}
	n := 0
	for line := range strings.Lines(table) {
		n++
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Fields(line)
		if len(f) != 4 {
			return nil, fmt.Errorf("weights.txt:%d: %q is not: kind sign weight statements", n, strings.TrimSpace(line))
		}
		v, err := strconv.ParseFloat(f[2], 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("weights.txt:%d: the weight %q is no number", n, f[2])
		}
		w := out[f[0]]
		if w == nil {
			w = &weights{languages: map[string]map[string]float64{}, units: map[string]float64{}}
			out[f[0]] = w
		}
		switch at := slices.Index(signNames[:], f[1]); {
		case f[1] == "*":
			w.base = v
		case at >= 0:
			w.signs[at] = v
		case strings.HasPrefix(f[1], languageSign):
			w.setRule(f[1][len(languageSign):], "", v)
		case strings.HasPrefix(f[1], ruleSign):
			language, rule, _ := strings.Cut(f[1][len(ruleSign):], ":")
			w.setRule(language, rule, v)
		case strings.HasPrefix(f[1], unitSign):
			w.units[f[1][len(unitSign):]] = v
		default:
			return nil, fmt.Errorf("weights.txt:%d: no sign is called %q", n, f[1])
		}
	}
	return out, nil
}

// setRule notes what a rule of a language weighs; "" is the language.
func (w *weights) setRule(language, rule string, weight float64) {
	rules := w.languages[language]
	if rules == nil {
		rules = map[string]float64{}
		w.languages[language] = rules
	}
	rules[rule] = weight
}

// byKind is the table of the program; a broken one is a bug.
var byKind = sync.OnceValue(func() map[string]*weights {
	m, err := parse(table)
	if err != nil {
		panic(err)
	}
	return m
})

// Weigh gives each statement of a reading its confidence.
func Weigh(r *read.Reading) {
	if len(r.Statements) == 0 {
		return
	}
	byKind := byKind()
	for i, s := range signsOf(r) {
		st := &r.Statements[i]
		w := byKind[st.Kind]
		if w == nil {
			continue
		}
		rules := w.languages[r.Language]
		z := w.base + rules[""] + rules[st.Rule] + w.units[st.Unit]
		for ; s != 0; s &= s - 1 {
			z += w.signs[bits.TrailingZeros64(uint64(s))]
		}
		st.Confidence = min(max(math.Round(100*logistic(z)), 1), 99) / 100
	}
}

// Doubts gives, for each statement of a reading, the signs that make it markedly less
// sure (doubtful and below, in log odds), the heaviest first.
func Doubts(r read.Reading) [][]string {
	out := make([][]string, len(r.Statements))
	for i, s := range signsOf(&r) {
		w := byKind()[r.Statements[i].Kind]
		if w == nil {
			continue
		}
		var list []int
		for ; s != 0; s &= s - 1 {
			if at := bits.TrailingZeros64(uint64(s)); w.signs[at] <= doubtful {
				list = append(list, at)
			}
		}
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(w.signs[a], w.signs[b]) })
		for _, at := range list {
			out[i] = append(out[i], signNames[at])
		}
	}
	return out
}

// doubtful is the weight that makes an even chance three in eight.
const doubtful = -0.5

// Signs gives, for each statement of a reading, the names of all that its confidence is
// computed from, so that the weights can be fitted (see Calibrate).
func Signs(r read.Reading) [][]string {
	out := make([][]string, len(r.Statements))
	for i, s := range signsOf(&r) {
		st := &r.Statements[i]
		list := []string{languageSign + r.Language, ruleSign + r.Language + ":" + st.Rule}
		if st.Unit != "" {
			list = append(list, unitSign+st.Unit)
		}
		for ; s != 0; s &= s - 1 {
			list = append(list, signNames[bits.TrailingZeros64(uint64(s))])
		}
		out[i] = list
	}
	return out
}
