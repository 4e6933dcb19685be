package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"shanyraq/internal/site"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// scriptCmd holds what editors decide of script variants.
type scriptCmd struct {
	List     scriptListCmd     `cmd:"" help:"Print the alphabets and exceptions of a site."`
	Alphabet scriptAlphabetCmd `cmd:"" help:"Choose the alphabet of a script variant."`
	Except   scriptExceptCmd   `cmd:"" help:"Set or drop forms of words that win over the rules."`
}

func (*scriptCmd) Help() string {
	return `A site shows its texts in other scripts of their language by rule. Editors may
choose the alphabet, and the forms of single words, for all texts or for one.

Examples:
  shanyraq script alphabet --data news kk-Latn 2018
  shanyraq script except --data news --by editor kk-Latn forms.txt
  shanyraq script except --data news --by editor --article /kk/hattama kk-Latn forms.txt
  shanyraq script list --data news`
}

// within opens the site for fn.
func (f siteFlags) within(fn func(context.Context, *store.Store) error) error {
	ctx := context.Background()
	st, err := f.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	return fn(ctx, st)
}

type scriptListCmd struct {
	siteFlags
	JSON bool `name:"json" help:"Print JSON."`
}

// scriptAnswer is what script list prints with --json.
type scriptAnswer struct {
	Alphabets  map[string]string `json:"alphabets"` // by tag
	Exceptions []scriptException `json:"exceptions"`
}

type scriptException struct {
	Tag     string `json:"tag"`
	Article string `json:"article,omitempty"` // its address; none for all texts
	Word    string `json:"word"`
	Form    string `json:"form"`
	Who     string `json:"who"`
	When    string `json:"when"`
}

func (c *scriptListCmd) Run() error {
	return c.within(func(ctx context.Context, st *store.Store) error {
		out := scriptAnswer{Alphabets: map[string]string{}, Exceptions: []scriptException{}}
		for _, t := range web.Tags() {
			if list := t.Alphabets(); len(list) > 0 {
				name, err := st.Setting(ctx, site.AlphabetSetting(t.Name))
				if err != nil {
					return err
				}
				if name == "" {
					name = list[0].Name
				}
				out.Alphabets[t.Name] = name
			}
		}
		list, err := st.Exceptions(ctx)
		if err != nil {
			return err
		}
		for _, e := range list {
			x := scriptException{Tag: e.Tag, Word: e.Word, Form: e.Form, Who: e.Who, When: e.When.Format("2006-01-02 15:04")}
			if e.Article != 0 {
				card, err := st.ArticleByID(ctx, e.Article)
				if err != nil {
					return err
				}
				x.Article = card.Address()
			}
			out.Exceptions = append(out.Exceptions, x)
		}
		if c.JSON {
			enc := json.NewEncoder(os.Stdout)
			enc.SetEscapeHTML(false)
			return enc.Encode(out)
		}
		w := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
		for _, t := range web.Tags() {
			if name := out.Alphabets[t.Name]; name != "" {
				fmt.Fprintf(w, "%s\talphabet %s\n", t.Name, name)
			}
		}
		for _, x := range out.Exceptions {
			if x.Form == "" {
				x.Form = "(as written)"
			}
			where := "everywhere"
			if x.Article != "" {
				where = x.Article
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s, %s\n", x.Tag, x.Word, x.Form, where, x.Who, x.When)
		}
		return w.Flush()
	})
}

type scriptAlphabetCmd struct {
	siteFlags
	Tag  string `arg:"" help:"The variant: kk-Latn, kk-Arab."`
	Name string `arg:"" help:"Its alphabet: 2021, 2018 or qazaqparat; u0621 or u0674 for the Arabic hamza."`
}

func (c *scriptAlphabetCmd) Run() error {
	if err := site.CheckAlphabet(c.Tag, c.Name); err != nil {
		return err
	}
	return c.within(func(ctx context.Context, st *store.Store) error {
		return st.Update(ctx, func(tx *store.Tx) error { return tx.SetSetting(site.AlphabetSetting(c.Tag), c.Name) })
	})
}

type scriptExceptCmd struct {
	siteFlags
	Article string `placeholder:"ADDRESS" help:"Only in this article: /kk/its-address."`
	By      string `required:"" placeholder:"NAME" help:"Who sets them."`
	Drop    bool   `help:"Drop the exceptions of these words."`
	Tag     string `arg:"" help:"The variant: kk-Latn, kk-Arab, uz-Cyrl."`
	File    string `arg:"" type:"existingfile" help:"Lines of a word or phrase, a tab and its form; * ends a word that may take endings; without a form the word stays as written."`
}

func (c *scriptExceptCmd) Run() error {
	words, err := readExceptions(c.File)
	if err != nil {
		return err
	}
	for word, form := range words {
		if err := site.CheckException(store.Exception{Tag: c.Tag, Word: word, Form: form}); err != nil {
			return err
		}
	}
	return c.within(func(ctx context.Context, st *store.Store) error {
		var article int64
		if c.Article != "" {
			language, slug, _ := strings.Cut(strings.Trim(c.Article, "/"), "/")
			card, err := st.Article(ctx, language, slug)
			if err != nil {
				return err
			}
			article = card.ID
		}
		return st.Update(ctx, func(tx *store.Tx) error {
			for word, form := range words {
				var err error
				if c.Drop {
					err = tx.DropException(article, c.Tag, word)
				} else {
					err = tx.SetException(store.Exception{Article: article, Tag: c.Tag, Word: word, Form: form, Who: c.By})
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}
