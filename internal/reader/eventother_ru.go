package reader

import (
	"strconv"
	"strings"

	"shanyraq/internal/lang"
)

// namedOnly reports whether a Russian event is only named for something else: what a
// show is about («выставка, посвящённая конкурсу»), what somebody has won («победитель
// международного турнира»), whose capital a town is, or several of a kind that are
// counted («провёл 17 переговоров»).
func (f *eventFinder) namedOnly(ph *phrase) bool {
	if !f.russian() || ph.from == 0 {
		return false
	}
	k := ph.from - 1
	w := f.l.Fold(k)
	if strings.HasPrefix(w, "посвящен") && ph.kind() != "anniversary" || f.l.Plays(k, f.p.know.roles.feat) {
		return true
	}
	if w == "честь" { // в честь праздника
		return ph.mods == 0 && !ph.topic && ph.quoted[1] == 0
	}
	if f.l.Plays(k, f.p.know.roles.capitalOf) {
		return ph.kind() == "competition"
	}
	if ph.quoted[1] > 0 {
		return false
	}
	n, ok := f.numeralAt(k)
	return ok && !n.ordinal && n.digits && n.value > 3 && n.value < 1000 && !f.is(k, lang.DateChunk)
}

// markedPhrase leaves out of a Russian event's name marks around words that only say
// where: ««На полях» первой конференции».
func (f *eventFinder) markedPhrase(ph *phrase) {
	if !f.russian() || ph.quoted[1] == 0 || ph.quoted[1] > ph.head || !f.l.Has(ph.quoted[0], f.prep) {
		return
	}
	ph.from, ph.quoted = ph.quoted[1]+1, [2]int{}
}

// rightBehind reports whether only a day and the kind of a town stand between a Russian
// verb and a place: «состоявшегося 1 сентября в городе Тяньцзинь».
func (f *eventFinder) rightBehind(d *deed, m *mention) bool {
	words := 0
	for k := d.end; k < m.start; k++ {
		if f.is(k, lang.DateChunk) {
			continue
		}
		if words++; words > 2 || f.l.Is(k, lang.Punct) {
			return false
		}
	}
	return true
}

// ofDecision reports whether a Russian verb before an event takes an act right behind
// it, which the event is only named by: «примет решение о допуске до соревнований».
func (f *eventFinder) ofDecision(ph *phrase, d *deed) bool {
	if !f.russian() || d.end > ph.from || !strings.HasPrefix(f.l.Fold(d.end-1), "прин") && !strings.HasPrefix(f.l.Fold(d.end-1), "прим") {
		return false
	}
	c := f.p.know.lists.instrumentNoun
	for k := d.end; k < ph.from && k < d.end+2; k++ {
		if f.l.Has(k, c) {
			return true
		}
	}
	return false
}

// notThere reports whether a person named in a sentence takes no part in its event:
// a house is called after them («Абай атындағы мұражайда»), or in Russian it is
// held in their memory, or they only tell of it.
func (f *eventFinder) notThere(m *mention) bool {
	if f.english() {
		return f.onlyTells(m) || f.absent(m) || m.start > 1 && f.l.Fold(m.start-1) == "after" && f.l.Fold(m.start-2) == "named" // the university named after X
	}
	if f.p.know.headLast && (f.l.Has(m.end, f.p.know.lists.namedAfter) || f.rememberedYear(m)) {
		return true
	}
	if !f.russian() || m.start == 0 {
		return false
	}
	if f.l.Plays(m.start-1, f.p.know.roles.recalledOf) {
		return true
	}
	k := m.start - 1
	for n := 0; n < 6 && k > 0 && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.p.know.lists.sayVerb); n++ {
		if f.l.Has(k, f.noun) { // заявил на церемонии X
			return false
		}
		k--
	}
	return f.l.Has(k, f.p.know.lists.sayVerb) && k > 0 && (f.l.Rune(k-1) == ',' || isDash(f.l.Rune(k-1)))
}

// ofEventBefore reports whether a Russian place belongs to another event, after or
// before which this one is: «после парада на Красной площади он встретился с …».
func (f *eventFinder) ofEventBefore(m *mention, ph *phrase) bool {
	if m.class != lang.PlaceChunk || m.end > ph.from || m.start < 3 {
		return false
	}
	for k := m.start - 2; k > 0 && k > m.start-5; k-- {
		if !f.l.Has(k, f.noun) {
			continue
		}
		for i := k - 1; i >= 0 && i > k-4; i-- {
			switch f.l.Fold(i) {
			case "после", "перед":
				return true
			}
			if !f.adjectival(i) {
				break
			}
		}
		return false
	}
	return false
}

