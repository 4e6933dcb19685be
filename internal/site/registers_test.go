package site

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
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

// elsewhere tells, in Kazakh, in another section and three years later, of a
// meeting in Almaty and of a person who was appointed there.
func (f *fixture) elsewhere(t *testing.T) (almaty, bolat, bureau int64) {
	t.Helper()
	text := "Алматыда кеңес өтті. Болат Омаров бюро төрағасы болып тағайындалды."
	it := testkit.Item("kk", "kenes", "Кеңес", text, time.Date(2020, 3, 5, 9, 0, 0, 0, time.UTC))
	it.Article.Section, it.Article.Script = "reports", "Cyrl"
	made := []record.Entity{
		{Kind: read.Place, Known: "almaty", Names: []record.Name{{Text: "Almaty", Language: "en", Script: "Latn"}, {Text: "Алматы", Language: "kk", Script: "Cyrl"}}},
		{Kind: read.Person, Names: []record.Name{{Text: "Болат Омаров", Language: "kk", Script: "Cyrl"}}},
		{Kind: read.Organization, Known: "kz-senate", Names: []record.Name{{Text: "Senate", Language: "en", Script: "Latn"}}},
		{Kind: read.Group, Known: "uzbek", Names: []record.Name{{Text: "Uzbeks", Language: "en", Script: "Latn"}}},
	}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.SaveSection(article.Section{Path: "reports", Names: map[string]string{"en": "Reports"}}); err != nil {
			return err
		}
		for i := range made {
			if e, err := tx.EntityByKnown(t.Context(), made[i].Kind, made[i].Known); err == nil {
				made[i] = e
				continue
			}
			if err := tx.SaveEntity(&made[i], []string{"made" + made[i].Names[0].Text}); err != nil {
				return err
			}
		}
		if _, err := tx.Save(it); err != nil {
			return err
		}
		r := &store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "test-1", Language: "kk", Sentences: 2}
		runes := []rune(text)
		add := func(fact string, from, to int, said read.Statement, refs ...record.Ref) {
			said.Evidence, said.Rule = value.Span{Start: from, End: to}, "test"
			r.Statements = append(r.Statements, record.Statement{Evidence: said.Evidence, Quote: string(runes[from:to]), Said: said, Refs: refs, Fact: fact, Keys: []string{fact}})
			r.Checks = append(r.Checks, nil)
		}
		add("e1", 0, 20, read.Statement{Kind: read.Event, Event: "meeting", Date: "2020-03-04"}, record.Ref{Role: record.RolePlace, Entity: made[0].ID}, record.Ref{Role: record.RoleOrganizer, Entity: made[2].ID})
		add("e2", 21, len(runes), read.Statement{Kind: read.Office, Title: "төраға", Tenure: "appointed", Date: "2020-03"}, record.Ref{Role: record.RolePerson, Entity: made[1].ID}, record.Ref{Role: record.RoleOrganization, Entity: made[2].ID})
		add("e3", 0, 8, read.Statement{Kind: read.Quote, Text: "Кеңес"}, record.Ref{Role: record.RoleSpeaker, Entity: made[1].ID})
		add("e4", 0, 7, read.Statement{Kind: read.Agreement, Instrument: "келісім", Status: "planned", Date: "2021"}, record.Ref{Role: record.RoleParty, Entity: made[2].ID}, record.Ref{Role: record.RolePlace, Entity: made[0].ID})
		number := 7.0
		add("e5", 9, 14, read.Statement{Kind: read.Figure, Value: &number, Counted: "адам"}, record.Ref{Role: record.RolePlace, Entity: made[0].ID}, record.Ref{Role: record.RoleGroup, Entity: made[3].ID})
		for i, e := range made {
			r.Mentions = append(r.Mentions, store.Mention{Entity: e.ID, Spans: []value.Span{{Start: i, End: i + 1}}})
		}
		return tx.SaveReading(r)
	}))
	return made[0].ID, made[1].ID, made[2].ID
}

// taken is a row of a list in whatever form, as far as every form has it.
type taken struct{ license, source string }

