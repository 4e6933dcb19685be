package store

import (
	"context"
	"strings"

	"shanyraq/internal/article"
)

// SaveSection writes a section, new or changed. Its path is its identity.
func (tx *Tx) SaveSection(s article.Section) error {
	_, err := tx.exec(tx.ctx, `/* store.SaveSection */ INSERT INTO sections (path, names, place) VALUES (?, ?, ?)
		ON CONFLICT (path) DO UPDATE SET names = excluded.names, place = excluded.place`, s.Path, toJSON(s.Names), s.Order)
	return translate(err, "section")
}

// AddSection writes a section and those above it where they are not there
// yet; what is there stays as it is.
func (tx *Tx) AddSection(s article.Section) error {
	for _, path := range branches(s.Path) {
		names := ""
		if path == s.Path {
			names = toJSON(s.Names)
		}
		if _, err := tx.exec(tx.ctx, `/* store.AddSection */ INSERT INTO sections (path, names, place) VALUES (?, ?, ?)
			ON CONFLICT (path) DO NOTHING`, path, names, s.Order); err != nil {
			return translate(err, "section")
		}
	}
	return nil
}

const sectionColumns = `path, names, place`

func scanSection(scan func(...any) error) (s article.Section, err error) {
	var names string
	if err = scan(&s.Path, &names, &s.Order); err == nil {
		err = fromJSON(names, &s.Names)
	}
	return s, err
}

// Sections gives the whole tree, parents before children, siblings in order.
func (q Queries) Sections(ctx context.Context) ([]article.Section, error) {
	list, err := collect(q, ctx, `/* store.Sections */ SELECT `+sectionColumns+` FROM sections ORDER BY place, path`, nil, scanSection)
	if err != nil {
		return nil, translate(err, "section")
	}
	under := map[string][]article.Section{}
	for _, s := range list {
		parent := ""
		if i := strings.LastIndexByte(s.Path, '/'); i >= 0 {
			parent = s.Path[:i]
		}
		under[parent] = append(under[parent], s)
	}
	var out []article.Section
	var walk func(string)
	walk = func(path string) {
		for _, s := range under[path] {
			out = append(out, s)
			walk(s.Path)
		}
	}
	walk("")
	return out, nil
}

// Section gives one section; fault.NotFound where there is none.
func (q Queries) Section(ctx context.Context, path string) (s article.Section, err error) {
	var names string
	err = q.one(ctx, `/* store.Section */ SELECT `+sectionColumns+` FROM sections WHERE path = ?`, []any{path}, &s.Path, &names, &s.Order)
	if err == nil {
		err = fromJSON(names, &s.Names)
	}
	return s, translate(err, "section")
}

// branches gives a path and all paths above it, topmost first:
// "a/b" gives "a" and "a/b".
func branches(path string) (out []string) {
	if path == "" {
		return nil
	}
	for i := range len(path) {
		if path[i] == '/' {
			out = append(out, path[:i])
		}
	}
	return append(out, path)
}
