package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// framedNounsRU is findFramedNouns of Russian.
func framedNounsRU(p *part) {
	g := nounFinderRU{newGround(p), 0}
	r := &p.know.roles
	for k, s := range p.sents {
		g.sentence = k
		g.offices(s)
		if p.has[k].roles.Has(r.passes) {
			for i := s.First; i < s.Last; i++ {
				if g.l.Plays(i, r.passes) {
					g.eventOf(i, s)
				}
			}
		}
		has := &p.has[k].classes
		if (has.Has(p.know.lists.dealDone) || has.Has(p.know.lists.dealBase)) && !has.Has(p.know.lists.instrumentNoun) {
			g.instruments(s)
		}
	}
}

// nounFinderRU guesses words of one sentence after the other.
type nounFinderRU struct {
	*ground
	sentence int
}

// lay lays a guessed word of a class over token i.
func (g *nounFinderRU) lay(c lang.Class, i int, form, value string) {
	g.p.guess(c, i, g.sentence, form, value)
}

// free reports whether token i is a Russian word in small letters, or the first of its
// sentence, that no list of nouns has and no name covers.
func (g *nounFinderRU) free(i int, s lang.Sentence) bool {
	if i < s.First || i >= s.Last || !g.l.Is(i, lang.Cyrillic) || !g.l.Is(i, lang.Lower) && i != s.First || g.at(i) != nil || len(g.l.Fold(i)) < 6 {
		return false
	}
	l := &g.p.know.lists
	return !g.l.Has(i, l.officeNoun) && !g.l.Has(i, l.eventNoun) && !g.l.Has(i, l.instrumentNoun) && !g.l.Has(i, g.npstop) && !g.l.Has(i, g.stop) &&
		!(i > s.First && g.l.Rune(i-1) == '-') && !(g.l.Rune(i+1) == '-' && g.l.Is(i+1, lang.Glued))
}

// offices guesses the titles beside persons and bodies: a word that ends as those who do
// something, right before a body in the genitive, with a person behind it or before it.
func (g *nounFinderRU) offices(s lang.Sentence) {
	for m := g.nextNamed(s.First, s.Last); m != nil; m = g.nextNamed(m.end, s.Last) {
		switch m.class {
		case lang.OrgChunk:
			g.officeAt(m.start-1, s)
		case lang.PersonChunk:
			if k := m.start - 1; g.bodyWord(k) {
				for k--; k > s.First && g.adjectival(k) && g.at(k) == nil; {
					k--
				}
				g.officeAt(k, s)
			}
			if g.l.Rune(m.end) == ',' {
				k := m.end + 2
				for k < s.Last && g.adjectival(k) && g.at(k) == nil {
					k++
				}
				if g.bodyWord(k) {
					g.officeAt(m.end+1, s)
				}
			}
		}
	}
}

// bodyWord reports whether the word at token i is a noun of bodies in small letters.
func (g *nounFinderRU) bodyWord(i int) bool {
	return i > 0 && g.l.Is(i, lang.Lower) && g.l.Has(i, g.p.know.lists.bodyNoun)
}

// officeAt guesses the title at token i.
func (g *nounFinderRU) officeAt(i int, s lang.Sentence) {
	if !g.free(i, s) {
		return
	}
	if lemma := g.doer(strings.ToLower(g.l.Slice(i, i+1))); lemma != "" {
		g.lay(g.officenoun, i, lemma, lemma)
		g.lay(g.p.know.lists.profession, i, lemma, lemma)
	}
}

// caseEndings are those of Russian nouns in the singular: what a form ends with, and its
// nominative.
var caseEndings = [...][2]string{{"", ""}, {"а", ""}, {"у", ""}, {"ом", ""}, {"ем", ""}, {"е", ""}, {"я", "ь"}, {"ю", "ь"}, {"ем", "ь"}, {"е", "ь"},
	{"ы", "а"}, {"и", "а"}, {"е", "а"}, {"у", "а"}, {"ой", "а"}, {"ей", "а"}}

