package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// toldBeside proposes English names by the common noun that stands right before
// or behind them and says what they are: "my village, Vandrel,", "districts such
// as Thask and Vandrel", "league side Vandrel", "fans of Leeds", "Vandrel's debut
// album", ", and Vandrel is the smallest district".
func (n *nameFinder) toldBeside(s lang.Sentence) {
	works := n.has.roles.Has(n.r.ofBand) || n.has.roles.Has(n.r.bandVerb)
	for x, at := range n.caps {
		i, m := int(at), n.marks[x]
		if n.l.Rune(i) == 'O' && n.word(i) == "our" && n.ladyNamed(i, s) {
			continue
		}
		if m&(capTaken|capSmall|capHyphen) != 0 {
			continue
		}
		if m&capInside != 0 {
			if n.l.Plays(i, n.r.saintShort) {
				n.saintNamed(i, s)
			}
			continue
		}
		if works {
			n.ofWork(i, s)
			n.theirWork(i, s)
		}
		if n.l.Is(i, lang.Upper) && n.lettersOfTown(i, s) || n.l.Plays(i, n.r.saintShort) && n.saintNamed(i, s) {
			continue
		}
		if n.l.Bits[i].Intersects(&n.anyPlace) {
			n.playsForTown(i, s)
			n.tradedTo(i, s)
		}
		p := i - 1
		if p <= s.First {
			n.saluted(i)
			if n.l.Rune(p) == ',' {
				n.calledUpon(i, s)
			}
			continue
		}
		n.toldBefore(i, s)
	}
}

// toldBefore proposes the English name at token i by what stands right before it: a comma,
// a line of its own, "of" or a noun that opens an instance or a side.
func (n *nameFinder) toldBefore(i int, s lang.Sentence) {
	p := i - 1
	switch {
	case n.l.Rune(p) == ',':
		if n.l.Is(p-1, lang.Lower) {
			n.aside(i, s)
		}
		n.calledUpon(i, s)
	case n.l.Toks[i].Break:
		n.saluted(i)
	case n.l.Plays(p, n.r.of) && p-1 > s.First && n.l.Has(p-1, lang.Lower) && !n.l.Plays(p-1, n.r.teamFolk):
		n.firmOf(i, s)
	case !n.l.Is(p, lang.Lower):
		if n.l.Rune(p) == ';' {
			n.clauseTold(i, s)
		}
	case n.l.Plays(p, n.r.sideNoun), n.l.Plays(p, n.r.of) && n.l.Plays(p-1, n.r.teamFolk):
		n.clubNear(i, s)
	case n.l.Plays(p, n.r.opensInstance):
		n.instance(i, s)
	case n.l.Plays(p, n.r.opensSide):
		n.clauseTold(i, s)
	}
}

// nameEnd gives the end of the name of up to four words that begins at token i,
// 0 where a title or a word of no name stands in it.
func (n *nameFinder) nameEnd(i int, s lang.Sentence) int {
	els := n.run(i, min(s.Last, i+8))
	if len(els) == 0 || len(els) > 4 || els[0].particle {
		return 0
	}
	for _, e := range els {
		if !e.particle && (n.l.Has(e.start, n.title) || n.l.Has(e.start, n.office) || n.l.Has(e.start, n.natAdj) || n.l.Has(e.start, n.month) || n.l.Has(e.start, n.funcWord)) {
			return 0
		}
	}
	return els[len(els)-1].end
}

// isaBefore gives what the common noun that ends right before token i says a
// name is, and the noun's first token.
func (n *nameFinder) isaBefore(i int, s lang.Sentence) (value string, start int) {
	for k := max(s.First, i-3); k < i; k++ {
		if ch, ok := n.l.Chunk(k, n.isa); ok && int(ch.End) == i && n.l.Is(k, lang.Lower) {
			return n.l.Entry(ch).Value, k
		}
	}
	return "", i
}

