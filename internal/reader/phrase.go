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
	g.rightOf(&ph, s)
	return ph, true
}

// leftOf takes the modifiers before the head.
func (g *ground) leftOf(ph *phrase, s lang.Sentence) {
	small := 0
	for k := ph.from - 1; k >= s.First; k-- {
		t := &g.l.Toks[k]
		if m := g.at(k); m != nil {
			if m.class == lang.DateChunk && !(m.end == ph.from && m.end-m.start == 1 && g.adjective == lang.NoClass) || m.class == lang.PersonChunk || m.class == lang.GroupChunk && g.adjective != lang.NoClass {
				return
			}
			if m.class != lang.DateChunk && g.adjective != lang.NoClass && !g.adjectival(k) && !g.isNumeral(k) {
				return
			}
		}
		if g.l.Has(k, g.article) {
			ph.definite = true
			return
		}
		r := g.l.Rune(k)
		if r == '-' && t.Is(lang.Glued) && k > s.First {
			ph.from = k
			continue
		}
		if isQuote(r) && k > s.First { // «Мектеп» байқауы; the "Silk Road" forum
			if a, ok := g.quoteEnding(k, s.First); ok && k-a <= 9 {
				ph.quoted = [2]int{a + 1, k}
				ph.from = a
				k = a
				continue
			}
			return
		}
		if t.Is(lang.Punct) || g.l.Has(k, g.poss) || t.Is(lang.Glued) && k > s.First && isApostropheRune(g.l.Rune(k-1)) {
			ph.possessed = g.l.Has(k, g.poss) || t.Is(lang.Glued)
			return
		}
		if g.deedAt(k) && !g.l.Has(k, g.mod) {
			return
		}
		if g.isNumeral(k) {
			if n, ok := g.numeralAt(k); ok && !n.ordinal && !(g.l.Rune(k+1) == '-' && k+1 < ph.head) { // five-year
				if ph.from == k+1 { // cut a hyphen left alone
					ph.from++
				}
				return
			}
			ph.from, ph.mods = k, ph.mods+1
			continue
		}
		if !t.Is(lang.Word) || g.l.Has(k, g.stop) || g.l.Has(k, g.npstop) && !g.l.Has(k, g.mod) {
			return
		}
		if g.adjective != lang.NoClass {
			if !g.adjectival(k) && !g.l.Has(k, g.mod) {
				return
			}
		} else if !t.Is(lang.Cap) && !g.l.Has(k, g.mod) {
			w := g.l.Fold(k)
			if small++; small > 4 || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly") {
				return
			}
		} else if t.Is(lang.Cap) && k == s.First && g.at(k) == nil && g.l.Has(k, g.npstop) {
			return
		}
		ph.from, ph.mods = k, ph.mods+1
	}
}

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
	ends, ok := closers[g.l.Rune(k)]
	if !ok {
		return 0, false
	}
	for j := k + 1; j < last && j < k+20; j++ {
		if contains(ends, g.l.Rune(j)) {
			return j, true
		}
	}
	return 0, false
}

// rightOf takes what the phrase is about: "on the use of waters", "о борьбе с
// голодом", a name in quotation marks.
func (g *ground) rightOf(ph *phrase, s lang.Sentence) {
	i := ph.headEnd
	if i < s.Last && isQuote(g.l.Rune(i)) {
		if b, ok := g.quoteOpening(i, s.Last); ok && b > i+1 {
			ph.quoted = [2]int{i + 1, b}
			ph.to = b + 1
			i = b + 1
		}
	}
	genitive := g.adjective != lang.NoClass && i < s.Last && g.l.Toks[i].Is(lang.Word) && !g.finite(i) && !g.subject(i) && !g.l.Has(i, g.stop) && !g.l.Has(i, g.npstop) && !g.deedAt(i)
	if genitive && g.l.Has(i, g.p.class("partysides")) { // "договор стороны подписали"
		genitive = false
	}
	if k := g.pastParties(i, s); k > 0 {
		ph.gap = [2]int{i, k}
		i, genitive = k, false
		defer func() {
			if ph.to <= ph.gap[1] {
				ph.gap = [2]int{}
			}
		}()
	}
	c, ok := g.l.Chunk(i, g.topic)
	if !ok { // "a protocol amending the treaty"
		c, ok = g.l.Chunk(i, g.p.class("topicverb"))
	}
	if !ok && !genitive {
		return
	}
	j := i
	if ok {
		j = int(c.End)
	}
	if j < s.Last && ok && g.is(j, lang.DateChunk) && !g.spanOfYears(j) { // "treaty of 6 June", "agreement on Friday"
		return
	}
	to := j
	for ; j < s.Last && j < ph.headEnd+18; j++ {
		if !g.inTopic(j, ph, s) {
			break
		}
		to = j + 1
	}
	for to > i && (g.l.Has(to-1, g.npstop) || g.l.Has(to-1, g.topic) || g.l.Has(to-1, g.article) || g.l.Toks[to-1].Is(lang.Punct) && !isQuote(g.l.Rune(to-1)) && g.l.Rune(to-1) != ')') {
		to--
	}
	if to > max(i, ph.to) && (!ok || to > int(c.End)) {
		ph.to, ph.topic = to, true
	}
}

