package store

import (
	"context"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/rights"
)

// PlacedTerms are the terms of a place with who set them and when.
type PlacedTerms struct {
	rights.Placed
	Who     string
	Created time.Time
}

// SaveTerms sets what a place says; empty terms take its word away. What it
// said before is kept.
func (tx *Tx) SaveTerms(p rights.Placed, who string) error {
	if err := p.Check(); err != nil {
		return err
	}
	body := ""
	if !p.Terms.Empty() {
		body = toJSON(p.Terms)
	}
	_, err := tx.exec(tx.ctx, `/* store.SaveTerms */ INSERT INTO terms (place, number, terms, who, created)
		SELECT CAST(? AS TEXT), COALESCE(MAX(number), 0) + 1, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT) FROM terms WHERE place = ?`, p.Place, body, who, tx.now, p.Place)
	return translate(err, "terms")
}

const termsColumns = `place, terms, who, created`

func scanTerms(scan func(...any) error) (p PlacedTerms, err error) {
	var body string
	var created int64
	if err = scan(&p.Place, &body, &p.Who, &created); err == nil {
		p.Created = fromMillis(created)
		err = fromJSON(body, &p.Terms)
	}
	return p, err
}

// Terms gives the newest word of each place, or of those asked for, by
// their names. A place that has never said anything is not in it.
func (q Queries) Terms(ctx context.Context, places ...string) ([]PlacedTerms, error) {
	var w where
	w.and(`number = (SELECT MAX(number) FROM terms u WHERE u.place = terms.place)`)
	if len(places) > 0 {
		args := make([]any, len(places))
		for i, p := range places {
			args[i] = p
		}
		w.and(`place IN (`+placeholders(len(places))+`)`, args...)
	}
	list, err := collect(q, ctx, `/* store.Terms */ SELECT `+termsColumns+` FROM terms`+w.String()+` ORDER BY place`, w.args, scanTerms)
	return list, translate(err, "terms")
}

// TermsHistory gives all that a place has ever said, the newest first.
func (q Queries) TermsHistory(ctx context.Context, place string) ([]PlacedTerms, error) {
	list, err := collect(q, ctx, `/* store.TermsHistory */ SELECT `+termsColumns+` FROM terms WHERE place = ? ORDER BY number DESC`, []any{place}, scanTerms)
	return list, translate(err, "terms")
}

// ResolveTerms gives the terms that hold for an article of a section. 0 and
// "" leave the article and the section away.
func (q Queries) ResolveTerms(ctx context.Context, section string, article int64) (rights.Resolved, error) {
	places := []string{rights.Site}
	for _, path := range branches(section) {
		places = append(places, rights.Section+path)
	}
	if article != 0 {
		places = append(places, rights.Article+strconv.FormatInt(article, 10))
	}
	said, err := q.Terms(ctx, places...)
	if err != nil {
		return rights.Resolved{}, err
	}
	var chain []rights.Placed
	for _, place := range places {
		for _, p := range said {
			if p.Place == place {
				chain = append(chain, p.Placed)
			}
		}
	}
	return rights.Resolve(chain...), nil
}

// ArticleOf gives the article of a place "article/12"; 0 for another place.
func ArticleOf(place string) int64 {
	n, ok := strings.CutPrefix(place, rights.Article)
	if !ok {
		return 0
	}
	id, _ := strconv.ParseInt(n, 10, 64)
	return id
}
