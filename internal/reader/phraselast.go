package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// leftOfLast takes the words before a head that stands last, as in Kazakh:
// what it is about, tied to it by a word of the topicprep list ("су бөлу
// туралы жаңа келісім"), its owner ("Баку декларациясы") and its adjectives.
func (g *ground) leftOfLast(ph *phrase, s lang.Sentence) {
	tie := g.besideLast(ph, s)
	for j := max(s.First, ph.from-2); j < ph.head; j++ { // сондай-ақ | жедел кеңес
		if k := alsoEndsKK(g.l, j); k > j && k > ph.from && k <= ph.head {
			ph.from = k
		}
	}
	g.twoOwners(ph, s)
	for ph.from > s.First && g.l.Rune(ph.from) == '-' && g.l.Is(ph.from, lang.Glued) { // өзін-өзі
		ph.from--
	}
	if tie < 0 {
		return
	}
	from := g.topicFrom(tie, ph, s)
	for from < tie && g.l.Has(from, g.topic) { // қорытындысы бойынша | қылмыстық істер жөніндегі … шарт
		from++
	}
	if from > s.First && g.isNumeral(from-1) && dativeKK(g.l.Fold(from)) && g.l.Has(from+1, g.topic) { // екі жылға арналған | ынтымақтастық туралы
		from += 2
	}
	from = g.countedSubject(from, tie, s.First)
	if m := g.at(from); m != nil && m.class == lang.OrgChunk && m.start < from && m.start >= s.First { // a body is named whole
		from = m.start
	}
	if from < tie {
		ph.from, ph.topic = from, true
	}
}

// besideLast takes the adjectives and owners next to a head that stands last and
// gives the word before them that ties its topic, -1 where none does.
func (g *ground) besideLast(ph *phrase, s lang.Sentence) int {
	k := ph.head - 1
	for n := 0; k >= s.First && (n < 6 || n == 6 && g.at(k) != nil && g.at(k).class == lang.PlaceChunk); n++ {
		if g.l.Has(k, g.topic) {
			return k
		}
		if a, ok := g.quoteEnding(k, s.First); ok {
			ph.quoted = [2]int{a + 1, k}
			ph.from, k = a, a-1
			continue
		}
		if g.l.Has(k, g.article) { // аталған келісім
			ph.definite = true
			return -1
		}
		if m := g.at(k); m != nil && m.class == lang.DateChunk && m.end == k+1 && g.dayOfName(m, ph, s) { // … туралы 1974 жылғы конвенция
			ph.gap = [2]int{m.start, m.end}
			return m.start - 1
		}
		if b := g.countOfName(k, ph, s); b > 0 { // … туралы үш меморандум
			ph.gap = [2]int{b, k + 1}
			return b - 1
		}
		if b := g.betweenOfNameKK(k, ph, s); b > 0 { // … туралы екі ел арасындағы келісім
			ph.gap = [2]int{b, k + 1}
			return b - 1
		}
		if g.joinedInName(k, ph, s) {
			ph.from, ph.mods = k-1, ph.mods+1
			k -= 2
			continue
		}
		if from := g.calledAfter(k, s); from < k {
			ph.from = from
			return -1
		}
		if g.l.Plays(k, g.p.know.roles.honoured) && g.at(k-1) != nil { // Асқаров мырза | заңды түсіндірді
			return -1
		}
		if g.l.Fold(k) == "аса" && k > s.First && (g.l.Is(k-1, lang.Glued) || g.isNumeral(k-1)) { // 140-тан аса | шарт
			return -1
		}
		if g.sumAdjective(k) || g.lastsKK(k) || !g.beforeHead(k, ph) {
			return -1
		}
		ph.from, ph.mods = k, ph.mods+1
		if g.l.Is(k, lang.Glued) || g.l.Is(k, lang.Number) { // 43-ші is one word
			n--
		}
		if m := g.at(k); m != nil && m.class != lang.DateChunk {
			ph.from = max(m.start, s.First)
			k = ph.from
		}
		k--
	}
	return -1
}

// lastTopic is a topic before its tie, read from the tie leftwards.
type lastTopic struct {
	ph        *phrase
	s         lang.Sentence
	tie       int
	k         int  // the token that is asked about
	from      int  // where the topic begins so far
	andBehind bool // a conjunction stands behind the token
}

