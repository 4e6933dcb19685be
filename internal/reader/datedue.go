package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// calledOffReach is how far behind a day the verb that takes it back is looked for,
// in tokens, and calledOffDays how many days back such a day may lie.
const (
	calledOffReach = 10
	calledOffDays  = 3
)

// calledOff reports whether what stood set for a day is told behind it as taken
// back, so that the day may as well be past: "a service planned for Saturday was
// cancelled", "it was to rule on Thursday but put it off".
func (r *dateReader) calledOff() bool {
	c := r.p.know.lists.calledOff
	if c == lang.NoClass {
		return false
	}
	for i := r.m.End; i < r.sentence.Last && i < r.m.End+calledOffReach; i++ {
		if r.p.lat.Has(i, c) {
			return r.p.know.pack.Tag != "en" || r.p.lat.Fold(i-1) != "been" // has been cancelled: the day is still to come
		}
		if r.p.lat.Plays(i, r.p.know.roles.reason) || r.p.lat.Rune(i) == ';' {
			return false
		}
	}
	return false
}

// due reports whether a weekday, token k, is a term somebody still has: "has given
// them until 9 a.m. Tuesday to sign", "they have until Friday", or the end of what
// goes on: "the fair lasts until Friday".
func (r *dateReader) due(k int) bool {
	l, s := r.p.lat, r.sentence
	i := k - 1
	for i > s.First && i > k-10 && r.hourWord(i) {
		i--
	}
	if i <= s.First || !l.Has(i, r.p.know.lists.untilWord) {
		return false
	}
	if e := r.m.End; e+1 < s.Last && l.Plays(e, r.p.know.roles.to) && l.Is(e+1, lang.Lower) {
		return true
	}
	if l.Plays(i-1, r.p.know.roles.hasTime) {
		return true
	}
	put, past := r.p.know.lists.putOff, false
	for k := i - 1; k >= s.First && k > i-8; k-- { // postponed the vote until Tuesday; is closed until Tuesday
		if l.Has(k, put) || !past && l.Plays(k, r.p.know.roles.lastsNow) {
			return true
		}
		past = past || l.Has(k, r.p.know.lists.pastWord)
	}
	return false
}

// hourWord reports whether token i is of a time of day before its weekday.
func (r *dateReader) hourWord(i int) bool {
	l := r.p.lat
	return l.Is(i, lang.Number) || l.Has(i, r.p.know.lists.clock) || l.Plays(i, r.p.know.roles.hourWord) || l.Rune(i) == '.' || l.Rune(i) == ':'
}

// nounHere reports whether a word that may be a verb or a noun, the class nounverb,
// is a noun at token i: behind a word in the singular that is no name, "a strong
// start", but "talks start", "Leeds play".
func (r *dateReader) nounHere(i int) bool {
	l := r.p.lat
	if !l.Has(i, r.p.know.lists.nounVerb) || i == r.sentence.First {
		return false
	}
	if !l.Is(i-1, lang.Lower) {
		return false
	}
	w := l.Fold(i - 1)
	if w == "s" && l.Is(i-1, lang.Glued) { // Friday's vote
		return true
	}
	return !l.Plays(i-1, r.p.know.roles.beforeVerb) && w[len(w)-1] != 's'
}

// nearestVerb tells by the verb nearest to a date whether it lies ahead, in a clause
// [from, to) that has both verbs of the past and of the time to come: «прилетел в
// понедельник и улетит в субботу». First those before the date are asked, up to a
// conjunction, then those behind it, then the rest.
func (r *dateReader) nearestVerb(from, to int) (ahead, told bool) {
	l, know := r.p.lat, r.p.know
	future, short, say, noun := r.p.know.lists.future, r.p.know.lists.pastShort, r.p.know.lists.sayVerb, r.p.know.lists.notVerb
	verb := func(i int) (ahead, told bool) {
		switch {
		case i >= r.m.Start && i < r.m.End:
		case l.Has(i, future):
			return true, true
		case !l.Is(i, lang.Lower):
		case l.Has(i, short) && (l.Has(i-1, future) || i > from+1 && l.ChunkEnd(i-2, future) == i): // может быть подписан
			return true, true
		case know.endings.finitePast.end(l.Fold(i), 3) || l.Has(i, short):
			return false, true
		case know.endings.futureEnd.end(l.Fold(i), 4) && !l.Has(i, say) && !l.Has(i, noun): // университет
			return true, true
		}
		return false, false
	}
	past, coming := false, false
	for i := from; i < to; i++ {
		if ahead, told := verb(i); told {
			past, coming = past || !ahead, coming || ahead
		}
	}
	if !past || !coming {
		return false, false
	}
	and := r.p.know.lists.andWord
	i := r.m.Start - 1
	for ; i >= from && !l.Has(i, and); i-- {
		if ahead, told := verb(i); told {
			return ahead, true
		}
	}
	for k := r.m.End; k < to; k++ {
		if ahead, told := verb(k); told {
			return ahead, true
		}
	}
	for ; i >= from; i-- {
		if ahead, told := verb(i); told {
			return ahead, true
		}
	}
	return false, false
}