// pastParties gives the token of the topic behind parties that stand next to
// the head: "agreement with Japan on social security"; 0 where there is none.
func (g *ground) pastParties(i int, s lang.Sentence) int {
	if !g.l.Has(i, g.p.class("partywith")) && !g.l.Has(i, g.p.class("partybetween")) {
		return 0
	}
	for k := i + 1; k < s.Last && k < i+14; k++ {
		m := g.at(k - 1)
		if g.l.Has(k, g.topic) && m != nil && m.end == k && m.class != lang.DateChunk && !g.l.Has(k, g.p.class("of")) &&
			(g.at(k+1) == nil || g.at(k+1).class != lang.DateChunk) {
			return k
		}
		if g.deedAt(k) || g.l.Toks[k].Is(lang.Punct) && !isQuote(g.l.Rune(k)) || g.is(k, lang.DateChunk) {
			return 0
		}
	}
	return 0
}

// spanOfYears reports whether the date at token j is years only: "for
// 2020–2024", "на 2024—2026 годы".
func (g *ground) spanOfYears(j int) bool {
	m := g.at(j)
	v := m.date.String()
	return len(v) == 4 || len(v) == 9 && v[4] == '/'
}

// inTopic reports whether token j goes on with the topic of a phrase.
func (g *ground) inTopic(j int, ph *phrase, s lang.Sentence) bool {
	t := &g.l.Toks[j]
	r := g.l.Rune(j)
	switch {
	case t.Is(lang.Punct):
		if r == '-' || r == '\'' || r == '’' || (r == '–' || r == '—') && t.Is(lang.Glued) {
			return true
		}
		if isQuote(r) {
			_, ok := g.quoteOpening(j, s.Last)
			_, closes := g.quoteEnding(j, ph.headEnd)
			return ok || closes
		}
		return r == ',' && g.commaInTopic(j, s)
	case g.deedAt(j), ph.has("granted") && g.toBody(j):
		return false
	case g.l.Has(j, g.stop) && !(g.l.Has(j, g.topic)):
		c, _ := g.l.Chunk(j, g.stop)
		return g.inside(j, int(c.End), s)
	}
	if m := g.at(j); m != nil && m.class == lang.DateChunk {
		return m.start < j || g.spanOfYears(j) && j > ph.headEnd && g.l.Has(j-1, g.topic) && !g.l.Has(j-1, g.p.class("of"))
	}
	if m := g.at(j); m != nil && m.class == lang.PersonChunk {
		return false
	}
	if g.l.Has(j, g.topic) && j+1 < s.Last { // "on Friday", "в Бишкеке"
		if m := g.at(j + 1); m != nil && m.class == lang.DateChunk && !g.spanOfYears(j+1) {
			return false
		}
		return true
	}
	if g.joins(j) { // "and": not before another instrument or a verb
		if j+1 >= s.Last || g.l.Has(j+1, g.npstop) || g.l.Has(j+1, g.article) || g.deedAt(j+1) || g.finite(j+1) {
			return false
		}
		for k := j + 1; k < s.Last && k < j+6; k++ {
			if g.l.Has(k, g.p.class("instrumentnoun")) || k <= j+2 && g.deedAt(k) {
				return false
			}
			if g.l.Has(k, g.stop) || g.l.Has(k, g.npstop) || g.l.Toks[k].Is(lang.Punct) {
				break
			}
		}
		return true
	}
	return g.adjective == lang.NoClass || !g.finite(j) && !g.subject(j)
}

// toBody reports whether a body is named behind the word for whom something is
// granted to: "a licence for the mine to Orion Metals".
func (g *ground) toBody(j int) bool {
	if !g.l.Has(j, g.p.class("partyto")) {
		return false
	}
	for k := j + 1; k <= j+5; k++ {
		if g.is(k, lang.OrgChunk) {
			return true
		}
	}
	return false
}

