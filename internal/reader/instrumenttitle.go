package reader

import "shanyraq/internal/lang"

// aboutInTitle reports whether a capitalised word at token i of an English
// sentence says what an instrument is about: "the Agreement on | Fisheries
// Subsidies", "the Treaty of | Campo Formio". A person with a given name or a
// title may still be meant.
func (n *nameFinder) aboutInTitle(i int, s lang.Sentence) bool {
	if i < s.First+2 || n.instrument == 0 || !n.l.Is(i-1, lang.Lower) || !n.l.Is(i-2, lang.Cap) || !n.l.Has(i-2, n.instrument) {
		return false
	}
	if !n.l.Has(i-1, n.p.know.lists.topicPrep) || i-2 == s.First && !n.l.Has(i, n.funcWord) && !n.l.Plays(i-1, n.r.on) {
		return false
	}
	return !n.isGiven(element{start: i, end: i + 1}) && !n.titledAt(i)
}

// joinedTitle gives the first token of the capitalised words that "and" ties to an
// English name that begins at ph.from, both being one title: "the Violence and
// Harassment Convention"; ph.from where there are none. k is the token of "and".
func (g *ground) joinedTitle(k int, ph *phrase, s lang.Sentence) int {
	if g.joinedNouns(k, ph, s) {
		return k - 1
	}
	if !g.english() || k != ph.from-1 || k <= s.First || !g.joins(k) || ph.from == ph.head && ph.headEnd == ph.head+1 || !g.l.Is(ph.head, lang.Cap) || !g.l.Is(ph.from, lang.Cap) {
		return ph.from
	}
	i := k
	for ; i > s.First && k-i < 5; i-- {
		if t := &g.l.Toks[i-1]; !t.Is(lang.Cap) || g.at(i-1) != nil || g.l.Has(i-1, g.npstop) || g.l.Has(i-1, g.officenoun) || g.l.Has(i-1, ph.entry.Class) {
			break
		}
	}
	if i == k || i == s.First {
		return ph.from
	}
	if g.at(ph.from) != nil && g.at(ph.from).class != lang.GroupChunk || !g.l.Has(i-1, g.article) && !g.l.Has(i-1, g.p.know.lists.phraseOne) && !g.l.Has(i-1, g.p.know.lists.possessive) && g.l.Is(i-1, lang.Cap) {
		return ph.from
	}
	return i
}

// joinedNouns reports whether the "and" at token k ties a common noun to that before
// the head of an English instrument or event, both saying what it is about: "the oil and
// gas law", "a trade and investment agreement", "a food and wine fair". An article, a word
// of its own or the verb opens them; those of an event only "a", since "the museum and
// science fair" are two.
func (g *ground) joinedNouns(k int, ph *phrase, s lang.Sentence) bool {
	if !g.english() || k != ph.from-1 || k < s.First+2 || !g.joins(k) || ph.from == ph.head && ph.headEnd == ph.head+1 || !g.l.Is(ph.from, lang.Lower) || !g.ofTopicNouns(k-1, ph) {
		return false
	}
	if ph.entry.Class == g.p.know.lists.eventNoun {
		return g.l.Has(k-2, g.p.know.lists.phraseOne) && !g.l.Has(k-1, g.p.know.lists.bodyNoun)
	}
	if ph.from == ph.head || ph.entry.Class != g.p.know.lists.instrumentNoun {
		return false
	}
	for i := k - 2; i >= s.First && i >= k-4; i-- {
		if g.l.Has(i, g.article) || g.l.Has(i, g.p.know.lists.phraseOne) || g.l.Has(i, g.poss) || g.deedAt(i) || g.l.Rune(i-1) == '-' && g.l.Is(i, lang.Glued) {
			return true
		}
		if !g.ofTopicNouns(i, ph) {
			return false
		}
	}
	return false
}

// ofTopicNouns reports whether a word in small letters may say what an English
// instrument is about: no other instrument, no office, no name and no word of grammar.
func (g *ground) ofTopicNouns(i int, ph *phrase) bool {
	t := &g.l.Toks[i]
	return t.Is(lang.Word) && t.Is(lang.Lower) && g.at(i) == nil && !g.l.Has(i, g.npstop) && !g.l.Has(i, g.stop) && !g.deedAt(i) && !g.l.Has(i, ph.entry.Class) && !g.l.Has(i, g.officenoun) && !g.verbBehind(i)
}

// headsOf gives the token at which those who meet begin in the English name of a
// meeting, where token k is the "of" or "and" behind them: "the Commonwealth | Heads of
// Government Meeting", "the | heads of state and government summit"; ph.from elsewhere.
func (g *ground) headsOf(k int, ph *phrase, s lang.Sentence) int {
	if !g.english() || k != ph.from-1 || ph.from == ph.head {
		return ph.from
	}
	if g.joins(k) && k > s.First+3 {
		k -= 2
	}
	if k <= s.First || !g.l.Has(k, g.p.know.lists.of) {
		return ph.from
	}
	named := g.l.Is(ph.head, lang.Cap) && g.l.Is(ph.from, lang.Cap) && g.l.Is(k-1, lang.Cap) && g.l.Has(k-1, g.p.know.lists.officePlural)
	if named || g.l.Plays(k-1, g.p.know.roles.headsOf) {
		return k - 1
	}
	return ph.from
}

