package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// russian reports whether the sentences are read by the rules of Russian.
func (g *ground) russian() bool { return g.p.know.russian }

// nested takes into the name of a Russian instrument that of the one it
// changes, with its parties: «Протокол о внесении изменений в Соглашение между
// A и B». The day that follows is that of the other one.
func (g *ground) nested(ph *phrase, s lang.Sentence) {
	if !g.russian() || ph.entry.Class != g.p.know.lists.instrumentNoun || ph.to >= s.Last {
		return
	}
	for k := ph.headEnd + 1; ph.topic && k < ph.to; k++ { // протокол о поправках к Договору | 1976 года
		if g.l.Has(k, ph.entry.Class) && (g.l.Fold(k-1) == "к" || g.l.Fold(k-1) == "в") && g.l.Is(k, lang.Cap) {
			ph.nested = true
		}
	}
	switch g.l.Fold(ph.to) {
	case "в", "во", "к":
	case "из": // указ о выходе страны из Парижского соглашения
		if !ph.has("act") {
			return
		}
	default:
		return
	}
	head := ph.to + 1
	for head < s.Last && head < ph.to+4 && !g.l.Has(head, ph.entry.Class) && g.adjectival(head) {
		head++
	}
	if head >= s.Last || !g.l.Has(head, ph.entry.Class) || !ph.topic && !g.changes(ph) {
		return
	}
	ch, _ := g.l.Chunk(head, ph.entry.Class)
	inner := phrase{from: head, head: head, headEnd: int(ch.End), to: int(ch.End), entry: g.l.Entry(ch)}
	g.rightOf(&inner, s)
	ph.to, ph.topic, ph.nested, ph.gap = inner.to, true, true, inner.gap
	if ph.to >= s.Last || !g.l.Has(ph.to, g.p.know.lists.partyBetween) {
		return
	}
	from, miss := ph.to, 0
	for k := from + 1; k < s.Last && miss <= 4; k++ {
		if m := g.at(k); m != nil {
			if m.class == lang.DateChunk || m.class == lang.PersonChunk {
				break
			}
			ph.to, miss, k = m.end, 0, m.end-1
			continue
		}
		if !g.l.Is(k, lang.Word) || g.deedAt(k) || g.l.Has(k, g.stop) && !g.joins(k) {
			break
		}
		miss++
	}
	if ph.to > from {
		ph.gap = [2]int{from, ph.to}
	}
}

// changes reports whether the head of a phrase names changes to something.
func (g *ground) changes(ph *phrase) bool {
	head, _, _ := strings.Cut(ph.entry.Value, ":")
	return strings.Contains(head, "change")
}

// subjectBody reports whether a Russian noun for bodies in small letters stands
// in the nominative at token j, where a genitive would have another ending: it
// acts, and belongs to no name («договор о реставрации музеи подписали»).
func (g *ground) subjectBody(j int) bool {
	if !g.russian() || !g.l.Is(j, lang.Lower) || g.at(j) != nil {
		return false
	}
	if c, ok := g.l.Chunk(j, g.p.know.lists.personNoun); ok && int(c.End) == j+1 { // по договору | студенты будут
		lemma, w := lang.Fold(g.p.formOf(g.l.Entry(c), g.l.Fold(j))), g.l.Fold(j)
		return strings.ContainsRune("бвгджзклмнпрстфхцчшщ", lastRune(lemma)) && (w == lemma+"ы" || w == lemma+"и")
	}
	ch, ok := g.l.Chunk(j, g.p.know.lists.orgHead)
	if !ok && g.p.know.endings.parliamentWord.whole(g.l.Fold(j)) { // сейм
		return strings.ContainsRune("бвгджзклмнпрстфхцчшщ", lastRune(g.l.Fold(j)))
	}
	if !ok || int(ch.End) != j+1 {
		return false
	}
	lemma, w := lang.Fold(g.p.formOf(g.l.Entry(ch), g.l.Fold(j))), g.l.Fold(j)
	switch lastRune(lemma) {
	case 'а', 'я', 'о', 'е': // епархия, министерство; бюро has one form
		return w == lemma && w != "бюро" && !g.l.Has(j-1, g.topic)
	}
	last, size := utf8.DecodeLastRuneInString(lemma)
	if !strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", last) || g.l.Has(j-1, g.topic) {
		return false
	}
	if last == 'й' {
		lemma = lemma[:len(lemma)-size]
		return w == lemma+"й" || w == lemma+"и"
	}
	return w == lemma || w == lemma+"ы" || w == lemma+"и"
}

