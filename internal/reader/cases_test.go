package reader

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// A case file (cases/<tag>/<name>.txt) can be written by a linguist:
//
//	@published 2024-05-16
//
//	12  Latin letters keep the value
//	Кездесу 5 naýryz 2024 өтті.
//	= date [5 naýryz 2024] 2024-03-05
//	= event event=meeting date=2024-03-05
//
//	13  miss: the reader does not know this yet
//	…
//
// Each line of the text is a paragraph of its own, unless the line before it
// ends with a space and "\". A "=" line names a mention kind with the words in brackets and, where one
// follows, its value or its entity's name; or a statement kind with fields in
// key=value form, values with spaces in double quotes, entities by name,
// lists joined by ";". "= no figure" says that no such mention or statement
// is found, "= no person [Dan I]" none of these words, "= no office title=poet"
// none with these fields. The kinds a case names are complete: one found beyond those
// listed fails the case. Kinds it does not name are left aside.
type testCase struct {
	file, id, why string
	line          int
	miss          bool
	published     string
	text          string
	want          []string
}

func TestCases(t *testing.T) {
	files, _ := filepath.Glob("cases/*/*.txt")
	if len(files) == 0 {
		t.Fatal("no case files")
	}
	misses := map[string]int{}
	total := map[string]int{}
	for _, file := range files {
		tag := filepath.Base(filepath.Dir(file))
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		for _, c := range parseCases(t, file) {
			total[tag]++
			t.Run(tag+"/"+name+"/"+c.id, func(t *testing.T) {
				o := Options{Language: tag, Published: value.MustDate(c.published)}
				r := Read(c.text, o)
				problems := c.check(r)
				laws(t, c.text, o)
				switch {
				case c.miss && len(problems) == 0:
					t.Errorf("%s:%d: a known miss is read now: take away its mark", c.file, c.line)
				case c.miss:
					misses[tag]++
				case len(problems) > 0:
					t.Errorf("%s:%d: %s\n%s\n  %s", c.file, c.line, c.why, c.text, strings.Join(problems, "\n  "))
				}
			})
		}
	}
	for tag, n := range total {
		t.Logf("%s: %d cases, %d known misses", tag, n, misses[tag])
	}
}

func parseCases(t *testing.T, file string) (out []testCase) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	published, n := "", 0
	var c *testCase
	seen := map[string]bool{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		n++
		line := strings.TrimRight(sc.Text(), " \t")
		num, rest, _ := strings.Cut(line, "  ")
		_, err := strconv.Atoi(num)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "@published "):
			published = strings.TrimSpace(strings.TrimPrefix(line, "@published "))
		case err == nil && rest != "" && (c == nil || len(c.want) > 0):
			if seen[num] {
				t.Errorf("%s:%d: there is a case %s already", file, n, num)
			}
			seen[num] = true
			why, miss := strings.CutPrefix(rest, "miss: ")
			out = append(out, testCase{file: file, id: num, why: why, line: n, miss: miss, published: published})
			c = &out[len(out)-1]
		case c == nil:
			t.Fatalf("%s:%d: a case begins with its number, two spaces and its reason", file, n)
		case strings.HasPrefix(line, "= "):
			c.want = append(c.want, line[2:])
		case len(c.want) > 0:
			t.Fatalf("%s:%d: text after the expectations of case %s", file, n, c.id)
		default:
			if c.text != "" {
				if line, goes := strings.CutSuffix(c.text, " \\"); goes { // a line break inside a paragraph
					c.text = line + "\n"
				} else {
					c.text += "\n\n"
				}
			}
			c.text += line
		}
	}
	for _, c := range out {
		if c.text == "" || len(c.want) == 0 {
			t.Errorf("%s:%d: case %s has no text or expects nothing", file, c.line, c.id)
		}
	}
	return out
}

var statementKinds = map[string]bool{read.Office: true, read.Figure: true, read.Quote: true, read.Agreement: true, read.Event: true}

