package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// acronym proposes an abbreviation, and the words before it where it stands
// in brackets and spells them.
func (n *nameFinder) acronym(i int, s lang.Sentence) {
	w := n.l.Slice(i, i+1)
	letters := utf8.RuneCountInString(w)
	if letters < 2 || letters > 9 || n.tag == "en" && letters > 5 && (strings.HasSuffix(w, "ING") || strings.HasSuffix(w, "ED")) || // RECALLING the charter
		n.l.Is(i, lang.Roman) || n.insideWord(i, i+1) || n.inIdentifier(i) {
		return
	}
	if n.tag == "en" && letters > 3 && (n.l.Has(i, n.natAdj) || (n.l.Has(i, n.title) || n.l.Has(i, n.office)) && (n.l.Has(i+1, lang.Upper) || n.glued(i+1, '.'))) {
		return // CAPT. VANDREL, AFGHAN ELECTION
	}
	if q := n.quoteAt(i+1, s); n.tag == "ru" && q > 0 && n.l.Plays(i, n.r.opensName) {
		n.propose(candidate{class: lang.OrgChunk, start: i, end: q, score: scoreLegal, alias: n.insideQuotes(i+1, q), rule: "legal"}) // ФК «Краснодар»
		return
	}
	none := n.acroStop != 0 && n.l.Has(i, n.acroStop)
	if none && n.tag != "en" || n.tag == "kk" && n.loudWords(i, s) {
		return
	}
	if i > s.First+1 && n.l.Rune(i-1) == '(' && i+1 < s.Last && n.l.Rune(i+1) == ')' && n.definedBefore(w, i, none, s) {
		return
	}
	if n.placeAt(element{start: i, end: i + 1}) || letters > 7 || n.tag == "kk" && n.numberedOn(i, s) { // «Союз МС-27», COP29
		return
	}
	if at, thing := n.thingLetters[w]; thing && at <= i || none || n.zoneOfHour(i, letters) || n.honourBehind(i, letters, s) {
		return
	}
	if letters < 3 && n.tag == "ru" || n.tag == "en" && (n.countedLetters(i, s) || letters > 3 && n.emphatic(i, s)) {
		return
	}
	if letters > 3 && n.headsParagraph(i, s) || n.tag == "ru" && n.countedLettersRU(i, s) {
		return
	}
	c := candidate{class: lang.OrgChunk, start: i, end: i + 1, score: scoreAcronym, name: w, rule: "acronym"}
	if end := n.lettersEnd(i, s); end > c.end {
		c.end, c.name, c.alias, c.score = end, n.l.Slice(i, end), w, scoreLegal+8
	}
	n.withItsState(&c)
	n.propose(c)
}

// headsParagraph reports whether a word in capitals at token i is one of those that head a
// paragraph, closed by a stop or a colon: "QUESTION ON RICE. Mr Kale asked".
func (n *nameFinder) headsParagraph(i int, s lang.Sentence) bool {
	if t := &n.l.Toks[s.First]; n.loud || s.First > 0 && !t.Para && !t.Break {
		return false
	}
	if i == s.First && n.l.Rune(i+1) == ':' {
		return true
	}
	for k := s.First; k < s.Last; k++ {
		if n.l.Is(k, lang.Word) && !n.l.Is(k, lang.Upper) {
			return false
		}
	}
	return s.Last < len(n.l.Toks) && !n.l.Toks[s.Last].Para && !n.l.Toks[s.Last].Break
}

// loudWords reports whether a Kazakh word in capitals at token i is one of three or more in
// a row of which one has more letters than an abbreviation, so that a title is only written
// so: «„ДАЛАМЫЗДЫҢ ЖАСЫЛ ЖЕЛЕГІ“ байқауы».
func (n *nameFinder) loudWords(i int, s lang.Sentence) bool {
	loud := func(k int) bool { return k >= s.First && k < s.Last && n.l.Is(k, lang.Word) && n.l.Is(k, lang.Upper) }
	from, to, long := i, i+1, false
	for loud(from - 1) {
		from--
	}
	for loud(to) {
		to++
	}
	if to-from < 3 {
		return false
	}
	for k := from; k < to; k++ {
		long = long || utf8.RuneCountInString(n.l.Slice(k, k+1)) > 5
	}
	return long
}

// countedLettersRU reports whether Russian letters are counted, so that they are things of a
// kind and no body: «12 новых КПП», «45 БПЛА».
func (n *nameFinder) countedLettersRU(i int, s lang.Sentence) bool {
	if i > s.First+1 && n.l.Is(i-1, lang.Lower) && endsAny(n.l.Fold(i-1), "ых", "их", "ые", "ие") {
		i--
	}
	return n.numberBefore(i, s) && !n.l.Is(i-1, lang.Year)
}

