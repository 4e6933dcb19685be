package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// excluded reports numbers that count nothing: labels (No. 5), ages, times of
// day, parts of names (COVID-19), the two of "the two sides".
func (f *figureReader) excluded(x *number, s lang.Sentence) bool {
	i, l := x.start, f.l
	if i > s.First && f.excludedBefore(x, s) || f.itemNumber(x, s) {
		return true
	}
	if f.ofPhone(x, s) || f.inWordRU(x, s) || f.teamAge(x, s) || f.rateBase(x, s) || f.inReference(x, s) {
		return true
	}
	if f.score(x, s) || f.scoreKK(x, s) || f.orderRangeKK(x, s) || f.bothNamedKK(x, s) || f.houseNumber(x, s) || f.echo != lang.NoClass && l.Is(i, lang.Year) && x.end == i+1 && l.Has(x.end, f.person) && isApostropheRune(l.Rune(x.end+1)) { // its 2023 women's championship
		return true
	}
	if x.end < s.Last && (f.partOfWord(x, s) || f.excludedBehind(x, s) || f.insideAdjectiveKK(x.end)) {
		return true
	}
	if f.echo != lang.NoClass && !x.digits && l.Is(i, lang.Cap) && i > s.First+1 && x.end < s.Last && l.Is(x.end, lang.Cap) && (l.Is(i-1, lang.Cap) || x.value == 1 || isQuote(l.Rune(i-1)) && !l.Has(x.end, lang.GroupChunk)) {
		return true // ASEAN Plus Three Ministers; "One Region, One Health"; "Forty Years of Trust"
	}
	if f.inTitle(i, s) {
		return true
	}
	if c := f.p.know.lists.era; c != lang.NoClass && (l.Has(x.end, c) && !f.ofColumbia(x.end) || i > s.First && l.Has(i-1, c) && l.Is(i-1, lang.Upper)) || x.digits && l.Plays(x.end, f.p.know.roles.inYear) && x.value >= 100 { // in 300 BC, in AD 300, «в 300 году»
		return true
	}
	if _, k, ok := f.endingAt(x.end, s.First, f.notFigure); ok && k < i { // several hundred
		return true
	}
	if c, ok := l.Chunk(i, f.notFigure); ok { // «тысячи людей», but «более тысячи человек»
		_, _, qualified := f.endingAt(i, s.First, f.qual)
		return !(qualified && x.scaled && x.end == int(c.End))
	}
	return false
}

// ofColumbia reports whether "B.C." at token i is where something lies, since a noun stands
// behind: "2,500 B.C. residents", but "built in 300 B.C. by settlers".
func (f *figureReader) ofColumbia(i int) bool {
	_, e, _ := f.l.Value(i, f.p.know.lists.era)
	return e > i+1 && e < len(f.l.Toks) && f.l.Is(e, lang.Lower) && !f.l.Has(e, f.stop) && !f.l.Has(e, f.p.know.lists.funcWord)
}

// inTitle reports whether a number word at token i stands in the name of an event or an
// instrument, in quotation marks beside its noun: the exhibition “Carpets of Two Shores”,
// «Екі жаға» көрмесі.
func (f *figureReader) inTitle(i int, s lang.Sentence) bool {
	const titleLong = 8
	open := -1
	for k := i - 1; k >= s.First && k > i-titleLong; k-- {
		if r := f.l.Rune(k); isQuote(r) {
			open = k
			break
		} else if r == ',' || r == '.' {
			return false
		}
	}
	if open < 0 || !f.l.Is(open+1, lang.Cap) {
		return false
	}
	ends := closers(f.l.Rune(open))
	for k := i + 1; k < s.Last && k < i+titleLong; k++ {
		if !strings.ContainsRune(ends, f.l.Rune(k)) {
			continue
		}
		event := f.p.know.lists.eventNoun
		return f.l.Has(open-1, event) || f.p.know.headLast && f.l.Has(k+1, event)
	}
	return false
}

