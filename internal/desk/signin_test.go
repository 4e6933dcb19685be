package desk

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/webauthn"
	"github.com/chromedp/chromedp"
	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	"github.com/pquerna/otp/totp"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// invite makes a one-time link for a user.
func (f *fixture) invite(t testing.TB, u people.User, purpose string) string {
	t.Helper()
	var link string
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) (err error) { link, err = tx.MakeLink(u.ID, purpose, LinkLife); return err }))
	return Prefix + "enter/" + link
}

// code is the one-time code of a secret at the store's time.
func (f *fixture) code(t testing.TB, secret string) string {
	t.Helper()
	code, err := totp.GenerateCode(secret, f.store.Now())
	must(t, err)
	return code
}

// enrol goes from a link to the desk: a password, a secret read off the page,
// a code. It gives the secret.
func (c *client) enrol(link, password string) string {
	c.t.Helper()
	c.want(303, "POST", link, url.Values{"password": {password}})
	page := c.want(200, "GET", Prefix+"step", nil)
	m := regexp.MustCompile(`<code dir="ltr">([A-Z2-7 ]+)</code>`).FindStringSubmatch(page)
	if m == nil {
		c.t.Fatalf("the page shows no key:\n%s", page)
	}
	secret := strings.ReplaceAll(m[1], " ", "")
	c.want(303, "POST", Prefix+"step", url.Values{"code": {c.f.code(c.t, secret)}})
	c.want(200, "GET", Prefix, nil)
	return secret
}

func TestSignInWithPasswordAndCode(t *testing.T) {
	f := newFixture(t)
	now := f.store.Now()
	f.store.Now = func() time.Time { return now }
	u := testkit.User(t, f.store, "writer", people.Writer)
	link := f.invite(t, u, "invite")
	c := f.client(t, people.User{})
	c.want(200, "GET", link, nil)
	c.want(400, "POST", link, url.Values{"password": {"short"}})
	secret := c.enrol(link, "three invented words")
	c.want(404, "POST", link, url.Values{"password": {"other invented words"}})
	c.want(303, "POST", Prefix+"sign-out", url.Values{})
	c.want(303, "GET", Prefix, nil)

	c.want(403, "POST", Prefix+"sign-in", url.Values{"email": {u.Email}, "password": {"three invented wordz"}})
	c.want(403, "POST", Prefix+"sign-in", url.Values{"email": {"nobody@example.org"}, "password": {"three invented words"}})
	c.want(303, "POST", Prefix+"sign-in", url.Values{"email": {u.Email}, "password": {"three invented words"}})
	c.want(303, "GET", Prefix, nil) // the password alone opens nothing
	page := c.want(200, "GET", Prefix+"step", nil)
	if strings.Contains(page, secret) || strings.Contains(page, "qr-ink") {
		t.Error("the second factor is shown to who has only the password")
	}
	c.want(403, "POST", Prefix+"step", url.Values{"code": {"000000"}})
	if c.want(403, "POST", Prefix+"step", url.Values{"code": {f.code(t, secret)}}); true {
		now = now.Add(time.Minute) // the code of enrolling serves once
	}
	if status, to, _ := c.post(Prefix+"step", url.Values{"code": {f.code(t, secret)}, "to": {"//evil.example/desk/"}}); status != 303 || to != Prefix {
		t.Errorf("signed in: %d to %s", status, to)
	}
	c.want(200, "GET", Prefix, nil)

	// A recovery ends the codes and everything that is open.
	other := f.client(t, people.User{})
	fresh := other.enrol(f.invite(t, u, "recover"), "four quite invented words")
	if fresh == secret {
		t.Error("the old codes hold after a recovery")
	}
	c.want(303, "GET", Prefix, nil)
	if n, err := f.store.CheckAudit(t.Context()); n < 8 || err != nil {
		t.Errorf("the log has %d lines, %v", n, err)
	}
}

// After six wrong attempts the right password has to wait too, and a quarter
// of an hour later it need not.
func TestAttemptsAreSlowedDown(t *testing.T) {
	f := newFixture(t)
	now := f.store.Now()
	f.store.Now = func() time.Time { return now }
	u := testkit.User(t, f.store, "writer", people.Writer)
	u.Password = people.HashPassword("three invented words")
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveUser(&u) }))
	c := f.client(t, people.User{})
	right := url.Values{"email": {u.Email}, "password": {"three invented words"}}
	for range attemptsOfUser {
		c.want(403, "POST", Prefix+"sign-in", url.Values{"email": {strings.ToUpper(u.Email)}, "password": {"guess"}})
	}
	if body := c.want(429, "POST", Prefix+"sign-in", right); !strings.Contains(body, "15") {
		t.Errorf("the page does not say how long:\n%s", body)
	}
	now = now.Add(attemptWindow + time.Minute)
	c.want(303, "POST", Prefix+"sign-in", right)
}

