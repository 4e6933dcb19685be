package testkit

import (
	"context"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// Store runs the contract that every database must pass. open gives an empty
// store.
func Store(t *testing.T, open func(testing.TB) *store.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *store.Store)
	}{
		{"articles", storeArticles},
		{"revisions", storeRevisions},
		{"sections", storeSections},
		{"sections moved", storeSectionMove},
		{"named", storeNamed},
		{"paging", storePaging},
		{"redirects", storeRedirects},
		{"rollback", storeRollback},
		{"version", storeVersion},
		{"record", storeRecord},
		{"registers of entities", storeRoll},
		{"years of an entity", storeYears},
		{"rereading", storeRereading},
		{"decisions", storeDecisions},
		{"register paging", storeRegisterPaging},
		{"pairs", storePairs},
		{"observations", storeObservations},
		{"jobs", storeJobs},
		{"kinds of jobs", storeJobKinds},
		{"terms", storeTerms},
		{"requests and grants", storeRequests},
		{"sightings", storeSightings},
		{"outbox", storeOutbox},
		{"subscribers", storeSubscribers},
		{"news", storeNews},
		{"search", storeSearch},
		{"search names", storeSearchNames},
		{"suggestions", storeSuggest},
		{"search hostile", storeSearchHostile},
		{"exceptions", storeExceptions},
		{"users", storeUsers},
		{"sessions", storeSessions},
		{"audit", storeAudit},
		{"reviews", storeReviews},
		{"corrections", storeCorrections},
		{"names put right", storeNames},
		{"doubts", storeDoubts},
		{"views", storeViews},
		{"drafts", storeDrafts},
		{"desk's list", storeDeskList},
		{"translations", storeTranslationBases},
		{"desk and import", storeDeskAndImport},
		{"nobody listens", storeNobodyListens},
		{"events", storeEvents},
		{"deliveries", storeDeliveries},
		{"subscriptions", storeSubscriptions},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

func update(t *testing.T, st *store.Store, fn func(*store.Tx) error) {
	t.Helper()
	if err := st.Update(t.Context(), fn); err != nil {
		t.Fatal(err)
	}
}

func save(t *testing.T, st *store.Store, items ...*store.Item) (out []store.Outcome) {
	t.Helper()
	update(t, st, func(tx *store.Tx) error {
		for _, it := range items {
			o, err := tx.Save(it)
			if err != nil {
				return err
			}
			out = append(out, o)
		}
		return nil
	})
	return out
}

// must gives v, and ends the test when there is an error.
func must[T any](t *testing.T) func(v T, err error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func storeArticles(t *testing.T, st *store.Store) {
	ctx := t.Context()
	day := time.Date(2018, 3, 15, 7, 30, 0, 0, time.UTC)
	en := Item("en", "meeting", "A “meeting” <b>'s title", "It's selected FROM users; -- \u202eabc\u202c ok", day)
	en.Authors = []string{"A. Author", "Б. Автор"}
	en.Images = []store.Image{{Address: "https://example.org/1.jpg", Caption: "c"}, {Address: "https://example.org/2.jpg", Alt: "two"}}
	en.GroupKey = "g1"
	kk := Item("kk", "kezdesu", "Кездесу", "Мәтін", day.Add(time.Hour))
	kk.GroupKey = "g1"
	save(t, st, en, kk)

	c := must[store.Card](t)(st.Article(ctx, "en", "meeting"))
	if c.Title != en.Revision.Title || len(c.Authors) != 2 || c.Authors[1] != "Б. Автор" || c.Image.Address != en.Images[0].Address || !c.Published.Equal(day) {
		t.Errorf("the card does not give back what was saved: %+v", c)
	}
	r := must[article.Revision](t)(st.Revision(ctx, c.Revision))
	if r.Plain != en.Revision.Plain || r.Body != en.Revision.Body || r.Sum() != r.Hash {
		t.Errorf("the text came back altered: %q", r.Plain)
	}
	if ims := must[[]store.Image](t)(st.Images(ctx, c.ID)); len(ims) != 2 || ims[1] != en.Images[1] {
		t.Errorf("images: %+v", ims)
	}
	if g := must[[]store.Card](t)(st.Translations(ctx, c.Group)); len(g) != 2 || g[1].Language != "kk" {
		t.Errorf("translations: %+v", g)
	}
	if _, err := st.Article(ctx, "ru", "meeting"); !fault.Is(err, fault.NotFound) {
		t.Errorf("an article in another language must not answer: %v", err)
	}
	err := st.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.Save(Item("en", "meeting", "Other", "Other", day))
		return err
	})
	if !fault.Is(err, fault.Exists) {
		t.Errorf("a taken address must be fault.Exists, is %v", err)
	}
	other := Item("en", "meeting", "Other", "Other", day)
	other.AnySlug = true
	if save(t, st, other); other.Article.Slug != "meeting-2" {
		t.Errorf("slug %q", other.Article.Slug)
	}
	if n := must[map[string]int](t)(st.Languages(ctx)); n["en"] != 2 || n["kk"] != 1 {
		t.Errorf("languages: %v", n)
	}
}