// topicFrom gives where the topic before a tie begins.
func (g *ground) topicFrom(tie int, ph *phrase, s lang.Sentence) int {
	t := lastTopic{ph: ph, s: s, tie: tie, k: tie - 1, from: tie}
	for n := 0; t.k >= s.First && n < 14 && g.topicGoesOn(&t); n++ {
		t.k--
	}
	return t.from
}

// topicGoesOn takes the token into a topic and reports whether more may stand
// before it.
func (g *ground) topicGoesOn(t *lastTopic) bool {
	k := t.k
	if t.from < t.tie && k == t.s.First && g.at(k) == nil && g.l.Is(k, lang.Cap) && g.slotsOf(k, "loc") { // Ауылда | суармалы жерлер туралы
		return false
	}
	if a, ok := g.quoteEnding(k, t.s.First); ok {
		if g.quotedParty(a, k, t.s) {
			return false
		}
		if m := g.at(a); t.ph.quoted[1] == 0 && !(m != nil && m.class == lang.OrgChunk && m.end > k+1 && t.ph.entry.Class == g.p.know.lists.eventNoun) { // «Көпір» орталығының 35 жылдығына арналған
			t.ph.quoted = [2]int{a + 1, k}
		}
		t.from, t.k = a, a
		return true
	}
	if g.l.Is(k, lang.Punct) {
		return g.markInTopic(t)
	}
	if g.joins(k) {
		if k == t.s.First || !g.bare(k-1) && !g.l.Has(k-1, g.mod) && !isQuote(g.l.Rune(k-1)) && !g.bothOwners(k) || g.at(k-1) != nil && g.at(k+1) != nil {
			return false
		}
		t.andBehind = true
		return true
	}
	if m := g.at(k); m != nil {
		if g.rememberedKK(m, t) {
			t.from, t.k = m.start, m.start
			return true
		}
		if g.besideTopic(m, t) {
			return false
		}
	}
	if g.otherPaper(t) || t.from < t.tie && g.subjectBefore(t) {
		return false
	}
	if g.l.Has(k, g.stop) && !g.anniversaryOf(k) && !g.throughKK(t) && !g.togetherKK(k, t.tie) && !g.l.Plays(k+1, g.p.know.roles.exchangeOf) || g.deedAt(k) && !g.deedOfTopic(t) || g.dayWord(k) || !g.inTopicLast(k, t.tie) {
		return false
	}
	t.from = k
	return true
}

// markInTopic reports whether a topic goes on before a punctuation mark: a hyphen
// inside a word, a comma of a list.
func (g *ground) markInTopic(t *lastTopic) bool {
	k, r := t.k, g.l.Rune(t.k)
	if r == '-' && k > t.s.First && g.l.Plays(k-1, g.p.know.roles.asWell) { // сондай-ақ
		t.from = k + 2
		return false
	}
	return (r == '-' || r == '–') && g.l.Is(k, lang.Glued) || r == ',' && t.andBehind && k > t.s.First && (g.bare(k-1) || g.bothOwners(k)) && !g.aside(k-1)
}

// bothOwners reports whether the words before and behind token k are owners in the genitive
// that belong to one list: «тауарлардың, | қызметтердің және жұмысшылардың қозғалысы».
func (g *ground) bothOwners(k int) bool {
	owner := func(i int) bool { return g.slotsOf(i, "gen") || g.slotsOf(i, "plural gen") }
	return g.at(k-1) == nil && g.l.Is(k-1, lang.Word) && owner(k-1) && owner(k+1)
}

// besideTopic reports whether somebody or a day named at the token stands before a
// topic and not in it: who signs, whose paper it is, when.
func (g *ground) besideTopic(m *mention, t *lastTopic) bool {
	k := t.k
	if k+1 < t.tie && m.end == k+1 && g.coordinated(m, t.s) { // "X пен Y су туралы келісімге …": those who sign
		return true
	}
	if m.class == lang.DateChunk && t.from == t.tie && g.spanOfYears(k) { // 2022–2024 жылдарға арналған
		t.from = m.start
		return true
	}
	if m.end == k+1 && g.namedSubject(m, k, t.tie) {
		return true
	}
	if m.class == lang.OrgChunk && m.end == k+1 && (g.owner(k) && !g.slotsOf(k, "acc") || g.ownedNoun(k) && g.slot(k+1, "acc") || g.actingBody(m, k, t.tie)) { // министрлігі … туралы меморандум
		return true
	}
	return m.class == lang.PersonChunk || m.class == lang.DateChunk || m.end == k+1 && g.slot(k, "loc", "abl", "ins", "dat") && !g.opensVerbalNoun(k, t.tie)
}

