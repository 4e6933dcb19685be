package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// endsKK reports whether the endings of token i begin with some slots: "plural", "plural
// poss3". It gives the stem of such a word.
func (f *figureReader) endsKK(i int, slots string) (stem string, ok bool) {
	for _, a := range f.l.Analyses(i) {
		if a.Harmony && strings.HasPrefix(a.Slots, slots) {
			return a.Stem, true
		}
	}
	return "", false
}

// participlesKK reports whether token i is a Kazakh participle in the plural, which
// stands for those of whom it is told: «қаза тапқандар».
func (f *figureReader) participlesKK(i int) bool {
	stem, ok := f.endsKK(i, "plural")
	return ok && f.p.know.endings.pastPartEnd.end(stem, 2)
}

// ownedManyKK reports whether token i is a Kazakh plural with an owner. Behind a number
// its noun stands in the singular, so the owner is what is counted: «12 мемлекет
// басшылары».
func (f *figureReader) ownedManyKK(i int) bool {
	if !f.p.know.headLast {
		return false
	}
	_, owned := f.endsKK(i, "plural poss3")
	return owned
}

// manyRankedKK reports whether a Kazakh superlative tells of several things, which
// ranks none of them: «ең көне таспалары», «ең ірі қалалардың бірі».
func (f *figureReader) manyRankedKK(m *pattern.Match) bool {
	a, b, ok := m.Capture("counted")
	if !ok || !f.p.know.headLast {
		return false
	}
	for i := a; i < f.headEndKK(a, b); i++ {
		if _, many := f.endsKK(i, "plural"); many {
			return true
		}
	}
	return false
}

// headEndKK gives the end of the noun phrase that the Kazakh words [a, b) begin: behind
// the first that carries an ending; b in other languages.
func (f *figureReader) headEndKK(a, b int) int {
	for i := a; i < b && f.p.know.headLast; i++ {
		if f.headNoun(i, a) {
			return i + 1
		}
	}
	return b
}

// withoutAttributeKK gives the noun of a Kazakh word that says where something is:
// аудандағы is of an аудан; "" where token i is no such word.
func (f *figureReader) withoutAttributeKK(i int) string {
	w := f.l.Slice(i, i+1)
	for _, a := range f.l.Analyses(i) {
		if a.Harmony && a.Slots == "attr" && strings.HasSuffix(w, a.Suffix) {
			return strings.TrimSuffix(w, a.Suffix)
		}
	}
	return ""
}

// converbEndsKK reports whether a comma at token k follows a Kazakh converb, whose
// subject goes on behind it: «туристер саны екі есе өсіп, 86 мыңға жетті».
func (f *figureReader) converbEndsKK(k int) bool {
	return f.p.know.headLast && k > 0 && f.l.Rune(k) == ',' && f.p.know.endings.converb.end(f.l.Fold(k-1), 2)
}

// likeKK reports whether the Kazakh number that ends before token i, or its unit there, ends
// in the suffix for "about": «300-дей адам», «үш жүздей», «40 тоннадай ұн».
func (f *figureReader) likeKK(i int) bool {
	if !f.p.know.headLast || i < 1 {
		return false
	}
	for k := i - 1; k <= i && k < len(f.l.Toks); k++ {
		if k == i && !f.l.Has(i, f.unit) {
			return false
		}
		last := k
		if k == i {
			last = f.l.ChunkEnd(i, f.unit) - 1 // қытай | юані
		}
		for _, e := range [...]string{"дай", "дей", "тай", "тей"} {
			if strings.HasSuffix(f.l.Fold(last), e) {
				return true
			}
		}
	}
	return false
}

// pairKK reports whether two words that are counted together begin at token i, the
// first of which would end what is counted: «200 жұмыс орны».
func (f *figureReader) pairKK(i int) bool {
	if !f.p.know.headLast {
		return false
	}
	ch, ok := f.l.Chunk(i, f.p.know.lists.countedPair)
	return ok && int(ch.End) == i+2
}

// hyphenJoined reports whether a Kazakh word is joined by a hyphen to the one behind it,
// whose case is that of both: «іс-шара».
func (f *figureReader) hyphenJoined(i int) bool {
	return f.p.know.headLast && i+2 < len(f.l.Toks) && f.l.Rune(i+1) == '-' && f.l.Is(i+1, lang.Glued) && f.l.Is(i+2, lang.Glued) && !f.l.Has(i+2, f.p.know.lists.caseEnd)
}

