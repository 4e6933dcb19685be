package translit

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed schemes
var schemeFiles embed.FS

// A letter is the small number a scheme gives a letter of its source
// alphabet; 0 is the edge of a word. The top bit marks a capital.
const (
	edge   = 0
	alien  = 0x7f // a letter that is not in the source alphabet
	capBit = 0x80
)

type set [2]uint64

func (s *set) add(l uint8)     { s[l>>6] |= 1 << (l & 63) }
func (s set) has(l uint8) bool { return s[l>>6]>>(l&63)&1 == 1 }
func (s set) meets(o set) bool { return s[0]&o[0]|s[1]&o[1] != 0 }

// flag is a property of a whole word: it has a letter of any, none of none.
type flag struct {
	name      string
	any, none set
}

// scheme is one compiled conversion.
type scheme struct {
	info         Scheme
	lang         string
	direct       [0x700]uint8 // letter of a rune, alien for other letters, 0 for what is no letter
	beyond       map[rune]uint8
	letters      []rune // small rune of a letter number
	rules        [128][]rule
	plain        [128]*[3]string // the output of a letter that has one rule and no context
	flags        []flag
	vowels       set       // class V but for е
	unsaid       [][]uint8 // endings that flags leave out of account
	sign         uint8     // a mark before words that speaks through flags only
	before       string    // written before a word ...
	beforeF      int       // ... that has this flag (index+1)
	punct        map[rune]string
	punctB       [128]string // ASCII part of punct
	apos         set         // letters after which an apostrophe belongs to the letter
	aposLet      [2]uint8    // the letter modifiers: after apos, elsewhere
	roman        map[uint8]byte
	upper        map[rune]rune // capitals that differ from Unicode's default
	unicase      bool          // the source has no capitals: sentences get theirs
	latin        bool          // the source is Latin: words of other languages hide in it
	foreign      [][]uint8     // spellings no word of the language has
	foreignPairs [128]set      // their first two letters
	keep         map[string]bool
	own          [][]byte // pieces of words that show the language itself
	lexicon      *trie    // read when the scheme is first used

	lexiconFile string
	once        sync.Once
}

// line is one line of a scheme file that says something.
type line struct {
	n      int
	word   string
	rest   string
	fields []string // of rest
}

func (l line) isRule() bool { return strings.HasPrefix(l.rest, "=") }

