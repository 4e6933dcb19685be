package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/value"
)

// oneName stands in for the reader where an archive is only to be searched: it
// takes the first two words with capital letters side by side as the name of a
// body, so that equal names are one entity, and reads nothing else.
func oneName(text string, o reader.Options) read.Reading {
	r := read.Reading{Language: o.Language, Published: o.Published.String()}
	at := 0      // code points before the word
	before := "" // the word before, where it has a capital letter
	begin := 0
	for word := range strings.FieldsSeq(text) {
		// Words are parted by one space or an empty line, which the search for
		// the next word bridges.
		i := strings.Index(text, word)
		at += utf8.RuneCountInString(text[:i])
		text = text[i+len(word):]
		first, _ := utf8.DecodeRuneInString(word)
		bare := strings.TrimRightFunc(word, unicode.IsPunct)
		if before != "" && unicode.IsUpper(first) {
			name := before + " " + bare
			r.Entities = []read.Entity{{ID: "e1", Kind: read.Organization, Name: name}}
			r.Mentions = []read.Mention{{Kind: read.Organization, Text: name, Start: begin, End: begin + utf8.RuneCountInString(name), Entity: "e1"}}
			r.Sentences = []value.Span{{Start: 0, End: begin + utf8.RuneCountInString(name)}}
			return r
		}
		before = ""
		if unicode.IsUpper(first) && bare == word {
			before, begin = word, at
		}
		at += utf8.RuneCountInString(word)
	}
	return r
}
