package site

import (
	"io/fs"
	"net/http"
	"os"

	"shanyraq/internal/web"
)

// prepare makes assets and views from the pages' folder. With dev set,
// shared parts and assets are read from disk too.
func prepare(pageFS fs.FS, dev bool) (*web.Assets, *web.Views, views, error) {
	var root, parts fs.FS
	if dev {
		root, parts = os.DirFS("internal/web/assets"), os.DirFS("internal/web/parts")
	}
	assets, err := web.NewAssets(root, parts, pageFS)
	if err != nil {
		return nil, nil, views{}, err
	}
	shared := web.NewViews(parts, pageFS, dev)
	vs, err := newViews(shared)
	return assets, shared, vs, err
}

// devAssets reads the assets anew, for the page that asks next.
func (s *Site) devAssets() http.Handler {
	if assets, _, _, err := prepare(os.DirFS("internal/site/pages"), true); err == nil {
		s.assets = assets
	}
	return s.assets
}
