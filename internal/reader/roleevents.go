package reader

import "shanyraq/internal/lang"

// eventRoles are the roles of events and of what releases carry around them.
type eventRoles struct {
	actor        lang.Role
	aheadOf      lang.Role
	atOne        lang.Role
	backing      lang.Role
	bareBe       lang.Role
	beforeGerund lang.Role
	beforeTo     lang.Role
	beganOnce    lang.Role
	bounds       lang.Role
	dealPartner  lang.Role
	entitled     lang.Role
	female       lang.Role
	forEvent     lang.Role
	goesOn       lang.Role
	headlineVerb lang.Role
	headsOf      lang.Role
	heldFor      lang.Role
	heldUnder    lang.Role
	heShe        lang.Role
	island       lang.Role
	itsTheir     lang.Role
	male         lang.Role
	missionNoun  lang.Role
	observes     lang.Role
	ofPlaceOrOne lang.Role
	onlyMeets    lang.Role
	passes       lang.Role
	plansFor     lang.Role
	postAhead    lang.Role
	printed      lang.Role
	proposes     lang.Role
	quality      lang.Role
	setting      lang.Role
	sidelines    lang.Role
	sitsInCourt  lang.Role
	somebody     lang.Role
	something    lang.Role
	suchOne      lang.Role
	takesPost    lang.Role
	upcoming     lang.Role
	visitors     lang.Role
	willVerb     lang.Role
}

func (r *eventRoles) fields() map[string]*lang.Role {
	return map[string]*lang.Role{
		"actor":        &r.actor,
		"aheadof":      &r.aheadOf,
		"atone":        &r.atOne,
		"backing":      &r.backing,
		"barebe":       &r.bareBe,
		"beforegerund": &r.beforeGerund,
		"beforeto":     &r.beforeTo,
		"beganonce":    &r.beganOnce,
		"bounds":       &r.bounds,
		"dealpartner":  &r.dealPartner,
		"entitled":     &r.entitled,
		"female":       &r.female,
		"forevent":     &r.forEvent,
		"goeson":       &r.goesOn,
		"headlineverb": &r.headlineVerb,
		"headsof":      &r.headsOf,
		"heldfor":      &r.heldFor,
		"heldunder":    &r.heldUnder,
		"heshe":        &r.heShe,
		"island":       &r.island,
		"itstheir":     &r.itsTheir,
		"male":         &r.male,
		"missionnoun":  &r.missionNoun,
		"observes":     &r.observes,
		"ofplaceorone": &r.ofPlaceOrOne,
		"onlymeets":    &r.onlyMeets,
		"passes":       &r.passes,
		"plansfor":     &r.plansFor,
		"postahead":    &r.postAhead,
		"printed":      &r.printed,
		"proposes":     &r.proposes,
		"quality":      &r.quality,
		"setting":      &r.setting,
		"sidelines":    &r.sidelines,
		"sitsincourt":  &r.sitsInCourt,
		"somebody":     &r.somebody,
		"something":    &r.something,
		"suchone":      &r.suchOne,
		"takespost":    &r.takesPost,
		"upcoming":     &r.upcoming,
		"visitors":     &r.visitors,
		"willverb":     &r.willVerb,
	}
}