// doer gives the nominative of a Russian word that ends as those do who do something; ""
// for another.
func (g *nounFinderRU) doer(w string) string {
	for _, c := range caseEndings {
		stem, ok := strings.CutSuffix(w, c[0])
		if !ok {
			continue
		}
		lemma := stem + c[1]
		if f := lang.Fold(lemma); g.p.know.endings.doerEnd.end(f, 4) || g.p.know.endings.doerEnd.whole(f) {
			if g.p.know.endings.notDoer.whole(f) {
				return ""
			}
			return lemma
		}
	}
	return ""
}

// eventOf guesses the event that the verb at token i says takes place: behind it («состоялась
// первая хиротония») or before it at the head of the sentence («Хиротония X состоялась»). What
// only passed (rain, a tram, repairs) is one where the sentence tells who held it or took part.
func (g *nounFinderRU) eventOf(i int, s lang.Sentence) {
	w := g.l.Fold(i)
	held := strings.HasPrefix(w, "состо")
	if !held && !strings.HasPrefix(w, "прош") && !strings.HasPrefix(w, "пройд") {
		return
	}
	gender := genderOfVerb(w)
	if gender == 0 || !held && (gender == 'p' || !g.heldByPeople(s)) { // прошли заморозки, прошла лавина
		return
	}
	if strings.HasPrefix(g.p.foldAt(i-1), "котор") && i > s.First+3 {
		if k := i - 3; g.l.Rune(i-2) == ',' && g.free(k, s) && !g.adjectival(k) {
			if lemma := nominativeRU(strings.ToLower(g.l.Slice(k, k+1)), g.l.Fold(i-1)); lemma != "" {
				g.layEvent(k, lemma, held)
			}
		}
		return
	}
	k := g.subjectBehind(i+1, s)
	if g.free(k, s) {
		if g.agrees(k, gender) && !g.adjectival(k) {
			g.layEvent(k, strings.ToLower(g.l.Slice(k, k+1)), held)
		}
		return
	}
	if k == i+1 && (g.l.Is(k, lang.Punct) || k >= s.Last) || k > i+1 {
		at := s.First
		for at < i && g.adjectival(at) && g.at(at) == nil {
			at++
		}
		if at < i && g.free(at, s) && g.agrees(at, gender) && !g.comma(at, i) {
			g.layEvent(at, strings.ToLower(g.l.Slice(at, at+1)), held)
			return
		}
	}
	if k := i - 1; g.free(k, s) && g.agrees(k, gender) && !g.adjectival(k) {
		if by := g.heldBefore(k, s); by || g.opensBefore(k, s) {
			g.layEvent(k, strings.ToLower(g.l.Slice(k, k+1)), held || by)
		}
	}
}

// opensBefore reports whether the noun right before its verb has nothing before it but
// adjectives, days and places: «В Лиме 3 мая большой капустник | состоялся».
func (g *nounFinderRU) opensBefore(k int, s lang.Sentence) bool {
	told := false
	for j := k - 1; j >= s.First; j-- {
		m := g.at(j)
		if m != nil && (m.class == lang.DateChunk || m.class == lang.PlaceChunk) {
			j, told = m.start, true
		} else if m != nil || !g.adjectival(j) && !g.l.Has(j, g.p.know.lists.inPrep) {
			return false
		}
	}
	return told
}

// heldByPeople reports whether a sentence tells who held an event or that somebody took part.
func (g *nounFinderRU) heldByPeople(s lang.Sentence) bool {
	r := &g.p.know.roles
	for i := s.First; i < s.Last; i++ {
		if g.l.Plays(i, r.heldBy) || g.l.Plays(i, r.organiser) {
			return true
		}
	}
	return g.toldPart(s)
}

// heldBefore reports whether words before a noun tell who held what it names: «организованный
// музеем капустник | прошёл».
func (g *nounFinderRU) heldBefore(k int, s lang.Sentence) bool {
	for j := k - 1; j >= s.First && j > k-6 && g.l.Rune(j) != ','; j-- {
		if g.l.Plays(j, g.p.know.roles.heldBy) {
			return true
		}
	}
	return false
}

