package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// ofTime reports whether a unit measures time.
func ofTime(unit string) bool {
	switch unit {
	case "year", "month", "week", "day", "hour", "minute", "second":
		return true
	}
	return false
}

// counted reads the noun that a number counts: "34,000 Poles", "48 тысяч
// новых школ", "56 жәдігер". The shape of the noun phrase is that of the
// language: in English it ends with the first plural, in Russian with the
// first word that is no adjective, in Kazakh with the first word that carries
// an ending; everywhere it ends before a word of the npstop list, a mark, a
// number or a date.
func (f *figureReader) counted(st *read.Statement, end *int, s lang.Sentence) {
	i := *end
	if st.Unit == "" && f.magnitude(i, s) {
		st.Counted = "magnitude"
		return
	}
	if f.countsNoMore(st.Unit, i, s) {
		return
	}
	i, ok := f.behindOfWord(st.Unit, i)
	if !ok || f.p.know.russian && len(st.Unit) == 3 && f.l.Has(i, lang.PlaceChunk) { // 45 млн евро Албании
		return
	}
	for f.l.Has(i, f.definite) {
		i++
	}
	whole := 0
	if x, ok := f.p.numberAt(i); ok && i > *end && !f.used[i] && !x.ordinal { // seven of the nine rooms: nine is a figure too
		whole, i = i, x.end
	}
	if f.echo != lang.NoClass && i+1 < s.Last && f.moreOrFewer(i) && f.l.Is(i+1, lang.Lower) && !f.l.Has(i+1, f.than) && !f.l.Has(i+1, f.stop) { // two more people
		i++
	}
	if x, ok := f.p.numberAt(i); ok && i == *end && whole == 0 && x.digits && x.end+1 < s.Last && f.echo != lang.NoClass && f.l.Rune(x.end) == '-' && f.l.Is(x.end+1, lang.Glued) {
		i = x.end + 2 // 4.2 million 60-kg bags
	}
	start, i := f.countedNoun(st, i, s)
	i = f.withoutDeedRU(start, i)
	if i <= start || f.doneRu(st, start, i) {
		return
	}
	f.set(st, start, i)
	if whole > 0 {
		i = whole
	}
	*end = max(*end, i)
}

// countsNoMore reports whether a number counts nothing behind it: it measures time,
// or in Kazakh its own ending says that it is a part of what stands before.
func (f *figureReader) countsNoMore(unit string, i int, s lang.Sentence) bool {
	if ofTime(unit) && f.of == lang.NoClass { // за два года построили: time counts nothing else
		return true
	}
	if f.p.know.pack.Tag != "kk" || i <= s.First {
		return false
	}
	if _, number := f.p.numberAt(i); unit != "" && number { // 850 млн долларлық | алты құжат
		return true
	}
	if unit == "" { // соның 3 миллионы | Қытайдан; алтауы | қайғылы аяқталды
		return possessedScale(f.l.Fold(i-1)) || f.someOfThem(i, s)
	}
	if endsAsKK(f.l, i-1, "poss3") { // жылыжайлардың 12 гектары
		return true
	}
	if w := f.l.Fold(i - 1); unit != "" && unit != "person" && endsAny(w, "да", "де", "та", "те") && f.l.Has(i-1, f.unit) { // 197 мың гектарда | майлы дақыл
		return true
	}
	return dativeKK(f.l.Fold(i-1)) && !f.l.Has(i, f.qualAfter) // 40 миллиард теңгеге | үй салды
}

// behindOfWord passes the word between a number or its unit and what is counted:
// tonnes of wheat, five of the boats. ok is false where nothing is counted there.
func (f *figureReader) behindOfWord(unit string, i int) (next int, ok bool) {
	if f.of == lang.NoClass {
		return i, true // тонн грузов
	}
	if !f.l.Has(i, f.of) {
		return i, unit == ""
	}
	i++
	if unit != "" || !f.l.Plays(i, f.p.know.roles.ofThem) {
		return i, true
	}
	if f.l.Has(i+1, lang.Lower) && !f.l.Has(i+1, f.stop) { // four of them women
		i++
		return i, f.headNoun(i, i) || f.l.Has(i, f.person) || f.echo == lang.NoClass // but not 60 of them part-time
	}
	return i, f.echo == lang.NoClass // 2,100 of them
}