// todoKK reports whether token i is a Kazakh verbal noun in the dative, which says what is
// to be done with a measured amount and not of what it is: «10 млн тоннаға | жеткізуге».
func (f *figureReader) todoKK(i int) bool {
	if !f.p.know.headLast {
		return false
	}
	w := f.l.Fold(i)
	return strings.HasSuffix(w, "уге") || strings.HasSuffix(w, "уға") || strings.HasSuffix(w, "юге") || strings.HasSuffix(w, "юға")
}

// pairName gives the two words counted together at token i by their own name, behind the
// words that stand before them from token start on.
func (f *figureReader) pairName(i, start int) string {
	v, _, _ := f.l.Value(i, f.p.know.lists.countedPair)
	if i > start && f.l.Toks[i].Start > f.l.Toks[i-1].End {
		return " " + v
	}
	return v
}

// placeInCaseKK reports whether a place in a case stands at token i, which is no part of
// what a Kazakh number counts.
func (f *figureReader) placeInCaseKK(i int) bool {
	if !f.p.know.headLast || !f.l.Is(i, lang.Cap) || !f.l.Has(i, lang.PlaceChunk) {
		return false
	}
	m, ok := f.p.mentionAt(i, lang.PlaceChunk)
	return ok && m.entity >= 0 && m.start == i && f.l.Slice(m.start, m.end) != f.p.doc.entities[m.entity].name && !genitiveKK(f.l.Fold(m.end-1))
}

// timesMoreKK reports whether the Kazakh word at token k says that something is so many
// times more or less, and does not qualify how many: «екі есе | көп», against «екі еседен
// | көп», which is more than twofold.
func (f *figureReader) timesMoreKK(k int) bool {
	return k > 0 && f.l.Has(k, f.p.know.lists.changeAfter) && !ablativeKK(f.l.Fold(k-1))
}

// inTheirWayKK reports whether a Kazakh people stands in the form for "in their language
// or way": «50 пайызы қазақша» is no share of Kazakhs.
func (f *figureReader) inTheirWayKK(m *mention) bool {
	w := f.l.Fold(m.end - 1)
	return f.p.know.headLast && (strings.HasSuffix(w, "ша") || strings.HasSuffix(w, "ше"))
}

// ownedShareKK reports whether token k is the Kazakh word for per cent with an owner, which
// those who have that share follow: «42 пайызы | қазақ», «15 пайызын | өзбектер құрайды».
func (f *figureReader) ownedShareKK(k int) bool {
	w := f.l.Fold(k)
	return w == "пайызы" || w == "пайызын"
}

// shortNounKK reports whether a folded word of two letters is a Kazakh noun that is
// counted, while most are only the beginning of another word.
func shortNounKK(w string) bool {
	switch w {
	case "үй", "ел", "іс", "ән", "ат", "ит", "аң", "ұл", "от", "ой":
		return true
	}
	return false
}

// verbBehindKK tells of a Kazakh noun at token i, behind a number, whether it ends what is
// counted: it does before a verb that takes it as its object («17 экспедиция | жасап», «екі
// медаль | алу»), and a verbal noun does not where it is whose the noun behind it is
// («мұнай өңдеу | зауыты»). told is false where neither is so.
func (f *figureReader) verbBehindKK(i, start int) (end, told bool) {
	if f.p.know.pack.Tag != "kk" || i+2 >= len(f.l.Toks) {
		return false, false
	}
	verbal := func(k int) bool {
		return f.l.Is(k, lang.Lower) && f.p.know.endings.verbNounEnd.end(f.l.Fold(k), 2) && !f.l.Has(k, f.person)
	}
	owned := func(k int) bool {
		return f.owned(k) && !f.l.Plays(k, f.p.know.roles.makesVerb) || f.l.Has(k, f.p.know.lists.orgHead) && f.p.ownedForm(k)
	}
	if verbal(i+1) && owned(i+2) {
		return false, true
	}
	if i > start {
		return false, verbal(i) && owned(i+1)
	}
	if !f.l.Is(i+1, lang.Lower) {
		return false, false
	}
	if f.p.know.endings.converb.end(f.l.Fold(i+1), 3) {
		return true, true
	}
	if verbal(i+1) && !f.l.Is(i+2, lang.Lower) {
		return true, true
	}
	return false, false
}

