package site

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"shanyraq/internal/article"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// An appointment that the office of its sentence tells with more is shown once
// beside its article and on the person's page, and nowhere among the latest;
// its mark in the text, its row in the register and its own page stay. A day
// that only the event has goes to the office; one with a place of its own is
// shown.
func TestAnAppointmentIsSaidByItsOffice(t *testing.T) {
	f := newFixture(t, 0)
	person, office := f.ids[2], f.ids[3]
	sentences := []string{"Alia Sample was appointed secretary.", "In Uzbekistan Alia Sample was appointed adviser.", "Alia Sample was appointed judge on 3 May 2026."}
	doc, _, err := article.Parse("<p>" + strings.Join(sentences, " ") + "</p>")
	must(t, err)
	day := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	it := &store.Item{Article: article.Article{Language: "en", Script: "Latn", Section: "news", Slug: "appointed", State: article.Published, Published: day},
		Revision: article.NewRevision("Appointed", "", doc, "test", day)}
	var events []int64
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		r := &store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "test-1", Language: "en"}
		add := func(fact, sentence string, said read.Statement, refs ...record.Ref) {
			start := utf8.RuneCountInString(it.Revision.Plain[:strings.Index(it.Revision.Plain, sentence)])
			said.Evidence, said.Rule = value.Span{Start: start, End: start + utf8.RuneCountInString(sentence)}, "test"
			r.Statements = append(r.Statements, record.Statement{Evidence: said.Evidence, Quote: sentence, Said: said, Refs: refs, Fact: fact, Keys: []string{fact}, Rank: record.Suggested})
			r.Checks = append(r.Checks, nil)
		}
		holds, takes := record.Ref{Role: record.RolePerson, Entity: person}, record.Ref{Role: record.RoleParticipant, Entity: person}
		for i, title := range []string{"secretary", "adviser", "judge"} {
			add("o"+title, sentences[i], read.Statement{Kind: read.Office, Title: title, Tenure: "appointed"}, holds, record.Ref{Role: record.RoleOrganization, Entity: office})
		}
		add("e0", sentences[0], read.Statement{Kind: read.Event, Event: "appointment", Time: "past", Recurring: new(bool)}, takes)
		add("e1", sentences[1], read.Statement{Kind: read.Event, Event: "appointment"}, takes, record.Ref{Role: record.RolePlace, Entity: f.ids[1]})
		add("e2", sentences[2], read.Statement{Kind: read.Event, Event: "appointment", Date: "2026-05-03"}, takes)
		add("e3", sentences[2], read.Statement{Kind: read.Event, Event: "appointment", Date: "2026-05-03"}, takes) // read twice
		r.Mentions = []store.Mention{{Entity: person, Spans: []value.Span{{Start: 0, End: 11}}}}
		if err := tx.SaveReading(r); err != nil {
			return err
		}
		for _, s := range r.Statements[3:] {
			events = append(events, s.ID)
		}
		return nil
	}))
	label := regexp.MustCompile(">" + f.m(t, "en").T("fact.event.appointment") + "<")
	main := func(path string) string {
		_, body, _ := strings.Cut(f.get(t, path).Body.String(), "<main")
		return body
	}
	page := main("/en/appointed")
	if n := len(label.FindAllString(page, -1)); n != 1 {
		t.Errorf("the article shows %d appointments beside its offices, want 1", n)
	}
	if n := strings.Count(page, "3 May 2026"); n != 2 { // in the text and with the office
		t.Errorf("the day that only the event has stands %d times", n)
	}
	if !strings.Contains(page, `<mark id="`+sentenceAnchor(events[0])[1:]+`"`) {
		t.Error("the register leads to a mark that is not there")
	}
	life := main("/en/record/people/" + id(person))
	for i, e := range events {
		if shown := strings.Contains(life, statementAddress(f.m(t, "en").Tag, e)); shown != (i == 1) {
			t.Errorf("the person's page shows appointment %d: %v", i, shown)
		}
	}
	if _, year, ok := strings.Cut(life, "<h2 id=\"y2026"); !ok || strings.Count(life, sentences[2]+"</a>") != 1 || !regexp.MustCompile(`Appointed\W+3 May 2026<`).MatchString(year) {
		t.Error("the office does not stand once, with the day of its event")
	}
	if page := main("/en/"); strings.Contains(page, "/en/appointed"+sentenceAnchor(events[0])) {
		t.Error("it is among the latest")
	}
	if code := f.get(t, "/en/record/statement/"+id(events[0])).Code; code != 200 {
		t.Errorf("its own page: %d", code)
	}
	var rows struct {
		Rows []struct {
			ID int64 `json:"id"`
		} `json:"rows"`
	}
	must(t, json.Unmarshal(f.get(t, "/en/record/events.json").Body.Bytes(), &rows))
	found := 0
	for _, r := range rows.Rows {
		for _, e := range events {
			if r.ID == e {
				found++
			}
		}
	}
	if found != 4 {
		t.Errorf("the register has %d of 4 appointments", found)
	}
}
