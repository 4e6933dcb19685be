package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/detect"
	"shanyraq/internal/lang"
)

// Telegrams, captions and messages come without capitals, or all in them. Such
// a text is given the capitals that the lists of its language vouch for:
// beginnings of sentences, known places and bodies, people by a given name
// with a surname, and the words that a noun for bodies makes a name of. It is
// then read as any other; spans stay those of the text as it was given.

// fewestWords is how many words a text has at least before its letters are
// taken to say nothing: a headline in capitals is no such text.
const fewestWords = 12

// recase gives a text without capitals, or all in capitals, its capitals; nil
// for every other text.
func recase(text string, o Options) *repaired {
	low, loud := caseless(text)
	if !low && !loud {
		return recaseParagraphs(text, o)
	}
	if len(text) > mostRepaired || !utf8.ValidString(text) {
		return nil
	}
	if loud {
		return capitalized(text, strings.ToLower(text), o)
	}
	return capitalized(text, text, o)
}

// recaseConverted does so for a text of a script that has no capitals, which its
// conversion guessed in part: those it gave are kept, verbs aside.
func recaseConverted(text string, o Options) *repaired {
	if len(text) > mostRepaired || !utf8.ValidString(text) {
		return nil
	}
	step := capitalized(text, strings.ToLower(text), o)
	if step == nil {
		return nil
	}
	var b strings.Builder
	b.Grow(len(text))
	given := step.text // rune by rune as long as the text, in bytes not always
	for i, r := range text {
		raised, n := utf8.DecodeRuneInString(given)
		given = given[n:]
		if unicode.IsUpper(r) && !verbLikeKK(strings.ToLower(wordAt(text, i))) {
			raised = r
		}
		b.WriteRune(raised)
	}
	step.text = b.String()
	return step
}

// wordAt gives the letters of a text from byte i on.
func wordAt(text string, i int) string {
	rest := text[i:]
	if n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
		rest = rest[:n]
	}
	return rest
}

// capitalized gives the small letters of a text the capitals of its language;
// nil where that has no pack.
func capitalized(text, small string, o Options) *repaired {
	c := newRecaser(small, o)
	if c == nil {
		return nil
	}
	var b strings.Builder
	b.Grow(len(small))
	for from := 0; from < len(small); {
		to := from
		for to < len(small) && (to == from || to-from < recasedAtOnce) {
			to = paragraphEnd(small, to)
		}
		if to-from > 4*recasedAtOnce { // a paragraph without end
			if k := strings.LastIndexByte(small[from:from+recasedAtOnce], ' '); k > 0 {
				to = from + k
			}
		}
		c.write(&b, small[from:to])
		from = to
	}
	return &repaired{text: b.String(), original: text, runs: []run{{}}, recased: true}
}

// newRecaser makes one for the language of a text; nil where it has no pack.
func newRecaser(text string, o Options) *recaser {
	tag := o.Language
	if tag == "" {
		tag = detect.Detect(head(text, sample)).Language
	}
	base, _, _ := strings.Cut(tag, "-")
	if !hasPack[base] {
		return nil
	}
	c := &recaser{k: knowledgeOf(base), tag: base, surnames: map[string]bool{}, heard: map[string]letters{}}
	c.classes()
	return c
}

// recasedAtOnce is about how many bytes are given capitals together.
const recasedAtOnce = 1 << 15

// recaser gives the capitals of texts in one language.
type recaser struct {
	k   *knowledge
	tag string

	raised, plain lang.Lattice // every word with a capital, none
	up            []letters    // per token
	surnames      map[string]bool
	heard         map[string]letters // words as the rest of the text writes them
	sents         []lang.Sentence

	given, givenWord, surname, title                                 lang.Class
	body, org, place, morePlace, group, natAdj                       lang.Class
	month, weekday, funcWord, orgHead, npStop, office, moreGroup     lang.Class
	polite, beforeMonth, bodyAdj, possessive, commonPlace, placePrep lang.Class
	say, past, side                                                  lang.Class
	names                                                            lang.Set // classes of names: a word of another list is a common one
}

// letters says how a word is written.
type letters uint8

const (
	asSmall letters = iota
	asCapital
	asCapitals
)

