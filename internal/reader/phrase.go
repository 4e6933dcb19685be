package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// phrase is a noun phrase with its head.
type phrase struct {
	from, head, headEnd, to int // tokens
	entry                   *lang.Entry
	definite                bool // "the treaty", known from before
	possessed               bool // "its treaty", "Kazakhstan's treaty"
	quoted                  [2]int
	topic                   bool   // words behind (or, where the head stands last, before) it say what it is about
	mods                    int    // words of its own before the head
	gap                     [2]int // the parties that stand between head and topic
	marked                  bool   // the whole name stands in quotation marks, its sides inside
	nested                  bool   // its name holds that of another instrument
	// What the entry says of the noun: how long its text of kinds is, one bit a kind,
	// and the entry of which that was found out; see has.
	kindsLen int32
	kinds    uint64
	kindsOf  *lang.Entry
}

// after gives the token where what follows the name begins: the parties may
// stand before the topic.
func (ph *phrase) after() int {
	if ph.gap[1] > 0 {
		return ph.gap[0]
	}
	return ph.to
}

// phraseAt reads the noun phrase whose head is the entry of class c that
// begins at token i.
func (g *ground) phraseAt(i int, c lang.Class, s lang.Sentence) (phrase, bool) {
	ch, ok := g.l.Chunk(i, c)
	if !ok || int(ch.End) > s.Last {
		return phrase{}, false
	}
	ph := phrase{from: i, head: i, headEnd: int(ch.End), to: int(ch.End), entry: g.l.Entry(ch)}
	if g.headLast {
		g.leftOfLast(&ph, s)
		return ph, true
	}
	g.leftOf(&ph, s)
	g.numbered(&ph, s)
	g.rightOf(&ph, s)
	g.nested(&ph, s)
	return ph, true
}

// leftWalk goes over the words before a head, from right to left.
type leftWalk struct {
	ph    *phrase
	s     lang.Sentence
	k     int // the token that is asked about
	small int // English words in small letters taken so far
}

// take takes the tokens from k on into the phrase.
func (w *leftWalk) take(k int) bool {
	w.ph.from, w.k = k, k
	w.ph.mods++
	return true
}

// leftOf takes the modifiers before the head.
func (g *ground) leftOf(ph *phrase, s lang.Sentence) {
	w := leftWalk{ph: ph, s: s, k: ph.from - 1}
	for w.k >= s.First && g.goesLeft(&w) {
		w.k--
	}
}

// goesLeft takes the token if it belongs to the phrase and reports whether more
// may stand before it.
func (g *ground) goesLeft(w *leftWalk) bool {
	k, ph, s := w.k, w.ph, w.s
	t, r := &g.l.Toks[k], g.l.Rune(k)
	if m := g.at(k); m != nil && g.apartLeft(m, w) {
		return false
	}
	if g.l.Has(k, g.article) {
		ph.definite = true
		return false
	}
	if g.hyphenLeft(w) {
		ph.from = k
		return true
	}
	if isQuote(r) && k > s.First {
		return g.quoteLeft(w)
	}
	if a := g.bracketsLeft(w); a > s.First {
		return w.take(a)
	}
	if ph.from == ph.head && k > s.First && g.ownedByMany(k) { // the shareholders' agreement
		return w.take(k - 1)
	}
	if a := g.ownedName(k, ph, s); a >= 0 {
		return w.take(a)
	}
	if g.titleAmpersand(k, ph, s) {
		return w.take(k)
	}
	if t.Is(lang.Punct) || g.l.Has(k, g.poss) || t.Is(lang.Glued) && k > s.First && isApostropheRune(g.l.Rune(k-1)) {
		if n := g.ofPeople(k, s); n > 0 {
			return w.take(n - 1)
		}
		ph.possessed = g.l.Has(k, g.poss) || t.Is(lang.Glued)
		return false
	}
	if g.deedAt(k) && !g.l.Has(k, g.mod) || g.headlineVerb(k) || g.english() && t.Is(lang.Upper) && t.End-t.Start > 5 && strings.HasSuffix(g.l.Fold(k), "ing") { // RECALLING | Resolution 12
		return false
	}
	if t.End-t.Start == 3 && g.english() && g.l.Fold(k) == "own" { // their own | protocol
		ph.possessed = true
		return false
	}
	if g.yearInTitle(k, ph, s) {
		return w.take(k)
	}
	if g.isNumeral(k) {
		return g.numberLeft(w)
	}
	if t.Is(lang.Word) && ph.from == k+1 && g.l.Rune(k+1) == '-' && g.english() && g.l.Is(k+1, lang.Glued) { // status-of-forces
		return w.take(k)
	}
	if a := g.joinedTitle(k, ph, s); a < ph.from {
		return w.take(a)
	}
	if a := g.headsOf(k, ph, s); a < ph.from {
		return w.take(a)
	}
	return g.modifies(w) && w.take(k)
}

