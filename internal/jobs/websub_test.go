package jobs_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// topics stands for the site's list of feeds.
func topics(language, section string) []string {
	return []string{"/" + language + "/feed.atom", "/" + language + "/section/" + section + "/feed.atom"}
}

// A hub elsewhere is told of each feed once, however many articles changed,
// and again later where it fails.
func TestHubsAreToldOfFeeds(t *testing.T) {
	st := testkit.SQLite(t)
	now := testkit.Now
	st.Now = func() time.Time { return now }
	hub := receive(t, func(n int, w http.ResponseWriter, _ *http.Request) {
		if n == 1 {
			w.WriteHeader(503)
			return
		}
		w.WriteHeader(204)
	})
	h := jobs.Hubs{Origin: origin, Others: []string{hub.URL + "/?a=b"}, Topics: topics}
	must(t, st.Update(t.Context(), func(tx *store.Tx) error { return tx.SetHubs(true) }))
	w := jobs.NewWorker(jobs.Ping(h), jobs.PingHub(sender(t), h))
	drain := func() []string {
		t.Helper()
		before := len(hub.messages())
		_, err := w.Drain(t.Context(), st)
		must(t, err)
		var told []string
		for _, m := range hub.messages()[before:] {
			v, err := url.ParseQuery(m.body)
			must(t, err)
			if m.method != "POST" || m.uri != "/?a=b" || v.Get("hub.mode") != "publish" || v.Get("hub.url") != v.Get("hub.topic") || m.header.Get("Content-Type") != "application/x-www-form-urlencoded" {
				t.Errorf("%+v", m)
			}
			told = append(told, strings.TrimPrefix(v.Get("hub.topic"), origin))
		}
		slices.Sort(told)
		return told
	}
	items := testkit.Items(20)
	for _, it := range items {
		it.Article.Section = "news"
	}
	saveAll(t, st, items[:10]...)
	saveAll(t, st, items[10:]...)
	if told := drain(); len(told) != 0 {
		t.Errorf("told at once: %q", told)
	}
	now = now.Add(3 * time.Second)
	want := topics("en", "news")
	if told := drain(); !slices.Equal(told, want) {
		t.Errorf("told of %q", told)
	}
	now = now.Add(10 * time.Second)
	if told := drain(); len(told) != 1 {
		t.Errorf("after the failure told of %q", told)
	}
	now = now.Add(24 * time.Hour)
	if told := drain(); len(told) != 0 {
		t.Errorf("told again of %q", told)
	}
	if n, err := st.JobCounts(t.Context()); err != nil || len(n) != 0 {
		t.Errorf("jobs: %v %v", n, err)
	}
}

// subscriber answers as one who wants what secret and topic say.
type subscriber struct {
	*receiver
	wants func(q url.Values) (status int, body string)
}

func subscriberWho(t *testing.T, wants func(q url.Values) (int, string)) *subscriber {
	s := &subscriber{wants: wants}
	s.receiver = receive(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			status, body := s.wants(r.URL.Query())
			w.WriteHeader(status)
			io.WriteString(w, body)
		}
	})
	return s
}

func echo(q url.Values) (int, string) { return 200, q.Get("hub.challenge") }

