package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// actorAhead takes out of a Kazakh topic the one who acts and with whom the sentence
// opens, where the verb behind the instrument has no other subject: «Грузия | бала
// құқықтары туралы конвенцияға қосылды», «Банк | несие туралы шарт жасасты». A name
// that owns the word right behind it stays («Қазақстан тарихы туралы»).
func (f *agreementFinder) actorAhead(ph *phrase, s lang.Sentence) {
	for f.headLast && ph.from < ph.head && (f.l.Plays(ph.from, f.p.know.roles.forTerm) || ph.topic && f.l.Is(ph.from, lang.Lower) && f.slotsOf(ph.from, "poss3 loc")) { // бес жылға | келісім жасасты; министрлік деңгейінде | кездесу туралы уағдаластық
		ph.from++
	}
	f.headsAhead(ph)
	f.personAhead(ph)
	f.occasionAhead(ph)
	at := ph.from
	if f.stateAheadOfName(ph, s) {
		ph.from = f.at(at).end
		return
	}
	if !f.headLast || !ph.topic || at != s.First && !f.openedByDay(at, s) {
		return
	}
	d := f.deedBehind(ph)
	if d == nil || f.passiveKK(d) {
		return
	}
	end := 0
	if m := f.at(at); m != nil && f.officerBehind(m) > 0 {
		end = f.officerBehind(m)
	} else if m != nil {
		if m.class != lang.PlaceChunk && m.class != lang.OrgChunk || m.entity < 0 || m.class == lang.PlaceChunk && !f.isCountry(m.entity) || f.l.Slice(m.start, m.end) != f.p.doc.entities[m.entity].name {
			return
		}
		end = m.end
	} else if c, ok := f.l.Chunk(at, f.officenoun); ok && int(c.End) > at+1 && int(c.End) < ph.head && f.bare(int(c.End)-1) { // Премьер-министр
		end = int(c.End)
	} else if f.l.Is(at, lang.Cap) && f.bare(at) && f.at(at+1) == nil && f.officeOwned(at+1) { // Мемлекет басшысы
		end = at + 2
	} else if (f.l.Has(at, f.p.know.lists.actorNoun) || f.l.Has(at, f.p.know.lists.orgHead) || f.l.Plays(at, f.p.know.roles.ofBody) || f.l.Has(at, f.officenoun)) && f.bare(at) && !f.ownedNoun(at) {
		end = at + 1
	}
	if k := f.otherSideAhead(end, ph); k > 0 {
		ph.from = k
		if ph.quoted[0] < k {
			ph.quoted = [2]int{}
		}
		return
	}
	if ph.quoted[1] > 0 || end == 0 || end+1 >= ph.head || f.l.Has(end, f.topic) || !f.l.Is(end, lang.Word) || f.joins(end) || f.ownedNoun(end) && !f.objectAt(end) || f.ownedWord(end) || (f.l.Has(end, f.p.know.lists.orgHead) || f.l.Has(end, f.officenoun)) && !f.objectAt(end) {
		return
	}
	for i := ph.headEnd; i < d.start; i++ { // another who acts
		if m := f.at(i); m != nil && m.class != lang.DateChunk && m.class != lang.GroupChunk && !f.slot(m.end-1, "loc", "abl", "dat", "gen", "ins", "acc") {
			return
		}
	}
	ph.from = end
}