// subjectBehind gives the first token from k on that is no day, no place with its
// preposition and no adjective.
func (g *nounFinderRU) subjectBehind(k int, s lang.Sentence) int {
	for last := k + guessReach; k < s.Last && k < last; {
		m := g.at(k)
		if g.l.Has(k, g.p.know.lists.inPrep) {
			m = g.at(k + 1)
		}
		if m != nil && (m.class == lang.DateChunk || m.class == lang.PlaceChunk) {
			k = m.end
		} else if m == nil && g.adjectival(k) && !g.l.Has(k, g.noun()) && !g.l.Has(k, g.p.know.lists.eventOther) {
			k++
		} else {
			break
		}
	}
	return k
}

// nominativeRU gives the nominative of a Russian noun in the singular before a clause that
// «который» of that gender opens; "" where it shows none.
func nominativeRU(w, which string) string {
	ends := [][2]string{{"ом", ""}, {"ем", ""}, {"а", ""}, {"у", ""}, {"е", ""}, {"", ""}}
	switch {
	case strings.HasSuffix(which, "ые"), strings.HasSuffix(which, "ых"):
		return ""
	case strings.HasSuffix(which, "ая"), strings.HasSuffix(which, "ую"), strings.HasSuffix(which, "ой"):
		ends = [][2]string{{"ией", "ия"}, {"ию", "ия"}, {"ии", "ия"}, {"ия", "ия"}, {"ой", "а"}, {"ей", "а"}, {"у", "а"}, {"ы", "а"}, {"и", "а"}, {"е", "а"}, {"а", "а"}}
	case strings.HasSuffix(which, "ое"):
		ends = [][2]string{{"ии", "ие"}, {"ия", "ие"}, {"ию", "ие"}, {"ием", "ие"}, {"ие", "ие"}, {"ом", "о"}, {"а", "о"}, {"у", "о"}, {"е", "о"}, {"о", "о"}}
	}
	for _, e := range ends {
		if stem, ok := strings.CutSuffix(w, e[0]); ok {
			return stem + e[1]
		}
	}
	return ""
}

// guessReach is how far behind its verb an event is guessed.
const guessReach = 12

func (g *nounFinderRU) noun() lang.Class { return g.p.know.lists.eventNoun }

// comma reports whether a mark parts the tokens from a to b.
func (g *nounFinderRU) comma(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if r := g.l.Rune(k); r == ',' || r == ';' || r == ':' || g.l.Has(k, g.noun()) {
			return true
		}
	}
	return false
}

// layEvent lays an event over token i, which must have words of its own beside it where the
// verb tells of other things too.
func (g *nounFinderRU) layEvent(i int, lemma string, held bool) {
	if f := lang.Fold(lemma); g.p.know.endings.notHeld.whole(f) || g.l.Has(i, g.p.know.lists.personNoun) || g.l.Has(i, g.p.know.lists.bodyNoun) || g.l.Has(i, g.p.know.lists.timeUnit) {
		return
	}
	kind := framedEvent + " passing "
	if held {
		kind = framedEvent + " "
	}
	g.lay(g.noun(), i, lemma, kind+genderOfNoun(lemma)+": "+lemma)
}

// genderOfVerb gives the gender a Russian verb of taking place asks of its subject: m, f, n,
// p, or s for any in the singular; 0 where it shows none.
func genderOfVerb(w string) byte {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "ся"), "сь")
	switch {
	case strings.HasSuffix(w, "ла"):
		return 'f'
	case strings.HasSuffix(w, "ло"):
		return 'n'
	case strings.HasSuffix(w, "ли"), strings.HasSuffix(w, "ят"), strings.HasSuffix(w, "ут"):
		return 'p'
	case strings.HasSuffix(w, "л"):
		return 'm'
	case strings.HasSuffix(w, "ит"), strings.HasSuffix(w, "ет"):
		return 's'
	}
	return 0
}

