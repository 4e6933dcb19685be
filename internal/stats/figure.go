package stats

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// Figure is a figure of a text with its place and group known by their ids.
type Figure struct {
	Said      read.Statement
	Area      string     // id of the place; empty where the text names none
	Assumed   bool       // the figure names no place, and Area is the one country of the text
	Group     string     // id of the group, or "total"
	Date      value.Date // what it speaks of
	Published value.Date // of the text
}

// FigureOf resolves a statement of a reading; ok is false for a statement
// that is no figure of population: nothing to compare.
func FigureOf(r read.Reading, s read.Statement) (f Figure, ok bool) {
	if s.Kind != read.Figure {
		return f, false
	}
	f.Said = s
	for _, e := range r.Entities {
		switch {
		case e.ID == "" || e.Known == "":
		case e.ID == s.Place:
			f.Area = e.Known
		case e.ID == s.Group:
			f.Group = e.Known
		}
	}
	if f.Group == "" && s.Group == "" && (s.Unit == "person" || s.Unit == "" || s.Change != "" || s.Times != 0) && countsAs("total", s.Counted) {
		f.Group = "total"
	}
	if s.Place == "" {
		if f.Area = unionOf(r, s); f.Area == "" {
			f.Area, f.Assumed = onlyCountry(r)
		}
	}
	f.Date, _ = value.ParseDate(s.Date)
	f.Published, _ = value.ParseDate(r.Published)
	return f, f.Group != "" && (s.Value != nil || s.Times != 0 || f.Group != "total")
}

// unionOf gives the one body with member states that the sentence of a figure
// names: "the union has 184 million inhabitants".
func unionOf(r read.Reading, s read.Statement) (id string) {
	for _, m := range r.Mentions {
		if m.Kind != read.Organization || m.Start < s.Evidence.Start || m.End > s.Evidence.End {
			continue
		}
		for _, e := range r.Entities {
			if e.ID != m.Entity || !hasMembers(e.Known) || e.Known == id {
				continue
			}
			if id != "" {
				return ""
			}
			id = e.Known
		}
	}
	return id
}

// onlyCountry gives the country that a text speaks of when it is the only one.
func onlyCountry(r read.Reading) (id string, ok bool) {
	for _, e := range r.Entities {
		if e.Kind != read.Place || !isCountry(e.Known) {
			continue
		}
		if id != "" && id != e.Known {
			return "", false
		}
		id = e.Known
	}
	return id, id != ""
}

// isCountry reports an ISO 3166 code.
func isCountry(id string) bool { return len(id) == 2 && id == strings.ToUpper(id) }

//go:embed counted.txt
var countedFile string

var counted = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(countedFile) {
		if name, list, ok := strings.Cut(strings.TrimSpace(line), ":"); ok && !strings.HasPrefix(line, "#") {
			for w := range strings.SplitSeq(list, "|") {
				out[name] = append(out[name], strings.TrimSpace(w))
			}
		}
	}
	return out
})

// countsAs reports whether a word of what is counted begins as a word of the
// list does.
func countsAs(list, what string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(what)), func(w string) bool {
		return slices.ContainsFunc(counted()[list], func(begin string) bool { return strings.HasPrefix(w, begin) })
	})
}
