package site

import (
	"encoding/json"
	"encoding/xml"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/rights"
	"shanyraq/internal/store"
)

// withTerms gives a site whose texts are free with a link, but for those of
// the section "news", which are asked for.
func withTerms(t *testing.T) *fixture {
	t.Helper()
	f := newFixture(t, 1<<20)
	f.cfg.Origin = "https://news.example.org"
	f.setTerms(t, rights.Site, rights.Terms{Reuse: rights.Yes, Link: rights.Yes, Mining: rights.Yes, Contact: rights.Contact{Email: "rights@example.org"}, Holder: map[string]string{"en": "Sample <Assembly>"}})
	f.setTerms(t, rights.Section+"news", rights.Terms{Reuse: rights.Ask, Mining: rights.Ask})
	return f
}

func (f *fixture) setTerms(t *testing.T, place string, terms rights.Terms) {
	t.Helper()
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		return tx.SaveTerms(rights.Placed{Place: place, Terms: terms}, "officer")
	}))
}

// post sends a form from an address; fields are name, value, name, value…
func (f *fixture) post(t *testing.T, path, from string, fields ...string) *httptest.ResponseRecorder {
	t.Helper()
	v := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		v.Set(fields[i], fields[i+1])
	}
	r := httptest.NewRequest("POST", path, strings.NewReader(v.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.RemoteAddr = from
	w := httptest.NewRecorder()
	f.ServeHTTP(w, r)
	return w
}

var tokenRE = regexp.MustCompile(`name="token" value="([^"]+)"`)

// filled is a form that somebody took five seconds to fill in.
func (f *fixture) filled(t *testing.T, path string, change ...string) []string {
	t.Helper()
	m := tokenRE.FindStringSubmatch(f.get(t, path).Body.String())
	if m == nil {
		t.Fatalf("%s has no form", path)
	}
	f.clock = f.clock.Add(5 * time.Second)
	v := []string{"token", m[1], "name", "Sara Asker", "email", "Sara@Example.com", "organisation", "The <Reader>", "purpose", "To print it.\nOnce.", "where", "The Reader, no. 7", "until", "2027-12-31", "website", ""}
	for i := 0; i < len(change); i += 2 {
		for j := 0; j < len(v); j += 2 {
			if v[j] == change[i] {
				v[j+1] = change[i+1]
			}
		}
	}
	return v
}

func (f *fixture) requests(t *testing.T) []rights.Request {
	t.Helper()
	list, err := f.store.Requests(t.Context(), store.RequestFilter{})
	must(t, err)
	return list
}

// letters gives the letters that wait, as "address: subject", with the words.
func (f *fixture) letters(t *testing.T) (list []string, words string) {
	t.Helper()
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		jobs, err := tx.Claim(store.MailJob, 100, time.Minute)
		for _, j := range jobs {
			id := parseID(t, j.Key)
			l, err := tx.Letter(t.Context(), id)
			must(t, err)
			list, words = append(list, l.To.Email+": "+l.Subject), words+l.Text
			must(t, tx.LetterSent(id))
			must(t, tx.Finish(j))
		}
		return err
	}))
	return list, words
}

func parseID(t *testing.T, s string) (n int64) {
	t.Helper()
	must(t, json.Unmarshal([]byte(s), &n))
	return n
}

const askPath = "/en/reuse/border-protocol"

