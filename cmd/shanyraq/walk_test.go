package main

import (
	"bufio"
	"context"
	"io"
	"mime"
	"net/mail"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// walked is a whole site, served as `shanyraq serve` does, with a browser in
// which an administrator is signed in at the desk.
type walked struct {
	t      *testing.T
	ctx    context.Context
	data   string
	origin string
}

func newWalked(t *testing.T) (w *walked, ids map[string]int64) {
	w = &walked{t: t, data: t.TempDir()}
	st, err := store.Open(t.Context(), store.DSN(w.data, ""))
	must(t, err)
	ids = map[string]int64{}
	token := ""
	must(t, st.Update(t.Context(), func(tx *store.Tx) (err error) {
		for language, text := range map[string][3]string{"en": {"a-sample", "A sample text", "It says nothing."}, "kk": {"үлгі-мәтін", "Үлгі мәтін", "Онда ештеңе айтылмаған."}} {
			doc, _, err := article.Parse("<p>" + text[2] + "</p>")
			if err != nil {
				return err
			}
			it := &store.Item{Article: article.Article{Language: language, Script: map[string]string{"en": "Latn", "kk": "Cyrl"}[language], Slug: text[0], State: article.Published, Published: time.Now()}, Revision: article.NewRevision(text[1], "", doc, "test", time.Now())}
			if _, err := tx.Save(it); err != nil {
				return err
			}
			ids[language] = it.Article.ID
		}
		u := people.User{Name: "Alia Sample", Email: "alia@example.org", Language: "en", Roles: []people.Assignment{{Role: people.Administrator}}}
		if err := tx.SaveUser(&u); err != nil {
			return err
		}
		if err := tx.SaveTerms(rights.Placed{Place: rights.Site, Terms: rights.Terms{Reuse: rights.Ask, Contact: rights.Contact{Email: "rights@example.org"}}}, u.Name); err != nil {
			return err
		}
		token, err = tx.BeginSession(u.ID, "test", "127.0.0.1")
		return err
	}))
	must(t, st.Close())
	w.serve(token)
	return w, ids
}

// serve starts the program on the folder, and a browser that has a session.
func (w *walked) serve(token string) {
	t := w.t
	ctx, cancel := context.WithCancel(t.Context())
	r, out := io.Pipe()
	done := make(chan error, 1)
	l, err := listen("127.0.0.1:0") // a form needs an address of the site's own
	must(t, err)
	w.origin = "http://" + l.Addr().String()
	must(t, l.Close())
	c := serveCmd{Data: w.data, webFlags: webFlags{Addr: strings.TrimPrefix(w.origin, "http://"), Origin: w.origin, Cache: 8}}
	go func() { done <- c.run(ctx, out) }()
	t.Cleanup(func() { cancel(); <-done })
	line, err := bufio.NewReader(r).ReadString('\n')
	must(t, err)
	if !strings.Contains(line, w.origin) {
		t.Fatalf("printed %q", line)
	}
	w.ctx = testkit.Browser(t)
	_, err = chromedp.Call(w.ctx, network.SetCookie, network.SetCookieParams{Name: "shanyraq", Value: token, URL: w.origin})
	must(t, err)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (w *walked) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, 20*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		w.t.Fatalf("%s: %v\n%s", what, err, w.says(`location.href + "\n" + document.body.innerText.slice(0, 800)`))
	}
}

func (w *walked) open(path string) {
	w.t.Helper()
	if !strings.HasPrefix(path, "http") {
		path = w.origin + path
	}
	w.do(path, chromedp.Navigate(path))
}

func (w *walked) says(js string) string {
	w.t.Helper()
	v, err := chromedp.Run(w.ctx, chromedp.Evaluate[string](js))
	must(w.t, err)
	return v
}

// until waits for something of the page, or of the folder of letters.
func (w *walked) until(what string, ok func() bool) {
	w.t.Helper()
	for end := time.Now().Add(20 * time.Second); !ok(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			w.t.Fatalf("%s did not come about\n%s", what, w.says(`location.href + "\n" + document.body.innerText.slice(0, 1200)`))
		}
	}
}

// press presses a button of the page as it is now, wherever it stands: a page
// that still moves lets a press at its place go beside it.
func (w *walked) press(button string) {
	w.t.Helper()
	w.do(button, chromedp.WaitReady(button))
	w.says(`(() => { document.querySelector(` + strconv.Quote(button) + `).click(); return "" })()`)
}

// link waits for a letter to an address and gives the first link of the shape
// in it.
func (w *walked) link(to, shape string) (found string) {
	w.t.Helper()
	re := regexp.MustCompile(shape)
	w.until("a letter to "+to+" with "+shape, func() bool {
		names, _ := filepath.Glob(filepath.Join(w.data, "mail", "*.eml"))
		for _, name := range names {
			f, err := os.Open(name)
			if err != nil {
				return false
			}
			defer f.Close()
			m, err := mail.ReadMessage(f)
			if err != nil || !strings.Contains(m.Header.Get("To"), to) {
				continue
			}
			body, _ := io.ReadAll(m.Body)
			text := string(body)
			if strings.EqualFold(m.Header.Get("Content-Transfer-Encoding"), "quoted-printable") {
				// a soft line break ends with "="; what is quoted within links decodes as words do
				text = strings.ReplaceAll(strings.ReplaceAll(text, "=\r\n", ""), "=\n", "")
				if decoded, err := new(mime.WordDecoder).Decode("=?utf-8?Q?" + strings.ReplaceAll(strings.ReplaceAll(text, " ", "_"), "?", "=3F") + "?="); err == nil {
					text = strings.ReplaceAll(decoded, "_", " ")
				}
			}
			if found = re.FindString(text); found != "" {
				return true
			}
		}
		return false
	})
	return found
}

