package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// meantReach is how many sentences back the bodies are sought that a Kazakh sentence means by
// their noun.
const meantReach = 8

// bodiesMeantKK gives the bodies that a Kazakh sentence means by their noun and their number,
// or by the plural of it with which it opens: «Екі университет меморандумға қол қойды»,
// «Екі сот арасында», «Мекемелер шарт жасасты»; nil where it means none, or where the text
// before names another number of them.
func (q *partySearch) bodiesMeantKK() []int {
	if !q.headLast || q.ph.has("act") {
		return nil
	}
	to := q.ph.head
	if q.d != nil {
		to = max(to, q.d.start)
	}
	for i := q.s.First; i+1 < to; i++ {
		n := q.countedKK(i)
		if n < 2 {
			continue
		}
		if found := q.bodiesOfNounKK(i+1, n); found != nil {
			return found
		}
		if one := q.lastOfNounKK(i + 1); one >= 0 {
			return []int{one} // which the other is, is not told
		}
	}
	if i := q.manyOpenKK(); i >= 0 {
		return q.bodiesOfNounKK(i, 2)
	}
	return nil
}

// countedKK gives how many bodies token i counts whose noun stands behind it, as those who
// act, own what follows or stand before «арасында»; 0 where it counts none: «екі университет»,
// «қос музейдің», but «екі университетпен», «екі университет ректоры».
func (f *agreementFinder) countedKK(i int) int {
	n := 0
	if x, ok := f.p.numberAt(i); ok && !x.ordinal && x.end == i+1 && x.value >= 2 && x.value < 10 {
		n = int(x.value)
	} else if f.l.Plays(i, f.p.know.roles.bothOf) {
		n = 2
	}
	k := i + 1
	if n == 0 || f.at(k) != nil || !f.bodyNounKK(k) {
		return 0
	}
	next := k + 1
	if f.slot(k, "gen") {
		return n
	}
	if f.l.Has(next, f.p.know.lists.orgHead) && f.p.ownedForm(next) || f.l.Has(next, f.officenoun) && f.p.ownedForm(next) {
		return 0
	}
	return n
}

// bodyNounKK reports whether token k is the noun of bodies, or one that any body may be called
// by, in small letters and without a case, or in the genitive.
func (f *agreementFinder) bodyNounKK(k int) bool {
	if !f.l.Is(k, lang.Lower) || !f.l.Plays(k, f.p.know.roles.anyBodyOf) && !f.l.Has(k, f.p.know.lists.orgHead) {
		return false
	}
	w := f.l.Fold(k)
	if f.slot(k, "gen") {
		return true
	}
	return f.bare(k) && !f.slot(k, "ins") && !strings.HasSuffix(w, "ы") && !strings.HasSuffix(w, "і")
}

// manyOpenKK gives the plural of a noun for bodies with which a Kazakh sentence opens, behind a
// word or two that say when: «Мекемелер …», «Кездесу соңында университеттер …»; -1 elsewhere.
func (q *partySearch) manyOpenKK() int {
	for k := q.s.First; k < q.s.First+4 && k+1 < q.s.Last; k++ {
		if q.at(k) != nil {
			return -1
		}
		stem, ok := pluralStemKK(q.l.Fold(k))
		if ok && k > q.s.First && !q.l.Is(k, lang.Lower) {
			return -1
		}
		if ok && q.bare(k) && (q.l.Plays(k, q.p.know.roles.anyBodyOf) || q.l.Has(k, q.p.know.lists.orgHead)) {
			if k > q.s.First && (relationalKK(q.l.Fold(k-1)) || genitiveKK(q.l.Fold(k-1)) || q.l.Has(k-1, q.p.know.lists.phraseMod)) || stem == "" {
				return -1
			}
			return k
		}
		if q.l.Is(k, lang.Punct) && q.l.Rune(k) != ',' {
			return -1
		}
	}
	return -1
}

// pluralStemKK gives a folded Kazakh noun without the ending of its plural: университеттер.
func pluralStemKK(w string) (string, bool) {
	for _, e := range [...]string{"лар", "лер", "дар", "дер", "тар", "тер"} {
		if stem, ok := strings.CutSuffix(w, e); ok && len(stem) > 4 {
			return stem, true
		}
	}
	return w, false
}

