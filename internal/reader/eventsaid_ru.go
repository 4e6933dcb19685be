package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// saidAtRU reports whether a Russian event is only where something was said, behind a comma
// or dash and the verb of saying, so that neither that verb nor one before it tells of the
// event: «форум откроют в июле, | отметил на брифинге Олаф Берг».
func (f *eventFinder) saidAtRU(d *deed, ph *phrase) bool {
	if !f.russian() || d.own() || d.start >= ph.from {
		return false
	}
	k := ph.from - 1
	for k > ph.from-saidReach && k > 1 && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.p.know.lists.sayVerb) {
		k--
	}
	if k < 2 || !f.l.Has(k, f.p.know.lists.sayVerb) || d.start > k {
		return false
	}
	r := f.l.Rune(k - 1)
	return r == ',' || isDash(r) && !f.l.Is(k-1, lang.Glued)
}

// saidReach is how many words may stand between a verb of saying and the event: «сообщил в
// ходе сегодняшнего | брифинга».
const saidReach = 5

// usualRU reports whether a Russian verb only tells where an event is held as a rule: «обычно
// заседания | проводятся в Осло», and without a day the present of that verb, «Форум
// проводится в Осло», but not «Форум проводится в Осло 5 мая».
func (f *eventFinder) usualRU(w *weighing, dayless bool) bool {
	if !f.russian() || w.d == nil || !strings.HasPrefix(f.l.Fold(w.d.end-1), "провод") {
		return false
	}
	if dayless && strings.HasSuffix(f.l.Fold(w.d.end-1), "тся") {
		return true
	}
	for k := max(w.sentence.First, w.d.start-3); k <= w.d.end && k < w.sentence.Last; k++ {
		switch f.l.Fold(k) {
		case "обычно", "регулярно", "периодически", "неоднократно":
			return true
		}
	}
	return false
}

// asWhatRU reports whether the noun at token i only says as what a Russian event served:
// «чемпионат проводился в качестве тестового | соревнования».
func (f *eventFinder) asWhatRU(i int, s lang.Sentence) bool {
	k := i - 1
	for k > s.First && k > i-4 && f.l.Is(k, lang.Lower) && f.l.Fold(k) != "качестве" {
		k--
	}
	return k > s.First && f.l.Fold(k) == "качестве" && f.l.Fold(k-1) == "в"
}
