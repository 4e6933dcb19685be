package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// findOffices states who holds which office: a title before a name ("Transport
// Minister Rustam Aliyev", "министрлігінің өкілі Р. Әлиев"), behind it in
// apposition ("Rustam Aliyev, the museum's chief curator,"), or tied to it by
// a verb of rules-offices.txt ("was appointed", "возглавляет", "болып
// тағайындалды"). The head of a title stands in the pack's officenoun list;
// the words that belong to it are taken by the shape of the language.
func findOffices(p *part) {
	f := newOfficeFinder(p)
	f.given = p.rooms.given
	defer func() { p.rooms.given = emptied(f.given) }()
	for _, s := range p.sents {
		from, to, last := f.persons(s)
		for i := s.First; i < last; i++ {
			if !f.l.Has(i, lang.PersonChunk) || from < i && i < to {
				continue
			}
			m := p.mentionOf(i, lang.PersonChunk)
			if m.entity < 0 {
				continue
			}
			if n := f.lettersAt(m.end, s); n > 0 { // X MP,
				whole := *m
				whole.end += n
				m = &whole
			}
			f.eachMarked(m, s)
			t, found := f.before(m, s)
			found = found && !f.endsPlural(&t)
			if found && !f.disagrees(t, m) && !f.ofLast(t, m, s) && !f.joinedOn(m, s) && !f.ofAnotherKK(t, m, s) {
				if !f.holdsBefore(t, m, s) {
					continue
				}
			} else if f.plural != lang.NoClass {
				f.short(m, s)
			} else if f.headLast() {
				f.many(m, s)
			}
			if t, ok := f.after(m, s); ok && !(found && f.ofNext(t, m, s)) {
				f.state(t, m.entity, s, "office.apposition")
				f.throughOffice(i, m, s)
				if f.plural != lang.NoClass {
					f.passOffice(t, m, s)
					f.second(t, m.entity, s)
					f.behindShort(t, m, s)
				}
			}
		}
		f.eachOf(s)
		f.curriculum(s)
		f.signature(s)
		f.byRules(s)
		f.fronted(s)
	}
}

// officeFinder finds who holds which office, sentence by sentence.
type officeFinder struct {
	p                                                   *part
	l                                                   *lang.Lattice
	head, mod, tenure, link, stop, honor, poss, article lang.Class
	plural, cut, anArticle, with, aux, profession       lang.Class
	eachTo                                              int // the token behind the last holder of a title that was stated for each, see eachOwnKK
	rules                                               *pattern.Set
	given                                               []givenTitle
	titles                                              []titleSpan
	clauses                                             []whoClause
	next                                                int // see anyIn, of persons
}

// givenTitle is a title that a person has got.
type givenTitle struct {
	person  int
	name    string
	of      int  // the body or else the place it is of, -1 where none is told
	another bool // of one who stands in for another: a deputy minister is no minister
}

// isNew notes a title of a person and reports whether it is the first such. The same
// title of two bodies is two offices where they are to be told apart.
func (f *officeFinder) isNew(person int, name string, of int, apart bool) bool {
	for i := range f.given {
		if g := &f.given[i]; g.person == person && strings.EqualFold(g.name, name) && !(apart && g.of >= 0 && of >= 0 && g.of != of) {
			return false
		}
	}
	f.given = append(f.given, givenTitle{person: person, name: name, of: of})
	return true
}

// titleSpan is where the title of a person stands.
type titleSpan struct{ from, to, person int }

// title is a title's tokens with what belongs to it.
type title struct {
	from, to int // tokens of the title without its body
	head     int
	org      int // entity, -1 none
	place    int
	tenure   string
}

// newOfficeFinder prepares the offices of a part.
func newOfficeFinder(p *part) *officeFinder {
	return &officeFinder{p: p, l: p.lat, head: p.know.lists.officeNoun, mod: p.know.lists.titleMod, tenure: p.know.lists.tenure, link: p.know.lists.titleLink,
		stop: p.know.lists.npStop, honor: p.know.lists.honorific, poss: p.know.lists.possessive, article: p.know.lists.definite, profession: p.know.lists.profession, plural: p.know.lists.officePlural, cut: p.know.lists.officeAbbrev, anArticle: p.know.lists.indefinite, with: p.know.lists.withField, aux: p.know.lists.auxVerb,
		rules: p.know.rules("offices")}
}

