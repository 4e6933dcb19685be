package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

// A series shows each observation with its source and, beside it, what
// articles state; the two are never in one table.
func TestSeries(t *testing.T) {
	f := newFixture(t, 0)
	f.countUzbeks(t)
	body := f.get(t, "/en/record/series/KZ/uzbek").Body.String()
	sound(t, body)
	for _, want := range []string{"456,997", "614,047", `href="https://example.org/2009"`, "about 300,000", "Differs from statistics", `class="mark-b open"`, "/en/record/series/KZ/uzbek.csv"} {
		if !strings.Contains(body, want) {
			t.Errorf("the series lacks %q", want)
		}
	}
	if n := strings.Count(body, `class="dot-a"`); n != 2 {
		t.Errorf("%d points are drawn, want 2", n)
	}
	if n := strings.Count(body, `class="line-a"`); n != 0 {
		t.Errorf("numbers of two sources are joined by %d lines", n)
	}
	var got struct {
		Rows []struct {
			Value  float64
			Source string
		}
	}
	if err := json.Unmarshal(f.get(t, "/en/record/series/KZ/uzbek.json").Body.Bytes(), &got); err != nil || len(got.Rows) != 2 || got.Rows[0].Value != 456997 || got.Rows[0].Source == "" {
		t.Errorf("as JSON: %+v %v", got, err)
	}
	var drawn struct {
		Observed []struct{ Day string }
		Stated   []struct {
			Value float64
			Wrong bool
			URL   string
		}
	}
	if err := json.Unmarshal(f.get(t, "/en/record/series/KZ/uzbek.picture.json").Body.Bytes(), &drawn); err != nil || len(drawn.Observed) != 2 || drawn.Observed[0].Day != "2009-02-25" ||
		len(drawn.Stated) != 1 || drawn.Stated[0].Value != 300000 || !drawn.Stated[0].Wrong || !strings.Contains(drawn.Stated[0].URL, "/en/record/statement/") {
		t.Errorf("what a script draws: %+v %v", drawn, err)
	}
	if n := strings.Count(f.get(t, "/sitemap.xml").Body.String(), "/en/record/series/KZ/uzbek<"); n != 1 {
		t.Errorf("the sitemap has the series %d times, want once", n)
	}
	entity := f.get(t, f.peoplesPage).Body.String()
	if !strings.Contains(entity, `href="/en/record/series/KZ/uzbek"`) {
		t.Error("the page of the people does not lead to its series")
	}
	if !strings.Contains(f.get(t, "/en/uzbeks").Body.String(), `href="/en/record/series/KZ/uzbek"`) {
		t.Error("the check of the figure does not lead to the series")
	}
	for _, ask := range []string{"/en/record/series/KZ/nobody", "/en/record/series/XX/uzbek", "/en/record/series/KZ/uzbek.xml", "/en/record/series/KZ/other"} {
		if w := f.get(t, ask); w.Code != 404 {
			t.Errorf("%s: status %d, want 404", ask, w.Code)
		}
	}
}

// countUzbeks puts a people, two observations and an article's figure into
// the site. The numbers are those of two censuses.
func (f *fixture) countUzbeks(t *testing.T) {
	t.Helper()
	it := testkit.Item("en", "uzbeks", "A figure", "About 300,000 Uzbeks live in Kazakhstan.", f.clock)
	it.Article.Section = "news"
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		e := record.Entity{Kind: read.Group, Known: "uzbek", Names: []record.Name{{Text: "Uzbeks", Language: "en", Script: "Latn"}}}
		if err := tx.SaveEntity(&e, nil); err != nil {
			return err
		}
		f.peoplesPage = fmt.Sprintf("/en/record/peoples/%d", e.ID)
		if _, err := tx.Save(it); err != nil {
			return err
		}
		card, err := tx.ArticleByID(tx.Context(), it.Article.ID)
		if err != nil {
			return err
		}
		number, i := 300000.0, strings.Index(it.Revision.Plain, "About 300")
		if i < 0 {
			t.Fatalf("the text is %q", it.Revision.Plain)
		}
		span := value.Span{Start: i, End: i + len("About 300,000 Uzbeks live in Kazakhstan.")}
		s := record.Statement{Evidence: span, Quote: it.Revision.Plain[span.Start:span.End], Fact: "uz", Keys: []string{"uz"}, Rank: record.Suggested,
			Said: read.Statement{Kind: read.Figure, Value: &number, Qualifier: "about", Unit: "person", Date: "2021", Evidence: span, Rule: "test"},
			Refs: []record.Ref{{Role: record.RoleGroup, Entity: e.ID}, {Role: record.RolePlace, Entity: f.ids[0]}}}
		r := &store.Reading{Article: card, Hash: it.Revision.Hash, Version: "test-1", Language: "en", Sentences: 1, Statements: []record.Statement{s},
			Checks:   []*stats.Check{{Verdict: stats.Inconsistent, Stated: "about 300000", Observed: "614047 (census, 2021-09-01)", Source: "https://example.org/2021", Arithmetic: "observed 614,047"}},
			Mentions: []store.Mention{{Entity: e.ID, Spans: []value.Span{span}}}}
		if err := tx.SaveReading(r); err != nil {
			return err
		}
		key := stats.Key{Area: "KZ", Group: "uzbek", Unit: "person"}
		return tx.SaveObservations([]stats.Observation{
			{Key: key, Date: value.MustDate("2021-09-01"), Kind: "census", Value: 614047, Source: "https://example.org/2021"},
			{Key: key, Date: value.MustDate("2009-02-25"), Kind: "census", Value: 456997, Source: "https://example.org/2009"},
		})
	}))
}

func TestNiceStep(t *testing.T) {
	for most, want := range map[float64]float64{0: 1, 3.2: 1, 100: 50, 614047: 200000, 20_300_000: 10_000_000, 7.9: 2} {
		if got := niceStep(most); got != want {
			t.Errorf("niceStep(%v) = %v, want %v", most, got, want)
		}
	}
}
