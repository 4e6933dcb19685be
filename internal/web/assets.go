package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
)

//go:embed assets/*.css assets/*.js assets/*.svg assets/fonts/*.woff2
var assetFiles embed.FS

// Assets are the files a page needs: one style sheet, one script, fonts and
// drawings, each at an address with the hash of its content, so that a
// browser may keep it for ever.
type Assets struct {
	prefix string
	files  map[string]asset // by address
	names  map[string]string
	heads  map[string]string // the asset part of a head, by script
}

type asset struct {
	header http.Header
	body   []byte
	zipped []byte // nil where compression does not pay
}

// AssetPrefix is where assets are served.
const AssetPrefix = "/assets/"

// contentTypes are those of the kinds of asset there are.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".woff2": "font/woff2",
}

// NewAssets reads the assets: files of the folder root, and the styles of
// parts and pages, which become one sheet. A nil root or parts stands for
// the built-in one.
func NewAssets(root, parts, pages fs.FS) (*Assets, error) {
	if root == nil {
		root, _ = fs.Sub(assetFiles, "assets")
	}
	if parts == nil {
		parts, _ = fs.Sub(partFiles, "parts")
	}
	return newAssets(AssetPrefix, []fs.FS{root}, parts, pages)
}

// MoreAssets makes the assets of another door: the built-in ones and those of
// the folder more, at addresses under a prefix of their own.
func MoreAssets(prefix string, more, parts, pages fs.FS) (*Assets, error) {
	root, _ := fs.Sub(assetFiles, "assets")
	return newAssets(prefix, []fs.FS{root, more}, parts, pages)
}

func newAssets(prefix string, roots []fs.FS, parts, pages fs.FS) (*Assets, error) {
	a := &Assets{prefix: prefix, files: map[string]asset{}, names: map[string]string{}, heads: map[string]string{}}
	for _, root := range roots {
		if err := a.addAll(root); err != nil {
			return nil, err
		}
	}
	sheet, err := a.sheet(roots, parts, pages)
	if err != nil {
		return nil, err
	}
	a.add("site.css", sheet)
	for _, script := range []string{"Latn", "Cyrl", "Arab"} {
		a.heads[script] = a.head(script)
	}
	return a, nil
}

// addAll adds the fonts, drawings and scripts of a folder.
func (a *Assets) addAll(root fs.FS) error {
	for _, pattern := range []string{"fonts/*.woff2", "*.svg", "*.js"} {
		names, err := fs.Glob(root, pattern)
		if err != nil {
			return err
		}
		for _, name := range names {
			b, err := fs.ReadFile(root, name)
			if err != nil {
				return err
			}
			a.add(name, b)
		}
	}
	return nil
}

// sheet joins the base styles, the parts' and the pages' styles, and sets the
// hashed addresses of fonts and drawings into it.
func (a *Assets) sheet(roots []fs.FS, parts, pages fs.FS) ([]byte, error) {
	type source struct {
		files   fs.FS
		pattern string
	}
	var sources []source
	for _, root := range roots {
		sources = append(sources, source{root, "*.css"})
	}
	var all bytes.Buffer
	for _, src := range append(sources, source{parts, "*.css"}, source{pages, "*/*.css"}) {
		names, err := fs.Glob(src.files, src.pattern)
		if err != nil {
			return nil, err
		}
		slices.Sort(names)
		for _, name := range names {
			b, err := fs.ReadFile(src.files, name)
			if err != nil {
				return nil, err
			}
			all.Write(b)
		}
	}
	css := all.String()
	for name, address := range a.names {
		css = strings.ReplaceAll(css, `url("`+name+`")`, `url("`+address+`")`)
	}
	if i := strings.Index(css, `url("fonts/`); i >= 0 {
		return nil, fmt.Errorf("the style sheet names a font that is not there: %.60s", css[i:])
	}
	return []byte(css), nil
}

func (a *Assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	hash := hex.EncodeToString(sum[:6])
	address := a.prefix + strings.TrimSuffix(path.Base(name), ext) + "." + hash + ext
	f := asset{body: body, header: http.Header{
		"Content-Type":           {contentTypes[ext]},
		"Cache-Control":          {"public, max-age=31536000, immutable"},
		"X-Content-Type-Options": {"nosniff"},
		"Etag":                   {`"` + hash + `"`},
	}}
	if ext != ".woff2" {
		f.header["Vary"] = []string{"Accept-Encoding"}
		var z bytes.Buffer
		w, _ := gzip.NewWriterLevel(&z, gzip.BestCompression)
		w.Write(body)
		w.Close()
		f.zipped = z.Bytes()
	}
	a.files[address] = f
	a.names[name] = address
}

// Address gives the address of an asset: "mark.svg", "fonts/serif-latin.woff2".
func (a *Assets) Address(name string) string { return a.names[name] }

// head links the sheet, the script, the icon, and the two fonts without
// which the first screen of a page in that script cannot be drawn.
func (a *Assets) head(script string) string {
	fonts := map[string][]string{
		"Latn": {"fonts/serif-latin.woff2", "fonts/display-latin.woff2"},
		"Cyrl": {"fonts/serif-cyrillic.woff2", "fonts/display-cyrillic.woff2"},
		"Arab": {"fonts/naskh-arabic.woff2"},
	}[script]
	var s strings.Builder
	for _, f := range fonts {
		fmt.Fprintf(&s, "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"%s\">\n", a.names[f])
	}
	fmt.Fprintf(&s, "<link rel=\"stylesheet\" href=\"%s\">\n", a.names["site.css"])
	fmt.Fprintf(&s, "<link rel=\"icon\" type=\"image/svg+xml\" href=\"%s\">\n", a.names["mark.svg"])
	fmt.Fprintf(&s, "<script type=\"module\" src=\"%s\"></script>\n", a.names["site.js"])
	return s.String()
}

func (a *Assets) writeHead(s *strings.Builder, tag Tag) {
	if a != nil {
		s.WriteString(a.heads[tag.Script])
	}
}

// ServeHTTP answers for addresses under the prefix.
func (a *Assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := a.files[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	for k, v := range f.header {
		h[k] = v
	}
	if r.Header.Get("If-None-Match") == f.header["Etag"][0] {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := f.body
	if f.zipped != nil && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h["Content-Encoding"] = []string{"gzip"}
		body = f.zipped
	}
	w.Write(body)
}

// Styles are the built-in style sheets, assets/*.css and parts/*.css, for
// checks on them.
func Styles() fs.FS { return styles{} }

type styles struct{}

func (styles) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, "parts") {
		return partFiles.Open(name)
	}
	return assetFiles.Open(name)
}
