package testkit

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// entity makes an entity and gives its id.
func entity(t *testing.T, st *store.Store, kind, name string) int64 {
	t.Helper()
	e := record.Entity{Kind: kind, Names: []record.Name{{Text: name, Language: "en"}}}
	update(t, st, func(tx *store.Tx) error { return tx.SaveEntity(&e, []string{name}) })
	return e.ID
}

// signing is an agreement told by an article in words of its own.
func signing(fact, date string, parties ...int64) record.Statement {
	s := record.Statement{Fact: fact, Keys: []string{"k " + fact}, Evidence: value.Span{Start: 0, End: 4}, Quote: "Text",
		Said: read.Statement{Kind: read.Agreement, Instrument: "protocol", Status: "signed", Date: date, Evidence: value.Span{Start: 0, End: 4}, Rule: "test"}}
	for _, p := range parties {
		s.Refs = append(s.Refs, record.Ref{Role: record.RoleParty, Entity: p})
	}
	return s
}

func reading(it *store.Item, statements ...record.Statement) *store.Reading {
	r := &store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "test-1", Language: it.Article.Language, Statements: statements}
	seen := map[int64]bool{}
	for _, s := range statements {
		for _, ref := range s.Refs {
			if !seen[ref.Entity] {
				seen[ref.Entity] = true
				r.Mentions = append(r.Mentions, store.Mention{Entity: ref.Entity, Spans: []value.Span{{Start: 0, End: 4}}})
			}
		}
	}
	return r
}

func storeReading(t *testing.T, st *store.Store, r *store.Reading) {
	t.Helper()
	update(t, st, func(tx *store.Tx) error { return tx.SaveReading(r) })
}

func list(t *testing.T, st *store.Store, f store.StatementFilter) []store.Statement {
	t.Helper()
	return must[[]store.Statement](t)(st.Statements(t.Context(), f))
}

func leading(t *testing.T, st *store.Store, keys ...string) (list []record.Statement) {
	t.Helper()
	update(t, st, func(tx *store.Tx) (err error) { list, err = tx.Leading(keys); return err })
	return list
}

func ids(list []store.Statement) (out []int64) {
	for _, s := range list {
		out = append(out, s.ID)
	}
	return out
}

