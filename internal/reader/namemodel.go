package reader

import (
	"strings"
	"sync"

	"shanyraq/internal/lang"
	"shanyraq/internal/tagger"
)

// model proposes what the trained model finds in a sentence, where the
// language has one. Rules and lists that agree with it outweigh it.
func (n *nameFinder) model(s lang.Sentence) {
	if s.Last-s.First > 400 || n.explained(s) {
		return
	}
	t := n.lent()
	if t == nil {
		return
	}
	t.sentence(n.l, s)
	for _, sp := range t.SpansOf(t.words) {
		class := modelClass(sp.Class)
		if class == 0 {
			continue
		}
		start, end := s.First+sp.Start, s.First+sp.End
		if n.tag != "en" {
			start, end = n.wholeWords(start, end, s)
			if class == lang.PersonChunk {
				end = n.syllables(start, end, s)
				start = n.behindOffice(start, end)
			}
		}
		if n.tag == "ru" {
			start, end = n.narrowedRU(class, start, end, s)
		}
		inMarks := n.tag == "ru" && class == lang.OrgChunk && end < s.Last && end > start+1 && n.l.Rune(start) == '«' && n.l.Rune(end) == '»'
		if inMarks { // глава «Нурбанка»
			start++
		}
		if n.tag == "ru" && class != lang.PlaceChunk && n.joinsPlace(start, end, s) {
			class = lang.PlaceChunk
		}
		if n.tag == "ru" && class == lang.PersonChunk && n.liesWhere(start, end) {
			class = lang.PlaceChunk
		}
		visited := n.tag == "ru" && class == lang.PersonChunk && n.visitedPlace(start, end)
		if visited {
			class = lang.PlaceChunk
		}
		if !n.plausible(class, start, end, s) {
			continue
		}
		c := candidate{class: class, start: start, end: end, score: scoreModel + min(10, int(sp.Margin)), rule: "model"}
		if inMarks && end == start+1 {
			c.name = n.compoundBody(element{start: start, end: end})
		}
		if visited {
			c.name = visitedName(n.l.Slice(start, end))
		}
		if class == lang.PersonChunk {
			els := n.elements(start, end)
			if len(els) > 0 {
				_, c.gender = n.givenOf(els[0])
			}
		}
		n.propose(c)
	}
}

// lent gives the tagger of the language, nil where it has none.
func (n *nameFinder) lent() *workTagger {
	if n.tagger == nil {
		n.tagger = taggerOf(n.tag)
	}
	return n.tagger
}

// narrowedRU gives what is left of a Russian span without the words at its ends that the
// model took into it: what opens the sentence, a name behind letters, a verb.
func (n *nameFinder) narrowedRU(class lang.Class, start, end int, s lang.Sentence) (int, int) {
	if class == lang.OrgChunk {
		if end < s.Last && !isQuote(n.l.Rune(start)) && n.openMarks(element{start: start, end: end}) && (n.l.Rune(end) == '»' || n.l.Rune(end) == '“') {
			end++ // РКК „Энергия“
		}
		if end == start+2 && n.titledAt(start) && n.lettersBefore(element{start: start, end: start + 1}, element{start: start + 1, end: end}, false) {
			end--
		}
		return start, n.beforeVerb(start, end)
	}
	if end > start+1 && n.adverbOpens(start, s) {
		start++
	}
	if class == lang.PersonChunk && end > start+1 && n.opensBefore(element{start: start, end: start + 1}, s) {
		start++
	}
	if class == lang.PersonChunk && end == start+1 && n.givenByEnd(start-1, s) {
		start--
	}
	return start, end
}

// joinsPlace reports whether one word in the prepositional case, or one that has no
// cases, is joined to a place that «в» governs, so that it is a place itself: «в
// Людерице и Уолфиш-Бее», «из Канта и Кара-Суу».
func (n *nameFinder) joinsPlace(start, end int, s lang.Sentence) bool {
	w := n.l.Fold(end - 1)
	if start-3 < s.First || n.l.Fold(start-1) != "и" || end > start+1 && !n.glued(start+1, '-') {
		return false
	}
	last := lastRune(w)
	undeclined := strings.ContainsRune("оуыэюё", last) && !n.l.Is(start, lang.Upper)
	if !undeclined && last != 'е' && last != 'и' {
		return false
	}
	for k := range n.cands {
		if c := &n.cands[k]; c.class == lang.PlaceChunk && c.end == start-1 && c.start > s.First {
			prep := n.l.Fold(c.start - 1)
			return prep == "в" || prep == "на" || undeclined && prep == "из"
		}
	}
	return false
}

