// Package store is the only room that speaks SQL. It keeps sections, articles
// and their immutable revisions, readings, entities, statements, decisions,
// checks, observations, settings, the job table and the search index, in
// SQLite (one file, the default) or in PostgreSQL, with one SQL for both.
//
//	st, err := store.Open(ctx, store.DSN("data", ""))
//	err = st.Update(ctx, func(tx *store.Tx) error { return tx.SaveSection(&sec) })
//	list, err := st.Articles(ctx, store.ArticleFilter{Language: "kk", Limit: 20})
//
// Update runs one write transaction: when it returns nil, everything in it is
// durable; when it returns an error, nothing of it happened. Reads are methods
// of Queries, which Store and Tx both embed.
//
// Times are UTC milliseconds, truth values 0 and 1, lists and maps JSON text,
// ids int64 of our own: so that nearly every statement is the same text on
// both databases. What differs is in dialect.go. Every statement opens with
// the name of its method. Errors of the drivers become fault kinds by code.
//
// What a text says, whether two names are one entity and how a figure compares
// is decided elsewhere; store keeps what it is given.
package store
