package testkit

import (
	"fmt"
	"reflect"
	"regexp"
	"testing"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
)

// Terms are inherited down the tree of sections, changed without losing what
// was said, and taken away.
func storeTerms(t *testing.T, st *store.Store) {
	ctx := t.Context()
	set := func(place string, terms rights.Terms) {
		t.Helper()
		update(t, st, func(tx *store.Tx) error {
			return tx.SaveTerms(rights.Placed{Place: place, Terms: terms}, "officer")
		})
	}
	contact := rights.Contact{Email: "rights@example.org"}
	version := st.Version()
	set(rights.Site, rights.Terms{Reuse: rights.Yes, Contact: contact, Credit: map[string]string{"kk": "«{title}», {site}", "en": "x"}})
	if st.Version() == version {
		t.Error("pages must learn of new terms")
	}
	set("section/news", rights.Terms{Mining: rights.No})
	set("section/news/books", rights.Terms{Reuse: rights.Ask})
	set("section/newspaper", rights.Terms{Reuse: rights.No}) // not above "news"
	set("article/7", rights.Terms{Link: rights.No})
	set("article/8", rights.Terms{Reuse: rights.No})
	set("article/8", rights.Terms{})
	for _, c := range []struct {
		section             string
		article             int64
		reuse, mining, link rights.Rule
		place               string
	}{
		{"", 0, rights.Yes, "", rights.Yes, "site"}, {"news", 0, rights.Yes, rights.No, rights.Yes, "section/news"},
		{"news/books", 7, rights.Ask, rights.No, rights.No, "article/7"}, {"news/books", 8, rights.Ask, rights.No, rights.Yes, "section/news/books"},
		{"news/sport", 9, rights.Yes, rights.No, rights.Yes, "section/news"},
	} {
		r := must[rights.Resolved](t)(st.ResolveTerms(ctx, c.section, c.article))
		if r.Reuse != c.reuse || r.Mining != c.mining || r.Link != c.link || r.Contact != contact || r.Place != c.place || r.Credit["kk"] != "«{title}», {site}" {
			t.Errorf("%s %d: %+v", c.section, c.article, r)
		}
	}
	if h := must[[]store.PlacedTerms](t)(st.TermsHistory(ctx, "article/8")); len(h) != 2 || !h[0].Terms.Empty() || h[1].Terms.Reuse != rights.No || h[1].Who != "officer" || h[1].Created.IsZero() {
		t.Errorf("history: %+v", h)
	}
	if all := must[[]store.PlacedTerms](t)(st.Terms(ctx)); len(all) != 6 {
		t.Errorf("%d places: %+v", len(all), all)
	}
	if err := st.Update(ctx, func(tx *store.Tx) error { return tx.SaveTerms(rights.Placed{Place: rights.Site}, "officer") }); !fault.Is(err, fault.Invalid) {
		t.Errorf("the contact was lost: %v", err)
	}
	if a, b := store.ArticleOf("article/12"), store.ArticleOf("section/12"); a != 12 || b != 0 {
		t.Errorf("%d %d", a, b)
	}
}

func sampleRequest(i int) *rights.Request {
	return &rights.Request{Article: 7, Language: "kk", Name: fmt.Sprintf("Asker %d", i), Email: "Asker@Example.org", Organisation: "O'Reader; DROP", Purpose: "a\nb", Where: "https://example.org",
		Until: "2027-01-01", Commercial: i%2 == 1, State: rights.Unverified, Created: Now.Add(time.Duration(i) * time.Hour)}
}