// hasBegun reports whether a participle of the past stands right behind a date, in a
// language with heads last, so that the date is of what has been, whatever verb
// closes the sentence: «сейсенбіде басталған келіссөз жексенбіде аяқталады». So does a
// word for "since": «1 шілдеден бері».
func (r *dateReader) hasBegun() bool {
	l, i := r.p.lat, r.m.End
	if r.everSince() {
		return true
	}
	if i+1 >= r.sentence.Last || !l.Is(i, lang.Lower) || !l.Is(i+1, lang.Word) || l.Has(i, r.p.know.lists.future) {
		return false
	}
	return r.p.know.endings.pastPartEnd.end(l.Fold(i), 4)
}

// everSince reports whether a word behind a date says that something has been so since
// then, so that it lies behind: «1 шілдеден бері».
func (r *dateReader) everSince() bool {
	return r.m.End < r.sentence.Last && r.p.lat.Plays(r.m.End, r.p.know.roles.everSince)
}

// agreedAhead reports whether a Russian date stands behind the infinitive of what
// somebody has agreed, promised or been told to do, so that it lies ahead:
// «договорились ускорить работу и подписать протокол в марте»; or behind what they have
// agreed on: «договорились о визите в марте». No finite verb of a clause of its own
// stands between.
func (r *dateReader) agreedAhead() bool {
	if !r.p.know.russian {
		return false
	}
	l, s := r.p.lat, r.sentence
	if r.duty() {
		return true
	}
	toDo := false
	for i := r.m.Start - 1; i >= s.First && i >= r.m.Start-tenseReach; i-- {
		if !l.Is(i, lang.Lower) {
			if c := l.Rune(i); c == ';' || c == ':' {
				return false
			}
			continue
		}
		w := l.Fold(i)
		if l.Plays(i, r.p.know.roles.agreesTo) && (toDo || l.Plays(i+1, r.p.know.roles.beforePre)) {
			return true
		}
		if strings.HasSuffix(w, "ть") || strings.HasSuffix(w, "ти") || strings.HasSuffix(w, "ться") || strings.HasSuffix(w, "тись") {
			toDo = true
		} else if r.p.know.endings.finitePast.end(w, 3) {
			return false
		}
	}
	return false
}

// begunRU reports whether a Russian participle of the past right before a date and its
// preposition says that what it tells of has been: «о ярмарке, открывшейся в апреле».
func (r *dateReader) begunRU() bool {
	for i := r.m.Start - 1; r.p.know.russian && i >= max(r.sentence.First, r.m.Start-2); i-- {
		if r.p.lat.Is(i, lang.Lower) && r.p.know.endings.pastPartEnd.end(r.p.lat.Fold(i), 3) {
			return true
		}
	}
	return false
}

// duty reports whether the clause of a Russian date says behind it what somebody has to
// do: «в четверг стороны должны подписать протокол», but «должны были подписать».
func (r *dateReader) duty() bool {
	l := r.p.lat
	for i := r.m.End; i+1 < r.sentence.Last && i < r.m.End+8 && !partsClause(l.Rune(i)); i++ {
		if !l.Plays(i, r.p.know.roles.must) {
			continue
		}
		w := l.Fold(i + 1)
		return strings.HasSuffix(w, "ть") || strings.HasSuffix(w, "ти") || strings.HasSuffix(w, "ться") || strings.HasSuffix(w, "тись")
	}
	return false
}

// agreedAheadKK reports whether a Kazakh date is that of what somebody has agreed to do:
// «шілдеде жиын өткізуге уағдаласты».
func (r *dateReader) agreedAheadKK() bool {
	l := r.p.lat
	for i := r.m.End + 1; r.p.know.headLast && i < r.sentence.Last && i < r.m.End+12 && !partsClause(l.Rune(i)); i++ {
		if !l.Plays(i, r.p.know.roles.agreesTo) {
			continue
		}
		w := l.Fold(i - 1)
		return strings.HasSuffix(w, "уға") || strings.HasSuffix(w, "уге") || strings.HasSuffix(w, "юге")
	}
	return false
}

// startsThen reports whether an English weekday, token k, is the one on which that is to start
// for which others have come: "have arrived for a conference commencing | Tuesday".
func (r *dateReader) startsThen(k int) bool {
	l, s := r.p.lat, r.sentence
	if r.p.know.pack.Tag != "en" {
		return false
	}
	i := k - 1
	if l.Plays(i, r.p.know.roles.onTime) {
		i--
	}
	if i-1 <= s.First || !l.Has(i-1, r.p.know.lists.eventNoun) {
		return false
	}
	switch l.Fold(i) {
	case "starting", "beginning", "commencing", "opening":
	default:
		return false
	}
	const reach = 12
	for n := i - 2; n > s.First && n > i-reach && l.Rune(n) != ','; n-- {
		if !l.Plays(n, r.p.know.roles.forWhat) {
			continue
		}
		for j := n - 1; j >= s.First && j > n-reach; j-- {
			if w := l.Fold(j); strings.HasPrefix(w, "arriv") || strings.HasPrefix(w, "gather") {
				return true
			}
		}
	}
	return false
}