// rowsOf reads the rows of a form.
func rowsOf(t *testing.T, at, ext, body string) (out []taken) {
	t.Helper()
	switch ext {
	case "json":
		var rows struct {
			License string
			Rows    []struct{ License, Source string }
		}
		if err := json.Unmarshal([]byte(body), &rows); err != nil || rows.License == "" {
			t.Errorf("%s: %v, licence of all %q", at, err, rows.License)
		}
		for _, r := range rows.Rows {
			out = append(out, taken{r.License, r.Source})
		}
	case "csv":
		lines, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		if err != nil || len(lines) == 0 {
			t.Fatalf("%s: %v", at, err)
		}
		column := map[string]int{}
		for i, name := range lines[0] {
			column[name] = i
		}
		for _, l := range lines[1:] {
			out = append(out, taken{l[column["license"]], l[column["source"]]})
		}
	case "atom":
		var got atomFeed
		if err := xml.Unmarshal([]byte(body), &got); err != nil {
			t.Errorf("%s: %v", at, err)
		}
		for _, e := range got.Entries {
			out = append(out, taken{e.Rights, e.Link.Href})
		}
	case "rss":
		for range strings.Count(body, "<item>") {
			out = append(out, taken{"-", "-"}) // RSS has no place for a licence
		}
	case "feed.json":
		var got struct{ Items []struct{ URL string } }
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Errorf("%s: %v", at, err)
		}
		for _, i := range got.Items {
			out = append(out, taken{"-", i.URL})
		}
	case "ics":
		body = strings.ReplaceAll(body, "\r\n ", "")
		for _, e := range strings.Split(body, "BEGIN:VEVENT")[1:] {
			line := func(name string) string {
				_, rest, _ := strings.Cut(e, "\r\n"+name+":")
				value, _, _ := strings.Cut(rest, "\r\n")
				return value
			}
			out = append(out, taken{line("COMMENT"), line("URL")})
		}
	}
	return out
}

