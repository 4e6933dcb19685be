package testkit

import (
	"fmt"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
)

// Subscriber makes a confirmed subscriber of one topic.
func Subscriber(t testing.TB, st *store.Store, email, tag string, often subscribe.Often, topic string) (s subscribe.Subscriber) {
	t.Helper()
	err := st.Update(t.Context(), func(tx *store.Tx) (err error) {
		_, hash := subscribe.NewToken()
		a := subscribe.Ask{Token: hash, Email: email, Tag: tag, Often: often, Topic: topic}
		if err := tx.SaveAsk(&a); err != nil {
			return err
		}
		s, err = tx.Confirm(a)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// An address is asked for, confirmed, changed, suspended, stopped, forgotten;
// what is not confirmed leaves nothing behind.
func storeSubscribers(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC) // a Friday
	st.Now = func() time.Time { return now }
	version := st.Version()
	ask := func(email, topic string) subscribe.Ask {
		t.Helper()
		_, hash := subscribe.NewToken()
		a := subscribe.Ask{Token: hash, Email: email, Tag: "kk-Arab", Often: subscribe.Daily, Topic: topic}
		update(t, st, func(tx *store.Tx) error {
			if err := tx.SaveAsk(&a); err != nil {
				return err
			}
			return tx.QueueLetter(&mail.Letter{To: mail.Address{Email: email}, Subject: "confirm", Subscriber: a.ID})
		})
		return a
	}
	first := ask("Aliya@Example.org", subscribe.All)
	if got := must[subscribe.Ask](t)(st.AskOf(ctx, first.Token)); got != first || !got.Created.Equal(now) {
		t.Errorf("asked %+v, kept %+v", first, got)
	}
	if _, err := st.AskOf(ctx, "no such hash"); !fault.Is(err, fault.NotFound) {
		t.Errorf("a token of nobody: %v", err)
	}
	if n := must[int](t)(st.AskCount(ctx, "aliya@example.ORG", now)); n != 1 {
		t.Errorf("asked %d times", n)
	}
	confirm := func(a subscribe.Ask) (s subscribe.Subscriber) {
		t.Helper()
		update(t, st, func(tx *store.Tx) (err error) { s, err = tx.Confirm(a); return err })
		return s
	}
	s := confirm(first)
	if _, err := st.AskOf(ctx, first.Token); !fault.Is(err, fault.NotFound) {
		t.Errorf("a token serves twice: %v", err)
	}
	if n := must[map[string]int](t)(st.LetterCounts(ctx)); len(n) != 0 {
		t.Errorf("letters to an address that was confirmed: %v", n)
	}
	now = now.Add(time.Hour)
	again := confirm(ask("aliya@example.org", "section:news"))
	if again.ID != s.ID || len(again.Topics) != 2 || !again.Topics[0].Since.Before(again.Topics[1].Since) || !again.SeenTo.Equal(s.SeenTo) || !again.Created.Equal(s.Created) {
		t.Errorf("confirmed again: %+v", again)
	}
	got := must[subscribe.Subscriber](t)(st.Subscriber(ctx, s.ID))
	if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", again) || got.Language() != "kk" || !got.Due.Equal(time.Date(2026, 11, 28, subscribe.DigestHour, 0, 0, 0, time.UTC)) {
		t.Errorf("kept %+v, not %+v", got, again)
	}
	many := got
	many.Topics = nil
	for i := range subscribe.MostTopics + 1 {
		many.Topics = append(many.Topics, subscribe.Topic{Name: fmt.Sprint("entity:", i)})
	}
	if err := st.Update(ctx, func(tx *store.Tx) error { return tx.SaveSubscriber(&many) }); !fault.Is(err, fault.TooLarge) {
		t.Errorf("too many topics: %v", err)
	}

	other := Subscriber(t, st, "boris@example.org", "ru", subscribe.Once, subscribe.All)
	update(t, st, func(tx *store.Tx) error { return tx.Suspend(other.ID, "no such mailbox") })
	if o := must[subscribe.Subscriber](t)(st.Subscriber(ctx, other.ID)); o.State != subscribe.Suspended || o.Note != "no such mailbox" {
		t.Errorf("suspended: %+v", o)
	}
	now = now.Add(time.Hour)
	if o := Subscriber(t, st, "boris@example.org", "ru", subscribe.Once, subscribe.All); o.ID != other.ID || o.State != subscribe.Active || o.Note != "" || !o.SeenTo.Equal(now) || !o.Due.IsZero() {
		t.Errorf("back again: %+v", o)
	}
	counts := must[[]store.SubscriberCount](t)(st.SubscriberCounts(ctx))
	if len(counts) != 2 || counts[0] != (store.SubscriberCount{State: subscribe.Active, Tag: "kk-Arab", Often: subscribe.Daily, N: 1}) {
		t.Errorf("counted %+v", counts)
	}
	if topics := must[[]store.TopicCount](t)(st.TopicCounts(ctx, 5)); len(topics) != 2 || topics[0] != (store.TopicCount{Topic: "all", N: 2}) {
		t.Errorf("topics %+v", topics)
	}
	if list := must[[]subscribe.Subscriber](t)(st.Subscribers(ctx, store.SubscriberFilter{Email: "BORIS@example.org"})); len(list) != 1 || list[0].ID != other.ID {
		t.Errorf("found %+v", list)
	}
	if list := must[[]subscribe.Subscriber](t)(st.Subscribers(ctx, store.SubscriberFilter{After: s.ID})); len(list) != 1 {
		t.Errorf("after the first %+v", list)
	}

	lost := ask("nobody@example.org", subscribe.All)
	waiting := ask("aliya@example.org", "section:sport")
	update(t, st, func(tx *store.Tx) error { return tx.QueueLetter(&mail.Letter{To: mail.Address{Email: "x@y.z"}}) })
	update(t, st, func(tx *store.Tx) error { return tx.DropSubscriber(s.ID) })
	if _, err := st.AskOf(ctx, waiting.Token); !fault.Is(err, fault.NotFound) {
		t.Errorf("a deleted address left a question behind: %v", err)
	}
	now = now.Add(subscribe.KeepAsks)
	update(t, st, func(tx *store.Tx) error {
		if n, err := tx.DropAsks(now.Add(-subscribe.KeepAsks)); n != 0 || err != nil {
			t.Errorf("dropped %d too early: %v", n, err)
		}
		n, err := tx.DropAsks(now.Add(time.Second).Add(-subscribe.KeepAsks))
		if n != 1 {
			t.Errorf("dropped %d", n)
		}
		return err
	})
	if n := must[map[string]int](t)(st.LetterCounts(ctx)); n["waiting"] != 1 || len(n) != 1 {
		t.Errorf("the letter to nobody in particular is left: %v", n)
	}
	if _, err := st.AskOf(ctx, lost.Token); !fault.Is(err, fault.NotFound) || !lost.Expired(now) || lost.Expired(now.Add(-time.Second)) {
		t.Errorf("expired: %v", err)
	}
	other = must[subscribe.Subscriber](t)(st.Subscriber(ctx, other.ID))
	other.State = subscribe.Ended
	update(t, st, func(tx *store.Tx) error { return tx.SaveSubscriber(&other) })
	for _, c := range []struct {
		later time.Duration
		n     int
	}{{subscribe.KeepEnded, 0}, {subscribe.KeepEnded + time.Second, 1}} {
		update(t, st, func(tx *store.Tx) error {
			n, err := tx.ForgetEnded(now.Add(c.later - subscribe.KeepEnded))
			if n != c.n {
				t.Errorf("%v after the end %d are forgotten", c.later, n)
			}
			return err
		})
	}
	if list := must[[]subscribe.Subscriber](t)(st.Subscribers(ctx, store.SubscriberFilter{})); len(list) != 0 {
		t.Errorf("left %+v", list)
	}
	if st.Version() != version {
		t.Error("subscribers are no reason to make pages anew")
	}
}

// News is what became public while it was new, once; a letter moves its
// reader on in the same transaction.
func storeNews(t *testing.T, st *store.Store) {
	ctx := t.Context()
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	save := func(it *store.Item) *store.Item {
		t.Helper()
		update(t, st, func(tx *store.Tx) error { _, err := tx.Save(it); return err })
		return it
	}
	read := func(it *store.Item) {
		t.Helper()
		update(t, st, func(tx *store.Tx) error {
			return tx.SaveReading(&store.Reading{Article: must[store.Card](t)(tx.ArticleByID(ctx, it.Article.ID)), Hash: it.Revision.Hash, Version: "test"})
		})
	}
	titles := func(after, upTo time.Time) (out []string) {
		t.Helper()
		for _, n := range must[[]store.News](t)(st.News(ctx, "en", after, upTo, 10)) {
			out = append(out, n.Title)
		}
		return out
	}
	begin := now
	reader := Subscriber(t, st, "r@example.org", "en", subscribe.Once, subscribe.All)
	daily := Subscriber(t, st, "d@example.org", "en", subscribe.Daily, subscribe.All)
	for _, it := range Items(5) { // an archive
		save(it)
	}
	save(Item("en", "dayless", "Nobody knows when", "x", time.Time{}))
	now = now.Add(time.Minute)
	fresh := save(Item("en", "fresh", "Fresh", "x", now))
	hidden := Item("en", "hidden", "Hidden", "x", now)
	hidden.Article.State = article.Draft
	save(hidden)
	save(Item("ru", "drugoe", "Другое", "x", now))
	if got := titles(begin, now); fmt.Sprint(got) != "[Fresh]" {
		t.Errorf("news: %v", got)
	}
	if to, newest, err := st.NewsTo(ctx, "en"); err != nil || !newest.IsZero() || !to.Equal(now.Add(-time.Minute)) {
		t.Errorf("at once: %v %v %v", to, newest, err)
	}
	now = now.Add(time.Minute)
	if to, newest, err := st.NewsTo(ctx, "en"); err != nil || !newest.IsZero() || !to.Before(now.Add(-time.Minute)) {
		t.Errorf("before it was read: %v %v %v", to, newest, err)
	}
	read(fresh)
	to, newest, err := st.NewsTo(ctx, "en")
	if err != nil || !newest.Equal(begin.Add(time.Minute)) || !to.Equal(now.Add(-time.Minute)) {
		t.Errorf("when it was read: %v %v %v", to, newest, err)
	}
	once := must[[]subscribe.Subscriber](t)(st.OnceSubscribers(ctx, "en", newest, 10))
	if len(once) != 1 || once[0].ID != reader.ID || len(once[0].Topics) != 1 {
		t.Fatalf("at once: %+v", once)
	}
	if l := must[[]string](t)(st.SubscribedLanguages(ctx)); fmt.Sprint(l) != "[en]" {
		t.Errorf("languages %v", l)
	}
	digest := func(s subscribe.Subscriber, to time.Time, l *mail.Letter) (ok bool) {
		t.Helper()
		update(t, st, func(tx *store.Tx) (err error) { ok, err = tx.Digest(s, to, l); return err })
		return ok
	}
	letter := func() *mail.Letter {
		return &mail.Letter{To: mail.Address{Email: "r@example.org"}, Subject: "Fresh", Language: "en"}
	}
	failed := st.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.Digest(once[0], to, letter()); err != nil {
			return err
		}
		return fault.New(fault.Invalid, "a crash before the end")
	})
	if n := must[map[string]int](t)(st.LetterCounts(ctx)); failed == nil || len(n) != 0 || len(must[[]subscribe.Subscriber](t)(st.OnceSubscribers(ctx, "en", newest, 10))) != 1 {
		t.Errorf("a letter without its mark, or a mark without its letter: %v", n)
	}
	if !digest(once[0], to, letter()) || digest(once[0], to, letter()) {
		t.Error("the same letter was made twice")
	}
	if left := must[[]subscribe.Subscriber](t)(st.OnceSubscribers(ctx, "en", newest, 10)); len(left) != 0 {
		t.Errorf("still waiting: %+v", left)
	}
	sent := must[[]store.SentLetter](t)(st.SentLetters(ctx, 10))
	if len(sent) != 1 || sent[0].Subscriber != reader.ID || sent[0].Subject != "Fresh" || sent[0].State != "waiting" {
		t.Errorf("letters %+v", sent)
	}
	if l := must[mail.Letter](t)(st.Letter(ctx, sent[0].ID)); l.Subscriber != reader.ID {
		t.Errorf("whose letter is it? %+v", l)
	}
	if due := must[[]subscribe.Subscriber](t)(st.DueSubscribers(ctx, 10)); len(due) != 0 {
		t.Errorf("due by day: %+v", due)
	}
	now = daily.Due
	due := must[[]subscribe.Subscriber](t)(st.DueSubscribers(ctx, 10))
	if len(due) != 1 || due[0].ID != daily.ID {
		t.Fatalf("due in the morning: %+v", due)
	}
	stopped := due[0]
	stopped.State = subscribe.Ended
	update(t, st, func(tx *store.Tx) error { return tx.SaveSubscriber(&stopped) })
	if digest(due[0], to, letter()) {
		t.Error("whoever stopped his letters got one more")
	}
	stopped.State = subscribe.Active
	update(t, st, func(tx *store.Tx) error { return tx.SaveSubscriber(&stopped) })
	if !digest(stopped, begin, nil) {
		t.Error("nothing to send moves on too")
	}
	if d := must[subscribe.Subscriber](t)(st.Subscriber(ctx, daily.ID)); !d.Due.After(now) || d.SeenTo.Before(stopped.SeenTo) || d.Letters != 0 {
		t.Errorf("moved on to %+v", d)
	}

	// Withdrawn it is no news, and shown again it is not news again.
	at := newest
	fresh.Article.State = article.Withdrawn
	save(fresh)
	if got := titles(begin, now); got != nil {
		t.Errorf("withdrawn: %v", got)
	}
	fresh.Article.State = article.Published
	save(fresh)
	if got := must[[]store.News](t)(st.News(ctx, "en", begin, now, 10)); len(got) != 1 || !got[0].At.Equal(at) {
		t.Errorf("shown again: %+v", got)
	}
	hidden.Article.State, hidden.Article.Published = article.Published, now
	save(hidden)
	late := save(Item("en", "late", "Late", "x", now.Add(-store.NewsFor-time.Second)))
	now = now.Add(2 * time.Minute)
	if got := titles(at, now); fmt.Sprint(got) != "[Hidden]" || late.Article.ID == 0 {
		t.Errorf("a draft made public: %v", got)
	}
	now = now.Add(time.Hour)
	if _, newest, err := st.NewsTo(ctx, "en"); err != nil || newest.Before(now.Add(-2*time.Hour)) {
		t.Errorf("what nobody reads in an hour goes out all the same: %v %v", newest, err)
	}
	update(t, st, func(tx *store.Tx) error { return tx.LetterSent(sent[0].ID) })
	now = now.Add(subscribe.KeepLetters)
	update(t, st, func(tx *store.Tx) error {
		n, err := tx.DropLetters(now.Add(-subscribe.KeepLetters))
		if n != 1 {
			t.Errorf("%d old letters", n)
		}
		return err
	})
}
