package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// plannedBehind gives the verb of the clause with «который» right behind a Russian
// instrument, where it tells what is still to be done with it: «согласовали
// протокол, который планируют подписать в декабре», «договор, подписание которого
// запланировано на март»; else d.
func (f *agreementFinder) plannedBehind(ph *phrase, d *deed, s lang.Sentence) *deed {
	if !f.russian() || ph.to+2 >= s.Last || f.l.Rune(ph.to) != ',' {
		return d
	}
	k := ph.to + 1
	if !strings.HasPrefix(f.l.Fold(k), "котор") && !strings.HasPrefix(f.l.Fold(k+1), "котор") {
		return d
	}
	end := s.Last
	for i := k; i < s.Last; i++ {
		if r := f.l.Rune(i); r == ',' || r == ';' {
			end = i
			break
		}
	}
	for i := range f.deeds {
		o := &f.deeds[i]
		if o.start < k || o.start >= end {
			continue
		}
		if o.mood == "done" && d != nil && d.end <= ph.from && f.asMeans(ph, d) { // «утверждены протоколом, который подписали»
			return o
		}
		if d != nil && d.mood == "done" && d.end <= ph.from && inForce(o) { // подписали договор, который вступит в силу в мае
			continue
		}
		if o = f.ahead(o, s); o.mood == "planned" && o.rule.Name != "agreement.denied" && !strings.HasPrefix(o.value, "planned") {
			return o
		}
	}
	return d
}

// inForce reports whether a verb only tells from when an instrument has effect.
func inForce(d *deed) bool { return strings.HasSuffix(d.value, "in_force") }
