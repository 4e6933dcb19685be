package site

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"shanyraq/internal/testkit"
)

// TestWalk goes the way a reader goes, in three languages: front page,
// article, fact, sentence, entity, register, search.
func TestWalk(t *testing.T) {
	ctx := testkit.Browser(t)
	f := newFixture(t, 1<<20)
	server := httptest.NewServer(f)
	defer server.Close()
	said := testkit.Complaints(t, ctx)
	testkit.Scheme(t, ctx, "light") // and no smooth scrolling under the pointer
	for _, c := range []struct{ tag, query string }{{"en", "protocol"}, {"ru", "протокол"}, {"kk", "хаттама"}} {
		t.Run(c.tag, func(t *testing.T) {
			w := stories[c.tag]
			do := func(what string, steps ...chromedp.Action[chromedp.Void]) {
				t.Helper()
				short, cancel := context.WithTimeout(ctx, 20*time.Second)
				defer cancel()
				if err := chromedp.Do(short, steps...); err != nil {
					t.Fatalf("%s: %v", what, err)
				}
			}
			text := func(selector string) string {
				t.Helper()
				short, cancel := context.WithTimeout(ctx, 20*time.Second)
				defer cancel()
				s, err := chromedp.Run(short, chromedp.TextContent(selector))
				if err != nil {
					t.Fatalf("%s: %v", selector, err)
				}
				return s
			}
			do("front page to article", chromedp.Navigate(server.URL+"/"+c.tag+"/"), chromedp.Click(`//main//a[contains(., "`+w.title+`")]`), chromedp.WaitVisible(`.story`))
			if title := text(`.story h1`); title != w.title {
				t.Errorf("the article's title is %q", title)
			}
			do("fact to sentence", chromedp.Click(`#g1 .n`), chromedp.WaitVisible(`mark.on`))
			if marked := text(`mark.on`); marked != w.first {
				t.Errorf("the fact shows %q", marked)
			}
			do("sentence to facts", chromedp.Click(`//mark[contains(., "`+w.second+`")]`), chromedp.WaitVisible(`#g2.on`))
			if facts := text(`.group.on`); !strings.Contains(facts, w.saidTitle) {
				t.Errorf("the sentence shows the facts %q", facts)
			}
			person := entityNames[2].Name(c.tag)
			do("fact to entity", chromedp.Click(`//aside//a[contains(., "`+person+`")]`), chromedp.WaitVisible(`.life`))
			if name := text(`h1`); name != person {
				t.Errorf("the entity's page is of %q", name)
			}
			do("entity to its sentence", chromedp.Click(`//blockquote//a[contains(., "`+w.second+`")]`), chromedp.WaitVisible(`mark.on`))
			if quote := text(`mark.on`); quote != w.second {
				t.Errorf("the entity leads to %q", quote)
			}
			do("to a register", chromedp.Click(`.bar a[href="/`+c.tag+`/record/"]`), chromedp.WaitVisible(`.registers`), chromedp.Click(`.registers a[href$="/agreements"]`), chromedp.WaitVisible(`.entry`),
				chromedp.SetValue(`#from`, "2011"), chromedp.Click(`.filters button`), chromedp.WaitVisible(`.filters .act a`))
			if words := text(`.entry .words`); !strings.Contains(words, w.instrument) {
				t.Errorf("the register says %q", words)
			}
			do("to search", chromedp.Click(`.bar a[href="/`+c.tag+`/search"]`), chromedp.WaitVisible(`#q`), chromedp.SendKeys(`#q`, c.query+"\r"), chromedp.WaitVisible(`.hits`))
			if hits := text(`.hits`); !strings.Contains(hits, w.title) {
				t.Errorf("search finds %q", hits)
			}
		})
	}
	if all := said(); len(all) > 0 {
		t.Errorf("the browser complains:\n%s", strings.Join(all, "\n"))
	}
}

// TestWithoutScript: the same links show the sentence and the facts by
// :target.
func TestWithoutScript(t *testing.T) {
	ctx := testkit.Browser(t)
	f := newFixture(t, 1<<20)
	server := httptest.NewServer(f)
	defer server.Close()
	script := func(off bool) {
		t.Helper()
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
		must(t, err)
	}
	testkit.Scheme(t, ctx, "light") // and no smooth scrolling under the pointer
	script(true)
	must(t, chromedp.Do(ctx, chromedp.Navigate(server.URL+"/en/border-protocol"), chromedp.Click(`#g1 .n`), chromedp.Click(`a.ref[href="#g2"]`)))
	script(false) // to ask; the page stays as it is
	at, err := chromedp.Run(ctx, chromedp.Location())
	must(t, err)
	if !strings.HasSuffix(at, "#g2") {
		t.Errorf("the link in the text leads to %s", at)
	}
	style := func(el string) string {
		s, err := chromedp.Run(ctx, chromedp.Evaluate[string](`getComputedStyle(document.querySelector('`+el+`')).backgroundColor`))
		must(t, err)
		return s
	}
	background, other := style("#g2"), style("#g1")
	if background == other {
		t.Errorf("the chosen facts look like the others: %s", background)
	}
}

// TestAccessible runs axe over every page: light and dark, phone and desktop,
// left to right and right to left.
func TestAccessible(t *testing.T) {
	book, err := Storybook(false)
	must(t, err)
	server := httptest.NewServer(book)
	defer server.Close()
	var names []string
	for _, s := range samples {
		names = append(names, s.name)
	}
	testkit.Accessible(t, []testkit.Look{{Scheme: "light", Width: 1280, Tags: []string{"en", "kk-Arab", "ru", "kk"}}, {Scheme: "dark", Width: 1280, Tags: []string{"en"}}, {Scheme: "light", Width: 390, Tags: []string{"ru"}}, {Scheme: "dark", Width: 390, Tags: []string{"kk-Arab"}}},
		names, func(tag, name string) string { return server.URL + "/" + tag + "/" + name })
}

// TestScreenshots writes what the pages look like into SHANYRAQ_SHOTS, for
// somebody to look at.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("SHANYRAQ_SHOTS")
	if dir == "" {
		t.Skip("set SHANYRAQ_SHOTS to a folder to see the pages; SHANYRAQ_SITE takes the address of a running site")
	}
	ctx := testkit.Browser(t)
	base := os.Getenv("SHANYRAQ_SITE")
	paths := strings.Fields(os.Getenv("SHANYRAQ_PATHS"))
	if base == "" {
		book, err := Storybook(false)
		must(t, err)
		server := httptest.NewServer(book)
		defer server.Close()
		base = server.URL
	}
	if len(paths) == 0 {
		for _, tag := range []string{"en", "kk", "ru", "kk-Arab"} {
			for _, s := range samples {
				paths = append(paths, "/"+tag+"/"+s.name)
			}
		}
	}
	for _, look := range []string{"light", "dark"} {
		for _, width := range []int64{390, 1280} {
			testkit.Scheme(t, ctx, look)
			for _, path := range paths {
				must(t, chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(base+path), chromedp.Sleep(200*time.Millisecond)))
				png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
				must(t, err)
				name := fmt.Sprintf("%s/%s-%s-%d.png", dir, strings.NewReplacer("/", "_", "?", "_", "#", "_").Replace(strings.Trim(path, "/")), look, width)
				must(t, os.WriteFile(name, png, 0o644))
			}
		}
	}
}
