package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// firstBody gives the only body of the first sentence, where the text begins
// with it; -1 elsewhere.
func (f *agreementFinder) firstBody() int {
	best := -1
	for _, k := range f.p.mentionsIn(lang.OrgChunk, 0, f.p.sents[0].Last) {
		m := &f.p.mens[k]
		switch {
		case m.entity < 0 || m.entity == best || f.at(m.start) != m:
		case best >= 0:
			return -1
		case m.start > 4:
			return -1
		default:
			best = m.entity
		}
	}
	return best
}

// bothBodies adds the two bodies named before, where a Russian sentence speaks
// of both by their noun («музеи подписали договор», «соглашение двух
// регуляторов»), or where an instrument that opens the sentence is what the two
// bodies of the sentence before are to sign: «A и Б договорились о транзите.
// Контракт подпишут в июне».
func (f *agreementFinder) bothBodies(ph *phrase, d *deed, s lang.Sentence, add func(int)) {
	if !f.russian() || d == nil || ph.has("act") || s.First == 0 {
		return
	}
	var found []int
	many := f.countedBodies(s)
	switch {
	case len(many) > 0:
		for _, e := range many {
			add(e)
		}
		return
	case f.headsTold(s):
		if found = f.twoHeads(s); len(found) != 2 && f.bodiesTold(s) {
			found = f.bodiesBefore(s.First)
		}
		if len(found) != 2 {
			found = f.bodiesJoined(f.p.sentenceOf(s.First - 1))
		}
	case f.bodiesTold(s):
		found = f.bodiesBefore(s.First)
	case ph.from == s.First && f.agreedBefore(s) && f.bodiesJoined(f.p.sentenceOf(s.First-1)) != nil:
		found = f.bodiesJoined(f.p.sentenceOf(s.First - 1))
	case ph.from == s.First && ph.mods == 0 && !ph.topic && !f.l.Toks[s.First].Para && strings.HasPrefix(d.value, "signed"):
		before := f.p.sentenceOf(s.First - 1)
		for i := before.First; i < before.Last; i++ {
			if m := f.at(i); m != nil && m.class == lang.OrgChunk && m.entity >= 0 && !slices.Contains(found, m.entity) {
				found = append(found, m.entity)
			}
		}
	}
	if len(found) == 2 {
		for _, e := range found {
			add(e)
		}
	}
}

// bodiesTold reports whether a sentence speaks of bodies by their noun in the
// plural alone: in the nominative («музеи»), or behind "two" and "both".
func (f *agreementFinder) bodiesTold(s lang.Sentence) bool {
	head := f.p.know.lists.orgHead
	for i := s.First; i+1 < s.Last; i++ {
		w := f.l.Fold(i)
		body := f.l.Has(i, head) && f.at(i) == nil && f.at(i+1) == nil
		body = body || f.l.Plays(i, f.p.know.roles.actingBody) && f.at(i+1) == nil
		if !body || f.l.Is(i, lang.Cap) && i > s.First {
			continue
		}
		if i > s.First {
			if f.l.Plays(i-1, f.p.know.roles.bothOf) {
				return true
			}
		}
		lemma := w
		if ch, ok := f.l.Chunk(i, head); ok && int(ch.End) == i+1 {
			lemma = lang.Fold(f.p.formOf(f.l.Entry(ch), f.l.Fold(i)))
		} else {
			lemma = strings.TrimRight(w, "ыи")
		}
		if w == lemma+"ы" || w == lemma+"и" || strings.HasSuffix(lemma, "й") && w == strings.TrimSuffix(lemma, "й")+"и" {
			return true
		}
	}
	return false
}

// twoNamed gives the bodies of the nearest sentence before a Russian or Kazakh one that
// names exactly two, whom it calls the sides; none where there is no such
// sentence among the last dozen.
func (f *agreementFinder) twoNamed(s lang.Sentence) []int {
	if f.english() {
		return nil
	}
	for n := 0; n < 12 && s.First > 0; n++ {
		s = f.p.sentenceOf(s.First - 1)
		var found []int
		for i := s.First; i < s.Last; i++ {
			if m := f.at(i); m != nil && m.class == lang.OrgChunk && m.entity >= 0 && !slices.Contains(found, m.entity) && !f.l.Has(m.start-1, f.p.know.lists.sayVerb) && !f.tells(m) {
				found = append(found, m.entity)
			}
		}
		if len(found) == 2 {
			return found
		}
	}
	return nil
}

