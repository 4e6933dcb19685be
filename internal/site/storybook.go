package site

import (
	"fmt"
	"html"
	"net/http"
	"slices"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/web"
)

// Sample is a page of another door for the list of all samples.
type Sample struct {
	Name      string
	Languages []web.Tag
	Address   func(web.Tag) string
}

// Storybook serves every page with sample values, in every language and
// script of the interface: "/" lists them and those of more, "/{tag}/{sample}"
// shows one.
func Storybook(dev bool, more ...Sample) (http.Handler, error) {
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
	list := more
	for i := len(samples) - 1; i >= 0; i-- {
		name := samples[i].name
		list = slices.Insert(list, 0, Sample{name, web.Spoken(), func(t web.Tag) string { return "/" + t.Name + "/" + name }})
	}
	m.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { listSamples(w, list) })
	m.HandleFunc("GET /{tag}/{sample}", func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.PathValue("sample"), ".json") { // pictures have no data here: their tables stand
			w.WriteHeader(http.StatusNoContent)
			return
		}
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

func listSamples(w http.ResponseWriter, list []Sample) {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title><h1>Pages</h1><table>`)
	for _, sm := range list {
		fmt.Fprintf(&b, "<tr><th scope=row>%s</th>", html.EscapeString(sm.Name))
		for _, t := range sm.Languages {
			fmt.Fprintf(&b, `<td><a href="%s">%s</a></td>`, sm.Address(t), t.Name)
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</table></html>")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(b.String()))
}
