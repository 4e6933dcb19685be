package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// dueBy reports whether a Russian or Kazakh date behind «до» is the day by which what is
// planned is to be done, since it stands beside the verb: «до марта подписать
// договор», «подпишут до 30 июня»; behind the words of an instrument it is how long
// that holds.
func (f *agreementFinder) dueBy(m *mention, ph *phrase, d *deed, status string) bool {
	if f.headLast && status == "planned" && d != nil { // 15 сәуірге дейін | қол қойылады
		return m.end+1 == d.start && f.l.Has(m.end, f.p.know.lists.untilWord)
	}
	if !f.russian() || status != "planned" || d == nil || f.p.foldAt(m.start-1) != "до" {
		return false
	}
	if m.end <= d.start {
		return d.start-m.end <= 1 && m.start-1 != ph.to
	}
	return m.start-1 >= d.end && m.start-1-d.end <= 1
}

// ofItsClause reports whether a Russian instrument behind a verb is only what another
// one says by a clause of its own: «подписали соглашение, которое предусматривает |
// программу обмена».
func (f *agreementFinder) ofItsClause(ph *phrase, d *deed) bool {
	if !f.russian() || d.end > ph.from {
		return false
	}
	for k := ph.from - 1; k > d.end+1; k-- {
		if r := f.l.Rune(k); r == ';' || r == ',' && f.joins(k+1) { // the clause has closed: «…, и протокол»
			return false
		}
		if f.l.Rune(k-1) != ',' || !f.l.Plays(k, f.p.know.roles.relative) {
			continue
		}
		return slices.ContainsFunc(f.insts, func(o phrase) bool { return o.from >= d.end && o.to <= k-1 })
	}
	return false
}

// parted reports whether a semicolon stands between a date and what is told behind it:
// «20 ноября откроют центр; договор о нём подписан».
func (f *agreementFinder) parted(from, to int) bool {
	for k := from; k < to; k++ {
		if f.l.Rune(k) == ';' {
			return true
		}
	}
	return false
}

// ofMemberBefore reports whether a Russian place belongs to another member of a list, as it
// stands behind an instrument that a semicolon parts from this one: «договор о дружбе,
// подписанный в Лиме; | протокол, подписанный в мае».
func (f *agreementFinder) ofMemberBefore(m *mention, ph *phrase) bool {
	if m.end > ph.from || !f.parted(m.end, ph.from) {
		return false
	}
	return slices.ContainsFunc(f.insts, func(o phrase) bool { return o.to <= m.start && !f.parted(o.to, m.start) })
}

// ofOtherNoun reports whether a Russian year stands right behind the noun of another
// instrument, whose it is: «меморандум, который заменит документ 2006 года».
func (f *agreementFinder) ofOtherNoun(m *mention, ph *phrase) bool {
	k := m.start - 1
	return f.russian() && len(m.date.String()) == 4 && k > 0 && k != ph.headEnd-1 && f.l.Has(k, f.noun)
}

// heldIn reports whether a Russian body is only where something is done: «обмен
// нотами состоялся в министерстве», «во дворце «Наурыз» стороны подписали».
func (f *agreementFinder) heldIn(m *mention) bool {
	if !f.russian() || m.start == f.p.sentenceOf(m.start).First {
		return false
	}
	if o := f.at(m.start - 1); m.class == lang.PlaceChunk && o != nil && o.class == lang.OrgChunk {
		return f.heldIn(o)
	}
	if m.class != lang.OrgChunk {
		return false
	}
	if f.l.Fold(m.start-1) == "из" {
		return true
	}
	for k := m.start - 1; k >= 0 && k >= m.start-2; k-- {
		switch f.l.Fold(k) {
		case "в", "во":
			return true
		}
		if !f.l.Is(k, lang.Lower) || f.at(k) != nil {
			return false
		}
	}
	return false
}

