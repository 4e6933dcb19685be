package reader

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// paragraphEnd gives the token after the paragraph of token i.
func (p *part) paragraphEnd(i int) int {
	for i++; i < len(p.lat.Toks) && !p.lat.Toks[i].Para; i++ {
	}
	return i
}

// when gives the date of what is done with an instrument: the day of its sentence that
// stands nearest to the instrument and its verb, else that of what the text tells.
func (f *agreementFinder) when(ph *phrase, d *deed, s lang.Sentence, status string) value.Date {
	if m := f.putOffTo(ph, s); m != nil && status == "planned" {
		f.anchored = false
		return m.date
	}
	best, dateline := f.nearestDay(ph, d, s, status)
	if f.english() && d != nil && (d.rule.Name == "agreement.works" || d.rule.Name == "agreement.valid") { // what it stipulates for a day
		best = value.Date{}
	}
	if m := f.whenClause(ph, d, s); m != nil && status != "planned" {
		best = m.date
	}
	if best.IsZero() && status != "other" {
		best = f.nthDay(s)
	}
	if f.anchored = best.IsZero() || dateline; best.IsZero() {
		best = f.dayOfText(ph, d, s, status)
	}
	return best
}

// dayOfText gives the day of what is done with an instrument in a sentence that names
// none: that of the text for what is news, that before for what is told to follow, the
// day to come for what is planned; zero for what is recalled.
func (f *agreementFinder) dayOfText(ph *phrase, d *deed, s lang.Sentence, status string) (best value.Date) {
	if (status == "signed" || status == "adopted" || f.english() && f.newsOf(d)) && !f.isBasis(ph) && !f.earlierOne(ph) && !f.toldAside(ph, d, s) && !f.toldEarlier(s) && !f.sinceDone(ph, d, s) && !(f.english() && f.recalledHere(ph, d, s.First)) {
		best = f.p.anchor(s.First)
	}
	if best.IsZero() && status == "planned" {
		best = f.coming(s)
	}
	if best.IsZero() && status == "other" && d != nil && d.mood == "done" && !strings.HasSuffix(d.value, "force") { // «В тот же день ратифицировали …»
		best = f.p.sameDayBefore(s.First)
	}
	return best
}

// putOffTo gives the date that an English instrument before it is put off to, no other
// told of between: "The protocol, planned for the autumn, has been put off until
// February"; nil where none is told.
func (f *agreementFinder) putOffTo(ph *phrase, s lang.Sentence) *mention {
	put := f.p.know.lists.putOff
	if !f.english() || !f.p.hasAll.classes.Has(put) { // most texts
		return nil
	}
	for k := ph.to; k+1 < s.Last; k++ {
		if f.inOther(k, ph) || f.l.Rune(k) == ';' || f.l.Plays(k, f.p.know.roles.otherClause) || f.l.Has(k, f.p.know.lists.eventNoun) && f.l.Is(k, lang.Lower) && k > ph.to {
			return nil
		}
		if c, ok := f.l.Chunk(k, put); ok {
			at := int(c.End)
			if m, ok := f.p.mentionAt(at+1, lang.DateChunk); ok && (f.l.Has(at, f.p.know.lists.untilWord) || f.l.Has(at, f.p.know.lists.partyTo)) && !m.date.IsZero() {
				return m
			}
		}
	}
	return nil
}

// isBasis reports whether something else rests on an instrument, so that the day
// of the text is not its own: "under a grant agreement signed with the fund".
func (f *agreementFinder) isBasis(ph *phrase) bool {
	basis := f.p.know.lists.basis
	if basis == lang.NoClass {
		return false
	}
	if f.headLast {
		return f.l.Has(ph.to, basis)
	}
	end := ph.from
	if end > 0 && (f.l.Has(end-1, f.article) || f.l.Has(end-1, f.p.know.lists.indefinite)) {
		end--
	}
	for k := max(0, end-4); k < end; k++ {
		if c, ok := f.l.Chunk(k, basis); ok && int(c.End) == end {
			return true
		}
	}
	return false
}

