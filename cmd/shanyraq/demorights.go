package main

import (
	"context"
	"fmt"

	"shanyraq/internal/demo"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
)

// saveDemoRights writes the demo's terms, and some requests of invented people
// with what became of them.
func saveDemoRights(ctx context.Context, tx *store.Tx, st *store.Store) error {
	for _, p := range demo.Terms() {
		if err := tx.SaveTerms(p, "demo"); err != nil {
			return err
		}
	}
	for _, a := range demo.Requests(st.Now()) {
		language := a.Request.Language
		if language == "" {
			language = a.Grant.Language
		}
		texts, err := tx.Articles(ctx, store.ArticleFilter{Language: language, Section: a.Section, Limit: 1})
		if err != nil {
			return err
		}
		if len(texts) == 0 {
			return fmt.Errorf("the demo has no text in %s of the section %s", language, a.Section)
		}
		r := a.Request
		if r.Article = texts[0].ID; r.State != "" {
			if err := tx.SaveRequest(&r); err != nil {
				return err
			}
		}
		if a.Note != "" {
			if err := tx.AddNote(&rights.Note{Request: r.ID, Officer: "demo", Text: a.Note}); err != nil {
				return err
			}
		}
		if g := a.Grant; g != nil {
			g.Article, g.Request = r.Article, r.ID
			if err := tx.SaveGrant(g); err != nil {
				return err
			}
		}
	}
	return nil
}
