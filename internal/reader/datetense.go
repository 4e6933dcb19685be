package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// tenseReach is how far from a date its verb is looked for, in tokens.
const tenseReach = 40

// aheadHere reports whether the verb of a date's own clause tells of the time
// to come: the verb nearest before it, else the first one behind it. "X will
// be held in May, the council decided on Tuesday" speaks of a Tuesday past.
// Present is the pack's list of verbs that tell of a fixed plan.
func (r *dateReader) aheadHere(present lang.Class) bool {
	s := r.sentence
	if r.sinceThen() || r.setBeside() {
		return false
	}
	if r.movedTo() || r.setAhead() {
		return true
	}
	if k := r.firstOf("wd"); k > s.First && r.firstOf("dir") < 0 {
		if ahead, told := r.weekdayAhead(k); told {
			return ahead
		}
	}
	if k := r.firstOf("m"); k > s.First && r.firstOf("y") < 0 && r.firstOf("dir") < 0 && (r.p.lat.Plays(k-1, r.p.know.roles.by) || k-1 > s.First && r.firstOf("d") == k-1 && r.p.lat.Plays(k-2, r.p.know.roles.by)) {
		return !r.pluperfect()
	}
	for i := r.m.Start - 1; i >= s.First && i >= r.m.Start-tenseReach; i-- {
		if ahead, told := r.tenseAt(i, present); told {
			if !ahead && i-1 > s.First && r.p.lat.Has(i-1, r.p.know.lists.phraseAnd) {
				continue // "is to be drafted and signed in May": the first verb tells
			}
			return ahead || r.askedToDo(i)
		}
	}
	for i := r.m.End; i < s.Last && i < r.m.End+tenseReach; i++ {
		if ahead, told := r.tenseAt(i, present); told {
			return ahead && !r.p.know.endings.pastEnd.end(r.p.lat.Fold(i), 2) // on 22 July it agreed to
		}
	}
	return false
}

// movedTo reports whether a month or a season is what something is put off to: "was
// postponed to | December".
func (r *dateReader) movedTo() bool {
	l, k := r.p.lat, max(r.firstOf("m"), r.firstOf("season"))-1
	if l.Has(k, r.p.know.lists.definite) {
		k--
	}
	if k <= r.sentence.First || !l.Plays(k, r.p.know.roles.to) {
		return false
	}
	moved := r.p.know.lists.dateMoved
	for i := k - 1; i >= max(r.sentence.First, k-2); i-- {
		if c, ok := l.Chunk(i, moved); ok && int(c.End) == k {
			return true
		}
	}
	return false
}

// setBeside reports whether a quarter or a month without a year is that of a number
// set beside what is to come: "will grow 2 percent, up from 0.4 percent in the fourth
// quarter". It lies behind.
func (r *dateReader) setBeside() bool {
	l, echo, number := r.p.lat, r.p.know.lists.echoWord, false
	if echo == lang.NoClass || r.firstOf("q") < 0 && r.firstOf("m") < 0 && r.firstOf("season") < 0 {
		return false
	}
	for i := r.m.Start - 1; i >= r.sentence.First && i > r.m.Start-8; i-- {
		switch {
		case l.Has(i, lang.NumberChunk) || l.Is(i, lang.Number):
			number = true
		case l.Has(i, echo):
			return number
		case !l.Is(i, lang.Lower) && !partsNothing(l.Rune(i)) || l.Has(i, r.p.know.lists.rangeTo):
			return false
		}
	}
	return false
}

// weekdayAhead tells by the words right around a weekday, token k, whether it lies
// ahead: "the services are Saturday", "is set for Monday", "said Saturday would be
// a day of mourning".
func (r *dateReader) weekdayAhead(k int) (ahead, told bool) {
	l, s := r.p.lat, r.sentence
	i := k - 1
	for i > s.First && i > k-5 && r.hourWord(i) && !l.Has(i, r.p.know.lists.indefinite) { // the deadline is midnight Friday
		i--
	}
	switch {
	case l.Plays(i, r.p.know.roles.isOn):
		return true, true
	case l.Plays(k-1, r.p.know.roles.dueBy):
		return !r.pluperfect(), true
	case r.m.End < s.Last && l.Has(r.m.End, r.p.know.lists.future) && !l.Plays(k-1, r.p.know.roles.hourWord):
		return !r.unmet(r.m.End), true
	}
	return true, r.startsThen(k) || r.due(k)
}

