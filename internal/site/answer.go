package site

import (
	"context"
	"errors"
	"net/http"

	"shanyraq/internal/fault"
	"shanyraq/internal/web"
)

// handler answers one kind of address. What it returns as an error becomes
// an answer in failed, and nowhere else.
type handler func(a *web.Answer, q *request) error

// answer makes a handler serve: the whole answer is built, then sent.
func (s *Site) answer(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), requestTimeout)
		defer cancel()
		version := s.cache.Version()
		a := web.NewAnswer()
		q, err := s.begin(r.WithContext(ctx))
		q.version = version
		if err == nil || s.neutral(r) {
			err = h(a, q)
		}
		if err != nil {
			a = s.failed(q, err)
		}
		q.declareData(a)
		// A page may change without its article: a fact accepted, a section
		// renamed. Whoever asks by time only must learn of that too.
		if !a.Modified.IsZero() && a.Modified.Before(q.since) {
			a.Modified = q.since
		}
		s.cache.Send(w, r, a, version)
	}
}

// neutral reports whether an address has no language in it.
func (s *Site) neutral(r *http.Request) bool { return r.PathValue("tag") == "" }

// failed turns an error into an answer: the one place where that happens.
// People get a page in their language that offers what there is; the cause
// goes to the log.
func (s *Site) failed(q *request, err error) *web.Answer {
	a := web.NewAnswer()
	a.Private = true
	title, what := "missing.internal", "missing.internal.what"
	a.Status = http.StatusInternalServerError
	switch fault.KindOf(err) {
	case fault.NotFound:
		a.Status, title, what = http.StatusNotFound, "missing.title", "missing.what"
	case fault.Invalid, fault.TooLarge, fault.Unsupported:
		a.Status, title, what = http.StatusBadRequest, "missing.invalid", "missing.what"
	case fault.Unavailable:
		a.Status, title, what = http.StatusServiceUnavailable, "missing.unavailable", "missing.unavailable.what"
	}
	if errors.Is(err, context.DeadlineExceeded) {
		a.Status, title, what = http.StatusServiceUnavailable, "missing.unavailable", "missing.unavailable.what"
	}
	if a.Status >= 500 && !errors.Is(err, context.Canceled) {
		s.log.Error("page failed", "path", q.URL.Path, "error", err, "cause", errors.Unwrap(err))
	}
	if q.m == nil { // the database did not even say which languages there are
		t, _ := web.TagOf(web.Negotiate(q.Header.Get("Accept-Language"), []string{"en", "ru", "kk"}))
		q.speak(t)
		q.tags = nil
	}
	var wrong *refusal
	if errors.As(err, &wrong) && !q.wantsPage() {
		return wrong.answer(q, a)
	}
	page := MissingPage{Base: q.base(q.m.T(title), "", here{elsewhere: frontAddress}), What: q.m.T(what), SearchHref: searchAddress(q.tag)}
	page.NoIndex = true
	if s.cfg.Static {
		page.SearchHref = ""
	}
	if wrong != nil {
		page.What = wrong.words
		page.OfferWords = q.m.T("search.try")
		page.Offers = []Offer{{Href: q.URL.Path, Title: q.m.T("register.clear")}}
	}
	var m *missing
	if errors.As(err, &m) {
		page.Offers, page.OfferWords = m.offers, m.words
		if m.what != "" {
			page.What = m.what
		}
	}
	page.Data = pageData(page.Base, "WebPage")
	a.Language = q.tag.Name
	if err := s.views.missing.Render(a.Body, page); err != nil {
		a.Body.Reset()
		a.Type = "text/plain; charset=utf-8"
		a.Body.WriteString(q.m.T(title))
		s.log.Error("page failed", "path", q.URL.Path, "error", err)
	}
	return a
}

// missing is a page that is not there, with what there is instead.
type missing struct {
	what, words string
	offers      []Offer
}

func (m *missing) Error() string { return "there is no such page" }

// Unwrap gives the kind.
func (m *missing) Unwrap() error { return fault.New(fault.NotFound, "there is no such page") }

// show renders a page into the answer.
func show[T any](a *web.Answer, q *request, v *web.View[T], page T) error {
	a.Language = q.tag.Name
	return v.Render(a.Body, page)
}
