package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// professionOnly reports whether a title is a mere profession or a feat (the
// pack's list profession) with no body that it is held in: a painter, a
// champion. Those are told of a person, but are no office.
func (f *officeFinder) professionOnly(t title) bool {
	if f.p.know.russian && strings.HasPrefix(f.p.foldAt(t.head+1), "котор") {
		return true // храм, настоятель которого
	}
	if f.p.know.russian && f.feat(t) {
		return true
	}
	if t.org >= 0 || f.profession == lang.NoClass || t.head != t.from && f.l.Has(t.head-1, f.mod) {
		return false
	}
	return f.l.Has(t.head, f.profession)
}

// disagrees reports whether the case of a Russian title before a person shows
// that the title is somebody else's: «помощник Сергея Иванова», «сообщили
// представители Иванова». A nominative takes no name in another case, and a
// plural no single name.
func (f *officeFinder) disagrees(t title, m *mention) bool {
	if !f.p.know.russian || t.head < 0 {
		return false
	}
	c, ok := f.l.Chunk(t.head, f.head)
	if !ok {
		return false
	}
	if f.ofKin(t.from) {
		return true // жена посла Исландии Сигридур Йонсдоттир
	}
	if f.ofMany(t.head) {
		return !f.another(m)
	}
	if t.tenure == "acting" {
		return false // врио министра Иван Петров
	}
	if f.l.Fold(m.end) == "по" && int(c.End) == m.start && t.org < 0 && t.place < 0 {
		return true // помощник Хиллари Клинтон по европейским делам
	}
	form := f.l.Fold(t.head)
	nominative := f.l.Entry(c).Value
	lemma, _, _ := strings.Cut(lang.Fold(nominative), " ")
	if form == lemma {
		return f.oblique(m)
	}
	if f.l.Plays(t.from-1, f.p.know.roles.decree) && !f.oblique(m) { // Указом главы государства Громов Иван освобождён
		return true
	}
	if strings.HasPrefix(form, lemma) && f.declined(m) { // Указом Президента Иван Громов освобождён
		return true
	}
	if strings.HasSuffix(form, "ами") || strings.HasSuffix(form, "ями") || strings.HasSuffix(form, "ам") && !strings.HasSuffix(lemma, "м") {
		return !f.another(m)
	}
	return false
}

// ofMany reports whether the head of a Russian title stands in a plural that no
// singular looks like: «депутаты», «официальными представителями».
func (f *officeFinder) ofMany(head int) bool {
	c, ok := f.l.Chunk(head, f.head)
	if !ok {
		return false
	}
	lemma, _, _ := strings.Cut(lang.Fold(f.l.Entry(c).Value), " ")
	for i := head; i < int(c.End); i++ {
		w := f.l.Fold(i)
		if strings.HasSuffix(w, "ами") || strings.HasSuffix(w, "ями") || strings.HasSuffix(w, "ыми") || strings.HasSuffix(w, "ими") {
			return true
		}
	}
	w := f.l.Fold(head)
	if ofManyOblique(w, lemma) {
		return true
	}
	if !strings.HasSuffix(w, "ы") && !strings.HasSuffix(w, "и") || w == lemma {
		return false
	}
	switch lastRune(lemma) {
	case 'а', 'я', 'о', 'е', 'и', 'ы':
		return false
	}
	return !strings.HasSuffix(lemma, "ий") && !strings.HasSuffix(lemma, "ый") && !strings.HasSuffix(lemma, "ой")
}

// ofManyOblique reports whether a Russian word has the genitive or dative plural of a
// noun: «у послов», «визит председателей», «послам».
func ofManyOblique(w, lemma string) bool {
	switch {
	case strings.HasSuffix(w, "ов"), strings.HasSuffix(w, "ев"):
		return len(w) > len(lemma) && !strings.HasSuffix(lemma, "а")
	case strings.HasSuffix(w, "ей"):
		return strings.HasSuffix(lemma, "тель") || strings.HasSuffix(lemma, "арь")
	case strings.HasSuffix(w, "ам"), strings.HasSuffix(w, "ям"):
		return !strings.HasSuffix(lemma, "м")
	}
	return false
}

