package site

import "shanyraq/internal/store"

// versionOf gives the counter that every change of the public content
// raises: what a cached page is right under.
func versionOf(st *store.Store) func() uint64 {
	if v, ok := any(st).(interface{ Version() uint64 }); ok {
		return v.Version
	}
	return func() uint64 { return 0 }
}
