package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// behindHonour gives the token before which the forms of address of a name that
// begins at token i stand, not before token first: "the Prime Minister | H.E. Mr.
// X", and in English "the President, | His Excellency X", "Dr | the Honourable X".
func (f *officeFinder) behindHonour(i, first int) int {
	for i > first {
		k := i - 1
		if f.l.Rune(k) == '.' && k > first {
			k--
		}
		if f.l.Has(k, f.honor) {
			i = k
			continue
		}
		if start := f.shortHonour(i, first); start < i {
			i = start
			continue
		}
		if start := f.honourEnding(i, first); start < i {
			i = start
			continue
		}
		if f.plural == lang.NoClass {
			return i
		}
		if k > first && f.l.Has(k, f.article) && f.l.Has(i, f.honor) { // the Honourable
			i = k
			continue
		}
		if f.rankBehindOffice(k, first) {
			i = k
			continue
		}
		return i
	}
	return i
}

// honourEnding gives the token at which a form of address of two to five tokens
// begins that ends before token i: "His Excellency", "H.E.", «кандидат юридических
// наук»; i where none does.
func (f *officeFinder) honourEnding(i, first int) int {
	for k := i - 2; k >= max(first, i-5); k-- {
		if c, ok := f.l.Chunk(k, f.honor); ok && int(c.End) == i {
			return k
		}
	}
	return i
}

// doing reports whether the English words of a title at tokens [a, b) tell what
// somebody does: "X is | paying an official visit".
func (f *officeFinder) doing(a, b int) bool {
	if f.plural == lang.NoClass || b < a+3 || !f.l.Is(a, lang.Lower) || !f.l.Has(a+1, f.anArticle) && !f.l.Has(a+1, f.article) {
		return false
	}
	return strings.HasSuffix(f.l.Fold(a), "ing")
}

// ofPersonAhead reports whether an English title that begins at token i is that of
// the person named before its comma, who has no title in front: "Ms X, | Registrar,
// Dr Y, Director".
func (f *officeFinder) ofPersonAhead(i int, s lang.Sentence) bool {
	if i-2 <= s.First || f.l.Rune(i-1) != ',' {
		return false
	}
	for k := i - 2; k >= s.First && k > i-8; k-- {
		m, ok := f.p.mentionAt(k, lang.PersonChunk)
		if !ok {
			continue
		}
		if m.end != i-1 {
			return false
		}
		at := f.behindHonour(m.start, s.First)
		_, titled := f.headEnding(at-1, s.First)
		if !titled && at < m.start && at-1 > s.First && f.l.Rune(at-1) == ',' { // the minister of trade, His Excellency | X, ambassador to Y, Dr. Z
			_, titled = f.fullBefore(m, at-1, s)
		}
		return !titled
	}
	return false
}

// joinedOn reports whether an English person is joined by "and" to what stands
// before, so that a title there is another's: "X, Chair of the LDB and | Y".
func (f *officeFinder) joinedOn(m *mention, s lang.Sentence) bool {
	if f.plural == lang.NoClass || m.start <= s.First {
		return false
	}
	i := f.behindHonour(m.start, s.First) // Rector TUF and | Dr Y
	if i <= s.First+1 || !f.l.Has(i-1, f.p.know.lists.numJoin) {
		return false
	}
	if f.l.Rune(i-2) == ',' && i > s.First+2 { // B, a member, and | C
		i--
	}
	if f.endsMention(i-2, s.First) {
		return true
	}
	k, ok := f.headEnding(i-2, max(s.First, i-6)) // B, the deputy director and | C
	if !ok {
		return false
	}
	if f.l.Has(k-1, f.poss) && f.l.Plays(k-2, f.p.know.roles.as) || f.l.Plays(k-1, f.p.know.roles.as) { // elected B as its chair and | C as
		return true
	}
	if f.predicated(k, s) { // A is now the programme manager and | B
		return true
	}
	for k > s.First && (f.l.Has(k-1, f.mod) || f.l.Has(k-1, f.article) || f.l.Has(k-1, f.tenure) || f.l.Is(k-1, lang.Cap) && f.l.Is(k, lang.Cap) && !f.l.Has(k-1, f.p.know.lists.numJoin)) {
		k--
	}
	return k > s.First && f.l.Rune(k-1) == ',' && f.personEnding(k-2, s) >= 0
}