func readLines(text string) []line {
	var lines []line
	for n, t := range strings.Split(text, "\n") {
		t = strings.TrimSpace(t)
		if t == "" || t[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(t, " ")
		rest = strings.TrimSpace(rest)
		lines = append(lines, line{n + 1, word, rest, strings.Fields(rest)})
	}
	return lines
}

// wants says how many fields a directive has at least.
var wants = map[string]int{"from": 1, "to": 1, "version": 1, "source": 1, "exact": 0, "class": 2, "upper": 2, "alias": 2,
	"flag": 3, "mark": 1, "suffix": 1, "before": 2, "punct": 2, "apostrophe": 3, "roman": 1, "foreign": 1, "keep": 1, "own": 1, "lexicon": 1}

// load compiles a scheme file. The format is described in schemes/README.md.
func load(name string) (*scheme, error) {
	text, err := fs.ReadFile(schemeFiles, "schemes/"+name)
	if err != nil {
		return nil, err
	}
	s := &scheme{beyond: map[rune]uint8{}, letters: []rune{0}, punct: map[rune]string{}, roman: map[uint8]byte{},
		upper: map[rune]rune{}, keep: map[string]bool{}}
	lines := readLines(string(text))
	// Capitals and the alphabet come first: everything else names letters.
	for _, l := range lines {
		if n, ok := wants[l.word]; !l.isRule() && (!ok || len(l.fields) < n) {
			return nil, fmt.Errorf("schemes/%s:%d: cannot read %q", name, l.n, l.word+" "+l.rest)
		}
		if l.word == "upper" {
			s.upper[first(l.fields[0])] = first(l.fields[1])
		}
	}
	for _, l := range lines {
		if l.isRule() {
			for _, r := range l.word {
				s.letter(r)
			}
		}
	}
	for _, l := range lines {
		if l.word == "mark" {
			s.sign = s.letter(first(l.fields[0]))
		}
	}
	for _, l := range lines {
		if l.word == "alias" && !l.isRule() {
			s.bind(first(l.fields[0]), s.letter(first(l.fields[1])))
		}
	}
	classes := map[string]string{}
	for _, l := range lines {
		if !l.isRule() {
			err = s.directive(l, classes)
		}
		if err != nil {
			return nil, fmt.Errorf("schemes/%s:%d: %w", name, l.n, err)
		}
	}
	for _, l := range lines {
		if l.isRule() {
			err = s.rule(l.word+" "+l.rest, l.n, classes)
		}
		if err != nil {
			return nil, fmt.Errorf("schemes/%s:%d: %w", name, l.n, err)
		}
	}
	s.info.Version = s.info.From + "/" + s.info.To + " " + s.info.Version
	s.lang, _, _ = strings.Cut(s.info.From, "-")
	s.unicase, s.latin = script(s.info.From) == "Arab", script(s.info.From) == "Latn"
	for i, rs := range s.rules {
		sortRules(rs)
		if len(rs) == 1 && len(rs[0].rest)+len(rs[0].left)+len(rs[0].right) == 0 && rs[0].flag == 0 {
			s.plain[i] = &s.rules[i][0].out
		}
	}
	for r := rune(0); r < 0x700; r++ {
		if s.direct[r] == 0 && unicode.IsLetter(r) {
			s.direct[r] = alien
		}
	}
	return s, nil
}

// directive takes a line that is no rule.
func (s *scheme) directive(l line, classes map[string]string) error {
	f := l.fields
	switch l.word {
	case "from":
		s.info.From = f[0]
	case "to":
		s.info.To = f[0]
	case "version":
		s.info.Version = f[0]
	case "source":
		s.info.Source = strings.TrimSpace(s.info.Source + " " + l.rest)
	case "exact":
		s.info.Exact = true
	case "class":
		classes[f[0]] = f[1]
		if f[0] == "V" {
			for _, r := range f[1] {
				if r != 'e' && r != 'ە' { // ь stands before е: премьера
					s.vowels.add(s.find(r) &^ capBit)
				}
			}
		}
	case "flag": // NAME any LETTERS none LETTERS
		fl := flag{name: f[0]}
		for i := 1; i+1 < len(f); i += 2 {
			st, err := s.set(f[i+1], nil)
			if err != nil {
				return err
			}
			if f[i] == "any" {
				fl.any = st
			} else {
				fl.none = st
			}
		}
		s.flags = append(s.flags, fl)
	case "suffix":
		for _, w := range f {
			var ls []uint8
			for _, r := range w {
				ls = append(ls, s.find(r)&^capBit)
			}
			s.unsaid = append(s.unsaid, ls)
		}
	case "before": // TEXT FLAG
		s.before = f[0]
		if s.beforeF = s.flagNamed(f[1]); s.beforeF == 0 {
			return fmt.Errorf("no flag %q", f[1])
		}
	case "punct":
		r := first(f[0])
		s.punct[r] = f[1]
		if r < 128 {
			s.punctB[r] = f[1]
		}
	case "apostrophe": // LETTERS mark-after-them mark-elsewhere
		st, err := s.set(f[0], nil)
		if err != nil {
			return err
		}
		s.apos = st
		s.aposLet = [2]uint8{s.letter(first(f[1])), s.letter(first(f[2]))}
	case "roman":
		for _, pair := range f {
			r, n := utf8.DecodeRuneInString(pair)
			s.roman[s.find(r)&^capBit] = pair[n]
		}
	case "foreign":
		for _, w := range f {
			var ls []uint8
			for _, r := range w {
				ls = append(ls, s.find(r)&^capBit)
			}
			if !slices.Contains(ls, 0) { // a word with a letter we lack is foreign anyway
				s.foreign = append(s.foreign, ls)
				s.foreignPairs[ls[0]].add(ls[1])
			}
		}
	case "own":
		for _, w := range f {
			s.own = append(s.own, []byte(w))
		}
	case "lexicon":
		s.lexiconFile = f[0]
	case "keep":
		for _, w := range f {
			if len(w) > 12 {
				return fmt.Errorf("%s is longer than a kept word may be", w)
			}
			s.keep[w] = true
		}
	}
	return nil
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// script gives the script subtag of a tag such as "kk-Latn-x-2018".
func script(tag string) string {
	_, s, _ := strings.Cut(tag, "-")
	s, _, _ = strings.Cut(s, "-")
	return s
}

func (s *scheme) flagNamed(name string) int {
	for i, f := range s.flags {
		if f.name == name {
			return i + 1
		}
	}
	return 0
}

// letter gives the number of a small letter, a new one where it has none.
func (s *scheme) letter(r rune) uint8 {
	if l := s.find(r); l != 0 {
		return l &^ capBit
	}
	l := uint8(len(s.letters))
	if l >= alien {
		panic("translit: too many letters in one scheme")
	}
	s.letters = append(s.letters, r)
	s.bind(r, l)
	return l
}

// bind gives a rune and its capital a letter's number.
func (s *scheme) bind(r rune, l uint8) {
	s.put(r, l)
	if up := s.toUpper(r); up != r && s.find(up) == 0 {
		s.put(up, l|capBit)
	}
}

func (s *scheme) put(r rune, l uint8) {
	if int(r) < len(s.direct) {
		s.direct[r] = l
	} else {
		s.beyond[r] = l
	}
}

// find gives the letter of a rune: 0 for what is none of the alphabet.
func (s *scheme) find(r rune) uint8 {
	if int(r) < len(s.direct) {
		if l := s.direct[r]; l != alien {
			return l
		}
		return 0
	}
	return s.beyond[r]
}

func (s *scheme) toUpper(r rune) rune {
	if up, ok := s.upper[r]; ok {
		return up
	}
	return unicode.ToUpper(r)
}

// cases gives an output in its three forms.
func (s *scheme) cases(out string) [3]string {
	up, first := []rune(out), []rune(out)
	for i, r := range up {
		up[i] = s.toUpper(r)
		if i == 0 {
			first[0] = up[0]
		}
	}
	return [3]string{out, string(first), string(up)}
}

// all compiles every scheme file once; the files are part of the program, so
// an error in one is a bug, which the tests find.
var all = sync.OnceValue(func() map[string]*scheme {
	entries, err := fs.ReadDir(schemeFiles, "schemes")
	if err != nil {
		panic(err)
	}
	m := map[string]*scheme{}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".scheme") {
			continue
		}
		s, err := load(e.Name())
		if err != nil {
			panic("translit: " + err.Error())
		}
		m[s.info.From+" "+s.info.To] = s
	}
	return m
})
