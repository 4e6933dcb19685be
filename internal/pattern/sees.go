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
}

// takeText makes room for the words of a text.
func (mt *Matcher) takeText() {
	if n := len(mt.l.Toks); cap(mt.words) < n {
		mt.words = make([]word, n, n+n/4)
	}
	mt.words = mt.words[:len(mt.l.Toks)]
	mt.forms, mt.stems = mt.l.Pack.RuleWords()
}

// moreStems gives the further stems of token i that rules may have.
func (mt *Matcher) moreStems(i int) []int32 {
	if mt.words[i].more {
		return mt.l.MoreStems(i)
	}
	return nil
}

// stemPlace is placeOfStem of a stem of the text, 0 where rules do not have it.
func (mt *Matcher) stemPlace(id int32) uint16 {
	if id == 0 || id >= mt.stems {
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
func (s *summary) take(mt *Matcher) {
	seen, r := uint64(1)<<(firstForm/64)-1, &s.row // the first words are those of classes
	toks, words := mt.l.Toks[s.from:s.to], mt.words[s.from:s.to]
	for i := range toks {
		var place uint16
		if id := toks[i].Form; id != 0 && id < mt.forms {
			place = placeOfForm(id)
		}
		words[i] = word{form: place}
		r[place>>6%rowWords] |= 1 << (place & 63)
		seen |= 1 << (place >> 6)
	}
	if mt.stems != 0 {
		add := func(place uint16) {
			r[place>>6%rowWords] |= 1 << (place & 63)
			seen |= 1 << (place >> 6)
		}
		for i := range toks {
			w := &words[i]
			w.stem = mt.stemPlace(toks[i].Stem)
			add(w.stem)
			for _, id := range mt.l.MoreStems(s.from + i) {
				place := mt.stemPlace(id)
				w.more = w.more || place != 0
				add(place)
			}
		}
	}
	s.words = seen
	var s0, s1, s2, s3 uint64
	bits := mt.l.Bits[s.from:s.to]
	for i := range bits {
		b := &bits[i]
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
	var seen uint64
	bits := l.Bits[s.from:s.to]
	for i := range bits {
		seen |= bits[i][0]
	}
	s.row[0], s.laid = seen, l.Laid()
}

// summaries are those of the sentences of the last text, by a hash of their
// beginning: one set of rules after the other is laid over a sentence, and its
// words stay what they are.
type summaries struct {
	lattice     *lang.Lattice
	resets, now int
	slots       []summary
}

// look gathers what the tokens of the sentence have.
func (mt *Matcher) look() {
	l, t := mt.l, &mt.texts
	if t.lattice != l || t.resets != l.Resets() {
		t.lattice, t.resets = l, l.Resets()
		t.now++
		mt.takeText()
	}
	if t.slots == nil {
		t.slots = make([]summary, 256)
	}
	s := &t.slots[uint32(mt.from)*0x9E3779B1>>24]
	if s.from != mt.from || s.to != mt.to || s.text != t.now {
		*s = summary{from: mt.from, to: mt.to, text: t.now, laid: l.Laid()}
		s.take(mt)
	} else if s.laid != l.Laid() {
		s.again(l)
	}
	mt.sum = s
}