func storeRecord(t *testing.T, st *store.Store) {
	ctx := t.Context()
	kz, uz, tj := entity(t, st, read.Place, "Kazakhstan"), entity(t, st, read.Place, "Uzbekistan"), entity(t, st, read.Place, "Tajikistan")
	items := Items(4)
	items[1].Article.Language, items[3].Article.Section = "kk", "news/world"
	save(t, st, items...)

	storeReading(t, st, reading(items[0], signing("f1", "2019-05", kz, uz), signing("f2", "2018-03-15", kz, tj)))
	storeReading(t, st, reading(items[1], signing("f1", "2019-05", kz, uz)))
	storeReading(t, st, reading(items[2], signing("f1", "2019-05", kz, uz)))
	storeReading(t, st, reading(items[3], signing("f3", "", uz, tj)))

	facts := list(t, st, store.StatementFilter{Kind: read.Agreement, Facts: true})
	if len(facts) != 3 || facts[0].Fact != "f3" || facts[1].Fact != "f1" || facts[2].Fact != "f2" {
		t.Fatalf("the register must have one line a fact, newest first: %v", facts)
	}
	if facts[1].Told != 3 || facts[1].Article != items[0].Article.ID || facts[0].Dated || !facts[1].Dated {
		t.Errorf("the fact told three times is led by the first article: %+v", facts[1])
	}
	if got := must[[]store.Statement](t)(st.FactStatements(ctx, "f1")); len(got) != 3 || got[0].ID != facts[1].ID {
		t.Errorf("evidence of f1: %v", got)
	}
	for _, c := range []struct {
		name   string
		filter store.StatementFilter
		want   []string
	}{
		{"language", store.StatementFilter{Kind: read.Agreement, Language: "kk", Facts: true}, []string{"f1"}},
		{"entity, every telling", store.StatementFilter{Entity: kz}, []string{"f1", "f1", "f1", "f2"}},
		{"entity, facts, oldest first", store.StatementFilter{Entity: kz, Facts: true, Oldest: true}, []string{"f2", "f1"}},
		{"role", store.StatementFilter{Entity: kz, Role: record.RoleSpeaker}, nil},
		{"pair", store.StatementFilter{Pair: [2]int64{tj, uz}}, []string{"f3"}},
		{"two parties", store.StatementFilter{Entity: tj, Place: kz}, nil},
		{"section and branch", store.StatementFilter{Section: "news", Entity: uz, Facts: true}, []string{"f3"}},
		{"time", store.StatementFilter{Kind: read.Agreement, Facts: true, From: value.MustDate("2018"), To: value.MustDate("2019-05")}, []string{"f1", "f2"}},
		{"sub", store.StatementFilter{Kind: read.Agreement, Sub: "planned"}, nil},
		{"sub in a section", store.StatementFilter{Kind: read.Agreement, Sub: "signed", Section: "news/world", Facts: true}, []string{"f3"}},
		{"sub in a section and a language", store.StatementFilter{Kind: read.Agreement, Sub: "signed", Section: "news", Language: "en", Facts: true}, []string{"f3"}},
		{"sub in another section", store.StatementFilter{Kind: read.Agreement, Sub: "signed", Section: "news/none"}, nil},
		{"reviewed", store.StatementFilter{Kind: read.Agreement, Reviewed: true}, nil},
		{"verdict", store.StatementFilter{Kind: read.Agreement, Verdict: stats.Consistent}, nil},
	} {
		var got []string
		for _, s := range list(t, st, c.filter) {
			got = append(got, s.Fact)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if got := leading(t, st, "k f1", "nothing"); len(got) != 2 || got[0].ID != facts[1].ID {
		t.Errorf("by keys, those that lead in all or in their language: %v", got)
	}
	update(t, st, func(tx *store.Tx) error {
		got, err := tx.EntitiesByKeys(read.Place, []string{"Uzbekistan", "nothing"})
		if len(got) != 1 || got[0].ID != uz {
			t.Errorf("entities by keys: %v", got)
		}
		return err
	})
	ents := must[[]store.Entity](t)(st.Entities(ctx, store.EntityFilter{Kind: read.Place}))
	if len(ents) != 3 || ents[0].Articles != 4 || ents[0].ID != uz {
		t.Errorf("entities, most mentioned first: %+v", ents)
	}
	if named := must[[]store.Entity](t)(st.Entities(ctx, store.EntityFilter{Kind: read.Place, ByName: true, After: ents[1], Limit: 1})); len(named) != 1 || named[0].ID != tj {
		t.Errorf("entities by name: %+v", named)
	}
	if cards := must[[]store.Card](t)(st.EntityArticles(ctx, tj, "", store.Cursor{}, 10)); len(cards) != 2 || cards[0].ID != items[3].Article.ID {
		t.Errorf("articles of an entity: %v", cards)
	}
	if days := must[[]store.PairDay](t)(st.PairDays(ctx, uz, kz, false)); len(days) != 1 || days[0].Kind != read.Agreement || days[0].Sub != "signed" || days[0].Count != 1 {
		t.Errorf("a fact told three times is one day of a pair: %+v", days)
	}
	if days := must[[]store.PairDay](t)(st.PairDays(ctx, uz, kz, true)); len(days) != 0 {
		t.Errorf("nobody has accepted %+v", days)
	}
	years := must[[]store.PairDay](t)(st.EntityYears(ctx, kz, false))
	if want := []store.PairDay{{Day: dayOf("2018-01-01"), Kind: read.Agreement, Count: 1}, {Day: dayOf("2019-01-01"), Kind: read.Agreement, Count: 1}}; !slices.Equal(years, want) {
		t.Errorf("what happened with one entity: %+v, want %+v", years, want)
	}
	if years := must[[]store.PairDay](t)(st.EntityYears(ctx, kz, true)); len(years) != 0 {
		t.Errorf("nobody has accepted %+v", years)
	}
	parts := func(f store.PartFilter) map[int64]int {
		t.Helper()
		got := map[int64]int{}
		if err := st.EachPart(ctx, f, func(p store.Part) { got[p.Entity]++ }); err != nil {
			t.Fatal(err)
		}
		return got
	}
	every := store.PartFilter{Entities: []string{read.Place, read.Organization}, Most: 10, Role: record.RoleParty, Facts: []string{read.Agreement, read.Event}}
	if got := parts(every); got[kz] != 2 || got[uz] != 2 || got[tj] != 2 {
		t.Errorf("three agreements, each between two, however often told: %v", got)
	}
	most, events, reviewed := every, every, every
	most.Most, events.Facts, reviewed.Reviewed = 1, []string{read.Event}, true
	if got := parts(most); len(got) != 1 || got[uz] != 2 {
		t.Errorf("parts of the most mentioned: %v", got)
	}
	if got, accepted := parts(events), parts(reviewed); len(got) != 0 || len(accepted) != 0 {
		t.Errorf("there are no events %v, and nobody has accepted %v", got, accepted)
	}
	var all []int64
	for e, err := range st.EachEntity(ctx, false) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.ID)
	}
	if !slices.Equal(all, []int64{kz, uz, tj}) {
		t.Errorf("each entity: %v", all)
	}
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideStatement(facts[0].ID, record.Accepted, record.Change{Who: "editor"})
	})
	var decided []store.Decision
	for d, err := range st.EachDecision(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		decided = append(decided, d)
	}
	if len(decided) != 1 || decided[0].Target != "statement" || decided[0].About != facts[0].ID || decided[0].To != "accepted" {
		t.Errorf("each decision: %+v", decided)
	}
	cover := must[[]store.Cover](t)(st.Coverage(ctx))
	if len(cover) != 2 || cover[0].Articles+cover[1].Articles != 4 || cover[0].Statements+cover[1].Statements != 5 {
		t.Errorf("coverage: %+v", cover)
	}
}

