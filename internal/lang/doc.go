// Package lang holds what the project knows of each language, as text files a
// person who knows the language can correct (packs/<tag>/*.txt), and the
// mechanisms that apply them: tokens, sentences, folding, stems, word lists.
//
// A Pack is loaded once, on first use. A Lattice is one text cut into tokens,
// with every list entry found in it laid over the tokens as chunks:
//
//	p, err := lang.Load("kk")
//	var l lang.Lattice
//	l.Reset(p, "Кездесу 5 наурызда өтті.")
//	for i := range l.Toks { … l.Fold(i) … }
//	c, ok := l.Chunk(2, p.Class("month"))     // "наурызда", value "3"
//
// Spans are bytes of the text as given; no byte is ever changed: folding
// (case, homoglyphs, apostrophes, ё) makes a parallel form for look-up only.
//
// lang knows no statements (package reader) and no patterns over several
// chunks (package pattern).
//
// # Pack files
//
// Each packs/<tag>/<class>.txt is a word list of one class. A line is
//
//	form | form | form = value   > an example sentence that holds the entry
//
// Lines that begin with # are comments, lines that begin with @ are settings
// of the file: "@match form" (the default in English) compares folded forms,
// "@match stem" (the default elsewhere) compares stems, so that inflected
// forms are found; "@cap" asks for a capital first letter, "@low" for a small one. Files
// whose name begins with "rules-" are patterns; package pattern reads those. Files whose
// name begins with "roles-" say what single words tell of their neighbours (see
// Role). often.txt says how many of a thousand sentences have a word of the
// rules or a class (see Often); no reading depends on it, only its speed.
package lang
