package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// ended reports whether the name of a body stands in a case that says where,
// whither or with whom, or is the object, so that the title behind it is not of it:
// «Ақордада | Мемлекет басшысы». Only where heads stand last.
func (f *officeFinder) ended(m *mention) bool {
	if !f.headLast() || m.entity < 0 {
		return false
	}
	w := f.l.Fold(m.end - 1)
	name := f.p.doc.entities[m.entity].folded()
	rest, ok := strings.CutPrefix(w, name[strings.LastIndexByte(name, ' ')+1:])
	if !ok && m.end-m.start > 2 && f.l.Rune(m.end-2) == '-' { // ЮНЕСКО-ға
		rest, ok = w, true
	}
	if !ok {
		return false
	}
	if rest == "н" { // Сот алқасын | судья X басқарады
		return true
	}
	switch strings.TrimPrefix(rest, "н") {
	case "да", "де", "та", "те", "дан", "ден", "тан", "тен", "ан", "ен", "мен", "бен", "пен", "ға", "ге", "қа", "ке", "а", "е":
		return true
	}
	return false
}

// onlyRemembered reports whether a Kazakh person is only the one whose memorial is named
// right behind, so that a title before him is of somebody else who acts: «Министр |
// Боливар ескерткішіне гүл қойды», but «Министр Боливар ескерткішке гүл қойды».
func (f *officeFinder) onlyRemembered(m *mention) bool {
	if !f.l.Plays(m.end, f.p.know.roles.memorial) {
		return false
	}
	for _, a := range f.l.Analyses(m.end) {
		if a.Harmony && strings.Contains(a.Slots, "poss3") {
			return true
		}
	}
	return false
}

// ownerNoun reports whether the word before a Kazakh title may be the noun of
// the body it is of: a noun for bodies, or any in the genitive.
func (f *officeFinder) ownerNoun(k int) bool {
	return f.l.Has(k, f.p.know.lists.orgHead) || genitiveKK(f.l.Fold(k)) || !f.l.Is(k, lang.Lower)
}

// participle reports whether the word at k is a Kazakh past participle, which
// closes a clause that qualifies what follows: «жиынды ашқан | ұйымның хатшысы»,
// but «еңбек сіңірген қайраткері».
func (f *officeFinder) participle(k int) bool {
	w := f.l.Fold(k)
	if len(w) < 10 {
		return false
	}
	if k > 0 {
		if ch, ok := f.l.Chunk(k-1, f.mod); ok && int(ch.End) == k+1 {
			return false
		}
	}
	return participleEndsKK.end(w)
}

// beforeOwner passes the body or state that ends at token k and owns the title
// behind it, so that a title before the comma is seen: «Қауымдастық төрағасы, |
// Нигерия президенті X». Only where heads stand last.
func (f *officeFinder) beforeOwner(k, first int) int {
	i := k
	if !f.headLast() || !f.mentionOver(k, first, &i) || i <= first || f.l.Rune(i-1) != ',' {
		return k
	}
	return i - 1
}

// headOfAnother reports whether the word at k ends a title of somebody else, the subject
// of the sentence, before the bare title that begins with a capital: «Мемлекет басшысы |
// Президент Владимир Путинмен келіссөз жүргізеді».
func (f *officeFinder) headOfAnother(k int, t *title) bool {
	if t.from < t.head && f.headLast() && f.l.Has(k, f.head) && f.l.Is(k, lang.Cap) && f.bareHead(k) && f.l.Is(k+1, lang.Lower) && !f.l.Has(k+1, f.head) && !f.l.Has(k+1, f.link) && !f.p.ownedForm(k+1) {
		return true // Президент | экология министрі етіп тағайындады
	}
	if t.from != t.head || !f.l.Is(t.head, lang.Cap) || !f.l.Has(k, f.head) {
		return false
	}
	w, next := f.l.Fold(k), f.l.Fold(t.head)
	return (strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "і")) && !strings.HasSuffix(next, "ы") && !strings.HasSuffix(next, "і")
}

