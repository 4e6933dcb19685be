package lang

import (
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/russian"

	"shanyraq/internal/fault"
)

// stemmer gives the stem of a folded word.
type stemmer interface{ stem(word string) string }

type snowball func(*snowballstem.Env) bool

func (f snowball) stem(word string) string {
	env := snowballstem.NewEnv(word)
	f(env)
	return env.Current()
}

// searched stems by endings of its own, which only search asks for: they are read
// when it first does.
type searched func() *suffixes

func (s searched) stem(word string) string { return s().stem(word) }

type identity struct{}

func (identity) stem(word string) string { return word }

// irregular gives the stems of listed forms, and asks for all others.
type irregular struct {
	forms  map[string]string
	others stemmer
}

func (s irregular) stem(word string) string {
	if stem, ok := s.forms[word]; ok {
		return stem
	}
	return s.others.stem(word)
}

// parseIrregular reads lines of "stem: forms".
func parseIrregular(file, src string) (map[string]string, error) {
	out := map[string]string{}
	n := 0
	for line := range strings.Lines(src) {
		n++
		line, _, _ = cutTrim(line, "#")
		if line == "" {
			continue
		}
		stem, forms, ok := cutTrim(line, ":")
		if !ok || stem == "" || forms == "" {
			return nil, fault.New(fault.Invalid, "a line is %q", "stem: forms").At("%s:%d", file, n)
		}
		for f := range strings.FieldsSeq(forms) {
			out[Fold(f)] = stem
		}
	}
	return out, nil
}

// newStemmer picks the stemmer of a pack: its own stem.txt or suffixes.txt,
// Snowball, or none. Where there are both, texts are read by suffixes.txt, whose
// lists of words tell which of many endings are meant, and searched by stem.txt.
func newStemmer(p *Pack, dir fs.FS) (stemmer, error) {
	if src, err := fs.ReadFile(dir, "suffixes.txt"); err == nil {
		s, err := parseSuffixes(p.Tag+"/suffixes.txt", string(src))
		p.suffix = s
		if err != nil {
			return nil, err
		}
		if src, err := fs.ReadFile(dir, "stem.txt"); err == nil {
			return searched(sync.OnceValue(func() *suffixes {
				s, err := parseSuffixes(p.Tag+"/stem.txt", string(src))
				if err != nil { // packs are part of the program
					panic(err)
				}
				return s
			})), nil
		}
		return s, nil
	}
	if src, err := fs.ReadFile(dir, "declension.txt"); err == nil {
		if p.decl, err = parseDeclension(p.Tag+"/declension.txt", string(src)); err != nil {
			return nil, err
		}
	}
	switch p.Tag {
	case "en":
		return snowball(english.Stem), nil
	case "ru":
		src, err := fs.ReadFile(dir, "stemirregular.txt")
		if err != nil {
			return nil, err
		}
		forms, err := parseIrregular(p.Tag+"/stemirregular.txt", string(src))
		return irregular{forms, snowball(russian.Stem)}, err
	}
	return identity{}, nil
}

// Stem gives the stem of a word, for search: one stem for the inflected forms
// of a word, as far as the pack's stemmer goes. The word is folded first.
func (p *Pack) Stem(w string) string { return p.stemmer.stem(Fold(w)) }

// internStem gives the stem id of a word of a list.
func (p *Pack) internStem(word string) int32 {
	if p.suffix != nil || p.decl != nil {
		return p.stems.internFolded(word)
	}
	word = Fold(word)
	if strings.ContainsFunc(word, isLetter) {
		word = p.stemmer.stem(word)
	}
	return p.stems.intern(word)
}

// stemIDs gives the ids of the stems a word of a text may have, none where no
// list has one, appended to ids, which is empty. In a language with a declension
// table or a suffix automaton the words of the lists themselves decide where the
// stem ends: the word as it stands first, then the longest stems, three at most,
// because "директора" is a word of "заместитель директора" and a form of "директор".
func (p *Pack) stemIDs(folded string, ids []int32) []int32 {
	if p.stems.len() == 1 { // that of the empty word
		return ids
	}
	var spelled spelling
	spelled.of(folded)
	add := func(lemma string) {
		if id := p.stems.of(lemma); id != 0 && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if p.knownStems.may(spelled.with(len(folded), "")) {
		add(folded)
	}
	switch {
	case p.suffix != nil:
		p.suffix.strip(folded, func(stem string, _ *chain) bool {
			if !p.suffix.joins(folded, len(stem)) {
				return true
			}
			n := len(ids)
			if p.knownStems.may(spelled.with(len(stem), "")) {
				add(stem)
			}
			if len(ids) == n {
				if bare, last, ok := p.suffix.unvoiced(stem); ok && p.knownStems.may(spelled.with(len(bare), last)) {
					add(bare + last)
				}
			}
			return len(ids) < 3
		})
	case p.decl != nil:
		p.decl.lemmas(folded, func(stem, nominative string) bool {
			if !p.knownStems.may(spelled.with(len(stem), nominative)) {
				return true
			}
			if l := stem + nominative; !p.decl.undeclined(l) {
				add(l)
			}
			return len(ids) < 3
		})
	default:
		add(p.stemmer.stem(folded))
	}
	return ids
}

// Analysis is one way to part a word into stem and endings.
type Analysis struct {
	Stem   string // folded, with its last consonant as it is in the nominative
	Slots  string // names of the endings, in order: "plural poss3 gen"
	Suffix string // the endings as they stand
	// Harmony is false where the vowels of stem and endings do not agree, as
	// in names of Russian origin (Назарбаевтың), or their letters do not meet.
	Harmony bool
}

// Analyses gives the ways to part a word by the pack's suffix automaton,
// longest stem first, the whole word left out. Packs without one give none.
func (p *Pack) Analyses(w string) (out []Analysis) {
	if p.suffix == nil {
		return nil
	}
	folded := Fold(w)
	p.suffix.strip(folded, func(stem string, c *chain) bool {
		if len(stem) < 4 {
			return true
		}
		h := harmony(stem, true)
		if h == 2 {
			return true
		}
		a := Analysis{Stem: stem, Slots: c.slots, Suffix: folded[len(stem):], Harmony: c.agrees(stem, h) && p.suffix.joins(folded, len(stem))}
		out = append(out, a)
		if v := p.suffix.unvoice(stem); v != "" && startsWithVowel(a.Suffix) {
			a.Stem = v
			out = append(out, a)
		}
		return true
	})
	return out
}
