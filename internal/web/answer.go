package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Answer is a whole answer, built before its first byte is sent, so that an
// error half way through a page never leaves half a page.
type Answer struct {
	Status   int    // 200 where zero
	Type     string // Content-Type; HTML where empty
	Language string // Content-Language
	Modified time.Time
	Location string   // of a redirect
	Vary     string   // beside Accept-Encoding
	Next     string   // address of the rest of a long list, for the Link header
	Self     string   // whole address of a feed, for the same header
	Hubs     []string // that tell of changes to it (WebSub), there too
	Mining   string   // tdm-reservation: "0", "1", or empty for nothing said
	Policy   string   // tdm-policy: an address, or empty
	// Private keeps the answer out of the cache.
	Private bool
	// Pictures lets the page make images of its own drawings; see
	// PicturePolicy.
	Pictures bool
	// Shown, where not nil, is told to Cache.Shown each time the answer is
	// given to somebody.
	Shown any
	Body  *bytes.Buffer
}

// NewAnswer takes a buffer for the body from the pool; Cache.Send gives it
// back.
func NewAnswer() *Answer {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return &Answer{Body: b}
}

var buffers = sync.Pool{New: func() any { return bytes.NewBuffer(make([]byte, 0, 64<<10)) }}

// largestKept is the capacity up to which a buffer goes back into the pool.
const largestKept = 1 << 20

func (a *Answer) release() {
	if a.Body.Cap() <= largestKept {
		buffers.Put(a.Body)
	}
	a.Body = nil
}

const htmlType = "text/html; charset=utf-8"

// Policy is the content security policy of every page: nothing inline,
// nothing from elsewhere.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// PicturePolicy is that of pages with pictures: to save a drawing as PNG, the
// script has the browser draw it from an address that only this page can
// make and see ("blob:"). What such an image holds is never loaded from
// elsewhere, and it runs no script.
var PicturePolicy = strings.Replace(Policy, "img-src 'self'", "img-src 'self' blob:", 1)

// The values of headers that are the same on every answer, made once: a
// header map takes the slices as they are.
var (
	policyHeader  = []string{Policy}
	pictureHeader = []string{PicturePolicy}
	nosniffHeader = []string{"nosniff"}
	varyHeader    = []string{"Accept-Encoding"}
	revalidate    = []string{"no-cache"}
	gzipHeader    = []string{"gzip"}
	zstdHeader    = []string{"zstd"}
)

// encoding numbers the forms in which a body is kept.
type encoding int

const (
	plain encoding = iota
	gzipped
	zstandard
	encodings
)

// sent is an answer ready to go: header values made, body compressed once
// for each encoding that somebody asked for.
type sent struct {
	status   int
	version  uint64 // of the store when it was made
	ctype    []string
	language []string
	etag     []string
	modified []string
	location []string
	link     []string
	mining   []string
	policy   []string
	html     bool
	pictures bool
	vary     []string
	body     [encodings][]byte
	length   [encodings][]string
	once     [encodings]sync.Once
	packs    bool // compression pays
	shown    any  // see Answer.Shown
}

// seal makes the answer ready. The buffer may be reused afterwards.
func (a *Answer) seal(version uint64) *sent {
	body := bytes.Clone(a.Body.Bytes())
	sum := sha256.Sum256(body)
	s := &sent{status: a.Status, version: version, ctype: []string{a.Type}, packs: len(body) > 512, shown: a.Shown, pictures: a.Pictures}
	if s.status == 0 {
		s.status = http.StatusOK
	}
	if a.Type == "" {
		s.ctype = []string{htmlType}
	}
	s.html = s.ctype[0] == htmlType
	s.vary = varyHeader
	if a.Vary != "" {
		s.vary = []string{"Accept-Encoding, " + a.Vary}
	}
	if a.Language != "" {
		s.language = []string{a.Language}
	}
	if !a.Modified.IsZero() {
		s.modified = []string{a.Modified.UTC().Format(http.TimeFormat)}
	}
	if a.Location != "" {
		s.location = []string{a.Location}
	}
	s.link = a.links()
	if a.Mining != "" {
		s.mining = []string{a.Mining}
	}
	if a.Policy != "" {
		s.policy = []string{a.Policy}
	}
	s.etag = []string{`W/"` + hex.EncodeToString(sum[:9]) + `"`}
	s.body[plain] = body
	s.length[plain] = []string{strconv.Itoa(len(body))}
	return s
}

