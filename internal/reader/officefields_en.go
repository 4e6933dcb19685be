package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// forTime reports whether English words from token i on say for how long an office is held:
// "for | a further year", "for | four years", "for | a second term".
func (f *officeFinder) forTime(i int) bool {
	for k := i; k < min(len(f.l.Toks), i+4); k++ {
		if _, _, ok := f.l.Value(k, f.p.know.lists.timeUnit); ok || f.l.Plays(k, f.p.know.roles.termWord) {
			return true
		}
		if !f.l.Is(k, lang.Word) && !f.l.Is(k, lang.Number) && f.l.Rune(k) != '-' {
			return false
		}
	}
	return false
}

// commonBody gives the article before the common noun of a body in small letters that ends
// with token k right before a name, behind "of": "President of | the society X"; 0 elsewhere.
func (f *officeFinder) commonBody(k, end, limit int) int {
	if f.plural == lang.NoClass || k != end-1 || !f.l.Is(k, lang.Lower) || !f.l.Has(k, f.p.know.lists.bodyNoun) && !f.l.Has(k, f.p.know.lists.orgHead) {
		return 0
	}
	for i := k - 1; i > limit+1 && i >= k-3; i-- {
		if f.l.Has(i, f.article) {
			if f.l.Has(i-1, f.p.know.lists.of) {
				if _, ok := f.headEnding(i-2, limit); ok {
					return i
				}
			}
			return 0
		}
		if !f.l.Is(i, lang.Lower) || f.l.Has(i, f.stop) {
			return 0
		}
	}
	return 0
}

// smallField gives the "of" of a minister's field in small letters that ends with token k
// right before a name: "deputy minister | of ecology X", "minister | of culture, youth and
// sport Y"; 0 elsewhere, as before a verb ("the minister of trade met X").
func (f *officeFinder) smallField(k, end, limit int) int {
	if f.plural == lang.NoClass || k != end-1 || !f.smallNoun(k) || strings.HasSuffix(f.l.Fold(k), "s") && !f.l.Plays(k, f.p.know.roles.field) || f.l.Has(k, f.p.know.lists.sayVerb) {
		return 0
	}
	for i := k - 1; i > limit && i > k-9; i-- {
		switch {
		case f.l.Has(i, f.p.know.lists.of), f.l.Plays(i, f.p.know.roles.forWhat):
			if at, ok := f.headEnding(i-1, limit); ok && f.p.know.endings.stateOffice.whole(f.l.Fold(i-1)) && at < i {
				return i
			}
			return 0
		case f.l.Rune(i) == ',', f.l.Plays(i, f.p.know.roles.and), f.smallNoun(i):
		default:
			return 0
		}
	}
	return 0
}

// smallNoun reports whether an English word in small letters may tell the field of an
// office: no small word, no verb in the past, no office.
func (f *officeFinder) smallNoun(k int) bool {
	return f.l.Is(k, lang.Lower) && !f.l.Has(k, f.stop) && !f.l.Has(k, f.head) && !f.l.Has(k, f.aux) && !f.l.Has(k, f.p.know.lists.pastWord) && !f.p.know.endings.pastEnd.end(f.l.Fold(k), 2)
}

// smallFieldsEnd gives where a minister's title with fields in small letters ends that
// goes on behind token b, up to the end of its clause: "minister of culture | , youth and
// sport;". It gives b where it does not.
func (f *officeFinder) smallFieldsEnd(t *title, b int, s lang.Sentence) int {
	if f.plural == lang.NoClass || b >= s.Last || f.l.Rune(b) != ',' || b < t.head+3 || !f.smallNoun(b-1) || !f.p.know.endings.stateOffice.whole(f.l.Fold(f.l.ChunkEnd(t.head, f.head)-1)) {
		return b
	}
	and := false
	for k := b + 1; k < s.Last && k < b+10; k++ {
		switch {
		case f.l.Plays(k, f.p.know.roles.and) && f.smallNoun(k+1):
			and = true
		case f.l.Rune(k) == ',' && !and, f.smallNoun(k):
		case and && (f.closes(k) || closesClause(f.l.Rune(k))):
			return k
		default:
			return b
		}
	}
	return b
}

