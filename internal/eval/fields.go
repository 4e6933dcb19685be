package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"
)

// A credit forgives: an event counts where its kind and one of day, place and
// name agree. Fields do not: they ask of each thing that gold tells of a
// statement whether the reading tells the same, and no more than that.

// field is one thing that gold tells of a statement.
type field struct {
	name  string
	right bool
}

// Share is how many of some things are right.
type Share struct{ Right, Told int }

func (s *Share) enter(right bool) {
	s.Told++
	if right {
		s.Right++
	}
}

// whole is the name under which a statement is entered that has every field right.
const whole = "every field"

// Fields are the shares of a kind by the name of the field, in statements that were
// paired with one of gold, and under "every field" those of whole statements.
type Fields map[string]Share

func (f Fields) enter(list []field) {
	all := true
	for _, x := range list {
		all = all && x.right
		s := f[x.name]
		s.enter(x.right)
		f[x.name] = s
	}
	s := f[whole]
	s.enter(all)
	f[whole] = s
}

func (f Fields) add(g Fields) {
	for name, x := range g {
		s := f[name]
		f[name] = Share{s.Right + x.Right, s.Told + x.Told}
	}
}

// told is a list of fields, of which only what gold tells is noted.
type told []field

func (t *told) note(name string, tells, right bool) {
	if tells {
		*t = append(*t, field{name, right})
	}
}

// wrong gives the names of the fields that are not right.
func (t told) wrong() (names []string) {
	for _, x := range t {
		if !x.right {
			names = append(names, x.name)
		}
	}
	return names
}

// all reports whether the names found are those of gold, none less and none more.
func (j judge) all(gold, found []string) bool {
	pairs := align(len(gold), len(found), func(a, b int) float64 { return boolCredit(j.party(gold[a], found[b])) })
	return len(gold) == len(found) && count(pairs, -1) == 0
}

func (j judge) officeFields(g, f Office) (t told) {
	title := overlap(contentWords(g.Title), contentWords(f.Title))
	both := overlap(contentWords(g.Title+" "+g.Organization), contentWords(f.Title+" "+f.Organization))
	t.note("title", true, max(title, both) >= 0.75)
	t.note("body", g.Organization != "", both >= 0.75 || j.party(g.Organization, f.Organization))
	return t
}

func (j judge) figureFields(g, f Figure) (t told) {
	t.note("qualifier", g.Qualifier != "", g.Qualifier == f.Qualifier)
	t.note("counted", g.Counted != "", j.same(g.Counted, f.Counted) || shareStem(contentWords(g.Counted), contentWords(f.Counted)))
	t.note("people", g.Group != "", j.group(Name{Name: g.Group}, Name{Name: f.Group}) == 1)
	t.note("place", g.Place != "", j.same(g.Place, f.Place))
	t.note("day", g.Date != "", sameDate(g.Date, f.Date))
	return t
}

func (j judge) quoteFields(g, f Quote) (t told) {
	t.note("words", true, overlap(words(g.Text), words(f.Text)) >= 0.8)
	t.note("speaker", g.Speaker != "", j.party(g.Speaker, f.Speaker))
	return t
}

func (j judge) agreementFields(g, f Agreement) (t told) {
	t.note("status", g.Status != "", g.Status == f.Status)
	t.note("day", g.Date != "", sameDate(g.Date, f.Date))
	t.note("sides", len(g.Parties) > 0, j.all(g.Parties, f.Parties))
	return t
}

func (j judge) eventFields(g, f Event) (t told) {
	t.note("kind", true, g.Event == f.Event)
	t.note("name", g.Name != "", overlap(contentWords(g.Name), contentWords(f.Name)) >= 0.5)
	t.note("day", g.Date != "", sameDate(g.Date, f.Date))
	t.note("place", g.Place != "", f.Place != "" && j.same(g.Place, f.Place))
	t.note("participants", len(g.Participants) > 0, j.all(g.Participants, f.Participants))
	return t
}

// PrintFields writes, for each kind of statement, which share of what gold tells the
// statements found tell too, by field and language.
func (r Report) PrintFields(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	langs := slices.Sorted(maps.Keys(r.Languages))
	fmt.Fprint(tw, "told right\t")
	for _, l := range langs {
		fmt.Fprintf(tw, "%s\ttold\t", l)
	}
	fmt.Fprint(tw, "all\ttold\t\n")
	for _, k := range Kinds {
		for _, name := range slices.Sorted(maps.Keys(r.All.Fields[k])) {
			fmt.Fprintf(tw, "%s, %s\t", k, name)
			for _, l := range langs {
				printShare(tw, r.Languages[l].Fields[k][name])
			}
			printShare(tw, r.All.Fields[k][name])
			fmt.Fprintln(tw)
		}
	}
	return tw.Flush()
}

func printShare(w io.Writer, s Share) {
	fmt.Fprintf(w, "%.3f\t%d\t", ratio(float64(s.Right), float64(s.Told)), s.Told)
}
