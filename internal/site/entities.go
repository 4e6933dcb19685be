package site

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

const entityRows = 120

// entities lists the entities of a kind, the most mentioned first or in order
// of name.
func (s *Site) entities(a *web.Answer, q *request, reg register, as form) error {
	f, err := q.askEntities(reg)
	if err != nil {
		return err
	}
	switch {
	case as.feed() != "":
		return s.entityFeed(a, q, f, as, q.m.T("register."+reg.name), q.m.T("register."+reg.name+".about"))
	case as.ext != "":
		return s.entityRows(a, q, f, as.ext)
	}
	f.Limit = entityRows + 1
	var list []store.Entity
	if f.ByName {
		var current bool
		list, current, err = s.byName(q, f)
		a.Private = !current // the page is not kept
	} else {
		list, err = s.store.Entities(q.Context(), f)
	}
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
	if page.Filters, err = q.entityFilters(reg); err != nil {
		return err
	}
	if len(list) == 0 {
		if page.Try = q.without(page.Filters); !s.cfg.Static {
			page.Try = append(page.Try, web.Link{Label: q.m.T("search.title"), Href: address(searchAddress(q.tag), url.Values{"q": {f.Name}})})
		}
	}
	return show(a, q, s.views.register, page)
}

// askEntities reads the filters of a register of entities from the address.
func (q *request) askEntities(reg register) (store.EntityFilter, error) {
	a := asking{q: q}
	f := store.EntityFilter{Kind: reg.entity, Reviewed: q.reviewed, Language: a.language(""), Section: a.section()}
	f.Name, _ = a.get("name")
	if len(f.Name) > search.MaxQuery {
		a.refuse("name", "register.name", f.Name, "search.wrong.long", nil)
	}
	f.From, f.To = a.days()
	class, country := a.one("kind", "register.kind", classNames(reg.entity)...), a.one("country", "register.country", countriesOf()[reg.entity]...)
	f.Known = knownAs(reg.entity, class, country)
	if reg.entity == read.Organization && country == "" {
		f.Words = bodyWords()[class]
	}
	if reg.entity == read.Person {
		f.Body = a.entity("body", "register.body", read.Organization)
	}
	f.ByName = a.one("order", "search.order", "often", "name") == "name"
	if id := a.entity("after", "pager.more", reg.entity); id != 0 && a.err == nil {
		f.After, a.err = q.site.store.EntityByID(q.Context(), id)
	}
	return f, a.err
}

// entityFilters are the questions of the form of a register of entities.
func (q *request) entityFilters(reg register) ([]Filter, error) {
	v := q.URL.Query()
	any := Choice{Label: q.m.T("register.any")}
	name, _ := (&asking{q: q}).get("name")
	out := []Filter{{Name: "name", Label: q.m.T("register.name"), Value: name}}
	if list := classNames(reg.entity); len(list) > 0 {
		f := Filter{Name: "kind", Label: q.m.T("register.kind"), Choices: []Choice{any}}
		for _, c := range list {
			f.Choices = append(f.Choices, Choice{Value: c, Label: q.m.T("class." + c), Chosen: v.Get("kind") == c})
		}
		out = append(out, f)
	}
	if list := countriesOf()[reg.entity]; len(list) > 0 {
		f := Filter{Name: "country", Label: q.m.T("register.country")}
		for _, c := range list {
			f.Choices = append(f.Choices, Choice{Value: c, Label: q.area(c), Chosen: v.Get("country") == c})
		}
		ordered(q.tag, f.Choices, func(c Choice) string { return c.Label })
		f.Choices = append([]Choice{any}, f.Choices...)
		out = append(out, f)
	}
	if reg.entity == read.Person {
		f, err := q.entityFilter(v, "body")
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return append(q.articleFilters(out, any, ""), Filter{Name: "order", Label: q.m.T("search.order"), Choices: []Choice{
		{Value: "", Label: q.m.T("register.order.often")}, {Value: "name", Label: q.m.T("register.order.name"), Chosen: v.Get("order") == "name"}}}), nil
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
	if !ok || reg.entity == "" || err != nil || !known && ext != pictureForm {
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
	if ext == pictureForm {
		return q.lifeData(a, e)
	}
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
	found := ""
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
	if list, err = q.folded(list); err != nil {
		return err
	}
	found = cmp.Or(found, q.m.T("entity.found", len(list)))
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
	if after == (store.Cursor{}) {
		l, err := q.life(e)
		if err != nil {
			return err
		}
		if page.Drawings = q.drawings(e, l); len(page.Drawings) > 0 {
			pictured(a, &page.Base)
		}
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
