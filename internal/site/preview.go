package site

import (
	"net/http"
	"net/url"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// Preview gives the page of a text as the public would see it in a language
// or script, whatever the article's state. It keeps nothing in the cache and
// asks nobody whether the asker may see it: the desk does.
func (s *Site) Preview(r *http.Request, tag string, card store.Card, rev article.Revision) ([]byte, error) {
	t, ok := web.TagOf(tag)
	if !ok || t.Language != card.Language {
		return nil, fault.New(fault.NotFound, "the site does not show %s texts in %q", card.Language, tag)
	}
	r = r.Clone(r.Context())
	r.URL = &url.URL{Path: articleAddress(t, card.Slug)}
	r.SetPathValue("tag", t.Name)
	q, err := s.begin(r)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	q.speak(t) // also where nothing is public in that language yet
	q.script = q.forms.in(t, card.ID)
	q.version = s.cache.Version()
	at, err := q.hereIs(card)
	if err != nil {
		return nil, err
	}
	notes, err := s.store.Told(r.Context(), card.ID)
	if err != nil {
		return nil, err
	}
	page, err := q.articlePage(card, rev, nil, notes, at)
	if err != nil {
		return nil, err
	}
	page.NoIndex = true
	a := web.NewAnswer()
	if err := show(a, q, s.views.article, page); err != nil {
		return nil, err
	}
	return append([]byte(nil), a.Body.Bytes()...), nil
}
