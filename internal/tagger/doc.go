// Package tagger is the small trained model for names: a linear-chain
// conditional random field over hashed features of words, with weights of one
// byte, embedded in the program. It labels the words of one sentence in IOB2.
//
//	m, err := tagger.Open("kk", tagger.Names)
//	t := m.New()                       // one for each goroutine
//	for _, s := range t.Spans(words) { // words of one sentence
//		fmt.Println(s.Class, words[s.Start:s.End])
//	}
//
// Every feature belongs to one word and one role that the word plays for the
// place being labelled (the word itself, the one before, the word after the
// closing quotation mark…), so the scores of a word are computed once, kept in
// a bounded table, and a sentence costs a few additions a word. A model file is
// closed: labels, weights, word classes and endings are inside. It is read in
// place; the weights of a model of few labels are laid out when it is opened,
// in a millisecond or two, as vectors that need only be added. The same words give the same labels on
// every machine: all sums are integers.
//
// tagger leaves to others: cutting words and sentences (package lang), rules,
// lists and coreference (package reader). Training is cmd/train-tagger's work;
// README.md here says on what, how, and how well.
package tagger
