package reader

import "shanyraq/internal/lang"

// frontReach is how many tokens the words before the subject of an English sentence may
// take that tell what he or she is or was.
const frontReach = 30

// fronted states the offices that open an English sentence before their holder: "A former
// mayor of Lyon, she …", "Previously ambassador to Chile, X …", "As president of the club,
// X …", "A former mayor and, from 2014 to 2019, chair of the council, X …".
func (f *officeFinder) fronted(s lang.Sentence) {
	if f.plural == lang.NoClass || !f.l.Is(s.First, lang.Cap) {
		return
	}
	tenure, i, ok := f.frontOpens(s)
	if !ok {
		return
	}
	who, end, ok := f.frontHolder(i, s)
	if !ok {
		return
	}
	as := f.l.Plays(s.First, f.p.know.roles.as)
	for i < end {
		t, next, ok := f.frontTitle(i, end)
		if !ok {
			return
		}
		t.tenure = tenure
		f.heldFromTo(&t, s)
		if !as || tenure != "" || t.org >= 0 || t.place >= 0 || t.to > t.head+1 {
			f.state(t, who, s, "office.apposition")
		}
		i = next
	}
}

// frontOpens reads the word that opens such a sentence and says when the office was held:
// "A former", "Previously", "Currently", "As"; i is the token behind it.
func (f *officeFinder) frontOpens(s lang.Sentence) (tenure string, i int, ok bool) {
	i = s.First
	opens := f.l.Plays(i, f.p.know.roles.as) || f.l.Plays(i, f.p.know.roles.frontNow)
	if opens {
		i++
	}
	article := f.l.Has(i, f.anArticle) || f.l.Has(i, f.article)
	if article {
		i++
	}
	if c, chunk := f.l.Chunk(i, f.tenure); chunk && f.l.Entry(c).Value == "former" {
		tenure, i, opens = "former", int(c.End), true
		if f.l.Has(i, f.article) || f.l.Has(i, f.anArticle) {
			i++
		}
	} else if k := f.formerBehind(i, s); article && k > i && f.l.Has(i-1, f.anArticle) {
		return "former", k, true
	} else if article && f.l.Has(i-1, f.anArticle) && !f.l.Plays(s.First, f.p.know.roles.frontNow) {
		return "", i, false // As a child
	}
	return tenure, i, opens
}

// formerBehind gives the token behind the second "former" of "A lawyer by training and a
// former | mayor", whose first words begin at token i; i where nothing of the kind stands.
func (f *officeFinder) formerBehind(i int, s lang.Sentence) int {
	and := f.p.know.lists.andWord
	for k := i + 1; k < min(s.Last, i+8) && f.l.Is(k, lang.Word); k++ {
		if !f.l.Has(k, and) {
			continue
		}
		k++
		if f.l.Has(k, f.anArticle) {
			k++
		}
		if c, ok := f.l.Chunk(k, f.tenure); ok && f.l.Entry(c).Value == "former" {
			return int(c.End)
		}
		return i
	}
	return i
}

// frontHolder gives the subject behind the comma that closes the words from token i on,
// which hold no verb and nobody's name, and the token of that comma.
func (f *officeFinder) frontHolder(i int, s lang.Sentence) (who, comma int, ok bool) {
	past, say := f.p.know.lists.pastWord, f.p.know.lists.sayVerb
	for k := i; k < min(s.Last-2, i+frontReach); k++ {
		if f.l.Has(k, f.aux) || f.l.Has(k, past) || f.l.Has(k, say) || f.l.Has(k, lang.PersonChunk) ||
			f.l.Is(k, lang.Lower) && f.p.know.endings.pastEnd.end(f.l.Fold(k), 2) {
			return 0, 0, false
		}
		if f.l.Rune(k) != ',' {
			continue
		}
		if f.l.Plays(k+1, f.p.know.roles.heShe) {
			who, ok = f.whoHolds(k+1, k+2)
			return who, k, ok
		}
		a := f.behindTitles(k + 1)
		if m, named := f.p.mentionAt(a, lang.PersonChunk); named && m.entity >= 0 {
			alone := m.end < s.Last && !f.l.Has(m.end, f.p.know.lists.andWord) && !f.possessive(m.end+1)
			return m.entity, k, alone && (f.l.Rune(m.end) != ',' || i > s.First+1 && f.l.Has(s.First, f.anArticle))
		}
	}
	return 0, 0, false
}

// behindTitles gives the token behind the forms of address and the titles without a field
// that stand at token i: "Dr | X", "Professor | X".
func (f *officeFinder) behindTitles(i int) int {
	a := i
	for a+1 < len(f.l.Toks) && (f.l.Has(a, f.honor) || f.l.Rune(a) == '.' && a > i || f.l.Is(a, lang.Cap) && f.l.Has(a, f.head) && !f.l.Has(a, lang.PersonChunk)) {
		a++
	}
	return a
}

// frontTitle reads one title from token i, before token end, and gives the token at which
// a second one begins that "and" joins to it, with the years between them: "mayor and,
// from 2014 to 2019, | chair".
func (f *officeFinder) frontTitle(i, end int) (t title, next int, ok bool) {
	t = title{from: i, head: -1, org: -1, place: -1}
	and := f.p.know.lists.andWord
	for k := i; k < min(end, i+6) && t.head < 0; k++ {
		if c, head := f.l.Chunk(k, f.head); head {
			t.head, t.to = k, int(c.End)
		} else if !f.l.Is(k, lang.Word) && f.l.Rune(k) != '-' || f.l.Has(k, f.link) || f.l.Has(k, and) || f.l.Plays(k, f.p.know.roles.as) {
			return t, end, false
		}
	}
	if t.head < 0 || f.l.Has(t.head, f.plural) {
		return t, end, false
	}
	for t.to < end && f.l.Rune(t.to) != ',' && !f.l.Has(t.to, lang.DateChunk) && !f.l.Has(t.to, and) {
		if f.l.Has(t.to, lang.OrgChunk) {
			m, _ := f.p.mentionAt(t.to, lang.OrgChunk)
			if m != nil {
				t.to = m.end
				continue
			}
		}
		t.to++
	}
	next = end
	for k := t.to; k < end; k++ {
		if f.l.Has(k, and) {
			next = f.behindYears(k+1, end)
			break
		}
	}
	if f.l.Has(t.to, lang.DateChunk) && f.l.Has(t.to-1, f.p.know.lists.dateFrom) {
		t.to--
	}
	f.complement(&t, t.head, t.to)
	return t, next, true
}

// behindYears gives the token behind the years between commas at token i, and an article
// behind them: "and|, from 2014 to 2019, a | member".
func (f *officeFinder) behindYears(i, end int) int {
	if f.l.Rune(i) == ',' {
		for k := i + 1; k < end; k++ {
			if f.l.Rune(k) == ',' {
				i = k + 1
				break
			}
		}
	}
	if f.l.Has(i, f.article) || f.l.Has(i, f.anArticle) {
		i++
	}
	if c, ok := f.l.Chunk(i, f.tenure); ok {
		i = int(c.End)
	}
	return i
}
