package reader

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// standsWhere reports whether the Russian word at token i, of no list, stands in the
// prepositional case behind «в», so that it says where and opens no other name: «в
// Бирменте | агентство», «посол в Лумпете | Хасан Дурми».
func (n *nameFinder) standsWhere(i int) bool {
	if i == 0 || !n.unlisted(i) || n.l.Fold(i-1) != "в" && n.l.Fold(i-1) != "во" {
		return false
	}
	w := n.l.Fold(i)
	if !strings.HasSuffix(w, "е") || utf8.RuneCountInString(w) < 5 || n.l.Bits[i].Intersects(&n.anyCommon) || n.compoundBody(element{start: i, end: i + 1}) != "" {
		return false
	}
	for _, end := range [...]string{"ое", "ее", "ие", "ые"} { // в Большое, в Нижние
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return true
}

// cutWhere parts a Russian candidate from the word before it that says where, and
// reports whether nothing is left of it: «в Бирменте | агентство», «в Кежмунде |
// культурный центр», «в Тумсаре | Маканов».
func (n *nameFinder) cutWhere(c *candidate) bool {
	k := c.start + 1
	if c.end == k || c.class == 0 || c.known != "" || n.l.Is(k, lang.Glued) {
		return false
	}
	if !n.standsWhere(c.start) && !(c.end == k+2 && n.undeclinedWhere(c.start)) {
		return false
	}
	where := candidate{class: lang.PlaceChunk, start: c.start, end: k, score: scoreModel, rule: "where"}
	switch {
	case c.class == lang.OrgChunk:
		if !n.headInNominative(k, c.end) {
			return false
		}
		c.start, c.name = k, ""
		n.propose(where)
		return !n.anyCapital(k, c.end)
	case c.end == k+2 && n.l.Fold(k) == "и": // в Бузанте и Кежмале
		return n.twoWhere(c, where)
	case !n.actsBehindWhere(k, c.end):
		return false
	}
	c.class, c.start, c.name = lang.PersonChunk, k, ""
	_, c.gender = n.givenOf(element{start: k, end: k + 1})
	n.propose(where)
	return false
}

// undeclinedWhere reports whether the word at token i, of no list, has one form for all
// cases and stands behind «в»: в Омбату.
func (n *nameFinder) undeclinedWhere(i int) bool {
	return i > 0 && n.unlisted(i) && n.l.Fold(i-1) == "в" && strings.ContainsRune("оуиэю", lastRune(n.l.Fold(i)))
}

// twoWhere parts two places that the model took for one: «в Бузанте и Кежмале», «в Омбату
// и Ыгыре».
func (n *nameFinder) twoWhere(c *candidate, where candidate) bool {
	k := c.start + 2
	if c.class != lang.PlaceChunk || !n.unlisted(k) || !strings.HasSuffix(n.l.Fold(k), "е") {
		return false
	}
	n.propose(where)
	where.start, where.end = k, c.end
	n.propose(where)
	return true
}

// behindWhere leaves out the place before somebody's name: «посол Ирана в Лумпете | Хасан
// Дурми». The place is proposed.
func behindWhere(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() < 1 || e.end != e.start+1 || !n.standsWhere(e.start) || !n.actsBehindWhere(p.els[p.x+1].start, p.els[len(p.els)-1].end) {
		return false
	}
	n.propose(candidate{class: lang.PlaceChunk, start: e.start, end: e.end, score: scoreModel, rule: "where"})
	p.placed = true
	return p.next(p.x+1, p.titled || n.officeWhere(e.start-1))
}

// headInNominative reports whether the words of a Russian body behind another word begin
// with its noun, adjectives before it, in the nominative: «культурный центр», «агентство».
func (n *nameFinder) headInNominative(k, end int) bool {
	for k < end && n.adjective(k) && !n.l.Has(k, n.orgHead) {
		w := n.l.Fold(k)
		if !strings.HasSuffix(w, "й") && !strings.HasSuffix(w, "я") && !strings.HasSuffix(w, "е") || strings.HasSuffix(w, "ой") || strings.HasSuffix(w, "ей") {
			return false
		}
		k++
	}
	if k >= end {
		return false
	}
	ch, ok := n.l.Chunk(k, n.orgHead)
	return ok && n.isForm(n.l.Entry(ch), element{start: k, end: int(ch.End)})
}

// actsBehindWhere reports whether the words behind one that says where are a person in
// the nominative: a first name as it is written, or a surname before a verb of the past
// that agrees with it.
func (n *nameFinder) actsBehindWhere(k, end int) bool {
	if !n.l.Is(k, lang.Cap) || !n.l.Is(end-1, lang.Cap) {
		return false
	}
	if end > k+1 && !n.l.Is(k+1, lang.Glued) && n.officeWhere(k-2) {
		return true
	}
	last := lastRune(n.l.Fold(end - 1))
	man := !strings.ContainsRune("аеёиоуыэюяь", last)
	if end > k+1 {
		if n.givenAsWritten(k) {
			return !strings.HasSuffix(n.l.Fold(end-1), "ого")
		}
		first := lastRune(n.l.Fold(k))
		return man && !strings.ContainsRune("аеёиоуыэюяь", first) && !strings.HasSuffix(n.l.Fold(k), "ой") && !strings.HasSuffix(n.l.Fold(k), "ом")
	}
	ending, _ := n.surnameEnding(element{start: k, end: end})
	if !ending && !n.surnameSeen(candidate{start: k, end: end}) {
		return false
	}
	switch n.pastGender(end) {
	case 'm':
		return man
	case 'f':
		return last == 'а' || last == 'я'
	}
	return false
}

// officeWhere reports whether an office stands in the few words up to token i, which is
// «в», with no verb or mark between: «директор бюро ЮНЕСКО | в Кандыроде».
func (n *nameFinder) officeWhere(i int) bool {
	if n.office == 0 {
		return false
	}
	for k := i - 1; k >= n.cur.First && k > i-7 && n.l.Is(k, lang.Word); k-- {
		if n.l.Has(k, n.office) {
			return true
		}
		if n.pastVerb(k) {
			return false
		}
	}
	return false
}

// withoutPersonRU leaves out of a Russian body the first name right behind it that no
// list knows: «палаты | Варфоний Дюбергин», «лиги | Ылдызбеком аль-Хасаном». The
// nominative of a man and the instrumental are no genitive, which would belong to the body.
func (n *nameFinder) withoutPersonRU(c *candidate) {
	k := c.end - 1
	if k <= c.start || c.known != "" || !n.unlisted(k) && !n.givenAsWritten(k) || c.end >= len(n.l.Toks) || n.l.Bits[k].Intersects(&n.anyCommon) || !n.l.Is(k-1, lang.Lower) && !n.l.Is(k-1, lang.Upper) && !(n.givenAsWritten(k) && n.genitive(k-1)) {
		return
	}
	w := n.l.Fold(k)
	particle := n.particle != 0 && n.l.Has(c.end, n.particle) && n.l.Is(c.end, lang.Lower) && n.glued(c.end+1, '-') && n.l.Is(c.end+2, lang.Cap)
	named := n.l.Is(c.end, lang.Cap) && !n.l.Is(c.end, lang.Glued) && !n.l.Is(c.end, lang.Upper)
	switch {
	case n.named != 0 && n.l.Has(k-1, n.named):
		return
	case particle:
	case named && n.l.Is(k-1, lang.Cap) && !n.l.Is(k-1, lang.Upper) && n.givenAsWritten(k) && !n.placeAt(element{start: k, end: k + 1}) && strings.ContainsRune("ая", lastRune(w)) && !n.obliqueSurname(c.end): // Колледжа Связи | Анна Берг
	case named && utf8.RuneCountInString(w) > 5 && (strings.HasSuffix(w, "ом") || strings.HasSuffix(w, "ем")) && n.bothInstrumental(k):
	case named && n.l.Is(k-1, lang.Upper) && n.unlisted(c.end) && strings.HasSuffix(w, "ий") && !n.adjective(c.end): // Совета СНГ | Мемноний Дзасот
	case named && (n.surnamed(element{start: c.end, end: c.end + 1}) || n.pastGender(c.end+1) == 'm') && !n.adjective(c.end) && strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", lastRune(w)) && n.genitive(k-1) && !strings.HasSuffix(w, "ой") && !strings.HasSuffix(w, "ов") && !strings.HasSuffix(w, "ей"):
	default:
		return
	}
	c.end, c.name = k, ""
}

// inanimateRU reports whether a Russian word of no list that ends in a consonant stands in
// the accusative behind «в» or «через», or in a list behind it. A man's name has an
// ending there: «через Ыгыр», «поедет в Бардымо и Зелмур».
func (n *nameFinder) inanimateRU(i int) bool {
	e := element{start: i, end: i + 1}
	if i == 0 || !n.unlisted(i) || n.isGiven(e) || !strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", lastRune(n.l.Fold(i))) || n.l.Bits[i].Intersects(&n.anyCommon) || n.l.Is(i+1, lang.Cap) {
		return false
	}
	for k := i - 1; k >= n.cur.First; k -= 2 {
		switch w := n.l.Fold(k); {
		case w == "в" || w == "во" || w == "через":
			return true
		case w != "и" && w != "," || k == n.cur.First || !n.l.Is(k-1, lang.Cap) || strings.HasSuffix(n.l.Fold(k-1), "е"):
			return false // в Ташкенте и Ыгыр: another clause
		}
	}
	return false
}

