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
		return n.bracketEnd(i), false
	case r == ',':
		if to := n.voidAside(i); to > 0 {
			return to, true
		}
		return n.toldAside(i), false
	case isDash(r) && !n.l.Is(i, lang.Glued):
		return n.toldAside(i), false
	}
	return 0, false
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
