package pattern

import (
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// What a sentence has is a row of bits, one for each class and a few thousand
// that words share: a word may seem to be there that is not, and never seems
// to be missing.

// thing is a class or a word, by its place in the row of bits; 0 is none.
type thing struct {
	place  uint16
	weight uint16 // how readily a sentence has it
}

const (
	wordBits  = 2048 // of forms, and as many of stems
	firstForm = 256
	firstStem = firstForm + wordBits
	rowOfBits = firstStem + wordBits
)

// wordBit is the place of a word among the bits of words.
func wordBit(id int32) uint32 { return uint32(id) * 0x9E3779B1 >> 22 }

// Weights of things, against 1 of an ordinary word. A list weighs the more, the
// more words it has; see Set.weigh.
const (
	shortWeight   = 30 // a mark, or a word of up to three letters: in, of, и, на
	mentionWeight = 40
	shapeWeight   = 1000 // in nearly every sentence
)

// thingOf gives what a test takes; none where that may be many things.
func (s *Set) thingOf(t *test) (thing, bool) {
	weight := uint16(1)
	if utf8.RuneCountInString(t.word) <= 3 {
		weight = shortWeight
	}
	switch {
	case t.kind == 'c':
		return thing{uint16(t.cls), s.weights[t.cls]}, true
	case t.kind == 'w' && t.id != 0:
		return thing{firstForm + uint16(wordBit(t.id)), weight}, true
	case t.kind == 's' && t.id != 0:
		return thing{firstStem + uint16(wordBit(t.id)), weight}, true
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
		switch c := lang.Class(c); {
		case c < lang.PersonChunk:
			s.weights[c] = shapeWeight
		case c <= lang.NumberChunk:
			s.weights[c] = mentionWeight
		default:
			s.weights[c] = uint16(min(4+forms[c]/8, 200))
		}
	}
}

// words is a set of words, by bits.
type words [wordBits / 64]uint64

func (w *words) add(id int32) { w[wordBit(id)>>6] |= 1 << (wordBit(id) & 63) }

// summary is the words of a sentence.
type summary struct {
	from, to     int
	text         int // among the texts of the matcher
	forms, stems words
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
	}
	if t.slots == nil {
		t.slots = make([]summary, 256)
	}
	s := &t.slots[uint32(mt.from)*0x9E3779B1>>24]
	if s.from != mt.from || s.to != mt.to || s.text != t.now {
		s.gather(l, mt.from, mt.to)
		s.text = t.now
	}
	mt.words = s
	mt.classes = classesOf(l.Bits[mt.from:mt.to])
	mt.forget()
}

// lookAgain sees what was laid over the sentence since; it reports whether
// there is a class that was not there before.
func (mt *Matcher) lookAgain() bool {
	now := classesOf(mt.l.Bits[mt.from:mt.to])
	if now == mt.classes {
		return false
	}
	mt.classes = now
	mt.forget()
	return true
}

// classesOf gives the classes of some tokens.
func classesOf(bits []lang.Set) (s lang.Set) {
	for i := range bits {
		b := &bits[i]
		s[0] |= b[0]
		s[1] |= b[1]
		s[2] |= b[2]
		s[3] |= b[3]
	}
	return s
}

// forget begins a new round: what was found out of clauses no longer holds.
func (mt *Matcher) forget() {
	if mt.round++; mt.round > 1<<30 {
		clear(mt.met)
		mt.round = 1
	}
}

func (s *summary) gather(l *lang.Lattice, from, to int) {
	*s = summary{from: from, to: to}
	for i := from; i < to; i++ {
		t := &l.Toks[i]
		if t.Form != 0 {
			s.forms.add(t.Form)
		}
		if t.Stem != 0 {
			s.stems.add(t.Stem)
			for _, id := range l.MoreStems(i) {
				s.stems.add(id)
			}
		}
	}
}

// sees reports whether the sentence seems to have the thing of that place.
func (mt *Matcher) sees(place uint16) bool {
	switch k := place; {
	case k < firstForm:
		return mt.classes.Has(lang.Class(k))
	case k < firstStem:
		k -= firstForm
		return mt.words.forms[k>>6]&(1<<(k&63)) != 0
	default:
		k -= firstStem
		return mt.words.stems[k>>6]&(1<<(k&63)) != 0
	}
}
