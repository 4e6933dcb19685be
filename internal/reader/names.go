package reader

import (
	"cmp"
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// findNames lays mentions of persons, organizations, places and peoples over
// the part and makes their entities. Gazetteers, rules and the trained model
// each propose candidates with a score; the best that do not overlap are
// kept, then names seen once in full are found again in their short forms.
func findNames(steps *nameSteps) []pass {
	return passes(newNameFinder, slices.Concat(
		[]func(*nameFinder){(*nameFinder).shapedPeoples},
		steps.passes(),
		[]func(*nameFinder){(*nameFinder).echoes, (*nameFinder).joinInitials, (*nameFinder).peerNames, (*nameFinder).layAsides, (*nameFinder).asidesOfPersons, (*nameFinder).end},
	)...)
}

// end leaves the room of the lists to the next part.
func (n *nameFinder) end() {
	n.p.asks, n.p.taken = n.asks, n.taken
}

// candidate is a run of tokens that may be a name. Class 0 names nothing and
// keeps weaker candidates away.
type candidate struct {
	class      lang.Class
	start, end int
	score      int
	name       string // in the nominative; "" for the words as they stand
	known      string // id in package facts
	alias      string
	gender     byte
	rule       string
}

// Scores of evidence. A name of several words gains two a word, so that of
// two good candidates the longer is kept.
const (
	scoreSure     = 98 // what stands around it leaves no doubt
	scoreDefined  = 86 // an abbreviation in brackets spells it
	scoreLegal    = 84 // a legal form or quotation marks close it
	scoreHead     = 80 // a noun for bodies heads it
	scoreKnown    = 78 // the gazetteers have it
	scorePlace    = 78 // a noun for places heads it
	scorePerson   = 74 // a given name, initials or a title open it
	scoreModel    = 58 // the model alone says so
	scoreAcronym  = 52
	scoreContext  = 46 // its neighbours alone say so
	scoreNothing  = 60 // the name of an event or programme
	scoreRejected = 40 // below this a candidate is none
)

// nameFinder holds the classes of the lists and the work on one part.
type nameFinder struct {
	isAhead    bool // it is read ahead of its turn, by the step
	step       int
	begun      int  // candidates of the sentence before that
	tabs       bool // the text has tabs
	lined      bool // a paragraph of it has several lines
	mailed     bool // it has an address of mail or of the web
	ampersands bool // it has the sign &
	quoted     bool // it has quotation marks
	headed     bool // it is English and has lines like the head of a mail
	gamesTold  bool // what follows is found out
	sportive   bool // it is English and tells of players
	league     bool // it is English and tells of teams with nicknames
	versePara  int  // the paragraph last asked about, from 1
	verseIs    bool

	p             *part
	l             *lang.Lattice
	*nameSentence // the one being read; before the first an empty one
	r             *wordRoles
	tag           string
	taken         []bool
	asks          []nameAsk // questions of sentences ahead of their turn
	els           []element
	lemmas        []string   // room for lemmasOf
	keys          []nameWord // room for metAs
	forms         []string   // see echoForms

	nameClasses
	cuts   *cuts   // what parts runs of capitalised words in this language
	parted parting // the run of capitalised words at hand

	tagger       *workTagger // lent by the first sentence that needs it, see freeTagger
	people       *personIndex
	namedCase    caseSet // of the Russian name laid last
	namedEnd     int
	bodyWords    map[string]bool     // words that open the name of a body whose noun follows at once, see namesBody
	thingLetters map[string]int      // abbreviations that the text gives to things, the token from which on
	ownWords     map[string]struct{} // first words of English companies, which name them alone
	shaped       map[string]bool     // folded words that the part's own wording shows to be peoples
	talk         int                 // 1 where the part speaks of peoples, -1 where not, 0 not asked yet
	chained      map[int]bool        // tokens of listed peoples in a list of peoples
	tribes       map[int]int         // peoples whose first word tells them: first token, end
	peerOf       [][2]int            // peers with a place in their title: the title's token, the end
}

// newNameFinder prepares the names of a part: what its text has at all, and which tokens
// are taken already.
func newNameFinder(p *part) *nameFinder {
	n := &nameFinder{p: p, nameSentence: new(nameSentence), l: p.lat, r: &p.know.roles, tag: p.know.pack.Tag, taken: slices.Grow(p.taken[:0], len(p.lat.Toks)+1)[:len(p.lat.Toks)+1], asks: p.asks, people: p.doc.personIndex(), nameClasses: p.know.names}
	clear(n.taken)
	for _, i := range p.lines {
		t := &n.l.Toks[i]
		n.lined = n.lined || t.Break && !t.Para
	}
	n.cuts = cutsOf(n.tag)
	n.tabs = strings.Contains(p.lat.Text, "\t")
	n.ampersands = strings.IndexByte(p.lat.Text, '&') >= 0
	curly := strings.IndexByte(p.lat.Text, "“"[0]) >= 0 // or another mark that begins with this byte
	n.quoted = strings.IndexByte(p.lat.Text, '"') >= 0 || strings.Contains(p.lat.Text, "«") ||
		curly && (strings.Contains(p.lat.Text, "“") || strings.Contains(p.lat.Text, "„") || strings.Contains(p.lat.Text, "”") || n.tag == "kk" && (strings.Contains(p.lat.Text, "‹") || strings.Contains(p.lat.Text, "‘")))
	n.mailed = strings.Contains(p.lat.Text, "@") || strings.Contains(p.lat.Text, "://") || strings.Contains(p.lat.Text, "www.")
	n.headed = n.mailed || n.tag == "en" && (strings.Contains(p.lat.Text, "Subject:") || strings.HasPrefix(p.lat.Text, "From:") || strings.HasPrefix(p.lat.Text, "To:") || strings.HasPrefix(p.lat.Text, "TO:") || strings.HasPrefix(p.lat.Text, "FROM:"))
	for _, m := range p.mens {
		for i := m.start; i < m.end; i++ {
			n.taken[i] = true
		}
	}
	if p.symbols {
		for i := range n.l.Toks {
			n.taken[i] = n.taken[i] || p.inSymbol(i)
		}
	}
	return n
}

// shouting reports whether a sentence is written in capitals, so that they
// say nothing of names.
func (n *nameFinder) shouting(s lang.Sentence) bool {
	if !slices.ContainsFunc(n.caps, func(i int32) bool { return n.l.Is(int(i), lang.Upper) }) {
		return false
	}
	upper, words := 0, 0
	for i := s.First; i < s.Last; i++ {
		if t := &n.l.Toks[i]; t.Is(lang.Word) {
			words++
			if t.Is(lang.Upper) {
				upper++
			}
		}
	}
	if n.tag == "en" && words > 1 && words <= 3 && upper == words {
		return n.exclaims(s) || n.heading(s) // MUST TRY!
	}
	return words > 3 && upper*2 > words
}

// aboutNotName reports whether a body's name holds, beside its own noun, words
// that name neither person, body nor place alone: «Ұлы Отан соғысы музейі».
func (n *nameFinder) aboutNotName(c candidate) bool {
	if n.notName == 0 {
		return false
	}
	for i := c.start; i < c.end; i++ {
		if ch, ok := n.l.Chunk(i, n.notName); ok && int(ch.End) <= c.end && int(ch.End)-i < c.end-c.start {
			return true
		}
	}
	return false
}

// settle lays the best candidates that do not overlap, in order of the text.
func (n *nameFinder) settle() {
	kept := n.p.kept[:0]
	for _, k := range n.byStrength() {
		if c := &n.cands[k]; n.free(c.start, c.end) {
			for i := c.start; i < c.end; i++ {
				n.taken[i] = true
			}
			kept = append(kept, *c)
		}
	}
	n.p.kept = kept
	slices.SortFunc(kept, func(a, b candidate) int { return cmp.Compare(a.start, b.start) })
	for i := range kept {
		if c := &kept[i]; c.class == lang.OrgChunk && c.alias == "" {
			if c.alias = n.bracketed(c.end); c.alias == "" && i+1 < len(kept) {
				n.joinedLand(c, &kept[i+1])
			}
		}
	}
	for k, c := range kept {
		if c.rule == ruleSpelled && k > 0 && kept[k-1].class == lang.PersonChunk && kept[k-1].end == c.start-1 {
			n.spelledOf(c)
		}
		if c.class != 0 {
			if (c.rule == "model" || n.tag == "en" && c.class == lang.OrgChunk && c.known == "" && c.rule != "acronym" && c.rule != "gazetteer") && c.class != lang.PersonChunk && !n.placeAt(element{start: c.start, end: c.end}) && n.surnameSeen(c) || n.namesakeSeen(c) {
				c.class = lang.PersonChunk
			}
			n.noteFirm(c)
			n.lettersOfWhole(&c)
			n.p.mention(c.class, c.start, n.peerEnd(c), n.entityOf(c))
			if c.class == lang.OrgChunk && n.tag == "ru" {
				n.inside(c)
			}
		}
	}
	clear(kept) // they hold words of the text
}

// byStrength gives the candidates of the sentence, the strongest first; of equally
// strong ones that which begins first, then that proposed first. Candidates are long,
// so they stay where they are.
func (n *nameFinder) byStrength() []int32 {
	order := n.p.order[:0]
	for k := range n.cands {
		order = append(order, int32(k))
	}
	n.p.order = order
	before := func(a, b int32) int {
		if x, y := &n.cands[a], &n.cands[b]; x.score != y.score {
			return y.score - x.score
		} else if x.start != y.start {
			return x.start - y.start
		}
		return int(a - b)
	}
	if len(order) > 32 {
		slices.SortFunc(order, before)
		return order
	}
	for k := 1; k < len(order); k++ {
		x, i := order[k], k
		for ; i > 0 && before(x, order[i-1]) < 0; i-- {
			order[i] = order[i-1]
		}
		order[i] = x
	}
	return order
}

// inside lays the known places that a body's name holds: the government of
// Kazakhstan speaks of Kazakhstan too.
func (n *nameFinder) inside(c candidate) {
	if c.rule == ruleShared { // its words are those of the place
		x := candidate{class: lang.PlaceChunk, start: c.start, end: c.end}
		if ch, ok := n.l.Chunk(c.start, n.gazPlace); ok && int(ch.End) == c.end {
			e := n.l.Entry(ch)
			x.known, x.name = e.Known, n.surfaceOf(e, c.start, c.end)
		}
		n.p.mention(lang.PlaceChunk, c.start, c.end, n.entityOf(x))
		return
	}
	for i := c.start + 1; i < c.end; i++ {
		ch, ok := n.l.Chunk(i, n.gazPlace)
		if !ok || !n.l.Is(i, lang.Cap) || int(ch.End) > c.end {
			continue
		}
		if k := int(ch.End); n.glued(k, '-') && k+1 < c.end && !n.l.Has(k+1, n.gazPlace) { // университет Сан-Маркос
			continue
		}
		e := n.l.Entry(ch)
		if n.tag == "ru" && i-2 > c.start && n.hyphenHalf(i-2, c.end) { // стран Северо-Восточной Азии
			name := n.l.Slice(i-2, i) + n.surfaceOf(e, i, int(ch.End))
			n.p.mention(lang.PlaceChunk, i-2, int(ch.End), n.entityOf(candidate{class: lang.PlaceChunk, start: i - 2, end: int(ch.End), name: name}))
			i = int(ch.End) - 1
			continue
		}
		n.p.mention(lang.PlaceChunk, i, int(ch.End), n.entityOf(candidate{class: lang.PlaceChunk, start: i, end: int(ch.End), known: e.Known, name: n.surfaceOf(e, i, int(ch.End))}))
		i = int(ch.End) - 1
	}
}

// free reports whether no name has the tokens [from, to) yet.
func (n *nameFinder) free(from, to int) bool {
	for i := from; i < to; i++ {
		if n.taken[i] {
			return false
		}
	}
	return true
}

// knownNames proposes what the gazetteers know: bodies, places.
func (n *nameFinder) knownNames(s lang.Sentence) {
	if !n.has.classes.Intersects(&n.anyKnown) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if !n.l.Bits[i].Intersects(&n.anyKnown) || !n.l.Is(i, lang.Cap) && !n.writtenSmall(i) {
			continue
		}
		for _, g := range [...]struct {
			list, class lang.Class
		}{{n.notName, 0}, {n.gazBody, lang.OrgChunk}, {n.orgKnown, lang.OrgChunk}, {n.gazPlace, lang.PlaceChunk}, {n.morePlace, lang.PlaceChunk}} {
			if g.list == 0 {
				continue
			}
			if ch, ok := n.l.Chunk(i, g.list); ok {
				n.knownName(i, ch, g.list, g.class, s)
			}
		}
	}
}