// classes finds the classes of the pack that tell where a capital belongs.
func (c *recaser) classes() {
	for name, class := range map[string]*lang.Class{
		"givenname": &c.given, "givenword": &c.givenWord, "surname": &c.surname, "persontitle": &c.title,
		"gazbody": &c.body, "knownorg": &c.org, "gazplace": &c.place, "moreplace": &c.morePlace, "gazgroup": &c.group, "natadj": &c.natAdj, "moregroup": &c.moreGroup,
		"month": &c.month, "weekday": &c.weekday, "funcword": &c.funcWord, "orghead": &c.orgHead, "npstop": &c.npStop, "officenoun": &c.office, "sayverb": &c.say, "politeword": &c.polite, "beforemonth": &c.beforeMonth, "bodyadj": &c.bodyAdj, "possessive": &c.possessive, "commonplace": &c.commonPlace, "placeprep": &c.placePrep, "pastword": &c.past, "sidenoun": &c.side,
	} {
		*class, _ = c.k.pack.FindClass(name)
		switch name {
		case "givenname", "givenword", "surname", "gazbody", "knownorg", "gazplace", "moreplace", "gazgroup", "commonplace":
			c.names.Add(*class)
		}
	}
}

// write writes a text of small letters with its capitals.
func (c *recaser) write(b *strings.Builder, text string) {
	c.plain.Reset(c.k.pack, text)
	c.raised.Reset(c.k.pack, raise(text))
	if len(c.plain.Toks) != len(c.raised.Toks) {
		b.WriteString(text)
		return
	}
	c.up = append(c.up[:0], make([]letters, len(c.plain.Toks))...)
	for i := 0; i < len(c.up); {
		i = max(i+1, c.name(i))
	}
	for i := range c.up {
		if c.up[i] == asSmall && c.plain.Is(i, lang.Word) && len(c.heard) > 0 {
			w := c.plain.Fold(i)
			if c.up[i] = c.heard[w]; c.up[i] == asSmall {
				c.up[i] = c.heard[c.stem(w)]
			}
		}
		if c.up[i] == asSmall && c.echo(i) {
			c.up[i] = asCapital
		}
	}
	c.bodies()
	c.sents = c.raised.Sentences(c.sents[:0])
	for _, s := range c.sents {
		c.first(s.First)
	}
	for i := range c.up {
		if c.raised.Is(i, lang.OpenQuote) || c.raised.Rune(i) == '«' {
			c.first(i + 1)
		}
	}
	at := 0
	for i, t := range c.plain.Toks {
		if c.up[i] == asSmall {
			continue
		}
		b.WriteString(text[at:t.Start])
		w := text[t.Start:t.End]
		_, n := utf8.DecodeRuneInString(w)
		if c.up[i] == asCapitals {
			n = len(w)
		}
		for _, r := range w[:n] {
			b.WriteRune(unicode.ToUpper(r))
		}
		b.WriteString(w[n:])
		at = int(t.End)
	}
	b.WriteString(text[at:])
}

// raise writes every word with a capital.
func raise(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	inside := false
	for _, r := range text {
		letter := unicode.IsLetter(r) || unicode.IsMark(r)
		if letter && !inside {
			r = unicode.ToUpper(r)
		}
		inside = letter || inside && (r == '\'' || r == '’' || r == 'ʻ' || r == 'ʼ')
		b.WriteRune(r)
	}
	return b.String()
}

// first gives the first word from token i on a capital.
func (c *recaser) first(i int) {
	for ; i < len(c.up) && i >= 0; i++ {
		if c.plain.Is(i, lang.Word) {
			c.up[i] = max(c.up[i], asCapital)
			return
		}
		if c.plain.Is(i, lang.Number) {
			return
		}
	}
}

// common reports whether token i is a word of a list that names nothing.
func (c *recaser) common(i int) bool {
	found := false
	c.plain.Bits[i].Each(func(class lang.Class) {
		if class > lang.NumberChunk && !c.names.Has(class) {
			found = true
		}
	})
	return found || c.funcWord != 0 && c.raised.Has(i, c.funcWord)
}

