package people

import (
	"net/mail"
	"slices"
	"strings"
	"time"

	"shanyraq/internal/fault"
)

// Role is what somebody is at the desk.
type Role string

// The roles. A writer writes texts; a translator writes in the languages
// named only; an editor publishes and decides what the record says; a rights
// officer answers requests for reuse; an administrator does all of it and
// manages users and the site.
const (
	Writer        Role = "writer"
	Translator    Role = "translator"
	Editor        Role = "editor"
	RightsOfficer Role = "rights"
	Administrator Role = "administrator"
)

// Roles lists all roles, least powerful first.
func Roles() []Role { return []Role{Translator, Writer, RightsOfficer, Editor, Administrator} }

// Valid reports whether r is one of the roles.
func (r Role) Valid() bool { return slices.Contains(Roles(), r) }

// Action is something a route of the desk does that not everybody may.
type Action string

// The actions. See is to be signed in and nothing more.
const (
	See     Action = "see"
	Write   Action = "write"   // make and change texts that are not yet public
	Publish Action = "publish" // publish, schedule, correct, withdraw; lists of sections and redirects
	Decide  Action = "decide"  // accept, correct and deprecate what the record says
	License Action = "license" // terms, requests, grants
	Measure Action = "measure" // see how much is read
	Manage  Action = "manage"  // users, settings of the site, the audit log
)

// Actions lists all actions.
func Actions() []Action { return []Action{See, Write, Publish, Decide, License, Measure, Manage} }

// allowed is the one table of who may do what.
var allowed = map[Role][]Action{
	Translator:    {See, Write, Measure},
	Writer:        {See, Write, Measure},
	RightsOfficer: {See, License, Measure},
	Editor:        {See, Write, Publish, Decide, Measure},
	Administrator: {See, Write, Publish, Decide, License, Measure, Manage},
}

// Assignment gives a role, everywhere or in some sections and languages.
type Assignment struct {
	Role      Role     `json:"role"`
	Sections  []string `json:"sections,omitempty"`  // paths, their branches included; empty for all
	Languages []string `json:"languages,omitempty"` // empty for all
}

// Scope is where an action happens. A zero field stands for "somewhere": it
// fits every assignment.
type Scope struct{ Section, Language string }

// covers reports whether the assignment holds in the scope.
func (a Assignment) covers(s Scope) bool {
	if s.Language != "" && len(a.Languages) > 0 && !slices.Contains(a.Languages, s.Language) {
		return false
	}
	if s.Section == "" || len(a.Sections) == 0 {
		return true
	}
	return slices.ContainsFunc(a.Sections, func(path string) bool {
		return s.Section == path || strings.HasPrefix(s.Section, path+"/")
	})
}

// User is somebody who may sign in.
type User struct {
	ID       int64
	Name     string // as decisions and revisions are signed
	Email    string // lower case; the name to sign in with
	Language string // of the desk: "en", "ru", "kk"
	Roles    []Assignment
	Disabled bool
	Demo     bool // the demo's editor, who signs in without a password on the machine itself

	Password string // argon2id, see HashPassword; empty where none is set
	Secret   string // of one-time codes, base32; empty where none is set
	Counter  int64  // of the last one-time code used: none serves twice

	Created time.Time
	Seen    time.Time // zero where never
}

// May reports whether the user may do the action in the scope.
func (u User) May(what Action, where Scope) bool {
	if u.Disabled {
		return false
	}
	for _, a := range u.Roles {
		if slices.Contains(allowed[a.Role], what) && a.covers(where) {
			return true
		}
	}
	return false
}

// Check refuses a user that cannot be: no name, no address, an unknown role.
func (u User) Check() error {
	if strings.TrimSpace(u.Name) == "" {
		return fault.New(fault.Invalid, "a user needs a name").In("name").Hint("give the name as decisions are to be signed")
	}
	if err := CheckEmail(u.Email); err != nil {
		return err
	}
	for _, a := range u.Roles {
		if !a.Role.Valid() {
			return fault.New(fault.Invalid, "there is no role %q", a.Role).In("role").Hint("take one of translator, writer, rights, editor, administrator")
		}
	}
	return nil
}

// CheckEmail refuses what is no plain address of one mailbox.
func CheckEmail(address string) error {
	a, err := mail.ParseAddress(address)
	if err != nil || a.Address != address || a.Name != "" || strings.ContainsAny(address, "\r\n \t") || len(address) > 254 {
		return fault.New(fault.Invalid, "%q is no e-mail address", address).In("email").Hint("write it as name@example.org")
	}
	return nil
}
