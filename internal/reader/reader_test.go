package reader

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// TestRuleExamples holds every rule to its examples: a line with > fires it,
// a line with < does not.
func TestRuleExamples(t *testing.T) {
	r := New()
	for _, tag := range lang.Tags() {
		for _, set := range knowledgeOf(tag).sets {
			for _, rule := range set.Rules {
				if !slices.ContainsFunc(rule.Examples, func(e pattern.Example) bool { return e.Match }) {
					t.Errorf("%s:%d: the rule %s has no example", rule.File, rule.Line, rule.Name)
				}
				for _, e := range rule.Examples {
					fired := map[string]bool{}
					r.read(e.Text, Options{Language: tag, Published: value.MustDate("2024-05-16")}, fired)
					if fired[rule.Name] != e.Match {
						t.Errorf("%s:%d: %s: matched %v, want %v: %s", rule.File, e.Line, rule.Name, fired[rule.Name], e.Match, e.Text)
					}
				}
			}
		}
	}
}

// laws checks what must hold of every reading of a text.
func laws(t *testing.T, text string, o Options) {
	t.Helper()
	a := Read(text, o)
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(New().Read(text, o))
	if string(x) != string(y) {
		t.Errorf("reading twice gave two readings of %q", text)
	}
	if utf8.ValidString(text) && !strings.Contains(text, "ufffd") && strings.Contains(string(x), `\ufffd`) { // what json writes for half a letter
		t.Errorf("the reading of %q cuts a letter: %s", text, x)
	}
	tellsOf(t, text, a)
}

// tellsOf checks that a reading of a text tells of what is in it.
func tellsOf(t *testing.T, text string, a read.Reading) {
	t.Helper()
	rs := []rune(text)
	in := func(s value.Span) bool { return 0 <= s.Start && s.Start < s.End && s.End <= len(rs) }
	ids := map[string]bool{}
	for _, e := range a.Entities {
		if e.Name == "" || ids[e.ID] {
			t.Errorf("entity %+v has no name or a second one has its id", e)
		}
		ids[e.ID] = true
	}
	for _, m := range a.Mentions {
		if s := (value.Span{Start: m.Start, End: m.End}); !in(s) || string(rs[m.Start:m.End]) != m.Text {
			t.Errorf("mention %+v is not its slice of %q", m, text)
		}
		if m.Entity != "" && !ids[m.Entity] {
			t.Errorf("mention %+v means no entity", m)
		}
		if _, err := value.ParseDate(m.Value); err != nil {
			t.Errorf("mention %+v: %v", m, err)
		}
	}
	for _, s := range a.Statements {
		if !in(s.Evidence) || s.Rule == "" {
			t.Errorf("statement %+v lacks evidence or rule", s)
		}
		if _, err := value.ParseDate(s.Date); err != nil {
			t.Errorf("statement %+v: %v", s, err)
		}
		for _, id := range append(append([]string{s.Person, s.Organization, s.Speaker, s.Place, s.Group, s.Organizer}, s.Parties...), s.Participants...) {
			if id != "" && !ids[id] {
				t.Errorf("statement %+v names no entity %q", s, id)
			}
		}
	}
}

// TestUnknownLanguage reads a language without rules: its dates and figures by
// their shape, and nothing made up from its capitals.
func TestUnknownLanguage(t *testing.T) {
	r := New().Read("Das Haus der Bücher in Berlin wurde am 05.11.2019 eröffnet und zählt 34 Räume.", Options{Language: "de"})
	dates := 0
	for _, m := range r.Mentions {
		switch m.Kind {
		case "date":
			dates++
			if m.Value != "2019-11-05" {
				t.Errorf("the date is %s", m.Value)
			}
		default:
			t.Errorf("a %s was read: %q", m.Kind, m.Text)
		}
	}
	if dates != 1 {
		t.Errorf("%d dates were read, want 1", dates)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"The ministers met in Tashkent on 5 March 2024.",
		"«Бұл маңызды», — деді төраға 2023 жылғы 5 наурызда.\n\nСоңы.",
		"В 2009 году насчитывалось 3,6 млн человек — 12 %.",
		"Президент министр Асан төрағасы болып Нұрлан Әбдіров тағайындалды.",
		"", "\xff\xfe", "١٢٣ text \u202e reversed", "A\n\n\n\nB.",
	} {
		for _, tag := range []string{"en", "ru", "kk", ""} {
			f.Add(s, tag)
		}
	}
	f.Fuzz(func(t *testing.T, s, tag string) {
		if !slices.Contains([]string{"", "en", "ru", "kk", "und"}, tag) {
			tag = "kk"
		}
		laws(t, s, Options{Language: tag, Published: value.DateOf(time.Date(2024, 5, 16, 0, 0, 0, 0, time.UTC))})
	})
}
