package main

import (
	"context"
	"embed"
	"fmt"
	"strings"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
)

//go:embed texts/*.txt
var texts embed.FS

// fillTexts brings the articles of texts into the site: a line with name and
// title, the text below it, an empty line between articles.
func fillTexts(ctx context.Context, st *store.Store, _ string) (n naming, err error) {
	n.bySlug = map[string]string{}
	files, err := texts.ReadDir("texts")
	if err != nil {
		return n, err
	}
	var items []*store.Item
	for _, f := range files {
		b, err := texts.ReadFile("texts/" + f.Name())
		if err != nil {
			return n, err
		}
		language := strings.TrimSuffix(f.Name(), ".txt")
		_, body, _ := strings.Cut(string(b), "\n")
		for _, one := range strings.Split(strings.TrimSpace(body), "\n\n") {
			head, text, _ := strings.Cut(one, "\n")
			name, title, ok := strings.Cut(head, " | ")
			if !ok {
				return n, fmt.Errorf("%s: %q is not name | title", f.Name(), head)
			}
			day := time.Date(2026, 1, 1+len(items), 9, 0, 0, 0, time.UTC)
			items = append(items, &store.Item{
				Article:  article.Article{Language: language, Section: "news", Slug: name, State: article.Published, Published: day},
				Revision: article.NewRevision(title, "", article.FromText(text), "invented", day),
			})
			n.all = append(n.all, name+"."+language)
			n.bySlug[language+"/"+name] = name + "." + language
		}
	}
	err = st.Update(ctx, func(tx *store.Tx) error {
		if err := tx.AddSection(article.Section{Path: "news"}); err != nil {
			return err
		}
		for _, it := range items {
			if _, err := tx.Save(it); err != nil {
				return err
			}
			if err := jobs.Enqueue(tx, it.Article.ID); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return n, err
	}
	_, err = jobs.New().Drain(ctx, st, func(int) {})
	return n, err
}
