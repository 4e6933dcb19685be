package reader

import "shanyraq/internal/lang"

// nameClasses are the classes of the lists that the finder of names asks, found
// once for a pack; NoClass, which no token has, where the pack has no such list.
type nameClasses struct {
	given, givenWord, surname, title, office, particle       lang.Class
	orgHead, orgEnd, orgOf, orgKnown, acroStop               lang.Class
	placeHead, placeLow, placePre, placePrep, morePlace      lang.Class
	placeSides, placeWord                                    lang.Class
	eventHead, funcWord, common, natAdj, say                 lang.Class
	cue, lead, currency, moneyWord, notName                  lang.Class
	gazBody, gazPlace, gazGroup, groupNoun, named            lang.Class
	bodyWord, bodyStop, bodyKind, topBody, sentWord, subBody lang.Class
	ownerWord, fundOf, jointWord, and                        lang.Class
	bareGenitive, member, notField, ethnos, seat             lang.Class
	withField, pastShort, share                              lang.Class
	gathering, epithet                                       lang.Class
	officePlural, moreGroup, groupKin, npStop                lang.Class
	happened, happens                                        lang.Class
	instrument, event, month, unit                           lang.Class // nouns of other finders
	kindNoun, groupShape, groupVerb, isa                     lang.Class
	worldRegion                                              lang.Class
	townOwned, landNoun                                      lang.Class

	// Classes asked of a token at once.
	anyPeople lang.Set // gazGroup, moreGroup
	byPeoples lang.Set // what aroundPeoples asks for
	anyListed lang.Set // see unlisted
	anyKnown  lang.Set // see knownNames
	anyOffice lang.Set // title, office, officePlural
	anyPlace  lang.Set // gazPlace, morePlace
	anyCommon lang.Set // see loneCapital
	// anyOrdinary are words of things, times and deeds, see ordinaryOpener.
	anyOrdinary lang.Set
	anyName     lang.Set // places, bodies, peoples, months and what is no name, see bareName
	// Words that names of bodies and of places are made with, see bodies and places.
	anyBodyWord, anyPlaceWord lang.Set
}

// nameClassesOf finds the classes in a pack.
func nameClassesOf(pack *lang.Pack) (n nameClasses) {
	for _, x := range [...]struct {
		name  string
		class *lang.Class
	}{
		{"givenname", &n.given}, {"givenword", &n.givenWord}, {"surname", &n.surname}, {"persontitle", &n.title}, {"officenoun", &n.office}, {"nameparticle", &n.particle},
		{"orghead", &n.orgHead}, {"orgend", &n.orgEnd}, {"orgof", &n.orgOf}, {"knownorg", &n.orgKnown}, {"acrostop", &n.acroStop},
		{"placehead", &n.placeHead}, {"placelow", &n.placeLow}, {"placepre", &n.placePre}, {"placeprep", &n.placePrep}, {"placeside", &n.placeSides}, {"placeword", &n.placeWord}, {"moreplace", &n.morePlace},
		{"eventhead", &n.eventHead}, {"funcword", &n.funcWord}, {"commonword", &n.common}, {"natadj", &n.natAdj}, {"sayverb", &n.say},
		{"gazbody", &n.gazBody}, {"gazplace", &n.gazPlace}, {"gazgroup", &n.gazGroup}, {"groupnoun", &n.groupNoun}, {"personcue", &n.cue}, {"personverb", &n.lead}, {"currency", &n.currency}, {"moneyword", &n.moneyWord}, {"notname", &n.notName}, {"namedafter", &n.named},
		{"officeplural", &n.officePlural}, {"moregroup", &n.moreGroup}, {"groupkin", &n.groupKin}, {"npstop", &n.npStop}, {"eventdone", &n.happened}, {"eventbase", &n.happens},
		{"instrumentnoun", &n.instrument}, {"eventnoun", &n.event}, {"month", &n.month},
		{"isa", &n.isa}, {"kindnoun", &n.kindNoun}, {"worldregion", &n.worldRegion}, {"townowned", &n.townOwned}, {"landnoun", &n.landNoun}, {"groupshape", &n.groupShape}, {"groupverb", &n.groupVerb},
		{"baregenitive", &n.bareGenitive}, {"member", &n.member}, {"notfield", &n.notField}, {"withfield", &n.withField}, {"pastshort", &n.pastShort}, {"shareverb", &n.share},
		{"unit", &n.unit}, {"bodyword", &n.bodyWord}, {"bodykind", &n.bodyKind}, {"ownerword", &n.ownerWord}, {"fundof", &n.fundOf}, {"jointword", &n.jointWord}, {"bodystop", &n.bodyStop}, {"phraseand", &n.and},
		{"sentword", &n.sentWord}, {"topbody", &n.topBody}, {"subbody", &n.subBody}, {"ethnosnoun", &n.ethnos}, {"seatnoun", &n.seat}, {"gathering", &n.gathering}, {"epithet", &n.epithet},
	} {
		*x.class, _ = pack.FindClass(x.name)
	}
	n.anyPeople = setOf(n.gazGroup, n.moreGroup)
	n.byPeoples = setOf(n.groupVerb, n.groupNoun, n.groupKin, n.groupShape)
	n.anyListed = setOf(n.given, n.givenWord, n.surname, n.gazPlace, n.morePlace, n.gazGroup, n.moreGroup, n.orgHead, n.orgKnown, n.gazBody,
		n.eventHead, n.placeHead, n.placePre, n.funcWord, n.common, n.natAdj, n.title, n.office, n.notName, n.npStop)
	n.anyKnown = setOf(n.notName, n.gazBody, n.orgKnown, n.gazPlace, n.morePlace)
	n.anyOffice = setOf(n.title, n.office, n.officePlural)
	n.anyPlace = setOf(n.gazPlace, n.morePlace)
	n.anyCommon = setOf(n.common, n.orgHead, n.placeHead, n.eventHead, n.office, n.officePlural, n.title, n.groupNoun, n.natAdj, n.funcWord, n.instrument, n.event, n.isa, n.kindNoun)
	n.anyOrdinary = setOf(n.month, n.unit, n.event, n.instrument, n.happened, n.happens, n.say, n.moneyWord, n.funcWord, n.sentWord)
	if pack.Tag == "kk" {
		n.anyOrdinary = listedButNames(pack, setOf(n.given, n.givenWord, n.surname, n.particle, n.gazPlace, n.morePlace, n.gazBody, n.orgKnown))
	}
	if pack.Tag == "ru" {
		ordinaryInRU(pack, &n.anyOrdinary)
	}
	n.anyName = setOf(n.gazPlace, n.morePlace, n.orgKnown, n.gazBody, n.gazGroup, n.moreGroup, n.notName, n.month)
	n.anyBodyWord = setOf(n.orgHead, n.orgEnd)
	if pack.Tag == "kk" && n.named != 0 { // атындағы
		n.anyBodyWord.Add(n.named)
	}
	n.anyPlaceWord = setOf(n.placeHead, n.placeLow, n.placePre, n.placeSides, n.placePrep)
	return n
}

// listedButNames gathers the classes of the lists of a pack but those of names: what has
// one of them is a word of the language.
func listedButNames(pack *lang.Pack, names lang.Set) (s lang.Set) {
	for c := lang.NumberChunk + 1; pack.ClassName(c) != ""; c++ {
		if !names.Has(c) {
			s.Add(c)
		}
	}
	return s
}

// setOf gathers classes; NoClass adds nothing.
func setOf(classes ...lang.Class) (s lang.Set) {
	for _, c := range classes {
		if c != lang.NoClass {
			s.Add(c)
		}
	}
	return s
}
