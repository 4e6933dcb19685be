package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// eachOwn states a Russian title of several states or bodies that are named in the
// order of their holders: «президенты Кыргызстана и Узбекистана А и Б», «послам
// России, Ирана и Китая А, Б и В». m is the first holder; true is returned where
// the title was stated.
func (f *officeFinder) eachOwn(t *title, m *mention, s lang.Sentence) bool {
	if f.p.know.pack.Tag == "kk" {
		return f.eachOwnKK(t, m, s)
	}
	if !f.p.know.russian || t.head < 0 || m.start-1 <= t.head {
		return false
	}
	owners := f.ownersBefore(m.start, t.head)
	if len(owners) < 2 {
		return f.eachField(t, m, s)
	}
	holders := []*mention{m}
	for k := m.end; k+1 < s.Last && (f.l.Rune(k) == ',' || f.l.Fold(k) == "и"); {
		next, ok := f.p.mentionAt(k+1, lang.PersonChunk)
		if !ok || next.entity < 0 {
			break
		}
		holders = append(holders, next)
		k = next.end
	}
	if len(holders) != len(owners) {
		return false
	}
	for i, h := range holders {
		own := *t
		own.to, own.org, own.place = owners[0].start, -1, -1
		if isQuote(f.l.Rune(own.to - 1)) { // капитаны | «Барыса» и «Ак Барса»
			own.to--
		}
		if e := owners[i].entity; owners[i].class == lang.OrgChunk {
			own.org = e
		} else {
			own.place = e
		}
		f.state(own, h.entity, s, "office.before")
	}
	return true
}

// eachField states a Russian title of two in two fields for each of them: «министры
// обороны и финансов А и Б». Where a state is named the fields may be one office of its
// own in each.
func (f *officeFinder) eachField(t *title, m *mention, s lang.Sentence) bool {
	if t.org >= 0 || t.place >= 0 || t.to != m.start || t.to != t.head+4 || f.l.Fold(t.head+2) != "и" || !f.ofMany(t.head) || f.l.Fold(m.end) != "и" {
		return false
	}
	for _, k := range [...]int{t.head + 1, t.head + 3} {
		if !f.l.Is(k, lang.Lower) || f.adjectival(k) && !strings.HasSuffix(f.l.Fold(k), "ей") {
			return false
		}
	}
	other, ok := f.p.mentionAt(m.end+1, lang.PersonChunk)
	if !ok || other.entity < 0 || f.another(other) {
		return false
	}
	first, second := *t, *t
	first.to = t.head + 2
	second.to = t.head + 1
	f.state(first, m.entity, s, "office.before")
	f.titles = append(f.titles, titleSpan{t.from, t.to, other.entity})
	f.add(f.nominative(second)+" "+f.l.Slice(t.head+3, t.head+4), second, other.entity, s, "office.before")
	return true
}

// ownersBefore gives the states, or the bodies, of a list that ends right before
// token end, in the order of the text: «Кыргызстана и Узбекистана».
func (f *officeFinder) ownersBefore(end, head int) (out []*mention) {
	k, and := end, false
	for k > head {
		m := f.endingWith(k)
		if m == nil && f.l.Rune(k-1) == '»' { // «Спартака» и «Зенита», where the marks are none of the name
			k--
			m = f.endingWith(k)
		}
		if m == nil || m.start <= head || len(out) > 0 && m.class != out[0].class {
			return nil
		}
		out = append(out, m)
		k = m.start - 1
		if k > head && f.l.Rune(k) == '«' {
			k--
		}
		if w := f.l.Fold(k); w == "и" && !and {
			and = true
		} else if f.l.Rune(k) != ',' || !and {
			break
		}
	}
	if !and || f.endingWith(k+1) != nil { // the last was another's: «министры МИД России и Ирана»
		return nil
	}
	slices.Reverse(out)
	return out
}

