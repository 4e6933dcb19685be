// Package web is what the doors share: languages and scripts a page can be
// in, the wording of the interface, the layout and its parts, assets under
// content hashes, the page cache and the security headers.
//
//	view := web.NewView[FrontPage](set, "front")
//	err := view.Render(w, FrontPage{Base: base, Lead: lead})
//
// What a page says is the doors' business (see package site); web knows how a
// page is made and sent. Words of the interface live in locale/*.txt, which
// people who know the language can edit.
package web
