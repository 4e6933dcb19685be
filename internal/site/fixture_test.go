package site

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"shanyraq/internal/article"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

// The site of the tests: one story in three languages and a second one in
// two. What the articles state is written by hand, so that the pages are
// tested and not the reader. Alia Sample is invented.
type told3 struct{ slug, title, lead, first, second, figure, quote, instrument, counted, saidTitle string }

var stories = map[string]told3{
	"en": {"border-protocol", "A protocol on border crossings", "Two neighbours agreed on their border.",
		"Kazakhstan and Uzbekistan signed a protocol on border crossings in 2017.", "Alia Sample is the head of the Sample Office.",
		"About 3,600 people cross the border every day.", "“We open three crossings,” said Alia Sample.", "protocol on border crossings", "people", "head"},
	"ru": {"protokol-o-granitse", "Протокол о пунктах пропуска", "Два соседа договорились о границе.",
		"В 2017 году Казахстан и Узбекистан подписали протокол о пунктах пропуска.", "Алия Образцова возглавляет Бюро образцов.",
		"Около 3600 человек пересекают границу каждый день.", "«Мы откроем три пункта», — сказала Алия Образцова.", "протокол о пунктах пропуска", "человек", "руководитель"},
	"kk": {"shekara-hattamasy", "Өткізу бекеттері туралы хаттама", "Екі көрші шекара туралы келісті.",
		"2017 жылы Қазақстан мен Өзбекстан өткізу бекеттері туралы хаттамаға қол қойды.", "Әлия Үлгіқызы Үлгі бюросын басқарады.",
		"Күн сайын шамамен 3600 адам шекарадан өтеді.", "«Біз үш бекет ашамыз», – деді Әлия Үлгіқызы.", "өткізу бекеттері туралы хаттама", "адам", "басшы"},
}

var entityNames = []record.Entity{
	{Kind: read.Place, Known: "KZ", Names: []record.Name{{Text: "Kazakhstan", Language: "en", Script: "Latn"}, {Text: "Казахстан", Language: "ru", Script: "Cyrl"}, {Text: "Қазақстан", Language: "kk", Script: "Cyrl"}}},
	{Kind: read.Place, Known: "UZ", Names: []record.Name{{Text: "Uzbekistan", Language: "en", Script: "Latn"}, {Text: "Узбекистан", Language: "ru", Script: "Cyrl"}, {Text: "Өзбекстан", Language: "kk", Script: "Cyrl"}}},
	{Kind: read.Person, Names: []record.Name{{Text: "Alia Sample", Language: "en", Script: "Latn"}, {Text: "Алия Образцова", Language: "ru", Script: "Cyrl"}, {Text: "Әлия Үлгіқызы", Language: "kk", Script: "Cyrl"}}},
	{Kind: read.Organization, Names: []record.Name{{Text: "Sample Office", Language: "en", Script: "Latn"}, {Text: "Бюро образцов", Language: "ru", Script: "Cyrl"}, {Text: "Үлгі бюросы", Language: "kk", Script: "Cyrl"}}},
}

// fixture is a site over a store with the stories in it.
type fixture struct {
	*Site
	store       *store.Store
	ids         []int64 // of entityNames
	cards       map[string]store.Card
	readings    map[string]*store.Reading
	clock       time.Time
	peoplesPage string // set by countUzbeks
}

