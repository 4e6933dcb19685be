package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// sinceDoneKK reports whether a Kazakh participle only says from which day on something holds:
// «Келісім қол қойылған | күнінен бастап күшіне енеді».
func (f *agreementFinder) sinceDoneKK(d *deed) bool {
	if !f.headLast || d == nil || !f.attributeKK(d.end-1) {
		return false
	}
	switch f.p.foldAt(d.end) {
	case "күннен", "күнінен", "сәттен", "сәтінен", "күнгі":
		return true
	}
	return false
}

// onlyRuledKK reports whether a Kazakh verbal noun only says what a right or rules are about, and
// nothing is going to be made: «келісімдерді жасасу, өзгерту және бұзу | қағидалары», «шартты
// жасасу | құқығы».
func (f *agreementFinder) onlyRuledKK(d *deed) bool {
	if !f.headLast || d == nil || d.mood != "planned" || !f.verbalNoun(d.end-1) {
		return false
	}
	for k := d.end; k < d.end+6 && k < len(f.l.Toks); k++ {
		switch {
		case f.l.Plays(k, f.p.know.roles.ruleOfDoing):
			return true
		case f.l.Rune(k) == ',' || f.joins(k) || f.verbalNoun(k):
		default:
			return false
		}
	}
	return false
}

// firstReadingKK reports whether a Kazakh bill only passes a reading that is not its last:
// «заң жобасын бірінші оқылымда | мақұлдады».
func (f *agreementFinder) firstReadingKK(d *deed) bool {
	return f.headLast && d.start > 1 && f.l.Fold(d.start-1) == "оқылымда" && f.l.Fold(d.start-2) == "бірінші"
}

// issuerKK adds the body whose act a Kazakh act is called, in the genitive before its day and
// number: «Перу Республикасы Үкіметінің | 2014 жылғы 11 наурыздағы № 209 қаулысы».
func (q *partySearch) issuerKK() {
	if !q.headLast || !q.ph.has("act") || q.ph.topic {
		return
	}
	k := q.ph.from - 1
	for k > q.s.First {
		m := q.at(k)
		switch {
		case m != nil && m.class == lang.DateChunk:
			k = m.start - 1
			continue
		case q.l.Is(k, lang.Number), q.l.Rune(k) == '№', q.l.Fold(k) == "n":
			k--
			continue
		}
		if m != nil && m.entity >= 0 && m.class == lang.OrgChunk && m.end == k+1 && q.slot(k, "gen", "poss3 gen") {
			q.add(m.entity)
		}
		return
	}
}

// withoutPathKK leaves out of the parties of a Kazakh instrument the places that the text names
// only as where a way leads or runs, or as the town where something is: «Непал арқылы Бутанға
// дейін жол», «Дахаб курорттық қаласында».
func (f *agreementFinder) withoutPathKK(parties []int, s lang.Sentence) []int {
	if !f.headLast || len(parties) == 0 {
		return parties
	}
	bodies := f.twoBodiesKK(s)
	return slices.DeleteFunc(slices.Clone(parties), func(e int) bool {
		if f.p.doc.entities[e].kind != read.Place {
			return false
		}
		if bodies {
			return true
		}
		told := false
		for _, k := range f.p.mentionsOf(lang.PlaceChunk) {
			if m := &f.p.mens[k]; m.entity == e {
				if !f.pathKK(m) {
					return false
				}
				told = true
			}
		}
		return told
	})
}

// pathKK reports whether a Kazakh place stands before a word that makes it the end or the course
// of a way, or before the noun of a town in the locative.
func (f *agreementFinder) pathKK(m *mention) bool {
	switch f.p.foldAt(m.end) {
	case "дейін", "арқылы", "қарай":
		return true
	}
	if f.isCountry(m.entity) {
		return false
	}
	for k := m.end; k < m.end+3 && f.l.Is(k, lang.Lower); k++ {
		if inTownKK(f.l.Fold(k)) {
			return true
		}
	}
	return false
}

