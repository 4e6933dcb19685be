package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// fieldReach is how many tokens before the name the list of an office's fields
// may go back.
const fieldReach = 16

// fieldsReach is how many tokens back a title with several fields may begin.
const fieldsReach = 26

// joinsFields reports whether a comma or «и» at token k joins the fields of one
// Russian office, small words in the genitive on both sides: «министр
// образования, науки и спорта». A comma needs the «и» of the last field behind
// it, with nothing but such words between.
func (p *part) joinsFields(k int) bool {
	l := p.lat
	and := l.Fold(k) == "и"
	if !and && l.Rune(k) != ',' || k < 1 || k+1 >= len(l.Toks) || !p.fieldWord(k-1) || !p.fieldWord(k+1) {
		return false
	}
	if and {
		return true
	}
	for i := k + 1; i < min(len(l.Toks), k+fieldsReach); i++ {
		if l.Fold(i) == "и" {
			return p.fieldWord(i-1) && i+1 < len(l.Toks) && p.fieldWord(i+1)
		}
		if l.Rune(i) != ',' && !p.fieldWord(i) {
			return false
		}
	}
	return false
}

// fieldWord reports whether a small Russian word may be one of an office's field:
// a noun or an adjective in the genitive that is no office itself.
func (p *part) fieldWord(k int) bool {
	l := p.lat
	if !l.Is(k, lang.Lower) || l.Has(k, p.know.lists.officeNoun) || l.Has(k, p.know.lists.npStop) || l.Has(k, p.know.lists.sayVerb) {
		return false
	}
	if l.Has(k, p.know.lists.bareGenitive) {
		return true
	}
	w := []rune(l.Fold(k))
	if len(w) < 4 {
		return false
	}
	switch w[len(w)-1] {
	case 'а', 'я', 'ы', 'и':
		return true
	case 'в':
		return w[len(w)-2] == 'о' || w[len(w)-2] == 'е' || w[len(w)-2] == 'т' // финансов, средств
	case 'й':
		return w[len(w)-2] == 'и' || w[len(w)-2] == 'е' || w[len(w)-2] == 'о'
	case 'х':
		return w[len(w)-2] == 'ы' || w[len(w)-2] == 'и'
	case 'о':
		return w[len(w)-2] == 'г'
	case 'м': // по экономическим, социальным и правовым вопросам
		return w[len(w)-2] == 'ы' || w[len(w)-2] == 'и'
	}
	return false
}

// ofKin reports whether a word for kin stands before the title that begins at
// token from, with adjectives between them at most, so that the title is another's:
// «супруга бывшего мэра Каталин Хабиш».
func (f *officeFinder) ofKin(from int) bool {
	kin := f.p.know.lists.kinWord
	if kin == lang.NoClass {
		return false
	}
	for k := from - 1; k >= 0 && k >= from-4; k-- {
		if f.l.Has(k, kin) {
			return true
		}
		if !f.l.Is(k, lang.Lower) || !f.adjectival(k) && !f.l.Has(k, f.mod) && !f.l.Has(k, f.tenure) && !f.l.Has(k, f.head) {
			return false
		}
	}
	return false
}

// holderOfTown reports whether a surname that no place has stands behind a noun for
// places that an office governs, so that it names who holds it: «мэр города
// Лужков». i is the token of the noun.
func (n *nameFinder) holderOfTown(i int, e element) bool {
	if !n.l.Is(i, lang.Lower) || !n.titledAt(i) || n.placeAt(e) {
		return false
	}
	surname, _ := n.surnameEnding(e)
	if n.l.Plays(i, n.r.ruledTown) { // мэр города | Ганнерсон: named with its town, a foreign mayor is called by his full name
		surname = surnameShape(n.l.Fold(e.end-1)) || n.l.Has(e.start, n.surname) || n.surnameSeen(candidate{start: e.start, end: e.end})
	}
	return surname && !n.adjective(e.start)
}

// townBeforeHolder gives the elements that name the town, the land or the village
// between its noun and the full name of who holds an office there («мэр коммуны
// Ботсфьорд | Каро Мария Сивертсен»); none where the noun's holder follows at once.
func (n *nameFinder) townBeforeHolder(els []element, s lang.Sentence) (int, bool) {
	i := els[0].start - 1
	if n.tag != "ru" || i <= s.First || n.placePre == 0 || !n.l.Is(i, lang.Lower) || !n.l.Has(i, n.placePre) || !n.titledAt(i) {
		return 0, false
	}
	if len(els) == 1 {
		return 0, n.holderOfTown(i, els[0])
	}
	if len(els) < 3 || els[0].initial || els[1].initial || els[1].particle || els[2].initial || n.isGiven(els[0]) || n.eastern(els[0]) || n.isPatronymic(els[1]) || n.isPatronymic(els[2]) {
		return 0, false
	}
	if surname, _ := n.surnameEnding(els[0]); surname {
		return 0, false
	}
	return 1, true
}

// fieldBy gives the token of the «по» that opens the field of an office whose last
// word stands at token k, small words between: «комиссар по вопросам окружающей
// среды»; 0 where none does.
func (n *nameFinder) fieldBy(k int, s lang.Sentence) int {
	for j := k; j > s.First && j > k-5; j-- {
		if !n.l.Is(j, lang.Lower) || n.office != 0 && n.l.Has(j, n.office) {
			return 0
		}
		if n.l.Fold(j) == "по" {
			if j == k || !n.l.Is(j-1, lang.Lower) && !n.l.Has(j-1, n.office) {
				return 0
			}
			return j
		}
	}
	return 0
}

