package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// joinedInName reports whether the conjunction at k joins two bare nouns, or two
// adjectives, of the name whose phrase begins right behind it: «Білім және ғылым форумы»,
// «мұз бен қар фестивалі». What is named, acts or takes place by itself is no part of it.
func (g *ground) joinedInName(k int, ph *phrase, s lang.Sentence) bool {
	if ph.from != k+1 || k <= s.First || ph.from >= ph.head || g.l.Is(k, lang.Punct) || !g.joins(k) {
		return false
	}
	a, b := k-1, k+1
	if g.l.Has(a, g.mod) && g.l.Has(b, g.mod) {
		return true
	}
	if !g.possessive(ph) || g.at(a) != nil || g.at(b) != nil || !g.l.Is(a, lang.Word) || !g.l.Is(b, lang.Word) {
		return false
	}
	if ph.entry.Class == g.p.know.lists.eventNoun && g.slotsOf(a, "plural poss3") && g.slotsOf(b, "plural poss3 gen") { // көмекшілері мен кеңесшілерінің кездесуі
		return true
	}
	for _, i := range [...]int{a, b} {
		if g.l.Has(i, g.stop) || g.l.Has(i, g.npstop) || g.l.Has(i, g.officenoun) || g.finite(i) || g.deedAt(i) || g.isNumeral(i) || g.slot(i, "loc", "abl", "ins", "dat", "acc", "gen") {
			return false
		}
	}
	l := &g.p.know.lists
	for _, c := range [...]lang.Class{l.orgHead, l.eventNoun, l.instrumentNoun, l.personNoun} {
		if g.l.Has(a, c) || g.l.Has(b, c) {
			return false
		}
	}
	return !g.ownedNoun(a)
}

// calledAfter gives the token where the name begins that «атындағы» at k ties to an event:
// «Қажымұқан атындағы турнир»; k where none stands before it.
func (g *ground) calledAfter(k int, s lang.Sentence) int {
	if !g.l.Is(k, lang.Lower) || k == s.First || g.l.Fold(k) != "атындағы" {
		return k
	}
	if m := g.at(k - 1); m != nil && m.end == k && m.class == lang.PersonChunk {
		return m.start
	}
	from := k
	for from > s.First && k-from < 3 && g.l.Is(from-1, lang.Cap) && !g.slot(from-1, "loc", "abl", "gen") {
		from--
	}
	return from
}

// rememberedKK reports whether a person is who an event or paper is held in memory of, and
// so belongs to its topic: «Абай Құнанбаевтың 180 жылдығына арналған», «Әлияны еске алуға
// арналған».
func (g *ground) rememberedKK(m *mention, t *lastTopic) bool {
	if m.class != lang.PersonChunk || m.end >= t.tie || g.l.Fold(t.tie) != "арналған" {
		return false
	}
	return genitiveKK(g.l.Fold(m.end-1)) || g.l.Fold(m.end) == "еске" && strings.HasPrefix(g.l.Fold(m.end+1), "алу")
}

// throughKK reports whether the word at k says through or over what something goes that a
// topic is about: «Дунай арқылы көпір салу туралы».
func (g *ground) throughKK(t *lastTopic) bool {
	return t.k > t.s.First && g.l.Fold(t.k) == "арқылы" && t.from == t.k+1
}

// subjectStateKK reports whether a state in the nominative stands right before another
// place as it is called, so that it acts and owns nothing: «АҚШ | Париж келісімінен шықты».
func (g *ground) subjectStateKK(m *mention, ph *phrase) bool {
	next := g.at(ph.from)
	return next != nil && m.end == ph.from && next.start == m.end && g.asNamed(m) && g.asNamed(next) && g.isCountry(m.entity)
}

// bothOwn reports whether a conjunction stands right before the phrase of an event, whose
// owners are two («Қытай мен Жапонияның келіссөздері»), or before that of an instrument
// which the second of two states has right before it: «Перу мен Чили шарты».
func (g *ground) bothOwn(ph *phrase) bool {
	if !g.l.Is(ph.from-1, lang.Word) || !g.joins(ph.from-1) {
		return false
	}
	if g.l.Has(ph.head, g.p.know.lists.eventNoun) {
		return true
	}
	a, b := g.at(ph.from-2), g.at(ph.from)
	return !ph.topic && b != nil && b.end == ph.head && b.entity >= 0 && g.isCountry(b.entity) && a != nil && a.entity >= 0 && g.isCountry(a.entity)
}

// countedOwner reports whether a number at k counts those in the nominative whose event the
// phrase tells of: «екі ел басшыларының келіссөздері».
func (g *ground) countedOwner(k int, ph *phrase) bool {
	return ph.from == k+1 && k+2 < ph.head && g.l.Has(k+1, g.p.know.lists.sideNoun) && genitiveKK(g.l.Fold(k+2))
}