// bareHead reports whether the noun of an office at k stands without any ending.
func (f *officeFinder) bareHead(k int) bool {
	c, ok := f.l.Chunk(k, f.head)
	return ok && int(c.End) == k+1 && f.l.Fold(k) == lang.Fold(f.l.Entry(c).Value)
}

// objectHead reports whether the noun of an office from start to last stands in a case of
// its own, in which no title stands before its holder: «Монархты | Асқар Нұров қарсы алды».
func (f *officeFinder) objectHead(start, last int) bool {
	c, ok := f.l.Chunk(start, f.head)
	if !ok || !f.headLast() {
		return false
	}
	noun := lang.Fold(f.l.Entry(c).Value)
	noun = noun[strings.LastIndexByte(noun, ' ')+1:]
	if w := f.l.Fold(last); w == noun {
		return false
	}
	for _, a := range f.l.Analyses(last) {
		if a.Harmony && a.Stem == noun && (a.Slots == "acc" || a.Slots == "dat" || a.Slots == "abl" || a.Slots == "loc" || a.Slots == "ins") {
			return true
		}
	}
	return false
}

// cutFront takes off what does not belong to a title at its front: a word for "and"
// («Мендес пен | министрі»), and in Kazakh the subject of the sentence that a word for
// "such" opens («Мұндай ұсыныс | ел Президенті»): no office is of "such" a thing.
func (f *officeFinder) cutFront(t *title) {
	for t.from < t.head && f.l.Has(t.from, f.p.know.lists.phraseAnd) {
		t.from++
	}
	if !f.headLast() {
		return
	}
	if k := alsoEndsKK(f.l, t.from); k <= t.head { // Сонымен қатар | білім басқармасының басшысы
		t.from = k
	}
	if n, ok := f.p.numberAt(t.from); ok && !n.ordinal && n.end < t.head && (genitiveKK(f.l.Fold(n.end)) || f.l.Plays(n.end, f.p.know.roles.stateSides) || f.l.Has(n.end, f.p.know.lists.timeUnit) && dativeKK(f.l.Fold(n.end))) { // екі елдің | энергетика министрі, екі ел | басшысы, үш жылға | төраға
		t.from = n.end + 1
	}
	for k := t.from; k+1 < t.head; k++ { // отыз жастағы | омарташы, екінші рет | омарташы
		if n, ok := f.p.numberAt(k); ok && n.end < t.head && (f.l.Has(n.end, f.p.know.lists.ageSuffix) || f.l.Has(n.end, f.p.know.lists.npStop)) {
			t.from = n.end + 1
		}
	}
	if k := t.head - 1; k >= t.from && t.head+1 == t.to && f.l.Is(k, lang.Lower) && f.bareHead(t.head) && f.whitherKK(k) { // осы үйге | министр
		t.from = t.head
	}
	t.from = f.behindObjectKK(t)
	t.from = f.occasionKK(t.from, t.head)
	t.from = f.aboutKK(t.from, t.head)
	t.from = f.behindEventKK(t)
	t.from = f.behindStaffKK(t)
	t.from = f.headOfStateKK(t)
	if f.manyMeetHolder(t) {
		t.from++
	}
	if k := t.from; k < t.head && k > 0 && f.l.Rune(k-1) == '»' && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.p.know.lists.orgHead) && f.p.ownedForm(k) && !genitiveKK(f.l.Fold(k)) {
		t.from++ // «Үздік ұстаз» төсбелгісі | музейдің сақтаушысы
	}
	for k := t.from; k+2 < t.head; k++ {
		switch f.l.Fold(k) {
		case "мұндай", "бұндай", "осындай", "сондай", "ондай":
			t.from = k + 2
			return
		}
	}
	for k := t.head - 1; k > t.from; k-- {
		if f.l.Fold(k) == "рет" { // үшінші рет | қомузшы
			t.from = k + 1
			return
		}
	}
}

