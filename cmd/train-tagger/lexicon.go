package main

import (
	"embed"
	"slices"
	"strings"
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
	pack, err := lang.Load(language)
	if err != nil {
		return lex, nil, err
	}
	for _, e := range pack.Entries {
		c, ok := lists[pack.ClassName(e.Class)]
		if !ok {
			continue
		}
		for _, form := range e.Forms {
			parts(c.whole, c.part, form)
		}
	}
	var sections []string
	class := ""
	err = fields(language+"-words.txt", func(w string) {
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
		if len(words[class]) > 0 && len(lex.Classes) < 32 && !slices.Contains(lex.Classes, class) {
			lex.Classes = append(lex.Classes, class)
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
