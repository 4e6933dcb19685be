package testkit

import (
	"slices"
	"testing"
	"time"

	"shanyraq/internal/audience"
	"shanyraq/internal/store"
)

func storeViews(t *testing.T, st *store.Store) {
	day := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
	one, two := Item("en", "one", "One", "It is.", day), Item("kk", "two", "Екі", "Ол бар.", day)
	one.Article.Section, two.Article.Section = "news/culture", "events"
	save(t, st, one, two)
	d := store.DayOf(day)
	key := func(it *store.Item, day int64, tag, from string) audience.Key {
		return audience.Key{Day: day, View: audience.View{Article: it.Article.ID, Tag: tag, From: from}}
	}
	update(t, st, func(tx *store.Tx) error {
		return tx.AddViews(audience.Batch{key(one, d, "en", ""): 5, key(one, d, "en", "example.org"): 2, key(two, d, "kk", ""): 3})
	})
	update(t, st, func(tx *store.Tx) error {
		return tx.AddViews(audience.Batch{key(one, d, "en", ""): 1, key(two, d+1, "kk-Arab", "example.org"): 4})
	})
	if n := must[int](t)(st.Views(t.Context(), one.Article.ID, d+1)); n != 8 {
		t.Errorf("article one was read %d times", n)
	}
	all := store.ViewFilter{From: d, To: d + 1}
	count := func(by string, f store.ViewFilter) []store.Count {
		return must[[]store.Count](t)(st.CountViews(t.Context(), by, f, 0))
	}
	for _, c := range []struct {
		by   string
		f    store.ViewFilter
		want []store.Count
	}{
		{store.ByDay, all, []store.Count{{ID: d, N: 11}, {ID: d + 1, N: 4}}},
		{store.ByArticle, all, []store.Count{{ID: one.Article.ID, N: 8}, {ID: two.Article.ID, N: 7}}},
		{store.ByTag, all, []store.Count{{Name: "en", N: 8}, {Name: "kk-Arab", N: 4}, {Name: "kk", N: 3}}},
		{store.BySection, all, []store.Count{{Name: "news/culture", N: 8}, {Name: "events", N: 7}}},
		{store.ByReferrer, all, []store.Count{{Name: "", N: 9}, {Name: "example.org", N: 6}}},
		{store.ByReferrer, store.ViewFilter{From: d, To: d + 1, Article: two.Article.ID}, []store.Count{{Name: "example.org", N: 4}, {Name: "", N: 3}}},
		{store.ByTag, store.ViewFilter{From: d, To: d + 1, Section: "news"}, []store.Count{{Name: "en", N: 8}}},
		{store.ByDay, store.ViewFilter{From: d + 1, To: d + 1, Language: "kk"}, []store.Count{{ID: d + 1, N: 4}}},
	} {
		if got := count(c.by, c.f); !slices.Equal(got, c.want) {
			t.Errorf("%s %+v: %+v, want %+v", c.by, c.f, got, c.want)
		}
	}
	sum := 0
	if err := st.EachView(t.Context(), all, func(_ audience.Key, n int) error { sum += n; return nil }); err != nil || sum != 15 {
		t.Errorf("exported %d, %v", sum, err)
	}
}