// knownName proposes what a list knows at token i, unless something else is meant.
func (n *nameFinder) knownName(i int, ch lang.Chunk, list, class lang.Class, s lang.Sentence) {
	if n.tag == "en" && class == lang.PlaceChunk && i >= s.First+2 && n.glued(i-1, '-') && n.l.Plays(i-2, n.r.arabicArticle) && int(ch.End) == i+1 && !n.glued(i-2, '-') {
		n.propose(candidate{class: lang.PlaceChunk, start: i - 2, end: i + 1, score: scoreKnown + 6, rule: "gazetteer"}) // al-Hasakah
		return
	}
	if n.insideWord(i, int(ch.End)) || !n.worthy(i, int(ch.End)) {
		return
	}
	e := n.l.Entry(ch)
	if n.tag == "en" && !n.asListed(e, i, &ch) {
		return
	}
	k := knownAt{i: i, end: int(ch.End), e: e, list: list, class: class}
	if n.otherThanKnown(&k, s) {
		return
	}
	if u, in := n.l.Chunk(i, n.unit); in && class == lang.PlaceChunk && n.unit != 0 && u.End > ch.End {
		n.propose(candidate{start: i, end: int(u.End), score: scoreLegal, rule: "unit"}) // Руанда франкі
		return
	}
	n.proposeKnown(&k, s)
}

