package site

import (
	"cmp"
	"slices"
	"strings"

	"shanyraq/internal/facts"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// placeCount is what was agreed and held at a place.
type placeCount struct {
	id                 int64
	agreements, events int
	years              map[int]int // facts by year
}

// mapPage shows agreements and events by place and year, as a page and as
// JSON.
func (s *Site) mapPage(a *web.Answer, q *request) error {
	parts, err := s.partMemo.get("map", s.cache.Version(), func() ([]store.Part, error) {
		return s.gatherParts(q, store.PartFilter{Entities: []string{read.Place}, Role: record.RolePlace, Facts: []string{read.Agreement, read.Event}})
	})
	if err != nil {
		return err
	}
	w, err := q.when()
	if err != nil {
		return err
	}
	kind := q.URL.Query().Get("kind")
	list := countPlaces(parts, kind, w)
	ids := make([]int64, len(list))
	for i, c := range list {
		ids[i] = c.id
	}
	words, err := q.wording(q.Context(), ids)
	if err != nil {
		return err
	}
	if strings.HasSuffix(q.URL.Path, ".json") {
		return q.mapRows(a, list, words)
	}
	page := q.picturePage(a, "map", "map.title", "map.about", "map.caption")
	page.Filters = []Filter{{Name: "kind", Label: q.m.T("register.kind"), Choices: []Choice{{Label: q.m.T("register.any")},
		{Value: read.Agreement, Label: q.m.T("register.agreements"), Chosen: kind == read.Agreement},
		{Value: read.Event, Label: q.m.T("register.events"), Chosen: kind == read.Event}}}}
	page.Filters = append(page.Filters, q.yearFilters()...)
	q.mapTable(&page, list, words)
	return show(a, q, s.views.picture, page)
}

// countPlaces counts the parts of a kind ("" for both) within a time; the
// place with most comes first.
func countPlaces(parts []store.Part, kind string, w when) (out []placeCount) {
	at := map[int64]int{}
	for _, p := range parts {
		if kind != "" && kind != p.Kind || !w.holds(p.Day) {
			continue
		}
		i, ok := at[p.Entity]
		if !ok {
			i = len(out)
			at[p.Entity] = i
			out = append(out, placeCount{id: p.Entity, years: map[int]int{}})
		}
		if p.Kind == read.Agreement {
			out[i].agreements++
		} else {
			out[i].events++
		}
		out[i].years[yearOf(p.Day)]++
	}
	slices.SortFunc(out, func(x, y placeCount) int {
		return cmp.Or(cmp.Compare(y.agreements+y.events, x.agreements+x.events), cmp.Compare(x.id, y.id))
	})
	return out
}

// mapTable writes the counts as the page's table.
func (q *request) mapTable(page *PicturePage, list []placeCount, w wording) {
	page.Figure.Keys = []PictureKey{{"key-a", q.m.T("register.agreements")}, {"key-b", q.m.T("register.events")}}
	page.Columns = []string{q.m.T("entity.place"), q.m.T("register.agreements"), q.m.T("register.events"), q.m.T("entity.column.years")}
	off := 0
	for i, c := range list {
		e := w.entities[c.id]
		if _, ok := facts.Points()[e.Known]; !ok {
			off++
		}
		if i < pictureRows {
			page.Rows = append(page.Rows, PictureRow{Names: []Named{w.entityNamed(e)}, Cells: []string{q.m.Int(c.agreements), q.m.Int(c.events), q.span(c.years)}})
		}
	}
	page.Found = q.m.T("map.found", q.m.Int(len(list)), q.m.Int(off))
}

// mapRows answers with the counts as the map's script and others take them.
func (q *request) mapRows(a *web.Answer, list []placeCount, w wording) error {
	type row struct {
		Place      int64       `json:"place"`
		Name       string      `json:"name"`
		URL        string      `json:"url"`
		Lon        *float64    `json:"lon,omitempty"` // degrees; none where the place has no one point
		Lat        *float64    `json:"lat,omitempty"`
		Source     string      `json:"source,omitempty"` // of the point
		Agreements int         `json:"agreements"`
		Events     int         `json:"events"`
		Years      map[int]int `json:"years"`
	}
	rows := make([]row, 0, len(list))
	for _, c := range list {
		e := w.entities[c.id]
		n := w.entityNamed(e)
		r := row{Place: c.id, Name: n.Name, URL: q.origin() + n.Href, Agreements: c.agreements, Events: c.events, Years: c.years}
		if p, ok := facts.Points()[e.Known]; ok {
			r.Lon, r.Lat, r.Source = &p.Lon, &p.Lat, p.Source
		}
		rows = append(rows, r)
	}
	return sendJSON(a, struct {
		License string            `json:"license"`
		Words   map[string]string `json:"words"`
		Rows    []row             `json:"rows"`
	}{q.origin() + "/" + q.tag.Name + "/terms", map[string]string{"agreements": q.m.T("register.agreements"), "events": q.m.T("register.events")}, rows})
}
