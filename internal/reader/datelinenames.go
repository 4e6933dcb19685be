package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// dateline proposes the town by which an English report opens: "LES CAYES, Haiti
// (Reuters) –", "PORT VANDREL (AP) —", "OBREN, 3 May – The", "Vila Orrenda, 21 June
// 2018 — Benin". A town in capitals may stand alone before the dash; one that is not has
// its country, the day or an agency there.
func (n *nameFinder) dateline(s lang.Sentence) {
	i := s.First
	if !n.l.Is(i, lang.Cap) && !n.l.Is(i, lang.Upper) || i > 0 && !n.l.Toks[i].Para {
		return
	}
	loud := n.l.Is(i, lang.Upper)
	end := n.townEnd(i, loud, s)
	k, told := n.behindTown(end, s)
	if k == 0 {
		return
	}
	switch {
	case k+2 < s.Last && n.l.Rune(k) == '(':
		for k++; k < s.Last && n.l.Rune(k) != ')'; k++ {
			if k-end > 12 {
				return
			}
		}
		if k++; !n.dashAt(k, s) && !(loud && n.countryThen(end+1, k, s)) || !loud && n.notTown(i, end) {
			return
		}
	case n.dashAt(k, s):
		if !n.datelineWords(i, end, loud, told) {
			return
		}
	case k == s.Last-1 && n.l.Rune(k) == '.' && told == tellsDay && end == i+1:
		if t := &n.l.Toks[i]; loud && t.End-t.Start < 5 || !n.datelineWords(i, end, loud, told) {
			return
		}
	default:
		return
	}
	town := candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreLegal + 12, rule: "dateline"}
	for _, c := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if ch, ok := n.l.Chunk(i, c); ok && int(ch.End) == end {
			e := n.l.Entry(ch)
			town.name, town.known = n.surfaceOf(e, i, end), e.Known
			break
		}
	}
	n.propose(town)
}

// townOfCountry proposes the town in capitals that opens a Russian or Kazakh text, with
// its country in brackets and the day or a dash behind them: «ЛИМАДА (Перу), 3 мая –».
func (n *nameFinder) townOfCountry(s lang.Sentence) {
	if s.First > 0 || !n.l.Is(0, lang.Upper) || n.taken[0] {
		return
	}
	end := n.townEnd(0, true, s)
	if n.l.Rune(end) != '(' || n.notTown(0, end) {
		return
	}
	k := n.placeChunk(end + 1)
	if k > 0 && n.l.Rune(k) == ')' && (n.dashAt(k+1, s) || n.countryThen(end+1, k+1, s)) {
		n.propose(candidate{class: lang.PlaceChunk, start: 0, end: end, score: scoreLegal + 12, rule: "dateline"})
	}
}

// countryThen reports whether the brackets that close before token k hold a place alone
// and the day or a full stop follows, as behind the town that opens a text: «ВАНДРЕЛЬ
// (Албания), 3 мая – …».
func (n *nameFinder) countryThen(from, k int, s lang.Sentence) bool {
	if p := n.placeChunk(from); p == 0 || p != k-1 || k >= s.Last {
		return false
	}
	if ch, ok := n.l.Chunk(k+1, lang.DateChunk); ok && n.l.Rune(k) == ',' {
		k = int(ch.End)
	}
	return n.l.Rune(k) == '.' || n.dashAt(k, s)
}

// What a dateline tells behind its town.
const (
	tellsNothing = iota
	tellsCountry
	tellsDay
)

// townEnd gives the token behind the words of a town that opens a sentence, written in
// capitals or each with one: "BAD RUHREN", "Dar es Obren", "Mazar-i-Vandrel".
func (n *nameFinder) townEnd(i int, loud bool, s lang.Sentence) int {
	end := i + 1
	for end < s.Last && end < i+7 {
		switch {
		case n.l.Is(end, lang.Glued) && (n.l.Rune(end) == '-' || isApostropheRune(n.l.Rune(end))):
		case n.l.Is(end, lang.Upper) && loud:
		case !loud && n.l.Is(end, lang.Cap) && !n.l.Is(end, lang.Upper):
		case !loud && n.l.Is(end, lang.Lower) && (n.l.Is(end, lang.Glued) || n.l.Has(end, n.particle)) && end+1 < s.Last && (n.l.Is(end+1, lang.Cap) || n.l.Is(end+1, lang.Glued)):
		default:
			return end
		}
		end++
	}
	return end
}

