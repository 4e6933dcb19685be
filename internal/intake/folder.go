package intake

import (
	"context"
	"io/fs"
	"path/filepath"
	"strings"
)

// folder is all files of known formats in a folder and those below it, in
// the order of their names. Hidden files, and the "…_files" folders that
// browsers save beside a page, are passed over.
type folder struct {
	path string
	opt  Options
}

func (f folder) walk(see func(path string, size int64) error) error {
	return filepath.WalkDir(f.path, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return cannotOpen(err, path)
		}
		name := d.Name()
		if path != f.path && strings.HasPrefix(name, ".") || d.IsDir() && strings.HasSuffix(name, "_files") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if byExtension[strings.ToLower(filepath.Ext(name))] == unknown || !d.Type().IsRegular() {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return cannotOpen(err, path)
		}
		return see(path, info.Size())
	})
}

func (f folder) size() int64 {
	var total int64
	f.walk(func(_ string, size int64) error {
		total += size
		return nil
	})
	return total
}

func (f folder) cut(ctx context.Context, yield func(unit) bool) error {
	base := filepath.Dir(f.path)
	if abs, err := filepath.Abs(f.path); err == nil {
		base = filepath.Dir(abs)
	}
	found := false
	err := f.walk(func(path string, size int64) error {
		found = true
		key := path
		if abs, err := filepath.Abs(path); err == nil {
			if rel, err := filepath.Rel(base, abs); err == nil {
				key = filepath.ToSlash(rel)
			}
		}
		fail := func(err error) error {
			if !yield(unit{place: path, path: path, size: size, parse: func(context.Context) ([]*Item, error) { return nil, err }}) {
				return fs.SkipAll
			}
			return nil
		}
		s, err := openFile(path, key, size, f.opt)
		if err != nil {
			return fail(err)
		}
		if w, ok := s.(whole); ok {
			if !yield(w.unit()) {
				return fs.SkipAll
			}
			return nil
		}
		more := true
		if err := s.cut(ctx, func(u unit) bool { more = yield(u); return more }); err != nil {
			return fail(at(err, path))
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err == nil && !found {
		return emptyFolder(f.path)
	}
	return err
}
