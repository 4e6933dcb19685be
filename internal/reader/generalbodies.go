package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// branch proposes a known English body with what stands beside it as a part of
// its name: the peoples before it ("the Syrian Arab Red Crescent"), the land or
// continent behind it ("Enron North America").
func (n *nameFinder) branch(i, end, score int, e *lang.Entry, s lang.Sentence) {
	start := i
	for end > i+1 && n.natAdj != 0 && start > s.First && n.l.Has(start-1, n.natAdj) && n.l.Is(start-1, lang.Cap) {
		start--
	}
	if a := n.stateEnding(i, s.First); start == i && end > i+1 && a > s.First && n.l.Plays(a-1, n.r.the) {
		start = a // the Kenya Red Cross
	}
	if start < i {
		n.propose(candidate{class: lang.OrgChunk, start: start, end: end, score: score + 3, rule: "gazetteer"})
	}
	if e.Value == "word" || end >= s.Last || !n.l.Is(end, lang.Cap) || n.l.Is(end, lang.Upper) && n.l.Toks[end].End-n.l.Toks[end].Start > 3 {
		return
	}
	if n.l.Plays(end, n.r.firmTail) && !(n.beside(end+1, s) && n.l.Has(end+1, n.orgHead)) { // the Vandrel Research | Laboratory
		n.propose(candidate{class: lang.OrgChunk, start: i, end: end + 1, score: scoreLegal, rule: "branch"})
	}
	if k := n.placeChunk(end); k > 0 && !n.taken[end] && !(k < s.Last && n.l.Is(k, lang.Cap) && !n.l.Is(k, lang.Upper)) && n.l.Rune(k) != ',' && n.l.Rune(k) != '(' {
		n.propose(candidate{class: lang.OrgChunk, start: i, end: k, score: scoreLegal, rule: "branch"})
	}
}

// numberedUnit gives the token at which the number of a unit begins that is
// named from token start on and headed at i: "the 82nd Airborne Division", "the
// 76th Brigade", "31 Squadron", "No. 2 Squadron"; start where it has none.
func (n *nameFinder) numberedUnit(start, i int, s lang.Sentence) int {
	unit := n.l.Plays(i, n.r.unitHead) || start < i && n.smallUnit(i, start)
	k := start - 1
	switch {
	case start > s.First+1 && n.l.Is(k, lang.Glued) && n.l.Is(k-1, lang.Number) && n.l.Is(k, lang.Lower) && (start < i || unit):
		return start - 2
	case !unit || k <= s.First || !n.l.Is(k, lang.Number) || n.l.Is(k, lang.Year):
		return start
	case n.glued(k-1, '.') && k-2 >= s.First && n.word(k-2) == "no":
		return k - 2
	case start == i || n.smallUnit(i, start):
		return k
	}
	return start
}

// placeAround gives the first token of a known place of several words that
// goes on to or over token start: "District of | Columbia Court of Appeals".
func (n *nameFinder) placeAround(start int, s lang.Sentence) int {
	for k := start - 1; n.tag == "en" && k >= s.First && k >= start-4 && (n.l.Is(k, lang.Word) || n.glued(k, '\'') || n.glued(k, '’')); k-- {
		if !n.l.Is(k, lang.Cap) {
			continue
		}
		if end := n.placeChunk(k); end > start || end == start && end > k+1 { // the | Côte d'Ivoire Football Federation
			return k
		}
	}
	return start
}

// armedGroup proposes an armed group of an Arabic or Persian name, by the noun
// it begins with: "Jund al-Aqsa", "Liwa al-Tahrir".
func (n *nameFinder) armedGroup(i int, s lang.Sentence) bool {
	if n.taken[i] || i > s.First && n.beside(i-1, s) {
		return false
	}
	els := n.run(i, min(s.Last, i+10))
	if len(els) < 2 || len(els) > 7 {
		return false
	}
	for _, e := range els[1:] {
		if n.l.Has(e.start, n.title) && !e.particle {
			return false
		}
	}
	start := i
	if n.glued(i-1, '-') && i-2 >= s.First && n.l.Plays(i-2, n.r.arabicArticle) && n.l.Is(i, lang.Glued) {
		start = i - 2 // Al-Gamaa al-Islamiya
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: els[len(els)-1].end, score: scoreLegal + 3, rule: "armed"})
	return true
}