// ownerBodies reports whether "and" at token j joins two Russian nouns for bodies in an
// oblique case, whose the instrument is: «меморандум музея и университета | действовал».
func (g *ground) ownerBodies(j int) bool {
	for _, k := range [...]int{j - 1, j + 1} {
		if !g.l.Is(k, lang.Lower) || g.at(k) != nil {
			return false
		}
		ch, ok := g.l.Chunk(k, g.p.know.lists.orgHead)
		if !ok || int(ch.End) != k+1 || g.subjectBody(k) || g.l.Fold(k) == lang.Fold(g.p.formOf(g.l.Entry(ch), g.l.Fold(k))) {
			return false
		}
	}
	return true
}

// actingNoun gives the body that a Russian common noun in the nominative stands
// for, where it acts on an instrument: «Университет подписал договор с …»; -1
// where none does, or no body of that noun was named.
func (f *agreementFinder) actingNoun(ph *phrase, s lang.Sentence) int {
	if !f.russian() {
		return -1
	}
	for i := s.First; i < s.Last; i++ {
		if i >= ph.from && i < ph.to || f.at(i) != nil || !f.l.Is(i, lang.Word) || f.l.Is(i, lang.Cap) && i > s.First {
			continue
		}
		ch, ok := f.l.Chunk(i, f.p.know.lists.orgHead)
		if !ok || int(ch.End) != i+1 || f.l.Fold(i) != lang.Fold(f.p.formOf(f.l.Entry(ch), f.l.Fold(i))) || i > s.First && f.l.Is(i-1, lang.Word) && f.l.Has(i-1, f.npstop) && !f.joins(i-1) {
			continue
		}
		if e := f.p.bodyOfNoun(i); e >= 0 {
			return f.firstOfPair(e, i)
		}
	}
	return -1
}

// firstOfPair gives the body that the first sentence of a Russian or Kazakh text begins
// with in the place of the other of the same noun that it joins to it: «Музей А и музей Б
// подписали … Ранее | музей заключил» tells of the first.
func (f *agreementFinder) firstOfPair(e, i int) int {
	s := f.p.sents[0]
	if f.p.placeStemRU(i-1) != "" {
		return e
	}
	pair := f.joinedPair(s.First, s.Last, lang.OrgChunk)
	if len(pair) != 2 || pair[1] != e || i < s.Last {
		return e
	}
	stem := []rune(f.l.Fold(i))
	if wordBegins(f.p.doc.entities[pair[0]].folded(), string(stem[:max(min(4, len(stem)), len(stem)-3)])) {
		return pair[0]
	}
	return e
}

// bodyOfNoun gives the body named last before token i whose name holds the noun
// at i, -1 where none does. Behind an adjective of a place it is the one whose name
// holds that too, else the only one of the noun: «казанский музей».
func (p *part) bodyOfNoun(i int) int {
	noun := []rune(p.lat.Fold(i))
	stem := string(noun[:min(len(noun), max(4, len(noun)-3))])
	if len(noun) < 6 { // суда, банка, музея
		stem = strings.TrimRight(stem, "аеиоуыюя")
	}
	where, only := p.placeStemRU(i-1), -1
	near := p.mentionsIn(lang.OrgChunk, 0, i)
	for k := len(near) - 1; k >= max(0, len(near)-bodyReach); k-- {
		m := &p.mens[near[k]]
		if m.entity < 0 || m.entity == only {
			continue
		}
		name := lang.Fold(p.doc.entities[m.entity].name)
		if !wordBegins(name, stem) {
			continue
		}
		if where == "" || wordBegins(name, where) {
			return m.entity
		}
		if only >= 0 {
			return -1
		}
		only = m.entity
	}
	return only
}