// headsAhead takes out of a Kazakh topic the heads of several bodies, in the nominative behind
// the plural of their noun: «„Азот“ және „Мұнай“ | компанияларының басшылары | теңіз туралы
// келісімге қол қойды».
func (f *agreementFinder) headsAhead(ph *phrase) {
	if k := ph.from; ph.topic && k+1 < ph.head && f.l.Is(k, lang.Lower) && (f.l.Plays(k, f.p.know.roles.ownSide) || f.l.Plays(k, f.p.know.roles.heads)) && f.bare(k) && !f.l.Has(k+1, f.topic) {
		ph.from++ // университетінің өкілдері | көлік туралы меморандумға қол қойды
		return
	}
	for k := ph.from; ph.topic && k < ph.from+2 && k < ph.head; k++ {
		if m := f.at(k); m != nil && m.class == lang.PlaceChunk && m.end+1 < ph.head && f.slot(m.end-1, "gen") && f.objectAt(m.end) && f.objectAt(ph.headEnd-1) {
			ph.from = m.end // Перудің | атысты тоқтату туралы келісімді қолдайтыны
			return
		}
	}
	for k := ph.from; ph.topic && k+2 < ph.head && k < ph.from+3; k++ {
		if f.l.Plays(k+1, f.p.know.roles.heads) && f.slotsOf(k, "plural poss3 gen") && f.bare(k+1) && !f.l.Has(k+2, f.topic) {
			ph.from = k + 2
			return
		}
	}
}

// stateAheadOfName reports whether a Kazakh sentence opens with a state that acts, right before
// the name of a paper that is called by another place: «Литва | Стамбул конвенциясын
// ратификациялады».
func (f *agreementFinder) stateAheadOfName(ph *phrase, s lang.Sentence) bool {
	at := ph.from
	if !f.headLast || ph.topic || ph.quoted[1] > 0 || at != s.First && !f.openedByDay(at, s) {
		return false
	}
	m := f.at(at)
	if m == nil || m.class != lang.PlaceChunk || m.entity < 0 || m.end >= ph.head || !f.isCountry(m.entity) || f.l.Slice(m.start, m.end) != f.p.doc.entities[m.entity].name {
		return false
	}
	if o := f.at(m.end); o == nil && m.end+1 != ph.head || o != nil && (o.class != lang.PlaceChunk || o.end != ph.head) || !f.l.Is(m.end, lang.Cap) || !ph.has("firm") {
		return false
	}
	d := f.deedBehind(ph)
	return d != nil && !f.passiveKK(d)
}

// stateMeantKK gives the one state that a Kazakh text begins with, where a sentence opens
// with «Ел» for it; -1 elsewhere.
func (f *agreementFinder) stateMeantKK(i int) int {
	if !f.headLast || f.p.sentenceOf(i).First != i || f.at(i) != nil || f.l.Fold(i) != "ел" {
		return -1
	}
	if f.findStates(); len(f.leadStates) == 1 {
		return f.leadStates[0]
	}
	return -1
}

// suffixAt reports whether token k is the ending behind the hyphen of letters: АҚШ-тың.
func (f *agreementFinder) suffixAt(k int) bool {
	return k > 1 && f.l.Is(k, lang.Glued) && f.l.Is(k, lang.Lower) && f.l.Rune(k-1) == '-' && f.l.Is(k-2, lang.Upper)
}

// openedByDay reports whether nothing but the day stands before token i in its Kazakh
// sentence: «Сол күні | депутаттар …», «3 қазанда | Банк …».
func (f *agreementFinder) openedByDay(i int, s lang.Sentence) bool {
	if m := f.at(i - 1); m != nil && m.class == lang.DateChunk && m.start == s.First {
		return true
	}
	return i == s.First+2 && f.l.Fold(s.First) == "сол" && f.l.Fold(s.First+1) == "күні"
}

// numberedKK takes into the name of a Kazakh act the number it is known by, where its case
// tells that one act is meant: «2762 қарарын қабылдады», but «120 қаулы қабылдады».
func (f *agreementFinder) numberedKK(ph *phrase, s lang.Sentence) {
	k := ph.from - 1
	if !f.headLast || !ph.has("act") || ph.topic || k < s.First || !f.l.Is(k, lang.Number) || f.is(k, lang.DateChunk) {
		return
	}
	if n, ok := f.numeralAt(k); ok && n.value >= 100 && f.slot(ph.headEnd-1, "acc", "poss3 acc", "poss3 gen", "poss3 dat") {
		if ph.from, ph.mods = k, ph.mods+1; k > s.First && f.l.Rune(k-1) == '№' {
			ph.from--
		}
	}
}

