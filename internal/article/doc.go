// Package article holds what an institution publishes: the article, its
// immutable revisions, the canonical tree of a text, the plain text that is
// read, and the way back from a span of that plain text to the tree.
//
//	doc, report, err := article.Parse(`<p>The <b>protocol</b> was signed.</p>`)
//	doc.HTML()         // <p>The <strong>protocol</strong> was signed.</p>
//	doc.Plain().Text   // The protocol was signed.
//	doc.Marked([]article.Mark{{ID: "s1", Span: value.Span{Start: 4, End: 12}}})
//
// The law of this room: no author's word is altered. A tag may be dropped and
// is then reported; runs of ASCII white space become one space, as a browser
// shows them; every other character of the text stays what it was.
//
// It leaves storing to store, fetching and guessing encodings to intake, and
// what a text says to reader and record. It has no clock: times are passed in.
package article