// inIdentifier reports whether the word at token i is joined to others with a low line or a
// sign of programs, as the names of settings and files are written: CAP_SYS_ADMIN, $HOME.
func (n *nameFinder) inIdentifier(i int) bool {
	t := &n.l.Toks[i]
	if int(t.End) < len(n.l.Text) && (n.l.Text[t.End] == '_' || n.l.Text[t.End] == '=') {
		return true
	}
	return t.Start > 0 && strings.IndexByte("_$=\\", n.l.Text[t.Start-1]) >= 0
}

// definedBefore proposes what letters in brackets at token i stand for: the body, the place or
// the thing whose words before the bracket they open, "the International Fund (IF)". It
// reports whether the letters themselves are settled with that; none tells that letters are
// never a body's.
func (n *nameFinder) definedBefore(w string, i int, none bool, s lang.Sentence) bool {
	if n.tag == "en" && n.l.Has(i-2, n.event) && n.namesThing(w, i) { // the Joint Ministers' Meeting (JMM)
		return true
	}
	if n.tag == "en" && n.phraseSpelled(w, i, s) {
		n.lettersOfThing(w, i)
		return true
	}
	if start, ok := n.spelled(w, i-1, s); ok && n.tag == "en" && n.holderWords(start, i-1) {
		return true // the Deputy Secretary Technical (DST)
	} else if ok && (!n.partyTo(start, i) && n.namesThing(w, i) || n.tag == "ru" && n.headsThing(w, start, i) || n.tag == "en" && n.opensThing(w, start, i)) {
		n.propose(candidate{start: start, end: i - 1, score: scoreDefined})
	} else if ok && n.tag == "en" && n.placeChunk(start) == i-1 { // the Democratic Republic of the Congo (DRC)
		n.propose(candidate{class: lang.PlaceChunk, start: start, end: i - 1, score: scoreDefined, name: n.l.Slice(start, i-1), known: n.knownPlace(start, i-1), rule: "defined"})
		n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreDefined, name: n.l.Slice(start, i-1), known: n.knownPlace(start, i-1), rule: "defined"})
		return true
	} else if ok && !none {
		end := i - 1
		if n.tag == "en" && end-start > 2 && n.l.Plays(end-1, n.r.ownS) && (n.glued(end-2, '\'') || n.glued(end-2, '’')) {
			end -= 2 // the Bank of Ghana's (BoG)
		}
		n.propose(candidate{class: lang.OrgChunk, start: start, end: end, score: scoreDefined, alias: w, rule: "defined"})
	} else if n.tag == "en" && n.l.Has(i-2, n.instrument) && n.namesThing(w, i) {
		return true // the ECO Trade Agreement (ECOTA)
	} else if n.tag == "kk" {
		if start = n.bracketedBody(i-1, s); start >= 0 {
			n.propose(candidate{class: lang.OrgChunk, start: start, end: i - 1, score: scoreDefined, alias: w, rule: "defined"})
		}
	}
	return false
}

// zoneOfHour reports whether letters behind the hour and minutes of a clock are the zone
// its time is told in: at 10:00 WAT.
func (n *nameFinder) zoneOfHour(i, letters int) bool {
	return n.tag == "en" && letters < 6 && i > 2 && n.l.Is(i-1, lang.Number) && n.glued(i-2, ':') && n.l.Is(i-3, lang.Number) && n.l.Is(i-1, lang.Glued)
}

// honourBehind reports whether letters before a comma stand behind somebody's given name
// and surname, as those of an honour do: Ann Holm SC,.
func (n *nameFinder) honourBehind(i, letters int, s lang.Sentence) bool {
	if n.tag != "en" || letters > 3 || i < s.First+2 || n.l.Rune(i+1) != ',' || !n.beside(i-1, s) || n.l.Is(i-1, lang.Upper) || n.l.Has(i-1, n.orgHead) || n.l.Has(i, n.gazBody) {
		return false
	}
	for k := i - 2; k >= max(s.First, i-3); k-- {
		if n.isGiven(element{start: k, end: k + 1}) && !n.placeAt(element{start: i - 1, end: i}) {
			return true
		}
	}
	return false
}

// spelled finds the words before end whose first letters an abbreviation
// gives; small words may be left out.
func (n *nameFinder) spelled(w string, end int, s lang.Sentence) (int, bool) {
	want := []rune(strings.ToLower(w))
	k, i := len(want)-1, end-1
	start := -1
	for ; i >= s.First && i >= end-longestBody && k >= 0; i-- {
		t := &n.l.Toks[i]
		if !t.Is(lang.Word) {
			if r := n.l.Rune(i); r == '-' || r == ',' || r == '»' || r == '«' || r == '\'' || r == '’' {
				continue
			}
			return 0, false
		}
		if n.taken[i] {
			return 0, false
		}
		first := unicode.ToLower(n.l.Rune(i))
		if first == want[k] {
			k--
			start = i
			continue
		}
		if t.Is(lang.Cap) && n.tag == "en" {
			return 0, false
		}
	}
	if k >= 0 || start < 0 || end-start < 2 || !n.l.Is(start, lang.Cap) {
		return 0, false
	}
	return start, true
}

