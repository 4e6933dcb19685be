package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// The proposers of names work one after the other: each goes over all
// sentences of the part, and of the parts beside it, before the next begins. The
// processor then fetches the code of each once; sentence by sentence it fetched
// some hundred kilobytes anew for each, which took longer than the work. What is
// proposed is kept with its sentence.
//
// Some proposers ask whom the text has named before (see ask). Ahead of their
// sentence's turn they hear what is known at the beginning of the part; a
// sentence one of whose answers is another when its turn comes is read anew
// then. So the names are those of reading sentence by sentence.

// nameSteps are the proposers of a language in their order: those that read
// every sentence ahead of its turn, of these the opening ones once and for
// all and whatever its capitals say, and those that wait for its turn, when all
// names before it are laid.
type nameSteps struct {
	opening, ahead, turn []nameStep
}

// nameStep is one proposer and the sentences it reads.
type nameStep struct {
	in  sentenceKind
	run func(*nameFinder, lang.Sentence)
}

// sentenceKind says what capitals a sentence has.
type sentenceKind uint8

const (
	everySentence sentenceKind = 1 << iota
	plain                      // none but that of its first word and "I"
	capitals                   // some
	quiet                      // some, and it is not written in capitals
)

var stepsOf = map[string]*nameSteps{
	"en": {
		opening: []nameStep{
			{everySentence, (*nameFinder).groups},
			{plain, (*nameFinder).withoutCapitals},
			{capitals, (*nameFinder).peers},
		},
		ahead: []nameStep{
			{capitals, (*nameFinder).knownNames},
			{capitals, (*nameFinder).bodies},
			{capitals, (*nameFinder).stateBodies},
			{capitals, (*nameFinder).portBodies},
			{capitals, (*nameFinder).sites},
			{capitals, (*nameFinder).kinds},
			{capitals, (*nameFinder).places},
			{capitals, (*nameFinder).dateline},
			{capitals, (*nameFinder).seats},
			{capitals, (*nameFinder).spokesFor},
			{capitals, (*nameFinder).gatherRuns},
			{capitals, (*nameFinder).partRuns},
			{capitals, (*nameFinder).persons},
			{quiet, (*nameFinder).teams},
			{quiet, (*nameFinder).labelled},
			{quiet, (*nameFinder).addressees},
			{quiet, (*nameFinder).things},
			{quiet, (*nameFinder).told},
			{quiet, (*nameFinder).signed},
			{quiet, (*nameFinder).toldBeside},
			{quiet, (*nameFinder).unlistedNames},
			{quiet, (*nameFinder).toldBodies},
			{quiet, (*nameFinder).toldPlaces},
			{quiet, (*nameFinder).bodiesOfHolders},
			{quiet, (*nameFinder).paired},
			{quiet, (*nameFinder).model},
		},
	},
	"ru": {
		opening: []nameStep{
			{everySentence, (*nameFinder).groups},
			{everySentence, (*nameFinder).namedPeoples},
		},
		ahead: []nameStep{
			{capitals, (*nameFinder).knownBodies},
			{capitals, (*nameFinder).sites},
			{capitals, (*nameFinder).kinds},
			{capitals, (*nameFinder).markedBodies},
			{capitals, (*nameFinder).signersInMarks},
			{capitals, (*nameFinder).scorers},
			{capitals, (*nameFinder).bynamed},
			{capitals, (*nameFinder).places},
			{capitals, (*nameFinder).townOfCountry},
			{capitals, (*nameFinder).gatherRuns},
			{capitals, (*nameFinder).partRuns},
			{capitals, (*nameFinder).persons},
			{capitals, (*nameFinder).foreign},
			{quiet, (*nameFinder).model},
			{quiet, (*nameFinder).facing},
			{quiet, (*nameFinder).toldPlacesRU},
			{quiet, (*nameFinder).visited},
			{quiet, (*nameFinder).listedPersons},
		},
	},
	"kk": {
		opening: []nameStep{
			{everySentence, (*nameFinder).groups},
			{everySentence, (*nameFinder).namedPeoples},
			{everySentence, (*nameFinder).toldPeoplesKK},
		},
		ahead: []nameStep{
			{capitals, (*nameFinder).knownNames},
			{capitals, (*nameFinder).bodies},
			{capitals, (*nameFinder).sites},
			{capitals, (*nameFinder).kinds},
			{capitals, (*nameFinder).places},
			{capitals, (*nameFinder).townOfCountry},
			{capitals, (*nameFinder).gatherRuns},
			{capitals, (*nameFinder).partRuns},
			{capitals, (*nameFinder).persons},
			{quiet, (*nameFinder).placesByCase},
			{quiet, (*nameFinder).toldPlacesKK},
			{capitals, (*nameFinder).foreign},
			{quiet, (*nameFinder).model},
		},
	},
}

