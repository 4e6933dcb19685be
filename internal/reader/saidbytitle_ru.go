package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Who is meant by a Russian speaker who is told by an office alone.

// bareTitleRU reports whether a Russian office stands at token i in the nominative, as who
// speaks does: «глава», not «главы».
func (q *quoteFinder) bareTitleRU(i int) (end int, ok bool) {
	if !q.p.know.russian {
		return 0, false
	}
	c, office := q.l.Chunk(i, q.office)
	if !office || !slices.Contains(q.l.Entry(c).Folded(), lang.Fold(q.l.Slice(i, int(c.End)))) {
		return 0, false
	}
	return int(c.End), true
}

// bodyHeadRU gives the person whom a Russian office at token i means with the name of the
// body behind it: «глава | МИД Чада сообщил». is is true where it is such a title: the body
// does not speak then. The person is -1 where the text gives nobody that office.
func (q *quoteFinder) bodyHeadRU(i int) (who int, is bool) {
	end, ok := q.bareTitleRU(i)
	if !ok {
		return 0, false
	}
	m, ok := q.p.mentionAt(end, lang.OrgChunk)
	if !ok || m.entity < 0 || m.start != end || q.l.Has(m.end, lang.PersonChunk) {
		return 0, false
	}
	if e, ok := q.headOf(i); ok {
		return e, true
	}
	if e, told := q.headMeantRU(i); told && e >= 0 {
		return e, true
	}
	c, _ := q.l.Chunk(i, q.office)
	stem, body := lang.Fold(firstForm(q.l.Entry(c))), q.p.doc.entities[m.entity].folded()
	return q.onlyHolder(i, func(st *statement) bool {
		title := lang.Fold(st.Title)
		return q.heads(st.Title, stem) && q.sameBodyRU(st, title, body) || foreignRU(body) && foreignRU(title)
	}), true
}

// onlyHolder gives the one person who holds an office of a kind by what the text has told
// before token i, -1 where nobody does or several do.
func (q *quoteFinder) onlyHolder(i int, kind func(*statement) bool) int {
	who := -1
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		e, held := entityOf(st.Person)
		if st.Kind != read.Office || st.first > i || st.Tenure == "former" || !held || e == who || !kind(st) {
			continue
		}
		if who >= 0 {
			return -1
		}
		who = e
	}
	return who
}

// sameBodyRU reports whether a title is one of the body with a folded name: of the body
// that it is told to be of, under a shorter or a longer name, or with the name in its words.
func (q *quoteFinder) sameBodyRU(st *statement, title, body string) bool {
	if org, ok := entityOf(st.Organization); ok {
		name := q.p.doc.entities[org].folded()
		return strings.HasPrefix(name, body) || strings.HasPrefix(body, name)
	}
	first, _, _ := strings.Cut(body, " ")
	return strings.Contains(title, first)
}

// foreignRU reports whether folded words are of a ministry of foreign affairs.
func foreignRU(folded string) bool {
	return strings.HasPrefix(folded, "мид") && (len(folded) == len("мид") || folded[len("мид")] == ' ') || strings.Contains(folded, "иностранных дел") || strings.HasSuffix(folded, " мид")
}

// titleBesideRU gives the Russian office alone that stands in the nominative right beside the
// verb of saying at token v, nearer than the body named at token a, so that its holder speaks:
// «отметил | глава ведомства на заседании клуба»; -1 where none does.
func (q *quoteFinder) titleBesideRU(from, to, v int) int {
	for _, i := range [...]int{v + 1, v + 2} {
		if i < to && !(i == v+2 && !q.l.Is(v+1, lang.Lower)) {
			if _, ok := q.bareTitleRU(i); ok {
				return i
			}
		}
	}
	for i := max(from, v-4); i < v; i++ {
		if _, ok := q.bareTitleRU(i); ok {
			return i
		}
	}
	return -1
}

