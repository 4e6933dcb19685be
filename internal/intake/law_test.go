package intake

import (
	"testing"
	"unicode/utf8"

	"shanyraq/internal/article"
)

// checkItem holds the laws of every item, whatever it was made from.
func checkItem(t *testing.T, it *Item) {
	t.Helper()
	title, lead, body := it.Title, it.Lead, it.HTML
	if err := it.finish(Options{}); err != nil {
		return
	}
	if it.HTML != body || it.Lead != lead || title != "" && it.Title != title {
		t.Fatalf("finishing changed the text")
	}
	if it.Key == "" || it.Title == "" || it.Language == "" || it.State != article.Draft && it.State != article.Published {
		t.Fatalf("an item without key, title, language or state: %+v", it)
	}
	for _, s := range []string{it.Title, it.Lead, it.HTML, it.Slug, it.Key} {
		if !utf8.ValidString(s) {
			t.Fatalf("not UTF-8: %q", s)
		}
	}
	if it.Day.IsZero() != it.Published.IsZero() && it.Published.Year() > 1 && it.Day.IsZero() {
		t.Fatalf("a moment %v without a day", it.Published)
	}
	if again := *it; again.Hash() != it.Hash() {
		t.Fatal("the hash is not stable")
	}
}
