package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// christened takes the name at token k of an English sentence, which may be a person's
// too, for that of the ship, beast or spacecraft before it: "the ferry Queen Anne", "the
// panda Lucy".
func (n *nameFinder) christened(k int, s lang.Sentence) bool {
	if n.tag != "en" || !n.l.Plays(k-1, n.r.christened) || n.l.Is(k, lang.Glued) || n.l.Has(k, n.funcWord) || n.l.Has(k, n.natAdj) {
		return false
	}
	end := n.capitalsFrom(k, s)
	if n.say != 0 && n.l.Has(end, n.say) {
		return false // the boat Ada Berg said she had lost
	}
	n.noPerson(k, end)
	return true
}

// stormsNamed takes the names joined behind the plural of a storm for theirs: "Cyclones
// Judy and Kevin", "Hurricanes Eta, Iota and Zeta". A club of that name has its town before
// it and whole names behind: "the Carolina Hurricanes Anna Berg and Li Wei".
func (n *nameFinder) stormsNamed(i int, s lang.Sentence) {
	if i > s.First && n.l.Is(i-1, lang.Cap) && !n.l.Plays(i-1, n.r.the) && !n.onlyOpens(i-1, s) {
		return
	}
	start := i + 1
	if n.l.Is(i, lang.Cap) {
		start = i
	}
	last, joined := i+1, false
	for k := i + 1; k < s.Last && n.l.Is(k, lang.Cap) && !n.l.Is(k+1, lang.Cap); k += 2 {
		last = k + 1
		if and := n.l.Fold(k+1) == "and"; !and && n.l.Rune(k+1) != ',' || joined {
			break
		} else if and {
			joined = true
		}
	}
	if !joined {
		return
	}
	for k := i + 1; k < last; k += 2 {
		n.noPerson(start, k+1)
		start = k + 2
	}
}

// tongueNamed takes the words with a capital that end at token i, the name of a language
// made of others, for no person's: "translated into Vincentian Creole".
func (n *nameFinder) tongueNamed(i int, s lang.Sentence) {
	if !n.l.Is(i, lang.Cap) || i == s.First || n.l.Is(i+1, lang.Cap) {
		return
	}
	k := i
	for k > s.First+1 && n.l.Is(k-1, lang.Cap) && i-k < 3 {
		k--
	}
	if k == i-1 && n.isGiven(element{start: k, end: i}) && !n.l.Has(k, n.natAdj) {
		return // the singer Adrian Creole
	}
	w := n.l.Fold(i - 1)
	if k == i && !n.l.Is(i-1, lang.Lower) || k < i && !n.l.Has(i-1, n.natAdj) && !strings.HasSuffix(w, "ian") && !strings.HasSuffix(w, "ese") && !strings.HasSuffix(w, "ican") && !strings.HasSuffix(w, "ish") {
		return
	}
	n.noPerson(k, i+1)
}

// christenedRU does so in Russian: «паром «Королева Анна»», «ураган Катрина». Ships and
// machines have owners, whose names stand in the genitive without marks: «яхта Романа
// Линда» is his.
func (n *nameFinder) christenedRU(s lang.Sentence) {
	for i := s.First; i+1 < s.Last; i++ {
		owned := n.l.Plays(i, n.r.ownedChristened)
		if !owned && !n.l.Plays(i, n.r.christened) || n.l.Is(i, lang.Cap) && (!n.opens(i, s) || n.isGiven(element{start: i, end: i + 1})) {
			continue // Лев Линд
		}
		k := i + 1
		if end := n.quoteAt(k, s); end > 0 {
			n.noPerson(k+1, end-1)
			continue
		}
		if !n.beside(k, s) || n.whoHasIt(i-1) || owned && !n.givenAsWritten(k) && !n.titledAt(k+1) {
			continue
		}
		n.noPerson(k, n.capitalsFrom(k, s))
	}
}

// honouredHolder takes for no place the name behind the title of one whose name a Russian
// street, height or prize bears: «улица Академика Королёва», «остров Королевы Виктории».
func (n *nameFinder) honouredHolder(s lang.Sentence) {
	for i := s.First; i+2 < s.Last; i++ {
		if n.l.Plays(i, n.r.bearsName) && n.l.Is(i+1, lang.Cap) && n.titledAt(i+2) && n.beside(i+2, s) && n.placeAt(element{start: i + 2, end: i + 3}) && !n.l.Is(i+3, lang.Cap) {
			n.noPerson(i+2, i+3)
		}
	}
}

// thingsInMarks takes for the names of things what stands in marks right behind a Russian
// noun and could be a person's: «торт «Королева Анна»», «опера «Дон Карлос»». Persons are
// not put in marks; bodies («фирма «Анна Линд»») are read by their own nouns.
func (n *nameFinder) thingsInMarks(s lang.Sentence) {
	for k := s.First + 1; k+3 < s.Last; k++ {
		if !n.opensQuote(k) || !n.l.Is(k-1, lang.Word) || n.l.Has(k-1, n.say) || n.l.Bits[k-1].Intersects(&n.anyBodyWord) || n.l.Has(k-1, n.kindNoun) || n.givenAsWritten(k-1) {
			continue
		}
		end := n.quoteAt(k, s)
		if end < k+4 || end > k+6 {
			continue
		}
		personal := false
		for i := k + 1; i < end-1 && i >= 0; i++ {
			if !n.l.Is(i, lang.Cap) || n.l.Has(i, n.orgHead) {
				personal = false
				break
			}
			personal = personal || n.givenAsWritten(i) || i == k+1 && n.titledAt(i+1)
		}
		if personal {
			n.noPerson(k+1, end-1)
		}
	}
}

// whoHasIt reports whether the Russian word at token i tells who steers, owns or tends
// what comes next, so that the name behind that is a person's: «капитан парома Анна Линд».
func (n *nameFinder) whoHasIt(i int) bool {
	if !n.l.Is(i, lang.Word) {
		return false
	}
	return n.titledAt(i+1) || n.l.Has(i, n.p.know.lists.personNoun) || n.l.Has(i, n.p.know.lists.profession) || n.l.Plays(i, n.r.opensWho)
}

// christenedKK does so in Kazakh, where the name stands first: «Патшайым Анна» паромы,
// Катрина дауылы, Люси атты панда. An owner stands in the genitive: Абайдың кемесі.
func (n *nameFinder) christenedKK(s lang.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		if !n.l.Plays(i, n.r.christened) && !(n.l.Plays(i, n.r.byNameOf) && (n.l.Plays(i+1, n.r.beast) || n.l.Plays(i+2, n.r.beast))) {
			continue
		}
		k := i - 1
		if from := n.quoteBefore(k, s); from >= 0 {
			n.noPerson(from+1, k)
			continue
		}
		for k >= s.First && i-k < 4 && n.l.Is(k, lang.Cap) && !genitiveKK(n.l.Fold(k)) {
			k--
		}
		if k+1 < i {
			n.noPerson(k+1, i)
		}
	}
}

// capitalsFrom gives the end of the words with a capital from token k on, at most four.
func (n *nameFinder) capitalsFrom(k int, s lang.Sentence) int {
	end := k + 1
	for end < s.Last && end-k < 4 && n.beside(end, s) {
		end++
	}
	return end
}

// noPerson proposes that the tokens [start, end) are the name of a thing, whatever else
// they may be.
func (n *nameFinder) noPerson(start, end int) {
	n.propose(candidate{start: start, end: end, score: scoreSure, rule: "kind"})
}
