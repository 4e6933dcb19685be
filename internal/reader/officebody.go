package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// complement finds the body of the title among the tokens behind its head and
// cuts the title before it.
func (f *officeFinder) complement(t *title, from, to int) {
	for f.p.know.russian && to-1 > from && isDash(f.l.Rune(to-1)) && !f.l.Is(to-1, lang.Glued) { // посол Греции – X
		to--
	}
	for i := from; i < to; i++ {
		if m, ok := f.p.mentionAt(i, lang.OrgChunk); ok && m.entity >= 0 && !(i > from && f.withField(i-1)) {
			t.org = m.entity
			t.to = f.cutLink(from, i)
			return
		}
		if m, ok := f.p.mentionAt(i, lang.PlaceChunk); ok && m.entity >= 0 && t.place < 0 && !(i > from && f.withField(i-1)) {
			t.place = m.entity
			if f.l.Fold(i-1) == "всея" && f.p.know.russian { // Патриарх всея Грузии
				t.to = m.end
				continue
			}
			if m.end == to || f.l.Has(i-1, f.link) || f.p.know.russian && m.end+3 == to && f.l.Rune(m.end) == '(' { // Республики Саха (Якутия) | X
				t.to = f.cutLink(from, i)
				f.cutTown(t)
			}
		}
	}
	// "председатель фонда", "head of the commission": a body named before.
	if c, ok := f.l.Chunk(t.head, f.head); ok && t.org < 0 {
		k := int(c.End)
		for k < to && (f.l.Has(k, f.link) || f.l.Has(k, f.article)) {
			k++
		}
		if k < to && k == to-1 {
			if t.org = f.bodyNamed(k); t.org >= 0 {
				t.to = f.cutLink(from, k)
			}
		}
	}
}

// cutLink gives the end of the title before token i: "Head of | UNAMA", "a lawyer
// from | Kenya", "chair of | the Assembly's Committee".
func (f *officeFinder) cutLink(from, i int) int {
	if f.possessive(i - 1) {
		for k := i - 1; k > from && k > i-7; k-- {
			if f.l.Has(k, f.link) {
				i = k
				break
			}
		}
	}
	i = f.ahead(from, i)
	if i > from+2 && f.plural != lang.NoClass && isQuote(f.l.Rune(i-1)) { // of | the public foundation "Green Steppe"
		if a := f.plainNoun(i-2, from); a >= 0 {
			i = a
		}
	}
	for i > from+1 && (f.l.Has(i-1, f.link) || f.l.Has(i-1, f.article) || isQuote(f.l.Rune(i-1)) || f.l.Plays(i-1, f.p.know.roles.comesAlong)) {
		i--
	}
	return i
}

// left takes the words before the head that belong to the title, and the body
// or place before them: "Kazakhstan's deputy energy minister".
func (f *officeFinder) left(t *title, limit int) {
	f.doubleHead(t, limit)
	for t.from > limit {
		k := t.from - 1
		if v, start, ok := f.tenureEnding(k, limit); ok { // "former" is no part of the title
			if v != holds {
				t.tenure = v
			}
			if t.from < t.head && f.l.Rune(t.from) == '-' { // then-Foreign Minister
				t.from++
			}
			f.owner(t, start, limit)
			return
		}
		if f.saidBefore(k) || f.asideWord(k) || f.under(k) || f.l.Plays(k, f.p.know.roles.majesty) || f.addressed(k) || f.verbOfHeadline(k) || f.l.Plays(k, f.p.know.roles.frontNow) {
			break
		}
		w := &f.l.Toks[k]
		if f.plural != lang.NoClass && isDash(f.l.Rune(k)) && w.Is(lang.Glued) && t.from < t.head && f.endsMention(k-1, limit) && f.l.Is(k+1, lang.Lower) { // a Harvard-trained | economist
			t.from = t.head
			return
		}
		if !w.Is(lang.Word) && f.l.Rune(k) != '-' || f.l.Has(k, lang.PersonChunk) || f.l.Has(k, lang.DateChunk) || f.l.Has(k, f.article) || f.possessive(k) {
			break
		}
		if f.plural != lang.NoClass && isDash(f.l.Rune(k)) && (!w.Is(lang.Glued) || k > 0 && isDash(f.l.Rune(k-1))) {
			break
		}
		if !f.headLast() && w.Is(lang.Cap) && len(f.p.covering(lang.PersonChunk, k)) > 0 { // elected Ada | Berg, programme director; с Петром | Исаевым министр Y
			break
		}
		if f.endsMention(k, limit) || f.l.Has(k, f.stop) && !f.l.Has(k, f.mod) || f.l.Has(k, lang.GroupChunk) {
			break
		}
		if f.verbOf(k, limit) || f.choosesAt(k, limit) || f.byPronoun(k, limit) {
			break
		}
		if (f.p.know.russian && w.Is(lang.Lower) || f.plural != lang.NoClass && w.Is(lang.Cap)) && len(f.p.covering(lang.DateChunk, k)) > 0 { // 8 мая | Президент, on 8 May | Kenyan President
			break
		}
		if f.clauseEnds(k) { // начатой | президентом, опровергнута | представителем
			break
		}
		if _, ok := f.headEnding(k, limit); ok && f.p.know.russian { // заведующая кафедрой | доктор наук
			t.from = t.head
			return
		}
		if f.outsideTitle(t, k) {
			break
		}
		t.from = k
	}
	f.agreeing(t)
	f.owner(t, t.from, limit)
}

