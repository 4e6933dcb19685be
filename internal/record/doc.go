// Package record is what all articles say together: the entities they speak
// of and the statements they make, each tied to the words that state it.
//
// It decides and does not act: given a reading, the entities and statements
// already known under the same keys, it answers which are the same, which are
// new, which contradict each other and which a person must judge, always with
// reasons. Package store keeps the answers; package names compares names.
package record
