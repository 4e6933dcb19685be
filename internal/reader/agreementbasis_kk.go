package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// restsOnKK reports whether a Kazakh instrument is only what another deed rests on,
// whose verb stands behind it: «бағдарлама бойынша | келісімге қол қойды» signs no
// programme. What is approved stands in no dative either: «бюджетке | жарна мөлшерін бекітті».
func (f *agreementFinder) restsOnKK(ph *phrase, d *deed) bool {
	return f.headLast && d.start >= ph.to && (f.isBasis(ph) || strings.HasPrefix(d.value, "adopted") && f.dativeKK(ph.headEnd-1))
}

// dayOfBasisKK reports whether a date is that of an instrument on which the phrase
// rests: «2019 жылғы келісім аясында | несие туралы шарт жасасты».
func (f *agreementFinder) dayOfBasisKK(m *mention, ph *phrase) bool {
	if !f.headLast {
		return false
	}
	for k := range f.insts {
		o := &f.insts[k]
		if o.from == ph.from || m.end > o.head || o.from-m.end > 3 || o.to > ph.head || !f.isBasis(o) {
			continue
		}
		if p := f.participleBefore(o); p != nil && m.end <= p.start || o.from-m.end <= 1 && f.attributiveDate(m) {
			return true
		}
	}
	return false
}

// townLowKK reports whether a noun for towns and districts stands at token i in a case
// that says where: «Брно | қаласындағы».
func (f *agreementFinder) townLowKK(i int) bool {
	return i < len(f.l.Toks) && f.l.Has(i, f.p.know.lists.placeLow) && f.slot(i, "poss3 loc", "poss3 abl", "poss3 dat", "poss3 loc attr", "loc", "attr")
}

// withAheadKK gives the state or body in the instrumental right before a Kazakh
// instrument, up to two small words between them: «Моңғолиямен достық туралы шарт»;
// -1 where none stands there.
func (f *agreementFinder) withAheadKK(ph *phrase) int {
	first := f.p.sentenceOf(ph.from).First
	for k, n := ph.from-1, 0; k >= first && n < 3; k, n = k-1, n+1 {
		m := f.at(k)
		if m == nil {
			if !f.l.Is(k, lang.Lower) || f.joins(k) || f.deedAt(k) || f.l.Has(k, f.noun) {
				return -1
			}
			continue
		}
		if m.entity < 0 || m.class != lang.OrgChunk && (m.class != lang.PlaceChunk || !f.isCountry(m.entity) && !f.amongTowns(ph) && !f.ruledTown(m)) || !f.slot(m.end-1, "ins") && !f.headWithKK(m) {
			return -1
		}
		return m.entity
	}
	return -1
}

// headWithKK reports whether the head or the delegation of a place or body, of whom nobody is
// named, stands behind it in the instrumental: Абай қорының | төрағасымен.
func (f *agreementFinder) headWithKK(m *mention) bool {
	for k := m.end; k < m.end+3 && k < len(f.l.Toks) && f.l.Is(k, lang.Lower); k++ {
		if f.slot(k, "poss3 ins") && (f.l.Has(k, f.officenoun) || f.l.Plays(k, f.p.know.roles.ownSide) || f.l.Plays(k, f.p.know.roles.townHead)) {
			return !f.is(k+1, lang.PersonChunk)
		}
	}
	return false
}

// notThereKK reports whether a Kazakh place says to whom something goes or where somebody
// is at home, and not where a paper was made: «Непалға | грант беру туралы келісім»,
// «Алтайдағы | аңшылар одағы келісім жасасты», but «Ригаға барып қол қойды».
func (f *agreementFinder) notThereKK(m *mention) bool {
	if !f.headLast {
		return false
	}
	if f.slot(m.end-1, "dat") && !f.slot(m.end-1, "loc") {
		for k := m.end; k < m.end+4 && k < len(f.l.Toks) && f.l.Is(k, lang.Word); k++ {
			if f.l.Has(k, f.p.know.lists.eventNoun) || f.l.Plays(k, f.p.know.roles.cameThere) {
				return false
			}
		}
		return true
	}
	for k := m.end; attributiveKK(f.l.Fold(m.end-1)) && k < m.end+6 && k < len(f.l.Toks) && f.l.Is(k, lang.Word); k++ {
		if f.l.Has(k, f.p.know.lists.eventNoun) {
			return false
		}
		if f.l.Has(k, f.p.know.lists.orgHead) || f.l.Has(k, f.officenoun) {
			return true
		}
	}
	return false
}

