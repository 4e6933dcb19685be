package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// gaps states the English offices of a list that leaves out what is said again:
// "X has become secretary at the Ministry of Trade, | Y at the Ministry of Health and
// | Z at the Ministry of Tourism".
func (f *officeFinder) gaps(t title, s lang.Sentence, rule string) {
	if f.plural == lang.NoClass || t.org < 0 || t.to >= s.Last || !f.l.Has(t.to, f.link) {
		return
	}
	own := t
	for at := f.bodyBehind(t.to, s); at > 0 && at < s.Last; at = f.bodyBehind(at, s) {
		i := at
		if f.l.Rune(i) == ',' || f.l.Rune(i) == ';' {
			i++
		}
		switch f.l.Fold(i) {
		case "and", "with", "while":
			i++
		}
		if i == at {
			return
		}
		for i < s.Last && (f.l.Has(i, f.honor) || f.l.Rune(i) == '.') {
			i++
		}
		m, ok := f.p.mentionAt(i, lang.PersonChunk)
		if !ok || m.entity < 0 || m.end >= s.Last || f.l.Fold(m.end) != f.l.Fold(t.to) {
			return
		}
		if at = m.end; f.bodyBehind(at, s) == 0 {
			return
		}
		k := at + 1
		if f.l.Has(k, f.article) {
			k++
		}
		x, _ := f.p.mentionAt(k, lang.OrgChunk)
		own.org, own.place = x.entity, -1
		f.add(f.nominative(own), own, m.entity, s, rule)
	}
}

// bodyBehind gives the token behind the body that the link at token i leads to, 0
// where it leads to none.
func (f *officeFinder) bodyBehind(i int, s lang.Sentence) int {
	k := i + 1
	if k < s.Last && f.l.Has(k, f.article) {
		k++
	}
	if k >= s.Last {
		return 0
	}
	if x, ok := f.p.mentionAt(k, lang.OrgChunk); ok && x.entity >= 0 {
		return x.end
	}
	return 0
}

// several states of each of those an English rule names the office that it gives in
// the plural: "X, Y and Z have been appointed judges of the court".
func (f *officeFinder) several(m *pattern.Match, s lang.Sentence) {
	a, b, ok := m.Capture("many")
	_, i, named := m.Capture("who")
	if !ok || !named {
		return
	}
	t := title{org: -1, place: -1, head: -1, tenure: m.Rule.Get("tenure")}
	name := f.officeOfEach(&t, a, b, s)
	if t.head < 0 {
		return
	}
	f.p.mention(lang.TitleChunk, t.from, t.to, -1)
	for range longestList {
		if b := f.bracketBefore(i-1, s); b > 0 { // X (Chile) | and Y
			i = b
		}
		from := f.personEnding(i-1, s)
		if from < 0 {
			return
		}
		if x, ok := f.p.mentionAt(from, lang.PersonChunk); ok && x.entity >= 0 {
			f.add(name, t, x.entity, s, m.Rule.Name)
		}
		i = f.beforeHolder(from, s)
		join := i
		for i > s.First && (f.l.Rune(i-1) == ',' || f.l.Has(i-1, f.p.know.lists.numJoin)) {
			i--
		}
		if i == join {
			return
		}
	}
}

// officeOfEach reads the office in the plural among the tokens [a, b) into t and gives what
// each of those named holds: "judges of the court" is "judge of the court". What belongs
// to one of them each is left out; t has no head where no plural stands there.
func (f *officeFinder) officeOfEach(t *title, a, b int, s lang.Sentence) (name string) {
	value := ""
	for k := a; k < b; k++ {
		if c, ok := f.l.Chunk(k, f.plural); ok {
			t.from, t.head, t.to, value = a, k, int(c.End), f.l.Entry(c).Value
			break
		}
	}
	if t.head < 0 {
		return ""
	}
	behind := t.to
	f.complement(t, t.head, b)
	for k := b; k < min(s.Last, b+12); k++ {
		if f.l.Fold(k) == "respectively" {
			t.org, t.place, t.to = -1, -1, behind
		}
	}
	name = value
	if t.from < t.head {
		name = f.l.Slice(t.from, t.head) + " " + value
	}
	if t.to > behind {
		name += " " + f.l.Slice(behind, t.to)
	}
	return name
}

// beforeHolder gives the token at which all begins that belongs to a holder of an office,
// whose name begins at token from: a country, a title, an article: "and | Malaysia's
// Justice X".
func (f *officeFinder) beforeHolder(from int, s lang.Sentence) int {
	i := f.behindHonour(from, s.First)
	if f.possessive(i-1) && !f.l.Has(i-1, f.poss) { // X and | Malaysia's Y
		k := i - 2
		if f.mentionOver(k-1, s.First, &k) {
			i = k
		}
	}
	if k, ok := f.headEnding(i-1, s.First); ok { // and | Justice X
		i = k
	}
	for i > s.First && f.l.Has(i-1, f.article) { // and | the Rev. X
		i--
	}
	return i
}

