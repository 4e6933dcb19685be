package reader

import (
	"math"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// What an English figure leaves out because the one before has said it: "against
// 4.8 a year earlier", "from 3,100 to 4,250", "45 more than in 2022", "60 of
// them", "Of the 118 hospitals, 17 are private".

// moreOrFewer reports whether a word that says how many are added or taken away
// stands between a number and its noun: two more people, 61 fewer villages.
func (f *figureReader) moreOrFewer(i int) bool {
	return f.l.Plays(i, f.p.know.roles.addsTo)
}

// goesOn completes the figure at token at by the one read right before it in the
// sentence; it reports whether it did.
func (f *figureReader) goesOn(st *read.Statement, v float64, s lang.Sentence, at int) bool {
	x, ok := f.p.numberAt(at)
	if !ok || x.end > s.Last {
		return false
	}
	if f.last.end == s.Last && f.last.noun != "" && f.last.unit != "year" {
		if f.partOfLast(x, s) || f.moreThan(x.end, s) || f.levelOfLast(x, s) || f.anotherFew(x, s) || f.againstLast(x, s) || f.restOfRow(x, s) {
			st.Counted, st.Unit = f.last.noun, f.last.unit
			return true
		}
	}
	if f.last.end == s.First && s.First > 0 && !f.l.Toks[s.First].Para && f.last.noun != "" && f.last.unit != "year" && x.start == s.First && v <= f.last.value && f.l.Plays(x.end, f.p.know.roles.verbOfThose) { // The 151 members …. Seventy-one are
		st.Counted, st.Unit = f.last.noun, f.last.unit
		return true
	}
	if f.lastSentence == s && f.amountUnit() && f.lastNumber.start < at && f.moreThan(x.end, s) { // 1.3 million hectares, 200,000 more than in 2020
		st.Unit, f.lastNumber = f.lastUnit, *x
		return true
	}
	if f.lastSentence != s || f.lastUnit == "" || f.lastNumber.start >= at || f.lastUnit != "percent" && f.apart(f.lastNumber.end, at) {
		return false
	}
	k := f.bareStart(at, s)
	_, _, echoes := f.endingAt(k, s.First, f.echo)
	level := k > s.First && f.l.Plays(k-1, f.p.know.roles.to) && f.lastNumber.end == k-1 // from 3,100 to 4,250
	if !echoes && !level && f.shareInRow(x, k, s) {
		st.Unit, f.lastNumber = f.lastUnit, *x
		return true
	}
	if !echoes && !level || f.lastUnit == "person" || f.lastUnit == "year" || math.Abs(math.Log10(math.Abs(v)/math.Abs(f.lastNumber.value))) > 1 {
		return false
	}
	st.Unit, f.lastNumber = f.lastUnit, *x
	return true
}

// levelOfLast reports whether a number is the level that those just counted came to:
// "shrank by 4,100 head, to 498,600", «сократилось на 4,1 тыс. голов, до 498,6 тыс.».
func (f *figureReader) levelOfLast(x *number, s lang.Sentence) bool {
	k := f.bareStart(x.start, s)
	if f.l.Has(k-1, f.rangeTo) {
		k--
	} else if !f.l.Has(k, f.rangeTo) {
		return false
	}
	return f.last.change != "" && (k == f.last.tok || k == f.last.tok+1 && f.l.Is(k-1, lang.Punct))
}

// shareInRow reports whether a number is one of a row of percentages of which only
// the first says so: "farming employs 14 per cent, mining 6 and fishing just 2".
// k is the token where it begins with its qualifier.
func (f *figureReader) shareInRow(x *number, k int, s lang.Sentence) bool {
	if f.lastUnit != "percent" || !x.digits || x.value > 100 || k < s.First+2 {
		return false
	}
	if f.l.Plays(k-1, f.p.know.roles.merely) {
		k--
	}
	if end := x.end; end < s.Last && !f.l.Has(end, f.and) && f.l.Rune(end) != ',' && f.l.Rune(end) != '.' && f.l.Rune(end) != ';' {
		return false
	}
	for i := k - 1; i >= s.First && i >= k-3; i-- {
		if i < k-1 && (f.l.Has(i, f.and) || f.l.Rune(i) == ',' || f.l.Rune(i) == ';') {
			return true
		}
		if !f.l.Is(i, lang.Word) || f.used[i] || f.l.Has(i, f.stop) || f.l.Has(i, f.label) || f.endsLikeVerb(i) {
			return false
		}
	}
	return false
}

// partOfLast reports whether a number is so many of those just counted: "60 of
// them", "of the 118 hospitals, 17 are private".
func (f *figureReader) partOfLast(x *number, s lang.Sentence) bool {
	i := x.end
	if i+1 < s.Last && f.l.Has(i, f.of) {
		return f.l.Plays(i+1, f.p.know.roles.thoseCounted)
	}
	return f.ofOpeningWhole(x, s) && (f.l.Plays(i, f.p.know.roles.verbOfThose) || f.l.Plays(i, f.p.know.roles.fromWhere) && f.l.Has(i+1, lang.PlaceChunk) || f.endsLikeVerb(i) || f.doneByThem(i) || f.didSomethingEN(i) || f.l.Has(i, f.p.know.lists.pastWord))
}

// ofOpeningWhole reports whether a number tells a part of the whole that opens the
// sentence: the 17 and the 9 of "Of the 118 hospitals, 17 are private and 9 closed".
func (f *figureReader) ofOpeningWhole(x *number, s lang.Sentence) bool {
	if x.start < s.First+3 || !f.wholeFirst(s.First) {
		return false
	}
	k := f.bareStart(x.start, s) - 1
	return f.l.Rune(k) == ',' || f.l.Has(k, f.and)
}

// verbOfWhole reports whether the one word that a part of the whole seems to count
// says what became of it: "Of the 240 boats, 57 sank", "612 belong to women".
func (f *figureReader) verbOfWhole(x *number, st *read.Statement, s lang.Sentence) bool {
	i := x.end
	return st.Counted != "" && st.Unit == "" && x.value != 1 && f.last.end == s.Last && f.last.noun != "" && f.ofOpeningWhole(x, s) &&
		st.Counted == f.l.Slice(i, i+1) && f.partOfLast(x, s) && !f.headNoun(i, i)
}

// moreThan reports whether "more than", "fewer than" or the like stands at token
// i with a date, a mark or a word of comparison behind it.
func (f *figureReader) moreThan(i int, s lang.Sentence) bool {
	if i >= s.Last || !f.moreOrFewer(i) && f.l.Fold(i) != "less" {
		return false
	}
	return i+1 < s.Last && f.l.Has(i+1, f.than) || i+1 == s.Last || f.l.Is(i+1, lang.Punct)
}

// anotherFew reports whether an English number without a noun tells how many more there
// are of those just counted: "hired 300 teachers and will hire another 150", "built
// four and will open two more in May".
func (f *figureReader) anotherFew(x *number, s lang.Sentence) bool {
	i := x.end
	if f.last.sentence != s {
		return false
	}
	if f.l.Plays(i, f.p.know.roles.addsTo) && !f.l.Has(i+1, f.than) {
		i++
	} else if !f.l.Plays(x.start-1, f.p.know.roles.merely) {
		return false
	}
	return i >= s.Last || f.l.Is(i, lang.Punct) || f.p.know.endings.pastEnd.end(f.l.Fold(i), 2) || f.l.Has(i, f.stop) || f.l.Has(i, lang.DateChunk) || f.l.Has(i, f.and)
}

// restOfRow reports whether a bare number behind a comma or a conjunction goes on with
// what was counted, a preposition behind it telling where, when or whose: "16 people died
// in Nampula and 2 in Zambezia", "71 are from one party, 67 from another".
func (f *figureReader) restOfRow(x *number, s lang.Sentence) bool {
	if f.last.sentence != s || x.scaled || x.value == 1 || x.end >= s.Last || f.l.Is(x.start, lang.Year) && x.end == x.start+1 {
		return false
	}
	k := f.bareStart(x.start, s) - 1
	if k < f.last.tok || f.l.Rune(k) != ',' && !f.l.Has(k, f.p.know.lists.andWord) && !f.l.Plays(k, f.p.know.roles.including) {
		return false
	}
	if f.l.Plays(x.end, f.p.know.roles.to) && f.l.Has(x.end+1, lang.PlaceChunk) { // about 337,000 to Moldova
		return true
	}
	return f.l.Has(x.end, f.p.know.lists.inPrep) || f.l.Plays(x.end, f.p.know.roles.fromWhere)
}

// anotherDone reports whether the one word that an English number behind "another" seems
// to count says what became of those just counted: "40,000 houses fell, another 39,000
// damaged".
func (f *figureReader) anotherDone(x *number, st *read.Statement, s lang.Sentence) bool {
	i := x.end
	return st.Counted != "" && st.Unit == "" && f.last.sentence == s && f.last.noun != "" && f.l.Plays(x.start-1, f.p.know.roles.merely) &&
		st.Counted == f.l.Slice(i, i+1) && !f.headNoun(i, i) && f.p.know.endings.pastEnd.end(f.l.Fold(i), 2)
}

// againstLast reports whether a bare number is what the one just counted is set
// against: "by 231 votes to 190".
func (f *figureReader) againstLast(x *number, s lang.Sentence) bool {
	return f.last.sentence == s && x.start-1 == f.last.tok && f.l.Plays(f.last.tok, f.p.know.roles.to) && f.last.first > s.First && f.l.Plays(f.last.first-1, f.p.know.roles.forAmount)
}

// nounEndEN cuts what an English rank is told of before a word that says where or since
// when: the best result | since 1996.
func (f *figureReader) nounEndEN(a, b int) int {
	if f.echo == lang.NoClass {
		return b
	}
	for k := a + 1; k < b; k++ {
		if f.l.Has(k, f.p.know.lists.sinceWord) || f.l.Has(k, f.p.know.lists.inPrep) || f.l.Has(k, f.p.know.lists.andWord) || k == b-1 && f.l.Has(k, f.of) {
			return k
		}
	}
	return b
}
