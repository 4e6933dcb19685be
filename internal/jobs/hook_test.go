package jobs_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/hooks"
	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
	"shanyraq/internal/tell"
	"shanyraq/internal/testkit"
)

const origin = "https://news.example"

// got is one message as it came.
type got struct {
	header http.Header
	body   string
	method string
	uri    string
}

// receiver is a server on this machine that keeps what it is sent and answers
// what answer says of the n-th message, n from 1.
type receiver struct {
	*httptest.Server
	mu  sync.Mutex
	all []got
}

func receive(t *testing.T, answer func(n int, w http.ResponseWriter, r *http.Request)) *receiver {
	t.Helper()
	rec := &receiver{}
	rec.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		rec.mu.Lock()
		rec.all = append(rec.all, got{r.Header.Clone(), string(b), r.Method, r.RequestURI})
		n := len(rec.all)
		rec.mu.Unlock()
		if answer != nil {
			answer(n, w, r)
		}
	}))
	t.Cleanup(rec.Close)
	return rec
}

func (r *receiver) messages() []got {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]got(nil), r.all...)
}

// sender asks this machine only.
func sender(t *testing.T) *tell.Sender {
	t.Helper()
	g, err := hooks.ParseAllow([]string{"127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	s := tell.New(g, origin)
	s.Timeout = 700 * time.Millisecond
	return s
}

// verified checks a message as a receiver would who has read the
// specification only.
func verified(t *testing.T, g got, secret string) bool {
	t.Helper()
	k, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil || g.header.Get("webhook-id") == "" || g.header.Get("webhook-timestamp") == "" {
		t.Fatalf("no secret, or no name or time: %v", g.header)
	}
	m := hmac.New(sha256.New, k)
	io.WriteString(m, g.header.Get("webhook-id")+"."+g.header.Get("webhook-timestamp")+"."+g.body)
	for _, part := range strings.Split(g.header.Get("webhook-signature"), " ") {
		if sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(part, "v1,")); err == nil && strings.HasPrefix(part, "v1,") && hmac.Equal(sum, m.Sum(nil)) {
			return true
		}
	}
	return false
}

func saveAll(t *testing.T, st *store.Store, items ...*store.Item) {
	t.Helper()
	must(t, st.Update(t.Context(), func(tx *store.Tx) error {
		for _, it := range items {
			if _, err := tx.Save(it); err != nil {
				return err
			}
		}
		return nil
	}))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func drainHooks(t *testing.T, st *store.Store) {
	t.Helper()
	_, err := jobs.NewWorker(jobs.Hook(sender(t), origin)).Drain(t.Context(), st)
	must(t, err)
}

// deliveries gives what an endpoint was told, the oldest first.
func deliveries(t *testing.T, st *store.Store, p hooks.Endpoint) []hooks.Delivery {
	t.Helper()
	list, err := st.Deliveries(t.Context(), p.ID, 0, 100)
	must(t, err)
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// A receiver that fails and then is well gets the same message under the same
// name, signed anew for the moment it is sent at.
func TestAWebhookIsTriedUntilItIsTaken(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		now := testkit.Now
		st.Now = func() time.Time { return now }
		r := receive(t, func(n int, w http.ResponseWriter, _ *http.Request) {
			if n == 1 {
				w.WriteHeader(500)
			}
		})
		p := testkit.Endpoint(t, st, r.URL+"/hook", nil)
		it := testkit.Item("kk", "a", "Тақырып", "Мәтін", now)
		saveAll(t, st, it)
		drainHooks(t, st)
		drainHooks(t, st) // the moment has not come
		if n := len(r.messages()); n != 1 {
			t.Fatalf("%d messages before the first wait is over", n)
		}
		if d := deliveries(t, st, p)[0]; d.Result != hooks.Waiting || d.Status != 500 || d.Attempts != 1 {
			t.Errorf("%+v", d)
		}
		now = now.Add(7 * time.Second)
		drainHooks(t, st)
		list := r.messages()
		if len(list) != 2 || list[0].body != list[1].body || list[0].header.Get("webhook-id") != list[1].header.Get("webhook-id") {
			t.Fatalf("%+v", list)
		}
		if list[0].header.Get("webhook-timestamp") == list[1].header.Get("webhook-timestamp") || !verified(t, list[0], p.Secret) || !verified(t, list[1], p.Secret) || verified(t, list[0], hooks.NewSecret()) {
			t.Errorf("signatures: %+v", list)
		}
		var body struct {
			Type, Timestamp string
			Data            struct {
				Address, Language, State string
				Revision                 int
			}
		}
		must(t, json.Unmarshal([]byte(list[0].body), &body))
		if body.Type != "article.published" || body.Data.Address != origin+"/kk/a" || body.Data.Language != "kk" || body.Data.State != "published" || body.Data.Revision != 1 {
			t.Errorf("%+v", body)
		}
		if d := deliveries(t, st, p)[0]; d.Result != hooks.Delivered || d.Status != 200 || d.Attempts != 2 {
			t.Errorf("%+v", d)
		}
		if n, err := st.JobCounts(t.Context()); err != nil || n["waiting"]+n["running"]+n["failed"] != 0 {
			t.Errorf("jobs are left: %v %v", n, err)
		}
	})
}

// One receiver that never answers costs one place for a moment: another is
// told at once, and what comes for the silent one waits without being tried.
func TestAReceiverThatNeverAnswersHoldsUpNobody(t *testing.T) {
	st := testkit.SQLite(t)
	now := testkit.Now
	st.Now = func() time.Time { return now }
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer silent.Close()
	deaf := testkit.Endpoint(t, st, "http://"+silent.Addr().String(), nil)
	r := receive(t, nil)
	testkit.Endpoint(t, st, r.URL, nil)
	saveAll(t, st, testkit.Items(20)...)
	begun := time.Now()
	drainHooks(t, st)
	if n := len(r.messages()); n != 20 {
		t.Errorf("the other endpoint got %d messages", n)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("20 messages for a receiver that does not answer took %v", took)
	}
	tried := 0
	for _, d := range deliveries(t, st, deaf) {
		tried += d.Attempts
		if d.Result != hooks.Waiting {
			t.Errorf("%+v", d)
		}
	}
	p, err := st.Hook(t.Context(), deaf.ID)
	must(t, err)
	if tried != 1 || p.Silent != 1 || !p.Rests.After(now) {
		t.Errorf("%d attempts, and it rests until %v", tried, p.Rests)
	}
	for range 5 * 24 * 4 { // five days, a quarter of an hour at a time
		now = now.Add(15 * time.Minute)
		if p, err = st.Hook(t.Context(), deaf.ID); err == nil && p.State != hooks.On {
			break
		}
		_, err = jobs.NewWorker(jobs.Hook(quick(t), origin)).Drain(t.Context(), st)
		must(t, err)
	}
	if p.State != hooks.Failing || now.Sub(testkit.Now) < hooks.GiveUpAfter {
		t.Errorf("after %v the endpoint is %s", now.Sub(testkit.Now), p.State)
	}
	for _, d := range deliveries(t, st, deaf) {
		if d.Result != hooks.Failure {
			t.Errorf("something still waits: %+v", d)
		}
	}
	lines, err := st.AuditLog(t.Context(), store.AuditFilter{Limit: 5})
	must(t, err)
	if len(lines) != 1 || lines[0].What != "hook-ended" || !strings.Contains(lines[0].Detail, "nothing went well since") {
		t.Errorf("the audit log: %+v", lines)
	}
	saveAll(t, st, testkit.Item("en", "after", "T", "t", now))
	if n := len(deliveries(t, st, deaf)); n != 20 {
		t.Errorf("an endpoint that was given up has %d deliveries", n)
	}
}

// quick waits for an answer for a moment only.
func quick(t *testing.T) *tell.Sender {
	s := sender(t)
	s.Timeout = 20 * time.Millisecond
	return s
}

// 410 ends an endpoint; a redirect is a failure and leads nowhere, least of all
// to this machine's own network.
func TestGoneAndRedirects(t *testing.T) {
	st := testkit.SQLite(t)
	gone := receive(t, func(_ int, w http.ResponseWriter, _ *http.Request) { w.WriteHeader(410) })
	inner := receive(t, nil)
	leads := receive(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, inner.URL, http.StatusPermanentRedirect)
	})
	a, b := testkit.Endpoint(t, st, gone.URL, nil), testkit.Endpoint(t, st, leads.URL, nil)
	private := testkit.Endpoint(t, st, "http://127.0.0.9/", nil)
	saveAll(t, st, testkit.Items(2)...)
	drainHooks(t, st)
	if p, err := st.Hook(t.Context(), a.ID); err != nil || p.State != hooks.Gone || len(gone.messages()) != 1 {
		t.Errorf("an endpoint that is gone: %+v, %d messages", p, len(gone.messages()))
	}
	for _, d := range deliveries(t, st, b) {
		if d.Why != hooks.Redirects || d.Status != 308 || d.Result != hooks.Waiting {
			t.Errorf("a redirect: %+v", d)
		}
	}
	for _, d := range deliveries(t, st, private) {
		if d.Why != hooks.Private {
			t.Errorf("a private address: %+v", d)
		}
	}
	if len(inner.messages()) != 0 {
		t.Error("the redirect was followed")
	}
}

