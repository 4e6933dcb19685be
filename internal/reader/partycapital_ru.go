package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// ownCapitals are the capitals of Central Asia, which the fact tables keep by the names of
// the towns alone; those of other states tell it by their ids.
var ownCapitals = []string{"astana", "ashgabat", "bishkek", "dushanbe", "tashkent"}

// statesOfCapitals puts the states in the place of the capitals that are all sides of a
// Russian instrument, where the text names each of them and tells of no towns: «Москва и
// Бишкек подписали соглашение о визах», but «Бишкек и Анкара стали городами-побратимами».
func (f *agreementFinder) statesOfCapitals(parties []int, s lang.Sentence) []int {
	if !f.russian() || len(parties) < 2 {
		return parties
	}
	var states []int
	for _, e := range parties {
		if f.isCountry(e) {
			states = append(states, e)
			continue
		}
		st, ok := f.stateOfCapital(e)
		if !ok || slices.Contains(states, st) {
			return parties
		}
		states = append(states, st)
	}
	if f.tellsOfTowns(s) || s.Last < len(f.l.Toks) && f.tellsOfTowns(f.p.sentenceOf(s.Last)) || s.First > 0 && (f.tellsOfTowns(f.p.sents[0]) || f.tellsOfTowns(f.p.sentenceOf(s.First-1))) {
		return parties
	}
	return states
}

// stateOfCapital gives the state of which a town is the capital, where the text names it.
func (f *agreementFinder) stateOfCapital(e int) (int, bool) {
	known := f.p.doc.entities[e].known
	if !strings.HasPrefix(known, "cap-") && !slices.Contains(ownCapitals, known) {
		return -1, false
	}
	return f.stateNamed(placeStates()[known])
}

// tellsOfTowns reports whether a Russian sentence speaks of towns or of those who rule them.
func (f *agreementFinder) tellsOfTowns(s lang.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if f.l.Plays(i, f.p.know.roles.ofTowns) {
			return true
		}
	}
	return false
}

// townAgent reports whether a Russian town or region is one of those by whom the participle
// d says that an instrument was made, in the instrumental right behind it: «договор,
// заключённый | Москвой и Алматы в 2016 году».
func (f *agreementFinder) townAgent(m *mention, d *deed) bool {
	if !f.p.know.endings.participleEnd.end(f.l.Fold(d.start), 4) || f.l.Rune(d.start-1) != ',' {
		return false
	}
	first := m
	for f.joins(first.start-1) || f.l.Rune(first.start-1) == ',' {
		if first = f.at(first.start - 2); first == nil || first.class != lang.PlaceChunk {
			return false
		}
	}
	if first.start != d.end {
		return false
	}
	return first != m || f.joins(m.end) || f.l.Rune(m.end) == ','
}
