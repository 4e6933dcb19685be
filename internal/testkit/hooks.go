package testkit

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/store"
)

// Endpoint saves an endpoint that is told of what change says; of everything
// where change is nil.
func Endpoint(t testing.TB, st *store.Store, address string, change func(*hooks.Endpoint)) hooks.Endpoint {
	t.Helper()
	p := hooks.Endpoint{Name: "sample", Address: address, State: hooks.On, Secret: hooks.NewSecret()}
	if change != nil {
		change(&p)
	}
	if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveHook(&p) }); err != nil {
		t.Fatal(err)
	}
	return p
}

// storeNobodyListens: an import on a site that tells nobody writes nothing for
// it.
func storeNobodyListens(t *testing.T, st *store.Store) {
	Endpoint(t, st, "https://example.org/off", func(p *hooks.Endpoint) { p.State = hooks.Off })
	items := Items(3)
	save(t, st, items...)
	items[0].Article.State = article.Withdrawn
	save(t, st, items[0])
	if n := must[map[string]int](t)(st.JobCounts(t.Context())); len(n) != 0 {
		t.Errorf("jobs: %v", n)
	}
	for _, p := range must[[]hooks.Endpoint](t)(st.Hooks(t.Context())) {
		if list := must[[]hooks.Delivery](t)(st.Deliveries(t.Context(), p.ID, 0, 10)); len(list) != 0 {
			t.Errorf("deliveries: %+v", list)
		}
	}
}