// endingWith gives the state or body whose name ends right before token end.
func (f *officeFinder) endingWith(end int) *mention {
	for k := end - 1; k >= 0 && k >= end-8; k-- {
		for _, c := range [...]lang.Class{lang.PlaceChunk, lang.OrgChunk} {
			if m, ok := f.p.mentionAt(k, c); ok && m.end == end && m.entity >= 0 {
				return m
			}
		}
	}
	return nil
}

// oneActs reports whether the verb right behind the name that follows the Russian
// title at token last, or before the titles, is a singular, so that those which «и»
// joins are of one: «глава МИД и председатель союза Дидье Морен призвал», «выступила
// директор института и секретарь комитета Анна Линд».
func (f *officeFinder) oneActs(last int, s lang.Sentence) bool {
	if !f.inNominative(last) {
		return false
	}
	for k := last + 1; k < s.Last && k < last+16; k++ {
		if m, ok := f.p.mentionAt(k, lang.PersonChunk); ok {
			if m.end < s.Last && f.singularPast(m.end) {
				return true
			}
			break
		}
	}
	for k := last - 1; k >= s.First && k > last-12 && !f.l.Is(k, lang.Punct) && !f.l.Has(k, lang.PersonChunk); k-- {
		if f.singularPast(k) {
			return true
		}
	}
	return false
}

// shortHonour gives where «г-н» or «г-жа» that ends right before token i begins, i
// where neither does.
func (f *officeFinder) shortHonour(i, first int) int {
	if !f.p.know.russian || i-3 < first || f.l.Fold(i-3) != "г" || f.l.Rune(i-2) != '-' {
		return i
	}
	switch f.l.Fold(i - 1) {
	case "н", "на", "ну", "ном", "не", "жа", "жи", "же", "жу", "жой":
		return i - 3
	}
	return i
}

// singularPast reports whether a Russian word is the past tense of one who acts.
func (f *officeFinder) singularPast(k int) bool {
	if !f.l.Is(k, lang.Lower) && f.p.sentenceOf(k).First != k {
		return false
	}
	switch w := f.l.Fold(k); {
	case len(w) < 8:
		return false
	default:
		for _, end := range [...]string{"ал", "ил", "ел", "ял", "ала", "ила", "ела", "яла", "лся", "лась"} {
			if len(w) > len(end) && w[len(w)-len(end):] == end {
				return true
			}
		}
	}
	return false
}

// behindDecreeRU gives the token where a Russian title in the instrumental begins behind
// what the appointment was made by: «Указом президента | министром финансов назначен X»;
// a elsewhere.
func (f *officeFinder) behindDecreeRU(a, b int) int {
	from := a
	if a > 2 && f.l.Rune(a-1) == '-' { // Указом премьер-министра
		from -= 3
	}
	if !f.l.Plays(from, f.p.know.roles.decree) {
		return a
	}
	for i := a + 1; i < b; i++ {
		if w := f.l.Fold(i); f.l.Has(i, f.head) && (strings.HasSuffix(w, "ом") || strings.HasSuffix(w, "ем") || strings.HasSuffix(w, "ей") || strings.HasSuffix(w, "им")) {
			for i > a+1 && (strings.HasSuffix(f.l.Fold(i-1), "ым") || strings.HasSuffix(f.l.Fold(i-1), "им")) {
				i--
			}
			return i
		}
	}
	return a
}

// ofDecree reports whether the head of what stands at token a in a Russian sentence only
// says what somebody was appointed by: «Приказом министра | назначен X».
func (f *officeFinder) ofDecree(a, head int, s lang.Sentence) bool {
	for k := max(s.First, a-1); k <= head; k++ {
		if f.l.Plays(k, f.p.know.roles.decree) {
			return true
		}
	}
	return false
}

// chosenRU reports whether a Russian title in the instrumental stands behind the verb by
// which its holder is chosen: «избрана | председателем союза Ана Пас».
func (f *officeFinder) chosenRU(t *title, first int) bool {
	w := f.l.Fold(t.head)
	k := t.from - 1
	if k > first && (f.l.Has(k, lang.DateChunk) || f.l.Plays(k, f.p.know.roles.female) || f.l.Plays(k, f.p.know.roles.male)) { // назначил её | ректором
		k--
	}
	return k >= first && f.l.Plays(k, f.p.know.roles.chooses) && (strings.HasSuffix(w, "ом") || strings.HasSuffix(w, "ем") || strings.HasSuffix(w, "ей") || strings.HasSuffix(w, "им"))
}

