package desk

import (
	"bytes"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"shanyraq/internal/testkit"
)

func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	must(t, err)
	return string(b)
}

// Every page folder has a sample, and each sample renders in every language
// with no wording missing.
func TestEveryPageHasItsSample(t *testing.T) {
	f := newFixture(t)
	shown := map[string]bool{}
	for _, s := range samples {
		shown[s.page] = true
		for _, language := range f.languages {
			q := f.sampleRequest(language)
			a := &answer{header: map[string][]string{}}
			if err := s.show(f.Desk, a, q); err != nil {
				t.Errorf("%s in %s: %v", s.name, language, err)
				continue
			}
			if i := bytes.Index(a.body.Bytes(), []byte(">[")); i >= 0 {
				t.Errorf("%s in %s shows a key: %.60s", s.name, language, a.body.Bytes()[i:])
			}
		}
	}
	for _, dir := range globs(t, files, "pages/*") {
		if name := strings.TrimPrefix(dir, "pages/"); !shown[name] {
			t.Errorf("the page %s has no sample", name)
		}
	}
}

// Every page of the desk passes axe: light and dark, phone and desktop.
func TestAccessible(t *testing.T) {
	book, err := Storybook(false)
	must(t, err)
	server := httptest.NewServer(book)
	defer server.Close()
	var names []string
	for _, s := range samples {
		names = append(names, s.name)
	}
	testkit.Accessible(t, []testkit.Look{{Scheme: "light", Width: 1280, Tags: []string{"en"}}, {Scheme: "dark", Width: 390, Tags: []string{"ru"}}, {Scheme: "light", Width: 360, Tags: []string{"kk"}}},
		names, func(tag, name string) string { return server.URL + Prefix + tag + "/" + name })
}
