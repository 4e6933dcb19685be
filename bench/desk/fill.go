package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/audience"
	"shanyraq/internal/jobs"
	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// each is how many articles one transaction writes.
const each = 2000

// fill makes the site where the folder has none yet: every article has two
// figures that wait, one in fifty is a draft, one in three was read, and one
// in twenty asks whom its text means.
func fill(ctx context.Context, st *store.Store, n int) (people.User, error) {
	editor, err := administrator(ctx, st)
	if err != nil {
		return editor, err
	}
	if list, err := st.DeskArticles(ctx, store.DeskFilter{Limit: 1}); err != nil || len(list) > 0 {
		return editor, err
	}
	begun := time.Now()
	for from := 0; from < n; from += each {
		err := st.Update(ctx, func(tx *store.Tx) error {
			if from == 0 {
				for _, s := range []string{"news", "events", "culture"} {
					if err := tx.SaveSection(article.Section{Path: s, Names: map[string]string{"en": s}}); err != nil {
						return err
					}
				}
			}
			for i := from; i < min(from+each, n); i++ {
				if err := one(tx, i, editor); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return editor, err
		}
	}
	log.Printf("%d articles made in %v", n, time.Since(begun).Round(time.Second))
	return editor, nil
}

var (
	languages = []string{"kk", "ru", "en"}
	towns     = []string{"Tashkent", "Almaty", "Osh", "Khujand", "Mary", "Astana", "Nukus"}
)

func one(tx *store.Tx, i int, editor people.User) error {
	day := time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(i) * time.Hour)
	text := fmt.Sprintf("In that year %d people lived in %s. Then %d people did, as the sample says.", 1000+i, towns[i%7], 2000+i)
	doc, _, err := article.Parse("<p>" + text + "</p>")
	if err != nil {
		return err
	}
	it := &store.Item{Article: article.Article{Language: languages[i%3], Script: "Latn", Slug: fmt.Sprint("a", i), Section: []string{"news", "events", "culture"}[i/3%3], State: article.Published, Published: day},
		Revision: article.NewRevision(fmt.Sprintf("Sample article %d of %s", i, towns[i%7]), "", doc, "bench", day), GroupKey: fmt.Sprint("g", i/3)}
	if i%50 == 0 {
		it.Article.State = article.Draft
	}
	if _, err := tx.Save(it); err != nil {
		return err
	}
	if err := tx.Wrote(editor.ID, it.Article.ID); err != nil {
		return err
	}
	r := &store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "bench", Language: it.Article.Language, Joined: map[string]bool{}}
	for j, at := range []value.Span{{Start: 0, End: 20}, {Start: 40, End: 60}} {
		n := float64(1000*(j+1) + i)
		r.Statements = append(r.Statements, record.Statement{Fact: fmt.Sprint(i, " ", j), Evidence: at, Quote: text[at.Start:at.End], Keys: []string{fmt.Sprint(i, " ", j)},
			Said: read.Statement{Kind: read.Figure, Value: &n, Unit: "person", Counted: "people", Rule: "bench", Confidence: 0.9, Evidence: at}})
	}
	if err := tx.SaveReading(r); err != nil {
		return err
	}
	if err := tx.Index(it.Card(), search.Index(search.Text{Title: it.Revision.Title, Plain: it.Revision.Plain, Language: it.Article.Language, Section: it.Article.Section})); err != nil {
		return err
	}
	if i%3 == 0 {
		if err := tx.AddViews(audience.Batch{{Day: store.DayOf(time.Now()) - int64(i%30), View: audience.View{Article: it.Article.ID, Tag: it.Article.Language}}: 1 + i%90}); err != nil {
			return err
		}
	}
	if i%20 != 0 {
		return tx.Dequeue(jobs.ReadJob, fmt.Sprint(it.Article.ID))
	}
	a := record.Entity{Kind: read.Person, Names: []record.Name{{Text: fmt.Sprintf("Alia Sample %d", i), Language: "en", Script: "Latn"}}}
	b := record.Entity{Kind: read.Person, Names: []record.Name{{Text: fmt.Sprintf("A. Sample %d", i), Language: "en", Script: "Latn"}}}
	for _, e := range []*record.Entity{&a, &b} {
		if err := tx.SaveEntity(e, []string{fmt.Sprint("k", i)}); err != nil {
			return err
		}
	}
	return tx.Ask(store.Question{Entity: b.ID, Article: it.Article.ID, Candidates: []int64{a.ID}, Reasons: []string{fmt.Sprintf("only initials and surname are the same as of %q", a.Name("en"))}})
}