// excludedBefore reports numbers that what stands before them keeps from counting:
// a sign or a letter, a label, a word for age or for the clock.
func (f *figureReader) excludedBefore(x *number, s lang.Sentence) bool {
	i, l, prev := x.start, f.l, x.start-1
	if l.Is(i, lang.Glued) {
		switch r := l.Rune(prev); {
		case (r == '-' || r == '–') && prev > s.First && l.Is(prev, lang.Glued) && l.Is(prev-1, lang.Word):
			return true // COVID-19
		case r == '/' && f.shareBehindSlash(x):
		case r == ':' || r == '/' || r == '.' || r == '#' || r == '_':
			return true
		case l.Is(prev, lang.Word) && !l.Has(prev, f.currency) && !f.letterOf(x) && !f.signAhead(i, s):
			return true // A4
		}
	}
	if f.closesName(x, s) || f.opensTitle(x, s) || f.opensNameRU(x, s) {
		return true // «Кубань 24»
	}
	if _, k, ok := f.endingAt(i, s.First, f.label); ok && !(f.of != lang.NoClass && f.l.Has(prev, f.of) && f.l.Is(k, lang.Lower) && f.l.Is(x.end, lang.Lower)) && !(f.echo != lang.NoClass && k == prev && f.l.Fold(k) == "number" && f.manyBefore(k, s) < k) { // the beds number 4,100
		return true
	}
	if f.secondLabelled(x, s) || f.numbered(x, s) || f.agedByVerb(x, s) || f.agedAtDeath(x, s) || f.olderThan(x, s) || f.agedRU(x, s) || f.agedListRU(x, s) || f.ofFlight(x, s) || f.ofName(x, s) || f.ofNumberedName(x, s) || f.clockSpanRU(x, s) || f.dialled(x, s) {
		return true
	}
	if _, _, ok := f.endingAt(i, s.First, f.ageBefore); ok || f.agesTo(x, s) {
		return true
	}
	_, _, ok := f.endingAt(i, s.First, f.clockBefore)
	return ok && x.value <= 24 || f.clockPoint(x, s)
}

// opensNameRU reports whether a number in words opens a Russian name in quotation marks
// behind the noun of what is called so, and counts nothing: «памятник «Тысяча солдат»».
func (f *figureReader) opensNameRU(x *number, s lang.Sentence) bool {
	i := x.start
	if !f.p.know.russian || x.digits || i < s.First+2 || !f.l.Is(i, lang.Cap) || !isQuote(f.l.Rune(i-1)) || i-2 > s.First && !f.l.Is(i-2, lang.Lower) || f.l.Has(i-2, f.p.know.lists.sayVerb) {
		return false
	}
	for k := x.end; k < s.Last && k < i+7; k++ {
		if r := f.l.Rune(k); isQuote(r) {
			return true
		}
		if f.l.Is(k, lang.Punct) {
			return false
		}
	}
	return false
}

// drawnAsKey reports whether a sign behind digits that end at byte i says that they are drawn
// as a key, which only numbers the items of a list: 1️⃣.
func (f *figureReader) drawnAsKey(i int) bool {
	rest := f.l.Text[min(i, len(f.l.Text)):]
	return strings.HasPrefix(rest, "\ufe0f") || strings.HasPrefix(rest, "\u20e3")
}

// ofSite reports whether digits open the name of a site: "24.kg", «7152.kz».
func (f *figureReader) ofSite(x *number) bool {
	k := x.end
	return x.digits && f.l.Rune(k) == '.' && k+1 < len(f.l.Toks) && f.l.Is(k, lang.Glued) && f.l.Is(k+1, lang.Glued) && slices.Contains(siteEndings[:], f.l.Fold(k+1))
}

// partOfWord reports numbers that are a part of a word, of a time or a score, or
// that count the items of a list.
func (f *figureReader) partOfWord(x *number, s lang.Sentence) bool {
	l, next := f.l, &f.l.Toks[x.end]
	if f.ofSite(x) || x.digits && l.Is(x.start, lang.Glued) && l.Rune(x.start-1) == '=' && f.p.inAddress(x.start) {
		return true
	}
	if !next.Is(lang.Glued) {
		return x.digits && f.drawnAsKey(int(l.Toks[x.end-1].End))
	}
	switch r := l.Rune(x.end); {
	case (r == ':' || r == '/' && !x.scaled) && x.end+1 < s.Last && l.Is(x.end+1, lang.Number) && l.Is(x.end+1, lang.Glued):
		return true // 10:30, 3:1
	case r == '-' && x.digits && f.orderedNoun(x.end+1, s):
		return true // 277-бабы
	case x.start == s.First && (r == '.' || r == ')'):
		return true // 1. First
	case r == ')' && f.enumerates(x, s):
		return true // as follows: 1) the first; 2) the second
	}
	return next.Is(lang.Word) && x.digits && !l.Has(x.end, f.unit) && !l.Has(x.end, f.caseEnd) // 4G, 80th
}

