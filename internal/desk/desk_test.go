package desk

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fixture is a desk over an empty store, served over loopback.
type fixture struct {
	*Desk
	store  *store.Store
	server *httptest.Server
}

func newFixture(t testing.TB, change ...func(*Config)) *fixture {
	t.Helper()
	f := &fixture{store: testkit.SQLite(t)}
	cfg := Config{Store: f.store, Name: map[string]string{"en": "Sample Assembly"}, Data: t.TempDir()}
	for _, c := range change {
		c(&cfg)
	}
	d, err := New(cfg)
	must(t, err)
	f.Desk = d
	f.server = httptest.NewServer(d)
	t.Cleanup(f.server.Close)
	return f
}

// client is a browser without script in which a user is signed in; nobody
// where the user has no id. It follows no redirect by itself.
func (f *fixture) client(t testing.TB, u people.User) *client {
	t.Helper()
	jar, _ := cookiejar.New(nil)
	if u.ID != 0 {
		var token string
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) (err error) {
			token, err = tx.BeginSession(u.ID, "test", "127.0.0.1")
			return err
		}))
		at, _ := url.Parse(f.server.URL)
		jar.SetCookies(at, []*http.Cookie{{Name: cookieName, Value: token, Path: "/"}})
	}
	return &client{t: t, f: f, http: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

type client struct {
	t    testing.TB
	f    *fixture
	http *http.Client
}

// do asks and gives status, Location and body.
func (c *client) do(method, path string, form url.Values, header ...string) (int, string, string) {
	c.t.Helper()
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.f.server.URL+path, body)
	must(c.t, err)
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	resp, err := c.http.Do(r)
	must(c.t, err)
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	must(c.t, err)
	return resp.StatusCode, resp.Header.Get("Location"), string(b)
}

func (c *client) get(path string) (int, string, string) { return c.do("GET", path, nil) }
func (c *client) post(path string, form url.Values) (int, string, string) {
	return c.do("POST", path, form)
}

// want asks and fails unless the status is the wanted one; it gives the body.
func (c *client) want(status int, method, path string, form url.Values) string {
	c.t.Helper()
	got, to, body := c.do(method, path, form)
	if got != status {
		c.t.Fatalf("%s %s: %d %s, want %d\n%s", method, path, got, to, status, body)
	}
	return body
}

// Every route in every role: who is not signed in is sent to sign in, who may
// not is refused, who may is let through to the handler (which may find
// nothing there: anything but 403).
func TestEveryRouteInEveryRole(t *testing.T) {
	f := newFixture(t)
	users := map[people.Role]people.User{}
	for _, role := range people.Roles() {
		users[role] = testkit.User(t, f.store, string(role), role)
	}
	cells := 0
	for _, r := range f.routes() {
		path := strings.TrimSuffix(Prefix, "/") + strings.NewReplacer("{$}", "", "{id}", "999", "{hash}", "00000000000000000000000000000000", "{token}", "no-such-token", "...}", "}").Replace(r.path)
		for i := strings.IndexByte(path, '{'); i >= 0; i = strings.IndexByte(path, '{') {
			path = path[:i] + "999" + path[i+strings.IndexByte(path[i:], '}')+1:]
		}
		var form url.Values
		if r.method == "POST" {
			form = url.Values{}
		}
		status, to, _ := f.client(t, people.User{}).do(r.method, path, form)
		cells++
		switch {
		case r.may == open:
			if strings.HasPrefix(to, Prefix+"sign-in?") {
				t.Errorf("%s %s is open and asks to sign in", r.method, r.path)
			}
		case r.method == "GET" && (status != http.StatusSeeOther || !strings.HasPrefix(to, Prefix+"sign-in?to=")):
			t.Errorf("%s %s answers nobody with %d %s", r.method, r.path, status, to)
		case r.method != "GET" && status != http.StatusForbidden:
			t.Errorf("%s %s answers nobody with %d", r.method, r.path, status)
		}
		if r.may == open {
			continue
		}
		for role, u := range users {
			status, _, body := f.client(t, u).do(r.method, path, form)
			cells++
			if may := u.May(r.may, people.Scope{}); may == (status == http.StatusForbidden) {
				t.Errorf("%s %s as %s: %d, and may is %v\n%.300s", r.method, r.path, role, status, may, body)
			}
			if status >= 500 {
				t.Errorf("%s %s as %s: %d\n%.300s", r.method, r.path, role, status, body)
			}
		}
	}
	t.Logf("%d cells", cells)
}

// The demo lets in whoever sits at the machine, and nobody else.
func TestDemoIsForThisMachineOnly(t *testing.T) {
	f := newFixture(t, func(c *Config) { c.Demo = true })
	u := testkit.User(t, f.store, "editor", people.Editor)
	u.Demo = true
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveUser(&u) }))
	for _, c := range []struct {
		remote, host, forwarded string
		in                      bool
	}{
		{"127.0.0.1:5000", "localhost:8080", "", true},
		{"[::1]:5000", "127.0.0.1:8080", "", true},
		{"192.0.2.7:5000", "localhost:8080", "", false},
		{"127.0.0.1:5000", "desk.example.org", "", false},
		{"127.0.0.1:5000", "localhost:8080", "192.0.2.7", false},
	} {
		r := httptest.NewRequest("GET", Prefix, nil)
		r.RemoteAddr, r.Host = c.remote, c.host
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		w := httptest.NewRecorder()
		f.ServeHTTP(w, r)
		if in := w.Code == 200 && strings.Contains(w.Body.String(), "demo-banner"); in != c.in {
			t.Errorf("%+v: %d", c, w.Code)
		}
	}
	r := httptest.NewRequest("POST", Prefix+"sign-out", nil)
	r.RemoteAddr, r.Host = "127.0.0.1:5000", "localhost"
	w := httptest.NewRecorder()
	if f.ServeHTTP(w, r); w.Code != http.StatusForbidden {
		t.Errorf("a form without a session: %d", w.Code)
	}
}

func TestFormsOfOtherSitesAreRefused(t *testing.T) {
	f := newFixture(t)
	u := testkit.User(t, f.store, "writer", people.Writer)
	c := f.client(t, u)
	if status, _, _ := c.do("POST", Prefix+"sign-out", url.Values{}, "Sec-Fetch-Site", "cross-site"); status != http.StatusForbidden {
		t.Errorf("a form from another site: %d", status)
	}
	c.want(200, "GET", Prefix, nil)
}