// name gives the name that begins at token i its capitals, and the token
// behind it; 0 where none begins.
func (c *recaser) name(i int) int {
	if !c.plain.Is(i, lang.Word) {
		return 0
	}
	if c.tag == "en" && c.english(i) {
		return i + 1
	}
	if c.tag != "en" && c.plain.Is(i, lang.Latin) && strings.Trim(c.plain.Fold(i), "ivxl") == "" {
		c.up[i] = asCapitals // a century
		return i + 1
	}
	if end := c.person(i); end > 0 {
		return end
	}
	for _, class := range [...]lang.Class{c.body, c.org, c.place, c.morePlace} {
		ch, ok := c.raised.Chunk(i, class)
		if class == 0 || !ok || int(ch.End) == i+1 && (c.tag == "kk" && verbLikeKK(c.plain.Fold(i)) || c.common(i) && !(c.tag == "kk" && c.capitalKK(i)) || c.small(i) || c.tag == "en" && (c.oneOf(i) || c.plain.Has(i, c.commonPlace) && !c.plain.Has(i-1, c.placePrep))) {
			continue
		}
		c.as(c.raised.Entry(ch), i, int(ch.End))
		return int(ch.End)
	}
	return 0
}

// small reports whether a word alone is too short for a name that no list of
// abbreviations has.
func (c *recaser) small(i int) bool {
	t := &c.plain.Toks[i]
	return !atLeast(c.plain.Text[t.Start:t.End], 2)
}

