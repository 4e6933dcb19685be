package desk

import (
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"

	"shanyraq/internal/testkit"
)

// On a phone no page of the desk is wider than its screen, in any language,
// and every part of the desk is reached from the menu of each.
func TestPhone(t *testing.T) {
	book, err := Storybook(false)
	must(t, err)
	server := httptest.NewServer(book)
	defer server.Close()
	ctx := testkit.Browser(t)
	must(t, chromedp.Do(ctx, chromedp.EmulateViewport(360, 740)))
	names, languages := SampleNames()
	for _, language := range languages {
		for _, name := range names {
			must(t, chromedp.Do(ctx, chromedp.Navigate(server.URL+Prefix+language.Name+"/"+name)))
			wide, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`(() => { const w = document.documentElement.scrollWidth; return w <= 360 ? [] :
				[w + " wide", ...[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > 361 || e.getBoundingClientRect().left < -1).slice(0, 4).map(e => e.outerHTML.slice(0, 120))] })()`))
			must(t, err)
			if len(wide) > 0 {
				t.Errorf("%s in %s: %q", name, language.Name, wide)
			}
			parts, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`(() => { const b = document.querySelector(".desk-menu"); if (!b) return ["none"];
				const before = document.querySelector(".desk-nav a").checkVisibility(); b.click();
				const r = e => e.getBoundingClientRect();
				const bad = [...document.querySelectorAll(".desk-nav a")].filter(a => !a.checkVisibility() || r(a).left < 0 || r(a).right > 360 || r(a).height < 40 || a.scrollWidth > a.clientWidth).map(a => a.textContent);
				return before ? ["open before it is asked for"] : bad })()`))
			must(t, err)
			if signedOut := len(parts) == 1 && parts[0] == "none"; signedOut && name != "desk-sign-in" && name != "desk-enter" && name != "desk-code" && name != "desk-enrol" || !signedOut && len(parts) > 0 {
				t.Errorf("%s in %s: out of reach in the menu: %q", name, language.Name, parts)
			}
		}
	}
}