// Every register answers in every form under each of its filters: as many rows
// as there are, each with licence and source, and its page leads to the same
// under the same filter.
func TestRegistersInEveryFormUnderEveryFilter(t *testing.T) {
	f := newFixture(t, 0)
	almaty, bolat, senate := f.elsewhere(t)
	kz, alia := f.ids[0], f.ids[2]
	number := func(name string, id int64) string { return fmt.Sprintf("%s=%d", name, id) }
	for name, filters := range map[string]map[string]int{
		"agreements": {"": 1, "language=all": 2, "language=kk": 2, "language=kk&kind=planned": 1, "kind=planned": 0, "language=all&from=2018": 1, "language=all&since=2018": 1, "language=all&to=2017": 1,
			"language=all&until=2017": 1, "language=all&" + number("with", kz): 1, "language=all&" + number("place", almaty): 1, "language=all&section=reports": 1},
		"events": {"": 0, "language=all": 1, "language=kk": 1, "language=kk&kind=meeting": 1, "language=kk&kind=visit": 0, "language=all&since=2020-03-05": 0, "language=all&until=2020-03-04": 1,
			"language=all&" + number("with", senate): 1, "language=all&" + number("with", kz): 0, "language=all&" + number("place", almaty): 1, "language=all&section=news": 0},
		"figures": {"": 1, "language=all": 2, "verdict=rounding": 1, "verdict=inconsistent": 0, "language=all&" + number("place", almaty): 1, "language=all&section=reports": 1, "language=all&from=2019": 1},
		"quotations": {"": 1, "language=all": 2, "language=all&" + number("with", bolat): 1, "language=all&" + number("with", alia): 1, "language=all&section=news": 1, "language=all&to=2018": 1,
			"language=all&" + number("place", kz): 0},
		"offices": {"": 1, "language=all": 2, "language=kk": 2, "language=all&" + number("with", senate): 1, "language=all&" + number("with", alia): 1, "language=all&section=reports": 1, "language=all&since=2020": 1, "language=all&until=2018": 1},
		"people": {"": 2, "language=en": 1, "language=kk": 2, "language=all": 2, "section=reports": 1, "since=2020": 1, "until=2019": 1, "from=2018&to=2019": 0, number("body", senate): 1, number("body", f.ids[3]): 1,
			"name=образ": 1, "name=omar": 1, "name=zebra": 0, "order=name": 2, "order=name&name=omar": 1, "language=en&section=reports": 0},
		"bodies":  {"": 2, "kind=parliament": 1, "kind=party": 0, "country=KZ": 1, "country=UZ": 0, "language=ru": 1, "section=reports": 1, "from=2020-03-05&to=2020-03-05": 1, "name=sen": 1, "order=name&kind=parliament": 1},
		"places":  {"": 3, "kind=city": 1, "kind=country": 2, "kind=country&country=KZ": 1, "country=KZ": 2, "language=en": 2, "section=news": 2, "section=reports": 1, "to=2016": 0, "name=алма": 1, "order=name&country=KZ": 2},
		"peoples": {"": 1, "country=UZ": 1, "country=KG": 0, "language=kk": 1, "language=en": 0, "section=reports": 1, "since=2021": 0},
	} {
		reg, ok := findRegister(name)
		if !ok {
			t.Errorf("there is no register %s", name)
			continue
		}
		for filter, want := range filters {
			page := "/en/record/" + name
			query := ""
			if filter != "" {
				v, err := url.ParseQuery(filter)
				must(t, err)
				query = "?" + v.Encode()
			}
			w := f.get(t, page+query)
			html := w.Body.String()
			if w.Code != 200 {
				t.Errorf("%s%s: status %d", page, query, w.Code)
				continue
			}
			shown := strings.Count(html, `<article class="entry`)
			if reg.entity != "" {
				_, list, _ := strings.Cut(html, `<ul class="plain names">`)
				list, _, _ = strings.Cut(list, "</ul>")
				shown = strings.Count(list, "<li>")
			}
			if shown != want {
				t.Errorf("%s%s shows %d entries, want %d", page, query, shown, want)
			}
			if want == 0 && strings.Contains(query, "=") && !strings.Contains(html, `<ul class="try">`) {
				t.Errorf("%s%s is empty and says not what to try", page, query)
			}
			for _, as := range reg.forms() {
				at := page + "." + as.ext + query
				if link := strings.ReplaceAll(at, "&", "&amp;"); !strings.Contains(html, `href="`+link+`"`) {
					t.Errorf("%s%s does not lead to %s", page, query, at)
				}
				w := f.get(t, at)
				if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), as.mime) {
					t.Errorf("%s: status %d, %s", at, w.Code, w.Header().Get("Content-Type"))
					continue
				}
				rows := rowsOf(t, at, as.ext, w.Body.String())
				if len(rows) != want {
					t.Errorf("%s has %d rows, want %d", at, len(rows), want)
				}
				for _, r := range rows {
					if r.license == "" || r.source == "" {
						t.Errorf("%s: a row has licence %q, source %q", at, r.license, r.source)
					}
				}
			}
		}
	}
}

