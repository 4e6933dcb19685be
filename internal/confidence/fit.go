package confidence

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
)

// Example is a judged statement: what shows at it, and how right it was.
type Example struct {
	Document int
	Kind     string
	Signs    []string
	Credit   float64 // 0 to 1
}

// Calibration is judged statements by kind, from which weights are fitted.
type Calibration map[string][]Example

// Settings of the fit. The penalty, chosen by cross-validation among 1 to 15, draws every
// weight towards nought, the more so the fewer statements have its sign.
const (
	penalty   = 2.0
	passes    = 60
	folds     = 5
	leastSeen = 4
)

// Calibrate takes judged statements, of which documents are the unit: statements of one
// document are never on both sides of a cross-validation.
func Calibrate(list []Example) Calibration {
	c := Calibration{}
	for _, e := range list {
		c[e.Kind] = append(c[e.Kind], e)
	}
	return c
}

// Print writes the table: lines of kind, sign, weight in log odds and how many statements
// have it, "*" for what all of a kind share. Before them, as comments, it says for each
// kind how well weights fitted without a document foretell that document: the Brier score
// beside that of the kind's mean, the chance that of a right and a wrong statement the
// right one is surer (AUC), and how many were right of those that are so sure.
func (c Calibration) Print(w io.Writer) error {
	b := bufio.NewWriter(w)
	kinds := slices.Sorted(maps.Keys(c))
	for _, kind := range kinds {
		validate(b, kind, c[kind])
	}
	for _, kind := range kinds {
		list := c[kind]
		m := fit(list)
		seen := map[string]int{"*": len(list)}
		for _, e := range list {
			for _, s := range e.Signs {
				seen[s]++
			}
		}
		for _, s := range slices.Sorted(maps.Keys(m)) {
			fmt.Fprintf(b, "%s %s %.2f %d\n", kind, s, m[s], seen[s])
		}
	}
	return b.Flush()
}

// bands are the confidences between which statements are counted together.
var bands = []float64{0, 0.5, 0.7, 0.8, 0.9, 0.95, 1}

// validate writes how well a kind's confidences hold on documents that were left out.
func validate(w io.Writer, kind string, list []Example) {
	sure := make([]float64, len(list))
	for f := range folds {
		var train []Example
		for _, e := range list {
			if e.Document%folds != f {
				train = append(train, e)
			}
		}
		m := fit(train)
		for i, e := range list {
			if e.Document%folds == f {
				sure[i] = m.of(e)
			}
		}
	}
	mean, brier, plain := 0.0, 0.0, 0.0
	for _, e := range list {
		mean += e.Credit / float64(len(list))
	}
	for i, e := range list {
		brier += (e.Credit - sure[i]) * (e.Credit - sure[i]) / float64(len(list))
		plain += (e.Credit - mean) * (e.Credit - mean) / float64(len(list))
	}
	fmt.Fprintf(w, "# %s: %d statements, %.3f right; left out: Brier %.4f (mean alone %.4f), AUC %.3f; sure, statements, right:", kind, len(list), mean, brier, plain, auc(list, sure))
	for k := range len(bands) - 1 {
		n, right := 0, 0.0
		for i, e := range list {
			if sure[i] >= bands[k] && sure[i] < bands[k+1] {
				n++
				right += e.Credit
			}
		}
		if n > 0 {
			fmt.Fprintf(w, " %.2f– %d %.2f;", bands[k], n, right/float64(n))
		}
	}
	fmt.Fprintln(w)
}

// auc is the chance that of two statements the better one is surer, ties half.
func auc(list []Example, sure []float64) float64 {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(sure[a], sure[b]) })
	wrongBelow, won, right, wrong := 0.0, 0.0, 0.0, 0.0
	for from := 0; from < len(order); {
		to, r, w := from, 0.0, 0.0
		for ; to < len(order) && sure[order[to]] == sure[order[from]]; to++ {
			r += list[order[to]].Credit
			w += 1 - list[order[to]].Credit
		}
		won += r * (wrongBelow + w/2)
		wrongBelow += w
		right, wrong = right+r, wrong+w
		from = to
	}
	return won / max(right*wrong, 1e-9)
}

// model gives the weight of each sign in log odds, "*" of all.
type model map[string]float64

// of gives how sure the model is of a statement.
func (m model) of(e Example) float64 {
	z := m["*"]
	for _, s := range e.Signs {
		z += m[s]
	}
	return logistic(z)
}

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// fit gives the weights of the penalised logistic regression of credit on signs, by
// Newton's steps one weight after the other in order of name, so that it comes out the
// same each time. Rules and units that fewer than leastSeen statements have get none.
func fit(list []Example) model {
	with := map[string][]int{}
	for i, e := range list {
		with["*"] = append(with["*"], i)
		for _, s := range e.Signs {
			with[s] = append(with[s], i)
		}
	}
	maps.DeleteFunc(with, func(s string, at []int) bool { return len(at) < leastSeen && strings.Contains(s, "=") })
	m, z := model{}, make([]float64, len(list))
	names := slices.Sorted(maps.Keys(with))
	for range passes {
		for _, s := range names {
			slope, bend := 0.0, 1e-9
			if s != "*" {
				slope, bend = -penalty*m[s], penalty
			}
			for _, i := range with[s] {
				p := logistic(z[i])
				slope += list[i].Credit - p
				bend += p * (1 - p)
			}
			step := min(max(slope/bend, -1), 1) // so that no step leaves where the curve holds
			m[s] += step
			for _, i := range with[s] {
				z[i] += step
			}
		}
	}
	return m
}
