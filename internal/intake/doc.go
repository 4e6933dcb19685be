// Package intake turns an institution's existing news into items ready to be
// saved: saved web pages and folders of them, addresses, RSS and Atom feeds,
// WordPress exports, Markdown with front matter and JSON Lines. It is the only
// room that fetches over HTTP.
//
// A source is cut into units (a file, a line, an element of an export) one
// after the other, in constant memory; units are parsed in parallel; items
// come out in the order of the source:
//
//	for got := range intake.Read(ctx, []string{"export.xml", "https://example.org/feed"}, intake.Options{}) {
//		if got.Err != nil {
//			fmt.Fprintln(os.Stderr, got.Err) // one input that could not be read; the rest follows
//			continue
//		}
//		save(got.Item)
//	}
//
// No importer alters an author's words. Where a source holds damage done by
// another system ("fr om", "Ð¿Ñ€", "&amp;amp;"), the item lists it with the
// proposed repair, and the text stays as it came unless Options.Repair is set.
//
// What is left to others: the canonical HTML tree (article), revisions,
// duplicates and redirects (store), what the text says (reader).
package intake