// bracketsLeft gives the token of the brackets that end at the token of an English phrase and
// belong to it: "the Ratification (Amendment) | Bill", "the African Union (AU) | summit"; 0 elsewhere.
func (g *ground) bracketsLeft(w *leftWalk) int {
	k, s := w.k, w.s
	if g.l.Rune(k) != ')' || !g.english() {
		return 0
	}
	if w.ph.from == w.ph.head {
		if a := g.capsInBrackets(k, s.First); a > s.First {
			return a
		}
	}
	if k > s.First+2 && g.l.Rune(k-2) == '(' && g.l.Is(k-1, lang.Upper) && g.l.Has(k-3, lang.Cap) {
		return k - 2
	}
	return 0
}

// titleAmpersand reports whether "&" stands at token k inside the capitalised words of an
// English title: "the Annual Art & Design Exhibition".
func (g *ground) titleAmpersand(k int, ph *phrase, s lang.Sentence) bool {
	return g.l.Rune(k) == '&' && g.english() && k > s.First && ph.from == k+1 && ph.from < ph.head && g.l.Is(k+1, lang.Cap) && g.l.Is(k-1, lang.Cap) && g.at(k-1) == nil
}

// apartLeft reports whether somebody, a place or a day named before a head is no
// part of its phrase.
func (g *ground) apartLeft(m *mention, w *leftWalk) bool {
	if g.inCompound(w) {
		return false
	}
	switch m.class {
	case lang.PersonChunk:
		return !g.namedAfter(m, w)
	case lang.DateChunk:
		return !(m.end == w.ph.from && m.end-m.start == 1 && !g.russian()) || g.english() && g.l.Has(m.start, g.p.know.lists.eventAfter) // Today | Fifth meeting
	case lang.PlaceChunk:
		if g.instrumentalPlace(m) { // с Кубой | соглашение
			return true
		}
	}
	return g.russian() && (m.class == lang.GroupChunk || !g.adjectival(w.k) && !g.isNumeral(w.k))
}

// inCompound reports whether the token is the hyphen of a Russian adjective of a phrase or
// the word before it, a name in which it is cut: «Первый Кара|-|Сайский форум».
func (g *ground) inCompound(w *leftWalk) bool {
	if !g.russian() || w.ph.from != w.k+1 || !g.adjectival(w.k+1) && !g.l.Is(w.k+1, lang.Punct) {
		return false
	}
	return g.l.Rune(w.k) == '-' && g.l.Is(w.k, lang.Glued) || g.l.Rune(w.k+1) == '-' && g.l.Is(w.k+1, lang.Glued)
}

// namedAfter reports whether somebody's name opens the English title of an event that is
// called after him: "the annual Clara Hill Festival".
func (g *ground) namedAfter(m *mention, w *leftWalk) bool {
	if !g.english() || m.end != w.ph.from || m.start <= w.s.First || m.end-m.start < 2 || w.ph.entry.Class != g.p.know.lists.eventNoun {
		return false
	}
	for k := m.end; k <= w.ph.head; k++ {
		if !g.l.Is(k, lang.Cap) {
			return false
		}
	}
	k := m.start - 1
	return g.l.Has(k, g.article) || g.l.Has(k, g.p.know.lists.phraseOne) || g.l.Has(k, g.poss) || g.l.Has(k, g.mod) && g.l.Is(k, lang.Lower) || g.isNumeral(k)
}

