package reader

import "strings"

// besideTimeKK reports whether a Kazakh date only says what the figure is set beside:
// «өткен жылғы сәуірмен салыстырғанда», «былтырғыға қарағанда».
func (f *figureReader) besideTimeKK(m *mention) bool {
	for k := m.end; k < min(m.end+2, len(f.l.Toks)); k++ {
		if w := f.l.Fold(k); strings.HasPrefix(w, "салыстыр") || w == "қарағанда" {
			return true
		}
	}
	return false
}

// ofNextClauseKK reports whether a date behind a figure that ends before token end
// begins the next clause, since in Kazakh the date stands before what it dates:
// «2023 жылы $5 млрд құрады, | биыл $6 млрд-қа жетті».
func (f *figureReader) ofNextClauseKK(m *mention, end int) bool {
	for k := end; k < m.start; k++ {
		if f.l.Rune(k) == ',' || f.l.Rune(k) == ';' {
			return true
		}
	}
	return false
}
