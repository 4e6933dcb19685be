package testkit

import (
	"slices"
	"testing"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/rights"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
)

// storeSectionMove: a section that gets another path takes its branches and
// everything that is found under them along; one that is removed gives its
// articles to another, or is refused.
func storeSectionMove(t *testing.T, st *store.Store) {
	ctx := t.Context()
	kz, uz := entity(t, st, read.Place, "Kazakhstan"), entity(t, st, read.Place, "Uzbekistan")
	u := User(t, st, "editor", people.Editor)
	u.Roles[0].Sections = []string{"news/world", "news/other"}
	endpoint := hooks.Endpoint{State: hooks.On, Address: "https://example.org/hook", Secret: hooks.NewSecret(), Sections: []string{"news/world/asia"}}
	update(t, st, func(tx *store.Tx) error {
		for i, path := range []string{"news", "news/world", "news/world/asia", "news/worldly", "press"} {
			if err := tx.SaveSection(article.Section{Path: path, Names: map[string]string{"en": path}, Order: i}); err != nil {
				return err
			}
		}
		if err := tx.SaveUser(&u); err != nil {
			return err
		}
		if err := tx.SaveTerms(rights.Placed{Place: rights.Section + "news/world", Terms: rights.Terms{Reuse: rights.Yes}}, "test"); err != nil {
			return err
		}
		return tx.SaveHook(&endpoint)
	})
	follower := Subscriber(t, st, "reader@example.com", "en", "once", "section:news/world/asia")
	items := Items(4)
	items[0].Article.Section, items[1].Article.Section, items[2].Article.Section, items[3].Article.Section = "news/world", "news/world/asia", "news/worldly", "press"
	items[3].Article.State = article.Draft
	save(t, st, items...)
	for i, fact := range []string{"f0", "f1", "f2"} {
		storeReading(t, st, reading(items[i], signing(fact, "2019-05", kz, uz)))
		update(t, st, func(tx *store.Tx) error {
			a := items[i].Article
			return tx.Index(items[i].Card(), search.Index(search.Text{Language: a.Language, Plain: items[i].Revision.Plain, Section: a.Section}))
		})
	}
	// found lists the facts, the public articles and what waits for review
	// under a path.
	found := func(path string) (out []string) {
		for _, s := range list(t, st, store.StatementFilter{Section: path, Kind: read.Agreement, Facts: true, Oldest: true}) {
			out = append(out, s.Fact+" "+s.Section)
		}
		for _, c := range must[[]store.Card](t)(st.Articles(ctx, store.ArticleFilter{Section: path})) {
			out = append(out, c.Slug)
		}
		for _, r := range must[[]store.Review](t)(st.Reviews(ctx, store.ReviewFilter{Section: path})) {
			out = append(out, "review "+r.Section)
		}
		slices.Sort(out)
		return out
	}
	counts := func() (out []string) {
		for _, c := range must[[]store.ReviewCount](t)(st.ReviewCounts(ctx)) {
			if c.Kind == "" {
				for range c.Statements {
					out = append(out, c.Section)
				}
			}
		}
		slices.Sort(out)
		return out
	}
	is := func(what string, got []string, want ...string) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	is("before", found("news/world"), "a0", "a1", "f0 news/world", "f1 news/world/asia", "review news/world", "review news/world/asia")

	var moved map[string]string
	update(t, st, func(tx *store.Tx) (err error) { moved, err = tx.MoveSection("news/world", "press/abroad"); return err })
	if len(moved) != 2 || moved["news/world"] != "press/abroad" || moved["news/world/asia"] != "press/abroad/asia" {
		t.Errorf("moved: %v", moved)
	}
	is("under the old path", found("news/world"))
	is("under the section it left", found("news"), "a2", "f2 news/worldly", "review news/worldly")
	is("under the new path", found("press/abroad"), "a0", "a1", "f0 press/abroad", "f1 press/abroad/asia", "review press/abroad", "review press/abroad/asia")
	is("under the section it came to", found("press"), "a0", "a1", "f0 press/abroad", "f1 press/abroad/asia", "review press/abroad", "review press/abroad/asia")
	is("under its branch", found("press/abroad/asia"), "a1", "f1 press/abroad/asia", "review press/abroad/asia")
	is("counted", counts(), "news/worldly", "press/abroad", "press/abroad/asia")
	if terms := must[rights.Resolved](t)(st.ResolveTerms(ctx, "press/abroad/asia", 0)); terms.Reuse != rights.Yes {
		t.Errorf("the terms stayed behind: %+v", terms)
	}
	is("the role", must[people.User](t)(st.User(ctx, u.ID)).Roles[0].Sections, "press/abroad", "news/other")
	is("the endpoint", must[hooks.Endpoint](t)(st.Hook(ctx, endpoint.ID)).Sections, "press/abroad/asia")
	if topics := followedBy(t, st, follower.ID); len(topics) != 1 || topics[0] != "section:press/abroad/asia" {
		t.Errorf("the reader follows %q", topics)
	}
	if _, under, err := st.ReindexProgress(ctx); err != nil || !under {
		t.Errorf("indexing anew is not queued: %v", err)
	}

	refused := func(what string, kind fault.Kind, fn func(*store.Tx) error) {
		t.Helper()
		if err := st.Update(ctx, fn); fault.KindOf(err) != kind {
			t.Errorf("%s: %v", what, err)
		}
	}
	refused("a taken path", fault.Exists, func(tx *store.Tx) error { _, err := tx.MoveSection("news", "press"); return err })
	refused("below itself", fault.Invalid, func(tx *store.Tx) error { _, err := tx.MoveSection("press", "press/abroad/deeper"); return err })
	refused("a section that is not", fault.NotFound, func(tx *store.Tx) error { _, err := tx.MoveSection("nothing", "x"); return err })
	refused("one with branches", fault.Conflict, func(tx *store.Tx) error { return tx.RemoveSection("press/abroad", "news", "test") })
	refused("one with articles that go nowhere", fault.Conflict, func(tx *store.Tx) error { return tx.RemoveSection("press/abroad/asia", "", "test") })
	refused("articles into nothing", fault.Invalid, func(tx *store.Tx) error { return tx.RemoveSection("press/abroad/asia", "nowhere", "test") })

	update(t, st, func(tx *store.Tx) error { return tx.RemoveSection("press/abroad/asia", "press/abroad", "test") })
	is("after the branch is gone", found("press/abroad"), "a0", "a1", "f0 press/abroad", "f1 press/abroad", "review press/abroad", "review press/abroad")
	is("counted then", counts(), "news/worldly", "press/abroad", "press/abroad")
	update(t, st, func(tx *store.Tx) error {
		if err := tx.RemoveSection("press/abroad", "news/worldly", "test"); err != nil {
			return err
		}
		if err := tx.RemoveSection("news/worldly", "news", "test"); err != nil {
			return err
		}
		return tx.RemoveSection("press", "news", "test") // a draft stands in it
	})
	if terms := must[rights.Resolved](t)(st.ResolveTerms(ctx, "press/abroad", 0)); terms.Reuse == rights.Yes {
		t.Error("the terms of a removed section would hold for one made later")
	}
	is("all in one", found("news"), "a0", "a1", "a2", "f0 news", "f1 news", "f2 news", "review news", "review news", "review news")
	if list := must[[]article.Section](t)(st.Sections(ctx)); len(list) != 1 || must[map[string]int](t)(st.SectionCounts(ctx))["news"] != 4 {
		t.Errorf("left: %+v", list)
	}
	update(t, st, func(tx *store.Tx) error { return tx.SaveSection(article.Section{Path: "empty"}) })
	update(t, st, func(tx *store.Tx) error { return tx.RemoveSection("empty", "", "test") })
}

// followedBy gives what a subscriber follows.
func followedBy(t *testing.T, st *store.Store, id int64) (out []string) {
	s, err := st.Subscriber(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, topic := range s.Topics {
		out = append(out, topic.Name)
	}
	return out
}

// storeNamed: the names of the site are kept by language and are new for
// whoever asks once they are written, also through Called.
func storeNamed(t *testing.T, st *store.Store) {
	for _, want := range []map[string]string{nil, {"en": "Sample Assembly", "kk": "Үлгі Ассамблеясы"}, {"kk": "Үлгі"}} {
		if want != nil {
			update(t, st, func(tx *store.Tx) error { return tx.SetNames(map[string]string{"en": want["en"], "kk": want["kk"]}) })
		}
		for range 2 {
			got := must[map[string]string](t)(st.Called(t.Context()))
			if len(got) != len(want) || got["en"] != want["en"] || got["kk"] != want["kk"] {
				t.Errorf("called %v, want %v", got, want)
			}
		}
	}
}
