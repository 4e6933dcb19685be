package main

import (
	"context"
	"fmt"
	"iter"
	"os"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/site"
	"shanyraq/internal/static"
	"shanyraq/internal/store"
)

// brokenShown is how many broken links are named.
const brokenShown = 20

// site writes the public site into a folder.
func (c *exportCmd) site(ctx context.Context, st *store.Store) error {
	if c.Out == "" {
		return fault.New(fault.Invalid, "no folder is named for the site").Hint("name one with --out")
	}
	if c.Origin == "" {
		return fault.New(fault.Invalid, "feeds and the sitemap need the site's whole address").Hint("give it with --origin, as https://news.example.org")
	}
	origin := strings.TrimSuffix(c.Origin, "/")
	s, err := site.New(site.Config{Store: st, Origin: origin, Static: true})
	if err != nil {
		return err
	}
	report, err := static.Write(ctx, s, c.Out, static.Options{Origin: origin, Start: site.Starts(), Redirects: redirectsOf(ctx, st)})
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d pages, %d other files, %d redirects, %.1f MB\n", c.Out, report.Pages, report.Files, report.Redirects, float64(report.Bytes)/1e6)
	if len(report.Broken) == 0 {
		return nil
	}
	for _, b := range report.Broken[:min(len(report.Broken), brokenShown)] {
		fmt.Fprintf(os.Stderr, "%s links to %s, which answers %d\n", b.On, b.Address, b.Status)
	}
	if more := len(report.Broken) - brokenShown; more > 0 {
		fmt.Fprintf(os.Stderr, "and %d more\n", more)
	}
	return errPartly
}

// redirectsOf gives the redirects of a site as the export takes them.
func redirectsOf(ctx context.Context, st *store.Store) iter.Seq2[static.Redirect, error] {
	return func(yield func(static.Redirect, error) bool) {
		for r, err := range st.EachRedirect(ctx) {
			if !yield(static.Redirect{From: r.Path, To: r.Target}, err) {
				return
			}
		}
	}
}