// manyMeetHolder reports whether a Kazakh title opens its sentence with those who meet its
// holder, a plural without a case before a word that nobody owns, while the name behind it
// is in a case: «Қонақтар | сауда министрі X-пен кездесті», but «Журналистер одағының
// төрағасы X-пен», «Жастар саясаты комитетінің төрағасы X-ты».
func (f *officeFinder) manyMeetHolder(t *title) bool {
	k := t.from
	if k+1 >= t.head || k != f.p.sentenceOf(k).First || !f.l.Is(k, lang.Cap) || !pluralKK(f.l.Fold(k)) || f.l.Has(k+1, f.p.know.lists.phraseAnd) || !f.l.Is(k+1, lang.Lower) || f.p.ownedForm(k+1) || genitiveKK(f.l.Fold(k+1)) {
		return false
	}
	m, ok := f.p.mentionAt(t.to, lang.PersonChunk)
	return ok && m.entity >= 0 && lastWord(lang.Fold(f.l.Slice(m.start, m.end))) != lastWord(f.p.doc.entities[m.entity].folded())
}

// pluralSubject reports whether the word at k is the subject of the sentence, many
// without a case, right before a bare title: «Қатысушылар | президент X-тің кітабын».
// Of what many an office is, its possessive tells: «жастар ісі министрі».
func (f *officeFinder) pluralSubject(k int, t *title) bool {
	if !f.headLast() || t.from != t.head || !f.l.Is(k, lang.Word) || !pluralKK(f.l.Fold(k)) {
		return false
	}
	w := f.l.Fold(t.to - 1)
	return !strings.HasSuffix(w, "ы") && !strings.HasSuffix(w, "і")
}

// fieldNoun reports whether token k is the noun of what an office is for, whatever
// else the word is elsewhere: «ғылыми жұмыс жөніндегі проректор».
func (f *officeFinder) fieldNoun(k int) bool {
	return f.headLast() && k+1 < len(f.l.Toks) && f.l.Fold(k+1) == "жөніндегі" && !f.l.Has(k, f.p.know.lists.phraseAnd)
}

// behindObjectKK gives the token at which a Kazakh title begins behind the object of the
// sentence, in the accusative, which belongs to no office but to a verbal noun behind it:
// «Бас жүлдені | монғол режиссері», «құттықтау хатын | Мәдениет министрі», but «баланы
// қорғау жөніндегі уәкіл».
func (f *officeFinder) behindObjectKK(t *title) int {
	from := t.from
	for k := t.from; k < t.head; k++ {
		if w := f.l.Fold(k); f.p.know.endings.verbNounEnd.end(w, 4) || participleEndsKK.end(w) || agentKK(w) {
			from = t.from
			continue
		}
		if f.l.Has(k, f.mod) { // тұрғын үй
			continue
		}
		capital := f.l.Is(k+1, lang.Cap)
		if !capital && !f.l.Is(k, lang.Lower) {
			continue
		}
		for _, a := range f.l.Analyses(k) {
			if a.Harmony && (len(a.Stem) >= 8 && a.Slots == "acc" && (a.Suffix == "ны" || a.Suffix == "ні") || a.Slots == "poss3 acc" && (capital || len(a.Stem) >= 6)) {
				from = k + 1
			}
		}
	}
	return from
}

// whitherKK reports whether the word at k is a noun in the dative, with an owner or without:
// «үйге», «көрмесіне», but «аға».
func (f *officeFinder) whitherKK(k int) bool {
	for _, a := range f.l.Analyses(k) {
		if a.Harmony && len(a.Stem) >= 4 && len(a.Suffix) >= 4 && (a.Slots == "dat" || a.Slots == "poss3 dat") {
			return true
		}
	}
	return false
}

