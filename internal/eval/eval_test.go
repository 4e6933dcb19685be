package eval

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shanyraq/internal/read"
)

func num(x float64) *float64 { return &x }

func TestAlignTakesTheGreatestSum(t *testing.T) {
	// Greedy would pair 0 with 0 (0.9) and leave 1 alone.
	m := [][]float64{{0.9, 0.8, 0}, {0.85, 0, 0}}
	got := align(2, 3, func(i, j int) float64 { return m[i][j] })
	if got[0] != 1 || got[1] != 0 {
		t.Errorf("pairs %v, want [1 0]", got)
	}
	if got := align(2, 0, nil); got[0] != -1 || got[1] != -1 {
		t.Errorf("nothing to pair with: %v", got)
	}
	if got := align(3, 1, func(i, j int) float64 { return float64(i) }); got[0] != -1 || got[1] != -1 || got[2] != 0 {
		t.Errorf("one column goes to the best row: %v", got)
	}
}

func TestFold(t *testing.T) {
	for _, c := range [][2]string{
		{"«Қазақстан  Халқы»", "қазақстан халқы"},
		{"Oʻzbekiston", "o'zbekiston"},
		{"Семён Орлёв", "семен орлев"},
		{"Əлемдік қор", "әлемдік қор"},
		{"U.N.", "u.n"},
	} {
		if got := fold(c[0]); got != c[1] {
			t.Errorf("fold(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestOverlapCountsInflectedForms(t *testing.T) {
	if x := overlap(contentWords("министр сельского хозяйства"), contentWords("министра сельского хозяйства")); x != 1 {
		t.Errorf("a case ending costs %v", 1-x)
	}
	if x := overlap(contentWords("Deputy Minister of Health"), contentWords("Minister")); x != 0.5 {
		t.Errorf("one word of three against one: %v, want 0.5", x)
	}
	if sameWord("port", "portrait") || sameWord("мәдени", "мәселе") {
		t.Error("unrelated words are taken for one")
	}
}

func TestCredits(t *testing.T) {
	g := Facts{
		People:        []Name{{Name: "Aigul Sarsen", Aliases: []string{"Sarsen"}}},
		Organizations: []Name{{Name: "Aral Sea Fund", Aliases: []string{"ASF"}}},
	}
	f := Facts{
		People:        []Name{{Name: "Sarsen"}},
		Organizations: []Name{{Name: "ASF"}},
	}
	j := judge{gold: aliasesOf(g), found: aliasesOf(f)}
	for _, c := range []struct {
		what string
		got  float64
		want float64
	}{
		{"surname is an alias", j.name(g.People[0], f.People[0]), 1},
		{"another name", j.name(g.People[0], Name{Name: "Aigul"}), 0},
		{"defined abbreviation", j.organization(g.Organizations[0], f.Organizations[0]), 1},
		{"body by overlap", j.organization(Name{Name: "Ministry of Water Resources of Kazakhstan"}, Name{Name: "Ministry of Water Resources"}), 0.5},
		{"another body", j.organization(Name{Name: "Ministry of Water Resources"}, Name{Name: "Ministry of Health"}), 0},
		{"people in another number", j.group(Name{Name: "Uyghurs"}, Name{Name: "Uyghur"}), 1},
		{"people in Kazakh plural", j.group(Name{Name: "орыстар"}, Name{Name: "орыс"}), 1},
		{"Turkmens are not Turks", j.group(Name{Name: "түрікмен"}, Name{Name: "түрік"}), 0},
		{"another people", j.group(Name{Name: "Kazakhs"}, Name{Name: "Kyrgyz"}), 0},
		{"office by surname and title", j.office(Office{Person: "Aigul Sarsen", Title: "Deputy Minister of Health"}, Office{Person: "Sarsen", Title: "Deputy Minister"}), 1},
		{"title holds the body", j.office(Office{Person: "Aigul Sarsen", Title: "director", Organization: "Aral Sea Fund"}, Office{Person: "Sarsen", Title: "director of the Aral Sea Fund"}), 1},
		{"office of somebody else", j.office(Office{Person: "Aigul Sarsen", Title: "director"}, Office{Person: "Bolat", Title: "director"}), 0},
		{"date marks", j.date(Date{Value: "2016~"}, Date{Value: "2016"}), 1},
		{"date with two readings", j.date(Date{Value: "2024|2024-12"}, Date{Value: "2024-12"}), 1},
		{"date by its days", j.date(Date{Value: "2023-01/2023-06"}, Date{Value: "2023-01-01/2023-06-30"}), 1},
		{"what a measured figure measures", j.figure(Figure{Value: num(12), Unit: "percent", Counted: "growth"}, Figure{Value: num(12), Unit: "percent", Counted: "trade"}), 1},
		{"what is counted, inflected", j.figure(Figure{Value: num(12), Counted: "ел"}, Figure{Value: num(12), Counted: "елден"}), 1},
		{"date precision", j.date(Date{Value: "2016"}, Date{Value: "2016-03"}), 0},
		{"figure", j.figure(Figure{Value: num(3.6e6), Unit: "person"}, Figure{Value: num(3600000)}), 1},
		{"figure's unit", j.figure(Figure{Value: num(12), Unit: "percent"}, Figure{Value: num(12)}), 0},
		{"unit's spelling", j.figure(Figure{Value: num(12), Unit: "km2"}, Figure{Value: num(12), Unit: "square kilometres"}), 1},
		{"something else is counted", j.figure(Figure{Value: num(12), Counted: "schools"}, Figure{Value: num(12), Counted: "teachers"}), 0.5},
		{"range without its end", j.figure(Figure{Value: num(12), High: num(15)}, Figure{Value: num(12)}), 0.5},
		{"rank", j.figure(Figure{Rank: 2}, Figure{Rank: 2, Counted: "city"}), 1},
		{"times", j.figure(Figure{Times: 3}, Figure{Times: 2}), 0},
		{"value where gold has rank", j.figure(Figure{Rank: 2}, Figure{Value: num(2)}), 0},
		{"quote", j.quote(Quote{Speaker: "Aigul Sarsen", Text: "We will not stop here", Direct: true}, Quote{Speaker: "Sarsen", Text: "We will not stop here,"}), 1},
		{"quote of somebody else", j.quote(Quote{Speaker: "Aigul Sarsen", Text: "We will not stop here", Direct: true}, Quote{Speaker: "Bolat", Text: "We will not stop here"}), 0.5},
		{"half a direct quote", j.quote(Quote{Text: "We will not stop here whatever happens in spring", Direct: true}, Quote{Text: "We will not"}), 0},
		{"most of a reported quote", j.quote(Quote{Text: "the work would be finished by spring"}, Quote{Text: "work would be finished"}), 1},
		{"agreement", j.agreement(Agreement{Instrument: "memorandum of understanding", Parties: []string{"Aral Sea Fund"}, Status: "signed"}, Agreement{Instrument: "memorandum of understanding", Parties: []string{"ASF"}, Status: "signed"}), 1},
		{"agreement, wrong status", j.agreement(Agreement{Instrument: "memorandum of understanding", Parties: []string{"Aral Sea Fund"}, Status: "signed"}, Agreement{Instrument: "memorandum", Parties: []string{"ASF"}, Status: "planned"}), 0.75},
		{"another instrument", j.agreement(Agreement{Instrument: "treaty"}, Agreement{Instrument: "protocol"}), 0},
		{"event by day", j.event(Event{Event: "meeting", Date: "2019-05"}, Event{Event: "meeting", Date: "2019-05-16"}), 1},
		{"event by nothing", j.event(Event{Event: "meeting", Date: "2019-05"}, Event{Event: "meeting"}), 0},
		{"event of another kind", j.event(Event{Event: "meeting", Name: "Issyk-Kul Forum"}, Event{Event: "conference", Name: "Issyk-Kul Forum"}), 0.5},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s: credit %v, want %v", c.what, c.got, c.want)
		}
	}
}

func TestScoreCountsMissesExtrasAndOptional(t *testing.T) {
	doc := Document{ID: "d", Language: "en", Text: "x", Gold: Facts{
		People: []Name{{Name: "A One"}, {Name: "B Two"}, {Name: "C Three", Optional: true}, {Name: "D Four", Optional: true}},
	}}
	s := ScoreDocument(doc, Facts{People: []Name{{Name: "a one"}, {Name: "C Three"}, {Name: "E Five"}}})
	got := s.Kinds["people"]
	if got != (Tally{Credit: 1, Gold: 2, Found: 2}) {
		t.Errorf("tally %+v, want one right of two found and two gold", got)
	}
	if len(s.Slips) != 2 || s.Slips[0].Gold != "B Two" || s.Slips[1].Found != "E Five" {
		t.Errorf("slips %+v, want B Two missed and E Five extra", s.Slips)
	}
}

func TestPlaceInsideABodyIsNoExtra(t *testing.T) {
	doc := Document{Text: "x", Gold: Facts{Organizations: []Name{{Name: "Moscow Conservatory"}}, Places: []Name{{Name: "Taraz"}}}}
	s := ScoreDocument(doc, Facts{Places: []Name{{Name: "Moscow"}, {Name: "Taraz"}, {Name: "Ufa"}}})
	if got := s.Kinds["places"]; got != (Tally{Credit: 1, Gold: 1, Found: 2}) {
		t.Errorf("tally %+v, want Taraz right and Ufa extra", got)
	}
}

func TestTimesBesideItsValueIsNoExtra(t *testing.T) {
	doc := Document{Text: "x", Gold: Facts{Figures: []Figure{{Value: num(96), Times: 3}}}}
	for want, found := range map[Tally][]Figure{
		{Credit: 1, Gold: 1, Found: 1}: {{Value: num(96)}, {Times: 3}},
		{Credit: 1, Gold: 1, Found: 2}: {{Value: num(96)}, {Times: 2}},
	} {
		if got := ScoreDocument(doc, Facts{Figures: found}).Kinds["figures"]; got != want {
			t.Errorf("%v: tally %+v, want %+v", found, got, want)
		}
	}
}

// A reading equal to gold scores 1; the same document as a plain reading of
// the contract scores as its own gold does.
const plain = `{"id":"p","language":"en","published":"2020-05-07","title":"t",
 "text":"Aigul Sarsen, director of the Aral Sea Fund (ASF), said on 5 May that 40 wells were dug.",
 "mentions":[{"kind":"person","text":"Aigul Sarsen","start":0,"end":12,"entity":"e1"},{"kind":"date","text":"5 May","start":59,"end":64,"value":"2020-05-05"}],
 "entities":[{"id":"e1","kind":"person","name":"Aigul Sarsen"},{"id":"e2","kind":"organization","name":"Aral Sea Fund","aliases":["ASF"]}],
 "statements":[{"kind":"office","person":"e1","title":"director","organization":"e2"},{"kind":"figure","value":40,"counted":"wells"},
  {"kind":"quote","speaker":"e1","text":"40 wells were dug","direct":false}]}`

func TestPlainReadingIsAcceptedAsGold(t *testing.T) {
	doc, err := Parse([]byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Gold.Offices[0] != (Office{Person: "Aigul Sarsen", Title: "director", Organization: "Aral Sea Fund"}) {
		t.Errorf("office %+v: ids are not resolved", doc.Gold.Offices[0])
	}
	var r read.Reading
	if err := json.Unmarshal([]byte(plain), &r); err != nil {
		t.Fatal(err)
	}
	rep := Run([]Document{doc}, func(Document) read.Reading { return r })
	if rep.All.MacroF1() != 1 {
		t.Errorf("gold against itself scores %v", rep.All.MacroF1())
	}
	none := Run([]Document{doc}, func(Document) read.Reading { return read.Reading{} })
	if none.All.MacroF1() != 0 {
		t.Errorf("an empty reading scores %v", none.All.MacroF1())
	}
}

func TestReportJSONIsTheContract(t *testing.T) {
	doc, err := Parse([]byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	doc.Part = "dev"
	rep := Run([]Document{doc}, func(Document) read.Reading { return read.Reading{} })
	raw, err := json.Marshal(rep)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Kinds     map[string]map[string]float64 `json:"kinds"`
		MacroF1   *float64                      `json:"macro_f1"`
		Languages map[string]json.RawMessage    `json:"languages"`
		Parts     map[string]json.RawMessage    `json:"parts"`
	}
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	if got.MacroF1 == nil || len(got.Kinds) != len(Kinds) || got.Languages["en"] == nil || got.Parts["dev"] == nil {
		t.Errorf("fields are missing in %s", raw)
	}
	for _, k := range Kinds {
		if len(got.Kinds[k]) != 3 {
			t.Errorf("%s has not precision, recall and f1", k)
		}
	}
	var b bytes.Buffer
	if err := rep.Print(&b); err != nil || !strings.Contains(b.String(), "macro F1, dev") {
		t.Errorf("table %q, %v", b.String(), err)
	}
}

func TestSlipsOfHeldDocumentsAreNotShown(t *testing.T) {
	doc, err := Parse([]byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string]bool{"dev": true, "held": false} {
		doc.Part = part
		rep := Run([]Document{doc}, func(Document) read.Reading { return read.Reading{} })
		var b bytes.Buffer
		rep.PrintSlips(&b, "")
		if strings.Contains(b.String(), "Sarsen") != want {
			t.Errorf("%s: shown %v, want %v", part, !want, want)
		}
	}
}

func TestLoadReportsBadFilesAndKeepsTheRest(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"dev/a.json":     plain,
		"b.json":         `{"id":"b","text":"x","gold":{"peple":[]}}`,
		"c.json":         `{"id":"c","text":"x","gold":{"dates":[{"text":"x","value":"2019-02-30"}]}}`,
		"d.json":         `{`,
		"e.json":         `{"id":"e","text":"x"}`,
		"f.json":         `{"id":"f","text":" ","gold":{}}`,
		"notes/read.txt": "not gold",
	} {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	docs, bad := Load(dir)
	if len(docs) != 1 || docs[0].Part != "dev" {
		t.Errorf("documents %+v, want a.json of part dev", docs)
	}
	if len(bad) != 5 {
		t.Errorf("%d faults, want 5: %v", len(bad), bad)
	}
	for _, err := range bad {
		if !strings.Contains(err.Error(), ".json") || !strings.Contains(err.Error(), ";") {
			t.Errorf("%q names no file or no next move", err)
		}
	}
	if docs, bad := Load(t.TempDir()); len(docs) != 0 || len(bad) != 1 {
		t.Errorf("an empty folder gives %d documents and faults %v", len(docs), bad)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(plain))
	f.Add([]byte(`{"text":"a","gold":{"figures":[{"value":1,"unit":"s"}],"events":[{"event":"meeting"}]}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, err := Parse(raw)
		if err != nil {
			return
		}
		// Gold found whole scores full marks on all it asks for.
		s := ScoreDocument(doc, doc.Gold)
		for k, x := range s.Kinds {
			if x.Credit > float64(min(x.Gold, x.Found))+1e-9 {
				t.Errorf("%s: credit %v of %d gold, %d found", k, x.Credit, x.Gold, x.Found)
			}
		}
	})
}
