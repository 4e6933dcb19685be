// Package testkit holds what tests of several rooms share: the store contract
// that both databases must pass, and a PostgreSQL server started for a test.
// Nothing of it is in the binary.
//
//	func TestSQLite(t *testing.T) { testkit.Store(t, testkit.SQLite) }
//	func TestPostgres(t *testing.T) { testkit.Store(t, testkit.Postgres) }
package testkit