// as writes the tokens [i, end) as a form of the entry is written.
func (c *recaser) as(e *lang.Entry, i, end int) {
	for _, form := range e.Forms {
		words := strings.FieldsFunc(strings.TrimPrefix(form, "="), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
		n := 0
		for k := i; k < end; k++ {
			if c.plain.Is(k, lang.Word) {
				n++
			}
		}
		if n != len(words) || !alike(words[0], c.plain.Fold(i)) {
			continue
		}
		k := i
		for _, w := range words {
			for !c.plain.Is(k, lang.Word) {
				k++
			}
			switch first, _ := utf8.DecodeRuneInString(w); {
			case atLeast(w, 2) && strings.ToUpper(w) == w:
				c.up[k] = asCapitals
			case unicode.IsUpper(first):
				c.up[k] = asCapital
			}
			k++
		}
		return
	}
	for k := i; k < end; k++ {
		if k == i || !c.common(k) {
			c.up[k] = asCapital
		}
	}
}

// alike reports whether a folded word may be a form of a listed one.
func alike(listed, fold string) bool {
	listed = lang.Fold(listed)
	n := min(len(listed), len(fold))
	same := 0
	for same < n && listed[same] == fold[same] {
		same++
	}
	return same == len(listed) || same*3 >= len(listed)*2
}

// person gives a person's name at token i its capitals: a given name before a
// surname, initials before a word.
func (c *recaser) person(i int) int {
	if k := c.behindInitials(i); k > i {
		return c.initialsFirst(i, k)
	}
	if end := c.titled(i); end > 0 {
		return end
	}
	if end := c.initialed(i); end > 0 {
		return end
	}
	given := c.raised.Has(i, c.given)
	if !given && (c.unlisted(i) || c.strangers(i)) {
		return c.called(i, c.longer(i, i+2))
	}
	if !given && !(c.givenWord != 0 && c.raised.Has(i, c.givenWord)) || i+1 >= len(c.up) {
		return 0
	}
	end := i + 1
	surname := false
	for end < len(c.up) && end < i+6 {
		t := &c.plain.Toks[end]
		if !t.Is(lang.Word) {
			if c.plain.Fold(end) == "-" && t.Is(lang.Glued) && end+1 < len(c.up) && c.plain.Is(end+1, lang.Glued) {
				end++
				continue
			}
			break
		}
		if t.Para || c.tag == "kk" && c.nameStopsKK(i, end) {
			break
		}
		hyphen := c.plain.Fold(end-1) == "-"
		if c.surnamed(end) && (given || !c.common(end)) {
			surname = true
		} else if hyphen {
			// the second half of a name of two
		} else if !c.raised.Has(end, c.given) && !(given && !surname && (c.unknown(end) || c.tag == "en" && c.plural(end))) {
			break
		} else if !c.raised.Has(end, c.given) {
			surname = true
		}
		end++
	}
	if end == i+1 || !surname && (!given || c.common(i)) {
		return 0
	}
	return c.called(i, c.longer(i, end))
}

// longer gives the end of a name of two words or more with what goes on with
// it: the other half of a double surname, in English a third word of no list.
func (c *recaser) longer(i, end int) int {
	for end < len(c.up) && end < i+7 && !c.plain.Toks[end].Para {
		switch t := &c.plain.Toks[end]; {
		case t.Is(lang.Punct) && c.plain.Fold(end) == "-" && t.Is(lang.Glued) && end+1 < len(c.up) && c.plain.Is(end+1, lang.Glued) && c.plain.Is(end+1, lang.Word):
			end += 2
		case c.tag == "en" && end < i+3 && t.Is(lang.Word) && !t.Is(lang.Glued) && c.unknown(end):
			end++
		default:
			return end
		}
	}
	return end
}

// called gives the words of a name their capitals and keeps its surname.
func (c *recaser) called(i, end int) int {
	for j := i; j < end; j++ {
		if c.plain.Is(j, lang.Word) {
			c.up[j] = asCapital
			if j > i {
				c.learn(j)
			}
		}
	}
	return end
}

// surnamed reports whether token i is a listed surname or ends like one.
func (c *recaser) surnamed(i int) bool {
	if c.raised.Has(i, c.surname) {
		return true
	}
	return !c.common(i) && c.k.endings.surnameEnd.end(c.plain.Fold(i), 3)
}

// unknown reports whether a word is in no list at all.
func (c *recaser) unknown(i int) bool {
	if c.small(i) || c.common(i) {
		return false
	}
	w := c.plain.Fold(i)
	if c.tag != "en" {
		if c.tag == "kk" && strings.HasSuffix(w, "бек") && !c.short(i, 7) {
			return true // сыдықбек is no verb
		}
		for _, list := range [...]string{"verbend", "pastend", "adjend", "finiteend", "finitepast", "gerundend", "participleend", "dative", "ablative", "pluralend"} {
			if c.k.hasEnding(list, w, 2) {
				return false
			}
		}
		return !c.short(i, 3)
	}
	return !c.k.endings.pastEnd.end(w, 2) && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ly")
}

// plural reports whether a word of no list ends with s, as many a surname does.
func (c *recaser) plural(i int) bool {
	return strings.HasSuffix(c.plain.Fold(i), "s") && !c.short(i, 5) && !c.common(i)
}

// learn keeps a surname for where it stands alone.
func (c *recaser) learn(i int) {
	if w := c.stem(c.plain.Fold(i)); atLeast(w, 3) {
		c.surnames[w] = true
	}
}

// stem gives what the forms of a surname begin with.
func (c *recaser) stem(w string) string {
	if c.tag == "ru" {
		for _, e := range [...]string{"ского", "скому", "ским", "ском", "ский", "ская", "ской", "скую"} {
			if s, ok := strings.CutSuffix(w, e); ok {
				return s
			}
		}
		for _, e := range [...]string{"ым", "ой", "ом", "ем", "а", "у", "е", "я", "ю", "й"} {
			if s, ok := strings.CutSuffix(w, e); ok && len(s) > 6 {
				return s
			}
		}
	}
	return w
}

// echo reports whether token i is a surname met in full before.
func (c *recaser) echo(i int) bool {
	if !c.plain.Is(i, lang.Word) || len(c.surnames) == 0 {
		return false
	}
	w := c.plain.Fold(i)
	if c.surnames[c.stem(w)] {
		return !c.common(i) || c.surnamed(i)
	}
	if c.tag == "kk" && !c.common(i) {
		for k := range w {
			if k > 6 && len(w)-k <= 12 && c.surnames[w[:k]] && (c.k.endings.placeEnd.end(w, k-1) || strings.ContainsAny(w[k:], "ңнғқкгдт")) {
				return true
			}
		}
	}
	return c.tag == "en" && c.surnames[strings.TrimSuffix(strings.TrimSuffix(w, "s"), "'")]
}
