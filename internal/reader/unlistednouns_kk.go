package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// standIns are the entries of a pack that stand for nouns no list has, marked "any" in
// the lists of offices, instruments and events, and the classes a noun that may be
// unlisted has none of.
type standIns struct {
	office, instrument, event lang.Chunk
	listed, inPost, noTrade   lang.Set
	some                      bool
}

// standInsOf finds those of a pack; a pack that marks none reads listed nouns only.
func standInsOf(pack *lang.Pack, l *wordLists) (u standIns) {
	for ref := range pack.Entries {
		e := &pack.Entries[ref]
		if !strings.HasSuffix(e.Value, "any") {
			continue
		}
		switch v := strings.TrimSuffix(e.Value, "any"); v {
		case "office ":
			u.office = lang.Chunk{Class: l.officeNoun, Ref: int32(ref)}
		case "loose ":
			u.instrument = lang.Chunk{Class: l.instrumentNoun, Ref: int32(ref)}
		case "other loose ":
			u.event = lang.Chunk{Class: l.eventNoun, Ref: int32(ref)}
		default:
			continue
		}
		u.some = true
	}
	if u.some {
		u.listed = listedButNames(pack, lang.Set{})
		u.inPost = listedButNames(pack, setOf(l.personNoun))
		u.noTrade = setOf(l.officeNoun, l.orgHead, l.eventNoun, l.instrumentNoun, l.funcWord, l.npStop, l.num, l.ordinal, l.timeUnit, l.placeHead, l.honorific, l.titleMod, l.sayVerb)
	}
	return u
}

// findUnlisted lays the classes of offices, instruments and events over Kazakh nouns
// that no list has, where the words around tell what they are: «музейдің омарташысы
// Асқар Нұров», «X омарташы болып тағайындалды», «сауда туралы уағдаға қол қойды»,
// «балаларға арналған тілашар өтті». What finders read of listed nouns they then
// read of these.
func findUnlisted(p *part) {
	u := &p.know.unlisted
	if !u.some {
		return
	}
	n := unlistedNouns{p: p, l: p.lat, standIns: u}
	for _, i := range p.mentionsOf(lang.PersonChunk) {
		m := &p.mens[i]
		if m.entity < 0 {
			continue
		}
		if n.trade(m.start - 1) {
			n.lay(u.office, m.start-1)
		}
		if k := n.isTrade(m); k > 0 {
			n.lay(u.office, k)
		}
	}
	l, r := &p.know.lists, &p.know.roles
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

// unlistedNouns is the search of one part.
type unlistedNouns struct {
	p *part
	l *lang.Lattice
	*standIns
}

// lay makes token k a noun of the stand-in's list.
func (n *unlistedNouns) lay(c lang.Chunk, k int) {
	n.l.Add(c.Class, k, k+1, int(c.Ref))
	s := n.p.sentenceIndex(k)
	n.p.seen.Anew(n.p.sents[s].First)
	n.p.has[s].classes.Add(c.Class)
	n.p.hasAll.classes.Add(c.Class)
}

// trade reports whether the word at k, right before a person, is that of a trade by its
// ending: «омарташы», «реставраторы».
func (n *unlistedNouns) trade(k int) bool {
	if k < 0 || !n.l.Is(k, lang.Word) || n.l.Is(k, lang.Upper) || n.l.Bits[k].Intersects(&n.noTrade) || n.amid(k) {
		return false
	}
	if _, ordinal := n.p.numberAt(k); ordinal || n.l.Is(k, lang.Cap) && n.p.sentenceOf(k).First != k {
		return false
	}
	for i := k - 1; i >= 0 && i > k-4; i-- {
		if c, ok := n.l.Chunk(i, n.office.Class); ok && int(c.End) > k {
			return false
		}
	}
	return !n.l.Plays(k, n.p.know.roles.noTrade) && n.tradeWord(n.l.Fold(k))
}

// isTrade gives the trade that a sentence of a name, a dash and what its bearer is ends
// with: «Асқар Нұров – музейдің омарташысы.»; 0 elsewhere.
func (n *unlistedNouns) isTrade(m *mention) int {
	if m.end+1 >= len(n.l.Toks) || !isDash(n.l.Rune(m.end)) || n.l.Is(m.end, lang.Glued) {
		return 0
	}
	s := n.p.sentenceOf(m.start)
	k := s.Last - 1
	for k > m.end && n.l.Is(k, lang.Punct) {
		k--
	}
	if m.start != s.First || k <= m.end || k > m.end+8 || n.l.Has(k, n.office.Class) || !n.trade(k) {
		return 0
	}
	return k
}

// tradeWord reports whether a folded noun ends as the words of trades do, also with an
// owner.
func (n *unlistedNouns) tradeWord(w string) bool {
	ends := n.p.know.endings.tradeEnd
	if ends.end(w, 4) {
		return true
	}
	owned := withoutPossessive(w)
	return owned != w && (ends.end(owned, 4) || strings.HasSuffix(owned, "иг") && len(owned) > 8)
}

// amid reports whether token k is part of a name or a date.
func (n *unlistedNouns) amid(k int) bool {
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
func (n *unlistedNouns) posts(s lang.Sentence) {
	r := &n.p.know.roles
	for k := s.First + 1; k+1 < s.Last; k++ {
		if !n.l.Plays(k, r.postMark) || n.l.Has(k-1, n.office.Class) || !n.noun(k-1, &n.inPost) {
			continue
		}
		chosen := n.p.ownedForm(k-1) || n.tradeWord(n.l.Fold(k-1))
		for i := k + 1; i < s.Last && i < k+5; i++ {
			if n.l.Plays(i, r.putInPost) || chosen && n.l.Plays(i, r.chosenFor) {
				n.lay(n.office, k-1)
				break
			}
		}
	}
}

// noun reports whether token k may be a common noun that none of some lists has.
func (n *unlistedNouns) noun(k int, lists *lang.Set) bool {
	w := n.l.Fold(k)
	return n.l.Is(k, lang.Lower) && utf8.RuneCountInString(w) > 3 && !n.l.Bits[k].Intersects(lists) && !n.amid(k) && !n.l.Plays(k, n.p.know.roles.noHappening)
}

// instruments lays instruments before the verbs that sign or conclude one, where a topic
// stands before the noun: «сауда туралы уағдаға қол қойды».
func (n *unlistedNouns) instruments(s lang.Sentence) {
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
			n.lay(n.instrument, head)
		}
	}
}