// inTitleKK reports whether a Kazakh mention is part of a title that the words behind the
// closing mark tell to be one: «„Егер Перу …“ | атты келісім».
func (f *agreementFinder) inTitleKK(m *mention) bool {
	const titleLong = 12
	if !f.headLast {
		return false
	}
	for k := m.end; k < m.end+titleLong && k+1 < len(f.l.Toks); k++ {
		switch r := f.l.Rune(k); {
		case r == '«' || r == '“' || r == '„':
			return false
		case r == '»' || r == '”':
			return f.l.Plays(k+1, f.p.know.roles.calledSo)
		}
	}
	return false
}

// ofOwnerKK reports whether a Kazakh state or body belongs to the title of a person in the
// genitive, who owns what follows and does not act: «Перу Президенті | Ривераның сапары
// барысында банк келісім жасасты».
func (f *agreementFinder) ofOwnerKK(m *mention) bool {
	if !f.headLast || m.class != lang.PlaceChunk && m.class != lang.OrgChunk {
		return false
	}
	c, ok := f.l.Chunk(m.end, f.officenoun)
	if !ok {
		return false
	}
	o := f.at(int(c.End))
	return o != nil && o.class == lang.PersonChunk && f.slot(o.end-1, "gen")
}

// framedByKK reports whether a Kazakh sentence opens with a place, before or behind a day, and
// somebody named follows right away, so that all that is told before token to and there
// happens in it however many words name who acts: «23 сәуірде Ослода | Тарту университетінің
// ректоры Оле Брукк мен … қол қойды».
func (g *ground) framedByKK(m *mention, to int, s lang.Sentence) bool {
	if !g.headLast || m.end > to || attributiveKK(g.l.Fold(m.end-1)) {
		return false
	}
	k := s.First
	for k < s.Last && k < m.start && g.is(k, lang.DateChunk) {
		k = max(k+1, g.at(k).end)
	}
	if k != m.start {
		return false
	}
	k = m.end
	if k < s.Last && g.l.Has(k, g.p.know.lists.placeLow) && g.l.Is(k, lang.Lower) && !attributiveKK(g.l.Fold(k)) {
		k++ // Ташкент | қаласында
	}
	for k < s.Last && g.is(k, lang.DateChunk) {
		k = max(k+1, g.at(k).end)
	}
	return k < s.Last && g.at(k) != nil && (g.l.Is(k, lang.Cap) || isQuote(g.l.Rune(k)))
}

// whereTheyMetKK gives the one place of the sentence before a Kazakh one that opens with the
// talks that sentence tells of, "" where none is: «Бүгін Ригада министрлер кездесті. Кездесу
// соңында | тараптар меморандумға қол қойды».
func (f *agreementFinder) whereTheyMetKK(d *deed, s lang.Sentence) string {
	if d.mood != "done" || !f.headLast {
		return ""
	}
	if !f.talksOpenKK(s) {
		return f.whereOfTalksKK(d, s)
	}
	before := f.p.sentenceOf(s.First - 1)
	if f.stillToComeKK(before) {
		return "" // Комитет Женевада тыңдайды
	}
	for k := before.First; k < before.Last; k++ {
		if w := f.l.Fold(k); strings.HasSuffix(w, "етін") || strings.HasSuffix(w, "атын") {
			return "" // Ригада өтетін форумға шақырды
		}
	}
	return f.onlyPlaceKK(before.First, before.Last)
}

