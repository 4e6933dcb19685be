package site

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/store"
)

func hubFixture(t *testing.T) *fixture {
	t.Helper()
	f := newFixture(t, 1<<20)
	s, err := New(Config{Store: f.store, CacheBytes: 1 << 20, Origin: "https://news.example", Now: func() time.Time { return f.clock }, Hub: &Hub{Path: "/hub"}, Hubs: []string{"https://news.example/hub"}})
	must(t, err)
	f.Site = s
	return f
}

func (f *fixture) ask(from, kind, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "/hub", strings.NewReader(body))
	r.RemoteAddr = from + ":1234"
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	f.ServeHTTP(w, r)
	return w
}

const formType = "application/x-www-form-urlencoded"

// Requests to the hub are taken at once where they can be, and refused in
// words where they cannot.
func TestHubTakesRequests(t *testing.T) {
	f := hubFixture(t)
	asked := func(mode, topic, callback string, more ...string) string {
		v := url.Values{"hub.mode": {mode}, "hub.topic": {topic}, "hub.callback": {callback}}
		for i := 0; i < len(more); i += 2 {
			v.Set(more[i], more[i+1])
		}
		return v.Encode()
	}
	topic, callback := "https://news.example/kk-Latn/section/news/feed.json", "https://reader.example/cb"
	good := asked("subscribe", topic, callback, "hub.secret", "s")
	for _, c := range []struct {
		name, kind, body string
		status           int
		says             string
	}{
		{"a subscription", formType, good, 202, ""},
		{"with a charset", formType + "; charset=utf-8", asked("subscribe", "https://news.example/en/feed.xml", callback), 202, ""},
		{"an end", formType, asked("unsubscribe", "https://news.example/en/section/gone/feed.xml", callback), 202, ""},
		{"JSON", "application/json", `{"hub.mode":"subscribe"}`, 415, "form"},
		{"nothing", formType, "", 400, "hub.mode"},
		{"a feed of another site", formType, asked("subscribe", "https://other.example/en/feed.xml", callback), 404, "hub.topic"},
		{"another site that begins like ours", formType, asked("subscribe", "https://news.example.evil/en/feed.xml", callback), 404, "hub.topic"},
		{"a page that is no feed", formType, asked("subscribe", "https://news.example/en/", callback), 404, "hub.topic"},
		{"a feed of no section", formType, asked("subscribe", "https://news.example/en/section/none/feed.xml", callback), 404, "hub.topic"},
		{"a register", formType, asked("subscribe", "https://news.example/en/record/agreements.atom", callback), 404, "hub.topic"},
		{"a path with a question", formType, asked("subscribe", "https://news.example/en/feed.xml?a", callback), 404, "hub.topic"},
		{"this machine", formType, asked("subscribe", topic, "http://127.0.0.1:8080/"), 403, "public internet"},
		{"publish", formType, asked("publish", topic, callback), 400, "hub.mode"},
		{"much", formType, good + "&x=" + strings.Repeat("x", maxHubForm), 413, "8192"},
	} {
		if w := f.ask("192.0.2.1", c.kind, c.body); w.Code != c.status || !strings.Contains(w.Body.String(), c.says) || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/plain") {
			t.Errorf("%s: %d %s", c.name, w.Code, w.Body)
		}
	}
	var queued []hooks.Request
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		list, err := tx.Claim(store.VerifyJob, 100, time.Minute)
		for _, j := range list {
			var r hooks.Request
			must(t, json.Unmarshal([]byte(j.Payload), &r))
			queued = append(queued, r)
		}
		return err
	}))
	if len(queued) != 3 || queued[0] != (hooks.Request{Mode: "subscribe", Topic: topic, Callback: callback, Secret: "s", Lease: 10 * 24 * time.Hour}) {
		t.Errorf("queued: %+v", queued)
	}
	if w := f.get(t, "/hub"); w.Code != 200 || !strings.Contains(w.Body.String(), "WebSub") {
		t.Errorf("GET: %d %s", w.Code, w.Body)
	}
	if n, err := f.store.SubscriptionCount(t.Context()); n != 0 || err != nil {
		t.Error("somebody is subscribed before he was asked")
	}
}

// Nobody can have the hub ask others without end.
func TestHubIsLimited(t *testing.T) {
	f := hubFixture(t)
	taken := func(from func(i int) string, host string) (n int) {
		for i := range 2 * hubAsks {
			v := url.Values{"hub.mode": {"subscribe"}, "hub.topic": {"https://news.example/en/feed.xml"}, "hub.callback": {"https://" + host + "/" + strings.Repeat("a", i)}}
			switch w := f.ask(from(i), formType, v.Encode()); w.Code {
			case http.StatusAccepted:
				n++
			case http.StatusTooManyRequests:
				if w.Header().Get("Retry-After") == "" {
					t.Error("it does not say when to come again")
				}
			default:
				t.Fatal(w.Code, w.Body)
			}
		}
		return n
	}
	one := func(int) string { return "192.0.2.1" }
	many := func(i int) string { return "198.51.100." + string(rune('0'+i%10)) }
	if n := taken(one, "victim.example"); n != hubAsks {
		t.Errorf("one asker is taken %d times", n)
	}
	if n := taken(many, "victim.example"); n != 0 {
		t.Errorf("many askers are taken %d times for a host that has had enough", n)
	}
	if n := taken(many, "other.example"); n != hubHostAsks {
		t.Errorf("many askers are taken %d times for another host", n)
	}
}

// What the hub sends is what whoever asks the feed gets.
func TestHubSendsTheFeed(t *testing.T) {
	f := hubFixture(t)
	for _, path := range Topics("kk", "news") {
		kind, body, err := f.Feed(t.Context(), path)
		must(t, err)
		r := httptest.NewRequest("GET", "https://news.example"+path, nil)
		r.RequestURI = path
		w := httptest.NewRecorder()
		f.ServeHTTP(w, r)
		if kind != w.Header().Get("Content-Type") || string(body) != w.Body.String() || !strings.Contains(string(body), "https://news.example/hub") || !strings.Contains(string(body), "https://news.example"+path) {
			t.Errorf("%s: %s\n%s", path, kind, body)
		}
		if ok, err := f.isTopic(t.Context(), path); !ok || err != nil {
			t.Errorf("the hub does not know %s: %v", path, err)
		}
	}
	if _, _, err := f.Feed(t.Context(), "/en/section/none/feed.xml"); !fault.Is(err, fault.NotFound) {
		t.Errorf("a feed that is not there: %v", err)
	}
	if w := newFixture(t, 0).ask("192.0.2.1", formType, ""); w.Code != 404 && w.Code != 405 {
		t.Errorf("a site without a hub: %d", w.Code)
	}
}
