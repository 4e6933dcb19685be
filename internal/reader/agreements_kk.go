package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// participleBefore gives the verb that stands as a participle right before an
// instrument and tells what was done with it: «2016 жылы Ташкентте қол
// қойылған келісім»; nil where there is none. Only where heads stand last.
func (f *agreementFinder) participleBefore(ph *phrase) *deed {
	if !f.headLast {
		return nil
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.mood != "done" || d.end != ph.from && d.bound != ph.from+1 {
			continue
		}
		if f.attributeKK(d.end - 1) {
			return d
		}
	}
	return nil
}

// bindLast ties each Kazakh participle that qualifies an instrument behind it to that
// one, of which alone it speaks: «1998 жылы қол қойылған | достық туралы шарт пен 2013
// жылы қол қойылған | сауда туралы шарт». One whose object stands right before it
// speaks of that object: «шартқа қол қойған Перу келісімді бекітті».
func (f *agreementFinder) bindLast() {
	f.colonKK()
	if len(f.insts) < 2 {
		return
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.mood != "done" || !f.attributeKK(d.end-1) {
			continue
		}
		for i := range f.insts {
			ph := &f.insts[i]
			if ph.to == d.start {
				break
			}
			if ph.head >= d.end {
				if f.onlyNames(d.end, ph.from) {
					d.bound = ph.from + 1
				}
				break
			}
		}
	}
}

// attributeKK reports whether a Kazakh word is a participle of the past in the form in
// which it stands before what it qualifies: қойылған, бекітілген.
func (f *agreementFinder) attributeKK(k int) bool {
	w := f.l.Fold(k)
	return strings.HasSuffix(w, "ған") || strings.HasSuffix(w, "ген") || strings.HasSuffix(w, "қан") || strings.HasSuffix(w, "кен")
}

// onlyNames reports whether among the tokens from one on before another there are only
// states, bodies, a number of them and what joins them, the owners of an instrument behind: «қол қойылған |
// Перу мен Чилидің | шарты».
func (f *agreementFinder) onlyNames(from, to int) bool {
	const ownersLong = 14
	for i := from; i < to; i++ {
		if i == to-1 && f.l.Has(i, f.p.know.lists.partyBetween) { // Латвия мен Эстония арасындағы
			continue
		}
		if f.isNumeral(i) || f.isNumeral(i-1) { // бес мемлекет пен Қытайдың
			continue
		}
		if m := f.at(i); !f.joins(i) && (m == nil || m.class != lang.PlaceChunk && m.class != lang.OrgChunk && m.class != lang.DateChunk) {
			return false
		}
	}
	return to-from <= ownersLong
}

// byParticiple chooses between the verb of a sentence and the participle
// before an instrument: what was signed or adopted says more than what is
// said or done with it now, unless that is signing or ratifying.
func (f *agreementFinder) byParticiple(d, p *deed) *deed {
	if p == nil {
		return d
	}
	v, _ := f.verbOf(p)
	if v[0] != "signed" && v[0] != "adopted" {
		return d
	}
	if d == nil {
		return p
	}
	now, _ := f.verbOf(d)
	if d.mood == "done" && now[0] != "planned" && now[0] != "" {
		return d
	}
	return p
}

// commonBody gives the body named before that a common noun without a case
// means at token i, the one named last: «министрлік пен банк» of the Ministry
// of Transport and the Development Bank. Only where heads stand last.
func (f *agreementFinder) commonBody(i int) (int, bool) {
	ch, ok := f.l.Chunk(i, f.p.know.lists.orgHead)
	told := f.headLast && f.l.Plays(i, f.p.know.roles.ofBody) // басқарма
	if !f.headLast || !told && (!ok || int(ch.End) != i+1) || i > f.p.sentenceOf(i).First && f.l.Is(i, lang.Cap) && (f.at(i) != nil || !f.joins(i+1)) {
		return 0, false
	}
	w := f.l.Fold(i)
	if strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "і") {
		return f.tailOfBody(i)
	}
	if !told && !slices.Contains(f.l.Entry(ch).Forms, w) {
		return 0, false
	}
	if k := i + 1; k < len(f.l.Toks) && f.l.Is(k, lang.Lower) && f.l.Has(k, f.p.know.lists.orgHead) && f.p.ownedForm(k) {
		return 0, false // архив | агенттіктері
	}
	if i > 0 && f.countedKK(i-1) > 1 {
		return 0, false // екі | университет
	}
	_, n := utf8.DecodeLastRuneInString(w)
	stem := w[:len(w)-n] // министрлік, министрлігі
	for _, k := range slices.Backward(f.p.mentionsIn(lang.OrgChunk, 0, i)) {
		m := &f.p.mens[k]
		if m.entity < 0 {
			continue
		}
		name := lang.Fold(f.p.doc.entities[m.entity].name)
		last := name[strings.LastIndexByte(name, ' ')+1:]
		if strings.HasPrefix(last, stem) && len(last) <= len(w)+4 && last != name {
			return f.firstOfPair(m.entity, i), true
		}
	}
	return 0, false
}