// A passkey is added on the way in and opens the desk the next time, in a
// browser with a virtual authenticator.
func TestPasskeyInABrowser(t *testing.T) {
	ctx := testkit.Browser(t)
	f := newFixture(t)
	f.store.Now = time.Now // the browser has a clock of its own
	u := testkit.User(t, f.store, "editor", people.Editor)
	base := strings.Replace(f.server.URL, "127.0.0.1", "localhost", 1)
	said := testkit.Complaints(t, ctx)
	_, err := chromedp.Call(ctx, webauthn.Enable, webauthn.EnableParams{})
	must(t, err)
	_, err = chromedp.Call(ctx, webauthn.AddVirtualAuthenticator, webauthn.AddVirtualAuthenticatorParams{Options: &webauthn.VirtualAuthenticatorOptions{Protocol: webauthn.AuthenticatorProtocolCtap2,
		Transport: webauthn.AuthenticatorTransportInternal, HasResidentKey: true, HasUserVerification: true, IsUserVerified: true, AutomaticPresenceSimulation: true}})
	must(t, err)
	must(t, chromedp.Do(ctx, chromedp.Navigate(base+f.invite(t, u, "invite")), chromedp.SendKeys(`#password`, "three invented words"), chromedp.Click(`main form button`),
		chromedp.WaitVisible(`[data-passkey="offer"]`), chromedp.Click(`[data-passkey="offer"]`), chromedp.WaitVisible(`.desk-user`)))
	must(t, chromedp.Do(ctx, chromedp.Click(`.desk-user button`), chromedp.WaitVisible(`[data-passkey="ask"]`), chromedp.Click(`[data-passkey="ask"]`), chromedp.WaitVisible(`.desk-user`)))
	if keys, err := f.store.Passkeys(t.Context(), u.ID); err != nil || len(keys) != 1 || !strings.Contains(keys[0].Name, "Chrome") {
		t.Errorf("passkeys: %+v, %v", keys, err)
	}
	// With a passkey set, the password alone sets up no weaker way.
	c := f.client(t, people.User{})
	c.want(403, "POST", Prefix+"sign-in", url.Values{"email": {u.Email}, "password": {"three invented words"}})
	must(t, chromedp.Do(ctx, chromedp.Navigate(base+Prefix+"account"), chromedp.WaitVisible(`.rows`)))
	for _, s := range said() {
		t.Error("the browser complains:", s)
	}
}

// identities is an identity provider: discovery, keys and tokens as OpenID
// Connect Core 1.0 has them, signing for one person.
func identities(t *testing.T, subject, email string, verified bool) *httptest.Server {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	must(t, err)
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.RS256, Key: jose.JSONWebKey{Key: key, KeyID: "k1"}}, nil)
	must(t, err)
	m := http.NewServeMux()
	s := httptest.NewServer(m)
	t.Cleanup(s.Close)
	answer := func(w http.ResponseWriter, v any) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(v)
	}
	var nonce, challenge string
	m.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, r *http.Request) {
		answer(w, map[string]any{"issuer": s.URL, "authorization_endpoint": s.URL + "/auth", "token_endpoint": s.URL + "/token", "jwks_uri": s.URL + "/keys", "id_token_signing_alg_values_supported": []string{"RS256"}})
	})
	m.HandleFunc("/keys", func(w http.ResponseWriter, r *http.Request) {
		answer(w, jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: key.Public(), KeyID: "k1", Algorithm: "RS256", Use: "sig"}}})
	})
	m.HandleFunc("/auth", func(w http.ResponseWriter, r *http.Request) {
		nonce, challenge = r.FormValue("nonce"), r.FormValue("code_challenge")
		http.Redirect(w, r, r.FormValue("redirect_uri")+"?code=c1&state="+url.QueryEscape(r.FormValue("state")), http.StatusFound)
	})
	m.HandleFunc("/token", func(w http.ResponseWriter, r *http.Request) {
		if r.FormValue("code") != "c1" || challenge == "" || r.FormValue("code_verifier") == "" {
			http.Error(w, "invalid_grant", http.StatusBadRequest)
			return
		}
		now := time.Now()
		token, err := jwt.Signed(signer).Claims(jwt.Claims{Issuer: s.URL, Subject: subject, Audience: jwt.Audience{"desk"}, Expiry: jwt.NewNumericDate(now.Add(time.Hour)), IssuedAt: jwt.NewNumericDate(now)}).
			Claims(map[string]any{"nonce": nonce, "email": email, "email_verified": verified}).Serialize()
		if err != nil {
			t.Error(err)
		}
		answer(w, map[string]any{"access_token": "a", "token_type": "Bearer", "id_token": token})
	})
	return s
}