// headLast reports whether the head of a title stands last, as in Kazakh; in English and
// Russian it stands first: "Minister of Trade".
func (f *officeFinder) headLast() bool { return f.p.know.headLast }

// before reads the title that stands before a person.
func (f *officeFinder) before(m *mention, s lang.Sentence) (title, bool) {
	end := f.behindHonour(m.start, s.First)
	if end-1 > s.First && f.l.Rune(end-1) == '(' && f.l.Rune(m.end) == ')' { // the Minister of Works (Ms X)
		end--
	}
	if f.headLast() {
		if f.onlyRemembered(m) {
			return title{}, false
		}
		return f.lastHead(end, s)
	}
	if f.plural != lang.NoClass && end == m.start && end > s.First && f.l.Has(end-1, f.p.know.lists.of) || // parish priest of | San Martín
		end < m.start && f.p.know.russian && end > s.First && f.l.Fold(end-1) == "и" { // директор института физики и | г-жа X
		return title{}, false
	}
	whole := 0
	if f.plural != lang.NoClass && end-2 > s.First && f.l.Rune(end-2) == '-' && f.l.Fold(end-1) == "designate" {
		whole, end = end, end-2 // Minister-designate
	}
	if end < m.start && f.p.know.russian && end > s.First && f.l.Rune(end-1) == ',' { // ректор университета, академик X
		return f.earlier(end, -1, s)
	}
	if f.countryman(end, s) { // глава миссии, бразилец X
		return f.earlier(end-1, -1, s)
	}
	if k := f.beforeMerits(end, s.First); k < end { // директор театра, лауреат премии X
		return f.earlier(k+1, -1, s)
	}
	if end-1 > s.First && f.l.Rune(end-1) == ',' { // the museum's chief curator, Dana Akhmet,
		t, found, done := f.beforeComma(m, end, s)
		if done {
			return t, found
		}
		end--
	}
	t, acts, limit := f.titleEnding(&end, s)
	if t.head < 0 || f.headIsSurname(t.head, s) || f.ofItsOffice(t.head, s) {
		return t, false
	}
	f.complement(&t, t.head, end)
	if f.contender(&t, s) {
		return title{}, false
	}
	if whole > 0 {
		t.to = whole
	}
	if acts { // the title of the one acted for is part of the aide's
		t.to = end
	}
	f.left(&t, limit)
	f.chosenAs(&t, s.First)
	f.ofSubject(&t, s)
	f.ofIts(&t, s)
	return t, true
}

// beforeComma reads the title that a comma before token end parts from a person; done tells
// that there is no more to read, else the title ends right before the comma.
func (f *officeFinder) beforeComma(m *mention, end int, s lang.Sentence) (t title, found, done bool) {
	k, ok := f.headEnding(end-2, max(s.First, end-6))
	if ok && f.plural != lang.NoClass && f.personEnding(k-1, s) >= 0 { // Mrs A MP, | Mr B
		return title{}, false, true
	}
	if !ok || f.insideBody(k, end-2) {
		t, found = f.fullBefore(m, end-1, s)
		return t, found, true
	}
	if m.end < s.Last && !f.closes(m.end) && !f.closesBehindOf(m.end, s) && (f.plural == lang.NoClass || f.l.Is(m.end, lang.Cap) || !f.firstOf(k, s)) {
		return title{}, false, true
	}
	return title{}, false, false
}

