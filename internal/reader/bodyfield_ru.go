package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// fieldWith gives the token behind what a preposition adds to the field of a
// Russian body or office at k: «по борьбе с коррупцией и терроризмом», «по
// взаимодействию с ООН», «по надзору за рынком», «стрельбы из лука». The noun before it
// must take «с», or the preposition that its value names (pack list withfield), and what
// follows must stand in its case or be an abbreviation. It gives k where there is no such
// addition.
func fieldWith(l *lang.Lattice, withField lang.Class, k, last int) int {
	if withField == lang.NoClass || k == 0 || k+1 >= last {
		return k
	}
	w := l.Fold(k)
	if w != "с" && w != "со" && w != "за" && w != "из" && w != "в" {
		return k
	}
	ch, ok := l.Chunk(k-1, withField)
	if !ok {
		return k
	}
	switch v := l.Entry(ch).Value; v {
	case "за", "из", "в":
		if v != w {
			return k
		}
	default:
		if w != "с" && w != "со" {
			return k
		}
	}
	switch noun := l.Fold(k + 1); w {
	case "из": // стрельба из лука
		if l.Is(k+1, lang.Lower) && strings.ContainsRune("аяыи", lastRune(noun)) {
			return k + 2
		}
		return k
	case "в": // спасение в горах
		if l.Is(k+1, lang.Lower) && (strings.HasSuffix(noun, "ах") || strings.HasSuffix(noun, "ях")) {
			return k + 2
		}
		return k
	}
	j := withWhom(l, k+1, last)
	if j == k+1 {
		return k
	}
	if j+1 < last && l.Fold(j) == "и" && l.Is(j+1, lang.Lower) {
		if e := withWhom(l, j+1, last); e > j+1 {
			return e
		}
	}
	return j
}

// withWhom gives the end of a noun in the instrumental with its adjectives from
// token j on, j where there is none.
func withWhom(l *lang.Lattice, j, last int) int {
	from := j
	for j+1 < last && j < from+2 && l.Is(j, lang.Lower) && instrumentalAdjective(l.Fold(j)) && l.Is(j+1, lang.Word) && instrumentalNoun(l.Fold(j+1)) {
		j++
	}
	t := &l.Toks[j]
	if t.Is(lang.Upper) {
		return j + 1
	}
	if t.Is(lang.Cap) && j+1 < last && l.Is(j+1, lang.Cap) && !l.Has(j, lang.PlaceChunk) || !instrumentalNoun(l.Fold(j)) {
		return from
	}
	switch l.Fold(j) { // with what something is done, not whom
	case "участием", "помощью", "целью", "учетом", "бюджетом":
		return from
	}
	return j + 1
}

// instrumentalNoun reports whether a word ends as Russian nouns do in the
// instrumental.
func instrumentalNoun(w string) bool {
	if !atLeast(w, 4) {
		return false
	}
	for _, e := range [...]string{"ой", "ей", "ом", "ем", "ью", "ами", "ями", "ьми"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// instrumentalAdjective reports whether a word ends as Russian adjectives do in
// the instrumental.
func instrumentalAdjective(w string) bool {
	if !atLeast(w, 5) {
		return false
	}
	for _, e := range [...]string{"ой", "ей", "ым", "им", "ыми", "ими"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// moreDatives passes what joins the dative after «по» at k: «по
// регулированию и развитию», «по культуре, спорту и туризму»; «по делам семьи,
// женщин и детей» is left alone.
func (n *nameFinder) moreDatives(k int, s lang.Sentence) int {
	for j := k; j+1 < s.Last; {
		switch {
		case n.l.Fold(j) == "и":
			if e := n.dativeItem(j+1, s); e > 0 {
				return e
			}
			return k
		case n.l.Rune(j) == ',':
			e := n.dativeItem(j+1, s)
			if e == 0 {
				return k
			}
			j = e
		default:
			return k
		}
	}
	return k
}

// dativeItem gives the end of a noun in the dative with its adjectives from token
// i on, 0 where there is none.
func (n *nameFinder) dativeItem(i int, s lang.Sentence) int {
	j := i
	for j < s.Last && j < i+2 && n.l.Is(j, lang.Lower) && n.adjective(j) && !n.taken[j] {
		j++
	}
	if j >= s.Last || n.taken[j] || !n.l.Is(j, lang.Lower) || !n.dative(j) || n.verbal(j) {
		return 0
	}
	if w := n.l.Fold(j); n.l.Has(j, n.orgHead) && !strings.HasSuffix(w, "ам") && !strings.HasSuffix(w, "ям") { // по ценным бумагам и биржам
		return 0
	}
	return j + 1
}

// dative reports whether a word has the ending of a noun in the dative.
func (n *nameFinder) dative(k int) bool {
	w := n.l.Fold(k)
	if !atLeast(w, 5) {
		return false
	}
	for _, e := range [...]string{"нию", "тию", "ству", "ке", "сти", "ам", "ям", "ту", "ру", "лу", "ну", "ду", "ву", "ме", "ле", "те", "не", "де", "ре", "ве", "ции", "зму"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// withField is fieldWith inside a title: the token at k is the «с» of a field.
func (f *officeFinder) withField(k int) bool {
	return f.with != lang.NoClass && f.l.Toks[k].End-f.l.Toks[k].Start <= 4 && fieldWith(f.l, f.with, k, len(f.l.Toks)) > k && !f.l.Has(k+1, lang.PersonChunk)
}

// fieldOfHolder reports whether «по» at token i, right behind a body of the lists,
// tells the field of its officer: комиссар Африканского союза | по торговле.
func (n *nameFinder) fieldOfHolder(i int, s lang.Sentence) bool {
	for b := i - 1; b > s.First && b > i-6; b-- {
		for _, c := range [...]lang.Class{n.gazBody, n.orgKnown, n.gazPlace} {
			if ch, ok := n.l.Chunk(b, c); c != 0 && ok && int(ch.End) == i {
				return n.l.Has(b-1, n.office)
			}
		}
	}
	return false
}

// placeNounBefore reports whether the word at token k is the name of a place by the noun
// before it, in small letters and behind the body's own at i: «рыбаков острова | Чилоэ».
func (n *nameFinder) placeNounBefore(k, i int, s lang.Sentence) bool {
	if k < i+2 || !n.l.Is(k-1, lang.Lower) || k+1 < s.Last && n.l.Is(k+1, lang.Cap) || !n.genitive(k-1) {
		return false
	}
	if surname, _ := n.surnameEnding(element{start: k, end: k + 1}); surname {
		return false
	}
	return n.placePre != 0 && n.l.Has(k-1, n.placePre) || n.placeHead != 0 && n.l.Has(k-1, n.placeHead)
}
