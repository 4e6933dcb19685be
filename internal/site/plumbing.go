package site

import (
	"context"
	"net/http"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// health answers 200 when the site can be read and written.
func (s *Site) health(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if err := s.store.Ping(ctx); err != nil {
		s.log.Error("not healthy", "error", err)
		w.WriteHeader(http.StatusServiceUnavailable)
		w.Write([]byte(fault.KindOf(err).String() + "\n"))
		return
	}
	w.Write([]byte("ok\n"))
}

// robots lets everyone read everything but lists under questions, which are
// without end, and private pages; it names the licence (RSL 1.0, section 4.4).
func (s *Site) robots(a *web.Answer, q *request) error {
	a.Type = "text/plain; charset=utf-8"
	a.Body.WriteString("License: " + q.origin() + "/rsl.xml\n\nUser-agent: *\nDisallow: /*?*after=\nDisallow: /*/request/\nDisallow: /*/subscribe/\nDisallow: /*/letters/\n\nSitemap: " + q.origin() + "/sitemap.xml\nSitemap: " + q.origin() + "/sitemap-news.xml\n")
	return nil
}

// securityText says where to report a hole (RFC 9116).
func (s *Site) securityText(a *web.Answer, q *request) error {
	contact := s.cfg.Contact
	if contact == "" {
		var err error
		if contact, err = s.store.Setting(q.Context(), store.ContactSetting); err != nil {
			return err
		}
	}
	if contact == "" {
		return q.nothing()
	}
	a.Type = "text/plain; charset=utf-8"
	// A year is the longest that the RFC recommends; begun anew each month.
	now := s.now()
	expires := time.Date(now.Year(), now.Month()+11, 1, 0, 0, 0, 0, time.UTC)
	a.Body.WriteString("Contact: " + contact + "\nExpires: " + expires.Format(time.RFC3339) + "\nPreferred-Languages: en, ru, kk\nCanonical: " + q.origin() + "/.well-known/security.txt\n")
	return nil
}
