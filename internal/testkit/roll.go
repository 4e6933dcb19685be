package testkit

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// storeYears: the year of a day is that of the calendar, at the turn of every
// kind of year.
func storeYears(t *testing.T, st *store.Store) {
	kz := entity(t, st, read.Place, "Kazakhstan")
	items := Items(1)
	save(t, st, items...)
	want := map[int]int{}
	var said []record.Statement
	for _, year := range []int{1, 4, 100, 400, 1599, 1600, 1899, 1900, 1969, 1970, 1972, 1999, 2000, 2001, 2004, 2026, 2100} {
		for _, day := range []string{"01-01", "02-28", "03-01", "12-31"} {
			date := fmt.Sprintf("%04d-%s", year, day)
			said = append(said, signing(date, date, kz))
			want[year]++
		}
	}
	storeReading(t, st, reading(items[0], said...))
	got := map[int]int{}
	for _, d := range must[[]store.PairDay](t)(st.EntityYears(t.Context(), kz, false)) {
		got[time.Unix(int64(d.Day)*86400, 0).UTC().Year()] += d.Count
	}
	if !maps.Equal(got, want) {
		t.Errorf("years: %v, want %v", got, want)
	}
}

// storeRoll: a register of entities under each of its filters, found the same
// whether few articles answer or many, which are found in two ways.
func storeRoll(t *testing.T, st *store.Store) {
	ctx := t.Context()
	name := map[int64]string{}
	named := func(kind, known string, names ...string) int64 {
		e := record.Entity{Kind: kind, Known: known}
		for i, n := range names {
			e.Names = append(e.Names, record.Name{Text: n, Language: []string{"en", "kk"}[i]})
		}
		update(t, st, func(tx *store.Tx) error { return tx.SaveEntity(&e, []string{names[0]}) })
		name[e.ID] = names[0]
		return e.ID
	}
	kz, almaty, hill := named(read.Place, "KZ", "Kazakhstan", "Қазақстан"), named(read.Place, "almaty", "Almaty"), named(read.Place, "", "Sample Hill")
	alia, bolat := named(read.Person, "", "Alia Sample", "Әлия Үлгіқызы"), named(read.Person, "", "Bolat Umarov")
	office, bureau := named(read.Organization, "", "Sample Office"), named(read.Organization, "", "Bureau")
	holds := func(person, body int64) record.Statement {
		return record.Statement{Fact: "office", Keys: []string{"office"}, Evidence: value.Span{Start: 0, End: 4}, Quote: "Text",
			Said: read.Statement{Kind: read.Office, Title: "head", Evidence: value.Span{Start: 0, End: 4}, Rule: "test"},
			Refs: []record.Ref{{Role: record.RolePerson, Entity: person}, {Role: record.RoleOrganization, Entity: body}}}
	}
	items := Items(3) // of 1, 2 and 3 January 2020
	items[0].Article.Section, items[1].Article.Language, items[1].Article.Section = "news/world", "kk", "reports"
	save(t, st, items...)
	about := func(it *store.Item, entities []int64, statements ...record.Statement) *store.Reading {
		r := reading(it, statements...)
		r.Mentions = nil
		for _, id := range entities {
			r.Mentions = append(r.Mentions, store.Mention{Entity: id, Spans: []value.Span{{Start: 0, End: 4}}})
		}
		return r
	}
	storeReading(t, st, about(items[0], []int64{kz, almaty, alia, office}, holds(alia, office)))
	storeReading(t, st, about(items[1], []int64{kz, hill, alia, bolat, bureau}))
	storeReading(t, st, about(items[2], []int64{kz, almaty}))

	day := func(n string) value.Date { return value.MustDate("2020-01-0" + n) }
	cases := []struct {
		name   string
		filter store.EntityFilter
		want   string
	}{
		{"all", store.EntityFilter{Kind: read.Place}, "Kazakhstan Almaty Sample_Hill"},
		{"language", store.EntityFilter{Kind: read.Place, Language: "kk"}, "Kazakhstan Sample_Hill"},
		{"language and day", store.EntityFilter{Kind: read.Place, Language: "en", From: day("2"), To: day("2")}, ""},
		{"days", store.EntityFilter{Kind: read.Place, From: day("2")}, "Kazakhstan Almaty Sample_Hill"},
		{"one day", store.EntityFilter{Kind: read.Place, From: day("3"), To: day("3")}, "Kazakhstan Almaty"},
		{"until", store.EntityFilter{Kind: read.Person, To: day("1")}, "Alia_Sample"},
		{"another year", store.EntityFilter{Kind: read.Place, From: value.MustDate("2021")}, ""},
		{"branch", store.EntityFilter{Kind: read.Place, Section: "news/world"}, "Kazakhstan Almaty"},
		{"section", store.EntityFilter{Kind: read.Place, Section: "news"}, "Kazakhstan Almaty"},
		{"section and language of no one article", store.EntityFilter{Kind: read.Place, Section: "news", Language: "kk"}, ""},
		{"section and day", store.EntityFilter{Kind: read.Place, Section: "reports", From: day("2"), To: day("3")}, "Kazakhstan Sample_Hill"},
		{"section beside one that begins alike", store.EntityFilter{Kind: read.Place, Section: "new"}, ""},
		{"known", store.EntityFilter{Kind: read.Place, Known: []string{"almaty", "tashkent"}}, "Almaty"},
		{"known and language", store.EntityFilter{Kind: read.Place, Known: []string{"KZ", "almaty"}, Language: "kk"}, "Kazakhstan"},
		{"known as nothing", store.EntityFilter{Kind: read.Place, Known: []string{}}, ""},
		{"known or named", store.EntityFilter{Kind: read.Place, Known: []string{"almaty"}, Words: []string{"hil", "kaz"}}, "Almaty Sample_Hill"},
		{"named so", store.EntityFilter{Kind: read.Organization, Known: []string{}, Words: []string{"ofi", "bur"}}, "Bureau Sample_Office"},
		{"named so, in a language", store.EntityFilter{Kind: read.Organization, Known: []string{}, Words: []string{"ofi", "bur"}, Language: "en"}, "Sample_Office"},
		{"body", store.EntityFilter{Kind: read.Person, Body: office}, "Alia_Sample"},
		{"body that nobody is in", store.EntityFilter{Kind: read.Person, Body: bureau}, ""},
		{"body, reviewed", store.EntityFilter{Kind: read.Person, Body: office, Reviewed: true}, ""},
		{"body and language", store.EntityFilter{Kind: read.Person, Body: office, Language: "kk"}, "Alia_Sample"},
		{"name", store.EntityFilter{Kind: read.Person, Name: "umar"}, "Bolat_Umarov"},
		{"name in other letters", store.EntityFilter{Kind: read.Person, Name: "Үлгі"}, "Alia_Sample"},
		{"name, body and day", store.EntityFilter{Kind: read.Person, Name: "alia", Body: office, From: day("2"), To: day("2")}, "Alia_Sample"},
		{"no name", store.EntityFilter{Kind: read.Person, Name: "…"}, ""},
		{"newest", store.EntityFilter{Kind: read.Place, Newest: true, Language: "kk"}, "Sample_Hill Kazakhstan"},
		{"by name", store.EntityFilter{Kind: read.Place, ByName: true, From: day("1")}, "Almaty Kazakhstan Sample_Hill"},
	}
	try := func(how string) {
		t.Helper()
		for _, c := range cases {
			names := func(list []store.Entity) string {
				var out []string
				for _, e := range list {
					out = append(out, strings.ReplaceAll(name[e.ID], " ", "_"))
				}
				return strings.Join(out, " ")
			}
			if got := names(must[[]store.Entity](t)(st.Entities(ctx, c.filter))); got != c.want {
				t.Errorf("%s, %s: %q, want %q", c.name, how, got, c.want)
			}
			// A page at a time, and among all, it is the same list.
			var paged []store.Entity
			for f := c.filter; !f.Newest; {
				f.Limit = 1
				part := must[[]store.Entity](t)(st.Entities(ctx, f))
				if len(part) == 0 {
					break
				}
				paged = append(paged, part...)
				f.After = part[0]
			}
			if got := names(paged); got != c.want && !c.filter.Newest {
				t.Errorf("%s, %s, page after page: %q, want %q", c.name, how, got, c.want)
			}
			var all, among []int64
			for id := range name {
				all = append(all, id)
			}
			found, err := st.EntitiesAmong(ctx, c.filter, all)
			if err != nil || len(found) != len(strings.Fields(c.want)) {
				t.Errorf("%s, %s, among all: %d, %v", c.name, how, len(found), err)
			}
			ids, few, err := st.EntityIDs(ctx, c.filter)
			for id := range found {
				among = append(among, id)
			}
			slices.Sort(among)
			slices.Sort(ids)
			if err != nil || few && !slices.Equal(ids, among) {
				t.Errorf("%s, %s, ids: %v, want %v, %v", c.name, how, ids, among, err)
			}
		}
	}
	if days := must[[]store.PairDay](t)(st.EntityYears(ctx, office, false)); len(days) != 0 {
		t.Errorf("an office is counted as something that happened: %+v", days)
	}
	try("few articles")
	more := make([]*store.Item, 0, 3600) // that name nothing
	for i := range cap(more) {
		it := Item([]string{"en", "kk"}[i%2], fmt.Sprint("more", i), "More", "Text.", time.Date(2020, 1, 1+i/4%3, 6, 0, 0, 0, time.UTC))
		it.Article.Section = []string{"news/world", "reports"}[i/2%2]
		more = append(more, it)
	}
	save(t, st, more...)
	if many := must[bool](t)(st.ManyEntities(ctx, read.Place, 2)); !many {
		t.Error("three are not more than two")
	}
	if many := must[bool](t)(st.ManyEntities(ctx, read.Place, 3)); many {
		t.Error("three are more than three")
	}
	try("many articles")
}
