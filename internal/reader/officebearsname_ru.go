package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// onlyHonoured reports whether a Russian title belongs to a street, a prize or another
// thing that bears the name of its holder, so that it tells of no office: «улица Короля
// Георга», «премия Принца Альберта», «школа имени генерала Брандела». Behind the noun of
// the thing the title has a capital and is not in the nominative: «на площади Президент
// Линд выступил» tells an office.
func (f *officeFinder) onlyHonoured(t title, s lang.Sentence) bool {
	if !f.p.know.russian {
		return false
	}
	if f.firstNight(t.head) {
		return true
	}
	if t.from <= s.First {
		return false
	}
	if f.l.Has(t.from-1, f.p.know.lists.namedAfter) {
		return true
	}
	return f.l.Plays(t.from-1, f.p.know.roles.bearsName) && f.l.Is(t.from, lang.Cap) && !f.inNominative(t.head)
}

// firstNight reports whether the Russian word at token i is the first showing of a work
// rather than a head of government: «премьера балета Анны Линд».
func (f *officeFinder) firstNight(i int) bool {
	w := f.l.Fold(i)
	return strings.HasPrefix(w, "премьер") && w != "премьер" && w != "премьером" && f.l.Plays(i+1, f.p.know.roles.workOf)
}
