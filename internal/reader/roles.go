package reader

import "shanyraq/internal/lang"

// wordRoles are the roles of words that finders ask of the neighbours of a name,
// from the files roles-*.txt of the pack, which also say what each is; none where a
// pack has none.
type wordRoles struct {
	aboutIt, actingBody, actsAsPerson, arabicArticle, armedHead, article, base, becomes, beforeAccPre, beforeDat, beforeGen, beforeIns, beVerb, contract, counterpart, firmOffice, holder, peer, signs, stateman lang.Roles
	beforeInsAcc, beforePre, behindI, born, bothOf, clauseEnds, clauseOpener, clergy, closesLetter, clubHead, comesFrom, copula, determiner, discussed                                                           lang.Roles
	doesAsPerson, doneByFirm, doneBySomebody, epithet, ethnic, firmDid, firmTitle, firmVerb, foreignHead, foreignJoin, foreignOf, fromSomebody                                                                   lang.Roles
	guestHouse, happensAt, inPassing, joinsPeoples, lookedOn, manyOf, measure, mostly, moves, namedTitle, nickname, notAsPerson, nounOpener, ofHouse                                                             lang.Roles
	ofLeader, ofPerson, ofSaint, officialOf, orgAfter, orgTo, owned, ownedOf, peopleLike, personAfter, personOf, personTo, placeAfter, placeOf                                                                   lang.Roles
	placeOrThing, postWord, praise, road, rulerAfter, shareOf, shipLetters, sideTo, smallJoin, sonOf, staff, stateCode, stateLetters, station, studiedAt                                                         lang.Roles
	tableHead, throughPlace, toSomebody, told, tradeHead, unitHead, wantsPost, wholeBody, worksFor                                                                                                               lang.Roles
}

// fields gives the roles by their names in the packs.
func (r *wordRoles) fields() map[string]*lang.Roles {
	return map[string]*lang.Roles{
		"aboutit":        &r.aboutIt,
		"actingbody":     &r.actingBody,
		"actsasperson":   &r.actsAsPerson,
		"arabicarticle":  &r.arabicArticle,
		"armedhead":      &r.armedHead,
		"article":        &r.article,
		"base":           &r.base,
		"becomes":        &r.becomes,
		"beforeaccpre":   &r.beforeAccPre,
		"beforedat":      &r.beforeDat,
		"beforegen":      &r.beforeGen,
		"beforeins":      &r.beforeIns,
		"beforeinsacc":   &r.beforeInsAcc,
		"beforepre":      &r.beforePre,
		"behindi":        &r.behindI,
		"beverb":         &r.beVerb,
		"born":           &r.born,
		"bothof":         &r.bothOf,
		"clauseends":     &r.clauseEnds,
		"clauseopener":   &r.clauseOpener,
		"clergy":         &r.clergy,
		"closesletter":   &r.closesLetter,
		"clubhead":       &r.clubHead,
		"comesfrom":      &r.comesFrom,
		"contract":       &r.contract,
		"copula":         &r.copula,
		"counterpart":    &r.counterpart,
		"determiner":     &r.determiner,
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
		"foreignhead":    &r.foreignHead,
		"foreignjoin":    &r.foreignJoin,
		"foreignof":      &r.foreignOf,
		"fromsomebody":   &r.fromSomebody,
		"guesthouse":     &r.guestHouse,
		"happensat":      &r.happensAt,
		"holder":         &r.holder,
		"inpassing":      &r.inPassing,
		"joinspeoples":   &r.joinsPeoples,
		"lookedon":       &r.lookedOn,
		"manyof":         &r.manyOf,
		"measure":        &r.measure,
		"mostly":         &r.mostly,
		"moves":          &r.moves,
		"namedtitle":     &r.namedTitle,
		"nickname":       &r.nickname,
		"notasperson":    &r.notAsPerson,
		"nounopener":     &r.nounOpener,
		"officialof":     &r.officialOf,
		"ofhouse":        &r.ofHouse,
		"ofleader":       &r.ofLeader,
		"ofperson":       &r.ofPerson,
		"ofsaint":        &r.ofSaint,
		"orgafter":       &r.orgAfter,
		"orgto":          &r.orgTo,
		"owned":          &r.owned,
		"ownedof":        &r.ownedOf,
		"peer":           &r.peer,
		"peoplelike":     &r.peopleLike,
		"personafter":    &r.personAfter,
		"personof":       &r.personOf,
		"personto":       &r.personTo,
		"placeafter":     &r.placeAfter,
		"placeof":        &r.placeOf,
		"placeorthing":   &r.placeOrThing,
		"postword":       &r.postWord,
		"praise":         &r.praise,
		"road":           &r.road,
		"rulerafter":     &r.rulerAfter,
		"shareof":        &r.shareOf,
		"shipletters":    &r.shipLetters,
		"sideto":         &r.sideTo,
		"signs":          &r.signs,
		"smalljoin":      &r.smallJoin,
		"sonof":          &r.sonOf,
		"staff":          &r.staff,
		"statecode":      &r.stateCode,
		"stateletters":   &r.stateLetters,
		"stateman":       &r.stateman,
		"station":        &r.station,
		"studiedat":      &r.studiedAt,
		"tablehead":      &r.tableHead,
		"throughplace":   &r.throughPlace,
		"told":           &r.told,
		"tosomebody":     &r.toSomebody,
		"tradehead":      &r.tradeHead,
		"unithead":       &r.unitHead,
		"wantspost":      &r.wantsPost,
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
