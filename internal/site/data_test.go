package site

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

var jsonLD = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

// Every page describes itself in schema.org's words, once and whole.
func TestEveryPageDescribesItself(t *testing.T) {
	f := newFixture(t, 0)
	f.countUzbeks(t)
	list, err := f.store.ArticleStatements(t.Context(), f.cards["en"].ID, false)
	must(t, err)
	for path, kind := range map[string]string{
		"/en/": "WebSite", "/en/border-protocol": "NewsArticle", "/en/section/news": "CollectionPage", "/en/search?q=border": "SearchResultsPage", "/en/search": "SearchResultsPage",
		"/en/about": "AboutPage", "/en/terms": "AboutPage", "/en/reuse/border-protocol": "WebPage", "/en/grant": "WebPage", "/en/record/": "WebSite", "/en/record/coverage": "AboutPage", "/en/record/agreements": "Dataset", "/en/record/people": "Dataset",
		fmt.Sprintf("/en/record/people/%d", f.ids[2]): "ProfilePage", fmt.Sprintf("/en/record/pair/%d/%d", f.ids[0], f.ids[1]): "Dataset",
		fmt.Sprintf("/en/record/statement/%d", list[0].ID): "Claim", "/en/record/series/KZ/uzbek": "Dataset", "/en/nothing-here": "WebPage",
	} {
		found := jsonLD.FindAllStringSubmatch(f.get(t, path).Body.String(), -1)
		if len(found) != 1 {
			t.Errorf("%s has %d descriptions", path, len(found))
			continue
		}
		var d map[string]any
		if err := json.Unmarshal([]byte(found[0][1]), &d); err != nil || d["@context"] != "https://schema.org" || kind != "" && d["@type"] != kind || d["@type"] == nil {
			t.Errorf("%s: %v %v, want %s", path, d["@type"], err, kind)
		}
	}
}

// A place stands under its name of today with the name of the day beside it,
// and a person's offices lead to the sentences that state them.
func TestNamesOfTheDayAndProofs(t *testing.T) {
	f := newFixture(t, 0)
	astana := record.Entity{Kind: read.Place, Known: "astana", Names: record.KnownNames(read.Place, "astana")}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveEntity(&astana, []string{"astana"}) }))
	for i, date := range []string{"2018-03-15", "2020-05-05"} {
		it := testkit.Item("en", fmt.Sprint("summit-", i), "Summit", "They met in the city.", time.Date(2021, 1, 1+i, 0, 0, 0, 0, time.UTC))
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
			if _, err := tx.Save(it); err != nil {
				return err
			}
			s := record.Statement{Fact: date, Keys: []string{date}, Quote: "They", Evidence: value.Span{Start: 0, End: 4},
				Said: read.Statement{Kind: read.Event, Event: "meeting", Date: date, Rule: "test"}, Refs: []record.Ref{{Role: record.RolePlace, Entity: astana.ID}}}
			return tx.SaveReading(&store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "test-1", Language: "en", Statements: []record.Statement{s},
				Mentions: []store.Mention{{Entity: astana.ID, Spans: []value.Span{{Start: 0, End: 4}}}}})
		}))
	}
	body := f.get(t, fmt.Sprintf("/en/record/places/%d", astana.ID)).Body.String()
	if n := strings.Count(body, "(then Nur-Sultan)"); n != 1 {
		t.Errorf("the name of the day stands %d times, want once, with the meeting of 2020", n)
	}
	person := f.get(t, fmt.Sprintf("/en/record/people/%d", f.ids[2])).Body.String()
	if !regexp.MustCompile(`<td><a href="/en/border-protocol#s\d+">head`).MatchString(person) {
		t.Error("an office does not lead to its sentence")
	}
	coverage := f.get(t, "/en/record/coverage").Body.String()
	for _, want := range []string{"about N", "90 – 110", "under N", "85 – 101"} {
		if !strings.Contains(coverage, want) {
			t.Errorf("the tolerances lack %q", want)
		}
	}
}