// circumstance reports whether a Russian body or state only belongs to how, where or
// what for something is done, behind a preposition and its noun: «на ремонт больницы»,
// «по приглашению Академии», «при поддержке Японии», but «от имени банка».
func (f *agreementFinder) circumstance(m *mention) bool {
	k := m.start - 1
	if !f.russian() || k < 1 || f.p.sentenceOf(m.start).First >= k || m.class != lang.OrgChunk && m.class != lang.PlaceChunk || !f.l.Is(k, lang.Lower) || f.at(k) != nil || f.l.Has(k, f.officenoun) || f.l.Plays(k, f.p.know.roles.actsBy) || f.joins(k) {
		return false
	}
	for n := range f.insts { // Меморандум о дружбе | Гана и Чад подписали
		if f.insts[n].to == m.start && f.namedAsSubject(m) {
			return false
		}
	}
	if m.class == lang.OrgChunk && f.l.Has(k, f.p.know.lists.eventNoun) {
		if f.namedAsSubject(m) { // на форуме | Университет подписал
			return false
		}
		j := k - 1
		for j > 1 && j > k-5 && (f.adjectival(j) || f.isNumeral(j) || f.l.Is(j, lang.Glued)) { // в рамках 11-го саммита | Союза моря
			j--
		}
		if f.l.Plays(j, f.p.know.roles.courseOf) { // в ходе форума | Союза моря
			return true
		}
	}
	if f.adjectival(k) && k > 1 { // на ремонт областной | больницы
		k--
	}
	if k > 1 && f.l.Is(m.start, lang.Upper) && m.end == m.start+1 && !f.deedAt(m.end) && !f.joins(m.end) && f.l.Rune(m.end) != ',' && f.l.Has(k, f.p.know.lists.eventNoun) && f.l.Is(k-1, lang.Lower) && f.l.Plays(k-2, f.p.know.roles.circumstance) { // на полях конференции | МАГАТЭ
		return true
	}
	return f.l.Is(k, lang.Lower) && f.l.Plays(k-1, f.p.know.roles.circumstance)
}

// namedAsSubject reports whether a Russian body is called by its name as it stands and acts
// or is joined to another that does: «На форуме | Университет Лимы подписал договор», «В ходе
// форума | АО «Заря» подписало договор», but «в ходе форума МАГАТЭ».
func (f *agreementFinder) namedAsSubject(m *mention) bool {
	if m.entity < 0 || f.l.Is(m.start, lang.Upper) && !isQuote(f.l.Rune(m.end-1)) || f.l.Slice(m.start, m.end) != f.p.doc.entities[m.entity].name {
		return false
	}
	return f.verbAt(m.end) || f.joins(m.end) || f.l.Rune(m.end) == ',' || f.is(m.end, lang.DateChunk)
}

// betweenAhead adds the parties that a Russian sentence opens with, before what was
// done and the instrument: «Между Минской областью и Южным Синаем подписана дорожная
// карта».
func (f *agreementFinder) betweenAhead(ph *phrase, d *deed, s lang.Sentence, add func(int)) {
	if !f.russian() || d == nil || d.end > ph.from || ph.from-d.end > 4 {
		return
	}
	between := f.p.know.lists.partyBetween
	for i := s.First; i < d.start && i < s.First+3; i++ {
		if f.l.Has(i, between) {
			f.run(i+1, d.start, 4, add)
			return
		}
	}
}