// longestList is the most people to whom one plural gives their office.
const longestList = 12

// doubleHead takes the first of two English heads that "and" joins before a name,
// where nothing tells them apart: "former | principal and vice-chancellor X",
// "Vandrel's | founder and president X".
func (f *officeFinder) doubleHead(t *title, limit int) {
	if f.plural == lang.NoClass || t.from != t.head || t.from-2 <= limit || f.l.Fold(t.from-1) != "and" || !f.l.Is(t.head, lang.Lower) {
		return
	}
	first, ok := f.headEnding(t.from-2, limit)
	if !ok || !f.l.Is(first, lang.Lower) {
		return
	}
	from := first
	for from > limit && f.l.Is(from-1, lang.Lower) && f.l.Has(from-1, f.mod) {
		from--
	}
	if from > limit && (f.l.Has(from-1, f.article) || f.l.Is(from-1, lang.Lower) && !f.l.Has(from-1, f.tenure) && !f.possessive(from-1)) {
		return
	}
	t.from = from
}

// onlyDoing reports whether an English title that a verb ties to a person begins with
// what that person is doing: "will be | attending the General Assembly", but "will be |
// acting director" and "managing director".
func (f *officeFinder) onlyDoing(t *title) bool {
	i := t.from
	return i+1 < t.head && f.l.Is(i, lang.Lower) && strings.HasSuffix(f.l.Fold(i), "ing") && !f.l.Has(i, f.mod) && !f.l.Has(i, f.tenure) && !f.l.Has(i, f.head)
}

// endTitleEN ends an English title that a verb ties to a person before what the
// sentence goes on with: "Minister of Transport | to replace", "director | and
// appointing her", "senator | and elected chairman", "Dean | for the past".
func (f *officeFinder) endTitleEN(t *title) {
	for t.from < t.head && (f.l.Has(t.from, f.article) || f.l.Has(t.from, f.poss)) { // its | secretary
		t.from++
	}
	linked := false
	for k := t.head + 1; k < t.to; k++ {
		if !f.l.Is(k, lang.Lower) {
			continue
		}
		w, next := f.l.Fold(k), k+1
		switch {
		case next >= len(f.l.Toks):
			return
		case w == "to" && linked && f.l.Is(next, lang.Lower) && !f.l.Has(next, f.article) && !f.l.Has(next, f.poss) && !f.l.Has(next, f.head) && !f.l.Has(next, f.mod):
			t.to = k
		case w == "and" && f.l.Is(next, lang.Lower) && (strings.HasSuffix(f.l.Fold(next), "ing") && (f.l.Fold(next+1) == "him" || f.l.Fold(next+1) == "them" || f.l.Has(next+1, f.poss) || f.l.Has(next+1, f.article) || f.l.Has(next+1, lang.PersonChunk)) ||
			strings.HasSuffix(f.l.Fold(next), "ed") && !f.l.Has(next, f.mod)):
			t.to = k
		case f.l.Plays(k, f.p.know.roles.by): // sworn in as judge | by the king
			t.to = k
			return
		case (w == "for" || w == "over" || w == "in") && f.l.Has(next, f.article) && f.l.Has(next+1, f.tenure) || w == "for" && f.forTime(next):
			t.to = k
		}
		if f.l.Has(k, f.link) && f.l.Has(next, f.article) && f.l.Fold(next+1) == "same" { // bishop | of the same diocese
			t.to = k
		}
		linked = linked || f.l.Has(k, f.link)
	}
}

// insideBody reports whether the head of a title at tokens [start, k] closes the name
// of an English body that begins before it: "the spokesman for the Ministry of | Justice, X,".
func (f *officeFinder) insideBody(start, k int) bool {
	if f.plural == lang.NoClass || start < 1 || !f.l.Is(start, lang.Cap) {
		return false
	}
	for j := start - 1; j >= 0 && j >= start-8; j-- {
		if f.l.Is(j, lang.Punct) {
			return false
		}
		if m, ok := f.p.mentionAt(j, lang.OrgChunk); ok {
			return m.end == k+1
		}
	}
	return false
}

// behindAge gives the token behind the age that stands between an English name and its
// title: "X, 61, | a former mayor", "X, aged 61, | the mayor".
func (f *officeFinder) behindAge(i int, s lang.Sentence) int {
	if f.plural == lang.NoClass || i+3 >= s.Last {
		return i
	}
	k := i
	if f.l.Is(k, lang.Lower) && f.l.Has(k, f.p.know.lists.ageWord) {
		k++
	}
	if !f.l.Is(k, lang.Number) || f.l.Rune(k+1) != ',' || k+3 >= s.Last || f.l.Has(k+2, f.anArticle) && !f.l.Has(k+3, f.tenure) { // X, 41, a biologist
		return i
	}
	return k + 2
}