// toldShortKK reports whether one of two Kazakh tellings of an instrument calls it by the last
// words of its name or by its kind alone, nothing else parting them: the line above the text
// («А мен Б меморандумға қол қойды» over «… әріптестік туралы меморандумға қол қойды»), or
// «Келісім» for the paper of another noun that the text has just told of. 1 where the later
// one has the longer name, 2 where the earlier one has it, 0 where they are not one.
func (f *agreementFinder) toldShortKK(o, m *made, last bool) int {
	if f.headLast && o.key == m.key && o.first == 0 && m.first > 0 && o.st.Status == "planned" && m.st.Status == "adopted" && strings.HasSuffix(lang.Fold(m.st.Instrument), " "+lang.Fold(o.st.Instrument)) {
		return 1 // жоспарды бекіту туралы … жоспар бекітілсін
	}
	if !f.headLast || o.rank != m.rank || o.st.Status != m.st.Status || o.st.Date != "" && m.st.Date != "" && !o.anchored && !m.anchored && !overlaps(o.st.Date, m.st.Date) {
		return 0
	}
	if f.otherPaperKK(&m.phrase) || o.st.Date == "" && m.first > o.first && !f.aboveText(o) && m.st.Date != "" && !m.anchored && f.longBefore(m.st.Date) {
		return 0 // алдыңғы келісім, 2018 жылы жасалған келісім
	}
	fewer := func(a, b []int) bool {
		return !slices.ContainsFunc(a, func(e int) bool { return !slices.Contains(b, e) })
	}
	a, b := lang.Fold(o.st.Instrument), lang.Fold(m.st.Instrument)
	switch {
	case o.key == m.key && o.named && m.first > o.first && (!m.named && m.phrase.mods == 0 && strings.HasSuffix(a, " "+b) || f.generalKK(&m.phrase)) && fewer(m.parties, o.parties):
		return 2
	case o.key == m.key && o.first == 0 && m.first > 0 && m.first <= 2 && f.l.Toks[f.p.sents[1].First].Para && len(o.parties) > 1 && len(o.parties) == len(m.parties) && fewer(o.parties, m.parties):
		return 1
	case o.key == m.key && o.first == 0 && m.first > 0 && m.first <= 2 && f.l.Toks[f.p.sents[1].First].Para && (!o.named || f.generalKK(&o.phrase)) && m.named && (len(o.parties) == 0 || slices.Contains(m.parties, o.parties[0]) || fewer(m.parties, o.parties) || f.sidesAgainKK(o, m) || f.namesNoneKK(o)):
		return 1
	case o.key == m.key && m.phrase.topic && strings.HasSuffix(a, " "+b) && fewer(m.parties, o.parties) && m.first > o.first:
		return 2
	case last && o.key != m.key && o.named && !m.named && m.phrase.mods == 0 && f.l.Is(m.phrase.head, lang.Cap) && b == "келісім" && !o.phrase.has("act") && m.phrase.from == f.p.sents[m.first].First && m.first > o.last && m.first-o.last < 5 && (fewer(m.parties, o.parties) || m.first-o.last < 2+anaphorReach && f.duringVisitKK(f.p.sents[m.first])):
		return 2
	}
	return 0
}

// otherPaperKK reports whether the word before a Kazakh instrument says that it is another one
// than the one told before: «алдыңғы | келісім», «осындай | меморандум».
func (f *agreementFinder) otherPaperKK(ph *phrase) bool {
	for k := ph.from - 1; k <= ph.from && k < ph.headEnd; k++ {
		switch f.p.foldAt(k) {
		case "алдыңғы", "бұрынғы", "ескі", "өзге", "басқа", "осындай", "мұндай", "сондай", "ұқсас":
			return true
		}
	}
	return false
}

// aboveText reports whether an instrument is told in the heading that opens a text, which
// tells no day.
func (f *agreementFinder) aboveText(o *made) bool {
	return o.first == 0 && len(f.p.sents) > 1 && f.l.Toks[f.p.sents[1].First].Para
}

// longBefore reports whether a told day is years before the text was published, so that it is
// none of the news: «2018» in a text of 2024.
func (f *agreementFinder) longBefore(day string) bool {
	date, err := value.ParseDate(day)
	return err == nil && !f.p.doc.opt.Published.IsZero() && f.wellBefore(date)
}

