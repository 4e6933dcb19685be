package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// withoutSourceKK leaves out of the parties of a Kazakh instrument the body or person that
// is only the source of what its sentence tells: «„Көпір“ агенттігі хабарлағандай, екі ел
// шартқа қол қойды».
func (f *agreementFinder) withoutSourceKK(parties []int, s lang.Sentence) []int {
	if !f.headLast || len(parties) == 0 {
		return parties
	}
	for i := s.First; i < s.Last; i++ {
		m := f.at(i)
		if m == nil {
			continue
		}
		i = max(i, m.end-1)
		if k := slices.Index(parties, m.entity); k >= 0 && f.toldByKK(m) {
			parties = slices.Delete(slices.Clone(parties), k, k+1)
		}
	}
	return parties
}

// toldByKK reports whether a verb of telling and a comma close the clause that a Kazakh
// mention begins: «… хабарлағандай,», «… мәлімдеуінше,».
func (f *agreementFinder) toldByKK(m *mention) bool {
	if !f.l.Is(m.end, lang.Lower) || f.l.Rune(m.end+1) != ',' {
		return false
	}
	for _, end := range [...]string{"ғандай", "гендей", "қандай", "кендей", "ынша", "інше"} {
		if strings.HasSuffix(f.l.Fold(m.end), end) {
			return true
		}
	}
	return false
}