// links gives the Link header (RFC 8288); nil where there is nothing to link to.
func (a *Answer) links() []string {
	var all []string
	add := func(rel, to string) {
		if to != "" {
			all = append(all, "<"+to+`>; rel="`+rel+`"`)
		}
	}
	for _, hub := range a.Hubs {
		add("hub", hub)
	}
	add("self", a.Self)
	add("next", a.Next)
	if all == nil {
		return nil
	}
	return []string{strings.Join(all, ", ")}
}

var zstdEncoder = sync.OnceValue(func() *zstd.Encoder {
	e, _ := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(128<<10))
	return e
})

// in gives the body in an encoding, compressing it the first time.
func (s *sent) in(e encoding) ([]byte, []string) {
	s.once[e].Do(func() {
		switch e {
		case gzipped:
			var z bytes.Buffer
			w, _ := gzip.NewWriterLevel(&z, 6)
			w.Write(s.body[plain])
			w.Close()
			s.body[e] = z.Bytes()
		case zstandard:
			s.body[e] = zstdEncoder().EncodeAll(s.body[plain], nil)
		}
		s.length[e] = []string{strconv.Itoa(len(s.body[e]))}
	})
	return s.body[e], s.length[e]
}

// send writes the answer. Its headers are few on purpose: beyond eight, the
// map that holds them grows, which a tenth of the time of a cached page goes
// to. What HTML can say itself (its language, the referrer policy) is in the
// page. It answers 304 where the asker has the page.
func (s *sent) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h["Content-Type"] = s.ctype
	h["Cache-Control"] = revalidate
	h["Vary"] = s.vary
	h["Etag"] = s.etag
	h["X-Content-Type-Options"] = nosniffHeader
	if s.html {
		h["Content-Security-Policy"] = policyHeader
		if s.pictures {
			h["Content-Security-Policy"] = pictureHeader
		}
	}
	if s.language != nil && !s.html { // a page says it in its first tag
		h["Content-Language"] = s.language
	}
	if s.modified != nil {
		h["Last-Modified"] = s.modified
	}
	if s.link != nil {
		h["Link"] = s.link
	}
	if s.location != nil {
		h["Location"] = s.location
	}
	if s.mining != nil {
		h["Tdm-Reservation"] = s.mining
	}
	if s.policy != nil {
		h["Tdm-Policy"] = s.policy
	}
	if s.status == http.StatusOK && s.fresh(r) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	e := plain
	if s.packs {
		e = accepted(r.Header["Accept-Encoding"])
	}
	switch e {
	case gzipped:
		h["Content-Encoding"] = gzipHeader
	case zstandard:
		h["Content-Encoding"] = zstdHeader
	}
	body, length := s.in(e)
	h["Content-Length"] = length
	if s.status != http.StatusOK {
		w.WriteHeader(s.status)
	}
	w.Write(body)
}

// fresh reports whether the asker's validators (RFC 9110, section 13) still
// hold; If-None-Match goes before If-Modified-Since.
func (s *sent) fresh(r *http.Request) bool {
	if tags := r.Header["If-None-Match"]; len(tags) > 0 {
		opaque := strings.TrimPrefix(s.etag[0], "W/")
		return strings.Contains(tags[0], opaque) || tags[0] == "*"
	}
	if since := r.Header["If-Modified-Since"]; len(since) > 0 && s.modified != nil {
		return since[0] == s.modified[0]
	}
	return false
}

// accepted picks the encoding: zstd, then gzip, then none. An encoding with
// weight 0 is refused by its asker.
func accepted(header []string) encoding {
	if len(header) == 0 {
		return plain
	}
	h := header[0]
	if takes(h, "zstd") {
		return zstandard
	}
	if takes(h, "gzip") {
		return gzipped
	}
	return plain
}

func takes(header, coding string) bool {
	i := strings.Index(header, coding)
	if i < 0 {
		return false
	}
	rest := header[i+len(coding):]
	if j := strings.IndexByte(rest, ','); j >= 0 {
		rest = rest[:j]
	}
	return rest == "" || quality(strings.TrimPrefix(strings.TrimSpace(rest), ";")) > 0
}
