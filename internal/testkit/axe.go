package testkit

import (
	"context"
	_ "embed"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

//go:embed testdata/axe.min.js
var axe string

// Look is a way in which pages are looked at.
type Look struct {
	Scheme string // "light" or "dark"
	Width  int64  // of the screen, in CSS pixels
	Tags   []string
}

// violation is what axe found.
type violation struct{ ID, Help, Nodes string }

// axeRun asks for everything of WCAG 2.2 A and AA, and axe's best practices.
const axeRun = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
	r.violations.map(v => ({ID: v.id, Help: v.help, Nodes: v.nodes.map(n => n.html + " " + n.failureSummary).join("\n").slice(0, 1500)})))`

// Accessible opens every page in every look, runs axe over it, and fails for
// what axe finds, for a page wider than its screen, and for what the browser
// complains of. address gives the whole address of a page in a tag.
func Accessible(t *testing.T, looks []Look, pages []string, address func(tag, page string) string) {
	ctx := Browser(t)
	said := Complaints(t, ctx)
	if _, err := chromedp.Call(ctx, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true}); err != nil { // axe is put into the page
		t.Fatal(err)
	}
	for _, look := range looks {
		Scheme(t, ctx, look.Scheme)
		for _, tag := range look.Tags {
			for _, name := range pages {
				at := address(tag, name)
				if err := chromedp.Do(ctx, chromedp.EmulateViewport(look.Width, 900), chromedp.Navigate(at)); err != nil {
					t.Fatal(err)
				}
				if _, err := chromedp.Run(ctx, chromedp.Evaluate[chromedp.Void](axe+";undefined")); err != nil {
					t.Fatal(err)
				}
				found, err := chromedp.Run(ctx, chromedp.Evaluate[[]violation](axeRun, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatal(err)
				}
				wide, err := chromedp.Run(ctx, chromedp.Evaluate[int64](`document.documentElement.scrollWidth`))
				if err != nil {
					t.Fatal(err)
				}
				for _, v := range found {
					t.Errorf("%s (%s, %d): %s: %s\n%s", at, look.Scheme, look.Width, v.ID, v.Help, v.Nodes)
				}
				if wide > look.Width {
					t.Errorf("%s is %d wide on a screen of %d", at, wide, look.Width)
				}
			}
		}
	}
	if all := said(); len(all) > 0 {
		t.Errorf("the browser complains:\n%s", strings.Join(all, "\n"))
	}
}

// Scheme shows pages as to somebody who prefers light or dark, and no motion.
func Scheme(t testing.TB, ctx context.Context, name string) {
	t.Helper()
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
	if err != nil {
		t.Fatal(err)
	}
}