// visited proposes the Russian word of no list that is visited and whose form is that of
// a thing: «делегация посетила Зелмур, где осмотрела порт». A man would be «Зелмура». It
// does so for the last of a list behind «в» too: «поедет в Бардымо и Зелмур».
func (n *nameFinder) visited(s lang.Sentence) {
	for _, at := range n.caps {
		i := int(at)
		if i > s.First+1 && n.l.Is(i+1, lang.Punct) && (n.l.Fold(i-1) == "и" || n.l.Rune(i-1) == ',') && n.inanimateRU(i) && !n.surnamed(element{start: i, end: i + 1}) {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreContext, rule: "where"})
		}
		if i > s.First && n.nearBefore(i) && n.unlisted(i) && !n.l.Is(i+1, lang.Cap) && !n.glued(i+1, '-') && !n.l.Bits[i].Intersects(&n.anyCommon) {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreModel + 6, rule: "where"})
		}
		if i <= s.First || !n.visitsBefore(i, s) || !n.unlisted(i) || n.l.Is(i+1, lang.Cap) || n.l.Bits[i].Intersects(&n.anyCommon) {
			continue
		}
		if !strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", lastRune(n.l.Fold(i))) || n.adjective(i) || n.surnamed(element{start: i, end: i + 1}) {
			continue
		}
		n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreContext, rule: "visited"})
	}
}