// namesThing reports whether the word before the brackets around token i closes
// the name of a thing, so that its letters name no body from there on: the
// Consumer Price Index (CPI).
func (n *nameFinder) namesThing(letters string, i int) bool {
	last := i - 2
	if n.tag == "ru" || !n.l.Plays(last, n.r.thingName) || !n.l.Is(last, lang.Cap) && n.tag != "en" {
		return false
	}
	return n.lettersOfThing(letters, i)
}

// headsThing is namesThing of Russian, where the noun stands behind its
// adjectives alone: «Индекс потребительских цен (ИПЦ)».
func (n *nameFinder) headsThing(letters string, start, i int) bool {
	end := i - 1
	for start < end && n.adjective(start) && !n.l.Plays(start, n.r.thingName) {
		start++
	}
	return start < end && n.l.Plays(start, n.r.thingName) && n.lettersOfThing(letters, i)
}

// knownPlace is the identity the fact tables have for the place of the tokens, "" where
// they have none.
func (n *nameFinder) knownPlace(start, end int) string {
	if ch, ok := n.l.Chunk(start, n.gazPlace); ok && int(ch.End) == end {
		return n.l.Entry(ch).Known
	}
	return ""
}

// partyTo reports whether English words spelled by the letters at token i close with an
// instrument that they only have to do with: the Parties to the Nauru Agreement (PNA).
func (n *nameFinder) partyTo(start, i int) bool {
	if n.tag != "en" || n.instrument == 0 || !n.l.Has(i-2, n.instrument) {
		return false
	}
	for k := start; k < i-2; k++ {
		if n.l.Is(k, lang.Lower) {
			return true
		}
	}
	return false
}

// opensThing is namesThing of English instruments whose noun stands first: the
// Convention on Migratory Species (CMS).
func (n *nameFinder) opensThing(letters string, start, i int) bool {
	return n.instrument != 0 && n.l.Has(start, n.instrument) && n.l.Plays(start, n.r.thingName) && !n.l.Is(start+1, lang.Cap) && n.lettersOfThing(letters, i)
}

// lettersOfThing keeps letters that name a thing from token i on.
func (n *nameFinder) lettersOfThing(letters string, i int) bool {
	if n.thingLetters == nil {
		n.thingLetters = map[string]int{}
	}
	if _, known := n.thingLetters[letters]; !known {
		n.thingLetters[letters] = i
	}
	return true
}

// ofThing reports whether the token at i is letters that name a thing from
// this sentence on or from one before it.
func (n *nameFinder) ofThing(i int) bool {
	at, thing := n.thingLetters[n.l.Slice(i, i+1)]
	return thing && at < n.cur.Last
}

// lettersJoined reports whether a stroke at token k joins two abbreviations: HIV/AIDS.
func (n *nameFinder) lettersJoined(k, last int) bool {
	return n.glued(k, '/') && k+1 < last && n.l.Is(k+1, lang.Glued) && n.l.Is(k+1, lang.Upper) && n.l.Is(k-1, lang.Upper)
}

// siteEndings are ends of addresses that sites of news and firms carry in their names.
var siteEndings = [...]string{"kz", "ru", "com", "org", "net", "uz", "kg", "tj", "tm", "az", "by", "ua", "ge", "am", "md", "eu", "tv", "info", "media", "news"}

// sites proposes names of sites that end as their address does: BAQ.KZ, Tengrinews.kz.
// An ending with its one capital is a sentence that begins without a space: «Smith.By».
func (n *nameFinder) sites(lang.Sentence) {
	for _, k := range n.caps {
		i := int(k)
		if i+2 >= len(n.l.Toks) || !n.glued(i+1, '.') || !n.l.Is(i, lang.Latin) || !n.l.Is(i+2, lang.Glued) || n.glued(i+3, '/') || n.l.Is(i, lang.Glued) && n.l.Rune(i-1) != '(' {
			continue
		}
		if end := &n.l.Toks[i+2]; !end.Is(lang.Lower) && !(end.Is(lang.Upper) && n.l.Is(i, lang.Upper)) {
			continue
		}
		if slices.Contains(siteEndings[:], n.l.Fold(i+2)) {
			n.propose(candidate{class: lang.OrgChunk, start: i, end: i + 3, score: scoreDefined, rule: "site"})
		}
	}
}

// bracketed gives the short name that stands in brackets right after a
// body's name: one capitalised word, or an abbreviation and up to two words.
func (n *nameFinder) bracketed(i int) string {
	if n.l.Rune(i) != '(' || !n.l.Has(i+1, lang.Cap) || n.placeAt(element{start: i + 1, end: i + 2}) {
		return ""
	}
	for k := i + 2; k <= i+4; k++ {
		switch {
		case n.l.Rune(k) == ')':
			return n.l.Slice(i+1, k)
		case !n.l.Has(k, lang.Cap) || !n.l.Has(i+1, lang.Upper):
			return ""
		}
	}
	return ""
}