// hyphenLeft reports whether the token is a hyphen inside a word of the phrase.
func (g *ground) hyphenLeft(w *leftWalk) bool {
	k := w.k
	switch g.l.Rune(k) {
	case '-':
	case '–':
		if !g.english() || k+1 > w.s.Last || !g.l.Is(k+1, lang.Glued) {
			return false
		}
	default:
		return false
	}
	return g.l.Is(k, lang.Glued) && k > w.s.First && !(g.russian() && !g.l.Is(k+1, lang.Glued)) // /Синьхуа/ -- | 13-е заседание
}

// quoteLeft takes a name in quotation marks: «Мектеп» байқауы; the "Silk Road" forum.
func (g *ground) quoteLeft(w *leftWalk) bool {
	a, ok := g.quoteEnding(w.k, w.s.First)
	if !ok || w.k-a > 9 || !g.wordsIn(a+1, w.k) {
		return false
	}
	w.ph.quoted = [2]int{a + 1, w.k}
	w.ph.from, w.k = a, a
	return true
}

// wordsIn reports whether the tokens from a on before b, in quotation marks, name
// something: marks and brackets alone do not.
func (g *ground) wordsIn(a, b int) bool {
	for ; a < b; a++ {
		if !g.l.Is(a, lang.Punct) {
			return true
		}
	}
	return false
}

// numberLeft takes a number that belongs to a name: an ordinal, "Plus Three",
// "five-year". One that counts instruments ends the phrase.
func (g *ground) numberLeft(w *leftWalk) bool {
	k, ph := w.k, w.ph
	n, ok := g.numeralAt(k)
	if !ok || n.ordinal || g.capitalNumber(n, w.s) || g.l.Rune(k+1) == '-' && k+1 < ph.head { // the ASEAN Plus Three Meeting
		return w.take(k)
	}
	if ph.from == k+1 && ph.from < ph.head && isDash(g.l.Rune(k+1)) { // cut a hyphen left alone
		ph.from++
	}
	return false
}

// modifies reports whether a word may modify the head behind it.
func (g *ground) modifies(w *leftWalk) bool {
	k, t := w.k, &g.l.Toks[w.k]
	mod := g.l.Has(k, g.mod)
	if !t.Is(lang.Word) || g.l.Has(k, g.stop) || g.l.Has(k, g.npstop) && !mod {
		return false
	}
	if g.russian() {
		return (g.adjectival(k) || mod || w.ph.from == k+1 && g.l.Rune(k+1) == '-') && !g.gerundBefore(k, w.ph) && !g.nounBefore(k, w.ph) && !g.manyBeforeOne(k, w.ph) // кыргызско-турецкий
	}
	if t.Is(lang.Cap) {
		return k != w.s.First || g.at(k) != nil || !g.l.Has(k, g.npstop)
	}
	if mod {
		return true
	}
	if g.english() && g.l.Has(k, g.p.know.lists.hostVerb) && strings.HasSuffix(g.l.Fold(k), "s") { // Osh | hosts 12th Congress
		return false
	}
	if k > w.s.First && g.l.Plays(k-1, g.p.know.roles.it) { // It follows | contracts
		return false
	}
	word := g.l.Fold(k)
	w.small++
	return w.small <= 4 && !strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ly") && (!strings.HasSuffix(word, "ing") || g.ofArticle(k) || g.behindCompound(k))
}

// ofPeople gives the token behind the word for people whose English possessive
// ends at token k inside the name of an event, "the 8th Asian Women's Chess
// Festival"; 0 where it is an owner's.
func (g *ground) ofPeople(k int, s lang.Sentence) int {
	if !g.english() {
		return 0
	}
	for k > s.First && (g.l.Has(k, g.poss) || isApostropheRune(g.l.Rune(k)) || g.l.Plays(k, g.p.know.roles.ownS) && g.l.Is(k, lang.Glued)) && g.l.Is(k, lang.Glued) {
		k--
	}
	if k <= s.First+1 || !g.l.Is(k, lang.Cap) || !g.l.Has(k, g.p.know.lists.personNoun) && !g.officers(k) || !isApostropheRune(g.l.Rune(k+1)) {
		return 0
	}
	return k + 1
}

// capitalNumber reports whether an English number word belongs to a name: it has
// a capital and so has the word before it.
func (g *ground) capitalNumber(n *number, s lang.Sentence) bool {
	return g.english() && !n.digits && n.end == n.start+1 && n.start > s.First && g.l.Is(n.start, lang.Cap) && g.l.Is(n.start-1, lang.Cap)
}

