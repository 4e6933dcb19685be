package testkit

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"shanyraq/internal/article"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// pairsAgree holds what is kept for the pages of pairs, and the finer columns
// of facets, to what the statements themselves say.
func pairsAgree(t *testing.T, st *store.Store, after string, entities []int64) {
	t.Helper()
	var all []store.Statement
	for _, kind := range []string{read.Agreement, read.Event} {
		all = append(all, list(t, st, store.StatementFilter{Kind: kind, Facts: true, Limit: 1000})...)
	}
	for i, a := range entities {
		for _, b := range entities[i+1:] {
			for _, reviewed := range []bool{false, true} {
				var want []int64
				for _, s := range all {
					has := func(id int64) bool {
						return slices.ContainsFunc(s.Refs, func(r record.Ref) bool { return r.Entity == id })
					}
					if has(a) && has(b) && (!reviewed || s.Rank == record.Accepted || s.Rank == record.Preferred) {
						want = append(want, s.ID)
					}
				}
				got := ids(list(t, st, store.StatementFilter{Pair: [2]int64{b, a}, Facts: true, Reviewed: reviewed, Limit: 1000}))
				slices.Sort(want)
				slices.Sort(got)
				if !slices.Equal(got, want) {
					t.Fatalf("after %s: the pair %d, %d (reviewed %v) has %v, the statements %v", after, a, b, reviewed, got, want)
				}
				n := 0
				for _, d := range must[[]store.PairDay](t)(st.PairDays(t.Context(), a, b, reviewed)) {
					n += d.Count
				}
				if n != len(want) {
					t.Fatalf("after %s: the days of the pair %d, %d count %d facts of %d", after, a, b, n, len(want))
				}
			}
		}
		for _, b := range entities[i+1:] {
			for _, f := range []store.StatementFilter{{}, {Language: "en", Facts: true}} {
				f.Limit, f.Entity = 1000, a
				want := slices.DeleteFunc(list(t, st, f), func(s store.Statement) bool {
					return !slices.ContainsFunc(s.Refs, func(r record.Ref) bool { return r.Entity == b })
				})
				f.Entity, f.Pair = 0, [2]int64{a, b}
				if got := list(t, st, f); fmt.Sprint(ids(got)) != fmt.Sprint(ids(want)) {
					t.Fatalf("after %s: tellings of the pair %d, %d: %v, of one that name the other %v", after, a, b, ids(got), ids(want))
				}
			}
		}
		signed := list(t, st, store.StatementFilter{Entity: a, Sub: "signed", Language: "en", Limit: 1000})
		every := slices.DeleteFunc(list(t, st, store.StatementFilter{Entity: a, Limit: 1000}), func(s store.Statement) bool { return s.Said.Status != "signed" || s.Language != "en" })
		if fmt.Sprint(ids(signed)) != fmt.Sprint(ids(every)) {
			t.Fatalf("after %s: signed by %d in English: %v, among all %v", after, a, ids(signed), ids(every))
		}
	}
}

// storePairs does to statements whatever may be done, in any order, and holds
// the pages of pairs to them.
func storePairs(t *testing.T, st *store.Store) {
	ctx := t.Context()
	r := rand.New(rand.NewPCG(7, 7))
	var entities []int64
	for i := range 5 {
		entities = append(entities, entity(t, st, read.Place, fmt.Sprint("Place ", i)))
	}
	two := func() (a, b int64) {
		i := r.IntN(len(entities))
		return entities[i], entities[(i+1+r.IntN(len(entities)-1))%len(entities)]
	}
	items := Items(6)
	save(t, st, items...)
	said := func(it *store.Item) *store.Reading {
		var all []record.Statement
		for range 1 + r.IntN(3) {
			a, b := two()
			s := signing(fmt.Sprint("f", r.IntN(4)), fmt.Sprint(2015+r.IntN(4)), a, b)
			if r.IntN(2) == 0 {
				s.Said.Status = "planned"
			}
			all = append(all, s)
		}
		return reading(it, all...)
	}
	for _, it := range items {
		storeReading(t, st, said(it))
	}
	pairsAgree(t, st, "reading", entities)
	var merged int64
	for step := range 120 {
		it := items[r.IntN(len(items))]
		list := must[[]store.Statement](t)(st.ArticleStatements(ctx, it.Article.ID, true))
		what := ""
		var err error
		sign := record.Change{Who: "One", Reason: "test"}
		switch k := r.IntN(8); {
		case k == 0:
			what = "reading again"
			storeReading(t, st, said(it))
		case k == 1:
			what = "withdrawing or publishing"
			if it.Article.State == article.Withdrawn {
				it.Article.State = article.Published
			} else {
				it.Article.State = article.Withdrawn
			}
			save(t, st, it)
			storeReading(t, st, said(it))
		case k == 2 && merged == 0:
			what = "a merge"
			a, b := two()
			merged = a
			err = st.Update(ctx, func(tx *store.Tx) error { return tx.MergeEntities(a, b, sign) })
		case k == 3 && merged != 0:
			what = "a split"
			err = st.Update(ctx, func(tx *store.Tx) error { return tx.SplitEntity(merged, sign) })
			merged = 0
		case len(list) == 0:
			continue
		case k == 4:
			what = "a correction"
			s := list[r.IntN(len(list))]
			a, b := two()
			said := s.Said
			said.Date = fmt.Sprint(2010 + r.IntN(4))
			err = st.Update(ctx, func(tx *store.Tx) error {
				return tx.EditStatement(s.ID, said, []record.Ref{{Role: record.RoleParty, Entity: a}, {Role: record.RoleParty, Entity: b}}, sign)
			})
		case k == 5:
			what = "an edit that leaves no words"
			s := list[r.IntN(len(list))]
			err = st.Update(ctx, func(tx *store.Tx) error { return tx.Orphan(s.ID, "test") })
		default:
			what = "a decision"
			s := list[r.IntN(len(list))]
			rank := []record.Rank{record.Accepted, record.Deprecated, record.Suggested, record.Preferred}[r.IntN(4)]
			err = st.Update(ctx, func(tx *store.Tx) error { return tx.DecideStatement(s.ID, rank, sign) })
		}
		if err != nil {
			t.Fatalf("step %d, %s: %v", step, what, err)
		}
		pairsAgree(t, st, fmt.Sprintf("step %d, %s", step, what), entities)
	}
}