// nearBefore reports whether Russian words before token i tell what is near it: «вблизи |
// Лужмы», «недалеко от | Лужмы».
func (n *nameFinder) nearBefore(i int) bool {
	return n.l.Plays(i-1, n.r.near) || n.l.Fold(i-1) == "от" && n.l.Plays(i-2, n.r.near)
}

// visitsBefore reports whether the verb of who visits stands before token i, a date at
// most between them: «посетила 22–24 марта | Зархур».
func (n *nameFinder) visitsBefore(i int, s lang.Sentence) bool {
	k := i - 1
	for k > s.First && k > i-7 && n.taken[k] {
		k--
	}
	return n.l.Plays(k, n.r.visits)
}

// placeGoverned gives the nominative of an unknown Russian place of one word by the
// preposition that governs it; "" where that tells nothing: «из Бузанты» is of Бузанта,
// «до Чимбода» of Чимбод, «в Гансубае» of Гансубай.
func (n *nameFinder) placeGoverned(c candidate) string {
	if c.class != lang.PlaceChunk || n.l.Is(c.start, lang.Upper) || n.nominativePlace(c.end-1) {
		return ""
	}
	if name := n.calledBehind(c); name != "" {
		return name
	}
	if c.end != c.start+1 && !n.hyphened(c.start, c.end) {
		return ""
	}
	k := c.start - 1
	for k > c.start-8 && k > 1 && (n.l.Fold(k) == "и" || n.l.Rune(k) == ',') && n.l.Is(k-1, lang.Cap) {
		k -= 2
	}
	if k < 0 {
		return ""
	}
	name := n.l.Slice(c.start, c.end)
	switch n.l.Fold(k) {
	case "из", "от", "до", "у", "близ", "вблизи", "возле", "около", "районе", "окрестностях", "севернее", "южнее", "западнее", "восточнее":
		if strings.HasSuffix(name, "е") {
			return name // из Борхейде: no genitive ends so
		}
		return genitivePlace(name)
	case "между", "над":
		if stem, ok := strings.CutSuffix(name, "ой"); ok && utf8.RuneCountInString(stem) > 3 {
			return stem + "а"
		}
	case "в", "во", "на":
		if stem, ok := strings.CutSuffix(name, "ае"); ok && utf8.RuneCountInString(stem) > 2 {
			return stem + "ай"
		}
		return cmp.Or(n.placeNamed(name), wherePlace(name))
	}
	return ""
}