// pluperfect reports whether the sentence tells of what had been by then: "by
// Monday, forty had died", "the vote had been set for Monday".
func (r *dateReader) pluperfect() bool {
	l := r.p.lat
	for i := r.sentence.First; i < r.sentence.Last; i++ {
		if l.Plays(i, r.p.know.roles.hadDone) {
			return true
		}
	}
	k := max(r.firstOf("wd"), r.firstOf("m"))
	if k-1 > r.sentence.First && !l.Plays(k-1, r.p.know.roles.by) {
		k--
	}
	if !l.Plays(k-1, r.p.know.roles.by) {
		return false
	}
	for i, other := k-2, false; i >= r.sentence.First && i >= k-8 && l.Rune(i) != ','; i-- {
		switch {
		case !other && l.Plays(i, r.p.know.roles.wasDone): // was finished by Monday
			return true
		case l.Has(i, r.p.know.lists.future): // plans to build sheds by May with money lent in March
			return false
		}
		other = other || l.Plays(i, r.p.know.roles.otherVerb)
	}
	return r.pastBehind()
}

// pastBehind reports whether a verb of the past stands behind the date, in its own
// clause: "by May the pier stood", "by May, the pier stood".
func (r *dateReader) pastBehind() bool {
	for i := r.m.End; i < r.sentence.Last; i++ {
		if r.p.lat.Has(i, r.p.know.lists.pastWord) {
			return true
		}
		if i > r.m.End && r.p.lat.Rune(i) == ',' {
			return false
		}
	}
	return false
}

// tenseAt tells what token i says of the time, if it is or begins a verb.
func (r *dateReader) tenseAt(i int, present lang.Class) (ahead, told bool) {
	l, future := r.p.lat, r.p.know.lists.future
	if r.dueToCause(i) {
		return false, false
	}
	if l.Has(i, future) && r.toThing(i) {
		return false, false
	}
	if l.Has(i, future) || l.Plays(i, r.p.know.roles.mayCome) && l.Is(i, lang.Lower) {
		return !r.unmet(i), true
	}
	if r.p.headlineTo(i, r.sentence) {
		return true, true
	}
	if l.Has(i, r.p.know.lists.pastWord) || l.Is(i, lang.Lower) && r.p.know.endings.pastEnd.end(l.Fold(i), 2) {
		if r.calledAfter(i) {
			return false, false
		}
		for k := i - 1; k >= r.sentence.First && k >= i-4; k-- { // will be held
			if l.Has(k, future) || l.Plays(k, r.p.know.roles.mayCome) && l.Is(k, lang.Lower) {
				return !r.unmet(k), true
			}
			if r.toBeDone(k) {
				return true, true
			}
			if !l.Is(k, lang.Word) || l.Has(k, r.p.know.lists.pastWord) {
				break
			}
		}
		return false, true
	}
	if l.Has(i, present) && i > r.sentence.First && l.Has(i-1, r.p.know.lists.pastWord) { // was open
		return false, true
	}
	if !l.Is(i, lang.Lower) || i > r.sentence.First && l.Plays(i-1, r.p.know.roles.to) { // met to vote: the verb before tells
		return false, false
	}
	if l.Has(i, present) && !l.Has(i-1, r.p.know.lists.indefinite) && !l.Has(i-1, r.p.know.lists.definite) && !r.countedNoun(i) && !r.nounHere(i) {
		return true, true
	}
	if l.Plays(i, r.p.know.roles.manyMove) && i > r.sentence.First && l.Is(i-1, lang.Word) {
		if k := i - 2; k > r.sentence.First && (l.Has(k, r.p.know.lists.pastWord) || r.p.know.endings.pastEnd.end(l.Fold(k), 2)) { // helped voters leave
			return false, false
		}
		return true, pluralEN(l.Fold(i-1)) && !l.Has(i-1, r.p.know.lists.definite)
	}
	return false, false
}