// clubNamed proposes a club by its letters and a name that no list has: "HC
// Vondrava", "FC Terelj".
func (n *nameFinder) clubNamed(i int, s lang.Sentence) bool {
	k := i + 1
	if !n.beside(k, s) || n.taken[i] || n.placeChunk(k) > 0 || n.l.Is(k, lang.Upper) || n.l.Has(k, n.common) || n.l.Has(k, n.title) || n.l.Has(k, n.office) || n.l.Has(k, n.eventHead) || n.l.Is(k, lang.Glued) || i > s.First && n.beside(i-1, s) {
		return false
	}
	for k++; k < s.Last && k < i+4 && n.beside(k, s) && !n.l.Has(k, n.eventHead); k++ {
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: k, score: scoreLegal, rule: "prefixed"})
	return true
}

// ship keeps the name of a ship from being read as a person's or a place's.
func (n *nameFinder) ship(i int, s lang.Sentence) bool {
	if !n.l.Plays(i, n.r.shipLetters) || !n.beside(i+1, s) || n.l.Is(i+1, lang.Glued) || n.l.Has(i+1, n.title) && n.l.Has(i+2, lang.Lower) {
		return false
	}
	k := i + 2
	for k < s.Last && k < i+7 && (n.beside(k, s) || n.glued(k, '.') && n.l.Is(k-1, lang.Initial) && n.beside(k+1, s)) {
		k++
	}
	score := scoreLegal
	if k > i+3 {
		score += 8 // USS Walter T. Brandt
	}
	n.propose(candidate{start: i, end: k, score: score, rule: "ship"})
	return true
}

// firmLike refuses a run of English words as a person's name that a firm is
// named with: letters before a word ("ABN Amro"), a known firm behind a name
// ("Hendrick Honda"), a people joined to another ("Israeli-Syrian").
func (n *nameFinder) firmLike(els []element, s lang.Sentence, shouting bool) bool {
	first, last := els[0], els[len(els)-1]
	switch {
	case len(els) == 1:
		return first.end > first.start+1 && n.l.Has(first.start, n.natAdj)
	case shouting || len(els) > 2 || first.initial || last.initial || n.l.Is(last.start, lang.Upper) || n.taken[first.start] || n.taken[last.start]:
		return false
	case n.l.Is(first.start, lang.Upper) && first.end == first.start+1 && n.l.Toks[first.start].End-n.l.Toks[first.start].Start > 2 && !n.isGiven(first) && !n.l.Has(last.start, n.surname) && !n.l.Has(first.start, n.acroStop) && !n.placeAt(first) && !n.placeAt(last):
		if n.loneCapital(last) && !strings.HasSuffix(n.word(last.start), "s") && !n.wordly(els[1:]) {
			n.propose(candidate{class: lang.OrgChunk, start: first.start, end: last.end, score: scoreAcronym + 2, rule: "letters"})
		}
		return true
	case n.orgKnown != 0 && n.l.Has(last.start, n.orgKnown) && !n.l.Has(last.start, n.surname) && !n.isGiven(last) && !n.l.Has(last.start, n.office) && !n.l.Has(first.start, n.common):
		ch, _ := n.l.Chunk(last.start, n.orgKnown)
		if int(ch.End) != last.end || n.l.Entry(ch).Value == "word" || n.opens(first.start, s) && !n.isGiven(first) {
			return false
		}
		n.propose(candidate{class: lang.OrgChunk, start: first.start, end: last.end, score: scoreKnown + 4, rule: "dealer"})
		return true
	}
	return false
}

// matched proposes the club of a town by the score behind its name: "Leeds 3-1",
// "beat Leeds 3-1". States play under their own name.
func (n *nameFinder) matched(i, k int, s lang.Sentence) {
	if k+1 < s.Last && n.l.Is(k, lang.Cap) && n.l.Has(k, n.placeHead) && n.l.Plays(k+1, n.r.matchVerb) {
		k++ // Halifax Town lost 2-0
	}
	if n.l.Plays(k, n.r.matchVerb) && !n.country(i) && !n.taken[i] && n.hasScore(k+1, s) && !(i > s.First && n.l.Has(i-1, n.placePrep)) {
		n.propose(candidate{class: lang.OrgChunk, start: i, end: k, score: scoreKnown + 6, rule: "score"}) // Wigan beat St Helens 24-16
		return
	}
	if k+2 >= s.Last || !n.l.Is(k, lang.Number) || n.l.Is(k, lang.Glued) || !n.glued(k+1, '-') && !n.glued(k+1, '–') || !n.l.Is(k+2, lang.Number) || !n.l.Is(k+2, lang.Glued) || n.l.Is(k, lang.Year) {
		return
	}
	if n.country(i) || n.taken[i] || i > s.First && n.l.Has(i-1, n.placePrep) && !n.l.Plays(i-1, n.r.at) && !n.l.Plays(i-1, n.r.and) || n.l.Toks[k].End-n.l.Toks[k].Start > 3 || n.l.Toks[k+2].End-n.l.Toks[k+2].Start > 3 {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: k, score: scoreKnown + 6, rule: "score"})
}

