package site

import (
	"fmt"
	"html"
	"net/http"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/web"
)

// Storybook serves every page with sample values, in every language and
// script of the interface: "/" lists them, "/{tag}/{sample}" shows one.
func Storybook(dev bool) (http.Handler, error) {
	s, err := New(Config{Dev: dev, Name: map[string]string{"en": "Sample Assembly", "ru": "Ассамблея-образец", "kk": "Үлгі Ассамблеясы"}})
	if err != nil {
		return nil, err
	}
	m := http.NewServeMux()
	m.HandleFunc("GET /assets/{file}", func(w http.ResponseWriter, r *http.Request) {
		if dev {
			s.devAssets().ServeHTTP(w, r)
			return
		}
		s.assets.ServeHTTP(w, r)
	})
	m.HandleFunc("GET /{$}", listSamples)
	m.HandleFunc("GET /{tag}/{sample}", func(w http.ResponseWriter, r *http.Request) {
		q := s.sampleRequest(r)
		for _, sm := range samples {
			if q != nil && sm.name == r.PathValue("sample") {
				a := web.NewAnswer()
				if err := sm.show(a, q); err != nil {
					http.Error(w, err.Error(), http.StatusInternalServerError)
					return
				}
				s.cache.Send(w, r, a, 0)
				return
			}
		}
		http.NotFound(w, r)
	})
	return m, nil
}

// sampleRequest is a request with languages and sections of its own instead
// of a store's; nil for a language the interface does not speak.
func (s *Site) sampleRequest(r *http.Request) *request {
	tag, ok := web.TagOf(r.PathValue("tag"))
	if _, spoken := web.MessagesOf(tag.Name); !ok || !spoken {
		return nil
	}
	q := &request{Request: r, site: s}
	q.tags = web.Spoken()
	q.sections = []article.Section{
		{Path: "news", Names: map[string]string{"en": "News", "ru": "Новости", "kk": "Жаңалықтар"}},
		{Path: "culture", Names: map[string]string{"en": "Culture", "ru": "Культура", "kk": "Мәдениет"}},
	}
	q.speak(tag)
	return q
}

func listSamples(w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title><h1>Pages</h1><table>`)
	for _, sm := range samples {
		fmt.Fprintf(&b, "<tr><th scope=row>%s</th>", html.EscapeString(sm.name))
		for _, t := range web.Spoken() {
			fmt.Fprintf(&b, `<td><a href="/%s/%s">%s</a></td>`, t.Name, sm.name, t.Name)
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</table></html>")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(b.String()))
}
