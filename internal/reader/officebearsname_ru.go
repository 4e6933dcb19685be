package reader

import "shanyraq/internal/lang"

// onlyHonoured reports whether a Russian title belongs to a street, a prize or another
// thing that bears the name of its holder, so that it tells of no office: «улица Короля
// Георга», «премия Принца Альберта», «школа имени генерала Брандела». Behind the noun of
// the thing the title has a capital and is not in the nominative: «на площади Президент
// Линд выступил» tells an office.
func (f *officeFinder) onlyHonoured(t title, s lang.Sentence) bool {
	if !f.p.know.russian || t.from <= s.First {
		return false
	}
	if f.l.Has(t.from-1, f.p.class("namedafter")) {
		return true
	}
	return f.l.Plays(t.from-1, f.p.know.roles.bearsName) && f.l.Is(t.from, lang.Cap) && !f.inNominative(t.head)
}