// calledAfter reports whether an English participle at token i only says after whom what
// stands before it is named: "the theatre named after Abay will tour".
func (r *dateReader) calledAfter(i int) bool {
	l := r.p.lat
	return i+2 < r.sentence.Last && i > r.sentence.First && l.Plays(i, r.p.know.roles.namedFor) && l.Is(i-1, lang.Cap) && l.Is(i+1, lang.Lower) && !l.Has(i+1, r.p.know.lists.definite) && l.Is(i+2, lang.Cap)
}

// toThing reports whether the words of a time to come at token i end in a "to" that leads
// to a thing and to no verb: "agreed to | a truce on Saturday".
func (r *dateReader) toThing(i int) bool {
	l := r.p.lat
	k := l.ChunkEnd(i, r.p.know.lists.future)
	if k <= i+1 || k >= r.sentence.Last || !l.Has(k, r.p.know.lists.indefinite) || !l.Plays(k-1, r.p.know.roles.to) {
		return false
	}
	return !l.Has(i, r.p.know.lists.putOff) && !l.Has(i, r.p.know.lists.dateMoved)
}

// countedNoun reports whether an English word that looks like a verb is a noun behind
// its number: "by 17 votes on Tuesday".
func (r *dateReader) countedNoun(i int) bool {
	return r.p.know.pack.Tag == "en" && i > r.sentence.First && (r.p.lat.Is(i-1, lang.Number) || r.p.lat.Has(i-1, r.p.know.lists.num))
}

// toBeDone reports whether the "be" of what a noun awaits stands at token i: "final
// guidelines to be published in November", in a headline "Forum to be held in May"; not "had
// to be cancelled", "proved to be".
func (r *dateReader) toBeDone(i int) bool {
	l := r.p.lat
	if i-2 < r.sentence.First || l.Fold(i) != "be" || !l.Plays(i-1, r.p.know.roles.to) {
		return false
	}
	if r := l.Rune(i - 2); r == ',' || r == '(' { // the summit, to be held in October
		return true
	}
	w := l.Fold(i - 2)
	if !l.Is(i-2, lang.Word) || l.Has(i-2, r.p.know.lists.pastWord) || l.Has(i-2, r.p.know.lists.auxVerb) || r.p.know.endings.pastEnd.end(w, 2) {
		return false
	}
	return r.p.headlineTo(i-1, r.sentence) || l.Is(i-2, lang.Lower) && (w[len(w)-1] == 's' || i-3 >= r.sentence.First && (l.Has(i-3, r.p.know.lists.definite) || l.Has(i-3, r.p.know.lists.indefinite)))
}

// unmet reports whether the words of a time to come at token i tell of what
// should have been by now: "was to have been signed in March".
func (r *dateReader) unmet(i int) bool {
	l := r.p.lat
	if l.Plays(i, r.p.know.roles.unreal) {
		if next := l.Fold(min(i+1, len(l.Toks)-1)); next == "have" || next == "not" && l.Fold(i) == "could" { // could not be reached on Sunday
			return true
		}
	}
	return i+2 < r.sentence.Last && l.Has(i, r.p.know.lists.pastWord) && l.Fold(i+2) == "have"
}

// sinceThen reports whether a word before the date says that it lies behind.
func (r *dateReader) sinceThen() bool {
	c, first := r.p.know.lists.sinceWord, r.m.Start
	return r.p.lat.Has(first, c) || first > r.sentence.First && r.p.lat.Has(first-1, c) && r.m.Rule.Get("need") != "future" || r.ofInstrument() // back | in two days
}

// ofInstrument reports whether a month tells which instrument with a name is meant,
// so that it lies behind: "under the Berlin Declaration of January, states must report".
func (r *dateReader) ofInstrument() bool {
	l, k := r.p.lat, r.firstOf("m")-2
	return k > r.sentence.First && l.Is(k, lang.Cap) && l.Has(k+1, r.p.know.lists.of) && l.Has(k, r.p.know.lists.instrumentNoun)
}

