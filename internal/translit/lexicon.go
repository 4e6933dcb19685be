package translit

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
)

// trie finds, from the start of a word, the longest stem whose spelling in
// the target script the rules cannot know.
type trie struct {
	next  map[uint32]uint16 // node<<8 | letter → node
	roots [128]uint16
	ends  []*entry // by node
}

type entry struct {
	forms [3]string
	soft  bool // ends in ь, which goes before a vowel
	whole bool // no ending may follow
	name  bool // only where the source has a capital, if it has capitals
}

// loadLexicon reads stems in the target script, one a line: "=" before a
// stem that takes no ending, a capital for names. Their source form is what
// the opposite scheme makes of them.
func (s *scheme) loadLexicon(name string) error {
	back, err := load(fileOf(s.info.To, s.info.From))
	if err != nil {
		return err
	}
	text, err := fs.ReadFile(schemeFiles, "schemes/"+name)
	if err != nil {
		return err
	}
	bare, forth := newConverter(s), newConverter(back)
	t := &trie{next: map[uint32]uint16{}, ends: make([]*entry, 1)}
	for n, line := range strings.Split(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			stem, whole := strings.CutPrefix(w, "=")
			source := string(forth.words(nil, []byte(stem), 0, len(stem)))
			plain := string(bare.words(nil, []byte(source), 0, len(source)))
			if strings.EqualFold(plain, stem) && stem == strings.ToLower(stem) {
				continue // the rules know
			}
			r, _ := utf8.DecodeRuneInString(stem)
			isName := unicode.IsUpper(r)
			if err := t.add(s, source, entry{s.cases(strings.ToLower(stem)), strings.HasSuffix(stem, "ь"), whole, isName}); err != nil {
				return fmt.Errorf("%s:%d: %w", name, n+1, err)
			}
		}
	}
	s.lexicon = t
	return nil
}

func (t *trie) add(s *scheme, source string, e entry) error {
	if e.name { // a name begins with a capital everywhere
		e.forms[small] = e.forms[title]
	}
	node := uint16(0)
	for _, r := range source {
		l := s.find(r) &^ capBit
		if l == s.sign && l != 0 {
			continue
		}
		if l == 0 {
			return fmt.Errorf("%c in %s is no letter of %s", r, source, s.info.From)
		}
		to, ok := t.step(node, l)
		if !ok {
			to = uint16(len(t.ends))
			t.ends = append(t.ends, nil)
			if node == 0 {
				t.roots[l] = to
			} else {
				t.next[uint32(node)<<8|uint32(l)] = to
			}
		}
		node = to
	}
	if t.ends[node] == nil {
		t.ends[node] = &e
	}
	return nil
}

func (t *trie) step(node uint16, l uint8) (uint16, bool) {
	if node == 0 {
		return t.roots[l], t.roots[l] != 0
	}
	to, ok := t.next[uint32(node)<<8|uint32(l)]
	return to, ok
}

// match gives the longest stem at the start of word and its length in letters.
func (t *trie) match(word []uint8, names bool, vowels set) (*entry, int) {
	var best *entry
	length := 0
	node := uint16(0)
	for i, l := range word {
		to, ok := t.step(node, l&^capBit)
		if !ok {
			break
		}
		node = to
		if e := t.ends[node]; e != nil && (!e.whole || i+1 == len(word)) && (!e.name || names) {
			if e.soft && i+1 < len(word) && vowels.has(word[i+1]&^capBit) {
				continue
			}
			best, length = e, i+1
		}
	}
	return best, length
}

// fileOf names the file of a scheme.
func fileOf(from, to string) string {
	return strings.ToLower(from) + "_" + strings.ToLower(to) + ".scheme"
}
