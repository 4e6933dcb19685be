package desk

import "shanyraq/internal/people"

// route is one address of the desk with the action that it needs.
type route struct {
	method, path string
	may          people.Action // open where nobody need be signed in
	handle       handler
}

// open marks an address that is there for everybody.
const open people.Action = ""

// routes lists every address of the desk but its assets.
func (d *Desk) routes() []route {
	return []route{
		{"GET", "/{$}", people.See, d.home},

		// Coming and going
		{"GET", "/sign-in", open, d.signIn},
		{"POST", "/sign-in", open, d.signInSent},
		{"POST", "/sign-out", people.See, d.signOut},
		{"GET", "/enter/{token}", open, d.enter},
		{"POST", "/enter/{token}", open, d.enterSent},
		{"GET", "/step", open, d.stepPage},
		{"POST", "/step", open, d.stepSent},
		{"POST", "/passkey/ask", open, d.keyAsk},
		{"POST", "/passkey/answer", open, d.keyAnswer},
		{"POST", "/passkey/offer", open, d.keyOffer}, // to whoever is signed in or stands on the step before
		{"POST", "/passkey/keep", open, d.keyKeep},
		{"GET", "/oidc", open, d.oidcGo},
		{"GET", "/oidc/back", open, d.oidcBack},

		// One's own account
		{"GET", "/account", people.See, d.account},
		{"POST", "/account", people.See, d.accountSent},
		{"POST", "/account/password", people.See, d.passwordSent},
		{"POST", "/account/code", people.See, d.codeAgain},
		{"POST", "/account/passkey", people.See, d.keyDrop},
		{"POST", "/account/session", people.See, d.sessionEnd},

		// How much is read
		{"GET", "/audience", people.Measure, d.audience},
		{"GET", "/audience.csv", people.Measure, d.audienceCSV},

		// Old addresses that lead on
		{"GET", "/redirects", people.Publish, d.redirects},
		{"POST", "/redirects", people.Publish, d.redirectSent},
		{"POST", "/redirects/remove", people.Publish, d.redirectDrop},

		// News by letter
		{"GET", "/subscribers", people.Manage, d.subscribers},
		{"POST", "/subscribers", people.Manage, d.subscriberFind},
		{"POST", "/subscribers/export", people.Manage, d.subscribersCSV},
		{"POST", "/subscribers/{id}/remove", people.Manage, d.subscriberDrop},
		// Who is told by machine
		{"GET", "/hooks", people.Manage, d.hooksPage},
		{"POST", "/hooks", people.Manage, d.hookSent},
		{"GET", "/hooks/{id}", people.Manage, d.hookPage},
		{"POST", "/hooks/{id}", people.Manage, d.hookSaved},
		{"POST", "/hooks/{id}/act", people.Manage, d.hookAct},

		// The site itself: names, sections, clock, alphabets
		{"GET", "/site", people.Manage, d.sitePage},
		{"POST", "/site", people.Manage, d.siteSent},
		{"POST", "/site/names", people.Manage, d.namesSent},
		{"POST", "/site/alphabets", people.Manage, d.alphabetsSent},
		{"GET", "/site/section", people.Manage, d.sectionPage},
		{"POST", "/site/section", people.Manage, d.sectionSent},
		{"POST", "/site/section/order", people.Manage, d.sectionOrder},
		{"POST", "/site/section/remove", people.Manage, d.sectionDrop},

		// Users and the audit log
		{"GET", "/users", people.Manage, d.usersPage},
		{"GET", "/users/new", people.Manage, d.userNew},
		{"POST", "/users/new", people.Manage, d.userSent},
		{"GET", "/users/{id}", people.Manage, d.userPage},
		{"POST", "/users/{id}", people.Manage, d.userSent},
		{"POST", "/users/{id}/link", people.Manage, d.userLink},
		{"GET", "/log", people.Manage, d.logPage},

		// Review of what was read
		{"GET", "/review", people.Decide, d.review},
		{"GET", "/review/next", people.Decide, d.reviewNext},
		{"GET", "/review/{article}", people.Decide, d.reviewArticle},
		{"POST", "/review/{article}", people.Decide, d.decide},
		{"POST", "/review/{article}/all", people.Decide, d.decideAll},
		{"POST", "/review/{article}/undo", people.Decide, d.undo},
		{"GET", "/review/{article}/add", people.Decide, d.statementForm},
		{"POST", "/review/{article}/add", people.Decide, d.addSent},
		{"GET", "/review/{article}/name", people.Decide, d.nameForm},
		{"POST", "/review/{article}/name", people.Decide, d.nameSent},
		{"GET", "/review/{article}/statement/{statement}", people.Decide, d.statementForm},
		{"POST", "/review/{article}/statement/{statement}", people.Decide, d.statementSent},
		{"GET", "/entities", people.Decide, d.entities},
		{"GET", "/entity/{id}", people.Decide, d.entity},
		{"POST", "/entity/{id}", people.Decide, d.entitySent},
		{"GET", "/questions", people.Decide, d.questions},
		{"POST", "/questions/{id}", people.Decide, d.questionSent},
		{"GET", "/policy", people.Decide, d.policy},
		{"POST", "/policy", people.Decide, d.policySent},

		// Rights: requests, permissions, terms, copies elsewhere
		{"GET", "/rights/{$}", people.License, d.rightsQueue},
		{"GET", "/rights/requests/{id}", people.License, d.rightsRequest},
		{"POST", "/rights/requests/{id}", people.License, d.rightsAnswer},
		{"GET", "/rights/grants", people.License, d.grants},
		{"POST", "/rights/grants", people.License, d.grantRecord},
		{"POST", "/rights/grants/{id}", people.License, d.grantRevoke},
		{"GET", "/rights/terms", people.License, d.termsList},
		{"GET", "/rights/terms/edit", people.License, d.termsEdit},
		{"POST", "/rights/terms/edit", people.License, d.termsSave},
		{"GET", "/rights/sightings", people.License, d.sightings},
		{"POST", "/rights/sightings", people.License, d.sightingNote},
		{"POST", "/rights/sightings/{id}", people.License, d.sightingAct},
		// Writing
		{"GET", "/articles", people.Write, d.articles},
		{"GET", "/articles/new", people.Write, d.newArticle},
		{"POST", "/articles/new", people.Write, d.newArticleSent},
		{"GET", "/articles/{id}", people.Write, d.edit},
		{"POST", "/articles/{id}", people.Write, d.editSent},
		{"POST", "/articles/{id}/draft", people.Write, d.draftSent},
		{"POST", "/articles/{id}/here", people.Write, d.hereSent},
		{"POST", "/articles/{id}/discard", people.Write, d.discardSent},
		{"GET", "/articles/{id}/merge", people.Write, d.merge},
		{"POST", "/articles/{id}/merge", people.Write, d.mergeSent},
		{"GET", "/articles/{id}/revisions", people.Write, d.revisions},
		{"GET", "/articles/{id}/compare", people.Write, d.compare},
		{"POST", "/articles/{id}/restore", people.Write, d.restoreSent},
		{"POST", "/articles/{id}/state", people.Write, d.stateSent},
		{"POST", "/articles/{id}/place", people.Write, d.placeSent},
		{"GET", "/articles/{id}/preview", people.Write, d.preview},
		{"GET", "/articles/{id}/page", people.Write, d.page},
		{"GET", "/articles/{id}/translations", people.Write, d.groupPage},
		{"POST", "/articles/{id}/translate", people.Write, d.translateSent},
		{"POST", "/articles/{id}/matched", people.Write, d.matchedSent},
		{"GET", "/translations", people.Write, d.translations},
		{"GET", "/find", people.Write, d.find},
		{"POST", "/pictures", people.Write, d.pictureSent},
		{"GET", "/pictures/{hash}", people.Write, d.picture},
		{"POST", "/pictures/{hash}", people.Write, d.focusSent},
		{"GET", "/articles/{id}/script/{tag}", people.Write, d.variant},
		{"POST", "/articles/{id}/script/{tag}", people.Write, d.variantSent},
	}
}
