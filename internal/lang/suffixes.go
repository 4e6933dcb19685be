package lang

import (
	"bufio"
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/fault"
)

// suffixes is the suffix automaton of a Turkic language: every chain of
// endings that the grammar file allows, in a trie read from the word's end.
type suffixes struct {
	next   *endingTree     // its endings are the numbers of chains
	chains []chain         // the first is none
	free   bool            // no vowel harmony, as in Uzbek and Tajik
	voice  [][2]string     // what a stem's last consonant becomes before a vowel, and what it is
	again  bool            // strip until nothing is left to strip
	short  bool            // a stem may have two letters before an ending of more than a vowel, but der
	hard   string          // voiceless consonants: endings in т, к follow them and no others
	seam   string          // what endings in т, к, қ may follow, asked of every word of a text
	whole  []string        // no ending begins inside these: -stan
	four   []string        // endings that leave four letters or are none: Tajik -он
	many   bool            // voice changes only in stems of two syllables and more
	listed map[string]bool // stems whose last letters look like an ending

	voiceEnds [256]bool // the last bytes of what voice has stems end with
}

// chain is one string of endings.
type chain struct {
	slots     string
	firstBack int8 // harmony of its first vowel: 1 back, -1 front, 0 none
}

func (c *chain) fits(stem string) bool { return c.agrees(stem, harmony(stem, true)) }

// agrees is fits of a stem with its harmony.
func (c *chain) agrees(stem string, h int8) bool {
	if len(stem) <= utf8.UTFMax && utf8.RuneCountInString(stem) < 2 {
		return false
	}
	switch {
	case strings.HasSuffix(stem, "ев"), strings.HasSuffix(stem, "ь"): // surnames take either row, loans in ь the front one
		h = 0
	case strings.HasSuffix(stem, "рк"), strings.HasSuffix(stem, "нк"), strings.HasSuffix(stem, "ск"): // паркте, банкке
		h = 0
	}
	return h != 2 && (c.firstBack == 0 || h == 0 || h == c.firstBack)
}

// parseSuffixes reads the grammar file:
//
//	case.gen: ның нің дың дің тың тің
//	chain: plural? poss? case?
//	harmony: none
//	voice: б п г к      (harmony, voice, again, short, hard, seam, whole, four, stem: see suffixes)
func parseSuffixes(file, src string) (*suffixes, error) {
	slots := map[string][]slotForm{}
	anyVowel := map[string]bool{} // endings that do not follow the vowels before them
	s := &suffixes{chains: make([]chain, 1, 1<<10), voice: kazakhVoice, listed: map[string]bool{}}
	var endings endingTreeMaker
	var letters letterRoom
	var set, grown []partial
	n := 0
	for sc := bufio.NewScanner(strings.NewReader(src)); sc.Scan(); {
		n++
		line := strings.TrimSpace(sc.Text())
		line, _, _ = cutTrim(line, "#")
		if line == "" {
			continue
		}
		key, rest, ok := cutTrim(line, ":")
		if !ok {
			return nil, fault.New(fault.Invalid, "a line is %q or %q", "slot.name: forms", "chain: slot? slot?").At("%s:%d", file, n)
		}
		switch key {
		case "harmony":
			s.free = rest == "none"
			continue
		case "again":
			s.again = true
			continue
		case "short":
			s.short = true
			continue
		case "hard":
			s.hard = rest
			continue
		case "seam":
			s.seam = rest
			continue
		case "whole":
			s.whole = strings.Fields(rest)
			continue
		case "four":
			s.four = strings.Fields(rest)
			continue
		case "stem":
			for f := range strings.FieldsSeq(rest) {
				s.listed[Fold(f)] = true
			}
			continue
		case "anyvowel":
			for f := range strings.FieldsSeq(rest) {
				anyVowel[Fold(f)] = true
			}
			continue
		case "voice":
			s.voice = nil
			f := strings.Fields(rest)
			if len(f)%2 == 1 && f[len(f)-1] == "many" {
				s.many = true
			}
			for i := 0; i+1 < len(f); i += 2 {
				s.voice = append(s.voice, [2]string{f[i], f[i+1]})
			}
			continue
		}
		if key != "chain" {
			slot, name, ok := strings.Cut(key, ".")
			if !ok {
				name = slot
			}
			for f := range strings.FieldsSeq(rest) {
				f = Fold(f)
				slots[slot] = append(slots[slot], slotForm{name, f, harmony(f, false), startsWithVowel(f), false})
			}
			continue
		}
		set = append(set[:0], partial{})
		for slot := range strings.FieldsSeq(rest) {
			slot, optional := strings.CutSuffix(slot, "?")
			forms := slots[slot]
			if len(forms) == 0 {
				return nil, fault.New(fault.Invalid, "the chain names the slot %q, which has no forms above it", slot).At("%s:%d", file, n)
			}
			for i := range forms {
				forms[i].anyVowel = anyVowel[forms[i].form]
			}
			grown = grown[:0]
			if optional {
				grown = append(grown, set...)
			}
			for i := range set {
				grown = s.join(grown, &set[i], forms, &letters)
			}
			set, grown = grown, set
		}
		s.chains = slices.Grow(s.chains, len(set))
		for _, p := range set {
			if p.form != "" {
				if k := endings.add(p.form); *k == 0 {
					*k = int32(len(s.chains))
					c := chain{slots: p.names, firstBack: harmony(p.form, false)}
					if anyVowel[p.form] {
						c.firstBack = 0
					}
					s.chains = append(s.chains, c)
				}
			}
		}
	}
	var ok bool
	if s.next, ok = endings.tree(); !ok {
		return nil, fault.New(fault.TooLarge, "the endings are written with more than %d different bytes", noPlace).At("%s", file)
	}
	for _, v := range s.voice {
		s.voiceEnds[v[0][len(v[0])-1]] = true
	}
	return s, nil
}

