package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// longestToNumber is how many tokens may stand between the word for a number and the
// figure that tells it.
const longestToNumber = 18

// manyOf takes what a Russian or Kazakh figure without a noun counts from the word for
// a number before it: «число туристов достигло 86 тысяч», «оқушылар саны 1415-ке
// жетті». The figure begins at token at; a verb of levels leads to it.
func (f *figureReader) manyOf(st *read.Statement, s lang.Sentence, at int) {
	noun := f.p.know.lists.numberNoun
	if noun == lang.NoClass || st.Counted != "" || st.Unit != "" {
		return
	}
	lead, gap := at-1, f.p.know.roles.populaceGap
	at = f.bareStart(at, s)
	if f.levelsFrom(at, s) {
		st.Counted, st.Unit = f.last.noun, f.last.unit
		return
	}
	for k := at - 1; k >= s.First && k >= at-longestToNumber; k-- {
		kind, end, ok := f.l.Value(k, noun)
		switch {
		case ok && kind == "number" && end <= at:
			if from, to := f.manyNoun(k, end, at, s); from < to {
				f.set(st, from, to)
			}
			return
		case k == lead && !f.l.Plays(k, gap) && !f.l.Has(k, f.p.know.lists.levelFrom) && !f.p.know.headLast:
			return
		case k == lead && f.l.Rune(k) == ':': // мұғалімдер саны: 58 300
		case f.used[k] || f.inDate(k) || f.converbEndsKK(k):
		case f.l.Rune(k) == ',' && f.asideBefore(k, s) > 0: // число туристов, посетивших Ош,
			k = f.asideBefore(k, s)
		case f.l.Has(k, lang.NumberChunk), f.l.Is(k, lang.Punct):
			return
		}
	}
}

// asideBefore gives the comma that opens the Russian clause which the one at token k
// closes, and which qualifies the noun before it; 0 where there is none.
func (f *figureReader) asideBefore(k int, s lang.Sentence) int {
	for i := k - 1; i > s.First && i > k-12 && f.p.know.russian; i-- {
		if f.l.Rune(i) == ',' {
			if f.qualifies(i + 1) {
				return i
			}
			return 0
		}
	}
	return 0
}

// levelsFrom reports whether the figure at token at is the level to which the one right
// before it, told of a number, rose or fell: «саны 1280-нен 1415-ке жетті», «число
// школ выросло с 1280 до 1415».
func (f *figureReader) levelsFrom(at int, s lang.Sentence) bool {
	if f.last.sentence != s || f.last.noun == "" || f.last.tok > at || at > f.last.tok+1 {
		return false
	}
	if f.p.know.headLast {
		return at == f.last.tok && ablativeKK(f.l.Fold(at-1))
	}
	return f.l.Has(at-1, f.rangeTo) || f.l.Has(at, f.rangeTo)
}

// manyNoun gives the words for what there is a number of: behind the word at tokens
// [k, end) in Russian, before it in Kazakh.
func (f *figureReader) manyNoun(k, end, at int, s lang.Sentence) (from, to int) {
	plain := func(i int) bool {
		return i >= s.First && i < at && (f.l.Is(i, lang.Lower) || i == s.First && f.l.Is(i, lang.Word)) && !f.used[i] && !f.l.Has(i, f.stop) && !f.l.Plays(i, f.p.know.roles.populaceGap)
	}
	if f.p.know.headLast {
		switch {
		case !plain(k-1) || f.l.Has(k-1, f.p.know.lists.phraseMod): // жалпы саны
			return k, k
		case k-2 >= s.First && f.l.Is(k-2, lang.Word) && !f.used[k-2] && f.participlesKK(k-1): // қаза тапқандар саны
			return k - 2, k
		}
		return k - 1, k
	}
	i := end
	for ; i < end+3 && plain(i) && !(i > end && (f.didRu(i) || f.l.Plays(i, f.p.know.roles.roseVerb) || f.l.Plays(i, f.p.know.roles.fellVerb))); i++ { // число погибших | возросло
		if f.headNoun(i, end) {
			return end, i + 1
		}
	}
	return end, i // погибших, северных оленей
}