// The whole walk: the form, the letter, the private page, a question and its
// answer, the grant and its public page.
func TestSomebodyAsks(t *testing.T) {
	f := withTerms(t)
	page := f.get(t, askPath)
	if page.Code != 200 || !strings.Contains(page.Body.String(), "rights@example.org") || !strings.Contains(page.Body.String(), "To republish the whole text you need permission.") {
		t.Fatalf("%d\n%s", page.Code, page.Body.String())
	}
	sound(t, page.Body.String())
	w := f.post(t, askPath, "192.0.2.1:1", f.filled(t, askPath)...)
	if w.Code != 303 || w.Header().Get("Location") != "/en/request/sent" {
		t.Fatalf("%d %s", w.Code, w.Body.String())
	}
	if got := f.get(t, "/en/request/sent"); got.Code != 200 {
		t.Errorf("sent: %d", got.Code)
	}
	list := f.requests(t)
	if len(list) != 1 || list[0].State != rights.Unverified || list[0].Purpose != "To print it.\nOnce." || list[0].Organisation != "The <Reader>" || list[0].Until != "2027-12-31" {
		t.Fatalf("%+v", list)
	}
	sent, words := f.letters(t)
	if len(sent) != 1 || !strings.HasPrefix(sent[0], "Sara@Example.com: ") {
		t.Fatalf("%v", sent)
	}
	own := regexp.MustCompile(`https://news\.example\.org(/en/request/\S+)`).FindStringSubmatch(words)
	if own == nil {
		t.Fatalf("no link in\n%s", words)
	}
	path := own[1]
	body := f.get(t, path).Body.String()
	sound(t, body)
	if !strings.Contains(body, `value="confirm"`) || !strings.Contains(body, "The &lt;Reader&gt;") || !strings.Contains(body, `content="noindex"`) {
		t.Errorf("%s", body)
	}
	for _, bad := range []string{"/en/request/1-" + strings.Repeat("a", 26), path[:len(path)-1] + "!", "/en/request/x"} {
		if got := f.get(t, bad).Code; got != 404 {
			t.Errorf("%s: %d", bad, got)
		}
		if got := f.post(t, bad, "192.0.2.1:1", "act", "withdraw").Code; got != 404 {
			t.Errorf("POST %s: %d", bad, got)
		}
	}
	for range 2 { // the button pressed twice
		if w := f.post(t, path, "192.0.2.1:1", "act", "confirm"); w.Code != 303 || w.Header().Get("Location") != path {
			t.Fatalf("confirm: %d %s", w.Code, w.Body.String())
		}
	}
	sent, words = f.letters(t)
	if len(sent) != 2 || !strings.HasPrefix(sent[0], "Sara@Example.com: ") || !strings.HasPrefix(sent[1], "rights@example.org: The <Reader>") || !strings.Contains(words, "https://news.example.org/desk/rights/requests/") {
		t.Errorf("%v\n%s", sent, words)
	}
	id := f.requests(t)[0].ID
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		return tx.AddNote(&rights.Note{Request: id, Officer: "officer", Text: "How many copies?"})
	}))
	if w := f.post(t, path, "192.0.2.1:1", "act", "answer", "text", "Three <b>hundred</b>"); w.Code != 303 {
		t.Errorf("answer: %d", w.Code)
	}
	body = f.get(t, path).Body.String()
	if !strings.Contains(body, "How many copies?") || !strings.Contains(body, "Three &lt;b&gt;hundred&lt;/b&gt;") || strings.Contains(body, ">officer<") {
		t.Errorf("the talk: %s", body)
	}
	for _, bad := range [][]string{{"act", "answer", "text", " "}, {"act", "answer", "text", strings.Repeat("a", 4001)}, {"act", "grant"}, {}} {
		if w := f.post(t, path, "192.0.2.1:1", bad...); w.Code != 400 {
			t.Errorf("%.40v: %d", bad, w.Code)
		}
	}

	// Granted: the page leads to the number, whose page tells no address.
	g := rights.Grant{Request: id, Article: f.requests(t)[0].Article, To: "The <Reader>", Email: "Sara@Example.com", Language: "en", Wording: "To print it once.", Until: "2027-12-31", Giver: "B. Officer (invented)"}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		r, err := tx.Request(t.Context(), id)
		must(t, err)
		must(t, r.Grant("officer", f.clock))
		must(t, tx.SaveRequest(&r))
		return tx.SaveGrant(&g)
	}))
	if body := f.get(t, path).Body.String(); !strings.Contains(body, rights.GrantPath("en", g.Number)) || strings.Contains(body, `value="withdraw"`) {
		t.Errorf("granted: %s", body)
	}
	for _, tag := range []string{"en", "ru", "kk", "kk-Arab"} {
		w := f.get(t, rights.GrantPath(tag, g.Number))
		body := w.Body.String()
		sound(t, body)
		if w.Code != 200 || !strings.Contains(body, "standing-in-force") || !strings.Contains(body, "The &lt;Reader&gt;") || strings.Contains(strings.ToLower(body), "example.com") || strings.Contains(body, "Sara") {
			t.Errorf("%s: %d %s", tag, w.Code, body)
		}
	}
	if w := f.get(t, "/en/grant?number="+url.QueryEscape(" "+strings.ToLower(g.Number))); w.Code != 303 || w.Header().Get("Location") != rights.GrantPath("en", g.Number) {
		t.Errorf("typed in small letters: %d %s", w.Code, w.Header().Get("Location"))
	}
	if w := f.get(t, "/en/grant?number=%3Cb%3E"); w.Code != 404 || !strings.Contains(w.Body.String(), "&lt;b&gt;") {
		t.Errorf("nobody's number: %d", w.Code)
	}
	f.clock = time.Date(2028, 1, 1, 0, 0, 0, 0, time.UTC) // no change of the content: a clock is enough
	if body := f.get(t, rights.GrantPath("en", g.Number)).Body.String(); !strings.Contains(body, "standing-ended") {
		t.Errorf("its day is over: %s", body)
	}
}