// bodiesOfNounKK gives the n bodies that the noun at token i means: those of the nearest
// sentence that names just so many of its kind, else all the text has named so far, if they
// are so many; nil elsewhere.
func (f *agreementFinder) bodiesOfNounKK(i, n int) []int {
	stem := f.kindStemKK(i)
	var all []int
	at := f.p.sentenceIndex(i)
	for k := at; k >= max(0, at-meantReach); k-- {
		var here []int
		for _, x := range f.p.mentionsIn(lang.OrgChunk, f.p.sents[k].First, min(i, f.p.sents[k].Last)) {
			m := &f.p.mens[x]
			if m.entity < 0 || f.at(m.start) != m || slices.Contains(here, m.entity) || f.toldByKK(m) || !f.ofKindKK(m.entity, stem) {
				continue
			}
			here = append(here, m.entity)
			if !slices.Contains(all, m.entity) {
				all = append(all, m.entity)
			}
		}
		if len(here) == n {
			return here
		}
		if len(all) > n || len(here) > n {
			return nil
		}
	}
	if len(all) != n || stem == "" {
		return nil
	}
	slices.Reverse(all)
	return all
}

// lastOfNounKK gives the body named last of the kind that the noun at token i tells; -1 where
// the text has named none, or its sentence names others too. States have a ministry each.
func (f *agreementFinder) lastOfNounKK(i int) int {
	stem := f.kindStemKK(i)
	if stem == "" || strings.HasPrefix(stem, "министрлі") {
		return -1
	}
	last, from := -1, 0
	for _, x := range slices.Backward(f.p.mentionsIn(lang.OrgChunk, 0, i)) {
		m := &f.p.mens[x]
		switch {
		case m.start < from:
			return last
		case m.entity < 0 || m.entity == last || !f.ofKindKK(m.entity, stem):
		case last >= 0:
			return -1
		default:
			last, from = m.entity, f.p.sentenceOf(m.start).First
		}
	}
	return last
}

// kindStemKK gives what the names of bodies of the kind that the noun at token i tells have in
// common, "" where any body is meant: университет, министрлі, кітапхана.
func (f *agreementFinder) kindStemKK(i int) string {
	if f.l.Plays(i, f.p.know.roles.anyBodyOf) {
		return ""
	}
	w, _ := pluralStemKK(f.l.Fold(i))
	for _, e := range [...]string{"ның", "нің", "дың", "дің", "тың", "тің"} {
		w = strings.TrimSuffix(w, e)
	}
	if s, ok := strings.CutSuffix(w, "к"); ok && strings.HasSuffix(s, "лі") {
		return s // министрлік, министрлігі
	}
	return w
}

// ofKindKK reports whether the name of a body ends with a noun that begins with a stem.
func (f *agreementFinder) ofKindKK(e int, stem string) bool {
	name := f.p.doc.entities[e].folded()
	return strings.HasPrefix(name[strings.LastIndexByte(name, ' ')+1:], stem)
}

// ownsManyKK reports whether what a Kazakh state, town or body in the genitive owns together
// with the one joined before it are those by whom they act, told by the plural alone: «Перу мен
// Чилидің | жоғарғы соттары», «Ош пен Тараздың әкімдері».
func (f *agreementFinder) ownsManyKK(m *mention) bool {
	if !f.headLast || m.start < 2 || !f.joins(m.start-1) || !f.slot(m.end-1, "gen") {
		return false
	}
	o := f.at(m.start - 2)
	return o != nil && o.class == m.class && f.manyOwnedKK(m.end) > 0
}

// manyOwnedKK gives the token behind the plural of bodies or officers that the mention ending
// before token k owns, a word or two between them; 0 where none stands there.
func (f *agreementFinder) manyOwnedKK(k int) int {
	for end := k + 3; k < end && k < len(f.l.Toks) && f.l.Is(k, lang.Lower) && !f.joins(k); k++ {
		if w := f.l.Fold(k); !pluralBodyKK(w) && w != "соттары" && w != "әкімдері" && w != "қорлары" {
			continue
		}
		if !f.bare(k) || f.slot(k, "poss3 ins", "plural poss3 ins") || f.is(k+1, lang.PersonChunk) {
			return 0
		}
		if f.l.Has(k, f.noun) || f.l.Has(k, f.p.know.lists.eventNoun) {
			return 0
		}
		return k + 1
	}
	return 0
}

