package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"shanyraq/internal/fault"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
)

type searchCmd struct {
	Data     string   `placeholder:"DIR" help:"Data folder of the site."`
	DB       string   `name:"db" placeholder:"DSN" help:"Database instead of the one in the folder: postgres://user:password@host/name."`
	Language string   `placeholder:"TAG" help:"Only texts in this language."`
	Limit    int      `default:"20" help:"How many to print."`
	ByDay    bool     `help:"Newest first, not the most relevant."`
	JSON     bool     `name:"json" help:"Print JSON."`
	Query    []string `arg:"" help:"What to look for."`
}

func (*searchCmd) Help() string {
	return `Finds texts as the site's search does: in any script and spelling, by any form of a word.

A query is words, all of which must be in the text, and any of:
  "a phrase"    these words in this order          -word   not this word
  lang:kk       in this language                   section:news/culture
  from:2018  to:2019-05-31                         published in this time
  kind:agreement                                   that states an agreement, event, figure, office or quote
  person:"Roza Otunbayeva"  body:UNESCO  place:Astana

Where no text has all the words, those that have some are given.

Examples:
  shanyraq search --data news "border protocol"
  shanyraq search --data news --json --language kk 'Ассамблея сессиясы from:2019'
  shanyraq search --data news 'place:Tashkent kind:event -festival'`
}

// searchAnswer is what search prints with --json.
type searchAnswer struct {
	Total int         `json:"total"`
	More  bool        `json:"more,omitempty"`  // there are more than total
	Any   bool        `json:"any,omitempty"`   // no text has all the words
	Meant string      `json:"meant,omitempty"` // the query that was answered, where the one asked found nothing
	Notes []string    `json:"notes,omitempty"`
	Hits  []searchHit `json:"hits"`
}

type searchHit struct {
	URL       string `json:"url"`
	Title     string `json:"title"`
	Language  string `json:"language"`
	Score     int    `json:"score"`
	Published string `json:"published,omitempty"`
	Snippet   string `json:"snippet"` // HTML with <mark>
}

func (c *searchCmd) Run() error {
	ctx := context.Background()
	if c.Data == "" && c.DB == "" {
		return fault.New(fault.Invalid, "no site is named").Hint("name its folder with --data, or its database with --db")
	}
	if c.DB == "" {
		if _, err := os.Stat(store.DSN(c.Data, "")); err != nil {
			return fault.New(fault.NotFound, "there is no site in %q", c.Data).Hint("fill it with `shanyraq import --data %s …`", filepath.Clean(c.Data))
		}
	}
	text := ""
	for i, w := range c.Query {
		if i > 0 {
			text += " "
		}
		text += w
	}
	q, err := search.Parse(text, search.Options{Language: c.Language})
	if err != nil {
		return err
	}
	if c.Language != "" {
		q = q.In(c.Language)
	}
	st, err := store.Open(ctx, store.DSN(c.Data, c.DB))
	if err != nil {
		return err
	}
	defer st.Close()
	found, err := st.Search(ctx, store.Search{Query: q, ByDay: c.ByDay, Limit: c.Limit})
	if err != nil {
		return err
	}
	out := searchAnswer{Total: found.Total, More: found.More, Any: found.Any, Notes: q.Notes, Hits: []searchHit{}}
	if found.Meant != "" {
		out.Meant, q = found.Meant, found.Query
	}
	for _, h := range found.Hits {
		rev, err := st.Revision(ctx, h.Revision)
		if err != nil {
			return err
		}
		hit := searchHit{URL: h.Address(), Title: h.Title, Language: h.Language, Score: h.Score,
			Snippet: search.HTML(search.Snippet(rev.Plain, h.Language, q, 200))}
		if !h.Published.IsZero() {
			hit.Published = h.Published.Format("2006-01-02")
		}
		out.Hits = append(out.Hits, hit)
		if !c.JSON {
			fmt.Printf("%s  %s\n    %s  %s\n", hit.Published, h.Title, h.Language, hit.URL)
			for _, p := range search.Snippet(rev.Plain, h.Language, q, 200) {
				if p.Hit {
					fmt.Print("[", p.Text, "]")
				} else {
					fmt.Print(p.Text)
				}
			}
			fmt.Print("\n\n")
		}
	}
	if c.JSON {
		return json.NewEncoder(os.Stdout).Encode(out)
	}
	switch {
	case out.Meant != "":
		fmt.Printf("%d found for %q; nothing was found for %q\n", out.Total, out.Meant, q.Text)
	case out.Any:
		fmt.Printf("no text has all the words; %d have some\n", out.Total)
	case out.More:
		fmt.Printf("more than %d found\n", out.Total)
	default:
		fmt.Printf("%d found\n", out.Total)
	}
	return nil
}
