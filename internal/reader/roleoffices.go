package reader

import "shanyraq/internal/lang"

// officeRoles are the roles of offices and speech.
type officeRoles struct {
	addressed      lang.Role
	answers        lang.Role
	anyBody        lang.Role
	asker          lang.Role
	beforeMain     lang.Role
	behoves        lang.Role
	chooses        lang.Role
	chosenBy       lang.Role
	condition      lang.Role
	frontNow       lang.Role
	furtherPost    lang.Role
	hearer         lang.Role
	itsWhose       lang.Role
	kindWords      lang.Role
	leadsToWords   lang.Role
	leaves         lang.Role
	meetingAt      lang.Role
	merit          lang.Role
	meetingOf      lang.Role
	occasionAt     lang.Role
	ofBody         lang.Role
	partOfBody     lang.Role
	politicalParty lang.Role
	questionPut    lang.Role
	rankBehind     lang.Role
	rankHeld       lang.Role
	rankOrSize     lang.Role
	replaces       lang.Role
	saidBy         lang.Role
	saidFirst      lang.Role
	saysNot        lang.Role
	saysObject     lang.Role
	sentOut        lang.Role
	servesFor      lang.Role
	servesSince    lang.Role
	spokenAt       lang.Role
	stressedNoun   lang.Role
	tellsTo        lang.Role
	termWord       lang.Role
	thisWas        lang.Role
	weOrMe         lang.Role
	worksAt        lang.Role
}

func (r *officeRoles) fields() map[string]*lang.Role {
	return map[string]*lang.Role{
		"addressed":      &r.addressed,
		"answers":        &r.answers,
		"anybody":        &r.anyBody,
		"asker":          &r.asker,
		"beforemain":     &r.beforeMain,
		"behoves":        &r.behoves,
		"chooses":        &r.chooses,
		"chosenby":       &r.chosenBy,
		"condition":      &r.condition,
		"frontnow":       &r.frontNow,
		"furtherpost":    &r.furtherPost,
		"hearer":         &r.hearer,
		"itswhose":       &r.itsWhose,
		"kindwords":      &r.kindWords,
		"leadstowords":   &r.leadsToWords,
		"leaves":         &r.leaves,
		"meetingat":      &r.meetingAt,
		"merit":          &r.merit,
		"meetingof":      &r.meetingOf,
		"occasionat":     &r.occasionAt,
		"ofbody":         &r.ofBody,
		"partofbody":     &r.partOfBody,
		"politicalparty": &r.politicalParty,
		"questionput":    &r.questionPut,
		"rankbehind":     &r.rankBehind,
		"rankheld":       &r.rankHeld,
		"rankorsize":     &r.rankOrSize,
		"replaces":       &r.replaces,
		"saidby":         &r.saidBy,
		"saidfirst":      &r.saidFirst,
		"saysnot":        &r.saysNot,
		"saysobject":     &r.saysObject,
		"sentout":        &r.sentOut,
		"servesfor":      &r.servesFor,
		"servessince":    &r.servesSince,
		"spokenat":       &r.spokenAt,
		"stressednoun":   &r.stressedNoun,
		"tellsto":        &r.tellsTo,
		"termword":       &r.termWord,
		"thiswas":        &r.thisWas,
		"weorme":         &r.weOrMe,
		"worksat":        &r.worksAt,
	}
}
