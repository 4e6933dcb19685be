//go:build !linux

package media

// limit does nothing here: the time limit and GOMEMLIMIT hold everywhere.
func limit() {}