// ownersTogetherKK reports whether a Kazakh place is one of the two who act by what they own
// together: «Ош | пен Тараздың әкімдері».
func (f *agreementFinder) ownersTogetherKK(m *mention) bool {
	if !f.headLast || f.isCountry(m.entity) {
		return false
	}
	if f.ownsManyKK(m) {
		return true
	}
	o := f.at(m.end + 1)
	return f.joins(m.end) && o != nil && f.ownsManyKK(o)
}

// besideKK completes the sides of a Kazakh instrument of which one alone is told by whom the
// sentence before tells: of two papers of a row both are theirs who made the first («А мен Ә
// шартқа қол қойды. Бұдан бөлек, Б-мен келісім жасалды»), and one that is signed with a
// counterpart has the body or the state that the adjective before tells («чехиялық
// әріптесімен»).
func (q *partySearch) besideKK() {
	if !q.headLast || q.d == nil || len(q.found) != 1 || q.ph.has("act") {
		return
	}
	if e := q.counterpartKK(); e >= 0 {
		q.add(e)
		return
	}
	if e := q.tellerOwnKK(); e >= 0 {
		q.add(e)
		slices.Reverse(q.found)
		return
	}
	if len(q.made) == 0 || !q.l.Plays(q.s.First, q.p.know.roles.alsoThen) || !q.onlyWithKK() {
		return
	}
	o := &q.made[len(q.made)-1]
	if q.p.sentenceIndex(q.s.First)-o.last > 1 || len(o.parties) != 2 {
		return
	}
	if o.parties[0] != q.found[0] {
		q.add(o.parties[0])
	} else {
		q.add(o.parties[1])
	}
	slices.Reverse(q.found) // whose papers they are is named first
}

// onlyWithKK reports whether a Kazakh sentence names before its verb nobody but the one side
// with which something is made: «Бұдан бөлек, Тарту университетімен | келісім жасалды».
func (q *partySearch) onlyWithKK() bool {
	with := false
	for m := q.nextNamed(q.s.First, q.d.start); m != nil; m = q.nextNamed(m.end, q.d.start) {
		switch {
		case m.class == lang.DateChunk || m.class == lang.PlaceChunk && (!q.isCountry(m.entity) || q.locative(m)):
		case m.entity == q.found[0] && (q.slot(m.end-1, "ins", "poss3 ins") || q.suffixAt(m.end-1) || q.l.Rune(m.end) == '-'):
			with = true
		default:
			return false
		}
	}
	return with
}

// tellerOwnKK gives the body or the state of the person who tells in a Kazakh sentence that
// something was signed with the only side, and names nobody else: «Гент университетінің ректоры
// Ада Линд Көпір қорымен | шартқа қол қойылғанын айтты»; -1 elsewhere.
func (q *partySearch) tellerOwnKK() int {
	if !q.l.Has(q.s.Last-2, q.p.know.lists.sayVerb) || q.d.start >= q.s.Last-2 {
		return -1
	}
	own, with := -1, false
	for m := q.nextNamed(q.s.First, q.d.start); m != nil; m = q.nextNamed(m.end, q.d.start) {
		switch {
		case m.class == lang.DateChunk:
		case m.entity == q.found[0] && q.slot(m.end-1, "ins", "poss3 ins"):
			with = true
		case m.class == lang.PersonChunk && own < 0 && !with && m.entity >= 0:
			own = q.standsFor(m.entity)
			if q.p.doc.entities[own].kind == read.Person || own == q.found[0] || genitiveKK(q.l.Fold(m.end-1)) {
				return -1
			}
		case own >= 0:
			return -1
		}
	}
	if !with {
		return -1
	}
	return own
}

// counterpartKK gives the body or the state of a counterpart with whom somebody signs, by the
// adjective before: «сербиялық | әріптесімен»; -1 where the text names none.
func (q *partySearch) counterpartKK() int {
	for k := q.s.First + 1; k < q.d.start; k++ {
		if !q.l.Is(k, lang.Lower) || !strings.HasPrefix(q.l.Fold(k), "әріптес") || !q.slot(k, "poss3 ins", "ins") {
			continue
		}
		stem := q.l.Fold(k - 1)
		if !relationalKK(stem) || len(stem) < 14 {
			return -1
		}
		stem = stem[:len(stem)-6]
		if e := q.bodyOfStateKK(stem, q.s.First); e >= 0 {
			return e
		}
		q.findStates()
		for _, e := range q.allStates {
			if strings.HasPrefix(q.p.doc.entities[e].folded(), stem) {
				return e
			}
		}
		return -1
	}
	return -1
}

