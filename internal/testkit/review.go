package testkit

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/audience"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// counted is a figure told in the first letters of a text.
func counted(fact string, n float64) record.Statement {
	return record.Statement{Fact: fact, Evidence: value.Span{Start: 0, End: 4}, Quote: "Text",
		Said: read.Statement{Kind: read.Figure, Value: &n, Counted: "letters", Evidence: value.Span{Start: 0, End: 4}, Rule: "test", Confidence: 0.9}}
}

func storeReviews(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := time.Date(2020, 6, 1, 8, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	kz, uz := entity(t, st, read.Place, "Kazakhstan"), entity(t, st, read.Place, "Uzbekistan")
	items := Items(4)
	items[0].Article.Section, items[1].Article.Section, items[2].Article.Section = "news", "news/culture", "newsroom"
	items[2].Article.Language = "ru"
	items[3].Article.State = article.Draft
	save(t, st, items...)
	storeReading(t, st, reading(items[0], signing("f1", "2019", kz, uz)))
	storeReading(t, st, reading(items[1], counted("f2", 7)))
	storeReading(t, st, reading(items[2], counted("f3", 8), counted("f4", 9)))
	storeReading(t, st, reading(items[3], counted("f5", 10)))
	queue := func(f store.ReviewFilter) (out []int64) {
		t.Helper()
		for _, r := range must[[]store.Review](t)(st.Reviews(ctx, f)) {
			out = append(out, r.Article)
		}
		return out
	}
	a, b, c, d := items[0].Article.ID, items[1].Article.ID, items[2].Article.ID, items[3].Article.ID
	expect := func(what string, got []int64, want ...int64) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	// The draft was changed last and stands before what is half a year old;
	// of the others an agreement is worth more days than lie between them.
	expect("the queue", queue(store.ReviewFilter{}), d, a, c, b)
	expect("by language", queue(store.ReviewFilter{Language: "ru"}), c)
	expect("by section", queue(store.ReviewFilter{Section: "news"}), a, b)
	expect("by kind", queue(store.ReviewFilter{Kind: read.Agreement}), a)
	expect("what may be decided", queue(store.ReviewFilter{May: []people.Assignment{{Role: people.Editor, Languages: []string{"en"}, Sections: []string{"news"}}}}), a, b)
	expect("what nobody may decide", queue(store.ReviewFilter{May: []people.Assignment{}}))
	var paged []int64
	var after store.Review
	for {
		list := must[[]store.Review](t)(st.Reviews(ctx, store.ReviewFilter{After: after, Limit: 1}))
		if len(list) == 0 {
			break
		}
		after = list[0]
		paged = append(paged, after.Article)
	}
	expect("page by page", paged, d, a, c, b)
	counts := func() string { return fmt.Sprint(must[[]store.ReviewCount](t)(st.ReviewCounts(ctx))) }
	if got, want := counts(), "[{en   1 1} {en  figure 1 1} {en news  1 1} {en news agreement 1 1} {en news/culture  1 1} {en news/culture figure 1 1} {ru newsroom  1 2} {ru newsroom figure 1 2}]"; got != want {
		t.Errorf("counts %s", got)
	}

	editor, other := people.User{ID: 7, Name: "One"}, people.User{ID: 8, Name: "Other"}
	lease := func(u people.User) (l store.Lease) {
		update(t, st, func(tx *store.Tx) (err error) { l, err = tx.Lease("review", a, u); return err })
		return l
	}
	before := st.Version()
	if l := lease(editor); l.Person != 7 {
		t.Errorf("lease %+v", l)
	}
	if l := lease(other); l.Name != "One" {
		t.Errorf("a second lease %+v", l)
	}
	if st.Version() != before {
		t.Error("a lease empties the page cache")
	}
	expect("free of others", queue(store.ReviewFilter{FreeOf: 8}), d, c, b)
	expect("free for the holder", queue(store.ReviewFilter{FreeOf: 7}), d, a, c, b)
	now = now.Add(store.LeaseLife + time.Second)
	expect("free once it has ended", queue(store.ReviewFilter{FreeOf: 8}), d, a, c, b)
	if l := lease(other); l.Name != "Other" {
		t.Errorf("an ended lease holds: %+v", l)
	}
	update(t, st, func(tx *store.Tx) error { return tx.Release("review", 0, other) })
	if m := must[map[int64]store.Lease](t)(st.Leases(ctx, "review", []int64{a})); len(m) != 0 {
		t.Errorf("a released lease: %+v", m)
	}

	// Deciding, withdrawing and moving change the queue and its counts.
	said := must[[]store.Statement](t)(st.ArticleStatements(ctx, c, true))
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideStatement(said[0].ID, record.Accepted, record.Change{Who: "One"})
	})
	items[3].Article.State = article.Withdrawn
	items[1].Article.Section = "about"
	save(t, st, items[3], items[1])
	expect("after", queue(store.ReviewFilter{}), a, c, b)
	if got, want := counts(), "[{en about  1 1} {en about figure 1 1} {en news  1 1} {en news agreement 1 1} {ru newsroom  1 1} {ru newsroom figure 1 1}]"; got != want {
		t.Errorf("counts %s", got)
	}
	storeReviewOfRead(t, st)
}