// townNamed reports whether the noun for places at token i has its own name
// before it, so that what stands behind it names something else: «Мургабского
// района | Худоёр Мамадёров».
func (n *nameFinder) townNamed(i int, s lang.Sentence) bool {
	return n.tag == "ru" && i > s.First && n.l.Is(i-1, lang.Cap) && !n.l.Is(i-1, lang.Upper) && n.adjective(i-1) && (i-1 > s.First || endsAsAdjective(n.l.Fold(i-1)))
}

// pluralNoun reports whether the small word at token k is the noun of an adjective
// in the genitive plural right before it, behind token i; such a noun may have no
// ending at all: «развитию оазисных зон», «защите малых рек».
func (n *nameFinder) pluralNoun(k, i int) bool {
	if k <= i || !n.l.Is(k, lang.Lower) || !n.l.Is(k-1, lang.Lower) || !n.adjective(k-1) || n.npStop != 0 && n.l.Has(k, n.npStop) || n.office != 0 && n.l.Has(k, n.office) {
		return false
	}
	w, noun := n.l.Fold(k-1), n.l.Fold(k)
	return (strings.HasSuffix(w, "ых") || strings.HasSuffix(w, "их")) && atLeast(noun, 3) && !strings.ContainsRune("аеёиоуыэюяй", lastRune(noun))
}

// titledBody gives where the Russian body begins whose name, laid already, ends
// right before token i.
func (n *nameFinder) titledBody(i int) (int, bool) {
	for k := len(n.p.mens) - 1; k >= 0 && k >= len(n.p.mens)-4; k-- {
		if m := &n.p.mens[k]; m.class == lang.OrgChunk && m.end == i {
			return m.start, true
		}
	}
	return 0, false
}

// qualifies reports whether a word behind a title is an adjective in an oblique
// case whose noun follows in small letters, and so names nobody: «директор
// Международного театрального фестиваля».
func (n *nameFinder) qualifies(e element, s lang.Sentence) bool {
	if !n.adjective(e.start) || n.isGiven(e) || e.end >= s.Last || !n.l.Is(e.end, lang.Lower) {
		return false
	}
	w := n.l.Fold(e.start)
	if !strings.HasSuffix(w, "ого") && !strings.HasSuffix(w, "его") && !strings.HasSuffix(w, "ой") && !strings.HasSuffix(w, "ых") && !strings.HasSuffix(w, "их") {
		return false
	}
	for k := e.end; k < s.Last && k < e.end+5; k++ {
		if n.event != 0 && n.l.Has(k, n.event) || n.orgHead != 0 && n.l.Has(k, n.orgHead) || n.placeLow != 0 && n.l.Has(k, n.placeLow) {
			return true
		}
		if k > e.end && n.l.Has(k, n.and) {
			continue // Государственного морского и портового агентства
		}
		if !n.l.Is(k, lang.Lower) || !n.adjective(k) {
			return false
		}
	}
	return false
}

// united reports whether a noun for an office stands in the genitive plural, as
// those do whom a body unites: «совета директоров», «союза журналистов».
func (n *nameFinder) united(k int) bool {
	if n.office == 0 || !n.l.Is(k, lang.Lower) || !n.l.Has(k, n.office) {
		return false
	}
	w := n.l.Fold(k)
	if strings.HasSuffix(w, "ов") || strings.HasSuffix(w, "ев") {
		return true
	}
	ch, _ := n.l.Chunk(k, n.office)
	return strings.HasSuffix(w, "ей") && !strings.HasSuffix(lang.Fold(n.l.Entry(ch).Value), "ей")
}

// ofGenitive reports whether the head of a title that a verb of becoming ties to a
// person ends as no instrumental does, and no noun for a post governs it, so that it
// belongs to another noun: «кандидатом на выборы главы государства стала …».
func (f *officeFinder) ofGenitive(head int) bool {
	if f.inNominative(head) {
		return false
	}
	switch lastRune(f.l.Fold(head)) {
	case 'а', 'я', 'ы', 'и', 'у':
	default:
		return false
	}
	for k := head - 1; k >= 0 && k >= head-4; k-- {
		if w := f.l.Fold(k); strings.HasPrefix(w, "должност") || w == "пост" || w == "посту" || w == "поста" || strings.HasPrefix(w, "обязанност") {
			return k > 1 && (f.l.Plays(k-1, f.p.know.roles.wantsPost) || f.l.Plays(k-2, f.p.know.roles.wantsPost))
		}
		if f.l.Has(k, f.head) { // заместителем министра
			return false
		}
	}
	return true
}

// ofStateBefore takes for a Russian title without a body the state that its sentence opens
// with, for which its holder speaks, before a dash or the verb that says so: «Чили —
// президент Хосе Диас», «Чили на встрече представлял министр Хосе Диас».
func (f *officeFinder) ofStateBefore(t *title, m *mention) {
	if !f.p.know.russian || t.place >= 0 || t.org >= 0 || t.head < 0 || !f.inNominative(t.head) {
		return
	}
	k, s := t.from-1, f.p.sentenceOf(m.start)
	if k <= s.First {
		return
	}
	first := s.First
	for first < k && f.l.Is(first, lang.Punct) { // • Чили
		first++
	}
	state, ok := f.p.mentionAt(first, lang.PlaceChunk)
	if !ok || state.entity < 0 || state.start != first || state.end > k || f.l.Slice(state.start, state.end) != f.p.doc.entities[state.entity].name {
		return
	}
	if isDash(f.l.Rune(k)) && state.end == k {
		t.place = state.entity
		return
	}
	if !f.l.Plays(k, f.p.know.roles.standsFor) {
		return
	}
	for i := state.end; i < k; i++ {
		if f.l.Is(i, lang.Punct) || f.l.Has(i, lang.PersonChunk) {
			return
		}
	}
	t.place = state.entity
}