// knownAt is an entry of a list as it stands in the text.
type knownAt struct {
	i, end      int
	e           *lang.Entry
	list, class lang.Class
}

// otherThanKnown reports whether an entry is not meant where it stands: an office,
// a title of a work, a given name, a word that only looks like it.
func (n *nameFinder) otherThanKnown(k *knownAt, s lang.Sentence) bool {
	i, e, one, place := k.i, k.e, k.end == k.i+1, k.class == lang.PlaceChunk
	if k.list == n.gazBody && headsOfState()[e.Known] {
		return true // an office, found by the finder of offices
	}
	if one && n.tag != "en" && n.givenAsWritten(i) && !n.isForm(e, element{start: i, end: i + 1}) {
		return true // Роза is no case of Розо
	}
	if n.tag == "kk" && place && n.titleKK(i, k.end, s) {
		n.propose(candidate{start: i, end: k.end, score: scoreLegal, rule: "title"})
		return true // «Манас» эпосы
	}
	if e.Small() && n.l.Is(i, lang.Cap) && !(n.tag == "en" && k.list == n.orgKnown) {
		return true // "the world" is a place of the lists, and no name
	}
	if place && one && (!n.placeForm(e, i) || n.wordFirst(i, s)) {
		return true
	}
	if n.tag == "en" && place && n.l.Has(i, n.natAdj) && n.l.ChunkEnd(i, n.natAdj) > k.end {
		return true // the Papua New Guinean ministry
	}
	if n.tag != "en" && k.list == n.orgKnown && one && n.opens(i, s) && n.event != 0 && n.l.Has(i, n.event) {
		return true // «Конгресс» at the beginning is the event the text tells of
	}
	switch n.tag {
	case "ru":
		if place && one && n.opens(i, s) && n.office != 0 && n.l.Has(i, n.office) && !n.isForm(e, element{start: i, end: i + 1}) {
			return true // «Королева Дании» is not of Королёв
		}
		return place && e.Known == "EU" || // a union acts: a body
			one && !n.l.Is(i, lang.Upper) && (listedUpper(e, n.l.Slice(i, i+1)) || k.class == lang.OrgChunk && n.onlyCapitals(e, i)) // Се is no СЕ, Вад no form of ВАДА
	case "kk":
		return one && n.otherThanKnownKK(k, s)
	}
	return false
}

