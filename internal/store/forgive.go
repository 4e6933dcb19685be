package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"shanyraq/internal/search"
)

// forgive is asked when nothing was found: it tries the query as typed on
// another keyboard layout, then with one letter of one word mended, then with
// a word parted in two, then on another layout with a letter mended. ok is
// false where that finds nothing either.
func (q Queries) forgive(ctx context.Context, s Search) (f Found, ok bool, err error) {
	var others []Search
	for _, text := range search.Relayouts(s.Query.Text) {
		other, err := search.Parse(text, search.Options{})
		if err != nil || other.Filtered() {
			continue
		}
		other.Language = s.Query.Language
		again := s
		again.Query = other
		others = append(others, again)
		if f, err := q.tryMeant(ctx, s, other, text); err != nil || f.Total > 0 {
			return f, err == nil, err
		}
	}
	if f, ok, err = q.forgiveLetter(ctx, s); ok || err != nil {
		return f, ok, err
	}
	if f, ok, err = q.forgiveSpace(ctx, s); ok || err != nil {
		return f, ok, err
	}
	for _, other := range others {
		if f, ok, err = q.forgiveLetter(ctx, other); ok || err != nil {
			return f, ok, err
		}
	}
	return f, false, nil
}

// forgiveLetter mends one letter of one word.
func (q Queries) forgiveLetter(ctx context.Context, s Search) (f Found, ok bool, err error) {
	for i, c := range s.Query.Clauses {
		if c.Not || len(c.Words) != 1 {
			continue
		}
		// The word as it stands and its first stem: each has some 500 terms
		// near it, and all of them are looked up. What is near the longer one
		// is tried first: a short stem is near too many words.
		var terms []string
		runs := slices.Clone(c.Alternatives[:min(len(c.Alternatives), 2)])
		slices.SortStableFunc(runs, func(a, b []string) int { return cmp.Compare(len(b[0]), len(a[0])) })
		for _, run := range runs {
			near, err := q.frequent(ctx, search.OneLetterOff(run[0]))
			if err != nil {
				return f, false, err
			}
			terms = append(terms, near...)
		}
		for _, term := range terms {
			f, err := q.tryMeant(ctx, s, s.Query.Replace(i, []string{term}), "")
			if err != nil {
				return f, false, err
			}
			if f.Total == 0 {
				continue
			}
			// Say the word as a text that was found writes it.
			rev, err := q.Revision(ctx, f.Hits[0].Revision)
			if err != nil {
				return f, false, err
			}
			word := search.Surface(rev.Title+"\n"+rev.Plain, f.Hits[0].Language, term)
			if word == "" {
				word = term
			}
			f.Meant = strings.Replace(s.Query.Text, c.Words[0], word, 1)
			return f, true, nil
		}
	}
	return f, false, nil
}

// forgiveSpace parts one word in two that stand side by side somewhere.
func (q Queries) forgiveSpace(ctx context.Context, s Search) (f Found, ok bool, err error) {
	for i, c := range s.Query.Clauses {
		if c.Not || len(c.Words) != 1 {
			continue
		}
		ways := search.Splits(c.Words[0])
		if len(ways) == 0 {
			continue
		}
		if f, err := q.tryMeant(ctx, s, s.Query.Part(i, ways), ""); err != nil || f.Total == 0 {
			if err != nil {
				return f, false, err
			}
			continue
		}
		for _, way := range ways { // which of them it was
			f, err := q.tryMeant(ctx, s, s.Query.Part(i, [][2]string{way}), strings.Replace(s.Query.Text, c.Words[0], way[0]+" "+way[1], 1))
			if err != nil || f.Total > 0 {
				return f, err == nil, err
			}
		}
	}
	return f, false, nil
}

func (q Queries) tryMeant(ctx context.Context, s Search, other search.Query, meant string) (Found, error) {
	s.Query = other
	f, err := q.search(ctx, s)
	f.Meant, f.Query = meant, other
	return f, err
}

// frequent gives the terms that the index has, the commonest first; at most 5.
func (q Queries) frequent(ctx context.Context, terms []string) ([]string, error) {
	if len(terms) == 0 {
		return nil, nil
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	list, err := collect(q, ctx, q.d.vocabulary, []any{strings.Join(terms, " ")}, func(scan func(...any) error) (t string, err error) {
		err = scan(&t)
		return t, err
	})
	return list, translate(err, "search index")
}
