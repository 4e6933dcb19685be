package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// framedSets are the classes that a Kazakh noun which may be unlisted has none of.
type framedSets struct{ listed, inPost, noTrade lang.Set }

// framedSetsOf finds those of a pack.
func framedSetsOf(pack *lang.Pack, l *wordLists) framedSets {
	return framedSets{
		listed:  listedButNames(pack, lang.Set{}),
		inPost:  listedButNames(pack, setOf(l.personNoun)),
		noTrade: setOf(l.officeNoun, l.orgHead, l.eventNoun, l.instrumentNoun, l.funcWord, l.npStop, l.num, l.ordinal, l.timeUnit, l.placeHead, l.honorific, l.titleMod, l.sayVerb),
	}
}

// framedNounsKK is findFramedNouns of Kazakh.
func framedNounsKK(p *part) {
	n := nounFinderKK{p: p, l: p.lat, framedSets: &p.know.framed}
	l, r := &p.know.lists, &p.know.roles
	for _, i := range p.mentionsOf(lang.PersonChunk) {
		m := &p.mens[i]
		if m.entity < 0 {
			continue
		}
		if n.trade(m.start - 1) {
			n.lay(l.officeNoun, m.start-1, "office")
		}
		if k := n.isTrade(m); k > 0 {
			n.lay(l.officeNoun, k, "office")
		}
	}
	for k, s := range p.sents {
		has := &p.has[k]
		if has.roles.Has(r.postMark) {
			n.posts(s)
		}
		if has.classes.Has(l.dealDone) || has.classes.Has(l.dealBase) {
			n.instruments(s)
		}
		if has.roles.Has(r.takesPlace) {
			n.events(s)
		}
	}
}

// nounFinderKK is the search of one part.
type nounFinderKK struct {
	p *part
	l *lang.Lattice
	*framedSets
}

// lay lays an entry of a list with its value over token k.
func (n *nounFinderKK) lay(c lang.Class, k int, value string) {
	n.p.guess(c, k, n.p.sentenceIndex(k), n.l.Fold(k), value)
}

// trade reports whether the word at k, right before a person, is that of a trade by its
// ending: «омарташы», «реставраторы».
func (n *nounFinderKK) trade(k int) bool {
	if k < 0 || !n.l.Is(k, lang.Word) || n.l.Is(k, lang.Upper) || n.l.Bits[k].Intersects(&n.noTrade) || n.amid(k) {
		return false
	}
	if _, ordinal := n.p.numberAt(k); ordinal || n.l.Is(k, lang.Cap) && n.p.sentenceOf(k).First != k {
		return false
	}
	for i := k - 1; i >= 0 && i > k-4; i-- {
		if c, ok := n.l.Chunk(i, n.p.know.lists.officeNoun); ok && int(c.End) > k {
			return false
		}
	}
	return !n.l.Plays(k, n.p.know.roles.noTrade) && n.tradeWord(n.l.Fold(k))
}

// isTrade gives the trade that a sentence of a name, a dash and what its bearer is ends
// with: «Асқар Нұров – музейдің омарташысы.»; 0 elsewhere.
func (n *nounFinderKK) isTrade(m *mention) int {
	if m.end+1 >= len(n.l.Toks) || !isDash(n.l.Rune(m.end)) || n.l.Is(m.end, lang.Glued) {
		return 0
	}
	s := n.p.sentenceOf(m.start)
	k := s.Last - 1
	for k > m.end && n.l.Is(k, lang.Punct) {
		k--
	}
	if m.start != s.First || k <= m.end || k > m.end+8 || n.l.Has(k, n.p.know.lists.officeNoun) || !n.trade(k) {
		return 0
	}
	return k
}

// tradeWord reports whether a folded noun ends as the words of trades do, also with an
// owner.
func (n *nounFinderKK) tradeWord(w string) bool {
	ends := n.p.know.endings.tradeEnd
	if ends.end(w, 4) {
		return true
	}
	owned := withoutPossessive(w)
	return owned != w && (ends.end(owned, 4) || strings.HasSuffix(owned, "иг") && len(owned) > 8)
}

// amid reports whether token k is part of a name or a date.
func (n *nounFinderKK) amid(k int) bool {
	for _, c := range [...]lang.Class{lang.PersonChunk, lang.OrgChunk, lang.PlaceChunk, lang.DateChunk} {
		if len(n.p.covering(c, k)) > 0 {
			return true
		}
	}
	return n.l.Has(k, lang.NumberChunk)
}