// otherPaper reports whether the token is another instrument of a list, the end
// of what goes before it ("олардың ішінде"), or the law by which something is done.
func (g *ground) otherPaper(t *lastTopic) bool {
	k, roles := t.k, &g.p.know.roles
	if k > t.s.First && g.l.Plays(k, roles.ofThem) && g.l.Plays(k-1, roles.amongThem) { // олардың ішінде | зауыт салу туралы
		return true
	}
	if !g.l.Has(k, g.p.know.lists.instrumentNoun) {
		return false
	}
	return g.l.Rune(k+1) == ',' || g.joins(k+1) || g.l.Plays(k+1, roles.byLaw) // "заң бойынша", by the law
}

// subjectBefore reports whether the token closes the subject of the sentence.
func (g *ground) subjectBefore(t *lastTopic) bool {
	return g.pluralOwner(t.k) || g.ownedByTwo(t.k, t.s) || // жоғарғы соттары … туралы меморандум
		g.subjectFirst(t.k, t.s) || g.manyFirst(t.k, t.tie, t.s) || g.officerBeforeKK(t) || g.bodiesActKK(t) || g.membersActKK(t)
}

// coordinated reports whether a body or a place is the second of two that a
// conjunction joins.
func (g *ground) coordinated(m *mention, s lang.Sentence) bool {
	return (m.class == lang.OrgChunk || m.class == lang.PlaceChunk) && m.start-2 >= s.First && g.joins(m.start-1) && g.at(m.start-2) != nil
}

// beforeHead reports whether a word may stand between topic and head: an
// adjective, an ordinal, an owner.
func (g *ground) beforeHead(k int, ph *phrase) bool {
	t := &g.l.Toks[k]
	r := g.l.Rune(k)
	if t.Is(lang.Punct) {
		return (r == '-' || r == '–') && t.Is(lang.Glued)
	}
	if g.l.Has(k, g.mod) {
		return true
	}
	if n, ok := g.numeralAt(k); ok { // үшінші, үш жылдық
		return n.ordinal || g.countedOwner(k, ph) || k+1 < ph.head && g.p.know.endings.amountAdj.whole(g.l.Fold(k+1))
	}
	if g.l.Has(k, g.stop) || g.l.Has(k, g.npstop) || g.deedAt(k) || g.dayWord(k) || g.l.Has(k, g.p.know.lists.instrumentNoun) && !g.slot(k, "gen") || g.actingPlural(k, ph) || ph.quoted[1] > 0 && k < ph.quoted[0] && g.l.Has(k, g.officenoun) {
		return false
	}
	m := g.at(k)
	if m == nil && (g.actingNounKK(k, ph) || g.opensAsActor(k, ph) || g.actingOfficerKK(k, ph) || g.actingOfficersKK(k, ph) || g.sayerKK(k) || g.officeOwned(k) && g.is(k+1, lang.OrgChunk)) {
		return false
	}
	if m != nil {
		if g.calledAfterKK(m, ph) {
			return true
		}
		if m.class == lang.PersonChunk || m.class == lang.DateChunk || g.placeActsKK(m, ph) || g.subjectStateKK(m, ph) || g.secondSideKK(m, ph, k) {
			return false
		}
		// An owner: bare or genitive, before a head in the possessive.
		return g.possessive(ph) && (m.end == ph.head || g.slot(m.end-1, "gen") || g.asNamed(m) || m.class == lang.OrgChunk && m.end == m.start+1 && t.Is(lang.Upper) && !g.lettersActKK(m, ph)) && m.end <= ph.from && !g.slot(m.end-1, "loc", "abl", "ins", "dat", "acc")
	}
	if !t.Is(lang.Word) {
		return false
	}
	if t.Is(lang.Cap) && k == ph.head-1 && k > 0 && g.possessive(ph) { // Минамата конвенциясы
		return !g.slot(k, "gen")
	}
	return !g.slot(k, "loc", "abl", "ins", "dat") && (!g.slot(k, "acc") || k+1 < ph.head && g.p.know.endings.verbNounEnd.end(g.l.Fold(k+1), 4)) &&
		!g.finite(k) && (g.possessive(ph) || !g.owner(k))
}

