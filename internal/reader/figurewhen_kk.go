package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// besideTimeKK reports whether a Kazakh date only says what the figure is set beside:
// «өткен жылғы сәуірмен салыстырғанда», «былтырғыға қарағанда».
func (f *figureReader) besideTimeKK(m *mention) bool {
	for k := m.end; k < min(m.end+5, len(f.l.Toks)); k++ {
		w := f.l.Fold(k)
		if strings.HasPrefix(w, "салыстыр") || w == "қарағанда" {
			return true
		}
		if !f.l.Is(k, lang.Lower) || f.l.Has(k, lang.NumberChunk) || f.l.Has(k, lang.DateChunk) {
			break
		}
		if f.sameTimeKK(w) && k+1 < len(f.l.Toks) && f.l.Has(k+1, lang.NumberChunk) {
			return true // 2013 жылдың тиісті кезеңімен 34,5 %-ға жоғары
		}
	}
	return m.end < len(f.l.Toks) && f.l.Has(m.end, lang.NumberChunk) && ablativeKK(f.l.Fold(m.end-1)) // былтырғыдан 2,5 есе
}

// ofParticipleKK reports whether a date before the number at token at is that of another
// number between them, of which a participle tells: «2019 жылы 58,9 пайыз болған үлес
// 61,4 пайызға жетті».
func (f *figureReader) ofParticipleKK(m *mention, at int) bool {
	if m.end < at && f.setAgainstKK(m) {
		return true
	}
	number := false
	for k := m.end; k < at; k++ {
		switch {
		case f.l.Has(k, lang.NumberChunk):
			number = true
		case number && f.l.Is(k, lang.Lower) && f.p.know.endings.pastPartEnd.end(f.l.Fold(k), 2) && !f.l.Has(k, f.unit):
			return k+1 < at && f.l.Is(k+1, lang.Word)
		}
	}
	return false
}

// sameTimeKK reports whether a word names the time that another is set beside, in
// the ablative or the instrumental: «кезеңімен», «уақыттағыдан».
func (f *figureReader) sameTimeKK(w string) bool {
	if !ablativeKK(w) && !strings.HasSuffix(w, "мен") && !strings.HasSuffix(w, "бен") && !strings.HasSuffix(w, "пен") {
		return false
	}
	for _, stem := range [...]string{"кезең", "уақыт", "мерзім", "деңгей", "жылғы"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// setBesideKK reports whether token i is the Kazakh word for "compared", so that what
// stands before it only says what a figure is set beside: «бір жылмен салыстырғанда».
func (f *figureReader) setBesideKK(i int) bool {
	return f.p.know.pack.Tag == "kk" && i < len(f.l.Toks) && strings.HasPrefix(f.l.Fold(i), "салыстыр")
}

// comparedBeforeKK reports whether a Kazakh word of comparison stands in the sentence at
// token i or up to reach tokens before it: «көктемге қарағанда 1,6 % көп».
func (f *figureReader) comparedBeforeKK(i, reach int) bool {
	for k := i; k > 0 && k > i-reach && f.l.Rune(k) != '.'; k-- {
		if f.setBesideKK(k) || f.l.Fold(k) == "қарағанда" {
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

// behindColonKK reports whether a Kazakh date stands behind a colon after the figure that
// ends before token end, as those do that tell one by one what was counted: «жылына 4 рет:
// қаңтар, наурыз, маусым және тамыз айларында».
func (f *figureReader) behindColonKK(m *mention, end int) bool {
	if !f.p.know.headLast || m.start <= end {
		return false
	}
	for k := end; k < m.start; k++ {
		if f.l.Rune(k) == ':' {
			return true
		}
	}
	return false
}

// setAgainstKK reports whether a Kazakh date is that of the number right behind it, which
// another is only set against: «былтырғы 12 млн тоннаға қарсы 14,5 млн тонна».
func (f *figureReader) setAgainstKK(m *mention) bool {
	x, ok := f.p.numberAt(m.end)
	if !ok {
		return false
	}
	for k := x.end; k < min(x.end+4, len(f.l.Toks)); k++ {
		if f.l.Fold(k) == "қарсы" {
			return dativeKK(f.l.Fold(k - 1))
		}
	}
	return false
}
