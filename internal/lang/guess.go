package lang

// Guess lays an entry that no list has over token i: what the words around a word tell it
// to be. The entry has one form, and the value that one of the list would have; it is that
// of this text alone.
func (l *Lattice) Guess(c Class, i int, form, value string) {
	l.guessed = append(l.guessed, Entry{Class: c, Value: value, Forms: []string{form}, Guessed: true, later: &later{}})
	l.Add(c, i, i+1, len(l.Pack.Entries)+len(l.guessed)-1)
}
