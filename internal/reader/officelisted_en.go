package reader

import (
	"strings"
	"time"

	"shanyraq/internal/lang"
)

// behindColon states the office of each of those whom English names behind a plural and a
// colon, with the place of each in brackets: "named two ambassadors: | X (Tokyo) and Y
// (Lima)", "three new judges: | A, B and C".
func (f *officeFinder) behindColon(i, end int, s lang.Sentence) {
	if end+1 >= s.Last || f.l.Rune(end) != ':' {
		return
	}
	k := end + 1
	for k < s.Last && f.l.Has(k, f.honor) {
		k++
	}
	first, ok := f.p.mentionAt(k, lang.PersonChunk)
	if !ok || first.entity < 0 {
		return
	}
	who, places := f.peopleWithPlaces(first, s)
	if len(who) < 2 {
		return
	}
	t := title{from: i, to: end, head: i, org: -1, place: -1}
	f.left(&t, max(s.First, i-8))
	before := t.from - 1
	for k := t.from; k < i; k++ {
		if f.l.Has(k, lang.NumberChunk) || f.l.Has(k, f.tenure) || f.l.Plays(k, f.p.know.roles.chooses) {
			before, t.from = min(before, k), k+1
		}
	}
	for ; before >= s.First && before > t.from-5 && t.tenure == ""; before-- {
		if f.l.Plays(before, f.p.know.roles.chooses) {
			t.tenure = "appointed"
		}
	}
	c, _ := f.l.Chunk(i, f.plural)
	name := f.l.Entry(c).Value
	if t.from < i {
		name = f.l.Slice(t.from, i) + " " + name
	}
	f.p.mention(lang.TitleChunk, t.from, t.to, -1)
	for n, e := range who {
		own := t
		own.place = places[n]
		f.add(name, own, e, s, "office.listed")
	}
}

// peopleWithPlaces gives the people of a list that begins with a mention, and the place
// that stands in brackets behind each, -1 for none.
func (f *officeFinder) peopleWithPlaces(m *mention, s lang.Sentence) (who, places []int) {
	for range longestList {
		i, place := m.end, -1
		if i+2 < s.Last && f.l.Rune(i) == '(' {
			for k := i + 1; k < s.Last && f.l.Rune(k) != ')'; k++ {
				if x, ok := f.p.mentionAt(k, lang.PlaceChunk); ok && place < 0 {
					place = x.entity
				}
				i = k + 2
			}
		}
		who, places = append(who, m.entity), append(places, place)
		join := i
		for i < s.Last && (f.l.Rune(i) == ',' || f.l.Rune(i) == ';' || f.l.Has(i, f.p.know.lists.numJoin)) {
			i++
		}
		next, ok := f.p.mentionAt(i, lang.PersonChunk)
		if !ok || i == join || next.entity < 0 {
			return who, places
		}
		m = next
	}
	return who, places
}

// curriculum states the office of a line of an English curriculum vitae, which opens with
// its years: "2015–2021: Deputy Director, Institute of Geophysics". The person is the
// only one that the text names.
func (f *officeFinder) curriculum(s lang.Sentence) {
	if f.plural == lang.NoClass || s.First == 0 || !f.l.Is(s.First, lang.Number) && !f.l.Is(s.First, lang.Cap) {
		return
	}
	m, k := f.yearsOpen(s)
	if m == nil || k >= s.Last || !f.l.Is(k, lang.Cap) {
		return
	}
	t := title{from: k, head: -1, org: -1, place: -1}
	for i := k; i < min(s.Last, k+5) && t.head < 0; i++ {
		if c, ok := f.l.Chunk(i, f.head); ok {
			t.head, t.to = i, int(c.End)
		} else if !f.l.Is(i, lang.Cap) && f.l.Rune(i) != '-' {
			return
		}
	}
	who, ok := f.onlyPerson()
	if t.head < 0 || !ok {
		return
	}
	end := t.to
	for end < s.Last && !strings.ContainsRune(",.;(", f.l.Rune(end)) && !f.l.Has(end, lang.OrgChunk) {
		if f.l.Has(end, f.aux) || f.l.Has(end, f.p.know.lists.pastWord) {
			return // 2015: Director Berg was
		}
		end++
	}
	t.to = end
	f.complement(&t, t.head, end)
	for i := end; i < s.Last && i < end+3 && t.org < 0; i++ {
		if x, ok := f.p.mentionAt(i, lang.OrgChunk); ok {
			t.org = x.entity
		}
	}
	last, known := m.date.Last()
	now, dated := f.p.doc.day.First()
	if known && dated && strings.Contains(m.date.String(), "/") && last.Before(now) {
		t.tenure = "former"
	}
	f.state(t, who, s, "office.curriculum")
}

