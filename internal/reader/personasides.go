package reader

import "shanyraq/internal/lang"

// asideReach is how many tokens the bracket or aside behind a person may hold.
const asideReach = 8

// asidesOfPersons has the rules see a person and what is told in passing behind the name
// as one, so that the verb follows: small words and days before a verb, "Ulf Renberg also
// was elected", «Ада Оррелл в понедельник назначена», a Kazakh form of address, «Ана Сильва
// ханым | келді», and in English brackets, "Ada Orrell (62) said that", and asides that tell
// nothing, "Ulf Renberg, however, was elected"; those of Russian and Kazakh are noted on the
// text (layAsides). The mention itself stays the name.
func (n *nameFinder) asidesOfPersons() {
	p := n.p
	p.asides = p.asides[:0]
	if n.tag != "en" && n.tag != "ru" && n.tag != "kk" {
		return
	}
	for _, k := range p.mentionsOf(lang.PersonChunk) {
		if p.mens[k].entity < 0 {
			continue
		}
		to := n.passedOver(p.mens[k].end)
		if n.l.Rune(p.mens[k].end) == ')' && n.bracketOfHolder(p.mens[k].start) { // the Minister of Works (Ms X) said
			to = p.mens[k].end + 1
		}
		if to > 0 {
			n.l.Add(lang.PersonChunk, p.mens[k].start, to, int(k))
		}
	}
	if n.tag == "en" {
		n.asidesOfSubjects()
	}
}

// bracketOfHolder reports whether a name at token i opens a bracket, behind a form of
// address perhaps, that names who holds the office before it.
func (n *nameFinder) bracketOfHolder(i int) bool {
	for k := i - 1; k > 0 && k > i-4; k-- {
		switch {
		case n.l.Rune(k) == '(':
			for j := k - 1; j >= 0 && j > k-asideReach && n.l.Is(j, lang.Word); j-- {
				if n.l.Has(j, n.office) {
					return true
				}
			}
			return false
		case n.l.Rune(k) != '.' && !n.l.Has(k, n.title) && !n.l.Has(k, n.p.know.lists.honorific):
			return false
		}
	}
	return false
}

// passedOver gives the token behind what is told in passing from token i on, 0 where
// nothing is.
func (n *nameFinder) passedOver(i int) int {
	if n.tag == "kk" {
		if n.l.Plays(i, n.r.honoured) && n.l.Has(i, n.p.know.lists.honorific) {
			return i + 1
		}
		return 0
	}
	switch c := n.l.Rune(i); {
	case n.tag == "en" && c == '(':
		return n.asideEnd(i)
	case n.tag == "en" && c == ',':
		return n.voidAside(i)
	}
	return n.inPassing(i)
}

// inPassing gives the token behind the small words and days that stand before the verb of
// whom they follow, 0 where there are none or no verb follows.
func (n *nameFinder) inPassing(i int) int {
	k := i
	for k < i+asideReach {
		if n.l.Plays(k, n.r.passing) {
			k++
		} else if ch, ok := n.l.Chunk(k, lang.DateChunk); ok {
			k = int(ch.End)
		} else if ch, ok := n.l.Chunk(k+1, lang.DateChunk); ok && n.l.Has(k, n.p.know.lists.inPrep) {
			k = int(ch.End)
		} else {
			break
		}
	}
	switch {
	case k == i || !n.l.Is(k, lang.Lower):
	case n.tag == "ru" && n.doneRU(k):
		return k
	case n.tag == "en" && (n.l.Has(k, n.p.know.lists.auxVerb) || n.l.Has(k, n.p.know.lists.sayVerb)):
		return k
	}
	return 0
}

// voidAside gives the token behind an aside between commas, the first of which is token i,
// that says only who tells it or ties the sentence to the last one: ", according to the
// press service,", «, как сообщили в ведомстве,», «, баспасөз қызметінің хабарлауынша,».
// 0 where it tells anything else.
func (n *nameFinder) voidAside(i int) int {
	end := i + 1
	for end < len(n.l.Toks) && end <= i+1+asideReach && n.l.Rune(end) != ',' {
		if n.l.Is(end, lang.Punct) && n.l.Rune(end) != '-' || n.l.Toks[end].Para {
			return 0
		}
		end++
	}
	if n.l.Rune(end) != ',' || end == i+1 {
		return 0
	}
	r := n.r
	void := n.l.Plays(i+1, r.voidOpens) || end <= i+4 && n.l.Plays(end-1, r.voidCloses) // между тем, в свою очередь
	switch n.tag {
	case "ru":
		void = void || n.l.Plays(i+2, r.accordingTo) || n.l.Fold(i+1) == "по" && n.l.Plays(i+3, r.accordingTo) || n.l.Fold(i+1) == "как" && n.l.Has(i+2, n.p.know.lists.sayVerb)
	case "kk":
		void = void || n.l.Plays(end-1, r.accordingTo)
	}
	if !void {
		return 0
	}
	return end + 1
}

// asideEnd gives the token behind the bracket at token i where that tells something in
// passing: an age, a party, where one stands in a picture. 0 where it tells an office
// ("(chair)"), or is a country or body between the name and an office: "(Benin), the
// secretary". Several people may share a bracket; one with two names is left.
func (n *nameFinder) asideEnd(i int) int {
	for k := i + 1; k < min(i+2+asideReach, len(n.l.Toks)) && !n.l.Toks[k].Para; k++ {
		switch r := n.l.Rune(k); {
		case r == ')':
			if k == i+1 || n.l.Rune(k+1) == ',' && n.namesOnly(i+1, k) {
				return 0
			}
			return k + 1
		case r == '(' || r == ';' || r == '"' || r == '“' || r == '«' || n.l.Has(k, n.p.know.lists.officeNoun) || n.l.Has(k, lang.PersonChunk):
			return 0
		}
	}
	return 0
}

// namesOnly reports whether one place or body is all there is in the tokens [from, to).
func (n *nameFinder) namesOnly(from, to int) bool {
	for _, c := range [...]lang.Class{lang.PlaceChunk, lang.OrgChunk} {
		if ch, ok := n.l.Chunk(from, c); ok && int(ch.End) == to {
			return true
		}
	}
	return false
}

// tellsLife reports whether an English date says when a person was born or lived: "Ada
// Orrell, born in | 1962,", "Ulf Renberg (b. | 1958)", "Ada Orrell (| 1921–1999)".
// Nothing else that is told of them is of that day.
func (g *ground) tellsLife(m *mention) bool {
	if !g.english() || m.class != lang.DateChunk || m.start == 0 {
		return false
	}
	k := m.start - 1
	for k > m.start-4 && (g.l.Has(k, g.in) || g.l.Plays(k, g.p.know.roles.onTime) || g.l.Rune(k) == '.') {
		k--
	}
	if g.l.Plays(k, g.p.know.roles.wasBorn) {
		return true
	}
	if g.l.Fold(k) == "b" {
		k--
	}
	return g.l.Rune(k) == '(' && (k == m.start-1 || k == m.start-3) && g.p.foldAt(m.end) == ")" && g.is(k-1, lang.PersonChunk)
}