func storeRequests(t *testing.T, st *store.Store) {
	ctx := t.Context()
	st.Now = func() time.Time { return Now }
	version := st.Version()
	var list []*rights.Request
	for i := range 6 {
		r := sampleRequest(i)
		list = append(list, r)
		update(t, st, func(tx *store.Tx) error { return tx.SaveRequest(r) })
	}
	if st.Version() != version {
		t.Error("a request is no reason to make pages anew")
	}
	if got := must[rights.Request](t)(st.Request(ctx, list[1].ID)); got != *list[1] {
		t.Errorf("came back %+v, not %+v", got, *list[1])
	}
	if _, err := st.Request(ctx, 1<<40); !fault.Is(err, fault.NotFound) {
		t.Errorf("nobody's request: %v", err)
	}
	for i, r := range list[:4] {
		if err := r.Confirm(Now.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		if i == 3 {
			if err := r.Refuse("officer", "a reason", Now); err != nil {
				t.Fatal(err)
			}
		}
		update(t, st, func(tx *store.Tx) error { return tx.SaveRequest(r) })
	}
	if got := must[rights.Request](t)(st.Request(ctx, list[3].ID)); got != *list[3] {
		t.Errorf("answered, came back %+v, not %+v", got, *list[3])
	}
	for _, c := range []struct {
		f    store.RequestFilter
		want []int
	}{
		{store.RequestFilter{State: rights.Waiting}, []int{2, 1, 0}}, {store.RequestFilter{State: rights.Waiting, Oldest: true, Limit: 2}, []int{0, 1}},
		{store.RequestFilter{State: rights.Waiting, Oldest: true, Before: list[1].ID}, []int{2}}, {store.RequestFilter{Limit: 2, Before: list[4].ID}, []int{3, 2}},
		{store.RequestFilter{Email: "asker@EXAMPLE.org", Since: Now.Add(4 * time.Hour)}, []int{5, 4}}, {store.RequestFilter{Email: "other@example.org"}, nil}, {store.RequestFilter{Article: 8}, nil},
	} {
		var want []int64
		for _, i := range c.want {
			want = append(want, list[i].ID)
		}
		var got []int64
		for _, r := range must[[]rights.Request](t)(st.Requests(ctx, c.f)) {
			got = append(got, r.ID)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%+v: %v, want %v", c.f, got, want)
		}
	}
	if n := must[map[rights.State]int](t)(st.RequestCounts(ctx)); n[rights.Waiting] != 3 || n[rights.Refused] != 1 || n[rights.Unverified] != 2 {
		t.Errorf("counts: %v", n)
	}
	update(t, st, func(tx *store.Tx) error {
		for i, who := range []string{"officer", ""} {
			if err := tx.AddNote(&rights.Note{Request: list[0].ID, Officer: who, Text: fmt.Sprint("word ", i)}); err != nil {
				return err
			}
		}
		n, err := tx.DropUnverified(list[5].Created)
		if n != 1 {
			t.Errorf("dropped %d", n)
		}
		return err
	})
	if notes := must[[]rights.Note](t)(st.Notes(ctx, list[0].ID)); len(notes) != 2 || notes[0].Officer != "officer" || notes[1].Text != "word 1" || !notes[1].At.Equal(Now) {
		t.Errorf("%+v", notes)
	}
	storeGrants(t, st, list[0])
}

func storeGrants(t *testing.T, st *store.Store, r *rights.Request) {
	ctx := t.Context()
	form := regexp.MustCompile(`^2026-([1-3])-[0-9A-HJKMNP-TV-Z]{4}$`)
	var list []rights.Grant
	for i, until := range []string{"2027-01-01", "", "2026-12-01"} {
		g := rights.Grant{Article: 7, To: "Reader", Email: "a@example.org", Language: "ru", Wording: "Печатать", Terms: "раз", Until: until, Oral: i == 2, Giver: "B", Officer: "C",
			Granted: time.Date(2026, 5, 1+i, 0, 0, 0, 0, time.UTC)}
		if i == 0 {
			g.Request = r.ID
		}
		if i == 2 {
			g.Said = "2026-04-30"
		}
		update(t, st, func(tx *store.Tx) error { return tx.SaveGrant(&g) })
		if m := form.FindStringSubmatch(g.Number); m == nil || m[1] != fmt.Sprint(i+1) {
			t.Errorf("the %d. grant of the year has the number %q", i+1, g.Number)
		}
		if got := must[rights.Grant](t)(st.Grant(ctx, g.Number)); got != g {
			t.Errorf("came back %+v, not %+v", got, g)
		}
		list = append(list, g)
	}
	other := rights.Grant{Article: 8, To: "Reader", Granted: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)}
	update(t, st, func(tx *store.Tx) error { return tx.SaveGrant(&other) })
	if other.Number[:7] != "2027-1-" {
		t.Errorf("a year begins with 1: %s", other.Number)
	}
	for _, c := range []struct {
		f    store.GrantFilter
		want []int64
	}{
		{store.GrantFilter{}, []int64{other.ID, list[2].ID, list[1].ID, list[0].ID}}, {store.GrantFilter{Request: r.ID}, []int64{list[0].ID}}, {store.GrantFilter{Article: 7, Limit: 1}, []int64{list[2].ID}},
		{store.GrantFilter{From: "2026-01-01"}, []int64{list[2].ID, list[0].ID}}, {store.GrantFilter{From: "2026-12-01", To: "2026-12-31"}, []int64{list[2].ID}}, {store.GrantFilter{Before: list[1].ID}, []int64{list[0].ID}},
	} {
		var got []int64
		for _, g := range must[[]rights.Grant](t)(st.Grants(ctx, c.f)) {
			got = append(got, g.ID)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.f, got, c.want)
		}
	}
	if err := list[0].Revoke("why", Now); err != nil {
		t.Fatal(err)
	}
	version := st.Version()
	update(t, st, func(tx *store.Tx) error { return tx.RevokeGrant(list[0]) })
	if got := must[rights.Grant](t)(st.GrantByID(ctx, list[0].ID)); got != list[0] || st.Version() == version {
		t.Errorf("revoked: %+v", got)
	}
	if err := st.Update(ctx, func(tx *store.Tx) error { return tx.RevokeGrant(list[0]) }); !fault.Is(err, fault.NotFound) {
		t.Errorf("revoked twice: %v", err)
	}
}