// nicknames proposes a team by its nickname behind the name of a school, a town
// or a firm: "the Tarleton Owls".
func (n *nameFinder) nicknames(i int, s lang.Sentence) {
	if i == s.First && n.l.Plays(i, n.r.nickname) && !n.taken[i] && n.playerBehind(i+1, s) && n.ofLeagues() { // Cardinals infielder Matt Carpenter
		n.propose(candidate{class: lang.OrgChunk, start: i, end: i + 1, score: scoreKnown + 5, rule: "team"})
		return
	}
	if i <= s.First || !n.l.Plays(i, n.r.nickname) || n.taken[i] || i+1 < s.Last && n.l.Is(i+1, lang.Cap) {
		return
	}
	start := i
	for start > s.First && i-start < 3 && n.beside(start-1, s) && !n.l.Has(start-1, n.title) && !n.l.Has(start-1, n.natAdj) && !n.l.Has(start-1, n.common) && !n.l.Has(start-1, n.eventHead) && !n.l.Is(start-1, lang.Upper) {
		start--
	}
	if start == i && n.l.Plays(i-1, n.r.the) && (i-1 == s.First && n.ofLeagues() || i > s.First+1 && n.l.Is(i-1, lang.Lower) && (n.l.Plays(i-2, n.r.against) || i > s.First+2 && n.l.Plays(i-2, n.r.forWhat) && n.l.Plays(i-3, n.r.playsFor) || n.ofLeagues())) {
		n.propose(candidate{class: lang.OrgChunk, start: i, end: i + 1, score: scoreContext, rule: "team"}) // a shutout against the Angels
		return
	}
	if start == i || n.isGiven(element{start: start, end: start + 1}) && start+1 == i && !n.afterArticle(start) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: i + 1, score: scoreKnown + 5, rule: "team"})
}

// playerBehind reports whether one or two words in small letters and the capital of a
// name stand at token k, as behind the nickname of a team: "infielder Matt Carpenter".
func (n *nameFinder) playerBehind(k int, s lang.Sentence) bool {
	from := k
	for k < s.Last && k < from+3 && n.l.Is(k, lang.Lower) && !n.l.Has(k, n.funcWord) {
		k++
	}
	return k > from && k < s.Last && n.beside(k, s)
}

// eatingPlace proposes a house by the noun it opens with: Trattoria Lucia.
func (n *nameFinder) eatingPlace(i int, s lang.Sentence) bool {
	if n.taken[i] || i > s.First && n.beside(i-1, s) || !n.beside(i+1, s) || n.l.Has(i+1, n.orgHead) {
		return false
	}
	k := i + 2
	for k < s.Last && k < i+5 && (n.beside(k, s) || n.l.Plays(k, n.r.foreignOf) && n.beside(k+1, s)) {
		k++
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: k, score: scoreLegal, rule: "house"})
	return true
}

// hasScore reports whether the sentence tells the score of a match from token k on.
func (n *nameFinder) hasScore(k int, s lang.Sentence) bool {
	for ; k+2 < s.Last; k++ {
		if n.l.Plays(k, n.r.by) && n.l.Is(k+1, lang.Number) && n.l.Plays(k+2, n.r.points) {
			return true
		}
		if n.l.Is(k, lang.Number) && (n.glued(k+1, '-') || n.glued(k+1, '–')) && n.l.Is(k+2, lang.Number) && n.l.Is(k+2, lang.Glued) && !n.l.Is(k, lang.Year) && n.l.Toks[k].End-n.l.Toks[k].Start < 4 {
			return true
		}
	}
	return false
}