// Somebody asks to reuse a text, confirms by mail, is answered at the desk,
// and the page of the grant verifies it.
func TestRightsFromAskingToTheGrant(t *testing.T) {
	w, _ := newWalked(t)
	w.open("/en/a-sample")
	w.do("to the terms", chromedp.Click(`.story-foot a[href*="/reuse/"]`), chromedp.WaitVisible("form.ask"))
	time.Sleep(rights.FillAtLeast + 200*time.Millisecond) // a person takes longer; what is faster is held for a machine
	for field, words := range map[string]string{"name": "Sara Asker", "email": "sara@example.com", "purpose": "To print it once.", "where": "The Sample Reader"} {
		w.do(field, chromedp.SendKeys("#"+field, words))
	}
	w.press("form.ask button")
	w.open(w.link("sara@example.com", regexp.QuoteMeta(w.origin)+`/en/request/\S+`))
	w.press("form.one button")
	w.until("the confirmation", func() bool {
		return w.says(`document.querySelector(".standing")?.textContent ?? ""`) == "Waiting for an answer"
	})

	w.open("/desk/rights/")
	w.do("the request", chromedp.Click(`main a[href*="/rights/requests/"]`), chromedp.WaitVisible("#wording"))
	w.do("what is granted", chromedp.SetValue("#wording", "You may print the text once."), chromedp.Click(`form:has([value="grant"]) button`), chromedp.WaitVisible("#letter"))
	w.press("form.letter button")
	w.until("the answer sent", func() bool { return strings.Contains(w.says(`location.search`), "said=rights.granted") })
	grant := w.link("sara@example.com", regexp.QuoteMeta(w.origin)+`/en/\S*grant\S*/[0-9A-Z-]+`)
	w.open(grant)
	number := grant[strings.LastIndexByte(grant, '/')+1:]
	if page := w.says(`document.querySelector("main").innerText`); !strings.Contains(page, number) || !strings.Contains(page, "You may print the text once.") || w.says(`document.querySelector(".standing").className`) != "standing standing-in-force" {
		t.Errorf("the grant %s: %s\n%s", number, w.says(`document.querySelector(".standing")?.className ?? ""`), page)
	}
	other := grant[:len(grant)-1] + "0"
	if other == grant {
		other = grant[:len(grant)-1] + "1"
	}
	w.open(other)
	if page := w.says(`document.querySelector("main").innerHTML`); strings.Contains(page, "standing-in-force") {
		t.Error("a number that nobody gave verifies")
	}
}

// A reader asks for news by letter, confirms with a button and not by opening
// the page, chooses another rhythm and stops it all.
func TestNewsByLetter(t *testing.T) {
	w, _ := newWalked(t)
	w.open("/en/subscribe")
	time.Sleep(rights.FillAtLeast + 200*time.Millisecond)
	w.do("ask", chromedp.SendKeys("#email", "reader@example.com"))
	w.press("form.subscribe button")
	w.until("the answer", func() bool { return strings.HasSuffix(w.says(`location.pathname`), "/subscribe/sent") })
	confirm := w.link("reader@example.com", regexp.QuoteMeta(w.origin)+`/en/subscribe/\S+`)
	followed := func() string {
		return w.says(`(() => { const x = new XMLHttpRequest(); x.open("GET", "/desk/subscribers", false); x.send(); return new DOMParser().parseFromString(x.responseText, "text/html").querySelector("main").textContent })()`)
	}
	w.open(confirm)
	before := followed()
	w.press("form.one button")
	w.until("the reader's own page", func() bool { return strings.Contains(w.says(`location.pathname`), "/letters/") })
	if after := followed(); after == before {
		t.Errorf("the desk counts nobody more: %s", after)
	}
	w.press("form.own input[name=often][value=weekly]")
	w.press("form.own button")
	w.until("what was chosen", func() bool {
		return w.says(`document.querySelector(".done") && document.querySelector("form.own input[name=often]:checked")?.value || ""`) == "weekly"
	})
	w.press("button[value=stop]")
	w.until("the end", func() bool {
		return w.says(`document.querySelector("button[value=resume]") ? "stopped" : ""`) == "stopped"
	})
}

// A text is seen on the real page before the world sees it, in each script.
func TestPreviewInEachScript(t *testing.T) {
	w, ids := newWalked(t)
	at := "/desk/articles/" + strconv.FormatInt(ids["kk"], 10)
	w.open(at + "/preview")
	seen := map[string]string{}
	for _, tag := range []string{"kk", "kk-Latn", "kk-Arab"} {
		w.open(at + "/preview?tag=" + tag)
		w.until("the page in "+tag, func() bool {
			return w.says(`document.querySelector("iframe")?.contentDocument?.documentElement?.lang ?? ""`) == tag
		})
		w.until("its heading", func() bool {
			return w.says(`document.querySelector("iframe").contentDocument.querySelector("h1")?.textContent ?? ""`) != ""
		})
		seen[tag] = w.says(`(() => { const d = document.querySelector("iframe").contentDocument; return d.documentElement.dir + " " + d.querySelector("h1").textContent })()`)
	}
	if seen["kk"] != "ltr Үлгі мәтін" || !regexp.MustCompile(`^ltr [A-Za-zÜüÄäÖöĞğŞşŪūIı ]+$`).MatchString(seen["kk-Latn"]) || !regexp.MustCompile(`^rtl \p{Arabic}[\p{Arabic} ]+$`).MatchString(seen["kk-Arab"]) {
		t.Errorf("shown: %q", seen)
	}
}