func storeRereading(t *testing.T, st *store.Store) {
	ctx := t.Context()
	kz, uz := entity(t, st, read.Place, "Kazakhstan"), entity(t, st, read.Place, "Uzbekistan")
	items := Items(2)
	save(t, st, items...)
	said := func() []record.Statement {
		return []record.Statement{signing("f1", "2019", kz, uz), signing("f2", "2020", kz, uz)}
	}
	storeReading(t, st, reading(items[0], said()...))
	storeReading(t, st, reading(items[1], said()...))
	snapshot := func() string {
		var b string
		for _, it := range items {
			for _, s := range must[[]store.Statement](t)(st.ArticleStatements(ctx, it.Article.ID, true)) {
				b += fmt.Sprintf("%d %s %d %s\n", s.ID, s.Fact, s.Told, s.Rank)
			}
		}
		ents := must[[]store.Entity](t)(st.Entities(ctx, store.EntityFilter{Kind: read.Place}))
		cover := must[[]store.Cover](t)(st.Coverage(ctx))
		return b + fmt.Sprint(ents, cover, ids(list(t, st, store.StatementFilter{Kind: read.Agreement, Facts: true})))
	}
	before := snapshot()
	storeReading(t, st, reading(items[0], said()...))
	if after := snapshot(); after != before {
		t.Errorf("reading again changed the record:\n%s\nis now\n%s", before, after)
	}

	// A new version sees less, and the decided statement stays.
	first := must[[]store.Statement](t)(st.ArticleStatements(ctx, items[0].Article.ID, true))
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideStatement(first[0].ID, record.Accepted, record.Change{Who: "editor"})
	})
	r := reading(items[0])
	r.Version = "test-2"
	storeReading(t, st, r)
	left := must[[]store.Statement](t)(st.ArticleStatements(ctx, items[0].Article.ID, true))
	if len(left) != 1 || left[0].ID != first[0].ID || left[0].Rank != record.Accepted {
		t.Errorf("a decided statement must survive a new reading, an undecided one goes: %+v", left)
	}
	facts := list(t, st, store.StatementFilter{Kind: read.Agreement, Facts: true, Oldest: true})
	if len(facts) != 2 || facts[0].Told != 2 || facts[0].Rank != record.Accepted || facts[1].Told != 1 || facts[1].Article != items[1].Article.ID {
		t.Errorf("the other article must lead the fact that is left to it: %+v", facts)
	}
	if got := leading(t, st, "k f2"); len(got) != 1 || got[0].Article != items[1].Article.ID {
		t.Errorf("who leads now must be found by its keys: %+v", got)
	}
	if got := list(t, st, store.StatementFilter{Kind: read.Agreement, Facts: true, Reviewed: true}); len(got) != 1 {
		t.Errorf("reviewed: %+v", got)
	}

	// Withdrawing hides at once.
	items[1].Article.State = article.Withdrawn
	save(t, st, items[1])
	if got := list(t, st, store.StatementFilter{Kind: read.Agreement}); len(got) != 1 || got[0].Article != items[0].Article.ID {
		t.Errorf("a withdrawn article still speaks: %+v", got)
	}
}

