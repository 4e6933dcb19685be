package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/search"
)

// DeskFilter chooses articles in any state, as the desk lists them. Zero
// fields choose all.
type DeskFilter struct {
	Language string
	State    article.State
	Sections []string // any of these paths
	Writer   int64    // somebody who wrote on it
	IDs      []int64  // only these; nil for all
	After    Cursor   // last changed first: what comes after this place
	Limit    int      // 20 where it is 0
}

// DeskCursor is the place of a card in the desk's list.
func DeskCursor(c Card) Cursor { return Cursor{millis(c.Updated), c.ID} }

// DeskArticles lists articles, the last changed first. A list of a hundred
// thousand is walked along an index, whatever is chosen.
func (q Queries) DeskArticles(ctx context.Context, f DeskFilter) ([]Card, error) {
	// Each section has its own stretch of the index.
	var parts []where
	each := f.Sections
	if len(each) == 0 {
		each = []string{""}
	}
	for _, s := range each {
		var w where
		if len(f.Sections) > 0 {
			w.and("a.section = ?", s)
		}
		parts = append(parts, w)
	}
	if f.IDs != nil {
		var w where
		ids := f.IDs[:min(len(f.IDs), 500)]
		if len(ids) == 0 {
			return nil, nil
		}
		args := make([]any, len(ids))
		for i, id := range ids {
			args[i] = id
		}
		w.and("a.id IN ("+placeholders(len(ids))+")", args...)
		if len(f.Sections) > 0 {
			paths := make([]any, len(f.Sections))
			for i, s := range f.Sections {
				paths[i] = s
			}
			w.and("a.section IN ("+placeholders(len(paths))+")", paths...)
		}
		parts = []where{w}
	}
	var all []Card
	for _, w := range parts {
		from := "articles a"
		if f.Writer != 0 {
			from = "writers w JOIN articles a ON a.id = w.article"
			w.and("w.person = ?", f.Writer)
		}
		if f.Language != "" {
			w.and("a.language = ?", f.Language)
		}
		switch {
		case f.State == "":
		case f.State == article.Published:
			w.and("a.state = ?", f.State)
		default: // says to the planner that the partial index holds it
			w.and("a.state = ? AND a.state <> 'published'", f.State)
		}
		if f.After != (Cursor{}) {
			w.and("(a.updated, a.id) < (?, ?)", f.After.Time, f.After.ID)
		}
		list, err := collect(q, ctx, `/* store.DeskArticles */ SELECT `+cardColumns+` FROM `+from+w.String()+` ORDER BY a.updated DESC, a.id DESC LIMIT ?`, append(w.args, limit(f.Limit)), scanCard)
		if err != nil {
			return nil, translate(err, "article")
		}
		all = append(all, list...)
	}
	if len(parts) > 1 {
		slices.SortFunc(all, func(a, b Card) int { return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(b.ID, a.ID)) })
		all = all[:min(len(all), limit(f.Limit))]
	}
	return all, nil
}

// hiddenTitles is how many of the newest texts that are not public are looked
// through for words of a title.
const hiddenTitles = 5000

// FindAtDesk gives the articles that the words choose: public ones by the
// site's search, all others by their titles, in any script and spelling.
func (q Queries) FindAtDesk(ctx context.Context, words string) ([]int64, error) {
	ids := []int64{}
	if query, err := search.Parse(words, search.Options{}); err == nil {
		found, err := q.Search(ctx, Search{Query: query, Limit: 300})
		if err != nil {
			return nil, err
		}
		for _, h := range found.Hits {
			ids = append(ids, h.ID)
		}
	}
	var keys []string
	for _, word := range strings.Fields(words) {
		if k := search.Key(word); k != "" {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return ids, nil
	}
	type title struct {
		id   int64
		text string
	}
	list, err := collect(q, ctx, `/* store.FindAtDesk */ SELECT id, title FROM articles WHERE state <> 'published' AND public = 0 AND state IN ('draft', 'review', 'scheduled', 'withdrawn') ORDER BY updated DESC, id DESC LIMIT ?`, []any{hiddenTitles},
		func(scan func(...any) error) (t title, err error) {
			err = scan(&t.id, &t.text)
			return t, err
		})
	if err != nil {
		return nil, translate(err, "article")
	}
	for _, t := range list {
		text := search.Key(t.text)
		if !slices.ContainsFunc(keys, func(k string) bool { return !strings.Contains(text, k) }) {
			ids = append(ids, t.id)
		}
	}
	return ids, nil
}

// Standing is where one article of a group stands beside the others.
type Standing struct {
	Article  int64
	Group    int64
	Language string
	Slug     string
	Title    string
	State    article.State
	Number   int       // of its newest revision
	Revised  time.Time // when that was made
	Source   int64     // what it is a translation of; 0 where that is not known
	Base     int       // the revision of Source that it was last matched with
}

// Standings gives where every article of these groups stands, by group.
func (q Queries) Standings(ctx context.Context, groups []int64) (map[int64][]Standing, error) {
	out := make(map[int64][]Standing, len(groups))
	for len(groups) > 0 {
		n := min(len(groups), 200)
		args := make([]any, n)
		for i, id := range groups[:n] {
			args[i] = id
		}
		groups = groups[n:]
		list, err := collect(q, ctx, `/* store.Standings */ SELECT a.id, a.group_id, a.language, a.slug, a.title, a.state, r.number, r.created, COALESCE(b.source, 0), COALESCE(b.number, 0)
			FROM articles a JOIN revisions r ON r.id = a.revision LEFT JOIN translation_bases b ON b.article = a.id WHERE a.group_id IN (`+placeholders(n)+`) ORDER BY a.language, a.id`, args, scanStanding)
		if err != nil {
			return nil, translate(err, "article")
		}
		for _, s := range list {
			out[s.Group] = append(out[s.Group], s)
		}
	}
	return out, nil
}

func scanStanding(scan func(...any) error) (s Standing, err error) {
	var revised int64
	err = scan(&s.Article, &s.Group, &s.Language, &s.Slug, &s.Title, &s.State, &s.Number, &revised, &s.Source, &s.Base)
	s.Revised = fromMillis(revised)
	return s, err
}

// Outdated reports whether the source of a translation was revised since it
// was last matched with it; group is the whole group.
func (s Standing) Outdated(group []Standing) bool {
	for _, o := range group {
		if o.Article == s.Source {
			return o.Number > s.Base
		}
	}
	return false
}