// yearInTitle reports whether an English year at token k stands in the middle of
// the name of a plan: "the Vision 2050 Action Plan".
func (g *ground) yearInTitle(k int, ph *phrase, s lang.Sentence) bool {
	return g.english() && k > s.First+1 && k+1 == ph.from && g.l.Is(k, lang.Year) && g.l.Is(k+1, lang.Cap) && g.l.Is(k-1, lang.Cap) &&
		g.at(k-1) == nil && !g.l.Has(k-1, g.npstop) && !g.l.Has(k-1, g.p.know.lists.month) && g.l.Is(ph.head, lang.Cap)
}

// sumBehind gives the token behind the sum of money that an English agreement or
// contract is told by: "a grant agreement of 14.2 million dollars", "of EUR 5
// million"; 0 where none stands at token j. What the money is for is not its name.
func (g *ground) sumBehind(j int, ph *phrase) int {
	if !g.english() || !ph.has("firm") || !g.l.Has(j-1, g.p.know.lists.of) {
		return 0
	}
	i, money := j, false
	for ; i < j+2 && i < len(g.l.Toks) && !g.l.Has(i, lang.NumberChunk) && (g.l.Has(i, g.p.know.lists.currency) || g.l.Is(i, lang.Upper) || g.l.Rune(i) == '$'); i++ {
		money = true
	}
	n, ok := g.p.numberAt(i)
	if !ok || n.ordinal {
		return 0
	}
	if ch, named := g.l.Chunk(n.end, g.p.know.lists.currencyName); named {
		return int(ch.End)
	}
	if g.l.Has(n.end, g.p.know.lists.unit) && g.l.Is(n.end, lang.Lower) {
		ch, _ := g.l.Chunk(n.end, g.p.know.lists.unit)
		return int(ch.End)
	}
	if money {
		return n.end
	}
	return 0
}

// sumAt reports whether an amount of money in signs begins at token j: "US$ 350 million".
func (g *ground) sumAt(j int) bool {
	i, money := j, false
	for ; i < j+3 && i < len(g.l.Toks) && !g.l.Has(i, lang.NumberChunk); i++ {
		sign := g.l.Has(i, g.p.know.lists.currency) || g.l.Rune(i) == '$' || g.l.Rune(i) == '€' || g.l.Rune(i) == '£'
		if money = money || sign; !sign && !g.l.Is(i, lang.Upper) {
			return false
		}
	}
	n, ok := g.p.numberAt(i)
	return ok && money && !n.ordinal
}

// addedTo reports whether "to" at token i ties an English protocol with a capital to the
// instrument that it adds to, the two being one name: "the Optional Protocol to the
// Convention on the Rights of the Child".
func (g *ground) addedTo(i int, ph *phrase, s lang.Sentence) bool {
	if !g.english() || i+2 >= s.Last || !g.l.Plays(i, g.p.know.roles.to) || !g.l.Is(ph.head, lang.Cap) || !ph.has("firm") || ph.has("many") {
		return false
	}
	if !g.l.Has(i+1, g.article) { // the Protocol to Eliminate Illicit Trade
		return g.at(i+1) == nil && g.l.Is(i+1, lang.Cap) && g.l.Is(i+1, lang.Word) && !g.l.Is(i+1, lang.Upper)
	}
	for k := i + 2; k < s.Last && k < i+10; k++ {
		if g.l.Has(k, ph.entry.Class) {
			return g.l.Is(k, lang.Cap)
		}
		if !g.l.Is(k, lang.Cap) && !g.l.Has(k, g.p.know.lists.of) && !g.l.Has(k, g.topic) && !g.joins(k) && !g.l.Has(k, g.article) {
			return false
		}
	}
	return false
}

// ownedName gives the token at which the name of an English instrument begins that holds
// the mark of possession at token k, an article before it: "the St George's Declaration".
// A body named so owns it; -1 elsewhere.
func (g *ground) ownedName(k int, ph *phrase, s lang.Sentence) int {
	if !g.english() || ph.from != ph.head || k+1 != ph.head || !g.l.Is(ph.head, lang.Cap) || !g.l.Is(k, lang.Glued) {
		return -1
	}
	last := k
	for k > s.First && g.l.Is(k, lang.Glued) && (isApostropheRune(g.l.Rune(k)) || g.l.Has(k, g.poss) || g.l.Plays(k, g.p.know.roles.ownS)) {
		k--
	}
	if k == last {
		return -1
	}
	a := k
	for a > s.First && k-a < 2 && g.l.Is(a-1, lang.Cap) && !g.l.Has(a-1, g.article) {
		a--
	}
	if a == k || !g.l.Is(k, lang.Cap) || a <= s.First || !g.l.Has(a-1, g.article) {
		return -1
	}
	if m := g.at(k); m != nil && m.class != lang.PlaceChunk {
		return -1
	}
	return a
}