func TestSignInThroughTheInstitution(t *testing.T) {
	for _, c := range []struct {
		name     string
		email    string
		verified bool
		want     int
	}{
		{"known and verified", "writer@example.org", true, 303},
		{"not verified", "writer@example.org", false, 403},
		{"unknown", "stranger@example.org", true, 403},
	} {
		t.Run(c.name, func(t *testing.T) {
			idp := identities(t, "s-17", c.email, c.verified)
			f := newFixture(t, func(cfg *Config) {
				cfg.OIDC = OIDC{Issuer: idp.URL, Client: "desk", Secret: "invented", Name: "Sample Login"}
			})
			f.store.Now = time.Now
			u := testkit.User(t, f.store, "writer", people.Writer)
			browser := f.client(t, people.User{})
			if page := browser.want(200, "GET", Prefix+"sign-in", nil); !strings.Contains(page, "Sample Login") {
				t.Error("the sign-in page does not name the provider")
			}
			_, to, _ := browser.get(Prefix + "oidc?to=" + Prefix + "account")
			resp, err := browser.http.Get(to)
			must(t, err)
			resp.Body.Close()
			back, err := url.Parse(resp.Header.Get("Location"))
			must(t, err)
			// A state that is not ours opens nothing, and ends the trip.
			stranger := f.client(t, people.User{})
			stranger.want(403, "GET", back.RequestURI(), nil)
			status, to, body := browser.get(back.RequestURI())
			if status != c.want || c.want == 303 && to != Prefix+"account" {
				t.Fatalf("back: %d %s\n%s", status, to, body)
			}
			if c.want != 303 {
				return
			}
			browser.want(200, "GET", Prefix+"account", nil)
			browser.want(403, "GET", back.RequestURI(), nil) // an answer serves once
			// From now on the subject counts, whatever the address.
			if who, err := f.store.UserBySubject(t.Context(), idp.URL+" s-17"); err != nil || who.ID != u.ID {
				t.Errorf("bound to %+v, %v", who, err)
			}
		})
	}
}

func TestAdministratorAddsAndRecovers(t *testing.T) {
	f := newFixture(t)
	admin := testkit.User(t, f.store, "administrator", people.Administrator)
	c := f.client(t, admin)
	page := c.want(200, "POST", Prefix+"users/new", url.Values{"name": {"Жанар Үлгі"}, "email": {"Zhanar@example.org"}, "language": {"kk"}, "role": {"translator"}, "languages-translator": {"kk uz"}})
	link := regexp.MustCompile(`/desk/enter/[\w-]+`).FindString(page)
	if link == "" {
		t.Fatalf("no link is shown:\n%s", page)
	}
	u, err := f.store.UserByEmail(t.Context(), "zhanar@example.org")
	must(t, err)
	if !u.May(people.Write, people.Scope{Language: "uz"}) || u.May(people.Write, people.Scope{Language: "ru"}) {
		t.Errorf("roles: %+v", u.Roles)
	}
	c.want(409, "POST", Prefix+"users/new", url.Values{"name": {"Twin"}, "email": {"zhanar@example.org"}})
	c.want(400, "POST", Prefix+"users/new", url.Values{"name": {"Mallory"}, "email": {"m@example.org\nBcc: x@example.org"}})
	own := Prefix + "users/" + itoa(int(admin.ID))
	c.want(409, "POST", own, url.Values{"name": {"A"}, "email": {admin.Email}, "role": {"writer"}})
	newcomer := f.client(t, people.User{})
	newcomer.enrol(link, "three invented words")
	path := Prefix + "users/" + itoa(int(u.ID))
	c.want(303, "POST", path, url.Values{"name": {u.Name}, "email": {u.Email}, "language": {"kk"}, "role": {"translator"}, "disabled": {"1"}})
	newcomer.want(303, "GET", Prefix, nil)
	if !strings.Contains(c.want(200, "GET", Prefix+"log?check=1", nil), "said") {
		t.Error("the log is not checked")
	}
	if err := f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.UseLink("nothing") }); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
}

// An error is said in the language of who meets it.
func TestErrorsSpeakTheAskersLanguage(t *testing.T) {
	f := newFixture(t)
	u := testkit.User(t, f.store, "writer", people.Writer)
	u.Language = "kk"
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveUser(&u) }))
	body := f.client(t, u).want(400, "POST", Prefix+"account/password", url.Values{"password": {"қысқа"}})
	if !strings.Contains(body, "құпиясөзде 5 таңба бар, кемінде 12 керек") {
		t.Errorf("a Kazakh user reads:\n%s", body)
	}
}
