package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// after reads the title in apposition behind a person: ", head of …,".
func (f *officeFinder) after(m *mention, s lang.Sentence) (title, bool) {
	t := title{org: -1, place: -1, head: -1}
	i := f.appositionOpens(m, s)
	if i == 0 {
		return t, false
	}
	i += f.onceWords(i, &t)
	start := f.behindLetters(f.behindAge(i, s), s)
	if !f.apposedHead(&t, start, s) || f.ofEvent(t.to) || f.othersOffice(start, t.head) {
		return f.listBracketKK(start, s)
	}
	end, ok := f.apposedEnd(&t, s)
	if !ok {
		return t, false
	}
	if f.nextHolderKK(m, end, s) {
		return t, false
	}
	t.to = f.appositionEnd(t, end)
	if t.to < end && f.l.Has(t.to, f.aux) {
		end = t.to
	}
	f.complement(&t, t.head, end)
	f.left(&t, start)
	f.bodyBehindComma(&t, start, end, s)
	f.itsBefore(&t, m, s)
	f.heldFromTo(&t, s)
	if f.headLast() {
		c, _ := f.l.Chunk(t.head, f.head)
		t.to = int(c.End)
	}
	return t, true
}

// appositionOpens gives the token behind the mark that may open an apposition to a
// person, 0 where there is none: Anna Berg of Norway, spokesperson for …; X –
// director of Y – said.
func (f *officeFinder) appositionOpens(m *mention, s lang.Sentence) int {
	i := m.end
	if i >= s.Last {
		return 0
	}
	if f.plural != lang.NoClass && f.l.Has(i, f.p.know.lists.of) {
		if x, ok := f.p.mentionAt(i+1, lang.PlaceChunk); ok && x.end < s.Last && f.l.Rune(x.end) == ',' {
			i = x.end
		}
	}
	r := f.l.Rune(i)
	if r == ',' || r == '(' || isDash(r) && (f.p.know.pack.Settings["dash"] == "copula" || f.plural != lang.NoClass && !f.l.Is(i, lang.Glued)) {
		return i + 1
	}
	return 0
}

// listBracketKK gives the Kazakh title of several fields that a bracket behind a person's name
// holds from token i on: «Андрей Сафин (| мәдениет, жастар және спорт министрі)».
func (f *officeFinder) listBracketKK(i int, s lang.Sentence) (title, bool) {
	if !f.headLast() || f.l.Rune(i-1) != '(' {
		return title{}, false
	}
	for k := i + 1; k < min(s.Last, i+officeReach); k++ {
		if f.l.Rune(k) == ')' {
			t, ok := f.lastHead(k, s)
			return t, ok && t.from == i
		}
		if f.l.Is(k, lang.Punct) && f.l.Rune(k) != ',' {
			break
		}
	}
	return title{}, false
}

// closesClause reports whether a mark ends what is apposed.
func closesClause(r rune) bool {
	return r == ',' || r == ';' || r == ')' || r == ':' || isDash(r) && r != '-'
}

// apposedHead finds the head of a title from token start on, behind words that may
// stand before it.
func (f *officeFinder) apposedHead(t *title, start int, s lang.Sentence) bool {
	for i := start; i < s.Last && i < start+9; i++ {
		if closesClause(f.l.Rune(i)) || f.l.Has(i, lang.PersonChunk) || (f.plural != lang.NoClass || f.p.know.russian && i == start) && f.l.Has(i, f.p.know.lists.sayVerb) {
			return false
		}
		if f.plural != lang.NoClass && f.l.Plays(i, f.p.know.roles.rankOrSize) && f.l.Is(i, lang.Lower) && f.l.Is(i+1, lang.Lower) && strings.HasSuffix(f.l.Fold(i+1), "s") && !f.l.Has(i+1, f.stop) {
			return false // as X said, | major firms left
		}
		if f.plural != lang.NoClass && i < start+2 && f.l.Has(i, lang.OrgChunk) { // X, the | University of Y's rector
			if m, ok := f.p.mentionAt(i, lang.OrgChunk); ok && m.end > i+1 && m.end+1 < s.Last && isApostropheRune(f.l.Rune(m.end)) && f.possessive(m.end+1) {
				start, i = start+m.end-i, m.end-1
				continue
			}
		}
		if c, ok := f.l.Chunk(i, f.head); ok {
			if f.p.know.russian && f.ofMany(i) {
				return false // X, депутаты собрания
			}
			if f.headLast() && f.singular(i, int(c.End)-1) != "" {
				return false // X, елдердің басшылары
			}
			t.head, t.from, t.to = i, i, int(c.End)
			return true
		}
		if f.plural != lang.NoClass && i > start && f.l.Plays(i, f.p.know.roles.and) && (f.l.Has(i-1, f.p.know.lists.personNoun) || f.l.Has(i-1, f.p.know.lists.personTitle)) && (f.l.Has(i+1, f.head) || f.l.Has(i+1, f.tenure)) {
			continue // X, politician and | minister of trade
		}
		if !f.apposed(i) || f.verbAhead(i, start) {
			return false
		}
	}
	return false
}

