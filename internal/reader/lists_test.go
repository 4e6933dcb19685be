package reader

import (
	"testing"

	"shanyraq/internal/lang"
)

// TestListsAreThere holds that every list of words and of endings that a finder asks for
// stands in some pack.
func TestListsAreThere(t *testing.T) {
	words, ends := wordLists{}, endingLists{}
	has := map[string]bool{}
	for _, tag := range lang.Tags() {
		p, err := lang.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		for name := range words.fields() {
			_, ok := p.FindClass(name)
			has[name] = has[name] || ok
		}
		for name := range ends.fields() {
			_, ok := p.FindClass(name)
			has[name] = has[name] || ok
		}
	}
	for name, ok := range has {
		if !ok {
			t.Errorf("no pack has the list %q", name)
		}
	}
}
