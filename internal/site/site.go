package site

import (
	"context"
	"html/template"
	"log/slog"
	"maps"
	"net/http"
	"os"
	"strings"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/audience"
	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// Config is what a site needs.
type Config struct {
	Store  *store.Store
	Name   map[string]string // names by language that win over those kept in the store
	Origin string            // "https://example.org"; from the request where empty
	Here   string            // where letters lead that no page has caused, where Origin is empty
	// CacheBytes bounds the page cache; 0 keeps no pages.
	CacheBytes int
	Dev        bool // read templates, styles and scripts from disk
	Log        *slog.Logger
	Contact    string            // for security.txt: an address with its scheme
	Now        func() time.Time  // the clock; time.Now where nil
	Views      *audience.Counter // of what is read; nil counts nothing
	Hubs       []string          // addresses of the WebSub hubs that are told when feeds of articles change
	Hub        *Hub              // the site's own, one of Hubs; nil for none
	Static     bool              // the pages become files: nothing that only a live site can answer is offered
}

// Site answers for the public site.
type Site struct {
	cfg    Config
	store  *store.Store
	views  views
	shared *web.Views
	assets *web.Assets
	cache  *web.Cache
	mux    *http.ServeMux
	log    *slog.Logger
	frame  frame

	choices   memo[[]Choice]
	names     orders // entities of a kind in order of name
	countMemo memo[map[string]int]
	parts     memo[template.HTML]
	entityOf  shelf[store.Entity]
	cardOf    shelf[store.Card]
	pairMemo  memo[[]store.PairDay]
	partMemo  memo[[]store.Part]
	textOf    shelf[string] // the plain text of a revision, for snippets
	facts     memo[[]Entry]
	media     memo[store.Medium] // by hash

	guard *http.CrossOriginProtection // of forms
	asks  limit                       // how often one address may send one

	hubAsks, hubHosts limit // requests to the hub, by who asks and by host of the callback
}

// New makes the site; it reads templates and assets and asks the store
// nothing yet.
func New(cfg Config) (*Site, error) {
	s := &Site{cfg: cfg, store: cfg.Store, log: cfg.Log}
	if s.log == nil {
		s.log = slog.Default()
	}
	pageFS := pages()
	if cfg.Dev {
		pageFS = os.DirFS("internal/site/pages")
	}
	assets, shared, vs, err := prepare(pageFS, cfg.Dev)
	if err != nil {
		return nil, err
	}
	s.assets, s.shared, s.views = assets, shared, vs
	s.entityOf.size, s.cardOf.size, s.textOf.size = 20_000, 10_000, 2_000
	s.cache = web.NewCache(0, func() uint64 { return 0 })
	if cfg.Store != nil {
		s.cache = web.NewCache(cfg.CacheBytes, cfg.Store.Version)
	}
	if cfg.Views != nil {
		s.cache.Shown = func(r *http.Request, what any) {
			v := what.(audience.View)
			cfg.Views.Answered(v.Article, v.Tag, r, s.now())
		}
	}
	s.guard = http.NewCrossOriginProtection()
	if cfg.Origin != "" {
		if err := s.guard.AddTrustedOrigin(cfg.Origin); err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "%q is no origin", cfg.Origin).Hint("write it as https://news.example.org")
		}
	}
	// A mail program stops letters from wherever it is (RFC 8058). Whoever has
	// the address may: it is in nobody's hands but the subscriber's.
	s.guard.AddInsecureBypassPattern("POST /{tag}/letters/{key}/stop")
	s.asks = limit{burst: 8, per: time.Hour}
	s.routes()
	return s, nil
}

// ServeHTTP answers from the cache where it can: that path does nothing
// else, because nearly every request takes it.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.cache.Serve(w, r) {
		return
	}
	if s.cfg.Dev && strings.HasPrefix(r.URL.Path, web.AssetPrefix) {
		s.devAssets().ServeHTTP(w, r)
		return
	}
	s.mux.ServeHTTP(w, r)
}

// nameless is the name of a site that nobody has named.
var nameless = map[string]string{"en": "Shanyraq", "ru": "Шанырак", "kk": "Шаңырақ"}

// called gives the site's names by language as they are now: those of the
// configuration, then those kept in the store.
func (s *Site) called() map[string]string {
	var kept map[string]string
	if s.store != nil {
		ctx, cancel := context.WithTimeout(context.Background(), requestTimeout)
		defer cancel()
		var err error
		if kept, err = s.store.Called(ctx); err != nil {
			s.log.Error("the site's name cannot be read", "error", err)
		}
	}
	switch {
	case len(kept) == 0 && len(s.cfg.Name) == 0:
		return nameless
	case len(s.cfg.Name) == 0:
		return kept
	case len(kept) == 0:
		return s.cfg.Name
	}
	both := maps.Clone(kept)
	maps.Copy(both, s.cfg.Name)
	return both
}

// name gives the site's name in a language, else in another that it has.
func (s *Site) name(tag web.Tag) string {
	name, language := rights.In(s.called(), tag.Language)
	return inScript{tag: tag}.text(language, name)
}

// frame is what stands around every page and changes only with the store:
// which languages there are, and the sections.
type frame struct {
	guard   chan struct{}
	version uint64
	around
}

// around is what stands around every page.
type around struct {
	tags     []web.Tag
	sections []article.Section
	forms    forms
	reviewed bool            // policy: only what a person has accepted is shown
	terms    rights.Resolved // of the site as a whole
	since    time.Time       // when this state of the content was first seen: pages are not older
}

// around gives the languages the site has texts in, in order of display, and
// its sections. Before anything is published it speaks every language.
func (s *Site) around(ctx context.Context) (around, error) {
	version := s.cache.Version()
	f := &s.frame
	f.guard <- struct{}{}
	defer func() { <-f.guard }()
	if f.tags != nil && f.version == version {
		return f.around, nil
	}
	counts, err := s.store.Languages(ctx)
	if err != nil {
		return around{}, err
	}
	sections, err := s.store.Sections(ctx)
	if err != nil {
		return around{}, err
	}
	var tags []web.Tag
	for _, t := range web.Spoken() {
		if counts[t.Language] > 0 || len(counts) == 0 {
			tags = append(tags, t)
		}
	}
	if len(tags) == 0 { // texts only in languages the interface does not speak
		tags = web.Spoken()
	}
	for i := range tags {
		if tags[i], err = s.inAlphabet(ctx, tags[i]); err != nil {
			return around{}, err
		}
	}
	forms, err := s.readForms(ctx)
	if err != nil {
		return around{}, err
	}
	policy, err := s.store.Setting(ctx, "publish")
	if err != nil {
		return around{}, err
	}
	terms, err := s.store.ResolveTerms(ctx, "", 0)
	if err != nil {
		return around{}, err
	}
	f.version, f.around = version, around{tags: tags, sections: sections, forms: forms, reviewed: policy == "accepted", terms: terms, since: s.now()}
	return f.around, nil
}

// requestTimeout bounds the work for one page.
const requestTimeout = 10 * time.Second
