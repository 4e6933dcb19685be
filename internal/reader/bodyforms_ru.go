package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// withItsState gives a Russian body that every state has, told by a word of its own, the
// state behind it: «Минэнерго | Чили объявило». A state in another case than the
// genitive acts itself: «через МИД | Вьетнам передал».
func (n *nameFinder) withItsState(c *candidate) {
	if n.tag != "ru" || c.class != lang.OrgChunk || c.end > c.start+4 || c.end >= len(n.l.Toks) || !n.l.Plays(c.end-1, n.r.ofAState) {
		return
	}
	ch, ok := n.l.Chunk(c.end, n.gazPlace)
	if !ok || len(n.l.Entry(ch).Known) != 2 || n.l.Toks[c.end].Para || n.glued(int(ch.End), '-') {
		return
	}
	if n.actingPlace(c.end) || int(ch.End) == c.end+1 && !n.l.Is(c.end, lang.Upper) && !n.genitive(c.end) && !strings.ContainsRune("оуюэе", lastRune(n.l.Fold(c.end))) {
		return
	}
	last := c.end - 1
	if c.end, c.score = int(ch.End), scoreLegal+1; !strings.HasPrefix(c.known, strings.ToLower(n.l.Entry(ch).Known)+"-") { // the ministry of another state
		c.known = ""
	}
	c.name += n.l.Text[n.l.Toks[last].End:n.l.Toks[c.end-1].End]
}

// russianPlace gives the likely nominative of an unknown place named in the
// prepositional case: «в Исфане». Nominatives in -е are rare.
func russianPlace(w string) string {
	if first, rest, ok := strings.Cut(w, "-"); ok {
		if stem, ok := strings.CutSuffix(rest, "ском"); ok && strings.HasSuffix(first, "е") { // в Каменске-Уральском
			return russianPlace(first) + "-" + stem + "ский"
		}
	}
	for _, x := range [...][2]string{{"ией", "ия"}, {"ии", "ия"}, {"ию", "ия"}, {"ом", ""}} {
		if s, ok := strings.CutSuffix(w, x[0]); ok && atLeast(s, 4) {
			return s + x[1]
		}
	}
	if s, ok := strings.CutSuffix(w, "ах"); ok && atLeast(s, 4) { // в Сороках, в Бельцах
		if r, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune("кгхжшщч", r) {
			return s + "и"
		}
		return s + "ы"
	}
	stem, ok := strings.CutSuffix(w, "е")
	if r, _ := utf8.DecodeLastRuneInString(stem); ok && atLeast(stem, 4) {
		switch {
		case strings.HasSuffix(stem, "вил"): // в Лонгвиле
			return stem + "ь"
		case consonantTown(stem):
			return stem
		case strings.ContainsRune("лнвмз", r), strings.HasSuffix(stem, "бд"), strings.HasSuffix(stem, "иц") && !strings.HasSuffix(stem, "лиц"): // в Рыбнице, but not в Аустерлице
			return stem + "а"
		case strings.ContainsRune("тдкгрсбпжшчцхф", r):
			return stem
		}
	}
	return w
}

// russianGender guesses the gender of a noun by its last letter; 'p' is plural.
func russianGender(w string) byte {
	if strings.HasSuffix(w, "ЭС") || strings.HasSuffix(w, "ЭЦ") { // станция, электроцентраль
		return 'f'
	}
	r, _ := utf8.DecodeLastRuneInString(w)
	switch r {
	case 'а', 'я', 'ь':
		return 'f'
	case 'о', 'е':
		return 'n'
	case 'ы', 'и':
		return 'p'
	}
	return 'm'
}

// headGender gives the gender that the adjectives before the noun of a Russian body have, or
// 'p' for its plural: железные дороги is one, предприятие none.
func headGender(form string) byte {
	first, _, several := strings.Cut(form, " ")
	if several && (strings.HasSuffix(first, "ые") || strings.HasSuffix(first, "ие")) {
		if !strings.HasSuffix(first, "ение") && !strings.HasSuffix(first, "ание") && !strings.HasSuffix(first, "ятие") {
			return 'p'
		}
	}
	return russianGender(first)
}

// russianAdjective gives the nominative of an adjective.
func russianAdjective(w string, gender byte) string {
	stem, soft := w, false
	for _, e := range [...]string{"ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ым", "им", "ом", "ем", "ую", "юю", "ых", "их", "ей", "ые", "ие"} {
		if s, ok := strings.CutSuffix(w, e); ok {
			stem, soft = s, strings.HasPrefix(e, "е") || e == "яя" || e == "юю"
			break
		}
	}
	r, _ := utf8.DecodeLastRuneInString(stem)
	back, hush := strings.ContainsRune("гкх", r), strings.ContainsRune("жчшщ", r)
	soft = soft && r == 'н'
	switch gender {
	case 'f':
		if soft {
			return stem + "яя"
		}
		return stem + "ая"
	case 'n':
		if soft || hush {
			return stem + "ее"
		}
		return stem + "ое"
	case 'p':
		if soft || hush || back {
			return stem + "ие"
		}
		return stem + "ые"
	}
	if soft || hush || back {
		return stem + "ий"
	}
	return stem + "ый"
}

// consonantTown reports whether a stem in -н, -л or -м is mostly the whole name of a
// place: of towns in -он and -лл hardly one in ten has an -а, of those in -ина a third.
func consonantTown(stem string) bool {
	for _, end := range [...]string{"он", "ан", "ен", "ун", "лл", "йл", "ем", "ам", "хм", "льм"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}
