package desk

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// window is a browser in which a user is signed in.
type window struct {
	t    testing.TB
	f    *fixture
	ctx  context.Context
	said func() []string
}

func (f *fixture) window(t testing.TB, u people.User) *window {
	t.Helper()
	f.store.Now = time.Now
	w := &window{t: t, f: f, ctx: testkit.Browser(t)}
	var token string
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) (err error) {
		token, err = tx.BeginSession(u.ID, "test", "127.0.0.1")
		return err
	}))
	_, err := chromedp.Call(w.ctx, network.SetCookie, network.SetCookieParams{Name: cookieName, Value: token, URL: f.server.URL})
	must(t, err)
	w.said = testkit.Complaints(t, w.ctx)
	return w
}

func (w *window) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, 20*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		w.t.Fatalf("%s: %v\n%s", what, err, strings.Join(w.said(), "\n"))
	}
}

func (w *window) open(path string) {
	w.t.Helper()
	w.do(path, chromedp.Navigate(w.f.server.URL+path))
}

func (w *window) edit(id int64) {
	w.t.Helper()
	w.open(articlePath(id, ""))
	w.do("the editor", chromedp.WaitVisible(`form[data-ready] .ProseMirror`))
}

func eval[T any](w *window, js string) T {
	w.t.Helper()
	v, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](js))
	must(w.t, err)
	return v
}

// until waits for a condition of the page.
func (w *window) until(what, js string) {
	w.t.Helper()
	for end := time.Now().Add(15 * time.Second); !eval[bool](w, js); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			w.t.Fatalf("%s did not come: status %q, trouble %q, %v", what, eval[string](w, `document.getElementById("status")?.textContent ?? ""`), eval[string](w, `document.getElementById("trouble")?.textContent ?? ""`), w.said())
		}
	}
}

// press presses a button where it is, also while what is written moves it.
func (w *window) press(selector string) {
	w.t.Helper()
	w.until("the button "+selector, fmt.Sprintf(`!!document.querySelector(%q)`, selector))
	eval[bool](w, fmt.Sprintf(`(document.querySelector(%q).click(), true)`, selector))
}

// keys types into the text; a line end is the Enter key.
func (w *window) keys(text string) {
	w.t.Helper()
	for _, r := range text {
		p := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Text: string(r), Key: string(r)}
		if r == '\r' {
			p.Key, p.Code, p.WindowsVirtualKeyCode = "Enter", "Enter", 13
		}
		_, err := chromedp.Call(w.ctx, input.DispatchKeyEvent, p)
		must(w.t, err)
		_, err = chromedp.Call(w.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: p.Key, Code: p.Code, WindowsVirtualKeyCode: p.WindowsVirtualKeyCode})
		must(w.t, err)
	}
}

// made makes an article with a text.
func (f *fixture) made(t testing.TB, language, title, body string, state article.State) store.Card {
	t.Helper()
	doc, _, err := article.Parse(body)
	must(t, err)
	tag := languageTag(language)
	it := &store.Item{Article: article.Article{Language: language, Script: tag.Script, Slug: article.Slug(title), State: state}, Revision: article.NewRevision(title, "", doc, "test", time.Now()), AnySlug: true}
	if state.Public() {
		it.Article.Published = time.Now()
	}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }))
	return it.Card()
}

func (f *fixture) newest(t testing.TB, id int64) article.Revision {
	t.Helper()
	c, err := f.store.ArticleByID(t.Context(), id)
	must(t, err)
	r, err := f.store.Revision(t.Context(), c.Revision)
	must(t, err)
	return r
}

// What is loaded into the editor and saved unchanged is the same, byte for
// byte: every case of the canonical tree, and more.
func TestEditorKeepsEveryByte(t *testing.T) {
	f := newFixture(t)
	w := f.window(t, testkit.User(t, f.store, "editor", people.Editor))
	data, err := os.ReadFile("../article/cases/html.txt")
	must(t, err)
	signs := strings.NewReplacer("⏎", "\n", "⇥", "\t", "⍽", "\u00a0")
	bodies := []string{
		`<p><em>a <strong>b</strong></em> <strong><em>c</em> d</strong> <a href="/en/x"><em>e</em></a> <em><a href="/en/x">f</a></em></p>`,
		`<p><q>a <q>b</q></q> x<sup>2<sup>3</sup></sup> <span lang="kk">қазақ <span lang="ru">и русский</span></span></p>`,
		"<p>no\u00a0break \u202babc\u202c soft\u00adhyphen zero\u200bwidth &lt;b&gt; &amp;amp; fr om selected</p>",
		`<blockquote cite="https://example.org/"><p>words</p><footer>Alia Sample, <em>head</em></footer></blockquote>`,
		`<table lang="ru" dir="ltr"><caption>a <em>caption</em></caption><thead><tr><th scope="col">h</th><th colspan="2">i</th></tr></thead><tbody><tr><td rowspan="2">a</td><td>b<ul><li>c</li></ul></td><td></td></tr><tr><td><p>d</p><p>e</p></td><td>f<br>g</td></tr></tbody><tfoot><tr><td colspan="3" lang="kk">f</td></tr></tfoot></table>`,
		`<figure><a href="/en/big"><img src="/media/a.jpg" alt="two &#34;people&#34;" width="640" height="480"></a><img src="/media/b.jpg" alt=""><figcaption>words <small class="credit">A. Sample</small></figcaption></figure>`,
		`<ol start="3"><li>a<ol><li>b</li></ol></li><li><p lang="kk">c</p><p>d</p></li><li><h3>e</h3></li></ol>` + "\n" + `<p dir="rtl" lang="kk-Arab">قازاق</p>`,
	}
	for line := range strings.Lines(string(data)) {
		if out, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "> "); ok && out != "" {
			bodies = append(bodies, signs.Replace(out))
		}
	}
	for _, body := range bodies {
		c := f.made(t, "en", "Sample", body, article.Draft)
		before := f.newest(t, c.ID)
		w.edit(c.ID)
		w.press(`.save button`)
		w.until("the answer", `/revision/.test(document.getElementById("status").textContent)`)
		if after := f.newest(t, c.ID); after.Hash != before.Hash || after.Number != 1 {
			t.Errorf("saved unchanged\n got %s\nwant %s", after.Body, before.Body)
		}
	}
	t.Logf("%d texts", len(bodies))
	for _, s := range w.said() {
		if !strings.Contains(s, "/media/") && !strings.Contains(s, "404") && !strings.Contains(s, "ERR_") && !strings.Contains(s, "img-src") {
			t.Error("the browser complains:", s)
		}
	}
}

