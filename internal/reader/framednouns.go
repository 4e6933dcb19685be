package reader

import "shanyraq/internal/lang"

// findFramedNouns lays the class of a list of the pack over nouns that no list has, where
// the words around them tell what they are: an event ("hosted a | cakewalk in Osh on 3
// May", «В Лиме состоялась | хиротония»), an instrument ("Peru and Chile signed a |
// quitclaim on grazing", «сауда туралы | уағдаға қол қойды»), an office («| садовник
// Национального музея X»). The finders behind it read them as they read listed nouns. Each
// sentence is looked at only where it has what such a frame starts from.
func findFramedNouns(p *part) {
	switch {
	case p.know.russian:
		framedNounsRU(p)
	case p.know.headLast:
		framedNounsKK(p)
	case p.know.pack.Tag == "en":
		framedNounsEN(p)
	}
}

// Values that a guessed event and a guessed instrument have, as in the lists of a pack.
const (
	framedEvent      = "other loose"
	framedInstrument = "loose"
)

// guess lays an entry of a list over token i of sentence k: what its word is called, and the
// value as in the list.
func (p *part) guess(c lang.Class, i, k int, form, value string) {
	p.lat.Guess(c, i, form, value)
	p.has[k].classes.Add(c)
	p.hasAll.classes.Add(c)
}