// What holds off machines and pests, and loses nobody's words.
func TestSpamIsHeldOff(t *testing.T) {
	f := withTerms(t)
	count := func(want int, what string) {
		t.Helper()
		if got := len(f.requests(t)); got != want {
			t.Fatalf("%s: %d requests, want %d", what, got, want)
		}
	}
	if w := f.post(t, askPath, "192.0.2.1:1", f.filled(t, askPath, "website", "https://spam.example")...); w.Code != 303 {
		t.Errorf("a machine must not learn that it was seen: %d", w.Code)
	}
	count(0, "the field that people do not see")
	v := f.filled(t, askPath)
	f.clock = f.clock.Add(-4 * time.Second)
	if w := f.post(t, askPath, "192.0.2.1:1", v...); w.Code != 400 || !strings.Contains(w.Body.String(), "The Reader, no. 7") || !strings.Contains(w.Body.String(), "faster than a person") {
		t.Errorf("too fast: %d", w.Code)
	}
	v = f.filled(t, askPath)
	f.clock = f.clock.Add(25 * time.Hour)
	if w := f.post(t, askPath, "192.0.2.1:1", v...); w.Code != 400 || !strings.Contains(w.Body.String(), "The Reader, no. 7") {
		t.Errorf("too late: %d", w.Code)
	}
	if w := f.post(t, askPath, "192.0.2.1:1", f.filled(t, askPath, "token", "forged")...); w.Code != 400 {
		t.Errorf("forged: %d", w.Code)
	}
	count(0, "tokens")
	for _, bad := range []string{"a@b", "a@example.org\r\nBcc: x@example.org", "Sara <sara@example.com>"} {
		w := f.post(t, askPath, "192.0.2.1:1", f.filled(t, askPath, "email", bad)...)
		if w.Code != 400 || !strings.Contains(w.Body.String(), `aria-invalid="true"`) {
			t.Errorf("%q: %d", bad, w.Code)
		}
		sound(t, w.Body.String())
	}
	count(0, "addresses")
	for i := range 4 { // one mailbox is not pestered from many addresses
		want := 303
		if i >= mostLetters {
			want = 429
		}
		if w := f.post(t, askPath, "192.0.2."+id(int64(10+i))+":1", f.filled(t, askPath)...); w.Code != want {
			t.Errorf("letter %d to one mailbox: %d, want %d", i+1, w.Code, want)
		}
	}
	count(mostLetters, "one mailbox")
	for i := range 9 { // nor does one address write to many mailboxes
		want := 303
		if i >= 8 {
			want = 429
		}
		if w := f.post(t, askPath, "192.0.2.99:1", f.filled(t, askPath, "email", "a"+id(int64(i))+"@example.org")...); w.Code != want {
			t.Errorf("request %d of one address: %d, want %d", i+1, w.Code, want)
		}
	}
	if w := f.post(t, askPath, "192.0.2.1:1", append(f.filled(t, askPath), "more", strings.Repeat("a", 70<<10))...); w.Code != 400 {
		t.Errorf("a form larger than a person writes: %d", w.Code)
	}
	r := httptest.NewRequest("POST", askPath, strings.NewReader(""))
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	if f.ServeHTTP(w, r); w.Code != 403 {
		t.Errorf("from another site: %d", w.Code)
	}
	if got := f.post(t, "/en/reuse/nothing", "192.0.2.1:1").Code; got != 404 {
		t.Errorf("no such text: %d", got)
	}
	if got := f.post(t, "/en/border-protocol", "192.0.2.1:1").Code; got != 405 {
		t.Errorf("an address without a form: %d", got)
	}
}