// lettersAt gives how many tokens at i, behind an English name, tell a rank, an honour or
// the age, with a mark behind: "X | MP, came", "X | (61), came".
func (f *officeFinder) lettersAt(i int, s lang.Sentence) int {
	switch {
	case f.plural == lang.NoClass || i+1 >= s.Last:
	case f.l.Is(i, lang.Upper):
		if f.l.Rune(i+1) == ',' && (f.l.Has(i, f.cut) || f.l.Has(i, f.head) || len(f.l.Fold(i)) < 4) && !f.l.Has(i, lang.OrgChunk) && !f.l.Has(i, lang.PlaceChunk) {
			return 1
		}
	case f.l.Rune(i) == '(' && f.l.Is(i+1, lang.Number) && i+3 < s.Last && f.l.Rune(i+2) == ')':
		return 3
	case f.l.Rune(i) == '(' && f.l.Is(i+1, lang.Number) && i+5 < s.Last && isDash(f.l.Rune(i+2)) && f.l.Is(i+3, lang.Number) && f.l.Rune(i+4) == ')': // (1946–2024)
		return 5
	case f.l.Rune(i) == '(' && f.l.Is(i+1, lang.Lower):
		return f.captionAt(i, s)
	}
	return 0
}

// captionAt counts the tokens of the bracket in which the caption of a picture says where
// the person before it stands: "X (left), director of Y", "Z (second from right), ".
func (f *officeFinder) captionAt(i int, s lang.Sentence) int {
	k := i + 1
	for k < s.Last && k < i+5 && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.head) {
		k++
	}
	if k+1 < s.Last && f.l.Rune(k) == ')' && f.l.Rune(k+1) == ',' {
		return k + 1 - i
	}
	return 0
}

// ahead gives the token before the small words that tell an English body's kind between
// the article and its name, which begins at token i: "chairman of the | parliamentary
// Committee on Health", "director of the | company “Northern Light”".
func (f *officeFinder) ahead(from, i int) int {
	if f.plural == lang.NoClass {
		return i
	}
	k := i
	if isQuote(f.l.Rune(k - 1)) {
		k--
	}
	first := k
	for k > from+2 && k > first-kindWords && (f.l.Is(k-1, lang.Lower) || f.l.Rune(k-1) == '-' || f.l.Plays(k-1, f.p.know.roles.bodyLetters)) && !f.l.Has(k-1, f.link) && !f.l.Has(k-1, f.article) && !f.l.Has(k-1, f.head) {
		k--
	}
	if k < first && f.l.Has(k-1, f.article) && f.l.Has(k-2, f.link) {
		return k
	}
	return i
}

// ofOwnedBody takes into an English title that ends before "'s" the common name of what
// its owner has: "head of the prime minister|'s office", "chair of the Chamber|'s human
// rights committee".
func (f *officeFinder) ofOwnedBody(t *title) {
	k := t.to + 2
	if t.org >= 0 || t.place >= 0 || k >= len(f.l.Toks) || !isApostropheRune(f.l.Rune(t.to)) || !f.l.Plays(k-1, f.p.know.roles.ownS) {
		return
	}
	for end := k; end < k+kindWords && end < len(f.l.Toks) && f.l.Is(end, lang.Lower) && !f.l.Has(end, f.stop) && !f.l.Has(end, f.aux); end++ {
		if f.l.Has(end, f.p.know.lists.bodyNoun) || f.l.Has(end, f.p.know.lists.orgHead) {
			t.to = end + 1
		}
	}
}

// kindWords is the most tokens between an article and a body's name.
const kindWords = 4

// besides reports whether the one whom an English rule has appointed stands in an aside
// about somebody else, who is the one: "Anna Berg, unlike | Ulf Lind, was elected chair".
func (f *officeFinder) besides(m *pattern.Match, s lang.Sentence) bool {
	if m.Rule.Name != "office.appointed" || f.p.know.pack.Tag != "en" {
		return false
	}
	a, b, ok := m.Capture("who")
	if !ok || f.l.Rune(b) != ',' || !f.l.Has(b+1, f.aux) {
		return false
	}
	lower := false
	for k := a - 1; k > s.First && k > a-7; k-- {
		if f.l.Rune(k) == ',' {
			return lower && len(f.p.covering(lang.PersonChunk, k-1)) > 0
		}
		if f.l.Is(k, lang.Punct) || f.l.Has(k, f.p.know.lists.phraseAnd) || f.l.Has(k, lang.PersonChunk) {
			return false
		}
		lower = lower || f.l.Is(k, lang.Lower)
	}
	return false
}