// joined gives the title that "и" joins to one a Russian verb ties to a person,
// where both are in the same case: «является депутатом Думы и членом комитета».
func (f *officeFinder) joined(t *title, to int) (title, bool) {
	more := title{org: -1, place: -1, head: -1}
	k := t.head + 1
	if c, ok := f.l.Chunk(t.head, f.head); ok { // the head may hold an «и»: чрезвычайный и полномочный посол
		k = int(c.End)
	}
	for ; k+1 < to; k++ {
		if f.l.Fold(k) != "и" {
			continue
		}
		for i := k + 1; i < to && i < k+4; i++ {
			c, ok := f.l.Chunk(i, f.head)
			if !ok {
				continue
			}
			if f.ofMany(i) || f.inNominative(i) != f.inNominative(t.head) || !f.sameEnding(i, t.head) {
				return more, false
			}
			more.head, more.from, more.to = i, k+1, max(to, int(c.End))
			return more, true
		}
	}
	return more, false
}

// sameEnding reports whether two words in an oblique case end alike as nouns do
// in the instrumental: both in -ом, -ем, -ой or -ей.
func (f *officeFinder) sameEnding(a, b int) bool {
	ends := func(k int) bool {
		if c, ok := f.l.Chunk(k, f.head); ok && int(c.End) > k+2 && f.l.Rune(k+1) == '-' { // пресс-секретарём
			k = int(c.End) - 1
		}
		w := f.l.Fold(k)
		for _, e := range [...]string{"ом", "ем", "ой", "ей", "ым", "им"} {
			if strings.HasSuffix(w, e) {
				return true
			}
		}
		return false
	}
	return ends(a) == ends(b)
}

// untold reports whether what a Russian verb ties to a person is no title of
// theirs: a subject in the nominative behind the verb («отцом X является
// основатель фронта Y»), several («кандидат в президенты»), what somebody only
// stands for («кандидатом на пост главы»).
func (f *officeFinder) untold(t *title, from int, s lang.Sentence, rule string) bool {
	if !f.p.know.russian {
		return false
	}
	if f.ofMany(t.head) || f.inNominative(t.head) && from > s.First && f.l.Is(from-1, lang.Word) && !f.l.Has(from-1, f.tenure) && (rule == "office.is" || rule == "office.was" || rule == "office.became" || rule == "office.appointed" && f.undergone(f.l.Fold(from-1))) { // вместо X избран | глава союза Y
		return true
	}
	if f.ofKin(t.from) || rule == "office.became" && t.tenure != "acting" && f.ofGenitive(t.head) { // супруге президента — Наине; кандидатом на выборы главы стала X
		return true
	}
	for k := from; k < t.head; k++ {
		if w := f.l.Fold(k); f.l.Plays(k, f.p.know.roles.wantsPost) || w == "против" || w == "вместо" || rule == "office.was" && f.l.Is(k, lang.Lower) && f.undergone(w) {
			return true
		}
	}
	return false
}

// contendReach is how far before the title of who lost or won the verb may stand.
const contendReach = 5

// contender reports whether a Russian «представитель» of a state is only whom somebody
// met in a contest: «одолел в финале | представителя Чили X».
func (f *officeFinder) contender(t *title, s lang.Sentence) bool {
	if !f.p.know.russian || t.org >= 0 || t.head != t.from || !strings.HasPrefix(f.l.Fold(t.head), "представител") {
		return false
	}
	for k := t.from - 1; k >= max(s.First, t.from-contendReach) && f.l.Is(k, lang.Lower); k-- {
		if f.l.Plays(k, f.p.know.roles.contends) {
			return true
		}
	}
	return false
}

// undergone reports whether a folded Russian word is a short participle, behind which
// the office in the instrumental is of who did it: «была принята | губернатором».
func (f *officeFinder) undergone(w string) bool {
	for _, end := range [...]string{"нят", "нята", "щен", "щена", "чен", "чена", "ван", "вана", "жен", "жена", "шен", "шена", "лен", "лена", "дан", "дана", "ран", "рана", "сан", "сана", "ден", "дена", "ржан", "ржана"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+4 {
			return true
		}
	}
	return false
}

// declined reports whether a person stands in the nominative by a surname or a given
// name that would show any other case: Громов, Сагынов, Петровский, Анна Линд.
func (f *officeFinder) declined(m *mention) bool {
	name := f.p.doc.entities[m.entity].name
	if f.l.Slice(m.start, m.end) != name || m.end-m.start < 2 {
		return false
	}
	w := f.l.Fold(m.end - 1)
	for _, end := range [...]string{"ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ская", "цкая"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+4 {
			return true
		}
	}
	return f.declinedGiven(m.start)
}

