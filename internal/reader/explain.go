package reader

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"shanyraq/internal/confidence"
	"shanyraq/internal/read"
)

// Explain writes a reading for a person: each sentence with what is named in
// it and what it states, and of each statement the rule that found it, how sure it is and
// what makes it less so.
func Explain(w io.Writer, text string, r read.Reading) error {
	b := bufio.NewWriter(w)
	rs := []rune(text)
	names := map[string]string{}
	for _, e := range r.Entities {
		names[e.ID] = e.Name
	}
	doubts := confidence.Doubts(r)
	for i, s := range r.Sentences {
		fmt.Fprintf(b, "%3d  %s\n", i+1, strings.Join(strings.Fields(string(rs[s.Start:s.End])), " "))
		for _, m := range r.Mentions {
			if m.Start < s.Start || m.Start >= s.End {
				continue
			}
			fmt.Fprintf(b, "       %-13s %s", m.Kind, m.Text)
			if v := m.Value + names[m.Entity]; v != "" && v != m.Text {
				fmt.Fprintf(b, " → %s", v)
			}
			fmt.Fprintln(b)
		}
		for k, st := range r.Statements {
			if st.Evidence.Start < s.Start || st.Evidence.Start >= s.End {
				continue
			}
			sure := fmt.Sprintf("%.2f", st.Confidence)
			if len(doubts[k]) > 0 {
				sure += ": " + strings.Join(doubts[k], ", ")
			}
			fmt.Fprintf(b, "     ■ %-13s %s  (%s, %s)\n", st.Kind, fields(st, names), st.Rule, sure)
		}
	}
	return b.Flush()
}

// fields writes the set fields of a statement with names in place of ids.
func fields(s read.Statement, names map[string]string) string {
	s.Kind, s.Rule = "", ""
	raw, _ := json.Marshal(s)
	var m map[string]any
	_ = json.Unmarshal(raw, &m)
	name := func(v any) any {
		if id, ok := v.(string); ok && names[id] != "" {
			return names[id]
		}
		return v
	}
	var out []string
	for _, k := range []string{"person", "title", "organization", "tenure", "qualifier", "value", "high", "unit", "rank", "times", "change", "counted", "group",
		"speaker", "direct", "text", "language", "translation", "instrument", "status", "action", "parties", "event", "name", "edition", "participants",
		"organizer", "time", "recurring", "date", "place"} {
		v, ok := m[k]
		if !ok {
			continue
		}
		if list, ok := v.([]any); ok {
			for i := range list {
				list[i] = name(list[i])
			}
		}
		out = append(out, fmt.Sprintf("%s=%v", k, name(v)))
	}
	return strings.Join(out, "  ")
}
