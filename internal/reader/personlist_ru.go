package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// verbOfMany reports whether a folded word is a verb of several who act, long
// enough to be no name: похоронят, задержали.
func verbOfMany(w string) bool {
	if !atLeast(w, 7) {
		return false
	}
	for _, end := range [...]string{"ронят", "радят", "ставят", "водят", "дают", "вают", "щают", "няют", "руют", "дали", "жали", "вали", "тили", "дили", "чили", "сили", "рили", "били", "вили", "жили", "шили"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// verbOfOne reports whether a folded word is the verb of one who acted, long enough
// to be no name: беседовала, переводила, дирижировал.
func verbOfOne(w string) bool {
	if !atLeast(w, 8) {
		return false
	}
	for _, end := range [...]string{"овала", "евала", "ывала", "ивала", "ировал", "водила", "товила", "ставила", "вляла"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// listedPersons proposes as persons the single unknown words of a list of which
// one is a person's name already: «с Яценюком, Кличко и Тягнибоком».
func (n *nameFinder) listedPersons(s lang.Sentence) {
	next := s.First // behind the list before
	for _, at := range n.caps {
		i := int(at)
		if i < next || i+2 >= s.Last {
			continue
		}
		if r := n.l.Rune(i + 1); r != ',' && r != 'и' && r != 'И' || !n.loneWord(i, s) {
			continue
		}
		first, known := i, 0
		var at [8]int
		k, size, closed := i, 0, false
		for size < len(at) {
			at[size] = k
			size++
			sep := n.l.Rune(k+1) == ','
			if and := k+2 < s.Last && n.l.Fold(k+1) == "и"; (sep || and) && k+2 < s.Last && n.loneWord(k+2, s) {
				k += 2
				if and {
					at[size] = k
					size++
					closed = true
					break
				}
				continue
			}
			break
		}
		next = k + 1
		if !closed || size < 2 || first == k {
			continue
		}
		other := false
		for _, a := range at[:size] {
			switch n.candidateAt(a) {
			case lang.PersonChunk:
				known++
			case 0:
			default:
				other = true
			}
		}
		if known == 0 || other || known == size || size == 2 && !n.surnameSeen(candidate{start: at[0], end: at[0] + 1}) && !n.surnameSeen(candidate{start: at[1], end: at[1] + 1}) {
			continue
		}
		for _, a := range at[:size] {
			if n.candidateAt(a) == 0 {
				n.propose(candidate{class: lang.PersonChunk, start: a, end: a + 1, score: scoreModel, rule: "listed"})
			}
		}
	}
}

// loneWord reports whether one Cyrillic word with a capital stands at token i
// with no other beside it, which no list knows as anything but a person's name.
func (n *nameFinder) loneWord(i int, s lang.Sentence) bool {
	t := &n.l.Toks[i]
	if !t.Is(lang.Cap) || !t.Is(lang.Cyrillic) || t.Is(lang.Upper) || n.taken[i] || n.glued(i+1, '-') || i > s.First && (n.l.Is(i-1, lang.Cap) && !n.opensOnly(i-1, s) || n.glued(i-1, '-')) || i+1 < s.Last && n.l.Is(i+1, lang.Cap) {
		return false
	}
	e := element{start: i, end: i + 1}
	if n.placeAt(e) || n.adjective(i) && !n.isGiven(e) {
		surname, _ := n.surnameEnding(e)
		return surname && !n.placeAt(e)
	}
	for _, c := range [...]lang.Class{n.orgHead, n.orgKnown, n.gazBody, n.gazPlace, n.morePlace, n.gazGroup, n.moreGroup, n.notName, n.event, n.instrument, n.office, n.funcWord, n.month} {
		if c != 0 && n.l.Has(i, c) {
			return false
		}
	}
	return !n.l.Plays(i, n.r.opensOf) && !n.l.Plays(i, n.r.opensWho)
}

// opensOnly reports whether token i has its capital from its place alone: «Вчера»,
// «Матч».
func (n *nameFinder) opensOnly(i int, s lang.Sentence) bool {
	return n.opens(i, s) && (n.funcWord != 0 && n.l.Has(i, n.funcWord) || n.l.Plays(i, n.r.playedBy))
}

// candidateAt gives the class of the best candidate that covers token i, 0 where
// there is none; one of more words counts as a body.
func (n *nameFinder) candidateAt(i int) (class lang.Class) {
	best := 0
	for k := range n.cands {
		if c := &n.cands[k]; c.start <= i && i < c.end && c.score > best {
			best, class = c.score, c.class
			if c.end > c.start+1 {
				class = lang.OrgChunk
			}
		}
	}
	return class
}

// facing proposes both of two single words with a dash between them, one of whom
// is a person by their surname, behind the word for a game or before its score:
// «матч Топалов – Крамник», «Карякин – Ароньян 1:0».
func (n *nameFinder) facing(s lang.Sentence) {
	for i := s.First + 1; i+1 < s.Last; i++ {
		if !isDash(n.l.Rune(i)) || n.l.Is(i, lang.Glued) || n.l.Is(i+1, lang.Glued) || !n.loneWord(i-1, s) || !n.loneWord(i+1, s) {
			continue
		}
		a, b := element{start: i - 1, end: i}, element{start: i + 1, end: i + 2}
		one, _ := n.surnameEnding(a)
		two, _ := n.surnameEnding(b)
		if !one && !two && !n.surnameSeen(candidate{start: a.start, end: a.end}) && !n.surnameSeen(candidate{start: b.start, end: b.end}) {
			continue
		}
		if scored := i+2 < s.Last && n.l.Is(i+2, lang.Number); !scored && !(i-2 >= s.First && (n.l.Plays(i-2, n.r.playedBy) || n.l.Rune(i-2) == ':' || n.l.Plays(i-3, n.r.playedBy))) {
			continue
		}
		for _, e := range [...]element{a, b} {
			n.propose(candidate{class: lang.PersonChunk, start: e.start, end: e.end, score: scorePerson - 8, rule: "facing"})
		}
	}
}

// kinOwner reports whether a surname in the genitive behind a word for kin is
// that of the one whose kin the given name behind it names: «сестра Косенкова |
// Ксения».
func (n *nameFinder) kinOwner(els []element) bool {
	if len(els) < 2 || els[0].initial || els[1].initial || els[0].start == 0 || !n.l.Has(els[0].start-1, n.p.know.lists.kinWord) || !n.givenAsWritten(els[1].start) || n.isGiven(els[0]) {
		return false
	}
	w := n.l.Fold(els[0].end - 1)
	surname, _ := n.surnameEnding(els[0])
	return (surname || n.surnameSeen(candidate{start: els[0].start, end: els[0].end})) && (strings.HasSuffix(w, "а") || strings.HasSuffix(w, "ого") || strings.HasSuffix(w, "ой") || strings.HasSuffix(w, "я"))
}

// scorers proposes who scored in a line of a match: the names behind the minute of
// a goal, and in brackets those who passed to them («0:1 — 01:23 Лин (Карпов, Рой)»).
func (n *nameFinder) scorers(s lang.Sentence) {
	if !n.playedTo(s) {
		return
	}
	for i := s.First + 1; i < s.Last; i++ {
		if !n.l.Is(i, lang.Cap) || !n.l.Is(i-1, lang.Number) || !n.l.Is(i-1, lang.Glued) || !n.playerAt(i) {
			continue
		}
		e := n.echoElement(i, s)
		next := e.end
		n.propose(candidate{class: lang.PersonChunk, start: e.start, end: e.end, score: scoreLegal, rule: "scorer"})
		if next >= s.Last || n.l.Rune(next) != '(' {
			continue
		}
		for k := next + 1; k < s.Last && n.playerAt(k); {
			e := n.echoElement(k, s)
			n.propose(candidate{class: lang.PersonChunk, start: e.start, end: e.end, score: scoreLegal, rule: "scorer"})
			if e.end >= s.Last || n.l.Rune(e.end) != ',' {
				break
			}
			k = e.end + 1
		}
	}
}

// playerAt reports whether a word with a capital at token i may be a player's name.
func (n *nameFinder) playerAt(i int) bool {
	t := &n.l.Toks[i]
	return t.Is(lang.Cap) && t.Is(lang.Cyrillic) && !t.Is(lang.Upper) && !n.taken[i] && !(n.funcWord != 0 && n.l.Has(i, n.funcWord)) && !(n.month != 0 && n.l.Has(i, n.month)) && !n.l.Has(i, n.orgHead)
}