// aside reads a name between commas behind somebody's noun: "my village, Vandrel,
// in", "the French general, Vandrel, said".
func (n *nameFinder) aside(i int, s lang.Sentence) {
	value, noun := n.isaBefore(i-1, s)
	if value != "person" && value != "place" && value != "org" {
		return
	}
	end := n.nameEnd(i, s)
	if end == 0 || end < s.Last && n.l.Rune(end) != ',' && n.l.Rune(end) != '.' && n.l.Rune(end) != ';' && n.l.Rune(end) != ')' {
		return
	}
	if n.l.Rune(end) == ',' && end+1 < s.Last && (n.l.Plays(end+1, n.r.and) || n.l.Plays(end+1, n.r.or)) {
		return // in the village, Thask, and elsewhere: a row
	}
	whose := ""
	for k := noun - 1; k >= max(s.First, noun-4); k-- {
		if n.l.Plays(k, n.r.determiner) {
			whose = n.word(k)
			break
		}
		if !n.l.Is(k, lang.Word) {
			return
		}
	}
	e := element{start: i, end: i + 1}
	one := end == i+1
	switch {
	case whose == "" || whose == "a" || whose == "an":
		return
	case whose == "the" && !(n.l.Rune(end) == ',' && value == "person"):
		return
	case one && n.l.Bits[i].Intersects(&n.anyCommon) && !n.isGiven(e), n.l.Is(i, lang.Upper) && value == "person":
		return
	case value == "person" && (n.placeAt(e) && !n.isGiven(e) || n.l.Has(i, n.orgKnown) || n.l.Has(i, n.gazBody)):
		return
	case value == "place" && n.isGiven(e) && !n.placeAt(e):
		return
	case value == "org" && one && n.isGiven(e):
		return
	}
	n.proposeTold(value, i, end, scoreLegal)
}

// calledUpon proposes a given name behind a word one speaks to somebody with:
// "Thanks, Maria.", "Yes, Jeff,".
func (n *nameFinder) calledUpon(i int, s lang.Sentence) {
	if e := (element{start: i, end: i + 1}); !n.isGiven(e) || !n.l.Plays(i-2, n.r.hailing) || n.country(i) || n.l.Is(i, lang.Upper) {
		return
	}
	if k := i + 1; k >= s.Last || strings.ContainsRune(".,!?;", n.l.Rune(k)) {
		n.propose(candidate{class: lang.PersonChunk, start: i, end: k, score: scorePerson, rule: "vocative"})
	}
}

// saluted proposes a given name that opens a paragraph before a dash: "Jeff -- I
// will call".
func (n *nameFinder) saluted(i int) {
	k := i + 1
	if e := (element{start: i, end: k}); k >= len(n.l.Toks) || !(n.l.Toks[i].Break || i == 0) || n.l.Is(k, lang.Glued) || !n.isGiven(e) || n.placeAt(e) && !n.l.Has(i, n.given) {
		return
	}
	if r := n.l.Rune(k); (r == '-' || r == '–' || r == '—') && n.mailLike() {
		n.propose(candidate{class: lang.PersonChunk, start: i, end: k, score: scorePerson, rule: "salutation"})
	}
}

// mailLike reports whether somebody speaks to somebody in the text.
func (n *nameFinder) mailLike() bool {
	return n.mailed || strings.Contains(n.l.Text, " you ") || strings.Contains(n.l.Text, " your ") || strings.Contains(n.l.Text, " me ")
}

