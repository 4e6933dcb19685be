package record

import (
	"slices"
	"testing"

	"shanyraq/internal/read"
)

func counted(article int64, at int, value float64, place int64) Statement {
	s := Statement{Article: article, Evidence: readSpan(at, at+9), Fact: string(rune('a'+article)) + string(rune('0'+at%10)),
		Said: read.Statement{Kind: read.Figure, Value: &value, Unit: "person"}}
	if place != 0 {
		s.Refs = []Ref{{RolePlace, place}}
	}
	return s
}

func saying(article int64, at int, text string, speaker int64, direct bool) Statement {
	return Statement{Article: article, Evidence: readSpan(at, at+9), Fact: string(rune('a'+article)) + "q" + string(rune('0'+at%10)),
		Said: read.Statement{Kind: read.Quote, Text: text, Direct: &direct}, Refs: []Ref{{RoleSpeaker, speaker}}}
}

// aligned gives the facts after the alignment, in the order of mine.
func aligned(mine, told []Statement) (out []string) {
	for _, p := range Align(mine, told) {
		mine[p[0]].Fact = told[p[1]].Fact
	}
	for _, s := range mine {
		out = append(out, s.Fact)
	}
	return out
}

func TestAlign(t *testing.T) {
	for _, c := range []struct {
		name       string
		mine, told []Statement
		want       []string
	}{
		{"quotations by their order", []Statement{saying(1, 1, "we shall see", 7, true), saying(1, 2, "we have seen", 7, true)},
			[]Statement{saying(2, 1, "посмотрим же", 7, true), saying(2, 2, "мы увидели", 7, true)}, []string{"cq1", "cq2"}},
		{"one of them was not read: the longer stays alone", []Statement{saying(1, 1, "yes", 7, true), saying(1, 2, "a long sentence about rivers", 7, true)},
			[]Statement{saying(2, 2, "длинное предложение о реках", 7, true)}, []string{"bq1", "cq2"}},
		{"words of another part of the text", []Statement{saying(1, 1, "we shall see", 7, true), counted(1, 99, 3, 0)},
			[]Statement{saying(2, 40, "посмотрим же", 7, true), counted(2, 99, 4, 0)}, []string{"bq1", "b9"}},
		{"another speaker", []Statement{saying(1, 1, "we shall see", 7, true)}, []Statement{saying(2, 1, "посмотрим же", 8, true)}, []string{"bq1"}},
		{"reported is not direct", []Statement{saying(1, 1, "we shall see", 7, true)}, []Statement{saying(2, 1, "посмотрим же", 7, false)}, []string{"bq1"}},
		{"figures by their number", []Statement{counted(1, 1, 20, 0), counted(1, 2, 30, 5)}, []Statement{counted(2, 1, 20, 5), counted(2, 2, 30, 0)}, []string{"c1", "c2"}},
		{"one number of two places", []Statement{counted(1, 1, 20, 5)}, []Statement{counted(2, 1, 20, 6)}, []string{"b1"}},
		{"one number twice: each once", []Statement{counted(1, 1, 20, 5), counted(1, 2, 20, 6)}, []Statement{counted(2, 3, 20, 6)}, []string{"b1", "c3"}},
		{"order that crosses: only one can stand", []Statement{counted(1, 1, 20, 0), counted(1, 2, 30, 0)}, []Statement{counted(2, 1, 30, 0), counted(2, 2, 20, 0)}, []string{"b1", "c1"}},
		{"an agreement in other words", []Statement{agreement(1, "Treaty on Strategic Partnership", "2013-06-14", 10, 20)},
			[]Statement{agreement(2, "Стратегиялық әріптестік туралы шарт", "2013", 10, 20)}, []string{"C"}},
		{"an agreement of another year", []Statement{agreement(1, "Treaty on Strategic Partnership", "2013-06-14", 10, 20)},
			[]Statement{agreement(2, "Шарт", "1998", 10, 20)}, []string{"B"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := aligned(c.mine, c.told); !slices.Equal(got, c.want) {
				t.Errorf("facts %q, want %q", got, c.want)
			}
		})
	}
}

// Whatever the two texts state, each statement stands in one pair at most, and
// the pairs keep the order of both texts.
func FuzzAlign(f *testing.F) {
	f.Add([]byte{1, 2, 3}, []byte{2, 3, 4})
	f.Add([]byte{9, 9, 9}, []byte{9, 9})
	f.Fuzz(func(t *testing.T, x, y []byte) {
		made := func(article int64, list []byte) (out []Statement) {
			for i, b := range list[:min(len(list), 40)] {
				out = append(out, counted(article, 10*i, float64(b%4), int64(b>>2%3)))
			}
			return out
		}
		last := [2]int{-1, -1}
		for _, p := range Align(made(1, x), made(2, y)) {
			if p[0] <= last[0] || p[1] <= last[1] {
				t.Fatalf("%v behind %v", p, last)
			}
			last = p
		}
	})
}
