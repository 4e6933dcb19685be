package site

import (
	"bytes"
	"flag"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/mail"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
	"shanyraq/internal/testkit"
)

var update = flag.Bool("update", false, "write the letters that the code writes now")

// withLetters is a site that may send letters, on the day on which its stories
// are news.
func withLetters(t *testing.T) *fixture {
	t.Helper()
	f := newFixture(t, 1<<20)
	f.cfg.Origin = "https://news.example.org"
	f.clock = time.Date(2017, 11, 9, 9, 0, 0, 0, time.UTC)
	f.store.Now = func() time.Time { return f.clock }
	return f
}

// anew publishes the story of a language on this day.
func (f *fixture) anew(t *testing.T, language string) {
	t.Helper()
	f.clock = time.Date(2017, 11, 10, 9, 0, 0, 0, time.UTC)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		it, err := tx.ItemOf(f.cards[language].ID)
		if err != nil {
			return err
		}
		it.Article.State = "draft"
		if _, err := tx.Save(it); err != nil {
			return err
		}
		it.Article.State = "published"
		if _, err = tx.Save(it); err != nil {
			return err
		}
		r := *f.readings[language]
		if r.Article, err = tx.ArticleByID(tx.Context(), it.Article.ID); err != nil {
			return err
		}
		return tx.SaveReading(&r)
	}))
	card := f.cards[language]
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		return indexText(tx, &store.Item{Article: card.Article, Revision: must1(tx.Revision(t.Context(), card.Revision))}, language)
	}))
	f.clock = f.clock.Add(2 * time.Minute)
}