// tailOfBody gives the only body named before token i whose Kazakh name ends with the
// noun there and the word in small letters before it: «өнер музейі», «қалалық кеңесі».
func (f *agreementFinder) tailOfBody(i int) (int, bool) {
	if i == 0 || !f.l.Is(i-1, lang.Lower) || f.at(i) != nil || f.at(i-1) != nil || f.l.Has(i-1, f.topic) {
		return 0, false
	}
	tail, only := " "+f.l.Fold(i-1)+" "+f.l.Fold(i), -1
	for _, k := range f.p.mentionsIn(lang.OrgChunk, 0, i) {
		e := f.p.mens[k].entity
		if e < 0 || e == only || !strings.HasSuffix(f.p.doc.entities[e].folded(), tail) {
			continue
		}
		if only >= 0 {
			return 0, false
		}
		only = e
	}
	return only, only >= 0
}

// pairJust gives the two bodies that a conjunction joins in the sentence right
// before one that opens with «Тараптар» or tells of their heads by the plural: «А мен Ә
// басшылары бас қосты. Тараптар хаттамаға қол қойды», «… ректорлар қол қойды». None where there are more or fewer.
func (f *agreementFinder) pairJust(s lang.Sentence, sides bool, have int) []int {
	if !f.headLast || have > 0 || s.First == 0 {
		return nil
	}
	told := sides && strings.HasPrefix(f.l.Fold(s.First), "тараптар")
	told = told || f.agreedBefore(s)
	for i := s.First; i < s.Last && !told; i++ {
		told = f.at(i) == nil && f.l.Plays(i, f.p.know.roles.heads)
	}
	if !told {
		return nil
	}
	before := f.p.sentenceOf(s.First - 1)
	var found []int
	joined := false
	for _, k := range f.p.mentionsIn(lang.OrgChunk, before.First, before.Last) {
		m := &f.p.mens[k]
		if m.entity < 0 || slices.Contains(found, m.entity) {
			continue
		}
		for i := m.end; i < before.Last && i < m.end+4 && f.at(i) == nil; i++ { // «А» мен ресейлік «Ә»
			joined = joined || f.joins(i)
		}
		found = append(found, m.entity)
	}
	if !joined || len(found) != 2 {
		return nil
	}
	return found
}

// onlyMade reports whether a Kazakh paper that binds nobody by its noun alone was
// made, and neither signed nor adopted: «Министр мәлімдеме жасады».
func (f *agreementFinder) onlyMade(ph *phrase, d *deed) bool {
	return f.headLast && ph.has("loose") && f.l.Plays(d.start, f.p.know.roles.madeIt)
}

// noPaperKK reports whether a Kazakh noun for an instrument names no paper: «келісім»
// that is peace among people, told by its adjective or beside another such good
// («қоғамдық келісім», «келісім мен бірлік»), a programme that is shown on a stage, and an
// adjective made of a paper («стратегиялық торап»).
func (f *agreementFinder) noPaperKK(ph *phrase) bool {
	k := ph.head
	if !f.headLast || k == 0 {
		return false
	}
	if w := f.l.Fold(ph.headEnd - 1); relationalKK(w) && !relationalKK(lang.Fold(firstForm(ph.entry))) {
		return true // стратегиялық торап
	}
	r := &f.p.know.roles
	switch w := f.l.Fold(k); {
	case strings.HasPrefix(w, "хаттама") || strings.HasPrefix(w, "протокол"):
		return f.l.Plays(k-1, r.recordOf)
	case strings.HasPrefix(w, "бағдарлама"):
		return f.l.Plays(k-1, r.shownOf)
	case strings.HasPrefix(w, "келісім") && !strings.HasPrefix(w, "келісімш") && !strings.HasPrefix(w, "келісімх"):
		return f.consentKK(ph) || f.l.Plays(k-1, r.concordOf) || k > 1 && (f.joins(k-1) || f.l.Rune(k-1) == ',') && f.l.Plays(k-2, r.concordWith) || k+2 < len(f.l.Toks) && f.joins(k+1) && f.l.Plays(k+2, r.concordWith)
	}
	return false
}

// colonKK turns a Kazakh verb before a colon to the instrument before it where the sentence
// names none behind the colon: «заңды | қабылдады: 19 депутат қолдады», but «мына құжаттарға |
// қол қойылды: шарт, хаттама».
func (f *agreementFinder) colonKK() {
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.rule.Name != "agreement.following" || len(f.insts) == 0 || f.insts[0].to > d.start {
			continue
		}
		colon := d.end
		if f.l.Rune(colon-1) == ':' {
			colon--
		}
		last := &f.insts[len(f.insts)-1]
		if last.from < d.start && (f.l.Is(colon+1, lang.Word) || f.l.Is(colon+1, lang.Number)) {
			d.side = "left"
		}
	}
}
