package reader

import (
	"testing"

	"shanyraq/internal/lang"
)

// TestRolesAreAsked holds that every role of a pack is one that a finder asks
// for, and that every role asked for has words in some pack.
func TestRolesAreAsked(t *testing.T) {
	var r wordRoles
	asked, has := r.fields(), map[string]bool{}
	for _, tag := range lang.Tags() {
		p, err := lang.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range p.RoleNames() {
			if has[name] = true; asked[name] == nil {
				t.Errorf("%s: no finder asks for the role %q", tag, name)
			}
		}
	}
	for name := range asked {
		if !has[name] {
			t.Errorf("no pack has words of the role %q", name)
		}
	}
}
