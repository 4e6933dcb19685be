package lang

// Gather gives what the tokens [from, to) have: the classes of what begins at them
// and the roles of their words.
func (l *Lattice) Gather(from, to int) (classes Set, roles RoleSet) {
	const _ = uint(len(classes)-4) + uint(4-len(classes)) + uint(len(roles)-10) + uint(10-len(roles)) // all of them are below
	var c0, c1, c2, c3, r0, r1, r2, r3, r4, r5, r6, r7, r8, r9 uint64
	bits := l.Bits[from:to]
	of := l.roles[from:to][:len(bits)]
	sets := l.roleSets
	for i := range bits {
		c, r := &bits[i], &sets[of[i]]
		c0, c1, c2, c3 = c0|c[0], c1|c[1], c2|c[2], c3|c[3]
		r0, r1, r2, r3, r4 = r0|r[0], r1|r[1], r2|r[2], r3|r[3], r4|r[4]
		r5, r6, r7, r8, r9 = r5|r[5], r6|r[6], r7|r[7], r8|r[8], r9|r[9]
	}
	return Set{c0, c1, c2, c3}, RoleSet{r0, r1, r2, r3, r4, r5, r6, r7, r8, r9}
}

// Has reports whether a role is in the set; role 0 is in none.
func (s *RoleSet) Has(r Role) bool { return s.has(r) }

// Shares reports whether two sets have a role in common.
func (s *RoleSet) Shares(o *RoleSet) bool { return s.shares(o) }