// headMeantRU gives the person whom words of the pack's list headmeans at token i mean, by the
// title that the text has told: «глава государства» is whom it calls president of no body.
// told is true where such words stand there; the person is -1 where the text gives nobody the
// title, or several.
func (q *quoteFinder) headMeantRU(i int) (who int, told bool) {
	if !q.p.know.russian {
		return -1, false
	}
	titles, end, ok := q.l.Value(i, q.p.know.lists.headMeans)
	if !ok || q.l.Has(end, lang.PersonChunk) {
		return -1, false
	}
	state := ""
	if m, ok := q.p.mentionAt(end, lang.PlaceChunk); ok && m.entity >= 0 { // глава Минздрава | Перу
		state = ref(m.entity)
	}
	return q.onlyHolder(i, func(st *statement) bool {
		if st.Tenure == "relieved" || state != "" && st.Place != state {
			return false
		}
		title := lang.Fold(st.Title)
		for rest := titles; rest != ""; {
			var begin string
			if begin, rest, _ = strings.Cut(rest, ","); strings.HasPrefix(title, begin) && !(strings.HasPrefix(begin, "президент") && st.Organization != "") {
				return true
			}
		}
		return false
	}), true
}

// ratherSubjectRU gives, in place of the person e named last before token before, the one
// whom the Russian sentence names in the nominative, where e stands there in another case:
// «Заявление сделала Анна Линд после встречи с Петром Орловым. | Чиновница напомнила».
func (q *quoteFinder) ratherSubjectRU(e, before int) int {
	if !q.p.know.russian {
		return e
	}
	near := q.p.mentionsIn(lang.PersonChunk, 0, before)
	for n := len(near) - 1; n >= 0; n-- {
		m := &q.p.mens[near[n]]
		if m.entity != e {
			continue
		}
		if q.nominative(m) {
			return e
		}
		who := -1
		for j := n - 1; j >= 0 && q.p.mens[near[j]].start >= q.p.sentenceOf(m.start).First; j-- {
			x := &q.p.mens[near[j]]
			if x.entity < 0 || x.entity == e || x.entity == who || !q.nominative(x) {
				continue
			}
			if who >= 0 {
				return e
			}
			who = x.entity
		}
		if who >= 0 {
			return who
		}
		return e
	}
	return e
}

// behindHeadRU reports whether the Russian body at token a is only whose head speaks, who is
// told right before it in the nominative: «Глава | МИД сообщил, что». Who speaks for a body,
// its spokesman or press secretary, leaves it the speaker.
func (q *quoteFinder) behindHeadRU(a int, s lang.Sentence) bool {
	if !q.p.know.russian || !q.l.Has(a, lang.OrgChunk) {
		return false
	}
	for i := a - 1; i >= s.First && i > a-4; i-- {
		if end, ok := q.bareTitleRU(i); ok {
			w := q.l.Fold(end - 1)
			return end == a && !strings.HasPrefix(w, "представител") && !strings.HasPrefix(w, "пресс") && !strings.HasPrefix(w, "секретар")
		}
	}
	return false
}

// ownedTitleRU reports whether a Russian office at token i stands in another case right
// behind an office in the nominative, which is the one that speaks: «пресс-секретарь |
// главы клуба».
func (q *quoteFinder) ownedTitleRU(i int) bool {
	if _, bare := q.bareTitleRU(i); bare || !q.p.know.russian {
		return false
	}
	for k := i - 1; k >= 0 && k > i-5 && !q.l.Is(k, lang.Punct) || k > 0 && q.l.Rune(k) == '-'; k-- {
		if _, bare := q.bareTitleRU(k); bare {
			return true
		}
	}
	return false
}

// stateBehindRU gives the state that the words of a Russian title behind its noun end with at
// token i or up to four small words on, before no name: «министр | торговли Перу»; -1 where
// no state stands there.
func (q *quoteFinder) stateBehindRU(i int) int {
	for k := i; k < i+5 && k < len(q.l.Toks); k++ {
		if m, ok := q.p.mentionAt(k, lang.PlaceChunk); ok && m.start == k {
			if m.entity < 0 || q.l.Has(m.end, lang.PersonChunk) || !q.isState(m.entity) {
				return -1
			}
			return m.entity
		}
		if !q.l.Is(k, lang.Lower) || q.l.Has(k, q.say) || q.l.Has(k, q.p.know.lists.npStop) {
			return -1
		}
	}
	return -1
}

// isState reports whether an entity is a state, by its id.
func (q *quoteFinder) isState(e int) bool { return len(q.p.doc.entities[e].known) == 2 }