// storeReviewOfRead: what is read comes first, however old; many batches of
// views weigh as much as one, and as much once the article is looked at anew.
func storeReviewOfRead(t *testing.T, st *store.Store) {
	queue := func() []store.Review { return must[[]store.Review](t)(st.Reviews(t.Context(), store.ReviewFilter{})) }
	list := queue()
	last := list[len(list)-1]
	version := st.Version()
	for i := range 10 {
		update(t, st, func(tx *store.Tx) error {
			return tx.AddViews(audience.Batch{{Day: 18000, View: audience.View{Article: last.Article, Tag: "en"}}: 9999 + i%2, {Day: 18001, View: audience.View{Article: last.Article, Tag: "ru"}}: 1})
		})
	}
	first := queue()[0]
	if first.Article != last.Article {
		t.Errorf("article %d was read a hundred thousand times, and article %d comes first", last.Article, first.Article)
	}
	if got, want := first.Value-last.Value, record.ReadValue(100_005); got < want-10 || got > want+10 {
		t.Errorf("a hundred thousand views lift an article by %d, want %d", got, want)
	}
	if st.Version() > version+2 { // a day begins twice
		t.Error("views empty the page cache")
	}
	said := must[[]store.Statement](t)(st.ArticleStatements(t.Context(), last.Article, true))
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideStatement(said[0].ID, record.Accepted, record.Change{Who: "One"})
	})
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideStatement(said[0].ID, record.Suggested, record.Change{Who: "One"})
	})
	for _, r := range queue() {
		if d := r.Value - first.Value; r.Article == first.Article && (d > 10 || d < -10) {
			t.Errorf("looked at anew it stands %d from where it stood", d)
		}
	}
}