// posts lays offices before the words that name one as the post somebody is put in or
// leaves, with the verb near: «омарташы болып тағайындалды», «омарташысы қызметінен
// босатылды».
func (n *nounFinderKK) posts(s lang.Sentence) {
	r := &n.p.know.roles
	for k := s.First + 1; k+1 < s.Last; k++ {
		if !n.l.Plays(k, r.postMark) || n.l.Has(k-1, n.p.know.lists.officeNoun) || !n.noun(k-1, &n.inPost) || n.l.Plays(k-1, r.noTrade) || relationalKK(n.l.Fold(k-1)) {
			continue
		}
		chosen := n.p.ownedForm(k-1) || n.tradeWord(n.l.Fold(k-1))
		for i := k + 1; i < s.Last && i < k+5; i++ {
			if n.l.Plays(i, r.putInPost) || chosen && n.l.Plays(i, r.chosenFor) {
				n.lay(n.p.know.lists.officeNoun, k-1, "office")
				break
			}
		}
	}
}

// noun reports whether token k may be a common noun that none of some lists has.
func (n *nounFinderKK) noun(k int, lists *lang.Set) bool {
	w := n.l.Fold(k)
	return n.l.Is(k, lang.Lower) && utf8.RuneCountInString(w) > 3 && !n.l.Bits[k].Intersects(lists) && !n.amid(k) && !n.l.Plays(k, n.p.know.roles.noHappening)
}

// instruments lays instruments before the verbs that sign or conclude one, where a topic
// stands before the noun: «сауда туралы уағдаға қол қойды».
func (n *nounFinderKK) instruments(s lang.Sentence) {
	l := &n.p.know.lists
	for k := s.First + 2; k < s.Last; k++ {
		if !n.l.Has(k, l.dealDone) && !n.l.Has(k, l.dealBase) {
			continue
		}
		signs, made := n.l.Fold(k) == "қол", strings.HasPrefix(n.l.Fold(k), "жасас")
		head := k - 1
		if !signs && !made || !n.noun(head, &n.listed) || signs && !n.ends(head, "dat") || made && n.ends(head, "dat", "loc", "abl", "ins", "gen") {
			continue
		}
		if n.topicBefore(head, s) {
			n.lay(l.instrumentNoun, head, framedInstrument)
		}
	}
}

// ends reports whether the word at k carries one of the cases, by one reading of its
// endings at least, the owner's mark passed over.
func (n *nounFinderKK) ends(k int, cases ...string) bool {
	if strings.HasSuffix(n.l.Fold(k), "хана") { // шілдехана
		return false
	}
	for _, a := range n.l.Analyses(k) {
		if !a.Harmony || len(a.Stem) < 6 || len(a.Suffix) < 4 {
			continue
		}
		for _, c := range cases {
			if strings.HasSuffix(a.Slots, c) {
				return true
			}
		}
	}
	return false
}

// caselessUnlisted gives the noun at k that no list has without its case: «уағдаға» is
// уағда, «уағдасына» уағдасы.
func (g *ground) caselessUnlisted(k int) string {
	word := g.l.Slice(k, k+1)
	if strings.HasSuffix(g.l.Fold(k), "хана") { // шілдехана is no dative of «шілдеха»
		return word
	}
	for _, a := range g.l.Analyses(k) {
		if !a.Harmony || len(a.Stem) < 6 || len(a.Suffix) < 4 {
			continue
		}
		slot, owned := strings.CutPrefix(a.Slots, "poss3 ")
		if slot == "acc" && !owned && g.happensKK(k+1) {
			continue
		}
		n := caseBytesKK[slot]
		if !owned {
			n = min(n, 1) * len(a.Suffix)
		}
		if n > 0 {
			return word[:len(word)-n]
		}
	}
	return word
}

// happensKK reports whether the first verb of holding from token k, days and places passed
// over, has what is held for its subject and no object: «раунды өтті», but «тілашарды
// өткізді».
func (g *ground) happensKK(k int) bool {
	for i := k; i < k+6; i++ {
		if g.l.Plays(i, g.p.know.roles.takesPlace) {
			w := g.l.Fold(i)
			return strings.HasPrefix(w, "өт") && !strings.HasPrefix(w, "өткіз") || strings.Contains(w, "ыл") || strings.Contains(w, "іл")
		}
	}
	return false
}

// caseBytesKK are how many bytes the cases take behind the possessive: -на, -н, -ның, -нда,
// -нан, -мен.
var caseBytesKK = map[string]int{"dat": 4, "acc": 2, "gen": 6, "loc": 6, "abl": 6, "ins": 6}