// wholeWords widens a span to the whole of the hyphenated words at its ends.
func (n *nameFinder) wholeWords(start, end int, s lang.Sentence) (int, int) {
	for n.glued(end, '-') && end+1 < s.Last && n.l.Is(end+1, lang.Word) && n.l.Is(end+1, lang.Glued) {
		end += 2
	}
	for start > s.First+1 && n.glued(start-1, '-') && n.l.Is(start, lang.Glued) && n.l.Is(start-2, lang.Cap) {
		start -= 2
	}
	return start, end
}

// behindOffice cuts from the beginning of a Kazakh person's name the office that
// the model took into it for its capital: «Королі | Абдалла».
func (n *nameFinder) behindOffice(start, end int) int {
	if n.tag != "kk" || n.office == 0 || n.isGiven(element{start: start, end: start + 1}) {
		return start
	}
	if ch, ok := n.l.Chunk(start, n.office); ok && int(ch.End) < end {
		return int(ch.End)
	}
	return start
}

// syllables widens a person's name of words of one syllable each over the next
// such word: Korean, Chinese and Vietnamese names have three («Чон Мён Хи»).
func (n *nameFinder) syllables(start, end int, s lang.Sentence) int {
	if end != start+2 || end >= s.Last || n.taken[end] || n.l.Is(end, lang.Glued) {
		return end
	}
	for k := start; k <= end; k++ {
		if !n.l.Is(k, lang.Cap) || n.l.Is(k, lang.Upper) || n.l.Has(k, n.funcWord) {
			return end
		}
		vowels := 0
		for _, r := range n.l.Fold(k) {
			if strings.ContainsRune("аеиоуыэюяё", r) {
				vowels++
			}
		}
		if vowels != 1 {
			return end
		}
	}
	return end + 1
}

// explained reports whether rules and lists account for every capital of a
// sentence, so that the model could add nothing that would be kept.
func (n *nameFinder) explained(s lang.Sentence) bool {
	next := s.First // behind the candidate before
	for _, at := range n.caps {
		i := int(at)
		if i < next || n.taken[i] {
			continue
		}
		if i == s.First && !n.l.Is(i, lang.Upper) {
			e := element{start: i, end: i + 1}
			if end, _ := n.surnameEnding(e); !end && !n.isGiven(e) && i+1 < s.Last && !n.l.Is(i+1, lang.Cap) {
				continue
			}
		}
		covered := false
		for k := range n.cands {
			if c := &n.cands[k]; c.start <= i && i < c.end && c.score >= scorePerson {
				next, covered = c.end, true
				break
			}
		}
		if !covered {
			return false
		}
	}
	return true
}

// plausible holds the model to what a name looks like.
func (n *nameFinder) plausible(class lang.Class, start, end int, s lang.Sentence) bool {
	one := end == start+1
	if one && (n.acroStop != 0 && n.l.Has(start, n.acroStop) || n.l.Is(start, lang.Roman)) {
		return false
	}
	e := element{start: start, end: end}
	named := n.l.Is(start, lang.Cap) && n.l.Is(end-1, lang.Word) || n.glued(end-1, '.')
	switch class {
	case lang.PersonChunk:
		return named && n.plausiblePerson(e, s)
	case lang.PlaceChunk:
		return named && n.plausiblePlace(e, s)
	case lang.OrgChunk:
		return n.anyCapital(start, end) && (!one || n.l.Is(start, lang.Cap)) && n.plausibleBody(e, s)
	}
	return false // peoples are read by lists
}

// plausiblePerson reports whether what the model takes for a person may be one.
func (n *nameFinder) plausiblePerson(e element, s lang.Sentence) bool {
	switch n.tag {
	case "ru":
		if n.noPersonRU(e, s) {
			return false
		}
	case "kk":
		if e.end-e.start > 2 && locativeStem(n.l.Fold(e.end-1)) != "" {
			return false // Анвар Сайдалиев | Мәскеуде: where
		}
		if n.l.Is(e.start, lang.Latin) && n.latinPartnerKK(n.elements(e.start, e.end), n.titledAt(e.start), s) {
			return false
		}
	}
	if n.tag != "en" && n.thing(e.start, e.end, s) {
		return false
	}
	if e.end > e.start+1 {
		return true
	}
	if n.placeAt(e) {
		return false
	}
	if n.isGiven(e) {
		return true
	}
	if n.tag == "ru" && (n.adjective(e.start) || givenShort(n.l.Fold(e.start))) {
		return false
	}
	surname, _ := n.surnameEnding(e)
	return surname || !n.opens(e.start, s)
}