func storeCorrections(t *testing.T, st *store.Store) {
	ctx := t.Context()
	kz, uz, kg := entity(t, st, read.Place, "Kazakhstan"), entity(t, st, read.Place, "Uzbekistan"), entity(t, st, read.Place, "Kyrgyzstan")
	items := Items(2)
	save(t, st, items...)
	id := items[0].Article.ID
	storeReading(t, st, reading(items[0], signing("f1", "2019-03-01", kz, uz)))
	storeReading(t, st, reading(items[1], signing("f1", "2019-03-01", kz, uz)))
	s := must[[]store.Statement](t)(st.ArticleStatements(ctx, id, true))[0]
	picture := func() string {
		all := must[[]store.Statement](t)(st.ArticleStatements(ctx, id, true))
		return fmt.Sprintln(all, list(t, st, store.StatementFilter{Pair: [2]int64{kz, uz}, Facts: true}), list(t, st, store.StatementFilter{Entity: kg}), len(leading(t, st, "k f1")))
	}
	before := picture()
	said := s.Said
	said.Date = "2018"
	var act int64
	update(t, st, func(tx *store.Tx) (err error) {
		if act, err = tx.Act(); err != nil {
			return err
		}
		return tx.EditStatement(s.ID, said, []record.Ref{{Role: record.RoleParty, Entity: kz}, {Role: record.RoleParty, Entity: kg}}, record.Change{Who: "One", Batch: act})
	})
	now := must[store.Statement](t)(st.StatementByID(ctx, s.ID))
	if now.Rank != record.Accepted || now.Said.Date != "2018" || now.Said.Rule != record.ByHand || now.Original == nil || now.Original.Said.Date != "2019-03-01" || now.Fact == "f1" || !now.Touched || now.Quote != s.Quote {
		t.Errorf("corrected: %+v", now.Statement)
	}
	if got := list(t, st, store.StatementFilter{Entity: kg, Facts: true}); len(got) != 1 || got[0].ID != s.ID || got[0].Told != 1 {
		t.Errorf("found under its new party: %+v", got)
	}
	if got := list(t, st, store.StatementFilter{Entity: uz, Facts: true}); len(got) != 1 || got[0].Article != items[1].Article.ID {
		t.Errorf("the fact it told before is led by the other: %+v", got)
	}
	// What the reader says again is not suggested again.
	storeReading(t, st, reading(items[0], signing("f1", "2019-03-01", kz, uz)))
	if all := must[[]store.Statement](t)(st.ArticleStatements(ctx, id, true)); len(all) != 1 || all[0].Said.Date != "2018" {
		t.Errorf("after reading again: %+v", all)
	}
	last := must[[]store.Decision](t)(st.LastAct(ctx, id, "One"))
	if len(last) != 1 || last[0].What != "edit" || last[0].Undone {
		t.Fatalf("the last act: %+v", last)
	}
	undo := func(d store.Decision) error {
		return st.Update(ctx, func(tx *store.Tx) error { return tx.Undo(d.ID, record.Change{Who: "Two"}) })
	}
	if err := undo(last[0]); err != nil {
		t.Fatal(err)
	}
	if after := picture(); after != before {
		t.Errorf("undone, it is not as before:\n%s\n%s", before, after)
	}
	if err := undo(last[0]); !fault.Is(err, fault.Conflict) {
		t.Errorf("undone twice: %v", err)
	}
	if list := must[[]store.Decision](t)(st.LastAct(ctx, id, "One")); len(list) != 0 {
		t.Errorf("what was undone is the last act: %+v", list)
	}

	// The earlier of two decisions is not undone before the later.
	decide := func(rank record.Rank, why string) {
		t.Helper()
		update(t, st, func(tx *store.Tx) error {
			return tx.DecideStatement(s.ID, rank, record.Change{Who: "One", Reason: why})
		})
	}
	decide(record.Deprecated, "planned only")
	decide(record.Accepted, "")
	log := must[[]store.Decision](t)(st.History(ctx, "statement", s.ID))
	first, second := log[len(log)-2], log[len(log)-1]
	if err := undo(first); !fault.Is(err, fault.Conflict) {
		t.Errorf("the earlier was undone: %v", err)
	}
	for _, d := range []store.Decision{second, first} {
		if err := undo(d); err != nil {
			t.Fatal(err)
		}
		if d.ID == second.ID {
			if now := must[store.Statement](t)(st.StatementByID(ctx, s.ID)); now.Rank != record.Deprecated || now.Reason != "planned only" {
				t.Errorf("deprecated with its reason again: %+v", now)
			}
		}
	}
	if after := picture(); after != before {
		t.Errorf("undone, it is not as before:\n%s\n%s", before, after)
	}

	// What was missed is added on exact words, and stays through readings.
	rev := must[article.Revision](t)(st.Revision(ctx, s.Revision))
	var added int64
	n := 3.0
	add := func(rev article.Revision, span value.Span) error {
		return st.Update(ctx, func(tx *store.Tx) (err error) {
			added, err = tx.AddStatement(id, rev, span, read.Statement{Kind: read.Figure, Value: &n, Counted: "numbers"}, []record.Ref{{Role: record.RolePlace, Entity: kg}}, record.Change{Who: "One"})
			return err
		})
	}
	if err := add(rev, value.Span{Start: 5, End: 500}); !fault.Is(err, fault.Invalid) {
		t.Errorf("words beyond the text: %v", err)
	}
	if err := add(article.Revision{ID: rev.ID + 100, Plain: rev.Plain}, value.Span{Start: 5, End: 11}); !fault.Is(err, fault.Conflict) {
		t.Errorf("words of another revision: %v", err)
	}
	if err := add(rev, value.Span{Start: 5, End: 11}); err != nil {
		t.Fatal(err)
	}
	storeReading(t, st, reading(items[0], signing("f1", "2019-03-01", kz, uz)))
	got := must[store.Statement](t)(st.StatementByID(ctx, added))
	if got.Quote != "number" || got.Rank != record.Accepted || got.Hash != rev.Hash {
		t.Errorf("added: %+v", got)
	}
	if list := list(t, st, store.StatementFilter{Entity: kg, Role: record.RolePlace, Facts: true}); len(list) != 1 {
		t.Errorf("what was added is not found: %+v", list)
	}
	if list := must[[]store.Decision](t)(st.LastAct(ctx, id, "One")); len(list) != 1 || list[0].What != "add" || undo(list[0]) != nil {
		t.Errorf("the last act: %+v", list)
	}
	if got := must[store.Statement](t)(st.StatementByID(ctx, added)); got.Rank != record.Deprecated {
		t.Errorf("undone, it is kept and deprecated: %+v", got)
	}

	// Words that were edited away are asked about and found anew.
	decide(record.Accepted, "")
	update(t, st, func(tx *store.Tx) error { return tx.Orphan(s.ID, "the words are gone") })
	if d := must[[]store.Doubt](t)(st.Doubts(ctx, record.DoubtOrphan, store.Doubt{}, 5)); len(d) != 1 || d[0].Statement.ID != s.ID {
		t.Errorf("asked: %+v", d)
	}
	update(t, st, func(tx *store.Tx) error {
		return tx.PlaceStatement(s.ID, rev, value.Span{Start: 0, End: 11}, record.Change{Who: "One"})
	})
	if now := must[store.Statement](t)(st.StatementByID(ctx, s.ID)); now.Orphaned || now.Quote != "Text number" {
		t.Errorf("placed: %+v", now)
	}
	if n := must[map[string]int](t)(st.DoubtCounts(ctx)); n[record.DoubtOrphan] != 0 {
		t.Errorf("counts: %v", n)
	}
}