// countedNoun gives the noun phrase that is counted from token i on. A qualifier
// before it is no part of it: мыңнан астам адам.
func (f *figureReader) countedNoun(st *read.Statement, i int, s lang.Sentence) (start, end int) {
	start = i
	for ; i < s.Last && i < start+5; i++ {
		if i == start && f.fartherKK(i) {
			st.Qualifier = "over"
			break
		}
		if q, e, ok := f.l.Value(i, f.qualAfter); ok {
			if i > start || f.moreBy(i) {
				break
			}
			if f.closing != lang.NoClass && f.l.Has(i, f.closing) && (f.fromBefore(i) || f.levelKK(i)) { // 250-ден 300-ге дейін дәрігер
				q = st.Qualifier
			}
			st.Qualifier, start = q, e
			if f.nearlyOfThem(e-1, s) {
				return e, e
			}
			i = e - 1
			continue
		}
		if f.l.Has(i, lang.PersonChunk) || i == start && (f.didSomethingEN(i) || f.doneByThem(i)) || i > start && f.elseKK(i, s) { // до 71 кг | Асадхуджа
			break
		}
		if f.pairKK(i) { // 15 мыңға жуық жаңа жұмыс орны
			i += 2
			break
		}
		if f.l.Is(i, lang.Lower) && !f.l.Has(i, f.person) && f.pairKK(i+1) { // тұрақты | жұмыс орны
			continue
		}
		if i > start && f.ofKind(i, s) { // 40 women's | groups
			i++
			continue
		}
		if f.endsCounted(st.Unit, i, start) {
			if f.l.Rune(i) == '-' && i > start && f.l.Is(i, lang.Glued) { // well-known
				continue
			}
			break
		}
		if f.hyphenJoined(i) { // мерекелік іс-шара
			continue
		}
		if f.modelAt(i, s) { // 12 MiG-29 | fighters
			i += 2
			continue
		}
		if f.headNoun(i, f.partsOf(i, start)) {
			if f.nounBehind(st, i, start, s) {
				continue
			}
			i++
			break
		}
	}
	return start, i
}

// nounBehind reports whether the noun at token i, which might be what is counted from token
// start on, only says of what kind that is, which stands behind it: "2,500 electricity |
// poles", «6 жүкті | әйел».
func (f *figureReader) nounBehind(st *read.Statement, i, start int, s lang.Sentence) bool {
	if f.ofKind(i+1, s) || f.kindBefore(i, s) {
		return true
	}
	return st.Unit == "" && i == start && (f.stuffBefore(i, s) || f.p.know.headLast && f.endsLikeVerb(i) && f.l.Has(i+1, f.person))
}

// elseKK reports whether the Kazakh word at token i, behind what is counted, is something
// else: «бюллетень | жарамсыз деп танылды», «екі мекеме | мұрағаттарын», «25 түлек |
// Қазақстанға».
func (f *figureReader) elseKK(i int, s lang.Sentence) bool {
	return f.p.know.headLast && i+1 < s.Last && f.l.Fold(i+1) == "деп" || f.ownedManyKK(i) || f.placeInCaseKK(i)
}

// stuffBefore reports whether the English word for a stuff at token i, right behind a
// number, only says what the things behind it are of: 2,500 electricity poles.
func (f *figureReader) stuffBefore(i int, s lang.Sentence) bool {
	return f.echo != lang.NoClass && f.l.Has(i, f.plural) && !f.l.Has(i, f.person) && !strings.HasSuffix(f.l.Fold(i), "s") && !f.l.Has(i-1, f.of) && i+1 < s.Last &&
		f.l.Is(i+1, lang.Lower) && !f.used[i+1] && !f.l.Has(i+1, f.stop) && !f.l.Has(i+1, f.plural) && f.headNoun(i+1, i) && !f.endsLikeVerb(i+1)
}

// endsCounted reports whether a word is no part of what is counted.
func (f *figureReader) endsCounted(unit string, i, start int) bool {
	t := &f.l.Toks[i]
	if r := &f.p.know.roles; f.p.know.russian && (f.l.Plays(i, r.roseVerb) || f.l.Plays(i, r.fellVerb)) { // на 6,6 центнера | выросла
		return true
	}
	return !t.Is(lang.Word) || f.used[i] || f.l.Has(i, f.stop) || t.Para || unit != "" && i == start && (f.todoKK(i) || f.p.know.headLast && f.infinitiveKK(i)) || unit != "" && i == start && f.p.know.endings.doneEnd.end(f.l.Fold(i), 3) || f.endsLikeVerb(i) && !f.l.Has(i, lang.GroupChunk) && !(f.p.know.headLast && i == start && (f.l.Has(i+1, f.person) || unit == "" && f.objectKK(i)) || unit == "" && f.newObjectKK(i, start))
}