// excludedBehind reports ages and times of day by the word behind.
func (f *figureReader) excludedBehind(x *number, s lang.Sentence) bool {
	l := f.l
	aged := x.value < 1000 // nobody is 1,500 years old: 1,5 мың жас
	if l.Has(x.end, f.age) && aged && !f.lifeSpanKK(x, s) || l.Rune(x.end) == '-' && l.Has(x.end+1, f.age) {
		return true
	}
	return l.Has(x.end, f.clock) && x.value <= 24 || f.hourRU(x, s) || f.orderedRU(x) || f.openHoursKK(x, s) || f.agedSpan(x, s) || f.schoolYears(x) || l.Plays(x.end, f.p.know.roles.starsOf)
}

// shareBehindSlash reports whether a percentage stands behind a stroke and a word, as
// in "1.9 million/8.2%".
func (f *figureReader) shareBehindSlash(x *number) bool {
	u, _, ok := f.unitAt(x.end)
	return ok && u == "percent" && x.start > 1 && f.l.Is(x.start-2, lang.Word)
}

// closesName reports whether a number in digits closes a name of two words in
// marks: «МИР 24», «Боинг 737».
func (f *figureReader) closesName(x *number, s lang.Sentence) bool {
	i := x.start
	if f.p.know.russian && x.end == i+1 && i > s.First && x.end < s.Last && isQuote(f.l.Rune(i-1)) && isQuote(f.l.Rune(x.end)) && f.l.Is(i, lang.Number) {
		return true // приложение «112»
	}
	if x.end != i+1 || i-2 < s.First || x.end >= s.Last || !f.l.Is(i, lang.Number) || !isQuote(f.l.Rune(x.end)) || !f.l.Is(i-1, lang.Cap) {
		return false
	}
	return isQuote(f.l.Rune(i - 2))
}

// agesTo reports the upper end of a span of ages, "aged 14 to 18", "aged 15
// months to 15 years", and an English age that tells people apart: "children
// under five". The words before the first of the two tell.
func (f *figureReader) agesTo(x *number, s lang.Sentence) bool {
	k := x.start - 1
	if f.ageBefore == lang.NoClass || x.value > 120 || k <= s.First {
		return false
	}
	if f.l.Has(k, f.rangeTo) || f.l.Has(k, f.and) || isDash(f.l.Rune(k)) {
		for j := k - 1; j > s.First && j >= k-3; j-- {
			y, ok := f.p.numberAt(j)
			if !ok {
				continue
			}
			if y.end != k && !(y.end == k-1 && f.l.Has(k-1, f.unit)) {
				return false
			}
			_, _, aged := f.endingAt(j, s.First, f.ageBefore)
			return aged
		}
		return false
	}
	if f.echo == lang.NoClass || k < s.First+1 || !f.l.Plays(k, f.p.know.roles.ageLimit) || !f.agedBefore(k, s) {
		return false
	}
	return !f.l.Is(x.end, lang.Word) || f.l.Has(x.end, f.stop) || f.endsLikeVerb(x.end) || f.l.Has(x.end, f.p.know.lists.auxVerb)
}

// agedBefore reports whether those whose age is told stand before the word at token k
// that limits it: "children under five", "half of the drivers are over 60".
func (f *figureReader) agedBefore(k int, s lang.Sentence) bool {
	if f.l.Plays(k-1, f.p.know.roles.verbOfThose) && k > s.First+1 && f.l.Has(k-1, f.p.know.lists.auxVerb) {
		k--
	}
	if c := f.p.know.lists.fraction; c != lang.NoClass {
		if _, _, ok := f.endingAt(k, s.First, c); ok { // a fifth are under 30
			return true
		}
	}
	return f.l.Has(k-1, f.person) || f.l.Has(k-1, lang.GroupChunk) || f.l.Has(k-1, f.p.know.lists.natAdj) || f.l.Plays(k-1, f.p.know.roles.agedPeople)
}

// bare reports small number words that stand for a pronoun or an article, and
// the two of "the two sides", "the 2 countries".
func (f *figureReader) bare(x *number, st *read.Statement) bool {
	if x.value == 0 && st.Unit == "" {
		return true
	}
	if st.Unit == "" && st.Counted == "" && (f.parenthetic(x) || x.digits && f.lone(x) || f.ofNumbered(x, st)) {
		return true
	}
	if x.digits || x.scaled {
		if st.Unit == "" && x.end == x.start+1 && f.l.Is(x.start, lang.Year) && x.value >= 1700 && x.value <= 2100 && !f.l.Has(x.end, f.person) && !f.roundCount(x, st) {
			return true
		}
		if x.digits && (x.value == 2 || x.value == 3) && st.Unit == "" && x.end == x.start+1 && f.l.Has(x.start-1, f.definite) && f.l.Is(x.end, lang.Lower) {
			return true
		}
		return st.Unit == "" && st.Counted == "" && x.digits && len(f.l.Slice(x.start, x.end)) == 1 && f.l.Is(x.start, lang.Glued)
	}
	if x.value == 1 && st.Unit == "" && !f.listedOne(x, st) {
		return true
	}
	if x.value == 2 && f.l.Has(x.end, f.side) {
		return true
	}
	if x.value <= 3 && x.start > 0 && f.l.Has(x.start-1, f.definite) && st.Unit == "" {
		return true
	}
	return st.Unit == "" && st.Counted == "" && x.value < 10
}

