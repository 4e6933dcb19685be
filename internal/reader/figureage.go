package reader

import "shanyraq/internal/lang"

// leastAge is the least age that words tell: "He is one of them" tells none.
const leastAge = 13

// agedByVerb reports whether an English number is somebody's age behind a verb
// alone: "He is 45.", "She turned 80 in May".
func (f *figureReader) agedByVerb(x *number, s lang.Sentence) bool {
	i, r := x.start, &f.p.know.roles
	if f.echo == lang.NoClass || x.scaled || x.value < 1 || x.value > 120 || !x.digits && x.value < leastAge || i < s.First+1 {
		return false
	}
	if f.l.Plays(i-1, r.atOne) && i-1 == s.First && f.l.Rune(x.end) == ',' && f.l.Plays(x.end+1, r.agedOne) { // At 88, she swims
		return true
	}
	if f.l.Plays(i-1, r.agedNear) {
		if i--; i > s.First+1 && f.l.Rune(i-1) == ',' && f.l.Is(i-2, lang.Cap) && f.l.Rune(x.end) == ',' { // Berg, now 61, lives
			return true
		}
	}
	turning := f.l.Plays(i-1, r.turning)
	if i < s.First+2 || !turning && !f.l.Plays(i-1, r.turns) {
		return false
	}
	who := i - 2
	for who > s.First && f.l.Plays(who, r.agedBe) { // will be, has just turned
		who--
	}
	if !f.l.Plays(who, r.agedOne) {
		return false
	}
	if x.end >= s.Last || turning && f.l.Has(x.end, lang.DateChunk) {
		return true
	}
	if f.l.Is(x.end, lang.Word) {
		return f.l.Has(x.end, f.stop) || f.l.Fold(x.end) == "when"
	}
	switch f.l.Rune(x.end) {
	case '.', ',', ';', ')':
		return true
	}
	return false
}

// olderThan reports whether an English number is an age that others are set beside:
// "younger than ten", "older than 60 years".
func (f *figureReader) olderThan(x *number, s lang.Sentence) bool {
	return f.echo != lang.NoClass && !x.scaled && x.value < 121 && x.start-1 > s.First && f.l.Has(x.start-1, f.than) && f.l.Plays(x.start-2, f.p.know.roles.ofAge)
}

// agedRU reports whether a Russian number of years that closes its clause is the age of
// somebody told by a pronoun in the dative: «Ей 34 года.», «ему было 12 лет».
func (f *figureReader) agedRU(x *number, s lang.Sentence) bool {
	if !f.p.know.russian || x.scaled || x.value > 120 || x.end >= s.Last {
		return false
	}
	if u, e, ok := f.unitAt(x.end); !ok || u != "year" || e < s.Last && !f.l.Is(e, lang.Punct) {
		return false
	}
	k := f.bareStart(x.start, s) - 1
	if k > s.First && f.l.Plays(k, f.p.know.roles.agedBe) {
		k--
	}
	if k < s.First {
		return false
	}
	if f.l.Plays(k, f.p.know.roles.agedOne) || f.l.Has(k, f.person) && endsAny(f.l.Fold(k), "у", "ю", "е") { // мастеру 71 год
		return true
	}
	for j := k; j >= s.First && j > k-agedReach; j-- { // младшей из них 71 год
		if f.l.Is(j, lang.Punct) {
			return false
		}
		if f.l.Plays(j, f.p.know.roles.agedOldest) {
			return true
		}
	}
	return false
}

// agedReach is how far before an age the word for the oldest of several stands, in tokens.
const agedReach = 5

// agedListRU reports whether a Russian number is one of the ages of those named right before
// them: «двое мужчин, 34 и 57 лет, доставлены», «супруги (71 и 68 лет)».
func (f *figureReader) agedListRU(x *number, s lang.Sentence) bool {
	if !f.p.know.russian || x.scaled || !x.digits || x.value > 120 {
		return false
	}
	end, many := x.end, false
	for {
		if u, e, ok := f.unitAt(end); ok && e > end {
			if u != "year" {
				return false
			}
			end = e
			break
		}
		if end+1 >= s.Last || f.l.Rune(end) != ',' && !f.l.Has(end, f.and) || !f.l.Is(end+1, lang.Number) {
			return false
		}
		end, many = end+2, true
	}
	k := x.start - 1
	for k > s.First+1 && (f.l.Rune(k) == ',' || f.l.Has(k, f.and)) && f.l.Is(k-1, lang.Number) {
		k, many = k-2, true
	}
	if k < s.First {
		return false
	}
	switch r := f.l.Rune(k); {
	case r == ',' || r == '(':
		return k > s.First && (end >= s.Last || f.l.Is(end, lang.Punct)) && (f.ofPersons(k-1) || genitiveOfYears(x.value) && f.l.Is(end, lang.Punct))
	}
	return many && f.ofPersons(k)
}

// genitiveOfYears reports whether so many «лет» stand in the genitive, as an age does between
// commas: «подозреваемый, 34 лет, задержан»; of a length it would be «34 года».
func genitiveOfYears(v float64) bool {
	n := int(v)
	return n%10 > 0 && n%10 < 5 && (n%100 < 11 || n%100 > 14)
}

// ofPersons reports whether token k is a word for persons or for how many they are.
func (f *figureReader) ofPersons(k int) bool {
	return f.l.Has(k, f.person) || f.l.Has(k, f.collective) || f.l.Has(k, f.p.know.lists.kinWord) || f.l.Plays(k, f.p.know.roles.agedMany) || f.l.Has(k, f.p.know.lists.officeNoun)
}

// diedReach is how far before an age the verb of dying stands, in tokens.
const diedReach = 7

// agedAtDeath reports whether an English number is the age at which somebody died: "died
// in Oslo at 71".
func (f *figureReader) agedAtDeath(x *number, s lang.Sentence) bool {
	i := x.start - 1
	if f.echo == lang.NoClass || !x.digits || x.scaled || x.value < 1 || x.value > 120 || i <= s.First || !f.l.Plays(i, f.p.know.roles.atOne) {
		return false
	}
	if x.end < s.Last && f.l.Is(x.end, lang.Word) && !f.l.Has(x.end, f.stop) {
		return false
	}
	for k := i - 1; k >= s.First && k > i-diedReach; k-- {
		if f.l.Plays(k, f.p.know.roles.diedVerb) {
			return true
		}
		if f.l.Has(k, f.and) || f.l.Is(k, lang.Lower) && (f.l.Has(k, f.p.know.lists.pastWord) || f.p.know.endings.pastEnd.end(f.l.Fold(k), 2)) { // miners died and oil | closed at 71
			return false
		}
	}
	return false
}

// houseNumber reports whether a number is that of a house: 10 Downing Street.
func (f *figureReader) houseNumber(x *number, s lang.Sentence) bool {
	if f.p.know.russian && x.digits && !x.scaled && x.start > s.First {
		if f.l.Plays(x.start-1, f.p.know.roles.houseNoun) && (x.end >= s.Last || !f.l.Is(x.end, lang.Word) || f.l.Plays(x.end, f.p.know.roles.onStreet)) { // в доме 17 по улице
			return true
		}
	}
	if !x.digits || x.scaled || x.value != float64(int64(x.value)) || x.end >= s.Last || !f.l.Is(x.end, lang.Cap) {
		return false
	}
	street := f.p.know.lists.streetWord
	if street == lang.NoClass {
		return false
	}
	for k := x.end + 1; k < s.Last && k <= x.end+3 && f.l.Is(k, lang.Cap); k++ {
		if f.l.Has(k, street) {
			return true
		}
	}
	return false
}
