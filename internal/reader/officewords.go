package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Words that stand beside an English title without belonging to it. Packs
// without a list of titles in the plural are read otherwise;
// trimTail alone serves both.

// asideWord reports whether the word at token k before a title only says when
// or what happens: "currently head of", ", replacing Colonel X".
func (f *officeFinder) asideWord(k int) bool {
	if f.plural == lang.NoClass || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.mod) || k == 0 {
		return false
	}
	w := f.l.Fold(k)
	if f.l.Rune(k-1) == '-' && f.l.Has(k, f.p.know.lists.objectVerb) { // re-appointed
		return true
	}
	return strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "ing") && f.l.Rune(k-1) == ','
}

// verbAhead reports whether the article at token i is that of an object: the
// words from start on are a clause and no apposition (", paid an official
// visit").
func (f *officeFinder) verbAhead(i, start int) bool {
	if f.plural == lang.NoClass || i == start || !f.l.Has(i, f.article) && (f.anArticle == lang.NoClass || !f.l.Has(i, f.anArticle)) {
		return false
	}
	k := i - 1
	return f.l.Is(k, lang.Lower) && (f.l.Has(k, f.p.know.lists.pastWord) || f.p.know.endings.pastEnd.end(f.l.Fold(k), 2))
}

// ofEvent reports whether the word behind a title's head is the noun of an
// event, so that the head is an adjective: "official visit".
func (f *officeFinder) ofEvent(i int) bool {
	return f.plural != lang.NoClass && i < len(f.l.Toks) && f.l.Is(i, lang.Lower) && f.l.Has(i, f.p.know.lists.eventNoun)
}

// otherOffice reports whether "and" at token i leads to another office, where
// the one whose head is at token head has said of what it is: "Minister of
// Health and Chair of the Vaccine Board".
func (f *officeFinder) otherOffice(i, head int) bool {
	if f.plural == lang.NoClass || !f.l.Has(i, f.p.know.lists.numJoin) {
		return false
	}
	if f.l.Has(i+1, f.tenure) && (f.l.Has(i+2, f.head) || f.l.Has(i+3, f.head) && f.l.Is(i+2, lang.Word) && !f.l.Has(i+2, f.stop)) { // a lawyer | and former mayor
		return true
	}
	if i < head+3 {
		return false
	}
	told := false
	for k := head + 1; k < i && !told; k++ {
		told = f.l.Has(k, f.link)
	}
	k := i + 1
	for told && k < i+3 && (f.l.Has(k, f.article) || f.l.Has(k, f.mod) || f.l.Has(k, f.tenure)) && !f.l.Has(k, f.head) {
		k++
	}
	c, ok := f.l.Chunk(k, f.head)
	return told && ok && f.l.Has(int(c.End), f.link)
}

// speaksFor reports whether the head at token i is that of the office for which
// the person of another one acts: "Spokesperson for the UN High Commissioner".
func (f *officeFinder) speaksFor(i, limit int) bool {
	if f.plural == lang.NoClass {
		return false
	}
	k := i - 1
	for k > limit && (f.l.Has(k, f.mod) || f.l.Is(k, lang.Cap) && !f.l.Has(k, f.head)) {
		k--
	}
	if k > limit && f.l.Has(k, f.article) {
		k--
	}
	if k <= limit || !f.l.Has(k, f.p.know.lists.of) && !f.l.Plays(k, f.p.know.roles.forWhat) && !f.l.Plays(k, f.p.know.roles.to) {
		return false
	}
	start, ok := f.headEnding(k-1, limit)
	return ok && !f.aideNamed(start, limit)
}

// aideNamed reports whether the English office with its head at token i is held by somebody
// named before it, so that the name behind the next office is another's: "X, special adviser
// to | Prime Minister Y".
func (f *officeFinder) aideNamed(i, limit int) bool {
	for i > limit && (f.l.Has(i-1, f.mod) || f.l.Has(i-1, f.article) || f.l.Has(i-1, f.anArticle) || f.l.Has(i-1, f.tenure) || f.l.Is(i-1, lang.Lower) && !f.l.Has(i-1, f.stop)) {
		i--
	}
	return i-1 > limit && f.l.Rune(i-1) == ',' && f.endsMention(i-2, limit-4) && len(f.p.covering(lang.PersonChunk, i-2)) > 0
}

