package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// doneRu reports whether the only word behind a Russian number is no noun that it
// counts but a short participle that says what became of those counted before:
// «из 32 сданы», «12 построены». Behind «из» and behind five and more stands a
// genitive in the plural, which never ends so; behind two to four, where «страны»
// and «замены» do, only the endings of the list shortend tell it.
func (f *figureReader) doneRu(st *read.Statement, start, end int) bool {
	if !f.p.know.russian || end != start+1 || st.Unit != "" || !f.l.Is(start, lang.Lower) {
		return false
	}
	w := f.l.Fold(start)
	if c := f.p.know.lists.pastShort; c != lang.NoClass && f.l.Has(start, c) { // 2 погибли
		return true
	}
	if !strings.HasSuffix(w, "ны") && !strings.HasSuffix(w, "ты") && !strings.HasSuffix(w, "но") && !strings.HasSuffix(w, "то") {
		return false
	}
	if f.p.know.endings.shortEnd.end(w, 0) {
		return true
	}
	if f.l.Has(start, f.person) || len(w) < 10 {
		return false
	}
	x, ok := f.p.numberAt(start - 1)
	if !ok || x.end != start {
		return false
	}
	v := int(x.value)
	if v%10 == 1 && v%100 != 11 { // из 31 страны: a genitive in the singular, and no participle in the plural
		return false
	}
	few := v%10 >= 2 && v%10 <= 4 && v/10%10 != 1
	if few {
		for k := start - 1; k >= 0 && k > start-5; k-- {
			if f.l.Fold(k) == "из" {
				few = false
			}
		}
	}
	return !few && (strings.HasSuffix(w, "ны") || strings.HasSuffix(w, "ты") || strings.HasSuffix(w, "ено") || strings.HasSuffix(w, "ано") || strings.HasSuffix(w, "ято"))
}

// degreeRU reports whether the Russian word w at token i is an adverb that says how the
// adjective behind it is meant, and no noun that is counted: «40 | социально важных
// объектов», «12 экологически чистых печей».
func (f *figureReader) degreeRU(i int, w string) bool {
	if len(w) < 16 || !strings.HasSuffix(w, "но") && !strings.HasSuffix(w, "ески") || !f.l.Is(i, lang.Lower) || !f.l.Is(i+1, lang.Lower) {
		return false
	}
	next := f.l.Fold(i + 1)
	return strings.HasSuffix(next, "ых") || strings.HasSuffix(next, "их")
}

// withoutDeedRU takes from what a Russian number counts the short participle or the verb of
// the past behind a word for persons, whose own form may be an adjective's: «двое рабочих |
// ранены», «семеро детей | спасены».
func (f *figureReader) withoutDeedRU(start, end int) int {
	if !f.p.know.russian || end-start < 2 || !f.l.Has(end-2, f.person) || !f.l.Is(end-1, lang.Lower) {
		return end
	}
	w := f.l.Fold(end - 1)
	for _, e := range [...]string{"ены", "аны", "яны", "иты", "яты", "уты", "ено", "ано", "али", "или", "ели", "лись", "алось", "илось"} {
		if len(w) > len(e)+4 && strings.HasSuffix(w, e) {
			return end - 1
		}
	}
	return end
}
