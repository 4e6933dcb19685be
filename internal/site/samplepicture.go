package site

import "shanyraq/internal/web"

func sampleMap(a *web.Answer, q *request) error {
	w := q.wordsFor()
	page := q.picturePage(a, "map", "map.title", "map.about", "map.caption")
	page.Filters = q.yearFilters()
	page.Figure.Keys = []PictureKey{{"key-a", q.m.T("register.agreements")}, {"key-b", q.m.T("register.events")}}
	page.Columns = []string{q.m.T("entity.place"), q.m.T("register.agreements"), q.m.T("register.events"), q.m.T("entity.column.years")}
	page.Rows = []PictureRow{{Names: []Named{{Href: "#", Name: w.country}}, Cells: []string{q.m.Int(12), q.m.Int(1204), q.span(map[int]int{2011: 1, 2017: 3})}},
		{Names: []Named{{Href: "#", Name: "Example Town", Lang: "en"}}, Cells: []string{q.m.Int(0), q.m.Int(3), q.span(map[int]int{2017: 3})}}}
	page.Found = q.m.T("map.found", q.m.Int(2), q.m.Int(1))
	return show(a, q, q.site.views.picture, page)
}

func sampleNetwork(a *web.Answer, q *request) error {
	w := q.wordsFor()
	page := q.picturePage(a, "network", "network.title", "network.about", "network.caption")
	page.Filters = q.yearFilters()
	page.Figure.Keys = []PictureKey{{"key-a", q.m.T("register.places")}, {"key-b", q.m.T("register.bodies")}}
	page.Columns = []string{q.m.T("pair.a"), q.m.T("pair.b"), q.m.T("register.agreements")}
	page.Rows = []PictureRow{{Names: []Named{{Href: "#", Name: w.country}, {Href: "#", Name: w.neighbour}}, Cells: []string{q.m.Int(7)}, Href: "#"},
		{Names: []Named{{Href: "#", Name: w.country}, {Href: "#", Name: "Example Body", Lang: "en"}}, Cells: []string{q.m.Int(1)}, Href: "#"}}
	page.Found = q.m.T("network.found", q.m.Int(2), q.m.Int(networkSize))
	return show(a, q, q.site.views.picture, page)
}