// genderOfNoun gives the gender of a Russian noun in the nominative, by how it ends.
func genderOfNoun(w string) string {
	switch {
	case strings.HasSuffix(w, "а"), strings.HasSuffix(w, "я"), strings.HasSuffix(w, "ость"), strings.HasSuffix(w, "едь"):
		return "f"
	case strings.HasSuffix(w, "о"), strings.HasSuffix(w, "е"), strings.HasSuffix(w, "ё"), strings.HasSuffix(w, "у"):
		return "n"
	case strings.HasSuffix(w, "и"), strings.HasSuffix(w, "ы"):
		return "p"
	}
	return "m"
}

// agrees reports whether the noun at token i may be the subject of a verb in a gender.
func (g *nounFinderRU) agrees(i int, gender byte) bool {
	w := g.l.Fold(i)
	if !g.l.Is(i, lang.Word) || g.finite(i) || g.l.Has(i, g.p.know.lists.eventOther) || g.p.know.endings.obliqueEnd.end(w, 4) {
		return false
	}
	own := genderOfNoun(w)[0]
	return own == gender || gender == 's' && own != 'p'
}

// instruments guesses the papers that are signed: the noun before «о», with a verb of signing
// before it or behind it.
func (g *nounFinderRU) instruments(s lang.Sentence) {
	for k := s.First + 1; k+1 < s.Last; k++ {
		if w := g.l.Fold(k); w != "о" && w != "об" && w != "между" {
			continue
		}
		i := k - 1
		if !g.free(i, s) || g.adjectival(i) || g.finite(i) || g.l.Has(i, g.p.know.lists.personNoun) || g.l.Has(i, g.p.know.lists.bodyNoun) {
			continue
		}
		w := strings.ToLower(g.l.Slice(i, i+1))
		object := g.signedBefore(i, s)
		if !object && !g.signedBehind(i, k, s) {
			continue
		}
		lemma := w
		if stem, ok := strings.CutSuffix(w, "у"); ok && object {
			lemma = stem + "а"
		} else if stem, ok := strings.CutSuffix(w, "ю"); ok && object {
			lemma = stem + "я"
		}
		if g.p.know.endings.notSigned.whole(lang.Fold(lemma)) {
			continue
		}
		g.lay(g.p.know.lists.instrumentNoun, i, lemma, framedInstrument+" "+genderOfNoun(lemma)+": "+lemma)
		return
	}
}

// signs reports whether a verb of signing begins at token i.
func (g *nounFinderRU) signs(i int) bool {
	l := &g.p.know.lists
	v, _, ok := g.l.Value(i, l.dealDone)
	if !ok {
		v, _, ok = g.l.Value(i, l.dealBase)
	}
	return ok && strings.HasPrefix(v, "signed")
}

// signedBefore reports whether a verb of signing governs the noun at token i, with nothing
// but days, places, adjectives and small words between.
func (g *nounFinderRU) signedBefore(i int, s lang.Sentence) bool {
	for k := i - 1; k >= s.First && k > i-guessReach; k-- {
		if g.signs(k) {
			return true
		}
		if m := g.at(k); m != nil && (m.class == lang.DateChunk || m.class == lang.PlaceChunk) {
			k = m.start
			continue
		}
		if !g.adjectival(k) && !g.l.Has(k, g.p.know.lists.inPrep) && !g.l.Has(k, g.npstop) && !g.l.Has(k, g.topic) {
			return false
		}
	}
	return false
}

// signedBehind reports whether the noun at token i, with «о» at k, opens its sentence and a
// verb of signing stands behind it.
func (g *nounFinderRU) signedBehind(i, k int, s lang.Sentence) bool {
	at := i
	for at > s.First && g.adjectival(at-1) {
		at--
	}
	if at != s.First {
		return false
	}
	for ; k < s.Last; k++ {
		if g.signs(k) {
			return true
		}
		if r := g.l.Rune(k); r == ';' || r == ':' {
			return false
		}
	}
	return false
}