// secondSideKK reports whether a state, as it is called, is the second of two that a
// conjunction joins and that make the instrument behind them: «Индонезия мен Австралия |
// жаңа қауіпсіздік шартын жасасты».
func (g *ground) secondSideKK(m *mention, ph *phrase, k int) bool {
	return m.class == lang.PlaceChunk && m.end-1 == k && m.end < ph.head && m.start >= 2 && g.l.Has(ph.head, g.p.know.lists.instrumentNoun) && g.asNamed(m) && g.joins(m.start-1) && g.at(m.start-2) != nil
}

// actingOfficersKK reports whether the word at k is the plural of an office that somebody
// has and acts, since it owns nothing behind it: «Екі ел басшылары | шекара шартына қол
// қойды», but «министрлері кеңесінің отырысы».
func (g *ground) actingOfficersKK(k int, ph *phrase) bool {
	return k+1 < ph.head && g.l.Has(k, g.officenoun) && g.at(k+1) == nil && g.slotsOf(k, "plural poss3") && !g.ownedNoun(k+1) && !g.p.ownedForm(k+1)
}

// slotsOf reports whether a word may be parted into a stem and just these endings.
func (g *ground) slotsOf(k int, slots string) bool {
	for _, a := range g.l.Analyses(k) {
		if a.Harmony && a.Slots == slots {
			return true
		}
	}
	return false
}

// ownedForm reports whether a word carries the possessive of the third person.
func (p *part) ownedForm(k int) bool {
	for _, a := range p.lat.Analyses(k) {
		if a.Harmony && strings.Contains(a.Slots, "poss3") {
			return true
		}
	}
	return false
}

// deedOfTopic reports whether a verb made a noun that stands before the word which ties a
// topic tells what the instrument is about, and not what is done with one: «жағажайларды
// бекіту туралы меморандум», but «шартты ратификациялау туралы заң».
func (g *ground) deedOfTopic(t *lastTopic) bool {
	return t.k+1 == t.tie && t.k > t.s.First && g.verbalNoun(t.k) && !g.l.Has(t.k-1, g.p.know.lists.instrumentNoun)
}

// togetherKK reports whether the word at k only says that what the verbal noun behind it
// tells is done together: «мамандарды бірге даярлау туралы».
func (g *ground) togetherKK(k, tie int) bool {
	if k+1 >= tie || !g.verbalNoun(k+1) {
		return false
	}
	w := g.l.Fold(k)
	return w == "бірге" || w == "бірлесіп"
}

// topicOfPaperKK reports whether an event is only what an instrument is about: «өзара
// сапары туралы келісімді бекіту рәсімі».
func (g *ground) topicOfPaperKK(ph *phrase) bool {
	if !g.headLast || !g.l.Has(ph.headEnd, g.topic) {
		return false
	}
	for k := ph.headEnd + 1; k < len(g.l.Toks) && k < ph.headEnd+5 && g.l.Is(k, lang.Word); k++ {
		if g.l.Has(k, g.p.know.lists.instrumentNoun) {
			return true
		}
	}
	return false
}

// officerBeforeKK reports whether the token closes the office of a subject that stands
// before a topic and owns nothing of it: «Италия Премьер-министрі | стратегиялық
// серіктестік туралы».
func (g *ground) officerBeforeKK(t *lastTopic) bool {
	k := t.k
	return k+1 < t.tie && k > t.s.First && g.at(k) == nil && g.officeOwned(k) && !g.p.ownedForm(k+1) && !g.l.Has(k+1, g.topic) && !g.joins(k+1)
}

// officeOwned reports whether the word at k is the noun of one office with its possessive
// and nothing more: министрі, but not мұғалімдерді.
func (g *ground) officeOwned(k int) bool {
	c, ok := g.l.Chunk(k, g.officenoun)
	if !ok || int(c.End) != k+1 {
		return false
	}
	noun := lang.Fold(g.l.Entry(c).Value)
	return g.l.Fold(k) == noun+possessiveOf(noun)
}

// lettersActKK reports whether letters that are called a body open a sentence in which the
// event stands as an object, so that the body acts and owns nothing: «ҰОК | Париж
// ойындарына қатысты», but «БҰҰ климат конференциясы басталды».
func (g *ground) lettersActKK(m *mention, ph *phrase) bool {
	return m.start == g.p.sentenceOf(m.start).First && g.slot(ph.head, "acc", "dat")
}

