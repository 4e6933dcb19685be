package lang

// sieve tells of most words that a table does not have them, without going
// there: a word of a text has many forms that it might be of, and few are.
// The zero sieve lets every word pass.
type sieve struct {
	bits []uint64
	room uint // 64 less the bits of a place in bits
}

// sieveBits is how many bits there are for each word, of which two are set:
// about one other word in fifty passes.
const sieveBits = 16

func sieveOf(w *wordTable) sieve {
	s := sieve{room: 64}
	n := 1
	for 64*n < sieveBits*w.len() {
		n *= 2
		s.room--
	}
	s.bits = make([]uint64, n)
	s.let("")
	for id := 1; id < w.len(); id++ {
		s.let(string(w.word(int32(id))))
	}
	return s
}

func (s *sieve) let(word string) {
	at, bits := s.place(spell(noLetters, word))
	s.bits[at] |= bits
}

// may is false where the table surely lacks the word that was spelled.
func (s *sieve) may(spelled uint64) bool {
	if s.bits == nil {
		return true
	}
	at, bits := s.place(spelled)
	return s.bits[at]&bits == bits
}

func (s *sieve) place(h uint64) (at uint64, bits uint64) {
	h *= 0x9E3779B97F4A7C15
	return h >> s.room, 1<<(h>>24&63) | 1<<(h>>30&63)
}

const noLetters = 0xcbf29ce484222325

// spell adds the letters of more to a word that was spelled so far.
func spell(h uint64, more string) uint64 {
	for i := 0; i < len(more); i++ {
		h = (h ^ uint64(more[i])) * 0x100000001b3
	}
	return h
}

// spelling is a word with all its beginnings spelled.
type spelling struct {
	word  string
	begun [longestSpelled + 1]uint64 // by the number of bytes
}

const longestSpelled = 64

func (s *spelling) of(word string) {
	s.word = word
	h := uint64(noLetters)
	s.begun[0] = h
	for i := 0; i < min(len(word), longestSpelled); i++ {
		h = (h ^ uint64(word[i])) * 0x100000001b3
		s.begun[i+1] = h
	}
}

// with gives the first n bytes of the word with an ending, spelled.
func (s *spelling) with(n int, ending string) uint64 {
	if n > longestSpelled {
		return spell(spell(s.begun[longestSpelled], s.word[longestSpelled:n]), ending)
	}
	return spell(s.begun[n], ending)
}