// check compares a reading with a case and says what differs.
func (c *testCase) check(r read.Reading) (problems []string) {
	names := map[string]string{}
	for _, e := range r.Entities {
		names[e.ID] = e.Name
	}
	mens := map[string][]read.Mention{}
	for _, m := range r.Mentions {
		mens[m.Kind] = append(mens[m.Kind], m)
	}
	stats := map[string][]map[string]string{}
	for _, s := range r.Statements {
		stats[s.Kind] = append(stats[s.Kind], flat(s, names))
	}
	named := map[string]bool{}
	for _, w := range c.want {
		kind, rest, _ := strings.Cut(w, " ")
		if kind == "no" {
			problems = append(problems, c.checkNone(rest, r, names, named)...)
			continue
		}
		if surface, val, ok := bracketed(rest); ok {
			named["m "+kind] = true
			i := indexMention(mens[kind], surface, val, names)
			if i < 0 {
				problems = append(problems, fmt.Sprintf("missing: %s; found: %s", w, showMentions(mens[kind], names)))
				continue
			}
			mens[kind] = append(mens[kind][:i:i], mens[kind][i+1:]...)
			continue
		}
		if !statementKinds[kind] {
			problems = append(problems, fmt.Sprintf("%q names no kind of statement, and no mention in brackets", w))
			continue
		}
		named["s "+kind] = true
		want := keyValues(rest)
		hit := -1
		for i, s := range stats[kind] {
			if covers(s, want) {
				hit = i
				break
			}
		}
		if hit < 0 {
			problems = append(problems, fmt.Sprintf("missing: %s; found: %v", w, stats[kind]))
			continue
		}
		stats[kind] = append(stats[kind][:hit:hit], stats[kind][hit+1:]...)
	}
	for kind, left := range mens {
		if named["m "+kind] || named[kind] && !statementKinds[kind] {
			for _, m := range left {
				problems = append(problems, "extra: "+showMentions([]read.Mention{m}, names))
			}
		}
	}
	for kind, left := range stats {
		if named["s "+kind] || named[kind] {
			for _, s := range left {
				problems = append(problems, fmt.Sprintf("extra: %s %v", kind, s))
			}
		}
	}
	return problems
}

// checkNone holds a reading to a "= no" line: no mention or statement of a
// kind, none of these words, or none with these fields.
func (c *testCase) checkNone(what string, r read.Reading, names map[string]string, named map[string]bool) (problems []string) {
	kind, rest, _ := strings.Cut(what, " ")
	words, _, isMention := bracketed(rest)
	switch {
	case rest == "":
		named[kind] = true
	case isMention:
		for _, m := range r.Mentions {
			if m.Kind == kind && m.Text == words {
				problems = append(problems, "found: "+showMentions([]read.Mention{m}, names))
			}
		}
	case statementKinds[kind]:
		for _, s := range r.Statements {
			if s.Kind == kind && covers(flat(s, names), keyValues(rest)) {
				problems = append(problems, fmt.Sprintf("found: %s %v", kind, flat(s, names)))
			}
		}
	default:
		problems = append(problems, fmt.Sprintf("%q names no kind", what))
	}
	return problems
}

func bracketed(s string) (surface, val string, ok bool) {
	if !strings.HasPrefix(s, "[") {
		return "", "", false
	}
	surface, val, ok = strings.Cut(s[1:], "]")
	return surface, strings.TrimSpace(val), ok
}

func indexMention(list []read.Mention, surface, val string, names map[string]string) int {
	for i, m := range list {
		if m.Text == surface && (val == "" || val == m.Value || val == names[m.Entity] || val == "none" && m.Value == "") {
			return i
		}
	}
	return -1
}

func showMentions(list []read.Mention, names map[string]string) string {
	var out []string
	for _, m := range list {
		out = append(out, fmt.Sprintf("%s [%s] %s%s", m.Kind, m.Text, m.Value, names[m.Entity]))
	}
	return strings.Join(out, ", ")
}

// flat gives the set fields of a statement as text, entities by name.
func flat(s read.Statement, names map[string]string) map[string]string {
	s.Kind, s.Rule = "", ""
	s.Confidence = 0
	raw, _ := json.Marshal(s)
	var m map[string]any
	_ = json.Unmarshal(raw, &m)
	out := map[string]string{}
	str := func(v any) string {
		switch v := v.(type) {
		case string:
			if names[v] != "" {
				return names[v]
			}
			return v
		case float64:
			return strconv.FormatFloat(v, 'f', -1, 64)
		}
		return fmt.Sprint(v)
	}
	for k, v := range m {
		if k == "evidence" || v == "" {
			continue
		}
		if list, ok := v.([]any); ok {
			var parts []string
			for _, x := range list {
				parts = append(parts, str(x))
			}
			out[k] = strings.Join(parts, ";")
			continue
		}
		out[k] = str(v)
	}
	return out
}

// keyValues reads key=value and key="some words".
func keyValues(s string) map[string]string {
	out := map[string]string{}
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		k, rest, ok := strings.Cut(s, "=")
		if !ok {
			out[s] = "?"
			break
		}
		if strings.HasPrefix(rest, `"`) {
			v, after, _ := strings.Cut(rest[1:], `"`)
			out[k], s = v, after
			continue
		}
		v, after, _ := strings.Cut(rest, " ")
		out[k], s = v, after
	}
	return out
}

// covers reports whether a statement has every wanted field; "none" asks for
// an empty one.
func covers(have, want map[string]string) bool {
	for k, v := range want {
		if v == "none" {
			v = ""
		}
		if have[k] != v {
			return false
		}
	}
	return true
}
