package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// Names that no list has, in texts without capitals: by the words around them.

// unlisted reports whether an unlisted given name stands at token i, before a
// word that is a surname by its ending. In Russian such endings are those of
// plurals too (вопросов), so the name must stand where people do.
func (c *recaser) unlisted(i int) bool {
	if c.tag == "en" || !c.pair(i) || c.short(i+1, 5) || !c.surnamed(i+1) {
		return false
	}
	if w := c.plain.Fold(i); c.initials(i+2) > 0 || strings.HasSuffix(w, "ии") || strings.HasSuffix(w, "ие") {
		return false // о назначении Аскарова А. Б.
	}
	if w := c.plain.Fold(i + 1); c.tag == "kk" || c.raised.Has(i+1, c.surname) && !strings.HasSuffix(w, "ов") && !strings.HasSuffix(w, "ев") {
		return true
	}
	if c.framed(i, i+2) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-5 && c.plain.Is(k, lang.Word) && !c.plain.Toks[k+1].Para; k-- {
		if c.plain.Has(k, c.title) || c.plain.Has(k, c.office) { // министр труда Эльнур Султанов
			return true
		}
	}
	return false
}

// strangers reports whether two words that no list has, from token i on, are
// the name of somebody who speaks or holds an office.
func (c *recaser) strangers(i int) bool {
	if !c.pair(i) || c.short(i+1, 4) || !c.unknown(i+1) || c.raised.Has(i+1, c.given) || i+2 < len(c.up) && c.unlisted(i+1) {
		return false
	}
	switch w := c.plain.Fold(i + 1); c.tag {
	case "en":
		if end := c.longer(i, i+2); c.plain.Fold(end-2) == "-" && c.unknown(end-1) || !ascii(c.plain.Slice(i, i+2)) {
			return true // a double surname, letters that are not English
		}
	case "ru":
		return i+2 < len(c.up) && c.plain.Has(i+2, c.say) || i > 0 && c.plain.Has(i-1, c.say)
	case "kk": // «… болатынын айтты» says what was told
		if strings.HasSuffix(w, "ын") || strings.HasSuffix(w, "ін") {
			return false
		}
	}
	return c.framed(i, i+2)
}

// initials gives the end of initials with their full stops from token i on, 0
// where none stand.
func (c *recaser) initials(i int) int {
	k := i
	for k+1 < len(c.up) && k < i+4 && c.plain.Is(k, lang.Word) && c.small(k) && c.plain.Fold(k+1) == "." && c.plain.Is(k+1, lang.Glued) {
		k += 2
	}
	if k == i {
		return 0
	}
	return k
}

// initialed gives a surname at token i with the initials behind it their
// capitals, «аскарова а.б.», and the token behind them; 0 where none stands.
func (c *recaser) initialed(i int) int {
	if c.tag == "en" || c.short(i, 4) || !c.surnamed(i) {
		return 0
	}
	end := c.initials(i + 1)
	if end < i+5 { // one letter may be an abbreviation: «токаев г. алматы»
		return 0
	}
	for k := i; k < end; k++ {
		if c.plain.Is(k, lang.Word) {
			c.up[k] = asCapital
		}
	}
	c.learn(i)
	return end
}

// pair reports whether two words of no list stand side by side from token i.
func (c *recaser) pair(i int) bool {
	return i+1 < len(c.up) && !c.short(i, 3) && c.plain.Is(i+1, lang.Word) && !c.plain.Is(i+1, lang.Glued) && !c.plain.Toks[i+1].Para && c.unknown(i)
}

// framed reports whether the words [i, end) stand where people do: behind an
// office, a form of address or a verb of saying, or before such a verb.
func (c *recaser) framed(i, end int) bool {
	if end < len(c.up) && c.plain.Has(end, c.say) {
		return true
	}
	if i > 0 && c.plain.Has(i-1, c.say) {
		return true
	}
	return i > 0 && (c.plain.Has(i-1, c.title) || c.plain.Has(i-1, c.office))
}

// ascii reports whether a text has no letters but those of ASCII.
func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// short reports whether a word has fewer letters.
func (c *recaser) short(i, letters int) bool {
	t := &c.plain.Toks[i]
	return utf8.RuneCountInString(c.plain.Text[t.Start:t.End]) < letters
}

