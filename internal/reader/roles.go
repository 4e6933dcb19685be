package reader

import "shanyraq/internal/lang"

// wordRoles are the roles of words that finders ask of the neighbours of a name,
// from the files roles-*.txt of the pack, which also say what each is; none where a
// pack has none.
type wordRoles struct {
	directedAt, interstate, concluding, making, talksOn, heads, leads                                                                                                      lang.Roles
	patronized, eponym                                                                                                                                                     lang.Roles
	before                                                                                                                                                                 lang.Roles // sonOf, ofHouse and arabicArticle, which most small words are none of
	aboutIt, actingBody, actsAsPerson, alongRiver, arabicArticle, armedHead, article, base, beVerb, becomes, beforeAccPre, beforeDat, beforeGen                            lang.Roles
	beforeIns, beforeInsAcc, beforePre, behindI, born, bothOf, calendar, clauseEnds, clauseOpener, clergy, closesLetter, clubHead, comesAlong, comesFrom, contract, copula lang.Roles
	counterpart, determiner, discussed, doesAsPerson, doneByFirm, doneBySomebody, epithet, ethnic, firmDid, firmOffice, firmTitle, firmVerb, foreignHead                   lang.Roles
	foreignJoin, foreignOf, fromSomebody, guestHouse, happensAt, holder, inPassing, joinsPeoples, liesVerb, lookedOn, makesVerb, manyOf, matchVerb, measure, mostly        lang.Roles
	moves, namedTitle, nickname, notAsPerson, nounOpener, ofHouse, ofLeader, ofPerson, ofSaint, ofThem, officialOf, orgAfter, orgTo, owned, ownedBy, ownedOf, peer         lang.Roles
	peopleLike, personAfter, personOf, personTo, placeAfter, placeOf, placeOrThing, points, postWord, praise, road, rulerAfter, shareOf, shipLetters                       lang.Roles
	sideTo, signs, smallJoin, sonOf, staff, stateCode, stateLetters, stateman, station, studiedAt, tableHead, throughPlace, timesNoun, toHouse, toSomebody, told           lang.Roles
	tradeHead, unitHead, wantsPost, whereWord, wholeBody, worksFor                                                                                                         lang.Roles
	field, general, informs, majesty, royal, sidePlace, spokes, townOffice, tribeHead                                                                                      lang.Roles // what instruments, parts of the world, mayors and peoples are told by
	against, areaNoun, fieldBody, foreignPlace, foundOut, ofKind, paper, playsFor, stateShort                                                                              lang.Roles
	latinHead, teamFolk, teamVerb                                                                                                                                          lang.Roles
}

