package reader

import (
	"shanyraq/internal/lang"
)

// clubNear proposes the club called after a town, or by a name no list has, behind
// a noun for teams: "league side Vandrel", "fans of Leeds". States play under
// their own name.
func (n *nameFinder) clubNear(i int, s lang.Sentence) {
	end := n.nameEnd(i, s)
	if end == 0 || n.country(i) || n.l.Has(i, n.orgKnown) && n.placeChunk(i) == 0 {
		return
	}
	if k := n.placeChunk(i); k > 0 {
		if k < end && !(n.l.Has(k, n.orgHead) || n.l.Has(k, n.placeHead) || n.bareName(k, end)) {
			return
		}
	} else if n.l.Plays(i-1, n.r.of) || !n.bareName(i, end) || n.isGiven(element{start: i, end: i + 1}) || n.l.Has(end-1, n.surname) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, rule: "side"})
}

// lettersOfTown proposes the club of a town by letters that no list has: "LOSC
// Lille", "OGC Nice".
func (n *nameFinder) lettersOfTown(i int, s lang.Sentence) bool {
	k := i + 1
	t := &n.l.Toks[i]
	if k >= s.Last || n.taken[i] || t.End-t.Start < 2 || t.End-t.Start > 5 || t.Is(lang.Roman) || !n.beside(k, s) || n.l.Is(k, lang.Upper) || n.l.Is(k, lang.Glued) {
		return false
	}
	end := n.placeChunk(k)
	if end == 0 || n.country(k) || end < s.Last && (n.l.Is(end, lang.Cap) || n.glued(end, '-') || n.glued(end, '\'') || n.glued(end, '’')) || n.beside(i-1, s) {
		return false
	}
	if n.l.Has(i, n.acroStop) || n.l.Has(i, n.gazBody) || n.l.Has(i, n.orgKnown) || n.placeChunk(i) > 0 || n.l.Has(i, n.currency) || n.l.Has(i, n.title) || n.l.Has(i, n.office) || n.l.Has(i, n.natAdj) || n.l.Plays(i, n.r.measure) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreKnown + 6, rule: "letters"})
	return true
}

// playsForTown proposes the club of a town before a noun for its players: "the
// Wexbury playmaker".
func (n *nameFinder) playsForTown(i int, s lang.Sentence) {
	end := n.placeChunk(i)
	if end == 0 || end >= s.Last || n.country(i) || !n.l.Is(end, lang.Lower) || n.taken[i] || n.beside(i-1, s) {
		return
	}
	back := n.glued(end+1, '-') && (n.word(end) == "centre" || n.word(end) == "center") // a centre-back, and not the Nairobi centre
	if back || n.l.Plays(end, n.r.playsAs) {
		n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, rule: "players"})
	}
}

// leagueWords tell that a text is of the leagues of North America, whose teams go
// by a nickname or by their town alone.
var leagueWords = [...]string{"baseball", "quarterback", "touchdown", "outfielder", "shortstop", "innings", "pitcher", "rebounds", "NFL", "NBA", "MLB", "NHL", "hockey"}

// shortestLeague is the length of the shortest of leagueWords.
const shortestLeague = len("NFL")

// tradedTo proposes the team of a town that a player goes to or plays for: "he was
// traded to Wexbury", "in his first year with Wexbury", in a text on leagues.
func (n *nameFinder) tradedTo(i int, s lang.Sentence) {
	end := n.placeChunk(i)
	if end == 0 || i < s.First+2 || n.taken[i] || n.country(i) || end < s.Last && n.l.Is(end, lang.Cap) || n.l.Rune(end) == ',' && end+1 < s.Last && n.placeChunk(end+1) > 0 {
		return
	}
	var moves lang.Role
	switch n.word(i - 1) {
	case "to":
		moves = n.r.tradedTo
	case "by":
		moves = n.r.signedBy
	case "with", "for":
		moves = n.r.playsWith
	}
	if moves == 0 || !n.l.Plays(i-2, moves) {
		return
	}
	if n.ofLeagues() {
		n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, rule: "league"})
	}
}
