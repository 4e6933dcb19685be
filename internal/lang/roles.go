package lang

import (
	"slices"
	"strings"

	"shanyraq/internal/fault"
)

// Role is what single words tell of their neighbours: in "shares of Vandrel"
// the word "shares" says that a firm follows. The files roles-<topic>.txt of a
// pack list them, a line a role:
//
//	stake | shares | takeover = ownedof   > She sold her shares of Vandrel.
//
// A word may play several roles, and they cost no class: nothing is laid over
// the text, the form of a token has them by its number. In a file that says
// "@match stem" all forms of a word play its role. A role is told by its number
// in the pack, from 1; no word plays 0.
type Role uint16

// RoleSet is a set of roles, a bit each.
type RoleSet [(maxRoles + 1) / 64]uint64

// maxRoles bounds the roles of one pack: with role 0 they fill the words of a RoleSet.
const maxRoles = 639

// roles are the roles of a pack: their names in order, and what each form plays.
type roles struct {
	names   []string
	of      []RoleSet // by form id
	ofStem  []RoleSet // by stem id
	entries []Entry
}

// Role gives a role by its name, 0 where the pack has none of it.
func (p *Pack) Role(name string) Role { return Role(slices.Index(p.roles.names, name) + 1) }

// RoleNames lists the roles of the pack in the order of its files.
func (p *Pack) RoleNames() []string { return p.roles.names }

// Plays reports whether token i exists and its word plays a role.
func (l *Lattice) Plays(i int, r Role) bool {
	return uint(i) < uint(len(l.roles)) && l.roleSets[l.roles[i]].has(r)
}

// PlaysOneOf reports whether token i exists and its word plays a role of the set.
func (l *Lattice) PlaysOneOf(i int, set *RoleSet) bool {
	return uint(i) < uint(len(l.roles)) && l.roleSets[l.roles[i]].shares(set)
}

// played gives the roles of a form with a stem.
func (r *roles) played(form, stem int32) (all RoleSet) {
	if int(form) < len(r.of) {
		all = r.of[form]
	}
	if int(stem) < len(r.ofStem) {
		for w, more := range r.ofStem[stem] {
			all[w] |= more
		}
	}
	return all
}

// roomForRoles prepares for the roles of some files, whose words are numbered behind
// those of rules.
func (p *Pack) roomForRoles(files []listFile) {
	n := 0
	for _, f := range files {
		n += strings.Count(f.text, "\n") + strings.Count(f.text, "|")
	}
	p.roles.of = make([]RoleSet, 0, int(p.ruleForms)+n+1)
}

// addRoles reads one file of roles.
func (p *Pack) addRoles(f listFile) error {
	file, src := f.name, f.text
	l := list{file: f}
	p.number(&l)
	if err := l.parse(make([]Entry, 0, entriesIn(src))); err != nil {
		return err
	}
	var toks []Token
	for _, e := range l.entries {
		r := p.Role(e.Value)
		if r == 0 {
			if len(p.roles.names) == maxRoles {
				return fault.New(fault.TooLarge, "pack %s has more than %d roles", p.Tag, maxRoles).At("%s:%d", file, p.line(&e))
			}
			p.roles.names = append(p.roles.names, e.Value)
			r = p.Role(e.Value)
		}
		for _, form := range e.Forms {
			if toks = tokenize(form, toks[:0]); len(toks) != 1 {
				return fault.New(fault.Invalid, "%q is not one word, only single words play roles", form).At("%s:%d", file, p.line(&e))
			}
			if l.stem {
				note(&p.roles.ofStem, p.internStem(form), r)
			} else {
				note(&p.roles.of, p.forms.internFolded(form), r)
			}
		}
		p.roles.entries = append(p.roles.entries, e)
	}
	if words := len(p.roles.of) + len(p.roles.ofStem); words >= 1<<16 { // Lattice.roles numbers the sets they have
		return fault.New(fault.TooLarge, "pack %s has roles for %d words and more", p.Tag, words).At("%s:1", file)
	}
	return nil
}

func note(of *[]RoleSet, id int32, r Role) {
	for int(id) >= len(*of) {
		*of = append(*of, RoleSet{})
	}
	(*of)[id].add(r)
}

// RolesOf gives a set of roles.
func RolesOf(roles ...Role) (set RoleSet) {
	for _, r := range roles {
		if r != 0 {
			set.add(r)
		}
	}
	return set
}

func (s *RoleSet) add(r Role)      { s[r>>6] |= 1 << (r & 63) }
func (s *RoleSet) has(r Role) bool { return int(r>>6) < len(s) && s[r>>6]&(1<<(r&63)) != 0 }

// shares reports whether two sets have a role in common.
func (s *RoleSet) shares(o *RoleSet) bool {
	const _ = uint(len(s)-10) + uint(10-len(s)) // all of them are below
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3]|s[4]&o[4]|s[5]&o[5]|s[6]&o[6]|s[7]&o[7]|s[8]&o[8]|s[9]&o[9] != 0
}