func must1[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func (f *fixture) askForm(t *testing.T, path string, change ...string) []string {
	t.Helper()
	m := tokenRE.FindStringSubmatch(f.get(t, path).Body.String())
	if m == nil {
		t.Fatalf("%s has no form", path)
	}
	f.clock = f.clock.Add(5 * time.Second)
	v := []string{"token", m[1], "email", "Sara@Example.com", "topic", "all", "tag", "kk-Arab", "often", "once", "website", ""}
	for i := 0; i < len(change); i += 2 {
		for j := 0; j < len(v); j += 2 {
			if v[j] == change[i] {
				v[j+1] = change[i+1]
			}
		}
	}
	return v
}

// lastLetter is the newest letter that waits, with the addresses in it.
func (f *fixture) lastLetter(t *testing.T) (l mail.Letter, links []string) {
	t.Helper()
	sent, err := f.store.SentLetters(t.Context(), 1)
	must(t, err)
	if len(sent) == 0 {
		return l, nil
	}
	l, err = f.store.Letter(t.Context(), sent[0].ID)
	must(t, err)
	for _, a := range regexp.MustCompile(`https://\S+`).FindAllString(l.Text, -1) {
		links = append(links, strings.TrimPrefix(a, "https://news.example.org"))
	}
	return l, links
}

// From the form to the button in a letter, to what comes, to one click that
// ends it. Opening a page changes nothing, and no page tells who subscribes.
func TestSubscribing(t *testing.T) {
	f := withLetters(t)
	w := f.post(t, "/en/subscribe", "192.0.2.1:1", f.askForm(t, "/en/subscribe")...)
	if w.Code != 303 || w.Header().Get("Location") != "/en/subscribe/sent" || f.get(t, "/en/subscribe/sent").Code != 200 {
		t.Fatalf("sent: %d %s", w.Code, w.Body)
	}
	l, links := f.lastLetter(t)
	if len(links) != 1 || !strings.HasPrefix(links[0], "/kk-Arab/subscribe/") || l.To.Email != "Sara@Example.com" || l.Language != "kk-Arab" || strings.Contains(links[0], "ara") && strings.Contains(links[0], "@") {
		t.Fatalf("letter %+v %v", l, links)
	}
	for range 2 { // as a scanner of mail does
		page := f.get(t, links[0])
		if body := page.Body.String(); page.Code != 200 || !strings.Contains(body, "S…@Example.com") || strings.Contains(body, "Sara") {
			t.Fatalf("the button's page: %d %s", page.Code, body)
		}
	}
	if list, _ := f.store.Subscribers(t.Context(), store.SubscriberFilter{}); len(list) != 0 {
		t.Fatal("opening the page made a subscriber")
	}
	w = f.post(t, links[0], "192.0.2.1:1")
	own, _, _ := strings.Cut(w.Header().Get("Location"), "?")
	if w.Code != 303 || !strings.HasPrefix(own, "/kk-Arab/letters/") {
		t.Fatalf("confirmed: %d %s", w.Code, own)
	}
	page := f.get(t, w.Header().Get("Location"))
	if page.Code != 200 || page.Header().Get("Cache-Control") == "" || strings.Contains(page.Body.String(), "Sara") {
		t.Errorf("own page: %d", page.Code)
	}
	if again := f.post(t, links[0], "192.0.2.1:1"); again.Code != 303 || again.Header().Get("Location") != links[0] {
		t.Errorf("pressed again: %d %s", again.Code, again.Header().Get("Location"))
	}
	if late := f.get(t, links[0]).Body.String(); strings.Contains(late, "<form") {
		t.Error("a link that was used offers its button again")
	}

	// The same form for an address that is known: the same answer.
	known := f.post(t, "/en/subscribe", "192.0.2.2:1", f.askForm(t, "/en/subscribe", "topic", "section:news")...)
	if known.Code != 303 || known.Header().Get("Location") != "/en/subscribe/sent" || known.Body.String() != "" {
		t.Errorf("known: %d %s", known.Code, known.Body)
	}
	_, links = f.lastLetter(t)
	f.post(t, links[0], "192.0.2.2:1")
	list, err := f.store.Subscribers(t.Context(), store.SubscriberFilter{})
	if err != nil || len(list) != 1 || len(list[0].Topics) != 2 || list[0].Tag != "kk-Arab" || list[0].Often != subscribe.Once {
		t.Fatalf("%+v %v", list, err)
	}

	f.anew(t, "kk")
	if made := f.digest(t); made != 1 {
		t.Fatalf("%d letters", made)
	}
	l, links = f.lastLetter(t)
	if len(links) != 3 || links[0] != "/kk-Arab/"+escaped(stories["kk"].slug) || links[1] != own || links[2] != own+"/stop" {
		t.Fatalf("a letter's addresses: %v", links)
	}
	if l.Headers["List-Unsubscribe"] != "<https://news.example.org"+own+"/stop>" || l.Headers["List-Unsubscribe-Post"] != "List-Unsubscribe=One-Click" || l.Headers["List-Id"] != "<letters.news.example.org>" {
		t.Errorf("headers %v", l.Headers)
	}
	if made := f.digest(t); made != 0 {
		t.Errorf("the same article again: %d letters", made)
	}

	// One click, by a program: no cookie, another origin, no redirect.
	stop := func() int {
		r := f.request("POST", own+"/stop", "List-Unsubscribe=One-Click", "Sec-Fetch-Site", "cross-site", "Origin", "https://mail.example")
		if strings.Contains(r.Header().Get("Location")+r.Body.String(), "Sara") {
			t.Error("the answer names the address")
		}
		return r.Code
	}
	if g := f.get(t, own+"/stop"); g.Code != 200 || !strings.Contains(g.Body.String(), "<form") {
		t.Errorf("the page that stops: %d", g.Code)
	}
	if s, _ := f.store.Subscriber(t.Context(), list[0].ID); s.State != subscribe.Active {
		t.Error("opening the page stopped the letters")
	}
	for range 2 {
		if code := stop(); code != 200 {
			t.Errorf("one click is answered with %d", code)
		}
	}
	if s, _ := f.store.Subscriber(t.Context(), list[0].ID); s.State != subscribe.Ended {
		t.Errorf("still %s", s.State)
	}
	// Another page's form may stop letters, and nothing else.
	if r := f.request("POST", own, "act=delete", "Sec-Fetch-Site", "cross-site", "Origin", "https://mail.example"); r.Code != 403 {
		t.Errorf("deleted from elsewhere: %d", r.Code)
	}
	for act, want := range map[string]subscribe.State{"resume": subscribe.Active, "stop": subscribe.Ended} {
		if r := f.post(t, own, "192.0.2.1:1", "act", act); r.Code != 303 {
			t.Errorf("%s: %d", act, r.Code)
		}
		if s, _ := f.store.Subscriber(t.Context(), list[0].ID); s.State != want && act == "stop" {
			t.Errorf("%s: %s", act, s.State)
		}
	}
	f.post(t, own, "192.0.2.1:1", "act", "save", "tag", "ru", "often", "weekly", "topic", "section:news")
	if s, _ := f.store.Subscriber(t.Context(), list[0].ID); s.Tag != "ru" || s.Often != subscribe.Weekly || len(s.Topics) != 1 {
		t.Errorf("changed to %+v", s)
	}
	f.post(t, own, "192.0.2.1:1", "act", "delete")
	if list, _ := f.store.Subscribers(t.Context(), store.SubscriberFilter{}); len(list) != 0 || f.get(t, own).Code != 200 || stop() != 200 {
		t.Errorf("deleted: %+v", list)
	}
	if f.get(t, own+"x").Code != 404 || f.get(t, "/en/letters/1-"+strings.Repeat("a", 26)).Code != 404 {
		t.Error("a key of nobody opens a page")
	}
}

// digest makes the letters that are due, as the job does.
func (f *fixture) digest(t *testing.T) (made int) {
	t.Helper()
	languages, err := f.store.SubscribedLanguages(t.Context())
	must(t, err)
	for _, language := range languages {
		upTo, newest, err := f.store.NewsTo(t.Context(), language)
		must(t, err)
		list, err := f.store.OnceSubscribers(t.Context(), language, newest, 100)
		must(t, err)
		letters, err := f.Digests(t.Context(), list, upTo)
		must(t, err)
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
			for i, s := range list {
				l := &letters[i]
				if l.To.Email == "" {
					l = nil
				} else {
					made++
				}
				if _, err := tx.Digest(s, upTo, l); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	return made
}

// What the form refuses, it refuses with a sentence and with nothing kept.
func TestSubscribeFormRefuses(t *testing.T) {
	f := withLetters(t)
	for _, c := range []struct {
		change []string
		status int
	}{
		{[]string{"email", "sara@example.com\r\nBcc: all@example.com"}, 400}, {[]string{"email", "sara@example.com,b@example.com"}, 400}, {[]string{"email", "Sara <sara@example.com>"}, 400}, {[]string{"email", ""}, 400},
		{[]string{"topic", "section:nothing"}, 400}, {[]string{"topic", "entity:999999"}, 400}, {[]string{"topic", "list:people"}, 400}, {[]string{"topic", "list:agreements?from=zebra"}, 400}, {[]string{"topic", "x"}, 400}, {[]string{"topic", "search:q=" + strings.Repeat("a", 600)}, 400},
		{[]string{"tag", "xx"}, 400}, {[]string{"often", "hourly"}, 400}, {[]string{"token", "1-1"}, 400}, {[]string{"website", "https://spam.example"}, 303},
	} {
		w := f.post(t, "/en/subscribe", "192.0.2.9:1", f.askForm(t, "/en/subscribe", c.change...)...)
		if w.Code != c.status {
			t.Errorf("%.60q: %d", c.change, w.Code)
		}
		if c.change[0] == "email" && !strings.Contains(w.Body.String(), "This is no e-mail address") {
			t.Errorf("%q is refused without a sentence", c.change)
		}
	}
	if sent, err := f.store.SentLetters(t.Context(), 5); err != nil || len(sent) != 0 {
		t.Errorf("letters %+v %v", sent, err)
	}
	// Nobody is pestered: three letters a day to one mailbox, and the fourth
	// looks the same from outside.
	for i := range 5 {
		w := f.post(t, "/en/subscribe", "198.51.100."+string(rune('1'+i))+":1", f.askForm(t, "/en/subscribe")...)
		if w.Code != 303 || w.Header().Get("Location") != "/en/subscribe/sent" {
			t.Errorf("number %d: %d", i+1, w.Code)
		}
	}
	if sent, _ := f.store.SentLetters(t.Context(), 9); len(sent) != mostLetters {
		t.Errorf("%d letters to one mailbox", len(sent))
	}
	busy := 0
	for range 20 {
		if f.post(t, "/en/subscribe", "203.0.113.5:1", f.askForm(t, "/en/subscribe")...).Code == 429 {
			busy++
		}
	}
	if busy == 0 {
		t.Error("one asker may ask without end")
	}
	f.cfg.Origin = ""
	if body := f.get(t, "/en/subscribe").Body.String(); strings.Contains(body, "<form class=\"ask") {
		t.Error("a site that does not know its address has the form")
	}
}

// Every kind of topic brings its articles and no others, with the sentences
// for which they come.
func TestTopics(t *testing.T) {
	f := withLetters(t)
	for name, want := range map[string]string{
		"all": "", "section:news": "", "entity:" + id(f.ids[2]): "", "list:agreements?kind=signed": stories["en"].first, "list:agreements?kind=planned": "-", "list:quotations": stories["en"].quote,
		"list:agreements?with=" + id(f.ids[0]): stories["en"].first, "pair:" + id(f.ids[1]) + "/" + id(f.ids[0]): stories["en"].first, "pair:" + id(f.ids[1]) + "/" + id(f.ids[0]) + "?kind=event": "-",
		"search:q=protocol": "", "search:q=caravan": "-",
	} {
		testkit.Subscriber(t, f.store, url.QueryEscape(name)+"@example.org", "en", subscribe.Once, name)
		_ = want
	}
	testkit.Subscriber(t, f.store, "ru@example.org", "ru", subscribe.Once, subscribe.All)
	f.anew(t, "en")
	f.digest(t)
	sent, err := f.store.SentLetters(t.Context(), 100)
	must(t, err)
	got := map[string]string{}
	for _, s := range sent {
		l, err := f.store.Letter(t.Context(), s.ID)
		must(t, err)
		got[l.To.Email] = l.Text
	}
	for name, want := range map[string]string{
		"all": "", "section:news": "", "entity:" + id(f.ids[2]): "", "list:agreements?kind=signed": stories["en"].first, "list:agreements?kind=planned": "-", "list:quotations": stories["en"].quote,
		"list:agreements?with=" + id(f.ids[0]): stories["en"].first, "pair:" + id(f.ids[1]) + "/" + id(f.ids[0]): stories["en"].first, "pair:" + id(f.ids[1]) + "/" + id(f.ids[0]) + "?kind=event": "-",
		"search:q=protocol": "", "search:q=caravan": "-",
	} {
		text, sent := got[url.QueryEscape(name)+"@example.org"]
		if sent != (want != "-") || sent && !strings.Contains(text, stories["en"].title) || want != "" && want != "-" && !strings.Contains(text, "> "+want) {
			t.Errorf("%s: sent %v\n%s", name, sent, text)
		}
	}
	if _, sent := got["ru@example.org"]; sent {
		t.Error("a reader of Russian got news in English")
	}
	// The page that shows a topic leads to the form with that topic chosen.
	for _, page := range []string{"/en/section/news", "/en/record/agreements?from=2016&kind=signed", "/en/search?q=protocol", "/en/record/people/" + id(f.ids[2]), "/en/record/pair/" + id(f.ids[0]) + "/" + id(f.ids[1])} {
		m := regexp.MustCompile(`href="(/en/subscribe\?topic=[^"]+)"`).FindStringSubmatch(f.get(t, page).Body.String())
		if m == nil {
			t.Errorf("%s does not lead to its letters", page)
			continue
		}
		if body := f.get(t, strings.ReplaceAll(m[1], "&amp;", "&")).Body.String(); !regexp.MustCompile(`<option value="(section|list|search|entity|pair):[^"]*" selected`).MatchString(body) {
			t.Errorf("%s leads to a form about something else", page)
		}
	}
}

// The letters as they are written, held to files; -update writes them.
func TestGoldenLetters(t *testing.T) {
	f := withLetters(t)
	for _, tag := range []string{"en", "ru", "kk", "kk-Latn", "kk-Arab"} {
		testkit.Subscriber(t, f.store, tag+"@example.org", tag, subscribe.Once, "list:agreements")
	}
	for _, language := range []string{"en", "ru", "kk"} {
		f.anew(t, language)
	}
	f.digest(t)
	sent, err := f.store.SentLetters(t.Context(), 100)
	must(t, err)
	if len(sent) != 5 {
		t.Fatalf("%d letters", len(sent))
	}
	for _, s := range sent {
		l, err := f.store.Letter(t.Context(), s.ID)
		must(t, err)
		tag := strings.TrimSuffix(l.To.Email, "@example.org")
		out := []byte("Subject: " + l.Subject + "\n\n" + l.Text + "\n" + l.HTML)
		out = regexp.MustCompile(`letters/[0-9a-z]+-[0-9a-z]{26}`).ReplaceAll(out, []byte("letters/KEY"))
		file := filepath.Join("testdata", "letters", tag+".txt")
		if *update {
			must(t, os.MkdirAll(filepath.Dir(file), 0o755))
			must(t, os.WriteFile(file, out, 0o644))
		}
		want, err := os.ReadFile(file)
		must(t, err)
		if !bytes.Equal(out, want) {
			t.Errorf("%s is not as in %s:\n%s", tag, file, out)
		}
		if strings.Contains(l.HTML, `dir="rtl"`) != (tag == "kk-Arab") || strings.Count(l.HTML, `lang="`+tag+`"`) != 2 || l.Language != tag {
			t.Errorf("%s: language or direction", tag)
		}
	}
}
