package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// unlistedNames proposes English names of which no list has a word, by the words
// beside them: "shares of Vandrel", "studied at Vandrel", "marched on Vandrel",
// "killed by Vandrel", "the Vandrel news agency", "Vandrel's shareholders".
func (n *nameFinder) unlistedNames(s lang.Sentence) {
	for i := s.First; i < s.Last; i++ {
		if n.taken[i] || !n.l.Toks[i].Is(lang.Cap) || n.l.Toks[i].Is(lang.Glued) && n.glued(i-1, '-') || i > s.First && n.beside(i-1, s) {
			continue
		}
		end := i + 1
		for end < s.Last && (n.beside(end, s) && end-i < 5 || n.glued(end, '-') && n.l.Has(end+1, lang.Glued)) {
			end++
		}
		for n.glued(end-1, '-') && end-1 > i {
			end--
		}
		if _, own := n.ownWords[n.l.Slice(i, i+1)]; own && end == i+1 {
			continue // the echo of a firm
		}
		if n.l.Has(i, n.funcWord) || n.l.Has(i, lang.NumberChunk) || !n.bareName(i, end) {
			i = end - 1
			continue
		}
		if c := n.nameByWords(i, end, s); c.score > 0 {
			n.propose(c)
		}
		i = end - 1
	}
}

// bareName reports whether no word of [i, end) stands in a list of names,
// titles, heads or common words.
func (n *nameFinder) bareName(i, end int) bool {
	for k := i; k < end; k++ {
		if !n.l.Toks[k].Is(lang.Cap) {
			continue
		}
		e := element{start: k, end: k + 1}
		if n.l.Toks[k].Is(lang.Upper) || n.l.Toks[k].Is(lang.Initial) && n.glued(k+1, '.') || !n.loneCapital(e) || n.placeAt(e) || n.l.Has(k, n.orgKnown) || n.l.Has(k, n.gazBody) || n.l.Has(k, n.gazGroup) || n.l.Has(k, n.moreGroup) || n.l.Has(k, n.notName) || n.month != 0 && n.l.Has(k, n.month) {
			return false
		}
	}
	return true
}

// nameByWords weighs a bare name by its neighbours.
func (n *nameFinder) nameByWords(i, end int, s lang.Sentence) candidate {
	c := candidate{start: i, end: end, rule: "beside"}
	prev, before, next := n.word(i-1), n.word(i-2), n.word(end)
	if i-1 < s.First {
		prev = ""
	}
	if i-2 < s.First {
		before = ""
	}
	one := end == i+1
	e := element{start: i, end: i + 1}
	personal := n.isGiven(e) || n.surname != 0 && n.l.Has(end-1, n.surname) || n.clanName(element{start: end - 1, end: end})
	if x, _ := n.surnameEnding(element{start: end - 1, end: end}); x {
		personal = true
	}
	owns := (n.glued(end, '\'') || n.glued(end, '’')) && n.word(end+1) == "s"
	after := next
	if owns {
		after = n.word(end + 2)
	}
	switch {
	case orgNoun(after) && !personal && (owns || prev == "the" || one && !n.opens(i, s)):
		c.class, c.score = lang.OrgChunk, scoreContext+8
	case n.kindNoun != 0 && !owns && (prev == "the" || prev == "its" || prev == "s") && n.l.Has(end, n.kindNoun) && n.kindIsBody(end):
		c.class, c.score = lang.OrgChunk, scoreModel+4
	case firmVerb(next) && !personal && one && !strings.HasSuffix(n.word(i), "s") && !n.wordly([]element{e}) && (n.opens(i, s) || prev == "and" || prev == ","):
		c.class, c.score = lang.OrgChunk, scoreContext-2
	case (prev == "of" || prev == "in") && shareNoun(before), prev == "by" && firmPassive(before), prev == "for" && worksVerb(before), (prev == "at" || prev == "from") && n.staffNoun(before) && !personal:
		if personal && !one {
			return candidate{}
		}
		c.class, c.score = lang.OrgChunk, scoreModel
	case personal:
		return candidate{}
	case prev == "at" && (studied(before)):
		c.class, c.score = lang.OrgChunk, scoreContext+4
	case (prev == "to" || prev == "from" || prev == "on" || prev == "into") && moves(before), prev == "to" && before == "back" && moves(n.word(i-3)):
		c.class, c.score = lang.PlaceChunk, scoreContext+6
	case prev == "to" && n.endsAt(i-1) == lang.PlaceChunk:
		c.class, c.score = lang.PlaceChunk, scoreContext+6
	case prev == "to" && one && n.clauseEnds(end, s) && !toSomebody(before):
		c.class, c.score = lang.PlaceChunk, scoreContext-5
	case prev == "at" && (one || n.l.Toks[end-1].Is(lang.Glued)), (prev == "through" || prev == "across" || prev == "via" || prev == "throughout" || prev == "outside") && one:
		c.class, c.score = lang.PlaceChunk, scoreContext-2
	case prev == "by" && one && (strings.HasSuffix(before, "ed") || strings.HasSuffix(before, "en") || before == "caught" || before == "led" || before == "held" || before == "built" || before == "won"):
		c.class, c.score = lang.PersonChunk, scoreContext-4
	case one && clauseOpener(prev) && (n.doesAsPerson(end) || n.cue != 0 && n.l.Has(end, n.cue)):
		c.class, c.score = lang.PersonChunk, scoreContext-3
	case !n.opens(i, s) && end-i <= 2 && governed(before, prev) != lang.NoClass:
		c.class, c.score = governed(before, prev), scoreContext-3
		if c.class == lang.OrgChunk && !one {
			c.score = scoreModel
		}
	case !one && end-i == 2 && prev == "" && n.l.Has(end, lang.Lower) && n.speaksOfOne(i, end):
		c.class, c.score = lang.PersonChunk, scoreContext-3
	}
	return c
}