// set names what is counted and, where it is people, says so.
func (f *figureReader) set(st *read.Statement, start, end int) {
	st.Counted = f.l.Slice(start, end)
	if f.p.know.headLast { // the noun carries the case: оқу залының
		last := f.l.Slice(end-1, end)
		if f.listed(end - 1) {
			last = "" // тұрғын is no accusative
		}
		if w := f.ownedPerson(end - 1); w != "" { // 12 маманы counts each маман
			st.Counted, last = strings.TrimSuffix(st.Counted, last)+w, ""
		}
		if w := f.withoutAttributeKK(end - 1); w != "" { // 14 аудандағы мектеп counts each аудан
			st.Counted = strings.TrimSuffix(st.Counted, last) + w
		} else if w := f.withoutGenitiveKK(f.p.withoutCase(last), last); atLeast(w, 3) || shortNounKK(w) { // дана is no case of да
			st.Counted = strings.TrimSuffix(st.Counted, last) + w
		}
	}
	if f.pairKK(end - 2) {
		st.Counted = f.l.Slice(start, end-2) + f.pairName(end-2, start)
	}
	for k := start; k < end; k++ {
		if k == end-1 && f.p.know.pack.Tag == "kk" && st.Unit == "" && agentKK(f.l.Fold(k)) { // көкпаршы
			st.Unit = "person"
		}
		if f.l.Has(k, f.person) && !(k < end-1 && (f.forWork(k) || f.ownedByPersonsKK(end-1))) && !(k < end-1 && (f.relational(k) || f.echo != lang.NoClass && isApostropheRune(f.l.Rune(k+1)))) && !f.dwelling(k) && !f.modelled(k, start) || f.l.Has(k, lang.GroupChunk) {
			if st.Unit == "" {
				st.Unit = "person"
			}
		}
		if m, ok := f.p.mentionAt(k, lang.GroupChunk); ok && m.entity >= 0 {
			st.Group = ref(m.entity)
		}
	}
}

// forWork reports whether the Russian word for workers at token k is an adjective before
// what belongs to work: «700 рабочих | мест», «пять рабочих | групп».
func (f *figureReader) forWork(k int) bool {
	return f.p.know.russian && strings.HasPrefix(f.l.Fold(k), "рабоч") && f.l.Plays(k+1, f.p.know.roles.workThing)
}

// modelled reports whether the English word at token k, which may mean people, means
// machines by the number of their model before it: "12 F-16 | fighters", but not "300 rebel
// fighters", "14 U-21 players".
func (f *figureReader) modelled(k, start int) bool {
	return k > start && f.l.Is(k-1, lang.Number) && f.l.Plays(k, f.p.know.roles.machine)
}

// doneByThem reports whether an English verb right behind a number says what
// those counted do: "some 20,000 speak it", but not "12 live births".
func (f *figureReader) doneByThem(i int) bool {
	verb := f.p.know.lists.groupVerb
	return verb != lang.NoClass && f.l.Has(i, verb) && !f.l.Has(i, f.plural) && f.l.Is(i, lang.Lower) && !(f.l.Has(i+1, lang.Lower) && f.headNoun(i+1, i))
}

// relational reports whether a Kazakh word is one of those in -лық that say what
// kind of thing follows: 28 шетелдік кеме are ships, though foreigners are persons.
func (f *figureReader) relational(k int) bool {
	return f.p.know.headLast && relationalKK(f.l.Fold(k))
}

// headNoun reports whether token i ends the noun phrase begun at start.
func (f *figureReader) headNoun(i, start int) bool {
	w := f.l.Fold(i)
	switch f.p.know.pack.Tag {
	case "en":
		if f.l.Has(i, f.plural) {
			return true
		}
		return strings.HasSuffix(w, "s") && len(w) > 3 && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is")
	}
	if f.p.know.russian { // endings of adjectives and participles
		return !f.endsLikeAdjective(w) && !f.degreeRU(i, w)
	}
	if c := f.p.know.lists.phraseMod; c != lang.NoClass && f.l.Has(i, c) {
		return false // алты жаңа пьеса
	}
	if f.dwelling(i) {
		return false
	}
	if i == start && genitiveKK(w) && !f.l.Has(i, f.person) && len(f.l.Analyses(i)) > 0 { // 11 банктің | таза пайдасы
		return true
	}
	if f.relational(i) && f.l.Has(i+1, lang.Lower) && !f.l.Has(i+1, f.stop) && (i == start || f.relational(i-1)) {
		return false // 34 ұлттық федерация, 150 орындық аудандық аурухана
	}
	if end, told := f.verbBehindKK(i, start); told {
		return end
	}
	if i == start && f.wholeCount(i) {
		return true // 300 студент | шетелге кетті
	}
	for _, a := range f.l.Analyses(i) {
		if a.Harmony && strings.Contains(a.Slots, "poss3") || strings.Contains(a.Slots, "plural") || len(a.Suffix) >= 4 && a.Harmony && strings.ContainsAny(a.Slots, "dgal") {
			return true
		}
	}
	if c := f.p.know.lists.phraseMod; i > start && c != lang.NoClass && f.l.Has(i-1, c) && f.owned(i+1) {
		return false // үш жаңа спорт кешені
	}
	return i > start || i+2 < len(f.l.Toks) && f.l.Is(i+1, lang.Lower) && f.l.Plays(i+2, f.p.know.roles.makesVerb) // 3 200 кітап | табыс етті
}