func storeNames(t *testing.T, st *store.Store) {
	ctx := t.Context()
	a, b := entity(t, st, read.Person, "A. Sample"), entity(t, st, read.Person, "B. Sample")
	items := Items(2)
	save(t, st, items...)
	id := items[0].Article.ID
	office := func(who int64) record.Statement {
		s := record.Statement{Fact: fmt.Sprint("o", who), Evidence: value.Span{Start: 0, End: 11}, Quote: "Text number", Refs: []record.Ref{{Role: record.RolePerson, Entity: who}},
			Said: read.Statement{Kind: read.Office, Title: fmt.Sprint("director ", who), Evidence: value.Span{Start: 0, End: 11}, Rule: "test"}}
		s.Keys = record.FactKeys(s)
		return s
	}
	about := func(id int64) []store.Statement {
		all := list(t, st, store.StatementFilter{Entity: id})
		for i := range all {
			all[i].Told = 0 // kept of the leading one only
		}
		return all
	}
	reread := func() {
		r := reading(items[0], office(a), office(b))
		r.Mentions = []store.Mention{{Entity: a, Spans: []value.Span{{Start: 0, End: 4}}}, {Entity: b, Spans: []value.Span{{Start: 5, End: 11}}}}
		storeReading(t, st, r)
	}
	reread()
	storeReading(t, st, reading(items[1], office(a)))
	picture := func() string {
		m := must[[]store.Mention](t)(st.Mentions(ctx, id))
		slices.SortFunc(m, func(x, y store.Mention) int { return int(x.Entity - y.Entity) })
		return fmt.Sprintln(m, about(a), about(b),
			must[store.Entity](t)(st.EntityByID(ctx, a)), must[store.Entity](t)(st.EntityByID(ctx, b)))
	}
	before := picture()
	one := record.Change{Who: "One"}
	undo := func(target string, about int64) {
		t.Helper()
		log := must[[]store.Decision](t)(st.History(ctx, target, about))
		update(t, st, func(tx *store.Tx) error { return tx.Undo(log[len(log)-1].ID, record.Change{Who: "Two"}) })
		if after := picture(); after != before {
			t.Errorf("undone, it is not as before:\n%s\n%s", before, after)
		}
	}

	// One article names both: a split takes back what came, and no more.
	update(t, st, func(tx *store.Tx) error { return tx.MergeEntities(b, a, one) })
	if m := must[[]store.Mention](t)(st.Mentions(ctx, id)); len(m) != 1 || len(m[0].Spans) != 2 {
		t.Errorf("merged: %+v", m)
	}
	undo("entity", b)

	// A mention means somebody else: the statement of these words follows, and
	// the next reading keeps to it.
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideMention(id, items[0].Revision.ID, value.Span{Start: 0, End: 4}, b, one)
	})
	check := func(when string) {
		t.Helper()
		if m := must[[]store.Mention](t)(st.Mentions(ctx, id)); len(m) != 1 || m[0].Entity != b || len(m[0].Spans) != 2 {
			t.Errorf("%s: %+v", when, m)
		}
		if l := list(t, st, store.StatementFilter{Entity: b}); len(l) != 2 {
			t.Errorf("%s: statements %+v", when, l)
		}
		if e := must[store.Entity](t)(st.EntityByID(ctx, a)); e.Articles != 1 {
			t.Errorf("%s: %d articles", when, e.Articles)
		}
	}
	check("decided")
	reread()
	check("read again")
	log := must[[]store.Decision](t)(st.ArticleDecisions(ctx, id, 10))
	undo("mention", log[0].About)
	reread()
	if after := picture(); after != before {
		t.Errorf("read again after undoing:\n%s\n%s", before, after)
	}

	// No name at all.
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideMention(id, items[0].Revision.ID, value.Span{Start: 5, End: 11}, 0, one)
	})
	reread()
	if m := must[[]store.Mention](t)(st.Mentions(ctx, id)); len(m) != 1 || m[0].Entity != a {
		t.Errorf("no name: %+v", m)
	}
	log = must[[]store.Decision](t)(st.ArticleDecisions(ctx, id, 10))
	undo("mention", log[0].About)

	// Two persons under one name are parted by their articles.
	var c int64
	update(t, st, func(tx *store.Tx) (err error) {
		c, err = tx.PartEntity(a, []int64{items[1].Article.ID}, record.Entity{Names: []record.Name{{Text: "A. Sample the younger", Language: "en"}}}, nil, one)
		return err
	})
	storeReading(t, st, reading(items[1], office(a)))
	if m := must[[]store.Mention](t)(st.Mentions(ctx, items[1].Article.ID)); len(m) != 1 || m[0].Entity != c {
		t.Errorf("parted: %+v", m)
	}
	if l := list(t, st, store.StatementFilter{Entity: c}); len(l) != 1 {
		t.Errorf("parted: %+v", l)
	}
	undo("entity", c)

	update(t, st, func(tx *store.Tx) error {
		return tx.NameEntity(a, []record.Name{{Text: "Another Name", Language: "en"}}, []string{"another"}, one)
	})
	if e := must[store.Entity](t)(st.EntityByID(ctx, a)); e.Name("en") != "Another Name" || e.Sort != "another name" {
		t.Errorf("renamed: %+v", e)
	}
	undo("entity", a)
}