// titleBefore reads the title that a pronoun of a Russian sentence stands for, the one
// that the sentence before ends with, which names nobody: «Суд избрал председателя. | Им
// стал X».
func (f *officeFinder) titleBefore(m *pattern.Match, s lang.Sentence, t *title) {
	k := f.p.sentenceIndex(s.First)
	if k < 1 || f.l.Toks[s.First].Para {
		return
	}
	prev := f.p.sents[k-1]
	head, body := -1, -1
	for i := prev.First; i < prev.Last; i++ {
		x, named := f.p.mentionAt(i, lang.OrgChunk)
		switch {
		case f.l.Has(i, lang.PersonChunk):
			return
		case f.l.Has(i, f.head) && f.l.Is(i, lang.Lower) && head < 0:
			head = i
		case named && head < 0 && x.entity >= 0:
			body = x.entity
		}
	}
	if head < 0 {
		return
	}
	end := head + 1
	for end < prev.Last && f.l.Is(end, lang.Word) && !f.l.Has(end, lang.DateChunk) && !f.l.Has(end, f.stop) {
		end++
	}
	if _, ok := f.readTitle(m, head, end, prev, t); ok && t.org < 0 && t.place < 0 && head+1 == end {
		t.org = body
	}
}

// unnamedBefore reports whether the Russian sentence before that of token i is about
// somebody told by an office alone, whom a pronoun then means, and no office of the one
// named last: «Новый глава суда родился в Оше. Он работал судьёй».
func (f *officeFinder) unnamedBefore(i, who int) bool {
	k := f.p.sentenceIndex(i)
	if k < 1 {
		return false
	}
	s := f.p.sents[k-1]
	if _, ok := f.p.lastSpeaker(s.First, s.Last); ok {
		return false
	}
	for j := s.First; j < s.Last && j < s.First+3; j++ {
		if f.l.Has(j, f.head) {
			return !slices.ContainsFunc(f.p.doc.statements, func(st statement) bool {
				return st.Kind == read.Office && st.Person == ref(who) && strings.HasPrefix(lang.Fold(st.Title), firstRunes(f.l.Fold(j), 4))
			})
		}
		if !f.l.Has(j, f.mod) && !f.l.Has(j, f.tenure) && !f.adjectival(j) {
			return false
		}
	}
	return false
}

// closesBody steps over a Russian body whose name ends with the head of a title, [start,
// k], where another head stands before the body: «заведующая отделом печати
// Администрации президента | Анна Линд».
func (f *officeFinder) closesBody(start, k, limit int, i *int) bool {
	if !f.p.know.russian || start == limit || f.inNominative(start) || !f.l.Has(start-1, lang.OrgChunk) {
		return false
	}
	m, ok := f.p.mentionAt(start-1, lang.OrgChunk)
	if !ok || m.end != k+1 {
		return false
	}
	for j := m.start - 1; j >= limit && f.betweenHeadAndName(j); j-- {
		if head, ok := f.headEnding(j, limit); ok {
			*i = m.start
			return f.inNominative(head)
		}
	}
	return false
}

// behindTeller gives the token behind the last verb in the past among the tokens of a
// Russian title, whose words before it tell of somebody else: «спикер представил | нового
// депутата – Анну Линд»; a where none stands there.
func (f *officeFinder) behindTeller(a, b int) int {
	for k := b - 1; k > a && f.p.know.russian; k-- {
		if f.finite(k) && (f.singularPast(k) || strings.HasSuffix(f.l.Fold(k), "ли")) && f.headOf(k+1, b) >= 0 {
			return k + 1
		}
	}
	return a
}