// ofOtherState reports whether a Russian adjective before the noun of a government at
// token i says whose it is: «датское | правительство», «городское | правительство».
func (f *agreementFinder) ofOtherState(i int) bool {
	if i == 0 || f.l.Has(i-1, f.stateAdj) {
		return i > 0
	}
	w := f.l.Fold(i - 1)
	for _, end := range [...]string{"ское", "цкое", "ским", "цким", "ластное", "ластным"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// rulersOf gives the one state that a Russian text begins with, whose government is
// told by its noun alone: «федерация профсоюзов и правительство подписали
// соглашение»; -1 elsewhere.
func (f *agreementFinder) rulersOf(i int) int {
	if !f.russian() || f.at(i) != nil || !f.l.Is(i, lang.Lower) {
		return -1
	}
	switch f.l.Fold(i) {
	case "правительство", "кабмин":
	case "страна", "республика", "парламент":
		if !f.deedAt(i + 1) {
			return -1
		}
	case "правительством":
		if !f.l.Has(i-1, f.p.know.lists.partyWith) {
			return -1
		}
	default:
		return -1
	}
	if m := f.at(i + 1); m != nil && m.class != lang.DateChunk || f.ofOtherState(i) {
		return -1
	}
	only := -1
	for _, k := range f.p.mentionsIn(lang.PlaceChunk, 0, f.p.paragraphEnd(0)) {
		switch m := &f.p.mens[k]; {
		case m.entity < 0 || m.entity == only || !f.isCountry(m.entity):
		case only >= 0:
			return -1
		default:
			only = m.entity
		}
	}
	return only
}

// signingTold gives the day of a signing that a Russian sentence tells of without the
// instrument to the one signed that the text named last: «Подписание состоялось 24
// мая», «Церемония подписания прошла в среду».
func (f *agreementFinder) signingTold(k int, s lang.Sentence) {
	if !f.russian() || len(f.made) == 0 || s.Last-s.First < 4 {
		return
	}
	i := s.First
	switch f.l.Fold(i) {
	case "подписание", "подписи":
	case "церемония":
		if i++; f.l.Fold(i) != "подписания" {
			return
		}
	default:
		return
	}
	n := len(f.made) - 1
	for n >= 0 && (f.made[n].st.Status != "signed" || f.made[n].st.Date != "" && !f.made[n].anchored) {
		n--
	}
	if n < 0 || f.made[n].last < k-2*anaphorReach {
		return
	}
	o := &f.made[n]
	for _, n := range f.p.mentionsIn(lang.DateChunk, s.First, s.Last) {
		m := &f.p.mens[n]
		if m.date.IsZero() || f.until(m) || f.future(m.date) || m.start > i+9 {
			continue
		}
		for j := i + 1; j < m.start; j++ {
			if r := f.l.Rune(j); r == ',' || r == ';' {
				return
			}
		}
		o.st.Date, o.anchored = m.date.String(), false
		return
	}
}

// pluralByVerb reports whether the verb of a Russian instrument tells that there are
// several, whose noun has one form for them and for the genitive of one: «подписаны
// соглашения».
func (f *agreementFinder) pluralByVerb(ph *phrase, d *deed) bool {
	if !f.russian() || d == nil || !strings.HasSuffix(f.l.Fold(ph.headEnd-1), "ия") {
		return false
	}
	w := f.l.Fold(d.end - 1)
	return strings.HasSuffix(w, "ены") || strings.HasSuffix(w, "аны") || strings.HasSuffix(w, "яты") || strings.HasSuffix(w, "уты")
}

// manyKinds reports whether Russian programmes, plans and the like are only spoken of
// in the plural, nothing being done with them yet: «программы развития могут быть
// приостановлены», but «подписание программы намечено на май».
func (f *agreementFinder) manyKinds(ph *phrase, d *deed, plural bool) bool {
	if plural && d != nil && d.end == ph.from && strings.HasPrefix(f.l.Fold(d.end-1), "подписани") { // a genitive
		return false
	}
	return f.russian() && plural && ph.has("loose") && !ph.has("change") && d != nil && d.mood != "done" && ph.quoted[1] == 0 && firstForm(ph.entry) != "правила"
}

// threefold adds the states of the first paragraph to those of a Russian instrument
// that is told to have three sides, where they are three together.
func (f *agreementFinder) threefold(ph *phrase, out []int) []int {
	if !f.russian() || len(out) > 2 || ph.from == ph.head {
		return out
	}
	told := false
	for i := ph.from; i < ph.head && !told; i++ {
		w := f.l.Fold(i)
		told = strings.HasPrefix(w, "трехсторонн") || strings.HasPrefix(w, "тройственн")
	}
	for _, e := range out {
		told = told && f.isCountry(e)
	}
	if !told {
		return out
	}
	return f.statesAround(out, 3)
}

// statesAround completes states to the wanted number by those of the first paragraph,
// else of the text; what was given is given back where they do not make it.
func (f *agreementFinder) statesAround(out []int, want int) []int {
	f.findStates()
	for _, states := range [...][]int{f.leadStates, f.allStates} {
		all := slices.Clone(out)
		for _, e := range states {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
		if len(all) == want {
			return all
		}
	}
	return out
}

// houseOf gives the body for which those who adopt a Russian act do so: the house
// named last before «депутаты» and «сенаторы», or the body that the sentence before a
// pronoun begins with; -1 elsewhere.
func (f *agreementFinder) houseOf(ph *phrase, d *deed, s lang.Sentence) int {
	if !f.russian() || d == nil || d.mood != "done" || !strings.HasPrefix(d.value, "adopted") || d.start >= ph.from || ph.has("firm") {
		return -1
	}
	if f.lawmakersAct(d, s) {
		if e := f.lawmakersOf(d, s); e >= 0 {
			return e
		}
		return f.leadBody()
	}
	if s.First > 0 && !f.l.Toks[s.First].Para && f.l.Plays(s.First, f.p.know.roles.itself) && f.l.Fold(s.First) != "они" {
		before := f.p.sentenceOf(s.First - 1)
		for _, k := range f.p.mentionsIn(lang.OrgChunk, before.First, min(before.First+4, before.Last)) {
			if m := &f.p.mens[k]; m.entity >= 0 {
				return m.entity
			}
		}
	}
	return -1
}

// sameDayBefore gives the day named last before a Russian or Kazakh sentence that begins
// at token i with «В тот же день», «Вечером того же дня», «Сол күні»; none elsewhere.
func (p *part) sameDayBefore(i int) value.Date {
	told := p.know.russian && p.foldAt(i+1) == "тот" && p.foldAt(i+2) == "же"
	told = told || p.know.russian && p.foldAt(i+1) == "того" && p.foldAt(i+2) == "же" && p.foldAt(i+3) == "дня" // вечером того же дня
	told = told || p.know.headLast && p.foldAt(i) == "сол" && p.foldAt(i+1) == "күні"
	if !told {
		return value.Date{}
	}
	for _, k := range slices.Backward(p.mentionsIn(lang.DateChunk, 0, i)) {
		if m := &p.mens[k]; len(m.date.String()) == len("2006-01-02") && near(m.date, p.doc.opt.Published) && !p.noAnchor(m) {
			return m.date
		}
	}
	return value.Date{}
}
