package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// rows proposes the members of an English row of places of which the first is known
// by its preposition or its verb, and of clubs somebody was with: "it borders Keles,
// Thask and Vandrel", "spells at Keles, Thask and Vandrel".
func (n *nameFinder) rows(s lang.Sentence) {
	for _, at := range n.caps {
		i := int(at)
		if i < s.First+3 || n.l.Rune(i-1) != ',' || n.taken[i] {
			continue
		}
		first := n.startOf(i - 1)
		switch {
		case first < s.First+2:
		case n.l.Plays(first-2, n.r.clubSpell) && (n.word(first-1) == "at" || n.word(first-1) == "with"):
			n.row(i, lang.OrgChunk, false, s)
		case n.endsAt(i-1) == lang.PlaceChunk && (n.placePrep != 0 && n.l.Has(first-1, n.placePrep) || n.l.Plays(first-1, n.r.placeAfter)):
			n.row(i, lang.PlaceChunk, n.behindNoun(first-1, s), s)
		}
	}
}

// behindNoun reports whether the preposition at token i belongs to a noun with which
// the sentence begins, so that its verb may follow a row of places: "students from
// Oslo, Vandrel and Thask will", but "On a visit to Oslo, Vandrel and Thask met".
func (n *nameFinder) behindNoun(i int, s lang.Sentence) bool {
	k := i - 1
	if k == s.First {
		return strings.HasSuffix(n.word(k), "s")
	}
	return n.l.Has(k, lang.Lower) && !n.l.Has(k, n.say) && !n.l.Has(k, n.funcWord) && !n.l.Plays(s.First, n.r.clauseEnds) && !strings.HasSuffix(n.word(s.First), "ing")
}

// row proposes the members of a row of a class from token i on, where "and" joins the
// last and a clause ends behind it: places that no list has, clubs in any case. An
// open row is one behind a noun, "students from Keles", whose verb may follow.
func (n *nameFinder) row(i int, class lang.Class, open bool, s lang.Sentence) {
	var starts, ends [8]int
	members, last := 0, false
	for k := i; members < len(starts) && k < s.Last && n.beside(k, s); members++ {
		end := k + 1
		for end < s.Last && end-k < 3 && n.beside(end, s) {
			end++
		}
		if n.beside(end, s) || n.l.Has(k, n.funcWord) {
			return
		}
		starts[members], ends[members] = k, end
		if last {
			members++
			break
		}
		if k = end; n.l.Rune(k) == ',' {
			k++
		}
		if n.l.Plays(k, n.r.and) {
			k, last = k+1, true
		} else if k == end {
			return
		}
	}
	if e := max(0, members-1); !last || members < 2 || !n.clauseEnds(ends[e], s) && !(open && n.l.Has(ends[e], lang.Lower)) && !(class == lang.OrgChunk && n.l.Rune(ends[e]) == ',') {
		return
	}
	for m := range members {
		k, end := starts[m], ends[m]
		if class == lang.OrgChunk && !n.country(k) && !n.l.Has(k, n.common) {
			n.propose(candidate{class: class, start: k, end: end, score: scoreKnown + 6, rule: "row"})
			continue
		}
		if class == lang.PlaceChunk && !n.covered(k) && n.bareName(k, end) && !n.isGiven(element{start: k, end: k + 1}) {
			n.propose(candidate{class: lang.PlaceChunk, start: k, end: end, score: scoreContext + 4, rule: "row"})
		}
	}
}

// startOf gives the first token of the longest name proposed that ends at token i; -1 for none.
func (n *nameFinder) startOf(i int) int {
	start := -1
	for k := range n.cands {
		if c := &n.cands[k]; c.end == i && c.class != lang.NoClass && (start < 0 || c.start < start) {
			start = c.start
		}
	}
	return start
}

// headsRow reports whether two unlisted words that open an English sentence open a
// row of persons: "Wanja Vandrel, Peder Thask and Ann Berg ran".
func (n *nameFinder) headsRow(i, end int, s lang.Sentence) bool {
	k := end + 1
	return i == s.First && end == i+2 && n.l.Rune(end) == ',' && n.speaksOfOne(i, end) && n.beside(k+1, s) && n.beginsAt(k) == lang.PersonChunk
}

// forOrAgainst proposes the person of a surname that everybody knows, or that the
// text has named, behind "pro-" or "anti-".
func (n *nameFinder) forOrAgainst(i int) {
	if !n.l.Plays(i-2, n.r.forAgainst) || n.l.Is(i, lang.Upper) || n.taken[i] || n.placeAt(element{start: i, end: i + 1}) {
		return
	}
	if v, _, ok := n.l.Value(i, n.surname); ok && v == "known" || n.ask(askSurname, i, i+1) {
		n.propose(candidate{class: lang.PersonChunk, start: i, end: i + 1, score: scorePerson, rule: "beside"})
	}
}

