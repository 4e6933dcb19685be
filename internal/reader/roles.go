package reader

import (
	"maps"
	"slices"

	"shanyraq/internal/lang"
)

// wordRoles are the roles of words that finders ask of the neighbours of a name,
// from the files roles-*.txt of the pack, which also say what each is; none where a
// pack has none. They stand by what they are asked about, each with its name in the
// packs: a new role adds a field and a line below it.
type wordRoles struct {
	smallRoles
	nameRoles
	placeRoles
	officeRoles
	figureRoles
	partyRoles
	eventRoles
	roleSets
}

// roleSets are roles that a step asks of a word all at once.
type roleSets struct {
	before      lang.RoleSet // sonOf, ofHouse, arabicArticle and seizes, which most small words are none of
	ofThings    lang.RoleSet // those that things asks for
	opensSigned lang.RoleSet // those that signed asks of words with a capital
	ordinary    lang.RoleSet // all but those that parts of names play, see ordinaryOpener
}

// fields gives the roles by their names in the packs.
func (r *wordRoles) fields() map[string]*lang.Role {
	all := r.smallRoles.fields()
	for _, more := range []map[string]*lang.Role{r.nameRoles.fields(), r.placeRoles.fields(), r.officeRoles.fields(), r.figureRoles.fields(), r.partyRoles.fields(), r.eventRoles.fields()} {
		maps.Copy(all, more)
	}
	return all
}

// rolesOf gives the roles of a pack with their sets.
func rolesOf(p *lang.Pack) (r wordRoles) {
	for name, role := range r.fields() {
		*role = p.Role(name)
	}
	r.before = lang.RolesOf(r.sonOf, r.ofHouse, r.arabicArticle, r.seizes)
	r.ofThings = lang.RolesOf(r.workNoun, r.maker, r.missionHead, r.thingHead, r.eponymHead, r.eponymOwned, r.feastEnd)
	r.opensSigned = lang.RolesOf(r.paper, r.streetShort, r.roadLetter, r.armedHead, r.tableHead, r.fieldBody, r.foreignHead, r.foreignPlace, r.base, r.clubHead, r.trade, r.bareHead, r.paperOpens)
	inNames := []lang.Role{r.sonOf, r.ofHouse, r.arabicArticle, r.opensName, r.townOpens, r.townCloses, r.fieldNamed, r.father, r.ethnicWord, r.latinHead}
	var ordinary []lang.Role
	for i := range p.RoleNames() {
		if role := lang.Role(i + 1); !slices.Contains(inNames, role) {
			ordinary = append(ordinary, role)
		}
	}
	r.ordinary = lang.RolesOf(ordinary...)
	return r
}
