// Package static writes a whole site as files that any web server serves.
//
//	report, err := static.Write(ctx, handler, "out", static.Options{Origin: "https://news.example.org", Start: []string{"/", "/sitemap.xml"}})
//
// It asks the site's own handler, in this process, for the addresses it is
// given and for every address that the answers link to, so that what is
// written is what a reader sees. How an address becomes a file:
//
//   - a page "/en/story" is en/story/index.html, anything else the file of its
//     name: en/feed.xml;
//   - a page of a list, "/en/section/news?after=17.4", is a file under a path
//     without a question, "/en/section/news~after~17.4", and links to it lead
//     there: servers of files do not look at questions;
//   - an address that leads on is a page that leads on, and a line in
//     _server/redirects.map, which nginx can include;
//   - forms are left out: nobody would answer them.
//
// The folder is made beside its place and put there when it is whole. An
// answer of 500 or more ends the export; a link to nothing is reported.
package static