// declinedGiven reports whether token i is a given name in the nominative that is
// declined and cannot be the genitive of another: Анна, Пётр, but Айгуль, Валентина.
func (f *officeFinder) declinedGiven(i int) bool {
	class, w := f.p.know.lists.givenName, f.l.Fold(i)
	last, _ := utf8.DecodeLastRuneInString(w)
	gender, other := "f", false
	switch {
	case strings.ContainsRune("оуыэюёеиь", last):
		return false
	case !strings.ContainsRune("ая", last):
		gender = "m"
	}
	nominative := false
	f.l.Chunks(i, func(c lang.Chunk) bool {
		if c.Class != class || int(c.End) != i+1 {
			return true
		}
		e := f.l.Entry(c)
		other = other || e.Value != gender
		nominative = nominative || lang.Fold(f.p.formOf(e, w)) == w
		return true
	})
	return nominative && !other
}

// oblique reports whether a person stands in another case than the
// nominative: a word of the mention is no word of the entity's names.
func (f *officeFinder) oblique(m *mention) bool {
	e := &f.p.doc.entities[m.entity]
	known := lang.Fold(e.name)
	for i := m.start; i < m.end; i++ {
		w := f.l.Fold(i)
		if !f.l.Is(i, lang.Word) || len(w) < 6 {
			continue
		}
		if !strings.Contains(known, w) {
			return true
		}
	}
	return false
}

// othersOffice reports whether a Russian office behind a comma in another case than the
// nominative is somebody's of whom a noun before it tells: «заявил Громов, визит
// абхазского | министра придаст …».
func (f *officeFinder) othersOffice(start, head int) bool {
	if !f.p.know.russian || head == start || f.inNominative(head) {
		return false
	}
	k := head - 1
	for k > start && (f.adjectival(k) || f.l.Has(k, f.mod)) {
		k--
	}
	if !f.l.Is(k, lang.Lower) || f.adjectival(k) || f.l.Has(k, f.mod) || f.l.Has(k, f.stop) || f.l.Has(k, f.link) {
		return false
	}
	for i := max(start, k-2); i <= k; i++ {
		if f.l.Has(i, f.tenure) { // исполняющий обязанности | министра
			return false
		}
	}
	return true
}

// numbered steps over the number of a Russian body that ends with token k: «директор
// школы | № 4», but not over one of several: «школ № 3 и № 5».
func (f *officeFinder) numbered(k, limit int, i *int) bool {
	if !f.p.know.russian || k-1 <= limit || !f.l.Is(k, lang.Number) || f.l.Rune(k-1) != '№' || !f.l.Is(k-2, lang.Lower) || f.l.Has(k-2, f.link) {
		return false
	}
	*i = k - 1
	return true
}

// another reports whether a list of persons goes on behind m.
func (f *officeFinder) another(m *mention) bool {
	w := f.l.Fold(m.end)
	return w == "и" || w == "," || w == "("
}

// finite reports whether a small word has the ending of a finite verb, which
// no title holds.
func (f *officeFinder) finite(k int) bool {
	if !f.p.know.russian || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.head) {
		return false
	}
	w := f.l.Fold(k)
	if f.l.Plays(k, f.p.know.roles.becomes) {
		return true
	}
	if f.l.Has(k, f.p.know.lists.orgHead) || f.p.know.endings.bodyNoun.whole(w) {
		return false // отдела
	}
	if (strings.HasSuffix(w, "л") || strings.HasSuffix(w, "лся")) && len(w) > 8 { // председателя | занял: no genitive ends so
		return true
	}
	return f.p.know.endings.finiteEnd.end(w, 4)
}

