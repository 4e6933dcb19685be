package site

import (
	"html/template"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// Drawing is a picture of a time line that a script draws, with a table that
// says the same. Without script stands the drawing of the server, or else the
// table, open.
type Drawing struct {
	Kind    string // "years", "tenures"
	Src     string // address of the data, JSON
	SVG     template.HTML
	Caption string
	Note    string // how to read it; empty where the keys say it
	Keys    []PictureKey
	Head    []string
	Rows    [][]Cell

	Table, SaveSVG, SavePNG string // words
}

// Cell is a cell of a table, a link where it has an address.
type Cell struct{ Text, Href, Lang string }

func (q *request) drawing(kind, src, caption string) *Drawing {
	return &Drawing{Kind: kind, Src: src, Caption: caption, Table: q.m.T("picture.table"), SaveSVG: q.m.T("picture.svg"), SavePNG: q.m.T("picture.png")}
}

// pictureForm is the ending of the addresses of what the drawings of a page
// show.
const pictureForm = "picture.json"

// life is what the drawings of an entity's page show.
type life struct {
	tenures []tenure
	told    told // the statements of the tenures
	days    []store.PairDay
}

// tenured bounds how many statements of office a picture is made of, the
// newest.
const tenured = 200

// life gathers the offices of a person, or those held in a body, and how
// agreements and events spread over years.
func (q *request) life(e store.Entity) (l life, err error) {
	ctx, s := q.Context(), q.site
	if role, ok := tenureRoles[e.Kind]; ok {
		list, err := s.store.Statements(ctx, store.StatementFilter{Kind: read.Office, Entity: e.ID, Role: role, Facts: true, Reviewed: q.reviewed, Limit: tenured})
		if err != nil {
			return l, err
		}
		if _, err := q.ownTellings(list); err != nil {
			return l, err
		}
		if l.told, err = q.tell(ctx, list); err != nil {
			return l, err
		}
		l.tenures = tenuresOf(list, e.Kind, q.tag.Language)
	}
	l.days, err = s.pairMemo.get(entityAddress(web.Tag{}, e.Kind, e.ID), s.cache.Version(), func() ([]store.PairDay, error) {
		return s.store.EntityYears(ctx, e.ID, q.reviewed)
	})
	return l, err
}

// drawings are the pictures of an entity's page.
func (q *request) drawings(e store.Entity, l life) (out []Drawing) {
	src := q.URL.Path + "." + pictureForm
	if d := q.tenureDrawing(e, l, src); d != nil {
		out = append(out, *d)
	}
	if d := q.yearsPicture(l.days, src); d != nil {
		out = append(out, *d)
	}
	return out
}

// lifeData answers with what the drawings of an entity's page show.
func (q *request) lifeData(a *web.Answer, e store.Entity) error {
	l, err := q.life(e)
	if err != nil {
		return err
	}
	return sendJSON(a, q.drawn(l.days, q.tenureRows(e, l)))
}

// drawn is the data of drawings: years with their numbers, tenures with their
// marks, and the words to say them with.
func (q *request) drawn(days []store.PairDay, rows []tenureRow) any {
	type year struct {
		Name       string `json:"name"`
		Agreements int    `json:"agreements"`
		Events     int    `json:"events"`
	}
	years := []year{}
	for _, b := range q.yearBars(days) {
		years = append(years, year{b.name, b.agreements, b.events})
	}
	words := object{"agreements": q.m.T("register.agreements"), "events": q.m.T("register.events")}
	for _, as := range []string{tenureNamed, tenureBegan, tenureEnded} {
		words[as] = q.m.T("entity.tenure." + as)
	}
	return struct {
		License string      `json:"license"`
		Words   object      `json:"words"`
		Years   []year      `json:"years"`
		Rows    []tenureRow `json:"rows,omitempty"`
	}{q.origin() + "/" + q.tag.Name + "/terms", words, years, rows}
}

// evidence is the address of the sentence that states a statement.
func (q *request) evidence(t told, s store.Statement) string {
	tag, _ := q.tagFor(s.Language)
	return articleAddress(tag, t.articles[s.Article].Slug) + sentenceAnchor(s.ID)
}

// cut shortens a text to n letters.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return strings.TrimSpace(string(r[:n])) + "…"
	}
	return s
}
