package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// Words and word forms that name nothing a Russian figure could measure.

// infinitiveRU reports whether a Russian infinitive stands at token i: «получать», «жить».
func (f *figureReader) infinitiveRU(i int) bool {
	w := f.l.Fold(i)
	if !f.l.Is(i, lang.Lower) {
		return false
	}
	switch w {
	case "печать", "кровать", "знать", "рать", "мать", "память", "сеть", "плеть", "клеть", "мечеть", "треть", "нить", "прыть", "плоть", "копоть", "путь", "суть", "ртуть", "муть":
		return false
	}
	return endsAny(w, "ать", "ять", "еть", "ить", "уть", "ыть", "оть", "ться", "тись")
}

// theyDoRU reports whether a folded Russian word is a verb by the ending of the third person:
// «идут», «дают»; «маршрут», «валют» are none.
func theyDoRU(w string) bool {
	return endsAny(w, "ут", "ют") && !endsAny(w, "титут", "татут", "ршрут", "алют", "минут", "риют", "ебют", "каут", "батут", "скут", "олют", "якут", "кают", "редут")
}

// concordRU reports whether an adjective may belong to the word right behind it, by the endings
// that tell case and gender: not «имеющий | протяжённость», «призёрами | стали».
func concordRU(adj, next string) bool {
	switch {
	case endsAny(adj, "ыми", "ими"):
		return strings.HasSuffix(next, "ми")
	case endsAny(adj, "ую", "юю"):
		return endsAny(next, "у", "ю", "ь")
	case endsAny(adj, "ая", "яя"):
		return endsAny(next, "а", "я", "ь")
	case endsAny(adj, "щий", "вший", "щие", "вшие", "щее", "вшее"):
		return !endsAny(next, "у", "ю")
	}
	return true
}

// governedRU reports whether a preposition stands at token i or before the adjectives with a
// capital that end there, so that the noun behind is nothing that rises or falls: «по Российской |
// федерации».
func (f *figureReader) governedRU(i int, s lang.Sentence) bool {
	for i > s.First && f.l.Is(i, lang.Cap) && f.adjRU(i) {
		i--
	}
	return i >= s.First && f.l.Plays(i, f.p.know.roles.governs)
}

// manyBecameRU gives the genitive plural that opens the clause of a neuter verb without a subject:
// «а уйгуров стало на | 29 тысяч больше».
func (f *figureReader) manyBecameRU(v int, s lang.Sentence) string {
	switch f.l.Fold(v) {
	case "стало", "осталось", "будет", "было", "станет":
	default:
		return ""
	}
	c := f.clauseRU(v, s)
	for c < v && (f.conjRU(c) || f.inDate(c) || f.l.Plays(c, f.p.know.roles.notSubject)) {
		c++
	}
	if c >= v || !f.l.Is(c, lang.Word) || f.verbRU(c) || f.l.Has(c, lang.PlaceChunk) || !endsAny(f.l.Fold(f.headRU(c, s)), "ов", "ев", "ей") {
		return ""
	}
	return f.phraseRU(c, c, s)
}