// otherThanKnownKK does so for one Kazakh word: Мәжілісмен | Жанар; Португалияның
// Теңіз министрі; Ақша is no case of АҚШ.
func (n *nameFinder) otherThanKnownKK(k *knownAt, s lang.Sentence) bool {
	i := k.i
	switch k.class {
	case lang.PlaceChunk:
		if i > s.First && n.fieldOfTitle(i) {
			return true
		}
	case lang.OrgChunk:
		if n.officeBeforeName(i, s) || k.list == n.orgKnown && n.ofGovernmentKK(i) {
			return true
		}
	}
	return !n.l.Is(i, lang.Upper) && !n.isForm(k.e, element{start: i, end: i + 1}) && shortCapitals(n.surfaceOf(k.e, i, i+1))
}

// proposeKnown weighs what a list knows.
func (n *nameFinder) proposeKnown(k *knownAt, s lang.Sentence) {
	start, score := k.i, scoreKnown
	if k.class == 0 {
		score = scoreLegal
		if n.tag == "en" && k.e.Value == "thing" && !n.beside(k.end, s) && !(k.i > s.First && n.beside(k.i-1, s)) {
			score = scoreSure // Peter Pan
		}
	}
	if n.tag == "en" {
		if n.ordinary(k.e, k.class, k.i, k.end, s) {
			return
		}
		if k.list == n.orgKnown {
			var more int
			if start, more = n.weighBody(k.i, k.end, s); start < 0 {
				return
			}
			score += more
		}
		if k.class == lang.OrgChunk && k.e.Known == "" {
			n.branch(k.i, k.end, score, k.e, s)
		}
	}
	if k.end > k.i+1 { // the whole of a longer name is no chance
		score += 3
		if n.tag == "en" && k.class == lang.PlaceChunk && k.i > s.First && n.l.Has(k.i-1, n.placePrep) && !n.namesBodyThere(k.end, s) {
			score += 8 // near Abu Kamal, but at Los Angeles | City College
		}
	}
	c := candidate{class: k.class, start: start, end: k.end, score: score, known: k.e.Known, name: n.surfaceOf(k.e, start, k.end), rule: "gazetteer"}
	n.withItsState(&c)
	n.ofStateKK(&c)
	n.propose(c)
}

