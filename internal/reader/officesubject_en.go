package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// chosenAs gives an English title before a name the tenure of one who has just been
// chosen for it: "the council elected as its | chair X".
func (f *officeFinder) chosenAs(t *title, first int) {
	if f.p.know.russian && t.tenure == "" && f.chosenRU(t, first) {
		t.tenure = "appointed"
	}
	if f.plural == lang.NoClass || t.tenure != "" {
		return
	}
	k := t.from - 1
	for k > first && (f.l.Has(k, f.article) || f.l.Has(k, f.poss)) {
		k--
	}
	if k > first && f.l.Plays(k, f.p.know.roles.as) && f.l.Plays(k-1, f.p.know.roles.chooses) {
		t.tenure = "appointed"
	}
}

// ofSubject gives an English title behind "its" the body that its sentence is about:
// "the bank appointed X as its | director", "the council elected as its | chair X".
func (f *officeFinder) ofSubject(t *title, s lang.Sentence) bool {
	if f.plural == lang.NoClass || t.org >= 0 || t.from <= s.First {
		return false
	}
	from := f.behindTenure(t.from, s.First)
	if from <= s.First || !f.l.Plays(from-1, f.p.know.roles.itsWhose) {
		return false
	}
	for k := s.First; k < from-1; k++ {
		if m, ok := f.p.mentionAt(k, lang.OrgChunk); ok {
			t.org = m.entity
			return true
		}
		if f.l.Has(k, lang.PersonChunk) {
			break
		}
		if k > s.First && f.l.Has(k-1, f.article) && f.l.Has(k, f.p.know.lists.orgHead) {
			t.org = f.bodyNamed(k)
			return t.org >= 0
		}
	}
	return false
}

// subjectOf gives the person whom an English pronoun at token i goes on telling of:
// who opens its sentence where a semicolon parts the two ("X was elected mayor; until now
// she has been | director of Z"), else who opens the sentence before it in the paragraph,
// whoever else is named there, or before a sentence that opens with the same pronoun ("X
// studied under Y. He is | director of Z").
func (f *officeFinder) subjectOf(i int, gender byte) (int, bool) {
	if f.plural == lang.NoClass || gender == 0 {
		return 0, false
	}
	k := f.p.sentenceIndex(i)
	for j := i - 1; j > f.p.sents[k].First; j-- {
		if f.l.Rune(j) == ';' {
			return f.opener(f.p.sents[k], gender)
		}
	}
	for ; k > 0 && !f.l.Toks[f.p.sents[k].First].Para; k-- {
		s := f.p.sents[k-1]
		if f.l.Plays(s.First, f.p.know.roles.heShe) && f.p.genderSaid(s.First, -1) == gender {
			continue
		}
		return f.opener(s, gender)
	}
	return 0, false
}

// opener gives the person whose name, with a title before it at most, opens an English
// sentence, if that may be of a gender.
func (f *officeFinder) opener(s lang.Sentence, gender byte) (int, bool) {
	for j := s.First; j < min(s.Last, s.First+8); j++ {
		if m, ok := f.p.mentionAt(j, lang.PersonChunk); ok {
			if m.entity < 0 || m.end < s.Last && f.possessive(m.end+1) {
				return 0, false
			}
			g := f.p.doc.entities[m.entity].gender
			return m.entity, g == 0 || g == gender
		}
		if t := &f.l.Toks[j]; !t.Is(lang.Cap) && !f.l.Has(j, f.honor) && !f.l.Has(j, f.link) && f.l.Rune(j) != '.' && f.l.Rune(j) != '-' {
			return 0, false
		}
	}
	return 0, false
}

// behindTenure gives the token at which the words begin that tell when an English office
// is held, before the title at token i: its | former president.
func (f *officeFinder) behindTenure(i, first int) int {
	if f.plural == lang.NoClass || i <= first {
		return i
	}
	if _, start, ok := f.tenureEnding(i-1, first); ok {
		return start
	}
	return i
}

// heldFromTo tells that an English office in apposition is held no more, by the years
// behind it: "X, clerk of the House | from 1987 to 1994, died".
func (f *officeFinder) heldFromTo(t *title, s lang.Sentence) {
	if f.plural == lang.NoClass || t.tenure != "" {
		return
	}
	for i := t.to; i < s.Last && i < t.to+heldReach && !strings.ContainsRune(",.;", f.l.Rune(i)); i++ {
		m, ok := f.p.mentionAt(i, lang.DateChunk)
		if !ok {
			continue
		}
		last, known := m.date.Last()
		now, dated := f.p.doc.day.First()
		if strings.Contains(m.date.String(), "/") && known && dated && last.Before(now) {
			t.tenure = "former"
		}
		return
	}
}

// heldReach is how many tokens the body of an office may take before its years.
const heldReach = 10

// parishOf reports whether an English name at token i is that of a place which an office
// is held in: "X, parish priest of | San Martín, has been named".
func (f *officeFinder) parishOf(i int, s lang.Sentence) bool {
	if f.plural == lang.NoClass || i < s.First+2 || !f.l.Has(i-1, f.p.know.lists.of) {
		return false
	}
	_, ok := f.headEnding(i-2, s.First)
	return ok
}
