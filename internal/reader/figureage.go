package reader

import "shanyraq/internal/lang"

// agedByVerb reports whether an English number is somebody's age behind a verb
// alone: "He is 45.", "She turned 80 in May".
func (f *figureReader) agedByVerb(x *number, s lang.Sentence) bool {
	i := x.start
	if f.echo == lang.NoClass || !x.digits || x.scaled || x.value < 1 || x.value > 120 || i < s.First+2 {
		return false
	}
	if !f.l.Plays(i-1, f.p.know.roles.turns) || !f.l.Plays(i-2, f.p.know.roles.agedOne) {
		return false
	}
	if x.end >= s.Last {
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
	return k >= s.First && f.l.Plays(k, f.p.know.roles.agedOne)
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