// rankBehindOffice reports whether a rank at token k stands between an English
// office and its holder, as a form of address does: "Vice-Chancellor | Professor
// X", "the Secretary General of the Commonwealth | Baroness X".
func (f *officeFinder) rankBehindOffice(k, first int) bool {
	if k <= first || !f.l.Is(k, lang.Cap) || f.l.Is(k, lang.Glued) {
		return false
	}
	held := f.l.Plays(k, f.p.know.roles.rankHeld)
	if !held && !f.l.Plays(k, f.p.know.roles.rankBehind) {
		return false
	}
	if at, ok := f.headEnding(k-1, first); f.l.Is(k-1, lang.Lower) && (!ok || at != k-1) || held && f.partOfRank(k, first) {
		return false
	}
	j := k - 1
	if open := f.abbreviated(j, k, first); open > 0 {
		j = open - 1
	}
	for low := max(first, k-9); j >= low; j-- {
		if _, ok := f.headEnding(j, first); ok {
			return j == k-1 || f.l.Has(j+1, f.link) || f.l.Rune(j+1) == '('
		}
		if !f.l.Is(j, lang.Cap) && !f.l.Has(j, f.link) {
			return false
		}
	}
	return false
}

// joinedName gives the token of the "and" by which the person at token i is joined
// to an English office in apposition that ends not before token from: "X, Director
// ORIC | and Dr Y"; 0 elsewhere.
func (f *officeFinder) joinedName(i, from int) int {
	if f.plural == lang.NoClass {
		return 0
	}
	k := f.behindHonour(i, from) - 1
	if k < from || !f.l.Has(k, f.p.know.lists.numJoin) {
		return 0
	}
	if _, ok := f.headEnding(k-1, max(0, k-4)); !ok && !f.endsMention(k-1, from) {
		return 0
	}
	return k
}

// bodyBehindComma gives an English title in apposition without an article the body
// that a comma parts from it: "X, Rector, University of Y,", "(Dean, Faculty of Z)".
func (f *officeFinder) bodyBehindComma(t *title, start, comma int, s lang.Sentence) {
	if f.plural == lang.NoClass || t.org >= 0 || comma+1 >= s.Last || f.l.Rune(comma) != ',' || f.possessive(start) || t.to != comma {
		return
	}
	article := f.l.Has(start, f.article)
	k := comma + 1
	if f.l.Has(k, f.article) {
		k++
	}
	if x, ok := f.p.mentionAt(k, lang.PlaceChunk); ok && t.place < 0 && x.entity >= 0 && len(f.p.doc.entities[x.entity].known) == 2 && (x.end >= s.Last || f.closes(x.end)) { // X, Minister of Finance, Belize;
		t.place = x.entity
		return
	}
	m, ok := f.p.mentionAt(k, lang.OrgChunk)
	if !ok || m.entity < 0 || f.ended(m) {
		return
	}
	if x, ok := f.p.mentionAt(m.end, lang.PlaceChunk); ok { // X, Press Officer, UNDP | Kenya,
		m = &mention{start: m.start, end: x.end, entity: m.entity}
	}
	switch r := f.l.Rune(m.end); {
	case article: // the Director, Ghana Education Service, spoke
		if x, ok := f.p.mentionAt(m.end+1, lang.PlaceChunk); ok && r == ',' && x.end < s.Last && f.l.Rune(x.end) == ',' {
			m = &mention{end: x.end, entity: m.entity}
		}
		if k := m.end + 1; m.end < s.Last && f.l.Rune(m.end) == ',' && k < s.Last && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.p.know.lists.numJoin) && !f.l.Has(k, f.article) {
			t.org = m.entity
		}
	case m.end >= s.Last || r == ',' || r == ')' || r == ';' || r == '.':
		t.org = m.entity
	case f.l.Is(m.start, lang.Upper) && f.l.Is(m.end, lang.Lower) && (f.l.Has(m.end, f.p.know.lists.pastWord) || f.p.know.endings.pastEnd.end(f.l.Fold(m.end), 2)): // X, President, URS signed
		t.org = m.entity
	case f.l.Has(m.end, f.p.know.lists.numJoin): // X, Dean, Faculty of Y and Z, Rector
		for j := m.end + 1; j < min(s.Last, m.end+5); j++ {
			if f.l.Has(j, lang.PersonChunk) {
				t.org = m.entity
				return
			}
		}
	}
}