// slotForm is one ending of a slot: its harmony is that of its first vowel, and
// anyVowel says that it stands behind any.
type slotForm struct {
	name, form string
	harmony    int8
	vowelFirst bool
	anyVowel   bool
}

// partial is some endings of a chain and the names of their slots.
type partial struct{ form, names string }

// join adds to out the chains that go on with one of the endings of a slot: harmony
// agrees, unless the ending stands behind any vowel, and two vowels do not meet.
func (s *suffixes) join(out []partial, p *partial, forms []slotForm, letters *letterRoom) []partial {
	if len(out)+len(forms) > cap(out) {
		out = slices.Grow(out, len(out)+len(forms))
	}
	h, vowelLast := harmony(p.form, true), endsWithVowel(p.form)
	named, names := "", ""
	for i := range forms {
		f := &forms[i]
		if p.form != "" && !(s.free || (f.anyVowel || h == 0 || f.harmony == 0 || h == f.harmony) && !(vowelLast && f.vowelFirst)) {
			continue
		}
		if f.name != named {
			named, names = f.name, f.name
			if p.names != "" {
				names = letters.join(p.names, " ", f.name)
			}
		}
		out = append(out, partial{letters.join(p.form, "", f.form), names})
	}
	return out
}

// letterRoom joins words in pieces of memory that are larger than they.
type letterRoom struct{ strings.Builder }

func (r *letterRoom) join(a, between, b string) string {
	if a == "" {
		return b
	}
	from := r.Len()
	if r.Cap()-from < len(a)+len(between)+len(b) {
		r.Builder, from = strings.Builder{}, 0
		r.Grow(max(len(a)+len(between)+len(b), 1<<14))
	}
	r.WriteString(a)
	r.WriteString(between)
	r.WriteString(b)
	return r.String()[from:]
}

// strip calls yield with every stem that a known chain of endings leaves,
// longest stem first.
func (s *suffixes) strip(word string, yield func(stem string, c *chain) bool) {
	node := int32(0)
	for i := len(word) - 1; i > 1; i-- {
		next, ok := s.next.step(node, word[i])
		if !ok {
			return
		}
		node = next
		if k := s.next.nodes[node].ending; k != 0 && !yield(word[:i], &s.chains[k]) {
			return
		}
	}
}

// stem cuts the longest fitting chain of endings, for search.
func (s *suffixes) stem(word string) string {
	for !s.listed[word] {
		best := word
		s.strip(word, func(stem string, c *chain) bool {
			if s.listed[stem] {
				best = stem
				return false
			}
			if s.long(stem, word[len(stem):], c) && (s.free || c.fits(stem)) && s.meets(stem, word) {
				best = stem
				if v := s.unvoice(stem); v != "" && startsWithVowel(word[len(stem):]) {
					best = v
				}
			}
			return true
		})
		if best == word || !s.again {
			return best
		}
		word = best
	}
	return word
}

