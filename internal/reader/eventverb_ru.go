package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// notItsVerb reports whether a Russian verb behind an event tells of something else: the
// event is only before or after what it tells of («После форума | состоится концерт»), the
// verb takes its own event («участники форума | приняли участие в выставке»), or stands in
// what is said («сообщил на заседании, что матч | состоится»).
func (f *eventFinder) notItsVerb(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.russian() || d.start < ph.to {
		return false
	}
	if w := f.l.Fold(d.end - 1); d.value == "attend" && (w == "в" || w == "на") || w == "принять" && f.p.foldAt(d.end) == "участие" {
		return true
	}
	for k := ph.to; k < d.start; k++ {
		if f.l.Rune(k) == ',' && f.p.foldAt(k+1) == "что" {
			return true
		}
	}
	return d.value != "attend" && f.onlyBeside(ph, s) && !f.relativeOf(ph, d)
}

// onlyBeside reports whether a Russian event is named only to say when another thing is:
// «после форума», «перед концертом», «накануне выборов».
func (f *eventFinder) onlyBeside(ph *phrase, s lang.Sentence) bool {
	from := f.measured(ph.from)
	for k := from - 1; k >= s.First && k >= from-2; k-- {
		switch f.l.Fold(k) {
		case "после", "перед", "накануне", "преддверии":
			return true
		}
		if !f.adjectival(k) {
			return false
		}
	}
	return false
}

// relativeOf reports whether a Russian verb stands in the clause behind an event that tells
// of that event: «саммит «Лима+25», который | запланирован на 2027 год».
func (f *eventFinder) relativeOf(ph *phrase, d *deed) bool {
	return f.l.Rune(ph.to) == ',' && d.start >= ph.to+2 && d.start <= ph.to+5 && strings.HasPrefix(f.p.foldAt(ph.to+1), "котор")
}

// dedicatedRU reports whether a Russian anniversary is only what another event is held
// for: «выставка, посвящённая 95-летию театра | и 90-летию музея».
func (f *eventFinder) dedicatedRU(ph *phrase, s lang.Sentence) bool {
	if !f.russian() || ph.kind() != "anniversary" {
		return false
	}
	for k := ph.from - 1; k >= s.First && k > ph.from-dedicationReach; k-- {
		w := f.l.Fold(k)
		if strings.HasPrefix(w, "посвящен") || strings.HasPrefix(w, "приурочен") {
			return true
		}
		if r := f.l.Rune(k); r == ',' || r == ';' || f.deedAt(k) {
			return false
		}
	}
	return false
}

// dedicationReach is how many words the anniversaries have that one event is held for.
const dedicationReach = 14

// thatWas reports whether a Russian sentence says by «это» what the event told before was:
// «Это была встреча учёных».
func (f *eventFinder) thatWas(ph *phrase, s lang.Sentence) bool {
	if !f.russian() || s.First == 0 || f.l.Fold(s.First) != "это" {
		return false
	}
	switch f.p.foldAt(s.First + 1) {
	case "был", "была", "было", "были":
		return ph.from > s.First+1 && !f.commaBetween(s.First, ph.from)
	}
	return false
}

// ordered reports whether a Russian event is what a decree or an agreement orders, so that
// it is still to come: «подписал распоряжение о проведении форума в Осло».
func (f *eventFinder) ordered(ph *phrase) bool {
	k := ph.from - 1
	return f.russian() && k > 2 && f.l.Fold(k) == "проведении" && f.l.Fold(k-1) == "о" && f.l.Has(k-2, f.p.class("instrumentnoun"))
}
