package reader

import "shanyraq/internal/lang"

// Where the verb that says whether a date lies ahead is looked for before it.

// wordsBefore goes over the tokens before a date, to the left, among which its verb may
// be: over names in marks and brackets, abbreviations and lists, "for farmers, herders
// and fishers in | March", and over any mark where a number is told for the date alone,
// "exports rose by 5 %, imports by 3 % in | March", or the date closes its sentence
// behind an aside, "opened a plant, the second in the land, in | March".
func (r *dateReader) wordsBefore(yield func(int) bool) {
	l, s, and := r.p.lat, r.sentence, r.p.know.lists.andWord
	beside, free, listed := r.toldBeside(), r.closesBehindMark(), false
	for i := r.m.Start - 1; i >= s.First && i >= r.m.Start-tenseReach; i-- {
		if open := r.closedFrom(i); open >= 0 {
			i = open
			continue
		}
		free = free || i >= beside && l.Has(i, lang.NumberChunk)
		listed = listed || l.Has(i, and) && l.Rune(i-1) != ','
		if c := l.Rune(i); c == ';' || partsClause(c) && !free && !(listed && c == ',') {
			return
		}
		if !yield(i) {
			return
		}
	}
}

// closesBehindMark reports whether a date with its preposition is all that stands between
// the last mark inside a sentence and its end.
func (r *dateReader) closesBehindMark() bool {
	l, k := r.p.lat, r.m.Start-1
	if l.Has(k, r.p.know.lists.inPrep) {
		k--
	}
	return r.m.End+1 >= r.sentence.Last && k > r.sentence.First && (l.Rune(k) == ',' || isDash(l.Rune(k)))
}

// closedFrom gives the token at which the bracket or the quotation marks open that close
// at token i of the sentence, -1 where none close there: «подписали договор «О дружбе»| в
// марте».
func (r *dateReader) closedFrom(i int) int {
	l := r.p.lat
	c := l.Rune(i)
	if c != ')' && c != '»' && c != '”' && c != '"' && !l.Is(i, lang.CloseQuote) {
		return -1
	}
	for k := i - 1; k >= r.sentence.First; k-- {
		switch d := l.Rune(k); {
		case d == '(' || d == '«' || d == '“' || l.Is(k, lang.OpenQuote):
			return k
		case d == c && c == '"' && r.opensPlain(k):
			return k
		case d == ')' || d == '»' || d == '”' || d == '"':
			return -1
		}
	}
	return -1
}

// opensPlain reports whether the plain quotation mark at token k opens: an even number of
// them stands before it in the sentence.
func (r *dateReader) opensPlain(k int) bool {
	opens := true
	for i := r.sentence.First; i < k; i++ {
		if r.p.lat.Rune(i) == '"' {
			opens = !opens
		}
	}
	return opens
}

// toldBeside gives the first token at which a number may stand that is told for a date
// alone: "3 % in | March", "12 in | March", but not "12 families move in | March".
func (r *dateReader) toldBeside() int {
	k := r.m.Start
	if r.p.lat.Has(k-1, r.p.know.lists.inPrep) {
		k--
	}
	return k - 2
}

// askedToDo reports whether the English verb of the past at token i asks somebody to do
// what stands between it and a date, which so lies ahead: "urged the three ministers to
// finish the work in | March", but not "to investigate the fire in | March".
func (r *dateReader) askedToDo(i int) bool {
	l, roles := r.p.lat, &r.p.know.roles
	if !l.Plays(i, roles.agreesTo) || r.firstOf("wd") >= 0 { // called on him to resign on Monday
		return false
	}
	for k := r.sentence.First; k < r.m.Start; k++ {
		if l.Is(k, lang.Year) { // in 2015 it asked him to report in June
			return false
		}
	}
	if w := l.Fold(i + 1); l.Fold(i) == "called" && w != "on" && w != "upon" {
		return false
	}
	for k := i + 1; k+1 < r.m.Start; k++ {
		if l.Plays(k, roles.to) && l.Is(k+1, lang.Lower) && !l.Has(k+1, r.p.know.lists.definite) && !l.Has(k+1, r.p.know.lists.indefinite) {
			return !l.Plays(k+1, roles.looksBack)
		}
	}
	return false
}

// toldRightBefore reports whether a verb that nothing but the past has this form of stands
// shortly before the date: "took effect | Jan. 1".
func (r *dateReader) toldRightBefore() bool {
	for i := r.m.Start - 1; i >= r.sentence.First && i >= r.m.Start-4; i-- {
		if r.p.lat.Plays(i, r.p.know.roles.plainPast) {
			return true
		}
		if !r.p.lat.Is(i, lang.Word) {
			return false
		}
	}
	return false
}

// pluralEN reports whether a folded English word ends as a plural does: polls, no bus.
func pluralEN(w string) bool {
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] != 'u'
}

// pastVerb reports whether a Russian verb around the match, with no mark between, tells of
// what was: «к лету мост | построили».
func (r *dateReader) pastVerb() (told bool) {
	l, know, s := r.p.lat, r.p.know, r.sentence
	ahead, short := know.lists.future, know.lists.pastShort
	look := func(i int) (on bool) {
		switch {
		case l.Has(i, ahead):
			told = false
			return false
		case l.Is(i, lang.Punct) && l.Rune(i) != '-' && !partsNothing(l.Rune(i)):
			return false
		case l.Is(i, lang.Lower) && (know.endings.finitePast.end(l.Fold(i), 3) || l.Has(i, short)):
			told = true
		}
		return true
	}
	for i := range r.wordsBefore {
		if l.Has(i, ahead) {
			return false
		}
		if !l.Is(i, lang.Punct) {
			look(i)
		}
	}
	for i := r.m.End; i < s.Last && look(i); i++ {
	}
	return told
}
