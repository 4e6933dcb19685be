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
	formBits  = 2048
	stemBits  = 1024
	firstForm = 256
	firstStem = firstForm + formBits
	rowWords  = 64 // a power of two that holds them all
)

// placeOfForm and placeOfStem give the places of the words of rules.
func placeOfForm(id int32) uint16 { return firstForm + uint16(id&(formBits-1)) }
func placeOfStem(id int32) uint16 { return firstStem + uint16(id&(stemBits-1)) }

// formPlace is placeOfForm of a word of the text, 0 where rules do not have it.
func (mt *Matcher) formPlace(id int32) uint16 {
	if id == 0 || id >= mt.forms {
		return 0
	}
	return placeOfForm(id)
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
	var forms [256]int
	for i := range s.Pack.Entries {
		e := &s.Pack.Entries[i]
		forms[e.Class] += len(e.Forms)
	}
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
			s.weights[c] = uint16(min(4+forms[c]/8, 200))
		}
	}
}

// row is what a sentence has, or a set watches for, one bit for each place.
type row [rowWords]uint64

func (r *row) add(place uint16) { r[place>>6] |= 1 << (place & 63) }

// takeClasses puts in the classes of the tokens, the first of the row.
func (r *row) takeClasses(bits []lang.Set) {
	var s0, s1, s2, s3 uint64
	for i := range bits {
		b := &bits[i]
		s0 |= b[0]
		s1 |= b[1]
		s2 |= b[2]
		s3 |= b[3]
	}
	r[0], r[1], r[2], r[3] = s0, s1, s2, s3
}

// takeWords puts the words of the sentence into the row, those of rules at
// their places and all others at place 0, which is nothing's.
func (mt *Matcher) takeWords(r *row) {
	for i := mt.from; i < mt.to; i++ {
		r.add(mt.formPlace(mt.l.Toks[i].Form))
	}
	if mt.stems == 0 {
		return
	}
	for i := mt.from; i < mt.to; i++ {
		r.add(mt.stemPlace(mt.l.Toks[i].Stem))
		for _, id := range mt.l.MoreStems(i) {
			r.add(mt.stemPlace(id))
		}
	}
}

// summary is what a sentence has.
type summary struct {
	from, to int
	text     int // among the texts of the matcher
	row      row
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
		mt.forms, mt.stems = l.Pack.RuleWords()
	}
	if t.slots == nil {
		t.slots = make([]summary, 256)
	}
	s := &t.slots[uint32(mt.from)*0x9E3779B1>>24]
	if s.from != mt.from || s.to != mt.to || s.text != t.now {
		*s = summary{from: mt.from, to: mt.to, text: t.now}
		mt.takeWords(&s.row)
	}
	mt.row = &s.row
	mt.row.takeClasses(l.Bits[mt.from:mt.to])
}