// wordBegins reports whether a word of a folded name begins with a stem.
func wordBegins(name, stem string) bool {
	for w := range strings.FieldsSeq(name) {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// placeStemRU gives what a Russian adjective of a place in small letters at token k
// begins with: казан of казанский; "" where none stands there.
func (p *part) placeStemRU(k int) string {
	if k < 0 || !p.lat.Is(k, lang.Lower) {
		return ""
	}
	w := p.lat.Fold(k)
	cut := strings.LastIndex(w, "ск")
	if cut < len("каз") || len(w)-cut > len("скими") {
		return ""
	}
	return w[:cut]
}

// subjectName reports whether a place named at token j acts rather than belongs
// to the phrase before it: it stands in a nominative that no genitive looks
// like («к юбилею Сеул намерен»), or behind a pronoun that closes the topic
// («соглашение об этом Душанбе подпишет»).
func (g *ground) subjectName(j int) bool {
	m := g.at(j)
	if !g.russian() || m == nil || m.class != lang.PlaceChunk && m.class != lang.OrgChunk || m.start != j || m.entity < 0 {
		return false
	}
	if g.l.Plays(j-1, g.p.know.roles.aboutIt) {
		return true
	}
	if m.class == lang.OrgChunk {
		return g.bodyActs(m)
	}
	if m.end != j+1 || g.l.Is(j, lang.Upper) || !g.l.Is(j-1, lang.Lower) && !(g.at(j-1) != nil && g.verbAt(j+1)) || g.l.Has(j-1, g.topic) || g.l.Has(j-1, g.p.know.lists.placePre) || g.adjectival(j-1) {
		return false
	}
	w := g.l.Slice(j, j+1)
	last, _ := utf8.DecodeLastRuneInString(w)
	e := &g.p.doc.entities[m.entity]
	if strings.ContainsRune("уоиеэю", last) && g.pairActs(m) { // договор о рыбе | Перу и Чад подписали
		return w == e.name
	}
	if strings.ContainsRune("уоиеэю", last) { // к 30-летию независимости | Баку провёл парад
		verb := g.p.foldAt(j + 1)
		return w == e.name && g.verbAt(j+1) && !actPlural(verb) && !strings.HasSuffix(verb, "но") && !strings.HasSuffix(verb, "ны")
	}
	return strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", last) && w == e.name || e.known != "" && nominativeName(w, e.name)
}

// verbAt reports whether a finite Russian verb stands at token k.
func (g *ground) verbAt(k int) bool {
	return k < len(g.l.Toks) && (g.deedAt(k) || g.finite(k) || g.l.Is(k, lang.Lower) && g.p.know.endings.finitePast.end(g.l.Fold(k), 4) && !g.l.Has(k, g.notVerb))
}

// bodyActs reports whether a Russian body in the nominative stands right before a verb, so
// that it acts: «юбилей | Ассамблея Великой степи отметила».
func (g *ground) bodyActs(m *mention) bool {
	if g.l.Is(m.start, lang.Upper) || !g.verbAt(m.end) && !g.pairActs(m) {
		return false
	}
	first, _ := utf8.DecodeLastRuneInString(g.l.Slice(m.start, m.start+1))
	return g.l.Slice(m.start, m.end) == g.p.doc.entities[m.entity].name && strings.ContainsRune("аяоебвгджзйклмнпрстфхцчшщ", first)
}

// pairActs reports whether a Russian name is joined to another one with a plural verb right
// behind it, so that both act: «договор о рыбе | Банк моря и Институт вод подписали».
func (g *ground) pairActs(m *mention) bool {
	if !g.joins(m.end) {
		return false
	}
	o := g.at(m.end + 1)
	return o != nil && o.start == m.end+1 && o.entity >= 0 && o.class == m.class && g.verbAt(o.end) && actPlural(g.l.Fold(o.end)) && g.l.Slice(o.start, o.end) == g.p.doc.entities[o.entity].name
}

// quotedEvent takes a title in marks behind a Russian noun for an event and its
// genitives for the event's name: «фестиваль национальных кухонь «Один
// дастархан»».
func (g *ground) quotedEvent(j, b int, ph *phrase) {
	if g.russian() && ph.quoted[1] == 0 && ph.entry.Class == g.p.know.lists.eventNoun && b > j+1 && (j == ph.headEnd || !g.l.Has(j-1, ph.entry.Class)) { // церемония награждения победителей конкурса «X»
		ph.quoted = [2]int{j + 1, b}
	}
}
