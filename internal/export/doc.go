// Package export writes the record in forms that other programs take: each
// format is one file here and one name of `shanyraq export --format`.
//
//	n, err := export.Write(ctx, store, "ftm", w, export.Options{Origin: "https://example.org"})
//
// What the format "record" wrote, Load takes into an empty database again.
//
// A format streams: it goes through the store page by page and keeps in
// memory what one article or one page of entities needs. The same record
// gives the same bytes.
//
// Each form that others have standardized is held to their text by a test that
// fails when we leave it, and that is shown to fail:
//
//   - annotations: Web Annotation Data Model, W3C Recommendation of 2017-02-23,
//     the "must" of sections 3 to 5, as the working group's tests in
//     w3c/web-annotation-tests have it (annorules_test.go). On 2026-11-28 ten
//     collections of the demo with 178 annotations passed the twelve MUST
//     assertions of that suite and those of collections and pages, read with
//     the context that an annotation inside a collection inherits; the schemas
//     state no licence and are not kept here;
//   - prov: PROV-O, domain and range of each property, and PROV-CONSTRAINTS 41, 42
//     and 47, W3C Recommendations of 2013-04-30 (standards_test.go);
//   - series: Metadata Vocabulary for Tabular Data and Model for Tabular Data, W3C
//     Recommendations of 2015-12-17 (csvw_test.go);
//   - ftm: the model of opensanctions/followthemoney as read on 2026-11-28:
//     schemata, properties, types, what is required, where references lead
//     (standards_test.go);
//   - plover: PLOVER_MANUAL.tex of openeventdata/PLOVER, 6b85b9a: categories,
//     modes, contexts, codes of actors and sectors, names of fields
//     (standards_test.go);
//   - ics: RFC 5545 (calendar_test.go).
//
// The descriptions of pages, JSON-LD in schema.org's words, are held to them in
// package site (vocabulary_test.go); its context and those here are named, and
// nobody who writes or checks them has to fetch one.
//
// Lists of a few rows on the site's pages are the
// business of package site, which takes the calendar from here.
package export
