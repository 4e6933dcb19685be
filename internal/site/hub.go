package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/store"
)

// Hub makes the site a WebSub hub of its own feeds.
type Hub struct {
	Path  string      // where it is
	Guard hooks.Guard // of the callbacks that it sends to
}

// maxHubForm bounds what a request to the hub may send, in bytes: two
// addresses, a secret and a little more.
const maxHubForm = 8 << 10

// The hub answers at once and asks the subscriber afterwards; so many requests
// an hour it takes from one network address, and for callbacks at one host. A
// reader of every feed of a language in three scripts asks 27 times.
const (
	hubAsks     = 240
	hubHostAsks = 240
)

// hubRoutes adds the hub's address, where there is one.
func (s *Site) hubRoutes(m *http.ServeMux) {
	if s.cfg.Hub == nil || s.cfg.Static {
		return
	}
	s.hubAsks, s.hubHosts = limit{burst: hubAsks, per: time.Hour}, limit{burst: hubHostAsks, per: time.Hour}
	m.HandleFunc("POST "+s.cfg.Hub.Path, s.hub)
	m.HandleFunc("GET "+s.cfg.Hub.Path, func(w http.ResponseWriter, _ *http.Request) {
		plainly(w, http.StatusOK, "This is the WebSub hub of this site's feeds of articles. To subscribe, POST hub.mode, hub.topic (a feed's address as its rel=self says) and hub.callback; see https://www.w3.org/TR/websub/.")
	})
}

// hub takes a request to subscribe or to end a subscription (WebSub, section
// 5.1). Whether it was the subscriber's own is asked by a job, so the answer
// does not depend on what he says.
func (s *Site) hub(w http.ResponseWriter, r *http.Request) {
	err := s.hubAsked(w, r)
	if err == nil {
		plainly(w, http.StatusAccepted, "The callback will be asked whether it wants this.")
		return
	}
	status := http.StatusBadRequest
	switch fault.KindOf(err) {
	case fault.NotFound:
		status = http.StatusNotFound
	case fault.TooMany:
		status = http.StatusTooManyRequests
		w.Header().Set("Retry-After", "3600")
	case fault.Forbidden:
		status = http.StatusForbidden
	case fault.TooLarge:
		status = http.StatusRequestEntityTooLarge
	case fault.Unsupported:
		status = http.StatusUnsupportedMediaType
	case fault.Internal, fault.Unavailable:
		s.log.Error("the hub failed", "error", err)
		plainly(w, http.StatusServiceUnavailable, "The hub cannot take this now; try again later.")
		return
	}
	plainly(w, status, err.Error())
}

func (s *Site) hubAsked(w http.ResponseWriter, r *http.Request) error {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/x-www-form-urlencoded" {
		return fault.New(fault.Unsupported, "a request to the hub is a form").Hint("send it as application/x-www-form-urlencoded")
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxHubForm)
	if err := r.ParseForm(); err != nil {
		return fault.Wrap(err, fault.TooLarge, "the form is damaged, or larger than %d bytes", maxHubForm)
	}
	q, err := s.cfg.Hub.Guard.ParseRequest(r.PostForm)
	if err != nil {
		return err
	}
	if !s.hubAsks.take(asker(r), s.now()) {
		return fault.New(fault.TooMany, "too many requests from one address").Hint("wait an hour")
	}
	to, err := url.Parse(q.Callback)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "hub.callback is no address")
	}
	if !s.hubHosts.take(strings.ToLower(to.Hostname()), s.now()) {
		return fault.New(fault.TooMany, "too many requests for callbacks at one host").Hint("wait an hour")
	}
	path, ours := strings.CutPrefix(q.Topic, s.cfg.Origin)
	if ours && q.Mode == hooks.Subscribe {
		if ours, err = s.isTopic(r.Context(), path); err != nil {
			return err
		}
	}
	if !ours {
		return fault.New(fault.NotFound, "hub.topic is no feed of articles of this site").Hint("give the address that the feed's own rel=self says")
	}
	payload, err := json.Marshal(q)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(q.Topic + "\n" + q.Callback))
	return s.store.Update(r.Context(), func(tx *store.Tx) error {
		return tx.Enqueue(store.VerifyJob, hex.EncodeToString(sum[:16]), string(payload), 0)
	})
}

// isTopic reports whether a path is that of a feed which a hub tells of, as
// the feed itself writes it.
func (s *Site) isTopic(ctx context.Context, path string) (bool, error) {
	around, err := s.around(ctx)
	if err != nil {
		return false, err
	}
	for _, tag := range around.tags {
		for _, form := range feedForms {
			if path == escaped(feedAddress(tag, form.name)) {
				return true, nil
			}
			for _, section := range around.sections {
				if path == escaped(sectionFeedAddress(tag, section.Path, form.name)) {
					return true, nil
				}
			}
		}
	}
	return false, nil
}

// plainly answers a program in words.
func plainly(w http.ResponseWriter, status int, words string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	w.Write([]byte(words + "\n"))
}

// Feed gives a feed as whoever asks its address gets it; fault.NotFound where
// there is none.
func (s *Site) Feed(ctx context.Context, path string) (contentType string, body []byte, err error) {
	u, err := url.Parse(s.cfg.Origin + path)
	if err != nil {
		return "", nil, fault.Wrap(err, fault.NotFound, "%q is no address", path)
	}
	r := (&http.Request{
		Method: http.MethodGet, URL: &url.URL{Path: u.Path, RawPath: u.RawPath}, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{}, Body: http.NoBody,
		Host: u.Host, RequestURI: u.RequestURI(), RemoteAddr: "127.0.0.1:0",
	}).WithContext(ctx)
	w := &kept{header: http.Header{}, status: http.StatusOK}
	s.ServeHTTP(w, r)
	switch w.status {
	case http.StatusOK:
		return w.header.Get("Content-Type"), w.body.Bytes(), nil
	case http.StatusNotFound:
		return "", nil, fault.New(fault.NotFound, "there is no feed at %s", path)
	}
	return "", nil, fault.New(fault.Unavailable, "the feed at %s cannot be made now: status %d", path, w.status)
}

// kept is an answer that is kept instead of sent.
type kept struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (k *kept) Header() http.Header         { return k.header }
func (k *kept) WriteHeader(status int)      { k.status = status }
func (k *kept) Write(b []byte) (int, error) { return k.body.Write(b) }