func newFixture(t testing.TB, cacheBytes int) *fixture {
	t.Helper()
	st := testkit.SQLite(t)
	f := &fixture{store: st, cards: map[string]store.Card{}, readings: map[string]*store.Reading{}, clock: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)}
	must(t, st.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.SaveSection(article.Section{Path: "news", Names: map[string]string{"en": "News", "ru": "Новости", "kk": "Жаңалықтар"}}); err != nil {
			return err
		}
		for i := range entityNames {
			e := entityNames[i]
			e.ID = 0
			if err := tx.SaveEntity(&e, []string{"k" + strconv.Itoa(i)}); err != nil {
				return err
			}
			f.ids = append(f.ids, e.ID)
		}
		return nil
	}))
	for _, language := range []string{"en", "ru", "kk"} {
		f.tell(t, language)
	}
	plain := testkit.Item("en", "second", "A second story", "It says nothing.", time.Date(2018, 1, 2, 9, 0, 0, 0, time.UTC))
	plain.Article.Section = "news"
	must(t, st.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(plain); return err }))
	s, err := New(Config{Store: st, CacheBytes: cacheBytes, Name: map[string]string{"en": "Sample Assembly", "ru": "Ассамблея-образец", "kk": "Үлгі Ассамблеясы"},
		Now: func() time.Time { return f.clock }, Contact: "mailto:security@example.org"})
	must(t, err)
	f.Site = s
	return f
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// tell saves the story in a language with its reading.
func (f *fixture) tell(t testing.TB, language string) {
	t.Helper()
	w := stories[language]
	doc, _, err := article.Parse("<p>" + w.first + " " + w.second + "</p><p>" + strings.Replace(w.figure, "3", "<strong>3</strong>", 1) + "</p><p>" + w.quote + "</p>")
	must(t, err)
	day := time.Date(2017, 11, 10, 9, 0, 0, 0, time.UTC)
	script := map[string]string{"en": "Latn"}[language]
	if script == "" {
		script = "Cyrl"
	}
	it := &store.Item{
		Article:  article.Article{Language: language, Script: script, Section: "news", Slug: w.slug, State: article.Published, Published: day},
		Revision: article.NewRevision(w.title, w.lead, doc, "test", day), GroupKey: "border",
	}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		card, err := tx.ArticleByID(tx.Context(), it.Article.ID)
		if err != nil {
			return err
		}
		f.cards[language] = card
		r := &store.Reading{Article: card, Hash: it.Revision.Hash, Version: "test-1", Language: language, Sentences: 4}
		span := func(s string) value.Span {
			i := strings.Index(it.Revision.Plain, s)
			if i < 0 {
				t.Fatalf("%q is not in %q", s, it.Revision.Plain)
			}
			start := utf8.RuneCountInString(it.Revision.Plain[:i])
			return value.Span{Start: start, End: start + utf8.RuneCountInString(s)}
		}
		number, yes := 3600.0, true
		add := func(fact, sentence string, said read.Statement, refs ...record.Ref) {
			said.Evidence = span(sentence)
			r.Statements = append(r.Statements, record.Statement{Evidence: said.Evidence, Quote: sentence, Said: said, Refs: refs, Fact: fact, Keys: []string{fact}, Rank: record.Suggested})
			r.Checks = append(r.Checks, nil)
		}
		add("f1", w.first, read.Statement{Kind: read.Agreement, Instrument: w.instrument, Status: "signed", Date: "2017", Rule: "test"}, record.Ref{Role: record.RoleParty, Entity: f.ids[0]}, record.Ref{Role: record.RoleParty, Entity: f.ids[1]})
		add("f2", w.second, read.Statement{Kind: read.Office, Title: w.saidTitle, Rule: "test"}, record.Ref{Role: record.RolePerson, Entity: f.ids[2]}, record.Ref{Role: record.RoleOrganization, Entity: f.ids[3]})
		add("f3", w.figure, read.Statement{Kind: read.Figure, Value: &number, Qualifier: "about", Unit: "person", Counted: w.counted, Rule: "test"})
		r.Checks[2] = &stats.Check{Verdict: stats.WithRounding, Stated: "about 3600", Observed: "3612 (census, 2017)", Source: "https://example.org/census", Arithmetic: "3612 rounds to 3600"}
		add("f4", w.quote, read.Statement{Kind: read.Quote, Text: w.quote, Direct: &yes, Rule: "test"}, record.Ref{Role: record.RoleSpeaker, Entity: f.ids[2]})
		for i, id := range f.ids {
			r.Mentions = append(r.Mentions, store.Mention{Entity: id, Spans: []value.Span{{Start: i, End: i + 1}}})
		}
		f.readings[language] = r
		if err := tx.SaveReading(r); err != nil {
			return err
		}
		return indexText(tx, it, language)
	}))
}

// get asks the site and gives the answer.
func (f *fixture) get(t testing.TB, path string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(context.Background(), http.MethodGet, path, nil)
	r.Host = "example.org"
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	f.ServeHTTP(w, r)
	return w
}

// indexText puts a text into the search index, as the reading job does.
func indexText(tx *store.Tx, it *store.Item, language string) error {
	var names []string
	for _, e := range entityNames {
		for _, n := range e.Names {
			names = append(names, n.Text)
		}
	}
	card, err := tx.ArticleByID(tx.Context(), it.Article.ID)
	if err != nil {
		return err
	}
	doc := search.Index(search.Text{Language: language, Title: it.Revision.Title, Lead: it.Revision.Lead, Plain: it.Revision.Plain, Section: "news"})
	doc.Add(names, []string{read.Agreement, read.Office, read.Figure, read.Quote})
	return tx.Index(card, doc)
}

// request sends a body as a program does.
func (f *fixture) request(method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	f.ServeHTTP(w, r)
	return w
}
