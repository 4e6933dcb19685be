package reader

import (
	"slices"
	"strings"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// otherParties completes the parties of an English instrument by what the text
// says around it: the two bodies named before ("the two companies signed it"),
// those for whom the persons sign whom the sentence before names, the state of
// a parliament that ratifies, and the state the text is told from, for its
// minister who signs with another state.
func (f *agreementFinder) otherParties(ph *phrase, d *deed, s lang.Sentence, out []int, persons bool, named []int) []int {
	if !f.english() || d == nil || ph.has("act") {
		return out
	}
	out = f.threeSides(ph, f.statesOfParliaments(ph, d, out))
	if len(out) < 2 && f.twoBodies(s) {
		if both := f.twoBefore(s); len(both) == 2 && (len(out) == 0 || slices.Contains(both, out[0]) || f.onlyPersons(out)) {
			return both
		}
	}
	if len(out) == 0 {
		if both := f.theTwo(d, s); both != nil {
			return both
		}
		if both := f.kindred(d, s); both != nil {
			return both
		}
		if both := f.twoTowns(s); both != nil {
			return both
		}
		if both := f.theirOfficers(d, s); both != nil {
			return both
		}
		if both := f.whoTheyAre(d, s); both != nil {
			return both
		}
	}
	officer := slices.ContainsFunc(named, f.stateOfficer)
	if persons && officer {
		if e := f.unnamedCounterpart(s, named); e >= 0 {
			return []int{e}
		}
	}
	if persons {
		if both := f.bodiesJustNamed(s); len(both) == 2 && (!officer || len(named) == 2 && slices.ContainsFunc(named, f.notForState)) || len(both) == 1 && len(named) == 2 {
			return both
		}
		if both := f.townsJustNamed(s, named); both != nil {
			return both
		}
	}
	if len(out) == 1 && ph.has("firm") && !f.unnamedState(s) {
		return f.besideOnly(ph, d, s, out, named, officer)
	}
	return out
}

// besideOnly finds the party of an English agreement beside the only one that is
// named: the state of a dateline, one just named, the only other state of the text.
func (f *agreementFinder) besideOnly(ph *phrase, d *deed, s lang.Sentence, out, named []int, officer bool) []int {
	if v, _ := f.verbOf(d); v[1] == "ratified" {
		if e := f.stateOfOwner(out[0], s); e >= 0 {
			return []int{e}
		}
		if e := f.stateOfDateline(); e >= 0 && f.p.doc.entities[out[0]].kind == read.Organization && f.isParliament(out[0]) {
			return []int{e}
		}
	}
	if len(named) > 1 {
		if e := f.justNamedToo(s, out[0]); e >= 0 {
			return append(out, e)
		}
	}
	if f.isCountry(out[0]) && !officer && f.sided(ph, s) && f.p.dateline(f.ground) >= 0 {
		if e := f.stateOfDateline(); e >= 0 && e != out[0] {
			return append(out, e)
		}
	}
	if !ph.has("many") && strings.HasPrefix(d.value, "signed") && (f.isCountry(out[0]) && !officer && d.start >= ph.to && f.sidedBehind(d, s) || officer && f.p.doc.entities[out[0]].kind == read.Organization) {
		f.findStates()
		if only := slices.DeleteFunc(slices.Clone(f.leadStates), func(e int) bool { return e == out[0] }); len(only) == 1 && f.toldFrom(only[0]) {
			return append(out, only[0])
		}
	}
	if f.isCountry(out[0]) && (officer || f.counterpartTold(s)) && !f.counterpartUnnamed(s) {
		if e := f.besideBefore(s, out[0]); e >= 0 {
			out = append(out, e)
		} else if e := f.homeState(out[0]); e >= 0 {
			out = append(out, e)
		}
	}
	return out
}

// twoBodies reports whether a sentence speaks of two bodies by their noun: "the
// two companies", "both museums".
func (f *agreementFinder) twoBodies(s lang.Sentence) bool {
	c := f.p.know.lists.bodyPlural
	if c == lang.NoClass {
		return false
	}
	for i := s.First + 1; i < s.Last; i++ {
		if f.l.Has(i, c) && f.l.Plays(i-1, f.p.know.roles.bothOf) {
			return true
		}
	}
	return false
}

// bodiesJustNamed gives the two bodies that the sentence before s in its
// paragraph names, for whom the persons of s sign; nil where it names another
// number, or where s names one itself.
func (f *agreementFinder) bodiesJustNamed(s lang.Sentence) (out []int) {
	if s.First == 0 || f.l.Toks[s.First].Para {
		return nil
	}
	before := f.p.sentenceOf(s.First - 1)
	for m := f.nextNamed(f.behindDateline(before.First, before.Last), before.Last); m != nil; m = f.nextNamed(m.end, before.Last) {
		if m.class == lang.OrgChunk && m.entity >= 0 && !f.aside(m) && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
	}
	return out
}

// stateOfficer reports whether a person has by the text an office in which one
// acts for a state, the text not saying which.
func (f *agreementFinder) stateOfficer(e int) bool {
	if f.p.doc.entities[e].kind != read.Person {
		return false
	}
	for i := range f.p.doc.statements {
		st := &f.p.doc.statements[i]
		if st.Kind != read.Office || st.Organization != "" {
			continue
		}
		if who, ok := entityOf(st.Person); !ok || who != e {
			continue
		}
		words := strings.Fields(lang.Fold(st.Title))
		if n := len(words); n > 0 && n < 3 && words[n-1] == "president" || n > 1 && slices.Contains(words, "secretary") && slices.Contains(words, "state") {
			return true
		}
		if slices.ContainsFunc(words, func(w string) bool { return f.p.know.endings.stateOffice.whole(w) }) {
			return true
		}
	}
	return false
}

// counterpartTold reports whether a sentence speaks of a counterpart: "his
// Albanian counterpart", "her opposite number".
func (f *agreementFinder) counterpartTold(s lang.Sentence) bool {
	for i := s.First + 1; i < s.Last; i++ {
		if f.l.Plays(i, f.p.know.roles.counterpart) || f.l.Plays(i, f.p.know.roles.numberSign) && f.l.Plays(i-1, f.p.know.roles.opposite) {
			return true
		}
	}
	return false
}

// counterpartUnnamed reports whether the state of a counterpart is told by an
// adjective alone, so that no other state of the text is meant: "her Chilean
// counterpart" where Chile is not named.
func (f *agreementFinder) counterpartUnnamed(s lang.Sentence) bool {
	for i := s.First + 1; i < s.Last; i++ {
		if !f.l.Plays(i, f.p.know.roles.counterpart) {
			continue
		}
		if v, _, ok := f.l.Value(i-1, f.stateAdj); ok {
			_, named := f.stateNamed(v)
			return !named
		}
	}
	return false
}

// ofFirm reports whether a counterpart at token i is one of somebody who acts
// for a firm or an institution, not for a state: "the chief executive and his
// Belgian counterpart".
func (f *agreementFinder) ofFirm(i, first int) bool {
	for k := i - 1; k >= first && k > i-14; k-- {
		if f.l.Plays(k, f.p.know.roles.firmOffice) {
			return !f.l.Has(k+1, f.p.know.lists.of) || !f.is(k+2, lang.PlaceChunk)
		}
		if f.l.Plays(k, f.p.know.roles.stateman) {
			return false
		}
	}
	return false
}

// placeStates are the states of the towns and regions of the fact tables, by
// their ids.
var placeStates = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, p := range facts.Places() {
		if p.Kind != "country" && p.Parent != "" {
			out[p.ID] = p.Parent
		}
	}
	return out
})