// capFieldsEnd is smallFieldsEnd of fields with capitals: "who is Minister of Labour | , Tourism
// and Industry of Peru,".
func (f *officeFinder) capFieldsEnd(t *title, b int, s lang.Sentence) int {
	if f.plural == lang.NoClass || b >= s.Last || f.l.Rune(b) != ',' || !f.fieldsGoOn(b, f.l.ChunkEnd(t.head, f.head), s) {
		return b
	}
	for and := false; b < s.Last; b++ {
		switch {
		case f.l.Plays(b, f.p.know.roles.and), f.l.Rune(b) == '&':
			and = true
		case and && f.l.Has(b, f.p.know.lists.of) && f.l.Has(b+1, lang.PlaceChunk):
			return f.l.ChunkEnd(b+1, lang.PlaceChunk)
		case !f.l.Is(b, lang.Cap) && (and || f.l.Rune(b) != ','):
			return b
		}
	}
	return b
}

// sentFrom reports whether the body of an English match is that which those come from whom
// somebody leads: "a delegation of judges from the Supreme Court, led by X".
func (f *officeFinder) sentFrom(m *pattern.Match, s lang.Sentence) bool {
	a, _, ok := m.Capture("org")
	if f.plural == lang.NoClass || !ok || a < s.First+2 {
		return false
	}
	k := a - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.l.Has(k, f.p.know.lists.of) && !f.l.Plays(k, f.p.know.roles.spanFrom) {
		return false
	}
	for i := k - 1; i >= s.First && i > k-8 && f.l.Is(i, lang.Word); i-- {
		if f.l.Plays(i, f.p.know.roles.sentOut) {
			return true
		}
	}
	return false
}

// partOfRank reports whether an English rank at token k is one with the word before it:
// "Deputy | Ambassador", "Chief | Justice".
func (f *officeFinder) partOfRank(k, first int) bool {
	at, ok := f.headEnding(k, first)
	return ok && at < k || f.l.Has(k-1, f.mod) || f.l.Has(k-1, f.tenure) || f.l.Rune(k-1) == '-'
}

// rankHeld states the rank between an English office and its holder, which is one of its
// own: "the committee chairman, | Senator X", "Resident Coordinator | Ambassador X".
func (f *officeFinder) rankHeld(m *mention, s lang.Sentence) {
	k := m.start - 1
	if f.plural == lang.NoClass || k <= s.First || !f.l.Plays(k, f.p.know.roles.rankHeld) || !f.rankBehindOffice(k, s.First) {
		return
	}
	f.state(title{from: k, to: k + 1, head: k, org: -1, place: -1}, m.entity, s, "office.before")
}

// closesBehindOf reports whether an English apposition closes behind "of" and where its person
// is from: "the Committee's chair, X | of the Bank of Y, said".
func (f *officeFinder) closesBehindOf(i int, s lang.Sentence) bool {
	if f.plural == lang.NoClass || !f.l.Has(i, f.p.know.lists.of) || i+2 >= s.Last {
		return false
	}
	k := i + 1
	if f.l.Has(k, f.article) {
		k++
	}
	for _, c := range [...]lang.Class{lang.OrgChunk, lang.PlaceChunk} {
		if m, ok := f.p.mentionAt(k, c); ok && m.end < s.Last && f.l.Rune(m.end) == ',' {
			return true
		}
	}
	return false
}

// fieldsOfNext reports whether the comma at token i stands between the fields of an English
// office that is the next person's: "Director X, Deputy Director for Economic, | Cultural and
// Humanitarian Affairs Y".
func (f *officeFinder) fieldsOfNext(i, from int, s lang.Sentence) bool {
	if f.plural == lang.NoClass || !f.l.Is(i-1, lang.Cap) || i-1 <= from {
		return false
	}
	before, behind, joined := 0, 0, false
	for k := i + 1; k < s.Last && k < i+9; k++ {
		if m, ok := f.p.mentionAt(k, lang.PersonChunk); ok && m.start == k {
			return behind > 0
		}
		switch {
		case f.l.Plays(k, f.p.know.roles.and) && before > 0:
			joined = true
		case f.l.Rune(k) == ',' && !joined:
		case f.l.Is(k, lang.Cap) && f.l.Is(k, lang.Word) && joined:
			behind++
		case f.l.Is(k, lang.Cap) && f.l.Is(k, lang.Word):
			before++
		default:
			return false
		}
		if _, ok := f.l.Chunk(k, f.head); ok {
			return false
		}
	}
	return false
}
