package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// bind ties each Russian participle in its full form to the instrument it
// qualifies: the one right before its comma («заменит соглашение, подписанное в
// 2009 году»), else the next one behind it («подписанное в 2009 году
// соглашение»). It says nothing of the other instruments of the sentence.
func (f *agreementFinder) bind() {
	f.chained = false
	if f.headLast {
		f.bindLast()
	}
	if !f.russian() || len(f.insts) < 2 {
		return
	}
	behind := 0
	for i := range f.insts {
		if f.withBefore(&f.insts[i]) >= 0 {
			behind++
		}
	}
	f.chained = behind > 1
	for k := range f.deeds {
		d := &f.deeds[k]
		if !f.p.know.endings.participleEnd.end(f.l.Fold(d.start), 4) {
			continue
		}
		for i := range f.insts {
			ph := &f.insts[i]
			if f.l.Rune(d.start-1) == ',' {
				if ph.to <= d.start-1 && d.start-1-ph.to <= 6 {
					d.bound = ph.from + 1
				}
				continue
			}
			if ph.head >= d.end && ph.head-d.end <= 8 && !f.commaBetween(d.end, ph.head) {
				d.bound = ph.from + 1
				break
			}
		}
	}
}

// clauseAt reports whether a comma at token i begins another Russian clause:
// «подписали соглашение, а 12 октября обменялись грамотами».
func (g *ground) clauseAt(i int) bool {
	if !g.russian() || g.l.Rune(i) != ',' {
		return false
	}
	switch g.p.foldAt(i + 1) {
	case "но", "однако":
		return true
	case "а":
		return !g.namesAlso(i)
	}
	return false
}

// namesAlso reports whether the Russian comma at token i goes on with «а также» and one more
// who acts in the same clause: «Кения, | а также правительство Чада подписали», but not
// «ратифицировала договор, | а также одобрила бюджет».
func (g *ground) namesAlso(i int) bool {
	if g.p.foldAt(i+2) != "также" {
		return false
	}
	k := i + 3
	for k < i+3+alsoReach && g.l.Is(k, lang.Lower) && g.at(k) == nil && !g.l.Has(k, g.in) && !g.l.Has(k, g.p.know.lists.pastShort) && !g.p.know.endings.finitePast.end(g.l.Fold(k), 3) {
		k++
	}
	m := g.at(k)
	return m != nil && m.start == k && m.class != lang.DateChunk
}

// alsoReach is how many words of an office or a common noun may stand before a name behind
// «а также».
const alsoReach = 4

// instrumentalPlace reports whether a Russian place stands in the instrumental,
// which looks like an adjective: «с Кубой».
func (g *ground) instrumentalPlace(m *mention) bool {
	if !g.russian() || m.entity < 0 || m.end != m.start+1 {
		return false
	}
	w, name := g.l.Fold(m.start), lang.Fold(g.p.doc.entities[m.entity].name)
	if strings.HasSuffix(w, "ом") || strings.HasSuffix(w, "ем") { // с Ираном, с Китаем
		return w[:len(w)-4] == name || strings.HasSuffix(name, "й")
	}
	if !strings.HasSuffix(w, "ой") && !strings.HasSuffix(w, "ей") {
		return false
	}
	last := lastRune(name)
	return last == 'а' || last == 'я'
}

// ofBound reports whether a date stands beside a participle that is tied to
// another instrument.
func (f *agreementFinder) ofBound(m *mention, ph *phrase) bool {
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.bound > 0 && d.bound != ph.from+1 && gap(m.start, m.end, d.start, d.end) <= 2 {
			return true
		}
	}
	return false
}

// exchanged reports whether a Russian instrument is what was exchanged, in the
// instrumental: «обменялись меморандумами», but not «нотами о продлении
// соглашения».
func (f *agreementFinder) exchanged(ph *phrase) bool {
	w := f.l.Fold(ph.head)
	return strings.HasSuffix(w, "ами") || strings.HasSuffix(w, "ями")
}