// deedBehind gives the first verb behind an instrument, nil where another instrument
// stands before it.
func (f *agreementFinder) deedBehind(ph *phrase) *deed {
	for k := range f.deeds {
		if d := &f.deeds[k]; d.start >= ph.headEnd {
			for i := ph.headEnd; i < d.start; i++ {
				if f.l.Has(i, f.noun) || f.l.Is(i, lang.Punct) && f.l.Rune(i) != '-' {
					return nil
				}
			}
			return d
		}
	}
	return nil
}

// passiveKK reports whether a Kazakh verb says what was done to the instrument and
// not who did it: қойылды, қабылданды, жасалған. «Қосылды» of who accedes is none.
func (f *agreementFinder) passiveKK(d *deed) bool {
	if strings.HasSuffix(d.value, "acceded") {
		return false
	}
	for i := d.start; i < d.end; i++ {
		w := f.l.Fold(i)
		for _, e := range [...]string{"ылды", "ілді", "ылған", "ілген", "ылып", "іліп", "ылады", "іледі", "ылмақ", "ілмек", "ылуы", "ілуі", "ылатын", "ілетін", "анды", "енді", "анған", "енген", "анып", "еніп", "анады", "енеді", "анбақ", "енбек", "ануы", "енуі", "анатын", "енетін", "салды", "салған", "салып", "салады", "салмақ", "салуы"} {
			if strings.Contains(w, e) {
				return true
			}
		}
	}
	return false
}

// otherSideAhead gives the token behind the other one who acts, whom a conjunction at
// token i joins to the one ahead of a Kazakh topic: «Басқарма мен Польшаның консулдығы |
// ынтымақтастық туралы меморандумға қол қойды»; 0 where none does.
func (f *agreementFinder) otherSideAhead(i int, ph *phrase) int {
	if i == 0 || !f.joins(i) {
		return 0
	}
	for k := i + 1; k+1 < ph.head && k < i+9; k++ {
		if f.l.Has(k, f.topic) || f.joins(k) {
			return 0
		}
		if f.l.Is(k, lang.Punct) {
			continue
		}
		m := f.at(k)
		body := m != nil && m.class == lang.OrgChunk && m.end == k+1
		if c, ok := f.l.Chunk(k, f.officenoun); ok {
			k = int(c.End) - 1
		} else if !body && !f.l.Has(k, f.p.know.lists.orgHead) {
			continue
		}
		if !f.bare(k) {
			continue
		}
		if next := k + 1; !f.l.Has(next, f.topic) && f.l.Is(next, lang.Word) && (!f.ownedNoun(next) || f.slot(next, "acc")) && !f.joins(next) && !f.l.Has(next, f.p.know.lists.orgHead) {
			return next
		}
	}
	return 0
}

// officerBehind gives the token behind the office that a place or body in the genitive
// owns, where nobody is named for it: «Павлодар облысының әкімі | мен»; 0 where none
// stands there.
func (f *agreementFinder) officerBehind(m *mention) int {
	if m.class != lang.PlaceChunk && m.class != lang.OrgChunk || !f.slot(m.end-1, "gen") && !f.slot(m.end-1, "poss3 gen") {
		return 0
	}
	for k := m.end; k < m.end+5 && k < len(f.l.Toks) && f.l.Is(k, lang.Word); k++ {
		if f.l.Has(k, f.topic) || f.joins(k) {
			return 0
		}
		if f.l.Plays(k, f.p.know.roles.ownSide) && f.bare(k) { // Абай университетінің делегациясы
			return k + 1
		}
		if c, ok := f.l.Chunk(k, f.officenoun); ok {
			if e := int(c.End); f.bare(e-1) && f.ownedNoun(e-1) && !f.is(e, lang.PersonChunk) {
				return e
			}
			return 0
		}
	}
	return 0
}