// stateOfDateline gives the state of the place a text is told from, where the
// text names it; -1 elsewhere.
func (f *agreementFinder) stateOfDateline() int {
	e := f.p.dateline(f.ground)
	if e < 0 || f.isCountry(e) {
		return e
	}
	if code := placeStates()[f.p.doc.entities[e].known]; code != "" {
		if e, ok := f.stateNamed(code); ok {
			return e
		}
	}
	return -1
}

// homeState gives the state a text is told from, another than the given one:
// that of its dateline, where the text names it, else the only other state of
// the first paragraph, else of the text; -1 where none can be told.
func (f *agreementFinder) homeState(not int) int {
	if e := f.stateOfDateline(); e >= 0 && e != not {
		return e
	}
	f.findStates()
	for _, states := range [...][]int{f.leadStates, f.allStates} {
		only := -1
		for _, e := range states {
			if e == not {
				continue
			}
			if only >= 0 {
				only = -2
				break
			}
			only = e
		}
		if only >= 0 {
			return only
		}
	}
	return -1
}

// besideBefore gives the state that one of the two sentences before s names
// beside the given one, where it names just these two; -1 elsewhere.
func (f *agreementFinder) besideBefore(s lang.Sentence, party int) int {
	at := f.p.sentenceIndex(s.First)
	for k := at - 1; k >= max(0, at-2); k-- {
		if both := f.statesIn(f.p.sents[k].First, f.p.sents[k].Last); len(both) == 2 && slices.Contains(both, party) {
			return both[0] + both[1] - party
		}
	}
	return -1
}

