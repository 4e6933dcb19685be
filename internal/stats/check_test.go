package stats

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// figureOf reads the first part of a line of cases/checks.txt.
func figureOf(t testing.TB, text string) (s read.Statement) {
	t.Helper()
	s = read.Statement{Kind: read.Figure, Qualifier: "exact", Unit: "person"}
	for w := range strings.FieldsSeq(text) {
		switch w {
		case "about", "under", "over":
			s.Qualifier = w
		case "rise", "fall":
			s.Change = w
		case "%":
			s.Unit = "percent"
		case "times":
			s.Times, s.Value = *s.Value, nil
		case "only":
			s.Only = true
		case "minority":
			s.Counted = "ethnic minority"
		default:
			if n, ok := strings.CutPrefix(w, "#"); ok {
				s.Rank, _ = strconv.Atoi(n)
				continue
			}
			lo, hi, ranged := strings.Cut(w, "-")
			v, err := strconv.ParseFloat(lo, 64)
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			s.Value = &v
			if ranged {
				h, _ := strconv.ParseFloat(hi, 64)
				s.High = &h
			}
		}
	}
	return s
}

func TestChecks(t *testing.T) {
	data, err := os.ReadFile("cases/checks.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.Lines(string(data)) {
		part := strings.Split(strings.TrimSpace(line), "|")
		if strings.HasPrefix(line, "# ") || len(part) < 6 {
			continue
		}
		for i := range part {
			part[i] = strings.TrimSpace(part[i])
		}
		cases++
		t.Run(strings.Join(part[:4], " "), func(t *testing.T) {
			f := Figure{Said: figureOf(t, part[0]), Group: part[1], Area: part[2], Date: value.MustDate(part[3]), Published: value.MustDate("2024-06-01")}
			c, err := Compare(f, Facts())
			if err != nil || c == nil {
				t.Fatal(c, err)
			}
			if string(c.Verdict) != part[4] {
				t.Errorf("%s, want %s: %+v", c.Verdict, part[4], *c)
			}
			for w := range strings.SplitSeq(part[5], ";") {
				if !strings.Contains(c.Arithmetic, strings.TrimSpace(w)) {
					t.Errorf("%q is not in %q", w, c.Arithmetic)
				}
			}
			if c.Stated == "" || c.Arithmetic == "" || (c.Verdict == Consistent || c.Verdict == WithRounding || c.Verdict == Inconsistent) && (c.Observed == "" || c.Source == "") {
				t.Errorf("a check must show its numbers and its source: %+v", *c)
			}
		})
	}
	if cases < 40 {
		t.Fatalf("only %d cases read", cases)
	}
}

// TestEveryObservationIsConsistentWithItself: a figure copied from the table
// is never called inconsistent, also rounded to two digits, and one that is
// half as much again never consistent.
func TestEveryObservationIsConsistentWithItself(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		o := Facts()[rnd.IntN(len(Facts()))]
		f := Figure{Area: o.Area, Group: o.Group, Date: o.Date}
		f.Said = read.Statement{Kind: read.Figure, Value: &o.Value, Unit: o.Unit}
		c, err := Compare(f, Facts())
		if err != nil || c.Verdict != Consistent {
			t.Errorf("%+v: %+v %v", o, c, err)
		}
		rounded, _ := strconv.ParseFloat(fmt.Sprintf("%.2g", o.Value), 64)
		f.Said.Value = &rounded
		if c, _ := Compare(f, Facts()); c.Verdict != Consistent && c.Verdict != WithRounding {
			t.Errorf("%v for %+v: %+v", rounded, o, c)
		}
		alone := List{o}
		wrong := o.Value*1.5 + 1
		f.Said.Value = &wrong
		if c, _ := Compare(f, alone); c.Verdict != Inconsistent {
			t.Errorf("%v for %v: %+v", wrong, o.Value, c)
		}
	}
}