// sendsOne reports whether a full name of the lists stands behind the possessive of
// a bare name, which is then that of the firm or paper it belongs to: "Vandrel's Ann Berg".
func (n *nameFinder) sendsOne(w *besideWords) bool {
	k := w.after
	return w.owns && w.one && !w.personal && n.beside(k, w.s) && n.isGiven(element{start: k, end: k + 1}) && n.beside(k+1, w.s) && !n.beside(k+2, w.s) && !n.l.Bits[k+1].Intersects(&n.anyCommon) && !n.placeAt(element{start: k, end: k + 1})
}

// inApposition reports whether two words of which neither need be a name stand
// between commas behind an office: "the minister of finance, Grace Note, signed".
func (n *nameFinder) inApposition(els []element, s lang.Sentence) bool {
	if n.tag != "en" || len(els) != 2 || els[0].initial || els[1].initial || els[1].particle || els[0].start < s.First+2 {
		return false
	}
	return n.isGiven(els[0]) && n.l.Rune(els[0].start-1) == ',' && n.titledAt(els[0].start-1) && n.l.Rune(els[1].end) == ',' && !n.l.Is(els[1].start, lang.Upper)
}

// surnameActs reports whether a word of the language that opens an English sentence
// does what persons do, so that it may be the surname of someone named in full:
// "Note agreed", but not "Peace has come".
func (n *nameFinder) surnameActs(i int, s lang.Sentence) bool {
	k := i + 1
	if n.tag != "en" || k >= s.Last || !n.l.Is(k, lang.Lower) || n.l.Is(i, lang.Upper) {
		return false
	}
	return n.say != 0 && n.l.Has(k, n.say) || n.l.Plays(k, n.r.actsAsPerson)
}

// wordAsSurname reports whether a small word that is a surname too closes a name
// behind a given name, or behind a title and one word: Anna Note, President Kessai
// Note.
func (n *nameFinder) wordAsSurname(p *parting, e element) bool {
	if p.shouting || !p.inside() || p.behind() > 0 || !n.l.Plays(e.start, n.r.surnameToo) || n.l.Is(e.start, lang.Upper) {
		return false
	}
	first := p.els[p.from]
	return n.isGiven(first) || p.titled && p.x == p.from+1 && n.bareName(first.start, first.end)
}

// atShouted ends the name in a line of capitals at a word that is none of persons:
// MARIA LOPEZ | VISITS KENYA.
func atShouted(n *nameFinder, p *parting, e element) bool {
	if !p.shouting || !p.inside() && (!p.titled || p.behind() == 0) || n.isGiven(e) || n.surname != 0 && n.l.Has(e.start, n.surname) {
		return false
	}
	does := (p.x >= p.from+2 || p.titled) && strings.HasSuffix(n.word(e.start), "s") // WINS
	if surname, _ := n.surnameEnding(e); surname {
		return false
	}
	if !does && !n.placeAt(e) && !n.l.Bits[e.start].Intersects(&n.anyCommon) && !(n.say != 0 && n.l.Has(e.start, n.say)) && !(n.cue != 0 && n.l.Has(e.start, n.cue)) && !n.l.Plays(e.start, n.r.placeAfter) && !n.l.Plays(e.start, n.r.doesAsPerson) && !n.l.Plays(e.start, n.r.personAfter) {
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x+1, false)
}

// onlyShouted reports whether words in a line of capitals have nothing of a person
// but their capitals and a title before them: POLICE CHIEF | BACKS STRIKE.
func (n *nameFinder) onlyShouted(r *personRun) bool {
	return n.tag == "en" && r.shouting && r.words > 1 && r.initials == 0 && !r.given && !r.givenWord && !r.surname && !n.eastern(r.first)
}

// calledMister reports whether a place of one word is somebody's surname behind a
// form of address: Mr London, Senator Lincoln. Presidents are of states too.
func (n *nameFinder) calledMister(w *loneWord) bool {
	k := w.start - 1
	if n.glued(k, '.') {
		k--
	}
	if k < w.s.First || !n.l.Is(k, lang.Cap) || !n.placeAt(w.element) || w.end < w.s.Last && n.l.Is(w.end, lang.Cap) || n.l.Rune(w.end) == ',' && n.placeAt(element{start: w.end + 1, end: w.end + 2}) {
		return false
	}
	return n.l.Plays(k, n.r.beforeSurname) || n.word(k) == "president" && !n.country(w.start)
}