func storeDoubts(t *testing.T, st *store.Store) {
	ctx := t.Context()
	kz, uz := entity(t, st, read.Place, "Kazakhstan"), entity(t, st, read.Place, "Uzbekistan")
	items := Items(3)
	save(t, st, items...)
	storeReading(t, st, reading(items[0], signing("f1", "2019-03-01", kz, uz)))
	storeReading(t, st, reading(items[1], signing("f1", "2019-03-04", kz, uz)))
	one := record.Change{Who: "One"}
	a, b := entity(t, st, read.Person, "A"), entity(t, st, read.Person, "B")
	update(t, st, func(tx *store.Tx) error {
		return tx.Ask(store.Question{Entity: b, Article: items[0].Article.ID, Candidates: []int64{a}, Reasons: []string{"one name"}})
	})
	kinds := func() (out []string) {
		var after store.Doubt
		for {
			l := must[[]store.Doubt](t)(st.Doubts(ctx, "", after, 1))
			if len(l) == 0 {
				return out
			}
			after = l[0]
			out = append(out, after.Kind)
		}
	}
	if got := kinds(); !slices.Equal(got, []string{record.DoubtConflict, record.DoubtSame}) {
		t.Errorf("asked: %v", got)
	}
	d := must[[]store.Doubt](t)(st.Doubts(ctx, record.DoubtConflict, store.Doubt{}, 5))[0]
	if d.Dispute.Field != "date" || d.Dispute.Why == "" {
		t.Errorf("conflict: %+v", d.Dispute)
	}
	// One side is deprecated: there is no conflict; undone, there is again.
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideStatement(d.Dispute.B, record.Deprecated, record.Change{Who: "One", Reason: "a slip"})
	})
	if got := kinds(); !slices.Equal(got, []string{record.DoubtSame}) {
		t.Errorf("one side deprecated: %v", got)
	}
	log := must[[]store.Decision](t)(st.History(ctx, "statement", d.Dispute.B))
	update(t, st, func(tx *store.Tx) error { return tx.Undo(log[0].ID, one) })
	if got := kinds(); len(got) != 2 {
		t.Errorf("undone: %v", got)
	}
	update(t, st, func(tx *store.Tx) error { return tx.LetStand(d.ID, one) })
	update(t, st, func(tx *store.Tx) error { return tx.Apart(b, one) })
	if got := kinds(); len(got) != 0 {
		t.Errorf("answered: %v", got)
	}
	for _, about := range []struct {
		target string
		id     int64
	}{{"conflict", d.ID}, {"entity", b}} {
		log := must[[]store.Decision](t)(st.History(ctx, about.target, about.id))
		update(t, st, func(tx *store.Tx) error { return tx.Undo(log[len(log)-1].ID, one) })
	}
	if n := must[map[string]int](t)(st.DoubtCounts(ctx)); n[record.DoubtConflict] != 1 || n[record.DoubtSame] != 1 {
		t.Errorf("undone: %v", n)
	}
	// To merge is to answer; to split is to ask again.
	update(t, st, func(tx *store.Tx) error { return tx.MergeEntities(b, a, one) })
	if n := must[map[string]int](t)(st.DoubtCounts(ctx)); n[record.DoubtSame] != 0 {
		t.Errorf("merged: %v", n)
	}
	log = must[[]store.Decision](t)(st.History(ctx, "entity", b))
	update(t, st, func(tx *store.Tx) error { return tx.Undo(log[len(log)-1].ID, one) })
	if n := must[map[string]int](t)(st.DoubtCounts(ctx)); n[record.DoubtSame] != 1 {
		t.Errorf("split: %v", n)
	}
}