// lone reports a number that nothing is said of: alone in its line, as those of
// pages are, or in a row of three numbers or more without a header.
func (f *figureReader) lone(x *number) bool {
	l := f.l
	row := 0
	for k := x.start - 1; k >= x.start-2 && k >= 0 && l.Is(k, lang.Number) && !l.Toks[k+1].Break && !f.p.tabBefore(k+1); k-- {
		row++
	}
	for k := x.end; k < x.end+2 && k < len(l.Toks) && l.Is(k, lang.Number) && !l.Toks[k].Break && !f.p.tabBefore(k); k++ {
		row++
	}
	if row > 1 {
		return true
	}
	from, to := x.start, x.end
	for from > 0 && !l.Toks[from].Break && isDash(l.Rune(from-1)) {
		from--
	}
	for to < len(l.Toks) && !l.Toks[to].Break && isDash(l.Rune(to)) {
		to++
	}
	return l.Toks[from].Break && (to == len(l.Toks) || l.Toks[to].Para)
}

// parenthetic reports a small number between commas or brackets behind a
// name: an age, a place in a list.
func (f *figureReader) parenthetic(x *number) bool {
	a, b := f.l.Rune(x.start-1), f.l.Rune(x.end)
	return x.digits && x.value < 120 && (a == ',' || a == '(') && (b == ',' || b == ')' || b == '.')
}

