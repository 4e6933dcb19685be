package site

import (
	"context"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

const entityRows = 120

// entities lists the entities of a kind, the most mentioned first; a name
// asked for lists those whose name begins with it.
func (s *Site) entities(a *web.Answer, q *request, reg register, as form) error {
	v := q.URL.Query()
	f := store.EntityFilter{Kind: reg.entity, Reviewed: q.reviewed, Prefix: strings.TrimSpace(v.Get("name")), Limit: entityRows + 1}
	f.ByName = f.Prefix != ""
	if after := v.Get("after"); after != "" {
		id, err := entityID(after)
		if err != nil {
			return err
		}
		e, err := s.store.EntityByID(q.Context(), id)
		if err != nil {
			return err
		}
		f.After = e
	}
	switch {
	case as.feed() != "":
		return s.entityFeed(a, q, f, as, q.m.T("register."+reg.name), q.m.T("register."+reg.name+".about"))
	case as.ext != "":
		return s.entityRows(a, q, f, as.ext)
	}
	read, sorted := s.store.Entities, v.Get("order") == "name" && f.Prefix == ""
	if sorted {
		read = func(context.Context, store.EntityFilter) ([]store.Entity, error) {
			list, current, err := s.byName(q, f)
			a.Private = !current // the page is not kept
			return list, err
		}
	}
	list, err := read(q.Context(), f)
	if err != nil {
		return err
	}
	page := q.registerPage(reg, f.After.ID != 0)
	page.Found = q.m.T("register.found", len(list))
	if len(list) > entityRows {
		list = list[:entityRows]
		page.Pager.Next = q.with("after", strconv.FormatInt(list[len(list)-1].ID, 10))
		page.Found = q.m.T("register.found.more", entityRows)
	}
	if f.After.ID != 0 {
		page.Found = q.m.T("register.page", len(list))
	}
	page.Entities = q.named(list)
	page.Filters = []Filter{{Name: "name", Label: q.m.T("register.name"), Value: f.Prefix}, {Name: "order", Label: q.m.T("search.order"), Choices: []Choice{
		{Value: "", Label: q.m.T("register.order.often")}, {Value: "name", Label: q.m.T("register.order.name"), Chosen: sorted}}}}
	return show(a, q, s.views.register, page)
}

// named makes links of entities.
func (q *request) named(list []store.Entity) []Named {
	w := wording{m: q.m, tag: q.tag, script: q.script}
	out := make([]Named, 0, len(list))
	for _, e := range list {
		name, language := w.name(e.Entity)
		n := Named{Href: entityAddress(q.tag, e.Kind, e.ID), Name: name, Count: e.Articles}
		if language != q.tag.Language {
			n.Lang = language
		}
		out = append(out, n)
	}
	return out
}

const entityEntries = 60

// entity shows all that the articles say of one entity, oldest first.
func (s *Site) entity(a *web.Answer, q *request) error {
	reg, ok := findRegister(q.PathValue("register"))
	number, ext, _ := strings.Cut(q.PathValue("id"), ".")
	id, err := entityID(number)
	as, known := formOf(lives, ext)
	if !ok || reg.entity == "" || err != nil || !known {
		return q.nothing()
	}
	ctx := q.Context()
	e, err := s.store.EntityByID(ctx, id)
	if fault.Is(err, fault.NotFound) || err == nil && (e.Kind != reg.entity || e.Articles == 0 && e.Into == 0 || q.reviewed && !decided(e.Rank)) {
		return q.nothing()
	}
	if err != nil {
		return err
	}
	if e.Into != 0 {
		return redirect(a, entityAddress(q.tag, e.Kind, e.Into))
	}
	after, err := readCursor(q.URL.Query().Get("after"))
	if err != nil {
		return err
	}
	f := store.StatementFilter{Entity: id, Facts: true, Oldest: true, Reviewed: q.reviewed, After: after, Limit: entityEntries + 1}
	if ext != "" {
		f.Facts = false
		w := wording{m: q.m, tag: q.tag, script: q.script}
		name, _ := w.name(e.Entity)
		return s.take(a, q, f, as, name, q.m.T("entity.description", name))
	}
	list, err := s.store.Statements(ctx, f)
	if err != nil {
		return err
	}
	pager := q.pager(after != store.Cursor{})
	found := q.m.T("entity.found", len(list))
	if len(list) > entityEntries {
		list = list[:entityEntries]
		pager.Next = q.with("after", writeCursor(store.CursorOfStatement(list[len(list)-1])))
		pager.NextWords = q.m.T("pager.newer")
		found = q.m.T("register.found.more", entityEntries)
	}
	differ, err := q.ownTellings(list)
	if err != nil {
		return err
	}
	t, err := q.tell(ctx, list)
	if err != nil {
		return err
	}
	t.differ = differ
	w := wording{m: q.m, tag: q.tag, script: q.script}
	name, language := w.name(e.Entity)
	page := EntityPage{
		Base: q.base(name, q.m.T("entity.description", name), here{place: "record"}),
		Kind: q.m.T("entity." + e.Kind), RegisterHref: registerAddress(q.tag, reg.name), Found: found, Pager: pager,
	}
	if language != q.tag.Language {
		page.NameLang = language
	}
	seen := map[string]bool{name: true, e.Name(q.tag.Language): true}
	for _, n := range e.Names {
		if !seen[n.Text] && len(page.Names) < 12 {
			seen[n.Text] = true
			page.Names = append(page.Names, Named{Name: n.Text, Lang: n.Language})
		}
	}
	page.Years = q.years(t)
	if page.Side, err = q.side(e, t); err != nil {
		return err
	}
	if q.URL.RawQuery != "" {
		page.NoIndex = true
	}
	page.Downloads = q.downloads(q.URL.Path, lives)
	page.Feeds = append(feedsAmong(page.Downloads, page.FullTitle()), page.Feeds...)
	page.Data = entityData(page, e)
	page.Downloads = q.offerLetters(page.Downloads, "entity:"+strconv.FormatInt(e.ID, 10))
	return show(a, q, s.views.entity, page)
}

// ownTellings puts, for a fact that several languages tell, the telling in
// the page's language in place of the leading one. It gives the facts whose
// tellings contradict each other.
func (q *request) ownTellings(list []store.Statement) (differ map[string]bool, err error) {
	var facts []string
	for _, st := range list {
		if st.Told > 1 {
			facts = append(facts, st.Fact)
		}
	}
	if len(facts) == 0 {
		return nil, nil
	}
	told, err := q.site.store.FactsStatements(q.Context(), facts)
	if err != nil {
		return nil, err
	}
	differ = map[string]bool{}
	for i, st := range list {
		all := told[st.Fact]
		if len(q.conflicts(all)) > 0 {
			differ[st.Fact] = true
		}
		for _, o := range all {
			if st.Language != q.tag.Language && o.Language == q.tag.Language {
				list[i] = o
				break
			}
		}
	}
	return differ, nil
}
