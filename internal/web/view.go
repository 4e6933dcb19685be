package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
)

//go:embed parts
var partFiles embed.FS

// Views makes the templates of a door's pages. With dev set, templates are
// read from disk for every page shown.
type Views struct {
	parts, pages fs.FS
	dev          bool
}

// NewViews takes the folder that holds one folder a page. parts is nil for
// the built-in shared parts.
func NewViews(parts, pages fs.FS, dev bool) *Views {
	if parts == nil {
		parts, _ = fs.Sub(partFiles, "parts")
	}
	return &Views{parts: parts, pages: pages, dev: dev}
}

// View renders one page from values of one struct.
type View[T any] struct {
	views *Views
	name  string
	tmpl  *template.Template
}

// NewView makes the view of a page: pages/<name>/<name>.html defines "main",
// which the layout shows.
func NewView[T any](v *Views, name string) (*View[T], error) {
	t, err := v.parse(name)
	return &View[T]{views: v, name: name, tmpl: t}, err
}

func (v *Views) parse(name string) (*template.Template, error) {
	t, err := template.New("layout").ParseFS(v.parts, "*.html")
	if err == nil {
		t, err = t.ParseFS(v.pages, name+"/"+name+".html")
	}
	if err != nil {
		return nil, fmt.Errorf("template of page %s: %w", name, err)
	}
	return t, nil
}

// Part renders one shared part: "bar", "footing".
func (v *Views) Part(name string, f Frame) (template.HTML, error) {
	t, err := template.New(name).ParseFS(v.parts, "*.html")
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = t.ExecuteTemplate(&b, name, f)
	return template.HTML(b.String()), err
}

// Render writes the whole page.
func (v *View[T]) Render(w io.Writer, page T) error {
	t := v.tmpl
	if v.views.dev {
		var err error
		if t, err = v.views.parse(v.name); err != nil {
			return err
		}
	}
	return t.ExecuteTemplate(w, "layout", page)
}
