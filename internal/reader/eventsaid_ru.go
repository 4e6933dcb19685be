package reader

import "shanyraq/internal/lang"

// saidAtRU reports whether a Russian event is only where something was said, behind a comma
// or dash and the verb of saying, so that neither that verb nor one before it tells of the
// event: «форум откроют в июле, | отметил на брифинге Олаф Берг».
func (f *eventFinder) saidAtRU(d *deed, ph *phrase) bool {
	if !f.russian() || d.own() || d.start >= ph.from {
		return false
	}
	k := ph.from - 1
	for k > ph.from-saidReach && k > 1 && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.p.class("sayverb")) {
		k--
	}
	if k < 2 || !f.l.Has(k, f.p.class("sayverb")) || d.start > k {
		return false
	}
	r := f.l.Rune(k - 1)
	return r == ',' || isDash(r) && !f.l.Is(k-1, lang.Glued)
}

// saidReach is how many words may stand between a verb of saying and the event: «сообщил в
// ходе сегодняшнего | брифинга».
const saidReach = 5
