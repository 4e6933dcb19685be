// Package export writes the record in forms that other programs take: each
// format is one file here and one name of `shanyraq export --format`.
//
//	n, err := export.Write(ctx, store, "ftm", w, export.Options{Origin: "https://example.org"})
//
// What the format "record" wrote, Load takes into an empty database again.
//
// A format streams: it goes through the store page by page and keeps in
// memory what one article or one page of entities needs. The same record
// gives the same bytes. Lists of a few rows on the site's pages are the
// business of package site, which takes the calendar from here.
package export