// cutOccasion ends a title that a verb ties to a person before the words that
// say when it was given: "president at its 53rd congress".
func (f *officeFinder) cutOccasion(t *title) {
	if f.plural == lang.NoClass {
		return
	}
	c, ok := f.l.Chunk(t.head, f.head)
	if !ok {
		return
	}
	for i := int(c.End); i < t.to; i++ {
		if !f.l.Plays(i, f.p.know.roles.worksAt) {
			continue
		}
		for k := i + 1; k <= i+5 && k < len(f.l.Toks); k++ {
			if f.l.Has(k, f.poss) || f.l.Has(k, lang.DateChunk) || f.l.Has(k, f.p.know.lists.eventNoun) && f.l.Is(k, lang.Lower) {
				t.to = i
				return
			}
			if !f.l.Is(k, lang.Word) || f.l.Has(k, lang.OrgChunk) { // curator at the | Osh Museum since 2019
				break
			}
		}
	}
}

// ofStateEnding gives the token of the "of" whose place ends with token k,
// behind the name of a person: "Jan Lisek of Czechia"; -1 elsewhere.
func (f *officeFinder) ofStateEnding(k int, s lang.Sentence) int {
	for j := k; j > s.First && j > k-6; j-- {
		x, ok := f.p.mentionAt(j, lang.PlaceChunk)
		if !ok || x.end != k+1 {
			continue
		}
		at := j - 1
		if at > s.First && f.l.Has(at, f.article) {
			at--
		}
		if at > s.First && f.l.Has(at, f.p.know.lists.of) && f.personEnding(at-1, s) >= 0 {
			return at
		}
	}
	return -1
}

// handover is one person before or after another in one office.
type handover struct {
	who, of      int
	tenure, rule string
}

// handOver states of a person the office in which he or she comes before or
// after another: "X took over from Y" gives Y the office that the text has just
// given X. An office that X holds by a mere rank or profession is not handed on,
// and none but a post where X has one.
func (f *officeFinder) handOver(h handover, s lang.Sentence) {
	if h.who == h.of {
		return
	}
	post := slices.ContainsFunc(f.p.doc.statements, func(st statement) bool {
		return st.Kind == read.Office && st.Person == ref(h.of) && f.isPost(st.Title)
	})
	for _, st := range slices.Backward(f.p.doc.statements) {
		if st.Kind != read.Office || st.Person != ref(h.of) || !f.isPost(st.Title) && (post || st.Organization == "" && st.Tenure == "") {
			continue
		}
		if st.Tenure == "former" {
			if f.plural != lang.NoClass && st.last <= s.First {
				continue // was engineer before, and succeeds X as director
			}
			return
		}
		if !f.isNew(h.who, st.Title, -1, false) {
			return
		}
		f.p.state(read.Statement{Kind: read.Office, Person: ref(h.who), Title: st.Title, Organization: st.Organization, Place: st.Place, Tenure: h.tenure}, h.rule, s.First, s.Last)
		return
	}
}

// leaves gives the offices that a sentence names with their holder the tenure of what the
// holder does: "Minister X resigned". A rank or profession stays where a post is named.
func (f *officeFinder) leaves(who int, tenure string, s lang.Sentence) {
	post := false
	for _, named := range [...]bool{false, true} {
		for k := range slices.Backward(f.p.doc.statements) {
			st := &f.p.doc.statements[k]
			if st.first < s.First {
				break
			}
			if st.Kind != read.Office || st.Person != ref(who) || st.Tenure != "" {
				continue
			}
			if isPost := f.isPost(st.Title); !named {
				post = post || isPost
			} else if isPost || !post {
				st.Tenure = tenure
			}
		}
	}
}

// isPost reports whether a title is a post that one hands on to another, not a
// rank or a profession: its head stands in the pack's postnoun list.
func (f *officeFinder) isPost(title string) bool {
	title = lang.Fold(title)
	for _, link := range [...]string{" of ", " for ", " to "} {
		title, _, _ = strings.Cut(title, link)
	}
	return f.p.know.endings.postNoun.whole(title[strings.LastIndexByte(title, ' ')+1:])
}

