package reader

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/translit"
	"shanyraq/internal/value"
)

// TestOtherScripts: a Kazakh text in Latin or Arabic letters says what it says
// in Cyrillic ones, in its own letters and with spans of its own.
func TestOtherScripts(t *testing.T) {
	for _, script := range []string{"kk-Latn", "kk-Latn-x-2018", "kk-Latn-x-aqparat", "kk-Arab"} {
		dates, statements, names, all := 0, 0, 0, 0
		for _, g := range devTexts(t) {
			if g.Language != "kk" {
				continue
			}
			text, err := translit.Convert("kk-Cyrl", script, g.Text)
			if err != nil {
				t.Fatal(err)
			}
			o := Options{Language: "kk", Published: value.MustDate(g.Published)}
			want, got := Read(g.Text, o), Read(text, o)
			runes := []rune(text)
			for _, m := range got.Mentions {
				if m.Start < 0 || m.End > len(runes) || m.Start > m.End || string(runes[m.Start:m.End]) != m.Text {
					t.Fatalf("%s, %s: %q is not at %d:%d", script, g.ID, m.Text, m.Start, m.End)
				}
			}
			for _, s := range got.Statements {
				if s.Evidence.Start >= s.Evidence.End || s.Evidence.End > len(runes) {
					t.Fatalf("%s, %s: evidence %v", script, g.ID, s.Evidence)
				}
			}
			for _, e := range got.Entities {
				if e.Kind == read.Person && strings.ContainsAny(e.Name, "аеиоуқғңәі") {
					t.Errorf("%s, %s: %q is in Cyrillic", script, g.ID, e.Name)
				}
			}
			a, b := valuesOf(want), valuesOf(got)
			all += len(a)
			for _, v := range a {
				if slices.Contains(b, v) {
					dates++
				}
			}
			names += len(want.Entities)
			statements += len(got.Entities)
		}
		share := float64(dates) / float64(all)
		t.Logf("%s: %d of %d dates, %d of %d entities", script, dates, all, statements, names)
		if share < 0.9 {
			t.Errorf("%s: only %.0f %% of the dates", script, 100*share)
		}
		least := 0.95
		if script == "kk-Arab" { // for want of capitals
			least = 0.8
		}
		if share := float64(statements) / float64(names); share < least {
			t.Errorf("%s: only %.0f %% of the entities", script, 100*share)
		}
	}
}

func valuesOf(r read.Reading) (out []string) {
	for _, m := range r.Mentions {
		if m.Kind == read.DateKind && m.Value != "" {
			out = append(out, m.Value)
		}
	}
	return out
}

func TestOtherScriptsByExample(t *testing.T) {
	r := Read("Bılım ministrı Rüstem Äliev 2024 jylğy 5 nauryzda mekteptı aşty.", Options{Language: "kk", Published: value.MustDate("2024-04-01")})
	raw, _ := json.Marshal(r)
	for _, want := range []string{"Rüstem Äliev", "2024-03-05", "2024 jylğy 5 nauryzda", "Bılım ministrı"} {
		if !strings.Contains(string(raw), `"`+want+`"`) {
			t.Errorf("no %q in %s", want, raw)
		}
	}
}

// TestArabicLettersBesideOthers: capitals are given rune by rune, also beside
// letters whose capital takes fewer bytes than they, or more.
func TestArabicLettersBesideOthers(t *testing.T) {
	text := "ıstanbul! ⱥlpha! ſigma! ماڭعىستاۋ وبلىسىنىڭ اكىمى نۇرداۋلەت سەيتجانوۆ سارسەنبىدە اقتاۋدا سۋ تازارتۋ زاۋىتىن اشتى. سەيتجانوۆ قۇرىلىسقا 12 ميلليارد تەڭگە جۇمسالعانىن ايتتى."
	r := Read(text, Options{Language: "kk", Published: value.MustDate("2024-05-16")})
	people, runes := 0, []rune(text)
	for _, m := range r.Mentions {
		if string(runes[m.Start:m.End]) != m.Text {
			t.Errorf("%q is not at %d:%d", m.Text, m.Start, m.End)
		}
		if m.Kind == read.Person {
			people++
		}
	}
	if people < 2 {
		t.Errorf("%d mentions of people, want the governor twice", people)
	}
}
