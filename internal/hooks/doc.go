// Package hooks decides all about telling other machines that what the public
// sees of an article has changed: what there is to tell (Event), to whom
// (Endpoint), how it is signed (Standard Webhooks 1.0.0), when it is tried
// again (Wait), which network addresses may be asked (Guard), and what a
// subscriber may ask of our WebSub hub (ParseRequest).
//
//	secret := hooks.NewSecret()
//	body := hooks.Body(event, "https://news.example.org")
//	for name, value := range hooks.Headers(event.Name(), now, body, secret) { … }
//
// It is pure: it asks nobody and keeps nothing. tell sends, store keeps, jobs
// decides the moment, the desk shows.
//
// # For who receives a webhook
//
// The body is JSON: {"type", "timestamp", "data"}. type is one of Kinds;
// timestamp is when the change was made. data has id (of the article), group
// (its translations have the same), language, section, state, revision (its
// number), address, title (not of what was withdrawn), and was, the address
// before, of article.moved. The text itself is not sent: ask the address, or
// the same with ".ninjs.json" behind it.
//
// Check webhook-signature as Standard Webhooks says, over the bytes as they
// came. The same webhook-id may come twice, and an older change after a newer
// one: compare revision. Answer 2xx within 15 seconds; 410 ends it for good.
package hooks
