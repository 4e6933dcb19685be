// Package record is what all articles say together: the entities they speak
// of and the statements they make, each tied to the words that state it.
//
//	decisions, err := record.Matcher{Source: store}.Match(reading, text) // same, new or question, with reasons
//	list := record.Statements(reading, text, ids)                       // with the record's entities in their roles
//	why := record.Join(&list[0], told)                                  // the fact that other articles told before
//	pairs := record.Align(list, translation)                            // what a translation of the article says in the same places
//	conflicts := record.Conflicts(all)                                  // where tellings of one fact contradict
//
// It decides and does not act: given a reading and what is known under the
// same keys, it answers which are the same, which are new, which contradict
// each other and which a person must judge. Package store keeps the answers;
// package names compares names. The cases are text files in cases/: people.txt
// for single decisions, articles.txt for labelled articles in three languages.
package record
