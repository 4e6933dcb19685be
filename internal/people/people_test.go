package people

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// The table of permissions, every cell: what stands here is what each role may.
func TestWhoMayDoWhat(t *testing.T) {
	table := `
		role           see write publish decide license measure manage
		translator     yes yes   no      no     no      yes     no
		writer         yes yes   no      no     no      yes     no
		rights         yes no    no      no     yes     yes     no
		editor         yes yes   yes     yes    no      yes     no
		administrator  yes yes   yes     yes    yes     yes     yes`
	rows := strings.Split(strings.TrimSpace(table), "\n")
	head := strings.Fields(rows[0])[1:]
	if len(head) != len(Actions()) || len(rows)-1 != len(Roles()) {
		t.Fatalf("the table has %d actions and %d roles, the code %d and %d", len(head), len(rows)-1, len(Actions()), len(Roles()))
	}
	for _, row := range rows[1:] {
		cells := strings.Fields(row)
		u := User{Roles: []Assignment{{Role: Role(cells[0])}}}
		for i, action := range head {
			if !slices.Contains(Actions(), Action(action)) {
				t.Errorf("there is no action %q", action)
			}
			if got, want := u.May(Action(action), Scope{}), cells[i+1] == "yes"; got != want {
				t.Errorf("a %s may %s: %v, want %v", cells[0], action, got, want)
			}
		}
	}
}

func TestScope(t *testing.T) {
	u := User{Roles: []Assignment{{Role: Writer, Sections: []string{"news"}, Languages: []string{"kk"}}, {Role: Editor, Languages: []string{"ru"}}}}
	for _, c := range []struct {
		what  Action
		where Scope
		want  bool
	}{
		{Write, Scope{"news", "kk"}, true},
		{Write, Scope{"news/culture", "kk"}, true},
		{Write, Scope{"newsletter", "kk"}, false},
		{Write, Scope{"events", "kk"}, false},
		{Write, Scope{"news", "en"}, false},
		{Write, Scope{"", "en"}, false},
		{Write, Scope{"events", "ru"}, true},
		{Publish, Scope{"news", "kk"}, false},
		{Publish, Scope{"news", "ru"}, true},
		{Publish, Scope{}, true},
		{Manage, Scope{}, false},
	} {
		if got := u.May(c.what, c.where); got != c.want {
			t.Errorf("%s in %+v: %v, want %v", c.what, c.where, got, c.want)
		}
	}
	u.Disabled = true
	if u.May(See, Scope{}) {
		t.Error("a disabled user may still see")
	}
}

func TestCheck(t *testing.T) {
	ok := User{Name: "Aigerim Sample", Email: "aigerim@example.org", Roles: []Assignment{{Role: Writer}}}
	if err := ok.Check(); err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func(*User){
		"no name":            func(u *User) { u.Name = " " },
		"no address":         func(u *User) { u.Email = "aigerim" },
		"a line end":         func(u *User) { u.Email = "a@example.org\nBcc: b@example.org" },
		"a name beside it":   func(u *User) { u.Email = "A <a@example.org>" },
		"two addresses":      func(u *User) { u.Email = "a@example.org, b@example.org" },
		"a role of no table": func(u *User) { u.Roles = []Assignment{{Role: "king"}} },
	} {
		u := ok
		spoil(&u)
		if u.Check() == nil {
			t.Errorf("%s passes", what)
		}
	}
}

func TestPassword(t *testing.T) {
	hash := HashPassword("құпия сөзім 2027")
	if !PasswordIs(hash, "құпия сөзім 2027") {
		t.Error("the right password is refused")
	}
	if PasswordIs(hash, "құпия сөзім 2026") || PasswordIs("", "") || PasswordIs("$argon2id$v=19$m=1,t=1$x", "x") {
		t.Error("a wrong password passes")
	}
	if one, two := HashPassword("a"), HashPassword("a"); one == two {
		t.Error("two hashes of one password are alike: there is no salt")
	}
	if CheckPassword("short") == nil || CheckPassword(strings.Repeat("x", 129)) == nil || CheckPassword("қысқа емес сөз") != nil {
		t.Error("the length of passwords is not counted in characters")
	}
}

// The secret and the codes are those of RFC 6238, appendix B (SHA-1, the last
// six of eight digits).
func TestCodes(t *testing.T) {
	secret := "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
	for at, code := range map[int64]string{59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"} {
		when := time.Unix(at, 0)
		if c, ok := CodeCounter(secret, code[:3]+" "+code[3:], when); !ok || c != at/30 {
			t.Errorf("the code of %d: step %d, %v", at, c, ok)
		}
		if _, ok := CodeCounter(secret, code, when.Add(30*time.Second)); !ok {
			t.Errorf("a clock half a minute off is refused at %d", at)
		}
		if _, ok := CodeCounter(secret, code, when.Add(90*time.Second)); ok {
			t.Errorf("a code of a minute and a half ago passes at %d", at)
		}
	}
	if _, ok := CodeCounter("", "287082", time.Unix(59, 0)); ok {
		t.Error("without a secret a code passes")
	}
	if got := CodeURI("ABC", "Sample Assembly", "a@example.org"); got != "otpauth://totp/Sample%20Assembly:a@example.org?issuer=Sample%20Assembly&secret=ABC" {
		t.Error(got)
	}
}
