package reader

import (
	"strings"
	"unicode"

	"shanyraq/internal/lang"
)

// titleInMarks reports whether a candidate for a person fills a pair of Russian
// quotation marks, as the names of ships, books, films and shops do that are
// called after people («Анна Каренина»), or opens a sentence right before a
// title in marks (Роман «…»).
func (n *nameFinder) titleInMarks(c *candidate) bool {
	if c.class != lang.PersonChunk || c.end >= len(n.l.Toks) {
		return false
	}
	if n.l.Rune(c.end) == '«' && c.end == c.start+1 && c.start == n.p.sentenceOf(c.start).First {
		return true
	}
	if c.start == 0 {
		return false
	}
	switch n.l.Rune(c.start - 1) {
	case '«':
		return n.l.Rune(c.end) == '»'
	case '"':
		return n.l.Rune(c.end) == '"' && n.glued(c.end, '"')
	case '“', '„':
		return n.l.Rune(c.end) == '”' || n.l.Rune(c.end) == '“'
	}
	return false
}

// onlyCapitals reports whether an entry is an abbreviation in all its forms of
// one word and the word at token i has but one capital, so that it is none.
func (n *nameFinder) onlyCapitals(e *lang.Entry, i int) bool {
	one := false
	for _, f := range e.Forms {
		if strings.ContainsRune(f, ' ') {
			continue
		}
		one = true
		if strings.ContainsFunc(f, unicode.IsLower) {
			return false
		}
	}
	capitals := 0
	for _, r := range n.l.Slice(i, i+1) {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return one && capitals < 2
}

// markedBodies proposes the names in marks behind an adjective of a land or a
// town in small letters, behind who plays for a club and behind what is done to
// it, and all those of a sentence that tells a score: «китайская «Цзиньшань
// майнинг»», «минское «Динамо»», «хоккеисты «Ак Барса»».
func (n *nameFinder) markedBodies(s lang.Sentence) {
	if !n.quoted {
		return
	}
	played, asked, teamEnd := false, false, -1
	for i := s.First; i+2 < s.Last; i++ {
		if n.l.Rune(i) != '«' {
			continue
		}
		if !asked {
			played, asked = n.playedTo(s), true
		}
		team := n.l.Plays(i-1, n.r.teamFolk) || i == teamEnd+1 && n.l.Fold(teamEnd) == "и" // тренеры «Кайрата» и | «Тобола»
		if !played && !n.ofLand(i-1) && !(team || n.l.Plays(i-1, n.r.teamVerb)) {
			continue
		}
		if played && (!n.l.Has(i+1, lang.Cap) || i > s.First && !team && n.longNoun(i-1)) {
			continue
		}
		end := n.quoteAt(i, s)
		if end == 0 || end-i > 7 || end < s.Last && n.l.Is(end, lang.Glued) && n.l.Rune(end) == '-' {
			continue
		}
		speech := false
		for k := i + 1; k+1 < end; k++ {
			speech = speech || !n.l.Is(k, lang.Word) && !n.l.Is(k, lang.Number) && n.l.Rune(k) != '-'
		}
		if !speech {
			name := n.insideQuotes(i, end)
			if team {
				name, teamEnd = clubNominative(name), end
			}
			n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, name: name, rule: "marked"})
		}
	}
}

// longNoun reports whether token i is a small word of some length and no verb of
// the past: what is named behind it in marks is more often a firm than a club.
func (n *nameFinder) longNoun(i int) bool {
	t := &n.l.Toks[i]
	return t.Is(lang.Lower) && t.End-t.Start > 6 && n.pastGender(i) == 0
}

