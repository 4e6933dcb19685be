package site

import (
	"html/template"
	"strings"

	"shanyraq/internal/web"
)

const (
	searchHits  = 20
	searchBytes = 2000 // of a query; what is longer is cut
)

// search answers for the search form.
func (s *Site) search(a *web.Answer, q *request) error {
	query := strings.TrimSpace(strings.ToValidUTF8(q.URL.Query().Get("q"), ""))
	if len(query) > searchBytes {
		query = strings.ToValidUTF8(query[:searchBytes], "")
	}
	page := SearchPage{
		Base:   q.base(q.m.T("search.title"), q.m.T("search.description"), here{place: "search"}),
		Action: q.URL.Path, Query: query, All: q.URL.Query().Get("all") == "1",
	}
	page.NoIndex = q.URL.RawQuery != ""
	if query != "" {
		if err := s.find(&page, q); err != nil {
			return err
		}
		if len(page.Hits) == 0 {
			page.Found = q.m.T("search.none", query)
			page.Try = []web.Link{{Label: q.m.T("search.try.fewer")}}
			if !page.All {
				page.Try = append(page.Try, web.Link{Label: q.m.T("search.try.all"), Href: q.with("all", "1")})
			}
			page.Try = append(page.Try, web.Link{Label: q.m.T("search.try.record"), Href: recordAddress(q.tag)})
		}
	}
	return show(a, q, s.views.search, page)
}

// marked wraps the pieces of a snippet that were matched: every second piece.
func marked(pieces []string) template.HTML {
	var b strings.Builder
	for i, p := range pieces {
		if i%2 == 1 {
			b.WriteString("<mark>" + template.HTMLEscapeString(p) + "</mark>")
		} else {
			b.WriteString(template.HTMLEscapeString(p))
		}
	}
	return template.HTML(b.String())
}

// find asks the search index.
func (s *Site) find(page *SearchPage, q *request) error { return nil }
