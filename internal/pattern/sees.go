package pattern

import (
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// What a sentence has is a row of bits, one for each class and each word of the
// pack's rules. More words than there are bits share them: then a word may seem
// to be there that is not, and never seems to be missing.

// thing is a class or a word, by its place in the row of bits; 0 is none.
type thing struct {
	place  uint16
	weight uint16 // how readily a sentence has it
}

const (
	formBits  = 3072 // the English rules have some 2,300 words
	stemBits  = 512
	firstForm = 256
	firstStem = firstForm + formBits
	rowWords  = 64 // a power of two that holds them all
)

// placeOfForm and placeOfStem give the places of the words of rules.
func placeOfForm(id int32) uint16 { return firstForm + uint16(id%formBits) }
func placeOfStem(id int32) uint16 { return firstStem + uint16(id&(stemBits-1)) }

// word is what the rules know of a token's word: the places of its form and its
// stem, 0 where rules do not have them, and whether it has further stems that
// they have.
type word struct {
	form, stem uint16
	more       bool
	summary    uint8 // of a sentence's first token: its place among those of the text
}

// moreStems gives the further stems of token i that rules may have.
func (mt *Matcher) moreStems(i int) []int32 {
	if mt.seen.words[i].more {
		return mt.l.MoreStems(i)
	}
	return nil
}

// stemPlace is placeOfStem of a stem of the text, 0 where rules do not have it.
func (t *Seen) stemPlace(id int32) uint16 {
	if id == 0 || id >= t.stems {
		return 0
	}
	return placeOfStem(id)
}

// Weights of things: how many of a thousand sentences have them. Where the pack
// does not say, an ordinary word weighs 1 and a list the more, the more words it
// has; see Set.weigh.
const (
	shortWeight   = 30 // a mark, or a word of up to three letters: in, of, и, на
	prefixWeight  = 2
	mentionWeight = 40
	shapeWeight   = 1000 // in nearly every sentence
)

// rareShapes are shapes that most sentences lack.
var rareShapes = [...]uint16{
	lang.Arabic: 1, lang.DotDate: 1, lang.Roman: 3, lang.Initial: 4, lang.OpenQuote: 8, lang.CloseQuote: 8, lang.Year: 12, lang.DayNumber: 15,
}

// thingOf gives what a test takes; none where that may be many things.
func (s *Set) thingOf(t *test) (thing, bool) {
	weight := uint16(1)
	if share, ok := s.Pack.Often(t.word); ok {
		weight = uint16(max(1, share))
	} else if !s.Pack.Counts() && utf8.RuneCountInString(t.word) <= 3 {
		weight = shortWeight
	}
	switch {
	case t.kind == 'c':
		return thing{uint16(t.cls), s.weights[t.cls]}, true
	case t.kind == 'w' && t.id != 0:
		return thing{placeOfForm(t.id), weight}, true
	case t.kind == 's' && t.id != 0:
		return thing{placeOfStem(t.id), weight}, true
	}
	return thing{}, false
}

// weigh finds the weights of classes.
func (s *Set) weigh() {
	for c := range s.weights {
		share, ok := s.Pack.Often("@" + s.Pack.ClassName(lang.Class(c)))
		switch c := lang.Class(c); {
		case ok:
			s.weights[c] = uint16(max(1, share))
		case int(c) < len(rareShapes) && rareShapes[c] != 0:
			s.weights[c] = rareShapes[c]
		case c < lang.PersonChunk:
			s.weights[c] = shapeWeight
		case c <= lang.NumberChunk:
			s.weights[c] = mentionWeight
		default:
			s.weights[c] = uint16(min(4+s.Pack.Listed(c)/8, 200))
		}
	}
}

// row is what a sentence has, one bit for each place.
type row [rowWords]uint64

// summary is what a sentence has.
type summary struct {
	from, to int
	text     int    // among the texts of the matcher
	laid     int    // chunks that were laid over the text
	words    uint64 // a bit for each word of the row that has any bit
	row      row
}

// take gathers what the tokens of the sentence have, words that rules do not
// have at place 0, which is nothing's.
func (s *summary) take(t *Seen) {
	seen, r := uint64(1)<<(firstForm/64)-1, &s.row // the first words are those of classes
	toks, words := t.lattice.Toks[s.from:s.to], t.words[s.from:s.to]
	for i := range toks {
		var place uint16
		if id := toks[i].Form; id != 0 && id < t.forms {
			place = placeOfForm(id)
		}
		words[i] = word{form: place}
		r[place>>6%rowWords] |= 1 << (place & 63)
		seen |= 1 << (place >> 6)
	}
	if t.stems != 0 {
		add := func(place uint16) {
			r[place>>6%rowWords] |= 1 << (place & 63)
			seen |= 1 << (place >> 6)
		}
		for i := range toks {
			w := &words[i]
			w.stem = t.stemPlace(toks[i].Stem)
			add(w.stem)
			for _, id := range t.lattice.MoreStems(s.from + i) {
				place := t.stemPlace(id)
				w.more = w.more || place != 0
				add(place)
			}
		}
	}
	s.words = seen
	var s0, s1, s2, s3 uint64
	has := t.lattice.Bits[s.from:s.to]
	for i := range has {
		b := &has[i]
		s0 |= b[0]
		s1 |= b[1]
		s2 |= b[2]
		s3 |= b[3]
	}
	r[0], r[1], r[2], r[3] = s0, s1, s2, s3
}

// again takes in what was laid over the sentence since: mentions, the classes of
// which are in the first word of the row.
func (s *summary) again(l *lang.Lattice) {
	s.row[0] |= l.LaidFrom(s.from, s.to)
	s.laid = l.Laid()
}

// Seen is what a Matcher has seen of one text: one set of rules after the other is
// laid over a sentence, and its words stay what they are. Texts that are read side
// by side have one each.
type Seen struct {
	lattice      *lang.Lattice
	resets, now  int
	words        []word // of the tokens of sentences that were looked at
	forms, stems int32  // bounds of the words of rules, see lang.Pack.RuleWords; stems is 0 where they have none
	summaries    []summary
	next         int // of summaries: the one that is taken for the next sentence
}

// mostSummaries bounds the sentences that are remembered.
const mostSummaries = 256

// begin makes room for the words of a text.
func (t *Seen) begin(l *lang.Lattice) {
	t.lattice, t.resets = l, l.Resets()
	t.now++
	t.next = 0
	n := len(l.Toks)
	if cap(t.words) < n {
		t.words = make([]word, n, n+n/4)
	}
	t.words = t.words[:n]
	clear(t.words)
	t.forms, t.stems = l.Pack.RuleWords()
}

// Anew has the sentence that begins with token from looked at again: a word of it has
// got a class of the lists since (lang.Lattice.Add); of mentions a Matcher takes note by
// itself.
func (t *Seen) Anew(from int) {
	if from >= len(t.words) {
		return
	}
	if k := int(t.words[from].summary); k < len(t.summaries) && t.summaries[k].from == from {
		t.summaries[k].text = -1
	}
}

// look gathers what the tokens of the sentence have.
func (mt *Matcher) look() {
	l, t := mt.l, mt.seen
	if t.lattice != l || t.resets != l.Resets() {
		t.begin(l)
	}
	if k := int(t.words[mt.from].summary); k < len(t.summaries) {
		s := &t.summaries[k]
		if s.from == mt.from && s.to == mt.to && s.text == t.now {
			if s.laid != l.Laid() {
				s.again(l)
			}
			mt.sum = s
			return
		}
	}
	mt.sum = t.summarize(mt.from, mt.to)
}

// summarize gathers what a sentence has that was not looked at yet, or long ago.
func (t *Seen) summarize(from, to int) *summary {
	k := t.next % mostSummaries
	if t.next++; k == len(t.summaries) {
		t.summaries = append(t.summaries, summary{})
	}
	s := &t.summaries[k]
	*s = summary{from: from, to: to, text: t.now, laid: t.lattice.Laid()}
	s.take(t)
	t.words[from].summary = uint8(k)
	return s
}