// joinedLetters proposes a body told by two abbreviations with a hyphen:
// CJTF-OIR, AFL-CIO. Two states are none.
func (n *nameFinder) joinedLetters(i int, s lang.Sentence) bool {
	k := i + 2
	if k >= s.Last || n.taken[i] || !n.glued(i+1, '-') || !n.l.Is(k, lang.Upper) || !n.l.Is(k, lang.Glued) || n.glued(k+1, '-') || i > s.First && n.glued(i-1, '-') {
		return false
	}
	for _, x := range [...]int{i, k} {
		t := &n.l.Toks[x]
		if n.l.Has(x, n.acroStop) || t.Is(lang.Roman) || n.l.Has(x, n.currency) || n.l.Has(x, n.gazPlace) || n.l.Has(x, n.morePlace) || t.End-t.Start > 5 || n.l.Plays(x, n.r.measure) {
			return false
		}
	}
	if n.l.Toks[i].End-n.l.Toks[i].Start+n.l.Toks[k].End-n.l.Toks[k].Start < 5 {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: k + 1, score: scoreAcronym + 4, rule: "letters"})
	return true
}

// coalition proposes the armed coalition that a report calls by that word alone
// with a capital inside the sentence: a Coalition spokesman.
func (n *nameFinder) coalition(i int, s lang.Sentence) bool {
	if n.taken[i] || !n.l.Is(i-1, lang.Lower) || i+1 < s.Last && n.l.Is(i+1, lang.Cap) || n.l.Has(i+1, n.orgOf) || n.glued(i+1, '-') {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: i + 1, score: scoreContext, rule: "coalition"})
	return true
}

// houseOf proposes a house called after its owner, where nothing owned follows:
// "stopped at Papa Gino's in Nashua".
func (n *nameFinder) houseOf(i int, s lang.Sentence) bool {
	if !n.l.Plays(i-1, n.r.toHouse) || n.taken[i] || !n.beside(i, s) {
		return false
	}
	k := i + 1
	for k < s.Last && k < i+3 && n.beside(k, s) {
		k++
	}
	if !n.glued(k, '\'') && !n.glued(k, '’') || !n.l.Plays(k+1, n.r.ownS) || !n.l.Is(k+1, lang.Glued) || !n.clauseEnds(k+2, s) || n.placeAt(element{start: i, end: i + 1}) || n.l.Has(i, n.title) && n.l.Is(i+1, lang.Glued) || n.l.Has(i, n.natAdj) || n.l.Has(i, n.orgKnown) || n.l.Has(i, n.gazBody) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: k + 2, score: scoreKnown + 2, rule: "house"})
	return true
}

// ministry proposes a body of a state by its field before the noun at i, with
// the people it belongs to: "the Russian Defence Ministry", "Iraq's Oil Ministry".
func (n *nameFinder) ministry(i int, s lang.Sentence) {
	if n.l.Has(i+1, n.orgOf) && !n.l.Plays(i+1, n.r.on) || n.taken[i] {
		return
	}
	start := i
	for start > s.First && i-start < 6 {
		k := start - 1
		if (n.l.Plays(k, n.r.and) || n.l.Rune(k) == ',') && k > s.First && start < i && n.beside(k-1, s) && n.topical(k-1) {
			start = k - 1
			continue
		}
		if a := n.stateEnding(start, s.First); start < i && a >= 0 && a < k { // the Sri Lankan Culture Ministry
			start = a
			break
		}
		if !n.beside(k, s) || n.placeAt(element{start: k, end: k + 1}) || n.isGiven(element{start: k, end: k + 1}) || n.l.Has(k, n.title) {
			break
		}
		start = k
	}
	if start == i || start+1 == i && n.l.Has(start, n.natAdj) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: i + 1, score: scoreHead, rule: "field"})
}

// genericHead reports whether the capitalised words from token k on name a kind
// of body and none by its own name: the Corva Museum and Art Gallery.
func (n *nameFinder) genericHead(k int, s lang.Sentence) bool {
	end := k
	for end < s.Last && end-k < 4 && n.beside(end, s) {
		end++
	}
	if end == k || !n.l.Has(end-1, n.orgHead) {
		return false
	}
	for ; k < end-1; k++ {
		if !n.l.Plays(k, n.r.ofKind) {
			return false
		}
	}
	return true
}