// stepsElse are those of a language without rules, where capitals tell little.
var stepsElse = &nameSteps{turn: []nameStep{
	{everySentence, (*nameFinder).groups},
	{everySentence, (*nameFinder).namedPeoples},
	{capitals, (*nameFinder).knownNames},
	{capitals, (*nameFinder).bodies},
	{capitals, (*nameFinder).sites},
	{capitals, (*nameFinder).kinds},
	{capitals, (*nameFinder).places},
	{capitals, (*nameFinder).gatherRuns},
	{capitals, (*nameFinder).partRuns},
	{capitals, (*nameFinder).persons},
	{quiet, (*nameFinder).model},
}}

// nameSentence is a sentence with what is known and proposed of it.
type nameSentence struct {
	cur   lang.Sentence
	has   *sentenceHas
	kind  sentenceKind
	loud  bool      // it is written in capitals
	poem  bool      // it is verse
	caps  []int32   // its words with a capital
	marks []capMark // of those, for the steps behind the opening ones
	cands []candidate
	asked int32   // its last question, an index into asks from 1; 0 none
	runs  stretch // its runs of capitalised words among those of the part
	segs  stretch // what they are parted into, among that of the part
}

// knownBodies reads the lists and the bodies of a sentence before those of the
// next one: letters that a body's noun explains name a thing from there on.
func (n *nameFinder) knownBodies(s lang.Sentence) {
	n.knownNames(s)
	n.bodies(s)
}

// laySentences notes what capitals each sentence has.
func (n *nameFinder) laySentences() {
	p := n.p
	if cap(p.named) < len(p.sents) {
		p.named = append(p.named[:cap(p.named)], make([]nameSentence, len(p.sents)-cap(p.named))...)
	}
	p.named = p.named[:len(p.sents)]
	rest := p.caps
	p.capMarks = slices.Grow(p.capMarks[:0], len(rest))[:len(rest)]
	marks := p.capMarks
	for k, s := range p.sents {
		for len(rest) > 0 && int(rest[0]) < s.First {
			rest, marks = rest[1:], marks[1:]
		}
		end := 0
		for end < len(rest) && int(rest[end]) < s.Last {
			end++
		}
		x := &p.named[k]
		*x = nameSentence{cur: s, has: &p.has[k], kind: everySentence, caps: rest[:end], marks: marks[:end], cands: x.cands[:0]}
		rest, marks = rest[end:], marks[end:]
		n.nameSentence = x
		if len(n.caps) > 0 {
			x.kind |= capitals
			if !n.shouting(s) {
				x.kind |= quiet
			}
		}
		if n.plain(s) {
			x.kind |= plain
		}
	}
}

// capMark says what several proposers ask of a word with a capital.
type capMark uint8

const (
	capTaken  capMark = 1 << iota // something is laid over it
	capInside                     // a part of a name stands before it, see beside
	capSmall                      // it is a function word
	capGlued                      // no space stands before it
	capHyphen                     // a hyphen does, without spaces
)

// markCapitals finds out the marks of the sentence at hand.
func (n *nameFinder) markCapitals() {
	for x, at := range n.caps {
		i, m := int(at), capMark(0)
		if n.taken[i] {
			m |= capTaken
		}
		if n.beside(i-1, n.cur) {
			m |= capInside
		}
		if n.l.Has(i, n.funcWord) {
			m |= capSmall
		}
		if n.l.Is(i, lang.Glued) {
			if m |= capGlued; n.glued(i-1, '-') {
				m |= capHyphen
			}
		}
		n.marks[x] = m
	}
}

// weighCapitals notes the sentences whose capitals say little, for the steps
// behind the opening ones, which are read ahead.
func (n *nameFinder) weighCapitals() {
	for k := range n.p.named {
		if x := &n.p.named[k]; x.kind&capitals != 0 {
			x.loud, x.poem = x.kind&quiet == 0, n.verse(x.cur)
			if n.tag == "en" && x.kind&quiet != 0 {
				n.nameSentence = x
				n.markCapitals()
			}
		}
	}
	n.isAhead = true
}

// plain reports whether no word of a sentence has a capital but its first and "I".
func (n *nameFinder) plain(s lang.Sentence) bool {
	for _, i := range n.caps {
		if i := int(i); n.tag != "en" || i > s.First && !n.speakerI(i) {
			return false
		}
	}
	return true
}