// agreeing takes out of a Russian title whose head stands in the genitive the words before
// it that are no adjectives of it, since they do not agree: «По данным | начальника отдела
// X», «Заявление | директора музея Y».
func (f *officeFinder) agreeing(t *title) {
	if !f.p.know.russian || t.head <= t.from {
		return
	}
	switch lastRune(f.l.Fold(t.head)) {
	case 'а', 'я':
	default:
		return
	}
	if f.inNominative(t.head) {
		return
	}
	for k := t.head - 1; k >= t.from; k-- {
		switch w := f.l.Fold(k); {
		case strings.HasSuffix(w, "ым"), strings.HasSuffix(w, "им"), strings.HasSuffix(w, "ие"), strings.HasSuffix(w, "ые"):
			t.from = k + 1
			return
		}
	}
}

// chosenOne reads the office in the instrumental to which a verb before it chooses the
// bearer of another title: «избрал президентом | сенатора Хосе Муньоса». That title is
// left in t.
func (f *officeFinder) chosenOne(t *title) (title, bool) {
	first := title{org: -1, place: -1, head: t.head, from: t.from, tenure: "appointed"}
	k := t.head + 1
	if c, ok := f.l.Chunk(t.head, f.head); ok {
		k = int(c.End)
	}
	if t.tenure != "appointed" || !f.l.Has(k, f.head) || !f.l.Has(k, f.p.know.lists.personTitle) || f.inNominative(k) {
		return first, false
	}
	first.to = k
	t.head, t.from, t.tenure = k, k, ""
	return first, true
}

// untilJoinedVerb gives the token at which a Russian title [a, b) ends because "и" joins
// another verb about its holder there: «сенатор | и занимает пост ректора», «министра | и
// назначен послом»; b elsewhere.
func (f *officeFinder) untilJoinedVerb(a, b int) int {
	if !f.p.know.russian {
		return b
	}
	told := false
	for i := a; i+1 < b; i++ {
		if told && f.l.Fold(i) == "и" && (f.finite(i+1) || shortParticiple(f.l.Fold(i+1))) {
			return i
		}
		told = told || f.l.Has(i, f.head)
	}
	return b
}

// justAppointed gives the person whom the sentence before that of a Russian pronoun at
// token i puts into an office or out of it, alone: of whom else it names, nothing more is
// told («X назначен министром, указ подписал Y. Ранее | он работал послом»).
func (f *officeFinder) justAppointed(i int, gender byte) (who int, ok bool) {
	if !f.p.know.russian || gender == 0 {
		return 0, false
	}
	k := f.p.sentenceIndex(i)
	if k < 1 {
		return 0, false
	}
	s := f.p.sents[k-1]
	for _, n := range f.p.mentionsIn(lang.PersonChunk, s.First, s.Last) {
		e := f.p.mens[n].entity
		if e < 0 || ok && e == who || !slices.ContainsFunc(f.p.doc.statements, func(st statement) bool {
			return st.Kind == read.Office && (st.Tenure == "appointed" || st.Tenure == "relieved") && s.First <= st.first && st.first < s.Last && st.Person == ref(e)
		}) {
			continue
		}
		if g := f.p.doc.entities[e].gender; ok || g != 0 && g != gender {
			return 0, false
		}
		who, ok = e, true
	}
	return who, ok
}

// ofItsOffice reports whether the head of a Russian title stands in the genitive right behind
// the noun of the office that serves its holder, and the title of somebody of that office
// before it, so that the holder is nobody who is named behind it: «заведующего отделом
// администрации | Президента Чада Марата Асанова».
func (f *officeFinder) ofItsOffice(head int, s lang.Sentence) bool {
	k := head - 1
	if !f.p.know.russian || k <= s.First || !f.l.Plays(k, f.p.know.roles.servesHolder) || f.inNominative(head) {
		return false
	}
	for i := k - 1; i >= s.First && i > k-6 && (i == s.First || f.l.Is(i, lang.Lower)); i-- {
		if f.l.Has(i, f.head) {
			return true
		}
	}
	return false
}