// topicBefore reports whether a word that ties a topic stands before the noun at head,
// adjectives or a noun that qualifies it between.
func (n *nounFinderKK) topicBefore(head int, s lang.Sentence) bool {
	topic := n.p.know.lists.topicPrep
	for k := head - 1; k > s.First && k > head-4; k-- {
		if n.l.Has(k, topic) {
			return true
		}
		if !n.l.Is(k, lang.Lower) || n.amid(k) || n.ends(k, "dat", "loc", "abl", "ins", "acc") {
			return false
		}
	}
	return false
}

// events lays events before the verbs that say that one takes place.
func (n *nounFinderKK) events(s lang.Sentence) {
	r := &n.p.know.roles
	for k := s.First + 1; k < s.Last; k++ {
		if !n.l.Plays(k, r.takesPlace) {
			continue
		}
		head := k - 1
		if n.l.Fold(head) == "болып" {
			head--
		}
		for head > s.First { // X 3 мамырда Лимада өтті
			over := n.over(head)
			if over < 0 {
				break
			}
			head = over - 1
		}
		if head < s.First || n.l.Has(head, n.p.know.lists.eventNoun) || !n.noun(head, &n.listed) && !n.opener(head, s) || n.ends(head, "dat", "loc", "abl", "ins", "gen") {
			continue
		}
		if n.p.know.endings.converb.end(n.l.Fold(head), 2) || n.partOfEvent(head, s) { // ойланып өтті
			continue
		}
		if n.isHeld(head, s) && !n.madeFor(head, k, s) {
			n.lay(n.p.know.lists.eventNoun, head, framedEvent)
		}
	}
}

// partOfEvent reports whether the noun at head only goes on with a listed event right before
// it or is a part of the one that owns it: «кездесу | кеші», «келіссөздердің үшінші |
// раунды».
func (n *nounFinderKK) partOfEvent(head int, s lang.Sentence) bool {
	event := n.p.know.lists.eventNoun
	for k := head - 1; k >= s.First && k > head-4; k-- {
		if n.l.Has(k, event) && (k == head-1 || genitiveKK(n.l.Fold(k))) {
			return true
		}
	}
	return false
}

// madeFor reports whether the noun at head may be a thing or a body that the verb at k says
// was set up for somebody: «балаларға арналған үйірме ұйымдастырылды»; with its day or
// with a verb of what only happens it is none.
func (n *nounFinderKK) madeFor(head, k int, s lang.Sentence) bool {
	if !strings.HasPrefix(n.l.Fold(k), "ұй") || n.p.know.endings.deedEnd.end(n.l.Fold(head), 4) {
		return false
	}
	for _, i := range n.p.mentionsIn(lang.DateChunk, s.First, s.Last) {
		if len(n.p.mens[i].date.String()) >= len("2006-01-02") {
			return false
		}
	}
	return true
}

// opener is noun of the first word of a sentence, whose capital tells nothing.
func (n *nounFinderKK) opener(k int, s lang.Sentence) bool {
	return k == s.First && n.l.Is(k, lang.Cap) && !n.l.Bits[k].Intersects(&n.listed) && !n.amid(k) && !n.l.Plays(k, n.p.know.roles.noHappening)
}

// over gives where a day or a place that ends with token k begins, -1 where none does.
func (n *nounFinderKK) over(k int) int {
	for _, c := range [...]lang.Class{lang.DateChunk, lang.PlaceChunk} {
		for _, i := range n.p.covering(c, k) {
			if m := &n.p.mens[i]; m.end == k+1 && (c == lang.DateChunk || n.ends(k, "loc")) {
				return m.start
			}
		}
	}
	return -1
}

// isHeld reports whether the words before the noun at head tell that it is a happening:
// its topic, whose it is, its rank; or the noun is the word for a deed and its day and
// place are told.
func (n *nounFinderKK) isHeld(head int, s lang.Sentence) bool {
	if n.topicBefore(head, s) {
		return true
	}
	days, places := len(n.p.mentionsIn(lang.DateChunk, s.First, s.Last)), len(n.p.mentionsIn(lang.PlaceChunk, s.First, s.Last))
	if days == 0 && places == 0 {
		return false
	}
	if w := n.l.Fold(head - 1); head > s.First {
		if n.p.ownedForm(head) && (genitiveKK(w) || n.l.Is(head-1, lang.Lower) && !n.ends(head-1, "dat", "loc", "abl", "ins", "acc")) || n.l.Is(head-1, lang.Lower) && relationalKK(w) {
			return true
		}
	}
	return days > 0 && places > 0 && n.p.know.endings.deedEnd.end(n.l.Fold(head), 4)
}
