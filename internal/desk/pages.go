package desk

import "shanyraq/internal/web"

// Base is what every page of the desk has.
type Base struct {
	web.Base
	User string // name of who is signed in; empty for nobody
	Nav  []web.Link
	Demo bool   // the demo's editor: a banner says so
	Said string // what the page before did
	// Script is the page's own script beside desk.js, an asset's name.
	Script string
}

// views holds the view of every page; a test checks that each page folder has
// its view and its sample.
type views struct {
	failed *web.View[FailedPage]
	home   *web.View[HomePage]
	signin *web.View[SignInPage]
}

func newViews(v *web.Views) (vs views, err error) {
	view(&vs.failed, v, "failed", &err)
	view(&vs.home, v, "home", &err)
	view(&vs.signin, v, "signin", &err)
	return vs, err
}

// view makes one view unless another failed before.
func view[T any](to **web.View[T], v *web.Views, name string, err *error) {
	if *err == nil {
		*to, *err = web.NewView[T](v, name)
	}
}

// SignInPage asks for address and password, or for a new password (Entering).
type SignInPage struct {
	Base
	Email, To string
	Wrong     bool
	Entering  bool
}

// HomePage is what somebody sees first: what waits, and what was done last.
type HomePage struct {
	Base
	Tasks []Task
}

// Task is something that waits for somebody, with its number.
type Task struct {
	Href, Name, Count string
}

// FailedPage says what went wrong and what to try.
type FailedPage struct {
	Base
	What, Try string
}