// plausiblePlace reports whether what the model takes for a place may be one.
func (n *nameFinder) plausiblePlace(e element, s lang.Sentence) bool {
	one := e.end == e.start+1
	if n.money(e.start, e.end) || one && n.wordFirst(e.start, s) {
		return false
	}
	switch n.tag {
	case "ru":
		if n.noPlaceRU(e, s) {
			return false
		}
	case "kk":
		if n.noPlaceKK(e, s) {
			return false
		}
	}
	if n.placeAt(e) {
		return true
	}
	return !n.isGiven(e) && !(one && (n.opens(e.start, s) || n.tag == "ru" && n.adjective(e.start)))
}

// plausibleBody reports whether what the model takes for a body may be one.
func (n *nameFinder) plausibleBody(e element, s lang.Sentence) bool {
	if n.l.Is(e.end-1, lang.Roman) {
		return false // «… қорғау жөніндегі VI | конференция»
	}
	if e.end == e.start+1 && n.orgHead != 0 && n.l.Has(e.start, n.orgHead) {
		return false // a ministry without its name
	}
	if n.eventNamed(e.start, e.end, s) || n.onlyQualities(e.start, e.end, s) || n.holdsStop(e) || n.speakerBehind(e) {
		return false
	}
	switch n.tag {
	case "ru":
		return !n.noBodyRU(e, s)
	case "kk":
		return !n.middleOf(e.end-1) && // Бас жүлде қоры
			!n.officeAt(e.end-1)
	}
	return true
}

// holdsStop reports whether a word that no body's name has stands among the words.
func (n *nameFinder) holdsStop(e element) bool {
	for k := e.start; n.bodyStop != 0 && k < e.end; k++ {
		if n.l.Is(k, lang.Lower) && n.l.Has(k, n.bodyStop) && !n.l.Has(k, n.and) {
			return true
		}
	}
	return false
}

// speakerBehind reports whether the words are a body and the person who speaks for it.
func (n *nameFinder) speakerBehind(e element) bool {
	last := element{start: e.end - 1, end: e.end}
	surname, _ := n.surnameEnding(last)
	return surname && e.end-e.start > 2 && (n.l.Is(e.end-2, lang.Cap) || n.l.Has(e.end-2, n.orgHead)) && !n.placeAt(last)
}

// officeAt reports whether a word is a title or an office, as where «Президент
// Кыргызской Республики» was taken for a body.
func (n *nameFinder) officeAt(k int) bool {
	return n.title != 0 && n.l.Has(k, n.title) || n.office != 0 && n.l.Has(k, n.office)
}

// pastVerb reports whether a lower-case word is a verb of the past, of any
// gender, and none of the nouns that end alike («канал», «филиала»).
func (n *nameFinder) pastVerb(k int) bool {
	if !n.l.Is(k, lang.Lower) || n.orgHead != 0 && n.l.Has(k, n.orgHead) {
		return false
	}
	w := n.l.Fold(k)
	for _, e := range [...]string{"ал", "ил", "ел", "ул", "ял"} {
		if strings.HasSuffix(w, e) {
			return !n.p.know.endings.bodyNoun.whole(w) && !n.p.know.endings.bodyNoun.whole(w+"а")
		}
	}
	for _, e := range [...]string{"ла", "ло", "ли", "лся", "лась", "лось", "лись"} {
		if strings.HasSuffix(w, e) {
			return n.p.know.endings.bodyVerbEnd.end(w, 2) && !n.p.know.endings.bodyNoun.whole(w)
		}
	}
	return false
}

// declinedAdjective reports whether a word is an adjective of a place in an
// oblique case, which names nothing without its noun.
func (n *nameFinder) declinedAdjective(k int) bool {
	w := n.l.Fold(k)
	for _, e := range [...]string{"скую", "ского", "скому", "ской", "ских", "ским", "ском", "скими"} {
		if strings.HasSuffix(w, e) {
			return k+1 < len(n.l.Toks) && n.l.Is(k+1, lang.Lower)
		}
	}
	return false
}

// thing reports whether the words that the model takes for a person are those
// of a document, an event or another thing.
func (n *nameFinder) thing(start, end int, s lang.Sentence) bool {
	if end == start+1 && n.month != 0 && n.l.Has(start, n.month) && !n.titledAt(start) {
		return true
	}
	if n.tag == "kk" {
		return end == start+1 && n.relational(start) && !n.titledAt(start) && !n.givenAsWritten(start)
	}
	if n.isGiven(element{start: start, end: start + 1}) {
		return false
	}
	if end == start+1 && (n.event != 0 && n.l.Has(start, n.event) || n.l.Has(start, n.orgHead)) {
		return true
	}
	els := n.elements(start, end)
	return len(els) > 0 && els[len(els)-1].end <= end && n.nameOfThing(els, s, false)
}

