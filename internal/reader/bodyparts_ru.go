package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// verbal reports whether a word has the ending of a verb in a personal form
// or of a short participle («намерена», «утверждены»), or is one of those that
// no name goes on with (pack lists bodyverbend and bodystop). Nouns that end
// alike stand in the list bodynoun.
func (n *nameFinder) verbal(k int) bool {
	if n.say != 0 && n.l.Has(k, n.say) {
		return true
	}
	if !n.l.Is(k, lang.Lower) {
		return false
	}
	if n.bodyStop != 0 && n.l.Has(k, n.bodyStop) || n.pastShort != 0 && n.l.Has(k, n.pastShort) {
		return true
	}
	w := n.l.Fold(k)
	return n.p.know.endings.bodyVerbEnd.end(w, 2) && !n.p.know.endings.bodyNoun.whole(w)
}

// beforeVerb gives where the name of a body that the model saw ends before a verb in
// small letters, with which no name goes on, or before another body: «в музее Мирового
// океана | откроется выставка», «университет Отаго | и университет Вайкато».
func (n *nameFinder) beforeVerb(start, end int) int {
	for k := start + 2; k < end; k++ {
		if k+2 < end && n.l.Fold(k) == "и" && n.l.Is(k-1, lang.Cap) && n.l.Has(k+1, n.orgHead) && n.l.Is(k+2, lang.Cap) {
			return k
		}
		if w := n.l.Fold(k); n.l.Is(k, lang.Lower) && n.l.Rune(k-1) != '«' && n.p.know.endings.bodyVerbEnd.end(w, 2) && !n.p.know.endings.bodyNoun.whole(w) {
			return k
		}
	}
	return end
}

// pairedAdjective reports whether «и» at token k joins two adjectives before a
// body's noun, the first with a capital: «Экономического и социального совета».
func (n *nameFinder) pairedAdjective(k int, s lang.Sentence) bool {
	return k > s.First && n.l.Fold(k) == "и" && !n.taken[k-1] && n.l.Is(k-1, lang.Cap) && !n.l.Has(k-1, n.funcWord) &&
		n.l.Is(k+1, lang.Lower) && n.adjective(k-1) && n.adjective(k+1) && sameEnding(n.l.Fold(k-1), n.l.Fold(k+1))
}

// sameEnding reports whether two words end with the same two letters or one of
// the hard and soft pairs of adjectives.
func sameEnding(a, b string) bool {
	return len(a) > 4 && len(b) > 4 && (a[len(a)-4:] == b[len(b)-4:] || a[len(a)-2:] == b[len(b)-2:])
}

// ofInstrument reports whether a noun for documents, perhaps with adjectives,
// stands at token i: what it belongs to is no body.
func (n *nameFinder) ofInstrument(i int, s lang.Sentence) bool {
	if n.instrument == 0 || i < 2 {
		return false
	}
	if ch, ok := n.l.Chunk(i-2, n.instrument); !ok || int(ch.End) != i { // the noun itself may be one: «новая редакция»
		return false
	}
	for k := i; k < s.Last && k < i+4; k++ {
		if n.l.Has(k, n.instrument) && n.l.Is(k, lang.Lower) {
			return true
		}
		if !n.adjective(k) {
			return false
		}
	}
	return false
}

// membersFollow reports whether a dash at token k goes on with the members of
// an alliance: «государств – участников СНГ».
func (n *nameFinder) membersFollow(k int, s lang.Sentence) bool {
	return k+2 < s.Last && isDash(n.l.Rune(k)) && n.member != 0 && n.l.Has(k+1, n.member) && !n.taken[k+2]
}

// namesake gives the end of the name of the one after whom a body is called,
// from token i behind «имени»: initials, then words up to where another
// person's name begins («имени Доржи Банзарова Алексей Мошкин»); 0 where there
// is no name.
func (n *nameFinder) namesake(i int, s lang.Sentence) int {
	if n.glued(i, '.') { // им.
		i++
	}
	if i+1 < s.Last && n.l.Is(i, lang.Lower) && n.l.Plays(i, n.r.eponym) { // имени академика
		i++
	}
	els := n.run(i, min(s.Last, i+12))
	if k := len(els) - 2; k > 0 && !els[0].initial && !els[k].initial && !els[k].particle && n.subjective(els[k+1]) {
		return els[k-1].end // имени Аль-Фергани | Шухрат Каримов
	}
	words := 0
	for x, e := range els {
		if e.initial && words > 0 && !els[x-1].initial && x+1 < len(els) && n.nameBehind(els[x+1:]) {
			return els[x-1].end // имени Н. Г. Чернышевского | Л. Ю. Коссович
		}
		if e.initial || e.particle {
			continue
		}
		if words > 0 && !n.l.Is(e.start, lang.Upper) && n.givenAsWritten(e.start) {
			return els[x-1].end
		}
		words++
	}
	if words == 0 {
		return 0
	}
	return els[len(els)-1].end
}

