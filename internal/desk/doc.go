// Package desk is the editors' door: everything under /desk/. It signs people
// in, and gives them pages to write, review, publish and answer in English,
// Russian and Kazakh.
//
//	d, err := desk.New(desk.Config{Store: st})
//	mux.Handle("/desk/", d)
//
// How it is laid out:
//
//   - routes.go lists every address with the action (people.Action) that it
//     needs; a test walks every route in every role. An address whose action
//     depends on the article at hand is opened by the route to whoever has the
//     action somewhere, and its handler asks q.must(action, scope) again.
//   - A handler is func(a *answer, q *request) error: load, check, change,
//     then q.show a page or q.to another address. Errors become pages in
//     answer.go and nowhere else.
//   - A change is one store.Update, with a line in the audit log
//     (tx.Audit, through q.audit). What the public does not see must not empty
//     the page cache: writing methods of such tables are named in store's list
//     of quiet writes.
//   - A page is a folder under pages/ with its template and style, a struct and
//     a view in pages.go, a sample in samples.go. Wording is in
//     locale/<language>/<subject>.txt, over the wording of the site.
//   - Scripts are files in assets/; nothing stands inline, and no text is ever
//     set as HTML (the content security policy asks for trusted types).
//     Everything works without script but the editor itself.
//
// It decides nothing that a room can decide: permissions are in people, what
// a decision does to the record in store and record, what may be reused in
// rights.
package desk
