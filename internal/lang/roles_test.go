package lang

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestRoleExamples holds every example of a role: one of its words stands in it.
func TestRoleExamples(t *testing.T) {
	for _, tag := range Tags() {
		p := load(t, tag)
		var l Lattice
		for _, e := range p.roles.entries {
			file, line := p.Where(&e)
			example := p.Example(&e)
			if example == "" {
				t.Errorf("%s:%d: the role %s has no example", file, line, e.Value)
				continue
			}
			l.Reset(p, example)
			r, found := p.Role(e.Value), false
			for k := range l.Toks {
				found = found || l.Plays(k, r)
			}
			if !found {
				t.Errorf("%s:%d: the example %q holds no word of the role %s", file, line, example, e.Value)
			}
		}
	}
}

func TestRoles(t *testing.T) {
	p, err := LoadFS("xx", fstest.MapFS{"roles-test.txt": {Data: []byte("stake | shares = ownedof   > her shares of it\nStake = verb   > they stake all\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(p.RoleNames(), []string{"ownedof", "verb"}) || p.Role("nothing") != 0 {
		t.Errorf("the roles are %q", p.RoleNames())
	}
	var l Lattice
	l.Reset(p, "A STAKE of shares")
	owned, verb := p.Role("ownedof"), p.Role("verb")
	for i, want := range [...][2]bool{{}, {true, true}, {}, {true, false}} {
		for k, r := range [...]Role{owned, verb} {
			if l.Plays(i, r) != want[k] {
				t.Errorf("token %d plays %v: %v", i, r, l.Plays(i, r))
			}
		}
	}
	for i, want := range [...]bool{false, true, false, true} {
		if both := RolesOf(0, owned, verb); l.PlaysOneOf(i, &both) != want || l.Plays(i, 0) {
			t.Errorf("token %d plays one of both: %v", i, !want)
		}
	}
	if only := RolesOf(verb); l.PlaysOneOf(3, &only) || l.PlaysOneOf(4, &only) {
		t.Error("a word plays a role of a set that has none of its")
	}
	if l.Plays(-1, owned) || l.Plays(4, owned) {
		t.Error("a word outside of the text plays a role")
	}
	_, err = LoadFS("xx", fstest.MapFS{"roles-test.txt": {Data: []byte("\nto stake = verb\n")}})
	if err == nil || !strings.Contains(err.Error(), "xx/roles-test.txt:2") {
		t.Errorf("two words as one role: %v", err)
	}
}

// Every role that a pack may have is asked for in a set as it is alone.
func TestRoleSet(t *testing.T) {
	for r := Role(1); r <= maxRoles; r++ {
		one, others := RolesOf(r), RoleSet{}
		for other := Role(1); other <= maxRoles; other++ {
			if other != r {
				others.add(other)
			}
		}
		if !one.Has(r) || others.Has(r) || !one.Shares(&one) || one.Shares(&others) {
			t.Errorf("role %d is not told apart from the others", r)
		}
	}
}
