package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// notItsDeed reports whether a Russian verb does something else than what its list says of
// the instrument: it receives a guest («принял посла, прибывшего на открытие | программы»),
// or ratifies nothing but what stands right behind it («завершили ратификацию и готовы …»).
func (f *agreementFinder) notItsDeed(ph *phrase, d *deed) bool {
	if !f.russian() {
		return false
	}
	if f.l.Plays(d.start, f.p.know.roles.actsOnNext) && f.actsOnElse(ph, d) {
		return true
	}
	if d.mood != "done" {
		return false
	}
	if d.rule.Name == "agreement.signing" && d.end <= ph.from && strings.HasPrefix(f.l.Fold(d.start), "подписани") {
		return f.besideSigning(ph, d)
	}
	if strings.HasPrefix(f.l.Fold(d.end-1), "ратификаци") && d.end > d.start+1 {
		return d.end != ph.from
	}
	return strings.HasPrefix(d.value, "adopted") && d.end <= ph.from && f.receives(d)
}

// actsOnElse reports whether a Russian verb of ending or changing acts on another thing than
// the instrument: it stands behind a preposition («прекратил поставки по | договору»), or is
// what acts («соглашение изменило | рынок», but «договор прекратила Кения»).
func (f *agreementFinder) actsOnElse(ph *phrase, d *deed) bool {
	if d.end <= ph.from {
		k := ph.from - 1
		if k > d.end && f.adjectival(k) {
			k--
		}
		return k >= d.end && f.l.Plays(k, f.p.know.roles.throughPaper)
	}
	if d.start < ph.to {
		return false
	}
	for k := ph.to; k < d.start; k++ {
		if f.l.Rune(k) == ',' && f.p.foldAt(k+1) == "что" { // внёс законопроект и сказал, что | пересмотрит нормы
			return true
		}
	}
	lemma, gender := lemmaOf(ph.entry)
	w := f.l.Fold(d.start)
	if ph.head != ph.headEnd-1 || f.l.Fold(ph.head) != lang.Fold(lemma) || strings.HasSuffix(w, "на") || strings.HasSuffix(w, "но") { // введена
		return false
	}
	switch lastRune(w) {
	case 'л':
		return gender == "m"
	case 'а':
		return gender == "f"
	case 'о':
		return gender == "n"
	}
	return false
}

// besideSigning reports whether a Russian instrument behind the noun of a signing stands in
// the nominative, where what is signed would be a genitive: «были и подписания соглашений,
// и развлекательная | программа», but «подписание: договор о рыбе», «открыт для подписания
// договор».
func (f *agreementFinder) besideSigning(ph *phrase, d *deed) bool {
	lemma, _ := lemmaOf(ph.entry)
	if f.l.Fold(d.start-1) == "для" || ph.head != ph.headEnd-1 || f.l.Fold(ph.head) != lang.Fold(lemma) {
		return false
	}
	for k := d.end; k < ph.from; k++ {
		if r := f.l.Rune(k); r == ':' || isDash(r) && !f.l.Is(k, lang.Glued) {
			return false
		}
	}
	return true
}

// receives reports whether a Russian verb of adopting has a guest for its object: «принял
// | Адама Туре», «приняла посла», «принял делегацию».
func (f *agreementFinder) receives(d *deed) bool {
	if !f.l.Plays(d.start, f.p.know.roles.tookIn) {
		return false
	}
	k := d.end
	if m := f.at(k); m != nil && m.class == lang.DateChunk {
		k = m.end
	}
	if f.is(k, lang.PersonChunk) {
		return !f.asSubjectBehind(k)
	}
	for n := 0; n < 3 && k < len(f.l.Toks) && f.l.Is(k, lang.Lower); n++ {
		if f.l.Plays(k, f.p.know.roles.guestsMet) {
			return true
		}
		if f.l.Has(k, f.officenoun) {
			return !f.ground.subject(k) && !f.manyPersons(k)
		}
		if !f.adjectival(k) {
			return false
		}
		k++
	}
	return false
}

// asSubjectBehind reports whether a Russian person named at token k stands in the
// nominative, so that he is who acts: «закон принял | Адам Туре».
func (f *agreementFinder) asSubjectBehind(k int) bool {
	m := f.at(k)
	return m.entity >= 0 && f.l.Slice(m.start, m.end) == f.p.doc.entities[m.entity].name
}

