package search

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/names"
)

// termer makes terms of words of one language and remembers them: the same
// few thousand words make nine tenths of every text.
type termer struct {
	language string
	pack     *lang.Pack // nil where the language has none
	stems    map[string]string
	plains   map[string]string
}

const remembered = 1 << 15

// termers keeps idle termers by language.
var termers = pool{idle: map[string][]*termer{}}

type pool struct {
	sync.Mutex
	idle map[string][]*termer
}

func (p *pool) get(language string) *termer {
	base, _, _ := strings.Cut(language, "-")
	p.Lock()
	defer p.Unlock()
	if l := p.idle[base]; len(l) > 0 {
		p.idle[base] = l[:len(l)-1]
		return l[len(l)-1]
	}
	t := &termer{language: base, stems: map[string]string{}, plains: map[string]string{}}
	if pack, err := lang.Load(base); err == nil {
		t.pack = pack
	}
	return t
}

func (p *pool) put(t *termer) {
	p.Lock()
	defer p.Unlock()
	if len(p.idle[t.language]) < 8 {
		p.idle[t.language] = append(p.idle[t.language], t)
	}
}

// term gives the term of a word: its stem in crude Latin letters.
func (t *termer) term(w string) string {
	if s, ok := t.stems[w]; ok {
		return s
	}
	stem := w
	if t.pack != nil {
		stem = t.pack.Stem(bare(w))
	}
	s := ""
	if t.language == "en" {
		// English words are compared as English spells them; the crude Latin
		// of names makes one word of "meet" and "met". Names among them are
		// found by plain.
		s = spelled(stem)
	} else {
		s = key(stem)
	}
	if len(t.stems) >= remembered {
		clear(t.stems)
	}
	t.stems[strings.Clone(w)] = s
	return s
}

// plain gives the word itself in Latin letters, not stemmed.
func (t *termer) plain(w string) string {
	if s, ok := t.plains[w]; ok {
		return s
	}
	s := key(w)
	if len(t.plains) >= remembered {
		clear(t.plains)
	}
	t.plains[strings.Clone(w)] = s
	return s
}

// bare is a word without what cannot be seen.
func bare(w string) string {
	if strings.ContainsFunc(w, isInvisible) {
		return strings.Map(func(r rune) rune {
			if isInvisible(r) {
				return -1
			}
			return r
		}, w)
	}
	return w
}

// key is the form in which terms are compared: crude Latin letters and
// digits, or, in a script without a romanisation, the small letters
// themselves. It holds nothing that means something to a database.
func key(w string) string {
	if i := strings.IndexFunc(w, unicode.IsDigit); i >= 0 {
		// A number is itself: names.Latin, made for names, makes one letter of
		// two.
		n := strings.IndexFunc(w[i:], func(r rune) bool { return !unicode.IsDigit(r) })
		if n < 0 {
			n = len(w) - i
		}
		head, tail := w[:i], w[i+n:]
		return letters(head) + digits(w[i:i+n]) + key(tail)
	}
	return letters(w)
}

// digits writes the digits of any script as 0 to 9.
func digits(w string) string {
	return strings.Map(func(r rune) rune {
		for _, zero := range []rune{'0', '٠', '۰', '०', '０'} {
			if zero <= r && r <= zero+9 {
				return r - zero + '0'
			}
		}
		return r
	}, w)
}

func letters(w string) string {
	if w == "" {
		return ""
	}
	if s := strings.ReplaceAll(names.Latin(w), " ", ""); s != "" {
		return s
	}
	return spelled(w)
}

// spelled is a word in small letters and digits, as it is spelled.
func spelled(w string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < utf8.RuneSelf && !isASCIIWord(byte(r)):
			return -1
		case r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r), r == utf8.RuneError:
			return -1
		}
		return unicode.ToLower(r)
	}, lang.Fold(w))
}

// stemLanguages are the packs whose stems a word of a query may have.
var stemLanguages = map[*unicode.RangeTable][]string{
	unicode.Cyrillic: {"ru", "kk", "ky", "tg"},
	unicode.Latin:    {"en", "uz", "tk"},
}

// alternatives gives the terms that a word of a query may stand for, by the
// language that stems it; "" is the word as it stands. language, where set, is
// the only one.
func alternatives(w, language string) (out []alternative) {
	add := func(language, term string) {
		if term != "" {
			out = append(out, alternative{language, term})
		}
	}
	languages := stemLanguages[script(w)]
	if language != "" {
		languages = []string{language}
	}
	for _, l := range languages {
		t := termers.get(l)
		if t.pack != nil {
			add(l, t.term(w))
		}
		termers.put(t)
	}
	add("", key(bare(w)))
	for i, reading := range names.Readings(bare(w)) {
		if i == mostReadings {
			break
		}
		add(romanised+string(rune('a'+i)), key(reading))
		for _, l := range stemLanguages[script(reading)] {
			if language == "" || language == l {
				t := termers.get(l)
				add(romanised+string(rune('a'+i))+l, t.term(reading))
				termers.put(t)
			}
		}
	}
	for _, v := range variants(w) {
		t := termers.get(v.language)
		// A stem that leaves less than a third of the word was made of a word of
		// another language, spelled as if it were one of this: it says nothing.
		// Kazakh endings are longer than many of its stems (ойын-дар-ы-на).
		if term := t.term(v.text); t.pack != nil && len(term) >= 3 && 3*len(term) >= len(key(v.text)) {
			add(v.language, term)
		}
		termers.put(t)
	}
	return out
}

// A word that shows the spelling of another language is looked for as it is
// read there, and a name under the others that are one with it; these stand
// in the place of a language among the alternatives.
const (
	romanised    = "~"
	mostReadings = 10
)

type alternative struct{ language, term string }

// Key gives words in the form in which names are compared across scripts:
// crude small Latin letters, a space between words.
func Key(text string) string {
	var b strings.Builder
	eachWord(text, func(w word) bool {
		if s := key(bare(text[w.start:w.end])); s != "" {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(s)
		}
		return true
	})
	return b.String()
}

// Begins reports whether a name, whole or from one of its words on, begins with
// one of some keys.
func Begins(name string, keys []string) bool {
	k := Key(name)
	return slices.ContainsFunc(keys, func(begin string) bool { return strings.HasPrefix(k, begin) || strings.Contains(k, " "+begin) })
}
