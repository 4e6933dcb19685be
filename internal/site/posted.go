package site

import (
	"net/http"

	"shanyraq/internal/web"
)

// maxForm bounds what a form of the public site may send, in bytes.
const maxForm = 64 << 10

// posted makes a handler of a POST serve: a form that another site's page sent
// is refused, and so is one larger than a person writes. Its answer is never
// kept.
func (s *Site) posted(h handler) http.HandlerFunc {
	serve := s.answer(func(a *web.Answer, q *request) error {
		a.Private = true
		return h(a, q)
	})
	return func(w http.ResponseWriter, r *http.Request) {
		if err := s.guard.Check(r); err != nil {
			http.Error(w, "This form was sent from a page of another site. Open the page here and send it again.", http.StatusForbidden)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		if err := r.ParseForm(); err != nil {
			http.Error(w, "This form is too large, or damaged. Say it shorter and send it again.", http.StatusBadRequest)
			return
		}
		serve(w, r)
	}
}

// seeOther leads to another page after a form was taken.
func seeOther(a *web.Answer, to string) error {
	a.Status, a.Location, a.Private = http.StatusSeeOther, to, true
	return nil
}