func storeDecisions(t *testing.T, st *store.Store) {
	ctx := t.Context()
	kz, uz := entity(t, st, read.Place, "Kazakhstan"), entity(t, st, read.Place, "Uzbekistan")
	items := Items(1)
	save(t, st, items...)
	storeReading(t, st, reading(items[0], signing("f1", "2019", kz, uz)))
	s := list(t, st, store.StatementFilter{Entity: kz})[0]

	err := st.Update(ctx, func(tx *store.Tx) error {
		return tx.DecideStatement(s.ID, record.Deprecated, record.Change{Who: "editor"})
	})
	if !fault.Is(err, fault.Invalid) {
		t.Errorf("deprecating without a reason must be refused: %v", err)
	}
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideStatement(s.ID, record.Deprecated, record.Change{Who: "editor", Reason: "the text says planned"})
	})
	if got := list(t, st, store.StatementFilter{Entity: kz}); len(got) != 0 {
		t.Error("a deprecated statement is shown")
	}
	kept := must[store.Statement](t)(st.StatementByID(ctx, s.ID))
	log := must[[]record.Change](t)(st.Decisions(ctx, "statement", s.ID))
	if kept.Reason == "" || !kept.Touched || len(log) != 1 || log[0].Who != "editor" || log[0].To != "deprecated" || log[0].When.IsZero() {
		t.Errorf("kept with its reason: %+v %+v", kept, log)
	}
	update(t, st, func(tx *store.Tx) error {
		return tx.DecideStatement(s.ID, record.Suggested, record.Change{Who: "editor", Reason: "undone"})
	})

	// A merge and its undoing lose nothing.
	uz2 := entity(t, st, read.Place, "Özbekistan")
	other := Item("en", "other", "Other", "Text", time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC))
	save(t, st, other)
	storeReading(t, st, reading(other, signing("f9", "2021", kz, uz2)))
	before := fmt.Sprint(list(t, st, store.StatementFilter{Entity: uz}), list(t, st, store.StatementFilter{Entity: uz2}), list(t, st, store.StatementFilter{Pair: [2]int64{kz, uz}}))
	update(t, st, func(tx *store.Tx) error { return tx.MergeEntities(uz2, uz, record.Change{Who: "editor"}) })
	if got := list(t, st, store.StatementFilter{Pair: [2]int64{kz, uz}}); len(got) != 2 {
		t.Errorf("after the merge both signings are the pair's: %+v", got)
	}
	if e := must[store.Entity](t)(st.EntityByID(ctx, uz)); e.Articles != 2 {
		t.Errorf("articles of the merged entity: %d", e.Articles)
	}
	update(t, st, func(tx *store.Tx) error { return tx.SplitEntity(uz2, record.Change{Who: "editor"}) })
	if after := fmt.Sprint(list(t, st, store.StatementFilter{Entity: uz}), list(t, st, store.StatementFilter{Entity: uz2}), list(t, st, store.StatementFilter{Pair: [2]int64{kz, uz}})); after != before {
		t.Errorf("split does not undo merge:\n%s\n%s", before, after)
	}
}

