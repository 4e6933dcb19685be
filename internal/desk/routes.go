package desk

import "shanyraq/internal/people"

// route is one address of the desk with the action that it needs.
type route struct {
	method, path string
	may          people.Action // open where nobody need be signed in
	handle       handler
}

// open marks an address that is there for everybody.
const open people.Action = ""

// routes lists every address of the desk but its assets.
func (d *Desk) routes() []route {
	return []route{
		{"GET", "/{$}", people.See, d.home},

		// Coming and going
		{"GET", "/sign-in", open, d.signIn},
		{"POST", "/sign-in", open, d.signInSent},
		{"POST", "/sign-out", people.See, d.signOut},
		{"GET", "/enter/{token}", open, d.enter},
		{"POST", "/enter/{token}", open, d.enterSent},
	}
}