// titled gives the unlisted name behind a form of address or an office at
// token i its capitals, in English, and the token behind it; 0 where none
// stands.
func (c *recaser) titled(i int) int {
	if c.tag != "en" || !c.plain.Has(i, c.title) && !c.plain.Has(i, c.polite) {
		return 0
	}
	k, polite := i+1, c.plain.Has(i, c.polite)
	if k < len(c.up) && c.plain.Fold(k) == "." && c.plain.Is(k, lang.Glued) {
		k++
	}
	from := k
	for k < len(c.up) && k < from+5 {
		t := &c.plain.Toks[k]
		switch {
		case t.Is(lang.Punct) && c.plain.Fold(k) == "-" && t.Is(lang.Glued) && k > from && k+1 < len(c.up) && c.plain.Is(k+1, lang.Glued):
		case t.Is(lang.Word) && !t.Para && (c.unknown(k) || polite && k == from && !c.common(k) || c.raised.Has(k, c.given) && k == from || k > from && c.surnamed(k)):
		default:
			t = nil
		}
		if t == nil {
			break
		}
		k++
	}
	if k == from {
		return 0
	}
	if polite {
		c.up[i] = asCapital
	}
	for j := from; j < k; j++ {
		if c.plain.Is(j, lang.Word) {
			c.up[j] = asCapital
			c.learn(j)
		}
	}
	return k
}

// bodies gives the names of bodies their capitals by the nouns that head them.
func (c *recaser) bodies() {
	if c.orgHead == 0 {
		return
	}
	for i := range c.up {
		if !c.plain.Has(i, c.orgHead) || c.up[i] != asSmall {
			continue
		}
		switch c.tag {
		case "en":
			c.bodyEnglish(i)
		case "ru":
			c.bodyRussian(i)
		case "kk":
			c.bodyKazakh(i)
		}
	}
}

// widestBody is how many words a body's name may have on each side of its head.
const widestBody = 7

// bodyEnglish writes "ministry of foreign affairs" and "the asian development
// bank" as names: the noun with what "of" ties to it, or with the words that
// stand between the article and it, one of them a name or an adjective of a
// country.
func (c *recaser) bodyEnglish(i int) {
	from, named := i, false
	for from > 0 && i-from < 4 {
		t := &c.plain.Toks[from-1]
		if !t.Is(lang.Word) || c.plain.Toks[from].Para || c.stops(from-1) {
			break
		}
		from--
		named = named || c.up[from] != asSmall && !(c.natAdj != 0 && c.raised.Has(from, c.natAdj)) || named
	}
	to := i + 1
	if to < len(c.up) && c.plain.Plays(to, c.k.roles.of) {
		last := to
		for k := to; k < len(c.up) && k < i+widestBody; k++ {
			t := &c.plain.Toks[k]
			w := c.plain.Fold(k)
			if t.Para || !t.Is(lang.Word) && !(w == "-" && t.Is(lang.Glued)) || t.Is(lang.Word) && w != "of" && w != "and" && w != "the" && w != "for" && c.stops(k) {
				break
			}
			if t.Is(lang.Word) && w != "of" && w != "and" && w != "the" && w != "for" {
				last = k + 1
			}
		}
		if last > to {
			to = last
		}
	}
	article := from > 0 && c.plain.Plays(from-1, c.k.roles.the)
	if to == i+1 && (from == i || !article && !named) || c.plain.Plays(from-1, c.k.roles.oneOf) {
		return
	}
	if to > i+1 && !article && !named {
		from = i
	}
	for k := from; k < to; k++ {
		w := c.plain.Fold(k)
		if c.plain.Is(k, lang.Word) && w != "of" && w != "and" && w != "the" && w != "for" {
			c.up[k] = max(c.up[k], asCapital)
		}
	}
}

// stops reports whether an English word ends a name.
func (c *recaser) stops(k int) bool {
	w := c.plain.Fold(k)
	return c.plain.Has(k, c.npStop) || c.funcWord != 0 && c.raised.Has(k, c.funcWord) || c.plain.Has(k, c.say) || c.plain.Has(k, c.past) || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "ly")
}