// duringVisitKK reports whether a Kazakh sentence tells that a paper was made in the course of
// a visit, so that whose visit it was is no side of another paper: «Келісім Чили
// Президентінің Латвияға сапары | барысында жасалды».
func (f *agreementFinder) duringVisitKK(s lang.Sentence) bool {
	for k := s.First + 1; k+1 < s.Last; k++ {
		if f.l.Fold(k) == "сапары" {
			switch f.l.Fold(k + 1) {
			case "барысында", "аясында", "кезінде", "шеңберінде":
				return true
			}
		}
	}
	return false
}

// personAhead takes out of a Kazakh topic the person in the nominative who acts: «Президент
// Анна Линд | комиссия құру туралы жарлыққа қол қойды».
func (f *agreementFinder) personAhead(ph *phrase) {
	m := f.at(ph.from)
	if !f.headLast || !ph.topic || m == nil || m.class != lang.PersonChunk || m.entity < 0 || m.end+1 >= ph.head || f.l.Slice(m.start, m.end) != f.p.doc.entities[m.entity].name {
		return
	}
	if f.l.Has(m.end, f.topic) || !f.l.Is(m.end, lang.Word) || f.ownedNoun(m.end) || f.joins(m.end) {
		return
	}
	if d := f.deedBehind(ph); d != nil && !f.passiveKK(d) {
		ph.from = m.end
	}
}

// inTownKK reports whether a Kazakh word is the noun of a town in the locative.
func inTownKK(w string) bool {
	return w == "қаласында" || w == "қалашығында" || w == "ауылында" || w == "кентінде"
}

// occasionAhead takes out of a Kazakh topic the event or town at which something is done, and since
// when: «алдағы кездесуде | атысты тоқтату туралы келісім», «бірінші күннен бастап | бітім туралы
// келісім».
func (f *agreementFinder) occasionAhead(ph *phrase) {
	if !f.headLast || !ph.topic {
		return
	}
	c := f.p.know.lists.eventNoun
	for k := ph.from; k < ph.head && k < ph.from+4; k++ {
		if f.l.Has(k+1, f.topic) || ph.quoted[1] > 0 && k >= ph.quoted[0]-1 {
			return
		}
		if f.l.Has(k, c) && f.slot(k, "loc") || inTownKK(f.l.Fold(k)) || k > ph.from && f.l.Fold(k) == "бастап" && ablativeKK(f.l.Fold(k-1)) {
			ph.from = k + 1
			return
		}
	}
}

// twoBodiesKK reports whether a Kazakh sentence says that something is between two bodies that
// it does not name, so that no states are its sides: «Қос компания арасында».
func (f *agreementFinder) twoBodiesKK(s lang.Sentence) bool {
	c := f.p.know.lists.partyBetween
	for k := s.First + 2; k < s.Last; k++ {
		if f.l.Has(k, c) && f.at(k-1) == nil && (f.l.Has(k-1, f.p.know.lists.orgHead) || f.l.Plays(k-1, f.p.know.roles.ofBody)) && (f.l.Fold(k-2) == "қос" || f.l.Fold(k-2) == "екі") {
			return true
		}
	}
	return false
}

// inActTitleKK reports whether rules or an act stand inside the title of another Kazakh act,
// which only says what that is about: «Аттестаттау ережесін бекіту туралы» қаулы.
func (f *agreementFinder) inActTitleKK(ph *phrase, d *deed) bool {
	if !f.headLast || d == nil || d.mood != "planned" || !ph.has("act") && !ph.has("loose") || ph.quoted[1] > 0 {
		return false
	}
	for k := ph.to; k < ph.to+12 && k < len(f.l.Toks); k++ {
		if f.l.Is(k, lang.Punct) && isQuote(f.l.Rune(k)) {
			return f.l.Fold(k-1) == "туралы" && d.end < k
		}
	}
	return false
}

// joinShortKK joins two Kazakh tellings of one instrument of which one calls it shorter; it
// reports whether they are one.
func (f *agreementFinder) joinShortKK(o, m *made, last bool) bool {
	switch f.toldShortKK(o, m, last) {
	case 0:
		return false
	case 1:
		o.st.Instrument, o.phrase, o.named = m.st.Instrument, m.phrase, true
		if len(o.parties) < 2 && len(m.parties) > len(o.parties) { // the heading tells one side alone
			o.parties = m.parties
		}
	}
	f.merge(o, m)
	return true
}
