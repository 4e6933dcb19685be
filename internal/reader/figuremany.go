package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// longestToNumber is how many tokens may stand between the word for a number and the
// figure that tells it.
const longestToNumber = 14

// manyOf takes what a Russian or Kazakh figure without a noun counts from the word for
// a number before it: «число туристов достигло 86 тысяч», «оқушылар саны 1415-ке
// жетті». The figure begins at token at; a verb of levels leads to it.
func (f *figureReader) manyOf(st *read.Statement, s lang.Sentence, at int) {
	noun := f.p.class("numbernoun")
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
		case k == lead && !f.l.Plays(k, gap) && !f.l.Has(k, f.p.class("levelfrom")) && !f.p.know.headLast:
			return
		case f.used[k] || f.inDate(k) || f.converbEnds(k):
		case f.l.Has(k, lang.NumberChunk), f.l.Toks[k].Is(lang.Punct):
			return
		}
	}
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
		return i >= s.First && i < at && (f.l.Toks[i].Is(lang.Lower) || i == s.First && f.l.Toks[i].Is(lang.Word)) && !f.used[i] && !f.l.Has(i, f.stop) && !f.l.Plays(i, f.p.know.roles.populaceGap)
	}
	if f.p.know.headLast {
		switch {
		case !plain(k-1) || !f.headNoun(k-1, k-1):
			return k, k
		case k-2 >= s.First && f.l.Toks[k-2].Is(lang.Word) && !f.used[k-2] && f.participlesKK(k-1): // қаза тапқандар саны
			return k - 2, k
		}
		return k - 1, k
	}
	i := end
	for ; i < end+3 && plain(i); i++ {
		if f.headNoun(i, end) {
			return end, i + 1
		}
	}
	return end, i // погибших, северных оленей
}

// participlesKK reports whether token i is a Kazakh participle in the plural, which
// stands for those of whom it is told: «қаза тапқандар».
func (f *figureReader) participlesKK(i int) bool {
	for _, a := range f.l.Analyses(i) {
		if a.Harmony && strings.HasPrefix(a.Slots, "plural") && f.p.know.hasEnding("pastpartend", a.Stem, 2) {
			return true
		}
	}
	return false
}

// ownedManyKK reports whether token i is a Kazakh plural with an owner. Behind a number
// its noun stands in the singular, so the owner is what is counted: «12 мемлекет
// басшылары».
func (f *figureReader) ownedManyKK(i int) bool {
	if f.p.know.pack.Tag != "kk" {
		return false
	}
	for _, a := range f.l.Analyses(i) {
		if a.Harmony && strings.HasPrefix(a.Slots, "plural poss3") {
			return true
		}
	}
	return false
}

// manyRankedKK reports whether a Kazakh superlative tells of several things, which
// ranks none of them: «ең көне таспалары», «ең ірі қалалардың бірі».
func (f *figureReader) manyRankedKK(m *pattern.Match) bool {
	a, b, ok := m.Capture("counted")
	if !ok || f.p.know.pack.Tag != "kk" {
		return false
	}
	for i := a; i < f.headEndKK(a, b); i++ {
		for _, x := range f.l.Analyses(i) {
			if x.Harmony && strings.HasPrefix(x.Slots, "plural") {
				return true
			}
		}
	}
	return false
}

// headEndKK gives the end of the noun phrase that the Kazakh words [a, b) begin: behind
// the first that carries an ending; b in other languages.
func (f *figureReader) headEndKK(a, b int) int {
	for i := a; i < b && f.p.know.pack.Tag == "kk"; i++ {
		if f.headNoun(i, a) {
			return i + 1
		}
	}
	return b
}

// withoutAttribute gives the noun of a Kazakh word that says where something is:
// аудандағы is of an аудан; "" where token i is no such word.
func (f *figureReader) withoutAttribute(i int) string {
	w := f.l.Slice(i, i+1)
	for _, a := range f.l.Analyses(i) {
		if a.Harmony && a.Slots == "attr" && strings.HasSuffix(w, a.Suffix) {
			return strings.TrimSuffix(w, a.Suffix)
		}
	}
	return ""
}

// converbEnds reports whether a comma at token k follows a Kazakh converb, whose
// subject goes on behind it: «туристер саны екі есе өсіп, 86 мыңға жетті».
func (f *figureReader) converbEnds(k int) bool {
	return f.p.know.headLast && k > 0 && f.l.Rune(k) == ',' && f.p.know.hasEnding("converb", f.l.Fold(k-1), 2)
}