// behindLetters gives the token behind the letters of honours and degrees that an
// English apposition at token i begins with: "X, OBE, MP, | Chair of the board".
func (f *officeFinder) behindLetters(i int, s lang.Sentence) int {
	for f.plural != lang.NoClass && i+2 < s.Last && f.l.Rune(i+1) == ',' && (f.l.Is(i, lang.Upper) || f.l.Has(i, f.p.know.lists.acroStop)) && !f.l.Has(i, lang.OrgChunk) && !f.l.Has(i, lang.PlaceChunk) && !f.l.Has(i, f.head) {
		i += 2
	}
	return i
}

// behindShort states the English title behind one of mere letters: "X, MP, | Minister of Y,".
func (f *officeFinder) behindShort(t title, m *mention, s lang.Sentence) {
	if t.to != t.head+1 || t.to >= s.Last || !f.l.Is(t.head, lang.Upper) || f.l.Rune(t.to) != ',' || t.org >= 0 {
		return
	}
	x := *m
	x.end = t.to
	if own, ok := f.after(&x, s); ok {
		f.state(own, m.entity, s, "office.apposition")
	}
}

// fieldsGoOn reports whether the comma at token k parts the fields of an English office
// in apposition, which "and" closes: "X, Minister of Labour, | Tourism and Industry."
func (f *officeFinder) fieldsGoOn(k, behind int, s lang.Sentence) bool {
	if f.plural == lang.NoClass || k <= behind+1 || !f.l.Has(behind, f.link) || !f.l.Is(k-1, lang.Cap) || f.l.Has(k-1, lang.OrgChunk) || f.endsMention(k-1, behind) {
		return false
	}
	and := false
	for i := k + 1; i < s.Last && i < k+14; {
		if f.l.Plays(i, f.p.know.roles.and) || f.l.Rune(i) == '&' {
			and = true
			i++
		}
		from := i
		for i < s.Last && f.l.Is(i, lang.Cap) && !f.l.Has(i, f.head) && !f.l.Has(i, f.honor) && len(f.p.covering(lang.PersonChunk, i)) == 0 && !f.l.Has(i, lang.OrgChunk) && !f.l.Has(i, lang.PlaceChunk) {
			i++
		}
		if i == from {
			return false
		}
		if and {
			return i >= s.Last || f.closes(i) || f.l.Is(i, lang.Lower)
		}
		if f.l.Rune(i) == ',' {
			i++
		} else if !f.l.Plays(i, f.p.know.roles.and) && f.l.Rune(i) != '&' {
			return false
		}
	}
	return false
}

// predicated reports whether the English title whose head is token k is what a verb says
// that somebody is: "A is now the programme | manager".
func (f *officeFinder) predicated(k int, s lang.Sentence) bool {
	for i := k - 1; i > s.First && i > k-5 && f.l.Is(i, lang.Lower); i-- {
		if f.l.Has(i, f.aux) {
			return f.personEnding(i-1, s) >= 0
		}
	}
	return false
}