// storeEvents: what the public sees anew is told once, in the transaction of
// the change, to those who asked for it.
func storeEvents(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	all := Endpoint(t, st, "https://example.org/all", nil)
	some := Endpoint(t, st, "https://example.org/some", func(p *hooks.Endpoint) {
		p.Kinds, p.Sections, p.Languages = []hooks.Kind{hooks.Withdrawn, hooks.Published}, []string{"news"}, []string{"kk"}
	})
	update(t, st, func(tx *store.Tx) error { return tx.SetHubs(true) })
	told := 0
	// fresh gives what the endpoint was told since the last call, oldest first.
	fresh := func() (s []string) {
		t.Helper()
		list := must[[]hooks.Delivery](t)(st.Deliveries(ctx, all.ID, 0, 100))
		list, told = list[:len(list)-told], len(list)
		slices.Reverse(list)
		for _, d := range list {
			e := d.Event
			if !e.At.Equal(now) || d.Result != hooks.Waiting || d.Attempts != 0 {
				t.Errorf("%+v", d)
			}
			s = append(s, fmt.Sprint(e.Kind, " ", e.Path, " ", e.Was, " ", e.State, " ", e.Revision, " ", e.Title))
		}
		return s
	}
	pinged := func() (keys []string) {
		t.Helper()
		now = now.Add(time.Minute)
		update(t, st, func(tx *store.Tx) error {
			list, err := tx.Claim(store.PingJob, 100, time.Minute)
			for _, j := range list {
				keys = append(keys, j.Key)
				if err == nil {
					err = tx.Finish(j)
				}
			}
			return err
		})
		slices.Sort(keys)
		return keys
	}
	expect := func(what string, events []string, feeds ...string) {
		t.Helper()
		if got := fresh(); !slices.Equal(got, events) {
			t.Errorf("%s: told %q, want %q", what, got, events)
		}
		if got := pinged(); !slices.Equal(got, feeds) {
			t.Errorf("%s: feeds %q, want %q", what, got, feeds)
		}
	}
	it := Item("kk", "a", "Тақырып", "Мәтін", now)
	it.Article.Section, it.Article.State = "news/culture", article.Draft
	save(t, st, it)
	expect("a draft", nil)
	it.Article.State = article.Published
	save(t, st, it)
	expect("publication", []string{"article.published /kk/a  published 1 Тақырып"}, "kk news/culture")
	save(t, st, it)
	expect("the same again", nil)
	it.Seen = "other source, same article"
	save(t, st, it)
	expect("an import that changes nothing", nil)
	words := func(title string) {
		it.Revision.Title = title
		it.Revision.Hash = it.Revision.Sum()
	}
	words("Екінші")
	save(t, st, it)
	expect("other words", []string{"article.updated /kk/a  published 2 Екінші"}, "kk news/culture")
	it.Article.Section = "events"
	save(t, st, it)
	expect("another section", []string{"article.updated /kk/a  published 2 Екінші"}, "kk events", "kk news/culture")
	it.Article.Slug = "b"
	save(t, st, it)
	expect("another address", []string{"article.moved /kk/b /kk/a published 2 Екінші"}, "kk events")
	update(t, st, func(tx *store.Tx) error {
		if err := tx.Tell(&store.Note{Article: it.Article.ID, Kind: store.Correction, Name: "x", Words: "y"}); err != nil {
			return err
		}
		words("Үшінші")
		it.Article.State = article.Corrected
		_, err := tx.Save(it)
		return err
	})
	expect("a correction", []string{"article.corrected /kk/b  corrected 3 Үшінші"}, "kk events")
	update(t, st, func(tx *store.Tx) error {
		return tx.Tell(&store.Note{Article: it.Article.ID, Kind: store.Correction, Name: "x", Words: "z"})
	})
	expect("a second note without other words", []string{"article.corrected /kk/b  corrected 3 Үшінші"}, "kk events")
	update(t, st, func(tx *store.Tx) error { // there and back, and words twice: one change
		for _, title := range []string{"4", "5"} {
			words(title)
			if _, err := tx.Save(it); err != nil {
				return err
			}
		}
		return nil
	})
	expect("two saves in one transaction", []string{"article.updated /kk/b  corrected 5 5"}, "kk events")
	boom := errors.New("boom")
	if err := st.Update(ctx, func(tx *store.Tx) error {
		words("lost")
		if _, err := tx.Save(it); err != nil {
			return err
		}
		return boom
	}); !errors.Is(err, boom) {
		t.Fatal(err)
	}
	words("5")
	expect("a save that failed", nil)
	it.Article.State, it.Article.Section = article.Withdrawn, "news"
	save(t, st, it)
	expect("withdrawal", []string{"article.withdrawn /kk/b  withdrawn 5 "}, "kk events")
	other := Item("en", "b", "Other", "Text", now)
	save(t, st, other)
	expect("an article without a section", []string{"article.published /en/b  published 1 Other"}, "en ")
	var kinds []string
	for _, d := range must[[]hooks.Delivery](t)(st.Deliveries(ctx, some.ID, 0, 100)) {
		kinds = append(kinds, string(d.Event.Kind))
	}
	if want := []string{"article.withdrawn", "article.published"}; !slices.Equal(kinds, want) {
		t.Errorf("who chose was told %q", kinds)
	}
	version := st.Version()
	update(t, st, func(tx *store.Tx) error { return tx.SetHubs(true) })
	if st.Version() != version {
		t.Error("every start empties the page cache")
	}
	update(t, st, func(tx *store.Tx) error { return tx.SetHubs(false) })
	other.Article.Slug = "c"
	save(t, st, other)
	expect("without a hub", []string{"article.moved /en/c /en/b published 1 Other"})
}