// pastTold is past for a language whose finite verbs show the past by an
// ending of the list finitepast, in any place of the clause: between marks.
func (r *dateReader) pastTold() bool {
	l, know, s := r.p.lat, r.p.know, r.sentence
	if know.endings.finitePast == nil {
		return false
	}
	if know.headLast { // the verb closes the sentence
		if a := r.m.End; a < s.Last && l.Has(a, r.p.know.lists.untilWord) || know.endings.dative.end(l.Fold(r.m.End-1), 2) {
			return false
		}
		for i := s.Last - 1; i >= r.m.End; i-- {
			if l.Is(i, lang.Word) {
				if say := r.p.know.lists.sayVerb; l.Has(i, say) || l.Has(i-1, say) || know.endings.aimEnd.end(l.Fold(i-1), 2) {
					return false // said or agreed: what the date is of may lie ahead
				}
				if know.endings.finitePast.whole(l.Fold(i)) { // кеткен еді
					return true
				}
				return l.Is(i, lang.Lower) && know.endings.finitePast.end(l.Fold(i), 2) && !know.endsAhead(l.Fold(i), 2)
			}
		}
		return false
	}
	for _, k := range [...]int{r.m.Start - 1, r.m.Start} {
		if k >= s.First && l.Has(k, know.lists.pastNot) {
			return false
		}
	}
	return r.pastVerb()
}

// endsAhead reports whether a verb has an ending of the list aheadend that is
// not one of the past that only looks like it: «өседі», but «төмендеді», «қойды».
func (k *knowledge) endsAhead(w string, keep int) bool {
	return k.endings.aheadEnd.end(w, keep) && !k.endings.pastSure.end(w, 2) && !k.endings.pastSure.whole(w)
}

// future reports whether the sentence is set in the time to come: by a word of
// the future list, or by a verb with an ending of the present and future and
// none with one of the past (pack lists futureend, pastend).
func (r *dateReader) future() bool { return r.aheadIs.of(r.liesAhead) }

// liesAhead reports whether the sentence tells of the match as of a day to come: "will be
// held | on Monday".
func (r *dateReader) liesAhead() bool {
	if r.announced() {
		return true
	}
	if c := r.p.know.lists.presentMove; c != lang.NoClass {
		return r.aheadHere(c)
	}
	if k := r.m.Start; k > r.sentence.First+1 && r.p.lat.Plays(k-2, r.p.know.roles.asOf) { // по состоянию на 1 июля
		return false
	}
	if r.agreedAhead() || r.agreedAheadKK() {
		return true
	}
	if ahead, told := r.clauseAhead(); told {
		return ahead
	}
	if r.p.know.headLast {
		ahead, told := r.clauseToldKK()
		if told || r.hasBegun() {
			return ahead
		}
	}
	if r.comesKK() {
		return true
	}
	if r.weekdayAheadKK() {
		return true
	}
	if r.stillOpen() {
		return true
	}
	if r.p.futureFor != r.sentence {
		r.p.futureFor, r.p.futureIs = r.sentence, r.lookAhead()
	}
	return r.p.futureIs
}

// clauseToldKK tells whether the clause of a Kazakh date, which closes before another with a
// pronoun that goes on, lies ahead: «маусымда заң қабылдады, | ол қаңтарда күшіне енеді»
// does not, «тендер маусымда жарияланады, | оған бес топ өтінім берген» does.
func (r *dateReader) clauseToldKK() (ahead, told bool) {
	l := r.p.lat
	for i := r.m.End + 1; i+1 < r.sentence.Last; i++ {
		if l.Rune(i) == ',' && (l.Has(i+1, r.p.know.lists.pronoun) || l.Fold(i+1) == "оған") {
			w := l.Fold(i - 1)
			if !l.Is(i-1, lang.Lower) {
				return false, false
			}
			if ahead, _ := r.closedKK(i - 1); ahead {
				return true, true
			}
			return false, r.p.know.endings.finitePast.end(w, 4) && !strings.HasSuffix(w, "йды") && !strings.HasSuffix(w, "йді") && !r.p.know.endings.futureEnd.end(w, 4)
		}
	}
	return false, false
}

