package site

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// sitemapPages is how many addresses one part of the sitemap may hold by the
// protocol (sitemaps.org); we stay below it.
const sitemapPages = 40_000

// sitemap lists every public page, or, on a large site, the parts that do.
func (s *Site) sitemap(a *web.Answer, q *request) error {
	counts, err := s.store.Languages(q.Context())
	if err != nil {
		return err
	}
	pages := 0
	for _, t := range q.tags {
		pages += counts[t.Language] + 1 + len(registers)
	}
	if pages <= sitemapPages {
		return s.writeSitemap(a, q, "")
	}
	a.Type = "application/xml; charset=utf-8"
	a.Body.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, t := range q.tags {
		for part := 0; part*sitemapPages < counts[t.Language]+1; part++ {
			fmt.Fprintf(a.Body, "<sitemap><loc>%s/sitemap/%s-%d.xml</loc></sitemap>\n", html.EscapeString(q.origin()), t.Name, part+1)
		}
	}
	a.Body.WriteString("</sitemapindex>\n")
	return nil
}

// sitemapPart is one part of a large site's sitemap: "kk-Latn-2.xml".
func (s *Site) sitemapPart(a *web.Answer, q *request) error {
	return s.writeSitemap(a, q, strings.TrimSuffix(q.PathValue("part"), ".xml"))
}

// writeSitemap writes all pages, or those of a part.
func (s *Site) writeSitemap(a *web.Answer, q *request, part string) error {
	ctx := q.Context()
	tags, skip, take := q.tags, 0, sitemapPages
	if part != "" {
		i := strings.LastIndexByte(part, '-')
		n, err := strconv.Atoi(part[i+1:])
		if i < 0 || err != nil || n < 1 {
			return q.nothing()
		}
		tags = nil
		for _, t := range q.tags {
			if t.Name == part[:i] {
				tags = []web.Tag{t}
			}
		}
		if tags == nil {
			return q.nothing()
		}
		skip = (n - 1) * sitemapPages
	}
	a.Type = "application/xml; charset=utf-8"
	a.Body.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	origin := q.origin()
	url := func(path string, changed time.Time) {
		a.Body.WriteString("<url><loc>" + html.EscapeString(origin+path) + "</loc>")
		if !changed.IsZero() {
			a.Body.WriteString("<lastmod>" + changed.Format(time.RFC3339) + "</lastmod>")
		}
		a.Body.WriteString("</url>\n")
	}
	if skip == 0 {
		for _, t := range tags {
			url(frontAddress(t), time.Time{})
			url(recordAddress(t), time.Time{})
			for _, r := range registers {
				url(registerAddress(t, r.name), time.Time{})
			}
			url(registerAddress(t, "coverage"), time.Time{})
			for _, name := range pictureNames {
				url(registerAddress(t, name), time.Time{})
			}
			for _, sec := range q.sections {
				url(sectionAddress(t, sec.Path), time.Time{})
			}
			url("/"+t.Name+"/about", time.Time{})
			url("/"+t.Name+"/terms", time.Time{})
		}
		if err := s.sitemapEntities(q, tags, url); err != nil {
			return err
		}
		if err := s.sitemapSeries(q, tags, url); err != nil {
			return err
		}
	}
	n := 0
	for c, err := range s.store.EachPublic(ctx) {
		if err != nil {
			return err
		}
		for _, t := range tags {
			if t.Language != c.Language {
				continue
			}
			if n++; n > skip && n <= skip+take {
				url(articleAddress(t, c.Slug), c.Updated)
			}
		}
	}
	a.Body.WriteString("</urlset>\n")
	return nil
}

// sitemapEntitiesMax bounds the entities listed: the most mentioned of each
// kind.
const sitemapEntitiesMax = 1000

func (s *Site) sitemapEntities(q *request, tags []web.Tag, url func(string, time.Time)) error {
	for _, r := range registers {
		if r.entity == "" {
			continue
		}
		list, err := s.store.Entities(q.Context(), store.EntityFilter{Kind: r.entity, Reviewed: q.reviewed, Limit: sitemapEntitiesMax})
		if err != nil {
			return err
		}
		for _, e := range list {
			for _, t := range tags {
				url(entityAddress(t, e.Kind, e.ID), time.Time{})
			}
		}
	}
	return nil
}