// Writing as a person does it: keys, tools, paste, undo over a save, and what
// the server has of it.
func TestWritingByHand(t *testing.T) {
	f := newFixture(t)
	u := testkit.User(t, f.store, "editor", people.Editor)
	w := f.window(t, u)
	c := f.made(t, "en", "A sample", `<p>First words.</p>`, article.Draft)
	w.edit(c.ID)
	key := w.keys
	caret := `(() => { const p = document.querySelector(".ProseMirror"); p.focus(); getSelection().selectAllChildren(p.lastElementChild ?? p); getSelection().collapseToEnd(); return true })()`
	eval[bool](w, caret)
	key(" It's selected FROM users; -- <b>")
	w.until("a draft at the server", `document.getElementById("status").textContent === "Kept"`)
	drafts, err := f.store.Drafts(t.Context(), c.ID)
	must(t, err)
	if len(drafts) != 1 || drafts[0].Body != "<p>First words. It's selected FROM users; -- &lt;b&gt;</p>" || drafts[0].Base != 1 {
		t.Fatalf("drafts: %+v", drafts)
	}
	if eval[int](w, `localStorage.length`) != 0 {
		t.Error("the browser keeps what the server has acknowledged")
	}
	w.press(`.save button`)
	w.until("a revision", `document.getElementById("status").textContent.includes("revision 2")`)
	if r := f.newest(t, c.ID); r.Number != 2 || r.Body != drafts[0].Body {
		t.Errorf("revision %d: %s", r.Number, r.Body)
	}
	// Undo reaches behind the save.
	w.do("undo", chromedp.Click(`[data-do="undo"]`))
	w.until("the old words", `document.querySelector(".ProseMirror").textContent === "First words."`)
	w.do("redo", chromedp.Click(`[data-do="redo"]`))

	// A list, a quotation with its speaker, a heading, bold.
	eval[bool](w, caret)
	key("\rPoint")
	w.do("list", chromedp.Click(`[data-do="bullets"]`))
	key("\rSecond\r\r")
	key("We open three crossings.")
	w.do("quote", chromedp.Click(`[data-do="quote"]`))
	key("\r")
	w.do("speaker", chromedp.Click(`[data-do="speaker"]`))
	key("Alia Sample\r")
	key("Under it")
	w.press(`.save button`)
	w.until("a revision", `document.getElementById("status").textContent.includes("revision 3")`)
	want := drafts[0].Body + "\n<ul><li>Point</li><li>Second</li></ul>\n<blockquote><p>We open three crossings.</p><footer>Alia Sample</footer></blockquote>\n<p>Under it</p>"
	if r := f.newest(t, c.ID); r.Body != want {
		t.Errorf("written by hand\n got %s\nwant %s", r.Body, want)
	}

	// Paste from a word processor: its words, none of its dress.
	eval[bool](w, `document.execCommand("selectAll")`)
	time.Sleep(200 * time.Millisecond) // the editor learns of it by an event
	eval[bool](w, `(() => { const p = document.querySelector(".ProseMirror"); const d = new DataTransfer();
		d.setData("text/html", '<html><head><style>p{color:red}</style></head><body><!--StartFragment--><p class="MsoNormal" style="margin:0"><b style="mso-bidi-font-weight:normal"><span style="color:red">Пәрмен</span></b><o:p></o:p> fr om&nbsp;the “web”</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>  </span></span>one</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>two</p><table><tr><td>a</td><td>b</td></tr></table><!--EndFragment--></body></html>');
		p.dispatchEvent(new ClipboardEvent("paste", {clipboardData: d, bubbles: true, cancelable: true})); return true })()`)
	w.press(`.save button`)
	w.until("a revision", `document.getElementById("status").textContent.includes("revision 4")`)
	want = "<p><strong>Пәрмен</strong> fr om\u00a0the “web”</p>\n<ul><li>one</li><li>two</li></ul>\n<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
	if r := f.newest(t, c.ID); r.Body != want {
		t.Errorf("pasted\n got %s\nwant %s", r.Body, want)
	}
	for _, s := range w.said() {
		t.Error("the browser complains:", s)
	}
}