// programmeOf reports whether a Russian plan or programme stands in the genitive right
// behind an event of which it says whose it is: «на саммите | программы «Партнёрство»».
func (f *agreementFinder) programmeOf(ph *phrase) bool {
	if !f.russian() || !ph.has("loose") || ph.has("act") || ph.from == 0 || !f.l.Is(ph.from-1, lang.Lower) {
		return false
	}
	v, _, ok := f.l.Value(ph.from-1, f.p.know.lists.eventNoun)
	if !ok {
		return false
	}
	switch kind, _, _ := strings.Cut(v, " "); kind {
	case "meeting", "conference", "session", "festival", "camp", "competition", "exhibition":
		return true
	}
	return false
}

// agentsOf gives the tokens behind a Russian participle of an instrument among which those
// stand who did it, in the instrumental: «соглашения, подписанного | главой области Адамом
// Туре»; 0 and 0 where it names nobody so.
func (f *agreementFinder) agentsOf(ph *phrase, d *deed, s lang.Sentence) (from, to int) {
	if !f.russian() || d.start < ph.to || f.l.Rune(d.start-1) != ',' || !f.p.know.endings.participleEnd.end(f.l.Fold(d.start), 4) {
		return 0, 0
	}
	agent := false
	for to = d.end; to < s.Last && f.l.Rune(to) != ';'; to++ {
		if agent || !f.l.Is(to, lang.Lower) || !f.l.Has(to, f.officenoun) {
			continue
		}
		w := f.l.Fold(to)
		agent = strings.HasSuffix(w, "ом") || strings.HasSuffix(w, "ем") || strings.HasSuffix(w, "ой") || strings.HasSuffix(w, "ами") || strings.HasSuffix(w, "ями")
	}
	if !agent {
		return 0, 0
	}
	return d.end, to
}

// ofUnit reports whether a Russian state only says where the region before it is, which
// its noun alone tells: «с аймаками | Монголии».
func (f *agreementFinder) ofUnit(m *mention) bool {
	if !f.russian() || m.class != lang.PlaceChunk || m.start == 0 || m.entity < 0 || !f.isCountry(m.entity) || !f.l.Is(m.start-1, lang.Lower) {
		return false
	}
	return f.l.Plays(m.start-1, f.p.know.roles.unitOfState)
}

// ofEventInTopic reports whether a Russian place behind an instrument is that of the event
// its topic holds: «подписал распоряжение о проведении форума | в Осло», «приняли
// договорённости к саммиту Союза, который пройдёт | в Осло».
func (f *agreementFinder) ofEventInTopic(m *mention, ph *phrase, d *deed) bool {
	if m.start <= ph.to {
		return false
	}
	event := false
	for k := ph.to - 1; k >= ph.headEnd && k > ph.to-8 && !event; k-- {
		event = f.l.Has(k, f.p.know.lists.eventNoun)
	}
	if event && ph.topic && m.start == ph.to+1 {
		return true
	}
	for k := ph.to; k < m.start && d.end <= ph.from; k++ {
		if f.l.Rune(k) == ',' && strings.HasPrefix(f.p.foldAt(k+1), "котор") {
			return event || k > ph.to
		}
	}
	return false
}

// ofHolding reports whether a Russian day right behind the topic of an act says when what
// the act orders is held: «распоряжение о проведении | 22 ноября форума».
func (f *agreementFinder) ofHolding(m *mention, ph *phrase) bool {
	if !f.russian() || !ph.topic || m.start > ph.to+1 {
		return false
	}
	switch f.l.Fold(ph.to - 1) {
	case "проведении", "созыве", "открытии":
		return true
	}
	return false
}

// noPaperRU reports whether a Russian noun for an instrument names no paper: what somebody
// heads or runs, told in the genitive right behind his title («координатор | программ фонда»),
// what people have come to («пришли к | соглашению и подписали договор»), and what was
// agreed before as a whole («достигнутые | договорённости»).
func (f *agreementFinder) noPaperRU(ph *phrase) bool {
	if !f.russian() || ph.head < 1 || ph.headEnd != ph.head+1 || !f.l.Is(ph.head, lang.Lower) {
		return false
	}
	k, w := ph.from-1, f.l.Fold(ph.head)
	switch {
	case k < 0:
	case f.l.Has(k, f.officenoun):
		return ph.from == ph.head && (w == "программ" || w == "проектов" || strings.HasSuffix(w, "ов"))
	case ph.to == ph.headEnd && f.l.Fold(k) == "к" && k > 0:
		return f.l.Plays(k-1, f.p.know.roles.agreedOn) || strings.HasPrefix(f.l.Fold(k-1), "приш") || strings.HasPrefix(f.l.Fold(k-1), "прид")
	}
	return ph.to == ph.headEnd && strings.HasPrefix(w, "договоренност") && strings.HasPrefix(f.l.Fold(ph.head-1), "достигнут")
}