func storeRegisterPaging(t *testing.T, st *store.Store) {
	kz, uz := entity(t, st, read.Place, "Kazakhstan"), entity(t, st, read.Place, "Uzbekistan")
	items := Items(9)
	save(t, st, items...)
	for i, it := range items {
		storeReading(t, st, reading(it, signing(fmt.Sprint("a", i), "2019", kz, uz), signing(fmt.Sprint("b", i), "", kz)))
	}
	for _, f := range []store.StatementFilter{
		{Kind: read.Agreement, Facts: true}, {Entity: kz}, {Entity: kz, Oldest: true}, {Pair: [2]int64{uz, kz}, Facts: true},
	} {
		want := 18
		if f.Pair != [2]int64{} {
			want = 9
		}
		seen := map[int64]bool{}
		for f.Limit = 4; ; {
			page := list(t, st, f)
			for _, s := range page {
				if seen[s.ID] {
					t.Fatalf("%+v repeats %d", f, s.ID)
				}
				seen[s.ID] = true
			}
			if len(page) < f.Limit {
				break
			}
			f.After = store.CursorOfStatement(page[len(page)-1])
		}
		if len(seen) != want {
			t.Errorf("%+v pages through %d of %d", f, len(seen), want)
		}
	}
}

func storeObservations(t *testing.T, st *store.Store) {
	o := stats.Observation{Key: stats.Key{Area: "KZ", Group: "uzbek", Unit: "person"}, Date: value.MustDate("2021-09-01"), Kind: "census", Value: 614047, Source: "https://example.org"}
	other := o
	other.Date, other.Kind, other.Value = value.MustDate("2009-02-25"), "census", 456997.5
	again := o
	again.Value = 614048
	update(t, st, func(tx *store.Tx) error { return tx.SaveObservations([]stats.Observation{o, other, again}) })
	got := must[[]stats.Observation](t)(st.Observations(t.Context(), "KZ", "uzbek"))
	if len(got) != 2 || got[0] != other || got[1] != again {
		t.Errorf("observations: %+v", got)
	}
	// "again" revised "o" within one call; a third number revises it once more,
	// the same number does not.
	third := again
	third.Value += 7
	for range 2 {
		update(t, st, func(tx *store.Tx) error { return tx.SaveObservations([]stats.Observation{third}) })
	}
	before := must[[]store.RevisedObservation](t)(st.Revised(t.Context(), "KZ", "uzbek"))
	if len(before) == 0 || before[0].Value != again.Value || before[0].Until.IsZero() || before[0].Source != again.Source {
		t.Errorf("revised: %+v", before)
	}
	if n := len(must[[]stats.Observation](t)(st.Observations(t.Context(), "KZ", "uzbek"))); n != 2 {
		t.Errorf("%d observations after a revision", n)
	}
	if got := must[[]stats.Observation](t)(st.Observations(t.Context(), "UZ", "")); len(got) != 0 {
		t.Errorf("observations of another area: %+v", got)
	}
}