// nameBehind reports whether a word of a name stands behind initials.
func (n *nameFinder) nameBehind(els []element) bool {
	for _, e := range els {
		if !e.initial {
			return !e.particle
		}
	}
	return false
}

// namesakes gives how many elements of a run behind «имени» are the name of
// the one after whom a body is called, 0 where another person's name does not
// follow it at once.
func (n *nameFinder) namesakes(els []element, s lang.Sentence) int {
	i := els[0].start
	if i > 0 && n.l.Is(i-1, lang.Lower) && n.l.Plays(i-1, n.r.eponym) { // имени академика
		i--
	}
	if n.tag != "ru" || n.named == 0 || i == 0 || !n.l.Has(i-1, n.named) && !(n.l.Rune(i-1) == '.' && i > 1 && n.l.Has(i-2, n.named)) {
		return 0
	}
	end := n.namesake(i, s)
	for x, e := range els {
		if e.start >= end && end > 0 {
			return x
		}
	}
	return 0
}

// subjective reports whether a capitalised word ends in a consonant or -ий, as
// surnames of men do in the nominative and no genitive does.
func (n *nameFinder) subjective(e element) bool {
	if n.l.Is(e.end-1, lang.Upper) {
		return false
	}
	w := n.l.Fold(e.end - 1)
	r, _ := utf8.DecodeLastRuneInString(w)
	return strings.ContainsRune("бвгджзклмнпрстфхцчшщ", r) || strings.HasSuffix(w, "ий")
}

// manBehind reports whether token i is the surname of a man in the nominative,
// so that the word before it is his given name, whatever its ending:
// «правительства Абдулмуслим Рабаданов».
func (n *nameFinder) manBehind(i int) bool {
	e := element{start: i, end: i + 1}
	surname, _ := n.surnameEnding(e)
	return surname && !n.adjective(i) && n.subjective(e) && !n.placeAt(e)
}

// sharesNoun reports whether a Russian adjective with a capital at token i
// shares a noun for bodies or places with the next one: «Государственного и
// Народного собраний».
func (n *nameFinder) sharesNoun(i int, s lang.Sentence) bool {
	return n.tag == "ru" && i+3 < s.Last && n.l.Fold(i+1) == "и" && n.adjective(i) && n.adjective(i+2) && n.l.Is(i+2, lang.Cap) &&
		(n.l.Has(i+3, n.orgHead) || n.l.Has(i+3, n.placeLow)) && sameEnding(n.l.Fold(i), n.l.Fold(i+2))
}

// bothInstrumental reports whether a word and the next end as names of men do in the
// instrumental: Эдмондом Роллоком.
func (n *nameFinder) bothInstrumental(k int) bool {
	return strings.HasSuffix(n.l.Fold(k), "ом") && !notInstrumental(n.l.Fold(k+1))
}

// headsPerson reports whether a title with what it governs stands before the
// run of words at els, so that they name its holder: «директор станции Саидали
// Курбонов», «министр обороны страны».
func (n *nameFinder) headsPerson(els []element, s lang.Sentence) bool {
	if n.tag != "ru" || len(els) < 2 || els[0].initial || n.adjective(els[0].start) && !n.bothInstrumental(els[0].start) {
		return false
	}
	for _, e := range els[:2] {
		if e.particle || n.l.Is(e.start, lang.Upper) || n.placeAt(e) || n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.gazBody) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown) {
			return false
		}
	}
	_, ok := n.governor(els[0].start, s)
	return ok
}

