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
	width int      // letters of the alphabet
	next  []uint16 // node*width + letter → node, 0 for none
	ends  []*entry // by node
}

type entry struct {
	forms [3]string
	soft  bool // ends in ь, which goes before a vowel
	whole bool // no ending may follow
	name  bool // only where the source has a capital, if it has capitals
}

// readLexicon reads stems in the target script, one a line: "=" before a
// stem that takes no ending, a capital for names. Their source form is what
// the opposite scheme makes of them.
func (s *scheme) readLexicon(name string) (*trie, error) {
	back, err := load(fileOf(s.info.To, s.info.From))
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(schemeFiles, "schemes/"+name)
	if err != nil {
		return nil, err
	}
	bare, forth := &converter{scheme: s}, &converter{scheme: back}
	t := &trie{width: len(s.letters)}
	t.grow()
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
				return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
			}
		}
	}
	return t, nil
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
			to = t.grow()
			t.next[int(node)*t.width+int(l)] = to
		}
		node = to
	}
	if t.ends[node] == nil {
		t.ends[node] = &e
	}
	return nil
}

// grow adds a node.
func (t *trie) grow() uint16 {
	t.next = append(t.next, make([]uint16, t.width)...)
	t.ends = append(t.ends, nil)
	return uint16(len(t.ends) - 1)
}

func (t *trie) step(node uint16, l uint8) (uint16, bool) {
	to := t.next[int(node)*t.width+int(l)]
	return to, to != 0
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
