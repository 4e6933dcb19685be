package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// Lines of mail, reviews and releases that were joined into one text leave
// names side by side with no mark between: what follows parts them again.

// namedAgain gives the element at which an English run names the same person a
// second time, with more words: "Gretchen | Gretchen Holbrook"; 0 elsewhere.
func (n *nameFinder) namedAgain(els []element) int {
	for x := 1; x+1 < len(els); x++ {
		if a, b := els[x-1], els[x]; !a.initial && !b.initial && !a.particle && a.end-a.start == b.end-b.start && n.l.Fold(a.start) == n.l.Fold(b.start) && n.l.Fold(a.end-1) == n.l.Fold(b.end-1) && n.isGiven(b) {
			return x
		}
	}
	return 0
}

// townBehind reports whether the last word of a name of three words or more is
// the town of the letters of a state behind it: "Walt Zimmer | Schenectady, NY".
func (n *nameFinder) townBehind(els []element, s lang.Sentence) bool {
	last := els[len(els)-1]
	k := last.end + 1
	return len(els) > 2 && !last.initial && k < s.Last && n.l.Rune(k-1) == ',' && n.l.Is(k, lang.Upper) && (n.l.Plays(k, n.r.stateCode) || n.l.Plays(k, n.r.stateLetters))
}

// bodyBeforeTown gives the end of a body that a town and the letters of its
// state follow: "the Bureau of Public Affairs | Washington, DC".
func (n *nameFinder) bodyBeforeTown(end, after int, s lang.Sentence) int {
	if after < end+3 || after+1 >= s.Last || n.l.Rune(after) != ',' || !n.l.Is(after+1, lang.Upper) || !(n.l.Plays(after+1, n.r.stateCode) || n.l.Plays(after+1, n.r.stateLetters)) {
		return after
	}
	for k := after - 1; k > end+1 && k >= after-3; k-- {
		if n.placeChunk(k) >= after && n.l.Is(k-1, lang.Cap) {
			return k
		}
	}
	return after
}

// heldBehind reports whether the word at token k ends an office that somebody
// holds whose name stands before it: "Ana Holbrook Senior Counsel | Thask Corp.".
func (n *nameFinder) heldBehind(k int, s lang.Sentence) bool {
	if n.tag != "en" || n.office == 0 || k-2 < s.First || !n.l.Has(k, n.office) {
		return false
	}
	for j := k - 2; j >= max(s.First, k-4); j-- {
		if n.isGiven(element{start: j, end: j + 1}) && n.l.Is(j, lang.Cap) {
			return true
		}
	}
	return false
}

// clubOfTown proposes the club of a town by a word of no list before it, in a
// text on football: "Sutjeska Vandrel" where Vandrel is a known town.
func (n *nameFinder) clubOfTown(i, end int, s lang.Sentence) bool {
	if end != i+2 || i == s.First || !n.placeAt(element{start: i + 1, end: end}) || !n.ofPlayers() || n.placeChunk(i) > 0 || !n.bareName(i, i+1) || n.isGiven(element{start: i, end: i + 1}) || n.l.Plays(i, n.r.sidePlace) {
		return false
	}
	if end < s.Last && n.l.Is(end, lang.Cap) || n.l.Rune(end) == ',' && n.placePrep != 0 && n.l.Has(i-1, n.placePrep) && n.l.Plays(i-1, n.r.in) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreKnown + 6, rule: "club"})
	return true
}

// playerWords tell that a text is of players of a game in teams.
var playerWords = [...]string{"footballer", "midfielder", "goalkeeper", "striker", "defender"}

// houseOfStaff proposes what people work at, though its last word is one of
// places: "everyone at Cedar Hollow".
func (n *nameFinder) houseOfStaff(i int, s lang.Sentence) bool {
	k := i + 1
	if !n.l.Plays(i, n.r.at) || i == s.First || !n.l.Plays(i-1, n.r.staff) || !n.beside(k, s) || !n.beside(k+1, s) || !n.l.Has(k+1, n.placeHead) || n.placeChunk(k) > 0 || k+2 < s.Last && n.l.Is(k+2, lang.Cap) || n.l.Has(k, n.natAdj) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: k, end: k + 2, score: scorePlace + 8, rule: "staff"})
	return true
}

// areasJoined proposes the two places before a plural noun of areas: "the Thask
// and Vandrel districts".
func (n *nameFinder) areasJoined(i, end int) bool {
	if !n.l.Plays(i-1, n.r.the) || !n.l.Plays(end, n.r.and) || !n.l.Has(end+1, lang.Cap) || !n.l.Plays(end+2, n.r.areaPlural) || n.taken[end+1] || n.l.Has(end+1, n.natAdj) || n.l.Has(end+1, n.common) {
		return false
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreModel + 4, rule: "areas"})
	n.propose(candidate{class: lang.PlaceChunk, start: end + 1, end: end + 2, score: scoreModel + 4, rule: "areas"})
	return true
}

// holdsOffice reports whether an office stands before the name that ends with
// token k, so that an "of" behind it may tell the town or land of the office.
func (n *nameFinder) holdsOffice(k int, s lang.Sentence) bool {
	for k > s.First && n.beside(k-1, s) && !n.l.Has(k-1, n.title) && !n.l.Has(k-1, n.office) {
		k--
	}
	return n.titledAt(k) && !n.l.Plays(k-1, n.r.address) && !n.l.Plays(k-1, n.r.staff) // Analyst Ada Berg of Vandrel
}

// forcesOfOne reports whether the forces that the word at token head heads are
// those of the person whose name begins at token k.
func (n *nameFinder) forcesOfOne(head, k int, s lang.Sentence) bool {
	if !(n.word(head) == "forces" || n.l.Plays(head, n.r.unitHead)) || !n.isGiven(element{start: k, end: k + 1}) || n.placeAt(element{start: k, end: k + 1}) || k+1 >= s.Last {
		return false
	}
	return n.beside(k+1, s) || n.l.Plays(k+1, n.r.arabicArticle) && n.glued(k+2, '-')
}

// stateOfIslam proposes the letters IS where what stands behind them says that they
// are no verb ("IS had fled", "IS fighters"), or where the text names the Islamic
// State in another way too.
func (n *nameFinder) stateOfIslam(i int) bool {
	if n.word(i) != "is" || n.taken[i] || n.loud {
		return false
	}
	if told := n.l.Plays(i+1, n.r.beVerb) || n.l.Plays(i+1, n.r.owned) || n.word(i+1) == "had" || n.word(i+1) == "has"; !told && !strings.Contains(n.l.Text, "Islamic State") && !strings.Contains(n.l.Text, "Daesh") && !strings.Contains(n.l.Text, "ISIL") && !strings.Contains(n.l.Text, "ISIS") {
		return false
	}
	if i > 0 && n.l.Is(i-1, lang.Upper) || n.l.Has(i+1, lang.Upper) {
		return false // THIS IS IT
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: i + 1, score: scoreAcronym, rule: "letters"})
	return true
}

// kinWithoutCapitals proposes a given name in small letters behind somebody's
// kin or friend: "my brother ben".
func (n *nameFinder) kinWithoutCapitals(i int, s lang.Sentence) {
	if i < s.First+2 || !n.l.Plays(i-1, n.r.kin) || !n.l.Plays(i-2, n.r.determiner) || n.taken[i] || n.l.Has(i, n.funcWord) || n.l.Has(i, n.common) {
		return
	}
	if e := n.l.Uncapped(i, n.given); e != nil && e.Value != "word" {
		n.propose(candidate{class: lang.PersonChunk, start: i, end: i + 1, score: scoreModel, rule: "uncapped"})
	}
}