// ends reports whether the word at k carries one of the cases, by one reading of its
// endings at least, the owner's mark passed over.
func (n *unlistedNouns) ends(k int, cases ...string) bool {
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

// standIn reports whether an entry stands for nouns that no list has.
func standIn(e *lang.Entry) bool { return strings.HasSuffix(e.Value, " any") }

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

// caseBytesKK are how many bytes the cases take behind the possessive: -на, -н, -ның, -нда,
// -нан, -мен.
var caseBytesKK = map[string]int{"dat": 4, "acc": 2, "gen": 6, "loc": 6, "abl": 6, "ins": 6}

// topicBefore reports whether a word that ties a topic stands before the noun at head,
// adjectives or a noun that qualifies it between.
func (n *unlistedNouns) topicBefore(head int, s lang.Sentence) bool {
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
func (n *unlistedNouns) events(s lang.Sentence) {
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
		if head < s.First || n.l.Has(head, n.event.Class) || !n.noun(head, &n.listed) && !n.opener(head, s) || n.ends(head, "dat", "loc", "abl", "ins", "gen") {
			continue
		}
		if n.isHeld(head, s) {
			n.lay(n.event, head)
		}
	}
}

// opener is noun of the first word of a sentence, whose capital tells nothing.
func (n *unlistedNouns) opener(k int, s lang.Sentence) bool {
	return k == s.First && n.l.Is(k, lang.Cap) && !n.l.Bits[k].Intersects(&n.listed) && !n.amid(k) && !n.l.Plays(k, n.p.know.roles.noHappening)
}

// over gives where a day or a place that ends with token k begins, -1 where none does.
func (n *unlistedNouns) over(k int) int {
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
func (n *unlistedNouns) isHeld(head int, s lang.Sentence) bool {
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
