package store

import (
	"cmp"
	"context"
	"slices"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
)

// suggested is how many names a beginning may bring before they are put in
// order; where it brings more, as two letters do in a large archive, the
// oftenSuggested most mentioned entities of each kind are looked through too.
const (
	suggested      = 1000
	oftenSuggested = 100
)

// Suggest gives up to n entities of which a name begins with the text, whole or
// from any of their words on, in any script and spelling, the most mentioned
// first. Less than two letters suggest nothing.
func (q Queries) Suggest(ctx context.Context, text string, n int) ([]Entity, error) {
	if len(text) > search.MaxQuery {
		return nil, nil
	}
	begin := search.Key(text)
	if len(begin) < 2 {
		return nil, nil
	}
	args := []any{begin, begin + "\U0010ffff", suggested}
	list, err := collect(q, ctx, `/* store.Suggest */ SELECT DISTINCT `+entityColumns+` FROM (SELECT entity FROM entity_names WHERE latin >= ? AND latin < ? ORDER BY latin LIMIT ?) n
		JOIN entities e ON e.id = n.entity WHERE e.into_id = 0 AND e.articles > 0 AND e.rank <> 'deprecated' ORDER BY e.articles DESC, e.id LIMIT ?`,
		append(args, limit(n)), scanEntity)
	if err != nil {
		return nil, translate(err, "entity")
	}
	var brought int
	if err := q.one(ctx, `/* store.Suggest */ SELECT COUNT(*) FROM (SELECT 1 FROM entity_names WHERE latin >= ? AND latin < ? LIMIT ?) AS n`, args, &brought); err != nil {
		return nil, translate(err, "entity")
	}
	if brought == suggested {
		if list, err = q.addOften(ctx, list, begin); err != nil {
			return nil, err
		}
	}
	return list[:min(len(list), limit(n))], nil
}

// addOften joins the most mentioned entities whose names begin so to a list.
func (q Queries) addOften(ctx context.Context, list []Entity, begin string) ([]Entity, error) {
	for _, kind := range []string{read.Person, read.Organization, read.Place, read.Group} {
		often, err := q.Entities(ctx, EntityFilter{Kind: kind, Limit: oftenSuggested})
		if err != nil {
			return nil, err
		}
		for _, e := range often {
			if slices.ContainsFunc(list, func(o Entity) bool { return o.ID == e.ID }) {
				continue
			}
			if slices.ContainsFunc(e.Names, func(n record.Name) bool { return search.Begins(n.Text, []string{begin}) }) {
				list = append(list, e)
			}
		}
	}
	slices.SortFunc(list, func(a, b Entity) int { return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.ID, b.ID)) })
	return list, nil
}
