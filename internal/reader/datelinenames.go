package reader

import "shanyraq/internal/lang"

// dateline proposes the town in capitals by which an English report of an agency
// opens: "LES CAYES, Haiti (Reuters) –", "PORT VANDREL (AP) —".
func (n *nameFinder) dateline(s lang.Sentence) {
	i := s.First
	if !n.l.Is(i, lang.Upper) || i > 0 && !n.l.Toks[i].Para {
		return
	}
	end := i + 1
	for end < s.Last && end < i+7 && (n.l.Is(end, lang.Upper) || n.l.Is(end, lang.Glued) && (n.l.Rune(end) == '-' || isApostropheRune(n.l.Rune(end)))) {
		end++
	}
	k := end
	for range 2 { // COX'S BAZAR, Bangladesh; SPRINGFIELD, Ill., USA
		if k+1 < s.Last && n.l.Rune(k) == ',' && n.l.Is(k+1, lang.Cap) {
			p := n.placeChunk(k + 1)
			if p == 0 {
				return
			}
			if k = p; n.glued(k, '.') {
				k++
			}
		}
	}
	if k+3 >= s.Last || n.l.Rune(k) != '(' {
		return
	}
	for c := k + 2; c < min(s.Last-1, k+7); c++ {
		if n.l.Rune(c) != ')' {
			continue
		}
		if isDash(n.l.Rune(c + 1)) {
			town := candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreLegal + 12, rule: "dateline"}
			for _, c := range [...]lang.Class{n.gazPlace, n.morePlace} {
				if ch, ok := n.l.Chunk(i, c); ok && int(ch.End) == end {
					e := n.l.Entry(ch)
					town.name, town.known = n.surfaceOf(e, i, end), e.Known
					break
				}
			}
			n.propose(town)
		}
		return
	}
}

// byAgency reports whether the body of a mention is the agency by which an English
// report opens, behind its town: "ASTANA. KAZINFORM | Minister X". What stands behind
// it is not its office.
func (f *officeFinder) byAgency(m *mention) bool {
	i := m.start
	if f.plural == lang.NoClass || m.end != i+1 || i < 2 || !f.l.Is(i, lang.Upper) {
		return false
	}
	if r := f.l.Rune(i - 1); r != '.' && r != '/' && r != ',' {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		if !f.l.Is(k, lang.Upper) && !f.l.Is(k, lang.Glued) {
			return false
		}
		if k == 0 || f.l.Toks[k].Para {
			return true
		}
	}
	return false
}