// titleEnding walks back from the end of a title over the words that may stand
// between its head and the name, to the first head that none before it governs.
// acts tells that the head is that of one who acts for another, limit how far the
// walk may go; the end moves before an abbreviation.
func (f *officeFinder) titleEnding(end *int, s lang.Sentence) (t title, acts bool, limit int) {
	t = title{org: -1, place: -1, head: -1}
	aide := false
	i := *end
	limit = max(s.First, *end-mostOfTitle)
	for i > limit {
		k := i - 1
		if start, ok := f.headEnding(k, max(s.First, limit-3)); ok && !f.closesBody(start, k, limit, &i) {
			t.head, i = start, start
			t.from, t.to = start, *end
			acts, aide = acts || aide, f.speaksFor(start, limit)
			if !f.headBefore(start, limit) && !aide || f.p.know.russian && f.inNominative(start) {
				break // only a genitive is governed by a head before it
			}
			continue
		} else if ok {
			continue
		}
		if f.mentionOver(k, limit, &i) || f.numbered(k, limit, &i) {
			continue
		}
		if f.listComma(k, *end) || f.p.know.russian && f.p.joinsFields(k) {
			if f.p.know.russian && f.l.Rune(k) == ',' {
				limit = max(s.First, *end-fieldsReach)
			}
			i--
			continue
		}
		if of := max(f.commonBody(k, *end, limit), f.smallField(k, *end, limit)); of > 0 {
			i = of
			continue
		}
		if open := f.abbreviated(k, *end, limit); open > 0 {
			if i = open; !f.p.know.russian { // the Vice-Chancellor (VC) | X
				*end = open
			}
			continue
		}
		if open := f.glossed(k-2, limit); open > 0 { // Akim (governor) of …
			i = open
			continue
		}
		if body := f.plainBody(k, limit); body >= 0 {
			i = body
			continue
		}
		if !f.regionNoun(k, limit) && !f.betweenHeadAndName(k) {
			break
		}
		i--
	}
	return t, acts, limit
}

// mostOfTitle bounds the tokens of a title before a name.
const mostOfTitle = 18

// betweenHeadAndName reports whether a word may stand between the head of a title
// and the name.
func (f *officeFinder) betweenHeadAndName(k int) bool {
	if !f.inTitle(k) || f.finite(k) || f.p.know.russian && f.l.Fold(k) == "вместо" {
		return false
	}
	r := f.l.Rune(k)
	return !f.l.Is(k, lang.Punct) || isQuote(r) || r == '-' || r == '&'
}

// under reports whether token k tells under whom an office was held: foreign
// minister | under President X; not "under-secretary".
func (f *officeFinder) under(k int) bool {
	return f.plural != lang.NoClass && f.l.Is(k, lang.Lower) && f.l.Has(k, f.p.know.lists.citeWord) && f.l.Rune(k+1) != '-'
}

// listComma reports whether the comma at token k parts the fields of one
// office: "Minister of Culture, Information, Sport and Youth Policy".
func (f *officeFinder) listComma(k, end int) bool {
	if f.plural == lang.NoClass || f.l.Rune(k) != ',' || k == 0 || !f.l.Is(k-1, lang.Cap) || f.endsMention(k-1, max(0, k-8)) {
		return false
	}
	if !f.l.Has(k+1, lang.Cap) { // Ecology, and | Technical Supervision
		return f.l.Has(k+1, f.p.know.lists.numJoin) && f.l.Has(k+2, lang.Cap) && !f.l.Has(k+2, f.head) && k > 1 && (f.l.Rune(k-2) == ',' || f.l.Is(k-2, lang.Cap) && f.l.Rune(k-3) == ',')
	}
	for i := k + 1; i < end; i++ {
		if f.l.Has(i, f.p.know.lists.numJoin) || f.l.Rune(i) == '&' {
			return true
		}
		if f.l.Has(i, lang.PersonChunk) || f.l.Has(i, f.head) {
			return false
		}
	}
	return false
}

// closes reports whether an apposition may close at token i.
func (f *officeFinder) closes(i int) bool {
	r := f.l.Rune(i)
	return r == ',' || r == '.' || r == ';' || r == '”' || r == '"' || r == '»' || r == ')' || f.l.Has(i, f.p.know.lists.numJoin) || f.l.Has(i, f.p.know.lists.sayVerb)
}