// clauseOpener reports whether a small word begins a clause, so that a name
// behind it is its subject.
func clauseOpener(w string) bool {
	switch w {
	case "that", "when", "because", "if", "while", "as", "but", "before", "after", "until", "since", "where", "although", "though", "whether", "then", "so":
		return true
	}
	return false
}

// clauseEnds reports whether nothing of a noun or a clause follows at token i.
func (n *nameFinder) clauseEnds(i int, s lang.Sentence) bool {
	if i >= s.Last {
		return true
	}
	switch n.l.Rune(i) {
	case '.', ',', ';', '!', '?', ')':
		return true
	}
	switch n.word(i) {
	case "in", "on", "by", "and", "with", "for", "from", "via", "through", "where", "after", "before", "during":
		return true
	}
	return false
}

// toSomebody reports whether a word before "to" wants a person or a thing after it.
func toSomebody(w string) bool {
	switch w {
	case "gave", "given", "said", "spoke", "speaking", "told", "wrote", "listened", "listen", "belonged", "belongs", "belong", "talked", "talk", "talking", "married", "similar", "according", "due", "thanks", "close", "next", "replied", "it", "them", "him", "her", "this", "that", "lost", "sold", "credited", "attributed", "ascribed", "known", "compared", "proposed", "engaged", "dedicated", "addressed", "letter", "tribute", "award", "awarded", "prize", "loyal", "related", "bequeathed", "left", "owed", "paid", "presented", "reported", "apologised", "apologized", "testified", "converted", "renamed", "changed", "equal", "prior", "up", "used", "have", "has", "going", "want", "wants", "able", "led":
		return true
	}
	return false
}

// speaksOfOne reports whether two bare words at the head of a sentence have
// the shape of a person's name rather than of a common noun and a name.
func (n *nameFinder) speaksOfOne(i, end int) bool {
	w := n.word(i)
	for _, x := range [...]string{"ing", "ed", "er", "ers", "or", "ors", "al", "ly", "ic", "ist", "ists", "ial", "man", "men", "est", "ian", "ese", "ish", "ment", "ness", "tion", "s"} {
		if strings.HasSuffix(w, x) {
			return false
		}
	}
	last := n.word(end - 1)
	return !strings.HasSuffix(last, "s") && !n.wordly([]element{{start: i, end: i + 1}, {start: end - 1, end: end}}) && n.word(end) != "is" && n.word(end) != "are" && n.word(end) != "were"
}

// kindIsBody reports whether the noun at token i says that what stands before it
// is a body.
func (n *nameFinder) kindIsBody(i int) bool {
	v, _, ok := n.l.Value(i, n.kindNoun)
	return ok && v == "org"
}

// staffNoun reports whether a word is a person of a firm: an analyst at.
func (n *nameFinder) staffNoun(w string) bool {
	switch w {
	case "analyst", "analysts", "economist", "strategist", "trader", "traders", "executive", "executives", "manager", "lawyers", "lawyer", "attorney", "partner", "associate", "colleague", "colleagues", "engineer", "employee", "employees", "staff", "intern", "consultant", "broker", "people", "folks", "guys":
		return true
	}
	return false
}

func orgNoun(w string) bool {
	switch w {
	case "shares", "stock", "shareholders", "employees", "executives", "subsidiary", "headquarters", "customers", "management", "chairman", "lawyers", "franchise", "brand", "spokesman", "spokeswoman", "board", "profits", "earnings", "revenue", "shareholder", "takeover", "fighters", "militants", "militia", "insurgents", "gunmen", "guerrillas":
		return true
	}
	return false
}

func shareNoun(w string) bool {
	switch w {
	case "shares", "stake", "takeover", "acquisition", "subsidiary", "division", "chairman", "ceo", "boss", "owner", "owners", "founder", "co-founder", "employees", "customers", "unit", "maker", "publisher", "executives", "stock", "parent", "frontman", "guitarist", "drummer", "singer", "bassist", "fighters", "militants":
		return true
	}
	return false
}

func firmPassive(w string) bool {
	switch w {
	case "acquired", "owned", "bought", "manufactured", "marketed", "operated", "released", "distributed", "published", "sponsored", "insured", "employed", "sold", "licensed", "broadcast", "issued":
		return true
	}
	return false
}

func worksVerb(w string) bool {
	switch w {
	case "work", "works", "worked", "working", "plays", "played", "playing", "signed", "signs", "drove", "raced", "recorded", "scored", "appearances", "debut", "flies", "flew":
		return true
	}
	return false
}

func firmVerb(w string) bool {
	switch w {
	case "sells", "sold", "employs", "operates", "manufactures", "makes", "acquired", "launched", "unveiled", "posted", "rose", "fell", "gained", "jumped", "slipped", "shed", "reported", "announced", "posts", "owns", "produces", "offers", "released", "supplies":
		return true
	}
	return false
}

func studied(w string) bool {
	switch w {
	case "studied", "taught", "educated", "enrolled", "works", "worked", "lectured", "lectures", "teaches", "studies", "professor", "student", "fellow", "lecturer", "degree", "trained":
		return true
	}
	return false
}

func moves(w string) bool {
	switch w {
	case "moved", "moves", "returned", "went", "fled", "emigrated", "travelled", "traveled", "sailed", "flew", "marched", "retreated", "withdrew", "exiled", "deported", "relocated", "drove", "walked", "rode", "advanced", "fell", "came", "escaped", "headed", "road", "route", "way", "trip", "journey", "back", "home", "shipped", "transported", "evacuated", "retired", "migrated", "ran", "runs", "extends", "leads", "flows", "attack", "assault", "raid", "march":
		return true
	}
	return false
}