func storeJobs(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := Now
	st.Now = func() time.Time { return now }
	claim := func(n int) (jobs []store.Job) {
		update(t, st, func(tx *store.Tx) (err error) { jobs, err = tx.Claim("read", n, time.Minute); return err })
		return jobs
	}
	update(t, st, func(tx *store.Tx) error {
		if err := tx.Enqueue("read", "1", "old", 0); err != nil {
			return err
		}
		if err := tx.Enqueue("read", "1", "new", 0); err != nil { // the same thing waits once
			return err
		}
		return tx.Enqueue("read", "2", "", time.Hour)
	})
	jobs := claim(10)
	if len(jobs) != 1 || jobs[0].Payload != "new" || jobs[0].Attempt != 1 {
		t.Fatalf("claimed %+v", jobs)
	}
	if again := claim(10); len(again) != 0 {
		t.Fatalf("leased twice: %+v", again)
	}
	// While it runs, the same thing may be asked for again.
	update(t, st, func(tx *store.Tx) error { return tx.Enqueue("read", "1", "newer", time.Hour) })
	now = now.Add(2 * time.Minute) // the worker died
	second := claim(10)
	if len(second) != 1 || second[0].ID != jobs[0].ID || second[0].Attempt != 2 {
		t.Fatalf("a lost job must be taken over: %+v", second)
	}
	if err := st.Update(ctx, func(tx *store.Tx) error { return tx.Finish(jobs[0]) }); !fault.Is(err, fault.NotFound) {
		t.Errorf("the first worker must learn that it lost the job: %v", err)
	}
	update(t, st, func(tx *store.Tx) error { return tx.Fail(second[0], "why", time.Minute, false) })
	now = now.Add(2 * time.Hour)
	third := claim(10)
	if len(third) != 2 {
		t.Fatalf("left: %+v", third)
	}
	update(t, st, func(tx *store.Tx) error {
		if err := tx.Finish(third[0]); err != nil {
			return err
		}
		return tx.Fail(third[1], "for good", 0, true)
	})
	if n := must[map[string]int](t)(st.JobCounts(ctx)); n["failed"] != 1 || n["waiting"] != 0 || n["running"] != 0 {
		t.Errorf("counts: %v", n)
	}
	err := st.Update(ctx, func(tx *store.Tx) error {
		tx.Enqueue("read", "9", "", 0)
		return fault.New(fault.Invalid, "no")
	})
	if n := must[map[string]int](t)(st.JobCounts(ctx)); err == nil || n["waiting"] != 0 {
		t.Error("a job must not outlive the transaction that caused it")
	}
}

// Kinds have queues of their own, and a job for a moment has one moment.
func storeJobKinds(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := Now
	st.Now = func() time.Time { return now }
	claim := func(kind string) (jobs []store.Job) {
		update(t, st, func(tx *store.Tx) (err error) { jobs, err = tx.Claim(kind, 10, time.Minute); return err })
		return jobs
	}
	due := func(kind string) time.Time { return must[time.Time](t)(st.NextDue(ctx, kind)) }
	update(t, st, func(tx *store.Tx) error {
		return errors.Join(tx.Enqueue("read", "1", "", 0), tx.EnqueueAt("mail", "1", "a", now.Add(3*time.Hour)),
			tx.EnqueueAt("mail", "2", "b", now.Add(time.Hour)))
	})
	if at := due("mail"); !at.Equal(now.Add(time.Hour)) {
		t.Errorf("the next letter is due at %v", at)
	}
	if at := due("none"); !at.IsZero() {
		t.Errorf("a job of no kind is due at %v", at)
	}
	now = now.Add(time.Hour)
	if jobs := claim("mail"); len(jobs) != 1 || jobs[0].Key != "2" {
		t.Errorf("due after an hour: %+v", jobs)
	}
	if at := due("mail"); !at.Equal(now.Add(time.Minute)) {
		t.Errorf("a leased job may be taken when its lease ends, not at %v", at)
	}
	update(t, st, func(tx *store.Tx) error { // earlier than it was, and later
		return errors.Join(tx.EnqueueAt("mail", "1", "c", now), tx.EnqueueAt("read", "1", "", now.Add(time.Hour)))
	})
	if jobs := claim("mail"); len(jobs) != 1 || jobs[0].Key != "1" || jobs[0].Payload != "c" {
		t.Errorf("moved to now: %+v", jobs)
	}
	if jobs := claim("read"); len(jobs) != 0 {
		t.Errorf("moved away: %+v", jobs)
	}
	update(t, st, func(tx *store.Tx) error { return errors.Join(tx.Dequeue("read", "1"), tx.Dequeue("mail", "1")) })
	if n := must[map[string]int](t)(st.JobCounts(ctx)); n["waiting"] != 0 || n["running"] != 2 {
		t.Errorf("taken back: %v", n)
	}
}

func dayOf(date string) int {
	lo, _ := value.MustDate(date).Bounds()
	return lo
}