// agreedBefore reports whether the sentence before a Russian or Kazakh one of the same
// paragraph says that those whom it begins with have agreed: «А и Б договорились провести
// фестиваль. Договор о нём подписан в мае».
func (f *agreementFinder) agreedBefore(s lang.Sentence) bool {
	if s.First == 0 || f.l.Toks[s.First].Para {
		return false
	}
	before := f.p.sentenceOf(s.First - 1)
	for i := before.First; i < before.Last; i++ {
		if f.l.Plays(i, f.p.know.roles.agreedOn) {
			return true
		}
	}
	return false
}

// tells reports whether a body is only that of the person who tells what the sentence
// says: «сообщил спецпосланник ООН Рамтан Ламамра».
func (f *agreementFinder) tells(m *mention) bool {
	if !f.is(m.end, lang.PersonChunk) {
		return false
	}
	for k := m.start - 1; k >= max(0, m.start-4) && f.l.Is(k, lang.Lower); k-- {
		if f.l.Has(k, f.p.know.lists.sayVerb) {
			return true
		}
	}
	return false
}

// ratifier gives the state whose parliament ratifies what it has agreed with the
// only party, another state or a body of several, or with others that are not told: «парламент
// Таджикистана ратифицировал соглашение с Пакистаном», «с Евросоюзом», «парламент Кении
// ратифицировал конвенцию о рыбе»; -1 elsewhere.
func (f *agreementFinder) ratifier(ph *phrase, d *deed, s lang.Sentence, out []int) int {
	if f.english() || d == nil || ph.has("act") || len(out) > 1 {
		return -1
	}
	e := f.lawmakersOf(d, s)
	if !strings.HasSuffix(d.value, "ratified") && (e < 0 || len(out) == 0 || !strings.HasPrefix(d.value, "adopted")) {
		return -1
	}
	if e < 0 {
		e = f.bodyBefore(d, s)
	}
	if e < 0 || len(out) > 0 && e == out[0] {
		return -1
	}
	state := f.stateOfBody(e)
	if len(out) == 0 {
		if ph.has("firm") && f.isParliament(e) {
			return state
		}
		return -1
	}
	if f.isCountry(out[0]) || f.russian() && f.isHouse(e) && f.isBody(out[0]) && f.stateOfBody(out[0]) < 0 {
		return state
	}
	return -1
}

// countedBodies gives the bodies that a Russian sentence counts by their noun,
// where the text before it names just so many of that noun: «соглашение три музея
// подписали», «меморандум двух университетов»; nil elsewhere.
func (f *agreementFinder) countedBodies(s lang.Sentence) []int {
	head := f.p.know.lists.orgHead
	for i := s.First + 1; i < s.Last; i++ {
		if !f.l.Has(i, head) || f.at(i) != nil || !f.l.Is(i, lang.Lower) {
			continue
		}
		n, ok := f.p.numberAt(i - 1)
		if !ok || n.ordinal || n.end > i+1 || n.value < 2 || n.value > 9 {
			continue
		}
		if found := f.bodiesWith(i, s.First); len(found) == int(n.value) {
			return found
		}
	}
	return nil
}

// bodiesWith gives the bodies named before token to whose names hold the noun at
// token i, in the order in which they are named first.
func (f *agreementFinder) bodiesWith(i, to int) (out []int) {
	noun := []rune(f.l.Fold(i))
	stem := string(noun[:max(4, len(noun)-3)])
	for _, k := range f.p.mentionsIn(lang.OrgChunk, 0, to) {
		m := &f.p.mens[k]
		if m.entity < 0 || slices.Contains(out, m.entity) || f.at(m.start) != m {
			continue
		}
		for w := range strings.FieldsSeq(f.p.doc.entities[m.entity].folded()) {
			if strings.HasPrefix(w, stem) {
				out = append(out, m.entity)
				break
			}
		}
	}
	return out
}

