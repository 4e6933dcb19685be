package site

import (
	"net/http"

	"shanyraq/internal/web"
)

// routes lists every address of the public site. The cache has been asked
// before any of them.
func (s *Site) routes() {
	s.frame.guard = make(chan struct{}, 1)

	t := http.NewServeMux() // under a language: /kk/…, /kk-Latn/…
	t.HandleFunc("GET /{tag}/{$}", s.answer(s.front))
	t.HandleFunc("GET /{tag}/search", s.answer(s.search))
	t.HandleFunc("GET /{tag}/suggest", s.answer(s.suggest))
	t.HandleFunc("GET /{tag}/section/{path...}", s.answer(s.section))
	t.HandleFunc("GET /{tag}/about", s.answer(s.about))
	t.HandleFunc("GET /{tag}/terms", s.answer(s.terms))
	t.HandleFunc("GET /{tag}/reuse/{slug}", s.answer(s.reuse))
	t.HandleFunc("POST /{tag}/reuse/{slug}", s.posted(s.reuseSent))
	t.HandleFunc("GET /{tag}/request/sent", s.answer(s.requestSent))
	t.HandleFunc("GET /{tag}/request/{key}", s.answer(s.asked))
	t.HandleFunc("POST /{tag}/request/{key}", s.posted(s.askedSent))
	t.HandleFunc("GET /{tag}/subscribe", s.answer(s.subscribe))
	t.HandleFunc("POST /{tag}/subscribe", s.posted(s.subscribeSent))
	t.HandleFunc("GET /{tag}/subscribe/sent", s.answer(s.subscribeDone))
	t.HandleFunc("GET /{tag}/subscribe/{token}", s.answer(s.confirmPage))
	t.HandleFunc("POST /{tag}/subscribe/{token}", s.posted(s.confirmSent))
	t.HandleFunc("GET /{tag}/letters/{key}", s.answer(s.ownPage))
	t.HandleFunc("POST /{tag}/letters/{key}", s.posted(s.ownSent))
	t.HandleFunc("GET /{tag}/letters/{key}/stop", s.answer(s.stopPage))
	t.HandleFunc("POST /{tag}/letters/{key}/stop", s.posted(s.stopSent))
	t.HandleFunc("GET /{tag}/grant", s.answer(s.findGrant))
	t.HandleFunc("GET /{tag}/grant/{number}", s.answer(s.grant))
	t.HandleFunc("GET /{tag}/feed.xml", s.answer(s.feed))
	t.HandleFunc("GET /{tag}/feed.atom", s.answer(s.feed))
	t.HandleFunc("GET /{tag}/feed.json", s.answer(s.feed))
	t.HandleFunc("GET /{tag}/record/{$}", s.answer(s.record))
	t.HandleFunc("GET /{tag}/record/coverage", s.answer(s.coverage))
	t.HandleFunc("GET /{tag}/record/map", s.answer(s.mapPage))
	t.HandleFunc("GET /{tag}/record/map.json", s.answer(s.mapPage))
	t.HandleFunc("GET /{tag}/record/network", s.answer(s.network))
	t.HandleFunc("GET /{tag}/record/network.json", s.answer(s.network))
	t.HandleFunc("GET /{tag}/record/pair", s.answer(s.choosePair))
	t.HandleFunc("GET /{tag}/record/pair/{a}/{b}", s.answer(s.pair))
	t.HandleFunc("GET /{tag}/record/series/{area}/{group}", s.answer(s.series))
	t.HandleFunc("GET /{tag}/record/annotations/{article}", s.answer(s.annotations))
	t.HandleFunc("GET /{tag}/record/statement/{id}", s.answer(s.statement))
	t.HandleFunc("GET /{tag}/record/{register}", s.answer(s.register))
	t.HandleFunc("GET /{tag}/record/{register}/{id}", s.answer(s.entity))
	t.HandleFunc("GET /{tag}/{slug}", s.answer(s.article))
	t.HandleFunc("GET /", s.answer(s.elsewhere))

	m := http.NewServeMux()
	for _, tag := range web.Tags() {
		m.Handle("GET /"+tag.Name+"/", t)
		m.Handle("POST /"+tag.Name+"/", t)
	}
	m.HandleFunc("GET /{$}", s.answer(s.home))
	m.HandleFunc("GET /sitemap.xml", s.answer(s.sitemap))
	m.HandleFunc("GET /sitemap-news.xml", s.answer(s.newsSitemap))
	m.HandleFunc("GET /sitemap/{part}", s.answer(s.sitemapPart))
	m.HandleFunc("GET /robots.txt", s.answer(s.robots))
	m.HandleFunc("GET /.well-known/security.txt", s.answer(s.securityText))
	m.HandleFunc("GET /.well-known/tdmrep.json", s.answer(s.tdmRep))
	m.HandleFunc("GET /policies/{place...}", s.answer(s.policy))
	m.HandleFunc("GET /rsl.xml", s.answer(s.rslSite))
	m.HandleFunc("GET /rsl/{article}", s.answer(s.rslArticle))
	m.HandleFunc("GET /healthz", s.health)
	m.Handle("GET /assets/", s.assets)
	s.hubRoutes(m)
	m.HandleFunc("GET /", s.answer(s.elsewhere)) // old addresses, and everything that is not there
	s.mux = m
}
