package reader

import "shanyraq/internal/lang"

// sectionTown gives the town by which the part of a bulletin opens that a sentence stands in,
// and whether it has one of its own, -1 for a town that is not known: "LIMA. The ministers
// met. | QUITO. Talks resumed".
func (f *eventFinder) sectionTown(s lang.Sentence) (town int, own bool) {
	lead := f.p.opensAt()
	for k := len(f.p.paras) - 1; k > 0; k-- {
		at := f.p.paras[k]
		if at > s.First || at == lead || at+2 >= len(f.l.Toks) {
			continue
		}
		if at < lead {
			break
		}
		if m := f.at(at); m != nil && m.class == lang.PlaceChunk && m.start == at && m.entity >= 0 && f.opensSection(m.end) {
			return m.entity, true
		}
		if t := &f.l.Toks[at]; t.End-t.Start > 3 && f.l.Is(at, lang.Upper) && f.l.Rune(at+1) == '.' {
			return -1, true
		}
	}
	return -1, false
}

// opensSection reports whether a town that ends before token k, at the beginning of a
// paragraph, says where that is told from.
func (f *eventFinder) opensSection(k int) bool {
	return f.l.Rune(k) == '.' || f.l.Rune(k) == ':' || isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued)
}

// dateline gives the place a text is told from: before a dash, a comma and a
// date, a full stop or a colon at its beginning or below its heading; -1 where there
// is none.
func (p *part) dateline(g *ground) int {
	from := 0
	if m := g.at(0); m == nil || m.class != lang.PlaceChunk {
		from = p.opensAt()
	}
	m := g.at(from)
	if m == nil || m.class != lang.PlaceChunk || m.entity < 0 || m.start != from {
		return -1
	}
	end := m.end
	for end < len(p.lat.Toks) && end < m.end+8 && !p.lat.Toks[end].Para {
		switch r := p.lat.Rune(end); {
		case isDash(r) && p.lat.Is(end, lang.Glued) && p.lat.Is(end+1, lang.Glued): // Гананың АҚШ-тағы елшісі
			return -1
		case isDash(r), (r == '.' || r == ':') && end == m.end:
			return m.entity
		case r == ',' || r == '(' || r == ')' || r == '.' || g.at(end) != nil && g.at(end).class != lang.PersonChunk:
		default:
			return -1
		}
		end++
	}
	return -1
}