// storeDeliveries: one delivery of an endpoint is under way at a time, none is
// lost, and what a person does meanwhile stands.
func storeDeliveries(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	p := Endpoint(t, st, "https://example.org/", func(p *hooks.Endpoint) { p.Sections = []string{"news"} })
	version := st.Version()
	update(t, st, func(tx *store.Tx) error {
		return errors.Join(tx.TryHook(p, hooks.Event{Path: "/en/a", Title: "a"}), tx.TryHook(p, hooks.Event{Path: "/en/b"}))
	})
	if due := must[time.Time](t)(st.NextDue(ctx, store.HookJob)); !due.Equal(now) {
		t.Errorf("the job is due at %v", due)
	}
	take := func() (d hooks.Delivery, due time.Time, ok bool) {
		t.Helper()
		update(t, st, func(tx *store.Tx) (err error) {
			_, d, due, ok, err = tx.TakeDelivery(p.ID, time.Minute)
			return err
		})
		return d, due, ok
	}
	settle := func(d hooks.Delivery, o hooks.Outcome) {
		t.Helper()
		update(t, st, func(tx *store.Tx) error {
			at := must[hooks.Endpoint](t)(tx.Hook(ctx, p.ID))
			ended := hooks.Settle(&at, &d, o, now)
			return tx.SaveDelivery(d, at, ended)
		})
	}
	first, _, ok := take()
	if !ok || first.Attempts != 1 || first.Event.Title != "a" || first.Event.Kind != hooks.Test {
		t.Fatalf("%+v %v", first, ok)
	}
	if d, due, ok := take(); ok || !due.Equal(now.Add(time.Minute)) {
		t.Errorf("a second is under way beside the first: %+v, %v", d, due)
	}
	now = now.Add(2 * time.Minute) // its worker died
	again, _, ok := take()
	if !ok || again.ID == first.ID {
		t.Errorf("the one that waited longest comes first: %+v", again)
	}
	settle(again, hooks.Outcome{Status: 204, Took: 1500 * time.Millisecond})
	again, _, ok = take()
	if !ok || again.ID != first.ID || again.Attempts != 2 {
		t.Errorf("what was lost with its worker is not taken again: %+v", again)
	}
	// A person renames the endpoint while it is asked.
	update(t, st, func(tx *store.Tx) error {
		at := must[hooks.Endpoint](t)(tx.HoldHook(p.ID))
		at.Name = "renamed"
		return tx.SaveHook(&at)
	})
	settle(again, hooks.Outcome{Status: 500, Why: hooks.Refused})
	list := must[[]hooks.Delivery](t)(st.Deliveries(ctx, p.ID, 0, 10))
	if len(list) != 2 || list[0].Result != hooks.Delivered || list[0].Took != 1500*time.Millisecond || list[1].Result != hooks.Failure || list[1].Status != 500 || list[1].Why != hooks.Refused {
		t.Errorf("deliveries: %+v", list)
	}
	if rest := must[[]hooks.Delivery](t)(st.Deliveries(ctx, p.ID, list[0].ID, 10)); len(rest) != 1 || rest[0].ID != list[1].ID {
		t.Errorf("the second page: %+v", rest)
	}
	if _, due, ok := take(); ok || !due.IsZero() {
		t.Errorf("nothing waits, and it is due at %v", due)
	}
	update(t, st, func(tx *store.Tx) error { return tx.SendAgain(p.ID, first.ID) })
	if err := st.Update(ctx, func(tx *store.Tx) error { return tx.SendAgain(p.ID+1, first.ID) }); !fault.Is(err, fault.NotFound) {
		t.Errorf("another endpoint's delivery: %v", err)
	}
	if d, _, ok := take(); !ok || d.ID != first.ID || d.Attempts != 1 || d.Event.ID != first.Event.ID {
		t.Errorf("sent again: %+v", d)
	}
	update(t, st, func(tx *store.Tx) error {
		at := must[hooks.Endpoint](t)(tx.HoldHook(p.ID))
		if at.Name != "renamed" || len(at.Sections) != 1 || at.Secret != p.Secret {
			t.Errorf("%+v", at)
		}
		at.State = hooks.Off
		return tx.SaveHook(&at)
	})
	if list := must[[]hooks.Delivery](t)(st.Deliveries(ctx, p.ID, 0, 10)); list[1].Result != hooks.Failure {
		t.Errorf("something waits for an endpoint that is off: %+v", list[1])
	}
	if _, _, ok := take(); ok {
		t.Error("an endpoint that is off is asked")
	}
	if st.Version() != version {
		t.Error("telling others empties the page cache")
	}
	now = now.Add(24 * time.Hour)
	update(t, st, func(tx *store.Tx) error {
		n, err := tx.DropTold(now)
		if n != 2 {
			t.Errorf("%d deliveries were dropped", n)
		}
		return err
	})
	update(t, st, func(tx *store.Tx) error { return tx.DropHook(p.ID) })
	if _, err := st.Hook(ctx, p.ID); !fault.Is(err, fault.NotFound) {
		t.Errorf("a dropped endpoint: %v", err)
	}
	var err error
	for i := 0; err == nil && i <= hooks.MostEndpoints; i++ {
		err = st.Update(ctx, func(tx *store.Tx) error {
			return tx.SaveHook(&hooks.Endpoint{Address: "https://example.org/" + strconv.Itoa(i), State: hooks.On, Secret: hooks.NewSecret()})
		})
	}
	if n := len(must[[]hooks.Endpoint](t)(st.Hooks(ctx))); !fault.Is(err, fault.TooLarge) || n != hooks.MostEndpoints {
		t.Errorf("%d endpoints, then %v", n, err)
	}
}

