package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// text gives the phrase as it stands, with the head as the pack's list names
// it where the language inflects.
func (g *ground) text(ph *phrase) string {
	from, to := ph.from, ph.to
	if g.headLast {
		head := g.caseless(ph)
		if ph.gap[1] > 0 && ph.topic { // without the day it is known by
			if rest := g.l.Slice(ph.gap[1], ph.head); rest != "" {
				head = rest + g.glueBefore(ph.head, from) + head
			}
			return g.l.Slice(from, ph.gap[0]) + " " + head
		}
		return join(g.l.Slice(from, ph.head), g.glueBefore(ph.head, from), head)
	}
	if !g.russian() {
		if ph.gap[1] > 0 {
			return g.l.Slice(from, ph.gap[0]) + " " + g.l.Slice(ph.gap[1], to)
		}
		return g.l.Slice(from, to)
	}
	return g.nominative(ph)
}

// caseless gives the head of a Kazakh phrase without its case ending: the
// word of the list with at most a plural and a possessive behind it.
func (g *ground) caseless(ph *phrase) string {
	text := g.l.Slice(ph.head, ph.headEnd)
	last := g.l.Slice(ph.headEnd-1, ph.headEnd)
	known := func(w string, analyses []lang.Analysis) bool {
		for _, form := range ph.entry.Folded() {
			if k := strings.LastIndexByte(form, ' '); k >= 0 {
				form = form[k+1:]
			}
			if w == form {
				return true
			}
			for _, a := range analyses {
				if a.Stem == form && (a.Slots == "poss3" || a.Slots == "plural" || a.Slots == "plural poss3") {
					return true
				}
			}
		}
		return false
	}
	if ph.entry.Guessed {
		return g.caselessUnlisted(ph.headEnd - 1)
	}
	analyses := g.l.Analyses(ph.headEnd - 1)
	if known(g.l.Fold(ph.headEnd-1), analyses) {
		return text
	}
	for _, a := range analyses {
		cut := len(last) - len(a.Suffix)
		if cut > 0 && !strings.Contains(a.Slots, " ") && a.Slots != "poss3" && known(lang.Fold(last[:cut]), g.p.analyses(last[:cut])) {
			return text[:len(text)-len(a.Suffix)]
		}
	}
	return text
}

// glueBefore gives the blank before token i, none where it stands right behind the one
// before or is the first.
func (g *ground) glueBefore(i, from int) string {
	if i > from && !g.l.Is(i, lang.Glued) {
		return " "
	}
	return ""
}

// join puts two texts together with sep between them where there is something before.
func join(a, sep, b string) string {
	if a == "" {
		return b
	}
	return a + sep + b
}

// nominative writes a Russian phrase with its head and the adjectives before
// it in the nominative singular. The head's entry gives gender and lemma as
// the last two fields of its value.
func (g *ground) nominative(ph *phrase) string {
	lemma, gender := lemmaOf(ph.entry)
	var b strings.Builder
	inQuote := false
	for i := ph.from; i < ph.head; i++ {
		w := g.l.Slice(i, i+1)
		if isQuote(g.l.Rune(i)) {
			inQuote = !inQuote
		}
		if n, ok := g.numeralAt(i); !inQuote && (g.adjectival(i) || ok && n.ordinal && !n.digits && g.l.Is(i, lang.Word)) { // на втором | саммите
			w = g.p.adjectiveOf(w, gender)
		} else if !inQuote && i-2 >= ph.from && g.l.Rune(i-1) == '-' && g.l.Is(i, lang.Glued) && g.l.Is(i-2, lang.Number) {
			w = ordinalEnding(w, gender)
		}
		b.WriteString(w)
		if !g.l.Is(i+1, lang.Glued) {
			b.WriteByte(' ')
		}
	}
	if g.l.Is(ph.head, lang.Cap) {
		lemma = capital(lemma)
	}
	b.WriteString(lemma)
	behind := ph.headEnd
	if ph.gap[0] == ph.headEnd && ph.gap[1] > 0 {
		behind = ph.gap[1]
	}
	if rest := g.l.Slice(behind, ph.to); rest != "" {
		if !g.l.Is(ph.headEnd, lang.Glued) {
			b.WriteByte(' ')
		}
		b.WriteString(rest)
	}
	return b.String()
}

