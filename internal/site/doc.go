// Package site is the public door: front page, sections, articles, search,
// the registers of the record, feeds and the sitemap.
//
// A page is a folder under pages/ with its template and its style; one struct
// is the page's whole input, and pages.go lists the pairs. routes.go lists
// every address. Handlers return an error, and answer.go turns errors into
// answers. The site reads through the store; it writes requests to reuse a
// text and subscriptions, and nothing else. It also puts the letters to
// subscribers into words, because what they follow are its pages (digest.go).
//
//	handler, err := site.New(site.Config{Store: db, Name: "Shanyraq"})
package site