// subject reports whether a Russian title stands in the nominative: it begins
// the next part of the sentence, since a genitive would end otherwise.
func (g *ground) subject(j int) bool {
	c, ok := g.l.Chunk(j, g.officenoun)
	return ok && int(c.End) == j+1 && g.l.Fold(j) == lang.Fold(g.l.Entry(c).Value)
}

// inside reports whether a word that usually ends a phrase goes on with it:
// "in the field of", "with" before a thing.
func (g *ground) inside(j, end int, s lang.Sentence) bool {
	if _, ok := g.l.Chunk(j, g.topic); ok {
		return true
	}
	if g.l.Has(j, g.p.class("partywith")) && g.adjective != lang.NoClass && j+1 < s.Last { // борьба с голодом, но не договор с банком
		return g.l.Toks[j+1].Is(lang.Lower) && g.at(j+1) == nil && g.at(j+2) == nil && !g.l.Has(j+1, g.officenoun) && !g.adjectival(j+1)
	}
	if g.l.Has(j, g.in) && end < s.Last && g.adjective == lang.NoClass { // in agriculture, but not "in Geneva", "in May"
		m := g.at(end)
		if g.l.Has(end, g.article) && end+1 < s.Last {
			m = g.at(end + 1)
		}
		return m == nil && g.l.Fold(j) != "at" && g.l.Fold(j) != "to" && g.l.Toks[end].Is(lang.Word)
	}
	return false
}

func (g *ground) joins(j int) bool { return g.l.Has(j, g.p.class("phraseand")) }

// commaInTopic reports whether a comma parts members of a topic: "trade,
// transport and energy".
func (g *ground) commaInTopic(j int, s lang.Sentence) bool {
	for k := j + 1; k < s.Last && k <= j+4; k++ {
		if g.joins(k) {
			return k > j+1 && !g.l.Has(k+1, g.article) && !g.l.Has(k+1, g.npstop)
		}
		if !g.l.Toks[k].Is(lang.Lower) || g.l.Has(k, g.stop) || g.l.Has(k, g.npstop) || g.deedAt(k) || g.l.Has(k, g.p.class("instrumentnoun")) {
			return false
		}
	}
	return false
}

// adjectival reports whether a word ends like an adjective, by the pack's
// adjform list.
func (g *ground) adjectival(k int) bool {
	w := g.l.Fold(k)
	if len(w) < 8 || !g.l.Toks[k].Is(lang.Word) {
		return false
	}
	return g.p.know.hasEnding("adjform", w, -1) && !g.p.know.hasEnding("notadjend", w, 0)
}

// finite reports whether a small-lettered word ends like a verb, by the
// pack's verbend list.
func (g *ground) finite(k int) bool {
	if !g.l.Toks[k].Is(lang.Lower) {
		return false
	}
	w := g.l.Fold(k)
	return g.p.know.hasEnding("verbend", w, 2)
}

// text gives the phrase as it stands, with the head as the pack's list names
// it where the language inflects.
func (g *ground) text(ph *phrase) string {
	from, to := ph.from, ph.to
	if g.headLast {
		head := g.caseless(ph)
		return join(g.l.Slice(from, ph.head), g.glueBefore(ph.head, from), head)
	}
	if g.adjective == lang.NoClass {
		if ph.gap[1] > 0 {
			return g.l.Slice(from, ph.gap[0]) + " " + g.l.Slice(ph.gap[1], to)
		}
		return g.l.Slice(from, to)
	}
	return g.nominative(ph)
}

// caseless gives the head of a Kazakh phrase without its case ending: the
// word of the list with at most a plural and a possessive behind it.
func (g *ground) caseless(ph *phrase) string {
	text := g.l.Slice(ph.head, ph.headEnd)
	last := g.l.Slice(ph.headEnd-1, ph.headEnd)
	pack := g.p.know.pack
	known := func(w string, analyses []lang.Analysis) bool {
		for _, f := range ph.entry.Forms {
			form := lang.Fold(f)
			if k := strings.LastIndexByte(form, ' '); k >= 0 {
				form = form[k+1:]
			}
			if w == form {
				return true
			}
			for _, a := range analyses {
				if a.Stem == form && (a.Slots == "poss3" || a.Slots == "plural" || a.Slots == "plural poss3") {
					return true
				}
			}
		}
		return false
	}
	analyses := g.l.Analyses(ph.headEnd - 1)
	if known(g.l.Fold(ph.headEnd-1), analyses) {
		return text
	}
	for _, a := range analyses {
		cut := len(last) - len(a.Suffix)
		if cut > 0 && !strings.Contains(a.Slots, " ") && a.Slots != "poss3" && known(lang.Fold(last[:cut]), pack.Analyses(last[:cut])) {
			return text[:len(text)-len(a.Suffix)]
		}
	}
	return text
}

