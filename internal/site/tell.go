package site

import (
	"context"
	"strconv"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// told is a list of statements with what it takes to say them.
type told struct {
	list     []store.Statement
	articles map[int64]store.Card
	wording  wording
	differ   map[string]bool // facts that are told in two ways
}

// tell gathers the entities and articles that the statements speak of.
func (q *request) tell(ctx context.Context, list []store.Statement) (told, error) {
	t := told{list: list}
	var ids, arts []int64
	seen := map[int64]bool{}
	for _, s := range list {
		if !seen[s.Article] {
			seen[s.Article] = true
			arts = append(arts, s.Article)
		}
		for _, r := range s.Refs {
			if !seen[r.Entity] { // ids of all tables are of one sequence
				seen[r.Entity] = true
				ids = append(ids, r.Entity)
			}
		}
	}
	var err error
	s := q.site
	t.articles, err = s.cardOf.take(arts, q.version, func(ids []int64) (map[int64]store.Card, error) { return s.store.ArticlesByID(ctx, ids) })
	if err != nil {
		return t, err
	}
	t.wording, err = q.wording(ctx, ids)
	return t, err
}

// wording prepares to say statements that speak of these entities.
func (q *request) wording(ctx context.Context, ids []int64) (wording, error) {
	w := wording{m: q.m, tag: q.tag, script: q.script, entities: map[int64]record.Entity{}}
	if len(ids) == 0 {
		return w, nil
	}
	s := q.site
	es, err := s.entityOf.take(ids, q.version, func(ids []int64) (map[int64]store.Entity, error) { return s.store.EntitiesByID(ctx, ids) })
	for id, e := range es {
		w.entities[id] = e.Entity
	}
	return w, err
}

// entries says the statements, each with its sentence and its article.
func (q *request) entries(t told) []Entry {
	out := make([]Entry, 0, len(t.list))
	cite := q.m.T("cite.link")
	for _, s := range t.list {
		art, ok := t.articles[s.Article]
		if !ok {
			continue
		}
		e := Entry{Fact: t.wording.fact(s.Statement, s.Language), Published: q.day(s.Published)}
		if s.Check != nil {
			e.Verdict = t.wording.verdict(*s.Check, s.Statement)
		}
		if e.Machine {
			e.Note = q.m.T("fact.machine")
		}
		tag, own := q.tagFor(s.Language)
		e.Quote = s.Quote
		if own {
			e.Quote = q.forms.in(q.tag, s.Article).text(s.Language, s.Quote)
		} else {
			e.Lang, e.Dir = tag.Name, tag.Dir
		}
		href := articleAddress(tag, art.Slug)
		e.Article = web.Link{Href: href, Label: art.Title}
		if own {
			e.Article.Label = q.forms.in(q.tag, art.ID).text(art.Language, art.Title)
		}
		e.Anchor = href + sentenceAnchor(s.ID)
		e.Cite = web.Link{Href: statementAddress(q.tag, s.ID), Label: cite}
		if t.differ[s.Fact] {
			e.Differ = web.Link{Href: e.Cite.Href + "#differ", Label: q.m.T("conflict.link")}
		}
		out = append(out, e)
	}
	return out
}

// tagFor gives the tag under which texts of a language are shown from this
// page: the page's own where it is the page's language.
func (q *request) tagFor(language string) (tag web.Tag, own bool) {
	if language == q.tag.Language {
		return q.tag, true
	}
	if t, ok := web.TagOf(language); ok {
		return t, false
	}
	return web.Tag{Name: language, Language: language, Dir: "ltr"}, false
}

// latest gives the newest facts told in the page's language, of the kinds
// that make a newspaper: agreements, events, words, numbers.
func (q *request) latest(n int) ([]Entry, error) {
	key := q.tag.Name + strconv.Itoa(n) + q.site.now().Format(time.DateOnly)
	return q.site.facts.get(key, q.version, func() ([]Entry, error) { return q.findLatest(n) })
}

func (q *request) findLatest(n int) ([]Entry, error) {
	ctx := q.Context()
	var all []store.Statement
	for _, k := range []struct {
		kind string
		n    int
	}{{read.Agreement, 2}, {read.Event, 1}, {read.Quote, 1}, {read.Figure, 1}} {
		list, err := q.site.store.Statements(ctx, store.StatementFilter{
			Kind: k.kind, Language: q.tag.Language, Facts: true, Reviewed: q.reviewed, To: value.DateOf(q.site.now()), Limit: k.n + 3,
		})
		if err != nil {
			return nil, err
		}
		if list, err = q.folded(list); err != nil { // an appointment is said by its office
			return nil, err
		}
		all = append(all, list[:min(k.n, len(list))]...)
	}
	t, err := q.tell(ctx, all[:min(n, len(all))])
	if err != nil {
		return nil, err
	}
	return q.entries(t), nil
}

func (s *Site) now() time.Time {
	if s.cfg.Now != nil {
		return s.cfg.Now()
	}
	return time.Now().UTC()
}
