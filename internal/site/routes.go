package site

import "net/http"

// routes lists every address of the public site. The cache has been asked
// before any of them.
func (s *Site) routes() {
	s.frame.guard = make(chan struct{}, 1)
	m := http.NewServeMux()
	s.mux = m

	m.HandleFunc("GET /{$}", s.answer(s.home))
	m.HandleFunc("GET /{tag}/{$}", s.answer(s.front))
	m.HandleFunc("GET /{tag}/search", s.answer(s.search))
	m.HandleFunc("GET /{tag}/section/{path...}", s.answer(s.section))
	m.HandleFunc("GET /{tag}/about", s.answer(s.about))
	m.HandleFunc("GET /{tag}/terms", s.answer(s.terms))
	m.HandleFunc("GET /{tag}/feed.xml", s.answer(s.feed))
	m.HandleFunc("GET /{tag}/feed.atom", s.answer(s.feed))
	m.HandleFunc("GET /{tag}/feed.json", s.answer(s.feed))

	m.HandleFunc("GET /{tag}/record/{$}", s.answer(s.record))
	m.HandleFunc("GET /{tag}/record/coverage", s.answer(s.coverage))
	m.HandleFunc("GET /{tag}/record/{register}", s.answer(s.register))
	m.HandleFunc("GET /{tag}/record/{register}/{id}", s.answer(s.entity))

	m.HandleFunc("GET /{tag}/{slug}", s.answer(s.article))
	m.HandleFunc("GET /", s.answer(s.elsewhere)) // old addresses, and everything that is not there

	m.HandleFunc("GET /sitemap.xml", s.answer(s.sitemap))
	m.HandleFunc("GET /sitemap/{part}", s.answer(s.sitemapPart))
	m.HandleFunc("GET /robots.txt", s.answer(s.robots))
	m.HandleFunc("GET /.well-known/security.txt", s.answer(s.securityText))
	m.HandleFunc("GET /healthz", s.health)
	m.Handle("GET /assets/", s.assets)
}
