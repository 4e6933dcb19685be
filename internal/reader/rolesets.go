package reader

import "shanyraq/internal/lang"

// roleSets are roles that a step asks of a word all at once.
type roleSets struct {
	before      lang.RoleSet // sonOf, ofHouse, arabicArticle and seizes, which most small words are none of
	ofThings    lang.RoleSet // those that things asks for
	opensSigned lang.RoleSet // those that signed asks of words with a capital
}

// rolesOf gives the roles of a pack with their sets.
func rolesOf(p *lang.Pack) (r wordRoles) {
	for name, role := range r.fields() {
		*role = p.Role(name)
	}
	r.before = lang.RolesOf(r.sonOf, r.ofHouse, r.arabicArticle, r.seizes)
	r.ofThings = lang.RolesOf(r.workNoun, r.maker, r.missionHead, r.thingHead)
	r.opensSigned = lang.RolesOf(r.paper, r.streetShort, r.roadLetter, r.armedHead, r.tableHead, r.fieldBody, r.foreignHead, r.foreignPlace, r.base, r.clubHead)
	return r
}