func storeSightings(t *testing.T, st *store.Store) {
	ctx := t.Context()
	st.Now = func() time.Time { return Now }
	var list []*rights.Sighting
	for i := range 3 {
		s := &rights.Sighting{Article: 7, Address: fmt.Sprint("https://copy.example/", i), Found: rights.NotLinked, Officer: "officer"}
		update(t, st, func(tx *store.Tx) error { return tx.SaveSighting(s) })
		list = append(list, s)
	}
	again := *list[0]
	again.ID = 0
	if err := st.Update(ctx, func(tx *store.Tx) error { return tx.SaveSighting(&again) }); !fault.Is(err, fault.Exists) {
		t.Errorf("noted twice: %v", err)
	}
	list[2].Found, list[2].Settled, list[2].Checked, list[2].Note = rights.Linked, Now, Now, "they put it in"
	update(t, st, func(tx *store.Tx) error { return tx.SaveSighting(list[2]) })
	got := must[[]rights.Sighting](t)(st.Sightings(ctx, 0))
	if len(got) != 3 || got[0] != *list[1] || got[1] != *list[0] || got[2] != *list[2] {
		t.Errorf("%+v", got)
	}
	if s := must[rights.Sighting](t)(st.Sighting(ctx, list[2].ID)); s != *list[2] {
		t.Errorf("%+v", s)
	}
}

// A letter waits from the transaction that causes it until it is sent, and
// then keeps no words.
func storeOutbox(t *testing.T, st *store.Store) {
	ctx := t.Context()
	version := st.Version()
	l := mail.Letter{To: mail.Address{Name: "Айгүл", Email: "a@example.org"}, ReplyTo: "r@example.org", Language: "kk", Subject: "s", Text: "t\n", HTML: "<p>t", Headers: map[string]string{"List-Unsubscribe": "<https://x>"}}
	update(t, st, func(tx *store.Tx) error { return tx.QueueLetter(&l) })
	if st.Version() != version {
		t.Error("a letter is no reason to make pages anew")
	}
	if got := must[mail.Letter](t)(st.Letter(ctx, l.ID)); !reflect.DeepEqual(got, l) {
		t.Errorf("came back %+v, not %+v", got, l)
	}
	if n := must[map[string]int](t)(st.JobCounts(ctx)); n["waiting"] != 1 {
		t.Errorf("a letter comes with the job that sends it: %v", n)
	}
	update(t, st, func(tx *store.Tx) error { return tx.LetterFailed(l.ID, "no answer", false) })
	if n := must[map[string]int](t)(st.LetterCounts(ctx)); n["waiting"] != 1 {
		t.Errorf("tried again: %v", n)
	}
	update(t, st, func(tx *store.Tx) error { return tx.LetterSent(l.ID) })
	update(t, st, func(tx *store.Tx) error { return tx.LetterFailed(l.ID, "too late", true) })
	if n := must[map[string]int](t)(st.LetterCounts(ctx)); n["sent"] != 1 || len(n) != 1 {
		t.Errorf("sent: %v", n)
	}
	if got, err := st.Letter(ctx, l.ID); !fault.Is(err, fault.NotFound) {
		t.Errorf("a letter that was sent is still there: %+v %v", got, err)
	}
	err := st.Update(ctx, func(tx *store.Tx) error {
		tx.QueueLetter(&mail.Letter{To: mail.Address{Email: "b@example.org"}})
		return fault.New(fault.Invalid, "no")
	})
	if n := must[map[string]int](t)(st.LetterCounts(ctx)); err == nil || n["waiting"] != 0 {
		t.Error("a letter must not outlive the transaction that causes it")
	}
}