// statesOfParliaments puts the state in the place of its parliament, where a
// parliament approves what its state has agreed with another.
func (f *agreementFinder) statesOfParliaments(ph *phrase, d *deed, out []int) []int {
	if v, _ := f.verbOf(d); !ph.has("firm") || len(out) != 2 || v[1] != "ratified" && v[0] != "adopted" {
		return out
	}
	for k, e := range out {
		o := out[1-k]
		if !f.isCountry(o) || f.p.doc.entities[e].kind != read.Organization {
			continue
		}
		if !f.isParliament(e) {
			continue
		}
		st := f.stateOfBody(e)
		if st < 0 || st == o {
			st = f.homeState(o)
		}
		if st >= 0 && st != o {
			out[k] = st
		}
	}
	return out
}

// stateOfBody gives the state that a body's name holds or is followed by: "the
// Romanian Senate", "the Parliament of Kenya"; -1 where it holds none.
func (f *agreementFinder) stateOfBody(e int) int {
	for _, k := range f.p.mentionsOf(lang.OrgChunk) {
		m := &f.p.mens[k]
		if m.entity != e {
			continue
		}
		for i := m.start; i < m.end+3 && i < len(f.l.Toks); i++ {
			if i >= m.end && !f.l.Has(m.end, f.p.know.lists.of) {
				break
			}
			if v, _, ok := f.l.Value(i, f.stateAdj); ok && i < m.end {
				if st, ok := f.stateNamed(v); ok {
					return st
				}
			}
			if p, ok := f.p.mentionAt(i, lang.PlaceChunk); ok && p.entity >= 0 && f.isCountry(p.entity) {
				return p.entity
			}
			if st, ok := f.stateInName(i, m); ok {
				return st
			}
		}
	}
	return -1
}

// allBefore reports whether all states are named before a sentence.
func (f *agreementFinder) allBefore(states []int, s lang.Sentence) bool {
	before := f.statesIn(0, s.First)
	return !slices.ContainsFunc(states, func(e int) bool { return !slices.Contains(before, e) })
}

// inDateline reports whether a date only says when the text was written: it
// stands before the dash or colon that its first paragraph opens with.
func (f *agreementFinder) inDateline(m *mention) bool {
	from := 0
	if m.start > datelineReach {
		from = f.p.opensAt()
	}
	return m.start >= from && m.start <= from+datelineReach && f.behindDateline(from, from+datelineReach+6) > m.start
}

// justNamedToo gives the other of two that the sentence before names, where one
// of them is a party already and somebody signs for whom the text does not say:
// "The institute and the Government of Malta will … It was signed by director X and
// Malta's minister"; -1 elsewhere.
func (f *agreementFinder) justNamedToo(s lang.Sentence, party int) int {
	own := f.p.doc.entities[party].folded()
	found := false
	other := -1
	for _, e := range f.bodiesJustNamed(s) {
		if name := f.p.doc.entities[e].folded(); e == party || strings.Contains(name, own) || strings.Contains(own, name) {
			found = true
		} else if other >= 0 {
			return -1
		} else {
			other = e
		}
	}
	if !found && other >= 0 { // the Government of Malta is Malta
		f.theStates(s, false, 0)
		found = slices.Contains(f.statesIn(f.p.sentenceOf(s.First-1).First, s.First), party)
	}
	if !found {
		return -1
	}
	return other
}

