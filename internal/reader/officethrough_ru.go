package reader

import "shanyraq/internal/lang"

// throughReach is how many tokens an office told between commas may have.
const throughReach = 14

// throughOffice has the finders behind that of offices see a Russian person and the office
// told of him between commas as one, so that his verb follows the name: «Ада Лунд, министр
// связи Перу, | прибыла в Лиму». The mention itself, which begins at token i, stays the name.
func (f *officeFinder) throughOffice(i int, m *mention, s lang.Sentence) {
	c, ok := f.l.Chunk(i, lang.PersonChunk)
	if !f.p.know.russian || !ok || int(c.End) != m.end || f.l.Rune(m.end) != ',' {
		return
	}
	for k := m.end + 1; k+1 < s.Last && k < m.end+throughReach; k++ {
		switch r := f.l.Rune(k); {
		case r == ',':
			if f.l.Is(k+1, lang.Lower) && (f.l.Has(k+1, f.p.know.lists.pastShort) || f.p.know.endings.finitePast.end(f.l.Fold(k+1), 3)) {
				f.l.Add(lang.PersonChunk, i, k+1, int(c.Ref))
			}
			return
		case f.l.Is(k, lang.Punct) && r != '-' && r != '«' && r != '»':
			return
		}
	}
}