func storeRevisions(t *testing.T, st *store.Store) {
	ctx := t.Context()
	day := time.Date(2019, 5, 1, 0, 0, 0, 0, time.UTC)
	it := func(text string) *store.Item {
		i := Item("en", "x", "X", text, day)
		i.Key, i.Seen = "https://example.org/x", "hash of "+text
		return i
	}
	first := it("one")
	if o := save(t, st, first, it("one"), it("two")); o[0] != store.Created || o[1] != store.Unchanged || o[2] != store.Revised {
		t.Fatalf("outcomes %v", o)
	}
	quiet := it("two")
	quiet.Seen, quiet.Article.State = "other", article.Withdrawn
	if o := save(t, st, quiet); o[0] != store.Changed {
		t.Fatalf("outcome %v", o)
	}
	revs := must[[]article.Revision](t)(st.Revisions(ctx, first.Article.ID))
	if len(revs) != 2 || revs[0].Plain != "two" || revs[0].Number != 2 || revs[1].Plain != "one" {
		t.Fatalf("revisions: %+v", revs)
	}
	if list := must[[]store.Card](t)(st.Articles(ctx, store.ArticleFilter{Language: "en"})); len(list) != 0 {
		t.Error("a withdrawn article is listed to the public")
	}
	if list := must[[]store.Card](t)(st.Articles(ctx, store.ArticleFilter{Drafts: true})); len(list) != 1 {
		t.Error("an editor does not see a withdrawn article")
	}
}

func storeSections(t *testing.T, st *store.Store) {
	ctx := t.Context()
	update(t, st, func(tx *store.Tx) error {
		if err := tx.AddSection(article.Section{Path: "news/culture", Names: map[string]string{"en": "Culture"}, Order: 2}); err != nil {
			return err
		}
		if err := tx.SaveSection(article.Section{Path: "news", Names: map[string]string{"en": "News", "kk": "Жаңалықтар"}, Order: 1}); err != nil {
			return err
		}
		return tx.SaveSection(article.Section{Path: "about", Order: 0})
	})
	list := must[[]article.Section](t)(st.Sections(ctx))
	if len(list) != 3 || list[0].Path != "about" || list[1].Names["kk"] != "Жаңалықтар" || list[2].Path != "news/culture" {
		t.Fatalf("sections: %+v", list)
	}
	items := Items(4)
	items[0].Article.Section, items[1].Article.Section, items[2].Article.Section = "news", "news/culture", "newsroom"
	save(t, st, items...)
	got := must[[]store.Card](t)(st.Articles(ctx, store.ArticleFilter{Section: "news", Language: "en"}))
	if len(got) != 2 || got[0].Slug != "a1" {
		t.Errorf("the section must list its branches and nothing else: %+v", got)
	}
	items[1].Article.Section = "about"
	save(t, st, items[1])
	if got := must[[]store.Card](t)(st.Articles(ctx, store.ArticleFilter{Section: "news"})); len(got) != 1 {
		t.Errorf("a moved article stays in its old section: %+v", got)
	}
}