// long says whether enough is left before an ending to be a stem.
func (s *suffixes) long(stem, ending string, c *chain) bool {
	n := utf8.RuneCountInString(stem)
	if n < 4 && slices.ContainsFunc(s.four, func(e string) bool { return strings.HasPrefix(ending, e) }) {
		return false
	}
	return n >= 3 || s.short && n == 2 && utf8.RuneCountInString(ending) > 1 && !startsWithVowel(ending) && !strings.HasPrefix(c.slots, "der")
}

// meets says whether a stem and the ending after it fit at their seam: т, к and қ
// follow a voiceless consonant, д, г and ғ anything else, and no ending begins
// inside a piece that stays whole.
func (s *suffixes) meets(stem, word string) bool {
	for _, w := range s.whole {
		if i := strings.LastIndex(word, w); i >= 0 && len(stem) > i && len(stem) < i+len(w) {
			return false
		}
	}
	if s.hard == "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	voiceless := strings.ContainsRune(s.hard, last)
	switch first, _ := utf8.DecodeRuneInString(word[len(stem):]); first {
	case 'т', 'к', 'қ':
		return voiceless
	case 'д', 'г', 'ғ':
		return !voiceless
	}
	return true
}

// joins reports whether an ending may stand right behind a stem: one that begins with
// т, к or қ follows the letters of the seam and no others, so that жылқы is no form of
// жыл. True where the grammar names none.
func (s *suffixes) joins(word string, at int) bool {
	if s.seam == "" {
		return true
	}
	switch first, _ := utf8.DecodeRuneInString(word[at:]); first {
	case 'т', 'к', 'қ':
		last, _ := utf8.DecodeLastRuneInString(word[:at])
		return last < 'Ѐ' || strings.ContainsRune(s.seam, last) // YouTube-те
	}
	return true
}

// unvoice gives the stem with its last ғ, г, б as қ, к, п, empty where it
// ends otherwise: тарап, тарабы; кітап, кітабы; бөлік, бөлігі.
func (s *suffixes) unvoice(stem string) string {
	if bare, last, ok := s.unvoiced(stem); ok {
		return bare + last
	}
	return ""
}

// unvoiced is unvoice in two parts.
func (s *suffixes) unvoiced(stem string) (bare, last string, ok bool) {
	if stem == "" || !s.voiceEnds[stem[len(stem)-1]] {
		return "", "", false
	}
	for _, v := range s.voice {
		if bare, ok := strings.CutSuffix(stem, v[0]); ok && (!s.many || syllables(bare) > 1) {
			return bare, v[1], true
		}
	}
	return "", "", false
}

var kazakhVoice = [][2]string{{"ғ", "қ"}, {"г", "к"}, {"б", "п"}, {"g", "k"}, {"ğ", "q"}}

// harmony gives 1 for a back vowel, -1 for a front one, 0 for one that may be
// either (и, у, ю and the vowels of loans), 2 where there is no vowel; of the
// last vowel, or of the first.
func harmony(s string, last bool) int8 {
	if last {
		for len(s) > 0 {
			r, n := utf8.DecodeLastRuneInString(s)
			if h := harmonyOf(r); h != 2 {
				return h
			}
			s = s[:len(s)-n]
		}
		return 2
	}
	for _, r := range s {
		if h := harmonyOf(r); h != 2 {
			return h
		}
	}
	return 0
}

// harmonyOf is harmony of one letter.
func harmonyOf(r rune) int8 {
	if uint(r) < uint(len(harmonies)) {
		return harmonies[r]
	}
	return 2
}

var harmonies = func() (out [0x500]int8) {
	for r := range out {
		out[r] = 2
	}
	for h, letters := range map[int8]string{1: "аоұыaou", -1: "әеөүіэäeöüı", 0: "иуюяiūy"} {
		for _, r := range letters {
			out[r] = h
		}
	}
	return out
}()

const vowels = "аәоөұүыіеэиуюяёўӣӯaeiouyäöüı"

func syllables(s string) (n int) {
	for _, r := range s {
		if strings.ContainsRune(vowels, r) {
			n++
		}
	}
	return n
}

func startsWithVowel(s string) bool {
	for _, r := range s {
		return strings.ContainsRune(vowels, r)
	}
	return false
}

func endsWithVowel(s string) bool {
	var last rune
	for _, r := range s {
		last = r
	}
	return strings.ContainsRune(vowels, last)
}
