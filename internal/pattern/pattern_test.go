package pattern

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"shanyraq/internal/lang"
)

// rulesOf parses rules over a small pack of its own.
func rulesOf(t testing.TB, src string) (*Set, *lang.Pack, error) {
	t.Helper()
	p, err := lang.LoadFS("en", fstest.MapFS{
		"pack.txt":       {Data: []byte("tag en\n")},
		"colour.txt":     {Data: []byte("@match form\nred | dark red = r\ngreen = g\n")},
		"rules-test.txt": {Data: []byte(src)},
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := Parse(p, "en/rules-test.txt", p.Rules["en/rules-test.txt"])
	return s, p, err
}

// matches lists "rule[words]{capture=words}" of every match in a text.
func matches(s *Set, p *lang.Pack, text string) string {
	var l lang.Lattice
	l.Reset(p, text)
	var m Matcher
	var out []string
	m.Scan(s, &l, &Seen{}, 0, len(l.Toks), func(m *Match) bool {
		line := fmt.Sprintf("%s[%s]", m.Rule.Name, l.Slice(m.Start, m.End))
		for _, n := range m.names {
			if a, b, ok := m.Capture(n); ok {
				line += fmt.Sprintf("{%s=%s}", n, l.Slice(a, b))
			}
		}
		out = append(out, line)
		return true
	})
	return strings.Join(out, " ")
}

func TestElements(t *testing.T) {
	for _, c := range []struct{ pattern, text, want string }{
		{"red car", "A red car and a red bus", "x[red car]"},
		{"car~", "two cars", "x[cars]"},
		{"car*", "a carpet", "x[carpet]"},
		{"@colour car", "a dark red car", "x[dark red car] x[red car]"},
		{"c=@colour car", "a green car", "x[green car]{c=green}"},
		{"( red | green ) ( car | bus )", "green bus", "x[green bus]"},
		{"the? car", "the car", "x[the car] x[car]"},
		{"car @Word{0,2} red", "car is very red", "x[car is very red]"},
		{"car @Word{0,1} red", "car is very red", ""},
		{"car !red @Word", "car red car blue", "x[car blue]"},
		{`"(" n=@Number ")"`, "a (12) b", "x[(12)]{n=12}"},
		{"^ car", "car car", "x[car]"},
		{"car $", "car car", "x[car]"},
		{"a=car ( b=red | c=green )", "car green", "x[car green]{a=car}{c=green}"},
		{"CAR", "Car", "x[Car]"},
	} {
		s, p, err := rulesOf(t, "rule x\n  "+c.pattern+"\n")
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
			continue
		}
		if got := matches(s, p, c.text); got != c.want {
			t.Errorf("%s on %q: got %s, want %s", c.pattern, c.text, got, c.want)
		}
	}
}

func TestLetAndAttributes(t *testing.T) {
	s, p, err := rulesOf(t, "let c = (red | green)\nrule a k=v\n  $c car\n  > a red car\n  < a blue car\nrule b\n  car\n")
	if err != nil {
		t.Fatal(err)
	}
	if s.Rules[0].Attr["k"] != "v" || len(s.Rules[0].Examples) != 2 || !s.Rules[0].Examples[0].Match || s.Rules[0].Examples[1].Match {
		t.Errorf("attributes or examples are lost: %+v", s.Rules[0])
	}
	if got := matches(s, p, "red car"); got != "a[red car] b[car]" {
		t.Errorf("got %s", got)
	}
}

// A rule that says what its matches hold is tried where a sentence has it, and
// passed over in others.
func TestWith(t *testing.T) {
	s, p, err := rulesOf(t, "rule x with=@colour\n  the @Word car\nrule y\n  a @Word car\n")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"we saw the green car":            "x[the green car]",
		"the green car or a green car":    "x[the green car] y[a green car]",
		"we saw the old car":              "",
		"it was the old car or a new car": "y[a new car]",
	} {
		if got := matches(s, p, text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if _, _, err := rulesOf(t, "rule x with=@sound\n  the car\n"); err == nil || !strings.Contains(err.Error(), "sound") {
		t.Errorf("a list that the pack lacks: %v", err)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"rule x\n  ( red\n", "rules-test.txt:2: a bracket is not closed"},
		{"rule x\n  red !(big dog)\n", "rules-test.txt:2: \"!\" looks at one token only"},
		{"rule x\n  @nosuch\n", `rules-test.txt:2: the pack en has no list "nosuch"`},
		{"rule x\n  $nosuch\n", `rules-test.txt:2: there is no let "nosuch"`},
		{"rule x\n  red{3,1}\n", "rules-test.txt:2: a repeat is written"},
		{"rule x k\n", "rules-test.txt:1: \"k\" is not an attribute"},
		{"red car\n", "rules-test.txt:1: the line is neither"},
		{"rule x\n", `rules-test.txt:1: the rule "x" has no pattern`},
		{"rule x\n  a=\n", "rules-test.txt:2: the capture \"a\" holds nothing"},
	} {
		_, _, err := rulesOf(t, c.src)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.src, err, c.want)
		}
	}
}

// TestTimeIsLinear runs a pattern that makes a backtracking matcher explode:
// many optional words that could each be skipped or taken.
func TestTimeIsLinear(t *testing.T) {
	s, p, err := rulesOf(t, "rule x\n  "+strings.Repeat("( a | a? ) ", 30)+strings.Repeat("a ", 30)+"end\n")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan string, 1)
	go func() { done <- matches(s, p, strings.Repeat("a ", 90)) }()
	select {
	case got := <-done:
		if got != "" {
			t.Errorf("matched %s", got)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("a pattern of optional words takes exponential time")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"red (car | bus)? !green @colour{0,3} n=@Number $", "(((", "a=b=c", `"`, "x{1,2}{3,4}", "!"} {
		f.Add(s, "a dark red car 12")
	}
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if strings.ContainsAny(pattern, "\n\r") || len(pattern) > 200 || len(text) > 500 {
			return
		}
		s, p, err := rulesOf(t, "rule x\n  "+pattern+"\n")
		if err != nil {
			return
		}
		matches(s, p, text)
	})
}

// TestWordsHaveBits holds that each word of a pack's rules has a bit of its own in the row
// of a sentence: a rare word that shares one with "and" wakes its rules everywhere.
func TestWordsHaveBits(t *testing.T) {
	for _, tag := range lang.Tags() {
		p, err := lang.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		if forms, stems := p.RuleWords(); forms > formBits || stems > stemBits {
			t.Errorf("%s: the rules have %d words and %d stems, more than the %d and %d bits of sees.go", tag, forms, stems, formBits, stemBits)
		}
	}
}
