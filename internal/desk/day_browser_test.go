package desk

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

// caretAtEnd sets the cursor behind the last word of the editor.
const caretAtEnd = `(() => { const p = document.querySelector(".ProseMirror"); p.focus(); getSelection().selectAllChildren(p.lastElementChild ?? p); getSelection().collapseToEnd(); return true })()`

// saved presses the button and waits for the revision.
func (w *window) saved(number string) {
	w.t.Helper()
	w.press(`.save button`)
	w.until("revision "+number, `document.getElementById("status").textContent.includes("revision `+number+`")`)
}

// offline cuts the browser off the network, or joins it again.
func (w *window) offline(off bool) {
	w.t.Helper()
	state := network.OverrideNetworkStateParams{Offline: off, Latency: 0, DownloadThroughput: -1, UploadThroughput: -1}
	_, err := chromedp.Call(w.ctx, network.OverrideNetworkState, state)
	must(w.t, err)
	rules := []*network.Conditions{}
	if off {
		rules = append(rules, &network.Conditions{Offline: true, DownloadThroughput: -1, UploadThroughput: -1})
	}
	_, err = chromedp.Call(w.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: rules})
	if err != nil { // an older Chromium (148) takes one condition for all
		_, err = chromedp.Call(w.ctx, cdp.Command[network.OverrideNetworkStateParams, cdp.Empty]{Method: "Network.emulateNetworkConditions"}, state)
	}
	must(w.t, err)
}