// asideOf reports whether a date stands in the participle clause between an
// instrument and its verb: «договор, парафированный в октябре, будет подписан».
func (f *agreementFinder) asideOf(m *mention, ph *phrase, d *deed) bool {
	if !f.russian() || m.start < ph.to || m.end >= d.start || f.l.Rune(ph.to) != ',' || f.l.Rune(d.start-1) != ',' && !f.commaBetween(m.end, d.start) {
		return false
	}
	return f.p.know.endings.participleEnd.end(f.l.Fold(ph.to+1), 4)
}

// signedAside reports whether a date stands in a participle clause right
// behind an instrument that says when it was signed or adopted.
func (f *agreementFinder) signedAside(m *mention, ph *phrase) bool {
	if !f.russian() || f.l.Rune(ph.to) != ',' || m.start <= ph.to || m.start > ph.to+12 || f.commaBetween(ph.to+1, m.start) {
		return false
	}
	ch, ok := f.l.Chunk(ph.to+1, f.p.know.lists.dealDone)
	if !ok || !f.p.know.endings.participleEnd.end(f.l.Fold(ph.to+1), 4) {
		return false
	}
	v := f.l.Entry(ch).Value
	return strings.HasPrefix(v, "signed") || strings.HasPrefix(v, "adopted")
}

// dayBehind reports whether a Russian verb that tells of the coming into force has a day
// right behind it: «соглашение, подписанное в 2021 году, вступило в силу 1 марта».
func (f *agreementFinder) dayBehind(d *deed, s lang.Sentence) bool {
	if !strings.Contains(d.value, "force") {
		return false
	}
	for k := d.end; k < d.end+4 && k < s.Last && f.l.Rune(k) != ','; k++ {
		if f.is(k, lang.DateChunk) {
			return true
		}
	}
	return false
}

// commaBetween reports whether a comma stands in the tokens [from, to).
func (g *ground) commaBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if g.l.Rune(i) == ',' {
			return true
		}
	}
	return false
}

// coming gives the date of the coming event that a sentence speaks of ("on the
// sidelines of the meeting"): the last one named that lies ahead.
func (f *agreementFinder) coming(s lang.Sentence) (best value.Date) {
	prep, noun, at := f.p.know.lists.eventPrep, f.p.know.lists.eventNoun, -1
	told, until := false, s.Last
	for i := s.First; i+1 < s.Last && !told; i++ {
		if f.l.Has(i, noun) {
			if f.russian() { // what the sentence tells of behind it is another event
				until = i
			}
			for k := max(s.First, i-3); k <= i+1 && !told; k++ {
				told = f.l.Has(k, prep)
			}
			told = told || f.headLast && f.slot(i, "loc") // конгресте қабылданбақ
		}
	}
	if !told {
		return best
	}
	para := f.p.paragraphOf(s.First)
	if para > 0 {
		para = f.p.paragraphOf(para - 1)
	}
	if f.headLast { // wherever the text says when
		para = 0
	}
	for k := range f.p.mens {
		m := &f.p.mens[k]
		if m.class != lang.DateChunk || m.start >= until || m.start < max(para, at+1) || m.date.IsZero() || !f.future(m.date) {
			continue
		}
		of := f.p.sentenceOf(m.start)
		for i := of.First; i < of.Last; i++ {
			if f.l.Has(i, noun) {
				best, at = m.date, m.start
				break
			}
		}
	}
	return best
}

// future reports whether a date lies behind the day of publication.
func (g *ground) future(d value.Date) bool {
	if g.p.doc.opt.Published.IsZero() {
		return false
	}
	lo, _ := d.Bounds()
	_, day := g.p.doc.opt.Published.Bounds()
	return lo > day
}

// otherDeed reports whether a date stands next to another verb than d.
func (f *ground) otherDeed(m *mention, d *deed) bool {
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start == d.start || o.mood == "" {
			continue
		}
		if gap(m.start, m.end, o.start, o.end) < gap(m.start, m.end, d.start, d.end) {
			return true
		}
	}
	return false
}

// gap is the number of tokens between two runs.
func gap(a, b, c, d int) int {
	switch {
	case b <= c:
		return c - b
	case d <= a:
		return a - d
	}
	return 0
}