// stillToComeKK reports whether a Kazakh sentence ends with a verb of what is or will be:
// тыңдайды, өтеді, but not «болған еді».
func (f *agreementFinder) stillToComeKK(s lang.Sentence) bool {
	for k := s.Last - 1; k > s.First; k-- {
		if f.l.Is(k, lang.Word) {
			w := f.l.Fold(k)
			return w != "еді" && w != "деді" && endsAny(w, "йды", "йді", "ады", "еді")
		}
	}
	return false
}

// whereOfTalksKK gives the place of the talks by whose end or in whose course a Kazakh
// sentence tells the deed to be done: «Ригада өткен кездесу қорытындысы бойынша | келісім
// жасалды»; "" where it tells none.
func (f *agreementFinder) whereOfTalksKK(d *deed, s lang.Sentence) string {
	for m := f.nextNamed(s.First, d.start); m != nil; m = f.nextNamed(m.end, d.start) {
		if m.class != lang.PlaceChunk || m.entity < 0 || !f.locative(m) {
			continue
		}
		from := m.end
		for from < m.end+2 && from < d.start && f.l.Plays(from, f.p.know.roles.heldOn) {
			from++
		}
		if !f.l.Plays(from, f.p.know.roles.heldThere) {
			continue
		}
		for k := from + 1; k+1 < d.start && k < from+6; k++ {
			if !f.l.Has(k, f.p.know.lists.eventNoun) {
				continue
			}
			if f.slot(k, "loc", "poss3 loc") {
				return ref(m.entity) // Ошта өткен жиында | шарт жасасты
			}
			if f.l.Plays(k+1, f.p.know.roles.amidTalks) {
				return ref(m.entity)
			}
		}
	}
	return ""
}

// signedAtTalksKK reports whether a Kazakh sentence that names no body tells what was signed
// at the talks it opens with, so that those who talked are its sides: «Кездесу соңында |
// меморандумға қол қойылды», but «Жиын соңында декларация қабылданды», whose sides are all
// who were there.
func (f *agreementFinder) signedAtTalksKK(d *deed, s lang.Sentence) bool {
	if d.mood != "done" || !f.talksOpenKK(s) || strings.HasPrefix(f.l.Fold(s.First), "жиын") {
		return false
	}
	if status, _ := f.statusOf(d); status != "signed" {
		return false
	}
	if n := len(f.made); n > 0 && f.p.paragraphEnd(f.p.sents[f.made[n-1].last].First) < s.First {
		return false // the sides of a paper told before in another paragraph
	}
	for m := f.nextNamed(s.First, d.start); m != nil; m = f.nextNamed(m.end, d.start) {
		if m.class == lang.OrgChunk && f.l.Rune(m.end) != ',' && !genitiveKK(f.l.Fold(m.end-1)) {
			return false
		}
	}
	return true
}

// talksOpenKK reports whether a Kazakh sentence opens with the talks at which something was
// done and which the sentence before tells of: «Кездесуде», «Келіссөздер нәтижесінде»,
// «Соның нәтижесінде».
func (f *agreementFinder) talksOpenKK(s lang.Sentence) bool {
	if !f.headLast || s.First == 0 {
		return false
	}
	w := f.l.Fold(s.First)
	if w == "нәтижесінде" || w == "қорытындысында" {
		return true
	}
	if f.l.Plays(s.First, f.p.know.roles.meetingWord) && f.l.Plays(s.First+1, f.p.know.roles.amidTalks) {
		return true
	}
	if w != "соның" && w != "осының" && !strings.HasPrefix(w, "кездесу") && !strings.HasPrefix(w, "келіссөз") && !strings.HasPrefix(w, "жүздесу") && !strings.HasPrefix(w, "жиын") {
		return false
	}
	return f.l.Plays(s.First+1, f.p.know.roles.amidTalks) || f.slot(s.First, "loc")
}
