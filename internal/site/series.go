package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/facts"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// SeriesPage is the statistics of a people in an area, with the figures that
// articles gave set beside them.
type SeriesPage struct {
	web.Base
	Group, Area Named // without an address where the record has no such entity
	Pictures    []SeriesPicture
	Columns     []string
	Rows        []SeriesRow
	Revised     SideBlock // numbers that their source has revised; no rows for none
	Figures     []Entry
	Downloads   []web.Link
}

// SeriesRow is an observation in words.
type SeriesRow struct{ Day, Number, Kind, Source, Href, Note string }

// total is the group that stands for the whole population of an area.
const total = "total"

// maxFigures bounds the figures of articles on a page.
const maxFigures = 200

// series answers for a series as a page, as JSON and as CSV.
func (s *Site) series(a *web.Answer, q *request) error {
	ctx := q.Context()
	area := q.PathValue("area")
	group, form, _ := strings.Cut(q.PathValue("group"), ".")
	if form != "" && form != "json" && form != "csv" && form != "csv-metadata.json" && form != "picture.json" || area == "" || !countable(group) {
		return q.nothing()
	}
	list, err := s.store.Observations(ctx, area, group)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return q.nothing()
	}
	slices.SortStableFunc(list, func(x, y stats.Observation) int {
		lo, _ := x.Date.Bounds()
		hi, _ := y.Date.Bounds()
		return cmp.Or(cmp.Compare(y.Unit, x.Unit), cmp.Compare(lo, hi)) // "person" before "percent"
	})
	if form == "csv-metadata.json" {
		return s.describeSeries(a, q, area, group)
	}
	if form != "" && form != "picture.json" {
		return q.seriesRows(a, list, form)
	}
	page := SeriesPage{Area: Named{Name: q.area(area)}, Group: Named{Name: q.groupName(group)}}
	page.Base = q.base(q.m.T("pair.title", page.Group.Name, page.Area.Name), q.m.T("series.about"), here{place: "record"})
	figures, err := q.seriesFigures(&page, area, group)
	if err != nil {
		return err
	}
	if form != "" {
		return q.seriesMarks(a, list, figures)
	}
	pictured(a, &page.Base)
	t, err := q.tell(ctx, figures)
	if err != nil {
		return err
	}
	page.Figures = q.entries(t)
	for _, unit := range []string{"person", "percent"} {
		if p := q.seriesPicture(unit, list, figures); p != nil {
			page.Pictures = append(page.Pictures, *p)
		}
	}
	page.Columns = []string{q.m.T("entity.column.date"), q.m.T("entity.column.value"), q.m.T("register.kind"), q.m.T("entity.column.source")}
	for _, o := range list {
		number := q.m.Number(o.Value)
		if o.Unit == "percent" {
			number = q.m.T("unit.percent", number)
		}
		page.Rows = append(page.Rows, SeriesRow{q.m.Value(o.Date), number, q.observedBy(o.Kind), o.Source, sourceAddress(o.Source), o.Note})
	}
	revised, err := s.store.Revised(ctx, area, group)
	if err != nil {
		return err
	}
	page.Revised = SideBlock{ID: "revised", Name: q.m.T("series.revised"), Head: append(page.Columns[:2:2], q.m.T("entity.column.source"), q.m.T("series.stood"))}
	for _, o := range revised {
		number := q.m.Number(o.Value)
		if o.Unit == "percent" {
			number = q.m.T("unit.percent", number)
		}
		page.Revised.Rows = append(page.Revised.Rows, []string{q.m.Value(o.Date), number, o.Source, q.day(o.Loaded) + " – " + q.day(o.Until)})
	}
	page.Downloads = append(q.downloads(q.URL.Path, plainForms), web.Link{Href: q.URL.Path + ".csv-metadata.json", Type: "application/csvm+json", Label: "CSVW"})
	var forms []object
	for _, d := range page.Downloads {
		forms = append(forms, object{"@type": "DataDownload", "encodingFormat": d.Type, "contentUrl": page.Origin + d.Href})
	}
	page.Data = &web.StructuredData{Value: object{
		"@context": schema, "@type": "Dataset", "name": page.Title, "description": page.Description, "url": page.Origin + page.Path, "inLanguage": page.Tag.Name,
		"spatialCoverage": page.Area.Name, "distribution": forms, "isAccessibleForFree": true,
	}}
	return show(a, q, s.views.series, page)
}