// stillOpen reports whether a Russian weekday is the end of what no verb of its sentence
// tells as past: «закрыто до пятницы», but «дождь шёл до пятницы».
func (r *dateReader) stillOpen() bool {
	l, s := r.p.lat, r.sentence
	if k := r.firstOf("wd"); !r.p.know.russian || k <= s.First || !l.Has(k-1, r.p.know.lists.untilWord) {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if l.Is(i, lang.Lower) && (l.Has(i, r.p.know.lists.pastShort) || r.p.know.endings.finitePast.end(l.Fold(i), 1)) {
			return false
		}
	}
	return true
}

// clauseAhead tells by the verbs of a date's own clause, between marks, whether
// it lies ahead, in a language whose finite verbs show it by their endings:
// «сообщили в понедельник, переговоры начнутся в четверг». told is false where
// the clause has no such verb.
func (r *dateReader) clauseAhead() (ahead, told bool) {
	l, know, s := r.p.lat, r.p.know, r.sentence
	if know.headLast || know.endings.finitePast == nil {
		return false, false
	}
	from, to := r.m.Start, r.m.End
	for from > s.First && !partsClause(l.Rune(from-1)) {
		from--
	}
	for to < s.Last && !partsClause(l.Rune(to)) {
		to++
	}
	if ahead, told := r.nearestVerb(from, to); told {
		return ahead, true
	}
	if from == s.First && to >= s.Last-1 { // the sentence is one clause
		return false, false
	}
	future, short := r.p.know.lists.future, r.p.know.lists.pastShort
	coming, begun := false, false
	for i := from; i < to; i++ {
		if l.Has(i, future) {
			return true, true
		}
	}
	for i := from; i < to; i++ {
		if i >= r.m.Start && i < r.m.End || !l.Is(i, lang.Lower) {
			continue
		}
		if know.endings.finitePast.end(l.Fold(i), 3) || l.Has(i, short) {
			return false, true
		}
		coming = coming || know.endings.futureEnd.end(l.Fold(i), 4) && !l.Has(i, r.p.know.lists.sayVerb) && !l.Has(i, r.p.know.lists.notVerb)
		begun = begun || know.endings.pastPartEnd.end(l.Fold(i), 3)
	}
	return coming, coming || begun
}

// partsClause reports whether a mark stands between clauses.
func partsClause(c rune) bool {
	switch c {
	case ',', ';', ':', '—', '–', '(', ')', '«', '»':
		return true
	}
	return false
}

// onceSet reports whether what stood set for a weekday is told of as past: «суд,
// назначенный на вторник, отменили».
func (r *dateReader) onceSet() bool {
	i := r.m.Start - 1
	return i > r.sentence.First && r.p.lat.Rune(i-1) == ',' || i > r.sentence.First+1 && r.p.lat.Rune(i-2) == ','
}

// lookAhead goes over the sentence for a verb of what is to come; a verb of what has been
// settles it the other way.
func (r *dateReader) lookAhead() bool {
	c := r.p.know.lists.future
	know := r.p.know
	found := know.headLast && r.futureLast()
	for i := r.sentence.First; i < r.sentence.Last; i++ {
		if c != lang.NoClass && r.p.lat.Has(i, c) {
			return true
		}
		if know.headLast || know.endings.futureEnd == nil || !r.p.lat.Is(i, lang.Lower) {
			continue
		}
		w := r.p.lat.Fold(i)
		if know.endings.pastEnd.end(w, 4) || know.russian && r.p.lat.Has(i, r.p.know.lists.pastShort) { // принят
			return false
		}
		found = found || know.endings.futureEnd.end(w, 4) && !r.p.lat.Has(i, r.p.know.lists.sayVerb) && !r.p.lat.Has(i, r.p.know.lists.notVerb)
	}
	return found
}

// futureLast reports whether the verb that closes a sentence of a language with
// heads last stands in the time to come and is none of saying: «шақырылады»,
// but not «айтылады».
func (r *dateReader) futureLast() bool {
	l, s := r.p.lat, r.sentence
	for i := s.Last - 1; i >= r.m.End; i-- {
		if l.Is(i, lang.Word) {
			w := l.Fold(i)
			return l.Is(i, lang.Lower) && r.p.know.endings.futureEnd.end(w, 4) && !l.Has(i, r.p.know.lists.sayVerb) && w != "айтылады" && w != "көрсетіледі"
		}
	}
	return false
}