// modelClass is the class of what the model names so, 0 for what it names otherwise.
func modelClass(name string) lang.Class {
	switch name {
	case "person":
		return lang.PersonChunk
	case "organization":
		return lang.OrgChunk
	case "place":
		return lang.PlaceChunk
	}
	return 0
}

// workTagger is a tagger with room for words, lent from a pool.
type workTagger struct {
	*tagger.Tagger
	words tagger.Words
	pool  *taggerPool
}

// sentence takes the words of a sentence.
func (t *workTagger) sentence(l *lang.Lattice, s lang.Sentence) {
	clear(t.words.Text)
	t.words.Text = t.words.Text[:0]
	for i := s.First; i < s.Last; i++ {
		t.words.Text = append(t.words.Text, l.Slice(i, i+1))
	}
	t.words.Numbers, t.words.Turn = l.Words(s.First, s.Last)
}

// taggerPool lends the taggers of a language. What a tagger remembers of words
// is worth more than its memory: the collector may take all but one.
type taggerPool struct {
	kept chan *workTagger
	more sync.Pool
}

var taggerPools sync.Map // language → *taggerPool, nil where there is no model

// taggerOf lends the model of a language to one who reads; nil where the language has none.
func taggerOf(language string) *workTagger {
	v, ok := taggerPools.Load(language)
	if !ok {
		var pool *taggerPool
		if m, err := tagger.Open(language, tagger.Names); err == nil {
			pool = &taggerPool{kept: make(chan *workTagger, 1)}
			pool.more.New = func() any { return &workTagger{Tagger: m.New(), pool: pool} }
		}
		v, _ = taggerPools.LoadOrStore(language, pool)
	}
	pool := v.(*taggerPool)
	if pool == nil {
		return nil
	}
	select {
	case t := <-pool.kept:
		return t
	default:
		return pool.more.Get().(*workTagger)
	}
}

// free gives the model back for the next who reads.
func (t *workTagger) free() {
	clear(t.words.Text)
	t.words = tagger.Words{Text: t.words.Text[:0]}
	select {
	case t.pool.kept <- t:
	default:
		t.pool.more.Put(t)
	}
}

// namesakeSeen reports whether a lone known place has the name of a person that
// the text named in full before, and nothing beside it tells a place: Мұрат
// Алатау's surname is a range of mountains too. Countries stay.
func (n *nameFinder) namesakeSeen(c candidate) bool {
	if c.class != lang.PlaceChunk || c.rule != "gazetteer" || len(c.known) == 2 || c.end != c.start+1 {
		return false
	}
	s := n.p.sentenceOf(c.start)
	if n.tag == "en" && c.start > s.First && (n.l.Has(c.start-1, n.placePrep) || n.l.Is(c.start-1, lang.Cap) || n.l.Rune(c.start-1) == ',' && c.start > s.First+1 && n.l.Is(c.start-2, lang.Cap)) {
		return false
	}
	if c.end < s.Last && (n.l.Has(c.end, n.placeHead) || n.l.Is(c.end, lang.Cap)) {
		return false
	}
	if c.start > s.First {
		if n.l.Has(c.start-1, n.placeHead) || n.placePre != 0 && n.l.Has(c.start-1, n.placePre) || n.l.Plays(c.start-1, n.r.beforeAccPre) {
			return false
		}
	}
	return !(n.tag == "kk" && locativeStem(n.l.Fold(c.start)) != "") && n.surnameSeen(c)
}

// surnameSeen reports whether a name of one word is the surname of a person the
// text named in full before.
func (n *nameFinder) surnameSeen(c candidate) bool {
	if c.end != c.start+1 && !n.glued(c.start+1, '-') {
		return false
	}
	return n.ask(askSurname, c.start, c.end)
}

// isSurnameSeen reports whether one of the persons named last in the text has the words
// [start, end) for his surname.
func (n *nameFinder) isSurnameSeen(start, end int) bool {
	e := n.echoElement(start, n.p.sentenceOf(start))
	if e.end != end {
		return false
	}
	for _, f := range n.echoForms(e, n.l.Slice(start, end)) {
		for _, k := range n.people.list[max(0, len(n.people.list)-window):] {
			if last := len(k.words) - 1; last > 0 && (k.words[last].fold == f || k.eastern && k.words[0].fold == f) {
				return true
			}
		}
	}
	return false
}
