package site

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// PicturePage is a picture of the whole record with the table of what it
// shows: the map of places, the network of parties.
type PicturePage struct {
	web.Base
	RecordHref    string
	About         string
	Action, Clear string
	Filters       []Filter
	Figure        Figure
	Found         string
	Columns       []string
	Rows          []PictureRow
	Downloads     []web.Link
}

// Figure says what a script may draw, and where its data is. Without script
// the table says the same.
type Figure struct {
	Kind    string // "map", "network"
	Src     string // address of the data, JSON
	Caption string
	Keys    []PictureKey
}

// PictureRow is a place with its numbers, or two parties with theirs.
type PictureRow struct {
	Names []Named
	Cells []string
	Href  string // of the first cell; empty for none
}

// pictureNames are the pictures of the whole record, by address and wording.
var pictureNames = []string{"map", "network"}

const (
	partsOf     = 400 // entities of each page, the most mentioned
	pictureRows = 200 // rows of the table; the JSON has all
	networkSize = 40  // parties drawn, those with the most agreements
)

// pictured marks a page as one with pictures: it loads the script that draws
// them, and may make images of its own drawings, to save them.
func pictured(a *web.Answer, b *web.Base) { a.Pictures, b.Pictures = true, true }

// when is the time that the address asks for, as days; all of it by default.
type when struct{ from, to int }

func (q *request) when() (w when, err error) {
	v := q.URL.Query()
	from, err := year(v.Get("from"))
	if err != nil {
		return w, err
	}
	to, err := year(v.Get("to"))
	if err != nil {
		return w, err
	}
	w = when{-1 << 40, 1 << 40}
	if !from.IsZero() {
		w.from, _ = from.Bounds()
	}
	if !to.IsZero() {
		_, w.to = to.Bounds()
	}
	return w, nil
}

func (w when) holds(day int) bool { return w.from <= day && day <= w.to }

// yearFilters ask for the first and the last year.
func (q *request) yearFilters() (out []Filter) {
	for _, name := range []string{"from", "to"} {
		out = append(out, Filter{Name: name, Label: q.m.T("register." + name), Value: q.URL.Query().Get(name), Narrow: true, Numeric: true})
	}
	return out
}

// picturePage fills what both pages share; the last three are keys of words.
func (q *request) picturePage(a *web.Answer, kind, title, about, caption string) PicturePage {
	page := PicturePage{Base: q.base(q.m.T(title), q.m.T(about), here{place: "record"}), RecordHref: recordAddress(q.tag), About: q.m.T(about), Action: q.URL.Path}
	pictured(a, &page.Base)
	if q.URL.RawQuery != "" {
		page.Clear, page.NoIndex = q.URL.Path, true
	}
	page.Downloads = q.downloads(q.URL.Path, []form{formJSON})
	page.Figure = Figure{Kind: kind, Src: page.Downloads[0].Href, Caption: q.m.T(caption)}
	page.Data = pageData(page.Base, "WebPage")
	return page
}

// span writes the years from one to the other, of which there is one at
// least.
func (q *request) span(years map[int]int) string {
	list := slices.Sorted(maps.Keys(years))
	if len(list) == 0 {
		return ""
	}
	first, last := list[0], list[len(list)-1]
	if first == last {
		return fmt.Sprint(first)
	}
	return q.m.T("date.years", fmt.Sprint(first), fmt.Sprint(last))
}

// gatherParts gathers the parts of the most mentioned entities; those of one
// statement stand together, the lower entity first.
func (s *Site) gatherParts(q *request, f store.PartFilter) (out []store.Part, err error) {
	f.Most, f.Reviewed = partsOf, q.reviewed
	err = s.store.EachPart(q.Context(), f, func(p store.Part) { out = append(out, p) })
	slices.SortFunc(out, func(x, y store.Part) int {
		return cmp.Or(cmp.Compare(x.Statement, y.Statement), cmp.Compare(x.Entity, y.Entity))
	})
	return out, err
}

// entityNamed names an entity with its page.
func (w wording) entityNamed(e record.Entity) Named {
	name, language := w.name(e)
	n := Named{Href: entityAddress(w.tag, e.Kind, e.ID), Name: name}
	if language != w.tag.Language {
		n.Lang = language
	}
	return n
}
