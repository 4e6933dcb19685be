package lang

import (
	"slices"

	"shanyraq/internal/fault"
)

// Roles are what single words tell of their neighbours, as bits: in "shares of
// Vandrel" the word "shares" says that a firm follows. The files
// roles-<topic>.txt of a pack list them, a line a role:
//
//	stake | shares | takeover = ownedof   > She sold her shares of Vandrel.
//
// A word may play several roles, and they cost no class: nothing is laid over
// the text, the form of a token has them by its number. In a file that says
// "@match stem" all forms of a word play its role.
type Roles [maxRoles / 64]uint64

// maxRoles bounds the roles of one pack.
const maxRoles = 256

// roles are the roles of a pack: their names in order, and what each form plays.
type roles struct {
	names   []string
	of      []Roles // by form id
	ofStem  []Roles // by stem id
	entries []Entry
}

// Role gives a role by its name, none where the pack has none of it, so
// that no word plays it.
func (p *Pack) Role(name string) Roles {
	if i := slices.Index(p.roles.names, name); i >= 0 {
		return bit(i)
	}
	return Roles{}
}

// RoleNames lists the roles of the pack in the order of its files.
func (p *Pack) RoleNames() []string { return p.roles.names }

// Plays reports whether token i exists and its word plays one of the roles.
func (l *Lattice) Plays(i int, r Roles) bool {
	return uint(i) < uint(len(l.words)) && l.cache.roles[l.words[i]].share(&r)
}

// played gives the roles of a form with a stem.
func (r *roles) played(form, stem int32) (all Roles) {
	if int(form) < len(r.of) {
		all = r.of[form]
	}
	if int(stem) < len(r.ofStem) {
		all = all.With(r.ofStem[stem])
	}
	return all
}

// addRoles reads one file of roles.
func (p *Pack) addRoles(file, src string) error {
	l := list{file: listFile{file, src}}
	p.number(&l)
	if err := l.parse(make([]Entry, 0, entriesIn(src))); err != nil {
		return err
	}
	var toks []Token
	for _, e := range l.entries {
		r := p.Role(e.Value)
		if r == (Roles{}) {
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
	return nil
}

func note(of *[]Roles, id int32, r Roles) {
	if more := int(id) + 1 - len(*of); more > 0 {
		*of = append(*of, make([]Roles, more)...)
	}
	for w := range r {
		(*of)[id][w] |= r[w]
	}
}

// With gives the roles of both sets.
func (r Roles) With(o Roles) Roles {
	for w := range o {
		r[w] |= o[w]
	}
	return r
}

// share reports whether two sets have a role in common.
func (r *Roles) share(o *Roles) bool { return r[0]&o[0]|r[1]&o[1]|r[2]&o[2]|r[3]&o[3] != 0 }

func bit(i int) (r Roles) {
	r[i/64] = 1 << (i % 64)
	return r
}
