package site

import (
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

func sampleSeries(a *web.Answer, q *request) error {
	w, es := q.wordsFor(), q.sampleEntries()
	list := []stats.Observation{
		{Key: stats.Key{Unit: "person"}, Date: value.MustDate("2009-02-25"), Kind: "census", Value: 456997, Source: "Example source"},
		{Key: stats.Key{Unit: "person"}, Date: value.MustDate("2021-09-01"), Kind: "census", Value: 614047, Source: "Example source"},
	}
	stated := store.Statement{Day: 17000}
	number := 500000.0
	stated.Said.Value, stated.Said.Unit = &number, "person"
	page := SeriesPage{
		Base: q.base(q.m.T("pair.title", q.m.T("series.total"), w.country), q.m.T("series.about"), here{place: "record"}),
		Area: Named{Href: "#", Name: w.country}, Group: Named{Name: q.m.T("series.total")}, Figures: es[2:4],
		Pictures: []SeriesPicture{*q.seriesPicture("person", list, []store.Statement{stated})},
		Columns:  []string{q.m.T("entity.column.date"), q.m.T("entity.column.value"), q.m.T("register.kind"), q.m.T("entity.column.source")},
		Rows:     []SeriesRow{{q.m.Date("2009-02-25"), q.m.Number(456997), q.m.T("series.census"), "https://example.org/census", "https://example.org/census", "a note"}},
	}
	return show(a, q, q.site.views.series, page)
}