// A letter must not lead to a host that only its asker has named.
func TestNoFormWithoutAnAddressOfOurOwn(t *testing.T) {
	f := withTerms(t)
	f.cfg.Origin = ""
	r := httptest.NewRequest("GET", askPath, nil)
	r.Host = "evil.example"
	w := httptest.NewRecorder()
	if f.ServeHTTP(w, r); w.Code != 200 || tokenRE.MatchString(w.Body.String()) || !strings.Contains(w.Body.String(), "rights@example.org") {
		t.Errorf("%d %s", w.Code, w.Body.String())
	}
	r = httptest.NewRequest("GET", askPath, nil)
	r.Host = "localhost:8080"
	w = httptest.NewRecorder()
	if f.ServeHTTP(w, r); !tokenRE.MatchString(w.Body.String()) {
		t.Errorf("on this machine: %s", w.Body.String())
	}
}

// Every reading of the terms says the same: page, head, headers, files.
func TestTermsForReadersAndMachines(t *testing.T) {
	f := withTerms(t)
	type said struct {
		reservation, policy, rsl string
		data                     map[string]any
	}
	of := func(path string) said {
		w := f.get(t, path)
		body := w.Body.String()
		out := said{reservation: w.Header().Get("tdm-reservation"), policy: w.Header().Get("tdm-policy")}
		meta := ""
		if m := regexp.MustCompile(`<meta name="tdm-reservation" content="(\d)">`).FindStringSubmatch(body); m != nil {
			meta = m[1]
		}
		if out.reservation != "" && meta != out.reservation || strings.Contains(body, `name="tdm-policy"`) != (out.policy != "") && out.reservation != "" {
			t.Errorf("%s: head and header differ", path)
		}
		if m := regexp.MustCompile(`<link rel="license" type="application/rsl\+xml" href="([^"]+)">`).FindStringSubmatch(body); m != nil {
			out.rsl = m[1]
		}
		if m := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(body); m != nil {
			must(t, json.Unmarshal([]byte(m[1]), &out.data))
		}
		return out
	}
	news := of("/en/border-protocol")
	if news.reservation != "1" || news.policy != "https://news.example.org/policies/section/news" || !strings.HasPrefix(news.rsl, "/rsl/") {
		t.Errorf("%+v", news)
	}
	d := news.data
	if d["acquireLicensePage"] != "https://news.example.org"+askPath || d["usageInfo"] != d["acquireLicensePage"] || d["license"] != "https://news.example.org/en/terms" ||
		!strings.Contains(d["creditText"].(string), "A protocol on border crossings") || !strings.HasPrefix(d["copyrightNotice"].(string), "© Sample <Assembly>, 20") || d["conditionsOfAccess"] == "" {
		t.Errorf("%v", d)
	}
	var policy struct {
		UID        string
		Permission []struct{ Duty []struct{ Action string } }
	}
	w := f.get(t, "/policies/section/news")
	must(t, json.Unmarshal(w.Body.Bytes(), &policy))
	if w.Header().Get("Content-Type") != "application/ld+json" || policy.UID != news.policy || policy.Permission[0].Duty[0].Action != "obtainConsent" {
		t.Errorf("%s", w.Body.String())
	}
	var rules []map[string]any
	must(t, json.Unmarshal(f.get(t, "/.well-known/tdmrep.json").Body.Bytes(), &rules))
	if last := rules[len(rules)-1]; len(rules) != 2 || rules[0]["location"] != "/*/section/news" || last["location"] != "/" || last["tdm-reservation"] != 0.0 {
		t.Errorf("%v", rules)
	}
	for path, want := range map[string]string{"/rsl.xml": ">all<", news.rsl: ">ai-all<"} {
		w := f.get(t, path)
		if w.Header().Get("Content-Type") != "application/rsl+xml" || !strings.Contains(w.Body.String(), want) || xml.Unmarshal(w.Body.Bytes(), new(struct{})) != nil {
			t.Errorf("%s: %s", path, w.Body.String())
		}
	}
	if body := f.get(t, news.rsl).Body.String(); !strings.Contains(body, `url="https://news.example.org/en/border-protocol"`) {
		t.Errorf("%s", body)
	}
	if !strings.Contains(f.get(t, "/robots.txt").Body.String(), "License: https://news.example.org/rsl.xml\n") {
		t.Error("robots.txt names no licence")
	}
	terms := f.get(t, "/en/terms").Body.String()
	for _, want := range []string{"You may republish the whole text without asking.", "To republish the whole text you need permission.", "mailto:rights@example.org", "Sample &lt;Assembly&gt;", `href="/en/section/news"`, `href="/policies/site"`} {
		if !strings.Contains(terms, want) {
			t.Errorf("the page of the terms lacks %q", want)
		}
	}
	for _, path := range []string{"/policies/section/none", "/policies/article/99999", "/policies/x", "/rsl/99999.xml", "/rsl/x"} {
		if got := f.get(t, path).Code; got != 404 {
			t.Errorf("%s: %d", path, got)
		}
	}

	// Pages under the site's own terms say so in their head alone, data in
	// the headers.
	if w := f.get(t, "/en/terms"); !strings.Contains(w.Body.String(), `<meta name="tdm-reservation" content="0">`) || w.Header()["Tdm-Reservation"] != nil {
		t.Errorf("a page under the site's terms: %v", w.Header())
	}
	for _, path := range []string{"/en/feed.xml", "/en/record/agreements.csv", "/rsl.xml"} {
		if w := f.get(t, path); w.Header().Get("tdm-reservation") != "0" {
			t.Errorf("%s: %v", path, w.Header())
		}
	}

	// Terms of an article hold at once, from the cache too.
	f.setTerms(t, rights.Article+id(f.cards["en"].ID), rights.Terms{Reuse: rights.No, Mining: rights.No})
	if own := of("/en/border-protocol"); own.reservation != "1" || own.policy != "" || own.data["acquireLicensePage"] != nil {
		t.Errorf("%+v", own)
	}
	if w := f.get(t, askPath); w.Code != 200 || tokenRE.MatchString(w.Body.String()) || !strings.Contains(w.Body.String(), "may not be republished") || !strings.Contains(w.Body.String(), "rights@example.org") {
		t.Errorf("%d %s", w.Code, w.Body.String())
	}
	// A site that has said nothing of mining says nothing of it anywhere.
	bare := newFixture(t, 1<<20)
	if w := bare.get(t, "/en/border-protocol"); w.Header().Get("tdm-reservation") != "" || strings.Contains(w.Body.String(), "tdm-") || bare.get(t, "/.well-known/tdmrep.json").Code != 404 {
		t.Error("a reservation that nobody made")
	}
}