// sidedBehind reports whether "with" and a party stand right behind a verb: "the
// accord was concluded with Nigeria".
func (f *agreementFinder) sidedBehind(d *deed, s lang.Sentence) bool {
	return d.end+1 < s.Last && f.l.Has(d.end, f.p.know.lists.partyWith) && f.at(d.end+1) != nil
}

// subjectBehind gives the body whose act an English sentence opens with, named as
// the subject behind the participle of what was done: "Under resolution 12,
// adopted on 30 May, the council extended …"; -1 where none stands there.
func (f *agreementFinder) subjectBehind(ph *phrase, d *deed, s lang.Sentence) int {
	if !f.english() || d == nil || !strings.HasPrefix(d.value, "adopted") || d.start < ph.to || d.start > ph.to+1 || ph.from > s.First+3 || f.passive(d) {
		return -1
	}
	for i := d.end; i < s.Last && i < d.end+9; i++ {
		if f.l.Rune(i) != ',' {
			continue
		}
		if f.l.Has(i+1, f.article) {
			i++
		}
		if m := f.at(i + 1); m != nil && m.class == lang.OrgChunk && m.entity >= 0 {
			return m.entity
		}
		return -1
	}
	return -1
}

// wholeName takes into the English name of an act the words before it that small
// words join: "the Freedom of Information Act".
func (f *agreementFinder) wholeName(ph *phrase, s lang.Sentence) {
	if !f.english() || !ph.has("act") || !f.l.Is(ph.head, lang.Cap) {
		return
	}
	if k := ph.from; k-2 >= s.First && f.l.Rune(k-1) == '-' && f.l.Is(k-2, lang.Cap) && f.l.Is(k, lang.Glued) { // the Treaty-Making Bill
		ph.from -= 2
	}
	for k := ph.from; k-2 > s.First && f.l.Is(k, lang.Cap) && f.l.Is(k-1, lang.Lower) && f.l.Is(k-2, lang.Cap) && f.at(k-2) == nil && f.at(k) == nil; {
		if !f.l.Has(k-1, f.p.know.lists.of) && !f.joins(k-1) && !f.l.Plays(k-1, f.p.know.roles.to) && !f.l.Plays(k-1, f.p.know.roles.forWhat) || f.l.Has(k-2, f.officenoun) {
			return
		}
		for k -= 2; k-1 > s.First && f.l.Is(k-1, lang.Cap) && f.at(k-1) == nil; k-- {
		}
		ph.from = k
		ph.mods++
	}
}

// stateOfOwner gives the state whose parliament alone ratifies, named as its
// owner or in its name: "Tonga's Legislative Assembly ratified the treaty"; -1
// where the body is none or the state is not told.
func (f *agreementFinder) stateOfOwner(e int, s lang.Sentence) int {
	if f.p.doc.entities[e].kind != read.Organization || !f.isParliament(e) {
		return -1
	}
	for _, k := range f.p.mentionsIn(lang.PlaceChunk, s.First, s.Last) {
		if m := &f.p.mens[k]; m.entity >= 0 && f.isCountry(m.entity) && f.ownsBody(m) {
			return m.entity
		}
	}
	return f.stateOfBody(e)
}

// isParliament reports whether a body's name is that of one state's parliament.
func (f *agreementFinder) isParliament(e int) bool {
	name := f.p.doc.entities[e].folded()
	has := func(list *endingList) bool {
		for w, at := nextField(name, 0); w != ""; w, at = nextField(name, at) {
			if list.whole(w) {
				return true
			}
		}
		return false
	}
	return has(f.p.know.endings.parliamentWord) && !has(f.p.know.endings.manyStates) && !(f.russian() && f.chamberOf(name))
}