func (g *ground) glueBefore(i, from int) string {
	if i > from && !g.l.Toks[i].Is(lang.Glued) {
		return " "
	}
	return ""
}

func join(a, sep, b string) string {
	if a == "" {
		return b
	}
	return a + sep + b
}

// nominative writes a Russian phrase with its head and the adjectives before
// it in the nominative singular. The head's entry gives gender and lemma as
// the last two fields of its value.
func (g *ground) nominative(ph *phrase) string {
	lemma, gender := lemmaOf(ph.entry)
	var b strings.Builder
	inQuote := false
	for i := ph.from; i < ph.head; i++ {
		w := g.l.Slice(i, i+1)
		if isQuote(g.l.Rune(i)) {
			inQuote = !inQuote
		}
		if !inQuote && g.adjectival(i) {
			w = g.p.adjectiveOf(w, gender)
		}
		b.WriteString(w)
		if !g.l.Toks[i+1].Is(lang.Glued) {
			b.WriteByte(' ')
		}
	}
	if g.l.Toks[ph.head].Is(lang.Cap) {
		lemma = capital(lemma)
	}
	b.WriteString(lemma)
	behind := ph.headEnd
	if ph.gap[0] == ph.headEnd && ph.gap[1] > 0 {
		behind = ph.gap[1]
	}
	if rest := g.l.Slice(behind, ph.to); rest != "" {
		if !g.l.Toks[ph.headEnd].Is(lang.Glued) {
			b.WriteByte(' ')
		}
		b.WriteString(rest)
	}
	return b.String()
}

// lemmaOf parts the value of an entry "kind… gender: lemma".
func lemmaOf(e *lang.Entry) (lemma, gender string) {
	head, lemma, ok := strings.Cut(e.Value, ": ")
	if !ok {
		return strings.TrimPrefix(e.Forms[0], "="), "m"
	}
	f := strings.Fields(head)
	return lemma, f[len(f)-1]
}

// adjectiveOf gives the nominative of a Russian adjective in a gender: m, f,
// n, or p for the plural. Whether its stem is hard or soft shows in the form
// itself; masculine ones in -ой stand in the pack's adjoy list.
func (p *part) adjectiveOf(w, gender string) string {
	for _, set := range [...]struct {
		forms []string
		kind  int
	}{
		{[]string{"ьего", "ьему", "ьими", "ьем", "ьей", "ьих", "ьим", "ья", "ью", "ье", "ьи"}, 2},
		{[]string{"его", "ему", "ими", "ем", "яя", "ей", "юю", "ею", "ее", "ие", "их", "им", "ий"}, 1},
		{[]string{"ого", "ому", "ыми", "ым", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ых", "ый"}, 0},
	} {
		for _, end := range set.forms {
			stem, ok := strings.CutSuffix(w, end)
			if !ok || len(stem) < 4 {
				continue
			}
			last := lastRune(stem)
			velar, hush := strings.ContainsRune("гкх", last), strings.ContainsRune("жшщч", last)
			kind := set.kind
			if velar {
				kind = 0
			}
			g := map[string]int{"m": 0, "f": 1, "n": 2, "p": 3}[gender]
			switch {
			case kind == 2:
				return stem + [...]string{"ий", "ья", "ье", "ьи"}[g]
			case kind == 1 && !hush:
				return stem + [...]string{"ий", "яя", "ее", "ие"}[g]
			case hush:
				return stem + [...]string{"ий", "ая", "ее", "ие"}[g]
			}
			if g == 0 && p.know.isEnding("adjoy", lang.Fold(stem)+"ой") {
				return stem + "ой"
			}
			if velar {
				return stem + [...]string{"ий", "ая", "ое", "ие"}[g]
			}
			return stem + [...]string{"ый", "ая", "ое", "ые"}[g]
		}
	}
	return w
}

func lastRune(s string) (last rune) {
	for _, r := range s {
		last = r
	}
	return last
}