// anchor gives the day that what is told before token i happened on: the last
// date of its paragraph before it, else the next there, else the first of the
// text, as far as it is a month or less and not after the publication.
func (p *part) anchor(i int) value.Date {
	if day := p.sameDayBefore(i); !day.IsZero() {
		return day
	}
	if month := p.monthLabel(i); !month.IsZero() {
		return month
	}
	para := p.paragraphOf(i)
	if p.leadsBack(i) {
		if before := p.mentionsIn(lang.DateChunk, para, i); len(before) > 0 {
			return p.mens[before[len(before)-1]].date
		}
		return value.Date{}
	}
	if day := p.openingDay(para, i); !day.IsZero() {
		return day
	}
	if m := p.newsDay(para, i); m != nil {
		return m.date
	}
	for _, k := range slices.Backward(p.mentionsIn(lang.DateChunk, para, i)) {
		if m := &p.mens[k]; near(m.date, p.doc.opt.Published) && !p.inWhoClause(m) && !p.noAnchor(m) {
			return m.date
		}
	}
	for _, k := range p.mentionsIn(lang.DateChunk, i, p.paragraphEnd(para)) { // told on in the same paragraph
		if m := &p.mens[k]; m.start >= i && near(m.date, p.doc.opt.Published) && !p.asideInRussian(m) && !p.monthAhead(m) && !p.noAnchor(m) && !p.ofLaterRU(m, i) {
			return p.leadDay(m)
		}
	}
	for _, k := range p.mentionsOf(lang.DateChunk) {
		m := &p.mens[k]
		if m.start >= i {
			break
		}
		if near(m.date, p.doc.opt.Published) && !p.noAnchor(m) {
			return p.leadDay(m)
		}
	}
	return value.Date{}
}

// monthLabel gives the month that heads a sentence as its label, "3. April. The
// session …", «Сәуір: …»: the last such month up to the day of publication.
func (p *part) monthLabel(i int) value.Date {
	for k := i; k < min(i+8, len(p.lat.Toks)-1); k++ {
		if !p.lat.Is(k, lang.Word) {
			continue
		}
		month, end, ok := p.lat.Value(k, p.know.lists.month)
		if r := p.lat.Rune(end); !ok || r != '.' && r != ':' {
			break
		}
		published, known := p.doc.opt.Published.First()
		n, err := strconv.Atoi(month)
		if err != nil || !known {
			break
		}
		year := published.Year()
		if n > int(published.Month()) {
			year--
		}
		date, _ := edtf("%04d-%02d", year, n)
		return date
	}
	return value.Date{}
}

// leadsBack reports whether the sentence that begins at token i tells of the time
// told right before it: "At that time", «тогда», «сол кезде».
func (p *part) leadsBack(i int) bool {
	r := &p.know.roles
	for k := i; k < i+3; k++ {
		if p.lat.Plays(k, r.backThen) && k == i || p.lat.Plays(k, r.thatOnce) && p.lat.Plays(k+1, r.timeOfThat) {
			return true
		}
	}
	return false
}

// inWhoClause reports whether a date stands in an English clause that only says
// more of somebody: "Archbishop Hale, who retired in September".
func (p *part) inWhoClause(m *mention) bool {
	for k := m.start - 1; k > 0 && k > m.start-16 && p.know.pack.Tag == "en"; k-- {
		if r := p.lat.Rune(k); r == ',' || r == ';' || r == '.' {
			return false
		}
		if p.lat.Plays(k, p.know.roles.whoWhose) {
			return p.lat.Rune(k-1) == ','
		}
	}
	return false
}

// leadDay gives the day a text tells of from its first date: where that is
// the dateline, which says when the text was written, the next near date of
// the same paragraph.
func (p *part) leadDay(first *mention) value.Date {
	if first.start > datelineReach && first.start > p.opensAt()+datelineReach || p.doc.opt.Published.IsZero() || first.date.String() != p.doc.opt.Published.String() {
		return first.date
	}
	for _, k := range p.mentionsIn(lang.DateChunk, first.end, p.paragraphEnd(first.start)) {
		if m := &p.mens[k]; m.start >= first.end && near(m.date, p.doc.opt.Published) {
			return m.date
		}
	}
	return first.date
}

// datelineReach is how many tokens into a text its dateline may begin.
const datelineReach = 8

