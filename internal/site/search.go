package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

const (
	searchHits   = 10
	snippetSize  = 220  // letters
	snippetBegin = 700  // bytes of a text looked through first
	searchBytes  = 2000 // of a query; what is longer is cut
)

// search answers for the search form.
func (s *Site) search(a *web.Answer, q *request) error {
	n := readNarrow(q)
	page := SearchPage{
		Base:   q.base(q.m.T("search.title"), q.m.T("search.description"), here{place: "search"}),
		Action: q.URL.Path, Query: searched(q), Narrow: n.form(q), Narrowed: n.set(), Suggest: "/" + q.tag.Name + "/suggest",
	}
	page.NoIndex = q.URL.RawQuery != ""
	if page.Asked = page.Query != "" || n.set(); page.Asked {
		if err := s.find(&page, q, n); err != nil {
			return err
		}
		if page.Query != "" {
			page.Letters = q.offer("search:")
		}
		if len(page.Hits) == 0 {
			if page.Found == "" {
				page.Found = q.m.T("search.none", page.Query)
			}
			page.Try = []web.Link{{Label: q.m.T("search.try.fewer")}}
			if n.Language != "all" {
				page.Try = append(page.Try, web.Link{Label: q.m.T("search.try.all"), Href: q.with("language", "all")})
			}
			page.Try = append(page.Try, web.Link{Label: q.m.T("search.try.record"), Href: recordAddress(q.tag)})
		}
	}
	page.Data = pageData(page.Base, "SearchResultsPage")
	return show(a, q, s.views.search, page)
}

// find asks the search index.
func (s *Site) find(page *SearchPage, q *request, n narrow) error {
	o := search.Options{Language: q.tag.Language, Filters: n.Filters}
	if n.Language == "all" {
		o.Filters.Language = ""
	}
	query, err := search.Parse(page.Query, o)
	if err != nil { // nothing to look for: said on the page, with what to try
		page.Found = q.wrong(err)
		return nil
	}
	if query.Language == "" && n.Language != "all" {
		query = query.In(q.tag.Language)
	}
	offset, err := pageNumber(q.URL.Query().Get("page"))
	if err != nil {
		return err
	}
	found, err := s.store.Search(q.Context(), store.Search{Query: query, ByDay: n.byDay, Offset: offset * searchHits, Limit: searchHits})
	if err != nil {
		return err
	}
	if found.Total > 0 {
		page.Found = q.m.T("search.found", found.Total)
	}
	if found.Meant != "" {
		query = found.Query
	}
	switch {
	case found.Meant != "":
		page.Note = q.m.T("search.note", found.Meant)
	case found.Any:
		page.Note = q.m.T("search.any")
	case found.More:
		page.Found = q.m.T("search.more", found.Total)
	}
	if query.Open {
		page.Note = strings.TrimSpace(page.Note + " " + q.m.T("search.quote"))
	}
	for _, h := range found.Hits {
		hit, err := s.hit(q, query, h)
		if err != nil {
			return err
		}
		page.Hits = append(page.Hits, hit)
	}
	page.Pager = Pager{PreviousWords: q.m.T("pager.back"), NextWords: q.m.T("pager.more"), Words: q.m.T("pager.page", offset+1)}
	if offset > 0 {
		page.Pager.Previous = q.with("page", strconv.Itoa(offset))
		if offset == 1 {
			page.Pager.Previous = q.with("page", "")
		}
	}
	if offset == 0 {
		if page.Entities, err = s.entitiesNamed(q, page.Query); err != nil {
			return err
		}
		if len(page.Entities) == 0 { // whoever has no script sees here what it would have suggested
			if page.Entities, err = s.beginning(q, page.Query, entitiesFound); err != nil {
				return err
			}
		}
	}
	if (offset+1)*searchHits < found.Total {
		page.Pager.Next = q.with("page", strconv.Itoa(offset+2))
	}
	return nil
}

func marked(pieces []search.Piece) bool {
	return slices.ContainsFunc(pieces, func(p search.Piece) bool { return p.Hit })
}

// joined gives the text of pieces.
func joined(pieces []search.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// plain gives the text of a revision, which never changes.
func (s *Site) plain(q *request, revision int64) (string, error) {
	found, err := s.textOf.take([]int64{revision}, 0, func([]int64) (map[int64]string, error) {
		rev, err := s.store.Revision(q.Context(), revision)
		return map[int64]string{revision: rev.Plain}, err
	})
	return found[revision], err
}

// beginOf cuts a text behind a paragraph or a word.
func beginOf(text string, size int) string {
	if len(text) <= size {
		return text
	}
	if i := strings.LastIndexAny(text[:size], "\n "); i > 0 {
		return text[:i]
	}
	return text
}

// pageNumber reads the number of a page of hits, from 0.
func pageNumber(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 1000 {
		return 0, fault.New(fault.Invalid, "%q is no page", s).Hint("follow the links of the page")
	}
	return n - 1, nil
}

// hit shows an article that was found. The lead serves as snippet where a
// word stands in it; else the text is looked through.
func (s *Site) hit(q *request, query search.Query, h store.Hit) (Hit, error) {
	tag, own := q.tagFor(h.Language)
	out := Hit{Card: q.card(h.Card)}
	out.Href = articleAddress(tag, h.Slug)
	text := h.Lead
	pieces := search.Snippet(text, h.Language, query, snippetSize)
	if !marked(pieces) {
		plain, err := s.plain(q, h.Revision)
		if err != nil {
			return out, err
		}
		// The begin of a text is where its subject stands; the rest is looked
		// through only when the words are not there.
		text = beginOf(plain, snippetBegin)
		if pieces = search.Snippet(text, h.Language, query, snippetSize); !marked(pieces) && len(text) < len(plain) {
			text = plain
			pieces = search.Snippet(text, h.Language, query, snippetSize)
		}
	}
	if own && q.tag.Variant() {
		// Words typed in the page's script stand in the text as it is shown. Where
		// the text as written has them too, what is cut from it is enough.
		if !marked(pieces) {
			pieces = search.Snippet(q.script.text(h.Language, text), h.Language, query, snippetSize)
		} else if shown := search.Mark(q.script.text(h.Language, joined(pieces)), h.Language, query); marked(shown) {
			pieces = shown
		} else {
			for i := range pieces {
				pieces[i].Text = q.script.text(h.Language, pieces[i].Text)
			}
		}
	}
	if !own {
		out.Lang, out.Dir, out.Autonym = tag.Name, tag.Dir, tag.Autonym
		out.Title = h.Title
	}
	out.Snippet = template.HTML(search.HTML(pieces))
	return out, nil
}

const entitiesFound = 6

// entitiesNamed gives the entities of the record that the whole question
// names.
func (s *Site) entitiesNamed(q *request, name string) ([]Named, error) {
	var out []Named
	all, err := q.site.store.EntitiesNamed(q.Context(), name)
	if err != nil {
		return nil, err
	}
	for _, kind := range []string{read.Person, read.Organization, read.Place, read.Group} {
		for _, e := range all {
			if e.Kind != kind || len(out) == entitiesFound || e.Into != 0 || e.Articles == 0 || q.reviewed && !decided(e.Rank) {
				continue
			}
			n := q.named([]store.Entity{e})[0]
			n.Also = q.m.T("entity." + kind)
			out = append(out, n)
		}
	}
	return out, nil
}
