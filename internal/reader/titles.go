package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// nominative writes a title with its head in the nominative, as the pack's
// list has it, and adjectives before it agreeing as far as the declension
// table tells.
func (f *officeFinder) nominative(t title) string {
	text := f.l.Slice(t.from, t.to)
	c, ok := f.l.Chunk(t.head, f.head)
	if !ok || f.p.know.pack.Tag == "en" || int(c.End) > t.to {
		return text
	}
	nom := f.l.Entry(c).Value
	if f.headLast() {
		// Only the case ending goes: "төрағасының" → "төрағасы".
		head, end := f.l.Slice(t.head, int(c.End)), len(f.l.Slice(t.from, int(c.End)))
		if one := f.singular(t.head, int(c.End)-1); one != "" { // депутаттар X, Y
			return text[:end-len(f.l.Slice(int(c.End)-1, int(c.End)))] + one + text[end:]
		}
		if lang.Fold(head) == lang.Fold(nom) { // омбудсмен
			return text
		}
		head = head[strings.LastIndexByte(head, ' ')+1:] // бас маманы: the last word has the case
		return text[:end-len(head)] + f.p.withoutCase(head) + text[end:]
	}
	var b strings.Builder
	for i := t.from; i < t.head; i++ {
		w := f.l.Slice(i, i+1)
		if f.adjectival(i) && !(strings.HasSuffix(w, "ой") && f.p.know.russian && f.inNominative(t.head)) { // молодой судья
			w = f.p.adjectiveNominative(w)
		}
		b.WriteString(w)
		if !f.l.Is(i+1, lang.Glued) {
			b.WriteByte(' ')
		}
	}
	if f.l.Is(t.head, lang.Cap) {
		nom = capital(nom)
	}
	b.WriteString(nom)
	rest := f.l.Slice(int(c.End), t.to)
	if rest != "" {
		if int(c.End) < len(f.l.Toks) && !f.l.Is(int(c.End), lang.Glued) {
			b.WriteByte(' ')
		}
		b.WriteString(rest)
	}
	return b.String()
}

// capital gives a text with its first letter a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// withoutCase cuts a case ending from a Kazakh word, keeping number and
// possessive: төрағасының → төрағасы.
func (p *part) withoutCase(w string) string {
	if p.memory == nil {
		return p.cutCase(w)
	}
	return p.memory.caseless.of(w, p.cutCase)
}

// cutCase is withoutCase, worked out.
func (p *part) cutCase(w string) string {
	low := strings.ToLower(w)
	cut := 0 // the longest case ending: адамнан is адам and -нан, not адамна and -н
	if p.know.endings.wholeNoun.whole(low) {
		return w // оқиға, кәсіпорын
	}
	all := p.analyses(w)
	for _, a := range all { // маманы is the owned маман, no accusative of a мама
		if a.Slots == "poss3" && a.Harmony && strings.HasSuffix(a.Stem, "н") && p.know.pack.StemID(a.Stem) != 0 {
			return w
		}
	}
	for _, a := range all {
		switch a.Slots {
		case "gen", "dat", "acc", "loc", "abl", "ins":
			if a.Harmony && len(a.Suffix) > cut && strings.HasSuffix(low, a.Suffix) && joinsKK(strings.ToLower(w[:len(w)-len(a.Suffix)]), a.Suffix) {
				cut = len(a.Suffix)
			}
		}
	}
	return w[:len(w)-cut]
}

// joinsKK reports whether a Kazakh case ending may follow the last letter of a
// stem: -ты only behind a voiceless one, -ны only behind a vowel, so that
// президенті is no case of президен. Endings of one letter follow possessives.
func joinsKK(stem, suffix string) bool {
	r, _ := utf8.DecodeLastRuneInString(stem)
	first, n := utf8.DecodeRuneInString(suffix)
	if suffix == "на" && strings.HasSuffix(stem, "ха") {
		return false // аурухана, емхана
	}
	if strings.HasPrefix(suffix, "нда") || strings.HasPrefix(suffix, "нде") {
		return r == 'ы' || r == 'і' // вагонда is вагон and -да
	}
	if n == len(suffix) {
		return first == 'н' && (r == 'ы' || r == 'і') && atLeast(stem, 5)
	}
	vowel := strings.ContainsRune("аәеиоөуұүыіэюя", r)
	voiceless := strings.ContainsRune("пфкқтсшщчцхһбвгд", r)
	switch first {
	case 'т', 'қ', 'к':
		return voiceless
	case 'д':
		return !strings.ContainsRune("пфкқтсшщчцхһ", r)
	case 'ғ', 'г':
		return !voiceless
	case 'н':
		return vowel || strings.ContainsRune("мнң", r)
	}
	return true
}

// adjectiveNominative gives the masculine nominative of a Russian adjective.
func (p *part) adjectiveNominative(w string) string {
	if n := p.adjectiveOf(w, "m"); n != w {
		return n
	}
	for _, n := range p.nominatives(w) {
		if strings.HasSuffix(n, "ый") || strings.HasSuffix(n, "ий") {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
				return capital(n)
			}
			return n
		}
	}
	return w
}
