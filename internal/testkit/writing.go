package testkit

import (
	"fmt"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

func storeDrafts(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	u, other := User(t, st, "writer", people.Writer), User(t, st, "other", people.Writer)
	version := st.Version()
	text := "<p>it's selected FROM \u202eusers\u202c; -- &amp; «қазақ»</p>"
	d := store.Draft{Article: 7, Person: u.ID, Pen: "pen-one", Base: 3, Kind: store.Typing, Title: "T", Lead: "\nL ", Body: text}
	update(t, st, func(tx *store.Tx) error { return tx.SaveDraft(&d) })
	second := d // a second window knows the draft as it was
	update(t, st, func(tx *store.Tx) error { d.Body += "\n<p>more</p>"; return tx.SaveDraft(&d) })
	if err := st.Update(ctx, func(tx *store.Tx) error { second.Body = "lost?"; return tx.SaveDraft(&second) }); !fault.Is(err, fault.Conflict) {
		t.Errorf("an old window writes over a newer one: %v", err)
	}
	update(t, st, func(tx *store.Tx) error {
		return tx.SaveDraft(&store.Draft{Article: 7, Person: other.ID, Pen: "pen-one", Base: 3, Kind: store.Proposed, Body: "x"})
	})
	got := must[store.Draft](t)(st.Draft(ctx, 7, u.ID, "pen-one"))
	if got.Body != text+"\n<p>more</p>" || got.Lead != "\nL " || got.Seq != 2 || got.Name != "writer" || !got.Saved.Equal(now) {
		t.Errorf("the draft came back as %+v", got)
	}
	if own, proposed, err := st.DraftsWaiting(ctx, u.ID); own != 1 || proposed != 1 || err != nil {
		t.Errorf("waiting: %d %d %v", own, proposed, err)
	}
	if ids := must[[]int64](t)(st.Unsaved(ctx, 0, 10)); len(ids) != 1 || ids[0] != 7 {
		t.Errorf("proposed: %v", ids)
	}
	update(t, st, func(tx *store.Tx) error { return tx.DropDraft(7, u.ID, "pen-one") })
	if list := must[[]store.Draft](t)(st.Drafts(ctx, 7)); len(list) != 1 || list[0].Person != other.ID {
		t.Errorf("drafts: %+v", list)
	}
	update(t, st, func(tx *store.Tx) error { return tx.Editing(7, u.ID, u.Name) })
	if names := must[[]string](t)(st.Editors(ctx, 7, other.ID, now.Add(30*time.Second))); len(names) != 1 || names[0] != "writer" {
		t.Errorf("editors: %v", names)
	}
	if names := must[[]string](t)(st.Editors(ctx, 7, other.ID, now.Add(2*time.Minute))); len(names) != 0 {
		t.Errorf("somebody who left two minutes ago is there: %v", names)
	}
	if st.Version() != version {
		t.Error("typing empties the page cache")
	}
}

func storeDeskList(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { now = now.Add(time.Second); return now }
	u := User(t, st, "writer", people.Writer)
	var items []*store.Item
	for i := range 9 {
		it := Item("en", fmt.Sprintf("d%d", i), fmt.Sprintf("Айгүл title %d", i), "Text", now)
		it.Article.Section = []string{"news", "news/culture", "events"}[i%3]
		if i%2 == 1 {
			it.Article.State = article.Draft
		}
		items = append(items, it)
	}
	for _, it := range items {
		save(t, st, it)
	}
	update(t, st, func(tx *store.Tx) error { return tx.Wrote(u.ID, items[4].Article.ID) })
	slugs := func(f store.DeskFilter) (s string) {
		for _, c := range must[[]store.Card](t)(st.DeskArticles(ctx, f)) {
			s += c.Slug + " "
		}
		return s
	}
	for _, c := range []struct {
		f    store.DeskFilter
		want string
	}{
		{store.DeskFilter{}, "d8 d7 d6 d5 d4 d3 d2 d1 d0 "},
		{store.DeskFilter{Language: "kk"}, ""},
		{store.DeskFilter{State: article.Draft}, "d7 d5 d3 d1 "},
		{store.DeskFilter{State: article.Published, Limit: 2}, "d8 d6 "},
		{store.DeskFilter{Sections: []string{"news", "news/culture"}, Limit: 3}, "d7 d6 d4 "},
		{store.DeskFilter{Writer: u.ID}, "d4 "},
		{store.DeskFilter{IDs: []int64{}}, ""},
		{store.DeskFilter{IDs: []int64{items[1].Article.ID, items[2].Article.ID}, State: article.Draft}, "d1 "},
	} {
		if got := slugs(c.f); got != c.want {
			t.Errorf("%+v: %q, want %q", c.f, got, c.want)
		}
	}
	first := must[[]store.Card](t)(st.DeskArticles(ctx, store.DeskFilter{Limit: 4}))
	if got := slugs(store.DeskFilter{After: store.DeskCursor(first[3])}); got != "d4 d3 d2 d1 d0 " {
		t.Errorf("the second page: %q", got)
	}
	// A draft is found by its title in another script, and only at the desk.
	if ids := must[[]int64](t)(st.FindAtDesk(ctx, "Aigul")); len(ids) != 4 {
		t.Errorf("found %v", ids)
	}
}

func storeTranslationBases(t *testing.T, st *store.Store) {
	ctx := t.Context()
	day := time.Date(2019, 5, 1, 0, 0, 0, 0, time.UTC)
	en, kk, alone := Item("en", "a", "A", "one", day), Item("kk", "b", "B", "bir", day), Item("en", "c", "C", "c", day)
	en.GroupKey, kk.GroupKey = "g", "g"
	save(t, st, en, kk, alone)
	standing := func() (out store.Standing, old bool) {
		group := must[map[int64][]store.Standing](t)(st.Standings(ctx, []int64{en.Article.Group}))[en.Article.Group]
		for _, s := range group {
			if s.Language == "kk" {
				out, old = s, s.Outdated(group)
			}
		}
		return out, old
	}
	if s, old := standing(); s.Source != 0 || old {
		t.Errorf("nothing was revised and the translation is %+v", s)
	}
	revise := func(text string) {
		update(t, st, func(tx *store.Tx) error {
			it, err := tx.ItemOf(en.Article.ID)
			if err != nil {
				return err
			}
			if err := tx.Outdate(it); err != nil {
				return err
			}
			it.Revision = article.NewRevision("A", "", article.FromText(text), "x", day)
			_, err = tx.Save(it)
			return err
		})
	}
	revise("two")
	if s, old := standing(); s.Source != en.Article.ID || s.Base != 1 || !old {
		t.Errorf("its source was revised and the translation is %+v", s)
	}
	if list := must[[]store.Card](t)(st.OutdatedTranslations(ctx, "kk", 10)); len(list) != 1 || list[0].ID != kk.Article.ID {
		t.Errorf("outdated: %+v", list)
	}
	update(t, st, func(tx *store.Tx) error { return tx.Match(kk.Article.ID, en.Article.ID, 2) })
	if _, old := standing(); old {
		t.Error("a matched translation is outdated")
	}
	revise("three")
	if s, old := standing(); s.Base != 2 || !old {
		t.Errorf("revised again: %+v", s)
	}
	if list := must[[]store.Card](t)(st.MissingTranslations(ctx, "kk", store.Cursor{}, 10)); len(list) != 1 || list[0].ID != alone.Article.ID {
		t.Errorf("missing: %+v", list)
	}
	if id := must[int64](t)(st.RevisionByNumber(ctx, en.Article.ID, 2)); id == 0 {
		t.Error("no second revision")
	}
	n, by, err := st.Newest(ctx, en.Article.ID)
	if n != 3 || by != "x" || err != nil {
		t.Errorf("newest: %d %s %v", n, by, err)
	}
	update(t, st, func(tx *store.Tx) error {
		return tx.Tell(&store.Note{Article: en.Article.ID, Kind: store.Correction, Name: "x", Words: "Сан түзетілді"})
	})
	if notes := must[[]store.Note](t)(st.Told(ctx, en.Article.ID)); len(notes) != 1 || notes[0].Words != "Сан түзетілді" {
		t.Errorf("notes: %+v", notes)
	}
	m := store.Medium{Hash: "abc", Name: "a.jpg", Width: 10, Height: 5, Files: []store.MediaFile{{Width: 10, Height: 5, Type: "jpeg", Bytes: 9}}, Credit: "A. Sample", FocusX: 30, FocusY: 70}
	update(t, st, func(tx *store.Tx) error { return tx.SaveMedium(&m) })
	if got := must[store.Medium](t)(st.Medium(ctx, "abc")); len(got.Files) != 1 || got.Files[0] != m.Files[0] || got.Credit != m.Credit || got.FocusY != 70 {
		t.Errorf("picture: %+v", got)
	}
	update(t, st, func(tx *store.Tx) error { return tx.FocusMedium("abc", 5, 95) })
	if got := must[store.Medium](t)(st.Medium(ctx, "abc")); got.FocusX != 5 || got.FocusY != 95 || got.Credit != m.Credit {
		t.Errorf("picture with another focus: %+v", got)
	}
	for hash, kind := range map[string]fault.Kind{"abc": fault.Invalid, "none": fault.NotFound} {
		x := map[fault.Kind]int{fault.Invalid: 101}[kind]
		if err := st.Update(ctx, func(tx *store.Tx) error { return tx.FocusMedium(hash, x, 0) }); !fault.Is(err, kind) {
			t.Errorf("the focus of %q at %d: %v", hash, x, err)
		}
	}
}

// What is changed at the desk is not changed back by an import of the same
// source.
func storeDeskAndImport(t *testing.T, st *store.Store) {
	day := time.Date(2019, 5, 1, 0, 0, 0, 0, time.UTC)
	source := func() *store.Item {
		it := Item("en", "x", "X", "one", day)
		it.Key, it.Seen = "https://example.org/x", "hash"
		return it
	}
	first := source()
	save(t, st, first)
	version := st.Version()
	update(t, st, func(tx *store.Tx) error {
		it, err := tx.ItemOf(first.Article.ID)
		if err != nil {
			return err
		}
		it.Revision = article.NewRevision("X", "", article.FromText("changed here"), "x", day)
		_, err = tx.Save(it)
		return err
	})
	if st.Version() == version {
		t.Error("a public text was changed and pages stay as they were")
	}
	if o := save(t, st, source()); o[0] != store.Unchanged {
		t.Errorf("an import of what was imported: %v", o)
	}
	draft := Item("en", "secret", "Secret", "secret", day)
	draft.Article.State = article.Draft
	version = st.Version()
	save(t, st, draft)
	if st.Version() != version {
		t.Error("a draft empties the page cache")
	}
}
