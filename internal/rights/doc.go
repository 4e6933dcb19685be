// Package rights says what may be done with a text, and keeps the rules of
// asking and granting. It is pure: no database, no HTTP, no clock of its own.
//
//	r := rights.Resolve(site, section, article)   // terms, inherited downwards
//	r.Answer(commercial)                          // Yes, Ask or No
//	rights.Credit(r.CreditIn("kk"), rights.Cited{Title: …, Site: …, Day: …})
//
// A Request walks unverified → waiting → granted or refused (request.go); a
// Grant has a number anybody may verify (grant.go); a Sighting is a copy found
// elsewhere, and Links tells whether a page carries the link that the terms
// ask for (sighting.go). For machines the same terms are written as TDMRep
// rules (tdmrep.go), as an ODRL policy (odrl.go) and as RSL (rsl.go).
//
// Who may decide is people's, letters are mail's, keeping is store's.
package rights