// manyBeforeOne reports whether a Russian word in the plural at token k cannot belong to the
// singular adjective that a phrase begins with: «цели, определённые | совместной декларацией».
func (g *ground) manyBeforeOne(k int, ph *phrase) bool {
	if ph.from != k+1 || ph.from == ph.head {
		return false
	}
	one, many := g.l.Fold(k+1), g.l.Fold(k)
	if !strings.HasSuffix(many, "ые") && !strings.HasSuffix(many, "ых") {
		return false
	}
	for _, end := range [...]string{"ой", "ей", "ого", "его", "ому", "ему", "ую", "юю", "ая", "ое"} {
		if strings.HasSuffix(one, end) {
			return true
		}
	}
	return false
}

// ordinalEnding gives the nominative of what a Russian ordinal in digits ends with,
// by the gender of its noun: «14-м заседании» is «14-е заседание».
func ordinalEnding(w, gender string) string {
	switch w {
	case "й", "го", "му", "м", "я", "ю", "е", "х", "ми":
	default:
		return w
	}
	switch gender {
	case "m":
		return "й"
	case "f":
		return "я"
	}
	return "е"
}

// lemmaOf parts the value of an entry "kind… gender: lemma".
func lemmaOf(e *lang.Entry) (lemma, gender string) {
	head, lemma, ok := strings.Cut(e.Value, ": ")
	if !ok {
		return strings.TrimPrefix(e.Forms[0], "="), "m"
	}
	for w, at := nextField(head, 0); w != ""; w, at = nextField(head, at) {
		gender = w
	}
	return lemma, gender
}

// adjectiveOf gives the nominative of a Russian adjective in a gender: m, f,
// n, or p for the plural. Whether its stem is hard or soft shows in the form
// itself; masculine ones in -ой stand in the pack's adjoy list.
func (p *part) adjectiveOf(w, gender string) string {
	for _, set := range [...]struct {
		forms []string
		kind  int
	}{
		{[]string{"ьего", "ьему", "ьими", "ьем", "ьей", "ьих", "ьим", "ья", "ью", "ье", "ьи"}, 2},
		{[]string{"его", "ему", "ими", "ем", "яя", "ей", "юю", "ею", "ее", "ие", "их", "им", "ий"}, 1},
		{[]string{"ого", "ому", "ыми", "ым", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ых", "ый"}, 0},
	} {
		for _, end := range set.forms {
			stem, ok := strings.CutSuffix(w, end)
			if !ok || len(stem) < 4 {
				continue
			}
			last := lastRune(stem)
			velar, hush := strings.ContainsRune("гкх", last), strings.ContainsRune("жшщч", last)
			kind := set.kind
			if velar {
				kind = 0
			}
			g := max(0, strings.Index("mfnp", gender))
			switch {
			case kind == 2:
				return stem + [...]string{"ий", "ья", "ье", "ьи"}[g]
			case kind == 1 && !hush:
				return stem + [...]string{"ий", "яя", "ее", "ие"}[g]
			case hush:
				return stem + [...]string{"ий", "ая", "ее", "ие"}[g]
			}
			if g == 0 && p.know.endings.adjoy.whole(lang.Fold(stem)+"ой") {
				return stem + "ой"
			}
			if velar {
				return stem + [...]string{"ий", "ая", "ое", "ие"}[g]
			}
			return stem + [...]string{"ый", "ая", "ое", "ые"}[g]
		}
	}
	return w
}

// lastRune gives the last character of a word, 0 of none.
func lastRune(s string) rune {
	n := len(s)
	switch {
	case n == 0:
		return 0
	case s[n-1] < utf8.RuneSelf:
		return rune(s[n-1])
	case n > 1 && s[n-1]&0xC0 == 0x80 && 0xC2 <= s[n-2] && s[n-2] <= 0xDF: // of two bytes, as most
		return rune(s[n-2]&0x1F)<<6 | rune(s[n-1]&0x3F)
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