// givenAsWritten reports whether token i is, as it stands, a given name of the
// lists (those that are common words too only in Russian).
func (n *nameFinder) givenAsWritten(i int) bool {
	for _, c := range [...]lang.Class{n.given, n.givenWord} {
		if c == 0 || c == n.givenWord && n.tag != "ru" {
			continue
		}
		if x, ok := n.l.Chunk(i, c); ok && n.isForm(n.l.Entry(x), element{start: i, end: i + 1}) {
			return true
		}
	}
	return false
}

// money reports whether the tokens belong to the name of a currency: US
// dollars, долларов США.
func (n *nameFinder) money(from, to int) bool {
	if n.currency == 0 || n.tag == "en" && n.l.Rune(to) == '$' && !n.l.Has(to, lang.Glued) && !n.l.Is(from, lang.Upper) { // Denmark $3 million
		return false
	}
	if n.l.Has(to, n.currency) || n.moneyWord != 0 && (n.l.Has(to, n.moneyWord) && n.tag != "ru" || n.l.Has(from-1, n.moneyWord) && n.tag == "ru") {
		return true
	}
	for k := max(0, from-2); k <= from; k++ {
		if ch, ok := n.l.Chunk(k, n.currency); ok && (int(ch.End) == from || k < from && int(ch.End) > from || k == from && int(ch.End) > to) {
			return true
		}
	}
	return false
}

// currencyWord reports whether token i begins the name of a currency that a sum
// stands before: 5 million CFA francs.
func (n *nameFinder) currencyWord(i int) bool {
	for _, c := range [...]lang.Class{n.currency, n.unit} {
		if c != 0 && n.l.Has(i, c) && i > 0 {
			return n.l.Is(i-1, lang.Number) || n.l.Has(i-1, n.p.know.lists.num) || n.l.Has(i-1, n.p.know.lists.mult)
		}
	}
	return false
}

// sumAt reports whether a sum of money with its currency first begins at token i: ZMW 3 billion, RM40.
func (n *nameFinder) sumAt(i int) bool {
	ch, ok := n.l.Chunk(i, n.currency)
	return ok && int(ch.End) < len(n.l.Toks) && n.l.Is(int(ch.End), lang.Number) && !n.p.otherLetters(i, int(ch.End))
}

// insideWord reports whether the tokens are a part of a hyphenated word.
func (n *nameFinder) insideWord(from, to int) bool {
	if n.statePair(from, to) {
		return false
	}
	return to+1 < len(n.l.Toks) && n.glued(to, '-') && n.l.Is(to+1, lang.Glued) && (n.l.Is(to+1, lang.Cap) || n.glued(to+2, '-') && n.l.Is(to+1, lang.Word)) ||
		from > 1 && n.glued(from-1, '-') && n.l.Is(from, lang.Glued) && (n.l.Is(from-2, lang.Cap) || from > 3 && n.glued(from-3, '-') && n.l.Is(from-4, lang.Cap)) // Fort-de-France
}

// statePair reports whether an English state is joined by a hyphen to another one, and
// nothing else to them: "the Peru-Chile treaty".
func (n *nameFinder) statePair(from, to int) bool {
	if n.tag != "en" {
		return false
	}
	if n.glued(to, '-') && n.l.Has(to+1, lang.Glued) {
		ch, ok := n.l.Chunk(to+1, n.gazPlace)
		return ok && n.country(from) && n.country(to+1) && !n.glued(int(ch.End), '-') && !n.glued(from-1, '-')
	}
	return n.glued(from-1, '-') && n.l.Is(from, lang.Glued) && from > 1 && n.country(from) && n.country(from-2) && !n.glued(to, '-') && !n.glued(from-3, '-')
}

// glued reports whether token i is the mark r, with no space before it.
func (n *nameFinder) glued(i int, r rune) bool {
	return i >= 0 && i < len(n.l.Toks) && n.l.Is(i, lang.Glued) && n.l.Rune(i) == r
}