// bodyOfStateKK gives the body of the kind of the only side, named before token to, whose name
// opens with a state; -1 where none is.
func (q *partySearch) bodyOfStateKK(state string, to int) int {
	own := q.p.doc.entities[q.found[0]].folded()
	kind := own[strings.LastIndexByte(own, ' ')+1:]
	for _, x := range slices.Backward(q.p.mentionsIn(lang.OrgChunk, 0, to)) {
		e := q.p.mens[x].entity
		if e < 0 || e == q.found[0] {
			continue
		}
		if name := q.p.doc.entities[e].folded(); strings.HasPrefix(name, state) && strings.HasSuffix(name, kind) {
			return e
		}
	}
	return -1
}

// twoBeforeKK gives the two bodies or states that the sentence before a Kazakh one tells of,
// where that one opens with an instrument that was made and names nobody: «Япония Азия даму
// қорымен жоба бастады. Тиісті шарт | 5 маусымда жасалды»; nil elsewhere.
func (q *partySearch) twoBeforeKK() []int {
	if !q.headLast || q.d == nil || q.d.mood != "done" || q.ph.has("act") || q.ph.has("many") || q.s.First == 0 || q.ph.topic || q.ph.from > q.s.First+1 || !q.passiveKK(q.d) {
		return nil
	}
	for m := q.nextNamed(q.s.First, q.s.Last); m != nil; m = q.nextNamed(m.end, q.s.Last) {
		if m.class != lang.DateChunk && !(m.class == lang.PlaceChunk && q.locative(m)) {
			return nil
		}
	}
	for s, n := q.s, 0; n < 2 && s.First > 0; n++ {
		s = q.p.sentenceOf(s.First - 1)
		var found []int
		for m := q.nextNamed(s.First, s.Last); m != nil; m = q.nextNamed(m.end, s.Last) {
			e := m.entity
			if e < 0 || m.class == lang.DateChunk || m.class == lang.GroupChunk || m.class == lang.PlaceChunk && (!q.isCountry(e) || q.slot(m.end-1, "loc", "abl", "attr") || q.owned(m)) {
				continue
			}
			if e = q.standsFor(e); q.p.doc.entities[e].kind == read.Person || slices.Contains(found, e) {
				continue
			}
			found = append(found, e)
		}
		if len(found) == 2 {
			return found
		}
		if len(found) > 0 {
			return nil
		}
	}
	return nil
}

// sidesOfLastKK gives the sides of the instrument told last, to which a Kazakh sentence says
// that another is added: «Енді оған қосымша | хаттама дайындалып жатыр»; nil elsewhere.
func (q *partySearch) sidesOfLastKK() []int {
	if !q.headLast || len(q.made) == 0 || q.ph.has("act") {
		return nil
	}
	o := &q.made[len(q.made)-1]
	if len(o.parties) < 2 || q.p.sentenceIndex(q.s.First)-o.last > 1 {
		return nil
	}
	for k := q.s.First; k+1 < q.ph.head; k++ {
		if w := q.l.Fold(k); (w == "оған" || w == "соған" || w == "осыған" || strings.HasPrefix(w, "келісімге") || strings.HasPrefix(w, "шартқа")) && q.l.Fold(k+1) == "қосымша" {
			return slices.Clone(o.parties)
		}
	}
	return nil
}

// lastTwoStatesKK gives the two states named last before a Kazakh sentence that speaks of the
// sides, within its paragraph and the one before; nil where there are fewer.
func (q *partySearch) lastTwoStatesKK() []int {
	if !q.headLast || !q.sidesTold || q.want > 2 {
		return nil
	}
	from := q.p.paragraphOf(q.s.First)
	if from > 0 {
		from = q.p.paragraphOf(from - 1)
	}
	var found []int
	for at := q.p.sentenceIndex(q.s.First) - 1; at >= 0 && q.p.sents[at].First >= from; at-- {
		for _, e := range q.statesIn(q.p.sents[at].First, q.p.sents[at].Last) {
			if !slices.Contains(found, e) {
				found = append(found, e)
			}
		}
		if len(found) >= 2 {
			break
		}
	}
	if len(found) == 1 && len(q.leadStates) == 1 && q.leadStates[0] != found[0] { // the state that the text is about
		found = append(found, q.leadStates[0])
	}
	if len(found) != 2 {
		return nil
	}
	slices.Reverse(found)
	return found
}
