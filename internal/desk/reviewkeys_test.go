package desk

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// keyboard counts the keys that are struck.
type keyboard struct {
	t   *testing.T
	ctx context.Context
	n   int
}

func (k *keyboard) strike(keys ...string) {
	k.t.Helper()
	for _, s := range keys {
		must(k.t, chromedp.Do(k.ctx, chromedp.KeyEvent(s)))
		if len(s) > 1 && strings.TrimSpace(s) != "" && s[0] < 0x80 {
			k.n += len(s)
		} else {
			k.n++
		}
	}
}

// hold strikes a key and lets it go only when something of the page is true;
// the keyboard repeats it meanwhile.
func (k *keyboard) hold(key rune, what, js string) {
	k.t.Helper()
	events := kb.Encode(key)
	send := func(e *input.DispatchKeyEventParams) {
		k.t.Helper()
		_, err := chromedp.Call(k.ctx, input.DispatchKeyEvent, *e)
		must(k.t, err)
	}
	send(events[0])
	k.until(what, js)
	send(events[1])
	again := *events[0]
	again.AutoRepeat = new(true)
	send(&again)
	for _, e := range events[1:] {
		send(e)
	}
	k.n++
}

// until waits for something of the page to be true.
func (k *keyboard) until(what, js string) {
	k.t.Helper()
	for range 300 {
		ok, err := chromedp.Run(k.ctx, chromedp.Evaluate[bool](js))
		must(k.t, err)
		if ok {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	said, _ := chromedp.Run(k.ctx, chromedp.Evaluate[string](`(document.activeElement?.outerHTML ?? "").slice(0, 200) + "\n" + (document.querySelector("#panel[open]")?.innerText ?? "") + "\n" + document.body.innerText.slice(0, 1500)`))
	k.t.Fatalf("%s: never came about\n%s", what, said)
}

func (k *keyboard) shot(name string) {
	dir := os.Getenv("SHANYRAQ_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(k.ctx, chromedp.CaptureScreenshot())
	must(k.t, err)
	must(k.t, os.WriteFile(dir+"/"+name+".png", png, 0o644))
}

// longArticle is some 600 words of the development set, in which all people
// are invented.
func longArticle(t *testing.T) string {
	var parts []string
	words := 0
	for _, name := range []string{"en-state-visit-doha", "en-treaty-register", "en-orchestra-appointment", "en-census-peoples", "en-border-delimitation"} {
		var doc struct{ Text string }
		must(t, json.Unmarshal([]byte(readFile(t, "../eval/gold/en/dev/"+name+".json")), &doc))
		for p := range strings.SplitSeq(doc.Text, "\n\n") {
			if words >= 600 {
				break
			}
			parts = append(parts, p)
			words += len(strings.Fields(p))
		}
	}
	t.Logf("%d words", words)
	return strings.Join(parts, "\n\n")
}

// TestReviewByKeyboard reviews an article of 600 words twice: accepting all,
// and with five corrections. It says how many keys that takes.
func TestReviewByKeyboard(t *testing.T) {
	ctx := testkit.Browser(t)
	f := newFixture(t)
	text := longArticle(t)
	u := testkit.User(t, f.store, "editor", people.Editor)
	var token string
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) (err error) {
		token, err = tx.BeginSession(u.ID, "test", "127.0.0.1")
		return err
	}))
	_, err := chromedp.Call(ctx, network.SetCookie, network.SetCookieParams{Name: cookieName, Value: token, URL: f.server.URL, Path: "/"})
	must(t, err)
	said := testkit.Complaints(t, ctx)
	must(t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)))
	k := &keyboard{t: t, ctx: ctx}
	ranks := func(id int64) map[record.Rank]int {
		list, err := f.store.ArticleStatements(t.Context(), id, true)
		must(t, err)
		n := map[record.Rank]int{}
		for _, s := range list {
			n[s.Rank]++
		}
		return n
	}
	open := func(card store.Card) {
		t.Helper()
		must(t, chromedp.Do(ctx, chromedp.Navigate(f.server.URL+reviewHref(card.ID)), chromedp.WaitVisible(`.st.on`)))
		k.n = 0
	}
	const waits = `document.querySelectorAll('.st[data-waits="1"]').length`

	one, list := f.readArticle(t, "one", text)
	open(one)
	k.shot("review-light")
	k.strike("A")
	k.until("accepted above the confidence", waits+` < `+strconv.Itoa(len(list)/2))
	k.until("the screen reader is told", `document.querySelector('#review-said').textContent !== ''`)
	left := ranks(one.ID)[record.Suggested]
	must(t, chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('.st[data-waits="1"]')?.click()`)))
	for range left {
		k.strike("a")
	}
	k.until("all accepted", waits+` === 0`)
	t.Logf("accept all: %d keys for %d statements, %d of them below the confidence", k.n, len(list), left)
	if got := ranks(one.ID); got[record.Suggested] != 0 || got[record.Accepted] != len(list) {
		t.Errorf("ranks after accepting all: %v", got)
	}
	if k.n > 1+left {
		t.Errorf("accepting all took %d keys", k.n)
	}

	// Five corrections: two numbers, two that do not stand, one that is best.
	two, list := f.readArticle(t, "two", text)
	open(two)
	items := func() (out []store.Statement) {
		out = append(out, list...)
		slices.SortStableFunc(out, func(a, b store.Statement) int {
			if a.Evidence.Start != b.Evidence.Start {
				return a.Evidence.Start - b.Evidence.Start
			}
			return b.Evidence.End - a.Evidence.End
		})
		return out
	}()
	at := 0
	todo := map[string]int{"number": 2, "away": 2, "best": 1}
	var numbers []int64
	for i := 0; i < len(items) && todo["number"]+todo["away"]+todo["best"] > 0; i++ {
		s := items[i]
		on := `document.querySelector('.st.on')?.dataset.id === "` + strconv.FormatInt(s.ID, 10) + `"`
		go2 := func() {
			k.t.Helper()
			for ; at < i; at++ {
				k.strike("j")
			}
			k.until("statement "+strconv.Itoa(i)+" is looked at", on)
		}
		switch {
		case s.Said.Kind == read.Figure && s.Said.Value != nil && todo["number"] > 0:
			go2()
			todo["number"]--
			k.hold('e', "the panel is open", `document.activeElement?.name === "value"`)
			k.shot("review-panel")
			k.strike("7", "7", "\r")
			k.until("the panel has closed", `!document.querySelector('#panel').open`)
			numbers = append(numbers, s.ID)
			at++
		case s.Said.Kind == read.Quote && todo["away"] > 0 || s.Said.Kind == read.Office && todo["away"] == 2:
			go2()
			todo["away"]--
			k.strike("d")
			k.until("the panel is open", `document.activeElement?.name === "reason"`)
			k.strike("\r")
			k.until("the panel has closed", `!document.querySelector('#panel').open`)
			at++
		case s.Said.Kind == read.Agreement && todo["best"] > 0:
			go2()
			todo["best"]--
			k.strike("p")
			at++
		}
	}
	for what, n := range todo {
		if n > 0 {
			t.Fatalf("the text has too few statements: %s %d", what, n)
		}
	}
	k.strike("A")
	k.until("the rest is accepted", waits+` <= `+strconv.Itoa(left))
	t.Logf("five corrections and accepting the rest above the confidence: %d keys", k.n)
	for _, id := range numbers {
		if s := f.statement(t, id); *s.Said.Value != 77 || s.Rank != record.Accepted {
			t.Errorf("statement %d: %v, %s", id, *s.Said.Value, s.Rank)
		}
	}
	if got := ranks(two.ID); got[record.Deprecated] != 2 || got[record.Preferred] != 1 {
		t.Errorf("ranks after five corrections: %v", got)
	}
	k.strike("u")
	k.until("the last act is undone", waits+` > `+strconv.Itoa(left))
	if got := ranks(two.ID); got[record.Deprecated] != 2 || got[record.Accepted] != 2 {
		t.Errorf("ranks after undoing: %v", got)
	}

	// Words chosen in the text become a statement on exactly these words.
	must(t, chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](`(() => {
		const p = document.querySelectorAll("#text p")[1], w = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
		const node = w.nextNode(), r = document.createRange();
		r.setStart(node, 4); r.setEnd(node, Math.min(20, node.length));
		getSelection().removeAllRanges(); getSelection().addRange(r);
	})()`)))
	k.until("the words are chosen", `!document.querySelector("#chosen").hidden`)
	words, err := chromedp.Run(ctx, chromedp.Evaluate[string](`getSelection().toString()`))
	must(t, err)
	k.strike("n")
	k.until("the panel is open", `!!document.querySelector('#panel[open] [name="counted"]')`)
	must(t, chromedp.Do(ctx, chromedp.SendKeys(`#panel [name="value"]`, "12"), chromedp.SendKeys(`#panel [name="counted"]`, "words\r")))
	k.until("the panel has closed", `!document.querySelector('#panel').open`)
	now, err := f.store.ArticleStatements(t.Context(), two.ID, true)
	must(t, err)
	if i := slices.IndexFunc(now, func(s store.Statement) bool { return s.Said.Counted == "words" }); i < 0 || now[i].Quote != words {
		t.Errorf("added on %q, chosen were %q", now[max(i, 0)].Quote, words)
	}
	k.strike("?")
	k.until("the keys are shown", `document.querySelector('#keys').open`)
	k.shot("review-keys")
	for _, s := range said() {
		t.Error("the browser complains:", s)
	}
}