// yearsOpen gives the years that open an English line and the token behind the mark that
// closes them; nil where there are none.
func (f *officeFinder) yearsOpen(s lang.Sentence) (*mention, int) {
	for i := s.First; i < min(s.Last, s.First+2); i++ {
		m, ok := f.p.mentionAt(i, lang.DateChunk)
		if !ok || m.date.IsZero() {
			continue
		}
		k := m.end
		if len(m.date.String()) == len(time.DateOnly) { // 13 November – the minister
			return nil, 0
		}
		if k+1 < s.Last && (f.l.Rune(k) == ':' || f.l.Rune(k) == ',' || isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued)) {
			return m, k + 1
		}
		return nil, 0
	}
	return nil, 0
}

// onlyPerson gives the one person that the text names.
func (f *officeFinder) onlyPerson() (int, bool) {
	who := -1
	for _, k := range f.p.mentionsIn(lang.PersonChunk, 0, len(f.l.Toks)) {
		if e := f.p.mens[k].entity; e >= 0 && e != who {
			if who >= 0 {
				return -1, false
			}
			who = e
		}
	}
	return who, who >= 0
}

// signature states the office of an English line that holds nothing but a title, below a
// line that holds nothing but a name, as letters and title pages are signed: "Senator
// the Hon. X / Minister for Finance".
func (f *officeFinder) signature(s lang.Sentence) {
	if f.plural == lang.NoClass || s.First == 0 || s.Last-s.First > longestSignature || !f.l.Toks[s.First].Break && !f.l.Toks[s.First].Para || !f.l.Is(s.First, lang.Cap) {
		return
	}
	t := title{from: s.First, head: -1, org: -1, place: -1}
	end := s.Last
	for i := s.First; i < s.Last; i++ {
		if c, ok := f.l.Chunk(i, f.head); ok && t.head < 0 && i < s.First+5 {
			t.head, t.to = i, int(c.End)
		}
		switch r := f.l.Rune(i); {
		case r == ',' && t.head >= 0:
			end = min(end, i)
		case r == '.' && i == s.Last-1:
			end = min(end, i)
		case f.l.Has(i, lang.PersonChunk) || !f.l.Is(i, lang.Cap) && !f.l.Has(i, f.link) && !f.l.Has(i, f.article) && !f.l.Plays(i, f.p.know.roles.and) && r != '-' && r != '&':
			return
		}
	}
	who := f.nameLine(f.p.sentenceIndex(s.First) - 1)
	if t.head < 0 || who < 0 {
		return
	}
	t.to = end
	f.complement(&t, t.head, end)
	if x, ok := f.p.mentionAt(end+1, lang.OrgChunk); ok && t.org < 0 && end < s.Last {
		t.org = x.entity
	}
	f.state(t, who, s, "office.signature")
}

// longestSignature is the most tokens a line with a title below a name has.
const longestSignature = 14

// nameLine gives the one person whom a sentence names and nothing else, titles and forms
// of address aside; -1 where it holds more.
func (f *officeFinder) nameLine(k int) int {
	if k < 0 {
		return -1
	}
	s := f.p.sents[k]
	for i := s.First; i < s.Last && i < s.First+6; i++ {
		if m, ok := f.p.mentionAt(i, lang.PersonChunk); ok {
			if m.end < s.Last && !(m.end+1 == s.Last && f.l.Rune(m.end) == ',') {
				return -1
			}
			return m.entity
		}
		if !f.l.Has(i, f.head) && !f.l.Has(i, f.honor) && !f.l.Has(i, f.article) && f.l.Rune(i) != '.' {
			return -1
		}
	}
	return -1
}