// apposedEnd gives where an apposition ends; ok is false where a clause or a list of
// persons stands there instead.
func (f *officeFinder) apposedEnd(t *title, s lang.Sentence) (end int, ok bool) {
	for end = t.to; end < s.Last && end < t.head+16; end++ {
		r := f.l.Rune(end)
		if r == ',' && (f.p.know.russian && f.p.joinsFields(end) || f.fieldsGoOn(end, t.to, s)) {
			continue
		}
		if r == ',' && f.fieldsOfNext(end, t.to, s) {
			return end, false
		}
		if f.glossed(end, t.head) > 0 {
			end += 2
			continue
		}
		if m, ok := f.p.mentionAt(end, lang.PersonChunk); ok && f.plural != lang.NoClass && end > t.to && f.l.Has(end-1, f.p.know.lists.of) { // parish priest of | San Martín
			end = m.end - 1
			continue
		}
		if f.honoured(end, s) { // X, minister of Chad, Mrs. Y: another's office
			if f.l.Plays(end-1, f.p.know.roles.and) { // X, minister of Chad and | Dr. Y
				end--
				break
			}
			return end, false
		}
		if closesClause(r) || r == '.' || f.plural != lang.NoClass && (r == '(' || f.l.Plays(end, f.p.know.roles.whoWhose)) || f.l.Has(end, lang.PersonChunk) || f.l.Has(end, f.p.know.lists.sayVerb) || f.otherOffice(end, t.head) {
			break
		}
		if f.plural != lang.NoClass && end > t.to && f.l.Is(end, lang.Lower) && (f.l.Is(end-1, lang.Cap) || f.endsMention(end-1, t.to)) && (f.l.Has(end, f.aux) || f.l.Has(end, f.p.know.lists.pastWord)) { // X, Ambassador of Y | met Z
			break
		}
		if f.finite(end) && !f.l.Has(end, f.p.know.lists.orgHead) { // «X, наблюдатели посетят …»: a clause
			return end, false
		}
	}
	if end < s.Last && f.l.Has(end, lang.PersonChunk) { // "X, minister Y": a list, not an apposition
		if end = f.joinedName(end, t.to); end == 0 {
			return end, false
		}
	}
	if end < s.Last && isDash(f.l.Rune(end)) && !(f.plural != lang.NoClass && f.p.verbOfSubject(end+1)) && f.heldBehind(end+1, s) { // X, секретарь – Y
		return end, false
	}
	return end, true
}

// honoured reports whether an English form of address stands at token i before somebody's
// name: "| Dr. Anna Berg".
func (f *officeFinder) honoured(i int, s lang.Sentence) bool {
	if f.plural == lang.NoClass || !f.l.Has(i, f.honor) {
		return false
	}
	if i++; i < s.Last && f.l.Rune(i) == '.' {
		i++
	}
	return i < s.Last && f.l.Has(i, lang.PersonChunk)
}

// heldBehind reports whether a person is named from token i on, before the next
// comma: behind the dash of a list of offices and who holds them.
func (f *officeFinder) heldBehind(i int, s lang.Sentence) bool {
	for k := i; k < min(s.Last, i+12) && f.l.Rune(k) != ',' && f.l.Rune(k) != ';'; k++ {
		if f.l.Has(k, lang.PersonChunk) {
			return true
		}
	}
	return false
}

// glossed gives token i where an English bracket opens there that says a title in other
// words, behind the title itself: "akim | (governor) of Osh"; 0 elsewhere.
func (f *officeFinder) glossed(i, limit int) int {
	if f.plural == lang.NoClass || i <= limit || f.l.Rune(i) != '(' || f.l.Rune(i+2) != ')' || !f.l.Is(i+1, lang.Lower) || !f.l.Has(i+1, f.head) {
		return 0
	}
	if _, ok := f.headEnding(i-1, limit); !ok {
		return 0
	}
	return i
}

// nextHolderKK reports whether the Kazakh title that ends at the comma at token i behind a
// person who has one before the name is the first of several of the person named next:
// «министр A, Ғылым академиясының мүшесі, | музейдің директоры Ә».
func (f *officeFinder) nextHolderKK(m *mention, i int, s lang.Sentence) bool {
	if !f.headLast() || i >= s.Last {
		return false
	}
	if c, ok := f.l.Chunk(i-1, f.tenure); ok && f.l.Has(int(c.End), lang.PersonChunk) { // A, музей директорының м.а. | Ә
		return true
	}
	if f.l.Rune(i) != ',' || m.start <= s.First {
		return false
	}
	if _, titled := f.headEnding(m.start-1, max(s.First, m.start-6)); !titled {
		return false
	}
	for k := i + 1; k < min(s.Last, i+16); k++ {
		if f.l.Has(k, lang.PersonChunk) {
			_, titled := f.headEnding(k-1, i)
			return titled
		}
		if r := f.l.Rune(k); r == ';' || r == '.' || f.finite(k) && !f.l.Has(k, f.head) {
			return false
		}
	}
	return false
}

// appositionEnd cuts a title where a clause begins, but not at a modifier of titles that
// opens a field: "minister of | higher education".
func (f *officeFinder) appositionEnd(t title, end int) int {
	for i := t.to; i < end; i++ {
		if f.l.Has(i, f.stop) && !f.l.Has(i, f.link) && !f.withField(i) && !(f.plural != lang.NoClass && f.l.Has(i, f.mod) && f.l.Has(i-1, f.p.know.lists.of)) || f.l.Has(i, f.aux) && f.l.Is(i, lang.Lower) && !f.l.Has(i-1, f.article) { // X, Minister of Y | will lead
			return i
		}
	}
	return end
}
