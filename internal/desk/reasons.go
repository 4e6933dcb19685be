package desk

import (
	"cmp"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// because says a reason of package record, an English sentence, in the asker's
// language. Reasons are kept as they were given, so a sentence is recognised by
// its form, and its values, which may be reasons in turn, are put into the
// translation: reasons/<language>.txt, written as faults are, but for values,
// which are {0}, {1}.
func (q *request) because(reason string) string {
	return say(q.desk.reasons[q.tag.Name], reason)
}

func (q *request) allBecause(reasons []string) (out []string) {
	for _, r := range reasons {
		out = append(out, q.because(r))
	}
	return out
}

// spoken is a form of sentences with its translation.
type spoken struct {
	shape *regexp.Regexp
	words string // {0}, {1}: its values
}

func say(forms []spoken, reason string) string {
	for _, f := range forms {
		m := f.shape.FindStringSubmatch(reason)
		if m == nil {
			continue
		}
		var values []string
		for i, value := range m[1:] {
			values = append(values, "{"+itoa(i)+"}", say(forms, value))
		}
		return strings.NewReplacer(values...).Replace(f.words)
	}
	return reason
}

var verb = regexp.MustCompile(`%[qsd]`)

// loadReasons reads the translations of reasons.
func loadReasons(files fs.FS) (map[string][]spoken, error) {
	said, err := loadSaid(files, "reasons")
	out := map[string][]spoken{}
	for language, list := range said {
		out[language] = spokenOf(list)
	}
	return out, err
}

// spokenOf makes ready what reasons/<language>.txt says: of two forms that fit
// a sentence the one with more words of its own comes first.
func spokenOf(said map[string]string) (out []spoken) {
	for _, format := range longestFirst(said) {
		expression, from := "^", 0
		for _, at := range verb.FindAllStringIndex(format, -1) {
			expression += regexp.QuoteMeta(format[from:at[0]])
			switch format[at[0]:at[1]] {
			case "%q":
				expression += `"(.*)"`
			case "%d":
				expression += `(-?\d+)`
			default:
				expression += `(.+)`
			}
			from = at[1]
		}
		out = append(out, spoken{regexp.MustCompile(expression + regexp.QuoteMeta(format[from:]) + "$"), said[format]})
	}
	return out
}

func longestFirst(said map[string]string) []string {
	return slices.SortedFunc(maps.Keys(said), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
}