// A filter that cannot take an answer says so, which one, and what it can take:
// to people on a page, to programs as a problem of RFC 9457.
func TestWrongFiltersAreRefused(t *testing.T) {
	f := newFixture(t, 0)
	for _, c := range []struct{ list, field, answer, possible string }{
		{"agreements", "kind", "zebra", "signed, adopted, planned, other"}, {"events", "kind", "signed", "meeting"}, {"figures", "verdict", "true", "rounding"}, {"agreements", "language", "xx", "en"},
		{"events", "section", "nowhere", "news"}, {"events", "from", "spring", ""}, {"events", "until", "2020-13", ""}, {"people", "since", "x", ""}, {"people", "body", "none", ""},
		{"people", "body", fmt.Sprint(f.ids[0]), ""}, {"agreements", "place", fmt.Sprint(f.ids[2]), ""}, {"agreements", "with", "99999999", ""}, {"places", "kind", "ministry", "country, region, city"},
		{"places", "country", "Kazakhstan", "KZ"}, {"bodies", "order", "size", "often, name"}, {"quotations", "after", "there", ""}, {"places", "after", "x", ""},
	} {
		query := "?" + c.field + "=" + c.answer
		for _, tag := range []string{"en", "ru", "kk-Arab"} {
			w := f.get(t, "/"+tag+"/record/"+c.list+query)
			of, _ := web.TagOf(tag)
			m := of.Messages()
			body := w.Body.String()
			if w.Code != 400 || !strings.Contains(body, m.T("missing.invalid")) || !strings.Contains(body, c.field) || !strings.Contains(body, c.answer) || !strings.Contains(body, c.possible) {
				t.Errorf("%s %s%s: status %d, or the page does not name field, answer and what is possible", tag, c.list, query, w.Code)
			}
		}
		w := f.get(t, "/en/record/"+c.list+".json"+query)
		var problem struct {
			Status               int
			Detail, Field, Value string
			Possible             []string
		}
		if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil || w.Code != 400 || problem.Status != 400 || problem.Field != c.field || problem.Value != c.answer ||
			!strings.HasPrefix(w.Header().Get("Content-Type"), "application/problem+json") || !strings.Contains(strings.Join(problem.Possible, ", "), c.possible) {
			t.Errorf("%s.json%s: %d %s %s, %v", c.list, query, w.Code, w.Header().Get("Content-Type"), w.Body, err)
		}
	}
	if w := f.get(t, "/en/record/events?from=2020&to=2019"); w.Code != 400 {
		t.Errorf("a time that ends before it begins: %d", w.Code)
	}
	for _, text := range testkit.Hostile() {
		for _, list := range []string{"people", "agreements"} {
			for _, field := range []string{"name", "with", "body", "section", "from", "after", "language"} {
				if w := f.get(t, "/en/record/"+list+"?"+url.Values{field: {text}}.Encode()); w.Code >= 500 || strings.Contains(w.Body.String(), text) && strings.Contains(text, "<") {
					t.Errorf("%s?%s=%.30q: status %d", list, field, text, w.Code)
				}
			}
		}
	}
}

// A body that is in no list is of the kind that its name tells, in any
// language, and found under it.
func TestKindsOfBodies(t *testing.T) {
	for name, want := range map[string]string{
		"Ministry of Sample Affairs": "government", "Министерство образцов": "government", "Үлгі министрлігі": "government", "Namunalar vazirligi": "government", "Мемлекеттік статистика комитеті": "",
		"Ассамблея образцов": "parliament", "Үлгі ассамблеясы": "parliament", "Международный фонд образцов": "international", "Үлгі университеті": "science", "театр «Үлгі»": "culture", "Үлгі мұрағаты": "culture",
		"Олимпийский комитет": "", "Sample Bank": "business", "Party of Samples": "party", "Бюро образцов": "", "партнёрство образцов": "",
	} {
		if got := classOf(record.Entity{Kind: read.Organization, Names: []record.Name{{Text: name}}}).class; got != want {
			t.Errorf("%s is of the kind %q, want %q", name, got, want)
		}
	}
	if got := classOf(record.Entity{Kind: read.Organization, Known: "unga", Names: []record.Name{{Text: "UN General Assembly"}}}).class; got != "international" {
		t.Errorf("what is known is of the kind %q that its name tells", got)
	}
	f := newFixture(t, 0)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		e := record.Entity{Kind: read.Organization, Names: []record.Name{{Text: "Museum of Samples", Language: "en", Script: "Latn"}}}
		if err := tx.SaveEntity(&e, []string{"museum"}); err != nil {
			return err
		}
		it := testkit.Item("en", "museum", "A museum", "It opened.", time.Date(2020, 3, 5, 9, 0, 0, 0, time.UTC))
		if _, err := tx.Save(it); err != nil {
			return err
		}
		return tx.SaveReading(&store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "test-1", Language: "en", Mentions: []store.Mention{{Entity: e.ID, Spans: []value.Span{{Start: 0, End: 2}}}}})
	}))
	if body := f.get(t, "/en/record/bodies.csv?kind=culture").Body.String(); !strings.Contains(body, "Museum of Samples") || strings.Contains(body, "Sample Office") || !strings.Contains(body, ",culture,") {
		t.Errorf("museums are\n%s", body)
	}
}
