package desk

import (
	"net/http"
	"net/http/httptest"

	"shanyraq/internal/people"
	"shanyraq/internal/web"
)

// sample shows a page with values made up for it.
type sample struct {
	name, page string
	show       func(d *Desk, a *answer, q *request) error
}

// samples lists at least one for every page; shanyraq pages shows them under
// /desk/.
var samples = []sample{
	{"desk-sign-in", "signin", func(d *Desk, a *answer, q *request) error {
		q.user = people.User{}
		return show(a, d.views.signin, SignInPage{Base: q.base(q.T("signin.title"), ""), Email: "sample@example.org", Wrong: true})
	}},
	{"desk-enter", "signin", func(d *Desk, a *answer, q *request) error {
		q.user = people.User{}
		return show(a, d.views.signin, SignInPage{Base: q.base(q.T("signin.enter"), ""), Email: "sample@example.org", Entering: true})
	}},
	{"desk-home", "home", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.home, HomePage{Base: q.base(q.T("home.title"), "home")})
	}},
	{"desk-failed", "failed", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.failed, FailedPage{Base: q.base(q.T("desk.failed.404"), ""), What: "there is no such page", Try: "go back to the desk's front page"})
	}},
}

// sampleRequest is a request of an invented administrator.
func (d *Desk) sampleRequest(language string) *request {
	r := httptest.NewRequest(http.MethodGet, Prefix, nil)
	q := &request{Request: r, desk: d, user: people.User{ID: 1, Name: "Alia Sample", Email: "alia@example.org", Language: language, Demo: true, Roles: []people.Assignment{{Role: people.Administrator}}}}
	q.speak()
	return q
}

// Storybook serves every page of the desk with sample values: SampleNames
// lists them, /desk/{tag}/{sample} shows one.
func Storybook(dev bool) (http.Handler, error) {
	d, err := New(Config{Dev: dev, Name: map[string]string{"en": "Sample Assembly", "ru": "Ассамблея-образец", "kk": "Үлгі Ассамблеясы"}})
	if err != nil {
		return nil, err
	}
	m := http.NewServeMux()
	m.Handle("GET "+Prefix+"assets/", d.assets)
	m.HandleFunc("GET "+Prefix+"{tag}/{sample}", func(w http.ResponseWriter, r *http.Request) {
		for _, s := range samples {
			if s.name != r.PathValue("sample") || d.messages[r.PathValue("tag")] == nil {
				continue
			}
			secure(w.Header())
			a := &answer{header: w.Header()}
			q := d.sampleRequest(r.PathValue("tag"))
			if err := s.show(d, a, q); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write(a.body.Bytes())
			return
		}
		http.NotFound(w, r)
	})
	return m, nil
}

// SampleNames lists the samples and the languages of the desk.
func SampleNames() (names []string, languages []web.Tag) {
	for _, s := range samples {
		names = append(names, s.name)
	}
	for _, t := range web.Tags() {
		if matches, _ := files.ReadDir("locale/" + t.Name); len(matches) > 0 {
			languages = append(languages, t)
		}
	}
	return names, languages
}