// withBefore gives the party that stands right before a Russian instrument in a
// chain: «заключил с Кубой соглашение, с Монголией – меморандум»; -1 where none
// does.
func (f *agreementFinder) withBefore(ph *phrase) int {
	if !f.russian() {
		return -1
	}
	k := ph.from - 1
	if isDash(f.l.Rune(k)) {
		k--
	}
	if k >= 0 && f.deedAt(k) && f.l.Is(k, lang.Lower) { // с Арменией подпишет договор
		k--
	}
	m := f.at(k)
	if m == nil || m.entity < 0 || m.class != lang.PlaceChunk && m.class != lang.OrgChunk || !f.l.Has(m.start-1, f.p.know.lists.partyWith) {
		return -1
	}
	return m.entity
}

// clauseOf gives the Russian clause of a sentence that holds an instrument and
// its verb, where another begins behind ", а": «стороны подписали протокол, а
// банки заключили договор»; the sentence elsewhere.
func (f *agreementFinder) clauseOf(ph *phrase, d *deed, s lang.Sentence) lang.Sentence {
	if !f.russian() {
		return s
	}
	for k := min(ph.from, d.start) - 1; k > s.First; k-- {
		if f.clauseAt(k) {
			s.First = k + 1
			break
		}
	}
	for k := max(ph.to, d.end); k+1 < s.Last; k++ {
		if f.clauseAt(k) {
			s.Last = k
			break
		}
	}
	return s
}

// behindItsClause reports whether a Russian place stands behind the clause between commas
// in which a participle tells what became of an instrument: «соглашение, подписанное в 2019
// году, расширило вывоз чая | в Японию».
func (f *agreementFinder) behindItsClause(m *mention, ph *phrase, d *deed) bool {
	if m.start < d.end || ph.to > d.start-1 || f.l.Rune(d.start-1) != ',' || !f.commaBetween(d.end, m.start) {
		return false
	}
	w := f.l.Fold(d.start)
	return f.p.know.endings.participleEnd.end(w, 4) || strings.HasSuffix(w, "тый") || strings.HasSuffix(w, "тая") || strings.HasSuffix(w, "тое") || strings.HasSuffix(w, "тые")
}

// longPast reports whether a date lies more than two months before the
// publication: nothing that is still planned was to be then.
func (f *agreementFinder) longPast(d value.Date) bool {
	if f.p.doc.opt.Published.IsZero() {
		return false
	}
	_, hi := d.Bounds()
	day, _ := f.p.doc.opt.Published.Bounds()
	return day-hi > 60
}

// onYears reports whether a Russian date says for which years or part of one something
// holds: «план на 2027 год», «программа на 2026–2028 годы», «план на второй квартал».
func (f *agreementFinder) onYears(m *mention) bool {
	v := m.date.String()
	return f.russian() && f.p.foldAt(m.start-1) == "на" && (len(v) == 4 || len(v) == 9 && v[4] == '/' || partOfYear(v))
}

// partOfYear reports whether a date in EDTF is a quarter or a half of a year.
func partOfYear(v string) bool { return len(v) == 7 && v[4] == '-' && v[5] >= '3' }

// documentNumber gives the token behind the number of a Russian document that
// stands at token i: «резолюция 2810», «указ № 12»; i where none does, or where
// the number counts something.
func (g *ground) documentNumber(i int, ph *phrase, s lang.Sentence) int {
	if !g.russian() || ph.entry == nil || ph.entry.Class != g.p.know.lists.instrumentNoun || i >= s.Last || g.at(i) != nil {
		return i
	}
	k := i
	if g.l.Rune(k) == '№' {
		k++
	}
	if k >= s.Last || !g.l.Is(k, lang.Number) {
		return i
	}
	k++
	for k+1 < s.Last && g.l.Is(k, lang.Glued) && (g.l.Rune(k) == '-' || g.l.Rune(k) == '/') {
		k += 2
	}
	if k == i+1 && k < s.Last && g.l.Is(k, lang.Word) && !g.l.Has(k, g.topic) && !g.l.Has(k, g.npstop) { // план 40 школ
		return i
	}
	return k
}

