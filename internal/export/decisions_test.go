package export

import (
	"encoding/json"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// What people decided comes out with the words it rests on: what was right,
// wrong, corrected and missed; an article of which all was decided on is a
// gold document.
func TestDecisions(t *testing.T) {
	st := sample(t)
	ctx := t.Context()
	card, err := st.Article(ctx, "en", "story-a")
	if err != nil {
		t.Fatal(err)
	}
	list, err := st.ArticleStatements(ctx, card.ID, true)
	if err != nil {
		t.Fatal(err)
	}
	rev, err := st.Revision(ctx, card.Revision)
	if err != nil {
		t.Fatal(err)
	}
	if out, _ := write(t, st, "gold"); len(out) != 0 {
		t.Errorf("gold before anything was decided: %s", out)
	}
	who := record.Change{Who: "One", Reason: "as the text has it"}
	if err := st.Update(ctx, func(tx *store.Tx) error {
		for i, s := range list {
			var err error
			switch i {
			case 0:
				said := s.Said
				said.Date = "2017-11"
				err = tx.EditStatement(s.ID, said, s.Refs, who)
			case 1:
				err = tx.DecideStatement(s.ID, record.Deprecated, who)
			default:
				err = tx.DecideStatement(s.ID, record.Accepted, who)
			}
			if err != nil {
				return err
			}
		}
		n := 2.0
		_, err := tx.AddStatement(card.ID, rev, value.Span{Start: 0, End: 9}, read.Statement{Kind: read.Figure, Value: &n, Counted: "states"}, nil, who)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	out, counts := write(t, st, "decisions")
	outcomes := map[string]int{}
	for line := range strings.Lines(string(out)) {
		var l decidedLine
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		outcomes[l.Outcome]++
		runes := []rune(rev.Plain)
		if l.Text != string(runes[l.Span.Start:l.Span.End]) || l.Hash != rev.Hash || !strings.HasSuffix(string(runes[:l.Span.Start]), l.Before) || l.Decided == "" {
			t.Errorf("the words of %+v are not those of the text", l)
		}
		switch l.Outcome {
		case "corrected":
			if l.Read.Said.Date == "2017-11" || l.Correct.Said.Date != "2017-11" || l.Rule == record.ByHand {
				t.Errorf("corrected: %s", line)
			}
		case "missed":
			if l.Read != nil || l.Correct.Said.Counted != "states" || l.Text != "Қазақстан" {
				t.Errorf("missed: %s", line)
			}
		case "wrong":
			if l.Read == nil || l.Correct != nil || l.Reason == "" {
				t.Errorf("wrong: %s", line)
			}
		}
		if strings.Contains(line, "One") {
			t.Errorf("who decided teaches nothing and stays at home: %s", line)
		}
	}
	if want := len(list) + 1; outcomes["corrected"] != 1 || outcomes["missed"] != 1 || outcomes["wrong"] != 1 || outcomes["right"] != want-3 || counts.Statements != want {
		t.Errorf("outcomes %v of %d", outcomes, want)
	}
	out, _ = write(t, st, "gold")
	var doc struct {
		ID, Text, Title, Language string
		read.Reading
	}
	if err := json.Unmarshal(out, &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Text != rev.Plain || len(doc.Statements) != len(list) {
		t.Errorf("gold: %s", out)
	}
	for _, m := range doc.Mentions {
		if string([]rune(doc.Text)[m.Start:m.End]) != m.Text {
			t.Errorf("mention %+v", m)
		}
	}
	known := map[string]bool{}
	for _, e := range doc.Reading.Entities {
		known[e.ID] = true
	}
	for _, s := range doc.Statements {
		for _, id := range append(s.Parties, s.Person, s.Organization) {
			if id != "" && !known[id] {
				t.Errorf("statement %+v names %q, which is no entity of the document", s, id)
			}
		}
	}
}
