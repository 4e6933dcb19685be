package main

import (
	"embed"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/tagger"
)

//go:embed lists
var files embed.FS

// lists are the word lists of a pack that a model learns from: the class of
// an entry of one word, and of the longer words of an entry of several.
var lists = map[string]struct{ whole, part string }{
	"givenname":   {"given", "given"},
	"givenword":   {"given", "given"},
	"surname":     {"surname", "surname"},
	"gazplace":    {"place", "place_word"},
	"moreplace":   {"place", "place_word"},
	"gazgroup":    {"people", "people"},
	"gazbody":     {"body", "body_word"},
	"knownorg":    {"body", "body_word"},
	"orghead":     {"orghead", "orghead"},
	"officenoun":  {"title", "title"},
	"persontitle": {"title", "title"},
	"placelow":    {"placehead", "placehead"},
}

// order is the order of classes: where a word has several and only one can
// count, the first does. Classes of names_words.txt that are not here follow.
var order = []string{"number", "month", "weekday", "currency", "time", "unit", "place", "people", "given", "orghead", "title", "facility", "watery", "placehead", "surname", "body"}

// heads are the classes whose words head names of several words.
var heads = []string{"orghead", "facility", "eventhead", "projecthead", "lawhead", "watery", "placehead", "art"}

// borrowed are the languages whose people and places are written alike in
// another one.
var borrowed = map[string][]string{"kk": {"ru"}}

// inflection is what the mechanism needs to know of a language beside its endings.
var inflection = map[string]tagger.Lexicon{
	"kk": {Rounds: 4, Voiced: []string{"ғқ", "гк", "бп"}},
	"ru": {Rounds: 1, Drop: "аяоеёйьыи"},
	"en": {Rounds: 1},
}

// readLexicon makes the lexicon of a model from the lists of the language
// pack and those of this folder.
func readLexicon(language string) (tagger.Lexicon, map[uint32]uint32, error) {
	lex := inflection[language]
	words := map[string][]string{} // class to words
	add := func(class, word string) {
		if word != "" {
			words[class] = append(words[class], word)
		}
	}
	parts := func(whole, part, name string) {
		ws := strings.Fields(strings.TrimPrefix(name, "="))
		for _, w := range ws {
			switch {
			case len(ws) == 1 && whole != "":
				add(whole, w)
			case utf8.RuneCountInString(w) > 3:
				add(part, w)
			}
		}
	}
	for _, tag := range append([]string{language}, borrowed[language]...) {
		pack, err := lang.Load(tag)
		if err != nil {
			return lex, nil, err
		}
		for _, e := range pack.Entries {
			c, ok := lists[pack.ClassName(e.Class)]
			if !ok || tag != language && c.whole != "given" && c.whole != "surname" && c.whole != "place" {
				continue
			}
			if e.Value == "quoted" { // a head only of a name in quotation marks: тобы is a common word
				continue
			}
			for _, form := range e.Forms {
				parts(c.whole, c.part, form)
			}
		}
	}
	var sections []string
	class := ""
	err := fields(language+"-words.txt", func(w string) {
		if name, ok := strings.CutPrefix(w, "["); ok {
			class = strings.TrimSuffix(name, "]")
			sections = append(sections, class)
			return
		}
		add(class, w)
	})
	if err != nil {
		return lex, nil, err
	}
	if err := fields(language+"-endings.txt", func(w string) { lex.Endings = append(lex.Endings, w) }); err != nil {
		return lex, nil, err
	}
	for _, class := range slices.Concat(order, sections, []string{"place_word", "body_word"}) {
		if class == "given_first" || class == "given_second" {
			continue
		}
		if len(words[class]) > 0 && len(lex.Classes) < 32 && !slices.Contains(lex.Classes, class) {
			lex.Classes = append(lex.Classes, class)
		}
	}
	// Given names are made of two parts in some languages.
	for _, first := range words["given_first"] {
		for _, second := range words["given_second"] {
			add("given", first+second)
		}
	}
	classes := map[uint32]uint32{}
	for i, class := range lex.Classes {
		if slices.Contains(heads, class) {
			lex.Heads |= 1 << i
		}
		for _, w := range words[class] {
			classes[lex.Key(w)] |= 1 << i
		}
	}
	return lex, classes, nil
}

// fields calls yield with each word of a list file, comments left out.
func fields(name string, yield func(string)) error {
	src, err := files.ReadFile("lists/" + name)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(src)) {
		line, _, _ = strings.Cut(line, "#")
		for w := range strings.FieldsSeq(line) {
			yield(w)
		}
	}
	return nil
}

// common adds the class of ordinary words: stems of lower-case words outside
// names. A word with a capital of which none is known is likelier a name, most
// of all where it opens a sentence. Stems of fewer than three sentences are left
// out, so that the words of the corpus that are rare stand for those unseen.
func common(lex *tagger.Lexicon, classes map[uint32]uint32, stem func(string) string, data []example) {
	if len(lex.Classes) == 32 {
		return
	}
	seen, last := map[string]int{}, map[string]int{}
	for i, e := range data {
		for j, w := range e.words {
			if r, _ := utf8.DecodeRuneInString(w); e.tags[j] != "O" || !unicode.IsLower(r) {
				continue
			}
			if s := stem(w); last[s] != i+1 {
				last[s] = i + 1
				seen[s]++
			}
		}
	}
	bit := uint32(1) << len(lex.Classes)
	lex.Classes = append(lex.Classes, "common")
	for s, n := range seen {
		if n >= 3 {
			classes[lex.Key(s)] |= bit
		}
	}
}

// open are the classes of which no list has all members.
var open = []string{"given", "surname", "place", "place_word", "people", "body", "body_word"}

// hidden gives the lexicon without a share of the entries of open classes,
// chosen by a seed.
func hidden(lex tagger.Lexicon, classes map[uint32]uint32, share float64, seed uint64) map[uint32]uint32 {
	mask := uint32(0)
	for i, class := range lex.Classes {
		if slices.Contains(open, class) {
			mask |= 1 << i
		}
	}
	out := map[uint32]uint32{}
	for key, set := range classes {
		if set&mask == 0 || rand.New(rand.NewPCG(seed, uint64(key))).Float64() >= share {
			out[key] = set
		}
	}
	return out
}
