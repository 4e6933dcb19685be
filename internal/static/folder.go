package static

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"shanyraq/internal/fault"
)

// serverFolder holds what a server may be told: where old addresses lead, and
// the types of files. It also marks a folder as one that we made.
const serverFolder = "_server"

// folder is the tree being written, beside its place.
type folder struct {
	to, work string
	kinds    kinds
}

// begin makes the folder to work in. A folder that is there already and was
// not made by an export is refused, so that nobody loses his files.
func begin(to string) (*folder, error) {
	to = filepath.Clean(to)
	if info, err := os.Stat(to); err == nil {
		list, _ := os.ReadDir(to)
		_, marked := os.Stat(filepath.Join(to, serverFolder))
		if !info.IsDir() || len(list) > 0 && marked != nil {
			return nil, fault.New(fault.Exists, "%q is there already and is no exported site", to).Hint("name a folder that is not there yet, or is empty")
		}
	}
	work, err := os.MkdirTemp(filepath.Dir(to), "."+filepath.Base(to)+".new-")
	if err == nil {
		err = os.Chmod(work, 0o755)
	}
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "no folder can be made beside %q", to).Hint("choose a place that you may write to")
	}
	return &folder{to: to, work: work}, nil
}

// write puts a file at a path of the site.
func (f *folder) write(at string, body []byte) error {
	name := filepath.Join(f.work, filepath.FromSlash(path.Clean("/"+at)))
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, body, 0o644)
	}
	if err == nil {
		return nil
	}
	var pe *os.PathError
	why := err
	if errors.As(err, &pe) {
		why = pe.Err
	}
	return fault.Wrap(err, fault.Unavailable, "the file of %s cannot be written: %v", at, why).Hint("make room, or choose another place for the folder")
}

// free reports whether a file can be written at a path of the site: nothing
// stands there, and no part of the path is a file.
func (f *folder) free(at string) bool {
	_, err := os.Lstat(filepath.Join(f.work, filepath.FromSlash(path.Clean("/"+at))))
	return errors.Is(err, fs.ErrNotExist)
}

// finish puts the folder in its place; an export that was there goes.
func (f *folder) finish() error {
	old := f.work + ".old"
	err := os.Rename(f.to, old)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fault.Wrap(err, fault.Unavailable, "%q cannot be put aside", f.to).Hint("choose a place that you may write to")
	}
	replaced := err == nil
	if err := os.Rename(f.work, f.to); err != nil {
		if replaced {
			err = errors.Join(err, os.Rename(old, f.to))
		}
		return fault.Wrap(err, fault.Unavailable, "the new folder cannot be put at %q", f.to).Hint("choose a place that you may write to")
	}
	if replaced {
		return os.RemoveAll(old)
	}
	return nil
}

// drop removes what was written.
func (f *folder) drop() { os.RemoveAll(f.work) }

// place is the path under which the answer to an address stands: the path
// itself, and a question as a part of it.
func place(u *url.URL) string {
	if u.RawQuery == "" {
		return u.Path
	}
	query, err := url.QueryUnescape(u.RawQuery)
	if err != nil {
		query = u.RawQuery
	}
	return u.Path + "~" + strings.NewReplacer("=", "~", "&", "~", "/", "-", "?", "-", "#", "-", "\x00", "-").Replace(query)
}

// pageFile is the file of a page: servers give the index of a folder. A page
// whose name says that it is HTML is a file of that name.
func pageFile(at string) string {
	if ext := path.Ext(at); ext == ".html" || ext == ".htm" {
		return at
	}
	return strings.TrimSuffix(at, "/") + "/index.html"
}
