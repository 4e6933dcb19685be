package reader

import "shanyraq/internal/lang"

// ofComputers reports whether an English noun for instruments is one of computers, by the
// word before it: the Internet Protocol, a naming convention, the application program, the
// General Public License, Java code. Treaties, agreements and acts have no such name.
func (f *agreementFinder) ofComputers(ph *phrase) bool {
	if !f.english() || ph.headEnd != ph.head+1 {
		return false
	}
	word := f.l.Fold(ph.head)
	free := word == "license" || word == "licence" || word == "licenses" || word == "licences"
	if !free && !f.l.Plays(ph.head, f.p.know.roles.codeHead) {
		return false
	}
	if free && ph.head > 0 && f.l.Plays(ph.head-1, f.p.know.roles.freeLicence) {
		return true
	}
	for k := ph.head - 1; k >= ph.from && k >= 0 && ph.head-k < 6; k-- {
		if !free && f.l.Plays(k, f.p.know.roles.codeWord) {
			return true
		}
		if f.l.Is(k, lang.Punct) && f.l.Rune(k) != '-' && f.l.Rune(k) != '/' {
			return false
		}
	}
	return false
}
