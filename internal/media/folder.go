package media

import (
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"shanyraq/internal/fault"
)

// Blobs keeps files under names.
type Blobs interface {
	Put(name string, data []byte) error
	http.Handler // answers for /media/<name>
}

// Prefix is where pictures are served.
const Prefix = "/media/"

// Folder keeps files in a folder of the site.
type Folder string

var nameShape = regexp.MustCompile(`^[0-9a-f]{32}/[0-9]{1,5}\.(jpg|png|webp)$`)

// Put writes a file, whole or not at all: what it returned nil for outlives a
// power cut.
func (f Folder) Put(name string, data []byte) (err error) {
	if !nameShape.MatchString(name) {
		return fault.New(fault.Invalid, "%q is no name of a picture", name)
	}
	path := filepath.Join(string(f), filepath.FromSlash(name))
	defer func() {
		if err != nil {
			err = fault.Wrap(err, fault.Unavailable, "the picture cannot be stored: %v", errors.Unwrap(err)).Hint("see whether the disk is full and the data folder may be written to")
		}
	}()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if _, err = tmp.Write(data); err == nil {
		err = tmp.Sync()
	}
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}

// ServeHTTP answers with a picture. Its address holds its hash: it never
// changes.
func (f Folder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, Prefix)
	if !nameShape.MatchString(name) || r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.NotFound(w, r)
		return
	}
	file, err := os.Open(filepath.Join(string(f), filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "the picture cannot be read", http.StatusServiceUnavailable)
		return
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		http.Error(w, "the picture cannot be read", http.StatusServiceUnavailable)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'")
	h.Set("Etag", `"`+name+`"`)
	h.Set("Content-Type", map[string]string{".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}[filepath.Ext(name)])
	http.ServeContent(w, r, "", info.ModTime(), file)
}
