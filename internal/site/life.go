package site

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"shanyraq/internal/facts"
	"shanyraq/internal/read"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// years parts a time line into years.
func (q *request) years(t told) (out []YearBlock) {
	days := map[int64]int{}
	for _, s := range t.list {
		days[s.ID] = s.Day
	}
	for _, e := range q.entries(t) {
		name := strconv.Itoa(time.Unix(int64(days[e.ID])*86400, 0).UTC().Year())
		if n := len(out); n == 0 || out[n-1].Name != name {
			out = append(out, YearBlock{ID: "y" + name + "-" + strconv.Itoa(len(out)), Name: name})
		}
		y := &out[len(out)-1]
		y.Entries = append(y.Entries, e)
	}
	return out
}

const companions = 10

// side gathers what stands beside an entity's time line: its names or numbers,
// and whom it is named with.
func (q *request) side(e store.Entity, t told) (out []SideBlock, err error) {
	switch e.Kind {
	case read.Place:
		if b := q.placeNames(e); len(b.Rows) > 1 {
			out = append(out, b)
		}
	case read.Organization:
		if b := q.bodyNames(e); len(b.Rows) > 1 {
			out = append(out, b)
		}
	case read.Group:
		b, err := q.population(e)
		if err != nil {
			return nil, err
		}
		if len(b.Rows) > 0 {
			out = append(out, b)
		}
	}
	if b := q.companions(e, t); len(b.Entities) > 0 {
		out = append(out, b)
	}
	return out, nil
}

// placeNames lists the names a place has had, from the gazetteer.
func (q *request) placeNames(e store.Entity) SideBlock {
	b := SideBlock{ID: "names", Name: q.m.T("entity.formernames"), Head: []string{q.m.T("entity.column.name"), q.m.T("entity.column.years")}}
	if e.Known == "" {
		return b
	}
	for _, p := range facts.Places() {
		if p.ID != e.Known {
			continue
		}
		name, _ := q.ownName(p.Names)
		years := "…"
		if !p.ValidFrom.IsZero() || !p.ValidTo.IsZero() {
			years = q.m.Value(p.ValidFrom) + " – " + q.m.Value(p.ValidTo)
		}
		b.Rows = append(b.Rows, []string{name, years})
	}
	return b
}

// ownName gives a name in the page's language and letters, the English one
// as it is where the language has none; own tells which it was.
func (q *request) ownName(names map[string]string) (name string, own bool) {
	if n := names[q.tag.Language]; n != "" {
		return q.script.text(q.tag.Language, n), true
	}
	return names["en"], false
}

// bodyNames lists the names and abbreviations a known body has had.
func (q *request) bodyNames(e store.Entity) SideBlock {
	b := SideBlock{ID: "names", Name: q.m.T("entity.formernames"), Head: []string{q.m.T("entity.column.name"), q.m.T("entity.column.years")}}
	for _, o := range facts.Bodies() {
		if e.Known == "" || o.ID != e.Known {
			continue
		}
		name, own := q.ownName(o.Names)
		short := o.Abbr["en"]
		if own {
			short = q.script.text(q.tag.Language, o.Abbr[q.tag.Language])
		}
		if short != "" {
			name += " (" + short + ")"
		}
		years := "…"
		if !o.ValidFrom.IsZero() || !o.ValidTo.IsZero() {
			years = q.m.Value(o.ValidFrom) + " – " + q.m.Value(o.ValidTo)
		}
		b.Rows = append(b.Rows, []string{name, years})
	}
	return b
}

// population lists the series of a people, newest first.
func (q *request) population(e store.Entity) (SideBlock, error) {
	b := SideBlock{ID: "population", Name: q.m.T("entity.population"),
		Head: []string{q.m.T("entity.column.place"), q.m.T("entity.column.date"), q.m.T("entity.column.value")}}
	if e.Known == "" {
		return b, nil
	}
	list, err := q.site.store.Observations(q.Context(), "", e.Known)
	if err != nil {
		return b, err
	}
	slices.Reverse(list)
	seen := map[string]bool{}
	for _, o := range list {
		number := q.m.Number(o.Value)
		if o.Unit == "percent" {
			number = q.m.T("unit.percent", number)
		}
		b.Rows = append(b.Rows, []string{q.area(o.Area), q.m.Value(o.Date), number})
		if !seen[o.Area] {
			seen[o.Area] = true
			b.Links = append(b.Links, web.Link{Href: seriesAddress(q.tag, o.Area, e.Known), Label: q.area(o.Area)})
		}
	}
	return b, nil
}

// area gives the name of a statistical area in the page's language.
func (q *request) area(id string) string {
	for _, p := range facts.Places() {
		if (p.ID == id || p.ISO == id) && p.ValidTo.IsZero() {
			name, _ := q.ownName(p.Names)
			return name
		}
	}
	return id
}

// companions counts who stands in the same statements.
func (q *request) companions(e store.Entity, t told) SideBlock {
	b := SideBlock{ID: "with", Name: q.m.T("entity.with")}
	counts := map[int64]int{}
	for _, s := range t.list {
		once := map[int64]bool{e.ID: true}
		for _, r := range s.Refs {
			if !once[r.Entity] {
				once[r.Entity] = true
				counts[r.Entity]++
			}
		}
	}
	for id, n := range counts {
		o, ok := t.wording.entities[id]
		if !ok {
			continue
		}
		name, language := t.wording.name(o)
		c := Named{Href: entityAddress(q.tag, o.Kind, id), Name: name, Count: n}
		if language != q.tag.Language {
			c.Lang = language
		}
		if pairs(e.Kind) && pairs(o.Kind) {
			c.Pair = pairAddress(q.tag, e.ID, id)
		}
		b.Entities = append(b.Entities, c)
	}
	slices.SortFunc(b.Entities, func(x, y Named) int { return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Name, y.Name)) })
	b.Entities = b.Entities[:min(companions, len(b.Entities))]
	return b
}