// governor gives the head of a title that stands before token i with small
// words in the genitive between them, at least one.
func (n *nameFinder) governor(i int, s lang.Sentence) (int, bool) {
	reach := 6
	for k := i - 1; k >= s.First && k >= i-reach; k-- {
		t := &n.l.Toks[k]
		if n.glued(k, '-') {
			continue
		}
		if n.p.joinsFields(k) {
			reach = fieldsReach
			continue
		}
		if by := n.fieldBy(k, s); by > 0 { // комиссаром по вопросам окружающей среды
			k, reach = by, fieldReach
			continue
		}
		for _, c := range [...]lang.Class{n.office, n.title} {
			if c == 0 || !n.l.Has(k, c) {
				continue
			}
			if n.united(k) { // Ассоциации молодых юристов | Нона Курдованидзе
				break
			}
			if ch, _ := n.l.Chunk(k, c); int(ch.End) > k && int(ch.End) <= i {
				return k, int(ch.End) < i
			}
		}
		if t.Is(lang.Cap) && k-2 >= s.First && n.glued(k-1, '-') && n.placeAt(element{start: k - 2, end: k + 1}) { // президента Кабо-Верде | Жозе
			k -= 2
			continue
		}
		if t.Is(lang.Cap) && n.placeAt(element{start: k, end: k + 1}) && !n.isGiven(element{start: k, end: k + 1}) { // министр торговли Бразилии | Мауру
			continue
		}
		if !t.Is(lang.Lower) && !(n.adjective(k) && n.l.Is(k+1, lang.Lower)) || n.verbal(k) || n.named != 0 && n.l.Has(k, n.named) || !n.genitive(k) && !n.adjective(k) || n.uninflected(k) {
			return 0, false
		}
	}
	return 0, false
}

// sharedHead proposes the places whose noun stands but once behind several
// adjectives: «Тляратинского и Цумадинского районов», for the adjective at
// last and the plural noun at head. Each gets the noun in its name.
func (n *nameFinder) sharedHead(last, head int, s lang.Sentence) {
	ch, ok := n.l.Chunk(head, n.placeLow)
	w := n.l.Fold(head)
	lemma := bestForm(n.l.Entry(ch), n.l.Slice(head, head+1))
	adj := n.l.Fold(head - 1)
	if !ok || last+1 != head && !n.hyphened(last, head) || lang.Fold(lemma) == w || !n.adjective(head-1) || !n.p.know.endings.manyPlaces.end(w, 4) && !strings.HasSuffix(adj, "ая") && !strings.HasSuffix(adj, "ую") { // Омская и Томская области; Нарынской и Иссык-Кульской областей
		return
	}
	for k := last - 2; k >= s.First && k >= last-8; k -= 2 {
		if r := n.l.Rune(k + 1); n.l.Fold(k+1) != "и" && r != ',' || n.taken[k] || !n.l.Is(k, lang.Cap) || !n.adjective(k) || n.l.Has(k, n.funcWord) {
			return
		}
		n.propose(candidate{class: lang.PlaceChunk, start: k, end: k + 1, score: scorePlace + 6, name: russianAdjective(n.l.Slice(k, k+1), russianGender(lemma)) + " " + lemma, rule: "place"})
	}
}

// ownerBeforeName reports whether the capitalised word at token k closes the
// name of a body in the genitive and a full name in the nominative begins behind
// it: «Института физики Земли Ержан Садыков».
func (n *nameFinder) ownerBeforeName(k int, s lang.Sentence) bool {
	w := n.l.Fold(k)
	if k+2 >= s.Last || k-2 < s.First || !strings.HasSuffix(w, "и") && !strings.HasSuffix(w, "ы") || !n.l.Is(k-1, lang.Lower) || !n.genitive(k-1) || n.adjective(k-1) || n.isGiven(element{start: k, end: k + 1}) {
		return false
	}
	if !n.l.Is(k+1, lang.Cap) || !n.l.Is(k+2, lang.Cap) || !n.givenAsWritten(k+1) || n.glued(k+1, '-') {
		return false
	}
	for j := k - 1; j >= s.First && j >= k-4; j-- {
		if n.orgHead != 0 && n.l.Has(j, n.orgHead) {
			return n.l.Is(j, lang.Cap)
		}
	}
	return false
}

