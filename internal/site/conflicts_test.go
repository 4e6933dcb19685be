package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// Where articles contradict each other, the page of the statement shows both
// sides, and lists lead there.
func TestConflictsAreShown(t *testing.T) {
	f := newFixture(t, 0)
	var ids []int64
	for i, date := range []string{"2019-05-06", "2019-05-16"} {
		it := testkit.Item("en", fmt.Sprint("treaty-", i), fmt.Sprint("Treaty told ", i), "They signed a treaty on rivers.", time.Date(2019, 6, 1+i, 0, 0, 0, 0, time.UTC))
		it.Article.State = article.Published
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
			if _, err := tx.Save(it); err != nil {
				return err
			}
			s := record.Statement{Fact: "rivers", Keys: []string{"rivers"}, Quote: "They", Evidence: value.Span{Start: 0, End: 4},
				Said: read.Statement{Kind: read.Agreement, Instrument: "treaty on rivers", Status: "signed", Date: date, Rule: "test"},
				Refs: []record.Ref{{Role: record.RoleParty, Entity: f.ids[0]}, {Role: record.RoleParty, Entity: f.ids[1]}}}
			r := &store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "test-1", Language: "en", Statements: []record.Statement{s}}
			err := tx.SaveReading(r)
			ids = append(ids, r.Statements[0].ID)
			return err
		}))
	}
	page := f.get(t, fmt.Sprintf("/en/record/statement/%d", ids[0])).Body.String()
	for _, want := range []string{`id="differ"`, "6 May 2019", "16 May 2019", "Treaty told 0", "Treaty told 1"} {
		if !strings.Contains(page, want) {
			t.Errorf("the statement's page lacks %q", want)
		}
	}
	for _, path := range []string{fmt.Sprintf("/en/record/pair/%d/%d", f.ids[0], f.ids[1]), fmt.Sprintf("/en/record/places/%d", f.ids[0])} {
		if n := strings.Count(f.get(t, path).Body.String(), "#differ"); n != 1 {
			t.Errorf("%s leads to the conflict %d times, want once", path, n)
		}
	}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		return tx.DecideStatement(ids[1], record.Deprecated, record.Change{Who: "editor", Reason: "a slip"})
	}))
	if page := f.get(t, fmt.Sprintf("/en/record/statement/%d", ids[0])).Body.String(); strings.Contains(page, `id="differ"`) {
		t.Error("a deprecated telling still contradicts")
	}
}

// Annotations and provenance stand at their addresses, for public articles.
func TestAnnotationsAndProvenance(t *testing.T) {
	f := newFixture(t, 0)
	body := f.get(t, "/en/border-protocol").Body.String()
	address := annotationsAddress(web.Tag{Name: "en"}, f.cards["en"].ID)
	if strings.Count(body, address) != 2 {
		t.Errorf("the article leads to its annotations %d times, want in head and text", strings.Count(body, address))
	}
	w := f.get(t, address)
	var c struct {
		ID, Type string
		Total    int
	}
	if err := json.Unmarshal(w.Body.Bytes(), &c); err != nil || w.Code != 200 || c.Total != 4 || c.Type != "AnnotationCollection" || c.ID != "http://example.org"+address {
		t.Errorf("%d %+v %v", w.Code, c, err)
	}
	if got := w.Header().Get("Content-Type"); got != annotationsType {
		t.Errorf("the media type is %s", got)
	}
	list, err := f.store.ArticleStatements(t.Context(), f.cards["en"].ID, false)
	must(t, err)
	w = f.get(t, fmt.Sprintf("/en/record/statement/%d.prov", list[0].ID))
	if !json.Valid(w.Body.Bytes()) || !strings.Contains(w.Body.String(), `"wasDerivedFrom"`) || w.Header().Get("Content-Type") != "application/ld+json" {
		t.Errorf("%s", w.Body)
	}
	for _, none := range []string{"/en/record/annotations/999999", "/en/record/annotations/x", fmt.Sprintf("/en/record/statement/%d.xml", list[0].ID)} {
		if w := f.get(t, none); w.Code != 404 {
			t.Errorf("%s: status %d, want 404", none, w.Code)
		}
	}
	f.countUzbeks(t)
	w = f.get(t, "/en/record/series/KZ/uzbek.csv-metadata.json")
	if !strings.Contains(w.Body.String(), `"url":"http://example.org/en/record/series/KZ/uzbek.csv"`) || w.Header().Get("Content-Type") != "application/csvm+json" {
		t.Errorf("%s", w.Body)
	}
}