// instance proposes names given as instances of a noun in the plural: "districts
// such as Thask and Vandrel", "bands like Vandrel".
func (n *nameFinder) instance(i int, s lang.Sentence) {
	k := i - 2
	if n.l.Plays(i-1, n.r.as) {
		if n.word(k) != "such" {
			return
		}
		k--
	}
	if n.l.Rune(k) == ',' {
		k--
	}
	if k < s.First {
		return
	}
	if n.endsAt(k+1) == lang.PlaceChunk || n.l.Is(k, lang.Cap) { // villages on the shores of the Vandrel including Thask
		for j := k; j > s.First && j > k-12; j-- {
			if n.l.Plays(j, n.r.areaPlural) {
				k = j
				break
			}
		}
	}
	class := n.classOfMany(k)
	if class == lang.NoClass {
		return
	}
	for i < s.Last && n.l.Is(i, lang.Cap) {
		end := n.nameEnd(i, s)
		if end == 0 {
			return
		}
		e := element{start: i, end: i + 1}
		fits := n.bareName(i, end)
		switch class {
		case lang.PlaceChunk:
			fits = n.l.Is(i, lang.Cap) && !n.l.Has(i, n.common) && !n.l.Has(i, n.orgHead) && !n.l.Has(i, n.orgKnown)
		case lang.PersonChunk:
			fits = fits && !n.wordly([]element{e})
		case lang.OrgChunk:
			fits = fits && !n.isGiven(e) || n.placeChunk(i) == end && !n.country(i) && n.l.Plays(k, n.r.clubKind)
		}
		if fits {
			n.propose(candidate{class: class, start: i, end: end, score: scoreKnown + 4, rule: "instance"})
		}
		i = end
		if n.l.Rune(i) == ',' {
			i++
		}
		if i < s.Last && (n.l.Plays(i, n.r.and) || n.l.Plays(i, n.r.or)) {
			i++
		}
		if i == end {
			return
		}
	}
}

// classOfMany gives the class of the names that are told for a plural at token k.
func (n *nameFinder) classOfMany(k int) lang.Class {
	switch {
	case !n.l.Is(k, lang.Lower):
		return lang.NoClass
	case n.l.Plays(k, n.r.areaPlural), n.p.know.endings.townPlural.whole(n.word(k)):
		return lang.PlaceChunk
	case n.l.Has(k, n.p.know.lists.bodyPlural):
		return lang.OrgChunk
	case n.l.Plays(k, n.r.peopleLike):
		return lang.PersonChunk
	}
	return lang.NoClass
}

// clauseTold reads a clause inside a sentence that says what a name is: "and
// Vandrel is the smallest district".
func (n *nameFinder) clauseTold(i int, s lang.Sentence) {
	end := n.nameEnd(i, s)
	if end == 0 || !n.l.Plays(end, n.r.copula) || !n.l.Plays(end+1, n.r.article) || n.l.Is(i, lang.Upper) || !n.bareName(i, end) {
		return
	}
	switch value := n.isaValue(end+2, s); value {
	case "person", "place", "org":
		n.proposeTold(value, i, end, scoreModel+4)
	}
}

// ofWork proposes the band that a record is by: "Vandrel Thask's debut album".
// One who has a given name is a person.
func (n *nameFinder) ofWork(i int, s lang.Sentence) {
	end := i + 1
	for end < s.Last && end-i < 4 && n.beside(end, s) {
		end++
	}
	k := end
	switch {
	case (n.glued(k, '\'') || n.glued(k, '’')) && n.l.Plays(k+1, n.r.ownS) && n.l.Is(k+1, lang.Glued):
		k += 2
	case (n.glued(k, '\'') || n.glued(k, '’')) && strings.HasSuffix(n.word(end-1), "s"):
		k++
	default:
		return
	}
	for j := k; j < min(s.Last, k+4); j++ {
		if !n.l.Is(j, lang.Lower) {
			return
		}
		if j == k && n.word(j) == "single" && j+1 < s.Last && n.l.Is(j+1, lang.Lower) { // Vandrel's single goal
			return
		}
		if n.l.Plays(j, n.r.ofBand) {
			e := element{start: i, end: i + 1}
			if n.isGiven(e) || n.l.Has(end-1, n.surname) || n.l.Has(i, n.title) || n.l.Has(i, n.natAdj) || n.placeAt(e) && end == i+1 || end == i+1 && !n.bareName(i, end) {
				return
			}
			n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scorePerson, rule: "record"})
			return
		}
	}
}

// besideAge reports whether an adjective with its capital that opens names of
// houses and places stands at token i: the Old | Mill.
func (n *nameFinder) besideAge(i int, s lang.Sentence) bool {
	if i < s.First || !n.l.Is(i, lang.Cap) {
		return false
	}
	return n.l.Plays(i, n.r.placeAdj)
}