// calledAfterKK reports whether a person's name right before the owned noun of a Kazakh
// contest, festival or conference is what that is called by: «Абай | оқулары». A talk or a
// visit with a name before it is that person's.
func (g *ground) calledAfterKK(m *mention, ph *phrase) bool {
	if m.class != lang.PersonChunk || m.end != ph.head || g.p.know.pack.Tag != "kk" || ph.entry == nil || ph.entry.Class != g.p.know.lists.eventNoun || g.slot(m.end-1, "gen", "loc", "abl", "ins", "dat", "acc") {
		return false
	}
	switch ph.kind() {
	case "competition", "festival", "conference":
		return g.possessive(ph) || strings.HasSuffix(g.l.Fold(ph.headEnd-1), "лары") || strings.HasSuffix(g.l.Fold(ph.headEnd-1), "лері")
	}
	return false
}

// bodiesActKK reports whether the token is the second of two nouns of bodies that open a
// sentence or clause and act, the word behind them being none that they own: «2010 жылы
// университет пен агенттік | астық саудасы туралы келісімге қол қойған», but «мектеп пен
// колледж кітапханалары туралы келісім».
func (g *ground) bodiesActKK(t *lastTopic) bool {
	k, org := t.k, g.p.know.lists.orgHead
	if k-2 < t.s.First || k+1 >= t.tie || !g.l.Has(k, org) || !g.l.Has(k-2, org) || !g.joins(k-1) || g.ownedNoun(k) || g.ownedNoun(k-2) || g.slot(k, "loc", "abl", "dat", "acc", "gen", "ins") {
		return false
	}
	if g.p.ownedForm(k+1) || g.l.Has(k+1, g.topic) || g.l.Has(k+1, g.p.know.lists.partyBetween) {
		return false
	}
	return k-2 == t.s.First || g.l.Rune(k-3) == ',' || g.is(k-3, lang.DateChunk)
}

// membersActKK reports whether the token is the plural of those who act for the body named
// right before it: «Лунд университеті өкілдері | сауда туралы келісімге қол қойды».
func (g *ground) membersActKK(t *lastTopic) bool {
	k := t.k
	if k+1 >= t.tie || k <= t.s.First {
		return false
	}
	if g.staffActsKK(t) {
		return true
	}
	if !g.l.Has(k, g.p.know.lists.personNoun) && !g.l.Has(k, g.p.know.lists.actorNoun) && !g.l.Has(k, g.officenoun) || !g.slotsOf(k, "plural poss3") {
		return false
	}
	m := g.at(k - 1)
	if m == nil || m.class != lang.OrgChunk || m.end != k || g.ownedNoun(k+1) {
		return false
	}
	w := g.l.Fold(k - 1)
	return strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "і")
}

// staffActsKK reports whether the token is the noun of those who act for a body in the
// nominative, right before a name or an owner that is no part of theirs: «Балет театрының
// ұжымы | Сиань институтының 120 жылдығына арналған форумға», «Қала әкімдігінің
// қызметкерлері | Каспий өңірінің экологиясы жөніндегі».
func (g *ground) staffActsKK(t *lastTopic) bool {
	k, r := t.k, &g.p.know.roles
	who := g.l.Plays(k, r.ownSide) || g.l.Plays(k, r.staff) || g.ownedMany(k)
	if !who || !g.l.Is(k, lang.Lower) || !g.slotsOf(k, "poss3") && !g.slotsOf(k, "plural poss3") || g.slot(k, "ins", "dat", "acc", "gen", "loc", "abl") {
		return false
	}
	if !genitiveKK(g.l.Fold(k-1)) && (g.at(k-1) == nil || g.at(k-1).class != lang.OrgChunk && g.at(k-1).class != lang.PlaceChunk) {
		return false
	}
	m := g.at(k + 1)
	return m != nil && m.start == k+1 && m.class != lang.GroupChunk || g.l.Is(k+1, lang.Cap) || genitiveKK(g.l.Fold(k+1))
}

// betweenOfNameKK gives where those begin between whom an instrument is, told by the word at
// token k between its topic and its noun: «сауда туралы | Гана мен Непал арасындағы
// келісім», «сауда туралы екі ел арасындағы келісім»; 0 where none are told so.
func (g *ground) betweenOfNameKK(k int, ph *phrase, s lang.Sentence) int {
	if k-3 <= s.First || ph.entry.Class != g.p.know.lists.instrumentNoun || ph.quoted[1] > 0 || g.l.Fold(k) != "арасындағы" {
		return 0
	}
	b := 0
	if second := g.at(k - 1); second == nil {
		if n, ok := g.numeralAt(k - 2); ok && n.value == 2 && g.l.Has(k-1, g.p.know.lists.sideNoun) {
			b = n.start
		}
	} else if second.start-2 > s.First && g.joins(second.start-1) {
		if first := g.at(second.start - 2); first != nil && first.class != lang.DateChunk {
			b = first.start
		}
	}
	if b <= s.First || !g.l.Has(b-1, g.topic) {
		return 0
	}
	return b
}