// Whoever says so is subscribed, is sent the feed when it has changed, signed
// with his secret, and no more when he has had enough.
func TestOurHub(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		now := testkit.Now
		st.Now = func() time.Time { return now }
		must(t, st.Update(t.Context(), func(tx *store.Tx) error { return tx.SetHubs(true) }))
		h := jobs.Hubs{Origin: origin, Own: true, Topics: topics}
		text := "<feed>1</feed>"
		fetch := func(_ context.Context, path string) (string, []byte, error) {
			if path != "/en/feed.atom" {
				return "", nil, fault.New(fault.NotFound, "no")
			}
			return "application/atom+xml; charset=utf-8", []byte(text), nil
		}
		w := jobs.NewWorker(jobs.Ping(h), jobs.Verify(sender(t), h), jobs.Feed(sender(t), h, fetch))
		drain := func() {
			t.Helper()
			_, err := w.Drain(t.Context(), st)
			must(t, err)
		}
		ask := func(mode, callback, secret string) {
			t.Helper()
			p, _ := json.Marshal(hooks.Request{Mode: mode, Topic: origin + "/en/feed.atom", Callback: callback, Secret: secret, Lease: time.Hour})
			must(t, st.Update(t.Context(), func(tx *store.Tx) error { return tx.Enqueue(store.VerifyJob, callback, string(p), 0) }))
			drain()
		}
		change := func(words string) {
			t.Helper()
			text = words
			it := testkit.Item("en", "s"+words[6:7], "T"+words, "t", now)
			saveAll(t, st, it)
			now = now.Add(3 * time.Second)
			drain()
		}
		count := func() int {
			t.Helper()
			n, err := st.SubscriptionCount(t.Context())
			must(t, err)
			return n
		}
		s := subscriberWho(t, echo)
		ask("subscribe", s.URL+"/cb?x=1", "geheim")
		if m := s.messages(); count() != 1 || len(m) != 1 || !strings.HasPrefix(m[0].uri, "/cb?x=1&hub.mode=subscribe&hub.topic=https%3A%2F%2Fnews.example%2Fen%2Ffeed.atom&hub.challenge=") || !strings.HasSuffix(m[0].uri, "&hub.lease_seconds=3600") {
			t.Fatalf("%d subscriptions, asked %+v", count(), m)
		}
		for name, wants := range map[string]func(url.Values) (int, string){
			"no":             func(url.Values) (int, string) { return 404, "" },
			"something else": func(url.Values) (int, string) { return 200, "yes" },
			"a redirect":     func(q url.Values) (int, string) { return 302, q.Get("hub.challenge") },
			"refused echo":   func(q url.Values) (int, string) { return 403, q.Get("hub.challenge") },
		} {
			if ask("subscribe", subscriberWho(t, wants).URL, ""); count() != 1 {
				t.Errorf("who answers %s is subscribed", name)
			}
		}
		change("<feed>1</feed>")
		m := s.messages()
		if len(m) != 2 || m[1].method != "POST" || m[1].body != text || m[1].uri != "/cb?x=1" || m[1].header.Get("Content-Type") != "application/atom+xml; charset=utf-8" ||
			m[1].header.Get("Link") != `<https://news.example/hub>; rel="hub", <https://news.example/en/feed.atom>; rel="self"` {
			t.Fatalf("%+v", m)
		}
		mac := hmac.New(sha256.New, []byte("geheim"))
		io.WriteString(mac, text)
		if m[1].header.Get("X-Hub-Signature") != "sha256="+hex.EncodeToString(mac.Sum(nil)) {
			t.Errorf("signed %s", m[1].header.Get("X-Hub-Signature"))
		}
		saveAll(t, st, testkit.Item("en", "old", "an old article, not in the feed", "t", now.AddDate(-9, 0, 0)))
		now = now.Add(3 * time.Second)
		if drain(); len(s.messages()) != 2 {
			t.Error("a feed that is the same was sent again")
		}
		// Who only pretends to be the subscriber cannot end it, nor change it.
		s.wants = func(url.Values) (int, string) { return 404, "" }
		ask("unsubscribe", s.URL+"/cb?x=1", "")
		ask("subscribe", s.URL+"/cb?x=1", "other")
		change("<feed>2</feed>")
		mac = hmac.New(sha256.New, []byte("geheim"))
		io.WriteString(mac, text)
		m = s.messages()
		if last := m[len(m)-1]; last.body != text || last.header.Get("X-Hub-Signature") != "sha256="+hex.EncodeToString(mac.Sum(nil)) {
			t.Errorf("another changed the subscription: %+v", last)
		}
		s.wants = echo
		ask("unsubscribe", s.URL+"/cb?x=1", "")
		sent := len(s.messages())
		if change("<feed>3</feed>"); count() != 0 || len(s.messages()) != sent {
			t.Error("after the end something is sent")
		}
		// A lease that is over, and 410, end it too.
		ask("subscribe", s.URL, "")
		now = now.Add(61 * time.Minute)
		sent = len(s.messages())
		if change("<feed>4</feed>"); count() != 0 || len(s.messages()) != sent {
			t.Error("a lease that is over holds")
		}
		gone := receive(t, func(_ int, w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodGet {
				io.WriteString(w, r.URL.Query().Get("hub.challenge"))
				return
			}
			w.WriteHeader(410)
		})
		ask("subscribe", gone.URL, "")
		if count() != 1 {
			t.Fatal("not subscribed")
		}
		if change("<feed>5</feed>"); count() != 0 {
			t.Error("who is gone is still subscribed")
		}
		// One who always fails is left after a day and a half.
		bad := subscriberWho(t, echo)
		bad.receiver.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodGet {
				io.WriteString(w, r.URL.Query().Get("hub.challenge"))
				return
			}
			w.WriteHeader(500)
		})
		p, _ := json.Marshal(hooks.Request{Mode: "subscribe", Topic: origin + "/en/feed.atom", Callback: bad.URL, Lease: 30 * 24 * time.Hour})
		must(t, st.Update(t.Context(), func(tx *store.Tx) error { return tx.Enqueue(store.VerifyJob, "bad", string(p), 0) }))
		drain()
		if change("<feed>6</feed>"); count() != 1 {
			t.Error("one failure ends a subscription")
		}
		for range 3 * 24 {
			now = now.Add(time.Hour)
			drain()
		}
		if n, err := st.JobCounts(t.Context()); count() != 0 || err != nil || len(n) != 0 {
			t.Errorf("after three days of failures: %d subscriptions, jobs %v %v", count(), n, err)
		}
	})
}
