package reader

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// goldText is the part of a document of the development set the laws need.
type goldText struct {
	ID        string `json:"id"`
	Language  string `json:"language"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

func devTexts(t *testing.T) (out []goldText) {
	t.Helper()
	files, _ := filepath.Glob("../eval/gold/*/dev/*.json")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var g goldText
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if g.Text == "" {
			t.Fatalf("%s: no text", file)
		}
		if g.Language == "" {
			g.Language = filepath.Base(filepath.Dir(filepath.Dir(file)))
		}
		out = append(out, g)
	}
	if len(out) == 0 {
		t.Fatal("no development texts")
	}
	return out
}

// TestNoGroupOnPerson: groups are counted, people are not classified. No
// statement that has a person or a speaker has a group as well.
func TestNoGroupOnPerson(t *testing.T) {
	texts := devTexts(t)
	for _, s := range []struct{ tag, text string }{
		{"en", "Tamsin Orrell, an ethnic Latvian, is mayor of Bergen. The Pole Ulrik Sandven said: \"The 2,500 Latvians left.\""},
		{"ru", "Латышка Тамара Орлецкая, мэр города, сообщила, что 2500 поляков уехали в 2019 году."},
		{"kk", "Ұлты поляк Нұрлан Қасенов ауылда 2500 латыш тұрады деп мәлімдеді."},
	} {
		texts = append(texts, goldText{ID: s.text, Language: s.tag, Text: s.text})
	}
	for _, g := range texts {
		r := Read(g.Text, Options{Language: g.Language, Published: value.MustDate(g.Published)})
		kind := map[string]string{}
		for _, e := range r.Entities {
			kind[e.ID] = e.Kind
		}
		for _, s := range r.Statements {
			if s.Group != "" && (s.Person != "" || s.Speaker != "") {
				t.Errorf("%s: a group on a person: %+v", g.ID, s)
			}
			if kind[s.Group] == "person" || kind[s.Person] == "group" {
				t.Errorf("%s: a group stands where a person does: %+v", g.ID, s)
			}
		}
	}
}

// TestParagraphsAlone: unrelated paragraphs around a paragraph change no
// statement inside it. The first paragraph of each text (it refers back to
// nothing) is read alone, before other texts' paragraphs and between them. A
// dateline says where a whole text was written, and only as its opening: such
// a paragraph is not read behind another one, and none is put before others.
func TestParagraphsAlone(t *testing.T) {
	byTag := map[string][]goldText{}
	for _, g := range devTexts(t) {
		byTag[g.Language] = append(byTag[g.Language], g)
	}
	for tag, list := range byTag {
		compared, behind := 0, 0
		for i, g := range list {
			o := Options{Language: tag, Published: value.MustDate(g.Published)}
			p, _, _ := strings.Cut(g.Text, "\n\n")
			n := len([]rune(p))
			alone := statementsIn(Read(p, o), 0, n)
			compared += len(alone)
			one, _, _ := strings.Cut(list[(i+1)%len(list)].Text, "\n\n")
			two, _, _ := strings.Cut(list[(i+2)%len(list)].Text, "\n\n")
			same := func(how string, got []string) {
				if !slices.Equal(alone, got) {
					t.Errorf("%s: other paragraphs %s it change what is read in\n%s\nalone %s\nthen  %s", g.ID, how, p,
						strings.Join(without(alone, got), "\n      "), strings.Join(without(got, alone), "\n      "))
				}
			}
			same("after", statementsIn(Read(p+"\n\n"+one+"\n\n"+two, o), 0, n))
			if dateline(p) {
				continue
			}
			for k := i + 1; dateline(one) && k < i+len(list); k++ {
				one, _, _ = strings.Cut(list[k%len(list)].Text, "\n\n")
			}
			behind++
			at := len([]rune(one)) + 2
			same("around", statementsIn(Read(one+"\n\n"+p+"\n\n"+two, o), at, at+n))
		}
		if compared == 0 || behind < len(list)/2 {
			t.Errorf("%s: %d statements compared, %d of %d paragraphs read behind others", tag, compared, behind, len(list))
		}
	}
}

// dateline tells an opening such as "NEW YORK, 2 March —", "Nairobi –", "Lima. "
// or "Lusaka: ": a place and a mark at once, before any small word.
func dateline(p string) bool {
	head, rest, ok := strings.Cut(p, " ")
	if !ok {
		return false
	}
	return strings.ToUpper(head) == head && len([]rune(head)) > 2 && strings.ToLower(head) != head || strings.ContainsAny(head, ",.:") || strings.HasPrefix(rest, "– ") || strings.HasPrefix(rest, "— ")
}

// statementsIn gives the statements whose evidence lies in a span, with their
// entities by name, sorted.
func statementsIn(r read.Reading, start, end int) (out []string) {
	names := map[string]string{}
	for _, e := range r.Entities {
		names[e.ID] = e.Name
		if e.Known != "" { // a fuller name elsewhere renames it, not what it is
			names[e.ID] = e.Known
		}
	}
	for _, s := range r.Statements {
		if start <= s.Evidence.Start && s.Evidence.End <= end {
			raw, _ := json.Marshal(flat(s, names))
			out = append(out, s.Kind+" "+string(raw))
		}
	}
	slices.Sort(out)
	return out
}

func without(a, b []string) (out []string) {
	for _, s := range a {
		if !slices.Contains(b, s) {
			out = append(out, s)
		}
	}
	return out
}