// abbreviated gives the token of the bracket that opens before token k, where k
// closes the abbreviation of a body before its officer, in Russian also where he
// serves in between or the other name of a land: «начальник штаба Организации …
// (ОДКБ) Анатолий Дон», «представитель Фонда (ЮНИСЕФ) в Молдове», «глава Республики
// Саха (Якутия)»; 0 elsewhere.
func (f *officeFinder) abbreviated(k, end, limit int) int {
	if f.headLast() || f.l.Rune(k) != ')' || k != end-1 && !f.p.know.russian {
		return 0
	}
	if f.p.know.russian && k-2 > limit && f.l.Rune(k-2) == '(' && f.l.Has(k-1, lang.PlaceChunk) && f.endsMention(k-3, limit) {
		return k - 2
	}
	for i := k - 1; i > limit && i > k-5; i-- {
		if f.l.Rune(i) == '(' {
			return i
		}
		if !f.l.Is(i, lang.Upper) && (f.p.know.russian || !f.l.Is(i, lang.Cap) && !f.l.Plays(i, f.p.know.roles.and)) { // the Additional Secretary (Europe) | X
			return 0
		}
	}
	return 0
}

// clauseEnds reports whether a Russian word is a verb, a short participle or a
// participle in the past, which govern a title behind them and are no part of
// it: «начатой президентом», «опровергнута представителем».
func (f *officeFinder) clauseEnds(k int) bool {
	if !f.p.know.russian || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.mod) {
		return false
	}
	w := f.l.Fold(k)
	if f.p.know.endings.notAdjEnd.end(w, 0) { // заседание | председатель
		return true
	}
	return (f.p.know.endings.participleEnd.end(w, 4) || f.p.know.endings.participleEnd.whole(w)) && !f.l.Has(k, f.tenure) || f.p.know.endings.bodyVerbEnd.end(w, 2) && !f.p.know.endings.bodyNoun.whole(w)
}

// earlier reads the title that stands before another one of the same person
// and a comma or dash: «министр энергетики, председатель комиссии Дан Меридор»,
// «у вице-премьера – министра торговли Анны Линд».
// end is the first token of the title already read.
func (f *officeFinder) earlier(end, last int, s lang.Sentence) (title, bool) {
	t := title{org: -1, place: -1, head: -1}
	k := f.beforeOwner(end-1, s.First)
	if f.headLast() && k > s.First && (f.l.Rune(k) == ',' || isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued) || f.l.Fold(k) == "әрі") && f.subjectTitle(k-1) { // министрдің орынбасары, полиция генерал-майоры X; орынбасары – министр X
		return f.lastHead(k, s)
	}
	if !f.p.know.russian || k <= s.First || f.l.Rune(k) != ',' && !(isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued)) && !(f.l.Fold(k) == "и" && last >= 0 && (f.l.Has(last, f.profession) || f.oneActs(last, s))) { // президент союза и член МОК X
		return t, false
	}
	k = f.beforeMerits(k, s.First)
	limit := max(s.First, k-14)
	for i := k; i > limit; {
		if start, ok := f.headEnding(i-1, limit); ok {
			t.head, t.from, t.to, i = start, start, k, start
			if !f.headBefore(start, limit) || f.inNominative(start) {
				break
			}
			continue
		}
		if f.mentionOver(i-1, limit, &i) {
			continue
		}
		if !f.inTitle(i-1) || f.finite(i-1) || f.l.Is(i-1, lang.Punct) && !isQuote(f.l.Rune(i-1)) && f.l.Rune(i-1) != '-' {
			break
		}
		i--
	}
	if t.head < 0 || last >= 0 && !f.sameCase(t.head, last) {
		return t, false
	}
	f.complement(&t, t.head, k)
	f.left(&t, limit)
	return t, true
}

// sameCase reports whether two heads of titles are both in the nominative, or
// neither is.
func (f *officeFinder) sameCase(a, b int) bool {
	return f.inNominative(a) == f.inNominative(b)
}

// inNominative reports whether the Russian office at token head stands in the nominative:
// «министр», «генерал-майор».
func (f *officeFinder) inNominative(head int) bool {
	c, ok := f.l.Chunk(head, f.head)
	if !ok {
		return false
	}
	whole := lang.Fold(f.l.Entry(c).Value)
	lemma, _, _ := strings.Cut(whole, " ")
	return f.l.Fold(head) == lemma || lang.Fold(f.l.Slice(head, int(c.End))) == whole // генерал-майор
}

// subjectTitle reports whether a Kazakh title that ends with token k carries
// no case, so that it stands beside another title of one person.
func (f *officeFinder) subjectTitle(k int) bool {
	w := f.l.Slice(k, k+1)
	return f.p.withoutCase(w) == w
}
