package testkit

import (
	"fmt"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/store"
)

// Item is a public article with a plain text and an address of its own.
func Item(language, slug, title, text string, published time.Time) *store.Item {
	r := article.Revision{Title: title, Body: "<p>" + text + "</p>", Plain: text, Author: "test", Created: published}
	r.Hash = r.Sum()
	return &store.Item{
		Article:  article.Article{Language: language, Script: "Latn", Slug: slug, State: article.Published, Published: published},
		Revision: r,
	}
}

// Items gives n public articles in English, one a day from 2020 on.
func Items(n int) (out []*store.Item) {
	for i := range n {
		day := time.Date(2020, 1, 1+i, 6, 0, 0, 0, time.UTC)
		out = append(out, Item("en", fmt.Sprintf("a%d", i), fmt.Sprintf("Article %d", i), fmt.Sprintf("Text number %d.", i), day))
	}
	return out
}
