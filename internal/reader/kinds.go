package reader

import "shanyraq/internal/lang"

// kinds proposes names that a common noun in small letters before them says
// the kind of: "the shipping company Oceanica Sur" names a body, "the vessel
// Oceanica" nothing that is kept. The pack's kindnoun list has the nouns.
func (n *nameFinder) kinds(s lang.Sentence) {
	switch n.tag {
	case "ru":
		if n.has.roles.Has(n.r.christened) || n.has.roles.Has(n.r.ownedChristened) {
			n.christenedRU(s)
		}
	case "kk":
		if n.has.roles.Has(n.r.christened) || n.has.roles.Has(n.r.beast) {
			n.christenedKK(s)
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
		if k := int(ch.End); k < s.Last && n.l.Is(k, lang.Cap) && !n.taken[k] && !n.christened(k, s) {
			n.kindBefore(k, n.l.Entry(ch).Value, s)
		}
	}
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