// whereEnds are endings of towns in the prepositional case with those of their nominative,
// where one is by far the commonest: «в Глазове» Глазов, «в Чистополе» Чистополь.
var whereEnds = [...][2]string{
	{"ополе", "ополь"}, {"ове", "ов"}, {"еве", "ев"}, {"уге", "уга"}, {"вке", "вка"}, {"дке", "дка"}, {"тке", "тка"}, {"чке", "чка"}, {"шке", "шка"}, {"ыме", "ым"}, {"уле", "ул"},
}

// wherePlace gives the nominative that the ending of an unlisted place tells, "" where it
// leaves it open.
func wherePlace(name string) string {
	for _, e := range whereEnds {
		if stem, ok := strings.CutSuffix(name, e[0]); ok && utf8.RuneCountInString(stem) > 2 {
			return stem + e[1]
		}
	}
	return ""
}

// placeNamed gives the nominative of a place in the prepositional case that the text has
// named in another one before, so that it is known whether an -а belongs to it: «из
// Бузанты … в Бузанте», «дошла до Сёнвола … в Сёнволе».
func (n *nameFinder) placeNamed(name string) string {
	stem, ok := strings.CutSuffix(name, "е")
	if !ok || utf8.RuneCountInString(stem) < 3 {
		return ""
	}
	for _, end := range [...]string{"", "а", "ь", "о", "е"} {
		if n.namedPlace(stem + end) {
			return stem + end
		}
	}
	return ""
}

// namedPlace reports whether the text has named a place so before.
func (n *nameFinder) namedPlace(name string) bool {
	_, ok := n.people.byName(read.Place, name)
	return ok
}

// genitivePlace gives the nominative of a place in the genitive singular: Бузанты →
// Бузанта, Хондрака → Хондрак, Крагуевца → Крагуевец; "" where the ending leaves it open
// (Иванова is of Иваново and of Иванов).
func genitivePlace(w string) string {
	r, size := utf8.DecodeLastRuneInString(w)
	stem := w[:len(w)-size]
	if utf8.RuneCountInString(stem) < 3 {
		return ""
	}
	before := lastRune(stem)
	vowel := strings.ContainsRune("аеёиоуыэюя", before)
	switch {
	case vowel && r == 'я' && before != 'и':
		return stem + "й"
	case vowel:
	case r == 'ы', r == 'и' && strings.ContainsRune("гкхжчшщ", before):
		return stem + "а"
	case r == 'я':
		return stem + "ь"
	case r == 'а':
		for _, end := range [...]string{"ов", "ев", "ёв", "ин", "ын"} {
			if strings.HasSuffix(stem, end) {
				return ""
			}
		}
		if s, ok := strings.CutSuffix(stem, "ц"); ok && strings.ContainsRune("внмл", lastRune(s)) {
			return s + "ец"
		}
		return stem
	}
	return ""
}