// saintNamed proposes the person of a surname that begins with a saint, behind a
// title or before what persons only do: "General St. Clair", "St. Clair, who".
func (n *nameFinder) saintNamed(i int, s lang.Sentence) bool {
	if !n.glued(i+1, '.') || !n.beside(i+2, s) || n.taken[i] || n.l.Has(i+2, n.placeHead) || n.beside(i+3, s) {
		return false
	}
	after := n.l.Rune(i+3) == ',' && n.l.Plays(i+4, n.r.who) || n.l.Plays(i+3, n.r.actsAsPerson) && n.placeChunk(i) < i+3
	if !after && !n.titledAt(i) {
		return false
	}
	n.propose(candidate{class: lang.PersonChunk, start: i, end: i + 3, score: scoreLegal + 8, rule: "saint"})
	return true
}

// theirWork proposes a band, club or firm by what it does with what is theirs:
// "Vandrel Weekend release their second album". Two that "and" joins have theirs
// together, which tells of neither what it is.
func (n *nameFinder) theirWork(i int, s lang.Sentence) {
	end := i + 1
	for end < s.Last && end-i < 4 && n.beside(end, s) {
		end++
	}
	if end+1 >= s.Last || n.word(end+1) != "their" || i > s.First && n.l.Plays(i-1, n.r.and) {
		return
	}
	if !n.l.Plays(end, n.r.bandVerb) {
		return
	}
	for k := i; k < end; k++ {
		e := element{start: k, end: k + 1}
		if k == i && (n.isGiven(e) || n.placeAt(e) || n.l.Has(k, n.natAdj)) || n.l.Has(k, n.title) || n.l.Has(k, n.office) || n.l.Has(k, n.officePlural) || k == end-1 && (n.l.Has(k, n.surname) || n.l.Has(k, n.groupNoun) || n.l.Has(k, n.gazGroup) || n.l.Has(k, n.moreGroup)) {
			return
		}
	}
	if end == i+1 && !n.bareName(i, end) || end == i+1 && n.opens(i, s) && strings.HasSuffix(n.word(i), "s") {
		return // Scientists announced their
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, rule: "theirs"})
}

// firmOf proposes a firm behind "of" and its kind: "the law firm of Thask
// Vandrel".
func (n *nameFinder) firmOf(i int, s lang.Sentence) {
	k := i - 2
	if !n.l.Is(k, lang.Lower) || !n.l.Plays(k, n.r.firmKind) {
		return
	}
	end := n.nameEnd(i, s)
	if end == 0 || n.placeChunk(i) >= end {
		return
	}
	for end+1 < s.Last && (n.l.Plays(end, n.r.and) || n.l.Rune(end) == '&' || n.l.Rune(end) == ',') && n.beside(end+1, s) {
		next := n.nameEnd(end+1, s)
		if next == 0 || n.l.Rune(end) == ',' && !n.l.Plays(next, n.r.and) && n.l.Rune(next) != '&' {
			break
		}
		end = next
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal + 8, rule: "kind"})
}

// ordinaryPerson reports whether a common noun for a person with a capital stands
// before a given name at the head of a sentence: Reader | Joseph Malchow.
func (n *nameFinder) ordinaryPerson(els []element, x int, s lang.Sentence) bool {
	e := els[x]
	if x+2 >= len(els) || !n.isGiven(els[x+1]) || els[x+1].initial || n.isGiven(e) || !(n.opens(e.start, s) || n.l.Is(e.start-1, lang.Upper)) {
		return false
	}
	ch, ok := n.l.Chunk(e.start, n.isa)
	if !ok || int(ch.End) != e.end || n.l.Entry(ch).Value != "person" {
		ch, ok = n.l.Chunk(e.start, n.kindNoun)
		return ok && int(ch.End) == e.end && n.l.Entry(ch).Value == "either" // Investor | Ana Brandel
	}
	return true
}

// wantedAsBody reports whether a body that is a river too stands before a noun of
// trade or of the web: the Amazon page.
func (n *nameFinder) wantedAsBody(k int) bool {
	return n.l.Plays(k, n.r.webTrade) && n.l.Has(k, lang.Lower)
}