// passes are those in which the proposers read the part, each over all sentences, and
// the best of what they propose is laid, sentence by sentence.
func (steps *nameSteps) passes() []func(*nameFinder) {
	list := []func(*nameFinder){(*nameFinder).laySentences}
	for i, step := range steps.opening {
		list = append(list, func(n *nameFinder) { n.readAhead(i, step) })
	}
	list = append(list, (*nameFinder).weighCapitals)
	for i, step := range steps.ahead {
		list = append(list, func(n *nameFinder) { n.readAhead(i, step) })
	}
	return append(list, func(n *nameFinder) { n.readInTurn(steps) })
}

// readAhead has the i-th proposer of its kind go over all sentences.
func (n *nameFinder) readAhead(i int, step nameStep) {
	n.step = i
	for k := range n.p.named {
		if x := &n.p.named[k]; x.kind&step.in != 0 {
			n.nameSentence, n.begun = x, len(x.cands)
			step.run(n, x.cur)
		}
	}
	n.freeTagger()
}

// readInTurn lays the best of what is proposed of each sentence when its turn comes,
// once those that heard another answer then have proposed anew.
func (n *nameFinder) readInTurn(steps *nameSteps) {
	n.isAhead = false
	for k := range n.p.named {
		n.nameSentence = &n.p.named[k]
		if q := n.answerChanged(n.asked); q != nil {
			clear(n.cands[q.cands:])
			n.cands = n.cands[:q.cands]
			if n.tag == "en" {
				n.markCapitals()
			}
			n.read(steps.ahead[q.step:])
		}
		n.read(steps.turn)
		n.settle()
		clear(n.cands) // they hold words of the text
		n.cands = n.cands[:0]
	}
	n.freeTagger()
	n.asks = n.asks[:0]
	n.p.runs.empty()
}

// freeTagger gives back the tagger that a pass over the sentences was lent: the parts
// of other texts are lent the same one, which remembers words.
func (n *nameFinder) freeTagger() {
	if n.tagger != nil {
		n.tagger.free()
		n.tagger = nil
	}
}

// read has the proposers read the sentence at hand.
func (n *nameFinder) read(steps []nameStep) {
	for _, step := range steps {
		if n.kind&step.in != 0 {
			step.run(n, n.cur)
		}
	}
}

// nameAsk is a question of a proposer that the names laid so far answer.
type nameAsk struct {
	about      askedAbout
	answer     bool
	start, end int32 // tokens it is asked of
	step       int32 // the proposer that asks
	cands      int32 // how many candidates stood before that one
	before     int32 // the question of the same sentence before it, an index from 1
}

// askedAbout is what a step asks of a sentence ahead of its turn.
type askedAbout uint8

const (
	askNamed   askedAbout = iota // somebody's full name ends with the word, see endsName
	askOwn                       // a firm's name begins with the word, see noteFirm
	askSurname                   // it is somebody's surname, see surnameSeen
	askLemma                     // somebody's name has the word without its locative, see livedIn
	askPart                      // somebody's name has the word, see closedByInitials
)

// ask answers a question about the names laid so far, and keeps it where the
// turn of the sentence has not come.
func (n *nameFinder) ask(about askedAbout, start, end int) bool {
	answer := n.answer(about, start, end)
	if n.isAhead {
		n.asks = append(n.asks, nameAsk{about, answer, int32(start), int32(end), int32(n.step), int32(n.begun), n.asked})
		n.asked = int32(len(n.asks))
	}
	return answer
}

// answer answers now what a step asked of a sentence ahead of its turn: whether the words
// [start, end) are the text's own, are a surname named before, and the like.
func (n *nameFinder) answer(about askedAbout, start, end int) bool {
	switch about {
	case askOwn:
		if n.ownWords == nil {
			return false
		}
		_, own := n.ownWords[n.l.Slice(start, end)]
		return own
	case askSurname:
		return n.isSurnameSeen(start, end)
	case askLemma:
		return n.people.has(locativeStem(n.l.Fold(start)))
	case askPart:
		return n.people.hasLike(n.l.Fold(start))
	default:
		return n.endsName(n.word(start))
	}
}

// answerChanged gives the first of the questions of a sentence, its last one
// given, that is answered otherwise now; nil where none is.
func (n *nameFinder) answerChanged(asked int32) (first *nameAsk) {
	for asked > 0 {
		q := &n.asks[asked-1]
		if n.answer(q.about, int(q.start), int(q.end)) != q.answer {
			first = q
		}
		asked = q.before
	}
	return first
}