// outsideTitle reports whether the word at token k, before a title, is none of it: no
// adjective before a Russian one, a word too far from the head of another, a verb in small
// letters before an English one with a capital.
func (f *officeFinder) outsideTitle(t *title, k int) bool {
	if f.p.know.russian && strings.HasSuffix(f.l.Fold(k), "ей") && f.inNominative(t.head) { // среди гостей | ректор
		return true
	}
	if f.p.know.russian && !f.l.Has(k, f.mod) && !f.adjectival(k) {
		return true
	}
	if !f.p.know.russian && !f.l.Has(k, f.mod) && t.head-k > 3 {
		return true
	}
	return f.plural != lang.NoClass && f.l.Is(k, lang.Lower) && f.l.Is(t.from, lang.Cap) && !f.l.Has(k, f.mod) // to thank | Governor X
}

// saidBefore reports whether an English verb of saying stands at token k behind the words
// said: "…," recalled | ethnographer X.
func (f *officeFinder) saidBefore(k int) bool {
	return f.plural != lang.NoClass && k > 0 && f.l.Is(k, lang.Lower) && (isQuote(f.l.Rune(k-1)) || f.l.Rune(k-1) == ',') && f.l.Has(k, f.p.know.lists.sayVerb)
}

// verbOf reports whether an English word in small letters behind a name is the
// verb that the name governs: "X hosted | President of Kenya Y".
func (f *officeFinder) verbOf(k, limit int) bool {
	if f.plural == lang.NoClass || k <= limit || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.mod) {
		return false
	}
	i := k - 1
	if len(f.p.covering(lang.PersonChunk, i)) > 0 || f.mentionOver(i, limit, &i) {
		return f.l.Has(k, f.p.know.lists.pastWord) || f.p.know.endings.pastEnd.end(f.l.Fold(k), 2)
	}
	return false
}

// adjectival reports whether token k ends as adjectives do.
func (f *officeFinder) adjectival(k int) bool {
	w := f.l.Fold(k)
	return f.p.know.endings.adjEnd.end(w, -1) && !strings.HasSuffix(w, "ией") // за литургией | митрополиту
}

// holds is the value in the tenure list of a word that only says that an office is held
// now, as every office without such a word is: "the current minister".
const holds = "holds"

// tenureEnding reads "former", "acting", "newly appointed" that ends at k.
func (f *officeFinder) tenureEnding(k, limit int) (string, int, bool) {
	for i := max(limit, k-3); i <= k; i++ { // и. о.
		if c, ok := f.l.Chunk(i, f.tenure); ok && int(c.End) == k+1 {
			return f.l.Entry(c).Value, i, true
		}
	}
	return "", 0, false
}

// endsMention reports whether a mention ends with token k.
func (f *officeFinder) endsMention(k, limit int) bool {
	i := k
	return f.mentionOver(k, limit, &i)
}