func TestTheSumOfTheMembers(t *testing.T) {
	var l List
	for i, a := range membersOn("central-asia", value.MustDate("2020")) {
		l = append(l, Observation{Key{a, "total", "person"}, value.MustDate("2020-01-01"), "estimate", float64(1000 + i), "office", ""})
	}
	v := 5010.0
	f := Figure{Area: "central-asia", Group: "total", Date: value.MustDate("2020"), Said: read.Statement{Value: &v, Unit: "person"}}
	if c, err := Compare(f, l); err != nil || c.Verdict != Consistent || !strings.Contains(c.Arithmetic, "KG 1,000 + KZ 1,001") || !strings.Contains(c.Arithmetic, "= 5,010") {
		t.Errorf("%+v %v", c, err)
	}
	if c, _ := Compare(f, l[:4]); c.Verdict != NoSeries || !strings.HasSuffix(c.Arithmetic, "nothing is known near 2020 of UZ") {
		t.Errorf("four of five members: %+v", c)
	}
	l[4].Source = "another office"
	if c, _ := Compare(f, l); c.Verdict != NoSeries || !strings.Contains(c.Arithmetic, "no one source") {
		t.Errorf("two sources: %+v", c)
	}
}

// TestMembersOfTheDay: who left is not counted, and a date on which members
// changed has no sum.
func TestMembersOfTheDay(t *testing.T) {
	for date, want := range map[string]string{"2015-02": "AM BY KZ RU", "2016": "AM BY KG KZ RU", "2015": "", "2014": ""} {
		if got := strings.Join(membersOn("eaeu", value.MustDate(date)), " "); got != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
	var l List
	for _, a := range []string{"AM", "BY", "KZ", "RU", "KG"} {
		l = append(l, Observation{Key{a, "total", "person"}, value.MustDate("2015-02-01"), "estimate", 100, "office", ""})
	}
	v := 400.0
	f := Figure{Area: "eaeu", Group: "total", Date: value.MustDate("2015-02"), Said: read.Statement{Value: &v, Unit: "person"}}
	if c, _ := Compare(f, l); c.Verdict != Consistent {
		t.Errorf("before the fifth joined: %+v", c)
	}
	for _, m := range memberships() {
		if m.first > m.last || len(m.codes) < 3 || !slices.IsSorted(m.codes) {
			t.Errorf("a line of members.txt is wrong: %+v", m)
		}
		for _, c := range m.codes {
			if !isCountry(c) {
				t.Errorf("%s: %q is no code", m.area, c)
			}
		}
	}
}

// TestOnlyOneIsSaidOfAll: it stands where nobody else did the same and the
// tables leave out next to nobody.
func TestOnlyOneIsSaidOfAll(t *testing.T) {
	obs := func(date, group string, v float64) Observation {
		return Observation{Key{"XX", group, "person"}, value.MustDate(date), "census", v, "office", ""}
	}
	table := func(total float64, c2 float64) List {
		return List{obs("2000", "a", 100), obs("2000", "b", 50), obs("2000", "c", 10), obs("2000", "total", total),
			obs("2010", "a", 120), obs("2010", "b", 40), obs("2010", "c", c2), obs("2010", "total", total)}
	}
	f := Figure{Area: "XX", Group: "b", Date: value.MustDate("2000/2010"), Said: read.Statement{Only: true, Change: "fall"}}
	for _, c := range []struct {
		f    Figure
		l    List
		want Verdict
		says string
	}{
		{f, table(161, 11), Consistent, "b 40 − 50 = −10; 0 of the other 2 groups fell"},
		{f, table(161, 9), Inconsistent, "1 of the other 2 groups fell too: c 9 − 10 = −1"},
		{f, table(170, 11), NotComparable, "leave out 5.9 %"},
		{f, table(161, 11)[1:], NoSeries, "no two tables"},
	} {
		got, err := Compare(c.f, c.l)
		if err != nil || got.Verdict != c.want || !strings.Contains(got.Arithmetic, c.says) {
			t.Errorf("want %s, %q: %+v %v", c.want, c.says, got, err)
		}
	}
	// A change of which neither the size nor the rank is told is no figure.
	f.Said = read.Statement{Change: "rise"}
	if got, err := Compare(f, table(161, 11)); got != nil || err != nil {
		t.Errorf("%+v %v", got, err)
	}
}

func TestRankIsUnsureWhereTheTableLeavesOutGroups(t *testing.T) {
	day := value.MustDate("2020-01-01")
	obs := func(group string, v float64) Observation {
		return Observation{Key{"XX", group, "person"}, day, "census", v, "office", ""}
	}
	f := Figure{Area: "XX", Group: "b", Date: day, Said: read.Statement{Rank: 2}}
	l := List{obs("a", 100), obs("b", 50), obs("c", 10)}
	for total, want := range map[float64]Verdict{170: Consistent, 500: NotComparable} {
		if c, _ := Compare(f, append(slices.Clone(l), obs("total", total))); c.Verdict != want {
			t.Errorf("total %v: %+v", total, c)
		}
	}
}

func TestFigureOf(t *testing.T) {
	v := 5.0
	r := read.Reading{Published: "2024-05-01", Entities: []read.Entity{{ID: "e1", Kind: read.Place, Known: "KZ"}, {ID: "e2", Kind: read.Group, Known: "uzbek"}}}
	for _, c := range []struct {
		s     read.Statement
		group string
		ok    bool
	}{
		{read.Statement{Kind: read.Figure, Value: &v, Group: "e2", Place: "e1", Date: "2021"}, "uzbek", true},
		{read.Statement{Kind: read.Figure, Value: &v, Unit: "person", Counted: "inhabitants", Place: "e1"}, "total", true},
		{read.Statement{Kind: read.Figure, Value: &v, Group: "e2"}, "uzbek", true}, // the only country of the text
		{read.Statement{Kind: read.Figure, Value: &v, Unit: "person", Counted: "people", Place: "e1"}, "", false},
		{read.Statement{Kind: read.Figure, Rank: 2, Counted: "population", Place: "e1"}, "total", false},
		{read.Statement{Kind: read.Figure, Value: &v, Unit: "person", Counted: "жителей", Place: "e1"}, "total", true},
		{read.Statement{Kind: read.Figure, Value: &v, Counted: "books"}, "", false},
		{read.Statement{Kind: read.Figure, Value: &v, Unit: "USD", Counted: "people"}, "", false},
		{read.Statement{Kind: read.Quote}, "", false},
	} {
		if f, ok := FigureOf(r, c.s); ok != c.ok || f.Group != c.group || ok && (f.Area != "KZ" || f.Published.String() != "2024-05-01") {
			t.Errorf("%+v: %+v %v", c.s, f, ok)
		}
	}
}

// TestFigureOfAUnion: a total whose sentence names a body with member states
// is of that body, not of the country that the text speaks of.
func TestFigureOfAUnion(t *testing.T) {
	v := 184e6
	r := read.Reading{Published: "2024-05-01",
		Entities: []read.Entity{{ID: "e1", Kind: read.Place, Known: "KZ"}, {ID: "e2", Kind: read.Organization, Known: "eaeu"}, {ID: "e3", Kind: read.Organization, Known: "un"}},
		Mentions: []read.Mention{{Kind: read.Organization, Start: 10, End: 14, Entity: "e2"}, {Kind: read.Organization, Start: 20, End: 22, Entity: "e3"}}}
	s := read.Statement{Kind: read.Figure, Value: &v, Counted: "inhabitants", Evidence: value.Span{Start: 0, End: 40}}
	if f, ok := FigureOf(r, s); !ok || f.Area != "eaeu" || f.Assumed {
		t.Errorf("%+v %v", f, ok)
	}
	c, err := Compare(Figure{Said: s, Area: "eaeu", Group: "total", Published: value.MustDate("2024-05-01")}, Facts())
	if err != nil || c.Verdict != NoSeries || !strings.Contains(c.Arithmetic, "of AM, BY, RU") {
		t.Errorf("the members of which nothing is known are to be named: %+v %v", c, err)
	}
	s.Evidence.Start = 15
	if f, _ := FigureOf(r, s); f.Area != "KZ" || !f.Assumed {
		t.Errorf("a body of another sentence: %+v", f)
	}
}
