package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// clergySee reports whether the word at token i names the see of a Russian
// cleric: an adjective of a place behind his rank, alone or joined to another:
// «митрополит Костромской и Нерехтский».
func (n *nameFinder) clergySee(i int, s lang.Sentence) bool {
	if n.tag != "ru" {
		return false
	}
	last := i
	for n.glued(last+1, '-') && last+2 < s.Last { // Санкт-Петербургский
		last += 2
	}
	if !n.trait(last, traitSee, placeAdjective) {
		return false
	}
	for k := i - 1; k >= s.First && k >= i-7; k-- {
		if n.title != 0 && n.l.Has(k, n.title) || n.office != 0 && n.l.Has(k, n.office) {
			return n.l.Plays(k, n.r.clergy)
		}
		if n.glued(k-1, '-') && n.trait(k, traitSee, placeAdjective) { // Санкт-Петербургский и | Ладожский
			k -= 2
			continue
		}
		if n.l.Fold(k) != "и" && !(n.l.Is(k, lang.Cap) && n.trait(k, traitSee, placeAdjective)) {
			return false
		}
	}
	return false
}

// placeAdjective reports whether a folded word ends as adjectives of places do.
func placeAdjective(w string) bool {
	return placeAdjectiveEnds.end(w)
}

// placeAdjectiveEnds are what adjectives of places end with: тобольский, грузинского.
var placeAdjectiveEnds = fewEndsOf("ский", "ской", "ского", "скому", "ским", "ском", "цкий", "цкого", "цкому", "цким", "цком")

// patronOf reports whether the words at token i name the saint after whom a Russian
// church, a monastery, a street or an order is called: «церковь Святого Спаса».
func (n *nameFinder) patronOf(i int, s lang.Sentence) bool {
	if i <= s.First || !n.l.Plays(i-1, n.r.patronized) {
		return false
	}
	if !strings.HasPrefix(n.l.Fold(i), "свят") && !strings.HasPrefix(n.l.Fold(i), "преподобн") && !strings.HasPrefix(n.l.Fold(i), "архангел") {
		return false
	}
	return true
}

// ofPatron reports whether a Russian candidate is the saint after
// whom something is called, or a part of it: «площадь | Святого Петра».
func (n *nameFinder) ofPatron(c *candidate) bool {
	if c.class == 0 || c.known != "" {
		return false
	}
	return n.patronOf(c.start, n.cur) || c.start > n.cur.First && n.patronOf(c.start-1, n.cur) || c.start+1 < c.end && n.patronOf(c.start+1, n.cur)
}