// withoutOwner leaves out what stands before and behind an English title that a
// verb ties to a person: whose office it is, and for how long: "served as |
// AIBD's officiating | director | for eight months".
func (f *officeFinder) withoutOwner(t *title) {
	if f.plural == lang.NoClass {
		return
	}
	f.cutOwner(t)
	c, ok := f.l.Chunk(t.head, f.head)
	if !ok {
		return
	}
	f.wholeField(t, int(c.End))
	f.cutService(t, int(c.End))
}

// cutOwner takes an owner before the head of a title off it and, where the text
// names it, for the body or the place of the office.
func (f *officeFinder) cutOwner(t *title) {
	for i := t.from + 1; i < t.head; i++ {
		if !isApostropheRune(f.l.Rune(i)) || !f.l.Plays(i+1, f.p.know.roles.ownS) && !f.l.Is(i+1, lang.Cap) {
			continue
		}
		org, place := -1, -1
		for k := t.from; k < i; k++ {
			if m, ok := f.p.mentionAt(k, lang.OrgChunk); ok && m.end == i {
				org = m.entity
			}
			if m, ok := f.p.mentionAt(k, lang.PlaceChunk); ok && m.end == i {
				place = m.entity
			}
		}
		if org < 0 && place < 0 {
			if org = f.bodyNamed(i - 1); org < 0 && f.l.Is(i-1, lang.Cap) && !f.l.Has(i-1, f.p.know.lists.orgHead) {
				return // the People's Commissar
			}
		}
		t.org, t.place = org, place
		if t.from = i + 1; f.l.Plays(t.from, f.p.know.roles.ownS) {
			t.from++
		}
		for t.from < t.head {
			c, ok := f.l.Chunk(t.from, f.tenure)
			if !ok || int(c.End) > t.head {
				break
			}
			t.from = int(c.End)
		}
		return
	}
}

// wholeField takes the rest of the name of a field into a title, with the body behind
// it: Chief of Media Relations and External | Communications at the Fund.
func (f *officeFinder) wholeField(t *title, headEnd int) {
	last := t.to - 1
	if last <= headEnd || !f.l.Is(last, lang.Cap) && !f.l.Plays(last, f.p.know.roles.and) || f.l.Has(last, lang.OrgChunk) {
		return
	}
	for t.to < len(f.l.Toks) && f.l.Is(t.to, lang.Cap) && !f.l.Toks[t.to].Para && !f.l.Has(t.to, lang.PersonChunk) && !f.l.Has(t.to, lang.PlaceChunk) && !f.l.Has(t.to, lang.OrgChunk) {
		t.to++
	}
	if k := t.to; t.to > last+1 && f.l.Has(k, f.link) && k+2 < len(f.l.Toks) {
		if f.l.Has(k+1, f.article) {
			k++
		}
		if m, ok := f.p.mentionAt(k+1, lang.OrgChunk); ok {
			t.to = m.end
		}
	}
}

// cutService cuts off a title since when and for how long one has served.
func (f *officeFinder) cutService(t *title, headEnd int) {
	for i := headEnd; i+1 < t.to; i++ {
		if f.l.Plays(i, f.p.know.roles.servesSince) {
			t.to = i
			return
		}
		if !f.l.Plays(i, f.p.know.roles.servesFor) {
			continue
		}
		k := i + 1
		if f.l.Has(k, f.article) || f.l.Has(k, f.anArticle) || f.l.Has(k, f.mod) {
			k++
		}
		if k >= t.to || f.l.Is(k, lang.Number) || f.l.Has(k, lang.NumberChunk) || f.l.Has(k, lang.DateChunk) || f.l.Has(k, f.p.know.lists.timeUnit) {
			t.to = i
			return
		}
	}
}