// fields gives the roles by their names in the packs.
func (r *wordRoles) fields() map[string]*lang.Roles {
	return map[string]*lang.Roles{
		"eponym":         &r.eponym,
		"making":         &r.making,
		"patronized":     &r.patronized,
		"informs":        &r.informs,
		"spokes":         &r.spokes,
		"royal":          &r.royal,
		"majesty":        &r.majesty,
		"field":          &r.field,
		"aboutit":        &r.aboutIt,
		"actingbody":     &r.actingBody,
		"actsasperson":   &r.actsAsPerson,
		"alongriver":     &r.alongRiver,
		"arabicarticle":  &r.arabicArticle,
		"armedhead":      &r.armedHead,
		"article":        &r.article,
		"base":           &r.base,
		"beverb":         &r.beVerb,
		"becomes":        &r.becomes,
		"beforeaccpre":   &r.beforeAccPre,
		"beforedat":      &r.beforeDat,
		"beforegen":      &r.beforeGen,
		"beforeins":      &r.beforeIns,
		"beforeinsacc":   &r.beforeInsAcc,
		"beforepre":      &r.beforePre,
		"behindi":        &r.behindI,
		"born":           &r.born,
		"bothof":         &r.bothOf,
		"calendar":       &r.calendar,
		"clauseends":     &r.clauseEnds,
		"clauseopener":   &r.clauseOpener,
		"clergy":         &r.clergy,
		"closesletter":   &r.closesLetter,
		"clubhead":       &r.clubHead,
		"comesalong":     &r.comesAlong,
		"comesfrom":      &r.comesFrom,
		"concluding":     &r.concluding,
		"contract":       &r.contract,
		"copula":         &r.copula,
		"counterpart":    &r.counterpart,
		"determiner":     &r.determiner,
		"directedat":     &r.directedAt,
		"discussed":      &r.discussed,
		"doesasperson":   &r.doesAsPerson,
		"donebyfirm":     &r.doneByFirm,
		"donebysomebody": &r.doneBySomebody,
		"epithet":        &r.epithet,
		"ethnic":         &r.ethnic,
		"firmdid":        &r.firmDid,
		"firmoffice":     &r.firmOffice,
		"firmtitle":      &r.firmTitle,
		"firmverb":       &r.firmVerb,
		"against":        &r.against,
		"fieldbody":      &r.fieldBody,
		"ofkind":         &r.ofKind,
		"teamfolk":       &r.teamFolk,
		"teamverb":       &r.teamVerb,
		"latinhead":      &r.latinHead,
		"areanoun":       &r.areaNoun,
		"playsfor":       &r.playsFor,
		"foreignplace":   &r.foreignPlace,
		"foundout":       &r.foundOut,
		"leads":          &r.leads,
		"paper":          &r.paper,
		"foreignhead":    &r.foreignHead,
		"foreignjoin":    &r.foreignJoin,
		"foreignof":      &r.foreignOf,
		"fromsomebody":   &r.fromSomebody,
		"general":        &r.general,
		"guesthouse":     &r.guestHouse,
		"happensat":      &r.happensAt,
		"heads":          &r.heads,
		"holder":         &r.holder,
		"inpassing":      &r.inPassing,
		"interstate":     &r.interstate,
		"joinspeoples":   &r.joinsPeoples,
		"liesverb":       &r.liesVerb,
		"lookedon":       &r.lookedOn,
		"makesverb":      &r.makesVerb,
		"manyof":         &r.manyOf,
		"matchverb":      &r.matchVerb,
		"measure":        &r.measure,
		"mostly":         &r.mostly,
		"moves":          &r.moves,
		"namedtitle":     &r.namedTitle,
		"nickname":       &r.nickname,
		"notasperson":    &r.notAsPerson,
		"nounopener":     &r.nounOpener,
		"ofhouse":        &r.ofHouse,
		"ofleader":       &r.ofLeader,
		"ofperson":       &r.ofPerson,
		"ofthem":         &r.ofThem,
		"ofsaint":        &r.ofSaint,
		"officialof":     &r.officialOf,
		"orgafter":       &r.orgAfter,
		"orgto":          &r.orgTo,
		"owned":          &r.owned,
		"ownedby":        &r.ownedBy,
		"ownedof":        &r.ownedOf,
		"peer":           &r.peer,
		"peoplelike":     &r.peopleLike,
		"personafter":    &r.personAfter,
		"personof":       &r.personOf,
		"personto":       &r.personTo,
		"placeafter":     &r.placeAfter,
		"placeof":        &r.placeOf,
		"placeorthing":   &r.placeOrThing,
		"points":         &r.points,
		"postword":       &r.postWord,
		"praise":         &r.praise,
		"road":           &r.road,
		"rulerafter":     &r.rulerAfter,
		"shareof":        &r.shareOf,
		"shipletters":    &r.shipLetters,
		"sideplace":      &r.sidePlace,
		"sideto":         &r.sideTo,
		"signs":          &r.signs,
		"smalljoin":      &r.smallJoin,
		"sonof":          &r.sonOf,
		"staff":          &r.staff,
		"stateshort":     &r.stateShort,
		"statecode":      &r.stateCode,
		"stateletters":   &r.stateLetters,
		"stateman":       &r.stateman,
		"station":        &r.station,
		"studiedat":      &r.studiedAt,
		"tablehead":      &r.tableHead,
		"talkson":        &r.talksOn,
		"throughplace":   &r.throughPlace,
		"townoffice":     &r.townOffice,
		"timesnoun":      &r.timesNoun,
		"tohouse":        &r.toHouse,
		"tosomebody":     &r.toSomebody,
		"told":           &r.told,
		"tradehead":      &r.tradeHead,
		"tribehead":      &r.tribeHead,
		"unithead":       &r.unitHead,
		"wantspost":      &r.wantsPost,
		"whereword":      &r.whereWord,
		"wholebody":      &r.wholeBody,
		"worksfor":       &r.worksFor,
	}
}

func rolesOf(p *lang.Pack) (r wordRoles) {
	for name, role := range r.fields() {
		*role = p.Role(name)
	}
	r.before = r.sonOf.With(r.ofHouse).With(r.arabicArticle)
	return r
}
