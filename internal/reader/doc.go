// Package reader reads a text: it finds what is named (mentions, entities)
// and what is stated (offices, figures, quotes, agreements, events), each with
// the words it rests on.
//
//	r := reader.Read(text, reader.Options{Language: "kk", Published: day})
//
// The walk: noise that texts pick up on their way is repaired (repair.go), a
// text without capitals given some (recase.go) and text in another script than
// its language's pack converted (scripts.go), spans staying those of the text
// as it was given; the text is parted into blocks of one language, a long one
// into windows; each is cut into tokens and sentences and its pack's lists are
// laid over it (package lang); then the finders run in a fixed order, each in
// a file of its own, and lay what they find over the tokens for the next ones:
//
//	dates → names → offices → figures → quotes → agreements → events
//
// A finder is Go for the mechanism and rules-<finder>.txt plus word lists in
// each pack for the words. Reading is deterministic and needs no network and
// no clock; the same input gives the same bytes. What the reader knows of the
// world is in packs and package facts; what it says is package read.
//
// Names are proposed step by step over all sentences of a part (namesteps.go); a
// step that asks whom the text has named before does so by ask, since it reads
// ahead of its sentence's turn.
//
// Every finder sees every sentence, so it asks the cheapest thing first. Of a
// token its shapes (Token.Is), the classes of all chunks that begin there
// (Lattice.Bits; several at once by a lang.Set and Intersects), the folded form
// (Lattice.Fold) and the endings (Lattice.Analyses) are known already: nothing
// is folded or parted again. part.class and knowledge.hasEnding by name cost a
// probe. Of a sentence package pattern keeps which classes, forms and stems it
// has, and passes over each rule that takes something else: a rule whose every
// match takes a class of its pack or a word costs nothing where they are not.
// What does cost is a string made, a map or a regular expression inside a loop
// over tokens; answers about a word are kept by memory (memory.go), and room
// for lists in the finder or the part.
package reader
