// Package search finds texts across scripts, spellings and inflected forms.
// It makes the terms of a text and the terms of a query by the same rules, so
// that the database compares nothing but plain strings and SQLite and
// PostgreSQL answer alike:
//
//	doc := search.Index(search.Text{Language: "kk", Title: "…", Plain: "…"})
//	q, err := search.Parse(`"Ассамблея сессиясы" -кеңес lang:kk from:2018`, search.Options{Language: "kk"})
//	pieces := search.Snippet(plain, "kk", q, 200)
//
// A word becomes its stem, by the pack of its language, in one crude Latin
// spelling (names.Latin). A word of a query becomes several alternatives: the
// stems of every language that its script may be.
//
// search knows no database (store keeps the index and ranks) and no page.
package search