// sourceAddress gives the web address that a source begins with.
func sourceAddress(source string) string {
	first, _, _ := strings.Cut(source, " ")
	if strings.HasPrefix(first, "https://") || strings.HasPrefix(first, "http://") {
		return webAddress(first)
	}
	return ""
}

// countable reports whether a series may be of this group.
func countable(group string) bool {
	return group == total || slices.ContainsFunc(facts.Groups(), func(g facts.Group) bool { return g.ID == group })
}

func (q *request) groupName(group string) string {
	if group == total {
		return q.m.T("series.total")
	}
	return q.script.text(q.tag.Language, record.Entity{Names: record.KnownNames(read.Group, group)}.Name(q.tag.Language))
}

// observedBy names the kind of an observation.
func (q *request) observedBy(kind string) string {
	switch kind {
	case "census":
		return q.m.T("series.census")
	case "estimate":
		return q.m.T("series.estimate")
	}
	return kind
}

// seriesFigures gives what articles state of the group in the area, oldest
// first, and puts the addresses of both into the page.
func (q *request) seriesFigures(page *SeriesPage, area, group string) ([]store.Statement, error) {
	ctx, st := q.Context(), q.site.store
	place, err := st.EntityByKnown(ctx, read.Place, area)
	if fault.Is(err, fault.NotFound) {
		return nil, nil // no article names the place
	}
	if err != nil {
		return nil, err
	}
	page.Area.Href = entityAddress(q.tag, read.Place, place.ID)
	f := store.StatementFilter{Kind: read.Figure, Entity: place.ID, Role: record.RolePlace, Facts: true, Oldest: true, Reviewed: q.reviewed, Limit: maxFigures}
	if group != total {
		people, err := st.EntityByKnown(ctx, read.Group, group)
		if fault.Is(err, fault.NotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		page.Group.Href = entityAddress(q.tag, read.Group, people.ID)
		f.Entity, f.Role, f.Place = people.ID, record.RoleGroup, place.ID
	}
	list, err := st.Statements(ctx, f)
	if group == total { // what was checked and counts no people counts all
		list = slices.DeleteFunc(list, func(s store.Statement) bool {
			return s.Check == nil || len(s.Entities(record.RoleGroup)) > 0
		})
	}
	return list, err
}

// seriesOf gives the address of the series that a figure was checked
// against; empty where its place or people are not known ones.
func (w wording) seriesOf(s record.Statement) string {
	known := func(role string) string {
		for _, id := range s.Entities(role) {
			return w.entities[id].Known
		}
		return ""
	}
	area, group := known(record.RolePlace), known(record.RoleGroup)
	if len(s.Entities(record.RoleGroup)) == 0 {
		group = total
	}
	if area == "" || group == "" {
		return ""
	}
	return seriesAddress(w.tag, area, group)
}

// seriesRows answers with the observations as JSON or CSV.
func (q *request) seriesRows(a *web.Answer, list []stats.Observation, form string) error {
	type row struct {
		Area   string     `json:"area"`
		Group  string     `json:"group"`
		Unit   string     `json:"unit"`
		Date   value.Date `json:"date"`
		Value  float64    `json:"value"`
		Kind   string     `json:"kind"`
		Source string     `json:"source"`
		Note   string     `json:"note,omitempty"`
	}
	rows := make([]row, 0, len(list))
	for _, o := range list {
		rows = append(rows, row{o.Area, o.Group, o.Unit, o.Date, o.Value, o.Kind, o.Source, o.Note})
	}
	if form == "json" {
		return sendJSON(a, struct {
			License string `json:"license"`
			Rows    []row  `json:"rows"`
		}{q.origin() + "/" + q.tag.Name + "/terms", rows})
	}
	return sendCSV(a, stats.Columns, "", func(write func(...string)) {
		for _, r := range rows {
			write(r.Area, r.Group, r.Unit, r.Date.String(), strconv.FormatFloat(r.Value, 'f', -1, 64), r.Kind, r.Source, r.Note)
		}
	})
}

// sitemapSeries lists the page of every series there is.
func (s *Site) sitemapSeries(q *request, tags []web.Tag, url func(string, time.Time)) error {
	list, err := s.store.Observations(q.Context(), "", "")
	if err != nil {
		return err
	}
	last := stats.Key{}
	for _, o := range list { // in order of area and group
		if k := (stats.Key{Area: o.Area, Group: o.Group}); k != last && countable(o.Group) {
			last = k
			for _, t := range tags {
				url(seriesAddress(t, o.Area, o.Group), time.Time{})
			}
		}
	}
	return nil
}