// addressed reports whether token k before an English title is a form of address or
// the verb behind "to": "the Hon | Prime Minister X", "to thank | coach X".
func (f *officeFinder) addressed(k int) bool {
	if f.plural == lang.NoClass || k == 0 {
		return false
	}
	if f.l.Is(k, lang.Lower) {
		return f.l.Plays(k-1, f.p.know.roles.to) && !f.l.Has(k, f.mod) && !f.l.Has(k, f.head)
	}
	t := &f.l.Toks[k]
	return f.l.Plays(k, f.p.know.roles.addressed) || t.End-t.Start == 1 && t.Is(lang.Glued) && f.l.Rune(k-1) == '.' // H.E | President X
}

// byPronoun reports whether an English word in small letters is a verb behind a
// pronoun, or how somebody was chosen: "She replaces | Ambassador X", "elected by
// acclamation | Ambassador X".
func (f *officeFinder) byPronoun(k, limit int) bool {
	if f.plural == lang.NoClass || k <= limit || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.mod) {
		return false
	}
	return f.l.Plays(k-1, f.p.know.roles.replaces) || f.l.Plays(k-1, f.p.know.roles.by) && f.l.Plays(k, f.p.know.roles.chosenBy)
}

// alsoHolds states the further offices of an English title that a verb ties to a
// person: "was appointed director of the museum | and Chair of the Board", "as
// well as Ambassador to Austria". An article would begin another clause.
func (f *officeFinder) alsoHolds(first title, person int, s lang.Sentence, rule string) {
	if f.plural == lang.NoClass {
		return
	}
	for i := first.to; i+1 < s.Last && i < first.to+24; i++ {
		r := f.l.Rune(i)
		if r == ';' || r == '.' || r == ':' || f.l.Has(i, lang.PersonChunk) || f.l.Has(i, f.p.know.lists.sayVerb) {
			return
		}
		k, tenure, ok := f.opensFurther(i, &first)
		if !ok {
			continue
		}
		t := title{org: -1, place: -1, head: -1, tenure: tenure}
		for j := k; j < min(s.Last, k+5); j++ {
			if c, ok := f.l.Chunk(j, f.head); ok {
				t.head, t.from, t.to = j, k, int(c.End)
				break
			}
			if !f.l.Has(j, f.mod) && !f.l.Is(j, lang.Cap) && f.l.Rune(j) != '-' || f.l.Has(j, lang.OrgChunk) {
				break
			}
		}
		if t.head < 0 || (!f.l.Has(t.to, f.link) || f.l.Has(t.to, f.p.know.lists.numJoin)) && !f.bareTitle(&t, s) {
			continue
		}
		end := t.to
		for end < s.Last && end < t.head+12 && !strings.ContainsRune(",.;):(", f.l.Rune(end)) && !(f.l.Has(end, f.stop) && !f.l.Has(end, f.link)) && !f.otherOffice(end, t.head) {
			if f.l.Has(end, lang.PersonChunk) || f.l.Has(end, f.p.know.lists.sayVerb) || f.finite(end) && f.l.Is(end, lang.Lower) {
				return
			}
			end++
		}
		t.to = f.appositionEnd(t, end)
		f.withoutOwner(&t)
		f.complement(&t, t.head, end)
		f.state(t, person, s, rule)
		i = end - 1
	}
}

