package reader

import "shanyraq/internal/lang"

// kinds proposes names that a common noun in small letters before them says
// the kind of: "the shipping company Oceanica Sur" names a body, "the vessel
// Oceanica" nothing that is kept. The pack's kindnoun list has the nouns.
func (n *nameFinder) kinds(s lang.Sentence) {
	switch n.tag {
	case "en":
		if n.has.roles.Has(n.r.stormPlural) || n.has.roles.Has(n.r.tongueEnd) {
			n.stormsAndTongues(s)
		}
	case "ru":
		if n.has.roles.Has(n.r.christened) || n.has.roles.Has(n.r.ownedChristened) {
			n.christenedRU(s)
		}
		if n.has.roles.Has(n.r.bearsName) {
			n.honouredHolder(s)
		}
		if n.quoted {
			n.thingsInMarks(s)
		}
	case "kk":
		if n.has.roles.Has(n.r.christened) || n.has.roles.Has(n.r.beast) {
			n.christenedKK(s)
		}
		if n.has.roles.Has(n.r.namesakePlace) || n.has.roles.Has(n.r.namesakeBody) || n.has.roles.Has(n.r.namesakeThing) || n.has.roles.Has(n.r.namesakePrize) {
			n.namesakesKK(s)
		}
	}
	if !n.has.classes.Has(n.kindNoun) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if !n.l.Has(i, n.kindNoun) || n.l.Is(i, lang.Cap) && i > s.First {
			continue
		}
		ch, _ := n.l.Chunk(i, n.kindNoun)
		k := int(ch.End)
		if n.tag == "en" && n.l.Entry(ch).Value == "org" && n.namedBehindComma(i, k, s) {
			k++
		}
		if k < s.Last && n.l.Is(k, lang.Cap) && !n.taken[k] && !n.christened(k, s) {
			n.kindBefore(k, n.l.Entry(ch).Value, s)
		}
	}
}

// stormsAndTongues sees to the names of storms told together and of mixed languages.
func (n *nameFinder) stormsAndTongues(s lang.Sentence) {
	for i := s.First; i < s.Last; i++ {
		switch {
		case n.l.Plays(i, n.r.stormPlural):
			n.stormsNamed(i, s)
		case n.l.Plays(i, n.r.tongueEnd):
			n.tongueNamed(i, s)
		}
	}
}

// namedBehindComma reports whether the noun of a kind at token i, whose words end at k, is
// said of one not yet known and named between the commas behind it: "a Norwegian company,
// Vestfjord Marine, lent the sounder". Behind a given name somebody speaks: "a new company,
// Anna Berg, its director, said".
func (n *nameFinder) namedBehindComma(i, k int, s lang.Sentence) bool {
	if k+2 >= s.Last || n.l.Rune(k) != ',' || !n.l.Is(k+1, lang.Cap) || n.isGiven(element{start: k + 1, end: k + 2}) {
		return false
	}
	article := i - 1
	for article > s.First && i-article < 4 && !n.l.Has(article, n.p.know.lists.indefinite) && n.l.Is(article, lang.Word) {
		article--
	}
	if article < s.First || !n.l.Has(article, n.p.know.lists.indefinite) {
		return false
	}
	els := n.run(k+1, min(s.Last, k+7))
	if len(els) < 2 {
		return false
	}
	end := els[len(els)-1].end
	return end < s.Last && n.l.Rune(end) == ','
}

// kindBefore proposes the name that begins at token k behind a noun of a kind.
func (n *nameFinder) kindBefore(k int, kind string, s lang.Sentence) {
	t, start := &n.l.Toks[k], k
	if n.tag == "en" && n.l.Plays(k, n.r.the) && kind == "org" && n.beside(k+1, n.p.sentenceOf(k)) {
		k++ // the band The Small Hours
		t = &n.l.Toks[k]
	}
	if t.Is(lang.Glued) || n.l.Has(k, n.funcWord) || n.l.Has(k, n.title) || n.l.Has(k, n.office) || n.l.Has(k, n.natAdj) {
		return
	}
	els := n.run(k, min(s.Last, k+9))
	if len(els) == 0 || els[0].initial {
		return
	}
	if kind == "either" && n.isGiven(els[0]) {
		return
	}
	end := els[len(els)-1].end
	score := scoreHead - 1
	if len(els) == 1 {
		score = scoreKnown - 4
		if kind != "nothing" && (n.placeAt(els[0]) || n.isGiven(els[0])) {
			return // "the company Madrid wants" says nothing
		}
	}
	if kind == "nothing" {
		n.propose(candidate{start: k, end: end, score: score, rule: "kind"})
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: n.complement(end, s), score: score, rule: "kind"})
}