// kinNamed reports, but for what closes a letter ("Thanks, Vandrel"), whether the one word [i, end) stands between commas behind
// somebody's kin or companion: "her sister, Vandrel, sings".
func (n *nameFinder) kinNamed(w *besideWords) bool {
	if w.one && w.prev == "," && w.two >= w.s.First && n.l.Plays(w.two, n.r.closesLetter) && n.word(w.two) != "you" && (w.end >= len(n.l.Toks) || n.l.Toks[w.end].Break) {
		return true // Thanks, Vandrel
	}
	if w.one && n.l.Plays(w.at, n.r.kin) && w.two >= w.s.First && n.l.Plays(w.two, n.r.determiner) && !n.l.Plays(w.two, n.r.article) && !w.owns {
		return true // my bro Vandrel
	}
	if !w.one || w.prev != "," || w.two < w.s.First+1 || n.l.Rune(w.end) != ',' {
		return false
	}
	k := w.two - 1
	if !n.l.Plays(w.two, n.r.kin) && !n.l.Has(w.two, n.p.know.lists.personNoun) {
		return false
	}
	for k > w.s.First && k > w.two-3 && n.l.Is(k, lang.Lower) && !n.l.Plays(k, n.r.determiner) && !n.l.Plays(k, n.r.ownS) {
		k-- // his younger sister
	}
	return n.l.Plays(k, n.r.determiner) && n.word(k) != "a" && n.word(k) != "an" && n.word(k) != "the" || n.l.Plays(k, n.r.ownS) && n.l.Is(k, lang.Glued)
}

// faithAsGiven reports whether the adjective of a faith or a nation at the element
// asked about is a given name before a word of no list: Christian Vandrel.
func (n *nameFinder) faithAsGiven(p *parting, e element) bool {
	next := p.els[p.x+1]
	return p.behind() == 1 && !next.initial && !next.particle && !n.afterArticle(e.start) && !n.opens(e.start, p.sentence) && !p.shouting && n.bareName(next.start, next.end) && !strings.HasSuffix(n.word(next.start), "s")
}

// placesWithin proposes the land or region that closes a sentence behind a place and
// its preposition: "in Keles, Vandrel.".
func (n *nameFinder) placesWithin(s lang.Sentence) {
	i := s.Last - 2
	if i < s.First+3 || !n.l.Is(i, lang.Cap) || n.l.Rune(i+1) != '.' || n.l.Rune(i-1) != ',' || n.taken[i] || n.covered(i) || !n.bareName(i, i+1) || n.isGiven(element{start: i, end: i + 1}) || n.endsAt(i-1) != lang.PlaceChunk {
		return
	}
	if first := n.startOf(i - 1); first > s.First+1 && n.placePrep != 0 && n.l.Has(first-1, n.placePrep) {
		n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreContext, rule: "within"})
	}
}

// townInPlace reports whether the one word that begins at token k behind "in" is a
// town, though a given name too, by the place behind its comma: "in Sabri, in
// Benghazi".
func (n *nameFinder) townInPlace(i, k, end int) bool {
	if !n.l.Plays(i, n.r.in) || end != k+1 || n.l.Rune(end) != ',' || n.l.Is(k, lang.Upper) {
		return false
	}
	next := end + 1
	if n.l.Plays(next, n.r.in) {
		next++
	}
	to := n.placeChunk(next)
	return to > 0 && n.l.Has(next, lang.Cap) && !n.isGiven(element{start: next, end: next + 1}) && !n.glued(to, '\'') && !n.glued(to, '’')
}

// rankedGiven reports whether a word that is an office and a given name stands right
// behind a rank, as the name of who has it.
func (n *nameFinder) rankedGiven(e element, s lang.Sentence) bool {
	k := e.start - 1
	if n.glued(k, '.') {
		k--
	}
	return k >= s.First && n.l.Is(k, lang.Cap) && n.l.Plays(k, n.r.beforeSurname) && n.isGiven(e)
}

// opensAndActs reports whether three words that open a sentence, a given name or a
// surname among them, do what persons do: "Gaius Vandrel Rufus fled".
func (n *nameFinder) opensAndActs(r *personRun) bool {
	return len(r.els) == 3 && r.words == 3 && r.common == 0 && r.acronyms == 0 && (r.surname || n.isGiven(r.els[1])) && n.doesAsPerson(r.last.end) && !strings.HasSuffix(n.word(r.last.start), "s")
}

// foundAt reports whether unknown words stand behind "at", which persons do only
// behind verbs of looking and shouting.
func (n *nameFinder) foundAt(r *personRun) bool {
	i := r.els[0].start
	return i > r.s.First && n.l.Plays(i-1, n.r.at) && !r.titled && !n.l.Plays(i-2, n.r.doneAt) && !n.glued(r.last.end, '\'') && !n.glued(r.last.end, '’')
}

// townOfLand reports whether a bare name behind a verb or a preposition has the land
// or state it lies in behind its comma, which a clause ends with: "struck Vandrel,
// Kenya.".
func (n *nameFinder) townOfLand(w *besideWords) bool {
	if !w.one || n.l.Rune(w.end) != ',' || w.prev == "" || !n.l.Is(w.at, lang.Lower) || n.l.Plays(w.at, n.r.and) {
		return false
	}
	k := n.placeChunk(w.end + 1)
	return k > 0 && n.l.Is(w.end+1, lang.Cap) && !n.isGiven(element{start: w.end + 1, end: w.end + 2}) && k < w.s.Last && (n.l.Rune(k) == '.' || n.l.Rune(k) == ',')
}
