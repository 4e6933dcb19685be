package reader

import (
	"shanyraq/internal/lang"
)

// labelled proposes the English speaker that a transcript names in capitals
// before a colon, behind his title: "MR. VANDREL:", "SECRETARY THASK:". A line
// may begin with given name and surname alone.
func (n *nameFinder) labelled(s lang.Sentence) {
	i := s.First
	if i >= s.Last || !n.l.Is(i, lang.Upper) {
		return
	}
	colon := -1
	for k := i; k < min(s.Last, i+9); k++ {
		if n.l.Rune(k) == ':' {
			colon = k
			break
		}
		if n.l.Rune(k) == ',' {
			break
		}
		if !n.l.Is(k, lang.Upper) && n.l.Rune(k) != '.' && n.l.Rune(k) != '-' && n.l.Rune(k) != '\'' && n.l.Rune(k) != '’' {
			return
		}
	}
	start, titled := i, false
	for start < colon {
		end := start
		for _, c := range [...]lang.Class{n.title, n.office} {
			if ch, ok := n.l.Chunk(start, c); ok && c != 0 && int(ch.End) > end {
				end = int(ch.End)
			}
		}
		if end == start {
			break
		}
		if start, titled = end, true; n.glued(start, '.') {
			start++
		}
	}
	if colon < 0 {
		colon = n.shoutedBefore(i, s)
		titled = colon > 0
	} else if start == i && colon == i+2 && n.shoutedBefore(i, s) == colon {
		titled = true
	}
	if start >= colon || colon-start > 5 || n.l.Toks[start].End-n.l.Toks[start].Start < 3 || !titled && !((n.l.Toks[i].Break || i == 0) && colon == start+2 && n.isGiven(element{start: start, end: start + 1})) {
		return
	}
	n.propose(candidate{class: lang.PersonChunk, start: start, end: colon, score: scoreLegal + 20, rule: "label"})
}

// shoutedBefore gives the end of two words in capitals, of no list of common words, that
// begin a line before a colon, or before a comma and an office up to one: "NATIA VANDREL:",
// "NATIA VANDREL, Acting Governor:". It gives -1 elsewhere.
func (n *nameFinder) shoutedBefore(i int, s lang.Sentence) int {
	end := i + 2
	if end >= s.Last || !n.l.Toks[i].Break && i > 0 || !n.l.Is(i+1, lang.Upper) {
		return -1
	}
	for k := i; k < end; k++ {
		if t := &n.l.Toks[k]; t.End-t.Start < 4 || n.l.Bits[k].Intersects(&n.anyCommon) || n.placeAt(element{start: k, end: k + 1}) {
			return -1
		}
	}
	if n.l.Rune(end) == ':' {
		return end
	}
	for k := end + 1; n.l.Rune(end) == ',' && k < min(s.Last, end+7); k++ {
		if n.l.Rune(k) == ':' {
			if n.titledAt(k) {
				return end
			}
			break
		}
	}
	return -1
}

// addressed reports whether a word in capitals stands right behind a title of
// address in capitals too: MR. VANDREL.
func (n *nameFinder) addressed(i int) bool {
	if n.tag != "en" || n.l.Toks[i].End-n.l.Toks[i].Start < 3 {
		return false
	}
	if i > 0 && n.glued(i-1, '.') {
		i--
	}
	return n.l.Has(i-1, lang.Upper) && n.l.Plays(i-1, n.r.address)
}

// nearby proposes the place behind "near", though its words may be a person's:
// "near Abu Kamal", "near Sultan Abdallah".
func (n *nameFinder) nearby(i int, s lang.Sentence) {
	k := i + 1
	if !n.beside(k, s) || i > s.First && n.l.Plays(i-1, n.r.besideSomebody) {
		return
	}
	els := n.run(k, min(s.Last, k+9))
	if len(els) == 0 || len(els) > 4 || n.inFull(els) {
		return
	}
	for x, e := range els {
		if e.initial || !e.particle && (n.l.Is(e.start, lang.Upper) || (n.l.Has(e.start, n.title) || n.l.Has(e.start, n.office)) && !(x == 0 && len(els) > 1 && n.l.Plays(e.start, n.r.royal)) || n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.natAdj) || n.l.Has(e.start, n.common) || n.l.Has(e.start, n.orgKnown) || n.l.Has(e.start, n.gazBody) || n.l.Has(e.start, n.placeHead)) {
			return
		}
	}
	end := max(els[len(els)-1].end, n.placeChunk(k))
	if n.glued(end, '\'') || n.glued(end, '’') {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: k, end: end, score: scoreLegal + 14, rule: "near"})
	n.kindGoesOn(end, s)
}

// seized proposes the place behind a verb that is done by arms to places only:
// "seizing Rabia and Salma", "retook Vandrel".
func (n *nameFinder) seized(i int, s lang.Sentence) {
	k := i + 1
	if !n.beside(k, s) {
		return
	}
	els := n.run(k, min(s.Last, k+7))
	if len(els) == 0 || len(els) > 3 || n.inFull(els) {
		return
	}
	for _, e := range els {
		if e.initial || !e.particle && (n.l.Is(e.start, lang.Upper) || n.l.Has(e.start, n.title) || n.l.Has(e.start, n.office) || n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.natAdj) || n.l.Has(e.start, n.common) || n.l.Has(e.start, n.orgKnown) || n.l.Has(e.start, n.gazBody) || n.l.Has(e.start, n.placeHead)) {
			return
		}
	}
	end := els[len(els)-1].end
	if n.glued(end, '\'') || n.glued(end, '’') {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: k, end: end, score: scoreKnown, rule: "seized"})
	n.kindGoesOn(end, s)
}