// bodyRussian writes the noun for a body, or the first of the adjectives
// before it, with a capital where a genitive or «по» follows.
func (c *recaser) bodyRussian(i int) {
	from := i
	for from > 0 && i-from < 6 && !c.plain.Toks[from].Para {
		w := c.plain.Fold(from - 1)
		if w == "-" && from > 1 && c.plain.Is(from, lang.Glued) && c.plain.Is(from-2, lang.Word) {
			from -= 2
			continue
		}
		if !c.plain.Is(from-1, lang.Word) || !c.k.endings.adjEnd.end(w, 4) || c.ordinary(from-1) {
			break
		}
		from--
	}
	if !c.owned(i) && !c.telling(from, i) {
		return
	}
	if c.up[from] == asSmall {
		c.up[from] = asCapital
	}
}

// telling reports whether one of the adjectives [from, head) makes a noun for
// bodies a name: of a place, or of those that bodies bear.
func (c *recaser) telling(from, head int) bool {
	for k := from; k < head; k++ {
		if c.plain.Has(k, c.bodyAdj) || c.k.endings.placeAdjEnd.end(c.plain.Fold(k), 6) {
			return true
		}
	}
	return false
}

// ordinary reports whether a Russian adjective belongs to no name.
func (c *recaser) ordinary(i int) bool {
	if c.plain.Has(i, c.bodyAdj) {
		return false
	}
	if c.funcWord != 0 && c.raised.Has(i, c.funcWord) {
		return true
	}
	for _, list := range [...]string{"num", "ordinal", "superlative", "pronoun", "reldate", "month", "notfield"} {
		if class, ok := c.k.pack.FindClass(list); ok && c.plain.Has(i, class) {
			return true
		}
	}
	return false
}

// owned reports whether a Russian noun for bodies is followed by what it is of:
// «министерство образования», «комитет по делам», «банк Казахстана».
func (c *recaser) owned(i int) bool {
	k := i + 1
	if k >= len(c.up) || !c.plain.Is(k, lang.Word) || c.plain.Toks[k].Para {
		return false
	}
	if w := c.plain.Fold(k); w == "по" || w == "при" {
		return true
	} else if c.up[k] != asSmall {
		return true
	} else if c.common(k) && c.funcWord != 0 && c.raised.Has(k, c.funcWord) || c.k.endings.verbEnd.end(w, 4) {
		return false
	} else {
		for _, e := range [...]string{"ого", "его", "ой", "ей", "ых", "их", "ия", "ий", "ства", "ов", "ев", "ы", "и", "а", "я"} {
			if strings.HasSuffix(w, e) && len(w) > len(e)+4 {
				return true
			}
		}
	}
	return false
}

// english writes what English alone writes with capitals.
func (c *recaser) english(i int) bool {
	t := &c.plain.Toks[i]
	w := c.plain.Text[t.Start:t.End]
	if w == "i" || strings.HasPrefix(w, "i'") || strings.HasPrefix(w, "i’") {
		c.up[i] = asCapital
		return true
	}
	if roman := len(w) > 2 && strings.Trim(w, "ivxl") == ""; roman {
		c.up[i] = asCapitals
		return true
	}
	for _, class := range [...]lang.Class{c.natAdj, c.group, c.moreGroup, c.weekday, c.month} {
		if class == 0 || !c.raised.Has(i, class) {
			continue
		}
		if (class == c.weekday || class == c.month) && (w == "may" || w == "march" || w == "sun" || w == "mon" || w == "sat" || w == "mar" || w == "dec" || w == "jan") &&
			!(i > 0 && (c.plain.Is(i-1, lang.Number) || c.plain.Has(i-1, c.beforeMonth))) && !(i+1 < len(c.up) && c.plain.Is(i+1, lang.Number)) {
			return false
		}
		c.up[i] = asCapital
		return true
	}
	return false
}

// oneOf reports whether an English word stands behind an article or an owner,
// as a common noun does: my china cups, a turkey.
func (c *recaser) oneOf(i int) bool {
	if i == 0 || c.plain.Toks[i].Para {
		return false
	}
	w := c.plain.Fold(i - 1)
	return w == "a" || w == "an" || w == "my" || w == "your" || c.possessive != 0 && c.plain.Is(i-1, lang.Word) && len(w) > 1 && c.plain.Has(i-1, c.possessive)
}
