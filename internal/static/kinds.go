package static

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// kinds remembers the types of files, so that a server can be told those that
// a name does not say: by the end of the name, and, where one end has several
// types or a name has no end, by the form of the path.
type kinds map[string]string // pattern of a path → type

var digits = regexp.MustCompile(`[0-9]+`)

// note remembers the type of the file at a path.
func (k *kinds) note(at, kind string) {
	if kind == "" || strings.HasPrefix(at, "/assets/") {
		return
	}
	if *k == nil {
		*k = kinds{}
	}
	dir, name := path.Split(at)
	form := regexp.QuoteMeta(name)
	if ext := path.Ext(name); ext != "" && !digits.MatchString(ext) {
		if name != "feed"+ext { // a family of files
			form = "[^/]+" + regexp.QuoteMeta(ext)
		}
	}
	form = digits.ReplaceAllString(form, "[0-9]+")
	parts := strings.Split(strings.Trim(dir, "/"), "/")
	for i, p := range parts {
		parts[i] = digits.ReplaceAllString(regexp.QuoteMeta(p), "[0-9]+")
	}
	if len(parts) > 0 && parts[0] != "" {
		form = strings.Join(parts, "/") + "/" + form
	}
	(*k)["^/"+form+"$"] = kind
}

// nginx writes a server's settings: a beginning that works, to be changed.
func (k kinds) nginx() []byte {
	var b strings.Builder
	b.WriteString(`# How nginx serves this folder under the site's own addresses; put it beside
# the other sites and set the two paths and the name.
geo $dollar { default "$"; }
map_hash_bucket_size 1024;
map_hash_max_size 262144;
map $request_uri $moved { include /srv/site/_server/redirects.map; }
server {
  listen 80;
  server_name news.example.org;
  root /srv/site;
  charset utf-8;
  absolute_redirect off;
  error_page 404 /404.html;
  if ($moved) { return 301 $moved; }
  location /_server/ { return 404; }
  location / { try_files $uri $uri/index.html =404; }
`)
	for _, form := range slices.Sorted(maps.Keys(k)) {
		b.WriteString(`  location ~ "` + form + `" { types { } default_type ` + k[form] + "; }\n")
	}
	b.WriteString("}\n")
	return []byte(b.String())
}