func TestLimit(t *testing.T) {
	l := limit{burst: 2, per: time.Hour}
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for i, c := range []struct {
		key   string
		after time.Duration
		want  bool
	}{{"a", 0, true}, {"a", 0, true}, {"a", 0, false}, {"b", 0, true}, {"a", 29 * time.Minute, false}, {"a", 2 * time.Minute, true}, {"a", 0, false}, {"a", -time.Hour, false}, {"a", 10 * time.Hour, true}, {"a", 0, true}, {"a", 0, false}} {
		now = now.Add(c.after)
		if got := l.take(c.key, now); got != c.want {
			t.Errorf("%d: %v", i, got)
		}
	}
	for i := range mostKeys + 100 {
		l.take(id(int64(i)), now)
	}
	if len(l.seen) > mostKeys {
		t.Errorf("%d keys are held", len(l.seen))
	}
	if now = now.Add(2 * time.Hour); !l.take("new", now) || len(l.seen) > 1 {
		t.Errorf("those whose time has passed are not forgotten: %d", len(l.seen))
	}
	for from, want := range map[string]string{"192.0.2.1:80": "192.0.2.1", "[2001:db8:1:2:3::4]:80": "2001:db8:1:2::", "": ""} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = from
		if got := asker(r); got != want {
			t.Errorf("%q: %q", from, got)
		}
	}
}
