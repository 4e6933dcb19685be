package reader

import (
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
	if letters < 2 || letters > 9 || n.l.Toks[i].Is(lang.Roman) || n.insideWord(i, i+1) || n.l.Has(i, n.acroStop) && n.acroStop != 0 {
		return
	}
	if n.tag == "en" && letters > 3 && (n.l.Has(i, n.natAdj) || (n.l.Has(i, n.title) || n.l.Has(i, n.office)) && (n.l.Has(i+1, lang.Upper) || n.glued(i+1, '.'))) {
		return // CAPT. VANDREL, AFGHAN ELECTION
	}
	if i > s.First+1 && n.l.Rune(i-1) == '(' && i+1 < s.Last && n.l.Rune(i+1) == ')' {
		start, ok := n.spelled(w, i-1, s)
		if !ok && n.tag == "kk" {
			start = n.bracketedBody(i-1, s)
			ok = start >= 0
		}
		if ok {
			n.propose(candidate{class: lang.OrgChunk, start: start, end: i - 1, score: scoreDefined, alias: w, rule: "defined"})
		}
	}
	if n.placeAt(element{start: i, end: i + 1}) || letters > 7 || n.tag == "kk" && n.numberedOn(i, s) { // «Союз МС-27», COP29
		return
	}
	if letters < 3 && n.tag == "ru" || n.tag == "en" && (n.countedLetters(i, s) || letters > 3 && n.emphatic(i, s)) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: i + 1, score: scoreAcronym, name: w, rule: "acronym"})
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
	if k >= 0 || start < 0 || end-start < 2 || !n.l.Toks[start].Is(lang.Cap) {
		return 0, false
	}
	return start, true
}
