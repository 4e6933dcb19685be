// Package subscribe says who gets the news by letter: subscribers, what they
// follow, how often they are written to, and the keys that open their pages.
// It decides and keeps nothing: store keeps, jobs has letters written and
// sent, site shows the pages and writes the letters.
//
// The walk: an Ask is what somebody typed into the form. It is kept with the
// hash of a token that only the letter to that address has, and forgotten
// after KeepAsks. The button on the letter's page makes a Subscriber of it.
// Every later letter has a Key, which opens the page where a subscriber
// changes what he gets, stops it, or has his address deleted.
//
// What is news: an article is sent when it became public after a subscriber's
// last letter (SeenTo) and after he began to follow its topic, and only if it
// was new then: see store.NewsFor. So importing an archive mails nobody, and
// a subscription brings nothing that is older than itself.
package subscribe