func storePaging(t *testing.T, st *store.Store) {
	ctx := t.Context()
	items := Items(25)
	for _, it := range items[:10] { // many at one moment: the id must decide
		it.Article.Published = items[0].Article.Published
	}
	save(t, st, items...)
	seen := map[int64]bool{}
	var after store.Cursor
	last := items[24].Article.Published.Add(time.Hour)
	for page := 0; ; page++ {
		list := must[[]store.Card](t)(st.Articles(ctx, store.ArticleFilter{Language: "en", After: after, Limit: 4}))
		for _, c := range list {
			if seen[c.ID] || c.Published.After(last) {
				t.Fatalf("page %d repeats or is out of order: %+v", page, c)
			}
			seen[c.ID], last = true, c.Published
		}
		if len(list) < 4 {
			break
		}
		after = store.CursorOf(list[3])
	}
	n := 0
	for c, err := range st.EachPublic(ctx) {
		if err != nil || !seen[c.ID] {
			t.Fatal(c, err)
		}
		n++
	}
	if len(seen) != 25 || n != 25 {
		t.Errorf("paging found %d and iteration %d of 25", len(seen), n)
	}
}

func storeRedirects(t *testing.T, st *store.Store) {
	ctx := t.Context()
	it := Items(1)[0]
	it.Article.Old = []string{"/?p=12"}
	save(t, st, it)
	it.Article.Slug, it.Article.Old = "new", nil
	save(t, st, it)
	for _, old := range []string{"/?p=12", "/en/a0"} {
		if to := must[string](t)(st.Redirect(ctx, old)); to != "/en/new" {
			t.Errorf("%s leads to %s", old, to)
		}
	}
	if _, err := st.Redirect(ctx, "/nowhere"); !fault.Is(err, fault.NotFound) {
		t.Errorf("an unknown path: %v", err)
	}
	update(t, st, func(tx *store.Tx) error { return tx.SaveRedirect(store.Redirect{Path: "/away", Target: "/en/"}) })
	list := must[[]store.Redirect](t)(st.Redirects(ctx, "", 10))
	if len(list) != 3 || list[0].Path != "/?p=12" || list[0].Target != "/en/new" || list[1] != (store.Redirect{Path: "/away", Target: "/en/"}) {
		t.Errorf("the list is %+v", list)
	}
	if rest := must[[]store.Redirect](t)(st.Redirects(ctx, "/away", 10)); len(rest) != 1 || rest[0].Path != "/en/a0" {
		t.Errorf("after /away come %+v", rest)
	}
	update(t, st, func(tx *store.Tx) error { return tx.DropRedirect("/away") })
	if err := st.Update(ctx, func(tx *store.Tx) error { return tx.DropRedirect("/away") }); !fault.Is(err, fault.NotFound) {
		t.Errorf("a redirect that is gone: %v", err)
	}
	it.Article.State = article.Withdrawn // what is not public is no place to lead to
	save(t, st, it)
	for r, err := range st.EachRedirect(ctx) {
		t.Errorf("%+v, %v", r, err)
	}
}

func storeRollback(t *testing.T, st *store.Store) {
	ctx := t.Context()
	boom := fault.New(fault.Invalid, "boom")
	items := Items(2)
	err := st.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.Save(items[0]); err != nil {
			return err
		}
		if _, err := tx.Article(ctx, "en", "a0"); err != nil {
			t.Error("a transaction does not see its own writes")
		}
		if _, err := st.Article(ctx, "en", "a0"); !fault.Is(err, fault.NotFound) {
			t.Error("others see what is not committed")
		}
		return boom
	})
	if err != boom {
		t.Fatalf("the error of the function must come back, got %v", err)
	}
	func() {
		defer func() { recover() }()
		st.Update(ctx, func(tx *store.Tx) error {
			tx.Save(items[0])
			panic("x")
		})
	}()
	cancelled, cancel := context.WithCancel(ctx)
	st.Update(cancelled, func(tx *store.Tx) error {
		_, err := tx.Save(Items(1)[0])
		cancel()
		return err
	})
	if list := must[[]store.Card](t)(st.Articles(ctx, store.ArticleFilter{})); len(list) != 0 {
		t.Errorf("something of a failed transaction is there: %+v", list)
	}
	save(t, st, items[1]) // and the store still works
}
