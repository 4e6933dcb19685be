// Package people holds who works at the desk and what each may do: users,
// their roles by section and language, and the one table of permissions.
//
//	u := people.User{Roles: []people.Assignment{{Role: people.Writer, Languages: []string{"kk"}}}}
//	u.May(people.Write, people.Scope{Section: "news", Language: "kk"})   // true
//	u.May(people.Publish, people.Scope{Section: "news", Language: "kk"}) // false
//
// It also holds how a password and a one-time code are checked. It keeps
// nothing: users and sessions are stored by store, and shown by desk. It has
// no clock: times are passed in.
//
// No record of a user says anything but what signing in and signing decisions
// needs; people here are staff, never the persons of the record.
package people
