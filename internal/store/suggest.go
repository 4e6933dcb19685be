package store

import (
	"context"

	"shanyraq/internal/search"
)

// Suggestion is a name that what somebody has typed so far may become.
type Suggestion struct {
	Entity   int64
	Kind     string
	Name     string // in the language asked for, where it has one
	Articles int    // public articles that mention it
}

// suggested is how many names a beginning may bring before they are put in
// order: two letters may begin a tenth of all names.
const suggested = 1000

// Suggest gives up to n names of entities that begin with the text, whole or
// from any of their words on, in any script and spelling, the most mentioned
// first. Less than two letters suggest nothing.
func (q Queries) Suggest(ctx context.Context, text, language string, n int) ([]Suggestion, error) {
	begin := search.Key(text)
	if len(begin) < 2 || len(text) > search.MaxQuery {
		return nil, nil
	}
	list, err := collect(q, ctx, `/* store.Suggest */ SELECT DISTINCT `+entityColumns+` FROM (SELECT entity FROM entity_names WHERE latin >= ? AND latin < ? ORDER BY latin LIMIT ?) n
		JOIN entities e ON e.id = n.entity WHERE e.into_id = 0 AND e.articles > 0 AND e.rank <> 'deprecated' ORDER BY e.articles DESC, e.id LIMIT ?`,
		[]any{begin, begin + "\U0010ffff", suggested, limit(n)}, scanEntity)
	if err != nil {
		return nil, translate(err, "entity")
	}
	out := make([]Suggestion, len(list))
	for i, e := range list {
		out[i] = Suggestion{Entity: e.ID, Kind: e.Kind, Name: e.Name(language), Articles: e.Articles}
	}
	return out, nil
}