// ofLand reports whether token i is an adjective of a land or a town: китайская,
// минского.
func (n *nameFinder) ofLand(i int) bool {
	w := n.l.Fold(i)
	if !n.adjective(i) || !atLeast(w, 7) {
		return false
	}
	for _, end := range [...]string{"ский", "ская", "ское", "ского", "скому", "ским", "ском", "ской", "скую", "цкий", "цкая", "цкое", "цкого", "цкой", "цкую"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// seatOf proposes the word behind an office of a town as that town, where the
// office stands in another case than the word shows: «мэр Утрехта», «с мэром
// Падуи». A person who held the office would stand in its case.
func (n *nameFinder) seatOf(e element) bool {
	if n.seat == 0 || e.start == 0 || !n.l.Has(e.start-1, n.seat) || n.isGiven(e) {
		return false
	}
	w := n.l.Slice(e.start, e.end)
	stem, ok := strings.CutSuffix(w, "а")
	vowel := ""
	if !ok {
		stem, ok = strings.CutSuffix(w, "ы")
		vowel = "а"
	}
	if s, soft := strings.CutSuffix(w, "и"); soft && strings.ContainsRune("уи", lastRune(s)) { // Падуи
		n.propose(candidate{class: lang.PlaceChunk, start: e.start, end: e.end, score: scorePlace, name: s + "я", rule: "seat"})
		return true
	}
	if end, _ := n.surnameEnding(e); end || !ok || !atLeast(stem, 3) || strings.ContainsRune("аеёиоуыэюя", lastRune(stem)) {
		return false
	}
	if n.titleCase(e.start)&(genitiveCase|accusativeCase) != 0 {
		return false
	}
	n.propose(candidate{class: lang.PlaceChunk, start: e.start, end: e.end, score: scorePlace, name: stem + vowel, rule: "seat"})
	return true
}

// placeAsWritten reports whether a word is, as it stands, the name of a place of
// the gazetteer.
func (n *nameFinder) placeAsWritten(e element) bool {
	ch, ok := n.l.Chunk(e.start, n.gazPlace)
	return ok && int(ch.End) == e.end && n.isForm(n.l.Entry(ch), e)
}

// firstOfThree reports whether the unknown word that opens a sentence before a
// given name is a name too: three words of one gender, and behind them the past
// tense of that gender («Оана Кристина Попа представила»).
func (n *nameFinder) firstOfThree(els []element) bool {
	if len(els) != 3 || els[2].initial || els[2].particle || !n.givenAsWritten(els[1].start) {
		return false
	}
	e := els[0]
	_, gender := n.givenOf(els[1])
	if gender == 0 || n.pastGender(els[2].end) != gender || n.adjective(e.start) || n.placeAt(e) || n.officeLike(e) || !n.l.Is(e.start, lang.Cyrillic) {
		return false
	}
	w := n.l.Fold(e.start)
	if r := lastRune(w); (r == 'а' || r == 'я') != (gender == 'f') || strings.ContainsRune("оуыэюеи", r) || n.p.know.endings.bodyVerbEnd.end(w, 2) || strings.HasSuffix(w, "л") {
		return false
	}
	for _, c := range [...]lang.Class{n.orgHead, n.orgKnown, n.gazBody, n.event, n.instrument, n.office, n.title, n.funcWord, n.gazGroup, n.notName, n.p.know.lists.personNoun, n.p.know.lists.profession, n.p.know.lists.kinWord} {
		if c != 0 && n.l.Has(e.start, c) {
			return false
		}
	}
	return true
}

// ofGathering reports whether a candidate for a body is a gathering of people
// with whose it is: «собрание акционеров …».
func (n *nameFinder) ofGathering(c *candidate) bool {
	if c.class != lang.OrgChunk || n.gathering == 0 {
		return false
	}
	for i := c.start; i < c.end; i++ {
		if n.l.Has(i, n.gathering) {
			return true
		}
	}
	return false
}

// calledAfter makes a place that fills a quotation the club that is called after
// it, where the sentence tells of a match: «Қайрат» «Астананы» 2:1 есебімен ұтты.
func (n *nameFinder) calledAfter(c *candidate) {
	if c.end >= len(n.l.Toks) || n.l.Rune(c.end) != '»' || !n.l.Plays(c.start-2, n.r.teamFolk) && !n.l.Plays(c.start-2, n.r.teamVerb) && !n.playedTo(n.cur) {
		return
	}
	c.class, c.start, c.end, c.known, c.rule = lang.OrgChunk, c.start-1, c.end+1, "", "marked"
}

// playedTo reports whether a sentence tells the score of a match: 3:1.
func (n *nameFinder) playedTo(s lang.Sentence) bool {
	for i := s.First + 1; i+1 < s.Last; i++ {
		if n.glued(i, ':') && n.l.Is(i-1, lang.Number) && n.l.Is(i+1, lang.Number) && n.l.Is(i+1, lang.Glued) && n.l.Toks[i-1].End-n.l.Toks[i-1].Start < 3 && n.l.Toks[i+1].End-n.l.Toks[i+1].Start < 2 {
			return true
		}
	}
	return false
}

// clubNominative gives the name of a club that stands in the genitive behind who
// plays for it: «тренер «Ак Барса»», «игроки «Барселоны»».
func clubNominative(name string) string {
	if s, ok := strings.CutSuffix(name, "а"); ok && !strings.ContainsRune("аеёиоуыэюяьй", lastRune(s)) {
		return s
	}
	if s, ok := strings.CutSuffix(name, "ы"); ok && !strings.ContainsRune("аеёиоуыэюяьй", lastRune(s)) {
		return s + "а"
	}
	return name
}