// frostKK reports whether the Kazakh word for frost stands right before a temperature,
// which is then below zero: «аяз 40 градусқа жетті». By how much a frost grows or lets up
// is no temperature: «аяз 5 градусқа төмендеді».
func (f *figureReader) frostKK(g *figure) bool {
	return f.p.know.headLast && g.start > g.s.First && f.l.Plays(g.start-1, f.p.know.roles.frost) && g.st.Change == "" && !f.l.Has(g.end, f.p.know.lists.changeAfter)
}

// fartherKK reports whether the words at token i only say that something is farther away
// than a Kazakh distance, which counts nothing: «үш шақырымнан | алыс жерде».
func (f *figureReader) fartherKK(i int) bool {
	return f.p.know.headLast && i > 0 && f.l.Plays(i, f.p.know.roles.fartherAway) && ablativeKK(f.l.Fold(i-1))
}

// eachGetsKK reports whether a Kazakh number that is one or round stands with a noun in the
// dative to whom so many of something come, and is only what that is reckoned for: «бір
// мұғалімге 9 оқушыдан келеді», «мың тұрғынға екі дәрігерден келеді».
func (f *figureReader) eachGetsKK(x *number, s lang.Sentence) bool {
	if !f.p.know.headLast || x.value != 1 && !roundRate(x.value) || x.end >= s.Last || !dativeKK(f.l.Fold(x.end)) {
		return false
	}
	for k := x.end + 1; k+2 < s.Last && k < x.end+8; k++ {
		if y, ok := f.p.numberAt(k); ok {
			if x.value >= 100 && k == x.end+1 && !whole(y) { // 1000 адамға 19,5
				return true
			}
			for k = y.end; k+1 < s.Last && k < y.end+4; k++ {
				if f.l.Plays(k+1, f.p.know.roles.fallsTo) && (ablativeKK(f.l.Fold(k)) || x.value >= 100) {
					return true
				}
				if ablativeKK(f.l.Fold(k)) {
					return false
				}
			}
			return false
		}
	}
	return false
}

// lifeSpanKK reports whether a number of Kazakh years of age tells how long people live, and is
// no age: «өмір сүру ұзақтығы 76,4 жасқа жетті».
func (f *figureReader) lifeSpanKK(x *number, s lang.Sentence) bool {
	if !f.p.know.headLast {
		return false
	}
	for k := x.start - 1; k >= s.First && k >= x.start-7; k-- {
		if f.l.Plays(k, f.p.know.roles.lifeSpan) {
			return true
		}
	}
	return false
}

// insideAdjectiveKK reports whether a number before token i belongs to a Kazakh adjective for
// what has so many of something, and counts neither that nor the noun behind it: «үш тілді
// еріктілер», «екі палаталы парламент».
func (f *figureReader) insideAdjectiveKK(i int) bool {
	w := f.l.Fold(i)
	if !f.p.know.headLast || !f.l.Is(i, lang.Lower) || !f.p.know.endings.amountAdj.whole(w) {
		return false
	}
	return strings.HasSuffix(w, "ды") || strings.HasSuffix(w, "ді") || strings.HasSuffix(w, "лы") || strings.HasSuffix(w, "лі") || strings.HasSuffix(w, "ты") || strings.HasSuffix(w, "ті")
}

// ownedByPersonsKK reports whether the Kazakh word at token i is a thing that belongs to the
// persons named before it, which are not counted then: «280 шаруа | қожалығы».
func (f *figureReader) ownedByPersonsKK(i int) bool {
	return f.p.know.headLast && !f.l.Has(i, f.person) && !f.l.Has(i, lang.NumberChunk) && f.owned(i)
}

// bareOwnedKK takes the case from a folded Kazakh word with the possessive of the third
// person; ok is false where it has none: тұрғыны of тұрғынына, азаматы of азаматын.
func bareOwnedKK(w string) (bare string, ok bool) {
	for _, e := range [...]string{"ның", "нің", "нда", "нде", "нан", "нен", "на", "не", "н", ""} {
		if rest, cut := strings.CutSuffix(w, e); cut && (strings.HasSuffix(rest, "ы") || strings.HasSuffix(rest, "і")) {
			return rest, true
		}
	}
	return w, false
}
