package export

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

// sample is a store with two public articles and a draft. Alia Sample is
// invented; so is what the texts say.
func sample(t *testing.T) *store.Store {
	t.Helper()
	st := testkit.SQLite(t)
	day := time.Date(2017, 11, 10, 9, 0, 0, 0, time.UTC)
	entities := []record.Entity{
		{Kind: read.Place, Known: "KZ", Names: []record.Name{{Text: "Kazakhstan", Language: "en"}, {Text: "Қазақстан", Language: "kk"}}},
		{Kind: read.Place, Known: "UZ", Names: []record.Name{{Text: "Uzbekistan", Language: "en"}}},
		{Kind: read.Person, Names: []record.Name{{Text: "Alia Sample", Language: "en"}, {Text: "A. Sample", Language: "en", Alias: true}}},
		{Kind: read.Organization, Names: []record.Name{{Text: "Sample Office", Language: "en"}}},
		{Kind: read.Group, Known: "uzbek", Names: []record.Name{{Text: "Uzbeks", Language: "en"}}},
	}
	err := st.Update(t.Context(), func(tx *store.Tx) error {
		for i := range entities {
			if err := tx.SaveEntity(&entities[i], nil); err != nil {
				return err
			}
		}
		ref := func(role string, i int) record.Ref { return record.Ref{Role: role, Entity: entities[i].ID} }
		for i, text := range []string{
			"Қазақстан “әріптестер” 🙂: Kazakhstan and Uzbekistan signed a protocol. Alia Sample heads the Sample Office.",
			"=Kazakhstan and Uzbekistan signed a protocol, once more told. Alia Sample heads the Sample Office.",
			"A draft: Kazakhstan and Uzbekistan signed a protocol. Alia Sample heads the Sample Office.",
		} {
			it := testkit.Item("en", "story-"+string(rune('a'+i)), "Story", text, day.AddDate(0, 0, i))
			if i == 2 {
				it.Article.State = article.Draft
			}
			if _, err := tx.Save(it); err != nil {
				return err
			}
			card, err := tx.ArticleByID(tx.Context(), it.Article.ID)
			if err != nil {
				return err
			}
			plain := []rune(it.Revision.Plain)
			r := &store.Reading{Article: card, Hash: it.Revision.Hash, Version: "test-1", Language: "en", Sentences: 2}
			add := func(fact, from, to string, said read.Statement, refs ...record.Ref) {
				whole := string(plain)
				a := len([]rune(whole[:strings.Index(whole, from)]))
				b := len([]rune(whole[:strings.Index(whole, to)])) + len([]rune(to))
				said.Evidence, said.Rule = value.Span{Start: a, End: b}, "test"
				r.Statements = append(r.Statements, record.Statement{Evidence: said.Evidence, Quote: string(plain[a:b]), Said: said, Refs: refs, Fact: fact, Keys: []string{fact}})
			}
			first := "Kazakhstan and"
			if i == 1 {
				first = "=Kazakhstan and"
			}
			add("f1", first, "a protocol", read.Statement{Kind: read.Agreement, Instrument: "protocol", Status: "signed", Date: "2017-11-09"}, ref(record.RoleParty, 0), ref(record.RoleParty, 1))
			add("f2", "Alia", "Office", read.Statement{Kind: read.Office, Title: "head"}, ref(record.RolePerson, 2), ref(record.RoleOrganization, 3))
			for _, e := range entities {
				r.Mentions = append(r.Mentions, store.Mention{Entity: e.ID, Spans: []value.Span{{Start: 0, End: 1}}})
			}
			if err := tx.SaveReading(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	list, err := st.Statements(t.Context(), store.StatementFilter{Kind: read.Agreement, Facts: true})
	if err != nil || len(list) != 1 {
		t.Fatalf("%v %v", list, err)
	}
	if err := st.Update(t.Context(), func(tx *store.Tx) error {
		return tx.DecideStatement(list[0].ID, record.Accepted, record.Change{Who: "editor", When: day})
	}); err != nil {
		t.Fatal(err)
	}
	return st
}

func write(t *testing.T, st *store.Store, format string) ([]byte, Counts) {
	t.Helper()
	var b bytes.Buffer
	n, err := Write(t.Context(), st, format, &b, Options{Origin: "https://example.org/", Name: "Sample <Assembly>", Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), n
}

// decided accepts whatever waits, so that there is something to write in every
// form.
func decided(t *testing.T, st *store.Store) {
	t.Helper()
	list, err := st.Statements(t.Context(), store.StatementFilter{Limit: 100})
	if err != nil || len(list) < 4 {
		t.Fatalf("%d statements, %v", len(list), err)
	}
	if err := st.Update(t.Context(), func(tx *store.Tx) error {
		for _, s := range list {
			if s.Rank == record.Suggested {
				if err := tx.DecideStatement(s.ID, record.Accepted, record.Change{Who: "editor", When: time.Date(2017, 11, 20, 9, 0, 0, 0, time.UTC)}); err != nil {
					return err
				}
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// The same record gives the same bytes; a draft is in none of them.
func TestSameRecordSameBytes(t *testing.T) {
	st := sample(t)
	decided(t, st)
	for _, f := range Formats() {
		a, _ := write(t, st, f)
		b, _ := write(t, st, f)
		if !bytes.Equal(a, b) || len(a) == 0 {
			t.Errorf("%s: two runs differ", f)
		}
		if bytes.Contains(a, []byte("story-c")) || bytes.Contains(a, []byte("A draft")) {
			t.Errorf("%s: a draft is in the dump", f)
		}
	}
}

func TestRecord(t *testing.T) {
	st := sample(t)
	b, n := write(t, st, "record")
	if want := (Counts{Articles: 2, Entities: 5, Statements: 4, Decisions: 1}); n != want {
		t.Errorf("counts %+v, want %+v", n, want)
	}
	lines := bytes.SplitAfter(bytes.TrimSuffix(b, []byte("\n")), []byte("\n"))
	var end endLine
	if err := json.Unmarshal(lines[len(lines)-1], &end); err != nil || end.Type != "end" || end.Counts != n {
		t.Fatalf("the last line is %s", lines[len(lines)-1])
	}
	sum := sha256.Sum256(bytes.Join(lines[:len(lines)-1], nil))
	if end.SHA256 != hex.EncodeToString(sum[:]) {
		t.Error("the checksum is not that of the lines before the end")
	}
	var m manifestLine
	if err := json.Unmarshal(lines[0], &m); err != nil || m.Type != "manifest" || m.Schema != store.SchemaVersion() || !slices.Equal(m.Readers, []string{"test-1"}) || m.License == "" {
		t.Errorf("the manifest is %s", lines[0])
	}
	known := map[int64]bool{}
	for _, line := range lines {
		var v struct {
			Type     string
			ID       int64
			Entities []refValue
			Evidence value.Span
			Quote    string
			Revision int64
			Hash     string
		}
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		switch v.Type {
		case "entity":
			known[v.ID] = true
		case "statement":
			rev, err := st.Revision(t.Context(), v.Revision)
			if err != nil {
				t.Fatal(err)
			}
			if got := string([]rune(rev.Plain)[v.Evidence.Start:v.Evidence.End]); got != v.Quote || rev.Hash != v.Hash || got == "" {
				t.Errorf("the evidence is %q, the quote %q", got, v.Quote)
			}
			for _, r := range v.Entities {
				if !known[r.ID] {
					t.Errorf("entity %d is spoken of before it is there", r.ID)
				}
			}
		}
	}
}

func TestCSV(t *testing.T) {
	b, _ := write(t, sample(t), "statements.csv")
	rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	quote := slices.Index(rows[0], "quote")
	if rows[1][quote] != "Kazakhstan and Uzbekistan signed a protocol" || !strings.HasPrefix(rows[3][quote], "'=Kazakhstan") {
		t.Errorf("quotes %q, %q: what a spreadsheet takes for a formula must be led by an apostrophe", rows[1][quote], rows[3][quote])
	}
}

// Each annotation finds its words by position and by quote.
func TestAnnotations(t *testing.T) {
	st := sample(t)
	b, _ := write(t, st, "annotations")
	var c struct {
		Context any `json:"@context"`
		Type    string
		Total   int
		First   struct {
			Type  string
			Items []struct {
				ID, Type string
				Target   struct {
					Source   string
					Revision string `json:"schema:version"`
					Selector []struct {
						Type                  string
						Start, End            int
						Exact, Prefix, Suffix string
					}
				}
			}
		}
	}
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	if c.Type != "AnnotationCollection" || c.First.Type != "AnnotationPage" || c.Total != 4 || len(c.First.Items) != 4 {
		t.Fatalf("%s of %d, page %s of %d", c.Type, c.Total, c.First.Type, len(c.First.Items))
	}
	ids := map[string]bool{}
	for _, a := range c.First.Items {
		slug := a.Target.Source[strings.LastIndexByte(a.Target.Source, '/')+1:]
		card, err := st.Article(context.Background(), "en", slug)
		if err != nil {
			t.Fatal(err)
		}
		rev, err := st.Revision(t.Context(), card.Revision)
		if err != nil {
			t.Fatal(err)
		}
		pos, quote := a.Target.Selector[0], a.Target.Selector[1]
		text := []rune(rev.Plain)
		if pos.Type != "TextPositionSelector" || quote.Type != "TextQuoteSelector" || string(text[pos.Start:pos.End]) != quote.Exact || a.Target.Revision != rev.Hash {
			t.Errorf("%s: %q is not %q", a.ID, string(text[pos.Start:pos.End]), quote.Exact)
		}
		if !strings.Contains(rev.Plain, quote.Prefix+quote.Exact+quote.Suffix) {
			t.Errorf("%s: the words around are not those of the text", a.ID)
		}
		if ids[a.ID] || a.Type != "Annotation" {
			t.Errorf("%s %s is there twice", a.Type, a.ID)
		}
		ids[a.ID] = true
	}
}

// References lead to entities that are there, with the schema that
// FollowTheMoney demands.
func TestFTM(t *testing.T) {
	b, _ := write(t, sample(t), "ftm")
	ranges := map[string][]string{"holder": {"Person"}, "post": {"Position"}, "organization": {"Organization", "PublicBody"},
		"involved": {"Person", "Organization", "PublicBody"}, "organizer": {"Person", "Organization", "PublicBody"}}
	needs := map[string][]string{"Person": {"name"}, "Organization": {"name"}, "Position": {"name"}, "Occupancy": {"holder", "post"}, "Event": {"name"}}
	schema, count := map[string]string{}, map[string]int{}
	var all []ftmEntity
	for s := bufio.NewScanner(bytes.NewReader(b)); s.Scan(); {
		var e ftmEntity
		if err := json.Unmarshal(s.Bytes(), &e); err != nil || schema[e.ID] != "" {
			t.Fatalf("%s: %v, or there twice", s.Bytes(), err)
		}
		schema[e.ID] = e.Schema
		count[e.Schema]++
		all = append(all, e)
	}
	for _, e := range all {
		for _, p := range needs[e.Schema] {
			if len(e.Properties[p]) == 0 {
				t.Errorf("%s %s lacks %s", e.Schema, e.ID, p)
			}
		}
		for p, want := range ranges {
			for _, id := range e.Properties[p] {
				if !slices.Contains(want, schema[id]) {
					t.Errorf("%s of %s is a %q", p, e.ID, schema[id])
				}
			}
		}
	}
	for s, n := range map[string]int{"Person": 1, "Organization": 1, "Address": 2, "Position": 1, "Occupancy": 1, "Event": 1} {
		if count[s] != n {
			t.Errorf("%d of %s, want %d: a fact told twice is one, a people is none", count[s], s, n)
		}
	}
	if !bytes.Contains(b, []byte(`"country":["kz","uz"]`)) || !bytes.Contains(b, []byte(`"date":["2017-11-09"]`)) {
		t.Errorf("the signing lacks its countries or its day:\n%s", b)
	}
}

func TestFTMDates(t *testing.T) {
	for edtf, want := range map[string]string{"2017-11-09": "2017-11-09", "2017": "2017", "2017-22": "", "20XX": "", "2017~": "2017", "": "", "../2019": ""} {
		f := ftmEntity{Properties: map[string][]string{}}
		f.dates(edtf)
		if got := strings.Join(f.Properties["date"], ""); got != want {
			t.Errorf("%q: %q, want %q", edtf, got, want)
		}
	}
	f := ftmEntity{Properties: map[string][]string{}}
	f.dates("2013-05/..")
	if f.Properties["startDate"][0] != "2013-05" || f.Properties["endDate"] != nil {
		t.Errorf("an open span: %v", f.Properties)
	}
}

func TestCalendarOfTheRecord(t *testing.T) {
	b, _ := write(t, sample(t), "ics")
	if n := bytes.Count(b, []byte("BEGIN:VEVENT")); n != 1 || !bytes.Contains(b, []byte("DTSTART;VALUE=DATE:20171109\r\n")) || !bytes.Contains(b, []byte(`signed: protocol — Kazakhstan\, Uzbekistan`)) {
		t.Errorf("%d entries:\n%s", n, b)
	}
}

// Where the policy shows only what a person has accepted, a dump has no more.
func TestReviewedOnly(t *testing.T) {
	st := sample(t)
	if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.SetSetting("publish", "accepted") }); err != nil {
		t.Fatal(err)
	}
	if _, n := write(t, st, "record"); n.Statements != 1 {
		t.Errorf("%d statements, want the one accepted", n.Statements)
	}
	if b, _ := write(t, st, "ftm"); bytes.Contains(b, []byte("Alia")) {
		t.Error("a person nobody has accepted is in the dump")
	}
}

type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errors.New("no room")
	}
	return len(b), nil
}

func TestFailures(t *testing.T) {
	st := sample(t)
	decided(t, st)
	for _, f := range Formats() {
		if _, err := Write(t.Context(), st, f, &full{left: 20}, Options{Origin: "https://example.org"}); err == nil {
			t.Errorf("%s: a full disk went unnoticed", f)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := Write(ctx, st, f, &full{left: 1 << 20}, Options{}); err == nil {
			t.Errorf("%s: a broken store went unnoticed", f)
		}
	}
	if _, err := Write(t.Context(), st, "xml", &full{}, Options{}); !fault.Is(err, fault.Unsupported) || !strings.Contains(err.Error(), "annotations") {
		t.Errorf("an unknown format: %v", err)
	}
}