// occasionKK gives the token behind words that say during what a Kazakh sentence is told,
// before the title of its subject: «Слет барысында | одақ төрағасы»; from where there are
// none.
func (f *officeFinder) occasionKK(from, head int) int {
	for k := from; k < head; k++ {
		if f.l.Plays(k, f.p.know.roles.occasionAt) {
			from = k + 1
		}
	}
	return from
}

// behindEventKK gives the token at which a Kazakh title begins behind an event with an owner,
// or one told bare, which is the subject of the sentence and owns no office without a
// possessive: «Үкімет отырысы | премьер-министр X-тің төрағалығымен өтті», «Турнир | ақын
// X-ке арналды», but «съезд төрағасы».
func (f *officeFinder) behindEventKK(t *title) int {
	if t.from < t.head && f.p.ownedForm(t.to-1) && !f.bareHead(t.to-1) && !f.p.know.endings.tradeEnd.end(f.l.Fold(t.to-1), 4) {
		return t.from
	}
	for k := t.head - 1; k >= t.from; k-- {
		if f.l.Has(k, f.p.know.lists.eventNoun) && f.p.ownedForm(k) && f.l.Is(k, lang.Lower) {
			return k + 1
		}
		if c, ok := f.l.Chunk(k, f.p.know.lists.eventNoun); ok && int(c.End) == k+1 && slices.Contains(f.l.Entry(c).Folded(), f.l.Fold(k)) {
			return k + 1
		}
	}
	return t.from
}

// behindStaffKK gives the token at which a Kazakh title begins behind those of a body who
// act, as a whole or as many: «Университеттің ұжымы | тарих ғылымдарының докторы X-ті
// құттықтады». What they own the word behind them shows: «ұжымы жетекшісі».
func (f *officeFinder) behindStaffKK(t *title) int {
	for k := t.head - 1; k >= t.from; k-- {
		if !f.l.Is(k, lang.Lower) || f.p.ownedForm(k+1) && k+1 == t.head {
			continue
		}
		if f.l.Plays(k, f.p.know.roles.staff) || f.l.Has(k, f.p.know.lists.personNoun) && f.pluralOwned(k) {
			return k + 1
		}
	}
	return t.from
}

// pluralOwned reports whether a word is a plural with the possessive of the third person
// and no case.
func (f *officeFinder) pluralOwned(k int) bool {
	for _, a := range f.l.Analyses(k) {
		if a.Harmony && a.Slots == "plural poss3" {
			return true
		}
	}
	return false
}

// headOfStateKK gives the token at which the Kazakh title of who heads a state begins, which
// has nothing but its land before it: «кештің шымылдығы | Мемлекет басшысы X-тің хатымен».
func (f *officeFinder) headOfStateKK(t *title) int {
	for k := t.from + 1; k <= t.head; k++ {
		if _, _, ok := f.l.Value(k, f.p.know.lists.headOffice); ok && f.l.Is(k, lang.Cap) && f.l.Is(k-1, lang.Lower) && !genitiveKK(f.l.Fold(k-1)) {
			return k
		}
	}
	return t.from
}

// metAt reports whether the Kazakh word at k says with which of its people somebody meets, and
// so is no part of a title: «Байқау жүлдегерлерімен | басқарма басшысы», but «БАҚ өкілдерімен
// жұмыс бөлімі».
func (f *officeFinder) metAt(k int) bool {
	if !f.l.Is(k, lang.Lower) || f.l.Has(k+1, f.p.know.lists.withGovern) {
		return false
	}
	for _, a := range f.l.Analyses(k) {
		if a.Harmony && a.Slots == "plural poss3 ins" {
			return true
		}
	}
	return false
}

// onlyMayKK reports whether what stands at token i behind a Kazakh verbal noun only says that
// something may or is to be done: «төраға қызметіне сайлану | мүмкіндігі», «сайлануы керек».
func (f *officeFinder) onlyMayKK(i int) bool {
	return f.headLast() && i < len(f.l.Toks) && f.l.Plays(i, f.p.know.roles.onlyMay)
}
