package site

import (
	"shanyraq/internal/read"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

func samplePair(a *web.Answer, q *request) error {
	w, es, days := q.wordsFor(), q.sampleEntries(), sampleDays()
	return show(a, q, q.site.views.pair, PairPage{
		Base: q.base(q.m.T("pair.title", w.country, w.neighbour), q.m.T("pair.about", w.country, w.neighbour), here{place: "record"}), RecordHref: "#",
		Sides: []Named{{Href: "#", Name: w.country}, {Href: "#", Name: "Example Body", Lang: "en"}}, Action: "#", Filters: q.pairFilters(days), Picture: q.yearsPicture(days, "#"),
		Found: q.m.T("entity.found", 2), Years: []YearBlock{{"y2017", "2017", es[:2]}}, Downloads: []web.Link{{Href: "#", Label: "iCalendar", Type: "text/calendar"}},
	})
}

func sampleDays() []store.PairDay {
	day := func(s string) int { lo, _ := value.MustDate(s).Bounds(); return lo }
	return []store.PairDay{{Day: day("2011-03-01"), Kind: read.Agreement, Sub: "signed", Count: 2}, {Day: day("2017-11-10"), Kind: read.Agreement, Sub: "signed", Count: 1},
		{Day: day("2017-11-10"), Kind: read.Event, Sub: "meeting", Count: 3}, {Day: day("2021-05-05"), Kind: read.Event, Sub: "visit", Count: 1}}
}

func (q *request) sampleDrawings() []Drawing {
	offices := q.drawing("tenures", "#", q.m.T("entity.tenure.organization"))
	offices.Note = q.m.T("entity.tenure.about")
	offices.Keys = []PictureKey{{"key-open", q.m.T("entity.tenure.named")}, {"key-began", q.m.T("entity.tenure.began")}, {"key-ended", q.m.T("entity.tenure.ended")}}
	offices.Head = []string{q.m.T("entity.person"), q.m.T("entity.tenure.from"), q.m.T("entity.tenure.to")}
	offices.Rows = [][]Cell{{{Text: "Alia Sample", Href: "#", Lang: "en"}, {Text: q.m.Date("2017-11") + dot + q.m.T("entity.tenure.began"), Href: "#"}, {Text: q.m.T("entity.tenure.last", q.m.Date("2020-03-05")), Href: "#"}}}
	return []Drawing{*offices, *q.yearsPicture(sampleDays(), "#")}
}