// calledBody proposes a Russian body called by a name before its noun, both with a
// capital: «Назарбаев Университет». It reports whether the run is one.
func (n *nameFinder) calledBody(r *personRun) bool {
	i := r.last.start
	if r.titled || len(r.els) != 2 || r.last.end != i+1 || r.els[0].initial || r.els[0].particle || n.orgHead == 0 || !n.l.Has(i, n.orgHead) || n.isGiven(r.els[0]) || n.adjective(r.els[0].start) || n.opensBefore(r.els[0], r.s) {
		return false
	}
	if k := r.els[0].start - 1; k >= r.s.First && n.placeAt(r.els[0]) { // в Вене | Фонд моря
		if w := n.l.Fold(k); w == "в" || w == "во" || w == "из" {
			return false
		}
	}
	ch, _ := n.l.Chunk(i, n.orgHead)
	if int(ch.End) != i+1 || !n.isForm(n.l.Entry(ch), r.last) || strings.ContainsRune("аеёиоуыэюя", lastRune(n.l.Fold(i))) || n.surname != 0 && n.l.Has(i, n.surname) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: r.els[0].start, end: r.last.end, score: scoreHead, rule: "called"})
	return true
}

// countedAlike reports whether a small number stands before a Russian body without a name
// of its own, so that several such bodies are counted: «три музея Грузии», «оба вуза Чили».
func (n *nameFinder) countedAlike(b *ruBody) bool {
	k := b.start - 1
	for k > b.s.First && n.l.Is(k, lang.Lower) && n.adjective(k) {
		k--
	}
	if k < b.s.First {
		return false
	}
	return n.l.Plays(k, n.r.fewOf)
}

// publicBody reports whether a Russian body in small letters is one that every region or
// state has once and is named with it: «акимат Жетысуской области», «министерство финансов
// Ганы», «министерство торговли Российской Федерации». One behind an office belongs to that, one with a body in it is a part of it.
func (n *nameFinder) publicBody(b *ruBody) bool {
	if !n.l.Plays(b.i, n.r.publicHead) && !strings.HasPrefix(n.l.Fold(b.i), "министерств") || b.i > b.s.First && n.office != 0 && n.l.Has(b.i-1, n.office) || b.i > b.s.First && n.adjective(b.i-1) && n.l.Fold(b.i-1) != "данным" { // районный суд; по данным | суда
		return false
	}
	place := false
	for k := b.i + 1; k < b.end; k++ {
		if ch, ok := n.l.Chunk(k, n.gazPlace); n.gazPlace != 0 && ok && int(ch.End) > k+1 && int(ch.End) <= b.end { // Федерации heads bodies too
			place = true
			k = int(ch.End) - 1
			continue
		}
		switch {
		case n.l.Fold(k) == "в", n.l.Is(k, lang.Cap) && (n.l.Has(k, n.orgHead) || n.l.Has(k, n.gazBody) || n.orgKnown != 0 && n.l.Has(k, n.orgKnown)):
			return false
		case n.l.Is(k, lang.Cap):
			place = true
		case place && !n.placeNoun(k):
			return false
		}
	}
	return place
}

// placeNoun reports whether the word at token k is a noun for places: области, района.
func (n *nameFinder) placeNoun(k int) bool {
	for _, c := range [...]lang.Class{n.placeHead, n.placePre, n.placeLow} {
		if c != 0 && n.l.Has(k, c) {
			return true
		}
	}
	return false
}

// numberedHouse takes the number of a school, a hospital and the like into a Russian body,
// which it makes a name, and the town behind it: «школа № 5 города Ош». Several with their
// numbers are no one's name: «школы № 3 и № 5».
func (n *nameFinder) numberedHouse(b *ruBody) {
	k := b.whole
	if k+1 >= b.s.Last || n.l.Rune(k) != '№' || !n.l.Is(k+1, lang.Number) || !n.l.Plays(b.i, n.r.numberedHouse) || b.quoted || n.manyBodies(b.i) && !n.l.Is(b.i, lang.Cap) {
		return
	}
	k += 2
	if n.l.Rune(k) == ',' || n.l.Plays(k, n.r.and) {
		if n.l.Rune(k+1) == '№' || n.l.Is(k+1, lang.Number) {
			return
		}
	}
	b.end, b.named, b.numbered = k, true, true
	if end, named, quoted := n.genitives(k, b.s); named && !quoted {
		b.end = end
	}
}
