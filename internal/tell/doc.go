// Package tell asks other machines over HTTP on our own account: it sends
// webhooks, tells hubs, and asks subscribers. Beside intake, which reads, it is
// the only room that does.
//
//	s := tell.New(guard, "https://news.example.org")
//	outcome := s.Post(ctx, "https://example.org/hook", header, body)
//
// Whoever is asked may be hostile, and who named the address may want to reach
// the network that we stand in. So every connection is checked when it is
// made, by the number that it really goes to (a name that leads elsewhere a
// moment later gains nothing); no redirect is followed; no proxy of the
// environment is used, because then the proxy would choose; the time, the
// header and the body of an answer are bounded.
//
// What is sent, when and to whom is decided in hooks and jobs.
package tell