// ownersKK adds the bodies and states that own a Kazakh instrument together, right before
// it: «Білім министрлігі мен Oracle корпорациясының | ынтымақтастық туралы келісімі».
func (f *agreementFinder) ownersKK(ph *phrase, add func(int)) {
	if !f.headLast {
		return
	}
	k := ph.from - 1
	if f.suffixAt(k) && strings.HasSuffix(f.l.Fold(k), "ң") { // АҚШ-тың
		k -= 2
	}
	last := f.at(k)
	if last == nil || last.entity < 0 || k == ph.from-1 && !f.slot(last.end-1, "gen", "poss3 gen") || !f.joins(last.start-1) {
		return
	}
	first := f.at(last.start - 2)
	for _, m := range [...]*mention{first, last} {
		if m == nil || m.entity < 0 || m.class != lang.OrgChunk && (m.class != lang.PlaceChunk || !f.isCountry(m.entity)) {
			return
		}
	}
	add(first.entity)
	add(last.entity)
}

// amongTowns reports whether a Kazakh instrument is about towns, which make it themselves:
// «Өскеменмен | бауырлас қалалар туралы меморандум».
func (f *agreementFinder) amongTowns(ph *phrase) bool {
	for i := ph.from; i < ph.head; i++ {
		if f.l.Plays(i, f.p.know.roles.townsOf) {
			return true
		}
	}
	return false
}

// datedLaterKK reports whether a bare Kazakh instrument with a day of its own may be the one
// named before it, of which no other day and no other side is told: «… туралы меморандум
// түзді. Меморандумға 12 қарашада қол қойылды».
func (f *agreementFinder) datedLaterKK(o, m *made) bool {
	if o.st.Date != "" && !o.anchored && !overlaps(o.st.Date, m.st.Date) || m.first-o.last > 3 {
		return false
	}
	return !slices.ContainsFunc(m.parties, func(e int) bool { return len(o.parties) > 0 && !slices.Contains(o.parties, e) })
}

// seatOfBodyKK reports whether a place only says where the body named right behind it sits:
// «Семейдегі | Шәкәрім университеті».
func (f *agreementFinder) seatOfBodyKK(m *mention) bool {
	if !f.headLast || !attributiveKK(f.l.Fold(m.end-1)) {
		return false
	}
	o := f.at(m.end)
	return o != nil && o.class == lang.OrgChunk && o.start == m.end
}

// objectAt reports whether a Kazakh word may stand in the accusative, whatever else its
// ending may be: «суды», «ұстаздарды».
func (f *agreementFinder) objectAt(k int) bool {
	for _, a := range f.l.Analyses(k) {
		if a.Harmony && (a.Slots == "acc" || a.Slots == "plural acc") {
			return true
		}
	}
	return false
}

// meansKK reports whether a Kazakh paper stands in the case of what something is done by, so
// that the verb behind it tells of another thing: «қарарымен | тізім қабылданды».
func (f *agreementFinder) meansKK(ph *phrase, d *deed) bool {
	return f.headLast && d != nil && d.start >= ph.to+1 && ph.has("act") && f.slotsOf(ph.headEnd-1, "poss3 ins")
}

// objectKK reports whether a body stands in the Kazakh accusative and before a verb made a
// noun, so that something is to be done with it and it makes no paper: «Ұлттық қорды | құру
// туралы жарлық».
func (f *agreementFinder) objectKK(m *mention) bool {
	if !f.headLast || !f.verbalNoun(m.end) {
		return false
	}
	for _, a := range f.l.Analyses(m.end - 1) {
		if a.Harmony && (a.Slots == "acc" || a.Slots == "poss3 acc") {
			return true
		}
	}
	return false
}