// headBefore reports whether another head stands within the next few words to
// the left, so that the walk goes on: "заместитель министра развития".
func (f *officeFinder) headBefore(i, limit int) bool {
	for k, reach := i-1, i-3; k >= limit && k >= reach; k-- {
		if f.l.Is(k, lang.Punct) && f.l.Rune(k) != '-' || f.l.Has(k, f.stop) {
			return false
		}
		if f.l.Rune(k) == '-' && f.l.Is(k, lang.Glued) && f.p.know.russian { // глава пресс-службы | министра: one word
			reach -= 2
		}
		if _, ok := f.headEnding(k, limit); ok {
			return true
		}
	}
	return false
}

// headEnding reports whether a title head ends with token k.
func (f *officeFinder) headEnding(k, limit int) (int, bool) {
	for i := max(limit, k-4); i <= k; i++ {
		if c, ok := f.l.Chunk(i, f.head); ok && int(c.End) == k+1 && !f.parted(i, k) {
			return i, true
		}
	}
	return 0, false
}

// parted reports whether a hyphen among the tokens [i, k] stands for a dash, with spaces
// around it, so that two offices meet there: «вице-премьер - | министр торговли».
func (f *officeFinder) parted(i, k int) bool {
	for j := i + 1; j < k; j++ {
		if f.l.Rune(j) == '-' && !f.l.Is(j, lang.Glued) {
			return true
		}
	}
	return false
}

// mentionOver steps over an organization or place that ends with token k.
func (f *officeFinder) mentionOver(k, limit int, i *int) bool {
	over := false
	for j := k; j >= limit && j >= k-12; j-- { // the outermost: a body rather than the state it is called after
		if !f.l.Has(j, lang.OrgChunk) && !f.l.Has(j, lang.PlaceChunk) {
			continue
		}
		for _, c := range [...]lang.Class{lang.OrgChunk, lang.PlaceChunk} {
			if m, ok := f.p.mentionAt(j, c); ok && m.end == k+1 {
				*i, over = j, true
			}
		}
	}
	return over
}

// inTitle reports whether a word may stand inside a title.
func (f *officeFinder) inTitle(k int) bool {
	t := &f.l.Toks[k]
	if f.l.Has(k, lang.PersonChunk) || f.l.Has(k, lang.DateChunk) || f.under(k) {
		return false
	}
	if f.l.Has(k, f.link) || f.withField(k) || f.l.Has(k, f.mod) || f.l.Has(k, f.p.know.lists.titleFrom) && f.l.Has(k+1, lang.PlaceChunk) {
		return true
	}
	if t.Is(lang.Punct) {
		return isQuote(f.l.Rune(k)) || f.l.Rune(k) == '-' && (f.plural != lang.NoClass || t.Is(lang.Glued) || f.l.Has(k+1, lang.PersonChunk)) || f.l.Rune(k) == '&' && f.plural != lang.NoClass
	}
	return t.Is(lang.Word) && (!f.l.Has(k, f.stop) || f.plural != lang.NoClass && t.Is(lang.Cap) && f.l.Plays(k, f.p.know.roles.field)) && (t.Is(lang.Cap) || f.p.know.pack.Tag != "en" || f.l.Has(k, f.link))
}