// inFull reports whether words are a given name and a surname of the lists: "near
// | John Smith".
func (n *nameFinder) inFull(els []element) bool {
	return len(els) > 1 && !els[0].particle && n.l.Fold(els[0].start) != "abu" && !n.l.Plays(els[0].start, n.r.royal) && n.isGiven(els[0]) && n.l.Has(els[1].start, n.surname)
}

// peopleAndNoun reports whether a word of no list stands behind a people and
// its article, with no verb of persons behind: "the Siberian Thrush".
func (n *nameFinder) peopleAndNoun(e element, known bool) bool {
	i := e.start - 1
	if known || i < 1 || !n.l.Has(i, n.natAdj) || !n.l.Plays(i-1, n.r.determiner) {
		return false
	}
	return !(n.cue != 0 && n.l.Has(e.end, n.cue)) && !n.spoken(e) && !n.doesAsPerson(e.end)
}

// streetCut proposes a street by its noun cut short at token i: "Elm St.", "Fifth Ave.".
func (n *nameFinder) streetCut(i int, s lang.Sentence) bool {
	if !n.glued(i+1, '.') || n.beside(i+2, s) || !n.beside(i-1, s) || n.l.Has(i-1, n.title) {
		return false
	}
	start := i - 1
	for start > s.First && i-start < 4 && n.beside(start-1, s) && !n.l.Has(start-1, n.title) {
		start--
	}
	end := i + 2
	if end >= s.Last {
		end = i + 1
	}
	n.propose(candidate{class: lang.PlaceChunk, start: start, end: end, score: scoreLegal + 14, rule: "street"})
	return true
}

// roadNumber proposes a road by its letter and number: I-15.
func (n *nameFinder) roadNumber(i int, s lang.Sentence) bool {
	k := i + 2
	if k >= s.Last || !n.l.Is(k, lang.Number) || !n.l.Is(k, lang.Glued) || n.l.Toks[k].End-n.l.Toks[k].Start > 3 || n.glued(k+1, '-') {
		return false
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: k + 1, score: scoreLegal, rule: "road"})
	return true
}

// firmLine reports whether the firm [start, end) is all that its line has, but
// for the marks of a mail that is quoted and the full stop behind it.
func (n *nameFinder) firmLine(start, end int) bool {
	if start > 0 && n.l.Rune(start-1) == '>' {
		start--
	}
	return end-start < 9 && (start == 0 || n.l.Toks[start].Break) && (end+1 >= len(n.l.Toks) || n.l.Toks[end+1].Break)
}

// addressees proposes the names that the head of a mail gives with the surname
// first: "To: Vandrel, Ana; Thask, Peder".
func (n *nameFinder) addressees(s lang.Sentence) {
	if !n.headed {
		return
	}
	i := s.First
	for n.l.Rune(i) == '>' || n.l.Rune(i) == '*' {
		i++
	}
	for head := false; i+2 < s.Last; i++ {
		switch {
		case n.l.Rune(i+1) == ':' && n.l.Toks[i].Break || n.l.Rune(i+1) == ':' && (i == s.First || n.l.Rune(i-1) == '>'):
			w := n.word(i)
			head = w == "from" || w == "to" || w == "cc" || w == "bcc"
		case head && (n.l.Rune(i) == ':' || n.l.Rune(i) == ';') && n.namedInHead(i+1, s):
		case head && n.l.Rune(i+1) == ',' && n.beside(i, s) && n.beside(i+2, s) && (n.l.Rune(i-1) == ':' || n.l.Rune(i-1) == ';') && n.isGiven(element{start: i + 2, end: i + 3}) && !n.isGiven(element{start: i, end: i + 1}):
			end := i + 3
			if end < s.Last && n.l.Is(end, lang.Initial) && !n.l.Toks[end].Break {
				if end++; n.glued(end, '.') {
					end++
				}
			}
			if end >= s.Last || n.l.Toks[end].Break || n.l.Rune(end) == ';' || n.l.Rune(end) == '>' || n.l.Rune(end) == '<' || n.l.Rune(end) == '[' || n.l.Rune(end) == '(' {
				n.propose(candidate{class: lang.PersonChunk, start: i, end: end, score: scoreLegal + 24, rule: "mail"})
			}
		}
	}
}

// namedInHead proposes the two to four words from token i on that fill a place of
// the head of a mail as a name, and reports whether they do: "To: Wanja Vandrel; …".
func (n *nameFinder) namedInHead(i int, s lang.Sentence) bool {
	if n.l.Rune(i) == '"' {
		i++
	}
	end := i
	for end < s.Last && end-i < 6 && (n.beside(end, s) || n.glued(end, '.') && n.l.Is(end-1, lang.Initial)) && !(end > i && n.l.Toks[end].Break) {
		if n.l.Has(end, n.orgHead) || n.l.Has(end, n.orgKnown) || n.l.Has(end, n.common) || n.orgEnd != 0 && n.l.Has(end, n.orgEnd) || n.placeAt(element{start: end, end: end + 1}) || n.l.Is(end, lang.Upper) && !n.l.Is(end, lang.Initial) && !(n.l.Is(i, lang.Upper) && n.isGiven(element{start: i, end: i + 1})) {
			return false
		}
		end++
	}
	if end-i < 2 || end-i > 4 || end < s.Last && !n.l.Toks[end].Break && n.l.Rune(end) != ';' && n.l.Rune(end) != '<' && n.l.Rune(end) != '[' && n.l.Rune(end) != '(' && n.l.Rune(end) != '"' {
		return false
	}
	score := scoreContext + 4
	if n.l.Is(i, lang.Upper) {
		score = scoreLegal
	}
	n.propose(candidate{class: lang.PersonChunk, start: i, end: end, score: score, rule: "mail"})
	return true
}