// A day of writing in one browser: a picture dropped in, the network gone
// and back, a link by @, a table, a text out of Word.
func TestADayOfWriting(t *testing.T) {
	f := newFixture(t)
	u := testkit.User(t, f.store, "editor", people.Editor)
	alia := record.Entity{Kind: read.Person, Rank: record.Accepted, Names: []record.Name{{Text: "Alia Sample", Language: "en", Script: "Latn"}}}
	named := f.made(t, "en", "Named", `<p>Alia Sample spoke.</p>`, article.Published)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.SaveEntity(&alia, []string{"alia sample"}); err != nil {
			return err
		}
		rev := f.newest(t, named.ID)
		return tx.SaveReading(&store.Reading{Article: named, Hash: rev.Hash, Version: "test", Language: "en", Mentions: []store.Mention{{Entity: alia.ID, Spans: []value.Span{{Start: 0, End: 11}}}}})
	}))
	w := f.window(t, u)

	t.Run("picture", func(t *testing.T) {
		w.t = t
		c := f.made(t, "en", "With a picture", `<p>Words.</p>`, article.Draft)
		w.edit(c.ID)
		eval[bool](w, caretAtEnd)
		_, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](`(async () => { const c = document.createElement("canvas"); c.width = 700; c.height = 400; c.getContext("2d").fillRect(0, 0, 300, 200);
			const d = new DataTransfer(); d.items.add(new File([await new Promise(r => c.toBlob(r, "image/jpeg"))], "hall.jpg", {type: "image/jpeg"}));
			const p = document.querySelector(".ProseMirror"), r = p.getBoundingClientRect();
			p.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true, clientX: r.left + 20, clientY: r.top + 10})); return true })()`, chromedp.EvalAwaitPromise))
		must(t, err)
		w.until("the picture", `!!document.querySelector('.ProseMirror .sight img[src^="/media/"]')`)
		w.until("the mark of what stays in sight", `document.querySelector(".ProseMirror .focus").hidden === false`)
		w.do("words for the picture", chromedp.SendKeys(`.ProseMirror .alt input`, `A hall with "red" chairs`))
		eval[bool](w, `document.querySelector(".ProseMirror .focus").focus(), true`)
		for range 4 {
			must(t, chromedp.Do(w.ctx, chromedp.KeyEvent(kb.ArrowRight))) // to the right
		}
		w.until("the place said in words", `document.querySelector(".ProseMirror .focus").getAttribute("aria-label").includes("70 % from the left, 50 %")`)
		eval[bool](w, `(() => { const c = document.querySelector(".ProseMirror figcaption"); getSelection().selectAllChildren(c); getSelection().collapseToEnd(); document.querySelector(".ProseMirror").focus(); return true })()`)
		time.Sleep(200 * time.Millisecond) // the editor learns of the place by an event
		w.keys("The hall.")
		w.do("credit", chromedp.Click(`[data-do="credit"]`))
		w.keys(" A. Sample")
		w.saved("2")
		list, err := f.store.Media(t.Context(), 1)
		must(t, err)
		if len(list) != 1 || list[0].Width != 700 || list[0].Name != "hall.jpg" {
			t.Fatalf("kept: %+v", list)
		}
		want := "<p>Words.</p>\n" + `<figure><img src="/media/` + list[0].Hash + `/700.jpg" alt="A hall with &#34;red&#34; chairs" width="700" height="400"><figcaption>The hall.<small class="credit"> A. Sample</small></figcaption></figure>`
		if r := f.newest(t, c.ID); r.Body != want {
			t.Errorf("with a picture\n got %s\nwant %s", r.Body, want)
		}
		for end := time.Now().Add(5 * time.Second); ; time.Sleep(50 * time.Millisecond) {
			if m, err := f.store.Medium(t.Context(), list[0].Hash); err == nil && m.FocusX == 70 && m.FocusY == 50 {
				break
			} else if time.Now().After(end) {
				t.Fatalf("in sight: %d, %d, %v", m.FocusX, m.FocusY, err)
			}
		}
	})

	t.Run("network", func(t *testing.T) {
		w.t = t
		c := f.made(t, "en", "Without a network", `<p>Before.</p>`, article.Draft)
		w.edit(c.ID)
		w.offline(true)
		defer w.offline(false)
		eval[bool](w, caretAtEnd)
		w.keys(" Typed on a train.")
		w.until("the word that nobody answers", `document.getElementById("trouble").textContent.startsWith("No connection")`)
		if !eval[bool](w, `Object.values(localStorage).some(v => v.includes("Typed on a train."))`) {
			t.Error("the browser does not keep what is typed")
		}
		if list, err := f.store.Drafts(t.Context(), c.ID); err != nil || len(list) != 0 {
			t.Fatalf("the network was not gone: %+v %v", list, err)
		}
		w.offline(false)
		eval[bool](w, `dispatchEvent(new Event("online")), true`) // as the browser does once a cable is in again
		w.until("the draft at the server", `document.getElementById("status").textContent === "Kept" && document.getElementById("trouble").hidden`)
		list, err := f.store.Drafts(t.Context(), c.ID)
		must(t, err)
		if len(list) != 1 || list[0].Body != "<p>Before. Typed on a train.</p>" {
			t.Errorf("drafts: %+v", list)
		}
	})

	t.Run("link by @", func(t *testing.T) {
		w.t = t
		c := f.made(t, "en", "With a link", `<p>It was said by</p>`, article.Draft)
		w.edit(c.ID)
		eval[bool](w, caretAtEnd)
		w.keys(" @Ali")
		w.until("the list", `[...document.querySelectorAll("#at-list [role=option]")].some(o => o.textContent.includes("Alia Sample"))`)
		w.keys("\r")
		w.keys(", who")
		w.saved("2")
		want := `<p>It was said by <a href="/en/record/people/` + number(alia.ID) + `">Alia Sample</a>, who</p>`
		if r := f.newest(t, c.ID); r.Body != want {
			t.Errorf("with a link\n got %s\nwant %s", r.Body, want)
		}
	})

	t.Run("table", func(t *testing.T) {
		w.t = t
		c := f.made(t, "en", "With a table", `<p>Figures:</p>`, article.Draft)
		w.edit(c.ID)
		eval[bool](w, caretAtEnd)
		w.do("table", chromedp.Click(`[data-do="table"]`))
		w.keys("Crossings\r") // the caption, then on into the first cell
		for i, cell := range []string{"Year", "People", "Source", "2016", "3,600", "count"} {
			if i > 0 {
				must(t, chromedp.Do(w.ctx, chromedp.KeyEvent("\t")))
			}
			w.keys(cell)
		}
		if got := eval[string](w, `JSON.stringify([document.querySelector(".in-table").hidden, document.querySelector(".ProseMirror").innerText, document.activeElement.className])`); strings.HasPrefix(got, "[true") {
			t.Fatalf("the tools of tables are not there: %s", got)
		}
		w.do("a row more", chromedp.Click(`[data-do="row"]`))
		w.saved("2")
		r := f.newest(t, c.ID)
		for _, want := range []string{"<p>Figures:</p>\n<table><caption>Crossings</caption>", "<th>Year</th><th>People</th><th>Source</th>", "<td>2016</td><td>3,600</td><td>count</td>", strings.Repeat("<tr><td></td><td></td><td></td></tr>", 2)} {
			if !strings.Contains(r.Body, want) {
				t.Errorf("the table lacks %s: %s", want, r.Body)
			}
		}
	})

	t.Run("out of Word", func(t *testing.T) {
		w.t = t
		c := f.made(t, "kk", "Word-тан", `<p>бос</p>`, article.Draft)
		w.edit(c.ID)
		eval[bool](w, caretAtEnd)
		eval[bool](w, `document.execCommand("selectAll")`)
		time.Sleep(300 * time.Millisecond)
		_, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](`(() => { const d = new DataTransfer(); d.setData("text/html", `+"`"+fromWord+"`"+`); d.setData("text/plain", "plain");
			document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste", {clipboardData: d, bubbles: true, cancelable: true})); return true })()`))
		must(t, err)
		w.saved("2")
		want := strings.Join([]string{
			"<h2>Хабарлама: «SELECT» тобы from Астана</h2>",
			"<p>Қазақстан халқы Ассамблеясының <strong>XXXIV</strong> сессиясы <em>2025 жылғы</em> сәуірде өтеді – <a href=\"https://example.org/a?b=1&amp;c=2\">толығырақ</a>.</p>",
			"<ol><li>бірінші</li><li>екінші <strong>қалың</strong></li></ol>",
			"<table><tbody><tr><td>Жыл</td><td>Адам</td></tr><tr><td>2016</td><td>3\u00a0600</td></tr></tbody></table>",
		}, "\n")
		if r := f.newest(t, c.ID); r.Body != want {
			t.Errorf("out of Word\n got %s\nwant %s", r.Body, want)
		}
	})
}