// storeSubscriptions: a subscription is renewed, ends, and is found by its
// topic while it holds.
func storeSubscriptions(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	version := st.Version()
	s := hooks.Subscription{Topic: "/kk/feed.atom", Callback: "https://reader.example/?a=1", Secret: "one", Ends: now.Add(time.Hour)}
	other := hooks.Subscription{Topic: "/kk/feed.atom", Callback: "https://other.example/", Ends: now.Add(2 * time.Hour)}
	put := func(s *hooks.Subscription, host string) {
		t.Helper()
		update(t, st, func(tx *store.Tx) error { return tx.SaveSubscription(s, host) })
	}
	put(&s, "reader.example")
	put(&other, "other.example")
	id := s.ID
	update(t, st, func(tx *store.Tx) error { return tx.SubscriptionSent(id, "hash") })
	s = hooks.Subscription{Topic: s.Topic, Callback: s.Callback, Secret: "two", Ends: now.Add(3 * time.Hour)}
	put(&s, "reader.example")
	got := must[hooks.Subscription](t)(st.Subscription(ctx, id))
	if s.ID != id || got.Secret != "two" || got.Sent != "hash" || !got.Ends.Equal(s.Ends) {
		t.Errorf("renewed: %+v", got)
	}
	if list := must[[]hooks.Subscription](t)(st.SubscriptionsTo(ctx, s.Topic)); len(list) != 2 || list[0].ID != other.ID {
		t.Errorf("subscriptions: %+v", list)
	}
	now = now.Add(150 * time.Minute)
	if list := must[[]hooks.Subscription](t)(st.SubscriptionsTo(ctx, s.Topic)); len(list) != 1 || list[0].ID != id {
		t.Errorf("one has ended: %+v", list)
	}
	if _, err := st.Subscription(ctx, other.ID); !fault.Is(err, fault.NotFound) {
		t.Errorf("one that has ended: %v", err)
	}
	if n := must[int](t)(st.SubscriptionCount(ctx)); n != 1 {
		t.Errorf("%d hold", n)
	}
	update(t, st, func(tx *store.Tx) error {
		n, err := tx.DropEnded(now)
		if n != 1 {
			t.Errorf("%d dropped", n)
		}
		return err
	})
	update(t, st, func(tx *store.Tx) error { return tx.DropSubscription(s.Topic, s.Callback) })
	if list := must[[]hooks.Subscription](t)(st.SubscriptionsTo(ctx, s.Topic)); len(list) != 0 {
		t.Errorf("after the end: %+v", list)
	}
	err := error(nil)
	n := 0
	for ; err == nil && n <= store.MostOfHost; n++ {
		err = st.Update(ctx, func(tx *store.Tx) error {
			return tx.SaveSubscription(&hooks.Subscription{Topic: "/en/feed.xml", Callback: "https://crowd.example/" + strconv.Itoa(n), Ends: now.Add(time.Hour)}, "crowd.example")
		})
	}
	if !fault.Is(err, fault.TooMany) || n != store.MostOfHost+1 {
		t.Errorf("a host takes %d subscriptions: %v", n, err)
	}
	if st.Version() != version {
		t.Error("subscribing empties the page cache")
	}
}