// TestQuestionsByKeyboard answers by keys: the one that is meant, none of them.
func TestQuestionsByKeyboard(t *testing.T) {
	ctx := testkit.Browser(t)
	f := newFixture(t)
	card, _ := f.readArticle(t, "signing", signed)
	u := testkit.User(t, f.store, "editor", people.Editor)
	var token string
	var ids [3]int64
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) (err error) {
		for i := range ids {
			e := record.Entity{Kind: read.Person, Names: []record.Name{{Text: "Person " + strconv.Itoa(i), Language: "en", Script: "Latn"}}}
			if err := tx.SaveEntity(&e, nil); err != nil {
				return err
			}
			if ids[i] = e.ID; i > 0 {
				if err := tx.Ask(store.Question{Entity: e.ID, Article: card.ID, Candidates: []int64{ids[0]}, Reasons: []string{"one name"}}); err != nil {
					return err
				}
			}
		}
		token, err = tx.BeginSession(u.ID, "test", "127.0.0.1")
		return err
	}))
	_, err := chromedp.Call(ctx, network.SetCookie, network.SetCookieParams{Name: cookieName, Value: token, URL: f.server.URL, Path: "/"})
	must(t, err)
	said := testkit.Complaints(t, ctx)
	must(t, chromedp.Do(ctx, chromedp.Navigate(f.server.URL+Prefix+"questions"), chromedp.WaitVisible(`.question.on`)))
	k := &keyboard{t: t, ctx: ctx}
	k.until("the first question is leased", `document.querySelector('.question.on') !== null`)
	k.strike("1") // the newest is asked first
	k.until("one is answered", `document.querySelectorAll('.question').length === 1`)
	k.strike("x")
	k.until("both are answered", `document.querySelectorAll('.question').length === 0`)
	if e, _ := f.store.EntityByID(t.Context(), ids[2]); e.Into != ids[0] {
		t.Errorf("key 1 did not merge: %+v", e)
	}
	if e, _ := f.store.EntityByID(t.Context(), ids[1]); e.Into != 0 {
		t.Errorf("key x merged: %+v", e)
	}
	for _, s := range said() {
		t.Error("the browser complains:", s)
	}
}