// headsTold reports whether a Russian sentence speaks of those who stand at the
// head of bodies by the plural of their office: «Главы судов подписали
// меморандум», «документ подписали ректоры».
func (f *agreementFinder) headsTold(s lang.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if f.at(i) == nil && (i == s.First || f.l.Is(i, lang.Lower)) && (f.manyPersons(i) || f.l.Plays(i, f.p.know.roles.heads)) {
			return true
		}
	}
	return false
}

// twoHeads gives the bodies or states of the two persons that one of the two
// sentences before names, where it names just two and the text says for whom
// each stands.
func (f *agreementFinder) twoHeads(s lang.Sentence) []int {
	for n := 0; n < 2 && s.First > 0; n++ {
		s = f.p.sentenceOf(s.First - 1)
		var found []int
		persons := 0
		last := -1
		for _, k := range f.p.mentionsIn(lang.PersonChunk, s.First, s.Last) {
			m := &f.p.mens[k]
			if m.entity < 0 || m.entity == last {
				continue
			}
			last = m.entity
			persons++
			if e := f.standsFor(m.entity); f.p.doc.entities[e].kind != read.Person && !slices.Contains(found, e) {
				found = append(found, e)
			}
		}
		if persons == 2 && len(found) == 2 {
			return found
		}
	}
	return nil
}

// bodiesJoined gives the two bodies that a conjunction joins at the head of a Russian
// sentence which names no other; nil elsewhere.
func (f *agreementFinder) bodiesJoined(s lang.Sentence) []int {
	near := f.p.mentionsIn(lang.OrgChunk, s.First, s.Last)
	if len(near) != 2 {
		return nil
	}
	a, b := &f.p.mens[near[0]], &f.p.mens[near[1]]
	if a.entity < 0 || b.entity < 0 || a.entity == b.entity || a.start != s.First || !f.joins(a.end) || b.start != a.end+1 {
		return nil
	}
	return []int{a.entity, b.entity}
}

// bodiesInOpening gives the two bodies with which a sentence before begins, joined by «и»,
// where a Russian sentence speaks of the sides and no state is named by itself from there
// on: «Музей Чили и Архив Перу будут сотрудничать. Стороны подписали договор».
func (q *partySearch) bodiesInOpening() []int {
	if !q.russian() || !q.sidesTold || len(q.found) > 0 || q.want > 2 {
		return nil
	}
	for s, n := q.s, 0; s.First > 0 && n < 4; n++ {
		s = q.p.sentenceOf(s.First - 1)
		if two := q.bodiesJoined(s); two != nil {
			return two
		}
		if len(q.statesIn(s.First, s.Last)) > 1 {
			return nil
		}
	}
	return nil
}

// thoseWhoTalked adds the two whose talks a Russian sentence says that an instrument came
// from, where it is told as done: «подписан по итогам переговоров Музея Чили и Архива Перу».
func (q *partySearch) thoseWhoTalked() {
	if !q.russian() || q.d == nil || q.ph.has("act") || !shortDone(q.l.Fold(q.d.end-1)) {
		return
	}
	for k := q.s.First; k+3 < q.s.Last; k++ {
		if !q.l.Is(k, lang.Lower) || !q.l.Plays(k, q.p.know.roles.talksOf) {
			continue
		}
		a := q.at(k + 1)
		if a == nil || a.start != k+1 || a.entity < 0 || a.class != lang.OrgChunk || !q.joins(a.end) {
			continue
		}
		if b := q.at(a.end + 1); b != nil && b.start == a.end+1 && b.class == a.class && b.entity >= 0 {
			q.add(a.entity)
			q.add(b.entity)
		}
		return
	}
}

// shortDone reports whether a folded word ends as Russian short participles do: подписан,
// заключено, приняты.
func shortDone(w string) bool {
	for _, e := range [...]string{"ан", "ана", "ано", "аны", "ен", "ена", "ено", "ены", "ят", "ята", "ято", "яты"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