// lastHead reads a title whose head stands last, right before the name:
// "Комитет төрағасының орынбасары Жомарт Ермекбай".
func (f *officeFinder) lastHead(end int, s lang.Sentence) (title, bool) {
	t := title{org: -1, place: -1}
	k := end - 1
	if k >= s.First && isDash(f.l.Rune(k)) {
		k--
	}
	limit := max(s.First, k-12)
	start, ok := f.headEnding(k, limit)
	if !ok || f.abstract(start) || f.objectHead(start, k) {
		return t, false
	}
	if head, last := f.actingKK(k, limit); head >= 0 {
		start, k, t.tenure = head, last, "acting"
	}
	t.head, t.from, t.to = start, start, k+1
	for t.from > limit {
		k := t.from - 1
		if v, st, ok := f.tenureEnding(k, limit); ok {
			t.tenure, t.from = v, st
			if f.l.Has(st, f.mod) {
				continue
			}
			f.owner(&t, f.ownerOfTitle(st-1, limit), limit)
			t.from = k + 1
			if f.l.Rune(t.from) == '-' { // экс- | мәдениет министрі
				t.from++
			}
			f.onBehalf(&t)
			return t, true
		}
		w := &f.l.Toks[k]
		if !w.Is(lang.Word) && !(f.l.Rune(k) == '-' && w.Is(lang.Glued)) && f.l.Rune(k) != ',' || f.l.Has(k, lang.PersonChunk) || f.inDate(k) || f.endsMention(k, limit) || f.personEnding(k, s) >= 0 {
			break
		}
		if f.l.Rune(k) == ',' && f.listedField(k, &t, s) {
			continue
		}
		if f.headOfAnother(k, &t) || f.pluralSubject(k, &t) || f.l.Rune(k) == ',' || !f.attributive(k) || f.joinsOn(k) || f.objectBefore(k, t.head, s.First) {
			break
		}
		t.from = k
	}
	f.cutFront(&t)
	if t.from > s.First && f.counted(t.from) { // 150 мұғалім | Тампереде
		return title{org: -1, place: -1}, false
	}
	f.regionOf(&t, limit)
	f.owner(&t, t.from, limit)
	f.onBehalf(&t)
	if t.from+2 <= t.head && f.l.Rune(t.from) == '-' && f.l.Is(t.from, lang.Glued) { // ЕҚЫҰ-ның | жоғарғы комиссары
		t.from += 2
	}
	return t, true
}

// counted reports whether a cardinal number ends right before token i, so that
// the title there is one of many.
func (f *officeFinder) counted(i int) bool {
	y, ok := f.p.numberAt(i - 1)
	return ok && y.end == i && !y.ordinal
}

// apposed reports whether a word may stand before the head in an apposition.
func (f *officeFinder) apposed(i int) bool {
	if f.l.Has(i, f.article) || f.anArticle != lang.NoClass && f.l.Has(i, f.anArticle) || f.l.Has(i, f.mod) || f.l.Has(i, f.tenure) || f.l.Has(i, f.poss) || f.l.Has(i, lang.OrgChunk) || f.l.Has(i, lang.PlaceChunk) || isApostropheRune(f.l.Rune(i)) {
		return true
	}
	t := &f.l.Toks[i]
	return f.l.Rune(i) == '-' || t.Is(lang.Word) && !f.l.Has(i, f.stop) || isQuote(f.l.Rune(i))
}

// state states that a person holds an office, cut to what is its name; nothing where that
// is a profession or a part of what he holds.
func (f *officeFinder) state(t title, person int, s lang.Sentence, rule string) {
	f.trimTail(&t)
	if t.to <= t.from || f.professionOnly(t) || f.partOfTitle(t, person) {
		return
	}
	f.titles = append(f.titles, titleSpan{t.from, t.to, person})
	f.p.mention(lang.TitleChunk, t.from, t.to, -1)
	f.add(f.nominative(t), t, person, s, rule)
}

// add adds the statement of an office of a person, with the body or place it is of.
func (f *officeFinder) add(name string, t title, person int, s lang.Sentence, rule string) {
	of := t.org
	if of < 0 {
		of = t.place
	}
	apart := t.tenure == "appointed" || f.plural != lang.NoClass && (t.tenure == "former" || t.head < 0)
	told := name
	if t.tenure == "acting" { // one who acted in an office may be given it
		told = t.tenure + " " + name
	}
	if name == "" || of < 0 && t.tenure == "" && f.shortOfGiven(person, name) || !f.isNew(person, told, of, apart) {
		f.fillIn(name, t, person)
		return
	}
	f.given[len(f.given)-1].another = f.standsIn(&t)
	st := read.Statement{Kind: read.Office, Person: ref(person), Title: name, Tenure: t.tenure}
	if t.org >= 0 {
		st.Organization = ref(t.org)
	}
	if f.headLast() && f.saidLonger(st, s) {
		return
	}
	if t.place >= 0 {
		st.Place = ref(t.place)
	}
	f.p.state(st, rule, s.First, s.Last)
}