// openedKind gives the kind of a session or a meeting that opens or closes, where the
// Russian noun of the opening is its head: «после открытия пленарного заседания»; ""
// elsewhere.
func (f *eventFinder) openedKind(ph *phrase) string {
	if !f.russian() || ph.kind() != "ceremony" || !strings.HasPrefix(f.l.Fold(ph.head), "открыти") && !strings.HasPrefix(f.l.Fold(ph.head), "закрыти") {
		return ""
	}
	for k := ph.headEnd; k < ph.to; k++ {
		if c, ok := f.l.Chunk(k, f.noun); ok {
			kind, _, _ := strings.Cut(f.l.Entry(c).Value, " ")
			if kind == "session" || kind == "meeting" {
				return kind
			}
			return ""
		}
	}
	return ""
}

// sameNames reports whether the conjunction at token j joins two names of one class in
// a Russian name: «об ассоциации Украины и Молдавии».
func (g *ground) sameNames(j int) bool {
	a, b := g.at(j-1), g.at(j+1)
	return a != nil && b != nil && a.class == b.class && a.entity != b.entity && (a.class == lang.PlaceChunk || a.class == lang.OrgChunk) && !g.l.Has(a.start-1, g.topic)
}

// pairInTopic adds the two states or bodies that the name of a Russian instrument
// joins in the genitive: «соглашение об ассоциации Украины и Молдавии».
func (f *agreementFinder) pairInTopic(ph *phrase, add func(int)) {
	if !f.russian() || !ph.has("firm") || ph.has("act") {
		return
	}
	for j := ph.headEnd + 2; j+1 < ph.to; j++ {
		if f.joins(j) && f.sameNames(j) {
			a, b := f.at(j-1), f.at(j+1)
			if a.class != lang.PlaceChunk || !f.isCountry(a.entity) || !f.isCountry(b.entity) || f.l.Has(a.start-1, f.in) || f.p.foldAt(a.start-1) == "из" {
				continue
			}
			add(a.entity)
			add(b.entity)
			return
		}
	}
}

// headedPlace reports whether a Russian town or region is one of two whose heads are told
// in the plural, without names: «мэры Найроби и Кампалы подписали».
func (f *agreementFinder) headedPlace(m *mention) bool {
	if !f.russian() || m.start < 1 {
		return false
	}
	heads := f.p.know.roles.heads
	if f.l.Plays(m.start-1, heads) {
		o := f.at(m.end + 1)
		return f.joins(m.end) && o != nil && o.class == lang.PlaceChunk
	}
	if !f.joins(m.start - 1) {
		return false
	}
	o := f.at(m.start - 2)
	return o != nil && o.class == lang.PlaceChunk && o.start > 0 && f.l.Plays(o.start-1, heads)
}

// houseOpened reports whether a Russian rule that tells of the opening of a house tells
// an event: with a day that is no history, or where it is the news that opens the text:
// «В столице Кении открылся музей», «Президент открыл аэропорт в Мапуту».
func (f *eventFinder) houseOpened(h *happening, d *deed, s lang.Sentence) bool {
	if d.rule.Get("opens") == "" {
		return true
	}
	if h.ownDate {
		pub, ok := f.p.today()
		year := h.date.String()
		return len(year) >= len("2006-01-02") && ok && year[:4] >= strconv.Itoa(pub.Year()-1)
	}
	if s.First > 0 || d.mood != "past" || h.place < 0 {
		return false
	}
	if m := f.at(d.start - 1); m != nil && m.class == lang.PlaceChunk && m.entity == h.place {
		return true
	}
	for k := d.end; k < d.end+5 && k < s.Last; k++ {
		if m := f.at(k); m != nil && m.class == lang.PlaceChunk && m.entity == h.place && f.located(m) {
			return true
		}
	}
	return false
}

// passes reports whether a Russian verb tells that what may be a house or a thing takes
// place: «прошла вторая школа молодых учёных», but «открылась вторая школа» and
// «школа прошла проверку».
func (f *eventFinder) passes(ph *phrase, d *deed) bool {
	if r := f.relativeBehind(ph); r != nil { // участвовал в | смотре, который прошёл 5 мая
		d = r
	}
	if d == nil || ph.mods == 0 && f.edition(ph) == 0 && !ph.topic && f.l.Fold(ph.head) == ph.entry.Folded()[0] && !(d.end == ph.from && strings.HasPrefix(f.l.Fold(d.end-1), "состоя")) {
		return false
	}
	told := false
	for i := d.start; i < d.end && !told; i++ {
		told = f.l.Plays(i, f.p.know.roles.passes)
	}
	if !told || d.end <= ph.from {
		return told
	}
	next := d.end
	return next >= len(f.l.Toks) || f.l.Is(next, lang.Punct) || f.is(next, lang.DateChunk) || f.l.Has(next, f.p.know.lists.inPrep) || f.l.Has(next, f.prep)
}
