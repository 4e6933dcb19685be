package reader

import "shanyraq/internal/lang"

// toldOfReach is how many tokens may be told of somebody between his name and the verb.
const toldOfReach = 14

// layAsides notes what is told in passing between words that belong together, so that rules
// and the way from a verb to its noun pass over it («Форум, однако, | открылся», «Министрлер
// (суретте) | кездесті»), and a day or place in it is its own. Russian and Kazakh only.
func (n *nameFinder) layAsides() {
	if n.tag != "ru" && n.tag != "kk" {
		return
	}
	for _, s := range n.p.sents {
		for i := s.First + 1; i+2 < s.Last; i++ {
			if to, void := n.asideAt(i); to > i && to < s.Last {
				n.l.LayAside(i, to, void)
				i = to - 1
			}
		}
	}
}

// asideAt gives the token behind what is told in passing from the mark at token i on, 0
// where nothing is; void says that it tells nothing of the matter: «, однако,».
func (n *nameFinder) asideAt(i int) (to int, void bool) {
	if !n.l.Is(i, lang.Punct) {
		return 0, false
	}
	switch r := n.l.Rune(i); {
	case r == '(':
		if to := n.bracketEnd(i); to > 0 {
			return to, false
		}
		if to := n.shortBracketKK(i); to > 0 {
			return to, false
		}
		return n.officeBracket(i), false
	case r == ',':
		if to := n.voidAside(i); to > 0 {
			return to, true
		}
		return max(n.toldAside(i), n.apposedOfficeKK(i)), false
	case isDash(r) && !n.l.Is(i, lang.Glued):
		return max(n.toldAside(i), n.apposedOfficeKK(i)), false
	}
	return 0, false
}

// apposedOfficeKK gives the token behind the Kazakh office between two commas or dashes, the
// first of which is token i, of whom it stands behind: «Андрей Сафин, сауда министрі, | келді»;
// 0 elsewhere.
func (n *nameFinder) apposedOfficeKK(i int) int {
	if n.tag != "kk" || !n.personEnds(i) {
		return 0
	}
	comma := n.l.Rune(i) == ','
	for k := i + 1; k < min(i+officeReach, len(n.l.Toks)) && !n.l.Toks[k].Para; k++ {
		switch r := n.l.Rune(k); {
		case comma && r == ',', !comma && isDash(r) && !n.l.Is(k, lang.Glued):
			if k > i+1 && n.l.Has(k-1, n.p.know.lists.officeNoun) {
				return k + 1
			}
			return 0
		case n.l.Is(k, lang.Punct) && r != '-' && r != ',' || n.l.Has(k, lang.PersonChunk) || n.l.Has(k, lang.DateChunk):
			return 0
		}
	}
	return 0
}

// bracketEnd gives the token behind a bracket at token i that names nobody, no place, body
// or day: «(на фото)», «(42 года)»; 0 for others, which may tell more than in passing.
func (n *nameFinder) bracketEnd(i int) int {
	to := n.asideEnd(i)
	for k := i + 1; k < to; k++ {
		for _, c := range [...]lang.Class{lang.OrgChunk, lang.PlaceChunk, lang.GroupChunk, lang.DateChunk} {
			if n.l.Has(k, c) {
				return 0
			}
		}
	}
	return to
}

// shortBracketKK gives the token behind a bracket at token i that tells only how the Kazakh
// body named before it is called for short: «Жібек жолы желісінің (ЖЖЖ) | хатшысы»; 0 for
// others.
func (n *nameFinder) shortBracketKK(i int) int {
	if n.tag != "kk" || i+2 >= len(n.l.Toks) || n.l.Rune(i+2) != ')' || !n.l.Is(i+1, lang.Upper) || n.l.Has(i+1, lang.PlaceChunk) || !n.l.Is(i-1, lang.Word) || n.l.Has(i+1, lang.NumberChunk) {
		return 0
	}
	return i + 3
}

// officeReach is how many tokens an office in brackets may take.
const officeReach = 14

// officeBracket gives the token behind the bracket at token i that tells the office of whom
// it stands behind, «Андрей Сафин (министр торговли) | прибыл»; 0 for others.
func (n *nameFinder) officeBracket(i int) int {
	if !n.personEnds(i) {
		return 0
	}
	office := false
	for k := i + 1; k < min(i+officeReach, len(n.l.Toks)) && !n.l.Toks[k].Para; k++ {
		switch r := n.l.Rune(k); {
		case r == ')':
			if !office {
				return 0
			}
			return k + 1
		case r == '(' || r == ';' || n.l.Has(k, lang.PersonChunk) || n.l.Has(k, lang.DateChunk):
			return 0
		}
		office = office || n.l.Has(k, n.p.know.lists.officeNoun)
	}
	return 0
}

// toldAside gives the token behind what a Russian sentence tells of somebody between his
// name and his verb, by the comma or dash at token i: «Анна Линд, которой 42 года, |
// назначена», «Анна Линд – юрист по образованию – | назначена». 0 elsewhere: where two
// are listed, or no verb follows.
func (n *nameFinder) toldAside(i int) int {
	if n.tag != "ru" || !n.personEnds(i) || !n.l.Is(i+1, lang.Lower) {
		return 0
	}
	comma := n.l.Rune(i) == ','
	if comma && !n.p.asideOpens(i+1) && !n.p.know.endings.gerundEnd.end(n.l.Fold(i+1), 4) && !n.l.Plays(i+1, n.r.besideOpens) && !n.l.Plays(i+2, n.r.besideOpens) {
		return 0
	}
	for k := i + 2; k < len(n.l.Toks) && k < i+2+toldOfReach && !n.l.Toks[k].Para; k++ {
		switch r := n.l.Rune(k); {
		case r == ',' && n.p.joinsFields(k):
		case comma && r == ',', !comma && isDash(r) && !n.l.Is(k, lang.Glued):
			if n.verbFollows(k + 1) {
				return k + 1
			}
			return 0
		case n.l.Is(k, lang.Punct) && r != '-' && r != '«' && r != '»':
			return 0
		}
	}
	return 0
}

// personEnds reports whether the name of a person ends before token i.
func (n *nameFinder) personEnds(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if c, ok := n.l.Chunk(k, lang.PersonChunk); ok {
			return int(c.End) == i
		}
	}
	return false
}

// verbFollows reports whether a Russian verb of the past, or the short form of a
// participle, stands at token i, behind a day or a small word or at once.
func (n *nameFinder) verbFollows(i int) bool {
	if n.inPassing(i) > 0 {
		return true
	}
	return n.l.Is(i, lang.Lower) && (n.doneRU(i) || n.l.Plays(i, n.r.releasedIs))
}

// doneRU reports whether the Russian word at token i tells what somebody did or what was
// done with him: «сказала», «назначена».
func (n *nameFinder) doneRU(i int) bool {
	return n.l.Has(i, n.p.know.lists.pastShort) || n.p.know.endings.finitePast.end(n.l.Fold(i), 3) || n.l.Plays(i, n.r.chooses)
}

// amidAside reports whether a day or place is told in passing, between marks that the
// phrase is not between: «Анна Линд, вернувшаяся | из Осло |, подписала договор».
func (g *ground) amidAside(m *mention, ph *phrase) bool {
	return g.l.InAside(m.start) && !g.l.InAside(ph.head)
}
