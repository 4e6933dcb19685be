package record

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/read"
)

type labelled struct {
	group, language, day string
	reading              read.Reading
	truth                []string // beside reading.Entities
}

var labelledLine = regexp.MustCompile(`^([pol]) (.*?)(?: \(([\w-]+)\))?(?: = ([\w-]+))?$`)

// labelledArticles reads cases/articles.txt.
func labelledArticles(t *testing.T) (out []labelled) {
	data, err := os.ReadFile("cases/articles.txt")
	if err != nil {
		t.Fatal(err)
	}
	type office struct{ person, title, body string }
	var offices []office
	finish := func() {
		if len(out) == 0 {
			return
		}
		a := &out[len(out)-1]
		ids := map[string]string{}
		for _, e := range a.reading.Entities {
			ids[e.Name] = e.ID
		}
		for _, o := range offices {
			if o.body != "" && ids[o.body] == "" {
				t.Errorf("%s %s: the body %q is not listed", a.group, a.language, o.body)
			}
			a.reading.Statements = append(a.reading.Statements, read.Statement{Kind: read.Office, Person: ids[o.person], Title: o.title, Organization: ids[o.body], Evidence: readSpan(0, 5)})
		}
		offices = nil
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			finish()
			f := strings.Fields(line)
			out = append(out, labelled{group: f[1], language: f[2], day: f[3], reading: read.Reading{Language: f[2], Published: f[3]}})
		case line[0] == '+':
			r := &out[len(out)-1].reading
			s := read.Statement{Kind: read.Event, Event: line[2:], Date: r.Published, Evidence: readSpan(0, 5)}
			for _, e := range r.Entities {
				if e.Kind == read.Place && s.Place == "" {
					s.Place = e.ID
				} else if e.Kind != read.Place {
					s.Participants = append(s.Participants, e.ID)
				}
			}
			r.Statements = append(r.Statements, s)
		default:
			m := labelledLine.FindStringSubmatch(line)
			if m == nil {
				t.Fatalf("%q", line)
			}
			a := &out[len(out)-1]
			e := read.Entity{ID: fmt.Sprint("e", len(a.reading.Entities)+1), Kind: map[string]string{"p": read.Person, "o": read.Organization, "l": read.Place}[m[1]], Known: m[3]}
			part := strings.Split(m[2], "|")
			e.Name = strings.TrimSpace(part[0])
			if name, alias, ok := strings.Cut(e.Name, " ; "); ok {
				e.Name, e.Aliases = name, []string{alias}
			}
			if len(part) > 1 {
				o := office{person: e.Name, title: strings.TrimSpace(part[1])}
				if len(part) > 2 {
					o.body = strings.TrimSpace(part[2])
				}
				offices = append(offices, o)
			}
			truth := m[4]
			if truth == "" {
				truth = m[3]
			}
			a.reading.Entities = append(a.reading.Entities, e)
			a.truth = append(a.truth, truth)
		}
	}
	finish()
	return out
}

// TestClusters matches the labelled articles in their order and measures what
// became of them: B³ over all mentions, and people merged who are two.
func TestClusters(t *testing.T) {
	s := newMemory()
	s.m.Names = nil
	articles := labelledArticles(t)
	type mention struct {
		truth  string
		found  int64
		person bool
	}
	var all []mention
	questions := 0
	for i, a := range articles {
		s.groups = append(s.groups, a.group)
		list := s.take(t, a.reading, Text{Article: int64(i + 1), Language: a.language, Plain: "words of it"})
		for k, d := range list {
			if d.Verdict == Question {
				questions++
				t.Logf("article %d (%s): is %q one of %v? %q", i+1, a.language, a.reading.Entities[k].Name, d.Candidates, d.Reasons)
			}
			all = append(all, mention{a.truth[k], s.mentioned[int64(i+1)][k], a.reading.Entities[k].Kind == read.Person})
		}
	}
	var precision, recall float64
	wrong, mixed := map[string]bool{}, map[string]bool{}
	for _, m := range all {
		var both, found, truth float64
		for _, o := range all {
			if o.found == m.found {
				found++
			}
			if o.truth == m.truth {
				truth++
			}
			if o.found == m.found && o.truth == m.truth {
				both++
			}
			if o.found == m.found && o.truth < m.truth {
				mixed[o.truth+" and "+m.truth] = true
				if m.person {
					wrong[o.truth+" and "+m.truth] = true
				}
			}
		}
		precision += both / found
		recall += both / truth
	}
	n := float64(len(all))
	precision, recall = precision/n, recall/n
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d articles, %d mentions: B³ precision %.3f, recall %.3f, F1 %.3f; %d questions", len(articles), len(all), precision, recall, f1, questions)
	t.Logf("merged: %v", slices.Sorted(maps.Keys(mixed)))
	for pair := range wrong {
		t.Errorf("two people are one: %s", pair)
	}
	if f1 < 0.92 {
		t.Errorf("B³ F1 %.3f", f1)
	}
	if !slices.ContainsFunc(all, func(m mention) bool { return m.truth == "marat-surgeon" }) {
		t.Error("the labelled articles were not read")
	}
}
