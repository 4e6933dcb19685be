// Package confidence says how likely each statement of a reading is to be right. It knows
// the values of a reading (package read) and nothing of how a text is read.
//
// What shows at a statement are its signs: the rule that found it, the language, the unit
// of a figure, whether its day and its sides are told in the sentence of its evidence,
// how many there are, whether a name of one word that no list knows takes part, whether
// three statements of the kind crowd in one sentence, and so on (signs.go). Each sign has
// a weight in log odds; the logistic function of their sum is the confidence:
//
//	confidence.Weigh(&reading)
//
// The weights (weights.txt) are fitted to judged statements by a penalised logistic
// regression (fit.go); shanyraq eval DIR --confidence does so for a folder of gold
// documents and prints the file. Its head says how well weights fitted without a document
// foretell that document: of statements that are .95 sure, about so many should be right.
// "Right" is the credit that package eval gives, so a statement right but for one field
// counts half or more.
//
// No sign asks where in the text a paragraph stands or what unrelated ones say, so that a
// statement's confidence holds when paragraphs are moved.
package confidence