// fromWord is what Word puts on the clipboard, shortened: its namespaces,
// conditional comments, styles, marks of lists and paragraphs of its own.
const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:TrackMoves/></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;} p.MsoNormal {margin-bottom:8.0pt; mso-pagination:widow-orphan;} --></style></head>
<body lang=KK style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->
<h1 style='margin-top:12.0pt'><span lang=KK style='mso-ansi-language:KK'>Хабарлама: «SELECT» тобы from Астана<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><span lang=KK style='font-size:14.0pt;font-family:"Times New Roman",serif'>Қазақстан халқы Ассамблеясының <b style='mso-bidi-font-weight:normal'>XXXIV</b> сессиясы <i>2025 жылғы</i> сәуірде өтеді – <a href="https://example.org/a?b=1&amp;c=2">толығырақ</a>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span lang=KK>бірінші<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span lang=KK>екінші <b>қалың</b><o:p></o:p></span></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=312 valign=top style='width:233.6pt'><p class=MsoNormal><span lang=KK>Жыл<o:p></o:p></span></p></td><td><p class=MsoNormal>Адам<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>2016<o:p></o:p></p></td><td><p class=MsoNormal>3&nbsp;600<o:p></o:p></p></td></tr></table>
<!--EndFragment--></body></html>`

// Two people publish at once, and a tab was left open for a week: nobody's
// words are lost, and each is told.
func TestTwoAtOnce(t *testing.T) {
	f := newFixture(t)
	f.store.Now = time.Now
	a, b := f.client(t, testkit.User(t, f.store, "one", people.Editor)), f.client(t, testkit.User(t, f.store, "two", people.Editor))
	c := f.made(t, "en", "At once", `<p>The same.</p>`, article.Draft)
	results := make(chan string, 2)
	for _, who := range []*client{a, b} {
		go func() {
			_, to, _ := who.post(articlePath(c.ID, "state"), url.Values{"to": {"published"}, "number": {"1"}})
			results <- to
		}()
	}
	first, second := <-results, <-results
	if both := first + second; !strings.Contains(both, "said=state-published") || !strings.Contains(both, "said=state-already") {
		t.Errorf("two publish at once: %s, %s", first, second)
	}

	// A tab of last week, in a browser: written on and saved after others have
	// saved five times.
	w := f.window(t, testkit.User(t, f.store, "three", people.Editor))
	old := f.made(t, "en", "Last week", `<p>First.</p>`+"\n"+`<p>Second.</p>`, article.Draft)
	w.edit(old.ID)
	for i := range 5 {
		form := url.Values{"base": {itoa(i + 1)}, "pen": {newPen()}, "title": {"Last week"}, "body": {`<p>First, changed ` + itoa(i) + ` times.</p><p>Second.</p>`}}
		a.want(303, "POST", articlePath(old.ID, ""), form)
	}
	eval[bool](w, caretAtEnd)
	w.keys(" Mine.")
	w.press(`.save button`)
	w.until("both texts", `location.pathname.endsWith("/merge")`)
	w.do("join", chromedp.Click(`form[action$="/merge"] button`))
	w.until("the joined text", `!!document.querySelector("form[data-ready]")`)
	if n := eval[string](w, `document.querySelector(".ProseMirror").innerText`); !strings.Contains(n, "First, changed 4 times.") || !strings.Contains(n, "Second. Mine.") {
		t.Errorf("joined: %q", n)
	}
}

// The form of a word in another script is set where the text stands beside it,
// and the source of a translation beside the translation.
func TestBesideTheText(t *testing.T) {
	f := newFixture(t)
	w := f.window(t, testkit.User(t, f.store, "editor", people.Editor))
	c := f.made(t, "kk", "Жаңа Өзен", `<p>Өзенде жиын өтті.</p>`, article.Published)
	w.open(articlePath(c.ID, "script/kk-Latn"))
	before := eval[string](w, `document.querySelector(".pair:last-child p:last-child").textContent`)
	w.do("form", chromedp.SendKeys("#word", "Өзен*"), chromedp.SendKeys("#form", "Uzen"), chromedp.Click(`form.choose button`))
	w.until("the form", `document.querySelectorAll(".forms li").length === 1`)
	if after := eval[string](w, `document.querySelector(".pair:last-child p:last-child").textContent`); after == before || !strings.HasPrefix(after, "Uzen") {
		t.Errorf("before %q, after %q", before, after)
	}
	// A translation begins beside its source.
	w.open(articlePath(c.ID, "translations"))
	w.do("begin", chromedp.Click(`form[action$="/translate"] button`))
	w.until("the translation", `!!document.querySelector("form[data-ready]") && !!document.querySelector(".beside")`)
	if side := eval[string](w, `document.querySelector(".beside").innerText`); !strings.Contains(side, "Өзенде жиын өтті.") {
		t.Errorf("beside the translation: %q", side)
	}
	if got := eval[bool](w, `(() => { const a = document.querySelector(".beside").getBoundingClientRect(), b = document.getElementById("rich").getBoundingClientRect(); return a.left >= b.right && a.top < b.bottom })()`); !got && eval[int](w, `innerWidth`) > 1000 {
		t.Error("the source does not stand beside the text")
	}
}