// owner reports whether a word carries a bare possessive ending, as the
// subject of a sentence may: "кеңесі".
func (g *ground) owner(k int) bool {
	for _, a := range g.l.Analyses(k) {
		if a.Slots == "poss3" && a.Harmony && len(a.Stem) >= 8 {
			return true
		}
	}
	return false
}

// pluralOwner reports whether a word is a plural of bodies with a possessive
// and no case: it is who acts, not what the instrument is about.
func (g *ground) pluralOwner(k int) bool {
	if !g.l.Has(k, g.p.know.lists.orgHead) {
		return false
	}
	for _, a := range g.l.Analyses(k) {
		if a.Harmony && a.Slots == "plural poss3" {
			return true
		}
	}
	return false
}

// ownedByTwo reports whether a plural with a possessive stands up to two words
// behind two places that a conjunction joins: «Қазақстан мен Қытай кедендері»
// act, the instrument is not about them.
func (g *ground) ownedByTwo(k int, s lang.Sentence) bool {
	plural := false
	for _, a := range g.l.Analyses(k) {
		plural = plural || a.Harmony && a.Slots == "plural poss3"
	}
	for j := k - 1; plural && j >= s.First && j >= k-3; j-- {
		if m := g.at(j); m != nil {
			return m.class == lang.PlaceChunk && g.coordinated(m, s)
		}
	}
	return false
}

// possessive reports whether the head of a phrase carries the ending that
// ties it to an owner: декларациясы, жоспарының.
func (g *ground) possessive(ph *phrase) bool {
	if ph.entry.Guessed {
		return g.p.ownedForm(ph.headEnd - 1)
	}
	w := g.l.Fold(ph.headEnd - 1)
	for k, form := range ph.entry.Forms {
		if k > 0 && strings.HasSuffix(form, "сі") && strings.HasPrefix(w, ph.entry.Folded()[k]) {
			return true // конгресс | конгресі
		}
	}
	for _, a := range g.p.analyses(w) {
		if !strings.Contains(a.Slots, "poss3") {
			continue
		}
		for _, form := range ph.entry.Folded() {
			if strings.HasSuffix(form, a.Stem) {
				return true
			}
		}
	}
	return false
}

// bare reports whether token k is a word without a case ending.
func (g *ground) bare(k int) bool {
	return g.l.Is(k, lang.Word) && !g.slot(k, "loc", "abl", "dat", "acc", "gen") && !g.l.Has(k, g.stop)
}

// inTopicLast reports whether a Kazakh word may stand in a topic: any noun or
// adjective, verbal nouns with their objects, but no finite verb and no word
// that says where or when.
func (g *ground) inTopicLast(k, tie int) bool {
	t := &g.l.Toks[k]
	if t.Is(lang.Number) || g.isNumeral(k) {
		return true
	}
	if !t.Is(lang.Word) {
		return false
	}
	if k+1 < tie && g.l.Has(k, g.npstop) && !g.l.Has(k, g.topic) && g.l.Fold(k) != "арқылы" && !g.togetherKK(k, tie) {
		return false
	}
	return !g.slot(k, "loc", "abl", "ins") || g.governed(k, tie)
}

// slot reports whether a word ends with one of the case endings, and leaves a
// stem long enough to be a word.
func (g *ground) slot(k int, names ...string) bool {
	long := 10 // five Cyrillic letters: short words end like that by chance
	known := ""
	if m := g.at(k); m != nil {
		if m.entity >= 0 {
			known = g.p.doc.entities[m.entity].name
			if calledSo(known, g.l.Slice(m.start, m.end)) {
				return false // as it is called, in full or for short: Астана, Қазақстан | Республикасы
			}
			known = lang.Fold(known[strings.LastIndexByte(known, ' ')+1:])
		}
		long = 4
	}
	for _, a := range g.l.Analyses(k) {
		if long == 10 && strings.HasPrefix(a.Slots, "poss3 ") && a.Harmony && len(a.Suffix) >= 8 && len(a.Stem) >= 4 { // үйінде
			long = 4
		}
		if !a.Harmony && a.Stem != known || len(a.Stem) < long || len(a.Suffix) < 4 { // names of other languages follow no harmony: Бангкокте
			continue
		}
		for _, n := range names {
			if strings.HasSuffix(a.Slots, n) {
				return true
			}
		}
	}
	return false
}