// listedOne reports whether a "one" stands in a list of counted things: «екі
// алтын, бір күміс және бес қола».
func (f *figureReader) listedOne(x *number, st *read.Statement) bool {
	i := x.start - 1
	if f.oneOpensList(x, st) {
		return true
	}
	if st.Counted == "" || i < 2 || f.l.Rune(i) != ',' && !f.l.Has(i, f.and) {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-4; k-- {
		if y, ok := f.p.numberAt(k); ok {
			return !y.ordinal && !y.roman && y.end < i && y.value < 1000
		}
		if !f.l.Is(k, lang.Word) {
			return false
		}
	}
	return false
}

// broken reports digits that a bad scan has cut in two: "4 0 million". The
// second half begins with a nought, as no number does.
func (f *figureReader) broken(x *number, s lang.Sentence) bool {
	i := x.end
	if !x.digits || x.scaled || i >= s.Last || i != x.start+1 || !f.l.Is(i, lang.Number) || f.l.Is(i, lang.Glued) || f.p.tabBefore(i) {
		return false
	}
	w := f.l.Slice(i, i+1)
	return w[0] == '0' && isDigits(w)
}

// numbered reports whether a small bare number is a part of the name before it:
// "RTS 1 and RTS 2". A unit, a noun or a sign behind it would make it a figure.
func (f *figureReader) numbered(x *number, s lang.Sentence) bool {
	prev := &f.l.Toks[x.start-1]
	if !x.digits || x.value >= 100 || x.value != float64(int64(x.value)) || !prev.Is(lang.Upper) || prev.Is(lang.Roman) || f.l.Has(x.start-1, f.currency) || !f.l.Has(x.start-1, lang.OrgChunk) {
		return false
	}
	if x.end >= s.Last || !f.l.Is(x.end, lang.Word) {
		return x.end >= s.Last || f.l.Rune(x.end) == ',' || f.l.Rune(x.end) == '.' || f.l.Rune(x.end) == ')'
	}
	_, _, unit := f.l.Value(x.end, f.unit)
	return !unit && (f.l.Has(x.end, f.and) || f.l.Has(x.end, f.stop))
}

// clockPoint reports whether a number is a time of day with a point in it: «в 17.00»,
// «с 9.30», where a Russian fraction has a comma; in English only next to a day: "on
// Wednesday at 13.00".
func (f *figureReader) clockPoint(x *number, s lang.Sentence) bool {
	if f.echo != lang.NoClass && !f.dayBeside(x, s) && !f.hourAlone(x, s) || f.echo == lang.NoClass && !f.p.know.russian || !x.digits || x.end != x.start+1 || x.start == s.First || f.l.Has(x.end, f.unit) || f.l.Has(x.end, f.p.know.lists.mult) || f.l.Rune(x.end) == '%' {
		return false
	}
	switch f.l.Fold(x.start - 1) {
	case "в", "с", "до", "к":
	case "at", "from", "to", "until", "till", "by", "for", "after", "before", "around":
	default:
		return false
	}
	h, m, ok := strings.Cut(f.l.Slice(x.start, x.end), ".")
	return ok && len(m) == 2 && len(h) <= 2 && m[0] < '6' && (len(h) == 1 || h < "25")
}

// hourAlone reports whether a number behind "at" or the like measures nothing in English, so that
// it is the hour at which something begins or until which it lasts: "Doors open at 11.45", "open
// from 9.30 to 17.00".
func (f *figureReader) hourAlone(x *number, s lang.Sentence) bool {
	k := x.start - 1
	if k > s.First+1 && f.l.Plays(k, f.p.know.roles.to) && f.l.Is(k-1, lang.Number) && f.l.Plays(k-2, f.p.know.roles.spanFrom) { // from 9.30 to 17.00
		k -= 2
	}
	if !x.digits || k <= s.First || !f.l.Plays(k, f.p.know.roles.beforeHour) || f.l.Is(x.end, lang.Lower) && !f.l.Plays(x.end, f.p.know.roles.behindHour) && !f.l.Has(x.end, f.clock) {
		return false
	}
	for i := k - 1; i >= s.First && i >= k-hourReach; i-- {
		if f.l.Plays(i, f.p.know.roles.opensAtHour) {
			return true
		}
	}
	return false
}

// hourReach is how many words may stand between what begins at an hour and the hour.
const hourReach = 8

// dayBeside reports whether an English number that "at" opens stands next to a day, as the
// hours of a clock do: on Wednesday at 13.00.
func (f *figureReader) dayBeside(x *number, s lang.Sentence) bool {
	if x.start < s.First+2 || !f.l.Plays(x.start-1, f.p.know.roles.at) {
		return false
	}
	return f.inDate(x.start-2) || f.inDate(x.end) || x.end+1 < s.Last && f.l.Plays(x.end, f.p.know.roles.on) && f.inDate(x.end+1)
}

// enumerates reports whether the number before a closing bracket only counts the
// members of a list inside a sentence: no bracket opens before it, and a mark that
// parts members stands there.
func (f *figureReader) enumerates(x *number, s lang.Sentence) bool {
	if !x.digits || x.value >= 100 || x.start == s.First || !strings.ContainsRune(":;,.", f.l.Rune(x.start-1)) {
		return false
	}
	for k := x.start - 1; k >= s.First; k-- {
		switch f.l.Rune(k) {
		case '(':
			return false
		case ')':
			return true
		}
	}
	return true
}

// magnitude reports whether the English number that ends before token i is that of an
// earthquake: "magnitude 6.6", "of 7.2 magnitude", "a 5.9-magnitude quake".
func (f *figureReader) magnitude(i int, s lang.Sentence) bool {
	if f.echo == lang.NoClass {
		return false
	}
	if i+1 < s.Last && f.l.Rune(i) == '-' {
		i++
	}
	if i < s.Last && f.l.Plays(i, f.p.know.roles.magnitude) {
		return true
	}
	k := i - 1
	for k > s.First && !f.l.Is(k, lang.Word) && k > i-6 {
		k--
	}
	return f.l.Plays(k, f.p.know.roles.magnitude) || f.l.Plays(k, f.p.know.roles.of) && k > s.First && f.l.Plays(k-1, f.p.know.roles.magnitude)
}

// opensTitle reports whether a number in digits opens an English title in marks, which is
// no sentence: the forum "25 Years of Trust". A people or letters behind it are counted.
func (f *figureReader) opensTitle(x *number, s lang.Sentence) bool {
	i := x.start
	if f.echo == lang.NoClass || !x.digits || !isQuote(f.l.Rune(i-1)) || !f.l.Is(x.end, lang.Cap) || f.l.Is(x.end, lang.Upper) || f.l.Has(x.end, lang.GroupChunk) {
		return false
	}
	for k := x.end + 1; k < s.Last && k < x.end+9; k++ {
		if isQuote(f.l.Rune(k)) {
			return !f.l.Is(k-1, lang.Punct)
		}
	}
	return false
}
