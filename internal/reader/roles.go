package reader

import "shanyraq/internal/lang"

// wordRoles are the roles of words that finders ask of the neighbours of a name,
// from the files roles-*.txt of the pack, which also say what each is; 0 where a
// pack has none.
type wordRoles struct {
	actsAsPerson, article, base, born, clauseEnds, clauseOpener, closesLetter, clubHead, copula, doesAsPerson, doneByFirm, doneBySomebody, epithet, firmTitle, firmVerb, foreignHead, foreignJoin, foreignOf, guestHouse, measure, moves, namedTitle, notAsPerson, ofSaint, orgAfter, orgTo, owned, ownedOf, personAfter, personOf, personTo, placeAfter, placeOf, road, rulerAfter, smallJoin, staff, station, studiedAt, throughPlace, toSomebody, told, wholeBody, worksFor lang.Roles
}

// fields gives the roles by their names in the packs.
func (r *wordRoles) fields() map[string]*lang.Roles {
	return map[string]*lang.Roles{
		"actsasperson":   &r.actsAsPerson,
		"article":        &r.article,
		"base":           &r.base,
		"born":           &r.born,
		"clauseends":     &r.clauseEnds,
		"clauseopener":   &r.clauseOpener,
		"closesletter":   &r.closesLetter,
		"clubhead":       &r.clubHead,
		"copula":         &r.copula,
		"doesasperson":   &r.doesAsPerson,
		"donebyfirm":     &r.doneByFirm,
		"donebysomebody": &r.doneBySomebody,
		"epithet":        &r.epithet,
		"firmtitle":      &r.firmTitle,
		"firmverb":       &r.firmVerb,
		"foreignhead":    &r.foreignHead,
		"foreignjoin":    &r.foreignJoin,
		"foreignof":      &r.foreignOf,
		"guesthouse":     &r.guestHouse,
		"measure":        &r.measure,
		"moves":          &r.moves,
		"namedtitle":     &r.namedTitle,
		"notasperson":    &r.notAsPerson,
		"ofsaint":        &r.ofSaint,
		"orgafter":       &r.orgAfter,
		"orgto":          &r.orgTo,
		"owned":          &r.owned,
		"ownedof":        &r.ownedOf,
		"personafter":    &r.personAfter,
		"personof":       &r.personOf,
		"personto":       &r.personTo,
		"placeafter":     &r.placeAfter,
		"placeof":        &r.placeOf,
		"road":           &r.road,
		"rulerafter":     &r.rulerAfter,
		"smalljoin":      &r.smallJoin,
		"staff":          &r.staff,
		"station":        &r.station,
		"studiedat":      &r.studiedAt,
		"throughplace":   &r.throughPlace,
		"tosomebody":     &r.toSomebody,
		"told":           &r.told,
		"wholebody":      &r.wholeBody,
		"worksfor":       &r.worksFor,
	}
}

func rolesOf(p *lang.Pack) (r wordRoles) {
	for name, role := range r.fields() {
		*role = p.Role(name)
	}
	return r
}
