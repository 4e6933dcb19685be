package testkit

import "testing"

// Set gives a variable, such as a flag of a program, another value until the
// test ends.
func Set[T any](t testing.TB, variable *T, value T) {
	t.Helper()
	before := *variable
	t.Cleanup(func() { *variable = before })
	*variable = value
}