// owner takes the body or place that stands before a title: "IGAD's trade
// director", "Kazakhstan's culture minister", "министерство … министрі".
func (f *officeFinder) owner(t *title, from, limit int) {
	k := from - 1
	owned := f.headLast()
	for k >= limit && (f.possessive(k) || isApostropheRune(f.l.Rune(k)) || f.l.Has(k, f.article)) {
		owned = owned || !f.l.Has(k, f.article)
		k--
	}
	if owned && k > limit && f.l.Rune(k) == '»' {
		k-- // «QazaqGaz» | басқарма төрағасы
	}
	if k-2 >= limit && f.headLast() && f.l.Rune(k-1) == '-' && f.l.Is(k, lang.Glued) && f.l.Has(k-2, lang.Upper) && f.l.Has(k, f.p.know.lists.caseEnd) {
		k -= 2 // БҰҰ-ның | Ауғанстан жөніндегі өкілі
	}
	if b := f.beforeBrackets(k, limit); b < k {
		if t.org < 0 {
			t.org = f.bodyEnding(k, limit)
		}
		if t.org >= 0 {
			return
		}
		k = b
	}
	for j := k; j >= limit && j >= k-12; j-- {
		if m, ok := f.p.mentionAt(j, lang.OrgChunk); ok && m.end == k+1 && m.entity >= 0 {
			if t.org < 0 && !f.ended(m) && !f.byAgency(m) && (!f.p.know.russian || t.place < 0) { // на совете банка | глава Чили
				t.org = m.entity
			}
			f.tenureOwned(t, m.start, limit)
			return
		}
		if m, ok := f.p.mentionAt(j, lang.PlaceChunk); ok && m.end == k+1 && m.entity >= 0 {
			f.ownerPlace(t, m, limit, owned)
			return
		}
	}
	if owned && t.org < 0 && k >= limit && (!f.headLast() || f.ownerNoun(k)) {
		t.org = f.bodyNamed(k) // "the commission's", "комитет төрағасы"
	}
	if f.headLast() && t.org < 0 && t.place < 0 {
		if t.from+1 < t.to {
			f.ownerInTitle(t)
		} else {
			f.houseOfTrade(t)
		}
	}
	f.bodyInTitle(t)
}

// ownerPlace takes the place right before a title for where its office is: «Тараз
// қаласының | мэрі»; not where it says where something was told: "In Vilnius | Foreign
// Minister X". owned tells that a possessive stands between.
func (f *officeFinder) ownerPlace(t *title, m *mention, limit int, owned bool) {
	if f.plural != lang.NoClass && m.start > 0 && !owned && f.l.Has(m.start-1, f.p.know.lists.inPrep) {
		return // In Vilnius | Foreign Minister X: where it was
	}
	if w := f.l.Fold(m.start - 1); f.p.know.russian && (w == "в" || w == "во" || w == "на") {
		return // в Виндхуке | министр: where it was said
	}
	if w := f.l.Fold(m.end - 1); f.headLast() && locativeStem(w) != "" && !attributiveKK(w) && f.l.Slice(m.start, m.end) != f.p.doc.entities[m.entity].name {
		return // Лионда | министр: where it was said
	}
	if f.headLast() && (attributiveKK(f.l.Fold(m.end-1)) || f.servesThere(m.end)) { // Жапонияның | Өзбекстандағы елшісі
		f.sentBy(t, m, limit)
	}
	if t.place < 0 {
		t.place = m.entity
	}
	if f.plural != lang.NoClass && t.org < 0 && m.start > limit { // ADB Philippines | Country Director
		t.org = f.bodyEnding(m.start-1, limit)
	}
	if f.headLast() && m.end == t.from && t.from < t.head && f.l.Has(t.from, f.p.know.lists.placeLow) && (genitiveKK(f.l.Fold(t.from)) || attributiveKK(f.l.Fold(t.from))) {
		t.from++ // Тараз қаласының | мэрі, Тараз қаласындағы | мектептің директоры
	}
	f.tenureOwned(t, m.start, limit)
}

// bodyInTitle gives an English title that begins with a body's noun the body of that noun
// that the text has named: "Federation president X", "the ministry spokesman, Y"; not "a
// university professor".
func (f *officeFinder) bodyInTitle(t *title) {
	if f.plural == lang.NoClass || t.org >= 0 || t.place >= 0 || t.from+1 != t.head || t.from > 0 && f.l.Has(t.from-1, f.anArticle) {
		return
	}
	if c, ok := f.l.Chunk(t.from, f.p.know.lists.orgHead); !ok || int(c.End) != t.head || f.l.Plays(t.from, f.p.know.roles.field) {
		return // Energy | Minister
	}
	if e := f.bodyNamed(t.from); e >= 0 && strings.Contains(f.p.doc.entities[e].folded(), f.l.Fold(t.from)) {
		t.org = e
	}
}

// beforeBrackets passes an abbreviation in brackets that ends at token k and
// stands between a body and the title of one of its people: «одағының (UCI)
// президенті», the Trade Union (TU) | President. Not in Russian.
func (f *officeFinder) beforeBrackets(k, limit int) int {
	if f.p.know.russian || k <= limit || f.l.Rune(k) != ')' {
		return k
	}
	for i := k - 1; i > limit && i >= k-6; i-- {
		if f.l.Rune(i) == '(' {
			return i - 1
		}
	}
	return k
}