// openingDay gives the date a paragraph of a chronicle opens with, for what
// stands at token i behind it: "10 March 1998. The states signed …".
func (p *part) openingDay(para, i int) value.Date {
	m, ok := p.mentionAt(para, lang.DateChunk)
	if !ok || m.end > i {
		return value.Date{}
	}
	if m.end < i && p.know.pack.Tag == "en" && p.lat.Toks[m.end].Break { // a line of its own
		return m.date
	}
	if r := p.lat.Rune(m.end); r == '.' || r == ':' || isDash(r) {
		return m.date
	}
	return value.Date{}
}

// near reports whether a date is of the days before the publication: news
// tells of it.
func near(d, published value.Date) bool {
	if d.IsZero() {
		return false
	}
	lo, hi := d.Bounds()
	if hi-lo > 31 {
		return false
	}
	if published.IsZero() {
		return true
	}
	_, day := published.Bounds()
	return lo <= day && day-hi <= 45
}

// inAim reports whether an English place is where the aim of an instrument lies,
// not where it is signed: "a loan to upgrade heating in Darkhan".
func (f *agreementFinder) inAim(m *mention, ph *phrase) bool {
	if !f.english() || m.start < ph.to || m.start > ph.to+12 {
		return false
	}
	if f.ofTopicThing(m, ph) {
		return true
	}
	if m.start > ph.to+8 {
		return false
	}
	for k := ph.headEnd; k+1 < m.start; k++ {
		if f.l.Rune(k) == ',' {
			return false
		}
		if f.l.Plays(k, f.p.know.roles.to) && f.l.Is(k+1, lang.Lower) && !f.l.Has(k+1, f.article) && f.at(k+1) == nil {
			return true
		}
	}
	return false
}

// where gives the place of what is done with an instrument.
func (f *agreementFinder) where(ph *phrase, d *deed, s lang.Sentence) string {
	if d == nil {
		return ""
	}
	best, cost := -1, 14
	for m := f.nextNamed(s.First, s.Last); m != nil; m = f.nextNamed(m.end, s.Last) {
		if m.class != lang.PlaceChunk || m.entity < 0 || f.headLast && d.end <= ph.from && m.start >= ph.to || f.amidAside(m, ph) || !f.locative(m) || f.comesFrom(m) || f.headLast && f.townLowKK(m.end) && attributiveKK(f.l.Fold(m.end)) || m.start >= ph.from && m.start < ph.to || f.inAim(m, ph) || f.placeOfOther(m, ph, d) || f.seatOfBodyKK(m) || f.notThereKK(m) || f.whomProposedTo(m, d) || f.ofOwnedThing(m, ph) || f.notWhere(m, d) || f.p.besideWhatIsTold(m.start, d.start, d.end) || f.english() && (f.joins(m.start-1) || f.bodyThere(m) || f.l.Has(m.end, f.p.know.lists.eventNoun)) || f.russian() && (f.postedTo(m) || f.behindItsClause(m, ph, d) || f.ofEventInTopic(m, ph, d) || f.ofMemberBefore(m, ph) || f.ofTopicPlace(m, ph) || f.ofWhatDecided(m, ph) || f.ofBodyInState(m) || len(f.p.covering(lang.TitleChunk, m.start)) > 0) {
			continue
		}
		c := min(gap(m.start, m.end, d.start, d.end), gap(m.start, m.end, ph.from, ph.to))
		if f.whereSubjectIs(m, d, s) {
			c += 4
		}
		if f.inLooseAside(m, d) || f.nameBeforeVerb(m, ph, d) {
			c += 8
		}
		framed := f.framedBy(m, d, s)
		for k := m.end; k < d.start && !framed; k++ { // "a forum in Lisbon and signed": another clause
			if f.joins(k) && !f.headLast && !f.joinsActors(k) {
				c += 12
			}
		}
		if c < cost || best < 0 && f.framedByKK(m, d.start, s) {
			best, cost = m.entity, c
		}
	}
	if best < 0 {
		return f.whereTheyMetKK(d, s)
	}
	return ref(best)
}

// within reports whether every word of a name stands in another.
func within(a, b string) bool {
	words := strings.Fields(lang.Fold(b))
	for _, w := range strings.Fields(lang.Fold(a)) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// overlaps reports whether two dates as they are written in statements may be the same day:
// "2024-05" and "2024-05-16".
func overlaps(a, b string) bool {
	x, err1 := value.ParseDate(a)
	y, err2 := value.ParseDate(b)
	return err1 == nil && err2 == nil && x.Overlaps(y)
}
