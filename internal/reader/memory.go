package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// memory is what a Reader remembers of the words of one language from text to
// text, where finding it out costs more than looking it up. It is bounded and
// changes no answer; what it gives must not be changed.
type memory struct {
	analyses    remembered[[]lang.Analysis]
	nominatives remembered[[]string]
	echoes      remembered[[]string]
	readings    remembered[[]nameReading] // of words of Russian names
	bare        remembered[string]        // Kazakh words without their case
	bareLast    remembered[string]        // the same of the last of several
	caseless    remembered[string]        // Kazakh words without a case ending alone
	forms       map[formKey]string
}

// formKey is an entry and the folded words that a text has of it.
type formKey struct {
	entry *lang.Entry
	words string
}

// formOf is bestFormOf, remembered.
func (p *part) formOf(e *lang.Entry, folded string) string {
	if p.memory == nil || len(e.Forms) == 1 || len(folded) > longestRemembered {
		return bestFormOf(e, folded)
	}
	m := &p.memory.forms
	f, ok := (*m)[formKey{e, folded}]
	if !ok {
		if f = bestFormOf(e, folded); len(*m) >= mostRemembered || *m == nil {
			*m = map[formKey]string{}
		}
		(*m)[formKey{e, strings.Clone(folded)}] = f
	}
	return f
}

// mostRemembered bounds the words of each kind of answer.
const mostRemembered = 1 << 13

// longestRemembered is the length in bytes of the longest of them.
const longestRemembered = 64

// remembered are answers by word.
type remembered[V any] map[string]V

// of gives what is remembered of a word, asked now where nothing is.
func (r *remembered[V]) of(word string, ask func(string) V) V {
	if v, ok := (*r)[word]; ok {
		return v
	}
	if len(word) > longestRemembered {
		return ask(word)
	}
	if *r == nil {
		*r = remembered[V]{}
	}
	if len(*r) >= mostRemembered {
		clear(*r)
	}
	word = strings.Clone(word) // it may be part of a long text
	v := ask(word)
	(*r)[word] = v
	return v
}

// analyses is Pack.Analyses, remembered.
func (p *part) analyses(word string) []lang.Analysis {
	if p.memory == nil {
		return p.know.pack.Analyses(word)
	}
	return p.memory.analyses.of(word, p.know.pack.Analyses)
}

// nominatives is Pack.Nominatives, remembered.
func (p *part) nominatives(word string) []string {
	if p.memory == nil {
		return p.know.pack.Nominatives(word)
	}
	return p.memory.nominatives.of(word, p.know.pack.Nominatives)
}

// Traits of words that are remembered with them, see lang.Lattice.Trait.
const (
	traitAdjective = iota
	traitSurname
	traitCompound   // ends as a Russian body of two parts does
	traitSee        // ends as Russian adjectives of places do
	traitContracted // a pronoun with its verb cut short: We're
	traitClan       // begins as surnames of clans do: McCoy
	traitCamel      // a capital stands behind small letters
	traitCase       // ends in a Kazakh case that ends a noun phrase
	traitGames      // has one of playerWords or leagueWords in it
	traitTrade      // ends as English nouns for who does something do
)

// trait gives what ask says of the folded word of token i, asked once a word.
func (n *nameFinder) trait(i int, trait uint, ask func(folded string) bool) bool {
	return traitOf(n.l, i, trait, ask)
}

// traitOf is trait of any finder.
func traitOf(l *lang.Lattice, i int, trait uint, ask func(folded string) bool) bool {
	is, known := l.Trait(i, trait)
	if !known {
		is = ask(l.Fold(i))
		l.SetTrait(i, trait, is)
	}
	return is
}

// spelling is trait of a word as it stands.
func (n *nameFinder) spelling(i int, trait uint, ask func(word string) bool) bool {
	is, known := n.l.Trait(i, trait)
	if !known {
		is = ask(n.l.Slice(i, i+1))
		n.l.SetTrait(i, trait, is)
	}
	return is
}

// ofPlayers reports whether an English text tells of players, ofLeagues whether it
// tells of teams with nicknames. Few texts have a name that asks for it.
func (n *nameFinder) ofPlayers() bool {
	n.tellsOfGames()
	return n.sportive
}

// ofLeagues reports whether the text is of the leagues of North America, whose teams go by
// a town.
func (n *nameFinder) ofLeagues() bool {
	n.tellsOfGames()
	return n.league
}

// tellsOfGames notes, once a text, whether a word of an English text has one of the
// words in it that players are told by, and one that leagues are.
func (n *nameFinder) tellsOfGames() {
	if n.gamesTold || n.tag != "en" {
		return
	}
	n.gamesTold = true
	for i := range n.l.Toks {
		if t := &n.l.Toks[i]; int(t.End-t.Start) < shortestLeague {
			continue
		}
		if of, known := n.l.Trait(i, traitGames); known && !of {
			continue
		}
		word := n.l.Slice(i, i+1)
		league, player := hasOneOf(word, leagueWords[:]), hasOneOf(word, playerWords[:])
		n.l.SetTrait(i, traitGames, league || player)
		n.league, n.sportive = n.league || league, n.sportive || player
	}
}

// hasOneOf reports whether a word has one of some words in it.
func hasOneOf(word string, words []string) bool {
	for _, w := range words {
		if len(w) <= len(word) && strings.Contains(word, w) {
			return true
		}
	}
	return false
}

// kazakhNominative is kazakhNominative of a word, remembered.
func (p *part) kazakhNominative(word string, more bool) string {
	switch {
	case endsAsNoCaseKK(word) && strings.IndexByte(word, '-') < 0:
		return word
	case p.memory == nil:
		return kazakhNominative(word, more)
	case more:
		return p.memory.bareLast.of(word, func(w string) string { return kazakhNominative(w, true) })
	}
	return p.memory.bare.of(word, func(w string) string { return kazakhNominative(w, false) })
}

// rememberedReadings is readingsOf of a word that is one token or several with hyphens
// between them, remembered.
func (n *nameFinder) rememberedReadings(e element, word string) []nameReading {
	if n.p.memory == nil || e.end != e.start+1 && (strings.IndexByte(word, '-') < 0 || strings.IndexByte(word, ' ') >= 0) {
		return n.readingsOf(e, word)
	}
	return n.p.memory.readings.of(word, func(w string) []nameReading { return n.readingsOf(e, w) })
}
