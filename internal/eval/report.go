package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// Table is the tally of each kind over a set of documents.
type Table struct {
	Documents int
	Kinds     map[string]Tally
	Fields    map[string]Fields // by kind of statement
}

// MacroF1 is the mean F1 over the kinds that gold has.
func (t Table) MacroF1() float64 {
	sum, n := 0.0, 0.0
	for _, k := range Kinds {
		if x := t.Kinds[k]; x.Gold > 0 {
			sum += x.F1()
			n++
		}
	}
	return ratio(sum, n)
}

func (t *Table) add(s Score) {
	if t.Kinds == nil {
		t.Kinds, t.Fields = map[string]Tally{}, map[string]Fields{}
	}
	t.Documents++
	for k, x := range s.Kinds {
		y := t.Kinds[k]
		y.add(x)
		t.Kinds[k] = y
	}
	for k, x := range s.Fields {
		if t.Fields[k] == nil {
			t.Fields[k] = Fields{}
		}
		t.Fields[k].add(x)
	}
}

// MarshalJSON writes {"kinds":{"dates":{"precision","recall","f1"}…},"macro_f1"}.
func (t Table) MarshalJSON() ([]byte, error) {
	type prf struct {
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		F1        float64 `json:"f1"`
	}
	kinds := map[string]prf{}
	for _, k := range Kinds {
		x := t.Kinds[k]
		kinds[k] = prf{x.Precision(), x.Recall(), x.F1()}
	}
	return json.Marshal(struct {
		Documents int            `json:"documents"`
		Kinds     map[string]prf `json:"kinds"`
		MacroF1   float64        `json:"macro_f1"`
	}{t.Documents, kinds, t.MacroF1()})
}

// Report is the score of a set of documents: all of them, by language, and by
// part ("dev", "held") and language.
type Report struct {
	All       Table
	Languages map[string]Table
	Parts     map[string]map[string]Table // part, language
	Rules     map[string]Tally            // "kind/rule" of statements
	Scores    []Score
}

func newReport() Report {
	return Report{Languages: map[string]Table{}, Parts: map[string]map[string]Table{}, Rules: map[string]Tally{}}
}

func (r *Report) add(s Score) {
	r.All.add(s)
	l := r.Languages[s.Doc.Language]
	l.add(s)
	r.Languages[s.Doc.Language] = l
	if p := s.Doc.Part; p != "" {
		if r.Parts[p] == nil {
			r.Parts[p] = map[string]Table{}
		}
		t := r.Parts[p][s.Doc.Language]
		t.add(s)
		r.Parts[p][s.Doc.Language] = t
	}
	for k, x := range s.Rules {
		y := r.Rules[k]
		y.add(x)
		r.Rules[k] = y
	}
	r.Scores = append(r.Scores, s)
}

// MarshalJSON writes the table of all documents, with "languages" and "parts"
// beside it.
func (r Report) MarshalJSON() ([]byte, error) {
	all, err := r.All.MarshalJSON()
	if err != nil {
		return nil, err
	}
	more, err := json.Marshal(struct {
		Languages map[string]Table            `json:"languages"`
		Parts     map[string]map[string]Table `json:"parts,omitempty"`
	}{r.Languages, r.Parts})
	if err != nil {
		return nil, err
	}
	return append(append(all[:len(all)-1], ','), more[1:]...), nil
}

// Print writes the table for people: a line a kind; precision, recall and F1
// for each language; dev and held-out F1 beneath.
func (r Report) Print(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	langs := slices.Sorted(maps.Keys(r.Languages))
	fmt.Fprint(tw, "\t")
	for _, l := range langs {
		fmt.Fprintf(tw, "%s: P\tR\tF1\tgold\t", l)
	}
	fmt.Fprint(tw, "all: P\tR\tF1\tgold\t\n")
	for _, k := range Kinds {
		fmt.Fprintf(tw, "%s\t", k)
		for _, l := range langs {
			printTally(tw, r.Languages[l].Kinds[k])
		}
		printTally(tw, r.All.Kinds[k])
		fmt.Fprintln(tw)
	}
	fmt.Fprint(tw, "macro F1\t")
	for _, l := range langs {
		fmt.Fprintf(tw, "\t\t%.3f\t\t", r.Languages[l].MacroF1())
	}
	fmt.Fprintf(tw, "\t\t%.3f\t\t\n", r.All.MacroF1())
	for _, p := range slices.Sorted(maps.Keys(r.Parts)) {
		fmt.Fprintf(tw, "macro F1, %s\t", p)
		for _, l := range langs {
			t := r.Parts[p][l]
			fmt.Fprintf(tw, "\t\t%.3f\t%d docs\t", t.MacroF1(), t.Documents)
		}
		fmt.Fprintln(tw)
	}
	return tw.Flush()
}

func printTally(w io.Writer, t Tally) {
	fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t%d\t", t.Precision(), t.Recall(), t.F1(), t.Gold)
}

// PrintSlips writes, document by document, what was missed (-), what was
// extra (+) and what was found in part (~), with the fields that differ. Held-out documents are left out,
// so that nobody tunes on them by looking.
func (r Report) PrintSlips(w io.Writer, kind string) {
	for _, s := range r.Scores {
		if s.Doc.Part == "held" {
			continue
		}
		head := false
		for _, x := range s.Slips {
			if kind != "" && x.Kind != kind {
				continue
			}
			if !head {
				fmt.Fprintf(w, "\n%s  %s\n", s.Doc.ID, s.Doc.Title)
				head = true
			}
			rule := ""
			if x.Rule != "" {
				rule = "  [" + x.Rule + "]"
			}
			switch {
			case x.Found == "":
				fmt.Fprintf(w, "  - %-13s %s\n", x.Kind, x.Gold)
			case x.Gold == "":
				fmt.Fprintf(w, "  + %-13s %s%s\n", x.Kind, x.Found, rule)
			default:
				fmt.Fprintf(w, "  ~ %-13s %s\n    %-13s %s%s (%.2f) %s\n", x.Kind, x.Gold, "", x.Found, rule, x.Credit, strings.Join(x.Wrong, ", "))
			}
		}
	}
}

// PrintRules writes the precision of each rule, from which a statement's
// confidence is set.
func (r Report) PrintRules(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "rule\tfound\tprecision")
	for _, k := range slices.Sorted(maps.Keys(r.Rules)) {
		t := r.Rules[k]
		fmt.Fprintf(tw, "%s\t%d\t%.3f\n", k, t.Found, t.Precision())
	}
	return tw.Flush()
}
