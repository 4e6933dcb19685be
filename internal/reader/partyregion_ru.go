package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// regionActs reports whether a Russian region or town stands as a side of what d
// says is done: in the nominative behind no preposition, right before the verb or
// joined to another such place: «Омская область и Монголия подписали».
func (f *agreementFinder) regionActs(m *mention, d *deed) bool {
	if !f.russian() || d == nil {
		return false
	}
	if m.start >= d.end && f.townAgent(m, d) {
		return true
	}
	if m.start >= d.end { // подписали | Омская область и Академия
		o := f.at(m.end + 1)
		return m.start == d.end && f.calledSo(m) && f.joins(m.end) && o != nil && o.entity >= 0 && o.start == m.end+1 && o.class == lang.OrgChunk && f.l.Has(m.end-1, f.p.know.lists.placeHead)
	}
	if m.start >= d.start || !f.namedFirst(m) {
		return false
	}
	end := f.behindIts(m)
	if d.start == end {
		return true
	}
	if f.l.Fold(end) == "и" || f.l.Rune(end) == ',' {
		o := f.at(end + 1)
		if o != nil && o.class == lang.OrgChunk && o.entity >= 0 && f.l.Has(m.end-1, f.p.know.lists.placeHead) { // Омская область и | Академия подписали
			return o.end == d.start || f.joins(o.end)
		}
		return o != nil && o.class == lang.PlaceChunk && o.entity >= 0 && (f.behindIts(o) == d.start || f.l.Fold(f.behindIts(o)) == "и") && f.namedFirst(o)
	}
	return false
}

// behindIts gives the token behind a place and the land that stands in brackets behind
// it: Исфана (Кыргызстан) | и.
func (f *agreementFinder) behindIts(m *mention) int {
	if o := f.at(m.end + 1); f.l.Rune(m.end) == '(' && o != nil && o.class == lang.PlaceChunk && f.l.Rune(o.end) == ')' {
		return o.end + 1
	}
	return m.end
}

// namedFirst reports whether a place stands in the nominative, as an adjective in
// «ая» or as it is called, and behind no preposition.
func (f *agreementFinder) namedFirst(m *mention) bool {
	if m.start > 0 && f.l.Is(m.start-1, lang.Lower) && !f.is(m.start-1, lang.DateChunk) && f.l.Fold(m.start-1) != "и" && !f.l.Plays(m.start-1, f.p.know.roles.placesNamed) {
		return false
	}
	return f.calledSo(m)
}

// calledSo reports whether a Russian place stands in the nominative, as an adjective in
// «ая» or as it is called.
func (f *agreementFinder) calledSo(m *mention) bool {
	name, first := f.p.doc.entities[m.entity].name, f.l.Slice(m.start, m.start+1)
	return strings.HasPrefix(name, first) && (strings.HasSuffix(first, "ая") || name == f.l.Slice(m.start, m.end))
}

// ofLetters reports whether a state stands right behind the letters of a part of its
// government, which act for it: «МИД Малави подписал».
func (f *agreementFinder) ofLetters(m *mention) bool {
	if !f.russian() || m.start == 0 || !f.l.Is(m.start-1, lang.Upper) {
		return false
	}
	o := f.at(m.start - 1)
	return o != nil && o.class == lang.OrgChunk && o.end == m.start && o.entity >= 0 && f.officeOfState(o.entity)
}

// stateHeaded gives the state for which a person signs who heads a part of its
// government that is called by letters: «глава МИД Малави Нэнси Тембо»; -1 elsewhere.
func (f *agreementFinder) stateHeaded(person int) int {
	for _, k := range f.p.mentionsOf(lang.PersonChunk) {
		m := &f.p.mens[k]
		if m.entity != person || m.start == 0 {
			continue
		}
		if o := f.at(m.start - 1); o != nil && o.end == m.start && f.lettersWithState(o) {
			return f.stateOfBody(o.entity)
		}
	}
	return -1
}

// headedHere reports whether letters for a part of a government only tell whom the
// person behind its state heads: «глава | МИД | Малави Нэнси Тембо».
func (f *agreementFinder) headedHere(m *mention) bool {
	return f.russian() && f.is(m.end, lang.PersonChunk) && f.lettersWithState(m)
}