// tenureOwned takes the English word of time before the owner of a title, where the
// title has none of its own: "former Narva mayor", "acting Bank of Estonia governor".
func (f *officeFinder) tenureOwned(t *title, owner, limit int) {
	if f.plural == lang.NoClass || t.tenure != "" || owner <= limit || f.possessive(t.from-1) {
		return
	}
	if v, _, ok := f.tenureEnding(owner-1, limit); ok && v != holds {
		t.tenure = v
	}
}

// possessive reports whether token k is the s of 's or a possessive pronoun.
func (f *officeFinder) possessive(k int) bool {
	return f.l.Has(k, f.poss) || k > 0 && f.l.Plays(k, f.p.know.roles.ownS) && f.l.Is(k, lang.Glued) && isApostropheRune(f.l.Rune(k-1))
}

// bodyNamed gives the organization mentioned last before token k whose name
// holds that common noun: "the commission" of the Mekong River Commission.
func (f *officeFinder) bodyNamed(k int) int {
	if f.headLast() {
		return f.bodyNamedKK(k)
	}
	noun := []rune(f.l.Fold(k))
	if len(noun) < 4 || f.l.Is(k, lang.Punct) || !f.l.Has(k, f.p.know.lists.orgHead) { // артист республики, Minister for Fisheries
		return -1
	}
	stem := string(noun[:max(4, len(noun)-3)])
	near := f.p.mentionsIn(lang.OrgChunk, 0, k+1)
	best, far := -1, 1<<30 // a committee of the bank is no bank: the noun stands near the head of the name
	for _, i := range slices.Backward(near[max(0, len(near)-bodyReach):]) {
		m := &f.p.mens[i]
		if m.entity < 0 || m.entity == best {
			continue
		}
		name := f.p.doc.entities[m.entity].folded()
		if best < 0 && f.p.know.pack.Tag == "en" && f.firmNamed(string(noun), name) {
			best, far = m.entity, 2
		}
		if !strings.Contains(name, stem) {
			continue
		}
		n := -1
		for w, at := nextField(name, 0); w != ""; w, at = nextField(name, at) {
			if n++; strings.HasPrefix(w, stem) && n < far { // of two as near the head the one named last; where heads stand last the first
				if best, far = m.entity, n; f.headLast() {
					far = max(n, 1)
				}
			}
		}
	}
	return best
}

// firmNamed reports whether an English name ends in what a body's noun stands for:
// the company is Tonga Power Limited, the bank Afreximbank.
func (f *officeFinder) firmNamed(noun, name string) bool {
	k := strings.LastIndexByte(name, ' ')
	last := name[k+1:]
	switch noun {
	case "company", "firm":
		return k > 0 && f.p.know.endings.legalEnd.whole(last)
	case "bank":
		return k < 0 && len(last) > len("bank")+2 && strings.HasSuffix(last, "bank")
	}
	return false
}

// bodyReach is how many mentions of bodies back a body named by its noun alone
// is sought.
const bodyReach = 300

// isApostropheRune reports whether a mark is an apostrophe.
func isApostropheRune(r rune) bool { return r == '\'' || r == '’' }

// isQuote reports whether a mark opens or closes words in quotation marks.
func isQuote(r rune) bool {
	return r == '"' || r == '«' || r == '»' || r >= '“' && r <= '„' // “ ” „
}

// ofIts gives an English title behind "its" or "whose" the body meant: the last of the
// sentence before it, else the one that the sentence before is about.
func (f *officeFinder) ofIts(t *title, s lang.Sentence) {
	if t.org >= 0 || t.from <= s.First || !f.l.Plays(t.from-1, f.p.know.roles.itsWhose) {
		return
	}
	if all := f.p.mentionsIn(lang.OrgChunk, s.First, t.from); len(all) > 0 {
		t.org = f.p.mens[all[len(all)-1]].entity
		return
	}
	k := f.p.sentenceIndex(s.First)
	if k == 0 || f.l.Toks[s.First].Para {
		return
	}
	last := f.p.sents[k-1]
	all := f.p.mentionsIn(lang.OrgChunk, last.First, last.Last)
	if len(all) > 0 && (len(all) == 1 || f.p.mens[all[0]].start <= last.First+1) {
		t.org = f.p.mens[all[0]].entity
		return
	}
	for k := last.First + 1; k < last.Last && len(all) == 0; k++ { // Now the guild counts 212 members
		if f.l.Has(k, f.p.know.lists.orgHead) && f.l.Has(k-1, f.article) {
			t.org = f.bodyNamed(k)
			return
		}
	}
}

// inDate reports whether a date is told with token k: «дүйсенбі күні | министр X».
func (f *officeFinder) inDate(k int) bool {
	return f.l.Has(k, lang.DateChunk) || len(f.p.covering(lang.DateChunk, k)) > 0
}