// While a secret is replaced, both verify.
func TestBothSecretsVerify(t *testing.T) {
	st := testkit.SQLite(t)
	r := receive(t, nil)
	old := hooks.NewSecret()
	p := testkit.Endpoint(t, st, r.URL, func(p *hooks.Endpoint) { p.Old, p.OldEnd = old, testkit.Now.Add(time.Hour) })
	saveAll(t, st, testkit.Item("en", "a", "T", "t", testkit.Now))
	drainHooks(t, st)
	if list := r.messages(); len(list) != 1 || !verified(t, list[0], p.Secret) || !verified(t, list[0], old) {
		t.Errorf("%+v", list)
	}
}

// The program ends after the save, and again while the receiver is being told:
// the next start tells it, under the same name.
func TestNothingIsLostWhenTheProgramEnds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "site.db")
	st, err := store.Open(t.Context(), file)
	must(t, err)
	arrived, hold := make(chan struct{}), make(chan struct{})
	r := receive(t, func(n int, _ http.ResponseWriter, _ *http.Request) {
		if n == 1 {
			close(arrived)
			<-hold
		}
	})
	p := testkit.Endpoint(t, st, r.URL, nil)
	it := testkit.Item("en", "a", "T", "t", testkit.Now)
	it.Article.State = article.Published
	saveAll(t, st, it)
	must(t, st.Close())

	st, err = store.Open(t.Context(), file)
	must(t, err)
	s := sender(t)
	s.Timeout = time.Minute
	ctx, end := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { jobs.NewWorker(jobs.Hook(s, origin)).Run(ctx, st); close(ended) }()
	<-arrived
	end()
	<-ended
	close(hold)
	if d := deliveries(t, st, p)[0]; d.Result != hooks.Waiting || d.Why != "" {
		t.Errorf("the end of the program counts as the receiver's failure: %+v", d)
	}
	must(t, st.Close())

	st, err = store.Open(t.Context(), file)
	must(t, err)
	defer st.Close()
	st.Now = func() time.Time { return time.Now().Add(10 * time.Minute) } // every lease is over
	drainHooks(t, st)
	list := r.messages()
	if len(list) != 2 || list[0].header.Get("webhook-id") != list[1].header.Get("webhook-id") || list[0].body != list[1].body {
		t.Fatalf("%+v", list)
	}
	if d := deliveries(t, st, p)[0]; d.Result != hooks.Delivered {
		t.Errorf("%+v", d)
	}
}