// opensFurther gives the token at which a further office of who has the first one may begin,
// behind the word or the comma at token i that leads on to it, and how it is held: "and
// later | rector of", "as well as | Ambassador"; false where nothing leads on.
func (f *officeFinder) opensFurther(i int, first *title) (k int, tenure string, ok bool) {
	k, tenure = i+1, first.tenure
	r := f.l.Rune(i)
	switch {
	case f.l.Plays(i, f.p.know.roles.and):
		if j := k + 1; f.l.Has(k, f.anArticle) { // a fellow of the institute and a | former mayor of
			if c, ok := f.l.Chunk(j, f.tenure); ok {
				k, tenure = int(c.End), f.l.Entry(c).Value
			} else if f.l.Has(j, f.head) {
				k = j
			}
		}
		if f.l.Plays(k+1, f.p.know.roles.as) && f.l.Is(k, lang.Lower) { // and later | as rector of
			k++
		}
		if f.l.Plays(k, f.p.know.roles.furtherPost) {
			k++
		}
		if f.l.Plays(k, f.p.know.roles.as) || f.l.Is(k, lang.Lower) && f.l.Has(k+1, f.head) && f.l.Has(k, f.p.know.lists.objectVerb) { // senator and elected | chairman of
			k++
		}
	case f.l.Fold(i) == "well" && f.l.Plays(i-1, f.p.know.roles.as) && f.l.Plays(i+1, f.p.know.roles.as):
		k++
	case r == ',' && f.l.Plays(k, f.p.know.roles.furtherPost): // director of education, | then minister of science
		k++
	case r == ',' && f.l.Has(k, f.head): // Prime Minister, | Minister of Finance and Minister of Trade
	case r == ',' && f.l.Has(k, f.article) && f.l.Has(k+1, f.head) && i == first.to && first.org < 0: // vice premier, chief of the board, | the director general of the agency
		k++
	default:
		return 0, "", false
	}
	return k, tenure, true
}

// bareTitle reports whether an English title in capitals without a complement is a member
// of a list of titles: "Director of Studies, | Dean and Vice-Rector."
func (f *officeFinder) bareTitle(t *title, s lang.Sentence) bool {
	if !f.l.Is(t.head, lang.Cap) || !f.l.Is(t.from, lang.Cap) {
		return false
	}
	return t.to >= s.Last || f.l.Rune(t.to) == ',' || f.l.Rune(t.to) == '.' || f.l.Plays(t.to, f.p.know.roles.and)
}

// trimTail ends a title where its words end, by the language of the text.
func (f *officeFinder) trimTail(t *title) {
	switch {
	case t.head < 0:
	case f.p.know.russian:
		f.trimTailRU(t)
	case f.plural != lang.NoClass:
		f.trimTailEN(t)
	}
}

// trimTailEN begins an English title behind its article, and ends it before "from" and
// small words that lead to nothing of it, and behind the places that it is for.
func (f *officeFinder) trimTailEN(t *title) {
	for t.from < t.head && f.l.Is(t.from, lang.Lower) && (f.l.Has(t.from, f.article) || f.l.Has(t.from, f.anArticle)) {
		t.from++ // remains a | vice-chair
	}
	for k := t.head + 2; k < t.to; k++ { // Minister of Tourism | on Monday
		if f.l.Has(k, lang.DateChunk) && f.l.Is(k-1, lang.Lower) && (f.l.Plays(k-1, f.p.know.roles.on) || f.l.Plays(k-1, f.p.know.roles.in) || f.l.Plays(k-1, f.p.know.roles.servesFor) || f.l.Fold(k-1) == "since") {
			t.to = k - 1
		}
	}
	if k := t.to - 1; k > t.head && f.l.Is(k, lang.Lower) && (f.l.Plays(k, f.p.know.roles.servesFor) || f.l.Plays(k, f.p.know.roles.servesSince)) && f.l.Has(t.to, lang.DateChunk) { // director | between 1981 and 1988
		t.to--
	}
	if t.to-1 > t.head && f.l.Plays(t.to-1, f.p.know.roles.fromWhere) { // a fisherman | from Apia
		t.to--
	}
	for t.to-1 > t.head && f.l.Is(t.to-1, lang.Lower) && (f.l.Has(t.to-1, f.link) || f.l.Has(t.to-1, f.article)) { // rector of | this institution
		t.to--
	}
	if t.to-1 > t.head && f.l.Has(t.to-1, f.p.know.lists.placePre) && f.l.Is(t.to-1, lang.Cap) { // director for the Western | Pacific
		if m, ok := f.p.mentionAt(t.to, lang.PlaceChunk); ok {
			t.to = m.end
		}
	}
	f.reachTo(t)
}

// regionNoun reports whether token k is the noun of a region in small letters behind
// its name: Governor of Upper Samovar region | X.
func (f *officeFinder) regionNoun(k, limit int) bool {
	return f.plural != lang.NoClass && f.l.Is(k, lang.Lower) && f.l.Has(k, f.p.know.lists.placeLow) && f.endsMention(k-1, limit)
}
