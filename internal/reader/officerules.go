package reader

import (
	"cmp"
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// byRules states offices by verbs: captures who, title (a phrase with a head),
// org; the rule's attribute tenure says how.
func (f *officeFinder) byRules(s lang.Sentence) {
	var handed []handover
	f.p.scan(f.rules, s, func(m *pattern.Match) bool {
		if h, is := f.byRule(m, s); is {
			handed = append(handed, h)
		}
		return true
	})
	for _, h := range handed {
		f.handOver(h, s)
	}
	for _, x := range f.clauses {
		f.passTold(x.from, x.at, x.end, s)
	}
	f.clauses = f.clauses[:0]
}

// whoClause is an English person's name, the tokens [from, at), and the clause that tells an
// office behind it, which goes up to token end at least: "X, who is mayor of Osh | , said".
type whoClause struct{ from, at, end int }

// noteClause notes the clause in which an English match tells an office, so that the verb
// behind it is seen to follow the name.
func (f *officeFinder) noteClause(m *pattern.Match, to int) {
	if a, b, ok := m.Capture("who"); ok && f.plural != lang.NoClass && f.l.Rune(b) == ',' && f.l.Fold(b+1) == "who" {
		f.clauses = append(f.clauses, whoClause{a, b, max(m.End, to)})
	}
}

// headsPart reports whether what somebody heads is a part of the English body of the match,
// so that he or she is not its head: "who heads the Nairobi office of | the World Bank".
func (f *officeFinder) headsPart(m *pattern.Match) bool {
	k, _, ok := m.Capture("org")
	if !ok || f.p.know.pack.Tag != "en" {
		return false
	}
	if k--; k > 1 && f.l.Plays(k, f.p.know.roles.the) {
		k--
	}
	return k > 1 && f.l.Has(k, f.p.know.lists.of) && f.l.Plays(k-1, f.p.know.roles.partOfBody) && f.l.Is(k-1, lang.Lower)
}

// byRule states the office that one match tells. Where somebody comes before or
// after another it gives who that is: his or her office may be stated only later.
func (f *officeFinder) byRule(m *pattern.Match, s lang.Sentence) (h handover, is bool) {
	a, b, ok := m.Capture("who")
	if !ok {
		return h, false
	}
	if _, _, many := m.Capture("many"); many {
		f.several(m, s)
		return h, false
	}
	who, ok := f.whoHolds(a, b)
	if !ok || f.onlyMayKK(m.End) || f.parishOf(a, s) || f.p.besideWhatIsTold(a, m.End-1, m.End) {
		return h, false
	}
	if a, b, ok := m.Capture("after"); ok {
		of, ok := f.comesAfter(m, a, b)
		return handover{who: who, of: of, tenure: m.Rule.Get("tenure"), rule: m.Rule.Name}, ok
	}
	switch {
	case m.Rule.Get("leaves") != "":
		f.leaves(who, m.Rule.Get("tenure"), s)
		return h, false
	case m.Rule.Get("behind") == "headline" && !f.p.inHeadline(s):
		return h, false
	}
	t := title{org: -1, place: -1, head: -1, tenure: m.Rule.Get("tenure")}
	if m.Rule.Get("same") != "" {
		f.sameOffice(t, who, s, m.Rule.Name)
		return h, false
	}
	if a, b, ok := m.Capture("title"); ok {
		further, ok := f.readTitle(m, a, b, s, &t)
		if further.head >= 0 {
			defer f.state(further, who, s, m.Rule.Name)
		}
		if !ok {
			return h, false
		}
	}
	if m.Rule.Get("before") != "" {
		f.titleBefore(m, s, &t)
	}
	if m.Rule.Get("title") == "head" && f.sentFrom(m, s) {
		return h, false
	}
	f.bodyOfMatch(m, &t)
	if chooses := f.p.know.roles.chooses; f.plural != lang.NoClass && t.org < 0 &&
		(f.l.Plays(m.Start, chooses) || f.l.Has(m.Start, f.aux) && f.l.Plays(m.Start+1, chooses)) { // has | chosen
		f.ofChooser(&t, m.Start, s)
	}
	if m.Rule.Get("title") == "head" && f.headsPart(m) {
		return h, false
	}
	if _, _, noun := m.Capture("noun"); noun && f.p.know.russian && t.org < 0 {
		return h, false // возглавляет институт, of which the text has told nothing
	}
	f.stateMatch(m, t, who, s)
	f.noteClause(m, t.to)
	return h, false
}

// whoHolds gives the person named among the tokens, or meant by a pronoun there.
func (f *officeFinder) whoHolds(a, b int) (int, bool) {
	if who, ok := f.p.lastSpeaker(a, b); ok {
		return who, true
	}
	gender := f.p.genderSaid(a, -1)
	if who, ok := f.subjectOf(a, gender); ok {
		return who, true
	}
	if who, ok := f.justAppointed(a, gender); ok {
		return who, true
	}
	who, ok := f.p.personBefore(a, gender)
	if ok && f.p.know.russian && f.unnamedBefore(a, who) {
		return 0, false
	}
	return who, ok
}

// comesAfter gives the person among the tokens whom another comes before or after.
func (f *officeFinder) comesAfter(m *pattern.Match, a, b int) (int, bool) {
	if of, ok := f.p.lastSpeaker(a, b); ok {
		return of, true
	}
	first := a
	if w, _, named := m.Capture("who"); named {
		first = min(a, w) // "named X to succeed him"
	}
	return f.p.personBefore(first, f.p.genderSaid(a, -1))
}

// readTitle reads the title that a match captures. ok is false where it is no
// office; further is a second title joined to it, without head where there is none.
func (f *officeFinder) readTitle(m *pattern.Match, a, b int, s lang.Sentence, t *title) (further title, ok bool) {
	further.head = -1
	if f.doing(a, b) {
		return further, false
	}
	a = f.behindTenureWord(t, a, b, s)
	b = f.untilJoinedVerb(a, b)
	a = f.behindDecree(f.behindPost(a, b), b)
	if f.headLast() && a == s.First && b-a > 2 && f.l.Has(a, f.p.know.lists.eventNoun) && f.electsKK(m.End-1) {
		a++ // Сессия | ассамблея төрағасы болып X-ті сайлады
	}
	t.from, t.to, t.head = a, b, f.headOf(f.behindTeller(a, b), b)
	f.agreeing(t)
	if f.plural != lang.NoClass && f.l.Has(t.head, f.plural) { // deputy | chairs
		return further, false
	}
	if f.headLast() {
		f.ownedTitleKK(t, a, b, s)
		return further, true
	}
	if f.p.know.russian {
		if further, ok = f.titleRU(t, a, m, s); !ok {
			return further, false
		}
	}
	f.cutOccasion(t)
	if f.plural != lang.NoClass {
		if f.onlyDoing(t) {
			return further, false
		}
		if f.endTitleEN(t); f.ofOthers(a, t.to) {
			return further, false
		}
		t.to = f.capFieldsEnd(t, f.smallFieldsEnd(t, t.to, s), s)
	}
	f.withoutOwner(t)
	f.complement(t, t.head, t.to)
	f.left(t, a)
	if !f.ofSubject(t, s) && f.plural != lang.NoClass {
		f.ofOwnedBody(t)
	}
	return further, true
}

// behindTenureWord gives the token behind a word at a that tells how an office is held,
// and notes what it tells where the rule does not: «новым | министром», «врио |
// губернатора стал».
func (f *officeFinder) behindTenureWord(t *title, a, b int, s lang.Sentence) int {
	if c, ok := f.l.Chunk(a, f.tenure); ok && int(c.End) < b { // новым | министром
		if v := f.l.Entry(c).Value; t.tenure == "" && v == "acting" {
			t.tenure = v
		}
		a = int(c.End)
	}
	if v, _, ok := f.tenureEnding(a-1, s.First); ok && f.p.know.russian && v == "acting" && t.tenure == "appointed" { // врио | губернатора стал
		t.tenure = v
	}
	return a
}

// ownedTitleKK reads who owns a Kazakh title from token a on, whose last noun before b
// may be the head: «ассамблея | төрағасы» is of the assembly named before.
func (f *officeFinder) ownedTitleKK(t *title, a, b int, s lang.Sentence) {
	if k := f.occasionKK(a, t.head); k > a {
		t.from, a = k, k
	}
	if own, ok := f.lastHead(b, s); ok && own.head >= a {
		if f.l.Rune(a-1) != ',' { // ауыл шаруашылығы, | туризм және спорт министрі болып
			own.from = max(a, own.from)
		}
		own.tenure = cmp.Or(t.tenure, own.tenure)
		if *t = own; t.org < 0 && t.place < 0 { // ассамблея | төрағасы, of the one named before
			f.owner(t, a, s.First)
		}
		return
	}
	f.owner(t, a, s.First)
}

// titleRU cuts a Russian title off at what is none of it and reads the title joined to
// it, without head where there is none; false where many hold it or it is told of nobody.
func (f *officeFinder) titleRU(t *title, a int, m *pattern.Match, s lang.Sentence) (further title, ok bool) {
	further.head = -1
	if f.heldByMany(t, m, s) || f.ofDecree(a, t.head, s) {
		return further, false
	}
	f.cutTitleRU(t)
	f.fieldsEndRU(t, s)
	if f.untold(t, a, s, m.Rule.Name) {
		return further, false
	}
	if more, ok := f.joined(t, t.to); ok {
		t.to = more.from - 1
		more.tenure = t.tenure
		f.complement(&more, more.head, more.to)
		further = more
	}
	return further, true
}

// headOf gives the noun that heads a title: the first of them, the last where
// heads stand last.
func (f *officeFinder) headOf(a, b int) int {
	head := a
	for i := a; i < b; i++ {
		if f.l.Has(i, f.head) {
			if head = i; !f.headLast() {
				break
			}
		}
	}
	return head
}

// cutTitleRU holds a Russian title to what belongs to it: only adjectives before
// the head, and nobody's name; whom the holder comes «вместо» of is none of it.
func (f *officeFinder) cutTitleRU(t *title) {
	t.from = t.head
	for i := t.head; i < t.to; i++ {
		if f.l.Has(i, lang.PersonChunk) || f.l.Plays(i, f.p.know.roles.decree) || f.l.Fold(i) == "вместо" {
			t.to = i
		}
	}
}

// bodyOfMatch takes the body that a match captures.
func (f *officeFinder) bodyOfMatch(m *pattern.Match, t *title) {
	if _, b, ok := m.Capture("noun"); ok { // "who chairs the committee"
		t.org = f.bodyNamed(b - 1)
	}
	a, b, _ := m.Capture("org")
	for i := a; i < b; i++ {
		if x, ok := f.p.mentionAt(i, lang.OrgChunk); ok {
			t.org = x.entity
		}
	}
}

// stateMatch states an office by the name that its rule, its Kazakh word for a
// post or the title captured gives it.
func (f *officeFinder) stateMatch(m *pattern.Match, t title, who int, s lang.Sentence) {
	if f.besides(m, s) {
		return
	}
	if word := m.Rule.Get("title"); word != "" { // "who chairs": the verb names the title
		if f.holdsThere(who, t.org) {
			return
		}
		f.add(strings.ReplaceAll(word, "_", " "), t, who, s, m.Rule.Name)
		return
	}
	if m.Rule.Get("post") != "" { // төрағалыққа сайлады
		if name := f.post(t.head); name != "" {
			f.add(name, t, who, s, m.Rule.Name)
		}
		return
	}
	if t.head >= 0 && !f.abstract(t.head) {
		f.state(t, who, s, m.Rule.Name)
		f.alsoHolds(t, who, s, m.Rule.Name)
		f.gaps(t, s, m.Rule.Name)
	}
}

// holdsThere reports whether the text has given a person an office of a body, which a
// verb of leading it only says again: "the chairwoman of the bank … heads the bank".
func (f *officeFinder) holdsThere(who, org int) bool {
	return org >= 0 && slices.ContainsFunc(f.p.doc.statements, func(st statement) bool {
		return st.Kind == read.Office && st.Person == ref(who) && st.Organization == ref(org)
	})
}

// electsKK reports whether a Kazakh verb of appointing says who appoints: сайлады,
// тағайындады, but not сайланды, тағайындалды.
func (f *officeFinder) electsKK(k int) bool {
	w := f.l.Fold(k)
	for _, end := range [...]string{"алды", "елді", "ылды", "ілді", "нды", "нді"} {
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return strings.HasSuffix(w, "ды") || strings.HasSuffix(w, "ді") || strings.HasSuffix(w, "ты") || strings.HasSuffix(w, "ті")
}

// behindDecree gives the token where a Kazakh title begins behind what the
// appointment was made by: «Президент Жарлығымен | сот төрағасы».
func (f *officeFinder) behindDecree(a, b int) int {
	if !f.headLast() {
		return a
	}
	for i := b - 1; i > a; i-- {
		for _, x := range f.l.Analyses(i - 1) {
			if x.Harmony && strings.HasSuffix(x.Slots, "poss3 ins") {
				return i
			}
		}
	}
	return a
}

// behindPost gives the token where a Russian title begins behind the words for a
// post: «указом президента на должность | посла Узбекистана».
func (f *officeFinder) behindPost(a, b int) int {
	if !f.p.know.russian {
		return a
	}
	if k := f.behindDecreeRU(a, b); k > a {
		return k
	}
	for i := a + 1; i+1 < b; i++ {
		switch {
		case !f.l.Plays(i-1, f.p.know.roles.toPost):
		case f.l.Plays(i, f.p.know.roles.postWord):
			return i + 1
		}
	}
	return a
}