// owned reports whether a small Kazakh word at token i carries the possessive of the
// third person and no case, so that it is what the word before it belongs to.
func (f *figureReader) owned(i int) bool {
	if i >= len(f.l.Toks) || !f.l.Is(i, lang.Lower) || f.l.Has(i, f.stop) || f.endsLikeVerb(i) {
		return false
	}
	for _, a := range f.l.Analyses(i) {
		if a.Harmony && a.Slots == "poss3" && len(a.Stem) > 4 {
			return true
		}
	}
	return false
}

// listed reports whether token i stands in the list of persons in this very
// form, so that no ending of it is a case.
func (f *figureReader) listed(i int) bool {
	ch, ok := f.l.Chunk(i, f.person)
	return ok && int(ch.End) == i+1 && slices.Contains(f.l.Entry(ch).Forms, f.l.Fold(i))
}

// ownedPerson gives a word for persons without the possessive of the third person,
// "" where token i is none: маманы, студенті.
func (f *figureReader) ownedPerson(i int) string {
	ch, ok := f.l.Chunk(i, f.person)
	if !ok || int(ch.End) != i+1 {
		return ""
	}
	w, fold := f.l.Slice(i, i+1), f.l.Fold(i)
	fold, owned := bareOwnedKK(fold)
	if !owned {
		return ""
	}
	for _, form := range f.l.Entry(ch).Forms {
		if rest, ok := strings.CutPrefix(fold, form); ok && (rest == "ы" || rest == "і" || rest == "сы" || rest == "сі") {
			if keep := len(w) - len(f.l.Fold(i)) + len(form); keep > 0 && keep <= len(w) && utf8.RuneStart((w + " ")[keep]) {
				return w[:keep]
			}
		}
	}
	return ""
}

// endsLikeVerb tells finite verbs by the pack's verbend list.
func (f *figureReader) endsLikeVerb(i int) bool {
	if !f.l.Is(i, lang.Lower) || f.l.Has(i, f.person) {
		return false
	}
	if f.p.know.pack.Tag == "kk" && f.participleKK(i) {
		return true
	}
	w := f.l.Fold(i)
	if f.p.know.russian { // выделило: the neuter past, of which few nouns have the ending
		for _, e := range [...]string{"ило", "нуло", "вало", "лось"} {
			if strings.HasSuffix(w, e) && len(w) > len(e)+4 {
				return true
			}
		}
		for _, e := range [...]string{"ено", "ано", "ято"} { // из 126 заявлений | рассмотрено 81
			if strings.HasSuffix(w, e) && len(w) > len(e)+8 {
				return true
			}
		}
	}
	return f.p.know.endings.verbEnd.end(w, 4)
}

// endsLikeAdjective tells Russian adjectives by the pack's adjend list.
func (f *figureReader) endsLikeAdjective(w string) bool {
	return f.p.know.endings.adjEnd.end(w, -1)
}

// share reads what a percentage or a fraction is a share of: "12 per cent of
// the harvest"; nothing where no "of" follows.
func (f *figureReader) share(st *read.Statement, end *int, s lang.Sentence) {
	i := *end
	if i >= s.Last || !f.l.Has(i, f.of) {
		return
	}
	if i++; f.l.Has(i, f.p.know.lists.pronoun) || f.l.Has(i, f.p.know.lists.clauseWord) || f.l.Fold(i) == "what" { // a tenth of what Peru spends
		return
	}
	if f.echo != lang.NoClass && f.l.Plays(i, f.p.know.roles.ofThem) { // 58 per cent of them women
		if i++; !f.headNoun(i, i) && !f.l.Has(i, f.person) {
			return
		}
	}
	for f.l.Has(i, f.definite) {
		i++
	}
	start := i
	for ; i < s.Last && i < start+4; i++ {
		t := &f.l.Toks[i]
		if f.echo != lang.NoClass && i > start && i+2 < s.Last && isApostropheRune(f.l.Rune(i)) && f.l.Plays(i+1, f.p.know.roles.ownS) && f.l.Is(i+2, lang.Lower) {
			i, start = i+1, i+2 // of the country's population
			continue
		}
		if !t.Is(lang.Word) || f.used[i] || f.l.Has(i, f.stop) {
			break
		}
		if f.headNoun(i, start) {
			i++
			break
		}
	}
	if i > start {
		counted := *st
		f.set(&counted, start, i)
		st.Counted, st.Group = counted.Counted, counted.Group
		*end = i
	}
}
