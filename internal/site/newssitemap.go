package site

import (
	"encoding/xml"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// The bounds of a news sitemap, by Google's rules for publishers: articles of
// the last two days, at most a thousand.
const (
	newsAge  = 48 * time.Hour
	newsMost = 1000
)

type newsMap struct {
	XMLName xml.Name  `xml:"urlset"`
	Space   string    `xml:"xmlns,attr"`
	News    string    `xml:"xmlns:news,attr"`
	URLs    []newsURL `xml:"url"`
}

type newsURL struct {
	Location    string `xml:"loc"`
	Publication struct {
		Name     string `xml:"news:name"`
		Language string `xml:"news:language"`
	} `xml:"news:news>news:publication"`
	Published string `xml:"news:news>news:publication_date"`
	Title     string `xml:"news:news>news:title"`
}

// newsSitemap lists the articles of the last two days in the languages they
// were written in; their script variants are in the other sitemap. What is in
// it changes with the hour, so no cache keeps it.
func (s *Site) newsSitemap(a *web.Answer, q *request) error {
	out := newsMap{Space: "http://www.sitemaps.org/schemas/sitemap/0.9", News: "http://www.google.com/schemas/sitemap-news/0.9"}
	since := s.now().Add(-newsAge)
	for _, t := range q.tags {
		if t.Variant() || len(out.URLs) == newsMost {
			continue
		}
		cards, err := s.store.Articles(q.Context(), store.ArticleFilter{Language: t.Language, From: since, Limit: newsMost - len(out.URLs)})
		if err != nil {
			return err
		}
		for _, c := range cards {
			u := newsURL{Location: q.origin() + articleAddress(t, c.Slug), Published: c.Published.Format(time.RFC3339), Title: c.Title}
			u.Publication.Name, u.Publication.Language = s.name(t), t.Language
			out.URLs = append(out.URLs, u)
		}
	}
	a.Type, a.Private = "application/xml; charset=utf-8", true
	return writeXML(a, out)
}
