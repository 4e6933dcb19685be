package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// weekdayAheadKK reports whether a Kazakh weekday without a direction lies ahead by the
// verb that closes its clause: «сенбіде қайтады», «жұмаға дейін жабық». What somebody
// says is said already: «жұмада айтады».
func (r *dateReader) weekdayAheadKK() bool {
	month := r.firstOf("m") >= 0 && !endsAny(r.p.lat.Fold(r.firstOf("m")), "ғы", "гі", "қы", "кі") && r.firstOf("y") < 0 && r.firstOf("d") < 0 && r.firstOf("rel") < 0 && r.firstOf("m2") < 0
	if !r.p.know.headLast || r.firstOf("wd") < 0 && !month || r.firstOf("dir") >= 0 {
		return false
	}
	l, s := r.p.lat, r.sentence
	until := r.m.End < s.Last && l.Has(r.m.End, r.p.know.lists.untilWord)
	for i := r.m.End; i < s.Last; i++ {
		if !l.Is(i, lang.Lower) {
			continue
		}
		if r.p.know.endings.pastPartEnd.end(l.Fold(i), 3) { // жұмада кеңес мақұлдаған жоспар | салынады
			return false
		}
		if i+1 < s.Last && l.Is(i+1, lang.Word) {
			continue
		}
		switch ahead, told := r.closedKK(i); {
		case told:
			return ahead
		case until && i+1 >= s.Last-1: // no verb says that it is over
			return true
		}
	}
	return false
}

// closedKK tells whether the verb at token i, which closes a clause, stands in the time
// to come; told is false where it is no finite verb.
func (r *dateReader) closedKK(i int) (ahead, told bool) {
	l, know, say := r.p.lat, r.p.know, r.p.know.lists.sayVerb
	w := l.Fold(i)
	switch {
	case l.Has(i, say) || i > r.m.End && l.Has(i-1, say):
		return false, true
	case w != "алады" && (strings.HasSuffix(w, "алады") || strings.HasSuffix(w, "еледі")): // аралады has been, қаралады is to come
		return false, false
	case know.endsAhead(w, 3):
		return true, true
	}
	return false, know.endings.finitePast.end(w, 2)
}

// comesKK reports whether a Kazakh date lies ahead by the verb nearest behind it, whatever
// closes the sentence: a participle of what is to come («қыркүйекте Бакуде өтетін
// чемпионат»), or a finite verb that closes words in marks («1 қыркүйектен бастап
// көтеріледі», – деді).
func (r *dateReader) comesKK() bool {
	if !r.p.know.headLast {
		return false
	}
	l, s := r.p.lat, r.sentence
	if r.intendedKK() {
		return true
	}
	for i := r.m.End; i < s.Last && i < r.m.End+8; i++ {
		if l.Is(i, lang.Punct) {
			if i == r.m.End || l.Rune(i) != '»' {
				return false
			}
			return l.Is(i-1, lang.Lower) && r.p.know.endsAhead(l.Fold(i-1), 3)
		}
		if i < r.m.End+4 && !l.Has(r.m.End, r.p.know.lists.sinceAfter) && l.Is(i, lang.Lower) && participleAheadKK(l.Fold(i)) {
			return !r.p.know.endings.pastPartEnd.end(l.Fold(i-1), 2) // өткен болатын
		}
	}
	return false
}

// intendedKK reports whether the words behind a Kazakh date name in the accusative what
// somebody plans or means to do then, and nothing that is over stands between: «20 қыркүйекте
// Токиода форум өткізуді жоспарлап отыр».
func (r *dateReader) intendedKK() bool {
	l, s := r.p.lat, r.sentence
	for i := r.m.End; i+1 < s.Last && i < r.m.End+14; i++ {
		if !l.Is(i, lang.Lower) {
			if l.Rune(i) == ',' {
				return false
			}
			continue
		}
		w := l.Fold(i)
		if r.p.know.endings.pastPartEnd.end(w, 2) {
			return false
		}
		if (strings.HasSuffix(w, "уді") || strings.HasSuffix(w, "уды")) && l.Plays(i+1, r.p.know.roles.intends) {
			return true
		}
	}
	return false
}

// participleAheadKK reports whether a folded word ends as Kazakh participles of what is to
// come or is done always, or as what is said of it: өтетін, «қаңтарда | өтетінін айтты».
func participleAheadKK(w string) bool {
	for _, e := range [...]string{"атын", "етін", "йтын", "йтін", "атынын", "етінін", "йтынын", "йтінін", "атындығын", "етіндігін"} {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
