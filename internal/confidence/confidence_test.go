package confidence

import (
	"math"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

func TestTable(t *testing.T) {
	byKind, err := parse(table)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range kinds[:len(kinds)-1] {
		w := byKind[kind]
		if w == nil || w.base == 0 {
			t.Fatalf("%s has no weight of its own", kind)
		}
		for _, tag := range []string{"en", "ru", "kk"} {
			if _, ok := w.languages[tag][""]; !ok {
				t.Errorf("%s: nothing is known of %s", kind, tag)
			}
		}
	}
	for _, bad := range []string{"event date.none", "event date.none x 3", "event date.nowhere 0.1 3", "event date.none NaN 3"} {
		if _, err := parse("# a comment\n" + bad + "\n"); err == nil || !strings.Contains(err.Error(), "weights.txt:2") {
			t.Errorf("%q: %v, want an error that names line 2", bad, err)
		}
	}
}

// sample is a reading of two sentences: an agreement with a day and two sides in the
// first, one with neither in the second.
func sample() read.Reading {
	return read.Reading{
		Language:  "en",
		Sentences: []value.Span{{Start: 0, End: 100}, {Start: 101, End: 200}},
		Entities:  []read.Entity{{ID: "e1", Kind: read.Place, Name: "Chad", Known: "chad"}, {ID: "e2", Kind: read.Organization, Name: "Orlo"}},
		Mentions: []read.Mention{{Kind: read.Place, Start: 0, End: 4, Entity: "e1"}, {Kind: read.Organization, Start: 9, End: 13, Entity: "e2"},
			{Kind: read.DateKind, Start: 50, End: 60, Value: "2019-03-04"}},
		Statements: []read.Statement{
			{Kind: read.Agreement, Rule: "agreement.active", Instrument: "water treaty", Parties: []string{"e1", "e2"}, Date: "2019-03-04", Status: "signed", Evidence: value.Span{Start: 0, End: 100}},
			{Kind: read.Agreement, Rule: "agreement.active", Instrument: "protocol", Status: "other", Evidence: value.Span{Start: 101, End: 130}},
		},
	}
}

func TestSigns(t *testing.T) {
	got := Signs(sample())
	want := [][]string{
		{"language=en", "rule=en:agreement.active", "date.day", "date.here", "place.none", "who.unlisted"},
		{"language=en", "rule=en:agreement.active", "evidence.short", "evidence.clause", "nobody.here", "date.none", "place.none", "key.word", "who.none", "unusual"},
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("statement %d:\n got %v\nwant %v", i, got[i], want[i])
		}
	}
}

// TestEverySignHasItsName: a sign without a name would have no weight.
func TestEverySignHasItsName(t *testing.T) {
	if n := len(signNames); changed != 1<<(n-1) {
		t.Errorf("%d names; the last sign is bit %v", n, math.Log2(float64(changed)))
	}
}

func TestTwiceAndOften(t *testing.T) {
	r := sample()
	e := read.Statement{Kind: read.Event, Event: "forum", Place: "e1", Evidence: value.Span{Start: 0, End: 30}}
	r.Statements = append([]read.Statement{e, e, e}, r.Statements...)
	for i, list := range Signs(r)[:3] {
		if !slices.Contains(list, "kind.often") || !slices.Contains(list, "told.twice") {
			t.Errorf("event %d: %v", i, list)
		}
	}
	if list := Signs(r)[3]; slices.Contains(list, "kind.often") {
		t.Errorf("the one agreement beside them: %v", list)
	}
}

// TestWeigh: the statement with its day and sides is surer than the bare one, both lie
// between nought and one, and so does that of an unknown language and rule.
func TestWeigh(t *testing.T) {
	r := sample()
	Weigh(&r)
	whole, bare := r.Statements[0].Confidence, r.Statements[1].Confidence
	if !(0 < bare && bare < whole && whole < 1) {
		t.Errorf("whole %v, bare %v", whole, bare)
	}
	r.Language, r.Statements[0].Rule = "und", "no such rule"
	Weigh(&r)
	if c := r.Statements[0].Confidence; c <= 0 || c >= 1 {
		t.Errorf("unknown rule: %v", c)
	}
	empty := read.Reading{Statements: []read.Statement{{Kind: read.Figure}}}
	Weigh(&empty)
	if c := empty.Statements[0].Confidence; c <= 0 || c >= 1 {
		t.Errorf("a reading without sentences: %v", c)
	}
}

// TestFit: weights are found again from examples that were made with them.
func TestFit(t *testing.T) {
	var list []Example
	for i := range 4000 {
		e := Example{Document: i, Kind: "event"}
		z := 1.0
		if i%2 == 0 {
			e.Signs, z = append(e.Signs, "a"), z-2
		}
		if i%3 == 0 {
			e.Signs, z = append(e.Signs, "b"), z+1
		}
		e.Credit = logistic(z)
		list = append(list, e)
	}
	m := fit(list)
	for sign, want := range map[string]float64{"*": 1, "a": -2, "b": 1} {
		if math.Abs(m[sign]-want) > 0.05 {
			t.Errorf("%s weighs %.3f, want %.0f", sign, m[sign], want)
		}
	}
	var a, b strings.Builder
	for _, out := range []*strings.Builder{&a, &b} {
		if err := Calibrate(list).Print(out); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() {
		t.Error("fitted twice, the tables differ")
	}
	if !strings.Contains(a.String(), "event a -2.0") && !strings.Contains(a.String(), "event a -1.9") {
		t.Errorf("table:\n%s", a.String())
	}
	if _, err := parse("# x\n" + "event * 1.00 4000\n"); err != nil {
		t.Error(err)
	}
}

func TestAUC(t *testing.T) {
	list := []Example{{Credit: 1}, {Credit: 0}, {Credit: 1}, {Credit: 0}}
	for _, c := range []struct {
		sure []float64
		want float64
	}{{[]float64{.9, .1, .8, .2}, 1}, {[]float64{.1, .9, .2, .8}, 0}, {[]float64{.5, .5, .5, .5}, .5}, {[]float64{.9, .8, .1, .2}, .5}} {
		if got := auc(list, c.sure); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("auc(%v) = %v, want %v", c.sure, got, c.want)
		}
	}
}
