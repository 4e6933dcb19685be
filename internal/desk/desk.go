package desk

import (
	"context"
	"embed"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"shanyraq/internal/hooks"
	"shanyraq/internal/media"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// Prefix is where the desk is.
const Prefix = "/desk/"

//go:embed pages parts assets locale faults reasons
var files embed.FS

// Config is what a desk needs.
type Config struct {
	Store *store.Store
	Name  map[string]string // names of the site by language that win over those kept in the store
	// Contact, where it is set, wins over the address for security.txt that is
	// kept in the store.
	Contact string
	Origin  string // "https://example.org"; from the request where empty
	Data    string // the site's folder on disk
	// Demo lets whoever asks from this machine itself in as the demo's editor.
	Demo bool
	OIDC OIDC // the institution's identity provider; zero for none
	Dev  bool // read templates, styles and scripts from disk
	Log  *slog.Logger
	Now  func() time.Time // the clock; the store's where nil
	// Guard says which addresses webhooks may go to; Hubs are the WebSub hubs
	// that are told of feeds, OwnHub whether one is our own.
	Guard  hooks.Guard
	Hubs   []string
	OwnHub bool
	// Preview makes the public page of a text that is not public yet.
	Preview Previewer
	// Blobs keeps pictures, Pictures makes them ready; a folder in Data and
	// this process where nil.
	Blobs    media.Blobs
	Pictures PictureMaker
}

// Desk answers for everything under Prefix.
type Desk struct {
	cfg       Config
	store     *store.Store
	log       *slog.Logger
	messages  map[string]*web.Messages
	languages []string                     // that the desk speaks, in order
	faults    map[string]map[string]string // translations of errors, by language and English format
	reasons   map[string][]spoken          // translations of the record's reasons, by language
	assets    *web.Assets
	views     views
	mux       *http.ServeMux
	guard     *http.CrossOriginProtection
	oidc      *provider // nil for none
	siteTags  siteLanguages
}

// New makes the desk; it asks the store nothing yet.
func New(cfg Config) (*Desk, error) {
	d := &Desk{cfg: cfg, store: cfg.Store, log: cfg.Log}
	if d.cfg.Blobs == nil {
		d.cfg.Blobs = media.Folder(filepath.Join(cfg.Data, "media"))
	}
	if d.cfg.Pictures == nil {
		d.cfg.Pictures = func(_ context.Context, data []byte) (media.Picture, error) { return media.Make(data) }
	}
	if d.log == nil {
		d.log = slog.Default()
	}
	if d.cfg.Now == nil && cfg.Store != nil {
		d.cfg.Now = func() time.Time { return cfg.Store.Now() }
	}
	var all fs.FS = files
	if cfg.Dev {
		all = os.DirFS("internal/desk")
	}
	sub := func(name string) fs.FS { f, _ := fs.Sub(all, name); return f }
	var err error
	if d.messages, err = web.Extend(all); err != nil {
		return nil, err
	}
	if d.faults, err = loadFaults(all); err != nil {
		return nil, err
	}
	if d.reasons, err = loadReasons(all); err != nil {
		return nil, err
	}
	for _, t := range web.Tags() {
		if d.messages[t.Name] != nil {
			d.languages = append(d.languages, t.Name)
		}
	}
	if d.assets, err = web.MoreAssets(Prefix+"assets/", sub("assets"), sub("parts"), sub("pages")); err != nil {
		return nil, err
	}
	if d.views, err = newViews(web.NewViews(sub("parts"), sub("pages"), cfg.Dev)); err != nil {
		return nil, err
	}
	d.guard = http.NewCrossOriginProtection()
	if cfg.Origin != "" {
		if err := d.guard.AddTrustedOrigin(cfg.Origin); err != nil {
			return nil, err
		}
	}
	if cfg.OIDC.Issuer != "" {
		d.oidc = &provider{cfg: cfg.OIDC}
	}
	d.mux = http.NewServeMux()
	for _, r := range d.routes() {
		d.mux.HandleFunc(r.method+" "+strings.TrimSuffix(Prefix, "/")+r.path, d.answer(r))
	}
	d.mux.Handle("GET "+Prefix+"assets/", d.assets)
	return d, nil
}

// ServeHTTP answers. A form sent from another site is refused.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	if err := d.guard.Check(r); err != nil {
		http.Error(w, "this form was sent from another site; open the desk itself and send it again", http.StatusForbidden)
		return
	}
	if _, pattern := d.mux.Handler(r); pattern == "" {
		d.nowhere(w, r)
		return
	}
	d.mux.ServeHTTP(w, r)
}

// policy is the content security policy of the desk: nothing inline, nothing
// from elsewhere, and no text becomes HTML but through the editor's own
// clipboard parser.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' blob:; " +
	"connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
	"require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard"

func secure(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
}
