package site

import (
	"testing"

	"shanyraq/internal/record"
	"shanyraq/internal/web"
)

// A name that two languages spell alike is the page's own, and so stands in
// the page's script.
func TestNameSharedByLanguages(t *testing.T) {
	astana := record.Entity{Kind: "place", Names: []record.Name{
		{Text: "Астана", Language: "ru", Script: "Cyrl"}, {Text: "Astana", Language: "en", Script: "Latn"}, {Text: "Астана", Language: "kk", Script: "Cyrl"},
	}}
	russian := record.Entity{Kind: "organization", Names: []record.Name{{Text: "Дом языков", Language: "ru", Script: "Cyrl"}}}
	for _, c := range []struct {
		tag            string
		e              record.Entity
		name, language string
	}{
		{"kk-Arab", astana, "استانا", "kk"},
		{"kk-Latn", astana, "Astana", "kk"},
		{"kk", astana, "Астана", "kk"},
		{"ru", astana, "Астана", "ru"},
		{"kk-Arab", russian, "Дом языков", "ru"}, // another language's name keeps its letters
	} {
		tag, ok := web.TagOf(c.tag)
		if !ok {
			t.Fatal(c.tag)
		}
		w := wording{tag: tag, script: inScript{tag: tag}}
		if name, language := w.name(c.e); name != c.name || language != c.language {
			t.Errorf("%s: %q in %s, want %q in %s", c.tag, name, language, c.name, c.language)
		}
	}
}