// ofArticle reports whether an English article stands right before token k:
// "a refereeing seminar", where "after visiting schools" has a verb; or an ordinal, a word that
// only modifies or one joined by a hyphen: "the sixth rowing regatta", "a cheese-making contest".
func (g *ground) ofArticle(k int) bool {
	if !g.english() || k < 1 {
		return false
	}
	if g.l.Has(k-1, g.article) || g.l.Has(k-1, g.p.know.lists.phraseOne) || g.l.Rune(k-1) == '-' && g.l.Is(k-1, lang.Glued) && g.l.Is(k, lang.Glued) {
		return true
	}
	n, ok := g.numeralAt(k - 1)
	return ok && n.ordinal || k > 1 && g.l.Is(k-1, lang.Lower) && g.l.Has(k-1, g.mod) && (g.l.Has(k-2, g.article) || g.l.Has(k-2, g.p.know.lists.phraseOne))
}

// officers reports whether an English plural at token k is of those in an office: "the
// Foreign Ministers' Meeting".
func (g *ground) officers(k int) bool {
	return g.l.Plays(k, g.p.know.roles.officers) || g.l.Has(k, g.p.know.lists.officePlural) && strings.HasSuffix(g.l.Fold(k), "s")
}

// behindCompound reports whether an English word joined by hyphens stands before token
// k: "a two-billion-dollar | cofinancing agreement".
func (g *ground) behindCompound(k int) bool {
	return g.english() && k > 2 && g.l.Is(k-1, lang.Lower) && g.l.Is(k-1, lang.Glued) && g.l.Rune(k-2) == '-' && g.l.Is(k-2, lang.Glued)
}

// isNumeral reports whether a number stands at token k.
func (g *ground) isNumeral(k int) bool {
	_, ok := g.numeralAt(k)
	return ok
}

// numeralAt gives the number that covers token k as its last token.
func (g *ground) numeralAt(k int) (*number, bool) {
	for j := k; j >= 0 && j >= k-4; j-- {
		if n, ok := g.p.numberAt(j); ok && n.end > k {
			return n, true
		}
	}
	return nil, false
}

// quoteEnding gives the opening mark of the quotation that closes at token k.
func (g *ground) quoteEnding(k, first int) (int, bool) {
	switch g.l.Rune(k) {
	case '»', '”', '"', '“':
	default:
		return 0, false
	}
	for j := k - 1; j >= first && j > k-16; j-- {
		switch r := g.l.Rune(j); r {
		case '«', '“', '„', '"':
			return j, true
		}
	}
	return 0, false
}

// quoteOpening gives the closing mark of the quotation that opens at token k.
func (g *ground) quoteOpening(k, last int) (int, bool) {
	ends := closers(g.l.Rune(k))
	if ends == "" {
		return 0, false
	}
	for j := k + 1; j < last && j < k+20; j++ {
		if strings.ContainsRune(ends, g.l.Rune(j)) {
			return j, true
		}
	}
	return 0, false
}

// adjectival reports whether a word ends like an adjective, by the pack's
// adjform list.
func (g *ground) adjectival(k int) bool {
	w := g.l.Fold(k)
	if len(w) < 8 || !g.l.Is(k, lang.Word) {
		return false
	}
	return g.p.know.endings.adjForm.end(w, -1) && !g.p.know.endings.notAdjEnd.end(w, 0) && !g.p.know.endings.notAdjEnd.whole(w)
}

// finite reports whether a small-lettered word ends like a verb, by the
// pack's verbend list.
func (g *ground) finite(k int) bool {
	if !g.l.Is(k, lang.Lower) {
		return false
	}
	w := g.l.Fold(k)
	if g.russian() {
		return (g.p.know.endings.verbEnd.end(w, 2) || g.p.know.endings.nameVerbEnd.end(w, 6)) && !g.l.Has(k, g.notVerb)
	}
	if g.headLast && (strings.HasSuffix(w, "ты") || strings.HasSuffix(w, "ті")) && !joinsKK(w[:len(w)-len("ты")], "ты") {
		return false // мәдениеті
	}
	return g.p.know.endings.verbEnd.end(w, 2)
}
