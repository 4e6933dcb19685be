// Package audience counts how often articles are read, without cookies and
// without keeping anything of a person.
//
//	c := audience.NewCounter()
//	c.Answered(12, "kk-Latn", r, now)
//	batch := c.Take(now)   // every few seconds: what was counted since
//	c.Return(batch)        // where it could not be saved: nothing is lost
//
// What a view is, and the pages say so to readers: an article's text was
// answered to a browser, at most once for one visitor and article in half an
// hour. Not counted are programs that name themselves as crawlers (a kept
// list, bots.txt), requests that name no language as browsers always do,
// pages fetched ahead of a click, and visitors who open more articles in half
// an hour than people do (Fastest).
//
// A visitor is a number: a hash of the network address and the browser's name
// with a secret that is drawn anew every day, kept in memory only and
// forgotten. It is never stored, so nobody can be followed from one day to
// the next, nor looked up afterwards.
//
// Counting costs a page some hundred nanoseconds and no write. What was
// counted since the last Take is lost with the process, and nothing else.
package audience