// lettersWithState reports whether a body is a part of a government called by letters,
// with its state.
func (f *agreementFinder) lettersWithState(m *mention) bool {
	if m.class != lang.OrgChunk || m.entity < 0 || m.end < m.start+2 || !f.l.Is(m.start, lang.Upper) || !f.officeOfState(m.entity) {
		return false
	}
	st := f.stateOfBody(m.entity)
	return st >= 0 && f.isCountry(st)
}

// byLetters reports whether a state, or the letters before it, are told with another
// who acts: the letters themselves, or the person who heads what they stand for.
func (f *agreementFinder) byLetters(m *mention) bool {
	switch m.class {
	case lang.PlaceChunk:
		return f.ofLetters(m)
	case lang.OrgChunk:
		return f.headedHere(m)
	}
	return false
}

// shortBodyRU gives the only body named before that a Russian noun of bodies with a
// capital means at token i, where it acts alone or beside another: «Академия и Союз
// пчеловодов подписали» of the Academy of Sciences of Ghana; -1 where it means none.
func (f *agreementFinder) shortBodyRU(i int) int {
	if !f.russian() || !f.l.Is(i, lang.Cap) || f.at(i) != nil || !f.joins(i+1) && !f.finite(i+1) && !f.deedAt(i+1) {
		return -1
	}
	ch, ok := f.l.Chunk(i, f.p.know.lists.orgHead)
	if !ok || int(ch.End) != i+1 {
		return -1
	}
	w := f.l.Fold(i)
	if !slices.Contains(f.l.Entry(ch).Folded(), w) {
		return -1
	}
	meant := -1
	for _, k := range f.p.mentionsIn(lang.OrgChunk, 0, i) {
		m := &f.p.mens[k]
		if m.entity < 0 || m.entity == meant {
			continue
		}
		if name := f.p.doc.entities[m.entity].folded(); !strings.Contains(name, " ") || !f.headedBy(name, w) {
			continue
		}
		if meant >= 0 {
			return -1
		}
		meant = m.entity
	}
	return meant
}

// ofCounted reports whether a Russian place only says where bodies are that a number
// counts, which act and not their state: «два музея | Чили подписали договор».
func (f *agreementFinder) ofCounted(m *mention) bool {
	k := m.start - 1
	if k < 1 || f.at(k) != nil || !f.l.Is(k, lang.Lower) {
		return false
	}
	if w := f.l.Fold(k); !f.l.Has(k, f.p.know.lists.orgHead) && !strings.HasPrefix(w, "заведени") && !strings.HasPrefix(w, "учреждени") {
		return false
	}
	for k--; k > 0 && f.l.Is(k, lang.Lower) && f.adjectival(k); k-- {
	}
	n, ok := f.numeralAt(k)
	return ok && !n.ordinal && n.value > 1
}

// headedBy reports whether a folded Russian name begins with a noun or has it right behind the
// adjectives that it begins with: «межпарламентская ассамблея СНГ».
func (f *agreementFinder) headedBy(name, noun string) bool {
	for w := range strings.FieldsSeq(name) {
		if w == noun {
			return true
		}
		if !strings.HasSuffix(w, "ая") && !strings.HasSuffix(w, "ый") && !strings.HasSuffix(w, "ий") && !strings.HasSuffix(w, "ое") && !strings.HasSuffix(w, "ой") {
			return false
		}
	}
	return false
}

// regionByNoun gives the only region named before that its noun alone means at token i, where it
// acts beside a body: «область и | Университет Ясави подписали»; -1 elsewhere.
func (f *agreementFinder) regionByNoun(i int) int {
	if !f.russian() || !f.l.Is(i, lang.Lower) || !f.l.Has(i, f.p.know.lists.placeHead) || f.at(i) != nil || !f.joins(i+1) {
		return -1
	}
	if o := f.at(i + 2); o == nil || o.start != i+2 || o.class != lang.OrgChunk {
		return -1
	}
	noun, meant := f.l.Fold(i), -1
	for _, k := range f.p.mentionsIn(lang.PlaceChunk, 0, i) {
		m := &f.p.mens[k]
		if m.entity < 0 || m.entity == meant || !wordBegins(f.p.doc.entities[m.entity].folded(), noun) {
			continue
		}
		if meant >= 0 {
			return -1
		}
		meant = m.entity
	}
	return meant
}