// behindTown gives the token behind the countries and the day that follow the town of a
// dateline, and what they tell; 0 where another name follows: "COX'S BAZAR, Bangladesh",
// "SPRINGFIELD, Ill., USA", "OBREN, Albania, 3 May".
func (n *nameFinder) behindTown(k int, s lang.Sentence) (int, int) {
	told := tellsNothing
	for range 3 {
		if k+1 >= s.Last {
			break
		}
		at := k
		if n.l.Rune(k) == ',' {
			at++
		}
		if ch, ok := n.l.Chunk(at, lang.DateChunk); ok && told != tellsDay {
			k, told = int(ch.End), tellsDay
			continue
		}
		if at == k || !n.l.Is(at, lang.Cap) {
			break
		}
		p := n.placeChunk(at)
		if p == 0 || told == tellsDay {
			return 0, 0
		}
		if k, told = p, tellsCountry; n.glued(k, '.') {
			k++
		}
	}
	return k, told
}

// dashAt reports whether a dash stands at token k, with what is reported behind it.
func (n *nameFinder) dashAt(k int, s lang.Sentence) bool {
	if k+2 >= s.Last {
		return false
	}
	if isDash(n.l.Rune(k)) && n.glued(k+1, '-') {
		k++
	}
	return isDash(n.l.Rune(k)) && k+2 < s.Last && !n.l.Is(k+1, lang.Glued) && (n.l.Is(k+1, lang.Cap) || n.l.Is(k+1, lang.Upper))
}

// datelineWords reports whether the tokens [i, end) before a dash may be a town: none is a
// common word or a body that is known. Those without capitals have a country or a day
// behind them and are no person; one in capitals alone opens the text or stands below its
// heading and is no rubric: "SPORT – The".
func (n *nameFinder) datelineWords(i, end int, loud bool, told int) bool {
	if n.notTown(i, end) || n.l.Has(i, n.orgKnown) || n.l.Has(i, n.gazBody) {
		return false
	}
	if loud {
		if t := &n.l.Toks[i]; told == tellsNothing && end == i+1 && (t.End-t.Start < 4 || n.l.Plays(i, n.r.rubric)) {
			return false
		}
		return told != tellsNothing || i == 0 || len(n.p.paras) > 1 && (i == n.p.paras[1] || i == n.p.opensAt())
	}
	return told != tellsNothing && !(end > i+1 && n.isGiven(element{start: i, end: i + 1}))
}

// notTown reports whether a word of a would-be town is a common one, a rubric or the name
// of a month: "Statement (AP) –", "March, 2024 –".
func (n *nameFinder) notTown(i, end int) bool {
	for k := i; k < end; k++ {
		if n.l.Is(k, lang.Lower) || n.l.Is(k, lang.Punct) {
			continue
		}
		if n.l.Bits[k].Intersects(&n.anyCommon) && !n.l.Has(i, n.gazPlace) || n.l.Has(k, n.month) || n.l.Has(k, lang.DateChunk) || n.l.Plays(k, n.r.rubric) {
			return true
		}
	}
	return false
}

// byAgency reports whether the body of a mention is the agency by which an English
// report opens, behind its town: "ASTANA. KAZINFORM | Minister X". What stands behind
// it is not its office.
func (f *officeFinder) byAgency(m *mention) bool {
	i := m.start
	if f.plural == lang.NoClass || m.end != i+1 || i < 2 || !f.l.Is(i, lang.Upper) {
		return false
	}
	if r := f.l.Rune(i - 1); r != '.' && r != '/' && r != ',' {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		if !f.l.Is(k, lang.Upper) && !f.l.Is(k, lang.Glued) {
			return false
		}
		if k == 0 || f.l.Toks[k].Para {
			return true
		}
	}
	return false
}

// agenciesApart gives the sentences of an English text with the agency that stands
// behind a town in capitals as a sentence of its own, so that it belongs to nothing that
// is told: "ASTANA. KAZINFORM | The akim signed …", "PORTO. Lusa – | The fair opened".
func (p *part) agenciesApart(sents []lang.Sentence) []lang.Sentence {
	if p.know.roles.wireAgency == 0 {
		return sents
	}
	for k := 1; k < len(sents); k++ {
		town, s := sents[k-1], sents[k]
		if !p.lat.Is(town.First, lang.Upper) || !p.lat.Plays(s.First, p.know.roles.wireAgency) || s.First-town.First > longestTown || town.First > 0 && !p.lat.Toks[town.First].Para {
			continue
		}
		end := s.First + 1
		switch {
		case isDash(p.lat.Rune(end)) && !p.lat.Is(end, lang.Glued):
			end++
		case isQuote(p.lat.Rune(end)) && !p.lat.Is(end, lang.Glued):
		case !p.lat.Is(s.First, lang.Upper) || !p.lat.Is(end, lang.Cap) || p.lat.Is(end, lang.Glued):
			continue
		}
		if end < s.Last && p.inCapitals(town) {
			sents = slices.Insert(sents, k, lang.Sentence{First: s.First, Last: end})
			sents[k+1].First = end
			k++
		}
	}
	return sents
}

// inCapitals reports whether a sentence is nothing but words in capitals and marks.
func (p *part) inCapitals(s lang.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if !p.lat.Is(i, lang.Upper) && !p.lat.Is(i, lang.Punct) {
			return false
		}
	}
	return true
}