// datedBefore gives the token of the topic behind the day of a Russian document
// that stands at token i: «от 5 мая 2024 года о …»; i where no day and topic do.
func (g *ground) datedBefore(i int, s lang.Sentence) int {
	if !g.russian() || i+2 >= s.Last || g.l.Fold(i) != "от" {
		return i
	}
	m := g.at(i + 1)
	if m == nil || m.class != lang.DateChunk || m.end >= s.Last || !g.l.Has(m.end, g.topic) || !strings.HasPrefix(g.l.Fold(m.end), "о") {
		return i
	}
	return m.end
}

// saidClause narrows the tokens [from, to) in which those who act on a Russian
// instrument are sought to what is said of it: who says so («сообщила, что
// стороны подписали …», «…, сообщил министр») acts on nothing.
func (f *agreementFinder) saidClause(from, to int, ph *phrase, d *deed) (int, int) {
	if !f.russian() {
		return from, to
	}
	say := f.p.know.lists.sayVerb
	first, last := min(ph.from, d.start), max(ph.to, d.end)
	for k := first - 1; k > from; k-- {
		if f.l.Fold(k) != "что" || f.l.Rune(k-1) != ',' {
			continue
		}
		for i := k - 2; i >= from && i > k-12; i-- {
			if f.l.Has(i, say) {
				return k + 1, to
			}
		}
	}
	if k := f.toldBy(from, first); k > from {
		from = k
	}
	for k := last; k+1 < to; k++ {
		if f.l.Rune(k) == ',' && f.l.Plays(k+1, f.p.know.roles.clauseOf) { // «…, когда делегация посетит Эфиопию»
			return from, k
		}
		if f.l.Rune(k) == ',' || isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued) {
			if f.l.Has(k+1, say) || f.p.foldAt(k+1) == "как" && f.l.Has(k+2, say) {
				return from, k
			}
		}
	}
	return from, to
}

// toldBy gives the token behind who tells of what a Russian sentence says, where it
// opens with them: «По словам министра X, …», «Как сообщила пресс-служба, …»; 0
// elsewhere.
func (f *agreementFinder) toldBy(from, to int) int {
	if f.l.Plays(from+1, f.p.know.roles.accordingTo) && f.l.Fold(from) == "по" || f.l.Fold(from) == "как" && f.l.Has(from+1, f.p.know.lists.sayVerb) {
		for k := from + 2; k < to && k < from+16; k++ {
			if f.l.Rune(k) == ',' {
				return k + 1
			}
		}
	}
	return 0
}

// sourceReach is how many tokens the clause of who tells, at the end of a Russian sentence,
// may have.
const sourceReach = 24

// beforeSource gives a Russian sentence without the clause at its end that only says who
// tells of it, which stands behind the instrument and what is done with it: «A и B подписали
// договор, | сообщает агентство «Нур»».
func (f *agreementFinder) beforeSource(ph *phrase, d *deed, s lang.Sentence) lang.Sentence {
	if !f.russian() {
		return s
	}
	from := ph.to
	if d != nil {
		from = max(from, d.end)
	}
	for k := s.Last - 2; k >= from && k > s.Last-sourceReach; k-- {
		if w := f.l.Fold(k); w == "что" || w == "который" || w == "которая" {
			return s
		}
		at := k + 1
		if isDash(f.l.Rune(at)) || f.l.Fold(at) == "как" {
			at++
		}
		if f.l.Rune(k) == ',' && f.l.Has(at, f.p.know.lists.sayVerb) {
			s.Last = k
			return s
		}
	}
	return s
}

// nominativeName reports whether a word is the nominative of a place in -а or
// -я, where the genitive would end otherwise: «соглашение о транзите газа
// Россия подписала».
func nominativeName(w, name string) bool {
	last, _ := utf8.DecodeLastRuneInString(w)
	return (last == 'а' || last == 'я') && w == name && !strings.ContainsAny(w, "- ")
}

// foldAt gives the folded word at token i, "" beyond the ends of the text.
func (p *part) foldAt(i int) string {
	if i < 0 || i >= len(p.lat.Toks) {
		return ""
	}
	return p.lat.Fold(i)
}
